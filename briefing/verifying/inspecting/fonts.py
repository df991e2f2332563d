"""The fonts that pages name: also inside forms, patterns, the glyphs of other fonts, and the looks of annotations.

See: ISO 32000-1, 9.5 to 9.10 (fonts, their files, the way to Unicode); ISO 14289-1, 7.21.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pikepdf

from briefing.verifying.findings import FontUsed
from briefing.verifying.inspecting.objects import (
    Identity,
    as_array,
    as_name,
    as_text,
    as_whole,
    entries,
    entry,
    identity,
)
from briefing.verifying.inspecting.pages import inherited

__all__ = ["read_fonts"]

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_KINDS = {
    "Type1": "Type 1",
    "MMType1": "Type 1",
    "Type3": "Type 3",
    "CIDFontType0": "CFF",
    "CIDFontType2": "TrueType",
}
"""Of fonts that are not embedded, by their subtype."""
_FILES = {"FontFile": "Type 1", "FontFile2": "TrueType", "FontFile3": "CFF"}
_ENCODINGS = ("MacRomanEncoding", "MacExpertEncoding", "WinAnsiEncoding", "StandardEncoding")
_COLLECTIONS = ("GB1", "CNS1", "Japan1", "Korea1", "KR")
"""Orderings of Adobe, whose glyphs every reader knows."""
_SYMBOLIC = 4
"""Flag of a descriptor: other glyphs than the Latin ones. See: table 123."""
_SYMBOLS = ("Symbol", "ZapfDingbats")
_NUMBERED = re.compile(r"(?!afii|uni|u[0-9A-F]{4,6}$)[A-Za-z]{0,5}_?\d+")
"""Names of glyphs that say nothing but a number: ``g23``, ``cid_7``, ``C0001``."""


def read_fonts(pages: Sequence[object]) -> tuple[FontUsed, ...]:
    """List the fonts in the order in which pages first name them; subsets of one font that are alike are one."""
    where: dict[FontUsed, list[int]] = {}
    known: dict[Identity, FontUsed] = {}
    for number, page in enumerate(pages, start=1):
        for font in dict.fromkeys(_described(each, known) for each in _fonts_of(page)):
            where.setdefault(font, []).append(number)
    return tuple(replace(font, pages=tuple(numbers)) for font, numbers in where.items())


def _fonts_of(page: object) -> Iterator[object]:
    """Find the fonts of a page, and of everything on it that has resources of its own."""
    seen: set[Identity] = set()
    waiting = deque([page, *_looks(page)])
    while waiting:
        holder = waiting.popleft()
        own = identity(holder)
        if own in seen:
            continue
        if own:
            seen.add(own)
        resources = inherited(holder, "Resources") if holder is page else entry(holder, "Resources")
        fonts = [font for _, font in entries(entry(resources, "Font"))]
        fonts += [_first(entry(state, "Font")) for _, state in entries(entry(resources, "ExtGState"))]
        yield from (font for font in fonts if isinstance(font, pikepdf.Dictionary))
        holders = [*fonts, *_values(resources, "XObject"), *_values(resources, "Pattern")]
        waiting += [each for each in holders if entry(each, "Resources") is not None]


def _looks(page: object) -> Iterator[object]:
    """Find the normal looks of annotations, one for each state where they have states."""
    for annotation in as_array(entry(page, "Annots")):
        look = entry(annotation, "AP", "N")
        yield look
        if not isinstance(look, pikepdf.Stream):
            yield from (state for _, state in entries(look))


def _values(resources: object, kind: str) -> list[object]:
    return [value for _, value in entries(entry(resources, kind))]


def _first(value: object) -> object:
    return next(iter(as_array(value)), None)


def _described(font: object, known: dict[Identity, FontUsed]) -> FontUsed:
    own = identity(font)
    if own is None:
        return _describe(font)
    if own not in known:
        known[own] = _describe(font)
    return known[own]


def _describe(font: object) -> FontUsed:
    """Describe a font; its pages are added later."""
    composite = as_name(entry(font, "Subtype")) == "Type0"
    inner = _first(entry(font, "DescendantFonts")) if composite else font
    subtype = as_name(entry(inner, "Subtype"))
    descriptor = entry(inner, "FontDescriptor")
    # The name of a composite font ends in that of its encoding: 9.7.6.1, table 121.
    names = (entry(inner, "BaseFont"), entry(font, "BaseFont"), entry(descriptor, "FontName"), entry(font, "Name"))
    name = next(filter(None, map(as_name, names)), "")
    file = next((key for key in _FILES if isinstance(entry(descriptor, key), pikepdf.Stream)), "")
    kind = _FILES.get(file) or _KINDS.get(subtype, subtype)
    if as_name(entry(descriptor, file, "Subtype")) == "OpenType":
        kind = "OpenType"
    return FontUsed(
        _SUBSET.sub("", name),
        kind,
        embedded=bool(file) or subtype == "Type3",
        subset=bool(_SUBSET.match(name)),
        to_unicode=_has_texts(font, inner if composite else None),
        pages=(),
    )


def _has_texts(font: object, descendant: object) -> bool:
    """Tell whether the codes of a font can be turned into text. See: 9.10.2."""
    if isinstance(entry(font, "ToUnicode"), pikepdf.Stream):
        return True
    if descendant is not None:
        return as_text(entry(descendant, "CIDSystemInfo", "Ordering")) in _COLLECTIONS
    encoding = entry(font, "Encoding")
    if as_name(encoding) in _ENCODINGS:
        return True
    glyphs = [as_name(each) for each in as_array(entry(encoding, "Differences"))]
    if any(_NUMBERED.fullmatch(glyph) for glyph in glyphs):
        return False
    return bool(glyphs) or not _is_symbolic(font)


def _is_symbolic(font: object) -> bool:
    """Tell whether a font without an encoding may have any glyph under any code; the names in a Type 1 font help."""
    flags = as_whole(entry(font, "FontDescriptor", "Flags")) or 0
    named = as_name(entry(font, "Subtype")) in ("Type1", "MMType1") or as_name(entry(font, "BaseFont")) in _SYMBOLS
    return bool(flags & _SYMBOLIC) and not named
