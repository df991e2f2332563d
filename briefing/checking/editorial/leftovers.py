"""Words that stood around an article on its page and came along with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from briefing.checking.editorial.edited import BODY, Edited, doubt
from briefing.checking.editorial.page_words import AROUND_ARTICLES, FOR_A_MOUSE
from briefing.claims import Passage
from briefing.errors import Diagnostic, Position

__all__ = ["leftovers"]

_OF_PROGRAMS = "en"
"""The language that programs speak on pages in any other."""
_LONGEST = 200
"""Characters of a passage that may be left over as a whole."""
_SHOWN = 60
_BEHIND = r"\s*(?:\(\s*\d*\s*\))?[\s.…:»›>→]*"
"""What such words may end with: the number of comments, dots, an arrow."""
_GOES_ON = r"\b(?!.*[.!?؟]\s*\Z).*"
_NUMBER = r"(?:\d+\s+)?"
_QUOTATION_MARKS = frozenset("\"'“”‘’«»„‹›")


def leftovers(edited: Edited) -> Iterator[Diagnostic]:
    """Warn of them in the article's language and in English."""
    languages = tuple(dict.fromkeys((edited.language, _OF_PROGRAMS)))
    around, for_a_mouse = _pattern(AROUND_ARTICLES, languages), _pattern(FOR_A_MOUSE, languages)
    for heading in edited.headings:
        if len(heading.text) <= _LONGEST and around.fullmatch(heading.text):
            yield _around(heading.text, heading.position)
    for passage in edited.passages:
        text = passage.text.strip()
        if passage.place in BODY and len(text) <= _LONGEST and around.fullmatch(text):
            yield _around(text, passage.position)
            continue
        for found in for_a_mouse.finditer(passage.text):
            if passage.text[found.start() - 1 : found.start()] not in _QUOTATION_MARKS:
                yield _for_a_mouse(edited, passage, found)


def _pattern(table: Mapping[str, str], languages: tuple[str, ...]) -> re.Pattern[str]:
    listed = ", ".join(table[language] for language in languages if language in table)
    phrases = "|".join(_phrase(phrase.split()) for phrase in listed.split(","))
    return re.compile(rf"\b(?:{phrases})(?!\w){_BEHIND}", re.IGNORECASE)


def _phrase(words: list[str]) -> str:
    """Write a phrase as a pattern; an apostrophe may be straight."""
    number, rest = (_NUMBER, words[1:]) if words[0] == "#" else ("", words)
    goes_on = rest[-1] == "…"
    plain = r"\s+".join(re.escape(word).replace("’", "['’]") for word in (rest[:-1] if goes_on else rest))
    return number + plain + (_GOES_ON if goes_on else "")


def _around(text: str, position: Position) -> Diagnostic:
    message = f'"{text[:_SHOWN]}" looks like something that stood around the article on its page.'
    return doubt("leftovers", message, position, "Take it out, if it is no part of the text.")


def _for_a_mouse(edited: Edited, passage: Passage, found: re.Match[str]) -> Diagnostic:
    message = f'"{found[0].strip()}" means nothing on paper: nobody can click there.'
    hint = "Write where it leads: the words as a link, [the petition](https://…), or the address itself."
    return doubt("leftovers", message, edited.place(passage, found.start(), found.end()), hint)
