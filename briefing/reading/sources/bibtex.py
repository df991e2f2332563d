r"""BibTeX and BibLaTeX as Zotero and JabRef export them → source records.

Reads entries, ``@string`` names, joined values and the months; knows no styles and no cross-references. See:
Oren Patashnik, BibTeXing, section 2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.errors import Diagnostic, Position
from briefing.reading.fields import language_tag
from briefing.reading.sources.latex import plain_address, plain_words
from briefing.reading.sources.listed import Author, Listed, Places, Unplaced, edtf, page_range, record_of

__all__ = ["read_bibtex"]

_ENTRY = re.compile(r"@\s*([A-Za-z]+)\s*([{(])")
_NAME = re.compile(r"\s*([^\s={}(),\"#]+)\s*=\s*")
_WORD = re.compile(r"[^\s={}(),\"#]+")
_SIGN = re.compile(r'[{}()"]')
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_TYPES = {
    "article": "article-journal",
    "book": "book",
    "collection": "book",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "mastersthesis": "thesis",
    "misc": "document",
    "online": "webpage",
    "phdthesis": "thesis",
    "report": "report",
    "techreport": "report",
    "thesis": "thesis",
    "unpublished": "manuscript",
    "video": "motion_picture",
}
_FIELDS = {
    "container": ("journaltitle", "journal", "booktitle", "howpublished"),
    "publisher": ("publisher", "institution", "organization", "school"),
    "volume": ("volume",),
    "issue": ("number", "issue"),
    "pages": ("pages",),
    "note": ("note", "addendum"),
    "own": ("own",),
    "embed": ("embed",),
    "confidential": ("confidential",),
    "described_as": ("described_as",),
}
"""Our fields, and BibTeX's for them, the best first."""
_ADDRESSES = {"url": "url", "archiveurl": "archived", "doi": "doi"}
_LANGUAGES = ("langid", "language")
_READ = frozenset({"title", "subtitle", "date", "urldate", "year", "month", "day", *_ADDRESSES})
"""Fields that are read in ways of their own."""


def read_bibtex(text: str, file: str) -> tuple[tuple[Listed, ...], tuple[Diagnostic, ...]]:
    """Read the entries of a file in their order."""
    if not _ENTRY.search(text) and any(line.strip() and not line.startswith("%") for line in text.split("\n")):
        hint = "Export the file anew: an entry begins with @ and its kind, such as @article{massoud-2021,"
        return (), (Diagnostic("error", "bibtex", "This file has no entry that can be read.", Position(file), hint),)
    reader = _Reader(text, file)
    listed = tuple(reader.entries())
    return listed, (*reader.diagnostics, *reader.unplaced.diagnostics())


_INCOMPLETE = "This entry is not complete: a field, a comma or its last brace is missing."
_MOST_PROBLEMS = 10
_LONGEST_VALUE = 20_000


class _EntryError(Exception):
    """An entry that cannot be read, with the offset of its beginning."""

    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.at = at


