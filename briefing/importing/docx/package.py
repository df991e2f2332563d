"""The parts of a Word document → trees that are safe to read. See: ECMA-376, part 2 (packages)."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from briefing.errors import Diagnostic, Position
from briefing.importing.archives import Archive, open_archive
from briefing.importing.docx.names import PREFIXES, child
from briefing.importing.xml_trees import XmlRefusal, read_xml

__all__ = ["Package", "Part", "Relationship", "read_package"]

_PART_BYTES = 20_000_000
"""Of XML; a thick book has two."""
_SHARED = ("styles", "numbering", "footnotes", "endnotes", "comments")
_RUNNING = ("header", "footer")


class Relationship(NamedTuple):
    """Where a part refers to."""

    kind: str
    """Last word of its type: ``image``, ``hyperlink``."""
    target: str
    """Name of a part, or an address outside."""
    external: bool


class Part(NamedTuple):
    """A part with what it refers to."""

    root: Element
    relationships: Mapping[str, Relationship] = MappingProxyType({})


class Package(NamedTuple):
    """A Word document in its parts."""

    archive: Archive
    document: Part
    shared: Mapping[str, Part]
    """Styles, numbering, footnotes, endnotes and comments, those that it has."""
    running: tuple[Part, ...]
    """What stands at the head and the foot of pages."""
    properties: Element | None

    def read(self, relationship: Relationship) -> Element | None:
        """Read a further part, such as the words of a diagram; ``None`` where it cannot be read."""
        read = _part(self.archive, relationship.target, "")
        return read.root if isinstance(read, Part) else None


def read_package(data: bytes, name: str) -> Package | Diagnostic:
    """Open a document; a problem where it is damaged, hostile, or no document of Word."""
    archive = open_archive(data, name)
    if isinstance(archive, Diagnostic):
        return archive
    place = _document_name(archive)
    if place not in archive.members:
        message = "This file is no document of Word, or its text is missing."
        return Diagnostic(
            "error", "not-docx", message, Position(name), "Save it as .docx in the program it comes from."
        )
    document = _part(archive, place, name)
    if isinstance(document, Diagnostic):
        return document
    if child(document.root, "w:body") is None:
        message = "This document has no text."
        return Diagnostic("error", "not-docx", message, Position(name), "Open it in Word, and save it anew.")
    return _with_parts(archive, document, name)


def _with_parts(archive: Archive, document: Part, name: str) -> Package | Diagnostic:
    shared, running = {}, []
    for relationship in document.relationships.values():
        if relationship.external or relationship.target not in archive.members:
            continue
        if relationship.kind not in _SHARED + _RUNNING:
            continue
        part = _part(archive, relationship.target, name)
        if isinstance(part, Diagnostic):
            return part
        if relationship.kind in _SHARED:
            shared[relationship.kind] = part
        else:
            running.append(part)
    properties = _part(archive, "docProps/core.xml", name) if "docProps/core.xml" in archive.members else None
    if isinstance(properties, Diagnostic):
        return properties
    return Package(archive, document, shared, tuple(running), properties.root if properties else None)


def _document_name(archive: Archive) -> str:
    """Find the part with the text, by what the package says itself."""
    found = _relationships(archive, "", "_rels/.rels")
    if isinstance(found, Diagnostic):
        return ""
    return next((each.target for each in found.values() if each.kind == "officeDocument"), "word/document.xml")


def _part(archive: Archive, place: str, name: str) -> Part | Diagnostic:
    root = _tree(archive, place, name)
    if isinstance(root, Diagnostic):
        return root
    folder, _, file = place.rpartition("/")
    relationships = _relationships(archive, folder, f"{folder}/_rels/{file}.rels", name)
    return relationships if isinstance(relationships, Diagnostic) else Part(root, relationships)


def _relationships(
    archive: Archive, folder: str, place: str, name: str = ""
) -> Mapping[str, Relationship] | Diagnostic:
    if place not in archive.members:
        return {}
    root = _tree(archive, place, name)
    if isinstance(root, Diagnostic):
        return root
    return {each.get("Id", ""): _relationship(each, folder) for each in root if each.tag == "rel:Relationship"}


def _relationship(found: Element, folder: str) -> Relationship:
    target, external = found.get("Target", ""), found.get("TargetMode") == "External"
    if not external:
        # a name inside the package: it is looked up among the members, and nowhere else
        target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
    return Relationship(found.get("Type", "").rpartition("/")[2], target, external)


def _tree(archive: Archive, place: str, name: str) -> Element | Diagnostic:
    data = archive.read(place, _PART_BYTES)
    if isinstance(data, Diagnostic):
        return data
    try:
        return read_xml(data, PREFIXES)
    except XmlRefusal as refusal:
        message = f'The part "{place[:80]}" of this document {refusal}.'
        hint = "Open it in the program it comes from, and save it anew."
        return Diagnostic("error", "unusable-file", message, Position(name), hint)
