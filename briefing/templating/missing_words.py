"""A briefing's language → what an author has to know of it before the template is filled."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.errors import Diagnostic
from briefing.model import Briefing
from briefing.model.language_names import has_name, language_name
from briefing.resources import templates_folder
from briefing.templating.words import Words, read_words

__all__ = ["language_problems"]

_EXAMPLE = "contact"
_MOST_NAMED = 5
"""Words."""


def language_problems(briefing: Briefing) -> Iterator[Diagnostic]:
    """Warn of a language that lacks words of the interface.

    Raises:
        TemplateError: the words cannot be read.
    """
    language = briefing.masthead.language
    words = read_words(templates_folder() / "words", language)
    if words.missing:
        position = briefing.masthead.positions.get("language", briefing.position)
        hint = "They are marked as English, for those who listen."
        if not has_name(language):
            hint = "Write the tag of a language, such as cy for Welsh or fa-AF for Dari."
        yield Diagnostic("warning", "untranslated", _message(words, language), position, hint)


def _message(words: Words, language: str) -> str:
    if not has_name(language):
        return (
            f'No language is known by the tag "{language}": '
            f"headings such as “{words.fallback.get(_EXAMPLE, '')}” come out in English."
        )
    language = language_name(language, "en")
    if not words.own:
        return (
            f"The words of the template are not translated into {language} yet: "
            f"headings such as “{words.fallback.get(_EXAMPLE, '')}” come out in English."
        )
    named = [f"“{words.fallback[name]}”" for name in words.missing[:_MOST_NAMED]]
    more = len(words.missing) - len(named)
    named += [f"{more} more"] if more else []
    listed = " and ".join([", ".join(named[:-1]), named[-1]] if named[1:] else named)
    return (
        f"Some words of the template are not translated into {language} yet, or were translated from older ones: "
        f"{listed} {'come' if named[1:] else 'comes'} out in English."
    )
