"""Lists of a Word file: bullets and numbers, each numbered list with a count of its own.

See: ECMA-376-1, 17.9 (numbering).
"""

from __future__ import annotations

from briefing.exporting.docx.xml import Xml, node, switch, valued

__all__ = ["DEEPEST", "Numbering"]

DEEPEST = 8
"""Level of a list inside lists, from 0, below which Word has none."""

_BULLETS, _NUMBERS = 1, 2
_SIGNS = "•–"
_STEP = 360
"""Indent of a level, in twentieths of a point."""


class Numbering:
    """Counts the lists of a document."""

    def __init__(self) -> None:
        self._lists = [self._list(1, _BULLETS)]

    def bullets(self) -> int:
        """Number of the list that all items with a bullet belong to."""
        return 1

    def new_list(self, level: int, start: int = 1) -> int:
        """Begin a numbered list at a level, from 0; gives its number."""
        number = len(self._lists) + 1
        override = node("w:lvlOverride", {"w:ilvl": str(level)}, valued("w:startOverride", start))
        self._lists.append(self._list(number, _NUMBERS, override))
        return number

    @staticmethod
    def _list(number: int, kind: int, *more: Xml) -> Xml:
        return node("w:num", {"w:numId": str(number)}, valued("w:abstractNumId", kind), *more)

    def element(self) -> Xml:
        """Write ``w:numbering``."""
        kinds = [(_BULLETS, "bullet"), (_NUMBERS, "decimal")]
        return node("w:numbering", {}, *(_kind(number, form) for number, form in kinds), *self._lists)


def _kind(number: int, form: str) -> Xml:
    levels = [_level(level, form) for level in range(DEEPEST + 1)]
    many = valued("w:multiLevelType", "hybridMultilevel")
    return node("w:abstractNum", {"w:abstractNumId": str(number)}, many, *levels)


def _level(level: int, form: str) -> Xml:
    sign = _SIGNS[level % len(_SIGNS)] if form == "bullet" else f"%{level + 1}."
    indent = node("w:ind", {"w:left": str(_STEP * (level + 1)), "w:hanging": str(_STEP)})
    return node(
        "w:lvl",
        {"w:ilvl": str(level)},
        valued("w:start", 1),
        valued("w:numFmt", form),
        valued("w:lvlText", sign),
        valued("w:lvlJc", "left"),
        node("w:pPr", {}, indent),
        node("w:rPr", {}, *switch("w:b", "w:bCs")),
    )
