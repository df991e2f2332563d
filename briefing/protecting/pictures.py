"""Pictures → the notes that cameras and programs keep in them, beside what is drawn.

See: Portable Network Graphics, 11.3; ITU-T T.81, B.1.1 and B.2.4; what follows the end of a picture is a note as well.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

__all__ = ["jpeg_notes", "png_notes"]

_LONGEST = 10_000_000
"""Bytes of an unpacked note."""
_DRAWN = frozenset({b"IHDR", b"PLTE", b"IDAT", b"tRNS", b"fdAT"})
_PACKED_TEXT = frozenset({b"zTXt", b"iTXt", b"iCCP"})
_ZLIB_BEGINNING = re.compile(rb"\x78[\x01\x5e\x9c\xda]")
_MARKER = re.compile(rb"\xff+([^\x00\xff\xd0-\xd7])")
_NO_LENGTH = frozenset(b"\xd8\xd9\x01")
_NOTES = frozenset([*range(0xE0, 0xF0), 0xFE])
"""Markers of segments for applications, and of comments."""
_END = 0xD9


def png_notes(data: bytes) -> Iterator[bytes]:
    """Yield what the chunks hold that draw nothing, unpacked, and what stands behind the last."""
    at = 8
    while at + 12 <= len(data):
        size, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        inside = data[at + 8 : at + 8 + size]
        at += 12 + size
        if kind not in _DRAWN:
            yield inside
        if kind in _PACKED_TEXT:
            yield from _unpacked(inside)
        if kind == b"IEND":
            break
    yield data[at:]


def _unpacked(note: bytes) -> Iterator[bytes]:
    """Unpack a note whose text begins somewhere behind its name."""
    for match in _ZLIB_BEGINNING.finditer(note):
        try:
            yield zlib.decompressobj().decompress(note[match.start() :], _LONGEST)
        except zlib.error:
            continue
        return


def jpeg_notes(data: bytes) -> Iterator[bytes]:
    """Yield what the segments for applications and of comments hold, and what stands behind the end."""
    at = 0
    while marker := _MARKER.search(data, at):
        at, kind = marker.end(), marker[1][0]
        if kind == _END:
            yield data[at:]
            return
        if kind in _NO_LENGTH:
            continue
        size = int.from_bytes(data[at : at + 2], "big")
        if kind in _NOTES:
            yield data[at + 2 : at + size]
        at += size
