"""Addresses: those that are typed as words become links, and what follows readers about is taken out of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit, urlunsplit

from briefing.importing.found import Found
from briefing.model import Element, Node

__all__ = ["is_web_address", "linked", "with_links", "without_tracking"]

_WEB = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|igshid|igsh|twclid|ttclid|li_fat_id|mc_cid|mc_eid"
    r"|mkt_tok|oly_anon_id|oly_enc_id|vero_id|_hsenc|_hsmi|__hstc|__hssc|ref_src|ref_url|s_cid|wt_mc|at_medium|at_campaign"
    r"|ito|smid|cmpid|guccounter|guce_referrer|guce_referrer_sig)(?:=|\Z)",
    re.IGNORECASE,
)
"""Parameters by which a click is counted or a reader is known again, and nothing else."""

_ADDRESS = re.compile(
    r"(?P<web>https?://[^\s<>\"“”«»]{2,2000})|(?P<www>(?<![\w@./-])www\.[\w-]{1,63}\.[^\s<>\"“”«»]{2,2000})"
    r"|(?P<mail>(?<![\w.@+-])[\w+-]{1,64}(?:\.[\w+-]{1,64}){0,8}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}(?![\w@-]))",
    re.IGNORECASE,
)
_BEHIND = ".,:;!?'’*_"
"""Signs at the end of an address that are the sentence's."""
_AS_TYPED = frozenset({"a", "code", "cite"})
"""What stands in them is no sentence, or a link already."""


def with_links(found: Found) -> Found:
    """Make links of the addresses that are typed as words, in the text and in its notes."""
    notes = {name: tuple(map(_linked_inside, note)) for name, note in found.notes.items()}
    return found._replace(blocks=tuple(map(_linked_inside, found.blocks)), notes=notes)


def _linked_inside(element: Element) -> Element:
    if element.tag in _AS_TYPED or "code" in element.classes:
        return element
    return replace(element, children=tuple(part for child in element.children for part in _parts(child)))


def _parts(node: Node) -> Iterator[Node]:
    if isinstance(node, Element):
        yield _linked_inside(node)
    else:
        yield from linked(node)


def is_web_address(text: str) -> bool:
    """Tell whether a text is the address of a page and nothing else."""
    return bool(_WEB.fullmatch(text))


def without_tracking(address: str) -> str:
    """Take the parameters out of an address that change nothing of what it shows; others stay in their order."""
    try:
        parts = urlsplit(address)
    except ValueError:  # brackets that hold no address
        return address
    if not parts.query:
        return address
    kept = [each for each in parts.query.split("&") if not _TRACKING.match(each)]
    return address if len(kept) == parts.query.count("&") + 1 else urlunsplit(parts._replace(query="&".join(kept)))


def linked(text: str) -> tuple[Node, ...]:
    """Make links of web addresses and e-mail addresses; what else stands in a text is text."""
    nodes: list[Node] = []
    start = 0
    for match in _ADDRESS.finditer(text):
        words = _without_signs(match[0])
        scheme = "mailto:" if match["mail"] else "https://" if match["www"] else ""
        nodes += [text[start : match.start()], Element("a", (words,), {"href": scheme + words})]
        start = match.start() + len(words)
    return tuple(filter(None, (*nodes, text[start:])))


def _without_signs(address: str) -> str:
    """Take off the sentence's signs, and a bracket that was opened before the address."""
    words = address.rstrip(_BEHIND)
    while words.endswith(")") and words.count(")") > words.count("("):
        words = words[:-1].rstrip(_BEHIND)
    return words
