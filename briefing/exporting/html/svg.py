"""A drawing as paths → SVG inside HTML.

See: Scalable Vector Graphics (SVG) 1.1, 8.3 (path data), 14.3 (clipping paths).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefing.model import Element, PathMark, PathStep
from briefing.typesetting import Outlined

__all__ = ["svg_of"]

_UNITS = 20
"""Units of a point: whole numbers are short, and finer than the eye."""
_LETTERS = {"move": "m", "line": "l", "curve": "c"}


def svg_of(drawing: Outlined, alternative: str, ids: str) -> Element:
    """Write a drawing as a picture for screen readers with one text; ``ids`` begins the names of its clipping paths."""
    width, height = (round(each * _UNITS) for each in (drawing.width, drawing.height))
    clips: list[Element] = []
    marks = tuple(_mark(mark, height, clips, ids) for mark in drawing.marks)
    attributes = {"viewBox": f"0 0 {width} {height}", "role": "img", "aria-label": alternative}
    definitions = (Element("defs", tuple(clips)),) if clips else ()
    return Element("svg", (*definitions, *marks), attributes)


def _mark(mark: PathMark, height: int, clips: list[Element], ids: str) -> Element:
    attributes = {"d": _data(mark.steps, height), "fill": mark.fill or "none"}
    if mark.stroke:
        attributes |= {"stroke": mark.stroke, "stroke-width": _number(mark.width * _UNITS)}
        if mark.dash:
            attributes["stroke-dasharray"] = " ".join(_number(each * _UNITS) for each in mark.dash)
        if mark.cap != "butt":
            attributes["stroke-linecap"] = mark.cap
    path = Element("path", (), attributes)
    for window in _windows(mark):
        name = f"{ids}{len(clips) + 1}"
        clips.append(Element("clipPath", (Element("path", (), {"d": _data(window, height)}),), {"id": name}))
        path = Element("g", (path,), {"clip-path": f"url(#{name})"})
    return path


def _windows(mark: PathMark) -> Iterator[Sequence[PathStep]]:
    """The paths outside of which nothing of a mark is seen."""
    if mark.window:
        yield mark.window
    if mark.clip:
        left, bottom, width, height = mark.clip
        right, top = left + width, bottom + height
        corners = ((right, bottom), (right, top), (left, top))
        yield (("move", (left, bottom)), *(("line", corner) for corner in corners), ("close", ()))


def _data(steps: Iterable[PathStep], height: int) -> str:
    """Write a path in relative whole numbers, its origin turned from the lower left to the upper left corner."""
    pieces: list[str] = []
    x = y = start_x = start_y = 0
    for step, at in steps:
        if step == "close":
            pieces.append("z")
            x, y = start_x, start_y
            continue
        points = [
            (round(right * _UNITS), height - round(up * _UNITS)) for right, up in zip(at[::2], at[1::2], strict=True)
        ]
        numbers = [number for right, down in points for number in (right - x, down - y)]
        pieces.append(_LETTERS[step] + " ".join(map(str, numbers)).replace(" -", "-"))
        x, y = points[-1]
        if step == "move":
            start_x, start_y = x, y
    return "".join(pieces)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
