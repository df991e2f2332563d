"""A profile and a rule → what people are told of their data, and what of that is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from pathlib import PurePosixPath
from typing import NamedTuple

from briefing.checking import country_of
from briefing.errors import Diagnostic, Position
from briefing.model import Briefing, CommonsPetition, DataNotice, Organisation, Petition, SignatureSheets
from briefing.reading.fields import PROFILE, Field
from briefing.rules import Rule, rule_for

__all__ = [
    "OF_COMMONS",
    "Part",
    "left_blank",
    "missing_of_notice",
    "not_translated",
    "notice_of_commons",
    "parts_of",
    "rule_of_complaints",
    "rule_of_notices",
]

_GROUP = "data_notice"
_INSIDE = ("imprint.", "data_notice.")
"""How fields of a profile begin that stand on a sheet."""
_SUBJECT = "data-notice"
_OF_COMPLAINTS = "data-complaints"
_OF_OPT_IN = frozenset({"withdrawal"})
"""Fields that are needed for some notices alone."""
_EVERYWHERE = (
    "controller",
    "contact",
    "purpose",
    "lawful_basis",
    "recipients",
    "retention",
    "rights",
    "complaint_to_authority",
)
"""Parts without which nobody is asked to write a name and an address, whatever the country."""
OF_COMMONS = ("purpose", "recipients", "retention")
"""Parts that are others where sheets go to the House of Commons: its petition says them, and not the profile."""
_IN_ANY_LANGUAGE = frozenset({"controller", "contact", "officer"})
"""Names and addresses."""
_NONE = "none"
"""What a profile answers where a part does not apply."""
_TABLE = {field.name: field for group in PROFILE if group.name == _GROUP for field in group.fields}
_PRINTED = tuple(field.name for field in fields(DataNotice) if field.name in _TABLE and field.name != "opt_in")
"""Parts in the order in which they are read."""


class Part(NamedTuple):
    """One thing that people are told."""

    name: str
    """That of its field; ``notice_NAME`` is the word before it."""
    text: str
    position: Position


def parts_of(notice: DataNotice) -> tuple[Part, ...]:
    """List what is printed, without what does not apply."""
    return tuple(
        Part(name, text, notice.positions.get(name, notice.position))
        for name in _PRINTED
        if (text := _said(notice, name)) and text.casefold() != _NONE
    )


def rule_of_notices(briefing: Briefing) -> Rule | None:
    """Find what the country of an organisation asks for; ``None`` where the program does not know it."""
    return rule_for(_SUBJECT, country_of(briefing))


def rule_of_complaints(briefing: Briefing) -> Rule | None:
    """Find what the country of an organisation asks for of complaints to it; ``None`` where nothing is known of it."""
    return rule_for(_OF_COMPLAINTS, country_of(briefing))


def notice_of_commons(briefing: Briefing) -> Briefing:
    """Put what a petition to the House says of people's data in the place of what holds for the general sheets.

    Nobody is asked there to hear more, so nothing is said of how to withdraw from that.
    """
    petition, organisation = briefing.commons_petition, briefing.organisation
    notice = organisation.data_notice if organisation else None
    if petition is None or organisation is None or notice is None:
        return briefing
    said = {name: getattr(petition, name) for name in OF_COMMONS}
    places = {name: petition.positions.get(name, petition.position) for name in OF_COMMONS}
    notice = replace(notice, **said, opt_in="", withdrawal="", positions={**notice.positions, **places})
    return replace(briefing, organisation=replace(organisation, data_notice=notice))


def missing_of_notice(
    briefing: Briefing, rule: Rule | None, *, elsewhere: tuple[str, ...] = ()
) -> Iterator[Diagnostic]:
    """Name every part that is needed and that the profile does not say, each with a line to type.

    Those that are said ``elsewhere`` are left out. Without a rule there are the parts that are needed everywhere.
    """
    organisation = briefing.organisation
    if organisation is None:
        message = "Nobody says what becomes of the names and addresses: the briefing has no organisation."
        hint = "Add the name of a profile, such as: organisation: our-organisation"
        yield Diagnostic("error", "notice-missing", message, briefing.position, hint)
        return
    notice = organisation.data_notice
    if notice is None:
        message = "The profile does not say what becomes of the names and addresses of those who sign."
        asked = (name for name in _PRINTED if name not in {*_OF_OPT_IN, *elsewhere})
        lines = (f"{_GROUP}:", *(f"  {_line(_TABLE[name])}" for name in asked))
        message += " Put these lines into it, in your own words:"
        yield Diagnostic("error", "notice-missing", message, organisation.position, rule.cited if rule else "", lines)
        return
    complaints = rule_of_complaints(briefing)
    listed = (*_needed(notice, rule), *(complaints.texts("parts") if complaints else ()))
    needed = (name for name in listed if name not in elsewhere)
    yield from (_missing(_TABLE[name], notice) for name in needed if not _said(notice, name))
    yield from _unanswered(rule, notice) if rule else _unknown(briefing, notice)


def _unknown(briefing: Briefing, notice: DataNotice) -> Iterator[Diagnostic]:
    country = country_of(briefing)
    message = f"No rule of {country} on such notices is known here; what every notice needs was looked for, no more."
    hint = "Ask somebody who knows it, and write what it asks for."
    yield Diagnostic("warning", "notice-unknown-rule", message, notice.position, hint)


def _unanswered(rule: Rule, notice: DataNotice) -> Iterator[Diagnostic]:
    if unanswered := [name for name in rule.texts("where_they_apply") if not _said(notice, name)]:
        message = f"The data notice does not say whether these apply: {', '.join(unanswered)}."
        hint = f"Say it, or that there are none, such as: {unanswered[0]}: {_NONE}"
        yield Diagnostic("warning", "notice-unanswered", message, notice.position, hint)


def not_translated(briefing: Briefing) -> Iterator[Diagnostic]:
    """Warn of what an edition in another language tells in that of the profile: people have to understand it."""
    notice = briefing.organisation.data_notice if briefing.organisation else None
    if briefing.translation is None or notice is None:
        return
    opt_in = Part("opt_in", notice.opt_in, notice.positions.get("opt_in", notice.position))
    told = (*parts_of(notice), *((opt_in,) if notice.opt_in else ()))
    files = {each.name: each.position.file for each in told if each.name not in _IN_ANY_LANGUAGE}
    if kept := [name for name, file in files.items() if not PurePosixPath(PurePosixPath(file).stem).suffix]:
        language, file = briefing.masthead.language, PurePosixPath(files[kept[0]])
        message = f'The data notice is not said in the language of the sheets, "{language}": {", ".join(kept)}.'
        hint = (
            f"Write these into {file.stem}.{language}{file.suffix}, below {_GROUP}: who signs has to understand them."
        )
        yield Diagnostic("warning", "notice-language", message, notice.position, hint)


def left_blank(
    told: Iterable[Diagnostic],
    *printed: Petition | SignatureSheets | CommonsPetition | DataNotice | Organisation | None,
) -> Iterator[Diagnostic]:
    """Choose what is told of fields that begin with FILL IN, of those that stand on a sheet."""
    places = {place for each in printed if each for name, place in each.positions.items() if _stands(each, name)}
    return (each for each in told if each.id == "fill-in" and each.position in places)


def _stands(value: object, name: str) -> bool:
    return not isinstance(value, Organisation) or name == "name" or name.startswith(_INSIDE)


def _needed(notice: DataNotice, rule: Rule | None) -> Iterable[str]:
    if rule is None:
        return (*_EVERYWHERE, *(sorted(_OF_OPT_IN) if notice.opt_in else ()))
    return (*rule.texts("parts"), *(rule.texts("with_opt_in") if notice.opt_in else ()))


def _missing(field: Field, notice: DataNotice) -> Diagnostic:
    message = f'The data notice lacks "{field.name}". {field.help}'
    hint = f"Add it below {_GROUP}, such as: {_line(field)}"
    return Diagnostic("error", "notice-missing", message, notice.position, hint)


def _line(field: Field) -> str:
    return f"{field.name}: {field.example}"


def _said(notice: DataNotice, name: str) -> str:
    text: str = getattr(notice, name)
    return text
