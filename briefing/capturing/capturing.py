"""A text, a saved page or a PDF → the words of a source beside the article, and what came before them kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from briefing.capturing.listing import added, listed, renamed, without
from briefing.capturing.texts import Taken, kind_of, text_of, too_long
from briefing.errors import ContentError, Diagnostic, OutputError, Position, errors_of
from briefing.model import Source
from briefing.protecting import NOTHING_PROTECTED, Protected
from briefing.reading import read_folder
from briefing.reading.files import Refusal, decode, find_inside, is_kept_for_windows, read_inside, readable_size
from briefing.reading.limits import CAPTURED_BYTES, CAPTURED_ORIGINAL_BYTES, CAPTURES_BYTES
from briefing.reading.sources import CAPTURES, Capture, digest
from briefing.reading.spelling import did_you_mean
from briefing.saving import FileKind, save
from briefing.verifying import bare_address

__all__ = ["LARGEST", "Stored", "capture"]

LARGEST = CAPTURED_ORIGINAL_BYTES
"""Bytes of a page or a PDF."""
_ZONES = timedelta(days=1)
"""How far ahead of UTC it may be somewhere."""
_FILE_NAME = re.compile(r"\w(?:[\w.\-+]*\w)?")
_ENDINGS = {"html": "html", "pdf": "pdf"}
_LIST = FileKind("list", ".toml", "such a list", "unwritable", lambda path: True)


class Stored(NamedTuple):
    """What was written."""

    files: tuple[Path, ...]
    """The text first; none where it is the same text as before."""
    words: int
    """Of the text."""
    captured: str
    """When, as ISO 8601 has it."""
    kept: tuple[Path, ...] = ()
    """The earlier text and its page under their new names."""
    diagnostics: tuple[Diagnostic, ...] = ()


def capture(
    folder: Path,
    key: str,
    data: bytes,
    *,
    name: str,
    kind: str = "",
    captured: date | None = None,
    protected: Protected = NOTHING_PROTECTED,
) -> Stored:
    """Keep the words of a source beside the article: ``sources/KEY.txt``, with the page or the PDF that they stand in.

    ``name`` is that of the file, for messages; ``kind`` is one of ``KINDS``, or empty where the file says it.
    ``captured`` is when it was seen, now where it is not said. An earlier text of the source stays under a name with
    its date. The same text again changes nothing.

    Raises:
        ContentError: there is no such source, or no text in the file, or the list of texts cannot be changed.
        ProtectedError: the text, the page or their names hold a protected word; nothing is changed.
        OutputError: the files cannot be written.
    """
    protected.refuse_inside(folder)
    source = _source(folder, key)
    if captured and captured.isoformat()[:10] > (datetime.now(UTC) + _ZONES).date().isoformat():
        raise _refused(
            "bad-date", f"{captured.isoformat()[:10]} is still to come.", name, "Give the day when you saw it."
        )
    if len(data) > LARGEST:
        raise _refused("too-large", f'"{name}" is larger than {readable_size(LARGEST)}.', name)
    found = kind or kind_of(name, data)
    taken = text_of(data, found, name)
    if len(taken.text.encode()) > CAPTURED_BYTES:
        raise ContentError(too_long(name))
    moment = _written(captured or datetime.now(UTC))
    ending = _ENDINGS.get(found, "")
    said = Capture(digest(taken.text.encode()), moment, source.url or taken.url, ending, digest(data) if ending else "")
    return _Store(folder, key, protected).keep(taken, said, data, _told(source, taken, name))


def _source(folder: Path, key: str) -> Source:
    found = read_folder(folder)
    if found.briefing is None:
        raise ContentError(*errors_of(found.diagnostics))
    sources = found.briefing.sources
    if key not in sources:
        message = f'There is no source "{key}".{did_you_mean(key, sources)}'
        hint = "List it in sources.yaml first, with its title, date and url."
        raise ContentError(Diagnostic("error", "unknown-source", message, hint=hint))
    if not _FILE_NAME.fullmatch(key) or is_kept_for_windows(key):
        message = f'"{key}" cannot be the name of a file.'
        hint = "Give the source a key of letters, digits, dots and dashes: massoud-2021."
        raise ContentError(Diagnostic("error", "bad-key", message, sources[key].position, hint))
    return sources[key]


def _written(moment: date) -> str:
    """Write a day, or a moment to the second, as TOML and ISO 8601 have it."""
    if not isinstance(moment, datetime):
        return moment.isoformat()
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")


def _told(source: Source, taken: Taken, name: str) -> tuple[Diagnostic, ...]:
    """Say where the page has another address than the list of sources."""
    if not source.url or not taken.url or bare_address(source.url) == bare_address(taken.url):
        return ()
    message = f"The page says that its address is {taken.url}; {source.position.file} has {source.url}."
    hint = "Look whether it is the right page."
    return (Diagnostic("warning", "capture-elsewhere", message, Position(name), hint),)


class _Store:
    """The folder ``sources`` of an article, and one source in it."""

    def __init__(self, folder: Path, key: str, protected: Protected) -> None:
        if not (folder / "sources").resolve().is_relative_to(folder.resolve()):
            message = f"{folder / 'sources'} leads out of the folder of the article."
            raise OutputError(Diagnostic("error", "outside-folder", message, hint="Make it a folder of its own."))
        self._folder = folder
        self._key = key
        self._protected = protected
        self._list = self._read(CAPTURES, CAPTURES_BYTES) or ""
        self._earlier: Mapping[str, Capture] = listed(self._list)
        self._files: list[Path] = []

    def keep(self, taken: Taken, said: Capture, data: bytes, told: tuple[Diagnostic, ...]) -> Stored:
        """Write what was captured, unless it is there already."""
        words, before = len(taken.text.split()), self._earlier.get(self._key)
        there = self._read(f"sources/{self._key}.txt", CAPTURED_BYTES)
        same = there == taken.text
        if same and before and before.sha256 == said.sha256:
            return Stored((), words, before.captured, diagnostics=told)
        self._see_that_it_stays_inside(said.original)
        away = "" if same or there is None else self._free_name(before)
        text = self._listed_with(said, away)  # first of all: a list that cannot be changed leaves everything as it is
        self._refuse_protected(taken, said, data, text)
        kept = self._put_away(away) if away else ()
        self._write(f"{self._key}.txt", taken.text.encode())
        if said.original:
            self._write(f"{self._key}.{said.original}", data)
        save(self._folder / CAPTURES, text.encode(), _LIST, protected=self._protected)
        return Stored((*self._files, self._folder / CAPTURES), words, said.captured, kept, told)

    def _refuse_protected(self, taken: Taken, said: Capture, data: bytes, listed: str) -> None:
        """Compare everything before the first file is touched."""
        files = {f"sources/{self._key}.txt": taken.text.encode(), CAPTURES: listed.encode()}
        self._protected.refuse_files(files | ({f"sources/{self._key}.{said.original}": data} if said.original else {}))

    def _see_that_it_stays_inside(self, original: str) -> None:
        """Refuse a page or a PDF that is a link to somewhere else: what is written would go there."""
        place = find_inside(self._folder, f"sources/{self._key}.{original}") if original else None
        if isinstance(place, Refusal) and place.id != "missing-file":
            raise ContentError(place.at(Position(f"sources/{self._key}.{original}")))

    def _listed_with(self, said: Capture, away: str) -> str:
        """Write the list anew; what it says of an earlier text goes under that text's new name."""
        text = self._list
        if self._key in self._earlier:
            text = renamed(text, self._key, away) if away else without(text, self._key)
        return added(text, self._key, said)

    def _free_name(self, before: Capture | None) -> str:
        """Make a name with the date of an earlier text that no file and no line of the list has."""
        place = self._folder / "sources"
        day = before.captured[:10] if before and before.captured else _day_of(place / f"{self._key}.txt")
        names = self._names(day)
        return next(name for name in names if name not in self._earlier and not any(place.glob(f"{name}.*")))

    def _put_away(self, other: str) -> tuple[Path, ...]:
        """Give an earlier text and its page another name."""
        place = self._folder / "sources"
        found = (ending for ending in ("txt", *_ENDINGS.values()) if (place / f"{self._key}.{ending}").is_file())
        moved = [(place / f"{self._key}.{ending}", place / f"{other}.{ending}") for ending in found]
        for old, new in moved:
            _rename(old, new)
        return tuple(new for _, new in moved)

    def _names(self, day: str) -> Iterator[str]:
        yield f"{self._key}.{day}"
        yield from (f"{self._key}.{day}.{number}" for number in range(2, 10_000))

    def _read(self, name: str, limit: int) -> str | None:
        """Read a file of the folder; ``None`` where it is not there."""
        data = read_inside(self._folder, name, limit)
        if isinstance(data, Refusal) and data.id == "missing-file":
            return None
        text = data.at(Position(name)) if isinstance(data, Refusal) else decode(data, name)
        if isinstance(text, Diagnostic):
            raise ContentError(text)
        return text

    def _write(self, name: str, data: bytes) -> None:
        path = self._folder / "sources" / name
        kind = FileKind("text", path.suffix, "an earlier one", "unwritable", lambda path: True)
        save(path, data, kind, protected=self._protected)
        self._files.append(path)


def _day_of(path: Path) -> str:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC).date().isoformat()


def _rename(old: Path, new: Path) -> None:
    try:
        old.rename(new)
    except OSError as problem:
        message = f"{old} cannot be renamed: {problem.strerror}."
        raise OutputError(Diagnostic("error", "unwritable", message)) from problem


def _refused(name: str, message: str, file: str, hint: str = "") -> ContentError:
    return ContentError(Diagnostic("error", name, message, Position(file), hint))
