"""The text of a source → what can be searched: signs that mean the same made equal, words one by one."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

__all__ = ["OMISSION", "Captured", "equalised", "readable", "spans", "tokens"]

OMISSION = "…"

_QUOTATION_MARKS = '"“”„‟«»‹›‘’‚‛`´′″＂＇「」『』〝〞〟'
_DASHES = "‐‑‒–—―−﹘－"
_LETTERS = {"\u064a": "\u06cc", "\u0649": "\u06cc", "\u0643": "\u06a9"}
"""Forms of Arabic letters that keyboards mistake for each other: yeh and kaf."""
_SPACES = "\u200c\t\n\v\f\r\u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_EQUAL = str.maketrans(
    {**dict.fromkeys(_QUOTATION_MARKS, "'"), **dict.fromkeys(_DASHES, "-"), **dict.fromkeys(_SPACES, " "), **_LETTERS}
)
"""One sign for one sign, so that every place stays where it is."""
_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_SIGNS = "\u0640\u064b-\u065f\u0670\u0610-\u061a"
"""Vowel signs, and what makes a word longer: not everybody writes them."""
_UNREAD = re.compile(f"[{_SIGNS}]+")
_TOKEN = re.compile(
    rf"[{_IDEOGRAPHS}]|[^\W{_IDEOGRAPHS}](?:[^\W{_IDEOGRAPHS}]|[{_SIGNS}]|'(?=[^\W{_IDEOGRAPHS}]))*"
    r"|\.\ ?\.\ ?\.|'{1,3}|-{1,3}|[^\w ]"
)
"""Words, ideographs one by one, and marks: dots for what is left out, doubled quotation marks and dashes as one."""
_DOTS = dict.fromkeys(("...", ". . .", ".. .", ". .."), OMISSION)
_SAME = {"''": "'", "'''": "'", "--": "-", "---": "-", **_DOTS}
_PIECE = re.compile(r"(?s:.{1,20000})[^ ]*(?: \.)*")
"""A part of an equalised text that ends where no word and no row of dots is cut."""
_PARTED = re.compile(r"(?<=[^\W\d_])-\n(?=[^\W\d_])")
_PARTING = 2
"""Letters of a hyphen and the end of its line."""
_NOTE = re.compile(r"(?<=\w|[.,;:'!?)])(?:\[\d{1,3}\])+")
_RAISED = re.compile(r"(?:(?<=[^\W\d]|[.,;:'!?)])|(?<=\d\d\d))[¹²³⁰⁴-⁹]+")
"""Numbers of notes behind a word, ``[1]`` or raised: nobody quotes them."""
_NOTE_RAISED = re.compile(r"(?<=\w\w\w)[¹²³⁰⁴-⁹]+")
"""The same in a sentence whose figures are read: behind a short word it is the power of a measure."""
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-‐‑](?=\n?[^\W\d_])")
"""In a word: whoever quotes "decision-makers" may write decision makers."""
_LEFT_OUT = re.compile(r"^[ \t]*[\[(]?(?:…|\.{3})[\])]?[ \t]*$", re.MULTILINE)


def equalised(text: str) -> str:
    """Write quotation marks, dashes and white space with one sign each; every letter stays in its place.

    A space stands for a hyphen within a word, and for raised figures behind one: they number notes.
    """
    return _RAISED.sub(_blank, _HYPHEN.sub(" ", text).translate(_EQUAL))


def readable(text: str) -> str:
    """Equalise the text of a source, in which spaces stand for the numbers of its notes, ``[1]``, too."""
    return _NOTE.sub(_blank, equalised(text))


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def tokens(text: str) -> list[str]:
    """List the words and marks of an equalised text, the same for all that means the same."""
    found = [_SAME.get(token, token) for token in _TOKEN.findall(text)]
    return [_UNREAD.sub("", token) or token for token in found] if _UNREAD.search(text) else found


def spans(text: str) -> list[tuple[int, int]]:
    """List where these words and marks stand."""
    return [match.span() for match in _TOKEN.finditer(text)]


class _Piece(NamedTuple):
    """A part of a text, cut between two words."""

    start: int
    text: str
    """Equalised."""
    first: int
    """Number of its first word."""


class _Made(NamedTuple):
    """What is made of a text."""

    words: str
    pieces: tuple[_Piece, ...]
    length: int
    """In words."""


@dataclass(frozen=True, eq=False)
class Captured:
    """The text of a source, made ready once and searched for many claims."""

    text: str
    """In Unicode's composed form, without signs that nobody sees, as ``reading`` gives it."""

    @property
    def words(self) -> str:
        """Its words and marks, each with a space before and behind it."""
        return self._made.words

    @cached_property
    def without_notes(self) -> str:
        """The text with spaces for the numbers of notes: they are no part of the number before them."""
        return _NOTE.sub(_blank, _NOTE_RAISED.sub(_blank, self.text))

    @cached_property
    def joined(self) -> Joined | None:
        """The text with the words whole that are parted at the ends of lines; ``None`` where none is."""
        places = [match.start() for match in _PARTED.finditer(self.text)]
        return Joined(Captured(_PARTED.sub("", self.text)), places) if places else None

    @cached_property
    def is_excerpt(self) -> bool:
        """Whether a line of it says that something is left out there, ``[…]``: what is not in it may be there."""
        return _LEFT_OUT.search(self.text) is not None

    @cached_property
    def folded(self) -> str:
        """The same without capitals, for what is only alike."""
        return self.words.casefold()

    @property
    def count(self) -> int:
        """How many words and marks it has."""
        return self._made.length

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Give where some words stand in the text, by the numbers of the first and the last of them, from 0."""
        return self._place(first)[0], self._place(last)[1]

    def tokens(self, first: int, last: int) -> list[str]:
        """Give some words as they are compared."""
        start, end = self.span(first, last)
        return tokens(readable(self.text[start:end]))

    def surface(self, first: int, last: int) -> str:
        """Give some words as they are written, white space as one."""
        start, end = self.span(first, last)
        return " ".join(self.text[start:end].split())

    def _place(self, number: int) -> tuple[int, int]:
        pieces = self._made.pieces
        piece = pieces[bisect_right(pieces, number, key=lambda each: each.first) - 1]
        start, end = spans(piece.text)[number - piece.first]
        return piece.start + start, piece.start + end

    @cached_property
    def _made(self) -> _Made:
        """Read the words, part by part: where one stands is found without a list of where all stand."""
        words: list[str] = []
        pieces: list[_Piece] = []
        first = 0
        for match in _PIECE.finditer(readable(self.text)):
            if listed := tokens(match[0]):
                words.append(" ".join(listed))
                pieces.append(_Piece(match.start(), match[0], first))
                first += len(listed)
        return _Made(f" {' '.join(words)} ", tuple(pieces), first)


@dataclass(frozen=True, eq=False)
class Joined:
    """A text without the hyphens that stand in it because a line ends."""

    captured: Captured
    places: list[int]
    """Where a hyphen and the end of its line stood in the text before."""

    def before(self, place: int) -> int:
        """Give the place in the text before that a place in this one was."""
        removed = bisect_right([start - number * _PARTING for number, start in enumerate(self.places)], place)
        return place + removed * _PARTING