class _Reader:
    def __init__(self, text: str, file: str) -> None:
        self._text = text
        self._places = Places(text, file)
        self._strings = {month: str(number) for number, month in enumerate(_MONTHS, start=1)}
        self.diagnostics: list[Diagnostic] = []
        self.unplaced = Unplaced()

    def entries(self) -> Iterator[Listed]:
        at = 0
        while len(self.diagnostics) < _MOST_PROBLEMS and (match := _ENTRY.search(self._text, at)):
            at = match.end()
            try:
                found, at = self._entry(match)
            except _EntryError as problem:
                self._report(problem)
                continue
            if found:
                yield found

    def _entry(self, match: re.Match[str]) -> tuple[Listed | None, int]:
        kind, at = match[1].lower(), match.end()
        if kind in ("comment", "preamble"):
            return None, self._closing(match.end() - 1)
        if kind == "string":
            fields, at = self._fields(at, match)
            self._strings.update({name: text for name, (text, _) in fields.items()})
            return None, at
        comma = self._text.find(",", at)
        key = self._text[at:comma].strip() if comma >= 0 else ""
        if not re.fullmatch(r"[^\s{}()=\"]+", key):
            raise _EntryError("This entry has no key.", match.start())
        fields, end = self._fields(comma + 1, match)
        return self._listed(kind, key, fields, match.start()), end

    def _fields(self, at: int, entry: re.Match[str]) -> tuple[dict[str, tuple[str, int]], int]:
        """Read ``name = value`` up to the end of an entry: raw values with their offsets, and where it ends."""
        fields: dict[str, tuple[str, int]] = {}
        closing = "}" if entry[2] == "{" else ")"
        while True:
            at = self._skip(at, " \t\n,")
            if self._text[at : at + 1] == closing:
                return fields, at + 1
            match = _NAME.match(self._text, at)
            if not match:
                raise _EntryError(_INCOMPLETE, entry.start())
            value, end = self._value(match.end(), entry)
            fields.setdefault(match[1].lower(), (value, match.end()))
            at = end

    def _value(self, at: int, entry: re.Match[str]) -> tuple[str, int]:
        """Read parts joined by ``#``."""
        parts = []
        length = 0
        while True:
            part, at = self._part(at, entry)
            parts.append(part)
            length += len(part)
            if length > _LONGEST_VALUE:
                # names that are made of names can double with each line
                raise _EntryError(f"A value has more than {_LONGEST_VALUE} characters.", entry.start())
            at = self._skip(at, " \t\n")
            if self._text[at : at + 1] != "#":
                return "".join(parts), at
            at = self._skip(at + 1, " \t\n")

    def _part(self, at: int, entry: re.Match[str]) -> tuple[str, int]:
        if self._text[at : at + 1] in ("{", '"'):
            end = self._closing(at)
            return self._text[at + 1 : end - 1], end
        match = _WORD.match(self._text, at)
        if not match:
            raise _EntryError(_INCOMPLETE, entry.start())
        return self._strings.get(match[0].lower(), match[0]), match.end()

    def _closing(self, at: int) -> int:
        """Find the end of what opens at an offset with a brace, a parenthesis or a quotation mark."""
        opened = self._text[at]
        closing = {"{": "}", "(": ")", '"': '"'}[opened]
        depth = 0
        for match in _SIGN.finditer(self._text, at + 1):
            sign = match[0]
            if sign == closing and depth == 0:
                return match.end()
            depth += (sign == "{") - (sign == "}")
        raise _EntryError("This is opened and not closed.", at)

    def _skip(self, at: int, characters: str) -> int:
        while self._text[at : at + 1] and self._text[at] in characters:
            at += 1
        return at

    def _listed(self, kind: str, key: str, raw: dict[str, tuple[str, int]], at: int) -> Listed:
        position = self._places.at(at)
        chosen = {ours: next((each for each in names if each in raw), "") for ours, names in _FIELDS.items()}
        fields = {ours: raw[each] for ours, each in chosen.items() if each}
        values = {name: (plain_words(text), self._places.at(place)) for name, (text, place) in fields.items()}
        if "pages" in values:
            values["pages"] = (page_range(values["pages"][0]), values["pages"][1])
        values["type"] = (_TYPES.get(kind, kind), position)
        if "title" in raw:
            title = ": ".join(plain_words(raw[name][0]) for name in ("title", "subtitle") if name in raw)
            values["title"] = (title, self._places.at(raw["title"][1]))
        for name, ours in _ADDRESSES.items():
            if name in raw:
                values[ours] = (plain_address(raw[name][0]), self._places.at(raw[name][1]))
        self._dates(raw, values)
        languages = self._language(raw, values)
        people = "author" if "author" in raw else "editor"
        listed = tuple(_names(raw[people][0])) if people in raw else ()
        self.unplaced.add(key, raw.keys() - _READ - {people, *chosen.values(), *languages}, position)
        return Listed(key, record_of(position, values, listed))

    def _dates(self, raw: dict[str, tuple[str, int]], values: dict[str, tuple[str, Position]]) -> None:
        for name, ours in (("date", "date"), ("urldate", "accessed")):
            if name in raw:
                values[ours] = (plain_words(raw[name][0]), self._places.at(raw[name][1]))
        if "date" not in values and "year" in raw:
            parts = [plain_words(raw[name][0]) for name in ("year", "month", "day") if name in raw]
            values["date"] = (_date(parts), self._places.at(raw["year"][1]))

    def _language(self, raw: dict[str, tuple[str, int]], values: dict[str, tuple[str, Position]]) -> tuple[str, ...]:
        """Take the first of the fields for it that can be understood; name those fields where one can."""
        for name in _LANGUAGES:
            text, place = raw.get(name, ("", 0))
            if tag := language_tag(plain_words(text)):
                values["language"] = (tag, self._places.at(place))
                return _LANGUAGES
        return ()

    def _report(self, problem: _EntryError) -> None:
        hint = "Export the file anew, or look for a missing brace or comma."
        self.diagnostics.append(Diagnostic("error", "bibtex", str(problem), self._places.at(problem.at), hint))


def _date(parts: list[str]) -> str:
    """Join year, month and day: in EDTF where all are numbers, else as words, for reading to make sense of."""
    if all(re.fullmatch("[0-9]{1,4}", part) for part in parts):
        return edtf(*(int(part) for part in parts))
    return " ".join(reversed(parts))


def _names(text: str) -> Iterator[Author]:
    """Split ``Last, First and {A Committee} and others`` into names as they are read."""
    for raw in _split(text):
        name = raw.strip()
        if name.casefold() == "others":
            yield Author("et al.")
        elif name.startswith("{") and name.endswith("}"):
            yield Author(plain_words(name))
        elif name:
            parts = [plain_words(part) for part in name.split(",")]
            whole = " ".join([parts[-1], *parts[:-1]]) if len(parts) < 3 else f"{parts[2]} {parts[0]}, {parts[1]}"
            yield Author(whole, parts[0] if len(parts) > 1 else _family(whole))


def _family(name: str) -> str:
    """Tell the family's name in one that is written as it is read: the last word, with the small ones before it."""
    words = name.split()
    first_small = next((at for at, word in enumerate(words[:-1]) if at and word[0].islower()), len(words) - 1)
    return " ".join(words[first_small:])


def _split(text: str) -> Iterator[str]:
    """Split at each ``and`` that stands outside braces."""
    depth = start = 0
    for match in re.finditer(r"[{}]|\sand(?=\s)", text):
        depth += (match[0] == "{") - (match[0] == "}")
        if depth == 0 and len(match[0]) > 1:
            yield text[start : match.start()]
            start = match.end()
    yield text[start:]
