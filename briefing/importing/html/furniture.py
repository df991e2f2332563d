"""What stands on a page around its article, by the names that makers of sites give it.

A name alone is weak: sections are named by what they tell, such as ``share-of-the-vote``. So a name has to be one of
those that sites share, whole but for the affixes that sites put to it, and no heading is ever taken off for its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from lxml.html import HtmlElement

from briefing.importing.html.leftovers import Leftover
from briefing.importing.html.sentences import asking_links, parts_of_sentences
from briefing.importing.html.units import units_of
from briefing.importing.trees import is_unseen, words_of

__all__ = ["remove_furniture"]

_ELEMENTS = frozenset(["nav", "button", "select", "dialog", "menu", "marquee", "svg", "canvas", "template"])
_SURE = """
    comments commentlist comment-list commentaires kommentare disqus respond

    related related-posts related-articles related-topics related-stories recirculation readmore read-more mostread
    most-read most-popular taboola outbrain post-card bookmark-card

    newsletter signup sign-up signup-card subscribe subscription

    sidebar side-bar sidebar-left sidebar-right widget widgets masthead footer site-footer site-header
    nav navbar navigation submenu toc

    cookie cookies cookie-consent cookie-notice cookie-banner cookie-bar consent gdpr popup modal sliding-popup
    onetrust-banner-sdk onetrust-consent-sdk

    sharing sharebar share-bar share-buttons sharing-buttons sharedaddy addthis social social-sharing shariff

    ad ads adv advert advertisement advertising ad-slot ad-unit adsbygoogle

    site-sub content-sub jump-to-nav hatnote dablink navbox vertical-navbox catlinks printfooter
"""
"""Comments; ways to other pages; places to sign up; frames of the site; consent; sharing; advertising; what stands
around the text of encyclopaedias."""
_TOOLS = """
    editsection mw-editsection cite-backlink noprint visually-hidden sr-only screen-reader-text skip-link
"""
_SMALL_TOOLS = "edit-link edit-section print-link print-source permalink backlink jump-link skiplink"
"""What nobody writes into a sentence."""
_SMALL = """
    byline by-line author authors autor author-box author-meta meta metadata postmeta dateline timestamp pubdate
    last-updated updated reading-time readtime contacts press-contact media-contact credits

    menu breadcrumb breadcrumbs pathway pager pagination paging pagenav prevnext skip
    tags tag-list taglist tagcloud keywords categories search searchbox login toolbar

    teaser teasers popular trending recommended recommendations more-on

    share teilen comment feedback helpful rating votes donate donation cta btn button promo promoted promotion sponsor
    sponsored anzeige werbung banner announcement-bar paywall toast overlay
