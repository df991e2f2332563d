"""How large the packed parts of a file become, counted without keeping them.

A few kilobytes can unpack to gigabytes. This looks at the bytes of the file and at nothing else, before a library that
trusts them gets to see them. It does not see what is packed otherwise than with Flate, or encrypted; there the limits
of the process that reads have to do.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

import pikepdf

from briefing.verifying.inspecting.objects import BROKEN, as_array, as_name, entry

__all__ = [
    "LARGEST_STREAM",
    "MOST_UNPACKED",
    "Measured",
    "TooLargeError",
    "check_streams",
    "content_of",
    "filters_of",
    "measured",
    "metered",
    "slices",
    "unpacked",
]

LARGEST_STREAM = 512_000_000
"""Bytes that one stream may unpack to: a poster of A0 at 300 dots an inch is 420 MB."""
MOST_UNPACKED = 2_000_000_000
"""Bytes that all streams may unpack to."""

_CHUNK = 1 << 18
_DEEPEST = 4
"""Layers of Flate inside Flate that are followed."""
_START = re.compile(rb"(?<!end)stream\r?\n")


class TooLargeError(Exception):
    """Something unpacks to more than its limit."""


@dataclass(slots=True)
class _Meter:
    """Counts what flows through."""

    limit: int
    total: int = 0

    def through(self, pieces: Iterable[bytes]) -> Iterator[bytes]:
        for piece in pieces:
            self.total += len(piece)
            if self.total > self.limit:
                raise TooLargeError
            yield piece


def metered(pieces: Iterable[bytes], limit: int) -> Iterator[bytes]:
    """Hand pieces on until they are more bytes than the limit.

    Raises:
        TooLargeError: there are more.
    """
    return _Meter(limit).through(pieces)


def check_streams(data: bytes) -> None:
    """Unpack whatever looks like a stream of Flate in a file, in small pieces that are thrown away.

    Raises:
        TooLargeError: one of them, or all together, are too large.
    """
    everything = _Meter(MOST_UNPACKED)
    for start in _START.finditer(data):
        if _is_flate(data[start.end() : start.end() + 2]):
            _drain(slices(data, start.end()), everything, _DEEPEST)


def _drain(packed: Iterator[bytes], everything: _Meter, layers: int) -> None:
    pieces = everything.through(metered(unpacked(packed), LARGEST_STREAM))
    with suppress(zlib.error):  # not packed with Flate after all, or damaged
        first = next(pieces, b"")
        if layers > 1 and _is_flate(first):
            _drain(chain((first,), pieces), everything, layers - 1)
        for _ in pieces:
            pass


def slices(data: bytes, start: int) -> Iterator[bytes]:
    """Cut bytes into pieces, from a place to their end."""
    return (data[at : at + _CHUNK] for at in range(start, len(data), _CHUNK))


def _is_flate(data: bytes) -> bool:
    """See: RFC 1950, 2.2."""
    return len(data) > 1 and data[0] & 0x0F == 8 and int.from_bytes(data[:2], "big") % 31 == 0


def unpacked(packed: Iterable[bytes], unpacker: zlib._Decompress | None = None) -> Iterator[bytes]:
    """Unpack what is packed with Flate, in small pieces, as far as it goes; the unpacker knows whether it has ended.

    Raises:
        zlib.error: it is damaged.
    """
    unpacker = unpacker or zlib.decompressobj()
    for chunk in packed:
        while chunk and not unpacker.eof:
            yield unpacker.decompress(chunk, _CHUNK)
            chunk = unpacker.unconsumed_tail
        if unpacker.eof:
            return


class Measured(NamedTuple):
    """What can be compared of a stream that is not kept."""

    length: int
    """Bytes, unpacked."""
    checksum: bytes
    """MD5, which embedded files carry. See: ISO 32000-1, table 46."""


def content_of(stream: object, limit: int) -> bytes:
    """Read a stream; empty for anything else, for what is damaged, longer than the limit, or packed in unusual ways."""
    with suppress(TooLargeError, zlib.error, *BROKEN):
        return b"".join(metered(_pieces(stream), limit))
    return b""


def measured(stream: object) -> Measured | None:
    """Measure a stream; ``None`` where :func:`content_of` would read nothing."""
    length, checksum = 0, hashlib.md5(usedforsecurity=False)
    with suppress(TooLargeError, zlib.error, *BROKEN):
        for piece in metered(_pieces(stream), LARGEST_STREAM):
            length += len(piece)
            checksum.update(piece)
        return Measured(length, checksum.digest())
    return None


def filters_of(stream: object) -> list[str]:
    """List the filters of a stream, the one to be undone first before the others."""
    wanted = entry(stream, "Filter")
    return [as_name(each) for each in as_array(wanted)] or ([as_name(wanted)] if wanted is not None else [])


def _pieces(stream: object) -> Iterator[bytes]:
    if not isinstance(stream, pikepdf.Stream):
        raise TooLargeError
    filters = filters_of(stream)
    if filters and (filters != ["FlateDecode"] or entry(stream, "DecodeParms") is not None):
        raise TooLargeError
    raw = stream.read_raw_bytes()
    return unpacked(slices(raw, 0)) if filters else iter((raw,))
