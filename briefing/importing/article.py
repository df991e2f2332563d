"""What was found → the draft of an article folder that builds at once.

What was written is read back. A block that would stop a build is written again as plain words, with a question; what
stops it still is said, and nothing is written.
"""

from __future__ import annotations

import tempfile
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from briefing.errors import Diagnostic, Position, errors_of
from briefing.importing.amounts import too_much
from briefing.importing.belongings import with_belongings
from briefing.importing.draft import Draft
from briefing.importing.found import QUESTION, Dated, Found, Question, asked
from briefing.importing.given import Given
from briefing.model import Date, Element, plain_text, walk
from briefing.model.language_names import has_name
from briefing.model.wording import date_words
from briefing.reading import read_folder
from briefing.reading.body import is_printable
from briefing.reading.dates import read_date
from briefing.writing import Value, as_fields, as_inline, as_markdown, as_sources, printable

__all__ = ["draft_of_article"]

_ARTICLE, _SOURCES = "briefing.md", "sources.yaml"
_HERE = Position(_ARTICLE)
_FIRST = ("title", "subtitle", "standfirst", "authors", "date", "information_as_of", "language")
"""Fields in the order in which an author reads them; the others follow as they were found."""
_DAYS = ("date", "information_as_of", "deadline")
_PROPOSED = "These events are proposed, from the dates in the text. Keep those that belong on a timeline, or delete it."
_SET_PLAIN = "This could not be kept as it was marked, so only its words stand here. Look whether they are complete."
_LOST = "Something without words stood here that could not be kept, such as a picture or a line."
_MOST_REPAIRS = 3
"""How often blocks are written anew before the import is given up."""


def draft_of_article(found: Found, given: Given) -> Draft:
    """Write an article as a folder; an error of what was found, or of what was made of it, leaves the files out."""
    if errors_of(found.diagnostics):
        return Draft({}, found.diagnostics)
    if problem := too_much(found, given.name):
        return Draft({}, (*found.diagnostics, problem))
    found = with_belongings(found, given)
    language = found.language if has_name(found.language) else given.language
    head = _head(found, printable(found.title) or given.title, language)
    problems = (*found.diagnostics, *_unshown(found, given.name))
    blocks = _with_questions(found)
    for _ in range(_MOST_REPAIRS):
        written = _typed(found) if found.text else _written(blocks, found)
        files = _files(found, f"{head}\n{written.text}")
        diagnostics = _read_again(files)
        errors = errors_of(diagnostics)
        if not errors:
            return Draft(files, (*problems, *(each for each in diagnostics if each.severity == "question")))
        found_at = [_block_at(written.starts, each.position, head.count("\n") + 1) for each in errors]
        wrong = {index for index in found_at if index is not None}
        if len(wrong) < len(set(found_at)) or all(_is_plain(blocks[index]) for index in wrong):
            break
        blocks = tuple(each for index, block in enumerate(blocks) for each in _plainer(block, index in wrong))
    return Draft({}, (*problems, *map(_not_ours, errors)))


def _is_plain(block: Element) -> bool:
    """Tell whether a block is nothing but words, which cannot be made plainer."""
    return block.tag == "p" and not any(isinstance(child, Element) for child in block.children)


def _with_questions(found: Found) -> tuple[Element, ...]:
    """Put each question before the block that it is about, and what concerns the head before the first block.

    What stood behind all blocks is asked behind them.
    """
    blocks = list(found.blocks)
    last = max((each.position.line for block in blocks for each in walk(block) if each.position), default=0)
    lines = {block.position.line if block.position else 0: index for index, block in enumerate(blocks)}
    begins = sorted(lines.keys() - {0})
    at: dict[int, list[Element]] = {}
    for question in found.questions:
        line = _line_before(question, begins)
        is_behind = not question.field and question.position.line > last
        at.setdefault(len(blocks) if is_behind else lines.get(line, 0), []).append(asked(_about(question)))
    whole = (each for index, block in enumerate([*blocks, None]) for each in (*at.get(index, ()), block))
    return tuple(each for each in whole if each is not None)


def _line_before(question: Question, begins: Sequence[int]) -> int:
    """Find the last line in which a block begins, at that of a question or before; 0 for what concerns the head."""
    place = 0 if question.field else bisect_right(begins, question.position.line)
    return begins[place - 1] if place else 0


def _about(question: Question) -> str:
    return f"{question.field}: {question.text}" if question.field else question.text


def _unshown(found: Found, file: str) -> Iterator[Diagnostic]:
    """Count what no font can show: it is not written."""
    texts = (each for part in (found.blocks, *found.notes.values()) for each in map(plain_text, part))
    count = sum(not is_printable(letter) for text in texts if not is_printable(text) for letter in text)
    if count:
        message = f"{count:,} character{'s' if count > 1 else ''} that no font can show {_was(count)} left out."
        yield Diagnostic("warning", "unprintable", message, Position(file))


def _was(count: int) -> str:
    return "were" if count > 1 else "was"


