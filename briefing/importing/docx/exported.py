"""Paragraphs and tables of a document that this program has exported → the tree that it was written of.

The styles of an export say what each paragraph is, and its bookmarks which part a label begins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from briefing.importing.docx.blocks import Block
from briefing.model import Element, Node, plain_text, walk
from briefing.reading.dates import dates_in

__all__ = ["BOOKMARK_OF_PART", "exported_tree", "in_one_direction", "without_unused_names"]

_Joined = Callable[[Sequence[Block]], tuple[Element, ...]]

_LINES = {"kicker": "kicker", "subtitle": "subtitle", "standfirst": "standfirst", "byline": "byline"}
"""Classes of lines above the text, by the names of their styles."""
_BELONGING: dict[str, tuple[str, ...]] = {
    "summary": ("list bullet", "list number", "list continue"),
    "asks": ("list bullet", "list number", "list continue"),
    "contents": ("contents",),
    "figures": ("key figure", "small", "remark"),
    "contact": ("contact",),
    "about": ("small",),
    "sources": ("source",),
}
"""Styles of the paragraphs of each part, by its class."""
BOOKMARK_OF_PART = re.compile(rf"(?:{'|'.join(_BELONGING)}|timeline)(?:_\d+)?")
"""Bookmarks at the labels of parts and at the titles of timelines."""
_SECTION = "heading 1"
_MARKS = re.compile("\u200e\u200f|\u200f\u200e")
"""What an export sets around words of another direction."""
_ONLY_MARKS = re.compile("[\u200e\u200f]+")
_NUMBER = re.compile(r"(\d+(?:[.٫]\d+)*)\s+")
_DRAWING = re.compile(r"timeline-\d+")
_LONGEST_DEADLINE = 60
"""Characters of the line that says until when a petition can be signed."""


def exported_tree(blocks: Sequence[Block], joined: _Joined, language: str) -> Element:
    """Make the tree; ``joined`` makes elements of the blocks of a text."""
    return Element("main", tuple(_Parts(blocks, joined, language).all()))


class _Parts:
    """Goes through the blocks of one document."""

    def __init__(self, blocks: Sequence[Block], joined: _Joined, language: str) -> None:
        self._blocks, self._joined, self._language = blocks, joined, language
        self._at = 0

    def all(self) -> Iterator[Element]:
        """Yield the lines above the text, the parts with labels and the text, as they follow each other."""
        text: list[Block] = []
        while self._at < len(self._blocks):
            part = list(self._part())
            if part and text:
                yield from self._text(text)
                text = []
            yield from part
            if not part:
                text.append(self._blocks[self._at])
                self._at += 1
        yield from self._text(text)

    def _part(self) -> Iterator[Element]:
        """Yield a part of its own, if one begins here."""
        block = self._blocks[self._at]
        style = block.facts.style
        following = self._blocks[self._at + 1] if self._at + 1 < len(self._blocks) else None
        if block.kind == "title":
            yield self._taken(replace(block.element, tag="h1"))
        elif style == "kicker" and following and following.facts.style == _SECTION:
            yield self._petition()
        elif style in _LINES:
            yield self._taken(_classed(block.element, _LINES[style]))
        elif style in ("masthead", "imprint", "embargo"):
            yield self._around(style)
        elif name := _label(block, following):
            yield self._labelled(name)

    def _taken(self, element: Element) -> Element:
        self._at += 1
        return element

    def _while(self, styles: Sequence[str]) -> list[Block]:
        """Take the blocks that follow in some styles."""
        begin = self._at
        while self._at < len(self._blocks) and self._blocks[self._at].facts.style in styles:
            self._at += 1
        return list(self._blocks[begin : self._at])

    def _around(self, style: str) -> Element:
        """Make what stands around the text; of a masthead the first line may be the name of who publishes."""
        lines = [block.element for block in self._while((style,))]
        if style == "masthead":
            named = [_classed(line, "publisher-name") for line in lines[:-1]]
            details = [Element("div", (line,), {"class": "masthead-details"}) for line in lines[-1:]]
            return Element("div", (*named, *details), {"class": style})
        return Element("div", tuple(_classed(line, "printers") for line in lines), {"class": style})

    def _labelled(self, name: str) -> Element:
        self._at += 1
        blocks = self._while(_BELONGING[name])
        if name == "figures":
            children = tuple(_figures(blocks))
        elif name == "sources":
            children = (Element("ol", tuple(_source(block, self._language) for block in blocks)),)
        else:
            children = self._joined(blocks)
        return Element("section", children, {"class": name})

    def _petition(self) -> Element:
        """Make the panel: its heading, whom it is to, what else is said, the address; the code is made anew."""
        self._at += 1
        ask = Element("h2", self._blocks[self._at].element.children, {"class": "petition-ask"})
        self._at += 1
        begin = self._at
        while self._at < len(self._blocks) and not self._ends_petition(self._blocks[self._at]):
            self._at += 1
        lines = [block.element for block in self._blocks[begin : self._at] if block.kind == "p"]
        texts = (_classed(line, self._role_in_petition(line)) for line in lines)
        return Element("section", (ask, *texts), {"class": "petition"})

    def _ends_petition(self, block: Block) -> bool:
        return block.kind == "heading" or block.facts.style == "imprint"

    def _role_in_petition(self, line: Element) -> str:
        words = plain_text(line)
        if any(each.tag == "a" and plain_text(each) == words for each in walk(line)):
            return "short-url"
        is_short = len(words) <= _LONGEST_DEADLINE and not words.endswith((".", "!", "?"))
        return "deadline" if is_short and any(dates_in(words, self._language)) else "petition-text"

    def _text(self, blocks: Sequence[Block]) -> Iterator[Element]:
        numbered = _without_numbers(_with_speakers(blocks))
        for is_boxed, group in groupby(numbered, key=_is_boxed):
            several = list(group)
            if is_boxed:
                yield from self._boxes(several)
            else:
                yield from map(_sunk, self._joined(list(_with_timelines(several))))

    def _boxes(self, blocks: Sequence[Block]) -> Iterator[Element]:
        """Yield boxes, each from its heading on."""
        box: list[Block] = []
        for block in (*blocks, None):
            if box and (block is None or block.facts.style == "box heading"):
                yield Element("aside", tuple(map(_box_heading, self._joined(box))), {"class": "box"})
                box = []
            box += [block] if block else []


def in_one_direction(element: Element, language: str) -> Element:
    """Take out what only keeps words on their side: invisible marks, and the language where it is the document's."""
    children: list[Node] = []
    for node in element.children:
        read = in_one_direction(node, language) if isinstance(node, Element) else node
        if isinstance(read, Element) and read.tag in ("em", "strong") and _ONLY_MARKS.fullmatch(plain_text(read)):
            continue
        is_said = isinstance(read, Element) and read.tag == "span" and read.attributes == {"lang": language}
        for each in read.children if isinstance(read, Element) and is_said else (read,):
            if isinstance(each, str) and children and isinstance(before := children[-1], str):
                children[-1] = before + each
            else:
                children.append(each)
    marked = (_MARKS.sub("", node) if isinstance(node, str) else node for node in children)
    return replace(element, children=tuple(node for node in marked if node != ""))


