"""The parts of a document → the document in the few elements that are read of it.

What the reader would pass over in silence is written as something that it reads: fields, text boxes, content controls,
the ways of other programs to say the same. What has no place is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from briefing.importing.docx.graphics import Graphics, alternative, words_in
from briefing.importing.docx.names import child, element, goes_on, integer, is_on, text_run, value
from briefing.importing.docx.numerals import is_counted_plainly, numbered
from briefing.importing.docx.package import Package, Part
from briefing.importing.docx.plain import BOX, PARAGRAPH, ParagraphFacts, Plain
from briefing.importing.docx.runs import Runs
from briefing.importing.docx.styles import Level, Lists, Styles
from briefing.importing.docx.told import Told

__all__ = ["rewrite"]

_MOST_COLUMNS = 100
_ALIGNMENTS = {"right": "right", "end": "right", "center": "centre"}
_NOTES = {"footnotes": "footnote", "endnotes": "endnote"}
_BARE_NOTES = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def rewrite(package: Package, styles: Styles, told: Told) -> tuple[Plain, dict[str, int]]:
    """Rewrite a document; beside it stand the paragraphs of the comments' markers, by their ids."""
    numbering = package.shared.get("numbering")
    runs = Runs(styles, Graphics(package, told), told)
    blocks = _Blocks(styles, Lists(numbering.root if numbering else None, styles), runs, told)
    body = child(package.document.root, "w:body")
    written = blocks.part(package.document, body if body is not None else ())
    notes = dict(_notes(package, blocks, runs, told))
    plain = Plain(
        written,
        notes,
        runs.links,
        frozenset(runs.anchors),
        blocks.paragraphs,
        runs.pictures,
        frozenset(runs.note_anchors),
        blocks.pieces,
    )
    return plain, runs.comments


def _notes(
    package: Package, blocks: _Blocks, runs: Runs, told: Told
) -> Iterator[tuple[tuple[str, str], list[Element]]]:
    """Rewrite the notes that have a marker, and tell the others."""
    met = dict(runs.notes)
    for part_name, kind in _NOTES.items():
        part = package.shared.get(part_name)
        for note in part.root if part else ():
            key = kind, note.get("w:id", "")
            if part is None or note.tag != f"w:{kind}" or note.get("w:type", "") in _BARE_NOTES:
                continue
            if key in met:
                yield key, blocks.part(part, note, met.pop(key))
            elif words := words_in(note):
                told.tell("note-without-marker", 0, words)
    for paragraph in met.values():
        told.tell("missing-note", paragraph)