"""
"""Who and when; ways through the site; ways to other pages; calls to do something."""
_PREFIX = (
    r"(?:(?:site|template|page|post|entry|article|content|story|block|region|component|mod|main|layout|js"
    r"|[a-z]{1,3})-)*"
)
_SUFFIX = r"(?:-(?:wrapper|wrap|container|box|section|area|block|root|inner|content|group|\d+))*"
_AFFIXED = re.compile(rf"{_PREFIX}(?P<name>[a-z].*?){_SUFFIX}")
_NAMED_SURELY = frozenset([*_SURE.split(), *_TOOLS.split()])
_NAMED_SMALL = frozenset([*_SMALL.split(), *_SMALL_TOOLS.split()])
_NAMED_TOOLS = frozenset([*_TOOLS.split(), *_SMALL_TOOLS.split()])
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_KEPT = frozenset(["html", "body", "main", "article", "h1", "h2", "h3", "h4", "h5", "h6"])
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_ROLES = frozenset(["navigation", "banner", "contentinfo", "search", "dialog", "alert", "menu"])
_SHARE = 0.35
"""Of the words of a page: what holds more of them is its article, whatever it is called."""
_MOST_CHARACTERS = 700
"""In what a less sure name stands for."""
_LONGEST_NAME = 80
_REMARK = "inline-template"
"""A remark on a sentence of an encyclopaedia, such as "citation needed", which its own print view is without."""
_LINKED = 0.3
"""Share of the characters in links from which on a part leads to other pages."""
_MOST_WORDS = 20
"""In a line of facts or a call to do something."""
_WRITTEN_IN = frozenset({"text", "email", "tel", "search", "url"})
_MOST_LINES_TO_WRITE_IN = 50
_MOST_WORDS_OF_A_FORM = 50
_MOST_CALLS = 5
_MOST_ELEMENTS_OF_A_FORM = 200
_MOST_CHARACTERS_OF_A_FORM = 5_000
_SENTENCE = re.compile(r"[.!?…。؟۔।][\"'”’»)\]]*$")


def remove_furniture(root: HtmlElement) -> list[Leftover]:
    """Take off a page what its makers name as something else than the article; give what a reader saw there."""
    most = int(len(root.text_content()) * _SHARE)
    removed: list[Leftover] = []
    places_to_write = _boxes_to_write_in(root)
    in_sentences = parts_of_sentences(units_of(root), _is_named_and_no_tool)
    for element in list(root.iterdescendants()):
        if element in in_sentences:
            element.tag = "span" if element.tag == "button" else element.tag
        elif element in places_to_write or (_is_furniture(element, root, most) and not _is_call_to_sign(element)):
            removed += _told(element) if _is_seen(element, root) else []
            element.drop_tree()
    return removed


def _told(element: HtmlElement) -> list[Leftover]:
    """Tell of what is taken off, of each link in it that asks to sign by itself."""
    calls = [Leftover(link, words_of(link), is_call=True) for link in islice(asking_links(element), _MOST_CALLS)]
    return [*calls, Leftover(element, words_of(element))]


def _is_call_to_sign(element: HtmlElement) -> bool:
    """Tell whether an element is nothing but a link that asks to sign, or a small box around one."""
    if next(asking_links(element), None) is None:
        return False
    named = _named(element)
    return element.tag == "a" or (named.less_surely and not named.surely and element.tag not in _ELEMENTS)


def _is_named_and_no_tool(element: HtmlElement) -> bool:
    named = _named(element)
    return (named.surely or named.less_surely) and not named.as_a_tool


def _boxes_to_write_in(root: HtmlElement) -> frozenset[HtmlElement]:
    """Find the boxes that are nothing but a line to write in, such as for an address, and a few words about it."""
    boxes: set[HtmlElement] = set()
    for line in islice(root.iter("input", "textarea"), _MOST_LINES_TO_WRITE_IN):
        if line.tag == "textarea" or line.get("type", "text").lower() in _WRITTEN_IN:
            box = next(line.iterancestors("form"), line)
            words = _few_words(box)
            about = next((above for above in box.iterancestors() if _few_words(above) != words), box)
            apart = about.iterancestors("figure", "aside")
            found = next((each for each in (*apart, about, box) if each.tag not in _KEPT and _is_box(each)), None)
            boxes.update(() if found is None else (found,))
    return frozenset(boxes)


def _is_box(element: HtmlElement) -> bool:
    words = _few_words(element)
    return words is not None and len(words.split()) <= _MOST_WORDS_OF_A_FORM and next(element.iter("h1"), None) is None


def _few_words(element: HtmlElement) -> str | None:
    """Give what a small element says; ``None`` for another, which is not read to its end."""
    length = 0
    for number, each in enumerate(element.iter()):
        length += len(each.text or "") + len(each.tail or "")
        if number > _MOST_ELEMENTS_OF_A_FORM or length > _MOST_CHARACTERS_OF_A_FORM:
            return None
    return words_of(element)


def _is_seen(element: HtmlElement, root: HtmlElement) -> bool:
    """Tell whether a reader sees an element, and it was not taken off with what it stands in."""
    above = list(element.iterancestors())
    return root in above and not any(is_unseen(each) for each in (element, *above))


def _is_furniture(element: HtmlElement, root: HtmlElement, most: int) -> bool:
    if not isinstance(element.tag, str) or element.tag in _KEPT or element.getparent() is None:
        return False
    if element.tag in _ELEMENTS or element.get("role", "") in _ROLES:
        return len(element.text_content()) <= most
    if _REMARK in element.get("class", "").lower().split():
        return False
    sure, small, _ = _named(element)
    if not (sure or small) or next(element.iter("h1", "main"), None) is not None:
        return False
    length = len(element.text_content())
    return length <= most if sure else length <= min(most, _MOST_CHARACTERS) and _is_built_so(element)


class _Named(NamedTuple):
    """Whether names are those of furniture."""

    surely: bool
    less_surely: bool
    as_a_tool: bool


def _named(element: HtmlElement) -> _Named:
    """Tell whether the classes or the id of an element name furniture."""
    names = frozenset(part for name in element.get("class", "").split() for part in _parts(name))
    identity = element.get("id", "")
    of_identity = frozenset(_parts(identity))
    if of_identity & (_NAMED_SURELY | _NAMED_SMALL) and _plain(identity) not in _own_slugs(element):
        names |= of_identity
    return _Named(*(bool(names & each) for each in (_NAMED_SURELY, _NAMED_SMALL, _NAMED_TOOLS)))


def _parts(name: str) -> Iterator[str]:
    """Yield a name, its block and its element where it is one of BEM, and each without affixes."""
    for part in {name, *name.partition("--")[0].split("__")}:
        plain = _plain(part)
        yield plain
        if found := _AFFIXED.fullmatch(plain):
            yield found["name"]


def _plain(name: str) -> str:
    """Write a name in small letters, its words joined by hyphens."""
    return _CAPITAL.sub("-", name[:_LONGEST_NAME]).lower().replace("_", "-")


def _own_slugs(element: HtmlElement) -> frozenset[str]:
    """Give the names that a site makes of an element's own words, or of those of a heading in it."""
    texts = [heading.text_content() for heading in element.iter(*_HEADINGS)]
    whole = element.text_content()
    texts += [whole] if len(whole) <= _MOST_CHARACTERS else []
    return frozenset("-".join(re.findall(r"[^\W_]+", text.lower())) for text in texts)


def _is_built_so(element: HtmlElement) -> bool:
    """Tell whether a part is built like furniture: links, a form, or a few words that are no sentence."""
    if element.tag in {"aside", "footer"} or next(element.iter("form", "button", "input"), None) is not None:
        return True
    text = " ".join(element.text_content().split())
    linked = sum(len(link.text_content()) for link in element.iter("a"))
    if linked >= _LINKED * len(text):
        return True
    return len(text.split()) <= _MOST_WORDS and not _SENTENCE.search(text)
