"""Two figures → do they say the same number of the same unit, one of them perhaps rounded?"""

from __future__ import annotations

import re
from fractions import Fraction

from briefing.claims.languages import words_of
from briefing.claims.quantities import Quantity
from briefing.reading.dates import key_of

__all__ = [
    "is_comparable",
    "is_distinct",
    "is_in_other_unit",
    "is_near",
    "is_part_named",
    "is_rough",
    "is_rounded_far",
    "is_same_number",
    "is_vaguer",
]

_ROUNDED = Fraction(5, 100)
"""The most that a rounded number is away from the exact one, as a part of it."""
_ONE_SIDED = Fraction(20, 100)
"""The same where a hedge says on which side the exact one lies: more than 5,000 of 5,312."""
_IN_WORDS_PER_CENT = 1
"""The most that "half" or "one in three" is away from the exact share, in percentage points."""
_IN_WORDS = Fraction(10, 100)
"""The same as a part of it: one in 12,500 is not 0.1 per cent."""
_PER_CENT, _ONE_SIDED_PER_CENT = 3, 10
"""The most that a rounded share is away from the exact one, in percentage points."""
_ALL_BUT = frozenset({"nearly", "less than", "up to"})
"""Hedges before a number that is a little greater than the exact one."""
_OVER = frozenset({"more than", "at least"})
_SURELY = _OVER | {"less than", "up to"}
_CONTRARY = tuple((one, other) for one in _OVER for other in _ALL_BUT)
_VAGUER = frozenset({"about", "reportedly"})
_HUNDRED, _QUARTER = 100, 4
_WORD = re.compile(r"[^\W\d_]+")
_EXACT_BELOW = 1_000
"""Whole numbers below are not taken for rounded ones unless a hedge says so."""
_NEAR = 5
"""How many times as great a number may be that is still shown beside another."""
_POWERS = (10, 100, 1_000, 1_000_000)
"""The same where only the noughts, or "million" and "billion", are mistaken."""


def _kind_of_unit(unit: str, language: str) -> str:
    """Tell what a unit measures: ``%``, ``money``, the unit itself, or nothing where it counts people or things."""
    if unit in ("%", "percentage point"):
        return unit
    if (len(unit) == 3 and unit.isupper()) or (unit and not unit[0].isalnum()):
        return "money"
    words = words_of(language)
    return unit if unit in words.units.values or unit in words.times.values else ""


def is_comparable(one: Quantity, other: Quantity, language: str, other_language: str) -> bool:
    """Tell whether two figures could mean the same: whatever they count, but in the same money and measure."""
    kind = _kind_of_unit(one.unit, language)
    if kind != _kind_of_unit(other.unit, other_language):
        return False
    # a sign that several currencies have says too little to tell them apart
    is_code = one.unit.isalpha() and other.unit.isalpha()
    return kind != "money" or not is_code or one.unit == other.unit


def is_in_other_unit(one: Quantity, other: Quantity, language: str, other_language: str) -> bool:
    """Tell whether two figures are one number, in two currencies or measures: 40 km and 40 miles."""
    if (one.low, one.high) != (other.low, other.high) or is_comparable(one, other, language, other_language):
        return False
    return bool(_kind_of_unit(one.unit, language) and _kind_of_unit(other.unit, other_language))


def is_same_number(claim: Quantity, source: Quantity, language: str) -> bool:
    """Tell whether a figure says what its source says, word for word or rounded.

    A rounded figure is never more exact than its source: nearly 390,000 is not nearly 400,000. One with "more than"
    is not the one with "less than".
    """
    if (claim.low, claim.high) == (source.low, source.high):
        return not _are_contrary(claim, source)
    if claim.low != claim.high:
        return False
    if source.low != source.high:
        return _is_end(claim, source)
    if claim.unit == "%":
        return _is_share(claim, source, language)
    return _is_rounded(claim, source.low)


def is_vaguer(claim: Quantity, source: Quantity) -> bool:
    """Tell whether a source says less than a figure with the same number: "about 1,000" is not more than that."""
    return claim.hedge in _SURELY and source.hedge in _VAGUER and claim.high == source.high


def _are_contrary(one: Quantity, other: Quantity) -> bool:
    return (one.hedge, other.hedge) in _CONTRARY or (other.hedge, one.hedge) in _CONTRARY


def is_rounded_far(claim: Quantity, source: Quantity) -> bool:
    """Tell whether a share is a small one without its decimals: 3 of 3.4 per cent, which not all call the same."""
    is_alone = claim.low == claim.high and source.low == source.high and not claim.hedge
    return is_alone and claim.unit == "%" and _is_without_decimals(claim.low, source.low)