def without_unused_names(main: Element) -> Element:
    """Take the names off headings that nothing leads to: bookmarks are too short to hold all of them."""
    parts = [part for part in main.children if isinstance(part, Element) and "contents" not in part.classes]
    used = {each.get("href").removeprefix("#") for part in parts for each in walk(part) if each.tag == "a"}

    def named(part: Element) -> Element:
        is_used = not re.fullmatch("h[1-6]", part.tag) or part.get("id") in used
        return part if is_used else replace(part, attributes={})

    return replace(main, children=tuple(map(named, parts)))


def _sunk(element: Element) -> Element:
    """Let the headings of sections be of the second level: the title alone is of the first."""
    if re.fullmatch("h[1-9]", element.tag):
        return replace(element, tag=f"h{min(int(element.tag[1]) + 1, 6)}")
    return element


def _label(block: Block, following: Block | None) -> str:
    """Name the part that a heading begins; empty for one of the text."""
    style = block.facts.style
    if style == _SECTION and following and following.facts.style == "source":
        return "sources"
    name = re.sub(r"-\d+$", "", block.element.get("id")) if style == "label" else ""
    return name if name in _BELONGING else ""


def _classed(element: Element, name: str) -> Element:
    return replace(element, attributes={"class": name})


def _figures(blocks: Sequence[Block]) -> Iterator[Element]:
    """Yield key figures; of the small lines below one, the first says where it is from, if it cites a source."""
    figure: list[Element] = []
    for block in blocks:
        if block.facts.style == "key figure":
            if figure:
                yield Element("div", tuple(figure), {"class": "figure"})
            figure = [_classed(block.element, "figure-value")]
        elif block.facts.style == "small":
            figure.append(_classed(block.element, "figure-label"))
        elif figure:
            named = "figure-label" in figure[-1].classes and _cites(figure[-1])
            figure.append(_classed(block.element, "figure-source" if named else "caveat"))
    if figure:
        yield Element("div", tuple(figure), {"class": "figure"})


def _cites(element: Element) -> bool:
    return any(each.get("href").startswith("#source_") for each in walk(element))


