"""A briefing → what stands on a petition to the House of Commons, and what its rules ask that nobody has answered."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from briefing.errors import Diagnostic, Position
from briefing.model import Briefing, CommonsPetition, Node, plain_text
from briefing.model.languages import read_tag
from briefing.petitioning.notice import OF_COMMONS
from briefing.reading.fields import FRONT_MATTER
from briefing.rules import Rule

__all__ = ["Commons", "commons_of", "imprint_left_out", "least_rows", "missing_of_commons", "open_of_commons"]

_GROUP = "commons_petition"
_TABLE = {field.name: field for group in FRONT_MATTER if group.name == _GROUP for field in group.fields}
_TEXTS = ("petitioners", "declares", "requests")
_QUESTIONS = ("asks_for_public_money", "before_a_court")
_SET_WORDS = {
    "petitioners": ("The petition of", re.compile(r"(?:the )?petition of\b", re.IGNORECASE)),
    "declares": ("Declares that", re.compile(r"(?:declares? )?that\b|declares?\b", re.IGNORECASE)),
    "requests": (
        "therefore request that the House of Commons",
        re.compile(r"(?:the petitioners?|therefore|requests?|that|the house of commons)\b", re.IGNORECASE),
    ),
}
"""Words that the sheet has by itself, before what the author types."""
_END = re.compile(r"[\s.;,]+$")
_BEFORE_SIGN = re.compile(r"\s+([;,.])")
"""The room that a citation leaves, which is not printed."""


@dataclass(frozen=True, slots=True)
class Commons:
    """The sentences of a petition, in the wording that the House publishes."""

    opening: str
    declares: str
    requests: str
    """Repeated on every sheet."""
    closing: str
    to: str = "To the House of Commons."


def commons_of(petition: CommonsPetition, said: Callable[[Iterable[Node]], str]) -> Commons:
    """Put the author's words into the sentences of the House; ``said`` gives the mere letters of a sentence."""
    one = petition.one_petitioner
    request = "The petitioner therefore requests" if one else "The petitioners therefore request"
    return Commons(
        opening=f"The petition of {_ended(petition.petitioners)},",
        declares=f"Declares that {_ended(said(petition.declares))}.",
        requests=f"{request} that the House of Commons {_ended(said(petition.requests))}.",
        closing="And the petitioner remains, etc." if one else "And the petitioners remain, etc.",
    )


def least_rows(petition: CommonsPetition, rule: Rule) -> int:
    """How many people have to sign on the sheet with the full text."""
    name = "least_signatures_of_one_petitioner" if petition.one_petitioner else "least_signatures"
    return int(rule.number(name))


def missing_of_commons(briefing: Briefing, rule: Rule) -> Iterator[Diagnostic]:
    """Say all that keeps a petition from being printed, each with a line to type."""
    if read_tag(briefing.masthead.language).language != rule.text("language"):
        hint = "Leave out --language." if briefing.translation else "Write it as an English edition: briefing.en.md"
        place = briefing.masthead.positions.get("language", briefing.position)
        yield Diagnostic("error", "commons-language", rule.text("language_rule"), place, hint)
        return
    petition = briefing.commons_petition
    if petition is None:
        message = "The article does not say what the House of Commons is asked. Put these lines at its head:"
        lines = (f"{_GROUP}:", *(f"  {_line(name)}" for name in _TABLE if name != "one_petitioner"))
        yield Diagnostic("error", "commons-missing", message, briefing.position, rule.cited, lines)
        return
    for name in (*_TEXTS, *OF_COMMONS):
        if not _typed(petition, name):
            message = f'The petition lacks "{name}". {_TABLE[name].help}'
            hint = f"Add it below {_GROUP}, such as: {_line(name)}"
            yield Diagnostic("error", "commons-missing", message, petition.position, hint)


def imprint_left_out(petition: CommonsPetition, house: Rule, imprint: Rule | None) -> Iterator[Diagnostic]:
    """Say that two rules stand against each other; ``imprint`` is that on voters, ``None`` where it does not hold."""
    if imprint:
        message = (
            "This is intended to influence voters, and material that is names who is behind it. These sheets name "
            f"nobody: {house.text('plain')} Which of the two holds, a person has to settle."
        )
        hint = "Ask the Clerk of Public Petitions, or print general sheets: briefing petition without --as commons."
        cited = (house.cited, imprint.cited)
        yield Diagnostic("open", "commons-imprint", message, petition.position, hint, cited)


def open_of_commons(petition: CommonsPetition, rule: Rule) -> Iterator[Diagnostic]:
    """Say what the rules ask that is not answered, or is answered so that they stand against it."""
    for name in _QUESTIONS:
        answer = petition.asks_for_public_money if name == _QUESTIONS[0] else petition.before_a_court
        if answer is None:
            yield _unanswered(petition, name, f"{rule.text(name)} {_TABLE[name].help}")
        elif answer:
            hint = "Change the request, or ask the Clerk of Public Petitions."
            yield Diagnostic("open", "commons-rule", rule.text(name), _place(petition, name), hint)
    if not petition.presented_by:
        yield _unanswered(petition, "presented_by", rule.text("presented_by"))
    if not (petition.answered_by and petition.answered_on):
        name = "answered_on" if petition.answered_by else "answered_by"
        yield _unanswered(petition, name, "It is not said who has answered these questions, and when.")
    yield from _repeated(petition)
    more = tuple(rule.text(name) for name in ("presented_by", "from_whom", "who", "wording", "paper"))
    yield Diagnostic("note", "commons-advice", rule.text("advice"), petition.position, rule.cited, more)


def _repeated(petition: CommonsPetition) -> Iterator[Diagnostic]:
    """Warn of words that would stand there twice."""
    for name, (words, beginning) in _SET_WORDS.items():
        if beginning.match(_typed(petition, name).lstrip()):
            message = f'The sheet has "{words}" by itself, and "{name}" seems to say it once more.'
            hint = f"Begin with what follows: {_line(name)}"
            yield Diagnostic("warning", "commons-wording", message, _place(petition, name), hint)


def _unanswered(petition: CommonsPetition, name: str, message: str) -> Diagnostic:
    hint = f"Answer it below {_GROUP}, such as: {_line(name)}"
    return Diagnostic("open", "commons-unanswered", message, petition.position, hint)


def _typed(petition: CommonsPetition, name: str) -> str:
    value = getattr(petition, name)
    return value if isinstance(value, str) else plain_text(value)


def _place(petition: CommonsPetition, name: str) -> Position:
    return petition.positions.get(name, petition.position)


def _line(name: str) -> str:
    return f"{name}: {_TABLE[name].example}"


def _ended(text: str) -> str:
    """Take the end of a sentence away, for the sheet has its own."""
    return _END.sub("", _BEFORE_SIGN.sub(r"\1", " ".join(text.split())))
