"""What stands in an article and not on paper: films, recordings, other sites in frames, and struck words."""

from __future__ import annotations

from collections.abc import Callable

from lxml.html import HtmlElement

from briefing.errors import Diagnostic, Position
from briefing.importing.html.leftovers import Places
from briefing.importing.html.telling import first_told, shown
from briefing.importing.trees import is_unseen, words_of

__all__ = ["told_of_embedded", "without_struck_words"]

_WHAT = {"video": "A film", "audio": "A recording"}
_ELSE = "What another page shows here"
_SOURCES = ("src", "data-src", "data", "data-lazy-src")


def without_struck_words(tree: HtmlElement, file: str) -> tuple[Diagnostic, ...]:
    """Take struck words off the text of an article, and say so."""
    found: list[Diagnostic] = []
    for element in list(tree.iter("del", "s", "strike")):
        words = words_of(element)
        if words and element.getparent() is not None:
            message = f"Struck words were left out: “{shown(words)}”."
            hint = "Put them back if they are the article's."
            found.append(Diagnostic("warning", "struck-words", message, _position(element, file), hint))
            element.drop_tree()
    return first_told(found)


def told_of_embedded(
    tree: HtmlElement, places: Places, between: range, link: Callable[[str], str], file: str
) -> tuple[Diagnostic, ...]:
    """Say which films and the like stand ``between`` places of an article; ``link`` makes their addresses whole."""
    elements = tree.iter("iframe", "video", "audio", "embed", "object")
    inside = [each for each in elements if places.get(each, -1) in between and _is_outermost_and_seen(each)]
    return first_told([_embedded(each, link, file) for each in inside])


def _embedded(element: HtmlElement, link: Callable[[str], str], file: str) -> Diagnostic:
    typed = [element.get(name, "") for name in _SOURCES] + [each.get("src", "") for each in element.iter("source")]
    address = next((whole for each in typed if (whole := link(each))), "")
    what = _WHAT.get(str(element.tag), _ELSE)
    message = f"{what} cannot be printed and was left out{f': {shown(address)}' if address else ''}."
    hint = f"Write a link to it: [What it shows]({shown(address)})" if address else "Write in a sentence what it shows."
    return Diagnostic("warning", "embedded-left-out", message, _position(element, file), hint)


def _is_outermost_and_seen(element: HtmlElement) -> bool:
    if element.get("hidden") is not None or {element.get("width"), element.get("height")} & {"0", "1"}:
        return False
    return not any(is_unseen(above) for above in element.iterancestors())


def _position(element: HtmlElement, file: str) -> Position:
    return Position(file, element.sourceline or 1)
