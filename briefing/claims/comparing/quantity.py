"""A figure beside the text of its source: the same number of the same thing, another one, or not there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefing.claims.comparing.comparison import ABSENT, UNCLEAR, Comparison
from briefing.claims.comparing.contexts import is_part
from briefing.claims.comparing.measures import is_converted
from briefing.claims.comparing.statements import Statement, Statements
from briefing.claims.comparing.values import is_comparable, is_distinct, is_near, is_rough, is_same_number
from briefing.claims.quantities import Quantity

__all__ = ["compare_quantity"]

_MOST_SHOWN = 4
_LARGE = 1_000
"""Smaller numbers may be equal by chance: 32 studies and more than 32 centres."""
_LONGEST = 110
"""Letters that are shown behind a figure of a source."""


class _Candidate(NamedTuple):
    """A figure of the source that could be the one."""

    statement: Statement
    figure: Quantity
    shared: int
    """Words that both sentences have."""


def compare_quantity(figure: Quantity, claim: Statement, source: Statements) -> Comparison:
    """Look for a figure of a sentence in the text of a source.

    It matches where a sentence of the source says the same number in the same unit, rounded perhaps, shares a word
    with the claim, and neither counts since another month nor another part of the population. Otherwise what the
    source says in its place is shown, if anything is near. It is unclear where the number stands in a table, in a
    sentence that does not say of what it is, in one that has no word in common and says nothing to the contrary,
    or where the source has it in another unit.
    """
    candidates = [*_candidates(figure, claim, source)]
    same = [each for each in candidates if is_same_number(figure, each.figure)]
    agreeing = [each for each in same if not _contradicts(figure, claim, each)]
    alike = [each for each in agreeing if each.shared or not (_speaks(claim) and _speaks(each.statement))]
    if alike:
        return _matches(figure, claim, max(alike, key=lambda each: each.shared))
    if agreeing or source.has_loose(figure.high, claim) or (not same and source.has_in_rows(figure.high)):
        return UNCLEAR
    if any(is_converted(figure, other) for each in source.about(claim) for other in each.figures):
        return UNCLEAR
    least = 2 if source.captured.is_excerpt else 1  # what is not in an excerpt may be in what it leaves out
    others = [each for each in candidates if _is_worth_showing(figure, each, least)]
    return _differs(figure, claim, others) if others else ABSENT


def _speaks(statement: Statement) -> bool:
    """Tell a sentence from the cell of a table, which has a word or none."""
    return len(statement.subjects) > 1


def _matches(figure: Quantity, claim: Statement, found: _Candidate) -> Comparison:
    statement, other = found.statement, found.figure
    is_as_rough = is_rough(figure, claim.language) and other.hedge == "about"
    is_of_the_same = not (figure.unit and other.unit and figure.unit != other.unit and figure.high < _LARGE)
    hedged = "" if is_as_rough or figure.low != figure.high or not is_of_the_same else statement.hedge(other)
    end = statement.start + len(statement.text.rstrip())
    return Comparison("matches", " ".join(statement.text.split()), (), statement.start, end, hedged=hedged)


def _is_worth_showing(figure: Quantity, candidate: _Candidate, least: int) -> bool:
    """Tell whether an author may have meant what the source says: it is as great, or about as great in words alike."""
    if is_same_number(figure, candidate.figure):
        return True
    return candidate.shared >= least and is_near(figure, candidate.figure)


def _candidates(figure: Quantity, claim: Statement, source: Statements) -> Iterator[_Candidate]:
    for statement in source.about(claim):
        shared = len(claim.subjects & statement.subjects)
        for other in statement.figures:
            if is_comparable(figure, other, claim.language, statement.language):
                yield _Candidate(statement, other, shared)


def _contradicts(figure: Quantity, claim: Statement, candidate: _Candidate) -> bool:
    """Tell whether something says that two equal numbers count different things."""
    statement, other = candidate.statement, candidate.figure
    since, its_since = claim.since(figure), statement.since(other)
    if since and its_since and since.contradicts(its_since):
        return True
    groups, its_groups = claim.groups(figure), statement.groups(other)
    if groups and its_groups and groups.isdisjoint(its_groups):
        return True
    return _is_counted_apart(figure, other, statement)


def _is_counted_apart(figure: Quantity, other: Quantity, statement: Statement) -> bool:
    """Tell whether the source counts something else with a number, and what is claimed with another one."""
    if figure.unit == other.unit or not figure.unit or not other.unit:
        return False
    if figure.unit in {each.unit for each in statement.figures}:
        return True
    return (is_part(figure.unit) or is_part(other.unit)) and not is_distinct(figure)


def _differs(figure: Quantity, claim: Statement, others: list[_Candidate]) -> Comparison:
    """Show what the source says, the sentences that are most like the claim first, then in their order."""
    chosen = sorted(others, key=lambda each: -each.shared)[:_MOST_SHOWN]
    chosen.sort(key=lambda each: (each.statement.start, each.figure.start))
    first, last = chosen[0].statement, chosen[-1].statement
    excerpt = " … ".join(dict.fromkeys(" ".join(each.statement.text.split()) for each in chosen))
    lines = tuple(_line(each) for each in chosen)
    return Comparison(
        "differs", excerpt, lines, first.start, last.start + len(last.text.rstrip()), _advice(figure, claim, chosen)
    )


def _line(candidate: _Candidate) -> str:
    """Quote the figure: with since when it counts, or with the words behind it, which say of what a share is."""
    statement, figure = candidate.statement, candidate.figure
    since = statement.since(figure)
    if since and figure.unit != "%":
        return f'{since.words}: "{" ".join(figure.words.split())}"'
    behind = " ".join(statement.text[figure.start :].split())
    shown = behind[: len(figure.words) + _LONGEST]
    return f'"{behind.rstrip(".,;:")}"' if shown == behind else f'"{shown.rpartition(" ")[0]} …"'


def _advice(figure: Quantity, claim: Statement, chosen: list[_Candidate]) -> str:
    """Say to which of the figures of the source another figure of the same sentence belongs."""
    for other in (each for each in claim.figures if each != figure):
        belongs = [
            number
            for number, each in enumerate(chosen)
            if any(other.unit == its.unit and is_same_number(other, its) for its in each.statement.figures)
        ]
        if len(belongs) == 1 and len(chosen) > 1:
            place = ("first", "second", "third", "fourth")[belongs[0]]
            return f'"{" ".join(other.words.split())}" belongs to the {place}.'
    return ""
