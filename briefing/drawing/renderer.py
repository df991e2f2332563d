"""A matplotlib renderer that puts paths and texts onto a ``Surface``: no file, no font of matplotlib's own.

Artists can be drawn, and any simple figure (lines, bars, dots, texts) of 72 dots per inch, so that a dot is a point.
Texts are measured and set by the document, as typed: a dollar sign is a dollar sign and no formula. A surface has no
transparency, so a colour's alpha is mixed with white paper; a clipping path clips by its bounding box. Raster images
are refused.

Importing this module imports matplotlib: only ``chart`` does so, when it draws.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, Literal

from matplotlib.artist import Artist
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.transforms import Transform

from briefing.errors import Diagnostic, LayoutError
from briefing.model import Measure, PathMark, PathStep, Surface, TextStyle

__all__ = ["SurfaceRenderer", "draw_artists"]

Colour = Sequence[float]
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

    def draw_path(
        self,
        gc: GraphicsContextBase,
        path: Path,
        transform: Transform,
        rgbFace: Any = None,  # noqa: N803
    ) -> None:
        """Fill and stroke a path given in any coordinates; matplotlib calls it with its own name for the fill."""
        steps = _steps(path, transform)
        line_width = gc.get_linewidth()
        stroke = _hex(gc.get_rgb(), gc.get_alpha()) if line_width > 0 else None
        invisible = rgbFace is None or (len(rgbFace) == 4 and rgbFace[3] == 0)
        fill = None if invisible else _hex(rgbFace, _alpha(gc, rgbFace))
        if not steps or (fill is None and stroke is None):
            return
        dashes: Any = gc.get_dashes()[1]
        mark = PathMark(
            tuple(steps),
            fill=fill,
            stroke=stroke,
            width=line_width,
            dash=tuple(float(each) for each in dashes or ()),
            cap=_cap(str(gc.get_capstyle())),
            clip=_clip(gc),
        )
        self.surface.path(mark)

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
        """Set one line of text with its baseline at a place."""
        style = _style(prop, _hex(gc.get_rgb(), gc.get_alpha()))
        self.surface.text(float(x), float(y), _without_formula(s), style, angle=float(angle))

    def draw_image(self, gc: GraphicsContextBase, x: float, y: float, im: Any, transform: Any = None) -> None:
        """Refuse a raster image: at the size of print its dots would be seen, and its colours may not conform.

        Raises:
            LayoutError: always.
        """
        message = "This drawing holds an image made of dots, and a drawing is made of lines, areas and texts."
        hint = "Draw areas instead, or put the image into the article as a picture."
        raise LayoutError(Diagnostic("error", "image-in-drawing", message, hint=hint))

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


def _hex(colour: Colour, alpha: float | None) -> str:
    """Mix a colour of parts from 0 to 1 with white paper and write it as ``#rrggbb``."""
    share = 1.0 if alpha is None else float(alpha)
    parts = (round(255 * (1 - share + share * float(part))) for part in colour[:3])
    return "#" + "".join(f"{part:02x}" for part in parts)


def _alpha(gc: GraphicsContextBase, face: Colour) -> float | None:
    """Tell the alpha of an area: the artist's where it was set for the whole, else the colour's own."""
    forced = gc.get_forced_alpha()
    return gc.get_alpha() if forced or len(face) < 4 else float(face[3])


def _cap(name: str) -> Literal["butt", "round", "square"]:
    return "round" if name == "round" else "square" if name == "projecting" else "butt"


def _clip(gc: GraphicsContextBase) -> tuple[float, float, float, float] | None:
    """Find the rectangle that clips: the artist's, or the bounding box of its clipping path."""
    rectangle = gc.get_clip_rectangle()
    path: Any
    path, transform = gc.get_clip_path()
    if rectangle is None and path is not None:
        rectangle = path.get_extents(transform)
    if rectangle is None:
        return None
    x, y, width, height = (float(each) for each in rectangle.bounds)
    return x, y, width, height


def _style(font: FontProperties, colour: str) -> TextStyle:
    weight = font.get_weight()
    bold = weight in NAMED_WEIGHTS if isinstance(weight, str) else weight >= BOLD_FROM
    italic = font.get_style() in ("italic", "oblique")
    return TextStyle(float(font.get_size_in_points()), bold=bold, italic=italic, colour=colour)
