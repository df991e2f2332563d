"""An opened and changed PDF → bytes, by this program's own writer.

qpdf's writer would do but for one byte: packed data that end in a carriage return pass for shorter than they are said
to be (ISO 19005-2, 6.1.7.1), which happens to one stream in 256. What nothing refers to any more is left behind.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pikepdf

from briefing.pdf.objects import Body, Reference
from briefing.verifying.inspecting.objects import Identity, identity

__all__ = ["write"]

_DIRECT = (0, 0)


def write(pdf: pikepdf.Pdf) -> bytes:
    """Write all that the catalogue and the information dictionary lead to; the ID comes from the content."""
    writer = _Writer()
    catalog = writer.refer(pdf.Root)
    info = writer.refer(pdf.trailer["/Info"])
    writer.write_waiting()
    return writer.body.write(catalog=catalog, info=info)


class _Writer:
    """Numbers objects in the order in which they are first referred to."""

    def __init__(self) -> None:
        self.body = Body()
        self._references: dict[Identity, Reference] = {}
        self._waiting: list[pikepdf.Object] = []

    def refer(self, value: pikepdf.Object) -> Reference:
        """Refer to an object, which is written later."""
        own = identity(value) or _DIRECT
        if own not in self._references:
            self._references[own] = self.body.reserve()
            self._waiting.append(value)
        return self._references[own]

    def write_waiting(self) -> None:
        """Write what was referred to, and what that refers to."""
        for value in self._waiting:  # which grows
            own = self._references[identity(value) or _DIRECT]
            if isinstance(value, pikepdf.Stream):
                data = value.read_raw_bytes()
                entries = b" ".join(self._entries(value))
                if "/Filter" in value or value.get("/Type") == pikepdf.Name.Metadata:
                    self.body.fill_stream(own, entries, data)
                else:
                    self.body.fill_stream(own, entries, data, compress=True)
            else:
                self.body.fill(own, self._contained(value))

    def _written(self, value: object) -> bytes:
        if isinstance(value, pikepdf.Object):
            return self.refer(value) if value.is_indirect else self._contained(value)
        if value is None:
            return b"null"
        if isinstance(value, bool):
            return b"true" if value else b"false"
        return format(value, "f" if isinstance(value, Decimal) else "").encode("ascii")

    def _contained(self, value: pikepdf.Object) -> bytes:
        if isinstance(value, pikepdf.Dictionary):
            return b"<<" + b" ".join(self._entries(value)) + b">>"
        if isinstance(value, pikepdf.Array):
            return b"[" + b" ".join([self._written(each) for each in value]) + b"]"
        return value.unparse()

    def _entries(self, value: pikepdf.Object) -> Iterator[bytes]:
        for key, each in value.items():
            if key != "/Length":
                yield pikepdf.Name(key).unparse() + b" " + self._written(each)
