"""Dates that are longer than words of dates go, millions of years and millennia → how each is typed."""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.model.edtf import MOST_YEARS

__all__ = ["how_to_type_a_millennium", "how_to_type_millions", "without_grouping"]

_NUMBER_AT_END = re.compile(r"(?<![\d.,])(\d{1,6}(?:[.,]\d{1,6})?)\s*$", re.ASCII)
_NUMBER = re.compile(r"\d+", re.ASCII)
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:([.,'’٬\u00a0\u202f ])\d{3})(?:\1\d{3})*(?![\d]|[.,]\d)", re.ASCII)
_MOST_MILLENNIA = 10


def how_to_type_millions(before_word: str, _whole: str, *, before: bool) -> str:
    """Say how "66 million BC" is typed, from the words up to "million" and all of them; ``before`` is before Christ."""
    found = _NUMBER_AT_END.search(before_word)
    years = int(Decimal(found[1].replace(",", ".")) * 10**6) if found else 0
    number = years if 9999 < years <= MOST_YEARS else 66_000_000
    sign = "-" if before or number != years else ""  # without one a number of years to come
    return f"Write it {'as' if number == years else 'in figures, such as'} Y{sign}{number}."


def how_to_type_a_millennium(_before_word: str, whole: str, *, before: bool) -> str:
    """Say how "3rd millennium BC" is typed, from the words up to "millennium" and all of them."""
    numbers = [int(each) for each in _NUMBER.findall(whole)]
    if len(numbers) != 1 or not 0 < numbers[0] <= _MOST_MILLENNIA:
        return "Write its first figure and XXX for the others: -2XXX is the third millennium BC, 1XXX the second AD."
    return f"Write it as {'-' if before else ''}{numbers[0] - 1}XXX."


def without_grouping(plain: str) -> str:
    """Take out what parts the figures of a number by thousands: 10,000 BC; digits are from 0 to 9."""
    return _GROUPED.sub(lambda found: re.sub(r"\D", "", found[0]), plain)
