"""The tag tree → what a screen reader says, a line a block, in reading order.

The words are those that NVDA uses for a tagged PDF: what an element is comes first, then what is in it. A change of
language, which a voice makes heard, stands in brackets. Artifacts are in no tree and are not spoken.
See: ISO 32000-1, 14.8.2.3 (reading order), 14.8.4 (types), 14.9.2 to 14.9.5 (what is spoken in place of content).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from babel import Locale

from briefing.verifying.findings import FormField, Tag
from briefing.verifying.inspecting.tables import ROWS, Cell, grid_of
from briefing.verifying.inspecting.tags import text_of
from briefing.verifying.records import walk
from briefing.verifying.words import counted

__all__ = ["NO_TEXT", "speak", "speak_form_field", "speak_untagged"]

UNTAGGED = "This file is not tagged: a screen reader has to guess. It may read the texts in this order."
NO_TEXT = "A picture without text, perhaps a scan: a screen reader has nothing to read here."

_HEADING = re.compile(r"H(\d*)")
_INLINE = re.compile(
    "Span|Quote|Reference|BibEntry|Code|Link|Annot|Em|Strong|Lbl|Ruby|RB|RT|RP|Warichu|WT|WP",
)
"""Types that stand in a line with what is around them."""
_GRAPHICS = {"Figure": "Graphic", "Formula": "Formula"}
_LEADS = {
    "Title": "Title: ",
    "Caption": "Caption: ",
    "Note": "Note: ",
    "FENote": "Note: ",
    "LI": "",
}
_LISTS = {"L": ("List", "LI", "item", "items"), "TOC": ("Table of contents", "TOCI", "entry", "entries")}
_CONTROLS = {"text field": "Edit", "drop-down list": "Combo box"}
"""NVDA's words for form fields, where they are not the usual ones."""
_BULLET = re.compile("^[•◦▪‣●○■□➢►❖✓·*\u2013\u2014\uf0b7\uf0a7-]$")


def speak(roots: Sequence[Tag], language: str) -> tuple[str, ...]:
    """Read a tag tree aloud; ``language`` is that of the document."""
    speaker = _Speaker(language)
    speaker.blocks(roots, language)
    return tuple(speaker.lines)


def speak_untagged(pages: Iterable[str]) -> tuple[str, ...]:
    """Read the texts of the pages in the order of the file, after a line that says so."""
    lines = [UNTAGGED]
    for number, page in enumerate(pages, start=1):
        lines += [f"Page {number}", *page.splitlines()]
    return tuple(lines)


def speak_form_field(field: FormField) -> str:
    """Say what a form field is that no tag holds, and its name."""
    return f"{_control(field.kind)}: {field.name}" if field.described else f"{_control(field.kind)} without a name"


