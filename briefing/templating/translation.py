"""A briefing's language → what an author has to know of it before the template is filled."""

from __future__ import annotations

from collections.abc import Iterator

from babel import Locale

from briefing.errors import Diagnostic
from briefing.model import Briefing, direction
from briefing.resources import templates_folder
from briefing.templating.words import read_words

__all__ = ["language_problems"]

_EXAMPLE = "contact"


def language_problems(briefing: Briefing) -> Iterator[Diagnostic]:
    """Refuse a language that is written from right to left, and warn of one that lacks words of the interface.

    Raises:
        TemplateError: the words cannot be read.
    """
    language = briefing.masthead.language
    position = briefing.masthead.positions.get("language", briefing.position)
    if direction(language) == "rtl":
        message = (
            f"A briefing in {_name(language)} is written from right to left, and such an edition cannot be set yet."
        )
        hint = "Make the editions in other languages; this one has to wait."
        yield Diagnostic("error", "right-to-left", message, position, hint)
        return
    words = read_words(templates_folder() / "words", language)
    if words.missing:
        example = words.fallback[_EXAMPLE if _EXAMPLE in words.missing else words.missing[0]]
        message = (
            f"The words of the template are not translated into {_name(language)} yet: "
            f"headings such as “{example}” come out in English."
        )
        hint = "They are marked as English, for those who listen."
        yield Diagnostic("warning", "untranslated", message, position, hint)


def _name(language: str) -> str:
    """``German`` of ``de-AT``; of a language without a name in English, its tag."""
    return str(Locale("en").languages.get(language.partition("-")[0].lower(), language))
