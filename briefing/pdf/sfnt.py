"""A font file ↔ its tables. See: OpenType 1.9, otff (table directory, checksums)."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate
from struct import pack, unpack, unpack_from

__all__ = ["read_tables", "write_tables"]

_WHOLE = 0xB1B0AFBA
"""What a font file must add up to, with the number in ``head`` that sees to it."""
_ADJUSTMENT = slice(8, 12)
"""Where in ``head`` that number stands."""


def read_tables(font: bytes) -> dict[bytes, bytes]:
    """Cut a sound font file into its tables, by their tags."""
    (count,) = unpack_from(">H", font, 4)
    records = (unpack_from(">4sLLL", font, 12 + 16 * index) for index in range(count))
    return {tag: font[start : start + length] for tag, _, start, length in records}


def write_tables(kind: bytes, tables: Mapping[bytes, bytes]) -> bytes:
    """Put tables together to a font file; ``kind`` is what the file begins with."""
    head = bytearray(tables[b"head"])
    head[_ADJUSTMENT] = bytes(4)
    parts = {tag: bytes(head) if tag == b"head" else tables[tag] for tag in sorted(tables)}
    starts = accumulate((len(_padded(part)) for part in parts.values()), initial=12 + 16 * len(parts))
    records = [
        pack(">4sLLL", tag, _sum(part), start, len(part))
        for (tag, part), start in zip(parts.items(), starts, strict=False)
    ]
    directory = b"".join([kind, _search_numbers(len(parts)), *records])
    head[_ADJUSTMENT] = pack(">L", (_WHOLE - _sum(directory) - sum(map(_sum, parts.values()))) % 2**32)
    parts[b"head"] = bytes(head)
    return directory + b"".join(map(_padded, parts.values()))


def _search_numbers(count: int) -> bytes:
    """Number of tables, and three numbers that follow from it for those who search by halves."""
    power = count.bit_length() - 1
    return pack(">4H", count, 16 << power, power, 16 * count - (16 << power))


def _padded(part: bytes) -> bytes:
    return part + bytes(-len(part) % 4)


def _sum(part: bytes) -> int:
    padded = _padded(part)
    words: tuple[int, ...] = unpack(f">{len(padded) // 4}L", padded)
    return sum(words) % 2**32
