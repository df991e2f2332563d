"""Read the block of a chart: its attributes and its note. The figures stay in their file until that is opened.

In a language edition what is not typed is that of the chart in the same place of the original.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import cast

from briefing.model import ChartKind, Element, plain_text
from briefing.reading.body.blocks import BlockReader
from briefing.reading.body.chart_plans import ChartPlan, Said
from briefing.reading.body.events import evidence_of, has_evidence
from briefing.reading.body.options import option, report_unknown_options
from briefing.reading.files import without_detours
from briefing.reading.markdown import Block, Fence

__all__ = ["read_chart_plan"]

_KINDS: Mapping[str, str] = MappingProxyType({"bar": "for bars", "line": "for lines", "dot": "for dots on guide lines"})
_ORDERS: Mapping[str, str] = MappingProxyType(
    {"as-given": "as the file has it", "largest": "from the largest on", "smallest": "from the smallest on"}
)
_KNOWN = ("data", "kind", "unit", "order", "highlight", "names")
_INHERITED = ("data", "unit", "highlight")
"""Taken over from the original, as kind and order are; the names of an edition are its own."""
_EXAMPLE = '::: chart Refugees by province {data=refugees.csv kind=bar unit="thousand people"}'


def read_chart_plan(reader: BlockReader, block: Block, fence: Fence) -> ChartPlan | None:
    """Read what the block says; ``None`` where no file is named, which is told."""
    findings, position = reader.findings, reader.fence_position(fence)
    identifier = findings.new_chart()
    original = next(iter(findings.shared.charts[len(findings.charts) :]), None)
    report_unknown_options(
        reader, fence, (*_KNOWN, "title"), f"A chart takes {', '.join(_KNOWN[:-1])} and {_KNOWN[-1]}."
    )
    said = {name: _said(reader, fence, name) for name in _KNOWN}
    if original:
        said.update({name: _inherited(original, name, said[name]) for name in _INHERITED if not said[name].text})
    title = reader.title(fence)
    if not said["data"].text:
        _report_no_file(reader, fence, plain_text(title))
        return None
    kind = option(reader, fence, "kind", _KINDS) or (original.kind if original else "bar")
    order = option(reader, fence, "order", _ORDERS) or (original.order.text if original else "")
    return ChartPlan(
        identifier,
        title,
        position,
        cast("ChartKind", kind),
        said["data"],
        said["unit"],
        replace(said["order"], text=order),
        said["highlight"],
        said["names"],
        _with_evidence(reader, _notes(reader, block), original),
    )


def _said(reader: BlockReader, fence: Fence, name: str) -> Said:
    typed = fence.attributes.values.get(name, "").strip()
    typed = without_detours(typed) if name in ("data", "names") else typed
    place = fence.attributes.places.get(name, fence.column)
    return Said(typed, reader.manuscript.position(fence.line, place), reader.findings.language)


def _inherited(original: ChartPlan, name: str, own: Said) -> Said:
    """Take a value over with its language; what is wrong with it is said at the edition's block."""
    its: Said = getattr(original, name)
    return replace(its, position=own.position)


def _report_no_file(reader: BlockReader, fence: Fence, title: str) -> None:
    message = "This chart does not name the file with its figures."
    if "{" in title:
        message = "What stands in the braces of this chart cannot be read."
    reader.findings.report("error", "chart-without-data", message, reader.fence_position(fence), f"Write {_EXAMPLE}")


def _notes(reader: BlockReader, block: Block) -> tuple[Element, ...]:
    """Read the paragraphs below the figures; anything else is reported."""
    notes = []
    for child in block.children:
        for element in reader.read(child):
            if element.tag == "p":
                notes.append(element)
            else:
                position = element.position or reader.position(child)
                hint = "Put it after the block, and keep to sentences inside."
                message = "A chart has sentences below its figures, and nothing else."
                reader.findings.report("error", "wrong-shape", message, position, hint)
    return tuple(notes)


def _with_evidence(reader: BlockReader, notes: tuple[Element, ...], original: ChartPlan | None) -> tuple[Element, ...]:
    """Add the citations of the original, or its reason for having none, where an edition types neither."""
    if original is None or has_evidence(notes):
        return notes
    evidence = evidence_of(original.notes, original.position)
    reader.findings.cited += evidence.cited
    return (Element("p", evidence.marks, {}, original.position), *notes) if evidence.marks else notes
