"""A number as people write it → its value, or why it has none.

``1,234.5``, ``1.234,5``, ``1 234,5``, ``۱٬۲۳۴٫۵``, ``−3``, ``12 %``. A sign that can only part groups, or can only
stand before decimals, is read so in every language. One that may do either, as in ``1.234``, is read as the
language has it, unless other numbers of the same file show that it is the other way round here: then it is refused.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from typing import Literal, NamedTuple

from briefing.model.numbers import number_signs
from briefing.reading.csv_table import Cell

__all__ = ["Number", "NumberProblem", "Signs", "read_number", "signs_shown"]

_LONGEST = 40
"""Characters."""
_MOST_DIGITS = 15
"""Before the decimal sign; the national debt of any country has fewer."""
_MOST_DECIMALS = 9
_SPACES = " \N{NO-BREAK SPACE}\N{THIN SPACE}\N{NARROW NO-BREAK SPACE}\N{FIGURE SPACE}"
_MARKS = re.compile("[\u061c\u200e\u200f\u2066-\u2069]")
"""Marks of direction, which come with copied numbers and say nothing."""
_MINUS = re.compile(r"[-\N{MINUS SIGN}\N{EN DASH}]\s?(?=\d)")
_PER_CENT = re.compile(rf"[{_SPACES}]*[%\u066a]\Z")
_SAME = str.maketrans(
    {"\u066b": ".", "\u066c": "'", "\N{RIGHT SINGLE QUOTATION MARK}": "'", **dict.fromkeys(_SPACES, " ")}
)
_EASTERN_DECIMAL = "\u066b"
_SHAPE = re.compile(r"\d{1,40}(?:[., ']\d{1,40})*", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(?:(?P<sign>[., '])\d{3})(?:(?P=sign)\d{3})*|\d{1,2}(?:,\d\d)+,\d{3}", re.ASCII)
"""In threes, or as in India."""
_AMBIGUOUS = re.compile(r"[1-9]\d{0,2}([.,])\d{3}", re.ASCII)

_HINT = "Write a number in figures, such as 1234.5, and leave the cell empty where there is none."


class Number(NamedTuple):
    """What a cell says."""

    value: Decimal
    per_cent: bool


class NumberProblem(NamedTuple):
    """Why a cell says no number."""

    id: str
    message: str
    hint: str


class Signs(NamedTuple):
    """What the numbers of a file show of its decimal sign."""

    decimal: Literal[".", ",", ""]
    """Empty where none shows it."""
    shown_by: Cell | None = None


def read_number(text: str, language: str, signs: Signs) -> Number | NumberProblem:
    """Read a cell that is not empty, in a file of a language."""
    plain = _plain(text)
    if plain is None:
        return NumberProblem("not-a-number", f'"{text[:40]}" is no number.', _HINT)
    digits, negative, per_cent = plain
    decimal: str = number_signs(language).decimal
    decimal = "." if decimal == _EASTERN_DECIMAL else decimal
    if _AMBIGUOUS.fullmatch(digits) and signs.decimal not in ("", decimal):
        return _two_ways(text, digits, signs)
    value = _value(digits, decimal)
    if value is None:
        return NumberProblem("not-a-number", f'"{text[:40]}" is no number: its groups are not in threes.', _HINT)
    if value.adjusted() >= _MOST_DIGITS or -int(value.as_tuple().exponent) > _MOST_DECIMALS:
        message = f'"{text[:40]}" has more figures than a chart can show.'
        return NumberProblem("not-a-number", message, "Round it, or count in thousands or millions.")
    return Number(-value if negative and value else value, per_cent)


def signs_shown(cells: Iterable[Cell]) -> Signs:
    """Look for a number that can be read in one way only, and shows which sign stands before decimals."""
    for cell in cells:
        plain = _plain(cell.text)
        if plain is None or _AMBIGUOUS.fullmatch(plain[0]):
            continue
        digits = plain[0]
        points, commas = digits.rfind("."), digits.rfind(",")
        if max(points, commas) < 0 or (_GROUPED.fullmatch(digits) and digits.count(".") + digits.count(",") < 2):
            continue
        grouped = bool(_GROUPED.fullmatch(digits))
        last: Literal[".", ","] = "." if points > commas else ","
        other: Literal[".", ","] = "," if last == "." else "."
        return Signs(other if grouped else last, cell)
    return Signs("")


def _plain(text: str) -> tuple[str, bool, bool] | None:
    """Part a number from its sign and from per cent; ``None`` for what is none."""
    if len(text) > _LONGEST:
        return None
    bare = _MARKS.sub("", text).strip()
    minus = _MINUS.match(bare)
    bare = bare[minus.end() :] if minus else bare.removeprefix("+")
    per_cent = _PER_CENT.search(bare)
    bare = bare[: per_cent.start()] if per_cent else bare
    digits = "".join(map(_latin, bare)).translate(_SAME)
    return (digits, bool(minus), bool(per_cent)) if _SHAPE.fullmatch(digits) else None


def _latin(character: str) -> str:
    value = unicodedata.decimal(character, None)
    return character if value is None else str(value)


def _value(digits: str, decimal: str) -> Decimal | None:
    """Read digits with their signs; ``None`` where these stand in no order that means anything."""
    if ambiguous := _AMBIGUOUS.fullmatch(digits):
        digits = digits.replace(ambiguous[1], "." if ambiguous[1] == decimal else "")
        return Decimal(digits)
    if digits.isdecimal():
        return Decimal(digits)
    if _GROUPED.fullmatch(digits) and not digits.startswith("0"):
        return Decimal(re.sub(r"\D", "", digits))
    last = max(digits.rfind("."), digits.rfind(","))
    whole, decimals = digits[:last], digits[last + 1 :]
    is_whole = whole.isdecimal() or (_GROUPED.fullmatch(whole) and digits[last] not in whole)
    return (
        Decimal(f"{re.sub(r'[^0-9]', '', whole)}.{decimals}")
        if last > 0 and is_whole and decimals.isdecimal()
        else None
    )


def _two_ways(text: str, digits: str, signs: Signs) -> NumberProblem:
    message = f'"{text[:40]}" can be read in two ways.'
    if signs.shown_by:
        shown = signs.shown_by
        message += f' Elsewhere in this file "{signs.decimal}" stands before decimals:'
        message += f' "{shown.text[:20]}" in line {shown.position.line}.'
    whole = re.sub(r"\D", "", digits)
    parted = re.sub(r"\D", signs.decimal, digits)
    return NumberProblem("number-ambiguous", message, f"Write {whole}, or {parted}0 if it has decimals.")
