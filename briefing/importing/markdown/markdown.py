"""A Markdown file of another tool → an article: its fields mapped, its text rewritten where ours is otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import PurePosixPath
from typing import NamedTuple

from briefing.errors import Diagnostic, Position, errors_of, sorted_diagnostics
from briefing.importing.decoding import Decoded, decoded
from briefing.importing.found import Found, Origin
from briefing.importing.given import DIVIDE, Given
from briefing.importing.markdown.cells import without_cells
from briefing.importing.markdown.citing import with_plain_citations
from briefing.importing.markdown.data_files import with_data_files
from briefing.importing.markdown.divs import without_foreign_divs
from briefing.importing.markdown.fields import Mapped, as_yaml, mapped, texts_in
from briefing.importing.markdown.headings import linked, with_plain_headings
from briefing.importing.markdown.heads import Head, head_of
from briefing.importing.markdown.illustrations import Album, with_own_pictures
from briefing.importing.markdown.inline import with_plain_inline
from briefing.importing.markdown.links import with_open_links
from briefing.importing.markdown.lists import with_plain_lists
from briefing.importing.markdown.manuscript import Line, Lines, Manuscript, shown, verbatim
from briefing.importing.markdown.obsidian import without_block_names
from briefing.importing.markdown.references import Shelf, shelf_of
from briefing.importing.markdown.repairing import Repaired, repaired
from briefing.importing.markdown.shortcodes import without_shortcodes
from briefing.importing.markdown.tables import with_plain_tables
from briefing.importing.markdown.tags import without_tags
from briefing.memory import Same
from briefing.model import Element, Node, Section
from briefing.reading.body import is_printable
from briefing.reading.dates import read_date
from briefing.reading.fields import TO_FILL_IN
from briefing.reading.files import decode
from briefing.reading.front_matter import Halves, read_front_matter
from briefing.reading.limits import ARTICLE_CHARACTERS
from briefing.reading.markdown import find_fences
from briefing.reading.timelines import told
from briefing.reading.yaml import Entry, Listing, Record, Scalar
from briefing.reading.yaml import Value as Tree
from briefing.writing import CHANGED_NAMES, EMBARGO, EXPORT_MARK, Value, as_fields

__all__ = ["read_markdown"]

_LONGEST_LINE = 100_000
"""Characters."""
_MOST_LINES = 20_000
_MOST_PARAGRAPHS = 10_000
_POST = re.compile(r"(?P<day>[12]\d{3}-\d\d-\d\d)-\w")
"""How Jekyll names the file of a post: https://jekyllrb.com/docs/posts/#creating-posts."""
_USUAL = ("sources.yaml", "sources.yml", "sources.json", "references.json")


def read_markdown(given: Given) -> Found:
    """Read a Markdown file; ``text`` of what is found stands in place of ``blocks``, which say the same."""
    typed = decode(given.data, given.name)
    read = Decoded(typed, "utf-8") if isinstance(typed, str) else decoded(given.data, given.name)
    problem = _too_long(read.text, given.name)
    if problem or errors_of(read.diagnostics):
        return Found(given.title, (), diagnostics=(*read.diagnostics, *filter(None, [problem])))
    found = _read(read.text, given)
    return found._replace(
        questions=(*read.questions, *found.questions), diagnostics=(*read.diagnostics, *found.diagnostics)
    )


def _read(text: str, given: Given) -> Found:
    manuscript = Manuscript(given.name)
    head = head_of(_printable(text, manuscript), manuscript)
    if errors_of(head.problems):
        return Found(given.title, (), diagnostics=errors_of(head.problems))
    fields = mapped(head.entries, manuscript, given.language)
    given = _dated_by_name(given, fields, manuscript)
    _ask_for_changed_names(head.lines, fields, manuscript)
    shelf = shelf_of(fields.beside.get("references"), fields.beside.get("sources"), given, manuscript)
    album = Album(given)
    title = str(fields.values.pop("title", ""))
    files = dict(_events_file(fields, given, manuscript))
    lines = _with_cover(_without_embargo(head.lines, fields), fields, manuscript)
    lines, title = _our_markdown(lines, manuscript, title, shelf, album)
    lines, named = with_data_files(_with_timeline(_without_edges(lines), fields), manuscript, given)
    done = repaired(lines, manuscript, fields.language, title)
    if done.problems:
        return Found(given.title, (), diagnostics=done.problems)
    files |= {**named, **shelf.files, **album.files}
    return _found(_Parts(given, manuscript, head, fields, shelf, files), title, done)


