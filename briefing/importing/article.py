"""What was found → the draft of an article folder that builds at once.

What was written is read back. A block that would stop a build is written again as plain words, with a question; what
stops it still is said, and nothing is written.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from briefing.errors import Diagnostic, Position, errors_of
from briefing.importing.amounts import too_much
from briefing.importing.asking import as_comment, asks, lines_with_questions, with_questions
from briefing.importing.belongings import with_belongings
from briefing.importing.draft import Draft
from briefing.importing.found import Dated, Found
from briefing.importing.given import Given
from briefing.importing.head import head_of
from briefing.importing.plainer import block_at, is_plain, plainer
from briefing.model import Element, plain_text
from briefing.model.language_names import has_name
from briefing.reading import read_folder
from briefing.reading.body import is_printable
from briefing.writing import as_inline, as_markdown, as_sources, printable

__all__ = ["draft_of_article"]

_ARTICLE, _SOURCES = "briefing.md", "sources.yaml"
_PROPOSED = "These events are proposed, from the dates in the text. Keep those that belong on a timeline, or delete it."
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
    head = head_of(found, printable(found.title) or given.title, language)
    problems = (*found.diagnostics, *_unshown(found, given.name))
    blocks = with_questions(found)
    for _ in range(_MOST_REPAIRS):
        written = _typed(found) if found.text else _written(blocks, found)
        files = _files(found, f"{head}\n{written.text}")
        diagnostics = _read_again(files)
        errors = errors_of(diagnostics)
        if not errors:
            return Draft(files, (*problems, *(each for each in diagnostics if each.severity == "question")))
        found_at = [block_at(written.starts, each.position, head.count("\n") + 1) for each in errors]
        wrong = {index for index in found_at if index is not None}
        if len(wrong) < len(set(found_at)) or all(is_plain(blocks[index]) for index in wrong):
            break
        blocks = tuple(each for index, block in enumerate(blocks) for each in plainer(block, index in wrong))
    return Draft({}, (*problems, *(_not_ours(error, given.name) for error in errors)))


def _unshown(found: Found, file: str) -> Iterator[Diagnostic]:
    """Count what no font can show: it is not written."""
    texts = (each for part in (found.blocks, *found.notes.values()) for each in map(plain_text, part))
    count = sum(not is_printable(letter) for text in texts if not is_printable(text) for letter in text)
    if count:
        message = f"{count:,} character{'s' if count > 1 else ''} that no font can show {_was(count)} left out."
        yield Diagnostic("warning", "unprintable", message, Position(file))


def _was(count: int) -> str:
    return "were" if count > 1 else "was"


class _Written(NamedTuple):
    text: str
    starts: tuple[int, ...] = ()
    """Line of each block in the text, from 1; empty where the text is the author's."""


def _written(blocks: Sequence[Element], found: Found) -> _Written:
    """Write blocks, notes and the proposed timeline below each other."""
    questions = {f"question-{index}": as_comment(each) for index, each in enumerate(blocks) if asks(each)}
    marked = [
        replace(Element("div", (), {"data-ref": f"question-{index}"}) if asks(each) else each, position=_mark(index))
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
    """Give the author's own text, with the questions and the proposed timeline."""
    parts = ("\n".join([*lines_with_questions(found), ""]), _timeline(found.events, found.notes))
    return _Written("\n".join(filter(None, parts)))


def _timeline(events: Sequence[Dated], notes: Iterable[str]) -> str:
    if not events:
        return ""
    items = (f"- {event.date}: {as_inline(event.text, notes=notes)}" for event in events)
    return "\n".join((f"<!-- question: {_PROPOSED} -->", "", "::: timeline", *items, ":::", ""))


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


def _not_ours(error: Diagnostic, file: str) -> Diagnostic:
    """Say why no folder was made: the file whose line would be named is not there."""
    if error.id == "no-text":
        return Diagnostic("error", "nothing-to-import", f'"{file}" holds no text.', Position(file))
    message = f"No folder that builds could be made of this file: {error.message}"
    return Diagnostic("error", "not-imported", message, None, error.hint)
