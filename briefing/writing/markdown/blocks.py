"""Blocks as Markdown that is read back as the same blocks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from types import MappingProxyType

from briefing.model import Element, Node, is_blank, plain_text
from briefing.reading.body import id_of_words
from briefing.writing.markdown.escaping import with_escaped_end, with_escaped_start
from briefing.writing.markdown.figures import written_figure
from briefing.writing.markdown.lines import Line, Lines, beginning, joined, lines_of, prefixed
from briefing.writing.markdown.marks import attributes, opening
from briefing.writing.markdown.sentences import Sentences
from briefing.writing.markdown.tables import written_table

__all__ = ["Blocks", "fence_around"]

_APART = "<!-- -->"
"""A comment, which is left out: keeps apart what would become one."""
_MERGING = ("ul", "ol", "dl")
"""Two of a kind that follow each other would be one."""
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_NAMED = {"summary": 0, "figures": 0, "asks": 0, "corrections": 0, "handout": 1, "postcard": 1}
"""Fenced blocks that leave nothing where they stand, and by how many levels headings sink in them."""
_VALUES = {"lang": "lang", "to": "data-to", "ask": "data-ask", "published": "data-published"}
"""What stands in the braces of a block, by the attributes that hold it."""
_MOST_LEVELS = 60
"""Blocks in each other; of what stands deeper the words are kept."""
_DASH = re.compile(r"---?[ \t]")
_FENCE = re.compile(r"[ \t>]*(:{3,})")
_MOST_COUNTED = 999_999_999

_Writer = Callable[["Blocks", Element, int], list[Line]]


class Blocks:
    """Writes the blocks of one text."""

    def __init__(self, sentences: Sentences, given: Mapping[str, str], *, pandoc: bool = False) -> None:
        """``given`` is the Markdown of what a ``div`` refers to, by its ``data-ref``."""
        self._sentences = sentences
        self._given = given
        self._pandoc = pandoc
        self._deep = 0

    def write(self, nodes: Iterable[Node], *, sunk: int = 0, tight: bool = False) -> list[Line]:
        """Write what stands in a block; ``sunk`` is by how many levels the headings in it are deeper than typed."""
        found: list[Line] = []
        before: Element | None = None
        self._deep += 1
        for block in _as_blocks(nodes):
            if lines := self._block(block, sunk):
                found += [*map(Line, _between(before, block, tight=tight)), *lines]
                before = block
        self._deep -= 1
        return found

    def _block(self, block: Element, sunk: int) -> list[Line]:
        if self._deep > _MOST_LEVELS:
            return beginning(block.position, self._sentence((plain_text(block),)))
        writer = _WRITERS.get(block.tag)
        lines = writer(self, block, sunk) if writer else self.write(block.children, sunk=sunk)
        if block.get("data-break") == "before" and block.tag not in _HEADINGS and lines:
            lines = [Line("\\newpage"), Line(""), *lines]
        return beginning(block.position, lines)

    def _sentence(self, nodes: Iterable[Node]) -> list[Line]:
        text = self._sentences.write(nodes)
        starts = ((line, not number) for number, line in enumerate(text.split("\n")))
        lines = [Line(with_escaped_start(line, first=first, pandoc=self._pandoc)) for line, first in starts]
        return lines if text else []

    def _paragraph(self, block: Element, sunk: int) -> list[Line]:
        return _code_lines(block) if "code" in block.classes else self._sentence(block.children)

    def _heading(self, block: Element, sunk: int) -> list[Line]:
        level = max(2, int(block.tag[1]) - sunk)
        lines = self._sentence(block.children) if level == 2 else []
        if len(lines) < 2:
            text = self._sentences.write(block.children, breaks=False)
            lines = [Line(f"{'#' * level} {text}")] if text else []
        if not lines:
            return []
        braces = _heading_attributes(block)
        last = lines[-1].text
        lines[-1] = Line(f"{last} {braces}" if braces else with_escaped_end(last))
        return [*lines, Line("===")] if lines[1:] else lines

    def _list(self, block: Element, sunk: int) -> list[Line]:
        items = [each for each in block.children if isinstance(each, Element) and each.tag == "li"]
        tight = _is_tight(items)
        start = block.get("start", "1")
        number = min(int(start), _MOST_COUNTED) if start.isascii() and start.isdigit() and len(start) < 10 else 1
        written = []
        for index, item in enumerate(items):
            mark = "- " if block.tag == "ul" else f"{min(number + index, _MOST_COUNTED)}. "
            lines = self.write(item.children, sunk=sunk + 1, tight=tight)
            written.append(beginning(item.position, _hanging(lines, mark, " " * len(mark))))
        return joined(written, () if tight else ("",))

    def _definitions(self, block: Element, sunk: int) -> list[Line]:
        """Write terms with what they mean; several terms that mean the same stand in one line."""
        parts = [each for each in block.children if isinstance(each, Element)]
        groups = [(tag == "dd", list(group)) for tag, group in groupby(parts, lambda part: part.tag)]
        tight = not all(_blocks_in(part) for part in parts if part.tag == "dd")
        found: list[Line] = []
        for index, (means, group) in enumerate(groups):
            if not means:
                found += [Line("")] if found else []
                found += self._term(group, first=not found)
            elif index and found:
                definitions = [self._definition(part, sunk, tight=tight) for part in group]
                found += joined(definitions, () if tight else ("",))
            else:
                found += joined(self.write(part.children, sunk=sunk) for part in group)
        return found

    def _term(self, terms: list[Element], *, first: bool) -> list[Line]:
        """Write terms; below the first definition reading takes no line for an item of a list."""
        text = ", ".join(self._sentences.write(term.children, breaks=False) for term in terms)
        as_item = text.startswith("-") or text[:1].isdigit()
        line = with_escaped_start(text, pandoc=self._pandoc) if first or not as_item else text
        return beginning(terms[0].position, [Line(line)])

    def _definition(self, part: Element, sunk: int, *, tight: bool) -> list[Line]:
        mark = ":   " if self._pandoc else ": "
        lines = self.write(part.children, sunk=sunk + 1, tight=tight)
        return beginning(part.position, prefixed(lines, mark, " " * len(mark))) if lines else []

    def _quotation(self, block: Element, sunk: int) -> list[Line]:
        parts = list(_as_blocks(block.children))
        attribution = parts.pop() if parts[1:] and "attribution" in parts[-1].classes else None
        lines = self.write(parts, sunk=sunk + 1)
        if not lines:
            return []
        ends_in_words = parts[-1].tag == "p" and "code" not in parts[-1].classes
        if attribution is not None:
            first, *rest = self._sentences.write(attribution.children).split("\n")
            following = [with_escaped_start(line, first=False) for line in rest]
            speaker = beginning(attribution.position, lines_of("\n".join((f"-- {first}", *following))))
            # Pandoc would take the speaker for words of the last paragraph
            lines += speaker if ends_in_words and not self._pandoc else [Line(""), *speaker]
        elif ends_in_words:
            lines = _without_speaker(lines, alone=len(parts) > 1)
        return prefixed(lines, "> ", "> ")

    def _table(self, block: Element, sunk: int) -> list[Line]:
        return written_table(block, self._sentences)

    def _figure(self, block: Element, sunk: int) -> list[Line]:
        lines = written_figure(block, self._sentences, pandoc=self._pandoc)
        return lines or self.write(block.children, sunk=sunk)

    def _rule(self, block: Element, sunk: int) -> list[Line]:
        return [Line("* * *")]

    def _box(self, block: Element, sunk: int) -> list[Line]:
        first = block.children[0] if block.children else ""
        title = first.children if isinstance(first, Element) and first.tag == "h3" else ()
        lines = self.write(block.children[1:] if title else block.children, sunk=sunk + 2)
        return self._fenced("box", self._sentences.write(title, breaks=False), lines, block)

    def _division(self, block: Element, sunk: int) -> list[Line]:
        if "data-ref" in block.attributes:
            given = self._given.get(block.get("data-ref"), "").strip("\n")
            return lines_of(given) if given else []
        if name := next((each for each in block.classes if each in _NAMED), ""):
            return self._named(name, block)
        if "local" in block.classes:
            return self._fenced("local", "", self.write(map(_with_otherwise, block.children)), block)
        lines = self.write(block.children, sunk=sunk)
        if "data-break" in block.attributes and not (block.get("data-break") == "before" and block.get("lang")):
            return self._fenced("keep", "", lines, block)
        return self._fenced("", "", lines, block) if block.get("lang") else lines

    def _named(self, name: str, block: Element) -> list[Line]:
        """Write a block of our own, which the template sets; a first paragraph of the class ``title`` is its title."""
        first = block.children[0] if block.children else ""
        title = first.children if isinstance(first, Element) and "title" in first.classes else ()
        lines = self.write(block.children[1:] if title else block.children, sunk=_NAMED[name])
        return self._fenced(name, self._sentences.write(title, breaks=False), lines, block)

    def _fenced(self, name: str, title: str, lines: Lines, block: Element) -> list[Line]:
        """Put a fence around lines; a block with a name is nothing where there is nothing in it."""
        values = {name: block.get(attribute) for name, attribute in _VALUES.items()}
        if name and not (lines or title or values["to"]):
            return []
        return fence_around(opening(name, title, values, identifier=block.get("id"), pandoc=self._pandoc), lines)


_WRITERS: Mapping[str, _Writer] = MappingProxyType(
    {
        "p": Blocks._paragraph,
        **dict.fromkeys(_HEADINGS, Blocks._heading),
        **dict.fromkeys(("ul", "ol"), Blocks._list),
        "dl": Blocks._definitions,
        "blockquote": Blocks._quotation,
        "table": Blocks._table,
        "figure": Blocks._figure,
        "hr": Blocks._rule,
        "aside": Blocks._box,
        "div": Blocks._division,
    }
)
_BLOCKS = frozenset({*_WRITERS, "article", "figcaption", "li", "main", "section"})


def fence_around(words: str, lines: Lines) -> list[Line]:
    """Put a fence around lines, with more colons than any inside."""
    inner = max((len(found[1]) for line in lines if (found := _FENCE.match(line.text))), default=2)
    colons = ":" * (inner + 1)
    return [Line(f"{colons} {words}"), *lines, Line(colons)]


def _with_otherwise(paragraph: Node) -> Node:
    """Say at the beginning of the second paragraph of a block ``local`` which it is."""
    if isinstance(paragraph, str) or "otherwise" not in paragraph.classes:
        return paragraph
    return Element("p", ("Otherwise: ", *paragraph.children), {}, paragraph.position)


def _blocks_in(element: Element) -> list[Element]:
    return [child for child in element.children if isinstance(child, Element) and child.tag in _BLOCKS]


def _as_blocks(nodes: Iterable[Node]) -> Iterator[Element]:
    """Yield blocks; what stands between them as a paragraph."""
    for is_block, group in groupby(nodes, lambda node: isinstance(node, Element) and node.tag in _BLOCKS):
        if is_block:
            yield from (each for each in group if isinstance(each, Element))
            continue
        words = tuple(group)
        if any(isinstance(each, Element) or not is_blank(each) for each in words):
            yield Element("p", words)


def _between(before: Element | None, block: Element, *, tight: bool) -> tuple[str, ...]:
    """Say which lines part two blocks; none are empty in a tight list."""
    if before is None:
        return ()
    if before.tag == block.tag and block.tag in _MERGING:
        return (_APART,) if tight else ("", _APART, "")
    if tight:
        return () if before.tag == "p" and _interrupts(block) else (_APART,)
    return ("",)


def _interrupts(block: Element) -> bool:
    """Tell whether a block can follow a paragraph without an empty line."""
    if block.tag in ("ul", "ol"):
        first = block.children[0] if block.children else ""
        return "start" not in block.attributes and not is_blank(plain_text(first))
    return block.tag == "blockquote" or "code" in block.classes


def _is_tight(items: list[Element]) -> bool:
    """Tell whether the items of a list are sentences, at most with lists below them."""
    inside = [_blocks_in(item) for item in items]
    if any([block.tag for block in blocks] == ["p"] and not blocks[0].get("data-break") for blocks in inside):
        return False
    return not all(inside) or all(_sentence_and_lists(blocks) for blocks in inside)


def _sentence_and_lists(blocks: list[Element]) -> bool:
    first, *rest = blocks
    return first.tag in ("p", "ul", "ol") and bool(rest) and all(map(_interrupts, rest))


def _hanging(lines: Lines, first: str, rest: str) -> list[Line]:
    """Hang lines under a mark; a fenced block cannot begin in its line."""
    if not lines or lines[0].text.startswith((":::", _APART)):
        lines = [Line(""), *lines]
    return prefixed(lines, first, rest)


def _heading_attributes(block: Element) -> str:
    name, wish = block.get("id"), block.get("data-break")
    made = id_of_words(plain_text(block))
    values = {"break": "before" if wish == "before" else ""}
    return attributes(values, name="" if name == made else name, classes=("keep",) if wish == "avoid" else ())


def _without_speaker(lines: list[Line], *, alone: bool) -> list[Line]:
    """Keep lines that begin with a dash from being read as the speaker of a quotation."""
    return [
        line._replace(text=f"\\{line.text}") if (number or alone) and _DASH.match(line.text) else line
        for number, line in enumerate(lines)
    ]


def _code_lines(block: Element) -> list[Line]:
    """Write code between lines of marks; the no-break spaces that indent it become spaces."""
    lines = _text_of_code(block).split("\n")
    lines = [" " * (len(line) - len(bare := line.lstrip("\N{NO-BREAK SPACE}"))) + bare for line in lines]
    runs = [len(run) for line in lines for run in re.findall("`{3,}", line)]
    marks = "`" * (max(runs, default=2) + 1)
    return [Line(marks), *map(Line, lines), Line(marks)]


def _text_of_code(node: Node) -> str:
    if isinstance(node, str):
        return node
    return "\n" if node.tag == "br" else "".join(map(_text_of_code, node.children))
