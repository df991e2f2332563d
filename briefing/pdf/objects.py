"""PDF objects as bytes, collected into a file that pikepdf writes anew.

See: ISO 32000-1, 7.3 (objects), 7.5 (file structure), 7.9.2 (text strings).
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import TypeAlias

import pikepdf

__all__ = ["Body", "Reference", "array", "dictionary", "name", "number", "text"]

Reference: TypeAlias = bytes
"""``b"7 0 R"``."""

_PLAIN = frozenset(range(32, 127)) - frozenset(b"()\\")


def number(value: float) -> bytes:
    """Write a number with at most three decimals."""
    written = f"{value:.3f}".rstrip("0").rstrip(".")
    return b"0" if written in ("-0", "") else written.encode("ascii")


def name(value: str) -> bytes:
    """Write a name; what may not stand in one is written in hexadecimal."""
    special = b"()<>[]{}/%#"
    written = (
        bytes((byte,)) if 33 <= byte <= 126 and byte not in special else b"#%02x" % byte for byte in value.encode()
    )
    return b"/" + b"".join(written)


def text(value: str) -> bytes:
    """Write a text string: as it is where it is plain ASCII, else in UTF-16 with its mark."""
    plain = value.encode("ascii", "replace")
    if value.isascii() and all(byte in _PLAIN for byte in plain):
        return b"(" + plain + b")"
    return b"<FEFF" + value.encode("utf-16-be", "surrogatepass").hex().upper().encode() + b">"


def array(values: Iterable[bytes]) -> bytes:
    """Write an array of written objects."""
    return b"[" + b" ".join(values) + b"]"


def dictionary(entries: Mapping[str, bytes]) -> bytes:
    """Write a dictionary of written objects, in the order given."""
    return b"<<" + b" ".join(b"/%s %s" % (key.encode(), value) for key, value in entries.items()) + b">>"


class Body:
    """Objects that become a file."""

    def __init__(self) -> None:
        self._objects: list[bytes] = []

    def reserve(self) -> Reference:
        """Number an object that comes later."""
        self._objects.append(b"null")
        return b"%d 0 R" % len(self._objects)

    def fill(self, reference: Reference, value: bytes) -> None:
        """Give a reserved object its value."""
        self._objects[int(reference.split()[0]) - 1] = value

    def add(self, value: bytes) -> Reference:
        """Add an object."""
        reference = self.reserve()
        self.fill(reference, value)
        return reference

    def stream(
        self, entries: Mapping[str, bytes], data: bytes, *, compress: bool = True, length_key: str = ""
    ) -> Reference:
        """Add a stream; ``entries`` without length and, where it is to be compressed, without filter.

        ``length_key`` is an entry that says how long the data are before they are compressed. Compressed data may
        get line feeds at their end, which nobody reads.
        """
        if not compress:
            return self._stored({**entries, "Length": b"%d" % len(data)}, data)
        stored = zlib.compress(data, 9)
        while stored.endswith(b"\r"):
            # With the line feed before "endstream" it would pass for the end of a line: ISO 19005-2, 6.1.7.1.
            data += b"\n"
            stored = zlib.compress(data, 9)
        lengths = {length_key: b"%d" % len(data)} if length_key else {}
        return self._stored({**entries, **lengths, "Filter": b"/FlateDecode", "Length": b"%d" % len(stored)}, stored)

    def _stored(self, entries: Mapping[str, bytes], stored: bytes) -> Reference:
        return self.add(dictionary(entries) + b"\nstream\n" + stored + b"\nendstream")

    def write(self, *, catalog: Reference, info: Reference) -> bytes:
        """Write the file: pikepdf packs the objects and derives the ID from the content."""
        parts = [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"]
        offsets, length = [], len(parts[0])
        for index, value in enumerate(self._objects, 1):
            part = b"%d 0 obj\n%s\nendobj\n" % (index, value)
            offsets.append(length)
            length += len(part)
            parts.append(part)
        table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
        parts.append(b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(offsets) + 1, table))
        trailer = dictionary({"Size": b"%d" % (len(offsets) + 1), "Root": catalog, "Info": info})
        parts.append(b"trailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (trailer, length))
        return _packed(b"".join(parts))


def _packed(data: bytes) -> bytes:
    with pikepdf.open(BytesIO(data)) as pdf:
        packed = _saved(pdf)
        if b"\r\nendstream" in packed:
            # An object stream that pikepdf made ends as ours may not; a default that is written out makes it another.
            pdf.Root.PageLayout = pikepdf.Name.SinglePage
            packed = _saved(pdf)
    return packed


def _saved(pdf: pikepdf.Pdf) -> bytes:
    result = BytesIO()
    pdf.save(
        result,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        deterministic_id=True,
        fix_metadata_version=False,
    )
    return result.getvalue()