def is_distinct(figure: Quantity) -> bool:
    """Tell whether a number is so exact that no other thing has the same: 14,758."""
    return figure.low == figure.high >= _EXACT_BELOW and _step(figure.low) <= 1 and figure.unit != "%"


def is_near(claim: Quantity, source: Quantity) -> bool:
    """Tell whether a figure is worth showing to whoever looked for another: it is about as great."""
    if claim.unit == "%":
        return True
    small, great = sorted((abs(claim.high), abs(source.high)))
    return great <= _NEAR * small or (great in [small * power for power in _POWERS] and bool(small))


def is_rough(figure: Quantity, language: str) -> bool:
    """Tell whether a share is given in words that nobody takes for exact: "four in five", "a third"."""
    if figure.unit != "%" or any(sign in "%٪" for sign in figure.words):
        return False
    per_cent = words_of(language).per_cent.ending
    return not any(key_of(word.rstrip(".,")) in per_cent for word in figure.words.split())


def is_part_named(figure: Quantity, text: str, language: str) -> bool:
    """Tell whether a text has the name of the part that a share is, "ein Drittel" of 33 per cent, read or not."""
    if figure.unit != "%":
        return False
    parts = words_of(language).parts
    named = {parts[key] for word in _WORD.findall(text) if (key := key_of(word)) in parts}
    return any(_is_multiple(figure.high, part) for part in named)


def _is_multiple(share: Fraction, part: Fraction) -> bool:
    """Tell 67 per cent from thirds; of fifths and smaller parts only one is looked for: "tenth" is an ordinal, too."""
    counts = range(1, part.denominator if part.denominator <= _QUARTER else 2)
    return any(abs(share - count * part * _HUNDRED) <= _IN_WORDS_PER_CENT for count in counts)


def _is_end(claim: Quantity, source: Quantity) -> bool:
    """``up to 7,000`` and ``at least 5,000`` are in ``5,000 to 7,000``, and ``7,000`` is in ``up to 5,000–7,000``."""
    if not claim.hedge and source.hedge in _ALL_BUT:
        return claim.high == source.high
    if claim.hedge in _ALL_BUT:
        return claim.high == source.high
    return claim.hedge in _OVER and claim.low == source.low


def _is_share(claim: Quantity, source: Quantity, language: str) -> bool:
    """Percentages are exact, but for rounded ones, for words such as "a third" and for those with a hedge."""
    distance = abs(claim.low - source.low)
    if claim.hedge:
        room = _ONE_SIDED_PER_CENT if claim.hedge in _SURELY else _PER_CENT
        return distance <= room and not _is_on_wrong_side(claim, source.low)
    if is_rough(claim, language) or source.low.denominator % 3 == 0:
        return distance <= _IN_WORDS_PER_CENT and distance <= _IN_WORDS * abs(source.low)
    return distance <= _ROUNDED * abs(source.low) and _is_without_decimals(claim.low, source.low)


def _is_without_decimals(rounded: Fraction, exact: Fraction) -> bool:
    """Tell whether a share is the whole number, or the one with fewer decimals, that is next to the exact one."""
    step = min(_step(rounded), Fraction(1))
    return step > _step(exact) and abs(rounded - exact) <= step / 2


def _is_rounded(claim: Quantity, exact: Fraction) -> bool:
    number, step = claim.low, _step(claim.low)
    room = _ONE_SIDED if claim.hedge in _SURELY else _ROUNDED
    if not exact or abs(number - exact) > room * abs(exact) or step < _step(exact):
        return False
    if claim.hedge:
        return not _is_on_wrong_side(claim, exact)
    return abs(number) >= _EXACT_BELOW and abs(number - exact) <= step / 2


def _is_on_wrong_side(claim: Quantity, exact: Fraction) -> bool:
    """Tell whether a hedge says that the exact number is smaller, and it is greater, or the other way round."""
    return (claim.low < exact and claim.hedge in _ALL_BUT) or (claim.low > exact and claim.hedge in _OVER)


def _step(number: Fraction) -> Fraction:
    """Give the power of ten that a number is a whole multiple of: 10,000 of 250,000; 1/10 of 2.9."""
    step = Fraction(1)
    for _ in range(30):
        if number % (step * 10) or not number:
            break
        step *= 10
    for _ in range(12):
        if number % step == 0:
            break
        step /= 10
    return step
