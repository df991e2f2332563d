"""Text from elsewhere → Markdown of one line a paragraph: HTML's marks become ours, every other sign stays a sign.

Only bold, italic, code and links to the web are taken over. A paragraph, a line break, a list item ends a paragraph;
whatever else stands in angle brackets is left out, and named if it showed something. No HTML comes out of here.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

__all__ = ["FromHtml", "as_paragraph", "as_line", "read_html"]

_SIGNS = re.compile(r"[\\`*_{}\[\]<~^$|#]")
_BLOCK_START = re.compile(r"[-+#>=:|!]|Table:|\d{1,9}[.)]")
_TAG = re.compile(
    r"""<(/?)([A-Za-z][A-Za-z0-9-]*+)((?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+)>|<!--(?:[^-]|-(?!->))*+-->|<![^<>]*+>"""
)
_ADDRESS = re.compile(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_LINKED = re.compile(r"(?:https?://|mailto:)[^\s<>()\\\[\]{}|^`\"]+", re.IGNORECASE)
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*", "a": "a"}
_PARAGRAPHS = frozenset(
    {"br", "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "tr", "table", "section"}
)
_NOTHING_LOST = frozenset({"span", "font", "small", "big", "tbody", "thead", "center", "article", "html", "body"})
"""Marks whose words say the same without them."""
_UNSEEN = frozenset({"script", "style", "template", "head", "title", "noscript", "textarea", "select"})
"""What stands inside is not text."""


class FromHtml(NamedTuple):
    """What became of a text with HTML in it."""

    paragraphs: tuple[str, ...]
    """Markdown, of one line each; none of them empty."""
    lost: tuple[str, ...]
    """Names of the marks that showed something, one entry for each: ``img``."""
    words: str
    """All of it as plain text."""


def as_line(text: str) -> str:
    """Write plain text so that Markdown prints it as it stands, inside a line."""
    return _SIGNS.sub(r"\\\g<0>", " ".join(text.split()))


def as_paragraph(markdown: str) -> str:
    """Write a line of Markdown so that it begins a paragraph, and not a list, a heading or anything else."""
    found = _BLOCK_START.match(markdown)
    if found is None:
        return markdown
    sign = found.end() - 1
    return f"{markdown[:sign]}\\{markdown[sign:]}"


def read_html(text: str) -> FromHtml:
    """Read a text that may have HTML in it; an angle bracket that begins no mark is text."""
    reader = _Reader()
    reader.read(text)
    # an exclamation mark before a link would make a picture of it
    lines = ("".join(_written(each.nodes, "", "")).replace("![", r"\![") for each in reader.paragraphs)
    found = (" ".join(line.split()) for line in lines)
    words = " ".join(_words(each.nodes) for each in reader.paragraphs)
    return FromHtml(tuple(line for line in found if line), tuple(reader.lost), " ".join(words.split()))


@dataclass(slots=True)
class _Marked:
    """Words with a mark; the paragraph itself has none."""

    mark: str = ""
    address: str = ""
    nodes: list[str | _Marked] = field(default_factory=list)


class _Open(NamedTuple):
    """A mark that has begun, and where the words in it go: elsewhere only if it is new and we have it."""

    mark: str
    node: _Marked


class _Reader:
    def __init__(self) -> None:
        self.paragraphs = [_Marked()]
        self.lost: list[str] = []
        self._open: list[_Open] = []
        self._unseen = ""

    @property
    def _node(self) -> _Marked:
        return self._open[-1].node if self._open else self.paragraphs[-1]

    def read(self, text: str) -> None:
        place = 0
        for found in _TAG.finditer(text):
            self._text(text[place : found.start()])
            place = found.end()
            if found[2]:
                self._tag(found[2].lower(), found[3], closing=bool(found[1]))
        self._text(text[place:])

    def _text(self, text: str) -> None:
        if not self._unseen and text:
            self._node.nodes.append(html.unescape(text))

    def _tag(self, name: str, attributes: str, *, closing: bool) -> None:
        if self._unseen:
            self._unseen = "" if closing and name == self._unseen else self._unseen
        elif name in _MARKS:
            self._close(_MARKS[name]) if closing else self._begin(_MARKS[name], attributes)
        elif name in _PARAGRAPHS:
            self._new_paragraph()
        elif not closing and name not in _NOTHING_LOST:
            self.lost.append(name)
            self._unseen = name if name in _UNSEEN else ""

    def _begin(self, mark: str, attributes: str) -> None:
        address = _address(attributes) if mark == "a" else ""
        is_link = bool(_LINKED.fullmatch(address))
        if address and not is_link:
            self.lost.append("a")
        known = any(each.node.mark == mark for each in self._open)
        self._open.append(
            _Open(mark, self._node if known or (mark == "a" and not is_link) else self._new(mark, address))
        )

    def _new(self, mark: str, address: str) -> _Marked:
        """Open a mark inside those that are open; each kind is open once at most, so they never stand deep."""
        opened = _Marked(mark, address)
        self._node.nodes.append(opened)
        return opened

    def _close(self, mark: str) -> None:
        """End the innermost such mark, and those that were begun inside it."""
        depth = next((index for index in reversed(range(len(self._open))) if self._open[index].mark == mark), None)
        if depth is not None:
            del self._open[depth:]

    def _new_paragraph(self) -> None:
        """Begin a paragraph, in which the same marks are open."""
        opened, self._open = dict.fromkeys((each.node.mark, each.node.address) for each in self._open), []
        self.paragraphs.append(_Marked())
        for mark, address in opened:
            if mark:
                self._open.append(_Open(mark, self._new(mark, address)))


def _address(attributes: str) -> str:
    found = _ADDRESS.search(attributes)
    return html.unescape(next((each for each in found.groups() if each), "")).strip() if found else ""


def _words(nodes: Sequence[str | _Marked]) -> str:
    return "".join(each if isinstance(each, str) else _words(each.nodes) for each in nodes)


def _written(nodes: Sequence[str | _Marked], before: str, after: str) -> Iterator[str]:
    """Write nodes as Markdown; ``before`` and ``after`` are the characters around them."""
    for node, following in zip(nodes, _following(nodes, after), strict=True):
        text = _SIGNS.sub(r"\\\g<0>", node) if isinstance(node, str) else _written_mark(node, before, following)
        yield text
        before = text[-1:] or before


def _following(nodes: Sequence[str | _Marked], after: str) -> list[str]:
    """Find the first letter behind each node, ``after`` behind the last: going back, each is looked at once."""
    letters = []
    for node in reversed(nodes):
        letters.append(after)
        after = _words([node])[:1] or after
    return letters[::-1]


def _written_mark(node: _Marked, before: str, after: str) -> str:
    inner = "".join(_written(node.nodes, "" if node.mark else before, "" if node.mark else after))
    words = inner.strip()
    if not node.mark or not words:
        return inner
    lead, trail = inner[: len(inner) - len(inner.lstrip())], inner[len(inner.rstrip()) :]
    if node.mark == "a":
        return f"{lead}[{words}]({node.address}){trail}"
    # Beside a letter Markdown takes a star before a sign for text, and next to another star it is anybody's guess.
    opens = (words[0].isalnum() or bool(lead) or not before or before.isspace()) and (lead or before != "*")
    closes = (words[-1].isalnum() or bool(trail) or not after or after.isspace()) and (trail or after != "*")
    if opens and closes:
        return f"{lead}{node.mark}{words}{node.mark}{trail}"
    return "".join(_written(node.nodes, before, after))  # for the marks inside stand beside other letters without it
