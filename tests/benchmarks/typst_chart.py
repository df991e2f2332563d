"""A chart's marks as simple shapes and texts of Typst."""

from __future__ import annotations

from math import inf

from briefing.model import Drawing, PathMark, PathStep, TextStyle

__all__ = ["chart_markup"]

_WIDTH = 481.9
"""Points between the margins."""
_STEPS = {"move": "curve.move", "line": "curve.line", "curve": "curve.cubic", "close": "curve.close"}


def chart_markup(drawing: Drawing) -> str:
    """Write a box with the marks of a drawing."""
    measure = _Letters()
    placed = drawing.placed(_WIDTH, measure, inf)
    height = sum(placed.strips)
    surface = _Marks(height)
    placed.draw(surface, 0, len(placed.strips))
    return f"block(width: 100%, height: {height:.2f}pt, {{\n  {chr(10).join(surface.marks)}\n}})"


class _Letters:
    """Measures as if all letters of a size had one width, which is near enough to place labels."""

    def width(self, text: str, style: TextStyle) -> float:
        return len(text) * style.size * (0.5 if style.bold else 0.47)

    def ascent(self, style: TextStyle) -> float:
        return style.size * 0.75

    def descent(self, style: TextStyle) -> float:
        return style.size * 0.25

    def capitals(self, style: TextStyle) -> float:
        return self.ascent(style)

    def reach(self, text: str, style: TextStyle) -> tuple[float, float]:
        return self.descent(style), self.ascent(style)


class _Marks:
    """Takes marks and writes each as one call."""

    def __init__(self, height: float) -> None:
        self.height = height
        self.marks: list[str] = []

    def path(self, path: PathMark) -> None:
        dashes = f"({', '.join(f'{each:.2f}pt' for each in path.dash)})" if path.dash else "none"
        line = f"stroke-of({_colour(path.stroke)}, {path.width:.2f}pt, {dashes})" if path.stroke else "none"
        self.marks.append(f"drawn({_colour(path.fill)}, {line}, {', '.join(map(self._step, path.steps))})")

    def text(self, x: float, y: float, text: str, style: TextStyle, *, angle: float = 0.0) -> None:
        weight = 600 if style.bold else 400
        words = text.replace("\\", "\\\\").replace('"', '\\"')
        place = f"{x:.2f}pt, {self.height - y:.2f}pt, {style.size:.2f}pt"
        self.marks.append(f'lettered({place}, {weight}, {_colour(style.colour)}, "{words}")')

    def _step(self, step: PathStep) -> str:
        name, values = step
        pairs = zip(values[::2], values[1::2], strict=True)
        return f"{_STEPS[name]}({', '.join(f'({x:.2f}pt, {self.height - y:.2f}pt)' for x, y in pairs)})"


def _colour(colour: str | None) -> str:
    return f'rgb("{colour}")' if colour else "none"
