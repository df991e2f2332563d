"""A document in the few elements that are read of it, with what is known of its paragraphs and pictures beside it.

Written are paragraphs with runs, links, breaks, notes and pictures, and tables. A paragraph begins with a bookmark that
is its number in ``paragraphs``; the description of a picture is its number in ``pictures``; the style of a run is the
language of its words; a table with the style ``BOX`` is a text box.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element, tostring
from xml.sax.saxutils import quoteattr

from briefing.importing.docx.names import WRITTEN, element
from briefing.importing.docx.styles import Level

__all__ = ["BOX", "CODE", "PARAGRAPH", "ParagraphFacts", "PictureFacts", "Plain", "as_docx", "picture_drawing"]

PARAGRAPH = "paragraph:"
"""What the bookmark that begins a paragraph begins with."""
BOX = "box"
CODE = "words of code"
"""Style of a run of code, which is the tag of no language."""
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PICTURES = "pictures"


class ParagraphFacts(NamedTuple):
    """What is known of a paragraph."""

    number: int
    """In the document, from 1, empty ones counted."""
    role: str = ""
    level: Level | None = None
    start: int = 1
    """Number that it has in its list."""
    alignment: str = ""
    style: str = ""
    """Name of its style, in small letters."""
    number_text: str = ""
    """What Word sets before its words, where they begin with it in the article, too: ``Article 2.``."""


class PictureFacts(NamedTuple):
    """What is known of a picture."""

    member: str
    """Name of the part with its bytes."""
    words: str
    """What it shows, for those who cannot see it; may be empty."""
    share: float
    """Of the width of the text; 0 where it is not known."""


class Plain(NamedTuple):
    """A document as it is read."""

    body: Sequence[Element]
    notes: Mapping[tuple[str, str], Sequence[Element]]
    """Their paragraphs by kind, such as ``footnote``, and id."""
    links: Mapping[str, str]
    """Ids of addresses."""
    anchors: frozenset[str]
    """Bookmarks that words lead to."""
    paragraphs: Sequence[ParagraphFacts]
    pictures: Sequence[PictureFacts]
    note_anchors: frozenset[str] = frozenset()
    """Those of them that stand around markers of notes."""
    pieces: int = 0
    """How many there are of words that are set alike."""


def picture_drawing(number: int) -> Element:
    """Write the picture with a number."""
    blip = element("pic:pic", None, element("pic:blipFill", None, element("a:blip", {"r:embed": _PICTURES})))
    graphic = element("a:graphic", None, element("a:graphicData", None, blip))
    return element("w:drawing", None, element("wp:inline", None, element("wp:docPr", {"descr": str(number)}), graphic))


def as_docx(plain: Plain) -> bytes:
    """Pack a document so that it can be read."""
    relationships = _relationships(plain.links)
    parts = {
        "_rels/.rels": _relationship_list(_relationship("document", "officeDocument", "word/document.xml")),
        "word/document.xml": _written(element("w:document", None, element("w:body", None, *plain.body))),
        "word/_rels/document.xml.rels": relationships,
    }
    for kind in ("footnote", "endnote"):
        notes = [element(f"w:{kind}", {"w:id": key}, *body) for (its, key), body in plain.notes.items() if its == kind]
        parts[f"word/{kind}s.xml"] = _written(element(f"w:{kind}s", None, *notes))
        parts[f"word/_rels/{kind}s.xml.rels"] = relationships
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return packed.getvalue()


def _written(root: Element) -> str:
    root.attrib.update({f"xmlns:{prefix}": address for prefix, address in WRITTEN.items()})
    return tostring(root, encoding="unicode")


def _relationships(links: Mapping[str, str]) -> str:
    linked = (_relationship(key, "hyperlink", address) for address, key in links.items())
    return _relationship_list(_relationship(_PICTURES, "image", "media/picture.png"), *linked)


def _relationship(key: str, kind: str, target: str) -> str:
    return f"<Relationship Id={quoteattr(key)} Type={quoteattr(_TYPE + kind)} Target={quoteattr(target)}/>"


def _relationship_list(*relationships: str) -> str:
    address = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{address}">{"".join(relationships)}</Relationships>'
