"""Set pages → the words that are parted at a line's end, for those editions that promise to part none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.errors import Diagnostic, Position
from briefing.typesetting.recording import Fragment
from briefing.typesetting.tree import TreeNode

__all__ = ["parted_words"]

_NO_WORD = frozenset("/@_=&\\")
"""Signs of addresses, which end where their line does."""
_LONGEST = 80
"""Letters of a word that are shown."""
_MOST_TOLD = 20
"""Words."""
_HINT = (
    "In large print words are to stay whole: take a shorter one, write it in two or with a dash, or give a table fewer "
    "columns."
)


def parted_words(tree: TreeNode, drawn: Iterable[tuple[int, Fragment]]) -> Iterator[Diagnostic]:
    """Warn of each word that is wider than its place, once, given the fragments with the numbers they count from."""
    found = dict.fromkeys(
        (base + node, word) for base, fragment in drawn for node, word in fragment.parted if _is_word(word)
    )
    if not found:
        return
    positions = dict(_positions(tree, tree.position))
    told = dict.fromkeys((word, positions.get(node, tree.position)) for node, word in found)
    for word, position in [*told][:_MOST_TOLD]:
        shown = f"{word[:_LONGEST]}…" if len(word) > _LONGEST else word
        message = f'"{shown}" is wider than the place where it stands, and is parted at the end of a line.'
        yield Diagnostic("warning", "word-parted", message, position, _HINT)
    if len(told) > _MOST_TOLD:
        message = f"{len(told) - _MOST_TOLD} more words are parted at the end of a line."
        yield Diagnostic("warning", "word-parted", message, tree.position, _HINT)


def _is_word(text: str) -> bool:
    return _NO_WORD.isdisjoint(text) and "." not in text.rstrip(".…,;:!?)”»“")


def _positions(node: TreeNode, around: Position | None) -> Iterator[tuple[int, Position | None]]:
    """Yield where each node was typed, or else the nearest that holds it."""
    waiting = [(node, around)]
    while waiting:
        each, above = waiting.pop()
        here = each.position or above
        yield each.number, here
        waiting += ((child, here) for child in each.children)
