"""The words of a document against those of the article made of it: whatever is missing is said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element as XmlElement

from briefing.importing.docx.graphics import alternative
from briefing.importing.docx.names import child, goes_on
from briefing.model import Element, Node

__all__ = ["words_in_nodes", "words_in_part", "words_missing"]

_WORD = re.compile(r"\w+")
_LONGEST_MARK = 8
"""Letters of the mark of a note, such as xxxviii."""
_PARTING = frozenset(
    ("w:tab", "w:ptab", "w:br", "w:cr", "w:noBreakHyphen", "w:softHyphen", "w:sym", "w:rt", "w:rubyBase")
)
_OTHERWISE = frozenset(("w:del", "w:moveFrom", "m:oMath", "w:instrText"))
"""What is told, or written in another way."""
_GOES_ON = "\0"
"""What ends a paragraph that is one with the next: a character that XML cannot hold."""
_LISTS_AND_TABLES = ("ul", "ol", "li", "table", "thead", "tbody", "tr", "td", "th", "caption")
_OTHER_BLOCKS = ("p", "blockquote", "figure", "img", "figcaption", "aside", "div", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = frozenset((*_LISTS_AND_TABLES, *_OTHER_BLOCKS))


def words_missing(there: Iterable[str], here: Iterable[str], marks: Sequence[str] = ()) -> list[str]:
    """List the words of some texts that other texts do not have as often, in their order.

    ``marks`` are words that became markers of notes: in a document they may stand right behind a word.
    """
    left = Counter(word for text in (*here, *marks) for word in _WORD.findall(text))
    known = frozenset(marks)
    missing = []
    for text in there:
        for typed in _WORD.findall(text):
            words = (typed,) if left[typed] > 0 else _without_mark(typed, known, left)
            left.subtract(words)
            missing += [word for word in words if left[word] < 0]
    return missing


def _without_mark(word: str, marks: frozenset[str], left: Mapping[str, int]) -> tuple[str, ...]:
    """Part a word that is not there from the mark of a note at its end."""
    parted = ((word[:-length], word[-length:]) for length in range(1, _LONGEST_MARK + 1))
    return next((parts for parts in parted if parts[1] in marks and left.get(parts[0], 0) > 0), (word,))


def words_in_part(root: XmlElement) -> list[str]:
    """Read each paragraph of a part of a document, those in text boxes by themselves."""
    texts: list[str] = []
    _gather(root, [], texts)
    return texts


def _gather(part: XmlElement, line: list[str], texts: list[str]) -> None:
    if part.tag in _OTHERWISE:
        return
    if part.tag == "mc:AlternateContent":
        chosen = alternative(part)
        if chosen is not None:
            _gather(chosen, line, texts)
        return
    is_apart = _is_apart(part)
    line += [" "] if is_apart else []
    line = [] if part.tag in ("w:p", "w:txbxContent") else line
    if part.tag == "w:t":
        line.append(part.text or "")
    for each in part:
        _gather(each, line, texts)
    line += [" "] if is_apart else []
    if part.tag == "w:p":
        ending = _GOES_ON if goes_on(child(part, "w:pPr")) else ""
        before = texts.pop().removesuffix(_GOES_ON) if texts and texts[-1].endswith(_GOES_ON) else ""
        texts.append(before + "".join(line) + ending)


def _is_apart(part: XmlElement) -> bool:
    """Tell whether words may have been left out on purpose, so that those around them are not joined by them."""
    hidden, control = child(part, "w:rPr", "w:vanish"), child(part, "w:sdtPr", "w:showingPlcHdr")
    return part.tag in _PARTING or hidden is not None or control is not None


def words_in_nodes(nodes: Iterable[Node]) -> Iterator[str]:
    """Read blocks of an article, each paragraph by itself."""
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif any(isinstance(each, Element) and each.tag in _BLOCKS for each in node.children):
            yield from words_in_nodes(node.children)
        else:
            yield "".join(_inline(node))


def _inline(element: Element) -> Iterator[str]:
    for node in element.children:
        if isinstance(node, str):
            yield node
        elif node.tag == "br":
            yield " "
        else:
            yield from _inline(node)
