"""Bytes of a PDF of ours and what is wanted → the bytes of its sheets.

The file is changed in place: fonts, pictures, colours, titles and everything else that is not named here stay as they
are and are stored once. See: ISO 32000-1, 7.7.3 (pages), 14.7.4 (marked content and structure).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pypdfium2
from pikepdf import Array, Dictionary, Name, Stream

from briefing.errors import VerificationError
from briefing.model.languages import direction
from briefing.printing.imposition.catalogue import drop_attachments, is_ours, note_history, prefer
from briefing.printing.imposition.contents import marks_in, renumbered, unmarked
from briefing.printing.imposition.drawing import Drawn, copied, cutting_marks, placed
from briefing.printing.imposition.measuring import measure
from briefing.printing.imposition.outline import move_outline
from briefing.printing.imposition.structure import Moved, TagsError, decimal, move_tree, parent_tree
from briefing.printing.imposition.writing import write
from briefing.printing.papers import Size
from briefing.printing.planning import Asked, Measured, Placed, Plan, Side, check_legible, plan
from briefing.verifying.inspecting.objects import (
    BROKEN,
    Identity,
    as_array,
    as_number,
    as_text,
    as_whole,
    entries,
    entry,
    identity,
    is_dictionary,
)
from briefing.verifying.inspecting.opening import Opened, opened, refusal
from briefing.verifying.inspecting.streams import content_of

__all__ = ["Imposed", "impose"]

_LARGEST_CONTENT = 64_000_000
"""Bytes that one page may draw."""
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
            measured = _measured(source)
            planned = plan(measured, asked)
            check_legible(measured, planned, asked)
            return _Imposition(source, measured, planned).impose()
    except BROKEN:
        raise refusal(file, "damaged-file", "the file is damaged: a part of it cannot be read.", _AGAIN) from None
    except TagsError as problem:
        raise refusal(file, "tags-broken", f"its tag tree {problem}.", _AGAIN) from None


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


def _measured(source: Opened) -> Measured:
    rtl = direction(as_text(entry(source.pdf.Root, "Lang")) or "en") == "rtl"
    try:
        return measure(source.data, rtl=rtl)
    except pypdfium2.PdfiumError:
        raise refusal(source.file, "damaged-file", "the file is damaged: its pages cannot be drawn.", _AGAIN) from None


class _Imposition:
    """Changes one file."""

    def __init__(self, source: Opened, measured: Measured, planned: Plan) -> None:
        self.source, self.pdf, self.measured, self.plan = source, source.pdf, measured, planned
        self.pages = [self._drawn(number, page) for number, page in enumerate(source.pages)]
        self.common = self._common_resources()
        self.shared = self.pdf.make_indirect(
            Dictionary(
                {
                    f"/{kind}": Dictionary({f"/{name}": value for name, value in named.items()})
                    for kind, named in self.common.items()
                }
            )
        )
        self.moved: dict[Identity, Moved] = {}
        self.marks: dict[int, int] = {}

    def impose(self) -> Imposed:
        """Write the sheets, then let everything that leads to pages lead there."""
        if len(self.pages) != self.measured.pages:
            raise self._damaged()
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
            raise self._damaged()
        return Imposed(self._written(sheets), self.measured, moved.links, attachments)

    def _damaged(self) -> VerificationError:
        sentence = "the file has been changed since it was built: it is not as briefing build writes it."
        return refusal(self.source.file, "changed-file", sentence, _AGAIN)

    def _drawn(self, number: int, page: Dictionary) -> Drawn:
        box = [as_number(value) for value in as_array(page.get("/MediaBox"))]
        if len(box) != 4 or as_whole(page.get("/Rotate", 0)) != 0 or page.get("/UserUnit", 1) != 1:
            raise self._damaged()
        left, bottom, right, top = (value or 0.0 for value in box)
        content = content_of(page.get("/Contents"), _LARGEST_CONTENT)
        if not (right > left and top > bottom) or (page.get("/Contents") is not None and not content):
            raise self._damaged()
        return Drawn(content, left, bottom, Size(right - left, top - bottom))

    def _common_resources(self) -> dict[str, dict[str, object]]:
        """What the pages name: this program gives a name to one thing only."""
        common: dict[str, dict[str, object]] = {}
        seen = set[Identity]()
        for page in self.source.pages:
            own = identity(page.get("/Resources"))
            if own in seen:
                continue
            if own:
                seen.add(own)
            for kind, named in entries(page.get("/Resources")):
                known = common.setdefault(kind, {})
                for name, value in entries(named):
                    if identity(known.setdefault(name, value)) != identity(value):
                        raise self._damaged()
        return common

    def _fill(self, number: int, side: Side, sheet: Dictionary) -> None:
        """Draw one side; pages in the order in which they are read, wherever they stand."""
        parts, marks = [], 0
        pages = sorted((each for each in side if each and not each.copy), key=lambda each: each.page)
        for each in pages:
            page, (x, y) = self.pages[each.page], self._corner(each)
            place = Moved(
                number,
                sheet,
                self.plan.scale,
                x - self.plan.scale * page.left,
                y - self.plan.scale * page.bottom,
                marks,
            )
            self.moved[identity(self.source.pages[each.page]) or (0, 0)] = place
            parts.append(placed(page._replace(content=renumbered(page.content, marks)), self.plan.scale, x, y))
            marks += len(marks_in(page.content))
        copies = [each for each in side if each and each.copy]
        if copies:
            page = self.pages[copies[0].page]
            parts.append(copied(_COPY, page, self.plan.scale, map(self._corner, copies)))
        if self.plan.scheme == "repeat":
            parts.append(cutting_marks(self.plan))
        sheet.MediaBox = Array([0, 0, decimal(self.plan.sheet.width), decimal(self.plan.sheet.height)])
        sheet.Resources = self._resources(copies)
        sheet.Contents = self.pdf.make_indirect(Stream(self.pdf, b"".join(parts)))
        group = next((page.get("/Group") for page in self.source.pages if "/Group" in page), None)
        if group is not None:
            sheet.Group = group
        if marks:
            sheet.StructParents = number
            self.marks[number] = marks

    def _corner(self, each: Placed) -> tuple[float, float]:
        """Where a page begins: one that is smaller than the largest stands in the middle of its place."""
        page, largest, scale = self.pages[each.page].size, self.plan.page, self.plan.scale
        return each.x + (largest.width - page.width) * scale / 2, each.y + (largest.height - page.height) * scale / 2

    def _resources(self, copies: Sequence[Placed]) -> Dictionary:
        """What a side names; further copies of its page are one form."""
        if not copies:
            return self.shared
        form = self._form(self.pages[copies[0].page])
        own = Dictionary({f"/{kind}": self.shared[f"/{kind}"] for kind in self.common})
        pictures = self.common.get("XObject", {})
        own.XObject = Dictionary({**{f"/{name}": each for name, each in pictures.items()}, f"/{_COPY}": form})
        return own

    def _form(self, page: Drawn) -> Stream:
        box = Array(
            [
                decimal(each)
                for each in (page.left, page.bottom, page.left + page.size.width, page.bottom + page.size.height)
            ]
        )
        form = Stream(
            self.pdf, unmarked(page.content), Type=Name.XObject, Subtype=Name.Form, BBox=box, Resources=self.shared
        )
        return self.pdf.make_indirect(form)

    def _written(self, sheets: Sequence[Dictionary]) -> bytes:
        """Put the sheets in the place of the pages, and write."""
        tree = self.pdf.make_indirect(Dictionary(Type=Name.Pages, Kids=Array(sheets), Count=len(sheets)))
        for sheet in sheets:
            sheet.Parent = tree
        self.pdf.Root.Pages = tree
        return write(self.pdf)
