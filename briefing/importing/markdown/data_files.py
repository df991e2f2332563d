"""The files that our own blocks are made from: taken from beside the text, or asked for."""

from __future__ import annotations

from pathlib import PurePosixPath

from briefing.importing.given import Given
from briefing.importing.markdown.manuscript import Line, Lines, Manuscript
from briefing.reading.markdown import Fence, find_fences

__all__ = ["with_data_files"]

_NAMING = {"timeline": ("events",), "chart": ("data", "names")}
"""Attributes of blocks that name a file."""


def with_data_files(lines: Lines, manuscript: Manuscript, given: Given) -> tuple[Lines, dict[str, bytes]]:
    """Collect the files of timelines and charts; a block whose file is not there is kept as a comment."""
    files: dict[str, bytes] = {}
    out = list(lines)
    fences = find_fences([line.text for line in lines]).opens.values()
    for fence in (each for each in fences if each.closed and each.name in _NAMING):
        named = _named(fence)
        found = {name: given.beside(name) for name in named}
        missing = next((name for name, data in found.items() if data is None), "")
        if missing:
            question = f"The {fence.name} made from the file {missing} is left out: put that file beside the text."
            manuscript.ask(lines[fence.line].number, question)
            _leave_out(out, fence)
            continue
        for name, data in found.items():
            plain = PurePosixPath(name).name
            files |= {plain: data} if data is not None else {}
            out[fence.line] = out[fence.line]._replace(text=out[fence.line].text.replace(name, plain))
    return out, files


def _named(fence: Fence) -> list[str]:
    values = fence.attributes.values
    return [values[name] for name in _NAMING[fence.name] if values.get(name)]


def _leave_out(lines: Lines, fence: Fence) -> None:
    """Make a comment of a block."""
    for index in range(fence.line, fence.after):
        lines[index] = Line(lines[index].text.replace("-->", "-- >"), lines[index].number)
    first, last = lines[fence.line], lines[fence.after - 1]
    lines[fence.line] = first._replace(text=f"<!-- {first.text}")
    lines[fence.after - 1] = last._replace(text=f"{last.text} -->")
