"""Plans of charts, and the folder with their files → charts, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from briefing.errors import Diagnostic, Position, errors_of
from briefing.memory import FORGETFUL, Memory, Same
from briefing.model import DataChart, Datum, is_blank, plain_text
from briefing.model.languages import read_tag
from briefing.model.numbers import PER_CENT
from briefing.reading.body import ChartPlan, Said, cited_keys
from briefing.reading.charts.naming import NAMES, Naming, read_naming, unnamed
from briefing.reading.charts.rows import Rows, limits_of, read_rows
from briefing.reading.csv_table import CsvTable, Limits, read_csv_table
from briefing.reading.files import Refusal, read_inside
from briefing.reading.limits import CHARTS, CSV_BYTES
from briefing.reading.spelling import did_you_mean

__all__ = ["Charts", "read_charts"]

_NO_NAMES = Naming({}, ())
_LONGEST_UNIT = 80
_AS_GIVEN = "as-given"
"""An order that is said of a line whose rows are names, even where they read as dates."""
_SIGNS = {"largest": -1, "smallest": 1}
"""By which figures are multiplied, to come in an order."""


class Charts(NamedTuple):
    """What became of the charts of one text."""

    charts: tuple[DataChart, ...]
    diagnostics: tuple[Diagnostic, ...]
    files: Mapping[str, bytes]
    """What was read, by name."""


def read_charts(folder: Path, plans: Sequence[ChartPlan], language: str, memory: Memory = FORGETFUL) -> Charts:
    """Read the files that charts name, each once; ``language`` is that of the text they stand in."""
    charts, diagnostics = [], list[Diagnostic]()
    files = _Files(folder, Memory() if memory is FORGETFUL else memory)
    for number, plan in enumerate(plans, start=1):
        if number > CHARTS:
            hint = "Leave some out, or divide the briefing."
            message = f"There are more than {CHARTS} charts."
            diagnostics.append(Diagnostic("error", "too-large", message, plan.position, hint))
            break
        refused = [problem for said in (plan.data, plan.names) if said.text and (problem := files.refusal(said))]
        diagnostics += refused
        if plan.data.text and not refused:
            data = files.table(plan.data, limits_of(plan.kind))
            names = files.table(plan.names, NAMES) if plan.names.text else None
            chart, found = memory.recall(_chart, Same(plan), language, Same(data), Same(names))
            charts.append(chart)
            diagnostics += found
    return Charts(tuple(charts), tuple(diagnostics), files.read)


class _Files:
    """Opens files of a folder, and takes them apart, once each: many charts may be made of one."""

    def __init__(self, folder: Path, memory: Memory) -> None:
        self._folder, self._memory = folder, memory
        self._refused: dict[str, Refusal] = {}
        self.read: dict[str, bytes] = {}

    def refusal(self, said: Said) -> Diagnostic | None:
        """Open a file unless that was done; say why it cannot be, at the place that names it."""
        if said.text not in self.read and said.text not in self._refused:
            data = read_inside(self._folder, said.text, CSV_BYTES)
            if isinstance(data, Refusal):
                self._refused[said.text] = data
            else:
                self.read[said.text] = data
        return self._refused[said.text].at(said.position) if said.text in self._refused else None

    def table(self, said: Said, limits: Limits) -> CsvTable:
        """Take a file apart that was opened."""
        return self._memory.recall(read_csv_table, self.read[said.text], said.text, limits)


def _chart(
    plan: Same[ChartPlan], language: str, data: Same[CsvTable], names: Same[CsvTable | None]
) -> tuple[DataChart, tuple[Diagnostic, ...]]:
    """Make a chart of its block and its files; with an error, of what could be read."""
    said = plan.value
    read = read_rows(data.value, said.kind, said.data.language, named=said.order.text == _AS_GIVEN)
    naming = read_naming(names.value) if names.value else _NO_NAMES
    stressed, unknown = _stressed(said, read, naming)
    chart = DataChart(
        said.id,
        said.title,
        said.kind,
        said.unit.text or (PER_CENT if read.per_cent else ""),
        naming.of(read.names),
        tuple(map(naming.of, read.series)),
        tuple(replace(row, name=naming.of(row.name), stressed=row.name in stressed) for row in _ordered(read, said)),
        said.position,
        said.notes,
        cited_keys(*said.title, *said.notes),
        tuple(each.text for each in (said.data, said.names) if each.text),
        tuple(naming.of(name) for name in read.series if name in stressed),
    )
    problems = [*read.diagnostics, *naming.diagnostics, *_about(said, read)]
    if not errors_of(problems):
        problems += [*unknown, *_alike(said, read, naming), *_in_other_words(said, read, naming, language)]
    return chart, tuple(problems)


def _ordered(read: Rows, said: ChartPlan) -> list[Datum]:
    """Put rows in the order asked for; what has no figure comes last."""
    if said.order.text not in _SIGNS or said.kind == "line":
        return list(read.rows)
    sign = _SIGNS[said.order.text]

    def rank(row: Datum) -> tuple[bool, Decimal]:
        value = row.values[0]
        return value is None, Decimal(0) if value is None else sign * value

    return sorted(read.rows, key=rank)


def _about(said: ChartPlan, read: Rows) -> Iterator[Diagnostic]:
    """Say what the block and its file have between them that makes no chart."""
    if said.kind == "line" and said.order.text in _SIGNS:
        hint = "Leave order out: a line keeps the order of its file, or that of time."
        yield Diagnostic("error", "order-of-line", "A line cannot be put in order of size.", said.order.position, hint)
    if is_blank(plain_text(said.title)):
        hint = "Write one after the word chart: it is read out first, and stands over the table."
        yield Diagnostic("error", "chart-without-title", "This chart has no title.", said.position, hint)
    if len(said.unit.text) > _LONGEST_UNIT:
        message = f"This unit has more than {_LONGEST_UNIT} characters."
        yield Diagnostic("error", "too-large", message, said.unit.position, "Say the rest below the chart.")
    if errors_of(read.diagnostics):
        return
    if read.per_cent and said.unit.text not in ("", PER_CENT):
        message = f'The figures of this chart are in per cent, and its unit is "{said.unit.text}".'
        yield Diagnostic("error", "unit-differs", message, said.unit.position, "One of the two is wrong.")
    if not said.unit.text and not read.per_cent:
        message, hint = "This chart does not say what it counts.", 'Say it in the braces: unit="thousand people".'
        yield Diagnostic("warning", "chart-without-unit", message, said.position, hint)
    counted = sum(value is not None for row in read.rows for value in row.values)
    if counted < (2 if said.kind == "line" else 1):
        message = "This file has no figures." if not counted else "This file has one figure, and a line takes two."
        position = Position(said.data.text)
        yield Diagnostic("error", "wrong-shape", message, position, "Write them in the second column.")


def _stressed(said: ChartPlan, read: Rows, naming: Naming) -> tuple[frozenset[str], list[Diagnostic]]:
    """Find what is highlighted, by the names in the file; each may be said as it is called here, too."""
    names = read.series if said.kind == "line" else tuple(row.name for row in read.rows)
    known = {called.casefold(): name for name in names for called in (naming.of(name), name)}
    found, problems = set(), []
    for wish in _listed(said.highlight.text, known):
        if wish.casefold() in known:
            found.add(known[wish.casefold()])
            continue
        what = "column" if said.kind == "line" else "row"
        message = f'There is no {what} called "{wish[:60]}".{did_you_mean(wish, names)}'
        hint = f"Write names as they stand in {said.data.text}, with commas between them."
        problems.append(Diagnostic("error", "unknown-name", message, said.highlight.position, hint))
    return frozenset(found), problems


def _listed(text: str, known: Iterable[str]) -> list[str]:
    """Take names apart; a name may hold a comma, alone or where semicolons stand between names."""
    if text.casefold() in known:
        return [text]
    return [name for each in text.split(";" if ";" in text else ",") if (name := each.strip())]


def _alike(said: ChartPlan, read: Rows, naming: Naming) -> Iterator[Diagnostic]:
    """Say which two things a file of names calls the same."""
    for names in (read.series, tuple(row.name for row in read.rows)):
        first: dict[str, str] = {}
        for name in names:
            called = naming.of(name)
            if first.setdefault(called, name) != name:
                message = f'{said.names.text} calls "{first[called][:60]}" and "{name[:60]}" the same: "{called[:60]}".'
                hint = "Give one of them another name."
                yield Diagnostic("error", "named-twice", message, said.names.position, hint)


def _in_other_words(said: ChartPlan, read: Rows, naming: Naming, language: str) -> Iterator[Diagnostic]:
    """Warn of words that an edition takes from its original."""
    foreign = read_tag(said.data.language).language != read_tag(language).language
    if said.names.text:
        yield from unnamed(read.called, naming, said.names.text)
    elif foreign and read.called:
        message = f"The names in this chart are those of the original, in {said.data.language}."
        hint = "Write a CSV file with the original's names and yours, and name it in the braces: names=FILE.csv."
        yield Diagnostic("warning", "not-translated", message, said.position, hint)
    if said.unit.text not in ("", PER_CENT) and read_tag(said.unit.language).language != read_tag(language).language:
        message = f'The unit of this chart is that of the original: "{said.unit.text}".'
        yield Diagnostic("warning", "not-translated", message, said.position, 'Say it in the braces: unit="…".')
