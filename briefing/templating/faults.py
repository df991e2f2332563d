"""What is wrong with an element as a whole: what no tag alone shows, and what no tagged PDF may hold.

See: ISO 14289-1, 7.3 (graphics), 7.4 (headings), 7.5 (tables), 7.9 (notes), 7.18.5 (links).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from briefing.model import Element, is_blank, plain_text, walk

__all__ = ["Fault", "faults_of"]


class Fault(NamedTuple):
    """A mistake of whoever wrote the template."""

    id: str
    message: str
    hint: str = ""


def faults_of(element: Element) -> Iterator[Fault]:
    """Yield what is wrong with an element, not with those inside it."""
    check = _CHECKS.get(element.tag)
    return check(element) if check else iter(())


def _link(element: Element) -> Iterator[Fault]:
    if not _has_words(element):
        yield Fault("empty-link", "There are no words in this <a>.", "Write where it leads.")


def _heading(element: Element) -> Iterator[Fault]:
    if not _has_words(element):
        hint = "Leave it out where there is nothing to say."
        yield Fault("empty-heading", f"There are no words in this <{element.tag}>.", hint)


def _picture(element: Element) -> Iterator[Fault]:
    words = element.get("alt")
    if words and is_blank(words):
        hint = 'Say what it shows; alt="" if it is only ornament.'
        yield Fault("missing-alt", "There are no words in the alt text of this <img>.", hint)


def _figure(element: Element) -> Iterator[Fault]:
    pictures = [each for each in walk(element) if each.tag == "img"]
    if len(pictures) > 1:
        yield Fault("bad-nesting", "There is more than one <img> in this <figure>.", "Give each a <figure> of its own.")
    places = [index for index, child in enumerate(_inside(element)) if child.tag == "figcaption"]
    if len(places) > 1 or places not in ([], [0], [len(_inside(element)) - 1]):
        yield Fault("bad-nesting", "A <figure> has one <figcaption>, as its first or its last.")


def _note(element: Element) -> Iterator[Fault]:
    if "note" in element.classes and not element.get("id"):
        yield Fault("missing-attribute", "A note needs an id, to which its marker leads.")


def _table(element: Element) -> Iterator[Fault]:
    parts = [part.tag for part in _inside(element)]
    if parts.count("caption") > 1 or "caption" in parts[1:-1]:
        yield Fault("bad-nesting", "A <table> has one <caption>, as its first or its last.")
    if "thead" in [tag for tag in parts if tag != "caption"][1:]:
        yield Fault("bad-nesting", "A <table> has one <thead>, before its <tbody>.")
    if not any(_inside(part) for part in _inside(element) if part.tag == "tbody"):
        yield Fault("empty-table", "A <table> needs a <tbody> with a row.", "Leave it out where there are no rows.")
    widths = {_width(row) for part in _inside(element) if part.tag != "caption" for row in _inside(part)}
    if 0 in widths:
        yield Fault("empty-table", "There are no cells in a row of this <table>.", "Leave the row out.")
    elif len(widths) > 1:
        counts = " and ".join(str(width) for width in sorted(widths))
        yield Fault("uneven-table", f"The rows of this <table> have {counts} columns.", "Fill them up, or set colspan.")


def _width(row: Element) -> int:
    return sum(int(cell.get("colspan", "1")) for cell in _inside(row))


def _has_words(element: Element) -> bool:
    """Tell whether there is something to see: letters, or a page number."""
    return not is_blank(plain_text(element)) or any(each.get("data-fill") for each in walk(element))


def _inside(element: Element) -> list[Element]:
    return [child for child in element.children if isinstance(child, Element)]


_CHECKS: Mapping[str, Callable[[Element], Iterator[Fault]]] = MappingProxyType(
    {
        "a": _link,
        **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
        "img": _picture,
        "figure": _figure,
        **dict.fromkeys(("aside", "div"), _note),
        "table": _table,
    }
)
