"""A tree of HTML → the elements of an article."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from lxml.html import HtmlElement

from briefing.importing.trees.figures import caption_of, figure_of
from briefing.importing.trees.inline import foreign_language, inline_nodes, run_of
from briefing.importing.trees.levels import as_words, closed_up
from briefing.importing.trees.lists import definitions, listed
from briefing.importing.trees.quotations import is_attribution, quotation_of, with_speakers
from briefing.importing.trees.surroundings import BLOCKS, Surroundings, is_unseen, outermost, words_of
from briefing.importing.trees.tables import cells_of_layout, is_layout, table_of
from briefing.model import Element, Node

__all__ = ["elements_of"]

_CAPTION_CLASS = re.compile(r"caption|legend\b|bildunter|bildtext", re.IGNORECASE)
_MOST_AROUND_A_PICTURE = 40
"""Elements in one that is nothing but a picture with its caption."""
_STANDING_ALONE = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "table", "figure", "section", "article", "aside"})
"""What no item of a list holds: a list with such a thing only places it on the page."""


def elements_of(root: HtmlElement, around: Surroundings) -> tuple[Element, ...]:
    """Turn what a reader sees of a tree into elements, headings from ``h2`` on and no level left out.

    Each has the position of the element that it was made of. The tree stays as it is.
    """
    reader = _Reader(root, around)
    return closed_up(with_speakers(reader.flow(root)))


class _Reader:
    """Reads the elements of one tree."""

    def __init__(self, root: HtmlElement, around: Surroundings) -> None:
        self._around = around
        self._left_out: set[HtmlElement] = set()
        self._holders: set[HtmlElement] = set()
        for element in root.iter():
            if _is_block(element):
                self._note_holders(element)

    def _note_holders(self, element: HtmlElement) -> None:
        """Note what holds a block; stop where that is known."""
        for above in element.iterancestors():
            if above in self._holders:
                return
            self._holders.add(above)

    def flow(self, element: HtmlElement) -> Iterator[Element]:
        """Yield the blocks in an element, words without one as paragraphs."""
        run: list[HtmlElement | str] = []
        for each in run_of(element):
            if isinstance(each, str):
                run.append(each)
            elif is_unseen(each) or each in self._left_out:
                continue
            elif _is_block(each) or each in self._holders:
                yield from self._paragraphs(run, element)
                run.clear()
                yield from self._block(each)
            else:
                run.append(each)
        yield from self._paragraphs(run, element)

    def _block(self, element: HtmlElement) -> Iterator[Element]:
        language = foreign_language(element, self._around)
        blocks = tuple(self._of_kind(element))
        if language and blocks:
            yield Element("div", as_words(blocks), {"lang": language}, self._around.position(element))
        else:
            yield from blocks

    def _of_kind(self, element: HtmlElement) -> Iterator[Element]:
        read = _KINDS.get(str(element.tag))
        if read is None and self._is_captioned(element):
            return self._figure(element)
        return (read or _Reader.flow)(self, element)

    def _paragraphs(self, run: Sequence[HtmlElement | str], element: HtmlElement) -> Iterator[Element]:
        first = next((each for each in run if not isinstance(each, str)), None)
        position = self._around.position(element if first is None else first)
        for nodes in _parted(inline_nodes(tuple(run), self._around)):
            yield Element("p", nodes, {}, position)

    def _heading(self, element: HtmlElement) -> Iterator[Element]:
        nodes = inline_nodes(tuple(run_of(element)), self._around)
        tag = "h6" if element.tag == "summary" else str(element.tag)
        if nodes:
            words = (node for node in nodes if isinstance(node, str) or node.tag != "br")
            yield Element(tag, tuple(words), {}, self._around.position(element))
        yield from self._pictures(element)

    def _pictures(self, element: HtmlElement, caption: tuple[Node, ...] = ()) -> Iterator[Element]:
        """Yield the pictures in an element, the caption with the last, or by itself where no picture is at hand."""
        images = [each for each in element.iter("img") if _is_block(each)]
        found = [figure for image in images[:-1] if (figure := figure_of(image, (), self._around))]
        last = figure_of(images[-1], caption, self._around) if images else None
        yield from (*found, *((last,) if last else ()))
        if caption and not last:
            yield Element("p", caption, {}, self._around.position(element))

    def _list(self, element: HtmlElement) -> Iterator[Element]:
        if any(each.tag in _STANDING_ALONE for each in element.iterdescendants()):
            return self.flow(element)
        return listed(element, map(self._item, _seen(element)), self._around)

    def _item(self, element: HtmlElement) -> tuple[HtmlElement, tuple[Element, ...]]:
        inside = element.tag in {"li", "dt", "dd"}
        return element, as_words(with_speakers(self.flow(element) if inside else self._block(element)))

    def _definitions(self, element: HtmlElement) -> Iterator[Element]:
        grouped = (part for child in _seen(element) for part in (_seen(child) if child.tag == "div" else (child,)))
        return definitions(element, map(self._item, grouped), self._around)

    def _quotation(self, element: HtmlElement, speaker: tuple[Node, ...] = ()) -> Iterator[Element]:
        named = outermost(each for each in element.iterdescendants() if not is_unseen(each) and is_attribution(each))
        self._left_out.update(named)
        said = as_words(tuple(self.flow(element)))
        speakers = inline_nodes(tuple(part for each in named for part in (each, " ")), self._around)
        return iter(quotation_of(said, speakers or speaker))

    def _figure(self, element: HtmlElement) -> Iterator[Element]:
        captions = _captions(element)
        caption = caption_of(captions[0], self._around) if captions else ()
        self._left_out.update(captions)
        rest = iter(captions[1:])
        if (quotation := next(element.iter("blockquote"), None)) is not None:
            yield from self._quotation(quotation, caption)
        elif (table := next(element.iter("table"), None)) is not None and not is_layout(table):
            yield from self._table(table, caption)
        elif next(element.iter("img"), None) is not None:
            yield from self._pictures(element, caption)
            yield from () if element.tag != "figure" else self._words_beside(element)
        else:
            yield from self.flow(element)
            yield from (Element("p", caption, {}, self._around.position(element)),) if caption else ()
        for each in rest:
            yield Element("p", caption_of(each, self._around), {}, self._around.position(each))

    def _words_beside(self, element: HtmlElement) -> Iterator[Element]:
        """Yield what a figure says beside its pictures and captions."""
        self._left_out.update(each for each in element.iter("img") if _is_block(each))
        return self.flow(element)

    def _is_captioned(self, element: HtmlElement) -> bool:
        """Tell whether an element is nothing but a picture and its caption."""
        few = sum(1 for _ in islice(element.iterdescendants(), _MOST_AROUND_A_PICTURE)) < _MOST_AROUND_A_PICTURE
        if not few or next(element.iter("img"), None) is None:
            return False
        captions = _captions(element)
        return bool(captions) and words_of(element) == words_of(captions[0])

    def _table(self, element: HtmlElement, caption: tuple[Node, ...] = ()) -> Iterator[Element]:
        if is_layout(element):
            for cell in cells_of_layout(element):
                yield from self._block(cell)
        else:
            table = table_of(element, self._around, caption)
            yield from (table,) if table else ()
            yield from self._pictures(element)

    def _box(self, element: HtmlElement) -> Iterator[Element]:
        blocks = tuple(with_speakers(self.flow(element)))
        if not blocks or any(above.tag in {"aside", "li", "td"} for above in element.iterancestors()):
            yield from blocks
            return
        first, *rest = blocks
        title = (replace(first, tag="h3"),) if rest and first.tag in _STANDING_ALONE and first.tag[0] == "h" else ()
        yield Element("aside", (*title, *as_words(blocks[len(title) :])), {"class": "box"}, first.position)

    def _typed(self, element: HtmlElement) -> Iterator[Element]:
        lines = [line.rstrip() for line in "".join(element.itertext()).strip("\n").expandtabs().splitlines()]
        nodes: list[Node] = []
        for number, line in enumerate(lines):
            nodes += [*([Element("br")] if number else []), line]
        if any(lines):
            code = Element("code", tuple(nodes))
            yield Element("p", (code,), {"class": "code"}, self._around.position(element))

    def _rule(self, element: HtmlElement) -> Iterator[Element]:
        yield Element("hr", (), {}, self._around.position(element))


_KINDS: dict[str, Callable[[_Reader, HtmlElement], Iterator[Element]]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "summary"), _Reader._heading),
    **dict.fromkeys(("ul", "ol", "menu", "dir"), _Reader._list),
    **dict.fromkeys(("pre", "xmp", "listing"), _Reader._typed),
    "aside": _Reader._box,
    "blockquote": _Reader._quotation,
    "dl": _Reader._definitions,
    "figure": _Reader._figure,
    "hr": _Reader._rule,
    "img": _Reader._pictures,
    "table": _Reader._table,
}


def _seen(element: HtmlElement) -> Iterator[HtmlElement]:
    return (child for child in element if not is_unseen(child))


def _is_block(element: HtmlElement) -> bool:
    return element.tag in BLOCKS and not (element.tag == "img" and "emoji" in element.get("class", ""))


def _captions(element: HtmlElement) -> list[HtmlElement]:
    """Find what is typed as the caption of a picture, not what stands in another caption."""
    return outermost(each for each in element.iterdescendants() if not is_unseen(each) and _is_caption(each))


def _is_caption(element: HtmlElement) -> bool:
    if element.tag == "figcaption":
        return True
    named = element.tag not in {"img", "caption"} and _CAPTION_CLASS.search(element.get("class", ""))
    return bool(named) and next(element.iter("img"), None) is None


def _parted(nodes: Iterable[Node]) -> Iterator[tuple[Node, ...]]:
    """Part words at two ends of lines in a row, which old pages have for paragraphs."""
    part: list[Node] = []
    breaks = 0
    for node in nodes:
        if isinstance(node, Element) and node.tag == "br":
            breaks += 1
            continue
        if breaks > 1 and part:
            yield tuple(part)
            part = []
        elif breaks == 1:
            part.append(Element("br"))
        breaks = 0
        part.append(node)
    if part:
        yield tuple(part)
