"""Words in the place of what cannot stand in a sentence: formulas, and pictures between words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, islice

from lxml.html import HtmlElement

from briefing.errors import Diagnostic, Position
from briefing.importing.html.telling import first_told, shown
from briefing.importing.html.units import Unit, units_of
from briefing.importing.trees import words_of

__all__ = ["StandIns"]

_LARGE = 150
"""Width or height from which on a picture does not stand for words."""
_FLOATING = re.compile(r"align|float", re.IGNORECASE)
_MOST_PICTURES = 1_000
_MOVED_OUT_OF = frozenset({"p", "li", "dd"})
_NOTATIONS = frozenset({"application/x-tex", "tex", "latex", "text/plain"})
_FALLBACK = "mwe-math-fallback"
"""In the class of a picture that encyclopaedias put beside a formula."""
_DISPLAY = re.compile(r"\{\\(?:display|text)style\s*(?P<formula>.*)\}", re.DOTALL)
"""What encyclopaedias write around a formula."""


class StandIns:
    """The words that were put into one page, with what each of them is in the place of."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._formulas: list[HtmlElement] = []
        self._pictures: list[tuple[HtmlElement, str]] = []

    def put(self, tree: HtmlElement, is_at_hand: Callable[[HtmlElement], bool]) -> None:
        """Put them into a page; what the page shows in another way as well is left to that."""
        for image in list(islice(tree.xpath("//img[contains(@class, $name)]", name=_FALLBACK), _MOST_PICTURES)):
            _leave_to_formula(image)
        for formula in tree.xpath("//math[not(ancestor::math)]"):
            if not _is_drawn(formula) and (words := _read_out(formula)):
                _say(formula, words)
                self._formulas.append(formula)
        units = units_of(tree) if next(tree.iter("img"), None) is not None else []
        for image, block in list(islice(_between_words(units), _MOST_PICTURES)):
            words = _without_style(" ".join(image.get("alt", "").split()))
            if words and not _is_large(image) and not is_at_hand(image):
                self._pictures += [] if "emoji" in image.get("class", "") else [(image, image.get("src", ""))]
                _say(image, words)
            elif block.tag in _MOVED_OUT_OF:
                _move_behind(image, block)

    def warnings(self) -> list[Diagnostic]:
        """Tell of each whose words are left in the page."""
        return [
            *first_told(list(map(self._formula, filter(_is_left, self._formulas)))),
            *first_told([self._picture(image, address) for image, address in self._pictures if _is_left(image)]),
        ]

    def _formula(self, formula: HtmlElement) -> Diagnostic:
        message = f"A formula was written as words: “{shown(formula.text)}”."
        hint = "Look whether it can be read, or put in a picture of it: ![What it says](NAME.png)"
        return Diagnostic("warning", "formula-as-words", message, self._position(formula), hint)

    def _picture(self, image: HtmlElement, address: str) -> Diagnostic:
        message = f"In a sentence, its words “{shown(image.text)}” stand in the place of the picture {shown(address)}."
        hint = f"To show it, put it behind the paragraph: ![{shown(image.text)}](NAME.png)"
        return Diagnostic("warning", "picture-as-words", message, self._position(image), hint)

    def _position(self, element: HtmlElement) -> Position:
        return Position(self._file, element.sourceline or 1)


def _is_left(element: HtmlElement) -> bool:
    return bool(element.text)


def _say(element: HtmlElement, words: str) -> None:
    """Make of an element one that only says something."""
    for child in list(element):
        element.remove(child)
    element.attrib.clear()
    element.tag, element.text = "span", words


def _move_behind(image: HtmlElement, block: HtmlElement) -> None:
    """Let a picture follow the words of a block, so that it does not part a sentence."""
    image.drop_tree()
    image.tail = None
    block.append(image)


def _between_words(units: Sequence[Unit]) -> Iterator[tuple[HtmlElement, HtmlElement]]:
    """Yield each picture that words stand before and behind, with the block of both."""
    groups = [list(group) for _, group in groupby(units, key=lambda unit: bool(unit.images))]
    for before, group, after in zip(groups, groups[1:], groups[2:], strict=False):
        block = before[-1].block
        if group[0].images and after[0].block is block:
            yield from (
                (image, block)
                for unit in group
                for image in unit.images
                if unit.block is block and not _has_its_own_line(image)
            )


def _has_its_own_line(image: HtmlElement) -> bool:
    before, after = image.getprevious(), image.getnext()
    begins = before is not None and before.tag == "br" and not (before.tail or "").strip()
    return begins and after is not None and after.tag == "br" and not (image.tail or "").strip()


def _is_large(image: HtmlElement) -> bool:
    """Tell whether a picture shows something, as far as the page says."""
    if image.get("align", "").lower() in {"left", "right"} or _FLOATING.search(
        f"{image.get('class', '')} {image.get('style', '')}"
    ):
        return True
    sizes = (image.get("width", ""), image.get("height", ""))
    return any(size.isascii() and size.isdigit() and len(size) < 6 and int(size) >= _LARGE for size in sizes)


def _is_drawn(formula: HtmlElement) -> bool:
    """Tell whether a formula is drawn beside it, for those who see: then its own words are for those who listen."""
    above = formula.getparent()
    beside = (formula.getprevious(), formula.getnext(), above.getprevious(), above.getnext())
    return any(each is not None and each.get("aria-hidden") == "true" and words_of(each) for each in beside)


def _read_out(formula: HtmlElement) -> str:
    """Give what a formula says: as it was typed where that is known, else its signs."""
    typed = [formula.get("alttext", "")]
    typed += [each.text or "" for each in formula.iter("annotation") if each.get("encoding", "").lower() in _NOTATIONS]
    signs = (each.text or "" for each in formula.iter() if isinstance(each.tag, str) and "annotation" not in each.tag)
    said = next(filter(str.strip, typed), "") or " ".join(filter(str.strip, signs))
    return _without_style(" ".join(said.split()))


def _without_style(words: str) -> str:
    return found["formula"] if (found := _DISPLAY.fullmatch(words)) else words


def _leave_to_formula(image: HtmlElement) -> None:
    """Take off the picture of a formula that the page holds in words as well, and show those."""
    formula = image.getprevious()
    if formula is not None and next(formula.iter("math"), None) is not None and not (formula.tail or "").strip():
        formula.attrib.pop("style", None)
        image.drop_tree()
