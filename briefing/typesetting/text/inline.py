"""What stands in a paragraph: a node's text as runs of one style, cut into words that stay together.

A run remembers the text node that its marks belong to, so that tags come from the tree.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import NamedTuple

from briefing.errors import Diagnostic
from briefing.model import digits_of
from briefing.theme import Style, Theme
from briefing.typesetting.fonts import FontLibrary, Glyph, ShapedText, features_of
from briefing.typesetting.text.contrast import check_contrast
from briefing.typesetting.text.hidden import refuse_hidden
from briefing.typesetting.text.itemising import Itemiser
from briefing.typesetting.text.joining import APART, Beside, joined
from briefing.typesetting.text.letters import Unset
from briefing.typesetting.text.runs import Box, Direction, Isolate, Run, Word, box_of, boxing, text_box
from briefing.typesetting.tree import TreeNode

__all__ = ["InlineReader", "Text", "digits_in"]

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+\.\S+/\S*|\S+@\S+\.\S+")
_AFTER = re.compile(r"(?:(?<=[^\W\d]{3})-|(?<=[\)\]’”\".,;:!?])-|(?<=[\w\)\]’”\".,;:!?])–)(?=\w)(?!\d{1,2}\b)|—|\u200b")
"""After a hyphen that three letters stand before, so that no line ends in al- or e-; after a dash, but not in 3–9."""
_IN_ADDRESS = re.compile(r"(?<=[^/:])/+(?=[^/])|(?<=\w)(?=[-_?=&#%~@])|(?<=@)(?=\w)")
"""After a slash and before the other signs, so that no hyphen at a line's end is taken for one of ours."""
_BREAKING = re.compile("[-–—\u200b/_?=&#%~@]")
"""Signs without one of which a line breaks in no word."""
_WORDS = re.compile(r"([^ \n\t]*)([ \n\t]*)")
"""A word and the space after it; one of the two may be missing."""
_ISOLATED = frozenset({"citation", "noteref", "note-mark"})
"""Classes of links that are numbers: two in a row are two, from right to left as well."""
_TIED = 2
"""A number of so few figures stays with the word after it: 9 September, 6 pm."""


class Text(NamedTuple):
    """What stands in a paragraph."""

    words: list[Word]
    """In reading order."""
    leading: float
    """Points from line to line that its fonts need at least."""


class _Around(NamedTuple):
    """What the elements around a text make of it."""

    style: Style
    language: str
    link: TreeNode | None = None
    isolates: tuple[Isolate, ...] = ()


class InlineReader:
    """Turns the inline content of nodes into words. Collects what cannot be shown.

    ``figures`` is how many a page number may have, and ``own_figures`` how many that of the page itself has, or 0 where
    it may have as many; nodes are counted from the number ``base``.
    """

    def __init__(
        self,
        theme: Theme,
        fonts: FontLibrary,
        diagnostics: list[Diagnostic],
        *,
        figures: int,
        own_figures: int = 0,
        unset: Unset,
        base: int,
    ) -> None:
        self._theme = theme
        self._figures, self._own_figures = figures, own_figures or figures
        self._fonts = fonts
        self._diagnostics = diagnostics
        self._unset = unset
        self._base = base
        self._itemiser = Itemiser(fonts, unset)

    def text(self, nodes: list[TreeNode], style: Style, language: str) -> Text:
        """Cut inline nodes into words."""
        self._unset.begin_paragraph()
        runs: list[Run | None] = []
        around = _Around(style, language)
        for node in nodes:
            runs.extend(self._runs(node, around))
        itemised = list(self._itemiser.itemised(runs, style.direction))
        return Text(_Cutter(self._figures, self._own_figures).cut(itemised), _leading([run for run in itemised if run]))

    def _runs(self, node: TreeNode, around: _Around) -> Iterator[Run | None]:
        if not node.tag:
            yield self._run(node, node.text, around)
            return
        if node.tag == "br":
            yield None
            return
        inside = self._inside(node, around)
        if node.get("data-fill"):
            yield self._run(node, "", inside, fill=node.get("data-fill"))
        for child in node.children:
            yield from self._runs(child, inside)

    def _inside(self, node: TreeNode, around: _Around) -> _Around:
        """Tell what an element is to what stands in it."""
        style = _raised_as(around.style, self._theme.style(node.tag, node.classes, around.style))
        check_contrast(node, style, self._diagnostics)
        refuse_hidden(node, style, self._diagnostics)
        link, isolates = node if node.tag == "a" else around.link, around.isolates
        if _is_isolated(node):
            way: Direction = "rtl" if node.get("dir", style.direction) == "rtl" else "ltr"
            isolates = (*isolates, Isolate(node.number - self._base, way))
        return _Around(style, node.get("lang", around.language), link, isolates)

    def _run(self, node: TreeNode, text: str, around: _Around, fill: str = "") -> Run:
        style, language, link, isolates = around
        href = link.get("href") if link else ""
        return Run(
            text,
            node.number - self._base,
            style,
            self._fonts.font(style),
            features_of(style),
            language,
            link=link.number - self._base if link else -1,
            href=href,
            note=href[1:] if link and "noteref" in link.classes else "",
            fill=fill,
            anchor=link.get("id") if link else "",
            isolates=isolates,
            position=node.position,
        )


