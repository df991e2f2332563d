"""A run of text and a font → glyphs, one for each cluster of letters wherever the font's outlines allow it.

Readers of PDF take a mark that stands above its letter for a line of its own, and lose the word. So what HarfBuzz
sets in several glyphs, or off the baseline, becomes one composite glyph that stands for all its letters.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import groupby, pairwise
from operator import itemgetter
from typing import TypeAlias
from unicodedata import category

import uharfbuzz as hb

from briefing.typesetting.bidi import mirrored
from briefing.typesetting.fonts.shaped import Glyph, Part

__all__ = ["Shaper"]

_LONGEST_TEXT = 64
"""Characters that one glyph stands for, which keeps its parts few as well. No language piles up as many.
See: ISO 32000-1, 9.10.3 (512 bytes for the text of a code)."""
_FARTHEST = 0x7FFF
"""Font units by which a part of a composite glyph can be moved. See: OpenType 1.9, glyf."""

_SYMBOLS = re.compile("[\u2100-\u2bff\u3200-\u33ff\U0001f000-\U0001fbff]")
"""The blocks of symbols; not all in them are of category So, and signs such as © are elsewhere."""

_BESIDE = 0.03
"""Ems between such a symbol and what is beside it."""

_Placed: TypeAlias = tuple[int, int, int, int, int]
"""A glyph as HarfBuzz sets it, in font units: the first character of its cluster, id, advance, dx and dy."""
_CLUSTER, _RISE = itemgetter(0), itemgetter(4)


class Shaper:
    """Shapes in one font; ``composing`` says whether its outlines can be put together."""

    def __init__(self, font: hb.Font, *, composing: bool) -> None:
        self._font, self._composing = font, composing
        self._scale = 1000 / font.face.upem

    def shape(
        self, text: str, features: tuple[str, ...], language: str, right_to_left: bool, before: str, after: str
    ) -> list[Glyph]:
        """Shape a text of one script that stands between two others."""
        if not text:
            return []
        start = len(before)
        buffer = hb.Buffer()
        buffer.add_str(before + text + after, start, len(text))
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if right_to_left else "ltr"
        buffer.language = language
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
        hb.shape(self._font, buffer, dict.fromkeys(("kern", "liga", *features), True))
        placed = [
            (info.cluster - start, info.codepoint, place.x_advance, place.x_offset, place.y_offset)
            for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        ]
        texts = _texts(text, sorted(set(map(_CLUSTER, placed))))
        if right_to_left:
            texts = {start: _as_seen(typed) for start, typed in texts.items()}
        glyphs = self._with_texts(placed, texts)
        return list(map(self._with_room, glyphs)) if _SYMBOLS.search(text) else glyphs

    def _with_room(self, glyph: Glyph) -> Glyph:
        """Move a symbol that stands out of its advance, as hearts do in some fonts, away from what is beside it."""
        if not isinstance(glyph.id, int) or not glyph.text or category(glyph.text[0]) != "So":
            return glyph
        extents, own = self._font.get_glyph_extents(glyph.id), self._font.get_glyph_h_advance(glyph.id)
        before, after = (-extents.x_bearing, extents.x_bearing + extents.width - own) if extents else (0, 0)
        if before <= 0 and after <= 0:
            return glyph
        before, after = (round(max(0, each) + _BESIDE * self._font.face.upem) for each in (before, after))
        room, space = before + own + after, self._font.get_nominal_glyph(ord(" "))
        advance = glyph.advance + (before + after) * self._scale
        if not self._composing or space is None:
            return glyph._replace(advance=advance, dx=glyph.dx + before * self._scale)
        # What has its room in itself is not read with spaces around it. A space has no ink and the advance to the end.
        parts = ((glyph.id, before, 0), (space, room - self._font.get_glyph_h_advance(space), 0))
        return Glyph(parts, glyph.text, advance, glyph.dx, glyph.dy)

    def _with_texts(self, placed: list[_Placed], texts: Mapping[int, str]) -> list[Glyph]:
        if len(texts) == len(placed) and not any(map(_RISE, placed)):
            # So are most words, and these have to be quick.
            scale = self._scale
            return [
                Glyph(glyph, texts[cluster], advance * scale, dx * scale) for cluster, glyph, advance, dx, _ in placed
            ]
        clusters = [(start, list(cluster)) for start, cluster in groupby(placed, key=_CLUSTER)]
        return [glyph for start, cluster in clusters for glyph in self._glyphs(cluster, texts[start])]

    def _glyphs(self, cluster: list[_Placed], text: str) -> list[Glyph]:
        """Make one glyph of a cluster, or leave those that it has where that cannot be."""
        if all(glyph for _, glyph, *_ in cluster) and len(text) <= _LONGEST_TEXT:
            advance = sum(advance for _, _, advance, *_ in cluster)
            origin, parts = self._parts(cluster)
            if not parts or (len(parts) == 1 and not parts[0][2]):
                start, first, *_ = cluster[0]
                return [self._glyph((start, parts[0][0] if parts else first, advance, origin, 0), text)]
            if self._composing and all(abs(x) <= _FARTHEST and abs(y) <= _FARTHEST for _, x, y in parts):
                return [Glyph(parts, text, advance * self._scale, origin * self._scale)]
        shares = _shared(text, len(cluster))
        return [self._glyph(each, share) for each, share in zip(cluster, shares, strict=True)]

    def _glyph(self, placed: _Placed, text: str) -> Glyph:
        _, glyph, advance, dx, dy = placed
        return Glyph(glyph, text, advance * self._scale, dx * self._scale, dy * self._scale)

    def _parts(self, cluster: list[_Placed]) -> tuple[int, tuple[Part, ...]]:
        """Find what is seen of a cluster, and how far its first letter stands from where the cluster begins.

        The places of the parts count from that letter, so that kerning makes no other glyph of the same letters.
        """
        inked: list[Part] = []
        letters: list[int] = []
        pen = 0
        for _, glyph, advance, dx, dy in cluster:
            if self._is_inked(glyph):
                inked.append((glyph, pen + dx, dy))
                letters += [pen + dx] if advance else []
            pen += advance
        origin = next(iter(letters or (x for _, x, _ in inked)), 0)
        return origin, tuple((glyph, x - origin, y) for glyph, x, y in inked)

    def _is_inked(self, glyph: int) -> bool:
        extents = self._font.get_glyph_extents(glyph)
        return bool(extents and extents.width)


def _texts(text: str, starts: list[int]) -> dict[int, str]:
    """Cut a text into those of its clusters, by where each begins."""
    return {start: text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)}


def _as_seen(typed: str) -> str:
    """Turn a text from right to left into what the eye meets from left to right. See: UAX #9, L4."""
    return "".join(mirrored(character) for character in reversed(typed))


def _shared(text: str, count: int) -> list[str]:
    """Give the first of some glyphs the text of all, or each its share of one that is too long for that."""
    if len(text) <= _LONGEST_TEXT:
        return [text, *[""] * (count - 1)]
    ends = [len(text) * number // count for number in range(count + 1)]
    return [text[start:end] for start, end in pairwise(ends)]
