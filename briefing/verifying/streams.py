"""How large the packed parts of a file become, counted without keeping them.

A few kilobytes can unpack to gigabytes. This looks at the bytes of the file and at nothing else, before a library that
trusts them gets to see them. It does not see what is packed otherwise than with Flate, or encrypted; there the limits
of the process that reads have to do.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain

import pikepdf

from briefing.verifying.objects import BROKEN, as_array, as_name, entry

__all__ = ["LARGEST_STREAM", "MOST_UNPACKED", "TooLargeError", "check_streams", "content_of", "length_of"]

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


def check_streams(data: bytes) -> None:
    """Unpack whatever looks like a stream of Flate in a file, in small pieces that are thrown away.

    Raises:
        TooLargeError: one of them, or all together, are too large.
    """
    everything = _Meter(MOST_UNPACKED)
    for start in _START.finditer(data):
        if _is_flate(data[start.end() : start.end() + 2]):
            _drain(_slices(data, start.end()), everything, _DEEPEST)


def _drain(packed: Iterator[bytes], everything: _Meter, layers: int) -> None:
    pieces = everything.through(_Meter(LARGEST_STREAM).through(_unpacked(packed)))
    with suppress(zlib.error):  # not packed with Flate after all, or damaged
        first = next(pieces, b"")
        if layers > 1 and _is_flate(first):
            _drain(chain((first,), pieces), everything, layers - 1)
        for _ in pieces:
            pass


def _slices(data: bytes, start: int) -> Iterator[bytes]:
    return (data[at : at + _CHUNK] for at in range(start, len(data), _CHUNK))


def _is_flate(data: bytes) -> bool:
    """See: RFC 1950, 2.2."""
    return len(data) > 1 and data[0] & 0x0F == 8 and int.from_bytes(data[:2], "big") % 31 == 0


def _unpacked(packed: Iterable[bytes]) -> Iterator[bytes]:
    unpacker = zlib.decompressobj()
    for chunk in packed:
        while chunk and not unpacker.eof:
            yield unpacker.decompress(chunk, _CHUNK)
            chunk = unpacker.unconsumed_tail
        if unpacker.eof:
            return


def content_of(stream: object, limit: int) -> bytes:
    """Read a stream; empty for anything else, for what is damaged, longer than the limit, or packed in unusual ways."""
    with suppress(TooLargeError, zlib.error, *BROKEN):
        return b"".join(_Meter(limit).through(_pieces(stream)))
    return b""


def length_of(stream: object) -> int | None:
    """Count the bytes of a stream; ``None`` where :func:`content_of` would read nothing."""
    meter = _Meter(LARGEST_STREAM)
    with suppress(TooLargeError, zlib.error, *BROKEN):
        return sum(len(piece) for piece in meter.through(_pieces(stream)))
    return None


def _pieces(stream: object) -> Iterator[bytes]:
    if not isinstance(stream, pikepdf.Stream):
        raise TooLargeError
    wanted = entry(stream, "Filter")
    filters = [as_name(each) for each in as_array(wanted)] or [as_name(wanted)]
    if wanted is not None and (filters != ["FlateDecode"] or entry(stream, "DecodeParms") is not None):
        raise TooLargeError
    raw = stream.read_raw_bytes()
    return iter((raw,)) if wanted is None else _unpacked(_slices(raw, 0))