class _Blocks:
    """Goes through the paragraphs and tables of one document."""

    def __init__(self, styles: Styles, lists: Lists, runs: Runs, told: Told) -> None:
        self._styles, self._lists, self._runs, self._told = styles, lists, runs, told
        self.paragraphs: list[ParagraphFacts] = []
        self.pieces = 0
        """Runs and links that were written."""
        self._count = 0
        self._within_note = 0
        """Paragraph of the marker of the note that is gone through."""
        self._carried: list[Element] = []
        """What the next paragraph begins with: bookmarks, and paragraphs whose end was deleted."""
        self._starts: dict[tuple[str, int], int] = {}
        """Numbers of the items to come, by the numbering of a list and depth."""
        self._begun: set[tuple[str, int]] = set()
        """Lists of which there was an item, with its depth."""
        self._contents_end = -2
        """The last paragraph of a table of contents."""

    def part(self, part: Part, parent: Iterable[Element], note_at: int = 0) -> list[Element]:
        """Rewrite the text of a part; that of a note stands in the paragraph of its marker."""
        self._runs.relationships = part.relationships
        self._within_note = note_at
        blocks = self._flow(parent)
        if self._carried:
            blocks.append(self._written(ParagraphFacts(self._number), []))
        return blocks

    @property
    def _number(self) -> int:
        return self._within_note or self._count

    def _flow(self, parent: Iterable[Element]) -> list[Element]:
        return [block for part in parent for block in self._block(part)]

    def _block(self, part: Element) -> list[Element]:
        match part.tag:
            case "w:p":
                return self._paragraph(part)
            case "w:tbl":
                return self._table(part)
            case "w:sdt":
                return self._control(part)
            case "mc:AlternateContent":
                chosen = alternative(part)
                return self._flow(chosen) if chosen is not None else []
            case "m:oMathPara" | "m:oMath" | "w:r" | "w:hyperlink":
                return self._paragraph(element("w:p", None, part))
            case "w:bookmarkStart":
                self._carried += self._runs.read([part])
                return []
            case "w:sectPr" | "w:altChunk":
                if part.tag == "w:altChunk":
                    self._told.tell("object-left-out", self._number, "a document inside the document")
                return []
            case _:
                return self._flow(part)

    def _control(self, control: Element) -> list[Element]:
        properties, content = child(control, "w:sdtPr"), child(control, "w:sdtContent")
        if content is None:
            return []
        if is_on(properties, "w:showingPlcHdr"):
            self._told.tell("placeholder", self._number + 1, words_in(content))
            return []
        if value(properties, "w:docPartObj", "w:docPartGallery") == "Table of Contents":
            self._count += sum(each.tag == "w:p" for each in content.iter())
            self._tell_contents(words_in(content))
            return []
        return self._flow(content)

    def _paragraph(self, paragraph: Element) -> list[Element]:
        self._count += not self._within_note
        self._runs.paragraph = self._number
        properties = child(paragraph, "w:pPr")
        facts = self._facts(properties)
        if facts.role == "contents":
            self._leave_contents(paragraph)
            return []
        inline = list(self._runs.read(paragraph))
        if facts.number_text and any(map(words_in, inline)):
            inline.insert(0, text_run(f"{facts.number_text} "))
        if is_on(properties, "w:pageBreakBefore"):
            inline.insert(0, _page_break())
        if _ends_page(child(properties, "w:sectPr")):
            inline.append(_page_break())
        boxes = self._boxes()
        if self._runs.contents:
            self._tell_contents("".join(self._runs.contents))
            self._runs.contents = []
        if goes_on(properties):
            self._carried += inline
            return boxes
        return [self._written(facts, inline), *boxes]

    def _leave_contents(self, paragraph: Element) -> None:
        for _ in self._runs.read(paragraph):
            pass  # the fields in it begin and end
        self._runs.contents = []
        if words := words_in(paragraph):
            self._tell_contents(words)

    def _tell_contents(self, words: str) -> None:
        """Tell a table of contents once, however many lines it has."""
        if self._contents_end >= self._number - 1:
            self._told.add_words("contents-left-out", words)
        else:
            self._told.tell("contents-left-out", self._number, words)
        self._contents_end = self._number

    def _facts(self, properties: Element | None) -> ParagraphFacts:
        style = value(properties, "w:pStyle")
        outline = integer(value(properties, "w:outlineLvl"))
        role = f"heading {outline + 1}" if outline is not None and 0 <= outline < 9 else self._styles.role(style)
        level = self._lists.level(properties, style)
        own = child(properties, "w:jc")
        alignment = own if own is not None else self._styles.paragraph_property(style, "w:jc")
        aligned = _ALIGNMENTS.get(alignment.get("w:val", ""), "") if alignment is not None else ""
        is_item = level is not None and not role
        name = self._styles.name(style)
        start = self._start(level)
        text = self._number_text(level, start, is_heading=bool(role)) if level else ""
        return ParagraphFacts(self._number, role, level if is_item else None, start, aligned, name, text)

    def _number_text(self, level: Level, start: int, *, is_heading: bool) -> str:
        """Write what Word sets before a heading, if it is more than a number; tell what else is not kept."""
        if not level.ordered or (not is_heading and is_counted_plainly(level.text, level.form)):
            return ""
        above = [self._starts.get((level.kind, depth), level.starts[depth] + 1) - 1 for depth in range(level.depth)]
        text = numbered(level.text, level.forms, [*above, start])
        if is_heading and any(map(str.isalpha, text)):
            return text
        if text:
            self._told.tell("heading-numbers" if is_heading else "item-numbers", self._number, text)
        return ""

    def _start(self, level: Level | None) -> int:
        """Count the items of a list; those deeper begin anew."""
        if level is None:
            return 1
        begins = level.restarts and (level.number, level.depth) not in self._begun
        number = level.start if begins else self._starts.get((level.kind, level.depth), level.start)
        self._begun.add((level.number, level.depth))
        self._starts = {
            key: count for key, count in self._starts.items() if key[0] != level.kind or key[1] <= level.depth
        }
        self._starts[level.kind, level.depth] = number + 1
        return number

    def _written(self, facts: ParagraphFacts, inline: list[Element]) -> Element:
        place = element("w:bookmarkStart", {"w:name": f"{PARAGRAPH}{len(self.paragraphs)}"})
        self.paragraphs.append(facts)
        carried, self._carried = self._carried, []
        written = _merged((*carried, *inline))
        self.pieces += len(written)
        return element("w:p", None, place, *written)

    def _boxes(self) -> list[Element]:
        """Write the text boxes that were met as boxes, those inside others behind them."""
        contents, self._runs.boxes = self._runs.boxes, []
        written = []
        for content in contents:
            blocks = self._flow(content)
            if any(words_in(each) for each in blocks):
                self._told.tell("text-box", self._number)
            inner = [each for each in blocks if _is_box(each)]
            written += [_box([each for each in blocks if not _is_box(each)]), *inner]
        return written

    def _table(self, table: Element) -> list[Element]:
        rows, behind = list[Element](), list[Element]()
        has_names = self._styles.has_names(child(table, "w:tblPr"))
        for row in _rows(table):
            if child(row, "w:trPr", "w:del") is not None:
                self._count += sum(each.tag == "w:p" for each in row.iter())
                self._told.tell("tracked-deletion", self._number, words_in(row) or words_in(row, "w:delText"))
                continue
            cells = list[Element]()
            for cell in _cells(row):
                blocks = self._flow(cell)
                behind += [each for each in blocks if each.tag == "w:tbl"]
                cells.append(self._cell(cell, [each for each in blocks if each.tag == "w:p"]))
            is_header = is_on(child(row, "w:trPr"), "w:tblHeader") or (has_names and not rows)
            head = [element("w:trPr", None, element("w:tblHeader"))] if is_header else []
            rows.append(element("w:tr", None, *head, *cells))
        for each in behind:
            if not _is_box(each):
                self._told.tell("table-in-table", self._number)
        if len(rows) == 1 and sum(each.tag == "w:tc" for each in rows[0]) == 1:
            return [_box(list(rows[0].iter("w:p"))), *behind]
        return [element("w:tbl", None, *rows), *behind]

    def _cell(self, cell: Element, paragraphs: list[Element]) -> Element:
        properties = child(cell, "w:tcPr")
        kept = []
        if (span := integer(value(properties, "w:gridSpan"))) is not None and 1 < span <= _MOST_COLUMNS:
            kept.append(element("w:gridSpan", {"w:val": str(span)}))
        merge = child(properties, "w:vMerge")
        if merge is not None and merge.get("w:val") == "restart":
            kept.append(element("w:vMerge", {"w:val": "restart"}))
        elif merge is not None and not any(words_in(each) for each in paragraphs):
            # the reader drops what stands in the rest of a merged cell
            kept.append(element("w:vMerge"))
        return element("w:tc", None, element("w:tcPr", None, *kept), *paragraphs)


