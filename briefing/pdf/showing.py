"""Shaped texts → the operators that show them: codes, what kerning moves, what stands off the baseline.

See: ISO 32000-1, 9.3.7 (text rise), 9.4.3 (text-showing operators).
"""

from __future__ import annotations

from collections.abc import Iterable
from math import cos, radians, sin

from briefing.pdf.codes import NOTHING, Pair, ShownGlyph
from briefing.pdf.inks import fill_operator
from briefing.pdf.objects import decimal
from briefing.typesetting import Font, ShapedText, Show

__all__ = ["TextWriter"]

_LEAST_MOVE = 0.5
"""Thousandths of the size; what kerning moves less than this waits for more."""
_MOST_WRITTEN = 50_000
"""Texts that a writer keeps written: as many as a font keeps shaped."""


class TextWriter:
    """Writes texts in one font. Each is written once, for most words of a document come again.

    What it writes is a function of what it is made of; it may serve many documents.
    """

    def __init__(self, font: Font, label: str, spare: tuple[ShownGlyph, ...]) -> None:
        """Write in a font that the pages' resources know by a label; ``spare`` are the codes that are no glyph's id."""
        self.font = font
        self._label = label
        self._glyphs = _Glyphs(font, spare)
        self._written: dict[ShapedText, str] = {}
        self._moves: dict[float, str] = {}
        self._choices: dict[tuple[str, float, float], str] = {}

    def show(self, show: Show) -> str:
        """Write the operators that show texts, one after the other: one ``TJ`` for each height of glyphs."""
        operators = f"[<{self._inside(show.texts, show.size)}>] TJ"
        operators = _without_empty(operators) if "<>" in operators else operators
        end = " 0 Tc ET" if show.tracking else " ET"
        return f"{self._choice(show)}{_turn(show.angle)} {decimal(show.x)} {decimal(show.y)} Tm {operators}{end}"

    def _choice(self, show: Show) -> str:
        """Write the operators that choose colour, font, size and tracking."""
        key = (show.colour, show.size, show.tracking)
        found = self._choices.get(key)
        if found is None:
            colour = fill_operator(show.colour)
            tracking = f"{decimal(show.tracking)} Tc " if show.tracking else ""
            found = self._choices[key] = f"BT {colour} /{self._label} {decimal(show.size)} Tf {tracking}"
        return found

    def _inside(self, texts: Iterable[ShapedText], size: float) -> str:
        written = self._written
        try:
            return "".join([written[text] for text in texts])
        except KeyError:
            return "".join([written.get(text) or self._write(text, size) for text in texts])

    def _write(self, text: ShapedText, size: float) -> str:
        """Write what stands inside a string of ``TJ``; where something else is needed the string ends and begins."""
        parts: list[str] = []
        move = height = 0.0
        for glyph, meaning, advance, dx, dy in text.rows():
            code, own_advance = self._glyphs[glyph, meaning]
            if dy != height:
                height = dy
                parts.append(_rise(height * size / 1000))
            move += dx
            if move >= _LEAST_MOVE or move <= -_LEAST_MOVE:
                parts.append(self._move(move))
                move = 0.0
            parts.append(code)
            move += advance - own_advance - dx
        # The next text begins where this one ends, on the baseline.
        parts += [self._move(move)] if abs(move) >= _LEAST_MOVE else []
        parts += [_rise(0.0)] if height else []
        return self._kept(text, "".join(parts))

    def _kept(self, text: ShapedText, written: str) -> str:
        """Keep what is written of a text, unless how it is written depends on the size."""
        if "Ts" not in written:
            if len(self._written) >= _MOST_WRITTEN:
                self._written.clear()
                self._moves.clear()
            self._written[text] = written
        return written

    def _move(self, thousandths: float) -> str:
        found = self._moves.get(thousandths)
        if found is None:
            found = self._moves[thousandths] = f"> {decimal(-thousandths)} <"
        return found


class _Glyphs(dict[Pair, tuple[str, float]]):
    """The code of a glyph that stands for a text, as it is written, and its advance in the font."""

    def __init__(self, font: Font, spare: Iterable[ShownGlyph]) -> None:
        self._font = font
        self._spare = {(glyph, meaning): code for code, glyph, meaning in spare}

    def __missing__(self, pair: Pair) -> tuple[str, float]:
        glyph, meaning = pair
        code = self._spare.get((glyph, meaning or NOTHING), glyph)
        found = self[pair] = f"{code:04X}", self._font.advance(glyph)
        return found


def _turn(degrees: float) -> str:
    if not degrees:
        return "1 0 0 1"
    c, s = cos(radians(degrees)), sin(radians(degrees))
    return " ".join(map(decimal, (c, s, -s, c)))


def _rise(points: float) -> str:
    return f">] TJ {decimal(points)} Ts [<"


def _without_empty(operators: str) -> str:
    """Drop strings without a glyph, and arrays that held nothing else."""
    return operators.replace("[<>] TJ", "").replace("<> ", "").replace(" <>", "").strip()
