"""Text → its words, numbers and signs; two texts → is it another spelling, or are there other words?

A change is one of spelling where the letters are the same but for capitals, accents, hyphens and spaces, where a word
stood twice, or where one letter inside a word is missing, doubled, another, or has changed places with its neighbour.
The first letter has to be the same, and the last one unless it changed places: what changes there is another word
("legal", "illegal") or another form ("soldier", "soldiers"). In a name no letter may become another: Iran is not Iraq.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import takewhile
from typing import NamedTuple

from briefing.reading.dates import with_latin_digits

__all__ = ["LONGEST", "Respelled", "Words", "is_number", "respelled", "spans_of_words", "steps", "words_in"]

LONGEST = 400
"""Words of a sentence that are compared one by one; of a longer one it is only told that it differs."""
_SHORTEST = 4
"""Letters of a word of which one may differ."""
_LONGEST_WORD = 40
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ＇", "'"))
_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_CURRENCIES = "$¢£¤¥\u20a0-\u20cf\ufdfc"
_TOKEN = re.compile(
    rf"(?:(?<![\w.,)\]])[-−–+](?=\d))?\d+(?:[.,٫٬]\d+)*"
    rf"|[{_IDEOGRAPHS}]|[^\W\d_{_IDEOGRAPHS}]+(?:'[^\W\d_{_IDEOGRAPHS}]+)*"
    rf"|[%‰°<>=±×{_CURRENCIES}]"
)
"""A number with its sign, an ideograph, a word, or a sign that says what a number is."""
_SIGNS = str.maketrans("−–", "--")
_STARTS_NUMBER = re.compile(r"[-+]?\d")

_MOST_PAIRS = 4_000
"""Of a word in one text and the same in the other."""

Words = tuple[str, ...]


class Step(NamedTuple):
    """A run of words of two texts, by their numbers from 0."""

    start: int
    end: int
    its_start: int
    its_end: int
    is_same: bool = False


class Respelled(NamedTuple):
    """Words that are spelled in another way."""

    before: str
    now: str


def words_in(text: str) -> Words:
    """List the words, numbers and signs of a text as typed, without punctuation; digits are Latin ones."""
    return tuple(token.translate(_SIGNS) for token in _TOKEN.findall(_plain_signs(text)))


def is_number(word: str) -> bool:
    """Tell a number from a word or a sign."""
    return _STARTS_NUMBER.match(word) is not None


def spans_of_words(text: str) -> tuple[tuple[int, int], ...]:
    """List where these words stand."""
    return tuple(found.span() for found in _TOKEN.finditer(_plain_signs(text)))


def _plain_signs(text: str) -> str:
    """Write apostrophes and digits as the pattern has them; every letter stays in its place."""
    return with_latin_digits(text.translate(_APOSTROPHES))


def respelled(before: Sequence[str], now: Sequence[str]) -> tuple[Respelled, ...] | None:
    """List what is only spelled in another way; ``None`` where there are other words."""
    if max(len(before), len(now)) > LONGEST:
        return None if [*map(str.casefold, before)] != [*map(str.casefold, now)] else ()
    found: list[Respelled] = []
    folded = [each.casefold() for each in before], [each.casefold() for each in now]
    for start, end, its_start, its_end, is_same in steps(*folded):
        if is_same:
            continue
        old, new = before[start:end], now[its_start:its_end]
        side, place = (folded[0], start) if old else (folded[1], its_start)
        if not (_is_same_run(old, new) if old and new else _is_said_twice(side, place, len(old or new))):
            return None
        found.append(Respelled(" ".join(old), " ".join(new)))
    return tuple(found)


def steps(before: Sequence[str], now: Sequence[str]) -> Iterator[Step]:
    """Part two rows of words into runs that are the same and runs that differ, by turns.

    Where the same words come again and again, so that to align them takes long, all between the first and the last
    difference is one run.
    """
    head = _shared(before, now)
    tail = _shared(before[head:][::-1], now[head:][::-1])
    old, new = before[head : len(before) - tail], now[head : len(now) - tail]
    if head:
        yield Step(0, head, 0, head, is_same=True)
    if old or new:
        yield from _aligned(old, new, head)
    if tail:
        yield Step(len(before) - tail, len(before), len(now) - tail, len(now), is_same=True)


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """Count the words with which both rows begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _aligned(old: Sequence[str], new: Sequence[str], place: int) -> Iterator[Step]:
    counted = Counter(new)
    if sum(counted[word] for word in old) > _MOST_PAIRS:
        yield Step(place, place + len(old), place, place + len(new))
        return
    for tag, start, end, its_start, its_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield Step(place + start, place + end, place + its_start, place + its_end, is_same=tag == "equal")


def _is_same_run(before: Sequence[str], now: Sequence[str]) -> bool:
    if any(map(is_number, (*before, *now))):
        return False
    if _plain("".join(before)) == _plain("".join(now)):
        return True
    return len(before) == len(now) and all(map(_is_same_word, before, now))


def _is_said_twice(words: Sequence[str], place: int, length: int) -> bool:
    """Tell whether one word stands at a place, and the same before or behind it."""
    word = words[place]
    beside = (*words[max(place - 1, 0) : place], *words[place + 1 : place + 2])
    return length == 1 and word.isalpha() and word in beside


def _is_same_word(before: str, now: str) -> bool:
    one, other = _plain(before), _plain(now)
    if one == other:
        return True
    if not _SHORTEST <= min(len(one), len(other)) <= max(len(one), len(other)) <= _LONGEST_WORD:
        return False
    are_names = before[0].isupper() and now[0].isupper()
    return one[0] == other[0] and _is_one_edit(one, other, substituted=not are_names)


def _is_one_edit(one: str, other: str, *, substituted: bool) -> bool:
    """Tell whether a letter more or fewer, two neighbours exchanged, or another letter makes one word of the other."""
    shared = _shared(one, other)
    mine, its = one[shared:], other[shared:]
    if len(mine) == len(its) and mine[:2] == its[1::-1] and mine[2:] == its[2:]:
        return True
    if one[-1] != other[-1]:
        return False
    if len(mine) == len(its):
        return substituted and mine[1:] == its[1:]
    return mine[1:] == its or mine == its[1:]


def _plain(word: str) -> str:
    """Leave out capitals, accents and apostrophes."""
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(each for each in apart if each.isalnum())
