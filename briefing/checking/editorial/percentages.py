"""Percentages of a whole that do not add up to 100."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from briefing.checking.editorial.edited import Edited, doubt
from briefing.claims import Passage, sentences
from briefing.errors import Diagnostic, Position
from briefing.model import Element, plain_text, trees, walk

__all__ = ["shares_that_do_not_add_up"]

_SHARE = re.compile(
    r"(?<![\d.,])(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:%|٪|per\s?cent\b|percent\b|Prozent\b|pour\s?cent\b|por\s?ciento\b|procent\b)"
)
_LIST = re.compile(r"\s*(?:[^.;:!?%]{1,80}?)(?:,\s*(?:and\s+)?|\s+(?:and|und|et|y|e|en)\s+)[^.;:!?%\d]{0,40}\Z")
"""What stands between two shares of one whole: what the first is of, and a comma or "and"."""
_FEWEST = 3
_NEAR = Decimal(6)
"""Farther from 100 they are not meant to be a whole."""
_WHOLE = Decimal(100)


def shares_that_do_not_add_up(edited: Edited) -> Iterator[Diagnostic]:
    """Warn of lists in a sentence, columns of a table and bars of a chart that come near 100 and miss it."""
    for passage in edited.passages:
        yield from _in_passage(edited, passage)
    for root in trees(edited.briefing):
        for table in (each for each in walk(root) if each.tag == "table"):
            yield from _in_table(table, edited.briefing.position)
    for chart in edited.briefing.charts:
        for column in range(len(chart.series)) if chart.unit.strip() == "%" and chart.kind == "bar" else ():
            values = [row.values[column] for row in chart.rows]
            yield from _judged([value for value in values if value is not None], chart.position, "this chart")


def _in_passage(edited: Edited, passage: Passage) -> Iterator[Diagnostic]:
    offset = 0
    for sentence in sentences((passage.text,), edited.briefing.masthead.language):
        shares = list(_SHARE.finditer(sentence.text))
        gaps = [sentence.text[before.end() : behind.start()] for before, behind in pairwise(shares)]
        if len(shares) >= _FEWEST and all(map(_LIST.match, gaps)):
            place = edited.place(passage, offset + shares[0].start(), offset + shares[0].end())
            yield from _judged([_value(each[1]) for each in shares], place, "this sentence")
        offset += len(sentence.text)


def _in_table(table: Element, otherwise: Position) -> Iterator[Diagnostic]:
    rows = [row for row in walk(table) if row.tag == "tr"]
    columns = list(zip(*(_cells(row) for row in rows), strict=False))
    for head, *cells in columns:
        matches = [re.fullmatch(rf"{_SHARE.pattern}?", cell.strip()) for cell in cells]
        is_share = bool(re.search(r"%|per cent|percent|Prozent", head)) or all("%" in cell for cell in cells)
        if is_share and len(cells) >= _FEWEST - 1 and all(matches):
            values = [_value(match[1]) for match in matches if match]
            yield from _judged(
                [value for value in values if value != _WHOLE], table.position or otherwise, "this table"
            )


def _cells(row: Element) -> list[str]:
    return [plain_text(cell) for cell in row.children if isinstance(cell, Element)]


def _value(typed: str) -> Decimal:
    return Decimal(typed.replace(",", "."))


def _judged(values: Sequence[Decimal], position: Position, where: str) -> Iterator[Diagnostic]:
    total = sum(values, Decimal(0))
    off = abs(total - _WHOLE)
    rounded = sum((_half_a_step(value) for value in values), Decimal(0))
    if rounded < off <= _NEAR:
        listed = " + ".join(map(str, values))
        message = f"The percentages of {where} are near a whole, and add up to {total}: {listed}."
        yield doubt("percentages", message, position, "Compare them with your source, or say what is missing.")


def _half_a_step(value: Decimal) -> Decimal:
    """How far a rounded number may lie off."""
    exponent = value.as_tuple().exponent
    return Decimal(5).scaleb(exponent - 1) if isinstance(exponent, int) else Decimal(0)
