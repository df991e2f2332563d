"""What a document shows in a font → the codes of its glyphs in the pages' streams.

The code of a glyph is its id in the font. A glyph that stands for a second text gets a code above all ids, in the
order of the texts, and so does a glyph that is put together from others; once those are used up, the id of a glyph
that is not shown. Codes are so a function of the document's own text and of nothing that was set before.
See: ISO 32000-1, 9.7 (composite fonts).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from briefing.errors import Diagnostic, LayoutError
from briefing.memory import Same
from briefing.typesetting import Font, Fragment, GlyphId, NumberHole, ShapedText, Show

__all__ = ["NOTHING", "Codes", "Pair", "ShownGlyph", "ShownTexts", "codes_of", "pairs_of", "texts_of"]

Pair: TypeAlias = tuple[GlyphId, str]
"""A glyph and what it stands for."""

NOTHING = "\u200b"
"""What the second and later glyphs of a cluster stand for: a text that is removed when it is read."""
_CODE = itemgetter(0)
_CODES = 0x10000
"""Codes of two bytes."""


class ShownGlyph(NamedTuple):
    """A glyph of a font, what it stands for, and its code in the pages' streams."""

    code: int
    glyph: GlyphId
    meaning: str


class ShownTexts(NamedTuple):
    """What is shown in one font."""

    font: Font
    texts: frozenset[ShapedText]


class Codes(NamedTuple):
    """The codes of one font in one document."""

    shown: tuple[ShownGlyph, ...]
    """All of them; they rise."""
    spare: tuple[ShownGlyph, ...]
    """Those that are not the id of their glyph: they depend on what else the document shows."""


def texts_of(fragment: Same[Fragment]) -> tuple[ShownTexts, ...]:
    """Find what a fragment shows in each font, in the order in which fonts are met."""
    texts: dict[Font, set[ShapedText]] = {}
    for operation in fragment.value.operations:
        if isinstance(operation, Show):
            texts.setdefault(operation.font, set()).update(operation.texts)
        elif isinstance(operation, NumberHole):
            texts.setdefault(operation.font, set()).update(operation.digits)
    return tuple(ShownTexts(font, frozenset(shown)) for font, shown in texts.items())


def pairs_of(texts: frozenset[ShapedText]) -> frozenset[Pair]:
    """Find the glyphs of some texts with what they stand for."""
    columns = [text.columns[:2] for text in texts if text.columns]
    glyphs, meanings = zip(*columns, strict=True) if columns else ((), ())
    pairs = set(zip(chain.from_iterable(glyphs), chain.from_iterable(meanings), strict=True))
    return frozenset(pair if pair[1] else (pair[0], NOTHING) for pair in pairs)


def codes_of(font: Font, pairs: frozenset[Pair]) -> Codes:
    """Give every pair of glyph and text its code.

    Raises:
        LayoutError: there are more pairs than codes, which takes a font that shows many letters as one.
    """
    composites = {glyph for glyph, _ in pairs if isinstance(glyph, tuple)}
    if len(pairs) >= _CODES or len(composites) >= _CODES - font.glyph_count:
        message = f"The document shows too many different letters in the font {font.name}."
        raise LayoutError(Diagnostic("error", "too-many-letters", message, hint="Choose another font."))
    own: dict[GlyphId, ShownGlyph] = {}
    spare: list[ShownGlyph] = []
    unused = _unused_codes(font, pairs)
    for glyph, meaning in sorted(pairs, key=_rank):
        if isinstance(glyph, tuple) or glyph in own:
            spare.append(ShownGlyph(next(unused), glyph, meaning))
        else:
            own[glyph] = ShownGlyph(glyph, glyph, meaning)
    return Codes(tuple(sorted([*own.values(), *spare], key=_CODE)), tuple(spare))


def _unused_codes(font: Font, pairs: Iterable[Pair]) -> Iterator[int]:
    shown = {glyph for glyph, _ in pairs}
    return chain(range(font.glyph_count, _CODES), (code for code in range(1, font.glyph_count) if code not in shown))


def _rank(pair: Pair) -> tuple[bool, GlyphId, int, str]:
    glyph, meaning = pair
    return (isinstance(glyph, tuple), glyph, len(meaning), meaning)
