"""What a page paints, from its content stream and fonts alone: shapes, pictures and glyphs with their ink, in order.

See: ISO 32000-1, 8.4 (graphics state), 8.5 (paths), 9.4 (text), 14.6 (marked content).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from math import hypot
from typing import NamedTuple, TypeAlias

import pikepdf
import uharfbuzz
from content_streams import Operand, Operation, StreamError, operations
from pdf_tools import to_unicode

__all__ = ["Box", "Face", "Glyph", "Mark", "Page", "Picture", "Point", "Shape", "around"]

Point: TypeAlias = tuple[float, float]
Matrix: TypeAlias = tuple[float, float, float, float, float, float]
Colour: TypeAlias = tuple[float, float, float]

_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
_CURVE_STEPS = 8


class Box(NamedTuple):
    """Left, bottom, right, top in points."""

    left: float
    bottom: float
    right: float
    top: float

    def covers(self, other: Box, slack: float = 0.0) -> bool:
        lower = self.left - slack <= other.left and self.bottom - slack <= other.bottom
        return lower and other.right <= self.right + slack and other.top <= self.top + slack

    def meets(self, other: Box) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.bottom < other.top and other.bottom < self.top
        )

    def holds(self, point: Point, slack: float = 0.0) -> bool:
        return self.covers(Box(*point, *point), slack)

    def cut(self, other: Box) -> Box:
        left, bottom = max(self.left, other.left), max(self.bottom, other.bottom)
        return Box(left, bottom, max(left, min(self.right, other.right)), max(bottom, min(self.top, other.top)))


_EVERYWHERE = Box(-1e6, -1e6, 1e6, 1e6)


def around(boxes: list[Box]) -> Box:
    """The least box that holds all."""
    left, bottom, right, top = zip(*boxes, strict=True)
    return Box(min(left), min(bottom), max(right), max(top))


class Mark(NamedTuple):
    """A marked-content sequence that is open."""

    tag: str
    properties: Mapping[str, Operand]

    @property
    def mcid(self) -> int | None:
        number = self.properties.get("MCID")
        return None if number is None else int(number)


@dataclass(frozen=True)
class _Painted:
    marks: tuple[Mark, ...]
    """The sequences it stands in, the outermost first."""
    box: Box

    @property
    def mcid(self) -> int | None:
        return next((mark.mcid for mark in self.marks if mark.mcid is not None), None)

    @property
    def artifact(self) -> bool:
        return any(mark.tag == "Artifact" for mark in self.marks)


@dataclass(frozen=True)
class Shape(_Painted):
    """An area of one colour: a filled path, or the line along one."""

    colour: Colour
    outlines: tuple[tuple[Point, ...], ...]
    line_width: float = 0.0
    """0 for what is filled."""
    even_odd: bool = False


@dataclass(frozen=True)
class Picture(_Painted):
    """A raster picture."""


@dataclass(frozen=True)
class Glyph(_Painted):
    """One glyph; its box is that of its ink."""

    text: str
    colour: Colour
    size: float
    """Points on the page."""
    bold: bool
    origin: Point


class Face:
    """A font of a file, by its own tables."""

    def __init__(self, font: pikepdf.Object) -> None:
        descendant = font.DescendantFonts[0]
        self.bold = "-700" in str(font.BaseFont) or "Bold" in str(font.BaseFont)
        self.texts = to_unicode(font)
        self.widths = dict(_widths(descendant.W))
        self._default = float(descendant.get("/DW", 1000))
        self._map = None if descendant.CIDToGIDMap == "/Identity" else descendant.CIDToGIDMap.read_bytes()
        face = uharfbuzz.Face(descendant.FontDescriptor.FontFile2.read_bytes())
        self._font, self._scale = uharfbuzz.Font(face), 1000 / face.upem
        self._boxes: dict[int, Box] = {}

    def width(self, code: int) -> float:
        return self.widths.get(code, self._default)

    def ink(self, code: int) -> Box:
        """Where a glyph is dark, in thousandths of the size."""
        if code not in self._boxes:
            glyph = code if self._map is None else int.from_bytes(self._map[2 * code : 2 * code + 2], "big")
            found = self._font.get_glyph_extents(glyph)
            left, top, s = found.x_bearing, found.y_bearing, self._scale
            self._boxes[code] = Box(left * s, (top + found.height) * s, (left + found.width) * s, top * s)
        return self._boxes[code]


def _widths(array: pikepdf.Array) -> Iterator[tuple[int, float]]:
    parts = list(array)
    while parts:
        first = int(parts.pop(0))
        for code, width in enumerate(parts.pop(0), first):
            yield code, float(width)


@dataclass(frozen=True)
class _State:
    """The graphics state, as far as our files use it."""

    matrix: Matrix = _IDENTITY
    fill: Colour = (0, 0, 0)
    stroke: Colour = (0, 0, 0)
    line_width: float = 1.0
    cap: float = 0
    """0 where lines end at their last point. See: table 54."""
    clip: Box = _EVERYWHERE
    face: Face | None = None
    size: float = 0.0
    tracking: float = 0.0
    rise: float = 0.0


@dataclass
class _Path:
    outlines: list[list[Point]] = field(default_factory=list)
    clips: bool = False


class Page:
    """One page, painted."""

    def __init__(self, page: pikepdf.Page, faces: dict[tuple[int, int], Face]) -> None:
        self._page, self._faces = page, faces
        self.box = Box(*(float(value) for value in page.MediaBox))

    @cached_property
    def painted(self) -> list[Shape | Picture | Glyph]:
        """Everything on the page, from the bottom to the top.

        Raises:
            StreamError: the stream breaks a rule, names what is not there or paints in a way that is not known.
        """
        return list(_Painter(self).run(operations(self._contents())))

    @property
    def glyphs(self) -> list[Glyph]:
        return [each for each in self.painted if isinstance(each, Glyph)]

    def _contents(self) -> bytes:
        contents = self._page.Contents
        parts = contents if isinstance(contents, pikepdf.Array) else [contents]
        return b"\n".join(part.read_bytes() for part in parts)

    def face(self, name: str) -> Face:
        font = self._resource("Font", name)
        if font.objgen not in self._faces:
            self._faces[font.objgen] = Face(font)
        return self._faces[font.objgen]

    def check_picture(self, name: str) -> None:
        if self._resource("XObject", name).Subtype != "/Image":
            raise StreamError(f"{name} is no picture")

    def _resource(self, kind: str, name: str) -> pikepdf.Object:
        found = self._page.Resources.get(f"/{kind}", {}).get(f"/{name}")
        if found is None:
            raise StreamError(f"there is no {kind} {name} among the resources")
        return found


class _Painter:
    def __init__(self, page: Page) -> None:
        self._page = page
        self._state, self._saved = _State(), list[_State]()
        self._marks: tuple[Mark, ...] = ()
        self._path = _Path()
        self._text: Matrix = _IDENTITY

    def run(self, stream: Iterator[Operation]) -> Iterator[Shape | Picture | Glyph]:
        for operator, operands in stream:
            if operator in ("f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "n"):
                yield from self._paint_path(operator)
            elif operator == "TJ":
                yield from self._show(operands[0])
            elif operator == "Do":
                self._page.check_picture(operands[0])
                corners = [_moved(point, self._state.matrix) for point in ((0, 0), (1, 0), (0, 1), (1, 1))]
                yield Picture(self._marks, _box(corners).cut(self._state.clip))
            else:
                self._change(operator, operands)

    def _change(self, operator: str, operands: list[Operand]) -> None:
        """Take in an operator that paints nothing."""
        if operator in ("BMC", "BDC"):
            properties = operands[1] if operator == "BDC" else {}
            if not isinstance(properties, dict):
                raise StreamError("properties by name are not used here")
            self._marks = (*self._marks, Mark(operands[0], properties))
        elif operator == "EMC":
            self._marks = self._marks[:-1]
        elif operator == "q":
            self._saved.append(self._state)
        elif operator == "Q":
            self._state = self._saved.pop()
        elif operator in ("BT", "Tm"):
            self._text = tuple(operands) or _IDENTITY
        elif operator in ("m", "l", "c", "h", "re", "W", "W*"):
            self._extend_path(operator, operands)
        elif operator not in ("ET", "j", "M", "d"):
            self._state = replace(self._state, **self._changed(operator, operands))

    def _changed(self, operator: str, operands: list[Operand]) -> dict[str, object]:
        if operator == "cm":
            return {"matrix": _times(tuple(operands), self._state.matrix)}
        if operator == "Tf":
            return {"face": self._page.face(operands[0]), "size": operands[1]}
        names = {"w": "line_width", "J": "cap", "Tc": "tracking", "Ts": "rise"}
        if operator in names:
            return {names[operator]: operands[0]}
        colours = {"rg": "fill", "RG": "stroke", "g": "fill", "G": "stroke"}
        if operator in colours and all(0 <= part <= 1 for part in operands):
            return {colours[operator]: tuple(operands * (3 if len(operands) == 1 else 1))}
        raise StreamError(f"{operator} {operands} is not known")

    # Paths.

    def _extend_path(self, operator: str, operands: list[Operand]) -> None:
        outlines = self._path.outlines
        points = [self._on_page(operands[at : at + 2]) for at in range(0, len(operands) - 1, 2)]
        if operator == "m":
            outlines.append(points)
        elif operator == "l":
            outlines[-1] += points
        elif operator == "c":
            outlines[-1] += _curve(outlines[-1][-1], *points)
        elif operator == "h":
            outlines[-1].append(outlines[-1][0])
        elif operator == "re":
            x, y, width, height = operands
            corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)]
            outlines.append([self._on_page(corner) for corner in corners])
        else:
            self._path.clips = True

    def _on_page(self, point: Point) -> Point:
        return _moved(point, self._state.matrix)

    def _paint_path(self, operator: str) -> Iterator[Shape]:
        path, self._path = self._path, _Path()
        outlines = tuple(tuple(outline) for outline in path.outlines if len(outline) > 1)
        state = self._state
        if not outlines:
            return
        box = _box([point for outline in outlines for point in outline])
        if operator.lower()[0] in "fb":
            yield Shape(self._marks, box.cut(state.clip), state.fill, outlines, even_odd="*" in operator)
        if operator[0] in "SsBb":
            width = state.line_width * _scale(state.matrix)
            wide = around([_along(outline, width / 2, capped=state.cap > 0) for outline in outlines])
            yield Shape(self._marks, wide.cut(state.clip), state.stroke, outlines, line_width=width)
        if path.clips:
            # Only rectangles clip in our files: the box is the shape.
            self._state = replace(state, clip=state.clip.cut(box))

    # Text.

    def _show(self, parts: list[Operand]) -> Iterator[Glyph]:
        state = self._state
        if state.face is None:
            raise StreamError("text is shown before there is a font")
        for part in parts:
            if isinstance(part, float):
                self._advance(-part * state.size / 1000)
                continue
            for at in range(0, len(part), 2):
                code = int.from_bytes(part[at : at + 2], "big")
                yield self._glyph(code, state, state.face)
                self._advance(state.face.width(code) * state.size / 1000 + state.tracking)

    def _glyph(self, code: int, state: _State, face: Face) -> Glyph:
        if code not in face.widths or code not in face.texts:
            raise StreamError(f"code {code} has no width or no text")
        place = _times(self._text, state.matrix)
        ink = face.ink(code)
        size = state.size / 1000
        corners = [(x * size, y * size + state.rise) for x in (ink.left, ink.right) for y in (ink.bottom, ink.top)]
        box = _box([_moved(corner, place) for corner in corners]).cut(state.clip)
        colour, points = state.fill, state.size * _scale(place)
        origin = _moved((0, state.rise), place)
        return Glyph(self._marks, box, face.texts[code].replace("\u200b", ""), colour, points, face.bold, origin)

    def _advance(self, by: float) -> None:
        self._text = _times((1, 0, 0, 1, by, 0), self._text)


def _times(one: Matrix, other: Matrix) -> Matrix:
    """First ``one``, then ``other``."""
    a, b, c, d, e, f = one
    x, y = _moved((e, f), other)
    p, q, r, s, _, _ = other
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, x, y)


def _moved(point: Point, matrix: Matrix) -> Point:
    x, y = point
    a, b, c, d, e, f = matrix
    return (a * x + c * y + e, b * x + d * y + f)


def _scale(matrix: Matrix) -> float:
    a, b, c, d, _, _ = matrix
    return abs(a * d - b * c) ** 0.5


def _box(points: list[Point]) -> Box:
    across, up = zip(*points, strict=True)
    return Box(min(across), min(up), max(across), max(up))


def _along(outline: Sequence[Point], half: float, *, capped: bool) -> Box:
    """The box of the line along some points."""
    boxes = [Box(x - half, y - half, x + half, y + half) for x, y in (outline if capped else outline[1:-1])]
    for (x, y), (u, v) in pairwise(outline):
        length = hypot(u - x, v - y) or 1.0
        across, up = abs(v - y) / length * half, abs(u - x) / length * half
        boxes.append(Box(min(x, u) - across, min(y, v) - up, max(x, u) + across, max(y, v) + up))
    return around(boxes)


def _curve(start: Point, one: Point, two: Point, end: Point) -> list[Point]:
    made = []
    for step in range(1, _CURVE_STEPS + 1):
        t = step / _CURVE_STEPS
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        points = (start, one, two, end)
        made.append(tuple(sum(w * point[axis] for w, point in zip(weights, points, strict=True)) for axis in (0, 1)))
    return made
