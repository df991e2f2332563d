"""Parse a body's Markdown into a tree of blocks: CommonMark with tables, notes, definitions and our own blocks.

Nothing is replaced: no raw HTML, no entities, no smart quotes, no links made of bare addresses. Text inside the blocks
is not parsed here but when a block is read, see ``body.inline``.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

import briefing.reading.markdown.targets as targets
from briefing.reading.markdown.block_rules import FENCES, block_rules
from briefing.reading.markdown.fences import Fences
from briefing.reading.markdown.inline_rules import inline_rules

__all__ = ["MOST_LEVELS", "Block", "Environment", "new_environment", "parse_blocks", "parse_inline", "walk_blocks"]

MOST_LEVELS = 20
"""How deep blocks may stand in each other; a list is two levels deep, its items and itself."""

Environment = MutableMapping[str, Any]
"""What the parser remembers of a text: its link references, the labels of its notes, its fences."""


@dataclass(slots=True)
class Block:
    """A block with the blocks inside it."""

    kind: str
    """The parser's word without ``_open``: ``paragraph``, ``bullet_list``, ``inline`` for the text itself."""
    token: Token
    children: list[Block] = field(default_factory=list)

    @property
    def line(self) -> int:
        """Index of its first line, from 0."""
        return self.token.map[0] if self.token.map else 0


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


def new_environment(fences: Fences | None = None) -> Environment:
    """Make what the parser needs to know before it begins."""
    return {FENCES: fences or Fences()}


def parse_blocks(text: str, environment: Environment) -> list[Block]:
    """Parse a whole text; its link references and labels of notes are added to the environment."""
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
    return root


def parse_inline(text: str, environment: Environment) -> list[Token]:
    """Parse the text of one block."""
    parser = _parser()
    return parser.inline.parse(text, parser, environment, [])


def walk_blocks(blocks: list[Block]) -> Iterator[Block]:
    """Yield every block, in the order typed."""
    for block in blocks:
        yield block
        yield from walk_blocks(block.children)
