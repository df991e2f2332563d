"""A matplotlib renderer that puts paths and texts onto a ``Surface``: no file, no font of matplotlib's own.

Artists can be drawn, and any simple figure (lines, bars, dots, texts) of 72 dots per inch, so that a dot is a point.
Paths are clipped as the figure asks, by a rectangle, a path or both; texts are set whole. They are measured and set by
the document, as typed: a dollar sign is a dollar sign and no formula. A surface has no transparency: a see-through
colour is mixed with the one colour that lies under it, white paper or an area. Where several do, it is refused, as
raster images, hatching and shades from one colour to another are.

Importing this module imports matplotlib: only ``chart`` does so, when it draws.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import cos, radians, sin
from typing import Any, Literal, NamedTuple

from matplotlib.artist import Artist
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.transforms import Transform

from briefing.drawing.ground import PAPER, Ground
from briefing.errors import Diagnostic, LayoutError
from briefing.model import Measure, PathMark, PathStep, Surface, TextStyle

__all__ = ["SurfaceRenderer", "draw_artists"]

BOLD_FROM = 600
"""Weight, on the scale of 100 to 900."""
_POWER = re.compile(r"\$\\mathdefault\{(?P<sign>-?)(?P<base>[\d.]+)\^\{(?P<power>-?\d+)\}\}\$")
_SUPERIOR = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
NAMED_WEIGHTS = {"bold", "heavy", "extra bold", "black", "semibold", "demibold", "demi"}


def draw_artists(artists: Iterable[Artist], surface: Surface, measure: Measure, *, width: float, height: float) -> None:
    """Draw artists onto a surface of a width and height in points, one above the other. A figure is an artist too."""
    renderer = SurfaceRenderer(width, height, surface, measure)
    for artist in artists:
        artist.draw(renderer)


class SurfaceRenderer(RendererBase):
    """Draws for matplotlib what a figure asks for."""

    def __init__(self, width: float, height: float, surface: Surface, measure: Measure) -> None:
        super().__init__()
        self.width = width
        self.height = height
        self.surface = surface
        self.measure = measure
        self._ground = Ground()

    def draw_path(
        self,
        gc: GraphicsContextBase,
        path: Path,
        transform: Transform,
        rgbFace: Any = None,  # noqa: N803
    ) -> None:
        """Fill and stroke a path given in any coordinates; matplotlib calls it with its own name for the fill.

        Raises:
            LayoutError: for hatching, and a see-through colour over several others.
        """
        if gc.get_hatch():
            raise _refusal("hatched-drawing", "This drawing holds a hatched area.", "Give it a plain colour instead.")
        steps = tuple(_steps(path, transform))
        line_width = gc.get_linewidth()
        stroke = _colour(gc, gc.get_rgb()) if line_width > 0 else None
        fill = _colour(gc, rgbFace)
        if not steps or (fill is None and stroke is None):
            return
        dashes: Any = gc.get_dashes()[1]
        mark = PathMark(
            steps,
            fill=fill and fill.over(PAPER),
            stroke=stroke and stroke.over(PAPER),
            width=line_width,
            dash=tuple(float(each) for each in dashes or ()),
            cap=_cap(str(gc.get_capstyle())),
            clip=_clip(gc),
            window=_window(gc),
        )
        if any(colour and colour.is_see_through for colour in (fill, stroke)):
            ground = self._beneath(mark)
            mark = replace(mark, fill=fill and fill.over(ground), stroke=stroke and stroke.over(ground))
        self._ground.add(mark)
        self.surface.path(mark)

    def _beneath(self, mark: PathMark) -> str:
        """Find the colour under a see-through one."""
        ground = self._ground.beneath(mark)
        if ground is None:
            message = "A see-through colour of this drawing lies over other colours."
            hint = "Give it a plain colour, or let it lie on one colour alone."
            raise _refusal("see-through-drawing", message, hint)
        return ground

    def draw_text(
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: bool | Literal["TeX"] = False,
        mtext: Any = None,
    ) -> None:
        """Set one line of text with its baseline at a place.

        Raises:
            LayoutError: for a see-through colour over several others.
        """
        text, colour = _without_formula(s), _colour(gc, gc.get_rgb())
        if colour is None:
            return
        style = _style(prop, colour.over(PAPER))
        room = self._room(float(x), float(y), text, style, radians(float(angle)))
        if colour.is_see_through:
            style = replace(style, colour=colour.over(self._beneath(room)))
        self._ground.add(replace(room, fill=None, stroke=style.colour))
        self.surface.text(float(x), float(y), text, style, angle=float(angle))

    def _room(self, x: float, y: float, text: str, style: TextStyle, angle: float) -> PathMark:
        """Tell what a line of text covers."""
        right, low, high = self.measure.width(text, style), -self.measure.descent(style), self.measure.ascent(style)
        corners = [
            (x + along * cos(angle) - up * sin(angle), y + along * sin(angle) + up * cos(angle))
            for along, up in ((0.0, low), (right, low), (right, high), (0.0, high))
        ]
        first: PathStep = ("move", corners[0])
        others: list[PathStep] = [("line", corner) for corner in corners[1:]]
        return PathMark((first, *others, ("close", ())), fill=style.colour)

    def draw_image(self, gc: GraphicsContextBase, x: float, y: float, im: Any, transform: Any = None) -> None:
        """Refuse a raster image: at the size of print its dots would be seen, and its colours may not conform.

        Raises:
            LayoutError: always.
        """
        message = "This drawing holds an image made of dots, and a drawing is made of lines, areas and texts."
        hint = "Draw areas instead, or put the image into the article as a picture."
        raise _refusal("image-in-drawing", message, hint)

    def draw_gouraud_triangles(
        self, gc: GraphicsContextBase, triangles_array: Any, colors_array: Any, transform: Transform
    ) -> None:
        """Refuse areas that shade from one colour to another.

        Raises:
            LayoutError: always.
        """
        message = "This drawing holds an area that shades from one colour to another."
        raise _refusal("shaded-drawing", message, "Give it a plain colour instead.")

    def get_text_width_height_descent(
        self, s: str, prop: FontProperties, ismath: bool | Literal["TeX"]
    ) -> tuple[float, float, float]:
        """Measure a line in the document's own fonts."""
        style = _style(prop, "#000000")
        descent = self.measure.descent(style)
        return self.measure.width(_without_formula(s), style), self.measure.ascent(style) + descent, descent

    def _get_font_height_metrics(self, font: FontProperties) -> tuple[float, float, float]:
        """Tell ascent, descent and line gap; without this hook matplotlib opens a font of the system."""
        style = _style(font, "#000000")
        return self.measure.ascent(style), self.measure.descent(style), style.size * 0.2

    def get_canvas_width_height(self) -> tuple[float, float]:
        """Tell the size of the figure in points."""
        return self.width, self.height

    def points_to_pixels(self, points: Any) -> Any:
        """Leave points as they are."""
        return points

    def flipy(self) -> bool:
        """Say that y grows upwards."""
        return False