def _source(block: Block, language: str) -> Element:
    nodes, name = block.element.children, _place(block)
    first = nodes[0] if nodes else ""
    if isinstance(first, Element) and first.get("id") == name:
        nodes = (*first.children, *nodes[1:])
    entry = Element("li", nodes, {"class": "source", "id": name}, block.element.position)
    return in_one_direction(entry, language)


def _with_speakers(blocks: Sequence[Block]) -> list[Block]:
    """Let the line below a quotation that names its speaker be its last one."""
    made: list[Block] = []
    for block in blocks:
        if block.facts.style != "attribution" or not made or made[-1].kind not in ("quote", "quotation"):
            made.append(block)
            continue
        quoted: list[Node] = []
        while made and made[-1].kind == "quote":
            quoted.insert(0, made.pop().element)
        children = (*quoted, _classed(block.element, "attribution"))
        made.append(
            block._replace(kind="quotation", element=Element("blockquote", children, {}, block.element.position))
        )
    return made


def _without_numbers(blocks: Sequence[Block]) -> Iterator[Block]:
    """Take the numbers of sections away, as far as they are counted from the first one on."""
    counted: list[int] = []
    for block in blocks:
        depth = int(block.element.tag[1]) - 1 if block.kind == "heading" and block.facts.style != "box heading" else -1
        if depth not in (0, 1):
            yield block
            continue
        counted = [*counted[: depth + 1], *[0] * (depth + 1 - len(counted))]
        counted[depth] += 1
        first = block.element.children[0]
        found = _NUMBER.match(first) if isinstance(first, str) else None
        if found and isinstance(first, str) and _counts(found[1]) == counted:
            children = (first[found.end() :], *block.element.children[1:])
            block = block._replace(element=replace(block.element, children=children))
        yield block


def _counts(number: str) -> list[int]:
    """Read the number of a section, in digits of any script."""
    return [int(part) for part in re.findall(r"\d+", number)]


def _is_boxed(block: Block) -> bool:
    return block.facts.style in ("box heading", "small")


def _box_heading(element: Element) -> Element:
    return replace(element, tag="h3", attributes={}) if re.fullmatch("h[1-9]", element.tag) else element


def _with_timelines(blocks: Sequence[Block]) -> Iterator[Block]:
    """Mark the drawing of a timeline, and the table that follows it."""
    title: Block | None = None
    for block in blocks:
        if _begins_timeline(block) and (title is None or block.kind == "caption"):
            title = block
        elif title is None or block.kind not in ("figure", "caption", "table"):
            if title is not None:
                yield title
                title = None
            yield block
        elif block.kind == "table":
            words = _without_place(title.element.children) if title.kind == "caption" else ()
            caption = Element("figcaption", words)
            drawing = Element("figure", (caption,), {"class": "timeline"}, block.element.position)
            yield title._replace(kind="drawing", element=drawing)
            yield block._replace(kind="events", element=_events(block.element))
            title = None
    if title is not None:
        yield title


def _begins_timeline(block: Block) -> bool:
    """Tell the title of a timeline, or its drawing where it has none."""
    is_drawing = block.kind == "figure" and any(_DRAWING.fullmatch(each.replace("_", "-")) for each in block.bookmarks)
    return is_drawing or (block.kind == "caption" and _DRAWING.fullmatch(_place(block)) is not None)


def _place(block: Block) -> str:
    return next((each.get("id") for each in walk(block.element) if each.get("id")), "")


def _without_place(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """Take away the name of a place that stands around the first words."""
    first = nodes[0] if nodes else ""
    if isinstance(first, Element) and _DRAWING.fullmatch(first.get("id")):
        return (*first.children, *nodes[1:])
    return tuple(nodes)


def _events(table: Element) -> Element:
    """Let rows that are set in bold be stressed, as they were."""
    return replace(table, children=tuple(map(_stressed, table.children)), attributes={"class": "events"})


def _stressed(node: Node) -> Node:
    if isinstance(node, str) or node.tag == "th":
        return node
    if node.tag != "tr":
        return replace(node, children=tuple(map(_stressed, node.children)))
    first = next((each for each in node.children if isinstance(each, Element)), node)
    if not (first.children and all(isinstance(each, Element) and each.tag == "strong" for each in first.children)):
        return node
    cells = (replace(each, children=_plain(each)) for each in node.children if isinstance(each, Element))
    return replace(node, children=tuple(cells), attributes={"class": "stressed"})


def _plain(cell: Element) -> tuple[Node, ...]:
    """Take the bold type of a whole cell away."""
    return tuple(
        inner
        for node in cell.children
        for inner in (node.children if isinstance(node, Element) and node.tag == "strong" else (node,))
    )
