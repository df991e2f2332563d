"""``consents.yaml``: which people in pictures have agreed that these are published, and what for.

The file holds personal data. Who somebody is, and which guardian has signed, is not taken from it, no message repeats
a word of it but names of pictures and fields, and it is not among the files of a reading, which an archive attaches.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from briefing.errors import Diagnostic, Position
from briefing.model import Consent, Date
from briefing.model.consents import IDENTIFIABLE
from briefing.reading.body import PictureUse
from briefing.reading.dates import read_date
from briefing.reading.fields import CONSENT, TO_FILL_IN, Fields, validate
from briefing.reading.files import Refusal, decode, find_inside, read_inside, without_detours
from briefing.reading.limits import CONSENTS_BYTES
from briefing.reading.spelling import did_you_mean
from briefing.reading.yaml import Listing, Record, Scalar, Value, compose

__all__ = ["CONSENTS", "read_consents"]

CONSENTS = "consents.yaml"
_Found = tuple[Mapping[str, tuple[Consent, ...]], tuple[Diagnostic, ...]]
_SAME = {"email": "e-mail", "mail": "e-mail", "online": "web", "website": "web", "printed": "print", "paper": "print"}
"""Other words for uses."""
_USES = ("print", "web", "e-mail")
"""Those that are meant where one is typed almost so."""
_JOINT = re.compile(r"\s+and\s+|\s*[,;&+/]\s*")
_DISCREET = {
    "duplicate-key": "This name, or this field, stands here a second time.",
    "date-unreadable": "This is no date that can be read.",
    "date-ambiguous": "This date can be read in two ways.",
    "date-impossible": "There is no such day.",
    "date-reversed": "This time ends before it begins.",
    "unknown-key": "There is no such field.",
}
"""What is said of problems without a word of the file, by their names."""
_MOST_NAMES = 100
"""Of pictures that are looked for: comparing many names with many takes long."""
_NAMES = ", ".join(field.name for field in CONSENT)


def read_consents(folder: Path, used: Collection[PictureUse]) -> _Found:
    """Read the file where a picture shows somebody who can be recognised; by the names of the pictures."""
    if not any(use.people == IDENTIFIABLE for use in used):
        return {}, ()
    data = read_inside(folder, CONSENTS, CONSENTS_BYTES)
    if isinstance(data, Refusal):
        return {}, () if data.id == "missing-file" else (data.at(Position(CONSENTS)),)
    text = decode(data, CONSENTS)
    if isinstance(text, Diagnostic):
        return {}, (text,)
    composed = compose(text, file=CONSENTS)
    reader = _Reader()
    consents = {name: tuple(found) for name, found in reader.read(composed.value)}
    unknown = _unknown(folder, composed.value, [use.name for use in used])
    return consents, (*map(_discreet, composed.diagnostics), *reader.diagnostics, *unknown)


def _unknown(folder: Path, value: Value | None, shown: Collection[str]) -> Iterator[Diagnostic]:
    """Warn of names that are those of no picture; what is typed may be the name of a person, and is not repeated."""
    for entry in value.entries[:_MOST_NAMES] if isinstance(value, Record) else ():
        name = without_detours(entry.name)
        if name not in shown and isinstance(find_inside(folder, name), Refusal):
            message = f"No picture has this name.{did_you_mean(name, shown)}"
            hint = f"Pictures that are shown: {', '.join(dict.fromkeys(shown))}."
            yield Diagnostic("warning", "consent-unknown-picture", message, entry.position, hint)


class _Reader:
    def __init__(self) -> None:
        self.diagnostics: list[Diagnostic] = []

    def read(self, value: Value | None) -> Iterator[tuple[str, Iterator[Consent]]]:
        """Yield the names of pictures with the consents of those who are to be seen."""
        if isinstance(value, Record):
            for entry in value.entries:
                yield without_detours(entry.name), self._consents(entry.value, entry.position)
        elif value is not None:
            hint = 'Write the name of a picture and a colon, "crowd.jpg":, and below it, further in, the fields.'
            self._wrong("This is no list of consents by the names of pictures.", value.position, hint)

    def _consents(self, value: Value, position: Position) -> Iterator[Consent]:
        """Read the consent of one person, or a list of several."""
        if isinstance(value, Record):
            yield self._consent(replace(value, position=position))
        elif isinstance(value, Listing):
            for item in value.items:
                if isinstance(item, Record):
                    yield self._consent(item)
                else:
                    self._wrong("A consent takes a group of fields.", item.position, f"They are: {_NAMES}.")
        elif value.text:
            self._wrong("A consent takes a group of fields.", value.position, f"They are: {_NAMES}.")

    def _consent(self, record: Record) -> Consent:
        fields, problems = validate(record, CONSENT)
        self.diagnostics += map(_discreet, problems)
        return Consent(
            position=record.position,
            form=_filled(fields.text("form")),
            date=self._date(fields, "date"),
            uses=self._uses(fields, record.position),
            expires=self._date(fields, "expires"),
            is_child=fields.flag("child"),
            has_guardian=bool(_filled(fields.text("guardian"))),
        )

    def _date(self, fields: Fields, name: str) -> Date | None:
        typed: Scalar | None = fields.scalar(name)
        date = read_date(typed.text, typed.position) if typed and _filled(typed.text) else None
        if isinstance(date, Diagnostic):
            self.diagnostics.append(_discreet(date))
            return None
        return date

    def _uses(self, fields: Fields, position: Position) -> tuple[str, ...]:
        uses = tuple(use for typed in fields.several("uses") if _filled(typed) for use in _uses_of(typed))
        for use in uses:
            if use not in _USES and (meant := did_you_mean(use, _USES)):
                message = f"One of the uses is none that anything is asked for.{meant}"
                hint = "Write them as a list, such as uses: [print, web]"
                self.diagnostics.append(Diagnostic("warning", "consent-unknown-use", message, position, hint))
        return uses

    def _wrong(self, message: str, position: Position, hint: str) -> None:
        self.diagnostics.append(Diagnostic("error", "wrong-kind", message, position, hint))


def _filled(typed: str) -> str:
    """Take a blank for nothing."""
    return "" if typed.startswith(TO_FILL_IN) else typed


def _uses_of(typed: str) -> tuple[str, ...]:
    """Read one use, or several in a line; what is not plainly some of them is one that nobody asks for."""
    words = " ".join(typed.casefold().split())
    several = tuple(_SAME.get(each, each) for each in _JOINT.split(words))
    return several if all(each in _USES for each in several) else (_SAME.get(words, words),)


def _discreet(problem: Diagnostic) -> Diagnostic:
    """Say where something is wrong without repeating what stands there."""
    if problem.id in ("wrong-kind", "fill-in"):
        return problem
    message = _DISCREET.get(problem.id, "This line cannot be read as it stands.")
    if problem.id == "unknown-key":
        message += f" The fields are: {_NAMES}."
    hint = "This file is personal: it is not shown."
    if problem.id.startswith("date-"):
        hint = f"Write it like this: 12 August 2021. {hint}"
    return Diagnostic(problem.severity, problem.id, message, problem.position, hint)
