"""Links inside a document → links inside the article, where they lead to something."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from briefing.errors import Position
from briefing.model import Element, Node, plain_text

__all__ = ["with_known_places"]

_LONGEST_SIGN = 6
"""Characters of the sign of a note, such as ``xxviii``."""


def with_known_places(
    elements: Iterable[Element],
    names: Mapping[str, str],
    notes: Mapping[str, str],
    lost: Callable[[str, Position | None], None],
    repeated: Callable[[str], None],
) -> tuple[Element, ...]:
    """Lead links to the names of places by their bookmarks; those that lead nowhere become words, and are ``lost``.

    ``notes`` are the names of notes by the bookmarks around their markers: a link to one repeats the marker, and the
    sign that was shown there, which is counted anew, is ``repeated``; words that lead to it stay before the marker.
    """

    def led(element: Element) -> tuple[Node, ...]:
        children = tuple(
            node for child in element.children for node in (led(child) if isinstance(child, Element) else (child,))
        )
        href = element.get("href")
        if element.tag != "a" or not href.startswith("#") or "noteref" in element.classes:
            return (replace(element, children=children),)
        if (note := notes.get(href[1:])) is not None:
            marker = Element("a", (), {"class": "noteref", "href": f"#{note}"}, element.position)
            if len(shown := plain_text(element).strip()) > _LONGEST_SIGN:
                return (*children, marker)
            repeated(shown)
            return (marker,)
        if (name := names.get(href[1:])) is not None:
            return (replace(element, children=children).with_attributes(href=f"#{name}"),)
        lost(href[1:], element.position)
        return children

    return tuple(node for element in elements for node in led(element) if isinstance(node, Element))
