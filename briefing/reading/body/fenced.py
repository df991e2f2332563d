"""Read the fenced blocks (``::: name``): what each holds, and what it leaves where it stood."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import cast

from briefing.model import Element, Event, Handout, Postcard, Timeline
from briefing.model.briefing import SpokenLength, TimelineForm
from briefing.reading.body.blocks import BlockReader, Elements, FencedBlock
from briefing.reading.body.charts import read_chart_plan
from briefing.reading.body.events import read_correction, read_events
from briefing.reading.body.findings import EventsWanted
from briefing.reading.body.inline import read_language
from briefing.reading.body.items import items_of, read_ask, read_figure, read_key_point
from briefing.reading.body.local_figures import read_local
from briefing.reading.body.options import option, report_unknown_options
from briefing.reading.files import without_detours
from briefing.reading.markdown import Block, Fence
from briefing.reading.spelling import did_you_mean

__all__ = ["FENCED_BLOCKS"]

_OF_TIMELINE: Mapping[str, Mapping[str, str]] = {
    "form": {"horizontal": "for an axis from side to side", "vertical": "for one from above downwards"},
    "spoken": {"short": "for one sentence in place of the picture", "long": "for every event"},
}
"""What an author may fix of a timeline."""
_MEANT = {
    "key-points": "summary",
    "keypoints": "summary",
    "key-figures": "figures",
    "numbers": "figures",
    "recommendations": "asks",
    "events": "timeline",
    "chronology": "timeline",
    "diagram": "chart",
    "graph": "chart",
    "plot": "chart",
    "bar-chart": "chart",
    "line-chart": "chart",
    "aside": "box",
    "callout": "box",
    "callout-note": "box",
    "callout-tip": "box",
    "callout-important": "box",
    "callout-warning": "box",
    "errata": "corrections",
    "erratum": "corrections",
    "correction": "corrections",
    "leaflet": "handout",
    "flyer": "handout",
    "local-figure": "local",
}
"""Names that others have for our blocks."""
_POSTCARD_EXAMPLE = 'A postcard takes {to="The Home Secretary; House of Commons; London SW1A 0AA"}.'


def _summary(reader: BlockReader, block: Block, fence: Fence) -> Elements:
    _no_title(reader, fence)
    points = (read_key_point(reader, item) for item in items_of(reader, block, fence))
    reader.findings.summary += [point for point in points if point]
    return ()


def _figures(reader: BlockReader, block: Block, fence: Fence) -> Elements:
    _no_title(reader, fence)
    figures = (read_figure(reader, item) for item in items_of(reader, block, fence))
    reader.findings.figures += [figure for figure in figures if figure]
    return ()


def _asks(reader: BlockReader, block: Block, fence: Fence) -> Elements:
    _no_title(reader, fence)
    asks = (read_ask(reader, item) for item in items_of(reader, block, fence))
    reader.findings.asks += [ask for ask in asks if ask]
    return ()


def _corrections(reader: BlockReader, block: Block, fence: Fence) -> Elements:
    _no_title(reader, fence)
    corrections = (read_correction(reader, item) for item in items_of(reader, block, fence))
    reader.findings.corrections += [each for each in corrections if each]
    return ()


def _timeline(reader: BlockReader, block: Block, fence: Fence) -> Elements:
    findings, position = reader.findings, reader.fence_position(fence)
    identifier = findings.new_timeline()
    title = reader.title(fence)
    original = next(iter(findings.shared.timelines[len(findings.timelines) :]), None)
    form, spoken = _form_and_length(reader, fence, original)
    events: tuple[Event, ...] = ()
    if (wanted := _events_wanted(reader, block, fence)) is not None:
        findings.events_wanted[identifier] = wanted
    else:
        events = read_events(reader, tuple(items_of(reader, block, fence)), original.events if original else ())
        if not events:
            return ()
    findings.timelines.append(Timeline(identifier, title, events, position, form, spoken))
    return (Element("div", (), {"class": "timeline", "data-ref": identifier}, position),)


def _events_wanted(reader: BlockReader, block: Block, fence: Fence) -> EventsWanted | None:
    """Tell where the events of a timeline stand if not in its block: one that holds nothing shows others."""
    position, file = reader.fence_position(fence), fence.attributes.values.get("events", "").strip()
    if not block.children:
        column = fence.attributes.places.get("events", fence.column)
        return EventsWanted(position, without_detours(file), reader.manuscript.position(fence.line, column))
    if "events" in fence.attributes.values:
        place = reader.manuscript.position(fence.line, fence.attributes.places["events"])
        message = "This timeline names a file of events, and holds a list as well."
        reader.findings.report("error", "events-twice", message, place, "Take one of the two out.")
    return None


def _form_and_length(reader: BlockReader, fence: Fence, original: Timeline | None) -> tuple[TimelineForm, SpokenLength]:
    """Read how a timeline is drawn and spoken; an edition that does not say it takes what the original says."""
    report_unknown_options(
        reader,
        fence,
        (*_OF_TIMELINE, "events", "title"),
        "A timeline takes {events=events.csv form=vertical spoken=short}.",
    )
    typed = {name: option(reader, fence, name, choices) for name, choices in _OF_TIMELINE.items()}
    form, spoken = typed["form"] or (original and original.form), typed["spoken"] or (original and original.spoken)
    return cast("TimelineForm", form or ""), cast("SpokenLength", spoken or "")


def _chart(reader: BlockReader, block: Block, fence: Fence) -> Elements:
    plan = read_chart_plan(reader, block, fence)
    if plan is None:
        return ()
    reader.findings.charts.append(plan)
    return (Element("div", (), {"class": "chart", "data-ref": plan.id}, plan.position),)


def _box(reader: BlockReader, block: Block, fence: Fence) -> Elements:
    position = reader.fence_position(fence)
    title = reader.title(fence)
    children = reader.flow(block.children, deeper=2)
    if title:
        children = (Element("h3", title, {}, reader.title_typed(fence).at(0)), *children)
    attributes = {"class": "box", **_own_attributes(reader, fence)}
    return (Element("aside", children, attributes, position),) if children else ()


def _handout(reader: BlockReader, block: Block, fence: Fence) -> Elements:
    title = reader.title(fence)
    blocks = reader.flow(block.children, deeper=1)
    if title or blocks:
        reader.findings.handout.append(Handout(title, blocks, reader.fence_position(fence)))
    return ()


def _postcard(reader: BlockReader, block: Block, fence: Fence) -> Elements:
    report_unknown_options(reader, fence, ("to", "ask", "title"), _POSTCARD_EXAMPLE)
    title = reader.title(fence)
    blocks = reader.flow(block.children, deeper=1)
    typed = fence.attributes.values.get("to", "").strip()
    to = tuple(" ".join(line.split()) for line in typed.split(";")) if typed else ()
    if title or blocks or to:
        ask = " ".join(fence.attributes.values.get("ask", "").split())
        reader.findings.postcard.append(Postcard(title, blocks, reader.fence_position(fence), to, ask))
    return ()


def _keep(reader: BlockReader, block: Block, fence: Fence) -> Elements:
    """Blocks that stay on one page."""
    _no_title(reader, fence)
    children = reader.flow(block.children)
    attributes = {"data-break": "together", **_own_attributes(reader, fence)}
    return (Element("div", children, attributes, reader.fence_position(fence)),) if children else ()


def _other(reader: BlockReader, block: Block, fence: Fence) -> Elements:
    """Blocks in another language, or a name that is not known: its contents are read all the same."""
    if not fence.name and "lang" in fence.attributes.values and not fence.title:
        children = reader.flow(block.children)
        attributes = _own_attributes(reader, fence)
        return (Element("div", children, attributes, reader.fence_position(fence)),) if attributes else children
    known = [name for name in FENCED_BLOCKS if name]
    meant = _MEANT.get(fence.name.lower(), "")
    question = f" Did you mean {meant}?" if meant else did_you_mean(fence.name, known)
    message = f'There is no block called "{fence.name[:60]}".{question}' if fence.name else "This block has no name."
    hint = f"The blocks are {', '.join(known[:-1])} and {known[-1]}."
    reader.findings.report("error", "unknown-block", message, reader.fence_position(fence), hint)
    return reader.flow(block.children)


def _own_attributes(reader: BlockReader, fence: Fence) -> dict[str, str]:
    typed, position = fence.attributes, reader.fence_position(fence)
    attributes = {}
    if typed.id:
        attributes["id"] = reader.findings.typed_id(typed.id, position)
    if language := read_language(typed.values.get("lang", ""), position, reader.findings):
        attributes["lang"] = language
    return attributes


def _no_title(reader: BlockReader, fence: Fence) -> None:
    if fence.title:
        message = f"The block {fence.name} takes no title; its heading comes from the template."
        position = reader.title_typed(fence).at(0)
        reader.findings.report("warning", "title-not-printed", message, position, "Take the words out.")


FENCED_BLOCKS: Mapping[str, FencedBlock] = MappingProxyType(
    {
        "summary": _summary,
        "figures": _figures,
        "asks": _asks,
        "timeline": _timeline,
        "chart": _chart,
        "box": _box,
        "handout": _handout,
        "postcard": _postcard,
        "local": read_local,
        "corrections": _corrections,
        "keep": _keep,
        "": _other,
    }
)
"""Reader of each block by its name; the empty name reads every other."""
