"""What every page of a machine's translation says until somebody has checked it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from briefing.model import Briefing, direction
from briefing.model.language_names import language_name
from briefing.resources import templates_folder
from briefing.templating.words import FALLBACK, read_words

__all__ = ["Mark", "translation_marks"]

_WORD = "machine_translation"


class Mark(NamedTuple):
    """A line in one of the two languages."""

    language: str
    """That of its words, as a BCP 47 tag."""
    direction: Literal["ltr", "rtl"]
    text: str


def translation_marks(briefing: Briefing) -> tuple[Mark, ...]:
    """Say it in the language of the edition and in that of the original; of any other briefing nothing.

    A language that lacks the words says it in English, and once is enough.

    Raises:
        TemplateError: the words cannot be read.
    """
    translation = briefing.translation
    if translation is None or not translation.unchecked_machine:
        return ()
    edition, original = briefing.masthead.language, translation.language
    marks = (_mark(each, edition=edition, original=original) for each in (edition, original))
    return tuple({mark.text: mark for mark in marks}.values())


def _mark(language: str, *, edition: str, original: str) -> Mark:
    words = read_words(templates_folder() / "words", language)
    spoken = language if _WORD in words.own else FALLBACK
    names = {"original": language_name(original, spoken), "language": language_name(edition, spoken)}
    return Mark(spoken, direction(spoken), words.text(_WORD).format(**names))
