"""A drawing that is placed for usual print, and drawn several times as large: words, signs and strokes alike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from briefing.errors import Diagnostic
from briefing.model import Drawing, Ink, Measure, PathMark, PathStep, PlacedDrawing, Surface, TextStyle

__all__ = ["Magnified"]


@dataclass(frozen=True)
class Magnified:
    """A ``Drawing``, so many ``times`` as large as another on a page that is as much smaller."""

    drawing: Drawing
    times: float

    @property
    def inks(self) -> tuple[Ink, ...]:
        """Those of the drawing."""
        return self.drawing.inks

    def placed(self, width: float, measure: Measure, limit: float) -> PlacedDrawing:
        """Place everything for a width in points; see ``Drawing``."""
        return _Placed(self.drawing, self.times, width, measure, limit)


@dataclass(frozen=True)
class _Placed:
    """A ``PlacedDrawing``."""

    drawing: Drawing
    times: float
    width: float
    measure: Measure = field(repr=False)
    limit: float

    @cached_property
    def _small(self) -> PlacedDrawing:
        return self.drawing.placed(self.width / self.times, self.measure, self.limit / self.times)

    @property
    def strips(self) -> tuple[float, ...]:
        return tuple(each * self.times for each in self._small.strips)

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        return self._small.problems

    def draw(self, surface: Surface, first: int, last: int) -> None:
        self._small.draw(_Lens(surface, self.times), first, last)

    def alternative(self, first: int, last: int, part: int, parts: int) -> str:
        return self._small.alternative(first, last, part, parts)


class _Lens:
    """A ``Surface`` that passes marks on to another, larger."""

    def __init__(self, surface: Surface, times: float) -> None:
        self._surface, self._times = surface, times

    def path(self, path: PathMark) -> None:
        times, (left, bottom, width, height) = self._times, path.clip or (0.0, 0.0, 0.0, 0.0)
        self._surface.path(
            replace(
                path,
                steps=self._steps(path.steps),
                width=path.width * times,
                dash=tuple(each * times for each in path.dash),
                clip=path.clip and (left * times, bottom * times, width * times, height * times),
                window=self._steps(path.window),
            )
        )

    def _steps(self, steps: Iterable[PathStep]) -> tuple[PathStep, ...]:
        return tuple((step, tuple(each * self._times for each in numbers)) for step, numbers in steps)

    def text(self, x: float, y: float, text: str, style: TextStyle, *, angle: float = 0.0) -> None:
        times = self._times
        self._surface.text(x * times, y * times, text, replace(style, size=style.size * times), angle=angle)