def _without_formula(text: str) -> str:
    """Write the figures of matplotlib's logarithmic axes as text; anything else is what was typed."""
    power = _POWER.fullmatch(text)
    return f"{power['sign']}{power['base']}{power['power'].translate(_SUPERIOR)}" if power else text


def _steps(path: Path, transform: Transform) -> list[PathStep]:
    """Turn a path into steps; curves of the second degree become such of the third."""
    steps: list[PathStep] = []
    here = start = (0.0, 0.0)
    for points, code in path.iter_segments(transform, simplify=False):
        values = tuple(float(value) for value in points)
        if code == Path.CLOSEPOLY:
            steps.append(("close", ()))
            here = start
            continue
        if code == Path.MOVETO:
            steps.append(("move", values))
            start = (values[0], values[1])
        elif code == Path.LINETO:
            steps.append(("line", values))
        elif code == Path.CURVE3:
            steps.append(("curve", _raised(here, values)))
        elif code == Path.CURVE4:
            steps.append(("curve", values))
        here = (values[-2], values[-1])
    return steps


def _raised(here: tuple[float, float], values: Sequence[float]) -> tuple[float, ...]:
    """Write a quadratic curve as a cubic one."""
    control_x, control_y, end_x, end_y = values
    return (
        here[0] + (control_x - here[0]) * 2 / 3,
        here[1] + (control_y - here[1]) * 2 / 3,
        end_x + (control_x - end_x) * 2 / 3,
        end_y + (control_y - end_y) * 2 / 3,
        end_x,
        end_y,
    )


class _Colour(NamedTuple):
    """What an artist asks for."""

    parts: Sequence[float]
    """Red, green and blue, from 0 to 1; what follows is no matter."""
    alpha: float

    @property
    def is_see_through(self) -> bool:
        return self.alpha < 1

    def over(self, ground: str) -> str:
        """Mix it with a colour that lies under it; both are written as ``#rrggbb``."""
        below = (int(ground[place : place + 2], 16) for place in (1, 3, 5))
        pairs = zip(below, self.parts[:3], strict=True)
        mixed = (round((1 - self.alpha) * low + self.alpha * 255 * float(part)) for low, part in pairs)
        return "#" + "".join(f"{part:02x}" for part in mixed)


def _colour(gc: GraphicsContextBase, parts: Sequence[float] | None) -> _Colour | None:
    """Tell a colour with its alpha: the artist's where it was set for the whole, else the colour's own.

    There is none where nothing of it would be seen.
    """
    if parts is None:
        return None
    alpha = gc.get_alpha() if gc.get_forced_alpha() or len(parts) < 4 else parts[3]
    return _Colour(parts, 1.0 if alpha is None else float(alpha)) if alpha != 0 else None


def _cap(name: str) -> Literal["butt", "round", "square"]:
    return "round" if name == "round" else "square" if name == "projecting" else "butt"


def _clip(gc: GraphicsContextBase) -> tuple[float, float, float, float] | None:
    """Find the rectangle that clips."""
    rectangle = gc.get_clip_rectangle()
    if rectangle is None:
        return None
    x, y, width, height = (float(each) for each in rectangle.bounds)
    return x, y, width, height


def _window(gc: GraphicsContextBase) -> tuple[PathStep, ...]:
    """Find the path that clips."""
    path: Any
    path, transform = gc.get_clip_path()
    return () if path is None or transform is None else tuple(_steps(path, transform))


def _refusal(kind: str, message: str, hint: str) -> LayoutError:
    return LayoutError(Diagnostic("error", kind, message, hint=hint))


def _style(font: FontProperties, colour: str) -> TextStyle:
    weight = font.get_weight()
    bold = weight in NAMED_WEIGHTS if isinstance(weight, str) else weight >= BOLD_FROM
    italic = font.get_style() in ("italic", "oblique")
    return TextStyle(float(font.get_size_in_points()), bold=bold, italic=italic, colour=colour)
