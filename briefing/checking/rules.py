"""The rules, one function each: briefing in, diagnostics out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import chain

from briefing.checking.asked import Asked
from briefing.checking.changed_names import changed_names
from briefing.checking.compared import compared, hedges
from briefing.checking.counterparts import counterparts_that_differ
from briefing.checking.dates import axes_read, dates_read, out_of_order, seasons_or_years
from briefing.checking.embargo import names_a_moment
from briefing.checking.evidence import evidence, ledger_for
from briefing.checking.release import approval, translation
from briefing.checking.translated_fields import fields_that_differ, texts_missing
from briefing.checking.trees import Walked
from briefing.claims import Ledger
from briefing.errors import Diagnostic, sorted_diagnostics
from briefing.memory import FORGETFUL, Memory
from briefing.model import Briefing, is_blank, plain_text, walk
from briefing.model.languages import read_tag

__all__ = ["check", "differences"]

_Found = Iterator[Diagnostic]

_PICTURE_FILE = re.compile(r"\S.{0,200}\.(?:avif|bmp|gif|hei[cf]|jpe?g|png|svg|tiff?|webp)", re.IGNORECASE)
_NO_TITLES = frozenset({"no title", "untitled", "untitled document"})
"""What other programs write where nobody gave a title."""


def check(
    briefing: Briefing,
    *,
    whole: bool = True,
    original: Briefing | None = None,
    memory: Memory = FORGETFUL,
    asked: Asked | None = None,
    ledger: Ledger | None = None,
    strict: bool = False,
) -> tuple[Diagnostic, ...]:
    """Hold a briefing against every rule, and a language edition against its original, in the order of its files.

    Where it is not ``whole``, because a part of it could not be read, nothing is called unused, and nothing compared.
    ``asked`` says which editorial checks speak, ``None`` that none does. ``ledger`` is that of the original, for
    whoever has it already; with ``strict`` dated statements need a source as well.
    """
    ledger = ledger_for(briefing, original, memory, strict=strict) if ledger is None else ledger
    told_in = (original or briefing).masthead.language
    beside_sources = chain(compared(ledger, told_in), hedges(ledger, told_in))
    claimed = chain(evidence(ledger, strict=strict), beside_sources)
    walked = Walked(briefing, memory)
    beside = (rule(briefing, original) for rule in _BESIDE_ORIGINAL)
    walking = (rule(walked) for rule in _OF_TREES if whole or rule not in _OF_THE_WHOLE)
    found = chain.from_iterable((*walking, *beside, *(rule(briefing) for rule in _RULES)))
    edited = _edited(briefing, asked, whole=whole, original=original) if asked is not None else ()
    differing = differences(briefing, original) if original and whole else ()
    return sorted_diagnostics(chain(found, claimed, edited, differing))


def _edited(briefing: Briefing, asked: Asked, *, whole: bool, original: Briefing | None) -> _Found:
    """Run the editorial checks; a build asks for none, and does not load them."""
    from briefing.checking.editorial import editorial

    return editorial(briefing, asked, whole=whole, original=original)


def differences(edition: Briefing, original: Briefing) -> tuple[Diagnostic, ...]:
    """Say what does not correspond between a language edition and its original."""
    rules = (texts_missing, fields_that_differ, counterparts_that_differ)
    return sorted_diagnostics(chain.from_iterable(rule(edition, original) for rule in rules))


def _unused_sources(walked: Walked) -> _Found:
    cited = walked.cited
    for source in walked.briefing.sources.values():
        if source.key not in cited and not source.own:  # where it appeared itself
            message = f"Nothing cites the source {source.key}."
            hint = f"Cite it, [@{source.key}], or take it out of the list."
            yield Diagnostic("warning", "unused-source", message, source.position, hint)


def _bare_sources(briefing: Briefing) -> _Found:
    for source in briefing.sources.values():
        if source.confidential:
            continue  # no reader is to find it; a missing description is an error of its own
        if not source.title:
            message = f"The source {source.key} has no title."
            yield Diagnostic("warning", "source-incomplete", message, source.position, "A reader has to find it.")
        elif not (source.date or source.url or source.doi):
            message = f"The source {source.key} has neither a date nor an address."
            yield Diagnostic("warning", "source-incomplete", message, source.position, "A reader has to find it.")


def _undated_sources(briefing: Briefing) -> _Found:
    undated = [source for source in briefing.sources.values() if source.title and source.url and not source.accessed]
    if undated:
        one = len(undated) == 1
        words = "One source does not say when it was" if one else f"{len(undated)} sources do not say when they were"
        message = f"{words} read: {', '.join(source.key for source in undated)}."
        hint = "Pages change and vanish: add accessed, and the address of an archived copy."
        yield Diagnostic("note", "source-undated", message, undated[0].position, hint)


def _logo(briefing: Briefing) -> _Found:
    organisation = briefing.organisation
    if organisation and organisation.logo and not organisation.logo_alt:
        position = organisation.positions.get("logo", organisation.position)
        hint = f"Say what it shows: logo_alt: {organisation.name}"
        yield Diagnostic("error", "missing-alt", "The logo says nothing to those who do not see it.", position, hint)


def _petition(briefing: Briefing) -> _Found:
    petition = briefing.petition
    if petition is None:
        return
    if petition.question:
        position = petition.positions.get("question", petition.position)
        hint = "When it is answered, take the line out."
        yield Diagnostic("question", "petition-question", petition.question, position, hint)
    if not petition.link and "link" not in petition.positions:
        hint = "Add its address: link: https://…"
        message = "The petition has no link: nobody can sign it."
        yield Diagnostic("question", "petition-without-link", message, petition.position, hint)


def _asks(briefing: Briefing) -> _Found:
    for ask in briefing.asks:
        if ask.by is None:
            message = f'The ask of "{ask.actor}" has no date.'
            yield Diagnostic("note", "ask-without-date", message, ask.position, _hint_of_day(briefing))


def _postcard(briefing: Briefing) -> _Found:
    """Say where a card would show what is asked of somebody else than its reader."""
    shown = briefing.ask_on_card
    if shown is None:
        return
    for card in briefing.postcard[:1]:
        actors = ", ".join(f'"{ask.actor}"' for ask in briefing.asks)
        hint = f'Say whose ask it shows, of {actors}: ::: postcard {{ask="{briefing.asks[-1].actor}"}}'
        if card.ask and card.ask.casefold() != shown.actor.casefold():
            message = f'Nothing is asked of "{card.ask}", whose ask the postcard is to show.'
            yield Diagnostic("error", "postcard-ask", message, card.position, hint)
        elif not card.ask and len(briefing.asks) > 1 and shown.actor.casefold() not in map(str.casefold, card.to):
            message = f'The postcard shows the first of {len(briefing.asks)} asks, that of "{shown.actor}".'
            yield Diagnostic("note", "postcard-ask", message, card.position, hint)


def _hint_of_day(briefing: Briefing) -> str:
    """Say how a day is typed in the language of the document, in the year of its date."""
    date = briefing.masthead.date or briefing.masthead.information_as_of
    year = date.edtf[:4] if date and date.edtf[:4].isdecimal() else "2030"
    if read_tag(briefing.masthead.language).language == "en":
        return f'End it with a day: "…, by 31 December {year}."'
    return f'End it with a day, typed as figures: "… {year}-12-31." The page says it in words.'


def _tables(walked: Walked) -> _Found:
    for element in walked.notable:
        if element.tag == "table" and not any(inner.tag == "th" for inner in walk(element)):
            message = "The first row of this table is empty: its columns have no names."
            hint = "Name each column there, for those who hear the table instead of seeing it."
            yield Diagnostic("warning", "table-without-header", message, element.position, hint)


def _pictures(walked: Walked) -> _Found:
    for element in walked.notable:
        words = element.get("alt").strip()
        if element.tag == "img" and _PICTURE_FILE.fullmatch(words):
            message = f'"{words}" is the name of a file; it says nothing to those who cannot see the picture.'
            hint = "Say what the picture shows: ![A flooded street](flood.png)."
            yield Diagnostic("warning", "alt-is-file-name", message, element.position, hint)


def _masthead(briefing: Briefing) -> _Found:
    masthead = briefing.masthead
    positions = masthead.positions
    if masthead.title.strip().casefold() in _NO_TITLES:
        message = f'"{masthead.title.strip()}" is no title: windows, search results and screen readers would say it.'
        hint = "Write in a few words what the briefing is about."
        yield Diagnostic("warning", "untitled", message, positions.get("title", briefing.position), hint)
    if masthead.embargo and not names_a_moment(masthead.embargo.until, masthead.language):
        message = f'The embargo "{masthead.embargo.until}" does not name one moment.'
        hint = "Write day, time and zone: 3 September 2021, 00:01 BST"
        yield Diagnostic("error", "embargo-unreadable", message, positions.get("embargo", briefing.position), hint)


def _unexplained(walked: Walked) -> _Found:
    for element in walked.notable:
        if element.tag == "abbr" and is_blank(element.get("title")):
            short = plain_text(element)
            if short not in walked.briefing.abbreviations:
                message = f'Nothing says what "{short[:40]}" stands for.'
                hint = f'Say it here, [{short[:40]}]{{.abbr title="…"}}, or in the field abbreviations.'
                yield Diagnostic("warning", "unexplained-abbreviation", message, element.position, hint)


def _abbreviations(walked: Walked) -> _Found:
    briefing = walked.briefing
    listed = tuple(briefing.abbreviations)
    if not listed:
        return
    used = walked.printed(listed)
    for short in listed:
        if short not in used:
            position = briefing.masthead.positions.get(f"abbreviations.{short}", briefing.position)
            hint = "Take it out of the list, or write it as the text does: capitals count."
            message = f'The abbreviation "{short}" is never used.'
            yield Diagnostic("warning", "unused-abbreviation", message, position, hint)


_OF_TREES: tuple[Callable[[Walked], _Found], ...] = (
    _unused_sources,
    _tables,
    _pictures,
    _unexplained,
    _abbreviations,
    changed_names,
)
_RULES: tuple[Callable[[Briefing], _Found], ...] = (
    _bare_sources,
    _undated_sources,
    _logo,
    _petition,
    _asks,
    _postcard,
    _masthead,
    approval,
    translation,
)

_BESIDE_ORIGINAL = (dates_read, axes_read, seasons_or_years, out_of_order)
"""What a language edition takes over from its original is said of the original alone, or once where it stands there."""

_OF_THE_WHOLE = (_unused_sources, _abbreviations, changed_names)
"""Speak of all that a briefing says, wherever it stands."""
