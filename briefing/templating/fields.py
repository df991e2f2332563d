"""Merge fields: what is printed where the content says ``{{ recipient.NAME | otherwise "words" }}``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from briefing.model import Element, Node

__all__ = ["field_text", "filled"]


def field_text(field: Element, recipient: Mapping[str, str] | None) -> str | None:
    """Find the recipient's value of a field, or else the author's words for it; ``None`` where there is neither."""
    value = (recipient or {}).get(field.get("data-field").removeprefix("recipient."), "")
    return value or field.attributes.get("data-otherwise")


def filled(nodes: Iterable[Node], recipient: Mapping[str, str] | None) -> Iterator[Node]:
    """Yield a sentence with each field replaced by its text, at any depth; a field without one leaves nothing."""
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif "data-field" in node.attributes:
            yield field_text(node, recipient) or ""
        else:
            yield replace(node, children=tuple(filled(node.children, recipient)))
