"""The block that is a QR code."""

from __future__ import annotations

from math import ceil

import segno

from briefing.errors import Diagnostic, Position
from briefing.memory import FORGETFUL, Memory
from briefing.theme import QUIET_ZONE, Style, least_module, least_side
from briefing.typesetting.blocks.block import Strip
from briefing.typesetting.blocks.media import FigureBlock, wanted_width
from briefing.typesetting.recording import Recorder

__all__ = ["QrBlock"]

_MM = 72 / 25.4
_SAME = 0.001
"""Points that nobody sees."""
_CAPACITIES = (11, 20, 32, 46, 60, 74, 86, 108, 130, 151, 177, 203, 241, 258, 292)
"""Bytes that codes of level Q hold, the smallest code first. See: ISO/IEC 18004, table 7."""
_SMALLEST, _STEP = 21, 4
"""Modules a side of the smallest code, and by how much the next one has more."""


class QrBlock(FigureBlock):
    """A QR code of level Q or better in black on a white ground, its quiet zone included."""

    name = "QR code"

    def __init__(
        self,
        text: str,
        node: int,
        style: Style,
        *,
        wanted: str,
        diagnostics: list[Diagnostic],
        memory: Memory = FORGETFUL,
        ornament: bool = False,
        position: Position | None,
    ) -> None:
        super().__init__(node, style, ornament=ornament, position=position)
        self._wanted, self._diagnostics = wanted, diagnostics
        self._text, self._modules = text, self._encode(text, memory)

    def _encode(self, text: str, memory: Memory) -> tuple[bytes, ...]:
        """Rows of modules, dark where not zero; none where the text is too long."""
        try:
            return memory.recall(_modules, text)
        except segno.DataOverflowError:
            message = f"The link has {len(text)} characters: too long for a code that paper can carry."
            self._refuse("qr-too-long", message, "Use a shorter link.")
        except UnicodeEncodeError:
            self._refuse("qr-letters", "The link holds half a character, which no code can carry.")
        return ()

    def _refuse(self, name: str, message: str, hint: str = "") -> None:
        self._diagnostics.append(Diagnostic("error", name, message, self.position, hint))

    def _side(self, width: float) -> float:
        return min(wanted_width(self._wanted, width), width)

    def _least(self) -> float:
        return least_side(self.style.reading_distance, len(self._modules))

    def natural_width(self) -> tuple[float, float]:
        """The least is the best: what a phone reads from where its owner stands."""
        return self._least(), self._least()

    def measure(self, width: float) -> tuple[Strip, ...]:
        """One strip, square."""
        side = self._side(width)
        if self._modules and side < self._least() - _SAME:
            self._refuse("qr-too-small", self._too_small(side), self._way_out(side))
        return (Strip(side),)

    def _too_small(self, side: float) -> str:
        distance, across = self.style.reading_distance, len(self._modules) + 2 * QUIET_ZONE
        away, least = f"{distance / _MM / 1000:g} m", least_module(distance)
        if across * least >= self._least() - _SAME:
            module = f"The QR code's modules are {side / across / _MM:.2f} mm wide"
            return f"{module}; to read them from {away} away, phones need {least / _MM:.2f} mm."
        wide = f"The QR code is {side / _MM:.1f} mm wide"
        return f"{wide}; to read it from {away} away, phones need {self._least() / _MM:.0f} mm."

    def _way_out(self, side: float) -> str:
        give = f"Give it {ceil(self._least() / _MM - _SAME)} mm in the theme"
        distance = self.style.reading_distance
        sizes = (least_side(distance, _SMALLEST + _STEP * index) for index in range(len(_CAPACITIES)))
        held = [count for count, least in zip(_CAPACITIES, sizes, strict=True) if least <= side + _SAME]
        if held:
            return f"{give}, or use a shorter link, of at most {held[-1]} letters."
        return f"{give}; if it is read from nearer, say how near with reading_distance_mm."

    def draw_strips(self, canvas: Recorder, width: float, first: int, last: int) -> None:
        """Fill the ground, then runs of dark modules row by row as one path."""
        side = self._side(width)
        module = side / (len(self._modules) + 2 * QUIET_ZONE)
        with self.at_start(canvas, side, width), self.figure(canvas, side, side):
            canvas.code(self._text, side, self.position)
            canvas.fill_box(0, 0, side, side, "#ffffff")
            canvas.setFillColorRGB(0, 0, 0)
            path = canvas.beginPath()
            for row, values in enumerate(self._modules):
                y = side - (row + 1 + QUIET_ZONE) * module
                for start, length in _runs(values):
                    path.rect((start + QUIET_ZONE) * module, y, length * module, module)
            canvas.drawPath(path, stroke=0, fill=1)


def _modules(text: str) -> tuple[bytes, ...]:
    """Encode a text; a byte a module."""
    return tuple(bytes(row) for row in segno.make(text, error="q", micro=False).matrix)


def _runs(values: bytes) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for index, dark in enumerate(values):
        if dark and runs and sum(runs[-1]) == index:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        elif dark:
            runs.append((index, 1))
    return runs
