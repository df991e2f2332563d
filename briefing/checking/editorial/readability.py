"""How hard a section is to read, by the length of its words and sentences.

LIX: words to a sentence, and of 100 words those with more than six letters. It needs no syllables and no list of
words, and so means about the same in the languages that it has been tried in. Libraries that know more formulas count
syllables with a dictionary that they fetch first.

See: C. H. Björnsson, Läsbarhet, 1968; J. Anderson, "Lix and Rix", Journal of Reading 26 (1983).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefing.checking.editorial.edited import BODY, Edited, PlacedText, doubt
from briefing.claims import Passage, sentences
from briefing.errors import Diagnostic

__all__ = ["hard_sections"]

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LONG = 6
"""Letters of the longest word that is not long."""
_HARDEST = 55
"""What lies above is read by those who have to: newspapers lie around 45, laws above 60."""
_FEWEST_WORDS = 100
"""Of fewer words, a single one decides."""


class _Counts(NamedTuple):
    """What is counted of a section."""

    words: int
    long_words: int
    sentences: int

    @property
    def lix(self) -> int:
        """Readability: from 20, for children, to 60 and more."""
        return round(self.words / self.sentences + 100 * self.long_words / self.words)


def hard_sections(edited: Edited) -> Iterator[Diagnostic]:
    """Warn of sections that are above the limit, each at its heading."""
    by_section: dict[int, list[Passage]] = {}
    for passage in edited.passages:
        if passage.place in BODY:
            by_section.setdefault(edited.of_section(passage), []).append(passage)
    for number, passages in by_section.items():
        counts = _counted(passages)
        if counts.words >= _FEWEST_WORDS and counts.lix > _HARDEST:
            begins = edited.headings[number - 1] if number else PlacedText("", passages[0].position)
            yield _hard(begins, counts)


def _hard(section: PlacedText, counts: _Counts) -> Diagnostic:
    name = f'The section "{section.text.strip()[:60]}"' if section.text else "The text before the first heading"
    share = round(100 * counts.long_words / counts.words)
    each = round(counts.words / counts.sentences)
    message = (
        f"{name} is hard to read, LIX {counts.lix}: {each} words to a sentence, and {share} per cent of the words have "
        "more than six letters."
    )
    return doubt("readability", message, section.position, f"Shorter sentences help most; {_HARDEST} is a good limit.")


def _counted(passages: Iterable[Passage]) -> _Counts:
    words = long_words = count = 0
    for passage in passages:
        for sentence in sentences((passage.text,), passage.language):
            found = [len(word) for word in _WORD.findall(sentence.text)]
            words += len(found)
            long_words += sum(length > _LONG for length in found)
            count += bool(found)
    return _Counts(words, long_words, count)
