"""Footnotes of a Word file: real ones, which Word numbers and sets at the foot of a page.

python-docx has none; this is their part, made of the pieces that it makes other parts of.
See: ECMA-376-1, 17.11 (footnotes and endnotes).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from briefing.exporting.docx.inline import field, style_of_run
from briefing.exporting.docx.story import Package
from briefing.exporting.docx.xml import Xml, node, valued
from briefing.model import Element, plain_text, walk

__all__ = ["SEPARATORS", "FootNotes", "note_properties", "separators"]

SEPARATORS = {"separator": -1, "continuationSeparator": 0}
"""Numbers of the lines between text and notes, which are kept as notes."""


class FootNotes:
    """The footnotes of a document, in the order of their marks.

    Word has no footnotes in footnotes: a note that only another note marks stands below that one.
    """

    def __init__(self, main: Element, package: Package) -> None:
        self._package = package
        found = [each for each in walk(main) if each.tag == "aside" and "note" in each.classes]
        self._notes = {note.get("id"): note for note in found}
        self._numbers = {note.get("id"): number for number, note in enumerate(found, 1)}
        self._marked: dict[str, str] = {}
        """Bookmark around the mark in the text of each note that has one there, by its id."""
        self._waiting: list[str] | None = None
        """Ids of the notes that the footnote marks which is being written; none while the text is written."""
        self._written: set[str] = set()
        self._now = ""
        """Id of the note that is being written."""

    def __bool__(self) -> bool:
        return bool(self._notes)

    def footnotes(self, write: Callable[[Element], Iterable[Xml]]) -> Iterator[Xml]:
        """Write the footnotes when the text is written; ``write`` makes paragraphs of a note."""
        for target in self._marked:
            self._waiting, paragraphs = [target], list[Xml]()
            while self._waiting:
                self._now = self._waiting.pop(0)
                paragraphs += write(self._notes[self._now])
                self._written.add(self._now)
            yield node("w:footnote", {"w:id": str(self._numbers[target])}, *paragraphs)

    def reference(self, target: str) -> Iterator[Xml] | None:
        """Write the mark of a note; a second one repeats the number of the first."""
        return self._reference(target) if target in self._notes else None

    def _reference(self, target: str) -> Iterator[Xml]:
        if target in self._marked:
            yield from field(f"NOTEREF {self._marked[target]} \\f \\h", self._mark(target), "FootnoteReference")
        elif self._waiting is not None:
            if target not in {*self._waiting, *self._written, self._now}:
                self._waiting.append(target)
            yield self._plain_mark(target)
        else:
            number = self._numbers[target]
            self._marked[target] = f"mark_of_note_{number}"
            serial = str(next(self._package.serial))
            yield node("w:bookmarkStart", {"w:id": serial, "w:name": self._marked[target]})
            anchor = node("w:footnoteReference", {"w:id": str(number)})
            yield node("w:r", {}, style_of_run("FootnoteReference"), anchor)
            yield node("w:bookmarkEnd", {"w:id": serial})

    def own_mark(self) -> Xml:
        """Write the mark at the beginning of the note that is being written."""
        if self._now not in self._marked:
            return self._plain_mark(self._now)
        return node("w:r", {}, style_of_run("FootnoteReference"), node("w:footnoteRef"))

    def _plain_mark(self, target: str) -> Xml:
        return node("w:r", {}, style_of_run("FootnoteReference"), node("w:t", text=self._mark(target)))

    def _mark(self, target: str) -> str:
        """The mark that a PDF has."""
        return next((plain_text(each) for each in walk(self._notes[target]) if "note-mark" in each.classes), "")


def separators() -> Iterator[Xml]:
    """Write the lines between text and notes, which every file with notes has."""
    for kind, number in SEPARATORS.items():
        spacing = node("w:pPr", {}, node("w:spacing", {"w:after": "0", "w:line": "240", "w:lineRule": "auto"}))
        line = node("w:p", {}, spacing, node("w:r", {}, node(f"w:{kind}")))
        yield node("w:footnote", {"w:type": kind, "w:id": str(number)}, line)


def note_properties(direction: str) -> Xml:
    """Say how notes are marked: by letters, for numbers are those of sources."""
    return node("w:footnotePr", {}, valued("w:numFmt", "arabicAlpha" if direction == "rtl" else "lowerLetter"))
