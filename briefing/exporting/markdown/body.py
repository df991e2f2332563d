"""The text of an article: its parts in the order in which they were typed, as far as that is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from briefing.exporting.markdown.days import day_in_words
from briefing.model import Ask, Briefing, Correction, Element, Event, Handout, KeyFigure, Postcard, Section, Timeline
from briefing.model.briefing import Inline
from briefing.reading.body import ChartPlan
from briefing.writing import as_fenced, as_inline, as_markdown

__all__ = ["body"]


class _Block(NamedTuple):
    """What stands at a line of the article."""

    line: int
    element: Element
    kind: str = ""
    """Name of the fenced block whose items are gathered; empty for what stands by itself."""


def body(briefing: Briefing, plans: Iterable[ChartPlan]) -> str:
    """Write the text with its notes; ``plans`` are the charts as their blocks say them."""
    notes = tuple(briefing.notes)
    given = {each.id: _timeline(each, briefing.masthead.language, notes) for each in briefing.timelines}
    given |= {each.id: _chart(each, notes) for each in plans}
    return as_markdown(_in_order(briefing), briefing.notes, given=given, pandoc=True).text


def _in_order(briefing: Briefing) -> Iterator[Element]:
    """Yield the key points first, whose places are not known, then everything by its line."""
    if briefing.summary:
        yield _fenced("summary", [Element("li", point) for point in briefing.summary])
    blocks = [*_flat(briefing.sections), *_figures(briefing.figures), *_asks(briefing.asks)]
    blocks += _corrections(briefing.corrections, briefing.masthead.language)
    blocks += [_Block(each.position.line, _set_apart(each)) for each in briefing.set_apart]
    for kind, group in groupby(sorted(blocks, key=lambda block: block.line), lambda block: block.kind):
        elements = [block.element for block in group]
        yield from [_fenced(kind, elements)] if kind else elements


def _fenced(kind: str, items: Sequence[Element]) -> Element:
    return Element("div", (Element("ul", tuple(items)),), {"class": kind})


def _flat(sections: Iterable[Section], level: int = 2) -> Iterator[_Block]:
    """Yield headings and blocks; none stands before what was typed before it."""
    for section in sections:
        if section.title:
            wish = "before" if section.break_before else "avoid" if section.break_avoided else ""
            attributes = {"id": section.id, **({"data-break": wish} if wish else {})}
            heading = Element(f"h{level}", section.title, attributes, section.position)
            yield _Block(section.position.line, heading)
        for block in section.blocks:
            yield _Block((block.position or section.position).line, block)
        yield from _flat(section.sections, level + 1)


def _figures(figures: Sequence[KeyFigure]) -> Iterator[_Block]:
    with_caveats = any(figure.caveat for figure in figures)
    for figure in figures:
        nodes: Inline = (Element("strong", (figure.value,)), " ", *figure.label)
        caveat = (Element("p", figure.caveat),) if figure.caveat else ()
        item = Element("li", (Element("p", nodes), *caveat) if with_caveats else nodes)
        yield _Block(figure.position.line, item, "figures")


def _asks(asks: Iterable[Ask]) -> Iterator[_Block]:
    for ask in asks:
        item = Element("li", (Element("strong", (ask.actor,)), ": ", *ask.text))
        yield _Block(ask.position.line, item, "asks")


def _corrections(corrections: Iterable[Correction], language: str) -> Iterator[_Block]:
    for each in corrections:
        item = Element("li", (f"{day_in_words(each.date, language)}: ", *each.text))
        yield _Block(each.position.line, item, "corrections")


def _set_apart(part: Handout | Postcard) -> Element:
    title = (Element("p", part.title, {"class": "title"}),) if part.title else ()
    if isinstance(part, Handout):
        return Element("div", (*title, *part.blocks), {"class": "handout"})
    said = {"data-to": "; ".join(part.to), "data-ask": part.ask}
    return Element("div", (*title, *part.blocks), {"class": "postcard", **said})


def _timeline(timeline: Timeline, language: str, notes: Sequence[str]) -> str:
    """Write a timeline with all its events, wherever they stood."""
    values = {"form": timeline.form, "spoken": timeline.spoken}
    items = "".join(f"- {_event(event, language, notes)}\n" for event in timeline.events)
    return as_fenced("timeline", timeline.title, values, items, notes=notes, pandoc=True)


def _event(event: Event, language: str, notes: Sequence[str]) -> str:
    stressed = ", stressed" if event.stressed else ""
    text = as_inline(event.text, notes=notes, breaks=True, pandoc=True).replace("\n", "\n  ")
    return f"{day_in_words(event.date, language)}{stressed}: {text}"


def _chart(plan: ChartPlan, notes: Sequence[str]) -> str:
    values: Mapping[str, str] = {
        "data": plan.data.text,
        "kind": plan.kind,
        "unit": plan.unit.text,
        "order": plan.order.text,
        "highlight": plan.highlight.text,
        "names": plan.names.text,
    }
    inside = "\n\n".join(as_inline(note.children, notes=notes, breaks=True, pandoc=True) for note in plan.notes)
    return as_fenced("chart", plan.title, values, inside, notes=notes, pandoc=True)
