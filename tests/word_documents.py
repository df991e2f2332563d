"""Documents of Word, made of raw XML as several programs write it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from briefing.importing.docx import read_docx
from briefing.importing.found import Found
from briefing.importing.given import Given
from briefing.model import Element, Node

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
DECLARED = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in NAMESPACES.items())
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
    for key, name in {
        "Title": "Title",
        "Subtitle": "Subtitle",
        "H1": "heading 1",
        "H2": "heading 2",
        "Quote": "Quote",
        "Caption": "caption",
        "TOC1": "toc 1",
    }.items()
)
LANGUAGE = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB" w:bidi="fa-IR"/></w:rPr></w:rPrDefault></w:docDefaults>'
)
LISTS = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
)


def run(text: str, properties: str = "") -> str:
    head = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{head}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, style: str = "", properties: str = "") -> str:
    """A paragraph; content that is no XML becomes a run."""
    inner = content if content.startswith("<") else run(content) if content else ""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inner}</w:p>"


def item(text: str, depth: int = 0, number: int = 1) -> str:
    level = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, properties=level)


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{each}</w:tr>' for each in rows)}</w:tbl>"


def relationship(key: str, kind: str, target: str, *, external: bool = False) -> str:
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{key}" Type="{OFFICE}{kind}" Target="{target}"{mode}/>'


def related(*relationships: str) -> str:
    address = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{address}">{"".join(relationships)}</Relationships>'


def part(name: str, inner: str) -> str:
    return f"<w:{name} {DECLARED}>{inner}</w:{name}>"


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return written.getvalue()


def document(
    body: str,
    *relationships: str,
    parts: Mapping[str, str | bytes] | None = None,
    styles: str = STYLES,
    **shared: str,
) -> bytes:
    """A document of a body; ``shared`` are the insides of footnotes, endnotes, comments, header1, footer1."""
    kinds = {"styles": LANGUAGE + styles, "numbering": LISTS, **shared}
    links = [relationship(name, name.rstrip("0123456789"), f"{name}.xml") for name in kinds]
    roots = {"header1": "hdr", "footer1": "ftr"}
    return packed(
        {
            "_rels/.rels": related(relationship("main", "officeDocument", "word/document.xml")),
            "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
            "word/_rels/document.xml.rels": related(*links, *relationships),
            **{f"word/{name}.xml": part(roots.get(name, name), inner) for name, inner in kinds.items()},
            **(parts or {}),
        }
    )


def found_in(data: bytes) -> Found:
    return read_docx(Given(data, "talk.docx", "Talk", "en-GB"))


def read(body: str, *relationships: str, **shared: object) -> Found:
    return found_in(document(body, *relationships, **shared))  # type: ignore[arg-type]


def shape(node: Node) -> object:
    """An element as a tuple of tag, attributes that say something, and children; text alone as itself."""
    if isinstance(node, str):
        return node
    children = [shape(child) for child in node.children]
    return (node.tag, *([dict(node.attributes)] if node.attributes else []), *children)


def shapes(found: Found) -> list[object]:
    return [shape(block) for block in found.blocks]


def lines(found: Found) -> list[int]:
    return [block.position.line for block in found.blocks if isinstance(block, Element) and block.position]


def told(found: Found) -> list[str]:
    return [str(each) for each in found.diagnostics]


def asked(found: Found) -> list[tuple[int, str]]:
    return [(each.position.line, each.text) for each in found.questions]
