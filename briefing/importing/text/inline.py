"""A line of plain text → nodes: addresses in it become links."""

from __future__ import annotations

import re

from briefing.model import Element, Node

__all__ = ["linked"]

_ADDRESS = re.compile(
    r"(?P<web>https?://[^\s<>\"“”«»]{2,2000})|(?P<www>(?<![\w@./-])www\.[\w-]{1,63}\.[^\s<>\"“”«»]{2,2000})"
    r"|(?P<mail>(?<![\w.@+-])[\w+-]{1,64}(?:\.[\w+-]{1,64}){0,8}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}(?![\w@-]))",
    re.IGNORECASE,
)
_BEHIND = ".,:;!?'’*_"
"""Signs at the end of an address that are the sentence's."""


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
