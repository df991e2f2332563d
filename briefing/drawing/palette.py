"""The colours and sizes of a chart."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model import Ink, TextStyle

__all__ = ["Lettering", "Palette"]


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours, each ``#rrggbb``. Shape and label carry the meaning; a colour only repeats it."""

    structure: str = "#123a45"
    """Axis, marks, bars; 3:1 on the paper at least."""
    accent: str = "#a3260f"
    """Stressed events and numbers of sources; 4.5:1 on the paper, for letters are set in it."""
    ink: str = "#1a1a1a"
    """Texts; 4.5:1."""
    muted: str = "#55666c"
    """Leaders and the figures on the axis; 4.5:1."""
    outlined: bool = False
    """Bars and dots are outlines and only stressed ones are filled, where no colour tells them apart."""

    def inks(self, *, accented: bool) -> tuple[Ink, ...]:
        """Colours of a chart, with or without the accent: texts are set in each of them."""
        names = ("structure", "ink", "muted", *(("accent",) if accented else ()))
        return tuple(Ink(name, getattr(self, name), for_text=True) for name in names)


@dataclass(frozen=True, slots=True)
class Lettering:
    """The styles of a chart's texts, made of one size."""

    size: float
    """Points."""
    palette: Palette
    least: float = 0.0
    """Points of the smallest text."""

    @property
    def leading(self) -> float:
        """From one baseline to the next."""
        return self.size * 1.25

    def date(self, *, stressed: bool) -> TextStyle:
        """Style of the date over a label."""
        return TextStyle(self.size, bold=True, colour=self.palette.accent if stressed else self.palette.structure)

    @property
    def date_again(self) -> TextStyle:
        """Style of a date that the event before has too."""
        return TextStyle(self.size, colour=self.palette.muted)

    def text(self, *, stressed: bool) -> TextStyle:
        """Style of what happened."""
        return TextStyle(self.size, bold=stressed, colour=self.palette.ink)

    @property
    def mark(self) -> TextStyle:
        """Style of the numbers of sources, raised behind a text."""
        return TextStyle(max(self.size * 0.75, self.least), bold=True, colour=self.palette.accent)

    @property
    def tick(self) -> TextStyle:
        """Style of the figures on the axis."""
        return TextStyle(max(self.size * 0.94, self.least), colour=self.palette.muted)