def _dated_by_name(given: Given, fields: Mapped, manuscript: Manuscript) -> Given:
    """Take the day in the name of a post, as Jekyll has it, where the fields say none; it is no part of the title."""
    found = _POST.match(PurePosixPath(given.name).name)
    if found is None or isinstance(read_date(found["day"], Position(given.name)), Diagnostic):
        return given
    if "date" not in fields.values:
        fields.values["date"] = found["day"]
        manuscript.ask(1, f"The date was taken from the name of the file: {found['day']}. Is it right?", "date")
    words = given.title.removeprefix(found["day"].replace("-", " ")).strip()
    return given._replace(title=words[:1].upper() + words[1:])


def _printable(text: str, manuscript: Manuscript) -> Lines:
    """Number the lines of a text, and leave out what no font has."""
    lines = [Line(line, number) for number, line in enumerate(text.split("\n"), start=1)]
    if is_printable(text):
        return lines
    out: Lines = []
    for line in lines:
        kept = line.text if is_printable(line.text) else "".join(filter(is_printable, line.text))
        if kept != line.text:
            count = len(line.text) - len(kept)
            manuscript.warn(line.number, f"Characters that no font can show are left out: {count:,}.")
        out.append(line._replace(text=kept))
    return out


def _too_long(text: str, file: str) -> Diagnostic | None:
    """Refuse what reading would refuse, before anything is done with it."""
    if len(text) > ARTICLE_CHARACTERS:
        return _refused(f"This text has more than {ARTICLE_CHARACTERS:,} characters.", file)
    lines = text.split("\n")
    if len(lines) > _MOST_LINES:
        return _refused(f"This text has more than {_MOST_LINES:,} lines.", file)
    for number, line in enumerate(lines, start=1):
        if len(line) > _LONGEST_LINE:
            return _refused(f"This line has more than {_LONGEST_LINE:,} characters.", file, number)
    if sum(bool(before.strip()) and not line.strip() for before, line in pairwise(lines)) > _MOST_PARAGRAPHS:
        return _refused(f"This text has more than {_MOST_PARAGRAPHS:,} paragraphs.", file)
    return None


def _refused(message: str, file: str, number: int = 1) -> Diagnostic:
    return Diagnostic("error", "text-too-long", message, Position(file, number), DIVIDE)


def _our_markdown(lines: Lines, manuscript: Manuscript, title: str, shelf: Shelf, album: Album) -> tuple[Lines, str]:
    """Rewrite a text step by step; each step leaves what the next ones need."""
    lines = without_cells(lines, manuscript)
    lines = without_shortcodes(lines, manuscript, title)
    lines = without_tags(lines, manuscript)
    lines = with_plain_tables(lines, manuscript)
    lines = with_plain_lists(lines, manuscript)
    lines = without_foreign_divs(lines, manuscript)
    headed = with_plain_headings(lines, manuscript, title)
    lines = with_open_links(headed.lines, manuscript)
    lines = with_own_pictures(lines, manuscript, album)
    lines = without_block_names(lines, manuscript)
    lines = with_plain_citations(lines, manuscript, shelf.authors)
    lines = with_plain_inline(lines, manuscript)
    return linked(lines, manuscript), headed.title


class _Parts(NamedTuple):
    """What was found around the text."""

    given: Given
    manuscript: Manuscript
    head: Head
    fields: Mapped
    shelf: Shelf
    files: Mapping[str, bytes]


