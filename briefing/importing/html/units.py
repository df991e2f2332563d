"""A page as the parts that its text stands in, in reading order, so that each can be kept or taken off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from lxml.html import HtmlElement

from briefing.importing.trees import BLOCKS, is_unseen

__all__ = ["RUN", "Unit", "runs_of", "units_of", "words_in"]

RUN = 3
"""Words that are compared together."""

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_]+")
_UNSEEN_LETTERS = str.maketrans("", "", "\u00ad\u200b\u200c\u200d\u2060\ufeff")


@dataclass(frozen=True, eq=False)
class Unit:
    """Text that stands together: what a block says before, between or after the blocks in it."""

    block: HtmlElement
    texts: list[tuple[HtmlElement, bool]] = field(default_factory=list)
    """Elements, each with whether it is the text in it (or that behind it)."""
    pieces: list[str] = field(default_factory=list)
    linked: list[str] = field(default_factory=list)
    """Those of the pieces that stand in links."""
    images: list[HtmlElement] = field(default_factory=list)

    @cached_property
    def text(self) -> str:
        """The text, spaces as one."""
        return " ".join("".join(self.pieces).split())

    @cached_property
    def words(self) -> tuple[str, ...]:
        """What is compared: runs of letters and digits, and ideographs one by one."""
        return words_in("".join(self.pieces))

    @property
    def link_share(self) -> float:
        """How much of the text are links."""
        return len("".join(self.linked).strip()) / max(len("".join(self.pieces).strip()), 1)

    def take_off(self) -> None:
        """Take the text and the pictures off the page."""
        for element, inside in self.texts:
            if inside:
                element.text = None
            else:
                element.tail = None
        for image in self.images:
            image.set("hidden", "")


def words_in(text: str) -> tuple[str, ...]:
    """List the words of a text, letters that are not seen left out."""
    return tuple(_WORD.findall(text.translate(_UNSEEN_LETTERS)))


def runs_of(words: Sequence[str]) -> list[tuple[str, ...]]:
    """List the words of a text three at a time, each with the two behind it."""
    return [tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1)]


def units_of(root: HtmlElement) -> list[Unit]:
    """List the parts of what a reader sees of a page, in reading order."""
    found: list[Unit] = []
    for piece in _pieces(root):
        if piece.is_image:
            found.append(Unit(piece.block, images=[piece.element]))
            continue
        if not found or found[-1].block is not piece.block or found[-1].images or piece.after_break:
            if not piece.text.strip():
                continue
            found.append(Unit(piece.block))
        found[-1].texts.append((piece.element, piece.inside))
        found[-1].pieces.append(piece.text)
        if piece.in_link:
            found[-1].linked.append(piece.text)
    return found


class _Piece(NamedTuple):
    """A text of the tree, or a picture."""

    block: HtmlElement
    element: HtmlElement
    inside: bool
    """Whether it is the text at the beginning of the element (or that behind it)."""
    in_link: bool
    is_image: bool = False
    after_break: bool = False
    """Whether two ends of lines stand before it, which old pages have for a paragraph."""

    @property
    def text(self) -> str:
        return (self.element.text if self.inside else self.element.tail) or ""


@dataclass
class _Open:
    """An element whose children are being passed."""

    children: Iterator[HtmlElement]
    block: HtmlElement
    in_link: bool
    breaks: int = 0
    """Ends of lines in a row."""
    passed: HtmlElement | None = None
    """The child whose tail comes next."""


def _pieces(root: HtmlElement) -> Iterator[_Piece]:
    """Yield each text with the block it stands in, and each picture, in time that does not grow with the depth."""
    yield _Piece(root, root, inside=True, in_link=False)
    opened = [_Open(iter(root), root, in_link=False)]
    while opened:
        above = opened[-1]
        if above.passed is not None:
            yield _tail(above, above.passed)
        above.passed = child = next(above.children, None)
        if child is None:
            opened.pop()
        elif not is_unseen(child):
            is_image = child.tag == "img"
            block = child if child.tag in BLOCKS and not is_image else above.block
            in_link = above.in_link or child.tag == "a"
            yield _Piece(block, child, inside=True, in_link=in_link, is_image=is_image)
            if not is_image:
                opened.append(_Open(iter(child), block, in_link))


def _tail(above: _Open, child: HtmlElement) -> _Piece:
    above.breaks = above.breaks + 1 if child.tag == "br" else 0
    piece = _Piece(above.block, child, inside=False, in_link=above.in_link, after_break=above.breaks > 1)
    if piece.text.strip():
        above.breaks = 0
    return piece
