"""Short forms in capitals: one letter beside that of a known body, or never said in full."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from briefing.checking.editorial.bodies import BODIES, COMMON, NEIGHBOURS, TAKEN_FOR_EACH_OTHER
from briefing.checking.editorial.edited import Edited, doubt
from briefing.checking.editorial.slips import differing_places, have_swapped, is_one_letter_more
from briefing.checking.editorial.word_lists import listed
from briefing.claims import Passage
from briefing.errors import Diagnostic, Position

__all__ = ["never_spelled_out", "wrong_acronyms"]

_SHORT = re.compile(r"(?<![\w@#./:-])[A-Z][A-Z&]{0,7}[A-Z](?=s?(?!\w|[-./:@]\w))")
_SMALL_WORD = re.compile(r"\b[a-z]{2,6}\b")
_LETTERS = re.compile(r"[^\W\d_]+")
_FAR = 60
"""Characters on either side of a short form that are looked at."""
_ROMAN = re.compile(r"[IVXLCDM]+")
_BRACKETS = re.compile(r"\(\s*(?:the\s+)?[“\"'‘]?([A-Z][A-Za-z&-]{1,10}?)s?[”\"'’]?\s*[;,)]")
_LONG = re.compile(r"\s*[,(]\s*(?:or\s+|in\s+full,?\s+|for\s+)?(?:the\s+)?[A-Z][a-z]+(?:\s+[\w’'-]+){1,9}")
"""What stands behind a short form that is explained there: "UNDP, the United Nations Development Programme"."""
_KNOWN = frozenset({*BODIES, *COMMON, *NEIGHBOURS})
_WELL_KNOWN = frozenset({*COMMON, "INTERPOL", "EUROPOL", "NASA", "NATO", "OPEC", "UNESCO", "UNICEF"})
_SMALL = frozenset(listed("a an and at by de del des du en et for für in la le of on the to und von"))
_MOST_WORDS = 10
"""Words of a name whose first letters are looked at."""
_SHORTEST = 4
"""Letters of a short form that can be taken for another: of three, one letter away there is always one."""
_SHORTEST_CHANGED = 5
"""The same where it lacks a letter or has another one; of four, only two may have changed places."""
_SHOUTED = 3
"""So many words in capitals one after the other are no short forms."""
_LONGEST_UNKNOWN = 6
"""Letters of a word in capitals that may be a short form, though nobody knows it; longer ones are said loudly."""


class _Occurrence(NamedTuple):
    short: str
    passage: Passage
    start: int


class _ShortForms:
    """The short forms of a briefing, and what it says of them."""

    def __init__(self, edited: Edited) -> None:
        self._edited = edited
        self._passages = [each for each in edited.passages if each.place not in ("title", "description")]

    @cached_property
    def _small(self) -> frozenset[str]:
        """All words in small letters."""
        return frozenset(word for passage in self._passages for word in _SMALL_WORD.findall(passage.text))

    @cached_property
    def _spelled(self) -> frozenset[str]:
        """What the first letters of names make."""
        return frozenset(_first_letters(passage.text for passage in self._passages))

    @cached_property
    def occurrences(self) -> Mapping[str, list[_Occurrence]]:
        """Where each is used, in reading order."""
        found: dict[str, list[_Occurrence]] = {}
        for passage in self._passages:
            for match in _SHORT.finditer(passage.text):
                if not _is_shouted(passage.text, match.start(), match.end()):
                    found.setdefault(match[0], []).append(_Occurrence(match[0], passage, match.start()))
        return found

    def is_asked_after(self, short: str) -> bool:
        """Tell whether a reader may want to know what it stands for: no numeral, no word said loudly."""
        if short in BODIES:
            return short not in _WELL_KNOWN
        is_known = short in _WELL_KNOWN or bool(_ROMAN.fullmatch(short))
        return not is_known and len(short) <= _LONGEST_UNKNOWN and short.casefold() not in self._small

    def is_explained(self, short: str) -> bool:
        """Tell whether the fields or the text say what it stands for."""
        return self.explained_at(short) is not None

    def explained_at(self, short: str) -> int | None:
        """Tell which of its occurrences has an explanation beside it; -1 where there is one elsewhere."""
        if short in self._edited.briefing.abbreviations:
            return -1
        for number, each in enumerate(self.occurrences[short]):
            if _is_in_brackets(each) or _LONG.match(each.passage.text, each.start + len(short)):
                return number
        return -1 if short.replace("&", "") in self._spelled else None


def wrong_acronyms(edited: Edited) -> Iterator[Diagnostic]:
    """Warn of what is most likely a slip: once for each short form, where it stands first."""
    forms = _ShortForms(edited)
    for short, occurrences in forms.occurrences.items():
        if short in TAKEN_FOR_EACH_OTHER and not forms.is_explained(short):
            yield from _taken_for(edited, forms, short)
        elif len(short) >= _SHORTEST and short not in _KNOWN:
            meant = next((body for body in BODIES if _is_slip(short, body)), "")
            if meant and not forms.is_explained(short):
                message = f'There is no "{short}" among the bodies that are known here; {meant} is one letter away.'
                hint = f"{meant} is the {BODIES[meant]}. If you mean another body, say its full name once."
                yield doubt("wrong-acronym", message, _place(edited, occurrences[0]), hint)


def _taken_for(edited: Edited, forms: _ShortForms, short: str) -> Iterator[Diagnostic]:
    taken = TAKEN_FOR_EACH_OTHER[short]
    for occurrence in forms.occurrences[short]:
        text = occurrence.passage.text.casefold()
        beside = next((word for word in taken.is_meant_beside if re.search(rf"\b{word}", text)), "")
        both = any(re.search(rf"\b{word}", text) for word in (taken.meant.casefold(), *taken.not_beside))
        if beside and not both:
            what = f", the {BODIES[short]}," if short in BODIES else ""
            message = f'"{short}"{what} is named where the text speaks of "{_word(occurrence.passage.text, beside)}".'
            hint = f"{taken.meant} is the {BODIES[taken.meant]}: look up which of the two your source names."
            yield doubt("wrong-acronym", message, _place(edited, occurrence), hint)
            return


def never_spelled_out(edited: Edited) -> Iterator[Diagnostic]:
    """Warn of short forms that are used before their full names, or without them."""
    forms = _ShortForms(edited)
    for short, occurrences in forms.occurrences.items():
        if not forms.is_asked_after(short):
            continue
        explained = forms.explained_at(short)
        if explained is None:
            message = f'Nothing says what "{short}" stands for.'
            hint = f"Say it where it stands first, Full Name ({short}), or in the field abbreviations."
            yield doubt("acronym", message, _place(edited, occurrences[0]), hint)
        elif explained > 0:
            place = _place(edited, occurrences[explained])
            message = f'"{short}" stands here before it is explained, in line {place.line}.'
            hint = "Explain it where it stands first."
            yield doubt("acronym", message, _place(edited, occurrences[0]), hint)


def _place(edited: Edited, occurrence: _Occurrence) -> Position:
    return edited.place(occurrence.passage, occurrence.start, occurrence.start + len(occurrence.short))


def _word(text: str, beginning: str) -> str:
    found = re.search(rf"\b{beginning}\w*", text, re.IGNORECASE)
    return found[0] if found else beginning


def _is_in_brackets(occurrence: _Occurrence) -> bool:
    """Tell whether it follows its full name, as in "National Resistance Front (NRF)"."""
    found = _BRACKETS.match(occurrence.passage.text, max(occurrence.passage.text.rfind("(", 0, occurrence.start), 0))
    return bool(found and found[1] == occurrence.short)


def _first_letters(texts: Iterable[str]) -> Iterator[str]:
    """Yield the first letters of words with capitals in a row; one small word may stand between two of them."""
    for text in texts:
        words = _LETTERS.findall(text)
        for place, word in enumerate(words):
            if word[0].isupper():
                yield from _letters_from(words[place : place + 2 * _MOST_WORDS])


def _letters_from(words: list[str]) -> Iterator[str]:
    letters, was_small = "", False
    for word in words:
        if word[0].isupper():
            letters, was_small = letters + word[0], False
            if len(letters) > 1:
                yield letters
        elif was_small or word not in _SMALL:
            return
        else:
            was_small = True


def _is_shouted(text: str, start: int, end: int) -> bool:
    """Tell a short form from one of several words in capitals."""
    before, behind = _LETTERS.findall(text[max(start - _FAR, 0) : start]), _LETTERS.findall(text[end : end + _FAR])
    run = 0
    for word in (*before[-_SHOUTED + 1 :], text[start:end], *behind[: _SHOUTED - 1]):
        run = run + 1 if word.isupper() else 0
        if run >= _SHOUTED:
            return True
    return False


def _is_slip(short: str, body: str) -> bool:
    """Tell whether two neighbouring letters changed places, or, of a longer word, one is another, missing or added."""
    if have_swapped(short, body):
        return True
    if min(len(short), len(body)) < _SHORTEST_CHANGED:
        return False
    places = differing_places(short, body)
    is_changed = len(short) == len(body) and len(places) == 1 and places[0] > 0
    return is_changed or is_one_letter_more(short, body) or is_one_letter_more(body, short)
