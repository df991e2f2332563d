"""The head of an article → masthead, petition and the short fields at the foot.

Splits the file at its two lines of dashes, reads what stands between them, and holds it against the table of fields. A
language edition takes what it leaves out from its original, where that is the same in every language.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from briefing.errors import Diagnostic, Position
from briefing.model import (
    AUDIENCES,
    Approval,
    CommonsPetition,
    Date,
    Embargo,
    Masthead,
    Petition,
    SignatureSheets,
    Translation,
    VotersAnswer,
)
from briefing.model.briefing import Inline
from briefing.model.listed_people import ListedPeople
from briefing.reading.body import Citation, read_inline
from briefing.reading.dates import read_date
from briefing.reading.events import EventList, read_listed
from briefing.reading.fields import FLAGS, FRONT_MATTER, MACHINE, NO_FIELDS, TO_FILL_IN, Fields, validate
from briefing.reading.limits import FRONT_MATTER_CHARACTERS
from briefing.reading.yaml import Record, Scalar, compose

__all__ = ["FrontMatter", "Halves", "read_front_matter", "split"]

_OPENS = re.compile(r"\n*---[ \t]*\n")
_CLOSES = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)


_SHARED = (
    "authors",
    "changed_names",
    "citation_style",
    "contact",
    "date",
    "embargo",
    "image_credits",
    "information_as_of",
    "licence",
    "number",
    "organisation",
    "sources",
    "version",
)
"""Fields that are the same in every language; see ``docs/translations.md``."""
_SHARED_BY_PETITIONS = ("deadline", "link", "print_as", "question")
_SHARED_BY_SHEETS = ("columns", "online", "return_by", "return_to")


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
    translation: Translation | None
    """What an edition says of its translation; ``None`` without an original."""
    fields: Fields
    """All of it, for what is no part of masthead and petition."""
    cited: tuple[Citation, ...]
    diagnostics: tuple[Diagnostic, ...]
    signature_sheets: SignatureSheets | None = None
    recipients: ListedPeople | None = None
    commons_petition: CommonsPetition | None = None
    events: EventList | None = None
    """Those listed here; ``None`` where none are, or where the field names a file."""
    checks: Mapping[str, bool] = MappingProxyType({})
    """Editorial checks that are switched; those of its original, if an edition does not switch them itself."""


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


def read_front_matter(halves: Halves, file: str, original: FrontMatter | None = None) -> FrontMatter:
    """Read the fields; what is wrong is reported and left out. ``original`` is that of a language edition."""
    fields, diagnostics = _fields(halves, file)
    if original is not None:
        fields = _with_shared(fields, original.fields)
    reader = _Reader(fields, original)
    signature_sheets, commons_petition = reader.signature_sheets(), reader.commons_petition()
    events = read_listed(fields.lists["events"], fields.text("language") or "en") if "events" in fields.lists else None
    return FrontMatter(
        reader.masthead(),
        reader.petition(),
        reader.abbreviations(),
        reader.translation(),
        fields,
        tuple(reader.cited),
        (*diagnostics, *reader.diagnostics, *(events.diagnostics if events else ())),
        signature_sheets,
        reader.recipients(),
        commons_petition,
        events,
        reader.checks(),
    )


def _with_shared(own: Fields, original: Fields) -> Fields:
    """Add what an edition leaves out; a field that it has without a value is not left out."""
    fields = _with_shared_sheets(_with_those(own, original, _SHARED), original)
    listed = original.group("recipients")
    if listed and own.group("recipients") is None:
        fields = fields._replace(groups={**fields.groups, "recipients": listed})
    petition, that_of_original = own.group("petition"), original.group("petition")
    if petition is None or that_of_original is None:
        return fields
    shared = _with_those(petition, that_of_original, _SHARED_BY_PETITIONS)
    return fields._replace(groups={**fields.groups, "petition": shared})


def _with_shared_sheets(own: Fields, original: Fields) -> Fields:
    """Add where signed sheets go, and what is written on them; also where an edition says nothing of them."""
    theirs = original.group("signature_sheets")
    if theirs is None:
        return own
    ours = own.group("signature_sheets") or NO_FIELDS._replace(position=theirs.position)
    return own._replace(groups={**own.groups, "signature_sheets": _with_those(ours, theirs, _SHARED_BY_SHEETS)})


def _with_those(own: Fields, original: Fields, names: tuple[str, ...]) -> Fields:
    """Add the original's values of some fields; one that repeats its very words, such as a date, is the original's."""
    shared = {name: original.texts[name] for name in names if name in original.texts}
    taken = {
        name: texts for name, texts in shared.items() if name not in own.positions or _same(own.texts.get(name), texts)
    }
    return own._replace(
        texts={**own.texts, **taken},
        positions={**{name: original.positions[name] for name in taken}, **own.positions},
    )


def _same(own: tuple[Scalar, ...] | None, original: tuple[Scalar, ...]) -> bool:
    return own is not None and [each.text for each in own] == [each.text for each in original]


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

    def __init__(self, fields: Fields, original: FrontMatter | None) -> None:
        self._fields = fields
        self._original = original
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
            influences_voters=self._voters_answer(fields.group("influences_voters")),
            positions={**fields.positions, **self._places_of_abbreviations()},
        )

    def translation(self) -> Translation | None:
        original = self._original
        if original is None:
            return None
        by = self._fields.text("translated_by")
        machine = by.casefold() == MACHINE
        return Translation(
            file=original.fields.position.file,
            language=original.masthead.language,
            by="" if machine else by,
            machine=machine,
            checked=self._approval(self._fields.group("translation_checked")),
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

    def checks(self) -> Mapping[str, bool]:
        own = (self._fields.group("checks") or NO_FIELDS).switches()
        return {**self._original.checks, **own} if self._original else own

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

    def signature_sheets(self) -> SignatureSheets | None:
        fields = self._fields.group("signature_sheets")
        if fields is None:
            return None
        return SignatureSheets(
            fields.position,
            statement=fields.text("statement"),
            return_to=fields.text("return_to"),
            return_by=self._date(fields.scalar("return_by")),
            columns=fields.several("columns"),
            online="online" not in fields.texts or fields.flag("online"),
            positions=fields.positions,
        )

    def recipients(self) -> ListedPeople | None:
        fields = self._fields.group("recipients")
        if fields is None:
            return None
        return ListedPeople(
            fields.position,
            source=fields.text("source"),
            date=self._date(fields.scalar("date")),
            name=fields.text("name"),
            unit=fields.text("unit"),
            email=fields.text("email"),
        )

    def commons_petition(self) -> CommonsPetition | None:
        fields = self._fields.group("commons_petition")
        if fields is None:
            return None
        return CommonsPetition(
            fields.position,
            petitioners=fields.text("petitioners"),
            one_petitioner=fields.flag("one_petitioner"),
            declares=self._sentences(fields.scalar("declares")),
            requests=self._sentences(fields.scalar("requests")),
            purpose=fields.text("purpose"),
            recipients=fields.text("recipients"),
            retention=fields.text("retention"),
            asks_for_public_money=fields.answer("asks_for_public_money"),
            before_a_court=fields.answer("before_a_court"),
            presented_by=fields.text("presented_by"),
            answered_by=fields.text("answered_by"),
            answered_on=self._date(fields.scalar("answered_on")),
            positions=fields.positions,
        )

    def _approval(self, fields: Fields | None) -> Approval | None:
        on = self._date(fields.scalar("on")) if fields else None
        if fields is None or on is None or not fields.text("by"):
            return None
        return Approval(fields.text("by"), on, fields.text("content").lower(), fields.text("claims").lower())

    def _voters_answer(self, fields: Fields | None) -> VotersAnswer | None:
        on = self._date(fields.scalar("on")) if fields else None
        by, answer = (fields.text("by"), FLAGS.get(fields.text("answer"))) if fields else ("", None)
        if fields is None or on is None or answer is None or not by or by.startswith(TO_FILL_IN):
            return None  # a blank that is still to be filled in is no answer
        return VotersAnswer(
            influences=answer,
            by=by,
            on=on,
            audience=tuple(each for each in AUDIENCES if each in (fields.text("audience") or "public")),
            content=fields.text("content").lower(),
        )

    def _date(self, typed: Scalar | None) -> Date | None:
        date = read_date(typed.text, typed.position, self._language_at(typed.position)) if typed else None
        if isinstance(date, Diagnostic):
            self.diagnostics.append(date)
            return None
        return date

    def _language_at(self, position: Position) -> str:
        """What comes from the original is in the words of the original."""
        if self._original is not None and position.file == self._original.fields.position.file:
            return self._original.masthead.language
        return self._language

    def _sentences(self, typed: Scalar | None) -> Inline:
        if typed is None:
            return ()
        read = read_inline(typed.text, position=typed.position, language=self._language)
        self.cited += read.cited
        self.diagnostics += read.diagnostics
        return read.nodes
