"""Bytes of a PDF of ours and what is wanted → the bytes of its sheets.

The file is changed in place: fonts, pictures, colours, titles and everything else that is not named here stay as they
are and are stored once. See: ISO 32000-1, 7.7.3 (pages), 14.7.4 (marked content and structure).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import pypdfium2
from pikepdf import Array, Dictionary, Name, Stream

from briefing.model.languages import direction
from briefing.printing.imposition.catalogue import drop_attachments, is_ours, note_history, prefer
from briefing.printing.imposition.contents import marks_in, renumbered, unmarked
from briefing.printing.imposition.drawing import Drawn, copied, cutting_marks, placed
from briefing.printing.imposition.measuring import measure
from briefing.printing.imposition.outline import move_outline
from briefing.printing.imposition.pages import ChangedError, check_marks, common_resources, read_pages, transparency_of
from briefing.printing.imposition.structure import Moved, TagsError, decimal, move_tree, parent_tree
from briefing.printing.imposition.writing import write
from briefing.printing.planning import Asked, Measured, Placed, Plan, Side, check_legible, plan
from briefing.verifying.inspecting.objects import (
    BROKEN,
    Identity,
    as_text,
    entry,
    identity,
    is_dictionary,
)
from briefing.verifying.inspecting.opening import Opened, opened, refusal

__all__ = ["Imposed", "impose"]

_AGAIN = "Build it again with briefing build, and print that."
_COPY = "Copy"
"""Name of the form of which all copies but the first are made."""


class Imposed(NamedTuple):
    """Sheets, and what was found and left out on the way."""

    data: bytes
    measured: Measured
    links: int
    """How many became plain text."""
    attachments: tuple[str, ...]
    """Names of files that were inside."""


def impose(data: bytes, asked: Asked, *, file: str) -> Imposed:
    """Put the pages of a file on sheets; ``file`` is its name in what is said of it.

    Raises:
        VerificationError: it cannot be read, or is none of ours.
        LayoutError: pages would become too small, or fit only once.
    """
    try:
        with opened(data, file, draws=False) as source:
            _check_ours(source)
            pages = read_pages(source.pages)
            check_marks(source.pages, pages, source.pdf.Root.StructTreeRoot)
            measured = _measured(source)
            if measured.pages != len(pages):
                raise ChangedError
            planned = plan(measured, asked)
            check_legible(measured, planned, asked)
            return _Imposition(source, pages, measured, planned).impose()
    except BROKEN:
        raise refusal(file, "damaged-file", "the file is damaged: a part of it cannot be read.", _AGAIN) from None
    except TagsError as problem:
        raise refusal(file, "tags-broken", f"its tag tree {problem}.", _AGAIN) from None
    except ChangedError:
        sentence = "the file has been changed since it was built: it is not as briefing build writes it."
        raise refusal(file, "changed-file", sentence, _AGAIN) from None


def _check_ours(source: Opened) -> None:
    pdf, file = source.pdf, source.file
    if pdf.is_encrypted:
        hint = "Save it without a password, or build it again."
        raise refusal(file, "encrypted", "the file is encrypted, which sheets are not.", hint)
    if not is_dictionary(entry(pdf.Root, "StructTreeRoot")):
        sentence = "the file is not tagged: nobody could have the sheets read aloud."
        raise refusal(file, "untagged", sentence, "Print a PDF that briefing build has made.")
    if not is_ours(pdf):
        sentence = "another program has made this file; only what briefing build makes is put on sheets."
        raise refusal(file, "not-ours", sentence, "The dialogue of your printer may offer booklets.")
    if any(entry(page, "TrimBox") is not None for page in source.pages):
        sentence = "it is made for a press, with crop marks; a printing house puts such pages on sheets itself."
        raise refusal(file, "press-file", sentence, "Build it without --edition press, and print that.")


def _measured(source: Opened) -> Measured:
    rtl = direction(as_text(entry(source.pdf.Root, "Lang")) or "en") == "rtl"
    try:
        return measure(source.data, rtl=rtl)
    except pypdfium2.PdfiumError:
        raise refusal(source.file, "damaged-file", "the file is damaged: its pages cannot be drawn.", _AGAIN) from None


class _Imposition:
    """Changes one file."""

    def __init__(self, source: Opened, pages: Sequence[Drawn], measured: Measured, planned: Plan) -> None:
        """Gather what the pages name.

        Raises: ChangedError where they do so in another way than this program writes it.
        """
        self.source, self.pdf, self.measured, self.plan = source, source.pdf, measured, planned
        self.pages = pages
        self.common = common_resources(source.pages)
        self.shared = self.pdf.make_indirect(_written_out(self.common))
        self.transparency = transparency_of(source.pages)
        self.moved: dict[Identity, Moved] = {}
        self.marks: dict[int, int] = {}

    def impose(self) -> Imposed:
        """Write the sheets, then let everything that leads to pages lead there.

        Raises:
            ChangedError: the file is not as this program writes it.
            TagsError: nor is its tag tree.
        """
        sheets = [self.pdf.make_indirect(Dictionary(Type=Name.Page)) for _ in self.plan.sides]
        for number, (side, sheet) in enumerate(zip(self.plan.sides, sheets, strict=True)):
            self._fill(number, side, sheet)
        tree = self.pdf.Root.StructTreeRoot
        moved = move_tree(tree, self.moved)
        tree.ParentTree = parent_tree(self.pdf, moved, self.marks)
        tree.ParentTreeNextKey = len(sheets)
        move_outline(self.pdf.Root.get("/Outlines"), self.moved)
        attachments = drop_attachments(self.pdf)
        prefer(self.pdf, self.plan)
        if not note_history(self.pdf, self.plan):
            raise ChangedError
        return Imposed(self._written(sheets), self.measured, moved.links, attachments)

    def _fill(self, number: int, side: Side, sheet: Dictionary) -> None:
        """Draw one side of a sheet."""
        copies = [each for each in side if each and each.copy]
        parts = [*self._read_aloud(number, side, sheet), *self._not_read_aloud(copies)]
        sheet.MediaBox = Array([0, 0, decimal(self.plan.sheet.width), decimal(self.plan.sheet.height)])
        sheet.Resources = self._resources(copies)
        sheet.Contents = self.pdf.make_indirect(Stream(self.pdf, b"".join(parts)))
        if self.transparency is not None:
            sheet.Group = self.transparency
        if number in self.marks:
            sheet.StructParents = number

    def _read_aloud(self, number: int, side: Side, sheet: Dictionary) -> Iterator[bytes]:
        """Draw pages in the order in which they are read, wherever they stand; note where they went."""
        first = 0
        for each in sorted((each for each in side if each and not each.copy), key=lambda each: each.page):
            page, scale = self.pages[each.page], self.plan.scale
            place = Moved(number, sheet, scale, each.x, each.y, first)
            self.moved[identity(self.source.pages[each.page]) or (0, 0)] = place
            yield placed(page._replace(content=renumbered(page.content, first)), scale, each.x, each.y)
            first += len(marks_in(page.content))
        if first:
            self.marks[number] = first

    def _not_read_aloud(self, copies: Sequence[Placed]) -> Iterator[bytes]:
        if copies:
            yield copied(_COPY, self.plan.scale, ((each.x, each.y) for each in copies))
        if self.plan.scheme == "repeat":
            yield cutting_marks(self.plan)

    def _resources(self, copies: Sequence[Placed]) -> Dictionary:
        """What a side names; further copies of its page are one form."""
        if not copies:
            return self.shared
        pictures = {**self.common.get("XObject", {}), _COPY: self._form(self.pages[copies[0].page])}
        return _written_out({**self.common, "XObject": pictures})

    def _form(self, page: Drawn) -> Stream:
        form = Stream(self.pdf, unmarked(page.content), Type=Name.XObject, Subtype=Name.Form)
        form.BBox = Array([decimal(each) for each in (0, 0, *page.size)])
        form.Resources = self.shared
        return self.pdf.make_indirect(form)

    def _written(self, sheets: Sequence[Dictionary]) -> bytes:
        """Put the sheets in the place of the pages, and write."""
        tree = self.pdf.make_indirect(Dictionary(Type=Name.Pages, Kids=Array(sheets), Count=len(sheets)))
        for sheet in sheets:
            sheet.Parent = tree
        self.pdf.Root.Pages = tree
        return write(self.pdf)


def _written_out(resources: Mapping[str, Mapping[str, object]]) -> Dictionary:
    return Dictionary(
        {
            f"/{kind}": Dictionary({f"/{name}": value for name, value in named.items()})
            for kind, named in resources.items()
        }
    )
