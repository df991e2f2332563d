"""Footnotes of a Word file: real ones, which Word numbers and sets at the foot of a page.

python-docx has none; this is their part, made of the pieces that it makes other parts of.
See: ECMA-376-1, 17.11 (footnotes and endnotes).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing.exporting.docx.inline import field, style_of_run
from briefing.exporting.docx.runs import Look
from briefing.exporting.docx.story import Package
from briefing.exporting.docx.xml import Xml, node, valued
from briefing.model import Element, plain_text, walk

__all__ = ["SEPARATORS", "FootNotes", "note_properties", "separators"]

SEPARATORS = {"separator": -1, "continuationSeparator": 0}
"""Numbers of the lines between text and notes, which are kept as notes."""


class FootNotes:
    """The footnotes of a document, in the order of their marks."""

    def __init__(self, main: Element, package: Package) -> None:
        self._package = package
        found = [each for each in walk(main) if each.tag == "aside" and "note" in each.classes]
        self.notes: Mapping[str, tuple[int, Element]] = {
            note.get("id"): (number, note) for number, note in enumerate(found, 1)
        }
        """Number and element of each, by its id."""
        self._marked: dict[str, str] = {}
        """Bookmark around the first mark of each, by its id."""

    def reference(self, target: str, look: Look) -> Iterator[Xml] | None:
        """Write the mark of a note; a second one repeats the number of the first."""
        return self._reference(target) if target in self.notes else None

    def _reference(self, target: str) -> Iterator[Xml]:
        number, note = self.notes[target]
        if target in self._marked:
            mark = next((plain_text(each) for each in walk(note) if "note-mark" in each.classes), "")
            yield from field(f"NOTEREF {self._marked[target]} \\f \\h", mark, "FootnoteReference")
            return
        self._marked[target] = f"mark_of_note_{number}"
        serial = str(next(self._package.serial))
        yield node("w:bookmarkStart", {"w:id": serial, "w:name": self._marked[target]})
        anchor = node("w:footnoteReference", {"w:id": str(number)})
        yield node("w:r", {}, style_of_run("FootnoteReference"), anchor)
        yield node("w:bookmarkEnd", {"w:id": serial})

    def own_mark(self, _look: Look) -> Xml:
        """Write the mark at the beginning of a note."""
        return node("w:r", {}, style_of_run("FootnoteReference"), node("w:footnoteRef"))


def separators() -> Iterator[Xml]:
    """Write the lines between text and notes, which every file with notes has."""
    for kind, number in SEPARATORS.items():
        spacing = node("w:pPr", {}, node("w:spacing", {"w:after": "0", "w:line": "240", "w:lineRule": "auto"}))
        line = node("w:p", {}, spacing, node("w:r", {}, node(f"w:{kind}")))
        yield node("w:footnote", {"w:type": kind, "w:id": str(number)}, line)


def note_properties(direction: str) -> Xml:
    """Say how notes are marked: by letters, for numbers are those of sources."""
    return node("w:footnotePr", {}, valued("w:numFmt", "arabicAlpha" if direction == "rtl" else "lowerLetter"))