def _head(found: Found, title: str, language: str) -> str:
    """Write the fields at the head, those of the petition as a group."""
    groups: dict[str, dict[str, str]] = {}
    fields: dict[str, Value] = {"title": title, "language": language}
    for name, value in found.fields.items():
        group, _, own = name.rpartition(".")
        shown = _field(own, value, language)
        if group and isinstance(shown, str):
            groups.setdefault(group, {})[own] = shown
        else:
            fields[name] = shown
    ordered = {name: fields.pop(name) for name in _FIRST if name in fields}
    comments = "".join(f"# {line}\n" for each in found.comments for line in each.splitlines())
    typed = "".join(f"{line}\n" for line in found.head)
    return f"---\n{as_fields({**ordered, **fields, **groups})}{typed}{comments}---\n"


def _field(name: str, value: str | tuple[str, ...], language: str) -> str | tuple[str, ...]:
    if isinstance(value, tuple):
        return tuple(filter(None, map(printable, value)))
    return _day(printable(value), language) if name in _DAYS else printable(value)


def _day(typed: str, language: str) -> str:
    """Word a date of EDTF for its author, if those words are read as the same date."""
    date = read_date(typed, _HERE, language)
    if not isinstance(date, Date):
        return typed
    words = date_words(date, language)
    again = read_date(words, _HERE, language)
    return words if isinstance(again, Date) and again.edtf == date.edtf else typed


class _Written(NamedTuple):
    text: str
    starts: tuple[int, ...] = ()
    """Line of each block in the text, from 1; empty where the text is the author's."""


def _written(blocks: Sequence[Element], found: Found) -> _Written:
    """Write blocks, notes and the proposed timeline below each other."""
    questions = {f"question-{index}": _comment(each) for index, each in enumerate(blocks) if _asks(each)}
    marked = [
        replace(Element("div", (), {"data-ref": f"question-{index}"}) if _asks(each) else each, position=_mark(index))
        for index, each in enumerate(blocks)
    ]
    written = as_markdown(marked, found.notes, given={**found.given, **questions})
    lines = [written.lines.get(_mark(index), 0) for index in range(len(blocks))]
    starts = tuple(accumulate(lines, max))  # a block without words begins nowhere
    return _Written("\n".join(filter(None, (written.text, _timeline(found.events, found.notes)))), starts)


def _mark(index: int) -> Position:
    """Number a block: where several stood in one line, their own places are the same."""
    return Position(_ARTICLE, index + 1)


def _typed(found: Found) -> _Written:
    """Put questions into a text that stays as it was typed, each before the block that it is about."""
    lines = found.text.rstrip("\n").split("\n")
    begins = sorted({block.position.line for block in found.blocks if block.position})
    for question in sorted(found.questions, key=lambda each: each.position.line, reverse=True):
        place = bisect_left(found.lines, _line_before(question, begins))
        lines[place:place] = [_comment(asked(_about(question))), ""]
    parts = ("\n".join([*lines, ""]), _timeline(found.events, found.notes))
    return _Written("\n".join(filter(None, parts)))


def _timeline(events: Sequence[Dated], notes: Iterable[str]) -> str:
    if not events:
        return ""
    items = (f"- {event.date}: {as_inline(event.text, notes=notes)}" for event in events)
    return "\n".join((f"<!-- question: {_PROPOSED} -->", "", "::: timeline", *items, ":::", ""))


def _asks(block: Element) -> bool:
    return block.get("class") == QUESTION


def _comment(question: Element) -> str:
    """Write a question as a comment that ``check`` lists."""
    words = " ".join(plain_text(question).split()).replace("-->", "→")
    return f"<!-- question: {words} -->"


def _files(found: Found, text: str) -> dict[str, bytes]:
    files = {**found.files, _ARTICLE: text.encode("utf-8")}
    if found.sources:
        files[_SOURCES] = as_sources(found.sources).encode("utf-8")
    return files


def _read_again(files: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
    """Say what reading says of the folder."""
    with tempfile.TemporaryDirectory(prefix="import-") as folder:
        for name, data in files.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return read_folder(Path(folder)).diagnostics


def _block_at(starts: Sequence[int], position: Position | None, before: int) -> int | None:
    """Find the block that a message is about, behind the lines of the head; ``None`` for what stands elsewhere."""
    if position is None or position.file != _ARTICLE or not starts or position.line - before < starts[0]:
        return None
    return bisect_right(starts, position.line - before) - 1


def _plainer(block: Element, is_wrong: bool) -> tuple[Element, ...]:
    """Write a block as a paragraph of plain words, with a question, where it would stop a build."""
    if not is_wrong or _asks(block):
        return (block,)
    words = " ".join(f"{plain_text(block)} {' '.join(each.get('alt') for each in walk(block))}".split())
    return (asked(_SET_PLAIN), replace(block, tag="p", children=(words,), attributes={})) if words else (asked(_LOST),)


def _not_ours(error: Diagnostic) -> Diagnostic:
    """Say why no folder was made: the file whose line would be named is not there."""
    message = f"No folder that builds could be made of this file: {error.message}"
    return Diagnostic("error", "not-imported", message, None, error.hint)
