"""Shaped text as values: glyphs with their places, and the text that each stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

__all__ = ["Glyph", "GlyphId", "Part", "ShapedText"]

Part: TypeAlias = tuple[int, int, int]
"""A glyph of the font inside a composite one: its id, and where its origin stands, in font units."""

GlyphId: TypeAlias = int | tuple[Part, ...]
"""A glyph in the font file as it is, before any subset, or one that is made of such: a letter with its marks.

A composite is known by its parts and not by a number, which would tell in which order texts were set."""


class Glyph(NamedTuple):
    """One glyph of a shaped text, in thousandths of the font size."""

    id: GlyphId
    """0 where the font lacks it."""
    text: str
    """What it stands for, in a text from right to left as it looks; empty for the later glyphs of a cluster that
    cannot become one glyph."""
    advance: float
    dx: float = 0.0
    dy: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class ShapedText:
    """Glyphs that were shaped as a whole, mostly a word; the same object each time that a font is asked for it."""

    text: str
    """That of the glyphs, in the order in which they stand."""
    advance: float
    """Of all glyphs, in thousandths of the font size."""
    columns: tuple[tuple[Any, ...], ...]
    """What the glyphs have of each field. Plain tuples: a font keeps some ten thousand words, and the search for
    cycles passes over these, but not over as many values of a class."""

    @classmethod
    def of(cls, glyphs: Sequence[Glyph]) -> ShapedText:
        """Take some glyphs for a text."""
        text, advance = "".join(glyph.text for glyph in glyphs), sum(glyph.advance for glyph in glyphs)
        return cls(text, advance, tuple(zip(*glyphs, strict=True)))

    @property
    def glyphs(self) -> tuple[Glyph, ...]:
        """The glyphs, in the order in which they stand."""
        return tuple(map(Glyph._make, self.rows()))

    def rows(self) -> Iterator[tuple[GlyphId, str, float, float, float]]:
        """Yield the fields of each glyph: quicker than as values of a class, where a document's every word is read."""
        return zip(*self.columns, strict=True)

    def __len__(self) -> int:
        """Count the glyphs."""
        return len(self.columns[0]) if self.columns else 0
