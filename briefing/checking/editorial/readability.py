"""How hard a section is to read, by the length of its words and sentences.

LIX: words to a sentence, and of 100 words those with more than six letters. It needs no syllables and no list of
words, and so means about the same in the languages that it has been tried in. Formulas with syllables want a dictionary
of how words are spoken: places where a word may be parted, which are at hand, are fewer than its syllables.

See: C. H. Björnsson, Läsbarhet, 1968; J. Anderson, "Lix and Rix", Journal of Reading 26 (1983).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.checking.editorial.edited import BODY, ON_HANDOUTS, Edited, doubt
from briefing.claims import Passage, sentences
from briefing.errors import Diagnostic, Position

__all__ = ["hard_sections"]

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LONG = 6
"""Letters of the longest word that is not long."""
_HARDEST = 55
"""What lies above is read by those who have to: newspapers lie around 45, laws above 60."""
_HARDEST_ON_HANDOUTS = 45
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
    """Warn of sections that are above the limit, each at its heading, and of what a handout may have of all of it."""
    by_section: dict[int, list[Passage]] = {}
    for passage in edited.passages:
        if passage.place in BODY:
            by_section.setdefault(edited.of_section(passage), []).append(passage)
    for number, passages in by_section.items():
        heading = edited.headings[number - 1] if number else None
        name = f'The section "{heading.text.strip()[:60]}"' if heading else "The text before the first heading"
        yield from _judged(name, heading.position if heading else passages[0].position, passages, _HARDEST)
    if short := [passage for passage in edited.passages if passage.place in ON_HANDOUTS and passage.text.strip()]:
        yield from _judged("What a handout may have", short[0].position, short, _HARDEST_ON_HANDOUTS)


def _judged(name: str, position: Position, passages: Sequence[Passage], hardest: int) -> Iterator[Diagnostic]:
    counts = _counted(passages)
    if counts.words >= _FEWEST_WORDS and counts.lix > hardest:
        yield _hard(name, position, counts, hardest)


def _hard(name: str, position: Position, counts: _Counts, hardest: int) -> Diagnostic:
    share = round(100 * counts.long_words / counts.words)
    each = round(counts.words / counts.sentences)
    message = (
        f"{name} is hard to read, LIX {counts.lix}: {each} words to a sentence, and {share} per cent of the words have "
        "more than six letters."
    )
    return doubt("readability", message, position, f"Shorter sentences help most; {hardest} is a good limit.")


def _counted(passages: Sequence[Passage]) -> _Counts:
    words = long_words = count = 0
    for passage in passages:
        for sentence in sentences((passage.text,), passage.language):
            found = [len(word) for word in _WORD.findall(sentence.text)]
            words += len(found)
            long_words += sum(length > _LONG for length in found)
            count += bool(found)
    return _Counts(words, long_words, count)
