"""Read the body of ``briefing.md``: Markdown in, values of the model out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from briefing.errors import Diagnostic, sorted_diagnostics
from briefing.memory import FORGETFUL, Memory, Same
from briefing.model import Ask, Correction, Element, Handout, KeyFigure, Postcard, Section, Timeline
from briefing.model.briefing import Inline
from briefing.reading.body.chart_plans import ChartPlan
from briefing.reading.body.findings import Citation, EventsWanted, Findings, PictureUse
from briefing.reading.body.links import check_anchors
from briefing.reading.body.parts import Outline, PartReader, first_heading, outline_of
from briefing.reading.body.sections import nest_sections
from briefing.reading.body.shared import NOTHING_SHARED, Shared, with_shared_days
from briefing.reading.body.typed import Manuscript
from briefing.reading.body.unprintable import is_printable, without_unprintable
from briefing.reading.limits import ARTICLE_BLOCKS, ARTICLE_BRACKETS, ARTICLE_CHARACTERS
from briefing.reading.markdown import Block, Fences, Part, find_fences, parse_parts

__all__ = ["Body", "read_body"]

_QUESTION = re.compile(r"<!-- *question:(?! *-->) *(.+?) *-->", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Body:
    """What stands in the body of ``briefing.md``; each is empty where the author typed none."""

    summary: tuple[Inline, ...] = ()
    figures: tuple[KeyFigure, ...] = ()
    asks: tuple[Ask, ...] = ()
    timelines: tuple[Timeline, ...] = ()
    events_wanted: Mapping[str, EventsWanted] = field(default_factory=dict)
    """By the ids of those timelines whose events stand elsewhere; here they have none."""
    charts: tuple[ChartPlan, ...] = ()
    handout: tuple[Handout, ...] = ()
    postcard: tuple[Postcard, ...] = ()
    corrections: tuple[Correction, ...] = ()
    sections: tuple[Section, ...] = ()
    notes: Mapping[str, tuple[Element, ...]] = field(default_factory=dict)
    """Text of each note by its id, in the order of the markers."""
    headings: tuple[str, ...] = ()
    """Id of each heading, in the order of their reading."""
    pictures_used: tuple[PictureUse, ...] = ()
    cited: tuple[Citation, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def shared(self) -> Shared:
        """What editions in other languages take over."""
        return Shared(self.headings, self.figures, self.asks, self.timelines, self.charts)


def read_body(
    text: str,
    *,
    file: str,
    first_line: int = 1,
    language: str = "en",
    title: str = "",
    shared: Shared = NOTHING_SHARED,
    memory: Memory = FORGETFUL,
) -> Body:
    """Read the text below the front matter.

    ``first_line`` is the number in the file of the text's first line. A ``#`` heading that repeats ``title`` is left
    out, with a warning. ``shared`` is what a language edition takes over from its original.
    """
    findings = Findings(language, shared)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    manuscript = Manuscript(lines, file, first_line)
    if len(text) > ARTICLE_CHARACTERS:
        message = f"This text has more than {ARTICLE_CHARACTERS:,} characters."
        findings.report("error", "text-too-long", message, manuscript.position(0), "Divide it.")
        return _body((), findings)
    if text.count("[") > ARTICLE_BRACKETS:
        message = f"This text has more than {ARTICLE_BRACKETS:,} square brackets that open."
        findings.report("error", "text-too-long", message, manuscript.position(0), "Divide it.")
        return _body((), findings)
    if not is_printable(text):
        for number, line in enumerate(lines):
            lines[number] = without_unprintable(line, findings, partial(manuscript.position, number))
    return _read(manuscript, findings, title, memory)


def _read(manuscript: Manuscript, findings: Findings, title: str, memory: Memory) -> Body:
    fences = find_fences(manuscript.lines)
    _report_fences(fences, manuscript, findings)
    _report_questions(fences, manuscript, findings)
    parts = parse_parts(manuscript.lines, fences, memory)
    outlines = [memory.recall(outline_of, Same(part.parsed)) for part in parts]
    reader = PartReader(parts, outlines, manuscript, findings, memory)
    if not _within_limits(outlines, reader):
        return _body((), findings)
    findings.reserved.update(name for outline in outlines for name in outline.chosen)
    title_in = _title_in(parts, reader, title)
    originals = findings.shared.headings
    if len(originals) != sum(outline.headings for outline in outlines) - (title_in is not None):
        # which of them are counterparts cannot be told
        findings.shared = findings.shared._replace(headings=())
    sections = nest_sections(reader.flow(title_in), manuscript.position(0), findings.new_id("start"))
    _read_notes(outlines, reader)
    check_anchors(findings, originals)
    return _body(sections, findings)


def _body(sections: tuple[Section, ...], findings: Findings) -> Body:
    return Body(
        tuple(findings.summary),
        with_shared_days(findings.figures, findings.shared.figures, "as_of"),
        with_shared_days(findings.asks, findings.shared.asks, "by"),
        tuple(findings.timelines),
        findings.events_wanted,
        tuple(findings.charts),
        tuple(findings.handout),
        tuple(findings.postcard),
        tuple(findings.corrections),
        sections,
        findings.notes,
        tuple(findings.headings),
        tuple(findings.pictures),
        tuple(findings.cited),
        sorted_diagnostics(findings.diagnostics),
    )


def _report_fences(fences: Fences, manuscript: Manuscript, findings: Findings) -> None:
    for fence in fences.opens.values():
        if not fence.closed:
            message = f"The block {fence.name} is never closed." if fence.name else "This block is never closed."
            position = manuscript.position(fence.line, fence.column)
            findings.report("error", "unclosed-block", message, position, "Put a line with ::: where it ends.")
    for line in fences.stray:
        hint = "Delete it, or write ::: and a name where the block begins."
        findings.report(
            "error", "stray-fence", "No block is open that this could close.", manuscript.position(line), hint
        )
    for line in fences.open_comments:
        message = "This comment is never closed, so it is printed as typed."
        findings.report("error", "unclosed-comment", message, manuscript.position(line), "End it with -->.")
    if fences.open_code is not None:
        message = "This code block is never closed: everything after it is set as code."
        hint = "Put the same marks on a line where it ends."
        findings.report("error", "unclosed-code", message, manuscript.position(fences.open_code), hint)


def _report_questions(fences: Fences, manuscript: Manuscript, findings: Findings) -> None:
    for start, end in fences.comments.items():
        asked = _QUESTION.fullmatch(" ".join(" ".join(manuscript.lines[start:end]).split()))
        if asked:
            hint = "Answer it in the text, and delete this comment."
            findings.report("question", "question", asked[1], manuscript.position(start), hint)


def _within_limits(outlines: Sequence[Outline], reader: PartReader) -> bool:
    findings = reader.findings
    if sum(outline.size for outline in outlines) > ARTICLE_BLOCKS:
        message = f"This text has more than {ARTICLE_BLOCKS:,} paragraphs, cells and list items."
        findings.report("error", "text-too-long", message, reader.position(0), "Divide it.")
        return False
    # what would stand deeper is left out by the parser, so it has to be said
    for index, outline in enumerate(outlines):
        if outline.deepest is not None:
            message = "Lists, quotations and blocks stand too deep in each other here."
            findings.report(
                "error", "too-deep", message, reader.position(index, outline.deepest), "Take some of them apart."
            )
            return False
    return True


def _title_in(parts: Sequence[Part], reader: PartReader, title: str) -> int | None:
    """Find the part whose first heading says the title again."""
    headings = ((index, first_heading(part.parsed.blocks)) for index, part in enumerate(parts))
    index, first = next(((index, heading) for index, heading in headings if heading), (0, None))
    if first is None or first.token.tag != "h1" or not title:
        return None
    if first.children[0].token.content.casefold().split() != title.casefold().split():
        return None
    message = "This heading repeats the title, which is printed from the front matter; it is left out."
    reader.findings.report("warning", "title-repeated", message, reader.position(index, first), "Delete this line.")
    return index


def _read_notes(outlines: Sequence[Outline], reader: PartReader) -> None:
    """Read the text of each note that has a marker; a note may hold markers of further notes."""
    findings, unread = reader.findings, dict[str, tuple[int, Block]]()
    for index, block in ((index, block) for index, outline in enumerate(outlines) for block in outline.notes):
        label = block.token.meta["label"]
        if unread.setdefault(label, (index, block)) != (index, block):
            message = f'There are two notes called "{label}"; this one is not printed.'
            hint = "Give it another name."
            findings.report("error", "duplicate-note", message, reader.position(index, block), hint)
    while labels := [label for label in findings.markers if label in unread]:
        for label in labels:
            index, block = unread.pop(label)
            own = reader.reader(index)
            findings.notes[findings.markers[label]] = own.flow(block.children)
            own.inline.check_note(findings.notes[findings.markers[label]], own.position(block))
    for label, (index, block) in unread.items():
        message = f'No text refers to the note "{label}", so it is not printed.'
        hint = f"Write [^{label}] where its marker belongs, or delete it."
        findings.report("warning", "unused-note", message, reader.position(index, block), hint)