def _merged(inline: Iterable[Element]) -> list[Element]:
    """Join runs of text that are set alike, which programs part wherever somebody stopped typing."""
    written: list[Element] = []
    before: object = None
    for each in inline:
        form = _form(each)
        if form is not None and form == before:
            last = written[-1][-1]
            last.text = (last.text or "") + (each[-1].text or "")
        else:
            written.append(each)
        before = form
    return written


def _form(inline: Element) -> tuple[tuple[str, str], ...] | None:
    """Tell how a run of text is set; ``None`` for anything else."""
    if inline.tag != "w:r" or len(inline) > 2 or inline[-1].tag != "w:t":
        return None
    return tuple((each.tag, each.get("w:val", "")) for each in inline[0]) if len(inline) == 2 else ()


def _rows(table: Element) -> Iterator[Element]:
    """Yield the rows of a table, also those inside content controls."""
    for part in table:
        if part.tag == "w:tr":
            yield part
        elif part.tag not in ("w:tblPr", "w:tblGrid"):
            yield from _rows(part)


def _cells(row: Element) -> Iterator[Element]:
    for part in row:
        if part.tag == "w:tc":
            yield part
        elif part.tag not in ("w:trPr", "w:tblPrEx"):
            yield from _cells(part)


def _box(blocks: list[Element]) -> Element:
    """Write what stands in a box as a table of one cell."""
    style = element("w:tblPr", None, element("w:tblStyle", {"w:val": BOX}))
    return element("w:tbl", None, style, element("w:tr", None, element("w:tc", None, *blocks)))


def _is_box(block: Element) -> bool:
    return value(block, "w:tblPr", "w:tblStyle") == BOX


def _page_break() -> Element:
    return element("w:r", None, element("w:br", {"w:type": "page"}))


def _ends_page(section: Element | None) -> bool:
    """Tell whether a page ends behind a section. See: ECMA-376, part 1, 17.6.22."""
    return section is not None and value(section, "w:type") not in ("continuous", "nextColumn")
