"""A stream of a PDF → its bytes, measured before they are unpacked; streams of operators → what is said between them.

A file may be a stranger's, and a few kilobytes of it unpack to gigabytes: what there is no room for is not unpacked.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator

import pikepdf

from briefing.protecting.limits import Room, UnreadableError

__all__ = ["between_operators", "streams_in", "unpacked"]

_DEFLATED = ("/FlateDecode", "/Fl")
_GROWS = {
    "/ASCIIHexDecode": 1,
    "/AHx": 1,
    "/ASCII85Decode": 4,
    "/A85": 4,
    "/RunLengthDecode": 64,
    "/RL": 64,
    "/LZWDecode": 4096,
    "/LZW": 4096,
    "/FlateDecode": 1032,
    "/Fl": 1032,
}
"""How many bytes one byte unpacks to at most, by filter. See: ISO 32000-1, 7.4."""
_PIECE = 1 << 16
_DEEPEST = 8
"""Arrays and dictionaries in each other that lead to streams."""

_COMMENT = re.compile(rb"%([^\r\n]*)")
_NAMED = re.compile(rb"/[^\s()<>\[\]{}/%]+\s*(?:\(|<(?!<)|\[)")
"""A name before a string or an array: among operators it stands in a dictionary alone."""
_WITH_WORDS = "BDC DP"
"""Operators that carry a dictionary, in which ActualText stands. See: ISO 32000-1, 14.6."""


def streams_in(value: object, depth: int = 0) -> Iterator[pikepdf.Stream]:
    """Yield a stream, or those in an array or dictionary, such as of embedded files."""
    if isinstance(value, pikepdf.Stream):
        yield value
    elif isinstance(value, pikepdf.Array | pikepdf.Dictionary) and depth < _DEEPEST:
        inside = value.as_list() if isinstance(value, pikepdf.Array) else value.as_dict().values()
        for each in inside:
            yield from streams_in(each, depth + 1)


def unpacked(stream: pikepdf.Stream, room: Room) -> bytes:
    """Unpack a stream.

    Raises:
        UnreadableError: there is no room for what it unpacks to.
    """
    filters = _filters(stream)
    deflated = next((number for number, each in enumerate(filters) if each not in _DEFLATED), len(filters))
    size = _measured((stream.read_raw_bytes(),), deflated, room.left)
    for each in filters[deflated:]:
        size *= _GROWS.get(each, 1)
    if size > room.left:
        raise UnreadableError("too much is packed into it")
    data = stream.read_bytes()
    room.take(len(data))
    return data


def _filters(stream: pikepdf.Stream) -> list[str]:
    wanted = stream.get("/Filter")
    if wanted is None:
        return []
    return [str(each) for each in (wanted.as_list() if isinstance(wanted, pikepdf.Array) else [wanted])]


def _measured(pieces: Iterable[bytes], times: int, most: int) -> int:
    """Count the bytes of what was deflated so many times, and no further than what there is room for."""
    for _ in range(times):
        pieces = _inflated(pieces)
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > most:
            break
    return size


def _inflated(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Inflate as far as nothing is damaged."""
    inflating = zlib.decompressobj()
    try:
        for piece in pieces:
            left = piece
            while left and not inflating.eof:
                yield inflating.decompress(left, _PIECE)
                left = inflating.unconsumed_tail
        yield inflating.flush(_PIECE)
    except zlib.error:
        return


def between_operators(pdf: pikepdf.Pdf, data: bytes) -> Iterator[pikepdf.Object]:
    """Yield what operators say and nobody sees: texts in the place of what is drawn, and comments."""
    for comment in _COMMENT.findall(data):
        yield pikepdf.String(comment.decode("utf-8", "replace"))
    if _NAMED.search(data):
        for instruction in pikepdf.parse_content_stream(pikepdf.Stream(pdf, data), _WITH_WORDS):
            yield from (each for each in instruction.operands if isinstance(each, pikepdf.Object))
