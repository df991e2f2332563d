"""A text → runs, each of one direction: Word does not find out by itself which letters run from right to left.

See: ECMA-376-1, 17.3.2 (runs), 17.3.2.30 (``rtl``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple
from unicodedata import bidirectional

from briefing.exporting.docx.xml import Xml, node, switch, valued

__all__ = ["Look", "runs_of"]

_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_PIECES = re.compile("([\\t\\n])")


class Look(NamedTuple):
    """What the letters of a run have beyond their paragraph."""

    style: str = ""
    """Id of a character style."""
    bold: bool = False
    italic: bool = False
    raised: str = ""
    """``superscript`` or ``subscript``."""
    language: str = ""
    """Where it is not the document's, as a BCP 47 tag."""
    mirrored: bool = False
    """Whether the text around it runs from right to left."""


def runs_of(text: str, look: Look) -> Iterator[Xml]:
    """Write a text as runs, in the order in which it is read."""
    for right_to_left, piece in _by_direction(text, mirrored=look.mirrored):
        yield node("w:r", {}, *_properties(look, right_to_left=right_to_left), *_letters(piece))


def _properties(look: Look, *, right_to_left: bool) -> tuple[Xml, ...]:
    parts = [valued("w:rStyle", look.style)] if look.style else []
    parts += switch("w:b", "w:bCs") if look.bold else ()
    parts += switch("w:i", "w:iCs") if look.italic else ()
    parts += [valued("w:vertAlign", look.raised)] if look.raised else []
    parts += switch("w:rtl") if right_to_left else ()
    if look.language:
        tag = look.language
        parts.append(node("w:lang", {"w:val": tag, "w:eastAsia": tag, "w:bidi": tag}))
    return (node("w:rPr", {}, *parts),) if parts else ()


def _letters(text: str) -> Iterator[Xml]:
    for piece in filter(None, _PIECES.split(text)):
        if piece in "\t\n":
            yield node("w:tab" if piece == "\t" else "w:br")
        else:
            yield node("w:t", {"xml:space": "preserve"}, text=piece)


def _by_direction(text: str, *, mirrored: bool) -> Iterator[tuple[bool, str]]:
    """Part a text where its direction changes; signs and spaces between two pieces go with the text around them."""
    if not text:
        return
    ways = [_way(letter) for letter in text]
    settled = list(_settled(ways, mirrored=mirrored))
    for way, group in groupby(zip(settled, text, strict=True), key=lambda each: each[0]):
        yield way, "".join(letter for _, letter in group)


def _way(letter: str) -> bool | None:
    """Whether a letter runs from right to left; ``None`` where it has no direction."""
    kind = bidirectional(letter)
    return True if kind in _RIGHT_TO_LEFT else False if kind == "L" else None


def _settled(ways: list[bool | None], *, mirrored: bool) -> Iterator[bool]:
    """Give signs the direction of the letters on both sides, or where these differ that of the text around."""
    before = mirrored
    for way, group in groupby(enumerate(ways), key=lambda each: each[1]):
        places = [place for place, _ in group]
        if way is None:
            after = ways[places[-1] + 1] if places[-1] + 1 < len(ways) else mirrored
            yield from [before if before == after else mirrored] * len(places)
        else:
            before = way
            yield from [way] * len(places)
