"""Sentences and paragraphs that are hard to read for their length."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefing.checking.editorial.edited import BODY, ON_HANDOUTS, Edited, doubt
from briefing.claims import Place, sentences
from briefing.errors import Diagnostic

__all__ = ["long_paragraphs", "long_sentences"]

_WORD = re.compile(r"\w[\w’'.,-]*")


class _Limits(NamedTuple):
    """Most words of a sentence and of a paragraph."""

    sentence: int
    paragraph: int


_OF_TEXT = _Limits(35, 150)
_OF_HANDOUT = _Limits(25, 80)
_JUDGED: frozenset[Place] = frozenset({*BODY, *ON_HANDOUTS, "note"})
_SHOWN = 50


def long_sentences(edited: Edited) -> Iterator[Diagnostic]:
    """Warn of sentences with more words than their place allows."""
    for passage in edited.passages:
        offset, limit = 0, _limits(passage.place).sentence
        for sentence in sentences((passage.text,), passage.language):
            count = len(_WORD.findall(sentence.text))
            if count > limit and passage.place in _JUDGED:
                place = edited.place(passage, offset, offset + len(sentence.text))
                message = f'This sentence has {count} words, {_where(passage.place)}: "{_shown(sentence.text)}".'
                yield doubt("sentence-length", message, place, f"Make two of it; {limit} words are enough.")
            offset += len(sentence.text)


def long_paragraphs(edited: Edited) -> Iterator[Diagnostic]:
    """Warn of paragraphs with more words than their place allows."""
    for passage in edited.passages:
        count, limit = len(_WORD.findall(passage.text)), _limits(passage.place).paragraph
        if count > limit and passage.place in _JUDGED:
            message = f'This paragraph has {count} words, {_where(passage.place)}: "{_shown(passage.text)}".'
            yield doubt("paragraph-length", message, passage.position, f"Make two of it; {limit} words are enough.")


def _limits(place: Place) -> _Limits:
    return _OF_HANDOUT if place in ON_HANDOUTS else _OF_TEXT


def _where(place: Place) -> str:
    return "for a handout" if place in ON_HANDOUTS else "in running text"


def _shown(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else text[:_SHOWN].rstrip() + "…"