def _found(parts: _Parts, title: str, done: Repaired) -> Found:
    given, manuscript, fields, shelf = parts.given, parts.manuscript, parts.fields, parts.shelf
    if not title:
        question = f'This file does not say its title; "{given.title}" is made of its name. Is it right?'
        manuscript.ask(1, question, "title")
    named = {"sources": tuple(shelf.names)} if any(_is_unusual(name) for name in shelf.names) else {}
    numbers = tuple(line.number for line in done.lines)
    return Found(
        title or given.title,
        tuple(_at_home(element, numbers) for section in done.body.sections for element in _elements(section, 2)),
        fields.language if "language" in fields.values else "",
        {name: value for name, value in fields.values.items() if name != "language"} | named,
        {key: tuple(_at_home(each, numbers) for each in note) for key, note in done.body.notes.items()},
        {**shelf.sources, **_to_fill_in(done, parts)},
        parts.files,
        _origin(fields, title or given.title),
        (*fields.comments, *_remarks(parts.head)),
        head=tuple(fields.head),
        text="\n".join(line.text for line in done.lines),
        lines=numbers,
        questions=tuple(manuscript.questions),
        diagnostics=sorted_diagnostics((*parts.head.problems, *manuscript.warnings)),
    )


def _with_timeline(lines: Lines, fields: Mapped) -> Lines:
    """Show the events that the head lists, where no timeline of the text does."""
    listed = _is_given("events", fields)
    fences = find_fences([line.text for line in lines])
    if not listed or any(fence.name == "timeline" for fence in fences.opens.values()):
        return lines
    number = lines[-1].number if lines else 1
    return [*lines, *([Line("", number)] if lines else []), Line("::: timeline", number), Line(":::", number)]


def _ask_for_changed_names(lines: Sequence[Line], fields: Mapped, manuscript: Manuscript) -> None:
    """Ask which names were changed where readers are told that some were: an export does not say which."""
    fences = find_fences([line.text for line in lines])
    told = next((fence for fence in fences.opens.values() if fence.name == CHANGED_NAMES and fence.closed), None)
    if told is None or _is_given("changed_names", fields):
        return
    words = " ".join(line.text.strip() for line in lines[told.line + 1 : told.end])
    question = f"The text told its readers: {shown(words)} Which names? Say it at its head: changed_names: [NAME]."
    manuscript.ask(lines[told.line].number, question)


def _without_embargo(lines: Lines, fields: Mapped) -> Lines:
    """Take away the block that says the embargo in words, where the field says it."""
    if not _is_given("embargo", fields):
        return lines
    out = list(lines)
    for start, fence in find_fences([line.text for line in lines]).opens.items():
        if fence.name == EMBARGO and fence.closed:
            out[start : fence.end + 1] = [Line("", line.number) for line in out[start : fence.end + 1]]
    return out


def _is_given(name: str, fields: Mapped) -> bool:
    return name in fields.values or any(line.startswith(f"{name}:") for line in fields.head)


def _remarks(head: Head) -> Iterator[str]:
    """Yield the lines of a head that are kept as comments; not that of an export, for the text is an article again."""
    lines = (line.text.strip() for line in head.unread)
    yield from (line.removeprefix("#").strip() for line in lines if not line.startswith(EXPORT_MARK))


def _is_unusual(name: str) -> bool:
    return name not in _USUAL and not name.lower().endswith(".bib")


def _without_edges(lines: Lines) -> Lines:
    """Leave out empty lines at both ends, and all but one between others outside of code."""
    kept = verbatim(lines)
    out: Lines = []
    for index, line in enumerate(lines):
        empty = not line.text.strip() and not kept[index]
        if not (empty and (not out or (not out[-1].text.strip() and _was_added(lines, index)))):
            out.append(line)
    while out and not out[-1].text.strip():
        out.pop()
    return out


def _was_added(lines: Lines, index: int) -> bool:
    """Tell an empty line that a step left from one that the author typed."""
    before = lines[index - 1].number
    return lines[index].number in (before, before + 1)


