"""The marks of a drawing as values: made once, put onto any surface again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from briefing.model import PathMark, Surface, TextStyle

__all__ = ["Mark", "MarkTaker", "put"]


@dataclass(frozen=True, slots=True)
class TextMark:
    """What ``Surface.text`` is given."""

    x: float
    y: float
    text: str
    style: TextStyle
    angle: float


Mark: TypeAlias = PathMark | TextMark


class MarkTaker:
    """A surface that keeps the marks it takes."""

    def __init__(self) -> None:
        self.marks: list[Mark] = []

    def path(self, path: PathMark) -> None:
        """Keep a path."""
        self.marks.append(path)

    def text(self, x: float, y: float, text: str, style: TextStyle, *, angle: float = 0.0) -> None:
        """Keep a line of text."""
        self.marks.append(TextMark(x, y, text, style, angle))


def put(marks: Sequence[Mark], surface: Surface) -> None:
    """Make marks on a surface, in their order."""
    for mark in marks:
        if isinstance(mark, TextMark):
            surface.text(mark.x, mark.y, mark.text, mark.style, angle=mark.angle)
        else:
            surface.path(mark)
