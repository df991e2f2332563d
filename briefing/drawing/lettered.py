"""A line of text among matplotlib's artists."""

from __future__ import annotations

from matplotlib.artist import Artist
from matplotlib.backend_bases import RendererBase

from briefing.drawing.renderer import SurfaceRenderer
from briefing.model import TextStyle

__all__ = ["Lettered"]


class Lettered(Artist):
    """A line of text that the document sets in its own font, with nothing asked of matplotlib's."""

    def __init__(self, x: float, y: float, text: str, style: TextStyle) -> None:
        """Take the place of the baseline's beginning in points, and a style of the document."""
        super().__init__()
        self._place, self._text, self._style = (x, y), text, style

    def draw(self, renderer: RendererBase) -> None:
        """Set the line, at the place that was measured for it."""
        if isinstance(renderer, SurfaceRenderer):
            renderer.surface.text(*self._place, self._text, self._style)
