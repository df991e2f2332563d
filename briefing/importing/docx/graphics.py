"""Drawings of a document → its pictures and text boxes; what is neither is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from briefing.importing.docx.names import child, integer
from briefing.importing.docx.package import Package, Relationship
from briefing.importing.docx.plain import PictureFacts
from briefing.importing.docx.told import Told

__all__ = ["Graphics", "alternative", "words_in"]

_EMU_PER_TWIP = 635
_SHOWN = frozenset({"w:t", "w:drawing", "w:pict", "w:txbxContent", "a:blip", "a:t", "v:imagedata", "m:t", "c:chart"})
"""Elements by which one of two ways to say the same thing is known to say something that is understood here."""


def alternative(choices: Element) -> Element | None:
    """Choose one of the ways to say the same thing, the newest that is understood. See: ECMA-376, part 3, 7.5."""
    for choice in choices:
        if choice.tag == "mc:Choice" and any(each.tag in _SHOWN for each in choice.iter()):
            return choice
    return child(choices, "mc:Fallback")


def words_in(found: Element, tag: str = "w:t") -> str:
    """Join the texts inside an element, with a space between paragraphs."""
    texts = []
    for each in found.iter():
        if each.tag == tag:
            texts.append(each.text or "")
        elif each.tag in ("w:p", "a:p", "w:tab", "w:br"):
            texts.append(" ")
    return " ".join("".join(texts).split())


class Drawn(NamedTuple):
    """What is kept of a drawing."""

    pictures: tuple[PictureFacts, ...]
    boxes: tuple[Element, ...]
    """Contents of text boxes."""
    words: str
    """Of letters that are drawn."""


class Graphics:
    """Looks through the drawings of a document."""

    def __init__(self, package: Package, told: Told) -> None:
        self._package, self._told = package, told
        self._width_emu = _text_width_twips(package.document.root) * _EMU_PER_TWIP

    def read(self, drawing: Element, relationships: Mapping[str, Relationship], paragraph: int) -> Drawn:
        """Find what is kept of a drawing, and tell the rest."""
        parts = list(_top(drawing))
        self._tell(parts, relationships, paragraph)
        described = _description(parts)
        extent = next((each for each in parts if each.tag == "wp:extent"), None)
        width = integer(extent.get("cx", "")) if extent is not None else None
        share = (width or 0) / self._width_emu
        pictures = [
            PictureFacts(target.target, described, share)
            for each in parts
            if (target := self._picture(each, relationships, paragraph))
        ]
        boxes = tuple(each for each in parts if each.tag == "w:txbxContent")
        letters = " ".join(each.get("string", "") for each in parts if each.tag == "v:textpath")
        return Drawn(tuple(pictures), boxes, letters)

    def _picture(self, part: Element, targets: Mapping[str, Relationship], paragraph: int) -> Relationship | None:
        if part.tag not in ("a:blip", "v:imagedata"):
            return None
        embedded = targets.get(part.get("r:embed") or part.get("r:id") or "")
        if embedded and not embedded.external:
            return embedded
        linked = embedded or targets.get(part.get("r:link", ""))
        if linked or part.attrib:
            self._told.tell("linked-picture", paragraph, linked.target if linked else "an unknown place")
        return None

    def _tell(self, parts: list[Element], targets: Mapping[str, Relationship], paragraph: int) -> None:
        letters = []
        for part in parts:
            if part.tag == "c:chart":
                self._told.tell("chart-left-out", paragraph, self._words_of(targets.get(part.get("r:id", ""))))
            elif part.tag == "dgm:relIds":
                self._told.tell("diagram-left-out", paragraph, self._words_of(targets.get(part.get("r:dm", ""))))
            elif part.tag == "o:OLEObject":
                self._told.tell("object-left-out", paragraph, part.get("ProgID", "a file"))
            elif part.tag == "a:t":
                letters.append(part.text or "")
        if letters:
            self._told.tell("drawing-left-out", paragraph, " ".join(letters))

    def _words_of(self, relationship: Relationship | None) -> str:
        """Read the words of a diagram, or the title and the names in a chart."""
        root = self._package.read(relationship) if relationship and not relationship.external else None
        if root is None:
            return "its words cannot be read"
        texts = [each.text or "" for each in root.iter() if each.tag in ("a:t", "c:v")]
        return " ".join(dict.fromkeys(texts)) or "it has no words"


def _top(drawing: Element) -> Iterator[Element]:
    """Yield the parts of a drawing, without what stands in its text boxes and in other ways to say the same."""
    waiting = [drawing]
    while waiting:
        part = waiting.pop()
        if part.tag == "mc:AlternateContent":
            chosen = alternative(part)
            waiting += [chosen] if chosen is not None else []
            continue
        yield part
        if part.tag != "w:txbxContent":
            waiting += list(part)[::-1]


def _description(parts: list[Element]) -> str:
    """Read what a drawing shows, as its author said it."""
    for part in parts:
        if part.tag in ("wp:docPr", "pic:cNvPr", "v:shape"):
            words = part.get("descr") or part.get("alt") or part.get("title") or ""
            if words.strip():
                return " ".join(words.split())
    return ""


def _text_width_twips(document: Element) -> int:
    """Read how wide the text is, which an A4 page with wide margins is where nothing is said."""
    section = next((each for each in document.iter() if each.tag == "w:sectPr"), None)
    page, margins = child(section, "w:pgSz"), child(section, "w:pgMar")
    if page is None or margins is None:
        return 9000
    sides = [integer(margins.get(name, "")) or 0 for name in ("w:left", "w:right")]
    return max(1000, (integer(page.get("w:w", "")) or 11900) - sum(sides))
