"""What a file says of itself: the information dictionary and XMP.

See: ISO 32000-1, 14.3; ISO 19005-2 and -3, 6.6 (metadata); ISO 14289-1, 5 and 7.1; ISO 15930-7; the XMP specification,
part 1 (language alternatives) and part 2 (Dublin Core, rights and media management).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from typing import Literal

from briefing.pdf.objects import Body, Reference, date, dictionary, text

__all__ = ["Metadata", "add_metadata", "identifier_of", "info_dictionary"]

_CREATOR = "briefing"


@dataclass(frozen=True, slots=True)
class Metadata:
    """Facts about the document."""

    title: str
    language: str
    authors: tuple[str, ...] = ()
    description: str = ""
    keywords: tuple[str, ...] = ()
    publisher: str = ""
    rights: str = ""
    """Terms of reuse, in words."""
    licence_address: str = ""
    """Where the text of a known licence stands on the web."""
    public_domain: bool = False
    """The licence gives up all rights."""
    date: datetime | None = None
    """When it was made, with a time zone; ``None`` where nothing says so."""
    label: str = ""
    """``Draft`` while something is open."""


def info_dictionary(metadata: Metadata, *, for_press: bool = False) -> bytes:
    """Write the information dictionary; it says what XMP says, for a press also that nothing is trapped yet."""
    stamp = date(metadata.date) if metadata.date else b""
    entries = {
        "Title": metadata.title,
        "Author": _joined(metadata.authors),
        "Subject": metadata.description,
        "Keywords": _joined(metadata.keywords),
        "Creator": _CREATOR,
        "Producer": _CREATOR,
    }
    written = {key: text(value) for key, value in entries.items() if value}
    dates = {"CreationDate": stamp, "ModDate": stamp} if stamp else {}
    return dictionary({**written, **dates, **({"Trapped": b"/False"} if for_press else {})})


def _joined(values: tuple[str, ...]) -> str:
    """Put several values into one text, so that they can be told apart: one that holds the sign between is quoted."""
    return "; ".join(f'"{value}"' if ";" in value else value for value in values)


def identifier_of(contents: Iterable[bytes]) -> str:
    """Make the identifier of a document from what its pages draw, which is another where a word or a place is."""
    digest = hashlib.md5(b"\0".join(contents), usedforsecurity=False).hexdigest()
    return f"uuid:{digest[:8]}-{digest[8:12]}-{digest[12:16]}-{digest[16:20]}-{digest[20:]}"


def add_metadata(body: Body, metadata: Metadata, *, part: Literal[2, 3] = 2, press_id: str = "") -> Reference:
    """Add the XMP packet; ``part`` is that of ISO 19005: 3 where files are attached, which only it allows, else 2.

    A file for a press says so, and has an identifier.
    """
    packet = _xmp(metadata, part, press_id).encode("utf-8")
    return body.stream({"Type": b"/Metadata", "Subtype": b"/XML"}, packet, compress=False)


def _escaped(value: str) -> str:
    # Not by xml.sax.saxutils, which brings urllib.request, http and ssl with it.
    return escape(value, quote=False)


def _simple(element: str, value: str) -> str:
    return f"<{element}>{_escaped(value)}</{element}>" if value else ""


def _alternatives(element: str, value: str, language: str) -> str:
    """A text by its language, and first as the one to take where no other is asked for."""
    if not value:
        return ""
    tags = ("x-default", language)
    items = "".join(f'<rdf:li xml:lang="{escape(tag)}">{_escaped(value)}</rdf:li>' for tag in tags)
    return f"<{element}><rdf:Alt>{items}</rdf:Alt></{element}>"


def _list(element: str, kind: str, values: tuple[str, ...]) -> str:
    items = "".join(f"<rdf:li>{_escaped(value)}</rdf:li>" for value in values if value)
    return f"<{element}><rdf:{kind}>{items}</rdf:{kind}></{element}>" if items else ""


def _xmp(metadata: Metadata, part: int, press_id: str) -> str:
    stamp = metadata.date.astimezone(UTC).isoformat(timespec="seconds") if metadata.date else ""
    properties = (
        _alternatives("dc:title", metadata.title, metadata.language),
        _list("dc:creator", "Seq", metadata.authors),
        _alternatives("dc:description", metadata.description, metadata.language),
        _list("dc:subject", "Bag", metadata.keywords),
        _list("dc:publisher", "Bag", (metadata.publisher,)),
        *_rights(metadata),
        _list("dc:language", "Bag", (metadata.language,)),
        _simple("dc:format", "application/pdf"),
        _simple("pdf:Keywords", _joined(metadata.keywords)),
        _simple("pdf:Producer", _CREATOR),
        _simple("xmp:CreatorTool", _CREATOR),
        _simple("xmp:CreateDate", stamp),
        _simple("xmp:ModifyDate", stamp),
        _simple("xmp:Label", metadata.label),
        _simple("pdfaid:part", str(part)),
        _simple("pdfaid:conformance", "A"),
        _simple("pdfuaid:part", "1"),
        *(_for_press(press_id, stamp) if press_id else ()),
        _EXTENSION.format(press=_PRESS_SCHEMA if press_id else ""),
    )
    inside = "\n".join(each for each in properties if each)
    return _PACKET.format(inside=inside, press=_PRESS_NAMESPACES if press_id else "")


def _for_press(press_id: str, stamp: str) -> tuple[str, ...]:
    """Whether colours are trapped stands in the information dictionary alone: PDF/A-2 has no such word in XMP."""
    return (
        _simple("pdfxid:GTS_PDFXVersion", "PDF/X-4"),
        _simple("xmp:MetadataDate", stamp),
        _simple("xmpMM:DocumentID", press_id),
        _simple("xmpMM:VersionID", "1"),
        _simple("xmpMM:RenditionClass", "default"),
    )


def _rights(metadata: Metadata) -> tuple[str, ...]:
    """The terms in words; whether there are rights at all is said only of a licence that is known."""
    known = bool(metadata.licence_address)
    return (
        _alternatives("dc:rights", metadata.rights, metadata.language),
        _simple("xmpRights:Marked", str(not metadata.public_domain) if known else ""),
        _alternatives("xmpRights:UsageTerms", metadata.rights, metadata.language),
        _simple("xmpRights:WebStatement", metadata.licence_address),
    )


_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"{press}>
{inside}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""

_EXTENSION = """<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li>{press}</rdf:Bag></pdfaExtension:schemas>"""

_PRESS_NAMESPACES = """
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/\""""

_PRESS_SCHEMA = """
<rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/X identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.npes.org/pdfx/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfxid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>GTS_PDFXVersion</pdfaProperty:name>
<pdfaProperty:valueType>Text</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Version of ISO 15930 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li>"""
