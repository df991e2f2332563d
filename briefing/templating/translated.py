"""What every page of a machine's translation says until somebody has checked it."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from briefing.model import Briefing, direction
from briefing.model.language_names import language_name
from briefing.resources import templates_folder
from briefing.templating.words import FALLBACK, read_words

__all__ = ["translation_mark"]

_WORD = "machine_translation"


class _Half(NamedTuple):
    language: str
    text: str


def translation_mark(briefing: Briefing) -> Markup:
    """Say it in the language of the edition and in that of the original, each marked as such; else nothing.

    A language that lacks the words says it in English, and once is enough.

    Raises:
        TemplateError: the words cannot be read.
    """
    translation = briefing.translation
    if translation is None or not translation.unchecked_machine:
        return Markup()
    language = briefing.masthead.language
    halves = (_half(each, translation.language, language) for each in (language, translation.language))
    spans = (
        Markup('<span lang="{}" dir="{}">{}</span>').format(half.language, direction(half.language), half.text)
        for half in {half.text: half for half in halves}.values()
    )
    return Markup(" · ").join(spans)


def _half(language: str, original: str, edition: str) -> _Half:
    words = read_words(templates_folder() / "words", language)
    spoken = language if _WORD in words.own else FALLBACK
    names = {"original": language_name(original, spoken), "language": language_name(edition, spoken)}
    return _Half(spoken, words.text(_WORD).format(**names))
