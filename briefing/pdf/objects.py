"""PDF objects as bytes, and the file that they become.

See: ISO 32000-1, 7.3 (objects), 7.5 (file structure), 7.9.2 (text strings), 7.9.4 (dates); ISO 19005-2, 6.1.13
(limits).
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import NamedTuple, TypeAlias

from briefing.errors import Diagnostic, LayoutError
from briefing.memory import FORGETFUL, Memory
from briefing.tagging import LONGEST_STRING

__all__ = [
    "VERSION",
    "Body",
    "Deflated",
    "Reference",
    "array",
    "date",
    "decimal",
    "deflated",
    "dictionary",
    "name",
    "name_tree",
    "number",
    "reference",
    "text",
]

Reference: TypeAlias = bytes
"""``b"7 0 R"``."""

VERSION = "1.7"
"""Of PDF."""
_HEAD = b"%%PDF-%s\n%%\xe2\xe3\xcf\xd3\n"
_TO_OBJECT = b" 0 R"
"""Ends a reference."""
_RESERVED = b"null"
_STREAM_END = b"\nendstream"
_UNUSED = (0, 0, 0xFFFF)
"""Where an object stands that there is not."""
_LEVEL = 6
"""Of compression."""
_PACKED_TOGETHER = 100
"""Objects in one stream: more are packed better, fewer are found faster."""
_PLAIN = bytes(frozenset(range(32, 127)) - frozenset(b"()\\"))


def reference(number: int) -> Reference:
    """Refer to an object by its number."""
    return b"%d 0 R" % number


def decimal(value: float) -> str:
    """Write a number with at most three decimals, for operators."""
    written = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def number(value: float) -> bytes:
    """Write a number with at most three decimals."""
    return decimal(value).encode("ascii")


def name(value: str) -> bytes:
    """Write a name; what may not stand in one is written in hexadecimal."""
    special = b"()<>[]{}/%#"
    written = (
        bytes((byte,)) if 33 <= byte <= 126 and byte not in special else b"#%02x" % byte for byte in value.encode()
    )
    return b"/" + b"".join(written)


def text(value: str) -> bytes:
    """Write a text string: as it is where it is plain ASCII, else in UTF-16 with its mark.

    Raises:
        LayoutError: it is longer than a string may be.
    """
    plain = value.encode("ascii", "replace")
    if value.isascii() and not plain.translate(None, _PLAIN):
        return b"(" + _short(plain, value) + b")"
    encoded = _short(b"\xfe\xff" + value.encode("utf-16-be", "surrogatepass"), value)
    return b"<" + encoded.hex().upper().encode() + b">"


def _short(written: bytes, value: str) -> bytes:
    if len(written) <= LONGEST_STRING:
        return written
    message = (
        f'A text has {len(value):,} characters, more than an archival file may hold in one piece: "{value[:40]}…".'
    )
    raise LayoutError(Diagnostic("error", "too-long", message, hint="Shorten it."))


def date(value: datetime) -> bytes:
    """Write a date, which has a time zone, in universal time. See: ISO 32000-1, 7.9.4."""
    moment = value.astimezone(UTC)
    # %Y leaves the noughts of early years out.
    return text(f"D:{moment.year:04}{moment:%m%d%H%M%S}+00'00'")


def array(values: Iterable[bytes]) -> bytes:
    """Write an array of written objects."""
    return b"[" + b" ".join(values) + b"]"


def dictionary(entries: Mapping[str, bytes]) -> bytes:
    """Write a dictionary of written objects, in the order given."""
    return b"<<" + b" ".join([b"/%s %s" % (key.encode(), value) for key, value in entries.items()]) + b">>"


def name_tree(body: Body, entries: Mapping[str, Reference]) -> bytes:
    """Write a name tree of one leaf; names are sorted as they are written. See: ISO 32000-1, 7.9.6."""
    pairs = sorted((_string_bytes(key), text(key), value) for key, value in entries.items())
    names = array(part for _, key, value in pairs for part in (key, value))
    leaf = body.add(dictionary({"Names": names, "Limits": array([pairs[0][1], pairs[-1][1]])}))
    return dictionary({"Kids": array([leaf])})


def _string_bytes(value: str) -> bytes:
    written = text(value)
    return bytes.fromhex(written[1:-1].decode()) if written.startswith(b"<") else written[1:-1]


class Deflated(NamedTuple):
    """Data as they stand in the file."""

    stored: bytes
    length: int
    """Bytes before they were compressed."""


def deflated(data: bytes, filler: bytes = b"\n") -> Deflated:
    """Compress data, with filler at their end where the result would end badly."""
    stored = zlib.compress(data, _LEVEL)
    # A carriage return before the line feed ahead of "endstream" would pass for a part of the line's end.
    # See: ISO 19005-2, 6.1.7.1.
    while stored.endswith(b"\r"):
        data += filler
        stored = zlib.compress(data, _LEVEL)
    return Deflated(stored, len(data))


class Body:
    """Objects that become a file."""

    def __init__(self, memory: Memory = FORGETFUL) -> None:
        self.memory = memory
        """Holds what was made for other files."""
        self._objects: list[bytes] = []

    @property
    def next_number(self) -> int:
        """The number of the object that is added or reserved next."""
        return len(self._objects) + 1

    def reserve(self) -> Reference:
        """Number an object that comes later."""
        self._objects.append(_RESERVED)
        return reference(len(self._objects))

    def fill(self, reference: Reference, value: bytes) -> None:
        """Give a reserved object its value."""
        self._objects[int(reference.removesuffix(_TO_OBJECT)) - 1] = value

    def fill_stream(self, reference: Reference, entries: bytes, data: bytes, *, compress: bool = False) -> None:
        """Give a reserved object its data, as they are to be stored, and its entries, written, but for the length."""
        if compress:
            entries, data = entries + b" /Filter /FlateDecode", self.memory.recall(deflated, data).stored
        self.fill(reference, b"<<%s /Length %d>>\nstream\n%s%s" % (entries, len(data), data, _STREAM_END))

    def add(self, value: bytes) -> Reference:
        """Add an object."""
        self._objects.append(value)
        return reference(len(self._objects))

    def add_all(self, values: Iterable[bytes]) -> None:
        """Add objects, numbered one after the other."""
        self._objects += values

    def stream(
        self, entries: Mapping[str, bytes], data: bytes, *, compress: bool = True, length_key: str = ""
    ) -> Reference:
        """Add a stream; ``entries`` without length and, where it is to be compressed, without filter.

        ``length_key`` is an entry that says how long the data are before they are compressed. Compressed data may
        get line feeds at their end, which nobody reads.
        """
        if not compress:
            return self._stored({**entries, "Length": b"%d" % len(data)}, data)
        packed = self.memory.recall(deflated, data)
        lengths = {length_key: b"%d" % packed.length} if length_key else {}
        return self._compressed({**entries, **lengths}, packed.stored)

    def _compressed(self, entries: Mapping[str, bytes], stored: bytes) -> Reference:
        return self._stored({**entries, "Filter": b"/FlateDecode", "Length": b"%d" % len(stored)}, stored)

    def _stored(self, entries: Mapping[str, bytes], stored: bytes) -> Reference:
        return self.add(b"%s\nstream\n%s%s" % (dictionary(entries), stored, _STREAM_END))

    def write(self, *, catalog: Reference, info: Reference, version: str = VERSION) -> bytes:
        """Write the file: small objects packed into streams, the ID derived from the content."""
        places = self._pack_all()
        parts = [_HEAD % version.encode("ascii")]
        length = len(parts[0])
        for index, value in enumerate(self._objects, 1):
            if value.endswith(_STREAM_END):
                places[index] = (1, length, 0)
                parts.append(b"%d 0 obj\n%s\nendobj\n" % (index, value))
                length += len(parts[-1])
        content = b"".join(parts)
        return content + self._cross_references(places, content, {"Root": catalog, "Info": info})

    def _pack_all(self) -> dict[int, tuple[int, int, int]]:
        """Pack what is no stream; tell the places as cross-references do: kind, stream, index in it."""
        plain = [
            index
            for index, value in enumerate(self._objects, 1)
            if value != _RESERVED and not value.endswith(_STREAM_END)
        ]
        places = {}
        for start in range(0, len(plain), _PACKED_TOGETHER):
            group = plain[start : start + _PACKED_TOGETHER]
            pack = int(self._pack(group).removesuffix(_TO_OBJECT))
            places.update({index: (2, pack, at) for at, index in enumerate(group)})
        return places

    def _pack(self, group: list[int]) -> Reference:
        """Add an object stream. See: ISO 32000-1, 7.5.7."""
        offsets, values, length = [], [], 0
        for index in group:
            value = self._objects[index - 1]
            offsets.append(b"%d %d" % (index, length))
            values.append(value)
            length += len(value) + 1
        head = b" ".join(offsets) + b"\n"
        entries = {"Type": b"/ObjStm", "N": b"%d" % len(group), "First": b"%d" % len(head)}
        return self.stream(entries, head + b"\n".join(values))

    def _cross_references(
        self, places: Mapping[int, tuple[int, int, int]], content: bytes, trailer: Mapping[str, bytes]
    ) -> bytes:
        """Write the cross-reference stream, which is the trailer too. See: ISO 32000-1, 7.5.8."""
        own, start = len(self._objects) + 1, len(content)
        width = (start.bit_length() + 7) // 8
        shift, size = 8 * width + 16, 1 + width + 2
        rows = [_UNUSED, *(places.get(index, _UNUSED) for index in range(1, own)), (1, start, 0)]
        table = b"".join([(kind << shift | place << 16 | at).to_bytes(size, "big") for kind, place, at in rows])
        # The line feeds that other data get would be no row.
        packed = deflated(table, bytes(1 + width) + b"\xff\xff")
        identifier = b"<%s>" % hashlib.md5(content, usedforsecurity=False).hexdigest().encode()
        entries = {
            "Type": b"/XRef",
            "Size": b"%d" % (packed.length // size),
            "W": b"[1 %d 2]" % width,
            **trailer,
            "ID": array([identifier, identifier]),
        }
        self._compressed(entries, packed.stored)
        return b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (own, self._objects[-1], start)
