"""Runs, the boxes that are shaped of them, and the words that boxes make."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Literal, NamedTuple

from briefing.errors import Position
from briefing.theme import Style
from briefing.typesetting.fonts import Font, Glyph, ShapedText
from briefing.typesetting.text.joining import APART, Beside

__all__ = ["Box", "Direction", "Isolate", "Run", "Word", "box_of", "boxing", "text_box"]

Direction = Literal["ltr", "rtl"]


class Isolate(NamedTuple):
    """An element that stands for itself among words of both directions, such as a number. See: UAX #9, BD9."""

    node: int
    """Its number."""
    way: Direction
    """Direction inside it."""


class Run(NamedTuple):
    """Text of one look that belongs to one node."""

    text: str
    node: int
    """Number of the text's node, counted from that of its block; so are the others."""
    style: Style
    font: Font
    features: tuple[str, ...]
    language: str
    link: int = -1
    """Number of the ``a`` around it."""
    href: str = ""
    note: str = ""
    """Id of the footnote whose marker this is."""
    fill: str = ""
    """Page number wanted here instead of a text."""
    anchor: str = ""
    isolates: tuple[Isolate, ...] = ()
    """Those around it, the outermost first."""
    level: int = 0
    """Embedding level: odd from right to left. See: UAX #9, BD2."""
    breaks: tuple[int, ...] = ()
    """Offsets in the text at which a line may end although no space stands there."""
    position: Position | None = None
    leading: float = 0.0
    """Points from line to line that its font needs, where these are more than those of other fonts."""

    @property
    def right_to_left(self) -> bool:
        """Whether its letters run from right to left."""
        return self.level % 2 == 1


class Box(NamedTuple):
    """A piece of a word in one run."""

    run: Run
    shaped: ShapedText
    """Empty where a page number will stand."""
    width: float
    """Points."""

    @property
    def glyphs(self) -> tuple[Glyph, ...]:
        """What stands in it, from left to right."""
        return self.shaped.glyphs


class Word(NamedTuple):
    """Boxes that stay on one line, in the order in which they are read, with the space that may follow."""

    boxes: tuple[Box, ...]
    width: float
    """Points, without the space."""
    space: Box | None = None
    ends_line: bool = False
    """A ``br`` follows."""


def text_box(run: Run, text: str, beside: Beside = APART) -> Box:
    """Shape a text as its run wants it."""
    before, after = beside
    shaped = run.font.shape(
        text, run.features, run.language, right_to_left=run.right_to_left, before=before, after=after
    )
    return box_of(run, shaped)


def boxing(run: Run) -> Callable[[str], Box]:
    """Prepare ``text_box`` for many words of one run."""
    style = run.style
    if run.right_to_left or style.tracking:
        return partial(text_box, run)
    shape, features, language, size = run.font.shape, run.features, run.language, style.size

    def box(text: str) -> Box:
        shaped = shape(text, features, language)
        return Box(run, shaped, shaped.advance * size / 1000)

    return box


def box_of(run: Run, shaped: ShapedText) -> Box:
    """Give a shaped text the size and tracking of its run."""
    style = run.style
    return Box(run, shaped, shaped.advance * style.size / 1000 + style.tracking * len(shaped))
