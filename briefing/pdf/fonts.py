"""Fonts of a file: codes for what each shows.

The code of a glyph is its id in the font. A glyph that stands for a second text gets a code above all ids, in the
order of the texts, and so does a glyph that is put together from others; once those are used up, the id of a glyph
that is not shown. Codes are so a function of the document's own text and of nothing that was set before.
See: ISO 32000-1, 9.7 (composite fonts), 9.10.3 (ToUnicode); ISO 19005-2, 6.2.11.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from operator import itemgetter
from typing import TypeAlias

from briefing.errors import Diagnostic, LayoutError
from briefing.pdf.embedding import embed_font
from briefing.pdf.objects import Body, Reference, dictionary
from briefing.pdf.programs import ShownGlyph
from briefing.typesetting import Font, GlyphId, ShapedText

__all__ = ["FontUse", "FontUses"]

_Pair: TypeAlias = tuple[GlyphId, str]
"""A glyph and what it stands for."""

_NOTHING = "\u200b"
"""What the second and later glyphs of a cluster stand for: a text that is removed when it is read."""
_CODES = 0x10000
"""Codes of two bytes."""


class FontUse:
    """One font with the glyphs that a document shows in it."""

    def __init__(self, font: Font, label: str) -> None:
        self.font = font
        self.label = label
        """Name in the page's resources."""
        self._texts: set[ShapedText] = set()
        self._pairs: set[_Pair] = set()
        self._codes: dict[_Pair, int] = {}

    def note(self, texts: Iterable[ShapedText]) -> None:
        """Take shaped texts in."""
        self._texts.update(texts)

    def settle(self) -> None:
        """Give every pair of glyph and text its code.

        Raises:
            LayoutError: there are more pairs than codes, which takes a font that shows many letters as one.
        """
        self._pairs = {(glyph, meaning or _NOTHING) for text in self._texts for glyph, meaning, *_ in text.rows()}
        composites = {glyph for glyph, _ in self._pairs if isinstance(glyph, tuple)}
        if len(self._pairs) >= _CODES or len(composites) >= _CODES - self.font.glyph_count:
            message = f"The document shows too many different letters in the font {self.font.name}."
            raise LayoutError(Diagnostic("error", "too-many-letters", message, hint="Choose another font."))
        seen: set[int] = set()
        spare = self._spare_codes()
        for glyph, meaning in sorted(self._pairs, key=_rank):
            if isinstance(glyph, tuple) or glyph in seen:
                self._codes[glyph, meaning] = next(spare)
            else:
                seen.add(glyph)
                self._codes[glyph, meaning] = glyph

    def _spare_codes(self) -> Iterator[int]:
        shown = {glyph for glyph, _ in self._pairs}
        above = range(self.font.glyph_count, _CODES)
        return chain(above, (code for code in range(1, self.font.glyph_count) if code not in shown))

    def code(self, glyph: GlyphId, meaning: str) -> int:
        """Look the code up of a glyph that stands for a text, after ``settle``."""
        return self._codes[glyph, meaning or _NOTHING]

    def embed(self, body: Body) -> Reference:
        """Add the font with everything that belongs to it."""
        shown = [ShownGlyph(code, *pair) for pair, code in sorted(self._codes.items(), key=itemgetter(1))]
        return embed_font(body, self.font, shown)


class FontUses:
    """All fonts of a document, in the order in which they are met."""

    def __init__(self) -> None:
        self._uses: dict[str, FontUse] = {}

    def __getitem__(self, font: Font) -> FontUse:
        found = self._uses.get(font.key)
        if found is None:
            found = self._uses[font.key] = FontUse(font, f"F{len(self._uses) + 1}")
        return found

    def settle(self) -> None:
        """Give every glyph of every font its code."""
        for use in self._uses.values():
            use.settle()

    def embed(self, body: Body) -> bytes:
        """Add all fonts; return the dictionary for the pages' resources."""
        return dictionary({use.label: use.embed(body) for use in self._uses.values()})


def _rank(pair: _Pair) -> tuple[bool, GlyphId, int, str]:
    glyph, meaning = pair
    return (isinstance(glyph, tuple), glyph, len(meaning), meaning)
