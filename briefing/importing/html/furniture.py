"""What stands on a page around its article, by the names that makers of sites give it."""

from __future__ import annotations

import re
from itertools import pairwise

from lxml.html import HtmlElement

__all__ = ["remove_furniture"]

_ELEMENTS = frozenset(
    ["nav", "button", "select", "dialog", "menu", "marquee", "iframe", "object", "svg", "canvas", "template"]
)
_SURE = """
    comment comments commentlist commentaires kommentare kommentar disqus respond forum reactions
    related recommended recommendations recirculation readmore mostread popular trending
    newsletter signup subscribe subscription subscriptions subscriber
    sidebar widget widgets masthead footer nav navbar navigation navi menu submenu
    cookie cookies consent gdpr popup modal overlay taboola outbrain
    share sharing sharebar sharebox sharedaddy addthis social shariff teilen
"""
_SMALL = """
    ad ads adv adx advert adverts advertisement advertising adunit anzeige werbung banner sponsor sponsored
    promo promoted promotion teaser teasers offer paywall bookmark tools toolbar print btn
    byline author authors autor bio writer meta metadata postmeta dateline timestamp pubdate published
    breadcrumb breadcrumbs pathway crumbs pager pagination paging pagenav prevnext skip skiplink
    tags taglist tagcloud topics keywords categories sticky toast login register search searchbox feedback helpful
    donate spendenbox cta rating votes poll toc toctitle editsection backlink noprint updated readtime permalink jump
    listen speechify trust hierarchie speedbar announcement preview backlinks contacts credits
"""
_PAIRS = """
    sign-up read-more most-read most-popular more-on by-line side-bar site-header site-footer visually-hidden sr-only
    screen-reader skip-link print-link print-url print-source print-copy last-updated reading-time edit-link post-card
    edit-section cite-backlink tag-list time-info
"""
_NAMED_SURELY, _NAMED_SMALL = frozenset(_SURE.split()), frozenset((_SMALL + _PAIRS).split())
_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_KEPT = frozenset({"html", "body", "main", "article"})
_ROLES = frozenset(["navigation", "banner", "contentinfo", "search", "dialog", "alert", "menu"])
_SHARE = 0.35
"""Of the words of a page: what holds more of them is its article, whatever it is called."""
_MOST_CHARACTERS = 700
"""In what a less sure name stands for."""


def remove_furniture(root: HtmlElement) -> None:
    """Take off a page what its makers name as something else than the article."""
    most = int(len(root.text_content()) * _SHARE)
    for element in list(root.iterdescendants()):
        if _is_furniture(element, root, most):
            element.drop_tree()


def _is_furniture(element: HtmlElement, root: HtmlElement, most: int) -> bool:
    if not isinstance(element.tag, str) or element.tag in _KEPT or element.getparent() is None:
        return False
    if element.tag in _ELEMENTS or element.get("role", "") in _ROLES:
        return len(element.text_content()) <= most
    limit = _limit(element, most)
    if not limit or next(element.iter("h1", "main"), None) is not None:
        return False
    return len(element.text_content()) <= limit


def _limit(element: HtmlElement, most: int) -> int:
    """Say how many characters an element may hold to be taken for furniture; none where nothing names it so."""
    names = [*element.get("class", "").split(), element.get("id", "")]
    parts = [[part.lower() for part in _PART.findall(name)] for name in names]
    if any(part in _NAMED_SURELY for each in parts for part in each):
        return most
    pairs = {f"{one}-{other}" for each in parts for one, other in pairwise(each)}
    small = pairs | {part for each in parts for part in each}
    return min(most, _MOST_CHARACTERS) if small & _NAMED_SMALL else 0
