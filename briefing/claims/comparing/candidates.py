"""A claim → the figures of a source that could be the one, and whether the words around both say the same."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from briefing.claims.comparing.counted import counted_apart
from briefing.claims.comparing.opposites import AXES, contradiction
from briefing.claims.comparing.statements import Statement, Statements
from briefing.claims.comparing.values import is_comparable, is_in_other_unit, is_near, is_same_number, is_vaguer
from briefing.claims.quantities import Quantity

__all__ = ["Candidate", "candidates_for", "in_other_units", "opposed", "says_instead"]

_BEFORE, _AFTER = "begins", "ends"


class Candidate(NamedTuple):
    """A figure of the source that could be the one."""

    statement: Statement
    figure: Quantity
    shared: int
    """Words that both sentences have."""
    is_end: bool = False
    """Whether the source only has it as one end of "from £3 million to £5 million", or both ends apart."""
    is_sure: bool = True
    """Whether it says that the number was this, not that it may have been more or less."""
    role: str = ""
    """What such an end is of a change, see ``Statement.role``."""


def candidates_for(figure: Quantity, claim: Statement, source: Statements) -> Iterator[Candidate]:
    """List the figures of a source that count or measure something as a claim does."""
    for statement in source.about(claim):
        shared = len(claim.subjects & statement.subjects)
        comparable = [
            other for other in statement.figures if is_comparable(figure, other, claim.language, statement.language)
        ]
        for other in comparable:
            yield Candidate(statement, other, shared)
            if figure.low == figure.high and other.low != other.high:
                yield from _ends(other, statement, shared)
        if figure.low != figure.high:
            yield from _joined(figure, claim, comparable, statement, shared)


def in_other_units(figure: Quantity, claim: Statement, source: Statements) -> list[Candidate]:
    """List where a source has a number in other money or another measure: 300 dollars for 300 euros."""
    return [
        Candidate(statement, other, shared)
        for statement in source.about(claim)
        if (shared := len(claim.subjects & statement.subjects))
        for other in statement.figures
        if is_in_other_unit(figure, other, claim.language, statement.language)
    ]


def opposed(figure: Quantity, claim: Statement, candidate: Candidate) -> tuple[str, str, str] | None:
    """Find what makes two equal numbers different ones: what is told apart, the claim's word and the source's."""
    statement, other = candidate.statement, candidate.figure
    role, its_role = claim.role(figure), candidate.role or statement.role(other)
    if role and its_role and role != its_role:
        return "role", _beside(claim, figure), _beside(statement, other)
    if is_vaguer(figure, other):
        return "hedge", " ".join(figure.words.split()), " ".join(other.words.split())
    for axis in AXES:
        if said := contradiction(claim.sides(figure, axis), statement.sides(other, axis)):
            return axis, *said
    said = counted_apart(figure, claim, other, statement)
    return ("counted", *said) if said else None


def says_instead(figure: Quantity, claim: Statement, candidate: Candidate, found: Candidate, axis: str) -> bool:
    """Tell whether a source gives another number to what a claim is of: to the year that it names, to the men."""
    other = candidate.figure
    if candidate.shared < found.shared or other.unit != found.figure.unit or candidate.is_end:
        return False
    if is_same_number(figure, other, claim.language) or not is_near(figure, other) or axis not in AXES:
        return False
    said = candidate.statement.sides(other, axis)
    return bool(said) and not contradiction(claim.sides(figure, axis), said) and not opposed(figure, claim, candidate)


def _ends(other: Quantity, statement: Statement, shared: int) -> Iterator[Candidate]:
    """Take "from £3 million to £5 million" apart: of a change both ends are figures, of a span neither is."""
    if statement.role_before(other) == _BEFORE:
        for role, value in ((_BEFORE, other.low), (_AFTER, other.high)):
            end = other._replace(low=value, high=value)
            yield Candidate(statement, end, shared, is_end=True, is_sure=statement.is_change, role=role)


def _joined(
    figure: Quantity, claim: Statement, comparable: list[Quantity], statement: Statement, shared: int
) -> Iterator[Candidate]:
    """Join two figures of a sentence: "to £5 million from £3 million" for "from £3 million to £5 million"."""
    is_sure = claim.is_change and claim.role_before(figure) == _BEFORE and statement.is_change
    for one, two in pairwise(comparable):
        if "changes" in (statement.role(one), statement.role(two)):
            continue
        if {one.low, two.low} == {figure.low, figure.high} and one.low == one.high and two.low == two.high:
            both = one._replace(
                end=two.end, low=figure.low, high=figure.high, words=statement.text[one.start : two.end]
            )
            yield Candidate(statement, both, shared, is_end=True, is_sure=is_sure)


def _beside(statement: Statement, figure: Quantity) -> str:
    """Give a figure with the word before it."""
    before = statement.text[: figure.start].split()[-1:]
    return " ".join((*before, *figure.words.split()))
