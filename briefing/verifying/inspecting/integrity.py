"""A stream of a file → whether it can be unpacked to its end.

Only what is certain counts: packed data that break off or that their own checksum refutes, letters that no encoding of
ASCII has, a JPEG that ends too early or holds marks that none may hold. Other ways of packing (LZW, run lengths, fax,
JBIG2, JPEG 2000) carry nothing by which damage shows, and are taken to be whole.
See: ISO 32000-1, 7.4 (filters); RFC 1950 (zlib); ITU-T T.81, B.1 (JPEG).
"""

from __future__ import annotations

import re
import zlib
from base64 import a85decode
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from warnings import catch_warnings, simplefilter

import pikepdf
from PIL import Image, UnidentifiedImageError

from briefing.verifying.inspecting.objects import BROKEN
from briefing.verifying.inspecting.streams import LARGEST_STREAM, TooLargeError, filters_of, metered, slices, unpacked

__all__ = ["is_whole"]

_FLUSHED = b"\0\0\xff\xff"
"""The end of data whose writer has sent everything and not closed: nothing of them is missing."""
_HEADER, _CHECKSUM = 2, 4
"""Bytes of zlib's own before and after what is packed. See: RFC 1950, 2.2."""

_SCAN = 0xDA
_END = 0xD9
_ALONE = frozenset({0x01, 0xD8, *range(0xD0, 0xD8)})
"""Codes of marks that carry nothing."""
_SEGMENTS = frozenset({*range(0xC0, 0xD0), *range(0xDA, 0xF0), 0xFE})
"""Codes of marks with a length. See: T.81, table B.1."""
_NEXT_MARK = re.compile(rb"\xff+([^\x00\xff\xd0-\xd7])")
"""Among the data of a scan, where other bytes after FF mean the data themselves, or where to begin anew."""


class _DamagedError(Exception):
    """Something is missing or cannot be."""


def is_whole(stream: pikepdf.Stream) -> bool:
    """Tell whether a stream can be unpacked to its end; of what cannot be known it is assumed."""
    try:
        pieces: Iterable[bytes] = (stream.read_raw_bytes(),)
        for name in filters_of(stream):
            read = _READERS.get(name)
            if read is None:
                break
            pieces = read(metered(pieces, LARGEST_STREAM))
        deque(pieces, maxlen=0)
    except (zlib.error, _DamagedError):
        return False
    except (TooLargeError, *BROKEN):
        return True
    return True


def _inflated(packed: Iterable[bytes]) -> Iterator[bytes]:
    data = b"".join(packed)
    unpacker = zlib.decompressobj()
    yield from unpacked(slices(data, 0), unpacker)
    if data.strip() and not (unpacker.eof or data.rstrip(b"\r\n").endswith(_FLUSHED) or _lacks_checksum_alone(data)):
        raise _DamagedError


def _lacks_checksum_alone(data: bytes) -> bool:
    unpacker = zlib.decompressobj(wbits=-zlib.MAX_WBITS)
    deque(unpacked(slices(data, _HEADER), unpacker), maxlen=0)
    return unpacker.eof and len(unpacker.unused_data) < _CHECKSUM


def _from_ascii85(pieces: Iterable[bytes]) -> Iterator[bytes]:
    data, end, _ = b"".join(pieces).replace(b"\0", b"").replace(b"\f", b"").partition(b"~")
    try:
        yield a85decode(data.removeprefix(b"<"))
    except ValueError:
        raise _DamagedError from None
    if not end:
        raise _DamagedError


def _from_hexadecimal(pieces: Iterable[bytes]) -> Iterator[bytes]:
    digits, _, _ = b"".join(pieces).replace(b"\0", b"").partition(b">")
    digits = b"".join(digits.split())
    try:
        yield bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    except ValueError:
        raise _DamagedError from None


def _shown(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Decode a JPEG as coarsely as can be, and throw it away: what is missing shows all the same."""
    data = b"".join(pieces)
    start = data.find(b"\xff\xd8")
    if start < 0:
        raise _DamagedError
    _check_marks(data, start)
    with catch_warnings():
        simplefilter("error", Image.DecompressionBombWarning)
        try:
            picture = Image.open(BytesIO(data), formats=["JPEG"])
        except (UnidentifiedImageError, Image.DecompressionBombError, Image.DecompressionBombWarning):
            return  # of a kind, or a size, that is not looked at here
        picture.draft(picture.mode, (1, 1))
        try:
            picture.load()
        except OSError:
            raise _DamagedError from None
    yield b""


def _check_marks(data: bytes, start: int) -> None:
    """Go from mark to mark up to the last: random bytes in the place of packed ones make marks that cannot be."""
    at = start
    while True:
        found = _NEXT_MARK.search(data, at)
        if found is None:
            return
        code, at = found[1][0], found.end()
        if code == _END:
            return
        if code in _SEGMENTS:
            at += int.from_bytes(data[at : at + 2], "big")
            if at > len(data):
                raise _DamagedError
        elif code not in _ALONE:
            raise _DamagedError


_READERS: dict[str, Callable[[Iterable[bytes]], Iterator[bytes]]] = {
    "FlateDecode": _inflated,
    "Fl": _inflated,
    "ASCII85Decode": _from_ascii85,
    "A85": _from_ascii85,
    "ASCIIHexDecode": _from_hexadecimal,
    "AHx": _from_hexadecimal,
    "DCTDecode": _shown,
    "DCT": _shown,
}
"""By the names of the filters, long and short."""
