"""A list and the fields of an article → the copies that are due, and all that keeps others from being made."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from briefing.errors import ContentError, Diagnostic, Position
from briefing.merging.copies import Copier
from briefing.merging.journal import Journal
from briefing.merging.listing import Columns
from briefing.merging.names import NamePattern
from briefing.reading.spelling import did_you_mean
from briefing.recipients import Recipient, RecipientList

__all__ = ["PROOFS", "Plan", "Proof", "check_fields", "plan"]

PROOFS = ("first", "last", "longest", "shortest", "most-marks", "no-local-figure")
"""Which copies are looked at before any is sent, as their files are called."""
_MOST_TOLD = 1000


class Proof(NamedTuple):
    """A copy to be looked at."""

    why: str
    """One of ``PROOFS``."""
    recipient: Recipient


class Plan(NamedTuple):
    """What a list asks for."""

    rows: int
    """People of the list, those for whom no copy can be made among them."""
    failed: int
    """How many these are."""
    failing: tuple[Diagnostic, ...]
    """An error for each of the first of these, by their lines."""
    noticed: tuple[Diagnostic, ...]
    """Warnings, the first: who stands in the list twice, and what is odd."""
    general: int
    """Copies in which words of the author's stand for a value that the list does not have."""
    proofs: tuple[Proof, ...]


def check_fields(copier: Copier, people: RecipientList) -> None:
    """See that the list has each field of the text.

    Raises:
        ContentError: with each name that it has not, where it stands.
    """
    known = {field.name for field in people.fields}
    problems = []
    for field in copier.fields:
        if field.name not in known:
            message = f'The list {people.file} has no column "{field.name}".'
            hint = did_you_mean(field.name, known).strip() or f"Its columns are {', '.join(sorted(known)[:12])}."
            problems.append(Diagnostic("error", "unknown-field", message, field.position, hint))
    if problems:
        raise ContentError(*dict.fromkeys(problems))


def plan(copier: Copier, people: RecipientList, columns: Columns, pattern: NamePattern, journal: Journal) -> Plan:
    """Go through a list, and note in the journal what is due.

    Raises:
        ContentError: the list cannot be read to its end.
    """
    return _Planning(copier, people, columns, pattern, journal).plan()


class _Planning:
    def __init__(
        self, copier: Copier, people: RecipientList, columns: Columns, pattern: NamePattern, journal: Journal
    ) -> None:
        self._copier, self._people, self._pattern, self._journal = copier, people, pattern, journal
        self._needed = sorted({field.name for field in copier.fields if field.otherwise is None})
        self._replaced = sorted({field.name for field in copier.fields if field.otherwise is not None})
        self._titles = {field.name: field.title for field in people.fields}
        self._name, self._one_each, self._mail = columns
        self._proofs = _Proofs(self._name, self._replaced)
        self._rows = self._failed = self._general = 0
        self._failing: list[Diagnostic] = []
        self._noticed: list[Diagnostic] = []

    def plan(self) -> Plan:
        self._journal.plan()
        for row in self._people.rows():
            self._rows += 1
            problem = row if isinstance(row, Diagnostic) else self._wrong(row)
            if problem:
                self._failed += 1
                _keep(self._failing, (problem,))
            elif isinstance(row, Recipient):
                _keep(self._noticed, self._odd(row))
                self._add(row)
        self._journal.planned()
        failing, noticed = tuple(self._failing), tuple(self._noticed)
        return Plan(self._rows, self._failed, failing, noticed, self._general, self._proofs.chosen())

    def _add(self, recipient: Recipient) -> None:
        values = recipient.values
        self._journal.add(recipient.line, self._pattern.name(values, recipient.line), self._copier.digest_of(values))
        self._general += any(not values[name] for name in self._replaced)
        self._proofs.look_at(recipient)

    def _wrong(self, recipient: Recipient) -> Diagnostic | None:
        """Say why no copy can be made for somebody."""
        values, position = recipient.values, Position(self._people.file, recipient.line)
        if self._name and not values[self._name]:
            return Diagnostic("error", "no-name", "There is no name here: a vacant seat?", position)
        missing = [self._titles[name] for name in self._needed if not values[name]]
        if missing:
            message = f"Nothing stands here for {_listed(missing)}, and the text has no other words."
            hint = 'Fill it in, or write in the text what is to be printed: {{ recipient.NAME | otherwise "words" }}.'
            return Diagnostic("error", "no-value", message, position, hint)
        return None

    def _odd(self, recipient: Recipient) -> Iterator[Diagnostic]:
        """Tell of somebody who has come before."""
        values, line = recipient.values, recipient.line
        position = Position(self._people.file, line)
        if before := self._journal.seen_before("row", repr(sorted(values.items())), line):
            message = f"This row says the same as line {before[0]}."
            yield Diagnostic("warning", "repeated-row", message, position, "Take one of them out.")
            return
        address = values[self._mail].casefold() if self._mail else ""
        if address and (before := self._journal.seen_before("mail", address, line)):
            message = f"The e-mail address of this row stands in line {before[0]}, too."
            yield Diagnostic("warning", "repeated-address", message, position, "Was another person meant?")
        yield from self._two_for_one(values, position)

    def _two_for_one(self, values: Mapping[str, str], position: Position) -> Iterator[Diagnostic]:
        place = values[self._one_each] if self._one_each else ""
        if not place:
            return
        name = values.get(self._name, "")
        before = self._journal.seen_before("place", place.casefold(), position.line, name)
        if before and before[1] != name:
            message = f"{place} has another name in line {before[0]}: {before[1]} there, {name} here."
            yield Diagnostic("warning", "two-for-one", message, position, "Keep the one who holds the seat now.")


def _keep(listed: list[Diagnostic], found: Iterable[Diagnostic]) -> None:
    """Keep what is found, but of a list that is wrong from its first line to its last not all."""
    listed.extend(islice(found, max(0, _MOST_TOLD - len(listed))))


def _listed(titles: list[str]) -> str:
    quoted = [f'"{title[:40]}"' for title in titles]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"


class _Proofs:
    """Chooses the copies that are looked at, while a list goes by."""

    def __init__(self, name: str, replaced: list[str]) -> None:
        self._name, self._replaced = name, replaced
        self._found: dict[str, tuple[int, Recipient]] = {}

    def look_at(self, recipient: Recipient) -> None:
        length = self._length(recipient)
        self._best("first", 0, recipient)
        self._found["last"] = (0, recipient)
        self._best("longest", length, recipient)
        self._best("shortest", -length, recipient)
        if marks := _marks("".join(recipient.values.values())):
            self._best("most-marks", marks, recipient)
        if any(not recipient.values[name] for name in self._replaced):
            self._best("no-local-figure", 0, recipient)

    def _length(self, recipient: Recipient) -> int:
        values = recipient.values
        return len(values[self._name]) if self._name else sum(map(len, values.values()))

    def _best(self, why: str, weight: int, recipient: Recipient) -> None:
        """Keep the first of those that weigh most."""
        if why not in self._found or weight > self._found[why][0]:
            self._found[why] = (weight, recipient)

    def chosen(self) -> tuple[Proof, ...]:
        return tuple(Proof(why, self._found[why][1]) for why in PROOFS if why in self._found)


def _marks(text: str) -> int:
    """Count the marks on letters: accents, dots, vowel signs."""
    return sum(unicodedata.combining(letter) != 0 for letter in unicodedata.normalize("NFD", text))
