"""The head of ``briefing.md`` → masthead, petition and the short fields at the foot.

Splits the file at its two lines of dashes, reads what stands between them, and holds it against the table of fields.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from briefing.errors import Diagnostic, Position
from briefing.model import Approval, Date, Embargo, Masthead, Petition
from briefing.model.briefing import Inline
from briefing.reading.body import Citation, read_inline
from briefing.reading.dates import read_date
from briefing.reading.fields import FRONT_MATTER, NO_FIELDS, Fields, validate
from briefing.reading.limits import FRONT_MATTER_CHARACTERS
from briefing.reading.yaml import Record, Scalar, compose

__all__ = ["FrontMatter", "Halves", "read_front_matter", "split"]

_OPENS = re.compile(r"\n*---[ \t]*\n")
_CLOSES = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)


class Halves(NamedTuple):
    """The two halves of an article file."""

    front: str | None
    """The fields; ``None`` where they are not told from the body."""
    body: str
    front_line: int = 1
    """The line of the file in which the fields begin, from 1."""
    body_line: int = 1
    """The line of the file in which the body begins, from 1."""
    diagnostics: tuple[Diagnostic, ...] = ()


class FrontMatter(NamedTuple):
    """What the head of an article says."""

    masthead: Masthead
    petition: Petition | None
    abbreviations: Mapping[str, str]
    """Long forms by their short forms."""
    fields: Fields
    """All of it, for what is no part of masthead and petition."""
    cited: tuple[Citation, ...]
    diagnostics: tuple[Diagnostic, ...]


def split(text: str, file: str) -> Halves:
    """Split an article at the end of its front matter."""
    opening = _OPENS.match(text)
    if not opening:
        message = "The article does not begin with its fields."
        hint = "Begin the file with a line of three dashes, then title and language, then three dashes again."
        return Halves(None, text, diagnostics=(_no_fields(message, hint, file),))
    closing = _CLOSES.search(text, opening.end())
    if not closing:
        message = "The fields at the head of the article are not closed."
        hint = "Put a line of three dashes below the last field."
        return Halves(None, "", diagnostics=(_no_fields(message, hint, file),))
    front, body = text[opening.end() : closing.start()], text[closing.end() :].removeprefix("\n")
    return Halves(front, body, text.count("\n", 0, opening.end()) + 1, text.count("\n", 0, closing.end()) + 2)


def read_front_matter(halves: Halves, file: str) -> FrontMatter:
    """Read the fields; what is wrong is reported and left out."""
    fields, diagnostics = _fields(halves, file)
    reader = _Reader(fields)
    masthead, petition = reader.masthead(), reader.petition()
    return FrontMatter(
        masthead, petition, reader.abbreviations(), fields, tuple(reader.cited), (*diagnostics, *reader.diagnostics)
    )


def _fields(halves: Halves, file: str) -> tuple[Fields, tuple[Diagnostic, ...]]:
    if halves.front is None:
        return NO_FIELDS, halves.diagnostics
    if len(halves.front) > FRONT_MATTER_CHARACTERS:
        message = f"The fields at the head have more than {FRONT_MATTER_CHARACTERS} characters."
        hint = "Sentences stand in the body, below the second line of dashes."
        return NO_FIELDS, (Diagnostic("error", "too-large", message, Position(file), hint),)
    composed = compose(halves.front, file=file, first_line=halves.front_line)
    value, problems = composed.value, composed.diagnostics
    if value is None and problems:
        # what seems to be missing may well stand in the lines that cannot be read
        return NO_FIELDS, problems
    if not isinstance(value, Record | None):
        message = "Fields are expected here: a name, a colon, a space and a value in each line."
        return NO_FIELDS, (*problems, Diagnostic("error", "wrong-kind", message, value.position))
    fields, wrong = validate(value or Record((), Position(file)), FRONT_MATTER)
    return fields, (*problems, *wrong)


def _no_fields(message: str, hint: str, file: str) -> Diagnostic:
    return Diagnostic("error", "no-front-matter", message, Position(file), hint)


class _Reader:
    """Makes values of valid fields."""

    def __init__(self, fields: Fields) -> None:
        self._fields = fields
        self._language = fields.text("language") or "en"
        self.cited: list[Citation] = []
        self.diagnostics: list[Diagnostic] = []

    def masthead(self) -> Masthead:
        fields = self._fields
        embargo = fields.text("embargo")
        return Masthead(
            title=fields.text("title"),
            language=self._language,
            subtitle=fields.text("subtitle"),
            standfirst=self._sentences(fields.scalar("standfirst")),
            series=fields.text("series"),
            number=fields.text("number"),
            date=self._date(fields.scalar("date")),
            information_as_of=self._date(fields.scalar("information_as_of")),
            version=fields.text("version"),
            authors=fields.several("authors"),
            contact=fields.several("contact"),
            keywords=self._keywords(),
            description=fields.text("description"),
            embargo=Embargo(embargo) if embargo else None,
            approved=self._approval(fields.group("approved")),
            positions={**fields.positions, **self._places_of_abbreviations()},
        )

    def abbreviations(self) -> dict[str, str]:
        listed = self._fields.group("abbreviations") or NO_FIELDS
        return {short: listed.text(short) for short in listed.texts}

    def _keywords(self) -> tuple[str, ...]:
        """Take a list as typed, and part one text at its commas."""
        typed = self._fields.texts.get("keywords", ())
        if len(typed) == 1 and typed[0].position == self._fields.positions["keywords"]:
            return tuple(word.strip() for word in typed[0].text.split(",") if word.strip())
        return tuple(filter(None, (scalar.text.strip() for scalar in typed)))

    def _places_of_abbreviations(self) -> dict[str, Position]:
        listed = self._fields.group("abbreviations") or NO_FIELDS
        return {f"abbreviations.{short}": position for short, position in listed.positions.items()}

    def petition(self) -> Petition | None:
        fields = self._fields.group("petition")
        if fields is None:
            return None
        return Petition(
            ask=fields.text("ask"),
            link=fields.text("link"),
            position=fields.position,
            addressed_to=fields.text("addressed_to"),
            print_as=fields.text("print_as"),
            deadline=self._date(fields.scalar("deadline")),
            question=fields.text("question"),
            text=self._sentences(fields.scalar("text")),
            positions=fields.positions,
        )

    def _approval(self, fields: Fields | None) -> Approval | None:
        on = self._date(fields.scalar("on")) if fields else None
        if fields is None or on is None or not fields.text("by"):
            return None
        return Approval(fields.text("by"), on, fields.text("content").lower())

    def _date(self, typed: Scalar | None) -> Date | None:
        date = read_date(typed.text, typed.position, self._language) if typed else None
        if isinstance(date, Diagnostic):
            self.diagnostics.append(date)
            return None
        return date

    def _sentences(self, typed: Scalar | None) -> Inline:
        if typed is None:
            return ()
        read = read_inline(typed.text, position=typed.position, language=self._language)
        self.cited += read.cited
        self.diagnostics += read.diagnostics
        return read.nodes
