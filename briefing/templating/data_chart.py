"""A chart of figures as the document holds it: a figure to be drawn, what is said below it, and a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import takewhile
from typing import Protocol

from briefing.charts import ChartWords, alt_text, figure_words, is_same_name, row_name
from briefing.memory import Memory, Same
from briefing.model import Briefing, DataChart, Element, Node, plain_text
from briefing.model.numbers import PER_CENT
from briefing.model.wording import date_words
from briefing.resources import templates_folder
from briefing.templating.source_names import isolated_name
from briefing.templating.typography import typeset_line
from briefing.templating.words import Words, read_words

__all__ = ["chart_of_drawing", "data_chart"]


class _Settles(Protocol):
    """What a chart needs of the resolver."""

    @property
    def briefing(self) -> Briefing: ...

    @property
    def words(self) -> Words: ...

    @property
    def memory(self) -> Memory: ...

    def inline(self, nodes: Iterable[Node]) -> tuple[Node, ...]:
        """Settle a sentence."""

    def uncited(self, nodes: Iterable[Node]) -> tuple[Node, ...]:
        """Settle a sentence without its citations."""


def chart_of_drawing(briefing: Briefing, drawing: str) -> tuple[DataChart, str] | None:
    """Find the chart that a drawing shows, by the ``data-drawing`` of its ``img``, with the words for "no figure".

    Signs and spaces are set in its names as everywhere in the document. ``None`` for an unknown one.
    """
    chart = next((each for each in briefing.charts if each.id == drawing), None)
    if chart is None:
        return None
    language = briefing.masthead.language
    missing = _chart_words(read_words(templates_folder() / "words", language)).missing
    # What stands around the picture makes no difference to it.
    bare = replace(chart, title=(), notes=(), sources=(), files=())
    return (bare if briefing.signs_as_typed else _typeset(bare, language)), missing


def _typeset(chart: DataChart, language: str) -> DataChart:
    def line(text: str) -> str:
        return plain_text(typeset_line((text,), language))

    return replace(
        chart,
        unit=chart.unit if chart.unit == PER_CENT else line(chart.unit),
        series=tuple(map(line, chart.series)),
        rows=tuple(replace(row, name=line(row.name)) for row in chart.rows),
        stressed=tuple(map(line, chart.stressed)),
    )


def data_chart(chart: DataChart, settle: _Settles) -> tuple[Element, ...]:
    """Make the figure, the notes and the table of a chart; nothing of one whose figures could not be read."""
    if not chart.has_figures:
        return ()
    return _figure(chart, settle), *_notes(chart, settle), _table(chart, settle)


def _figure(chart: DataChart, settle: _Settles) -> Element:
    title = plain_text(settle.uncited(chart.title))
    told = settle.memory.recall(_told, Same(chart), settle.briefing.masthead.language, title, Same(settle.words))
    picture = Element("img", (), {"data-drawing": chart.id, "alt": told})
    caption = Element("figcaption", settle.inline(chart.title))
    return Element("figure", (caption, picture), {"class": "chart wide", "id": chart.id}, chart.position)


def _told(chart: Same[DataChart], language: str, title: str, words: Same[Words]) -> str:
    return alt_text(chart.value, language, title, _chart_words(words.value))


def _chart_words(words: Words) -> ChartWords:
    """Take only what the language has: in an attribute, or a picture, nothing can be marked as English."""
    names = {name: f"chart_{name}" for name in ("bar", "line", "dot", "greatest", "least")} | {
        "missing": "chart_no_figure"
    }
    names |= {name: name for name in ("comma", "semicolon", "full_stop")}
    return ChartWords(**{field: words.own[name] for field, name in names.items() if name in words.own})


def _notes(chart: DataChart, settle: _Settles) -> Iterator[Element]:
    """Settle what stands on the same page below the picture; a paragraph that held nothing but a waiver is gone."""
    for note in chart.notes:
        cited = tuple(takewhile(_is_citation, note.children))
        before = _sources_said(cited, settle) if cited else ()
        after = settle.inline(note.children)
        if before or after:
            attributes = {"class": "chart-note wide", "data-break": "avoid"}
            yield Element("p", (*before, *after), attributes, note.position)


def _keys(cited: Iterable[Node]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.get("data-key") for each in cited if isinstance(each, Element)))


def _is_citation(node: Node) -> bool:
    return isinstance(node, Element) and "data-key" in node.attributes


def _sources_said(cited: Iterable[Node], settle: _Settles) -> tuple[Node, ...]:
    """Name the sources that a note begins with: a number alone would be no sentence."""
    briefing = settle.briefing
    language = briefing.masthead.language
    said: list[Node] = []
    for key in _keys(cited):
        if source := briefing.sources.get(key):
            said += [settle.words.text("semicolon")] if said else []
            said.append(isolated_name(source, language, briefing.original_language))
            said += [settle.words.text("comma"), date_words(source.date, language)] if source.date else []
    return (*settle.words.nodes("chart_source"), " ", *said, settle.words.text("full_stop")) if said else ()


def _table(chart: DataChart, settle: _Settles) -> Element:
    words = settle.words.nodes
    numbers = {"scope": "col", "data-align": "right"}
    names = (chart.names,) if chart.names else words("chart_name")
    heads = (
        Element("th", names, {"scope": "col"}),
        *(Element("th", (_head(each, chart),), numbers) for each in chart.series),
    )
    parts = (
        Element("caption", _caption(chart, settle)),
        Element("thead", (Element("tr", heads),)),
        Element("tbody", tuple(_rows(chart, settle))),
    )
    return Element("table", parts, {"class": "chart-table wide"}, chart.position)


def _head(series: str, chart: DataChart) -> str:
    if len(chart.series) > 1 or not _is_said_once(chart) or is_same_name(series, chart.unit):
        return series
    return f"{series} ({chart.unit})"


def _caption(chart: DataChart, settle: _Settles) -> tuple[Node, ...]:
    """Say the unit of several columns once: whoever listens would hear it with each figure."""
    words = settle.words.nodes("chart_table")
    return (*words, f" ({chart.unit})") if len(chart.series) > 1 and _is_said_once(chart) else words


def _is_said_once(chart: DataChart) -> bool:
    return chart.unit not in ("", PER_CENT)


def _rows(chart: DataChart, settle: _Settles) -> Iterator[Element]:
    language = settle.briefing.masthead.language
    for row in chart.rows:
        name = Element("th", (row_name(row, language),), {"scope": "row"})
        values = (
            settle.words.nodes("chart_no_figure") if value is None else (figure_words(value, chart, language, ""),)
            for value in row.values
        )
        cells = (Element("td", value, {"data-align": "right"}) for value in values)
        stress = {"class": "stressed"} if row.stressed else {}
        yield Element("tr", (name, *cells), stress, row.position)
