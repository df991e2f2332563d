"""What a file says of itself: title, language, authors, dates, and the standards that it claims to keep.

XMP goes before the information dictionary. See: ISO 32000-1, 14.3; ISO 14289-1, 5; ISO 19005-1 to -4, 6.7; ISO 15930.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import pikepdf

from briefing.verifying.inspecting.objects import as_name, as_text, entry
from briefing.verifying.inspecting.streams import content_of
from briefing.verifying.inspecting.xmp import (
    ADOBE_PDF,
    DUBLIN_CORE,
    PDFA,
    PDFUA,
    PDFX,
    PDFX_ID,
    XMP,
    Properties,
    read_xmp,
)

__all__ = ["Facts", "read_facts"]

LARGEST_PACKET = 8_000_000
"""Bytes of XMP."""

_XMP_NAMES = (
    ("author", DUBLIN_CORE, "creator"),
    ("subject", DUBLIN_CORE, "description"),
    ("keywords", ADOBE_PDF, "Keywords"),
    ("creator", XMP, "CreatorTool"),
    ("producer", ADOBE_PDF, "Producer"),
    ("created", XMP, "CreateDate"),
    ("modified", XMP, "ModifyDate"),
    ("label", XMP, "Label"),
    ("rights", DUBLIN_CORE, "rights"),
    ("publisher", DUBLIN_CORE, "publisher"),
)
_INFO_NAMES = {
    "author": "Author",
    "subject": "Subject",
    "keywords": "Keywords",
    "creator": "Creator",
    "producer": "Producer",
    "created": "CreationDate",
    "modified": "ModDate",
}
_DATE = re.compile(
    r"D?:?(\d{4})(?:(\d\d)(?:(\d\d)(?:(\d\d)(?:(\d\d)(\d\d)?)?)?)?)?(?:(Z)|([+-])(\d\d)'?(\d\d)?'?)?.*", re.ASCII
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file says of itself."""

    title: str
    shows_title: bool
    language: str
    claims: tuple[str, ...]
    metadata: dict[str, str] = field(default_factory=dict)


def read_facts(pdf: pikepdf.Pdf) -> Facts:
    """Read metadata; what is missing is empty."""
    xmp = read_xmp(content_of(entry(pdf.Root, "Metadata"), LARGEST_PACKET))
    info = entry(pdf.trailer, "Info")
    return Facts(
        title=xmp.first(DUBLIN_CORE, "title") or as_text(entry(info, "Title")),
        shows_title=entry(pdf.Root, "ViewerPreferences", "DisplayDocTitle") is True,
        language=as_text(entry(pdf.Root, "Lang")),
        claims=_claims(xmp, info),
        metadata=_metadata(xmp, info),
    )


def _metadata(xmp: Properties, info: object) -> dict[str, str]:
    found = {}
    for name, namespace, local in _XMP_NAMES:
        value = "; ".join(xmp.all(namespace, local)) if name in ("author", "publisher") else xmp.first(namespace, local)
        if name == "keywords" and not value:
            value = ", ".join(xmp.all(DUBLIN_CORE, "subject"))
        value = value or as_text(entry(info, _INFO_NAMES.get(name, "")))
        if value:
            found[name] = _date(value) if name in ("created", "modified") else value
    return found


def _date(value: str) -> str:
    """Write a date of the information dictionary as XMP does; leave others as they are. See: 7.9.4."""
    match = _DATE.fullmatch(value)
    if not match or "-" in value[:7]:
        return value
    year, month, day, hour, minute, second, utc, sign, hours, minutes = match.groups()
    date = "-".join(part for part in (year, month, day) if part)
    if not hour:
        return date
    zone = "Z" if utc else f"{sign}{hours}:{minutes or '00'}" if sign else ""
    return f"{date}T{hour}:{minute or '00'}:{second or '00'}{zone}"


def _claims(xmp: Properties, info: object) -> tuple[str, ...]:
    """List the standards, PDF/UA first."""
    claims = []
    if xmp.first(PDFUA, "part"):
        claims.append(f"PDF/UA-{xmp.first(PDFUA, 'part')}")
    if xmp.first(PDFA, "part"):
        claims.append(f"PDF/A-{xmp.first(PDFA, 'part')}{xmp.first(PDFA, 'conformance').lower()}")
    printing = xmp.first(PDFX_ID, "GTS_PDFXVersion") or xmp.first(PDFX, "GTS_PDFXVersion")
    printing = printing or as_text(entry(info, "GTS_PDFXVersion")) or as_name(entry(info, "GTS_PDFXVersion"))
    if printing:
        claims.append(printing)
    return tuple(claims)
