"""Fonts with PostScript outlines: read as HarfBuzz cuts them down, and written anew as a PDF shows them.

What is written is a CID-keyed font in which every code has a glyph and a width of its own: so no other table is asked
which glyph a code is, and a glyph that stands for two texts is two glyphs. What is read is sound, for HarfBuzz wrote
it, and its outlines call no subroutines.
See: Adobe Technical Notes 5176 (the Compact Font Format) and 5177 (Type 2 charstrings); ISO 32000-1, 9.7.4.2.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple, TypeAlias

__all__ = ["CidGlyph", "UnknownOutlineError", "cid_keyed"]

_BOX, _PRIVATE, _CHARSET, _OUTLINES = b"\x05", b"\x12", b"\x0f", b"\x11"
_MATRIX, _COLLECTION, _CIDS, _FONTS, _FONT_OF_GLYPH = b"\x0c\x07", b"\x0c\x1e", b"\x0c\x22", b"\x0c\x24", b"\x0c\x25"
_SUBROUTINES, _COMMON_WIDTH, _LEAST_WIDTH = b"\x13", b"\x14", b"\x15"
"""Operators of DICTs. See: 5176, tables 9, 10 and 23."""
_STEMS = frozenset({1, 3, 18, 19, 20, 23})
_UP, _END, _MOVE, _ACROSS = 4, 14, 21, 22
_TAKEN = {_UP: 1, _END: 0, _MOVE: 2, _ACROSS: 1}
"""Operators that an outline can begin with; how many numbers those take that are no stems. See: 5177, 3.1 and 4."""
_ADOBE, _IDENTITY = 391, 392
"""The first two strings of a font that are its own. See: 5176, 10."""

_Entries: TypeAlias = Mapping[bytes, bytes]
"""A DICT: operands, as they are written, by their operators."""


class CidGlyph(NamedTuple):
    """A glyph of the font that is written."""

    cid: int
    outline: int
    """Which of the font that is read."""
    width: int
    """Font units."""


class UnknownOutlineError(ValueError):
    """An outline is put together from two others by their names, of which a CID-keyed font knows none."""


class _Font(NamedTuple):
    top: _Entries
    outlines: Sequence[bytes]
    fonts: Sequence[_Entries]
    """Those inside it; one where glyphs have names."""
    hints: Sequence[bytes]
    """Of each of these."""
    font_of_outline: bytes


def cid_keyed(cff: bytes, glyphs: Sequence[CidGlyph]) -> bytes:
    """Write a font that has outlines of another under CIDs, which rise; the first is 0, for what a font lacks.

    Raises:
        UnknownOutlineError: an outline can stand only in a font that names its glyphs.
    """
    font = _read(cff)
    start = b"\1\0\4\4" + _index([b"Font"])
    strings = _index([b"Adobe", b"Identity"]) + _index([])
    tables = {
        _CHARSET: b"\0" + b"".join(glyph.cid.to_bytes(2, "big") for glyph in glyphs[1:]),
        _FONT_OF_GLYPH: b"\0" + bytes(font.font_of_outline[glyph.outline] for glyph in glyphs),
        _OUTLINES: _index([_with_width(font.outlines[glyph.outline], glyph.width) for glyph in glyphs]),
    }
    length = len(_index([_top(font, glyphs, dict.fromkeys((*tables, _FONTS), 0))]))
    offsets = dict(zip((*tables, _FONTS), _offsets(len(start) + length + len(strings), tables.values()), strict=True))
    fonts = _fonts(font, offsets[_FONTS])
    return b"".join([start, _index([_top(font, glyphs, offsets)]), strings, *tables.values(), fonts])


# Reading.


def _read(cff: bytes) -> _Font:
    _names, end = _objects(cff, cff[2])
    (entries, *_), _ = _objects(cff, end)
    top = dict(_entries(entries))
    outlines, _ = _objects(cff, _whole(top[_OUTLINES])[0])
    fonts: list[_Entries] = [top]
    font_of_outline = bytes(len(outlines))
    if _COLLECTION in top:
        fonts = [dict(_entries(each)) for each in _objects(cff, _whole(top[_FONTS])[0])[0]]
        font_of_outline = _select(cff, _whole(top[_FONT_OF_GLYPH])[0], len(outlines))
    return _Font(top, outlines, fonts, [_hints(cff, each) for each in fonts], font_of_outline)


def _objects(cff: bytes, start: int) -> tuple[list[bytes], int]:
    """Read the objects of an INDEX, and where it ends."""
    count = _number(cff, start, 2)
    if not count:
        return [], start + 2
    size = cff[start + 2]
    places = [_number(cff, start + 3 + size * index, size) for index in range(count + 1)]
    data = start + 2 + size * (count + 1)
    return [cff[data + one : data + other] for one, other in pairwise(places)], data + places[-1]


def _entries(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Read the operators of a DICT, each with its operands as they are written."""
    start = at = 0
    while at < len(data):
        if data[at] <= 21:
            end = at + (2 if data[at] == 12 else 1)
            yield data[at:end], data[start:at]
            start = at = end
        else:
            at += _length(data, at)