def _leading(runs: list[Run]) -> float:
    """Find the leading that most of a paragraph needs: one foreign word leaves the lines where they are."""
    tall = [run for run in runs if run.leading]
    if 2 * sum(len(run.text) for run in tall) <= sum(len(run.text) for run in runs):
        return 0.0
    return max((run.leading for run in tall), default=0.0)


def _is_isolated(node: TreeNode) -> bool:
    """Tell whether an element has a direction of its own: numbers of sources and notes, and what says so."""
    return bool(node.get("dir")) or not _ISOLATED.isdisjoint(node.classes)


def _raised_as(around: Style, style: Style) -> Style:
    """Keep what an inline element says of the line to those inside it that do not say otherwise."""
    if not (around.rise or around.unbroken):
        return style
    return replace(style, rise=style.rise or around.rise, unbroken=style.unbroken or around.unbroken)


class _Stretch:
    """Runs that differ in their node alone. They are cut and shaped as one text, so that nothing moves where an
    abbreviation or another unseen element begins.
    """

    def __init__(self, runs: list[Run], beside: Beside) -> None:
        self._runs, self._beside = runs, beside
        self.first = runs[0]
        self.text = "".join(run.text for run in runs)
        self._ends = list(accumulate(len(run.text) for run in runs))
        starts = (0, *self._ends)
        self.breaks = tuple(start + each for run, start in zip(runs, starts, strict=False) for each in run.breaks)
        self._spaces = [text_box(run, " ") for run in runs]

    @property
    def is_plain(self) -> bool:
        """Whether it is one run, whose lines break at its spaces alone: so is most text."""
        if len(self._runs) > 1 or not self.text or self._beside != APART:
            return False
        return not (self.breaks or _BREAKING.search(self.text))

    def _run_at(self, offset: int) -> Run:
        """Find the run of a character."""
        return self._runs[bisect_right(self._ends, offset)]

    def space(self, offset: int) -> Box:
        """Find the space that stands for one or several from a place on."""
        return self._spaces[bisect_right(self._ends, offset)]

    def boxes(self, start: int, end: int) -> list[Box]:
        """Shape a piece of the text; one box for each run that it stands in."""
        run, text, beside = self._run_at(start), self.text[start:end], self._beside_piece(start, end)
        whole = text_box(run, text, beside)
        if len(self._runs) == 1 or not any(start < cut < end for cut in self._ends):
            return [whole]
        cuts = [start, *(cut for cut in self._ends if start < cut < end), end]
        shares = _shared(whole.glyphs, cuts, run.right_to_left)
        runs, texts = map(self._run_at, cuts[:-1]), [self.text[cut:after] for cut, after in pairwise(cuts)]
        if len(shares) < len(texts):
            return list(map(text_box, runs, texts, joined(texts, beside)))
        return [box_of(run, ShapedText.of(glyphs)) for run, glyphs in zip(runs, shares, strict=True)]

    def _beside_piece(self, start: int, end: int) -> Beside:
        """What a piece joins: it is cut where letters stay apart, or where the whole text ends."""
        if self._beside == APART:
            return APART
        return Beside("" if start else self._beside.before, "" if end < len(self.text) else self._beside.after)


def _shared(glyphs: tuple[Glyph, ...], cuts: list[int], right_to_left: bool) -> list[tuple[Glyph, ...]]:
    """Part the glyphs of a text where it is cut; into fewer parts where a ligature stands over a cut."""
    shares: list[list[Glyph]] = []
    offset = cuts[0]
    for glyph in reversed(glyphs) if right_to_left else glyphs:
        if glyph.text and offset in cuts:
            shares.append([])
        shares[-1].append(glyph)
        offset += len(glyph.text)
    return [tuple(reversed(share) if right_to_left else share) for share in shares]


def _stretches(runs: list[Run | None]) -> Iterator[_Stretch | None]:
    """Give each stretch of a paragraph the letters that it joins; ``None`` ends a line."""
    groups = list(_alike(runs))
    texts = ["".join(run.text for run in group) if group else "" for group in groups]
    for group, beside in zip(groups, joined(texts), strict=True):
        yield _Stretch(group, beside) if group else None


