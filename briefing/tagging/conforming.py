"""The last check before a file is written: what no conforming file may lack.

Reading and templating say all of this earlier and in the author's own terms; whoever hands a tree of their own to
``write_pdf`` learns it here. See: ISO 14289-1, 7.1 (title), 7.2 (language), 7.3 (graphics); ISO 19005-2, 6.1.13
(limits), 6.7.4 (language).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from briefing.errors import Diagnostic, LayoutError, Position
from briefing.memory import FORGETFUL, Memory, Same
from briefing.typesetting import CONTAINERS, HEADINGS, TreeNode

__all__ = ["LONGEST_STRING", "check_conforming"]

LONGEST_STRING = 32_767
"""Bytes of a string in an archival file: ISO 19005-2, 6.1.13."""

_LANGUAGE_TAG = re.compile(r"(?:[A-Za-z]{2,8}|[xX](?=-))(?:-[A-Za-z0-9]{1,8})*\Z")
"""As BCP 47 writes the tag of a language."""

_TOLD_BY_TAG = HEADINGS | {"img"}
"""Elements that can be wrong without an attribute."""


def check_conforming(
    tree: TreeNode,
    *,
    title: str,
    language: str,
    typed: Mapping[int, str],
    position: Position | None = None,
    memory: Memory = FORGETFUL,
) -> None:
    """Refuse a document that cannot become a conforming file.

    ``typed`` are the texts that are written as they were typed, by node; ``position`` is for what has no place of its
    own. A block that ``memory`` knows is not looked at again.

    Raises:
        LayoutError: with every reason.
    """
    problems = [*_of_the_whole(title, language, position), *_of_nodes(tree, memory), *_of_typed(tree, typed)]
    if problems:
        raise LayoutError(*problems)


def _of_the_whole(title: str, language: str, position: Position | None) -> Iterator[Diagnostic]:
    if not title.strip():
        yield Diagnostic("error", "no-title", "The document has no title.", position, "Give it one.")
    if not language:
        hint = "Say which it is in, such as en-GB."
        yield Diagnostic("error", "no-language", "The document says no language.", position, hint)
    elif not _LANGUAGE_TAG.match(language):
        yield _unknown_language(language, position)


def _of_nodes(node: TreeNode, memory: Memory) -> Iterator[Diagnostic]:
    if node.tag not in CONTAINERS:
        yield from memory.recall(_of_block, Same(node))
        return
    yield from _of_node(node)
    for child in node.children:
        yield from _of_nodes(child, memory)


def _of_block(block: Same[TreeNode]) -> tuple[Diagnostic, ...]:
    nodes = (node for node in block.value.walk() if node.attributes or node.tag in _TOLD_BY_TAG)
    return tuple(problem for node in nodes for problem in _of_node(node))


def _of_node(node: TreeNode) -> Iterator[Diagnostic]:
    language = node.get("lang")
    if language and not _LANGUAGE_TAG.match(language):
        yield _unknown_language(language, node.position)
    if node.tag == "img" and "alt" not in node.attributes:
        hint = "Say what it shows, for those who cannot see it."
        yield Diagnostic("error", "missing-alt", "A picture has no alt text.", node.position, hint)
    for what, value, size in _strings(node):
        if size > LONGEST_STRING:
            yield _too_long(what, value, node)


def _of_typed(tree: TreeNode, typed: Mapping[int, str]) -> Iterator[Diagnostic]:
    if any(_in_utf_16(text) > LONGEST_STRING for text in typed.values()):
        for node in tree.walk():
            if _in_utf_16(typed.get(node.number, "")) > LONGEST_STRING:
                yield _too_long("This text", typed[node.number], node)


def _strings(node: TreeNode) -> Iterator[tuple[str, str, int]]:
    """What is written of a node in one piece: what it is, its text, and how many bytes that may take."""
    if node.tag in HEADINGS:
        yield "This heading", node.spoken(), _in_utf_16(node.spoken())
    if alternative := node.get("alt"):
        yield "This alt text", alternative, _in_utf_16(alternative)
    if address := node.get("href"):
        percent_encoded = 3 * len(address.encode("utf-8", "surrogatepass"))
        yield "This address", address, percent_encoded


def _too_long(what: str, value: str, node: TreeNode) -> Diagnostic:
    message = f"{what} has {len(value):,} characters, more than an archival file may hold in one piece."
    return Diagnostic("error", "too-long", message, node.position, "Shorten it.")


def _in_utf_16(value: str) -> int:
    mark = 2
    return mark + len(value.encode("utf-16-be", "surrogatepass"))


def _unknown_language(tag: str, position: Position | None) -> Diagnostic:
    message = f'"{tag[:40]}" is not the tag of a language.'
    return Diagnostic("error", "unknown-language", message, position, "Tags are such as en, en-GB or fa-AF.")