def _length(data: bytes, at: int) -> int:
    """Count the bytes of a number in a DICT. See: 5176, 4."""
    first = data[at]
    if first == 30:
        return 2 + next(index for index, byte in enumerate(data[at + 1 :]) if byte >> 4 == 15 or byte & 15 == 15)
    return {28: 3, 29: 5}.get(first, 1 if first < 247 else 2)


def _whole(operands: bytes) -> list[int]:
    """Read operands that are whole numbers."""
    numbers: list[int] = []
    at = 0
    while at < len(operands):
        length = _length(operands, at)
        numbers.append(_value(operands[at : at + length]))
        at += length
    return numbers


def _value(number: bytes) -> int:
    first = number[0]
    if first in (28, 29):
        return int.from_bytes(number[1:], "big", signed=True)
    if first < 247:
        return first - 139
    return (first - 247) * 256 + number[1] + 108 if first < 251 else (251 - first) * 256 - number[1] - 108


def _select(cff: bytes, start: int, count: int) -> bytes:
    """Read to which of the fonts inside each outline belongs. See: 5176, 19."""
    if cff[start] == 0:
        return cff[start + 1 : start + 1 + count]
    ranges = [start + 3 + 3 * index for index in range(_number(cff, start + 1, 2))]
    spans = ((_number(cff, at, 2), _number(cff, at + 3, 2), cff[at + 2]) for at in ranges)
    return b"".join(bytes((font,)) * (end - first) for first, end, font in spans)


def _hints(cff: bytes, font: _Entries) -> bytes:
    """Read the DICT with the hints of a font, without what is said of widths and subroutines."""
    size, start = _whole(font[_PRIVATE])
    kept = dict(_entries(cff[start : start + size]))
    for operator in (_SUBROUTINES, _COMMON_WIDTH, _LEAST_WIDTH):
        kept.pop(operator, None)
    return b"".join(operands + operator for operator, operands in kept.items())


def _number(data: bytes, start: int, size: int) -> int:
    return int.from_bytes(data[start : start + size], "big")


# Writing.


def _top(font: _Font, glyphs: Sequence[CidGlyph], offsets: Mapping[bytes, int]) -> bytes:
    kept = b"".join(font.top[operator] + operator for operator in (_MATRIX, _BOX) if operator in font.top)
    collection = _short(_ADOBE) + _short(_IDENTITY) + _short(0) + _COLLECTION
    count = _long(glyphs[-1].cid + 1) + _CIDS
    return collection + kept + count + b"".join(_long(offset) + operator for operator, offset in offsets.items())


def _fonts(font: _Font, start: int) -> bytes:
    """Write the INDEX of the fonts inside, which begins at a place, and behind it the hints of each."""

    def index(offsets: Sequence[int]) -> bytes:
        return _index(
            [
                (each[_MATRIX] + _MATRIX if font.top is not each and _MATRIX in each else b"")
                + _long(len(hints))
                + _long(offset)
                + _PRIVATE
                for each, hints, offset in zip(font.fonts, font.hints, offsets, strict=True)
            ]
        )

    length = len(index([0] * len(font.fonts)))
    return index(_offsets(start + length, font.hints)[:-1]) + b"".join(font.hints)


def _with_width(outline: bytes, width: int) -> bytes:
    """Write an outline with its own width in the place of the one that it may begin with. See: 5177, 3.1."""
    numbers = []
    at = 0
    while at < len(outline) and (outline[at] >= 32 or outline[at] == 28):
        numbers.append(at)
        at += {28: 3, 255: 5}.get(outline[at], 1 if outline[at] < 247 else 2)
    operator = outline[at] if at < len(outline) else _END
    if operator == _END and len(numbers) > 1:
        raise UnknownOutlineError
    has_width = len(numbers) % 2 if operator in _STEMS else len(numbers) > _TAKEN.get(operator, len(numbers))
    operands, rest = outline[[*numbers, at][1] if has_width else 0 : at], outline[at + 1 :]
    return _short(min(width, 0x7FFF)) + _begun(operands, operator) + rest


def _begun(operands: bytes, operator: int) -> bytes:
    """Write what an outline begins with; a move along one axis as any other, for not all look for a width before it."""
    nought = b"\x8b"
    if operator == _ACROSS:
        return operands + nought + bytes((_MOVE,))
    return nought + operands + bytes((_MOVE,)) if operator == _UP else operands + bytes((operator,))


def _index(objects: Sequence[bytes]) -> bytes:
    """Write an INDEX. See: 5176, 5."""
    if not objects:
        return b"\0\0"
    ends = _offsets(1, objects)
    size = (ends[-1].bit_length() + 7) // 8
    places = b"".join(end.to_bytes(size, "big") for end in ends)
    return len(objects).to_bytes(2, "big") + bytes((size,)) + places + b"".join(objects)


def _offsets(start: int, parts: Iterable[bytes]) -> list[int]:
    """Tell where each of some parts begins, and where the last one ends."""
    return list(accumulate(map(len, parts), initial=start))


def _short(number: int) -> bytes:
    return b"\x1c" + number.to_bytes(2, "big", signed=True)


def _long(number: int) -> bytes:
    """Write a number that takes the same room whatever it is."""
    return b"\x1d" + number.to_bytes(4, "big", signed=True)