def _alike(runs: list[Run | None]) -> Iterator[list[Run] | None]:
    """Put runs together that follow each other and differ in their node alone."""
    alike: list[Run] = []
    for run in runs:
        if alike and not (run and _look_alike(alike[-1], run)):
            yield alike
            alike = []
        if run:
            alike.append(run)
        else:
            yield None
    if alike:
        yield alike


def _look_alike(first: Run, second: Run) -> bool:
    if first.fill or first.font is not second.font:
        return False
    return _look(first) == _look(second)


def _look(run: Run) -> Run:
    return run._replace(text="", node=-1, breaks=(), position=None)


class _Cutter:
    """Collects boxes into words."""

    def __init__(self, figures: int, own_figures: int) -> None:
        self._figures, self._own_figures = figures, own_figures
        self._words: list[Word] = []
        self._boxes: list[Box] = []

    def cut(self, runs: list[Run | None]) -> list[Word]:
        for stretch in _stretches(runs):
            if stretch is None:
                self._end(self._space_at_end(), ends_line=True)
            elif stretch.first.fill:
                own = stretch.first.fill == "page"
                self._boxes.append(_number_box(stretch.first, self._own_figures if own else self._figures))
            elif stretch.first.style.unbroken and stretch.text:
                self._boxes += stretch.boxes(0, len(stretch.text))
            else:
                (self._cut_plain if stretch.is_plain else self._cut_stretch)(stretch)
        self._end(None)
        return self._words

    def _space_at_end(self) -> Box | None:
        """What parts words where their line is ended by hand: ISO 32000-1, 14.8.2.5."""
        if not self._boxes:
            return None
        run = self._boxes[-1].run
        return text_box(run._replace(fill="") if run.fill else run, " ")

    def _cut_plain(self, stretch: _Stretch) -> None:
        boxed, after = boxing(stretch.first), stretch.space(0)
        for word, space in _WORDS.findall(stretch.text):
            if len(word) > _TIED and space and not self._boxes:
                box = boxed(word)
                self._words.append(Word((box,), box.width, after))
                continue
            if word:
                self._boxes.append(boxed(word))
            if space:
                self._end(after)

    def _cut_stretch(self, stretch: _Stretch) -> None:
        at = 0
        for word, space in _WORDS.findall(stretch.text):
            if word:
                self._cut_word(stretch, word, at)
                at += len(word)
            if space:
                self._end(stretch.space(at))
                at += len(space)

    def _cut_word(self, stretch: _Stretch, word: str, at: int) -> None:
        start = 0
        for end in _ends_inside(word) if not stretch.breaks else _ends_in(word, at, stretch.breaks):
            self._boxes += stretch.boxes(at + start, at + end)
            self._end(None)
            start = end
        if start < len(word):
            self._boxes += stretch.boxes(at + start, at + len(word))

    def _end(self, space: Box | None, *, ends_line: bool = False) -> None:
        if not self._boxes and not ends_line:
            return
        if space and not ends_line and _is_tied(self._boxes):
            self._boxes.append(space)
            return
        boxes = tuple(self._boxes)
        self._boxes.clear()
        self._words.append(Word(boxes, sum([box.width for box in boxes]), space, ends_line))


def _ends_inside(word: str) -> Iterable[int]:
    """Tell where a line may break in a word."""
    if not _BREAKING.search(word):
        return ()
    rule = _IN_ADDRESS if _ADDRESS.match(word) else _AFTER
    return (found.end() for found in rule.finditer(word) if found.end() < len(word))


def _ends_in(word: str, at: int, breaks: tuple[int, ...]) -> Iterable[int]:
    """Tell the same of a word in a text that has places to break of its own; its end may be one of them."""
    own = {each - at for each in breaks if at < each <= at + len(word)}
    return sorted(own | set(_ends_inside(word)))


def _is_tied(boxes: list[Box]) -> bool:
    text = "".join([box.shaped.text for box in boxes])
    return len(text) <= _TIED and text.isdecimal()


def digits_in(run: Run) -> tuple[ShapedText, ...]:
    """Shape the digits 0 to 9 of a run's language, all as wide as each other."""
    return tuple(run.font.shape(digit, ("lnum", "tnum"), run.language) for digit in digits_of(run.language))


def _number_box(run: Run, figures: int) -> Box:
    # A box of fixed width: a page number never moves text.
    widest = max(digit.advance for digit in digits_in(run))
    return Box(run, ShapedText.of(()), figures * widest * run.style.size / 1000)
