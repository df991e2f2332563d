"""A file of another kind → an article folder."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefing.errors import ContentError, Diagnostic, Position, errors_of
from briefing.importing.amounts import too_much
from briefing.importing.article import draft_of_article
from briefing.importing.draft import Draft, Imported
from briefing.importing.events import draft_of_events
from briefing.importing.found import Found
from briefing.importing.given import Given, nothing_beside
from briefing.importing.proposing import propose
from briefing.model.language_names import has_name
from briefing.protecting import NOTHING_PROTECTED, Protected
from briefing.reading.article import is_language_tag
from briefing.reading.events import read_events_file
from briefing.reading.files import read_inside, readable_size
from briefing.reading.limits import CSV_BYTES, PICTURE_BYTES
from briefing.reading.new_folder import write_new_folder

if TYPE_CHECKING:
    from briefing.importing.sheets import SheetRows

__all__ = ["KINDS", "LARGEST", "import_file"]

LARGEST = 20_000_000
"""Bytes of a file that is imported."""
_LANGUAGE = "en-GB"
"""Of a file that does not say it, and whose words do not tell."""
_PACKED = b"PK\x03\x04"
"""How the files of Word and of spreadsheets begin."""
_ELSEWHERE = {
    **dict.fromkeys(
        ("doc", "odt", "rtf", "pages", "wpd"), "Open it where it was made and save it as a Word file, .docx."
    ),
    "pdf": "Import what it was made from; or copy its text into a .txt file.",
    **dict.fromkeys(("xls", "ods", "numbers"), 'Open it in a spreadsheet and save it as .xlsx, or as "CSV UTF-8".'),
    **dict.fromkeys(("mht", "mhtml", "webarchive"), "Save the page as a web page, .html."),
}
"""What to do with files that are not read, by their endings."""
_TYPED = frozenset({"csv", "timelinejs"})
"""Kinds that are read as the files of an article folder are, within the same limits."""


def _table(given: Given) -> Draft:
    listed = read_events_file(given.name, given.data, given.language, "csv")
    return draft_of_events(listed, title=given.title, language=given.language, file=given.name)


def _sheet(given: Given) -> Draft:
    rows = _rows(given)
    if errors_of(rows.diagnostics):
        return Draft({}, rows.diagnostics)
    draft = _table(given._replace(data=rows.csv))
    wrong = {each.position.line for each in errors_of(draft.diagnostics) if each.position}
    told = rows.diagnostics
    if left_out := sorted(wrong & rows.incomplete):
        draft = _table(given._replace(data=rows.without(left_out)))
        told += tuple(_row_left_out(number, given.name) for number in left_out)
    return draft._replace(diagnostics=(*told, *draft.diagnostics))


def _row_left_out(number: int, file: str) -> Diagnostic:
    message = "This row is left out: its date or event is a formula whose value was not kept with it."
    hint = "Open the spreadsheet in Excel or LibreOffice, save it, and import it again."
    return Diagnostic("warning", "row-left-out", message, Position(file, number), hint)


def _recipients(given: Given) -> Draft:
    from briefing.importing.recipients import draft_of_recipients

    rows = _rows(given) if given.data.startswith(_PACKED) else None
    if rows and errors_of(rows.diagnostics):
        return Draft({}, rows.diagnostics)
    draft = draft_of_recipients(rows.csv if rows else given.data, given.name)
    return draft._replace(diagnostics=(*(rows.diagnostics if rows else ()), *draft.diagnostics))


def _rows(given: Given) -> SheetRows:
    from briefing.importing.sheets import read_sheet

    return read_sheet(given.data, given.name, given.sheet)


def _timelinejs(given: Given) -> Draft:
    listed = read_events_file(given.name, given.data, given.language, "timelinejs")
    return draft_of_events(listed, title=given.title, language=given.language, file=given.name)


def _text(given: Given) -> Found:
    from briefing.importing.text import read_text

    return read_text(given)


def _html(given: Given) -> Found:
    from briefing.importing.html import read_page

    return read_page(given)


def _docx(given: Given) -> Found:
    from briefing.importing.docx import read_docx

    return read_docx(given)


def _markdown(given: Given) -> Found:
    from briefing.importing.markdown import read_markdown

    return read_markdown(given)


_EVENTS: Mapping[str, Callable[[Given], Draft]] = MappingProxyType(
    {"csv": _table, "xlsx": _sheet, "timelinejs": _timelinejs, "recipients": _recipients}
)
_ARTICLES: Mapping[str, Callable[[Given], Found]] = MappingProxyType(
    {"html": _html, "docx": _docx, "text": _text, "markdown": _markdown}
)
"""Each loads the libraries that it needs when it is called."""
KINDS = (*_ARTICLES, *_EVENTS)
"""What can be imported."""
_BY_ENDING = {
    "html": "html",
    "htm": "html",
    "xhtml": "html",
    "docx": "docx",
    "txt": "text",
    "text": "text",
    "md": "markdown",
    "markdown": "markdown",
    "csv": "csv",
    "tsv": "csv",
    "xlsx": "xlsx",
    "xlsm": "xlsx",
    "json": "timelinejs",
}
_MARKS = (
    (b"{", "timelinejs"),
    (b"---", "markdown"),
    (b"<!doctype html", "html"),
    (b"<html", "html"),
)
"""How files begin whose names say nothing."""
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,500}?-->\s*)?(?:<!doctype\s+html|<html)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
"""How a page of the web begins, whatever it is called."""
_MAY_BE_PAGES = ("text", "markdown")


def import_file(
    name: str,
    data: bytes,
    folder: Path,
    *,
    kind: str = "",
    language: str = "",
    sheet: str = "",
    beside: Path | None = None,
    protected: Protected = NOTHING_PROTECTED,
) -> Imported:
    """Write what a file holds into a folder that is empty or not there yet.

    ``name`` is that of the file, for messages and for the title; ``kind`` is one of ``KINDS``, and needed where neither
    the name nor the beginning of the file says it. ``language`` is that of its words; where it is empty, what the file
    says counts, or what its words are like. ``sheet`` is the one that is read of a
    spreadsheet, else the first. ``beside`` is the folder of the file, in which its pictures are looked up.

    Raises:
        ContentError: the file cannot be read, with everything that is wrong with it; nothing is written.
        ProtectedError: what would be written holds a protected word; nothing is.
        OutputError: the folder holds something, or it cannot be written; then nothing is left behind.
    """
    found = kind or _kind(name, data)
    is_page = not kind and found in _MAY_BE_PAGES and _PAGE.match(data.removeprefix(b"\xef\xbb\xbf")) is not None
    found = "html" if is_page else found
    problem = _refused(name, data, language, found if isinstance(found, str) else "")
    if problem or isinstance(found, Diagnostic):
        raise ContentError(*(each for each in (problem, found) if isinstance(each, Diagnostic)))
    given = Given(data, name, _title(name), language or _LANGUAGE, beside=_opener(beside), sheet=sheet)
    draft = _draft(given, found, language)
    if errors_of(draft.diagnostics):
        raise ContentError(*draft.diagnostics)
    told = (_read_as_page(name), *draft.diagnostics) if is_page else draft.diagnostics
    return Imported(write_new_folder(folder, draft.files, "not-imported", protected=protected), told)


def _draft(given: Given, kind: str, language: str) -> Draft:
    if kind in _EVENTS:
        return _EVENTS[kind](given)
    found = _ARTICLES[kind](given)
    if errors_of(found.diagnostics):
        return Draft({}, found.diagnostics)
    if problem := too_much(found, given.name):
        return Draft({}, (*found.diagnostics, problem))
    return draft_of_article(propose(found, given, language), given)


def _opener(folder: Path | None) -> Callable[[str], bytes | None]:
    """Give what opens files in a folder or below, and nothing outside of it."""
    if folder is None:
        return nothing_beside

    def opened(name: str) -> bytes | None:
        data = read_inside(folder, name, PICTURE_BYTES)
        return data if isinstance(data, bytes) else None

    return opened


def _refused(name: str, data: bytes, language: str, kind: str) -> Diagnostic | None:
    largest = CSV_BYTES if kind in _TYPED else LARGEST
    if len(data) > largest:
        message = f'"{name}" is larger than {readable_size(largest)}.'
        return Diagnostic("error", "too-large", message, Position(name), "Divide it.")
    if language and not is_language_tag(language):
        return Diagnostic("error", "unknown-language", f"{language!a} is not a language tag.", hint="For instance: cy")
    if language and not has_name(language):
        message = f'No language is known by the tag "{language}".'
        hint = "Write the tag of a language, such as cy for Welsh or fa-AF for Dari."
        return Diagnostic("error", "unknown-language", message, hint=hint)
    return None


def _kind(name: str, data: bytes) -> str | Diagnostic:
    ending = PurePath(name).suffix[1:].lower()
    if ending in _ELSEWHERE:
        message = f"Files that end in .{ending} are not read."
        return Diagnostic("error", "unknown-kind", message, Position(name), _ELSEWHERE[ending])
    if ending not in _BY_ENDING and data.startswith(_PACKED):
        return "xlsx" if b"xl/workbook" in data else "docx"
    beginning = data[:100].removeprefix(b"\xef\xbb\xbf").lstrip()
    found = _BY_ENDING.get(ending) or next((kind for mark, kind in _MARKS if beginning.lower().startswith(mark)), "")
    if found:
        return found
    message = "It cannot be told what kind of file this is."
    return Diagnostic("error", "unknown-kind", message, Position(name), f"Say it: --as {' or --as '.join(KINDS)}")


def _read_as_page(name: str) -> Diagnostic:
    message = f'"{name}" begins as a page of the web does, and was read as one.'
    return Diagnostic("note", "read-as-page", message, Position(name), "Add --as text to keep its tags as text.")


def _title(name: str) -> str:
    """Make a title of a file's name: ``forty-years.csv`` is about Forty years."""
    words = " ".join(PurePath(name).stem.replace("_", " ").replace("-", " ").split())
    return words[:1].upper() + words[1:]
