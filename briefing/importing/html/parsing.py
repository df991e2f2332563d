"""The text of a page → a tree of its elements, made ready: what scripts would do later is done, and nothing is run."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from briefing.errors import Diagnostic, Position
from briefing.importing.html.lightening import without_written_files

__all__ = ["nothing_found", "parsed"]

_MOST_TAGS = 60_000
_LONGEST_TEXT = 6_000_000
"""Characters without styles, scripts and files that are written into the page."""
_DEEPEST = 250
"""Elements in one another; the parser drops the rest of the page a little further down."""
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,300}\?>")
_PICTURE_SOURCES = ("data-src", "data-original", "data-lazy-src", "data-hi-res-src", "data-srcset", "srcset")
_TOGGLED = re.compile(r"accordion|collaps|panel|answer|toggle|expand|tab-|content|details|more", re.IGNORECASE)
_LONG = 60
"""Characters of what is folded away: a hint is shorter."""


def parsed(text: str, file: str) -> HtmlElement | Diagnostic:
    """Parse a page; a diagnostic where it is empty or no honest page."""
    if _is_too_large(text):  # only then, as some pages say their day in a script alone
        text = without_written_files(text)
    if _is_too_large(text):
        begun = _tree_of(_beginning(text))
        if begun is not None and _too_deep(begun):
            return _told_too_deep(file)
        limit = f"{_MOST_TAGS:,} opening and closing tags" if _has_many_tags(text) else f"{_LONGEST_TEXT:,} characters"
        message = f"This page is too large to be an article: it has more than {limit}, pictures not counted."
        return Diagnostic(
            "error", "too-large", message, Position(file), "Save the article by itself, and take that file."
        )
    tree = _tree_of(text)
    if tree is None:
        return nothing_found(file)
    if _too_deep(tree):
        return _told_too_deep(file)
    _make_ready(tree)
    return tree


def _tree_of(text: str) -> HtmlElement | None:
    """Parse a text; ``None`` where it holds no element."""
    blank = _DECLARATION.sub(lambda found: "\n" * found[0].count("\n"), text)
    try:
        return document_fromstring(blank, parser=HTMLParser(remove_pis=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _beginning(text: str) -> str:
    """Cut a text off where it is too large."""
    return "<".join(text[:_LONGEST_TEXT].split("<", _MOST_TAGS)[:_MOST_TAGS])


def _told_too_deep(file: str) -> Diagnostic:
    message = f"The elements of this page stand in each other more than {_DEEPEST} deep."
    hint = "Copy the article's text into a file, and take that."
    return Diagnostic("error", "too-deep", message, Position(file), hint)


def _is_too_large(text: str) -> bool:
    return _has_many_tags(text) or len(text) > _LONGEST_TEXT


def _has_many_tags(text: str) -> bool:
    return text.count("<") > _MOST_TAGS


def nothing_found(file: str) -> Diagnostic:
    """Say that a page has no article."""
    return Diagnostic(
        "error", "no-article", "There is no text in this page.", Position(file), "Look whether it is the right file."
    )


def _too_deep(tree: HtmlElement) -> bool:
    depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            return True
    return False


def _make_ready(tree: HtmlElement) -> None:
    """Show what is folded away and give each picture its address."""
    for head in list(tree.iter("head")):  # libxml2 puts elements there that it does not know, if no body is opened
        if next(head.iter("p", "div", "h1", "article", "main", "section"), None) is not None:
            head.tag = "div"
    for element in list(tree.iter("amp-img", "amp-anim")):
        element.tag = "img"
    for element in tree.xpath("//*[@data-note]"):  # it is ours, for markers of notes
        element.attrib.pop("data-note")
    for element in tree.iter("img"):
        _give_address(element)
    for element in list(tree.iter("noscript")):
        _place_picture(element)
    for link in list(tree.iter("a")):
        _take_off_written_address(link)
    for element in tree.xpath("//*[@hidden or contains(@style, 'display')]"):
        if _is_folded(element):
            element.attrib.pop("hidden", None)
            element.attrib.pop("style", None)


def _take_off_written_address(link: HtmlElement) -> None:
    """Take off the address of a link that the print view of a page writes behind it."""
    behind, address = link.getnext(), link.get("href", "").strip()
    if not address or behind is None or behind.tag != "span" or len(behind) or (link.tail or "").strip():
        return
    if (behind.text or "").strip().strip("[]()<>") == address:
        behind.drop_tree()


def _is_folded(element: HtmlElement) -> bool:
    """Tell what a click would show from what is never shown."""
    named = f"{element.get('class', '')} {element.get('id', '')} {element.get('role', '')}"
    return (
        bool(_TOGGLED.search(named)) and "preview" not in named.lower() and len(element.text_content().strip()) > _LONG
    )


def _give_address(image: HtmlElement) -> None:
    """Take the address that a script would set in the end."""
    if image.get("src", "") and not image.get("src", "").startswith("data:"):
        return
    for name in _PICTURE_SOURCES:
        if typed := image.get(name, "").strip():
            image.set("src", typed.split(",")[-1].split()[0] if "srcset" in name else typed)
            return


def _place_picture(fallback: HtmlElement) -> None:
    """Put the picture of a ``noscript`` in the place of the empty one before it."""
    inside, before = fallback.find(".//img"), fallback.getprevious()
    if inside is None:
        return
    if before is not None and before.tag == "img" and not before.get("src", ""):
        before.set("src", inside.get("src", ""))
    elif before is None or (before.tag != "img" and before.find(".//img") is None):
        inside.tail = None
        fallback.addprevious(inside)
