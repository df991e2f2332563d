"""Shaped texts → the operators that show them: codes, what kerning moves, what stands off the baseline.

See: ISO 32000-1, 9.3.7 (text rise), 9.4.3 (text-showing operators).
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.pdf.fonts import FontUse
from briefing.pdf.objects import number
from briefing.typesetting import ShapedText

__all__ = ["TextWriter"]

_LEAST_MOVE = 0.5
"""Thousandths of the size; what kerning moves less than this waits for more."""


class TextWriter:
    """Writes texts in one font at one size. Each is written once, for most words of a document come again."""

    def __init__(self, use: FontUse, size: float) -> None:
        self._use, self._size = use, size
        self.choice = b"/%s %s Tf" % (use.label.encode(), number(size))
        """The operator that chooses font and size."""
        self._written: dict[ShapedText, str] = {}

    def show(self, texts: Sequence[ShapedText]) -> bytes:
        """Write the operators that show texts, one after the other: one ``TJ`` for each height of glyphs."""
        operators = f"[<{''.join([self._inside(text) for text in texts])}>] TJ"
        return (_without_empty(operators) if "<>" in operators else operators).encode("ascii")

    def _inside(self, text: ShapedText) -> str:
        found = self._written.get(text)
        if found is None:
            found = self._written[text] = self._write(text)
        return found

    def _write(self, text: ShapedText) -> str:
        """Write what stands inside a string of ``TJ``; where something else is needed the string ends and begins."""
        font, code, parts = self._use.font, self._use.code, []
        move = height = 0.0
        for glyph, meaning, advance, dx, dy in text.rows():
            if dy != height:
                height = dy
                parts.append(_rise(height * self._size / 1000))
            move += dx
            if abs(move) >= _LEAST_MOVE:
                parts.append(_move(move))
                move = 0.0
            parts.append(f"{code(glyph, meaning):04X}")
            move += advance - font.advance(glyph) - dx
        # The next text begins where this one ends, on the baseline.
        parts += [_move(move)] if abs(move) >= _LEAST_MOVE else []
        parts += [_rise(0.0)] if height else []
        return "".join(parts)


def _move(thousandths: float) -> str:
    return f"> {number(-thousandths).decode()} <"


def _rise(points: float) -> str:
    return f">] TJ {number(points).decode()} Ts [<"


def _without_empty(operators: str) -> str:
    """Drop strings without a glyph, and arrays that held nothing else."""
    return operators.replace("[<>] TJ", "").replace("<> ", "").replace(" <>", "").strip()
