"""Signs in a text that stand for italics and other forms → nodes of the document tree.

The library builds one text of an entry, changes the case of its words, and looks at the signs where two pieces meet.
Tags of HTML would be caught in that, with their escapes. So a form begins and ends with one of Unicode's noncharacters,
which no text has, and nothing is escaped until the document is written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from briefing.model import Element, Node

__all__ = ["Forms", "isolate", "nodes_of", "without_marks"]

_ITALIC, _BOLD, _RAISED, _LOWERED, _ISOLATED = (chr(0xFDD0 + 2 * number) for number in range(5))
_TAGS: Final = {_ITALIC: "em", _BOLD: "strong", _RAISED: "sup", _LOWERED: "sub", _ISOLATED: "span"}
_ENDS: Final = {chr(ord(begin) + 1): begin for begin in _TAGS}
_MARK = re.compile("([\ufdd0-\ufdd9])")
_NONCHARACTERS = re.compile("[\ufdd0-\ufdef]")
_DOUBLED = re.compile("([.,;:?!])([\ufdd0-\ufdd9]+)\\1")
_ENDED_TWICE = re.compile("([?!])([\ufdd0-\ufdd9]*)\\.")
_OF_NOTHING = re.compile("(?<=[.,;:]) [.,;:](?= |$)")
"""A sign after a field that is not there."""
_SPACES = re.compile(" {2,}")


class Forms:
    """What the library asks of a formatter: a function for each form. Small capitals and lines are left out."""

    @staticmethod
    def preformat(text: object) -> str:
        """Leave a text as it is."""
        return str(text)

    @staticmethod
    def plain(text: object) -> str:
        """Leave a form out."""
        return str(text)

    @staticmethod
    def italic(text: object) -> str:
        """Mark a text as italic."""
        return _marked(_ITALIC, text)

    @staticmethod
    def bold(text: object) -> str:
        """Mark a text as bold."""
        return _marked(_BOLD, text)

    @staticmethod
    def raised(text: object) -> str:
        """Mark a text as superscript."""
        return _marked(_RAISED, text)

    @staticmethod
    def lowered(text: object) -> str:
        """Mark a text as subscript."""
        return _marked(_LOWERED, text)

    # the names are the library's
    Italic = Oblique = italic
    Bold = bold
    Light = Underline = SmallCaps = plain
    Superscript = raised
    Subscript = lowered


def isolate(text: str) -> str:
    """Mark a text that stands for itself: one in another language or direction than the document."""
    return _marked(_ISOLATED, text)


def without_marks(text: str) -> str:
    """Take out of a text what would be taken for marks."""
    return _NONCHARACTERS.sub("", text)


def nodes_of(text: str, links: Mapping[str, str], attributes: Callable[[str], Mapping[str, str]]) -> tuple[Node, ...]:
    """Make nodes of a text with marks.

    ``links`` are addresses by the words that stand for them in the text, ``attributes`` those of a text that is
    isolated.
    """
    stack: list[tuple[str, list[Node]]] = [("", [])]
    for piece in _MARK.split(_tidied(text)):
        if piece in _TAGS:
            stack.append((piece, []))
        elif piece not in _ENDS:
            stack[-1][1].extend(_linked(piece, links, attributes))
        elif _ENDS[piece] == stack[-1][0]:
            begin, children = stack.pop()
            stack[-1][1].append(_element(begin, tuple(children), attributes))
    while len(stack) > 1:
        # a style that takes letters away can take a mark away with them
        stack[-2][1].extend(stack.pop()[1])
    return tuple(stack[0][1])


def _element(begin: str, children: tuple[Node, ...], attributes: Callable[[str], Mapping[str, str]]) -> Node:
    if begin != _ISOLATED:
        return Element(_TAGS[begin], children)
    return Element("span", children, attributes("".join(each for each in children if isinstance(each, str))))


def _marked(begin: str, text: object) -> str:
    return f"{begin}{text}{chr(ord(begin) + 1)}"


def _tidied(text: str) -> str:
    """Print one sign where two meet, across the end of a form too."""
    single = _DOUBLED.sub(r"\1\2", text)
    single = _ENDED_TWICE.sub(r"\1\2", _OF_NOTHING.sub("", single))
    return _SPACES.sub(" ", single).strip()


def _linked(text: str, links: Mapping[str, str], attributes: Callable[[str], Mapping[str, str]]) -> Iterator[Node]:
    if not links or not text:
        yield from filter(None, (text,))
        return
    longest_first = sorted(links, key=len, reverse=True)
    for number, piece in enumerate(re.split(f"({'|'.join(map(re.escape, longest_first))})", text)):
        if number % 2:
            link = Element("a", (piece,), {"href": links[piece]})
            marks = attributes(piece)
            yield Element("span", (link,), marks) if marks else link
        elif piece:
            yield piece
