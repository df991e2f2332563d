"""Notes of a page: markers that lead to a text further down → our markers, and the texts by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from lxml.html import HtmlElement

from briefing.importing.trees import BLOCKS, Surroundings, elements_of, words_of
from briefing.model import Element

__all__ = ["Notes", "take_notes"]

_MARK = re.compile(r"[\[(]?\s*(?:note |fn |n)?([0-9]{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶]{1,4})\s*[\])]?", re.IGNORECASE)
_BACK = re.compile(
    r"^[\s↑↩^⤴\u21a9\ufe0e\ufe0f\[\]()*†‡§0-9]{0,8}[a-z]?\s*$|^(?:back|zurück|retour|return|jump up|volver)\b.{0,30}$",
    re.I,
)
_ITEMS = frozenset({"li", "dd", "tr"})
_MOST_IN_A_MARK = 6
"""Elements in a mark that leads back to the text."""
_WHOLE = frozenset({"html", "body", "main", "article"})
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_LONGEST_HEADING = 60
_MOST_LISTS = 20
_MOST_NOTES = 1_000
_LONGEST = 5_000
"""Characters of a note: what is longer is a part of the page that a link leads to."""


class Notes(NamedTuple):
    """The notes of a page, each by its id."""

    texts: Mapping[str, tuple[Element, ...]]
    marks: Mapping[str, str]
    """What the page has as the mark of each."""


def take_notes(tree: HtmlElement, around: Surroundings) -> Notes:
    """Take the notes off a page; their markers stay, and name them in ``data-note``."""
    names: dict[HtmlElement, str] = {}
    marks: dict[str, str] = {}
    for marker, mark, note in list(islice(_markers(tree), _MOST_NOTES)):
        name = names.setdefault(note, f"note-{len(names) + 1}")
        marks.setdefault(name, mark)
        _replace(marker, name)
    texts: dict[str, tuple[Element, ...]] = {}
    for note, name in names.items():
        _without_ways_back(note, marks[name])
        texts[name] = elements_of(note, around)
    _without_cited_places(tree)
    holders = dict.fromkeys(above for note in names if (above := note.getparent()) is not None)
    for note in names:
        if note.getparent() is not None:
            note.drop_tree()
    for holder in list(holders)[:_MOST_LISTS]:
        _without_head(holder)
    return Notes(texts, marks)


def _without_cited_places(tree: HtmlElement) -> None:
    """Take off the ways back of notes that nothing in the text leads to, as encyclopaedias have them."""
    for link in list(islice((each for each in tree.iter("a") if "#cite_ref" in each.get("href", "")), _MOST_NOTES)):
        if _BACK.match(words_of(link)):
            link.drop_tree()


def _without_head(holder: HtmlElement) -> None:
    """Take off the heading of a list that held nothing but notes, and the lines across the page around it."""
    place = holder
    while place.tag not in _WHOLE and place.getprevious() is None and place.getparent() is not None:
        place = place.getparent()
    if place.tag in _WHOLE or words_of(place):
        return
    has_heading = False
    while (before := place.getprevious()) is not None and not (before.tail or "").strip():
        is_heading = before.tag in _HEADINGS and len(words_of(before)) <= _LONGEST_HEADING
        if before.tag != "hr" and (has_heading or not is_heading):
            return
        has_heading = has_heading or is_heading
        before.drop_tree()


def _markers(tree: HtmlElement) -> Iterator[tuple[HtmlElement, str, HtmlElement]]:
    """Yield each marker of a note that stands before it, its mark, and the element of the note."""
    by_id = {name: element for element in tree.iter() if (name := _name(element))}
    order = {element: number for number, element in enumerate(tree.iter())}
    noted: set[HtmlElement] = set()
    for link in tree.iter("a"):
        target = by_id.get(link.get("href", "").rpartition("#")[2]) if "#" in link.get("href", "") else None
        mark = _MARK.fullmatch(words_of(link))
        if target is None or not mark or order[target] < order[link]:
            continue
        note = _whole(target)
        if note is None or any(above in noted or above is note for above in link.iterancestors()):
            continue
        if len(note.text_content()) <= _LONGEST and words_of(note):
            noted.add(note)
            yield link, mark[1], note


def _name(element: HtmlElement) -> str:
    if not isinstance(element.tag, str):
        return ""
    return element.get("id", "") or (element.get("name", "") if element.tag == "a" else "")


def _whole(target: HtmlElement) -> HtmlElement | None:
    """Find the block that a note is: its target or, where that is a mark at its beginning, what holds it."""
    element = target
    while element is not None and (element.tag not in BLOCKS or _is_way_back(element)):
        element = element.getparent()
    return (
        None if element is None or element.tag in {"body", "html", "main", "article", "table", "ol", "ul"} else element
    )


def _is_way_back(element: HtmlElement) -> bool:
    """Tell whether an element is nothing but a mark or a link back to the text."""
    few = sum(1 for _ in islice(element.iterdescendants(), _MOST_IN_A_MARK)) < _MOST_IN_A_MARK
    return few and element.tag not in _ITEMS and bool(_BACK.match(words_of(element)))


def _replace(marker: HtmlElement, name: str) -> None:
    """Let a marker stand for its note, out of the ``sup`` that is nothing but it."""
    place = marker
    while (
        (above := place.getparent()) is not None
        and above.tag in {"sup", "span", "small"}
        and words_of(above) == words_of(marker)
    ):
        place = above
    for child in list(place):
        place.remove(child)
    place.text = None
    place.tag = "a"
    place.attrib.clear()
    place.set("data-note", name)


def _without_ways_back(note: HtmlElement, mark: str) -> None:
    """Take off a note the links back to the text and its own mark."""
    for link in list(note.iter("a", "sup")):
        if (
            link is not note
            and link.getparent() is not None
            and _BACK.match(words_of(link))
            and link.get("data-note") is None
        ):
            link.drop_tree()
    for element in note.iter():
        if element.text and element.text.strip():
            element.text = re.sub(rf"^\s*[\[(]?{re.escape(mark)}[\])]?[.:]?(?:\s+|$)", "", element.text)
            return
        if element is not note and element.tail and element.tail.strip():
            return
