"""Equations → runs of text, with powers and indexes set high and low. See: ECMA-376, part 1, 22.1."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from briefing.importing.docx.names import child, element, text_run

__all__ = ["equation_runs"]

_SHIFTED = {"m:sup": "superscript", "m:sub": "subscript"}


def equation_runs(equation: Element, shift: str = "") -> Iterator[Element]:
    """Write an equation as a line: a fraction with a stroke, a root with its sign, the rest one after the other."""
    for part in equation:
        match part.tag:
            case "m:t" | "w:t":
                yield _run(part.text or "", shift)
            case "m:f":
                yield from _side(child(part, "m:num"), shift)
                yield _run("/", shift)
                yield from _side(child(part, "m:den"), shift)
            case "m:rad":
                yield _run("√", shift)
                yield from _side(child(part, "m:e"), shift)
            case "m:sup" | "m:sub":
                yield from equation_runs(part, _SHIFTED[part.tag])
            case _:
                yield from equation_runs(part, shift)


def _side(part: Element | None, shift: str) -> Iterator[Element]:
    """Write a part in brackets, unless it is one sign or number."""
    runs = list(equation_runs(part, shift)) if part is not None else []
    words = "".join(text for run in runs for text in run.itertext())
    if words.isalnum():
        yield from runs
    else:
        yield from (_run("(", shift), *runs, _run(")", shift))


def _run(text: str, shift: str) -> Element:
    return text_run(text, *((element("w:vertAlign", {"w:val": shift}),) if shift else ()))
