"""Fonts: OpenType data with pinned axes, shaped by HarfBuzz.

A ``Font`` measures and shapes; it never numbers anything. What ends up in a PDF, the subset and its codes, is
made in ``pdf`` from the glyphs that a document shows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from unicodedata import category

import uharfbuzz as hb

from briefing.model import PathStep
from briefing.typesetting.fonts.files import OpenFace, unusable
from briefing.typesetting.fonts.outlines import moved, outline_of
from briefing.typesetting.fonts.shaped import GlyphId, ShapedText
from briefing.typesetting.fonts.shaping import Shaper

__all__ = ["Font", "Subset"]

_NOT_EMBEDDED = ("GSUB", "GPOS", "GDEF", "BASE", "DSIG", "STAT", "gasp", "name", "meta", "vhea", "vmtx", "VORG")
"""Tables that serve shaping, which is done, the desktop, or lines from top to bottom."""

_NO_TEXT = "\u0000\ufeff\ufffe\ufffc"
"""Characters that no glyph of an archival file may stand for (ISO 19005-2, 6.2.11.7.2), and the one that stands for a
picture that was lost when a text was copied."""
_NO_LETTERS = ("Co", "Cs", "Zl", "Zp")
"""Categories of characters that mean something in one font alone, which would need words (ISO 19005-2, 6.2.11.7.3), of
halves of characters, and of ends of lines and paragraphs."""
_MOST_SHAPED = 50_000
"""Texts that a font keeps shaped: the words of a long document many times over."""
_MOST_GLYPHS = 0xE000
"""A font with more has too little room for composite glyphs: glyphs have numbers of two bytes."""
_CONTEXT = 5
"""Characters before and after a text that HarfBuzz looks at."""


class Subset(NamedTuple):
    """A font file with some glyphs of a font."""

    data: bytes
    ids: Mapping[int, int]
    """Of each glyph that was asked for, its id in this file."""


class Font:
    """A face at a weight: measures, shapes and subsets."""

    def __init__(self, opened: OpenFace, axes: Mapping[str, float]) -> None:
        face, self._face = opened.face, opened.data
        self._font = hb.Font(self._face)
        self.axes = dict(axes)
        if axes:
            self._font.set_variations(self.axes)
        self.file = face.name
        """Name of its file."""
        self.name = face.name.rpartition(".")[0] or face.name
        self.italic = face.italic
        pinned = ",".join(f"{tag}={value:g}" for tag, value in sorted(self.axes.items()))
        self.key = opened.digest + (f":{pinned}" if pinned else "")
        self.units_per_em: int = self._face.upem
        self._scale: float = 1000 / self.units_per_em
        extents = self._font.get_font_extents("ltr")
        self.ascent: float = extents.ascender * self._scale
        """Thousandths of the size above the baseline."""
        self.descent: float = -extents.descender * self._scale
        """Thousandths of the size below the baseline, positive."""
        self.cap_height = self._metric(hb.OTMetricsTag.CAP_HEIGHT, 0.7 * self.ascent)
        self.x_height = self._metric(hb.OTMetricsTag.X_HEIGHT, 0.5 * self.ascent)
        self.glyph_count: int = self._face.glyph_count
        self.is_postscript = opened.is_postscript
        composing = not self.is_postscript and self.glyph_count < _MOST_GLYPHS
        self._shaper = Shaper(self._font, composing=composing)
        self._had: set[str] = set()
        self._lacked: set[str] = set()
        self._shaped: dict[tuple[object, ...], ShapedText] = {}

    def _metric(self, tag: hb.OTMetricsTag, otherwise: float) -> float:
        value = self._font.get_metric_position(tag)
        return value * self._scale if value else otherwise

    def advance(self, glyph: GlyphId) -> float:
        """Advance of a glyph in thousandths of the size; a composite one is as wide as its parts reach."""
        if isinstance(glyph, int):
            return float(self._font.get_glyph_h_advance(glyph) * self._scale)
        return max(0.0, *(float(x) * self._scale + self.advance(part) for part, x, _ in glyph))

    def reach(self, glyph: GlyphId, up: float = 0.0) -> tuple[float, float]:
        """How far the ink of a glyph, moved upwards, reaches below and above the baseline, in thousandths."""
        if not isinstance(glyph, int):
            reaches = [self.reach(part, up + y * self._scale) for part, _, y in glyph]
            return max(below for below, _ in reaches), max(above for _, above in reaches)
        extents = self._font.get_glyph_extents(glyph)
        if extents is None:
            return 0.0, 0.0
        top = extents.y_bearing * self._scale + up
        return -top - extents.height * self._scale, top

    def outline(self, glyph: GlyphId) -> tuple[PathStep, ...]:
        """The curves of a glyph, in thousandths of the size from its origin; inside is what they wind round."""
        if isinstance(glyph, int):
            return outline_of(self._font, glyph, self._scale)
        placed = ((part, x * self._scale, y * self._scale) for part, x, y in glyph)
        return tuple(step for part, x, y in placed for step in moved(self.outline(part), x, y))

    def bounds(self) -> tuple[float, float, float, float]:
        """Box around all glyphs as the font's ``head`` gives it: left, bottom, right, top in thousandths."""
        table = bytes(self._face.reference_table("head").data)
        left, bottom, right, top = (
            int.from_bytes(table[at : at + 2], "big", signed=True) * self._scale for at in (36, 38, 40, 42)
        )
        return (left, bottom, right, top)

    def slant(self) -> float:
        """Angle of the stems as the font's ``post`` gives it, in degrees anticlockwise from upright."""
        table = bytes(self._face.reference_table("post").data)
        return int.from_bytes(table[4:8], "big", signed=True) / 65536

    def shape(
        self,
        text: str,
        features: tuple[str, ...] = (),
        language: str = "en",
        *,
        right_to_left: bool = False,
        before: str = "",
        after: str = "",
    ) -> ShapedText:
        """Shape one run of text, of one script; remembered. A glyph that the font lacks has the id 0.

        ``before`` and ``after`` are what stands beside it: letters join over the edges of a run. Glyphs stand in the
        order of the eye, from left to right. In a text from right to left each stands for its letters as they look:
        turned round, and brackets as they are seen.
        """
        key: tuple[object, ...] = (text, features, language)
        if right_to_left or before or after:
            before, after = before[-_CONTEXT:], after[:_CONTEXT]
            key += (right_to_left, before, after)
        found = self._shaped.get(key)
        if found is None:
            if len(self._shaped) >= _MOST_SHAPED:
                self._shaped.clear()
            glyphs = self._shaper.shape(text, features, language, right_to_left, before, after)
            found = self._shaped[key] = ShapedText.of(glyphs)
        return found

    def lacks(self, text: str) -> str:
        """Find the characters of a text that cannot be shown, each once, in order."""
        characters = set(text) - self._had
        if not characters:
            return ""
        for character in characters - self._lacked:
            (self._had if self._has(character) else self._lacked).add(character)
        return "".join(character for character in dict.fromkeys(text) if character in self._lacked)

    def _has(self, character: str) -> bool:
        if character in _NO_TEXT or category(character) in _NO_LETTERS:
            return False
        glyph = self._font.get_nominal_glyph(ord(character))
        if glyph is not None:
            return int(glyph) < self.glyph_count
        return all(glyph.id for glyph in self.shape(character).glyphs)

    def subset(self, glyphs: Sequence[int]) -> Subset:
        """Cut the font down to some glyphs, its axes pinned.

        Raises:
            TemplateError: the file is broken where a first look does not see it.
        """
        wish = hb.SubsetInput()
        wish.glyph_set.update(glyphs)
        wish.flags = hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        # Empty TrueType glyphs cost nothing, and ids that stay can be codes. PostScript outlines are read by more
        # programs where they call no subroutines.
        wish.flags |= hb.SubsetFlags.DESUBROUTINIZE if self.is_postscript else hb.SubsetFlags.RETAIN_GIDS
        wish.drop_table_tag_set.update(int.from_bytes(tag.encode()) for tag in _NOT_EMBEDDED)
        for tag, value in self.axes.items():
            wish.pin_axis_location(self._face, tag, value)
        try:
            plan = hb.SubsetPlan(self._face, wish)
            data = bytes(plan.execute().blob.data)
        except RuntimeError as error:
            raise unusable(self.file, "is no font, or is broken") from error
        places = dict(plan.old_to_new_glyph_mapping)
        return Subset(data, {glyph: places.get(glyph, 0) for glyph in glyphs})
