"""A TrueType font → the same font with glyphs added that are put together from its own.

A letter with its marks becomes one glyph, so that whoever reads the file finds one letter and not a mark on a line of
its own. The font is one that HarfBuzz has cut down: its tables are sound, and its axes are pinned.
See: OpenType 1.9, glyf (composite glyphs), loca, hmtx, hhea, maxp, head.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise
from struct import iter_unpack, pack, pack_into, unpack_from
from typing import NamedTuple

from briefing.pdf.sfnt import read_tables, write_tables
from briefing.typesetting import Part

__all__ = ["add_composites", "glyph_count"]

_WORDS, _PLACES, _MORE = 0x0001, 0x0002, 0x0020
"""Flags of a part: two bytes a number, which are places and no points to match, and whether another part follows."""
_LONGEST_SHORT = 2 * 0xFFFF
"""Bytes of a ``glyf`` up to which ``loca`` has two bytes an offset."""
_MOST = 0xFFFF


class _Metric(NamedTuple):
    advance: int
    bearing: int
    """From the origin to the left edge of what is seen."""


class _Box(NamedTuple):
    left: int
    bottom: int
    right: int
    top: int


def glyph_count(font: bytes) -> int:
    """Count the glyphs of a font, which is the id of the first that is added to it."""
    return _count(read_tables(font))


def add_composites(font: bytes, composites: Sequence[Sequence[Part]]) -> bytes:
    """Add glyphs at the end of a font, in the order given. Each is as wide as its parts reach."""
    tables = read_tables(font)
    glyphs, metrics = _read_glyphs(tables), _read_metrics(tables)
    boxes = [_box_of(parts, glyphs) for parts in composites]
    metrics += [_Metric(_reach(parts, metrics), box.left) for parts, box in zip(composites, boxes, strict=True)]
    glyphs += [_composite(parts, box) for parts, box in zip(composites, boxes, strict=True)]
    tables[b"maxp"] = _profile(tables[b"maxp"], composites)
    _write_glyphs(tables, glyphs)
    _write_metrics(tables, metrics)
    tables[b"head"] = _with_box(tables[b"head"], boxes)
    return write_tables(font[:4], tables)


def _count(tables: Mapping[bytes, bytes]) -> int:
    return int(unpack_from(">H", tables[b"maxp"], 4)[0])


def _profile(maxp: bytes, composites: Sequence[Sequence[Part]]) -> bytes:
    """Say how many glyphs there are, and up to what a composite one goes: points, contours, parts and depth."""
    count, points, contours, composite_points, composite_contours = unpack_from(">5H", maxp, 4)
    elements, depth = unpack_from(">2H", maxp, 28)
    most = max(map(len, composites))
    changed = bytearray(maxp)
    pack_into(">H", changed, 4, count + len(composites))
    pack_into(">H", changed, 10, min(most * max(points, composite_points), _MOST))
    pack_into(">H", changed, 12, min(most * max(contours, composite_contours), _MOST))
    pack_into(">2H", changed, 28, max(most, elements), depth + 1)
    return bytes(changed)


# Outlines.


def _read_glyphs(tables: Mapping[bytes, bytes]) -> list[bytes]:
    """Cut outlines apart, one entry a glyph; empty where nothing is seen."""
    (is_long,) = unpack_from(">h", tables[b"head"], 50)
    kind, unit = ("L", 1) if is_long else ("H", 2)
    offsets = unpack_from(f">{_count(tables) + 1}{kind}", tables[b"loca"])
    return [tables[b"glyf"][unit * start : unit * end] for start, end in pairwise(offsets)]


def _write_glyphs(tables: dict[bytes, bytes], glyphs: Sequence[bytes]) -> None:
    padded = [glyph + bytes(-len(glyph) % 4) for glyph in glyphs]
    offsets = list(accumulate(map(len, padded), initial=0))
    is_long = offsets[-1] > _LONGEST_SHORT
    kind, unit = ("L", 1) if is_long else ("H", 2)
    head = bytearray(tables[b"head"])
    pack_into(">h", head, 50, is_long)
    tables[b"head"] = bytes(head)
    tables[b"loca"] = pack(f">{len(offsets)}{kind}", *(offset // unit for offset in offsets))
    tables[b"glyf"] = b"".join(padded)


def _composite(parts: Sequence[Part], box: _Box) -> bytes:
    flags = [_WORDS | _PLACES | _MORE] * (len(parts) - 1) + [_WORDS | _PLACES]
    described = (pack(">HHhh", each, *part) for each, part in zip(flags, parts, strict=True))
    return pack(">h4h", -1, *box) + b"".join(described)


def _box_of(parts: Sequence[Part], glyphs: Sequence[bytes]) -> _Box:
    drawn = ((x, y, unpack_from(">4h", glyphs[part], 2)) for part, x, y in parts if glyphs[part])
    return _around([_Box(left + x, bottom + y, right + x, top + y) for x, y, (left, bottom, right, top) in drawn])


def _around(boxes: Sequence[_Box]) -> _Box:
    left, bottom, right, top = zip(*boxes or [_Box(0, 0, 0, 0)], strict=True)
    sides = (min(left), min(bottom), max(right), max(top))
    return _Box._make(min(max(-0x8000, side), 0x7FFF) for side in sides)


def _with_box(head: bytes, boxes: Sequence[_Box]) -> bytes:
    """Widen the box around all glyphs."""
    changed = bytearray(head)
    pack_into(">4h", changed, 36, *_around([_Box._make(unpack_from(">4h", head, 36)), *boxes]))
    return bytes(changed)


# Advances.


def _read_metrics(tables: Mapping[bytes, bytes]) -> list[_Metric]:
    """Read the metrics of each glyph; those at the end may share an advance."""
    (own,) = unpack_from(">H", tables[b"hhea"], 34)
    metrics = [_Metric._make(each) for each in iter_unpack(">Hh", tables[b"hmtx"][: 4 * own])]
    bearings = unpack_from(f">{_count(tables) - own}h", tables[b"hmtx"], 4 * own)
    return [*metrics, *(_Metric(metrics[-1].advance, bearing) for bearing in bearings)]


def _write_metrics(tables: dict[bytes, bytes], metrics: Sequence[_Metric]) -> None:
    hhea = bytearray(tables[b"hhea"])
    pack_into(">H", hhea, 10, max(metric.advance for metric in metrics))
    pack_into(">H", hhea, 34, len(metrics))
    tables[b"hhea"] = bytes(hhea)
    tables[b"hmtx"] = b"".join(pack(">Hh", *metric) for metric in metrics)


def _reach(parts: Sequence[Part], metrics: Sequence[_Metric]) -> int:
    return min(max(0, *(x + metrics[part].advance for part, x, _ in parts)), _MOST)
