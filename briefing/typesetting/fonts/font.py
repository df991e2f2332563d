"""Fonts: OpenType data with pinned axes, shaped by HarfBuzz.

A ``Font`` measures and shapes; it never numbers anything. What ends up in a PDF, the subset and its codes, is
made in ``pdf`` from the glyphs that a document shows.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import cached_property
from unicodedata import category

import uharfbuzz as hb

from briefing.errors import Diagnostic, TemplateError
from briefing.theme import Face
from briefing.typesetting.fonts.shaped import GlyphId, ShapedText
from briefing.typesetting.fonts.shaping import Shaper

__all__ = ["Font", "OpenFace"]


_NOT_EMBEDDED = ("GSUB", "GPOS", "GDEF", "BASE", "DSIG", "STAT", "gasp", "name", "meta")
"""Tables that serve shaping, which is done, or the desktop."""


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

_NEEDED = frozenset({b"cmap", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp"})


class OpenFace:
    """A font file that fonts of several weights share."""

    def __init__(self, face: Face) -> None:
        _check(face)
        self.face = face
        self.data = hb.Face(face.data)

    @cached_property
    def digest(self) -> str:
        """What the file is known by."""
        return hashlib.sha256(self.face.data).hexdigest()[:16]


class Font:
    """A face at a weight: measures, shapes and subsets."""

    def __init__(self, opened: OpenFace, axes: Mapping[str, float]) -> None:
        face, self._face = opened.face, opened.data
        self._font = hb.Font(self._face)
        self.axes = dict(axes)
        if axes:
            self._font.set_variations(self.axes)
        self._file = face.name
        self.name = face.name.rpartition(".")[0] or face.name
        self.italic = face.italic
        pinned = ",".join(f"{tag}={value:g}" for tag, value in sorted(self.axes.items()))
        self.key = opened.digest + (f":{pinned}" if pinned else "")
        self._scale: float = 1000 / self._face.upem
        extents = self._font.get_font_extents("ltr")
        self.ascent: float = extents.ascender * self._scale
        """Thousandths of the size above the baseline."""
        self.descent: float = -extents.descender * self._scale
        """Thousandths of the size below the baseline, positive."""
        self.cap_height = self._metric(hb.OTMetricsTag.CAP_HEIGHT, 0.7 * self.ascent)
        self.x_height = self._metric(hb.OTMetricsTag.X_HEIGHT, 0.5 * self.ascent)
        self.glyph_count: int = self._face.glyph_count
        self._shaper = Shaper(self._font, composing=self.glyph_count < _MOST_GLYPHS)
        self._known: dict[str, bool] = {}
        self._shaped: dict[tuple[object, ...], ShapedText] = {}

    def _metric(self, tag: hb.OTMetricsTag, otherwise: float) -> float:
        value = self._font.get_metric_position(tag)
        return value * self._scale if value else otherwise

    def advance(self, glyph: GlyphId) -> float:
        """Advance of a glyph in thousandths of the size; a composite one is as wide as its parts reach."""
        if isinstance(glyph, int):
            return float(self._font.get_glyph_h_advance(glyph) * self._scale)
        return max(0.0, *(float(x) * self._scale + self.advance(part) for part, x, _ in glyph))

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
        characters = set(text)
        self._known.update((character, self._lacks(character)) for character in characters - self._known.keys())
        missing = {character for character in characters if self._known[character]}
        return "".join(sorted(missing, key=text.index))

    def _lacks(self, character: str) -> bool:
        if character in _NO_TEXT or category(character) in _NO_LETTERS:
            return True
        if self._font.get_nominal_glyph(ord(character)) is not None:
            return False
        return not all(glyph.id for glyph in self.shape(character).glyphs)

    def subset(self, glyphs: Sequence[int]) -> bytes:
        """Cut the font down to some glyphs, its axes pinned, glyph ids kept.

        Raises:
            TemplateError: the file is broken where a first look does not see it.
        """
        wish = hb.SubsetInput()
        wish.glyph_set.update(glyphs)
        wish.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        wish.drop_table_tag_set.update(int.from_bytes(tag.encode()) for tag in _NOT_EMBEDDED)
        for tag, value in self.axes.items():
            wish.pin_axis_location(self._face, tag, value)
        try:
            return bytes(hb.subset(self._face, wish).blob.data)
        except RuntimeError as error:
            raise _unusable(self._file, "is no font, or is broken") from error


def _check(face: Face) -> None:
    """Refuse a file that cannot be embedded, in words for the one who chose it."""
    start = face.data[:4]
    if start in (b"OTTO", b"wOFF", b"wOF2", b"ttcf"):
        kinds = {b"OTTO": "PostScript outlines", b"ttcf": "several fonts in one file"}
        problem = f"has {kinds.get(start, 'the form for web pages')}"
    elif start not in (b"\x00\x01\x00\x00", b"true") or not _is_whole(face.data):
        problem = "is no font, or is broken"
    elif _restricted(hb.Face(face.data)):
        problem = "does not allow that it is embedded"
    else:
        return
    raise _unusable(face.name, problem)


def _unusable(file: str, problem: str) -> TemplateError:
    hint = "Give a TrueType font (.ttf) whose licence allows embedding."
    return TemplateError(Diagnostic("error", "font", f"The font file {file} {problem}.", None, hint))


def _is_whole(data: bytes) -> bool:
    """Tell whether every table that the file's directory names is there, and those that embedding needs."""
    count = int.from_bytes(data[4:6], "big")
    records = [data[12 + 16 * index : 28 + 16 * index] for index in range(count)]
    ends = [int.from_bytes(record[8:12], "big") + int.from_bytes(record[12:16], "big") for record in records]
    return max(ends, default=0) <= len(data) and {record[:4] for record in records} >= _NEEDED


def _restricted(face: hb.Face) -> bool:
    # fsType of the table OS/2: bit 1 alone forbids embedding. See: OpenType 1.9, OS/2.
    table = bytes(face.reference_table("OS/2").data)
    return int.from_bytes(table[8:10], "big") & 0xF == 2