def _with_cover(lines: Lines, fields: Mapped, manuscript: Manuscript) -> Lines:
    """Put the picture that the head names above the text."""
    entry = fields.beside.get("picture")
    if entry is None:
        return lines
    value: Tree = entry.value
    while isinstance(value, Listing) and value.items:
        value = value.items[0]
    inner = {each.name.casefold(): _text(each) for each in value.entries} if isinstance(value, Record) else {}
    named = (inner.get(name) for name in ("image", "src", "url", "path", "file", "feature"))
    target = value.text if isinstance(value, Scalar) else next(filter(None, named), "")
    if not target.strip():
        fields.comments += as_yaml(entry.name, entry.value)
        manuscript.warn(entry.position.line, f'The field "{entry.name}" names no picture; it is kept as a comment.')
        return lines
    values = {name: inner[name] for name in ("caption", "credit") if inner.get(name)}
    plain = " ".join(f'{name}="{value.replace(chr(34), chr(39))}"' for name, value in values.items())
    typed = f"![{inner.get('alt', '')}](<{target}>)" + (f"{{{plain}}}" if plain else "")
    number = entry.position.line
    return [Line(typed, number), Line("", number), *lines]


def _text(entry: Entry) -> str:
    return " ".join(texts_in(entry.value))


def _origin(fields: Mapped, title: str) -> Origin | None:
    entry = fields.beside.get("origin")
    address = _text(entry) if entry else ""
    return Origin(title, url=address) if address.startswith("http") else None


def _to_fill_in(done: Repaired, parts: _Parts) -> Mapping[str, Mapping[str, Value]]:
    """Make an entry for each source that is cited and listed nowhere."""
    found: dict[str, Mapping[str, Value]] = {}
    in_the_text = ((each.key, done.lines[each.position.line - 1].number) for each in done.body.cited)
    for key, number in (*((key, 1) for key in _cited_in_the_head(parts)), *in_the_text):
        if key not in parts.shelf.authors and key not in found:
            found[key] = {"title": TO_FILL_IN}
            question = f'What is the source "{key}"? It is cited here, and nothing lists it: see sources.yaml.'
            parts.manuscript.ask(number, question)
    return found


def _cited_in_the_head(parts: _Parts) -> Iterator[str]:
    fields = parts.fields
    sentences = {name: str(value) for name, value in fields.values.items() if name == "standfirst"}
    text = str(fields.values.get("petition.text", ""))
    petition = as_fields({"petition": {"ask": "a", "text": text}}) if text else ""
    head = "".join(f"{line}\n" for line in fields.head)
    known = as_fields({"title": "t", "language": fields.language, **sentences})
    front = read_front_matter(Halves(f"{known}{petition}{head}", ""), parts.given.name)
    yield from (citation.key for citation in front.cited)
    if front.events:
        yield from (citation.key for citation in told(Same(front.events), fields.language).cited)


def _events_file(fields: Mapped, given: Given, manuscript: Manuscript) -> Mapping[str, bytes]:
    """Take the file of events that the head names."""
    name = str(fields.values.get("events", ""))
    data = given.beside(name) if name else None
    if data is not None:
        fields.values["events"] = PurePosixPath(name).name
        return {PurePosixPath(name).name: data}
    if fields.values.pop("events", None):
        fields.comments.append(f"events: {name}")
        manuscript.ask(1, f"The events stand in the file {name}. Put it beside the text, and write: events: {name}")
    return {}


def _elements(section: Section, level: int) -> Iterator[Element]:
    """Yield a section as reading read it: its heading, its blocks, and the sections in it."""
    if section.title:
        yield Element(f"h{min(level, 6)}", section.title, {"id": section.id}, section.position)
    yield from section.blocks
    for each in section.sections:
        yield from _elements(each, level + 1)


def _at_home(element: Element, numbers: Sequence[int]) -> Element:
    """Give an element, and all in it, the place in the imported file."""
    position = element.position
    if position and 0 < position.line <= len(numbers):
        position = replace(position, line=numbers[position.line - 1])
    children: tuple[Node, ...] = tuple(
        each if isinstance(each, str) else _at_home(each, numbers) for each in element.children
    )
    return replace(element, children=children, position=position)
