"""What was heard of links → diagnostics for their author."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefing.errors import Diagnostic, Position, Severity
from briefing.online.addresses import Address, same_page, without_password
from briefing.online.answers import FailureKind
from briefing.online.inquiry import Outcome
from briefing.online.links import Kind, Use

__all__ = ["BLIND", "held_back", "offline", "printed_elsewhere", "tell", "tell_refused", "tell_unasked"]

_LONGEST = 300
"""Characters of an address that are shown."""
_SUBJECTS: Mapping[Kind, str] = {
    "petition": "The link of the petition",
    "print_as": "The printed address of the petition",
    "text": "This link",
    "organisation": "This address of the organisation",
}
_FRONT = re.compile(r"/(?:index|default|home|start)?(?:\.\w+)?/?(?:\?.*)?", re.IGNORECASE)
"""Paths of front pages."""
_GRAVE: tuple[Kind, ...] = ("petition", "print_as")
"""What is on paper, and what all of it is for."""
BLIND: tuple[FailureKind, ...] = ("no-server", "unresolved", "proxy")
"""What a machine hears of every server while it is not online."""
_NAMES: Mapping[Kind, str] = {"petition": "link", "print_as": "print_as", "source": "url", "archived": "archived"}
"""The fields in which an address is typed."""


def tell(uses: tuple[Use, ...], outcome: Outcome) -> Iterator[Diagnostic]:
    """Say what is to be said of one link, at its first place."""
    if outcome.verdict == "found":
        yield from _of_found(uses, outcome)
    elif outcome.verdict == "dead":
        yield _dead(uses, outcome)
    elif outcome.verdict == "certificate":
        message = f"Browsers warn of what {_lower(_subject(uses[0]))} leads to: {outcome.words}."
        hint = "Tell those whose server it is, or name another page."
        yield _diagnostic(uses, "warning", "link-certificate", message, hint)
    elif outcome.verdict == "unclear" or outcome.failure:
        message = f"Where {_lower(_subject(uses[0]))} leads could not be found out: {outcome.words}."
        severity: Severity = "warning" if uses[0].kind in _GRAVE else "note"
        yield _diagnostic(uses, severity, "link-unclear", message, "Open it yourself.")


def _of_found(uses: tuple[Use, ...], outcome: Outcome) -> Iterator[Diagnostic]:
    first, start, end = uses[0], outcome.path[0], outcome.path[-1]
    if first.kind == "print_as":  # which stays while what is behind it moves
        return
    if end.target == "/" and not _FRONT.fullmatch(start.target):
        message = f"{_subject(first)} leads to the front page of {end.host}: its own page may be gone."
        yield _diagnostic(uses, "warning", "link-front-page", message, _instead(first))
    elif outcome.moved and not same_page(start, outcome.moved):
        message = f"The page that {_lower(_subject(first))} leads to has moved for good."
        field = f"{_NAMES[first.kind]}: " if first.kind in _NAMES else ""
        severity: Severity = "warning" if first.kind == "petition" else "note"
        yield _diagnostic(uses, severity, "link-moved", message, f"Its new address: {field}{_shown(outcome.moved)}")


def _dead(uses: tuple[Use, ...], outcome: Outcome) -> Diagnostic:
    message = f"{_subject(uses[0])} leads nowhere: {outcome.words}."
    severity: Severity = "error" if uses[0].kind in _GRAVE else "warning"
    return _diagnostic(uses, severity, "link-dead", message, _instead(uses[0]))


def _instead(use: Use) -> str:
    """Say what an author can do about a page that is gone."""
    if use.kind == "print_as":
        return "Have it lead to the petition before anything is printed, or correct it."
    if use.kind == "petition":
        return "Nobody can sign: put the right address there, link: https://…"
    if use.kind == "source" and use.source:
        if use.source.archived:
            return f"Its archived copy is printed beside it: {_shown(use.source.archived)}"
        looked_for = f"https://web.archive.org/web/*/{without_password(use.typed)}"
        return f"Look for a copy, and type its address as archived: {looked_for[:_LONGEST]}"
    if use.kind == "archived":
        return "Look for another copy, or take the line out."
    return "Correct it, or take it out."


def printed_elsewhere(printed: tuple[Use, Outcome], petition: tuple[Address, Outcome]) -> Iterator[Diagnostic]:
    """Say so where the printed address leads to something else than the link of the petition."""
    (use, outcome), (link, of_link) = printed, petition
    goals = (link, *of_link.path)
    if outcome.verdict != "found" or any(same_page(one, goal) for one in outcome.path for goal in goals):
        return
    message = "The printed address leads to another page than the link of the petition."
    details = (f"printed: {_shown(use.typed)} → {_shown(outcome.path[-1])}", f"link:    {_shown(link)}")
    hint = "Have it lead to the petition before anything is printed, or correct print_as or link."
    yield Diagnostic("error", "print-address-elsewhere", message, use.position, hint, details)


def tell_refused(use: Use, words: str) -> Diagnostic:
    """Say that nobody was asked for an address, because of the address itself."""
    message = f"{_subject(use)} {words}. Nobody was asked for it."
    severity: Severity = "error" if use.kind in _GRAVE else "warning"
    hint = "Name a page that every reader can open."
    return Diagnostic(severity, "link-not-public", message, use.position, hint, (_shown(use.typed),))


def tell_unasked(uses: Iterable[tuple[Use, ...]], *, stopped: bool) -> Iterator[Diagnostic]:
    """Say once how many links were not looked at in the end."""
    places = [each[0] for each in uses]
    if places:
        why = "it was stopped" if stopped else "it took too long, or their servers asked to be left alone"
        many = f"{len(places)} links were" if len(places) > 1 else "One link was"
        shown = tuple(f"{each.position}  {_shown(each.typed)}" for each in places[:3])
        details = (*shown, *(("…",) if len(places) > len(shown) else ()))
        hint = "Run it again later."
        message = f"{many} not looked at: {why}."
        yield Diagnostic("note", "links-not-asked", message, places[0].position, hint, details)


def offline(outcomes: Iterable[Outcome]) -> Iterator[Diagnostic]:
    """Say so where none of several servers could be found, or no proxy: that is no matter of the links."""
    asked = [
        each for each in outcomes if each.verdict in ("found", "unclear") or (each.failure or "private") != "private"
    ]
    servers = {each.path[-1].server for each in asked}
    no_proxy = any(each.failure == "proxy" for each in asked)
    if not all(each.failure in BLIND for each in asked) or (len(servers) < 2 and not no_proxy):
        return
    missing = "The proxy could not be reached" if no_proxy else f"None of {len(servers)} servers could be found"
    hint = "Look whether this machine is online, and run it again."
    yield Diagnostic("warning", "links-offline", f"{missing}: nothing is known of the links.", hint=hint)


def held_back(errors: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Say why nobody was asked, where a list of sources has errors: one may hide that a source is confidential."""
    files = list(dict.fromkeys(each.position.file for each in errors if each.position))
    message = f"Nobody was asked where links lead, for {' and '.join(files)} has errors."
    hint = "One of them may keep a confidential source from being known as such: mend them, and run it again."
    yield Diagnostic("warning", "links-held-back", message, errors[0].position, hint)


def _subject(use: Use) -> str:
    if use.source:
        of = "The archived copy of" if use.kind == "archived" else "The address of"
        return f"{of} {use.source.key}"
    return _SUBJECTS[use.kind]


def _lower(subject: str) -> str:
    return subject[0].lower() + subject[1:]


def _diagnostic(uses: tuple[Use, ...], severity: Severity, id_: str, message: str, hint: str) -> Diagnostic:
    also = _also(uses[0].position, uses[1:])
    return Diagnostic(severity, id_, message, uses[0].position, hint, (_shown(uses[0].typed), *also))


def _also(first: Position, others: tuple[Use, ...]) -> tuple[str, ...]:
    places = [each.position for each in others if each.position != first]
    if not places:
        return ()
    return (f"also at {places[0]}" + (f", and at {len(places) - 1} more" if len(places) > 1 else ""),)


def _shown(address: Address | str) -> str:
    text = without_password(str(address))
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