@dataclass(slots=True)
class _Speaker:
    voice: str
    """Language of what was said last; that of the document at first."""
    lines: list[str] = field(default_factory=list)
    _lead: str = ""
    """What comes before the next line."""
    _pieces: list[tuple[str, str | None]] = field(default_factory=list)
    """Of the line that is being put together: texts with their languages, none for the reader's own words."""

    def blocks(self, children: Iterable[Tag | str], language: str) -> None:
        """Read what is inside an element; what stands in one line is one line."""
        for child in children:
            if isinstance(child, str) or _INLINE.fullmatch(child.role):
                self._inline(child, language)
            elif child.role != "Artifact":
                self._end_line()
                self._block(child, child.language or language)
        self._end_line()

    def _block(self, tag: Tag, language: str) -> None:
        heading = _HEADING.fullmatch(tag.role)
        if tag.role in _GRAPHICS:
            self._graphic(tag, language)
        elif tag.role == "Form":
            self._form_field(tag, language)
        elif heading:
            self._led(f"Heading level {heading[1]}: " if heading[1] else "Heading: ", tag, language)
        elif tag.role in _LEADS:
            self._led(_LEADS[tag.role], tag, language)
        elif _spoken_for(tag):
            self._led("", tag, language)
        elif tag.role in _LISTS:
            self._list(tag, language)
        elif tag.role == "TOCI":
            self._inline(tag, language)
            self._end_line()
        elif tag.role == "Table":
            self._table(tag, language)
        elif tag.role == "BlockQuote":
            self._announce("Block quote")
            self.blocks(tag.children, language)
            self._announce("Out of block quote")
        else:
            self.blocks(tag.children, language)

    def _inline(self, child: Tag | str, around: str) -> None:
        """Add to the line whatever is inside, blocks too."""
        if isinstance(child, str):
            self._pieces.append((child, around))
            return
        if child.role == "Artifact":
            return
        language = child.language or around
        spoken = _spoken_for(child)
        if child.role in _GRAPHICS:
            self._pieces.append((f" {_graphic_lead(child)}", None))
        elif child.role == "Link":
            self._pieces.append((" Link: ", None))
        if spoken:
            before, after = _spaces_around(child)
            self._pieces.append((f"{before}{spoken}{after}", language))
            return
        apart = child.role == "Lbl" or not _INLINE.fullmatch(child.role)
        for inside in (" ", *child.children, " ") if apart else child.children:
            self._inline(inside, language)

    def _end_line(self) -> None:
        text = self._taken()
        if text:
            self.lines.append(f"{self._lead}{text}".strip())
            self._lead = ""

    def _taken(self) -> str:
        """Put the pieces together; a change of language is named where it happens."""
        line = []
        for text, own in self._pieces:
            if own is not None and _has_words(text) and _changes(self.voice, own):
                line.append(f" ({_name_of(own)}) ")
                self.voice = own
            line.append(text)
        self._pieces.clear()
        return " ".join("".join(line).split())

    def _announce(self, words: str) -> None:
        """Say in a line what begins or ends here."""
        self._pieces.append((words, None))
        self._end_line()

    def _led(self, lead: str, tag: Tag, language: str) -> None:
        """Read an element with its type and its label before the first line; nothing where it is empty."""
        spoken = _spoken_for(tag)
        if spoken:
            self._with_lead(lead, (spoken,), language)
            return
        for child in filter(_is_label, tag.children):
            self._inline(child, language)
        label = self._taken()
        if label:
            lead += "Bullet " if _BULLET.fullmatch(label) else f"{label} "
        rest = (child for child in tag.children if not _is_label(child))
        if not self._with_lead(lead, rest, language) and label:
            self._announce(lead)

    def _with_lead(self, lead: str, children: Iterable[Tag | str], language: str) -> bool:
        """Tell whether there was something to read."""
        before, said = self._lead, len(self.lines)
        self._lead += lead
        self.blocks(children, language)
        if len(self.lines) == said:
            self._lead = before
        return len(self.lines) > said

    def _graphic(self, tag: Tag, language: str) -> None:
        """Say what stands in the place of a figure; its caption is read too."""
        if not _spoken_for(tag) and tag.role == "Formula" and text_of(tag):
            self._led("Formula: ", tag, language)
            return
        if not _spoken_for(tag):
            self._announce(_graphic_lead(tag))
            self.blocks(tag.children, language)
            return
        self._led(_graphic_lead(tag), tag, language)
        self.blocks((child for child in tag.children if isinstance(child, Tag) and child.role == "Caption"), language)

    def _form_field(self, tag: Tag, language: str) -> None:
        """Say what a field is and its name; that it has none is said too."""
        control = _control(tag.control)
        if _spoken_for(tag) or text_of(tag):
            self._led(f"{control}: ", tag, language)
        else:
            self._announce(f"{control} without a name")

    def _list(self, tag: Tag, language: str) -> None:
        kind, role, one, many = _LISTS[tag.role]
        count = sum(isinstance(child, Tag) and child.role == role for child in tag.children)
        if count:
            self._announce(f"{kind} with {counted(count, one, many)}")
        self.blocks(tag.children, language)
        if count:
            self._announce(f"Out of {kind.lower()}")

    def _table(self, tag: Tag, language: str) -> None:
        grid = grid_of(tag)
        self._announce(f"Table with {counted(grid.columns, 'column')} and {counted(len(grid.rows), 'row')}")
        first = True
        for child in tag.children:
            if isinstance(child, str) or child.role not in ROWS:
                self.blocks((child,), language)
            elif first:
                first = False
                for number, row in enumerate(grid.rows, start=1):
                    self._row(number, row, language)
        self._announce("Out of table")

    def _row(self, number: int, row: Sequence[Cell], language: str) -> None:
        """Read a row in one line, each cell after the heads of its column."""
        self._lead += f"Row {number}. "
        for index, cell in enumerate(row):
            heads = f"{', '.join(cell.headers)}: " if cell.headers else ""
            self._pieces.append((f"; {heads}" if index else heads, None))
            empty = not (text_of(cell.tag) or any(isinstance(inside, Tag) for inside in cell.tag.children))
            self._inline("blank" if empty else cell.tag, language)
            self._trim()
        self._end_line()
        self._lead = ""

    def _trim(self) -> None:
        """Take away white space at the end."""
        while self._pieces:
            text, language = self._pieces.pop()
            if text.strip():
                self._pieces.append((text.rstrip(), language))
                return


def _control(kind: str) -> str:
    return _CONTROLS.get(kind, kind.capitalize() or "Form field")


def _is_label(child: Tag | str) -> bool:
    return isinstance(child, Tag) and child.role == "Lbl"


def _spoken_for(tag: Tag) -> str:
    """What is said in the place of what is inside; empty where that is read."""
    return tag.alternative or tag.expansion or ""


def _graphic_lead(tag: Tag) -> str:
    name = _GRAPHICS[tag.role]
    return f"{name}: " if _spoken_for(tag) else f"{name} without a description"


def _spaces_around(tag: Tag) -> tuple[str, str]:
    """Give the spaces at both ends of what is inside, which part words whatever is said in its place."""
    inside = "".join(each for _, each in walk([tag]) if isinstance(each, str))
    return " " * inside[:1].isspace(), " " * inside[-1:].isspace()


def _has_words(text: str) -> bool:
    """Tell whether a voice has anything to say: a full stop is the same in all languages."""
    return any(map(str.isalnum, text))


def _changes(before: str, after: str) -> bool:
    """Tell whether a voice for another language is needed; a dialect is none."""
    return before.partition("-")[0].casefold() != after.partition("-")[0].casefold()


def _name_of(tag: str) -> str:
    """Name a language in English, Dari apart from Persian but no dialects; or give its tag where it is not known."""
    language, _, region = tag.partition("-")
    names: Mapping[str, str] = Locale("en").languages
    name = names.get(language.lower(), tag)
    regional = names.get(f"{language.lower()}_{region.upper()}", name)
    return name if name in regional else regional
