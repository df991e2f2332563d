"""An XMP packet → the values of its properties, as far as they can be read.

Only the properties of the document itself: what is inside structures is left out. See: ISO 16684-1, 7 (RDF of XMP).
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from io import BytesIO
from xml.parsers import expat

from briefing.verifying.inspecting.objects import clean

__all__ = ["ADOBE_PDF", "DUBLIN_CORE", "PDFA", "PDFUA", "PDFX", "PDFX_ID", "XMP", "Properties", "read_xmp"]

DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
XMP = "http://ns.adobe.com/xap/1.0/"
ADOBE_PDF = "http://ns.adobe.com/pdf/1.3/"
PDFA = "http://www.aiim.org/pdfa/ns/id/"
PDFUA = "http://www.aiim.org/pdfua/ns/id/"
PDFX = "http://ns.adobe.com/pdfx/1.3/"
PDFX_ID = "http://www.npes.org/pdfx/ns/id/"

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_DESCRIPTION = f"{_RDF} Description"
_ITEM = f"{_RDF} li"
_LANGUAGE = "http://www.w3.org/XML/1998/namespace lang"
_DEEPEST = 64


@dataclass(frozen=True, slots=True)
class Properties:
    """What a packet says."""

    values: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """By namespace and local name, a space between; the default language first."""

    def all(self, namespace: str, name: str) -> tuple[str, ...]:
        """Values of a property; none where it is missing."""
        return self.values.get(f"{namespace} {name}", ())

    def first(self, namespace: str, name: str) -> str:
        """Value of a property, or the first of several; empty where it is missing."""
        return next(iter(self.all(namespace, name)), "")


class _StopError(Exception):
    """The packet holds what no XMP holds."""


@dataclass(slots=True)
class _Reader:
    found: dict[str, list[str]] = field(default_factory=dict)
    open: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    language: str = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self.open) > _DEEPEST:
            raise _StopError
        if name == _DESCRIPTION and _DESCRIPTION not in self.open:
            for attribute, value in attributes.items():
                self.add(attribute, value)
        self.open.append(name)
        self.text.clear()
        self.language = attributes.get(_LANGUAGE, "")

    def end(self, name: str) -> None:
        self.open.pop()
        above = self.open
        if above[-1:] == [_DESCRIPTION] and above.count(_DESCRIPTION) == 1:
            self.add(name, "".join(self.text))
        elif name == _ITEM and above[-3:-2] == [_DESCRIPTION] and above.count(_DESCRIPTION) == 1:
            self.add(above[-2], "".join(self.text), first=self.language == "x-default")
        self.text.clear()

    def add(self, name: str, value: str, *, first: bool = False) -> None:
        value = clean(value).strip()
        if value:
            values = self.found.setdefault(name, [])
            values.insert(0 if first else len(values), value)

    def refuse(self, *_: object) -> None:
        raise _StopError


def read_xmp(packet: bytes) -> Properties:
    """Read a packet up to where it ends or stops being XML."""
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text.append
    parser.StartDoctypeDeclHandler = reader.refuse  # entities can be made to grow without end
    with suppress(expat.ExpatError, _StopError):
        parser.ParseFile(BytesIO(packet.strip(b" \r\n\t\0")))
    return Properties({name: tuple(values) for name, values in reader.found.items()})
