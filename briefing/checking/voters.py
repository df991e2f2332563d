"""Whether material is intended to influence voters: what was answered, whether that holds, and the imprint.

The program infers nothing from the text: the answer belongs to people, with name and date. It lapses when the date,
what is asked or the audience changes. What the imprint of such material has to say stands in ``assets/rules``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefing.checking.content import answered_content
from briefing.checking.release import without_lapsed_check
from briefing.errors import Diagnostic, Position
from briefing.model import Briefing, Element, Imprint, VotersAnswer, plain_text
from briefing.reading.fields import TO_FILL_IN
from briefing.rules import Rule, rule_for

__all__ = [
    "NOT_ANSWERED",
    "audience_answered",
    "country_of",
    "imprint_printed",
    "influences_voters",
    "not_answered",
    "voters",
]

_Found = Iterator[Diagnostic]

NOT_ANSWERED = frozenset(
    {
        "voters-unanswered",
        "voters-unbound",
        "voters-lapsed",
        "voters-audience",
        "imprint-incomplete",
        "imprint-not-printed",
    }
)
"""Names of what keeps material from voters: nobody has answered for it, or its imprint does not name all it has to."""

_COUNTRY = "GB"
"""Whose rules hold where a profile names no country."""
_COMMAND = "check --influences-voters no --by NAME"
_PARTS = {
    "printed_by": "the printer",
    "promoted_by": "the promoter",
    "on_behalf_of": "those on whose behalf it is published",
}
_GROUPS = {"public": "the public", "representatives": "representatives"}
_PARTED = re.compile(r"[,،、;\n]")
"""What stands between a name and an address."""


def voters(briefing: Briefing, original: Briefing | None = None) -> _Found:
    """Say what was answered, and what is missing; a language edition without an answer has that of its original."""
    owner = _owner(briefing, original)
    answer = owner.masthead.influences_voters
    if answer is None:
        yield _unanswered(owner, briefing)
        return
    position = owner.masthead.positions.get("influences_voters", owner.position)
    held = _held(owner, answer, position)
    yield held if owner is briefing or held.severity != "note" else _of_original(briefing, held)
    if answer.influences:
        yield from _imprint(briefing, rule_for("imprint", country_of(briefing)))


def influences_voters(briefing: Briefing, original: Briefing | None = None) -> bool:
    """Tell whether somebody has answered that it is intended to."""
    answer = _owner(briefing, original).masthead.influences_voters
    return answer is not None and answer.influences


def imprint_printed(briefing: Briefing, document: Element, template: str) -> _Found:
    """Say what of the imprint the document of a template does not hold; for what is intended to influence voters."""
    imprint = briefing.organisation.imprint if briefing.organisation else Imprint()
    printed = _letters(plain_text(document))
    if missing := [name for part, name in _PARTS.items() if _letters(getattr(imprint, part)) not in printed]:
        message = (
            f"This is intended to influence voters, and the template {template} does not print {_listed(missing)}."
        )
        hint = "Take one of our templates, or print the imprint as they do: {{ parts.imprint() }} in document.html."
        rule = rule_for("imprint", country_of(briefing))
        details = (rule.text("place"), rule.cited) if rule else ()
        yield Diagnostic("warning", "imprint-not-printed", message, None, hint, details)


def audience_answered(briefing: Briefing, audience: Iterable[str], template: str, original: Briefing | None) -> _Found:
    """Say where material goes to people that the answer is not about: of a template, or without one what is signed."""
    owner = _owner(briefing, original)
    answer = owner.masthead.influences_voters
    if answer is None:
        return
    if others := [each for each in audience if each not in answer.audience]:
        position = owner.masthead.positions.get("influences_voters", owner.position)
        about = _listed(map(_GROUPS.__getitem__, answer.audience))
        goes = _listed(map(_GROUPS.__getitem__, others))
        what = f"what the template {template} makes goes" if template else "sheets to be signed go"
        message = f"The answer on voters is about {about}; {what} to {goes}."
        command = f"{_COMMAND} --template {template}" if template else _COMMAND
        hint = f"Weigh it again: {command}, or yes, prints the field for both."
        yield Diagnostic("warning", "voters-audience", message, position, hint)


def not_answered(diagnostics: Iterable[Diagnostic], refused: str) -> _Found:
    """Refuse what nobody has answered for; ``refused`` is a sentence that says what cannot be done."""
    for each in diagnostics:
        if each.id in NOT_ANSWERED:
            message = f"{refused} {each.message}"
            yield replace(each, severity="error", id="not-answered", message=message)


def _owner(briefing: Briefing, original: Briefing | None) -> Briefing:
    return original if original and briefing.masthead.influences_voters is None else briefing


def country_of(briefing: Briefing) -> str:
    """Tell whose rules hold for what is printed, as ISO 3166 has it."""
    return (briefing.organisation.country if briefing.organisation else "") or _COUNTRY


def _unanswered(owner: Briefing, briefing: Briefing) -> Diagnostic:
    rule = rule_for("voters", country_of(briefing))
    message = "Nobody has answered whether this can reasonably be regarded as intended to influence voters."
    details = (rule.text("weigh"), rule.cited) if rule else (_unknown(briefing),)
    hint = f"Answer for the organisation: {_COMMAND}, or yes, prints what to copy into the fields."
    return Diagnostic("warning", "voters-unanswered", message, owner.position, hint, details)


def _unknown(briefing: Briefing) -> str:
    return f"No rule of {country_of(briefing)} is known here: ask somebody who knows it."


def _held(owner: Briefing, answer: VotersAnswer, position: Position) -> Diagnostic:
    """Say whether the answer is about this date and these asks."""
    again = f"Weigh it again: {_COMMAND}, or yes, prints the field anew."
    if not answer.content:
        message = "The answer on voters does not say to which date and which asks it belongs."
        return Diagnostic("warning", "voters-unbound", message, position, again)
    if changed := _changed(answer.content, answered_content(owner)):
        said = f"{'' if answer.influences else 'not '}intended to influence voters"
        message = f"{changed} changed since {answer.by} answered on {answer.on.edtf} that this is {said}."
        return Diagnostic("warning", "voters-lapsed", message, position, again)
    message = f"Intended to influence voters: {'yes' if answer.influences else 'no'}."
    message += f" {answer.by} answered on {answer.on.edtf}."
    return Diagnostic("note", "voters-answered", message, position)


def _of_original(edition: Briefing, held: Diagnostic) -> Diagnostic:
    """Say that an answer on the original may not be about what an edition asks, while nobody has compared the two."""
    made = without_lapsed_check(edition).translation
    if made is None or made.checked:
        return held
    message = f"{held.message} That was on the original, and nobody has checked that this edition asks the same."
    hint = "Let the translation be checked, or answer in the edition itself."
    return replace(held, id="voters-edition", message=message, position=edition.position, hint=hint)


def _changed(then: str, now: str) -> str:
    """Name what changed; empty where nothing did."""
    pairs = zip(("the date", "what is asked"), then.split("-"), now.split("-"), strict=True)
    listed = _listed(name for name, old, new in pairs if old != new)
    return listed[:1].upper() + listed[1:]


def _imprint(briefing: Briefing, rule: Rule | None) -> _Found:
    """Hold the imprint of the organisation against what the rule of its country asks for."""
    organisation = briefing.organisation
    imprint = organisation.imprint if organisation else Imprint()
    parts = rule.texts("parts") if rule else ()
    named = {part: text for part in _PARTS if (text := getattr(imprint, part)) and not text.startswith(TO_FILL_IN)}
    missing = [_PARTS[part] for part in parts if part not in named]
    bare = [_PARTS[part] for part in parts if part in named and not _has_address(named[part])]
    if not parts and not named:
        missing = ["anybody"]
    if not (missing or bare):
        return
    lacks = [f"does not name {_listed(missing)}"] if missing else []
    lacks += [f"gives no address of {_listed(bare)}"] if bare else []
    message = f"This is intended to influence voters, and the imprint {_listed(lacks)}."
    hint = "Write name and address of each into the profile, under imprint: printed_by, promoted_by and on_behalf_of."
    hint += f" {rule.text('address')} {rule.text('behalf')}" if rule else ""
    at = organisation.positions.get("imprint", organisation.position) if organisation else briefing.position
    yield Diagnostic("warning", "imprint-incomplete", message, at, hint, (rule.cited if rule else _unknown(briefing),))


def _letters(text: str) -> str:
    """Leave out what typography changes: spaces, dashes and quotation marks."""
    return "".join(filter(str.isalnum, text))


def _has_address(text: str) -> bool:
    return sum(map(bool, map(str.strip, _PARTED.split(text)))) > 1


def _listed(words: Iterable[str]) -> str:
    *first, last = [*words] or [""]
    return f"{', '.join(first)} and {last}" if first else last
