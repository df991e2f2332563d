"""Text with marks in it → its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.claims.shortened import shortened_words
from briefing.model import Element, Node, plain_text
from briefing.model.languages import read_tag

__all__ = ["Sentence", "sentence_ends", "sentences"]

_END = re.compile(
    r"(?<![.!?…؟۔।])[.!?…؟۔।]+[\"'”’»)\]]*\s+(?=[\"'“‘«(\[¿¡]*(?P<next>\w))|(?<![。！？])[。！？]+[」』”’]*"
)
_LAST_WORD = re.compile(r"[^\W\d_](?:[\w.]*\w)?\Z")
_LAST_NUMBER = re.compile(r"(?<!\d)\d{1,2}\Z")
_DAY_WITH_POINT = frozenset({"cs", "da", "de", "et", "fi", "hr", "hu", "lv", "nb", "no", "pl", "sk", "sl", "tr"})
"""Languages in which a full stop stands behind the figures of a day."""


class Sentence(NamedTuple):
    """A sentence, with the white space behind it."""

    nodes: tuple[Node, ...]

    @property
    def text(self) -> str:
        """Its plain text, in which the end of a line is a space."""
        return "".join(map(_text, self.nodes))

    @property
    def is_cited(self) -> bool:
        """Tell whether it cites a source, or says why it cites none."""
        return any(isinstance(node, Element) and _is_evidence(node) for node in self.nodes)


def sentences(nodes: Sequence[Node], language: str) -> tuple[Sentence, ...]:
    """Part the children of a passage; joined again they are what they were. No element is divided."""
    parter = _Parter([*sentence_ends("".join(map(_text, nodes)), language)])
    for node in nodes:
        parter.take(node)
    parter.close()
    return tuple(parter.found)


def sentence_ends(text: str, language: str) -> Iterator[int]:
    """Yield the offsets in a text at which its sentences end, with the white space behind them, but for the last."""
    short = shortened_words(language)
    has_points = read_tag(language).language in _DAY_WITH_POINT
    for match in _END.finditer(text):
        if match.end() < len(text) and not _leads_on(text, match, short, has_points):
            yield match.end()


class _Parter:
    """Takes the nodes of a passage one after the other, and parts them at some offsets of its text."""

    def __init__(self, cuts: Sequence[int]) -> None:
        self.found: list[Sentence] = []
        self._cuts = cuts
        self._place = 0
        self._offset = 0
        self._current: list[Node] = []

    def take(self, node: Node) -> None:
        """Take the next node."""
        end = self._offset + len(_text(node))
        if self._cut() == self._offset and not _is_behind(node):
            self.close()
            self._place += 1
        if isinstance(node, str):
            self._take_text(node, end)
        else:
            self._current.append(node)
            while self._offset < self._cut() < end:
                self._place += 1
        self._offset = end

    def close(self) -> None:
        """End the sentence."""
        if self._current:
            self.found.append(Sentence(tuple(self._current)))
        self._current = []

    def _take_text(self, text: str, end: int) -> None:
        start = self._offset
        while 0 < self._cut() < end:
            self._current.append(text[start - self._offset : self._cut() - self._offset])
            self.close()
            start = self._cut()
            self._place += 1
        self._current.append(text[start - self._offset :])

    def _cut(self) -> int:
        return self._cuts[self._place] if self._place < len(self._cuts) else -1


def _leads_on(text: str, match: re.Match[str], short: frozenset[str], has_points: bool) -> bool:
    """Tell whether a full stop belongs to the word or number before it, or the next word is in small letters."""
    if (match["next"] or "").islower():
        return True
    before = text[max(match.start() - 20, 0) : match.start()]
    word = _LAST_WORD.search(before)
    is_initial = word is not None and len(word[0]) == 1 and word[0].isupper()
    is_short = word is not None and (is_initial or word[0] in short or "." in word[0])
    return match[0][0] == "." and (is_short or (has_points and bool(_LAST_NUMBER.search(before))))


def _text(node: Node) -> str:
    return " " if isinstance(node, Element) and node.tag == "br" else plain_text(node)


def _is_behind(node: Node) -> bool:
    """Tell whether something belongs to the words before it."""
    return isinstance(node, Element) and (_is_evidence(node) or "noteref" in node.classes)


def _is_evidence(node: Element) -> bool:
    return "citation" in node.classes or "waiver" in node.classes
