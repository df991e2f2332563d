"""A file of another kind → an article folder."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path, PurePath
from types import MappingProxyType

from briefing.errors import ContentError, Diagnostic, Position, errors_of
from briefing.importing.draft import Draft, Imported
from briefing.importing.events import draft_of_events
from briefing.importing.fields import draft_of_fields
from briefing.importing.given import Given
from briefing.model.language_names import has_name
from briefing.reading.article import is_language_tag
from briefing.reading.events import read_events_file
from briefing.reading.files import readable_size
from briefing.reading.limits import CSV_BYTES
from briefing.reading.new_folder import write_new_folder
from briefing.reading.spreadsheets import refused_spreadsheet

__all__ = ["KINDS", "LARGEST", "import_file"]

LARGEST = CSV_BYTES
"""Bytes of a file that is imported."""


def _table(given: Given) -> Draft:
    listed = read_events_file(given.name, given.data, given.language, "csv")
    return draft_of_events(listed, title=given.title, language=given.language, file=given.name)


def _timelinejs(given: Given) -> Draft:
    listed = read_events_file(given.name, given.data, given.language, "timelinejs")
    return draft_of_events(listed, title=given.title, language=given.language, file=given.name)


def _markdown(given: Given) -> Draft:
    return draft_of_fields(given.data, given.name, given.title)


_READERS: Mapping[str, Callable[[Given], Draft]] = MappingProxyType(
    {"csv": _table, "timelinejs": _timelinejs, "markdown": _markdown}
)
KINDS = tuple(_READERS)
"""What can be imported."""
_BY_ENDING = {"csv": "csv", "tsv": "csv", "json": "timelinejs", "md": "markdown", "markdown": "markdown"}
_MARKS = ((b"{", "timelinejs"), (b"---", "markdown"))
"""How files begin whose names say nothing."""


def import_file(name: str, data: bytes, folder: Path, *, kind: str = "", language: str = "en-GB") -> Imported:
    """Write what a file holds into a folder that is empty or not there yet.

    ``name`` is that of the file, for messages and for the title; ``kind`` is one of ``KINDS``, and needed where neither
    the name nor the beginning of the file says it. ``language`` is that of words, for files that do not say it.

    Raises:
        ContentError: the file cannot be read, with everything that is wrong with it; nothing is written.
        OutputError: the folder holds something, or it cannot be written; then nothing is left behind.
    """
    problem = _refused(name, data, language)
    found = kind or _kind(name, data)
    if problem or isinstance(found, Diagnostic):
        raise ContentError(*(each for each in (problem, found) if isinstance(each, Diagnostic)))
    draft = _READERS[found](Given(data, name, _title(name), language))
    if errors_of(draft.diagnostics):
        raise ContentError(*draft.diagnostics)
    return Imported(write_new_folder(folder, draft.files, "not-imported"), draft.diagnostics)


def _refused(name: str, data: bytes, language: str) -> Diagnostic | None:
    if len(data) > LARGEST:
        message = f'"{name}" is larger than {readable_size(LARGEST)}.'
        return Diagnostic("error", "too-large", message, Position(name), "Divide it.")
    if not is_language_tag(language):
        return Diagnostic("error", "unknown-language", f"{language!a} is not a language tag.", hint="For instance: cy")
    if not has_name(language):
        message = f'No language is known by the tag "{language}".'
        hint = "Write the tag of a language, such as cy for Welsh or fa-AF for Dari."
        return Diagnostic("error", "unknown-language", message, hint=hint)
    return None


def _kind(name: str, data: bytes) -> str | Diagnostic:
    if problem := refused_spreadsheet(name, Position(name)):
        return problem
    ending = PurePath(name).suffix[1:].lower()
    beginning = data[:100].removeprefix(b"\xef\xbb\xbf").lstrip()
    found = _BY_ENDING.get(ending) or next((kind for mark, kind in _MARKS if beginning.startswith(mark)), "")
    if found:
        return found
    message = "It cannot be told what kind of file this is."
    return Diagnostic("error", "unknown-kind", message, Position(name), f"Say it: --as {' or --as '.join(KINDS)}")


def _title(name: str) -> str:
    """Make a title of a file's name: ``forty-years.csv`` is about Forty years."""
    words = " ".join(PurePath(name).stem.replace("_", " ").replace("-", " ").split())
    return words[:1].upper() + words[1:]
