"""Document → the bytes of a Word file.

See: ECMA-376-1 (WordprocessingML), ECMA-376-2 (packages).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.package import Package as WordPackage
from lxml import etree

from briefing.exporting.document import Document
from briefing.exporting.docx.blocks import Blocks
from briefing.exporting.docx.inline import field, inline
from briefing.exporting.docx.notes import SEPARATORS, FootNotes, note_properties, separators
from briefing.exporting.docx.paragraphs import Around
from briefing.exporting.docx.runs import Look, runs_of
from briefing.exporting.docx.story import Package, Story
from briefing.exporting.docx.styles import palette_of, styles_of
from briefing.exporting.docx.theme import font_table_of, theme_of
from briefing.exporting.docx.xml import Xml, node, switch, valued
from briefing.exporting.legible import legible
from briefing.model import Element

__all__ = ["docx_file", "is_our_docx"]

_APPLICATION = "<Application>briefing</Application>"
"""How an older file of ours is known; a program that saves it again says its own name."""
_PROPERTIES = "docProps/app.xml"
_LARGEST_PROPERTIES = 10_000
"""Bytes."""
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_CORE = {
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
_FIRST_YEAR = 1601
"""Word knows no moment before."""
_MARGIN = 25 * 72 / 25.4
_TWIPS = 20
_OLDEST = (1980, 1, 1, 0, 0, 0)
"""The moment that every member of the archive says, for the same input gives the same bytes."""
_WORD_2013 = "15"
"""Without it Word opens a file in a mode for older versions."""
_FIELDS = re.compile(r"\{(page|pages)\}")


def docx_file(document: Document) -> bytes:
    """Write the file."""
    package = Package(document.main)
    body = node("w:body")
    main = package.add_part("/word/document.xml", CT.WML_DOCUMENT_MAIN, node("w:document", {}, body))
    package.opc.relate_to(main, RT.OFFICE_DOCUMENT)
    notes = FootNotes(document.main, package)
    around = Around(Look(mirrored=document.direction == "rtl"), document.theme.page.width - 2 * _MARGIN)
    body.extend(Blocks(document, Story(package, main), notes).write(document.main.children, around))
    if notes:
        main.relate_to(_footnotes(document, package, notes, around), RT.FOOTNOTES)
    body.append(_section(document, _edges(document, package, main, notes), with_notes=bool(notes)))
    for name, (kind, content_type, element) in _settled(document, package, with_notes=bool(notes)).items():
        main.relate_to(package.add_part(f"/word/{name}.xml", content_type, element), kind)
    _describe(document, package.opc)
    return _archive(package.opc)


def _settled(document: Document, package: Package, *, with_notes: bool) -> Mapping[str, tuple[str, str, Xml]]:
    """The parts that hold no text, by their names: the kind of their relationship, their type, their element."""
    palette = palette_of(document.theme)
    styles = styles_of(palette, document.language, mirrored=document.direction == "rtl")
    return {
        "styles": (RT.STYLES, CT.WML_STYLES, styles),
        "settings": (RT.SETTINGS, CT.WML_SETTINGS, _settings(document, with_notes=with_notes)),
        "theme/theme1": (RT.THEME, CT.OFC_THEME, theme_of(palette)),
        "fontTable": (RT.FONT_TABLE, CT.WML_FONT_TABLE, font_table_of()),
        "numbering": (RT.NUMBERING, CT.WML_NUMBERING, package.numbering.element()),
    }


def _footnotes(document: Document, package: Package, notes: FootNotes, around: Around) -> XmlPart:
    element = node("w:footnotes", {}, *separators())
    part = package.add_part("/word/footnotes.xml", CT.WML_FOOTNOTES, element)
    blocks = Blocks(document, Story(package, part), notes)
    inside = around._replace(style="FootnoteText")
    element.extend(notes.footnotes(lambda note: blocks.write(note.children, inside)))
    return part


def _edges(document: Document, package: Package, main: XmlPart, notes: FootNotes) -> list[Xml]:
    """Add what stands at the head and foot of every page; gives the references to both."""
    look = Look(mirrored=document.direction == "rtl")
    references = []
    if marks := (*document.marks, *document.embargo):
        header = node("w:hdr")
        part = package.add_part("/word/header1.xml", CT.WML_HEADER, header)
        header.extend(_marks(marks, look, Story(package, part), notes))
        references.append(_reference("w:headerReference", main.relate_to(part, RT.HEADER)))
    part = package.add_part("/word/footer1.xml", CT.WML_FOOTER, node("w:ftr", {}, _footer(document, look)))
    references.append(_reference("w:footerReference", main.relate_to(part, RT.FOOTER)))
    return references


def _reference(tag: str, relationship: str) -> Xml:
    return node(tag, {"w:type": "default", "r:id": relationship})


def _marks(marks: Sequence[Element], look: Look, story: Story, notes: FootNotes) -> Iterator[Xml]:
    """What a PDF says on every page."""
    for number, mark in enumerate(marks, 1):
        mirrored = mark.get("dir") == "rtl" if mark.get("dir") else look.mirrored
        own = look._replace(language=mark.get("lang"), mirrored=mirrored)
        parts = [valued("w:pStyle", "Header")]
        parts += [valued("w:bidi", int(mirrored))] if mirrored != look.mirrored else []
        parts += [node("w:spacing", {"w:after": "240"})] if number == len(marks) else []
        yield node("w:p", {}, node("w:pPr", {}, *parts), *inline(mark.children, own, story, notes))


def _footer(document: Document, look: Look) -> Xml:
    words = f"{legible(document.metadata.title)} · {document.words.text('page_of_pages')}"
    content: list[Xml] = []
    for index, piece in enumerate(_FIELDS.split(words)):
        if index % 2:
            content += field({"page": "PAGE", "pages": "NUMPAGES"}[piece], "1")
        else:
            content += runs_of(piece, look)
    return node("w:p", {}, node("w:pPr", {}, valued("w:pStyle", "Footer")), *content)


def _section(document: Document, references: Iterable[Xml], *, with_notes: bool) -> Xml:
    page = document.theme.page
    margins = dict.fromkeys(("top", "right", "bottom", "left"), _MARGIN) | {
        "header": _MARGIN / 2,
        "footer": _MARGIN / 2,
    }
    return node(
        "w:sectPr",
        {},
        *references,
        *((note_properties(document.direction),) if with_notes else ()),
        node("w:pgSz", {"w:w": _twips(page.width), "w:h": _twips(page.height)}),
        node("w:pgMar", {f"w:{side}": _twips(width) for side, width in margins.items()} | {"w:gutter": "0"}),
        *(switch("w:bidi") if document.direction == "rtl" else ()),
    )


def _twips(points: float) -> str:
    return str(round(points * _TWIPS))


def _settings(document: Document, *, with_notes: bool) -> Xml:
    uri = "http://schemas.microsoft.com/office/word"
    mode = {"w:name": "compatibilityMode", "w:uri": uri, "w:val": _WORD_2013}
    parts = [
        node("w:zoom", {"w:percent": "100"}),
        node("w:compat", {}, node("w:compatSetting", mode)),
        node("w:themeFontLang", {"w:val": document.language, "w:bidi": document.language}),
    ]
    if with_notes:
        notes = note_properties(document.direction)
        notes.extend(node("w:footnote", {"w:id": str(number)}) for number in SEPARATORS.values())
        parts.append(notes)
    return node("w:settings", {}, *parts)


def _describe(document: Document, package: WordPackage) -> None:
    """Add what the file says of itself."""
    core = Part(PackURI("/docProps/core.xml"), CT.OPC_CORE_PROPERTIES, _core(document), package)
    package.relate_to(core, RT.CORE_PROPERTIES)
    publisher = etree.Element("Company")
    publisher.text = legible(document.metadata.publisher)
    company = etree.tostring(publisher, encoding="unicode")
    extended = f'{_DECLARATION}<Properties xmlns="{_EXTENDED}">{_APPLICATION}{company}</Properties>'
    name = PackURI(f"/{_PROPERTIES}")
    package.relate_to(Part(name, CT.OFC_EXTENDED_PROPERTIES, extended.encode(), package), RT.EXTENDED_PROPERTIES)


_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def _core(document: Document) -> bytes:
    """Write the core properties. See: ECMA-376-2, 11."""
    told = document.metadata
    root = etree.Element(f"{{{_CORE['cp']}}}coreProperties", nsmap=_CORE)
    facts = {
        "dc:title": told.title,
        "dc:creator": "; ".join(told.authors),
        "cp:keywords": ", ".join(told.keywords),
        "dc:description": told.description,
        "dc:language": told.language,
        "cp:contentStatus": told.label,
    }
    for name, value in facts.items():
        if value:
            _fact(root, name).text = legible(value)
    if told.date and told.date.year >= _FIRST_YEAR:
        for name in ("dcterms:created", "dcterms:modified"):
            fact = _fact(root, name)
            fact.set(f"{{{_CORE['xsi']}}}type", "dcterms:W3CDTF")
            fact.text = _moment(told.date)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _fact(root: Xml, name: str) -> Xml:
    prefix, _, local = name.partition(":")
    return etree.SubElement(root, f"{{{_CORE[prefix]}}}{local}")


def _moment(date: datetime) -> str:
    return date.strftime("%Y-%m-%dT%H:%M:%SZ")


def _archive(package: WordPackage) -> bytes:
    """Write the parts in an order and with a moment that depend on nothing but the content."""
    written, result = BytesIO(), BytesIO()
    package.save(written)
    with ZipFile(written) as parts, ZipFile(result, "w") as archive:
        # Readers may want to know first what the other members are.
        for name in sorted(
            parts.namelist(), key=lambda name: (name != "[Content_Types].xml", name != "_rels/.rels", name)
        ):
            member = ZipInfo(name, _OLDEST)
            member.compress_type = ZIP_DEFLATED
            archive.writestr(member, parts.read(name))
    return result.getvalue()


def is_our_docx(path: Path) -> bool:
    """Tell whether a file is one that was exported and that no other program has saved since.

    Raises:
        OSError: it cannot be read.
    """
    try:
        with ZipFile(path) as archive:
            if archive.getinfo(_PROPERTIES).file_size > _LARGEST_PROPERTIES:
                return False
            return _APPLICATION.encode() in archive.read(_PROPERTIES)
    except (BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError, ValueError):
        return False
