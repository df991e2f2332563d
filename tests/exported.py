"""What exported files say, for the tests of exporting."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

from briefing.model import Briefing, Element
from briefing.model.trees import trees

WORD = re.compile(r"\w+")
_VOID = frozenset({"br", "hr", "img", "meta"})
_INLINE = frozenset({"abbr", "cite", "code", "em", "q", "span", "strong", "sub", "sup"})


def words_of(briefing: Briefing) -> set[str]:
    """Every word that the author typed as a sentence, and the title.

    Handout, postcard and the petition to the House have words of their own.
    """
    texts = [briefing.masthead.title]
    texts += [text_of(tree) for tree in trees(replace(briefing, handout=(), postcard=(), commons_petition=None))]
    return {word for text in texts for word in WORD.findall(text)}


def text_of(node: Element | str) -> str:
    """The words of a node that templates leave as they are; blocks stand apart."""
    if isinstance(node, str):
        return node
    if {"citation", "waiver"} & set(node.classes) and node.tag != "a":
        return ""
    if "data-day" in node.attributes or "noteref" in node.classes:
        return " "
    apart = "" if node.tag in _INLINE else " "
    return apart + "".join(map(text_of, node.children)) + apart


class Page(HTMLParser):
    """Reads a page without guessing: what is not closed, stands twice or leads nowhere is a fault."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.ids: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(text)
        self.close()
        self.faults += [f"not closed: {tag}" for tag in self._open]
        self.faults += [f"id twice: {each}" for each in set(self.ids) if self.ids.count(each) > 1]
        targets = [found.get("href") or "" for _, found in self.attributes]
        self.faults += [f"nowhere: {each}" for each in targets if each.startswith("#") and each[1:] not in self.ids]

    def handle_starttag(self, tag, attrs):
        self.text += "" if tag in _INLINE else " "
        self.tags.append(tag)
        self.attributes.append((tag, dict(attrs)))
        self.ids += [value for name, value in attrs if name == "id"]
        if len({name for name, _ in attrs}) < len(attrs):
            self.faults.append(f"attribute twice: {tag}")
        if tag == "p" and "p" in self._open:
            self.faults.append("a paragraph in a paragraph")
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag):
        self.text += "" if tag in _INLINE else " "
        if not self._open or self._open.pop() != tag:
            self.faults.append(f"closed: {tag}")

    def handle_data(self, data):
        if "style" not in self._open:
            self.text += data
