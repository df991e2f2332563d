"""The two other forms of a chart, equal to the picture: what is read aloud, and the rows of a table."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from briefing.charts.scale import MOST_TICKS, round_scale
from briefing.model import DataChart, Datum
from briefing.model.languages import read_tag
from briefing.model.numbers import PER_CENT, number_words
from briefing.model.wording import date_words

__all__ = ["ChartWords", "alt_text", "figure_words", "is_same_name", "row_name"]

ALL_TOLD = 12
"""Figures. With more, a voice says what a reader sees at a glance, and leaves the rest to the table."""

_KINDS = {"bar": "Bar chart", "line": "Line chart", "dot": "Dot chart"}


class ChartWords(NamedTuple):
    """What other languages than English say around the figures; without words, those are said alone."""

    bar: str = "{title}: {figures}"
    line: str = "{title}: {figures}"
    dot: str = "{title}: {figures}"
    greatest: str = ""
    """Of the ``{name}`` and its ``{figure}``."""
    least: str = ""
    missing: str = "–"
    """Where there is no figure."""
    comma: str = ", "
    semicolon: str = "; "
    full_stop: str = "."


class _Told(NamedTuple):
    """One figure with what it is of."""

    name: str
    value: Decimal
    words: str


def is_same_name(one: str, other: str) -> bool:
    """Tell whether a reader takes two names for the same, however their letters and spaces are coded."""
    return _folded(one) == _folded(other)


def _folded(name: str) -> list[str]:
    return unicodedata.normalize("NFKC", name).casefold().split()


def row_name(row: Datum, language: str) -> str:
    """Name a row; a date in the words of the language."""
    return date_words(row.date, language) if row.date else row.name


def figure_words(value: Decimal | None, chart: DataChart, language: str, missing: str) -> str:
    """Write a figure of a chart."""
    return missing if value is None else number_words(value, language, chart.unit)


def alt_text(chart: DataChart, language: str, title: str, words: ChartWords) -> str:
    """Say a chart as one would read it out: each figure, or with many the greatest and the least of each series.

    English has sentences around that; other languages have the words that are given.
    """
    if read_tag(language).language != "en":
        return _in_words(chart, language, title, words)
    unit = f", in {chart.unit}" if _says_more(chart.unit, title) else ""
    head = f"{_KINDS[chart.kind]}, {title}{unit}"
    after = f"{_summed_up(chart, language)}{_stressed(chart)}{_scale(chart, language)}"
    if _are_few(chart):
        return f"{head}: {'; '.join(_listed(chart, language, words))}.{after}"
    return f"{head}, {_extent(chart, language)}.{after} The table after it has every figure."


def _says_more(unit: str, title: str) -> bool:
    """Tell whether a unit has to be said besides a title and the figures."""
    return unit not in ("", PER_CENT) and not is_same_name(unit, title)


def _are_few(chart: DataChart) -> bool:
    return len(chart.rows) * len(chart.series) <= ALL_TOLD


def _in_words(chart: DataChart, language: str, title: str, words: ChartWords) -> str:
    told = list(_listed(chart, language, words)) if _are_few(chart) or not (words.greatest and words.least) else []
    for index, series in enumerate(chart.series):
        extremes = _extremes(chart, index, language)
        if extremes and words.greatest and words.least:
            before = f"{series}{words.comma}" if len(chart.series) > 1 else ""
            greatest, least = extremes
            told.append(before + words.greatest.format(name=greatest.name, figure=greatest.words))
            told.append(before + words.least.format(name=least.name, figure=least.words))
    unit = f" ({chart.unit})" if _says_more(chart.unit, title) else ""
    pattern: str = getattr(words, chart.kind)
    return pattern.format(title=title + unit, figures=words.semicolon.join(told)) + words.full_stop


def _listed(chart: DataChart, language: str, words: ChartWords) -> Iterator[str]:
    """Say every figure with what it is of."""
    several = len(chart.series) > 1
    for index, series in enumerate(chart.series):
        for row in chart.rows:
            figure = figure_words(row.values[index], chart, language, words.missing)
            of = f"{series}{words.comma}" if several else ""
            yield f"{of}{row_name(row, language)}{words.comma}{figure}"


def _extremes(chart: DataChart, index: int, language: str) -> tuple[_Told, _Told] | None:
    """Find the greatest and the least figure of a series; ``None`` where no two differ."""
    told = [
        _Told(row_name(row, language), value, number_words(value, language, chart.unit))
        for row in chart.rows
        if (value := row.values[index]) is not None
    ]
    if len({each.value for each in told}) < 2:
        return None
    return max(told, key=lambda each: each.value), min(told, key=lambda each: each.value)


def _summed_up(chart: DataChart, language: str) -> str:
    """Say the greatest and the least in sentences; nothing of a series in which no two figures differ."""
    said = []
    for index, series in enumerate(chart.series):
        extremes = _extremes(chart, index, language)
        if extremes is None:
            continue
        greatest, least = extremes
        if chart.kind == "line":
            said.append(_course(chart, index, series, greatest, least, language))
        else:
            said.append(
                f" The greatest is {greatest.name} with {greatest.words}, the least {least.name} with {least.words}."
            )
    return "".join(said)


def _course(chart: DataChart, index: int, series: str, greatest: _Told, least: _Told, language: str) -> str:
    known = [value for row in chart.rows if (value := row.values[index]) is not None]
    first, last = (number_words(value, language, chart.unit) for value in (known[0], known[-1]))
    gaps = len(chart.rows) - len(known)
    missing = f", with no figure for {gaps} of {len(chart.rows)}" if gaps else ""
    return (
        f" {series}: from {first} to {last}, greatest {greatest.words} ({greatest.name}), "
        f"least {least.words} ({least.name}){missing}."
    )


def _extent(chart: DataChart, language: str) -> str:
    if chart.kind == "line":
        first, last = row_name(chart.rows[0], language), row_name(chart.rows[-1], language)
        return f"from {first} to {last}"
    count = len(chart.rows)
    without = sum(row.values[0] is None for row in chart.rows)
    return f"with {count} rows" + (f", {without} of them without a figure" if without else "")


def _stressed(chart: DataChart) -> str:
    """Name what the picture shows in bold."""
    names = chart.stressed if chart.kind == "line" else tuple(row.name for row in chart.rows if row.stressed)
    return f" Highlighted: {', '.join(names)}." if names else ""


def _scale(chart: DataChart, language: str) -> str:
    """Warn where lengths cannot be compared."""
    values = [value for row in chart.rows for value in row.values if value is not None]
    if chart.kind == "bar" or not values:
        return ""
    scale = round_scale(values, most=MOST_TICKS)
    if scale.begins_at_nought:
        return ""
    first, last = (number_words(value, language, chart.unit) for value in (scale.first, scale.last))
    return f" The scale goes from {first} to {last}."
