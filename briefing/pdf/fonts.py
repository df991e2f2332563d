"""Fonts of a document: what its fragments show in each, the codes, and whoever writes them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from briefing.memory import FORGETFUL, Memory, Same
from briefing.pdf.codes import Codes, codes_of, pairs_of, texts_of
from briefing.pdf.embedding import embed_font
from briefing.pdf.objects import Body, dictionary
from briefing.pdf.showing import TextWriter
from briefing.typesetting import Font, Fragment, ShapedText

__all__ = ["FontUses"]


class _Use(NamedTuple):
    """One font in one document."""

    font: Font
    label: str
    """Name in the page's resources."""
    codes: Codes
    writer: TextWriter


class FontUses:
    """All fonts of a document, in the order in which they are met."""

    def __init__(self, fragments: Iterable[Fragment], memory: Memory = FORGETFUL) -> None:
        """Give every glyph that the fragments show its code.

        Raises:
            LayoutError: a font shows more than there are codes.
        """
        self._memory = memory
        self._fonts: dict[Same[Fragment], tuple[Font, ...]] = {}
        texts: dict[str, set[ShapedText]] = {}
        fonts: dict[str, Font] = {}
        for fragment in map(Same, fragments):
            shown = memory.recall(texts_of, fragment)
            self._fonts[fragment] = tuple(font for font, _ in shown)
            for font, own in shown:
                fonts.setdefault(font.key, font)
                texts.setdefault(font.key, set()).update(own)
        self._uses = {key: self._use(fonts[key], number, texts[key]) for number, key in enumerate(fonts, 1)}

    def _use(self, font: Font, number: int, texts: set[ShapedText]) -> _Use:
        pairs = self._memory.recall(pairs_of, frozenset(texts))
        label, codes = f"F{number}", self._memory.recall(codes_of, font, pairs)
        return _Use(font, label, codes, self._memory.recall(TextWriter, font, label, codes.spare))

    def writers(self, fragment: Same[Fragment]) -> tuple[TextWriter, ...]:
        """Give whoever writes what a fragment shows, font by font."""
        return tuple(map(self.writer, self._fonts[fragment]))

    def writer(self, font: Font) -> TextWriter:
        """Give whoever writes in a font."""
        return self._uses[font.key].writer

    def embed(self, body: Body) -> bytes:
        """Add all fonts; return the dictionary for the pages' resources.

        Raises:
            TemplateError: a font file is broken.
            LayoutError: the outlines of a font cannot be embedded.
        """
        uses = self._uses.values()
        return dictionary({use.label: embed_font(body, use.font, use.codes.shown) for use in uses})
