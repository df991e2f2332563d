"""Claims → the figures of summary, events, handout and the like that are surer than what stands behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from briefing.claims.claim import LONGEST_SENTENCE, Claim, Ledger
from briefing.claims.comparing import Statement, is_rough
from briefing.model.languages import read_tag

__all__ = ["Dropped", "dropped_hedges"]

_SHORT = frozenset(
    {"title", "subtitle", "standfirst", "description", "summary", "key figure", "event", "handout", "postcard", "ask"}
)
"""Places in which an author says again what stands in the text."""
_MAY = {
    "de": "kann|können|könnten?|dürften?",
    "en": "may|might|can|could",
    "es": "puede|pueden|podría|podrían",
    "fr": "peut|peuvent|pourrait|pourraient",
    "it": "può|possono|potrebbe|potrebbero",
    "nl": "kan|kunnen|zou|zouden",
    "pt": "pode|podem|poderia|poderiam",
}
"""Verbs that say of a short sentence that it is not sure, by language."""
_MOST = 50
"""Sentences with the same number that one figure is compared with."""


class Dropped(NamedTuple):
    """A figure without the words that say that it is not sure."""

    claim: Claim
    said: str
    """These words: ``nearly 400,000``, ``reportedly``."""
    where: Claim | None = None
    """The same figure of the text, where they stand; ``None`` where they stand in the source that has the figure."""


class _Told(NamedTuple):
    """A figure in its sentence."""

    claim: Claim
    statement: Statement
    hedge: str
    is_rough: bool
    """Whether it is said in words that nobody takes for exact."""


def dropped_hedges(ledger: Ledger, language: str) -> Iterator[Dropped]:
    """Find the figures that have lost their "nearly", "up to" or "reportedly" on the way from source or text."""
    text: dict[tuple[Fraction, Fraction], list[_Told]] = {}
    short: list[_Told] = []
    statements: dict[str, Statement] = {}
    for claim in (*ledger.claims, *ledger.asked):
        if claim.quantity is None or len(claim.sentence) > LONGEST_SENTENCE:
            continue
        statement = statements.setdefault(claim.sentence, Statement(claim.sentence, language))
        if told := _told(claim, statement, language):
            same = text.setdefault((claim.quantity.low, claim.quantity.high), [])
            (short if claim.place in _SHORT else same).append(told)
    for told in short:
        quantity = told.claim.quantity
        if told.hedge or quantity is None:
            continue
        if _is_possible(told.claim.sentence, language):
            continue
        if told.claim.found and told.claim.found.hedged:
            yield Dropped(told.claim, told.claim.found.hedged)
        elif where := _hedged(told, text[quantity.low, quantity.high]):
            yield Dropped(told.claim, where.hedge, where.claim)


def _told(claim: Claim, statement: Statement, language: str) -> _Told | None:
    figure = statement.like(claim.quantity) if claim.quantity else None
    return _Told(claim, statement, statement.hedge(figure), is_rough(figure, language)) if figure else None


def _is_possible(sentence: str, language: str) -> bool:
    verbs = _MAY.get(read_tag(language).language)
    return verbs is not None and re.search(rf"\b(?:{verbs})\b", sentence) is not None  # in small letters: not in May


def _hedged(told: _Told, others: Sequence[_Told]) -> _Told | None:
    """Find the same figure of the text where it is not sure; nothing where the text says it for sure as well."""
    same = [other for other in others[:_MOST] if _is_same(told, other)]
    if told.is_rough and any(other.claim.quantity and other.claim.quantity.hedge == "about" for other in same):
        return None
    return same[0] if same and all(other.hedge for other in same) else None


def _is_same(one: _Told, other: _Told) -> bool:
    """Tell whether two equal numbers are of the same thing: small ones need more words in common."""
    mine, its = one.claim.quantity, other.claim.quantity
    if mine is None or its is None or (mine.unit and its.unit and mine.unit != its.unit):
        return False
    return len(one.statement.subjects & other.statement.subjects) > int(mine.only_lists)
