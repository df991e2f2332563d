"""What the parts of an office document are called. See: ECMA-376, part 1."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from xml.etree.ElementTree import Element

__all__ = ["PREFIXES", "WRITTEN", "child", "element", "goes_on", "integer", "is_on", "text_run", "value"]

WRITTEN: Mapping[str, str] = MappingProxyType(
    {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    }
)
"""Namespaces of what is written for the reader, by their prefixes."""

PREFIXES: Mapping[str, str] = MappingProxyType(
    {address: prefix for prefix, address in WRITTEN.items()}
    | {
        # the strict form, ECMA-376 part 1, annex A
        "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
        "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
        "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
        "http://purl.oclc.org/ooxml/drawingml/main": "a",
        "http://purl.oclc.org/ooxml/drawingml/picture": "pic",
        "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
        "http://purl.oclc.org/ooxml/officeDocument/math": "m",
        "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
        "http://schemas.openxmlformats.org/drawingml/2006/diagram": "dgm",
        "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
        "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
        "http://schemas.openxmlformats.org/package/2006/metadata/core-properties": "cp",
        "http://purl.org/dc/elements/1.1/": "dc",
        "http://purl.org/dc/terms/": "dcterms",
        "urn:schemas-microsoft-com:vml": "v",
        "urn:schemas-microsoft-com:office:office": "o",
        "http://www.w3.org/XML/1998/namespace": "xml",
    }
)
"""Prefixes by the namespaces of a document, both in the form that Word writes and in the strict one."""


def child(parent: Element | None, *path: str) -> Element | None:
    """Find a descendant by the names on the way to it."""
    for name in path:
        parent = next((each for each in parent if each.tag == name), None) if parent is not None else None
    return parent


def value(parent: Element | None, *path: str) -> str:
    """Read the ``w:val`` of a descendant; empty where there is none."""
    found = child(parent, *path)
    return found.get("w:val", "") if found is not None else ""


def is_on(parent: Element | None, name: str) -> bool | None:
    """Read a property that is on or off; ``None`` where nothing is said. See: ECMA-376, 17.17.4."""
    found = child(parent, name)
    return None if found is None else found.get("w:val", "true") not in ("0", "false", "off", "none")


def goes_on(properties: Element | None) -> bool:
    """Tell whether a paragraph is one with the next: its end was deleted, or it is a large first letter.

    See: ECMA-376, part 1, 17.13.5.15 (deleted paragraph) and 17.3.1.11 (frames).
    """
    frame = child(properties, "w:framePr")
    is_first_letter = frame is not None and frame.get("w:dropCap", "none") != "none"
    return is_first_letter or child(properties, "w:rPr", "w:del") is not None


def integer(text: str) -> int | None:
    """Read a number, if it is one of a sensible size."""
    return int(text) if text.isascii() and text.removeprefix("-").isdigit() and len(text) < 12 else None


def element(tag: str, attributes: Mapping[str, str] | None = None, *children: Element, text: str = "") -> Element:
    """Make an element."""
    made = Element(tag, dict(attributes or {}))
    made.extend(children)
    made.text = text or None
    return made


def text_run(text: str, *properties: Element) -> Element:
    """Make a run of text."""
    head = (element("w:rPr", None, *properties),) if properties else ()
    return element("w:r", None, *head, element("w:t", text=text))
