"""The document tree → HTML text. The one place where text is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from briefing.errors import Diagnostic, TemplateError
from briefing.model import Element, Node
from briefing.templating.vocabulary import DEPTH_LIMIT, ELEMENTS

__all__ = ["nodes_to_html", "to_html"]

_MARKS = re.compile("[&<>'\"]")


def to_html(element: Element) -> Markup:
    """Write an element as HTML, its position as ``data-at``.

    Raises:
        TemplateError: when elements stand deeper in one another than typesetting goes.
    """
    return nodes_to_html((element,))


def nodes_to_html(nodes: Iterable[Node]) -> Markup:
    """Write elements and texts in a row as HTML.

    Raises:
        TemplateError: as ``to_html``.
    """
    pieces: list[str] = []
    for node in nodes:
        _write(node, pieces, 0)
    return Markup("".join(pieces))


def _write(node: Node, pieces: list[str], depth: int) -> None:
    if isinstance(node, str):
        pieces.append(_escaped(node))
        return
    if depth > DEPTH_LIMIT:
        message = f"More than {DEPTH_LIMIT} elements stand inside one another here."
        raise TemplateError(Diagnostic("error", "too-deep", message, node.position))
    pieces.append(f"<{_escaped(node.tag)}{_attributes(node)}>")
    rule = ELEMENTS.get(node.tag)
    if rule and rule.void:
        return
    for child in node.children:
        _write(child, pieces, depth + 1)
    pieces.append(f"</{_escaped(node.tag)}>")


def _attributes(element: Element) -> str:
    written = [f' {_escaped(name)}="{_escaped(value)}"' for name, value in element.attributes.items()]
    if element.position:
        written.append(f' data-at="{_escaped(str(element.position))}"')
    return "".join(written)


def _escaped(text: str) -> str:
    """Escape what means something in HTML; most texts have nothing of it."""
    return str(escape(text)) if _MARKS.search(text) else str(text)
