"""Numbers as people of a language write them: ``1,234.5``, ``1 234,5``, ``۱٬۲۳۴٫۵``, ``12 %``.

Signs and groups come from the CLDR, through Babel. Not part of ``briefing.model`` itself, so that only those who write
numbers pay for the import.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from briefing.model.digits import digits_of, in_digits
from briefing.model.languages import direction
from briefing.model.locales import locale_of

__all__ = ["PER_CENT", "NumberSigns", "number_signs", "number_words"]

PER_CENT = "%"
"""The unit that is written behind each number."""

_MINUS = "\N{MINUS SIGN}"
_EASTERN_DIGITS = ("\N{ARABIC-INDIC DIGIT ZERO}", "\N{EXTENDED ARABIC-INDIC DIGIT ZERO}")


class NumberSigns(NamedTuple):
    """How a language writes a number."""

    decimal: str
    group: str
    groups: tuple[int, int]
    """Digits of the last group before the decimal sign, and of those before it: three and two in India."""
    per_cent: str
    """With ``{}`` for the number."""


@lru_cache(maxsize=64)
def number_signs(language: str) -> NumberSigns:
    """Look up the signs of a language, given as a BCP 47 tag; an unknown one has those of English."""
    locale = locale_of(language)
    eastern = digits_of(language)[0] in _EASTERN_DIGITS
    symbols = locale.number_symbols["arabext" if eastern else "latn"]
    whole = str(locale.decimal_formats[None].pattern).partition(".")[0].split(",")
    last = len(whole[-1])
    before = len(whole[-2]) if len(whole) > 2 else last
    pattern = re.sub(r"[#,0.]+", "{}", str(locale.percent_formats[None].pattern), count=1)
    return NumberSigns(
        str(symbols["decimal"]),
        str(symbols["group"]),
        (last, before),
        pattern.replace("%", "٪") if eastern else pattern,
    )


def number_words(value: Decimal, language: str, unit: str = "") -> str:
    """Write a number in the signs and digits of a language, with the decimals it has; per cent with its sign."""
    signs = number_signs(language)
    whole, _, decimals = f"{abs(value):f}".partition(".")
    text = signs.group.join(_groups(whole, *signs.groups)) + (signs.decimal + decimals if decimals else "")
    text = in_digits(text, language)
    if unit == PER_CENT:
        text = signs.per_cent.format(text)
    # The mark keeps the minus in front of the figures in a line from right to left.
    mark = "\N{LEFT-TO-RIGHT MARK}" if direction(language) == "rtl" else ""
    return f"{mark}{_MINUS}{text}" if value < 0 else text


def _groups(whole: str, last: int, before: int) -> list[str]:
    groups, rest = [whole[-last:]], whole[:-last]
    while rest:
        groups.append(rest[-before:])
        rest = rest[:-before]
    return groups[::-1]
