"""A figure beside the text of its source: the same number of the same thing, another one, or not there."""

from __future__ import annotations

from briefing.claims.comparing.candidates import Candidate, candidates_for, in_other_units, opposed, says_instead
from briefing.claims.comparing.comparison import ABSENT, UNCLEAR, Comparison
from briefing.claims.comparing.contexts import is_part
from briefing.claims.comparing.measures import is_converted
from briefing.claims.comparing.statements import Statement, Statements
from briefing.claims.comparing.values import (
    is_distinct,
    is_near,
    is_part_named,
    is_rough,
    is_rounded_far,
    is_same_number,
)
from briefing.claims.quantities import Quantity

__all__ = ["compare_quantity"]

_MOST_SHOWN = 4
_LARGE = 1_000
"""Smaller numbers may be equal by chance: 32 studies and more than 32 centres."""
_OTHER_UNIT = "If you worked it out in another unit, say so behind the citation: [no source, our sum]."
_ROUNDED = 'If you rounded it, say so with a word such as "about".'
_LONGEST = 110
"""Letters that are shown behind a figure of a source."""


def compare_quantity(figure: Quantity, claim: Statement, source: Statements) -> Comparison:
    """Look for a figure of a sentence in the text of a source.

    It matches where a sentence of the source says the same number in the same unit, rounded perhaps, shares a word
    with the claim, and neither counts since another month nor another part of the population. Otherwise what the
    source says in its place is shown, if anything is near. It is unclear where the number stands in a table, in a
    sentence that does not say of what it is, in one that has no word in common and says nothing to the contrary, in
    one with an opposite word, or where the source has it in another unit.
    """
    candidates = [*candidates_for(figure, claim, source)]
    same = [each for each in candidates if is_same_number(figure, each.figure, claim.language)]
    agreeing = [each for each in same if not _contradicts(figure, claim, each)]
    alike = [each for each in agreeing if each.shared or not (_speaks(claim) and _speaks(each.statement))]
    if alike:
        return _best(figure, claim, alike, candidates)
    if agreeing or source.has_loose(figure.high, claim) or (not same and source.has_in_rows(figure.high)):
        return UNCLEAR
    if _is_said_otherwise(figure, claim, source) or any(is_rounded_far(figure, each.figure) for each in candidates):
        return UNCLEAR
    least = 2 if source.captured.is_excerpt else 1  # what is not in an excerpt may be in what it leaves out
    others = [each for each in candidates if _is_worth_showing(figure, claim, each, least)]
    if others:
        return _differs(figure, claim, others)
    elsewhere = in_other_units(figure, claim, source)
    if elsewhere:
        return _differs(figure, claim, elsewhere)._replace(outcome="absent", advice=_OTHER_UNIT)
    return ABSENT


def _best(figure: Quantity, claim: Statement, alike: list[Candidate], candidates: list[Candidate]) -> Comparison:
    """Choose the sentence that is most like the claim and has no word that says the opposite; or tell these words."""
    in_order = sorted(alike, key=lambda each: -each.shared)
    unlike = [(each, said) for each in in_order if (said := opposed(figure, claim, each))]
    if len(unlike) < len(in_order):
        others = [each for each, _ in unlike]
        agreeing = [each for each in in_order if each not in others]
        sure = [each for each in agreeing if each.is_sure]
        return _matches(figure, claim, sure[0]) if sure else UNCLEAR
    found, (axis, mine, its) = unlike[0]
    instead = [each for each in candidates if says_instead(figure, claim, each, found, axis)]
    if instead:
        return _differs(figure, claim, [found, *instead], axis)
    return _matches(figure, claim, found)._replace(outcome="unclear", unlike=(mine, its), hedged="")


def _is_said_otherwise(figure: Quantity, claim: Statement, source: Statements) -> bool:
    """Tell whether a source may have a figure in another unit, or a share in words that are not read as one."""
    about = source.about(claim)
    return any(is_converted(figure, other) for each in about for other in each.figures) or any(
        is_part_named(figure, each.text, each.language) for each in about
    )


def _speaks(statement: Statement) -> bool:
    """Tell a sentence from the cell of a table, which has a word or none."""
    return len(statement.subjects) > 1


def _matches(figure: Quantity, claim: Statement, found: Candidate) -> Comparison:
    statement, other = found.statement, found.figure
    is_as_rough = is_rough(figure, claim.language) and other.hedge == "about"
    is_of_the_same = not (figure.unit and other.unit and figure.unit != other.unit and figure.high < _LARGE)
    hedged = "" if is_as_rough or figure.low != figure.high or not is_of_the_same else statement.hedge(other)
    end = statement.start + len(statement.text.rstrip())
    return Comparison("matches", " ".join(statement.text.split()), (), statement.start, end, hedged=hedged)


def _is_worth_showing(figure: Quantity, claim: Statement, candidate: Candidate, least: int) -> bool:
    """Tell whether an author may have meant what the source says: it is as great, or about as great in words alike."""
    if candidate.is_end:
        return False
    if is_same_number(figure, candidate.figure, claim.language):
        return True
    return candidate.shared >= least and is_near(figure, candidate.figure)


def _contradicts(figure: Quantity, claim: Statement, candidate: Candidate) -> bool:
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


def _differs(figure: Quantity, claim: Statement, others: list[Candidate], axis: str = "") -> Comparison:
    """Show what the source says, the sentences that are most like the claim first, then in their order."""
    chosen = sorted(others, key=lambda each: -each.shared)[:_MOST_SHOWN]
    chosen.sort(key=lambda each: (each.statement.start, each.figure.start))
    first, last = chosen[0].statement, chosen[-1].statement
    excerpt = " … ".join(dict.fromkeys(" ".join(each.statement.text.split()) for each in chosen))
    lines = tuple(_line(each, axis) for each in chosen)
    return Comparison(
        "differs", excerpt, lines, first.start, last.start + len(last.text.rstrip()), _advice(figure, claim, chosen)
    )


def _line(candidate: Candidate, axis: str) -> str:
    """Quote the figure: with since when it counts, or with the words behind it, which say of what a share is.

    Where it is told apart from others, by its year, that word stands before it.
    """
    statement, figure = candidate.statement, candidate.figure
    if said := statement.sides(figure, axis):
        return f'{said[0].words}: "{" ".join(figure.words.split())}"'
    since = statement.since(figure)
    if since and figure.unit != "%":
        return f'{since.words}: "{" ".join(figure.words.split())}"'
    behind = " ".join(statement.text[figure.start :].split())
    shown = behind[: len(figure.words) + _LONGEST]
    return f'"{behind.rstrip(".,;:")}"' if shown == behind else f'"{shown.rpartition(" ")[0]} …"'


def _advice(figure: Quantity, claim: Statement, chosen: list[Candidate]) -> str:
    """Say to which of the figures of the source another figure of the same sentence belongs, or that one is rounded."""
    about = figure._replace(hedge="about")
    if not figure.hedge and any(is_same_number(about, each.figure, claim.language) for each in chosen):
        return _ROUNDED
    for other in (each for each in claim.figures if each != figure):
        belongs = [
            number
            for number, each in enumerate(chosen)
            if any(
                other.unit == its.unit and is_same_number(other, its, claim.language) for its in each.statement.figures
            )
        ]
        if len(belongs) == 1 and len(chosen) > 1:
            place = ("first", "second", "third", "fourth")[belongs[0]]
            return f'"{" ".join(other.words.split())}" belongs to the {place}.'
    return ""
