"""Parse a body's Markdown into a tree of blocks: CommonMark with tables, notes, definitions and our own blocks.

Nothing is replaced: no raw HTML, no entities, no smart quotes, no links made of bare addresses. Text inside the blocks
is not parsed here but when a block is read, see ``body.inline``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

import briefing.reading.markdown.targets as targets
from briefing.memory import FORGETFUL, Memory
from briefing.reading.markdown.block_rules import FENCES, block_rules
from briefing.reading.markdown.fences import Fence, Fences, find_fences
from briefing.reading.markdown.inline_rules import inline_rules
from briefing.reading.markdown.parting import parts_of

__all__ = [
    "MOST_LEVELS",
    "NOTHING_KNOWN",
    "Block",
    "Known",
    "Parsed",
    "Part",
    "known_in",
    "parse_inline",
    "parse_parts",
    "walk_blocks",
]

MOST_LEVELS = 20
"""How deep blocks may stand in each other; a list is two levels deep, its items and itself."""


class Known(NamedTuple):
    """What the text of a block may refer to."""

    notes: tuple[str, ...] = ()
    """Labels of the notes, each after a colon."""
    targets: tuple[tuple[str, str, str], ...] = ()
    """Label, address and title of each target that stands apart from its links."""


NOTHING_KNOWN = Known()


@dataclass(slots=True)
class Block:
    """A block with the blocks inside it."""

    kind: str
    """The parser's word without ``_open``: ``paragraph``, ``bullet_list``, ``inline`` for the text itself."""
    token: Token
    children: list[Block] = field(default_factory=list)

    @property
    def line(self) -> int:
        """Index of its first line in the part, from 0."""
        return self.token.map[0] if self.token.map else 0

    @property
    def fence(self) -> Fence:
        """The opening line of a ``div``, counted as ``line``."""
        fence: Fence = self.token.meta["fence"]
        return fence


class Parsed(NamedTuple):
    """A part of a text as blocks."""

    text: str
    blocks: tuple[Block, ...]
    known: Known
    """What it adds to what any part may refer to."""


class Part(NamedTuple):
    """A part of a text, and where it stands."""

    first_line: int
    """Index in the text, from 0."""
    parsed: Parsed
    """The same one for the same text, out of a memory."""


class _Parser(MarkdownIt):
    """Leaves the targets of links as typed: they are judged where a link is read."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 (the parser's own name)
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        return link


@cache
def _parser() -> MarkdownIt:
    parser = _Parser("commonmark", {"html": False, "maxNesting": MOST_LEVELS}).enable("table")
    parser.helpers = targets
    footnote_plugin(parser, inline=False, move_to_end=False)
    block_rules(parser)
    inline_rules(parser)
    parser.disable(["html_block", "html_inline", "entity", "inline", "text_join", "footnote_ref"])
    return parser


def parse_parts(lines: Sequence[str], fences: Fences, memory: Memory = FORGETFUL) -> tuple[Part, ...]:
    """Parse a text part by part; ``fences`` are those of the whole."""
    return tuple(Part(first_line, memory.recall(_parsed, text)) for first_line, text in parts_of(lines, fences))


def known_in(parts: Iterable[Part]) -> Known:
    """Unite what any part of a text may refer to; of two targets under one label the first counts."""
    notes: dict[str, None] = {}
    named: dict[str, tuple[str, str, str]] = {}
    for part in parts:
        notes.update(dict.fromkeys(part.parsed.known.notes))
        for target in part.parsed.known.targets:
            named.setdefault(target[0], target)
    return Known(tuple(notes), tuple(named.values()))


def _parsed(text: str) -> Parsed:
    environment: dict[str, Any] = {FENCES: find_fences(text.split("\n"))}
    root: list[Block] = []
    stack = [root]
    for token in _parser().parse(text, environment):
        if token.nesting < 0:
            stack.pop()
            continue
        block = Block(token.type.removesuffix("_open"), token)
        stack[-1].append(block)
        if token.nesting > 0:
            stack.append(block.children)
    targets = environment.get("references", {}).items()
    known = Known(
        tuple(environment.get("footnotes", {}).get("refs", ())),
        tuple((label, target["href"], target["title"]) for label, target in targets),
    )
    return Parsed(text, tuple(root), known)


def parse_inline(text: str, known: Known = NOTHING_KNOWN, memory: Memory = FORGETFUL) -> tuple[Token, ...]:
    """Parse the text of one block."""
    # What has no brackets refers to nothing.
    return memory.recall(_parsed_inline, text, known if "[" in text else NOTHING_KNOWN)


def _parsed_inline(text: str, known: Known) -> tuple[Token, ...]:
    environment = {
        "footnotes": {"refs": dict.fromkeys(known.notes, -1)},
        "references": {label: {"href": href, "title": title} for label, href, title in known.targets},
    }
    parser = _parser()
    return tuple(parser.inline.parse(text, parser, environment, []))


def walk_blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield every block, in the order typed."""
    for block in blocks:
        yield block
        yield from walk_blocks(block.children)
