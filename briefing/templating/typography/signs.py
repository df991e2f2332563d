"""All that is set otherwise in one line of text."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.templating.typography.addresses import without_addresses
from briefing.templating.typography.dashes import dash, ellipsis
from briefing.templating.typography.language import Language, language_of
from briefing.templating.typography.line import Change, Line, changed
from briefing.templating.typography.quotes import mark_in_word, quotation_marks
from briefing.templating.typography.spaces import SPACES

__all__ = ["changes_in", "typeset_text"]


def typeset_text(text: str, language: str) -> str:
    """Set a text that stands for itself, in a language given by its BCP 47 tag."""
    return changed(text, changes_in(Line(text, ((0, language_of(language)),))))


def changes_in(line: Line) -> list[Change]:
    """Find what is changed in a line, in reading order; no two changes overlap."""
    line = Line(without_addresses(line.text), line.languages, line.goes_on)
    quotes: list[int] = []
    found = [change for language in line.known_languages for change in _in_language(line, language, quotes)]
    if quotes:
        found += quotation_marks(line, sorted(quotes))
    return sorted(found)


def _in_language(line: Line, language: Language, quotes: list[int]) -> Iterator[Change]:
    """Find what is changed where a line is written in a language; quotation marks are only collected."""
    is_only_one = len(line.languages) == 1
    for found in language.sign.finditer(line.text):
        at, end, rule = found.start(), found.end(), found.lastgroup or ""
        if not is_only_one and line.language(at) is not language:
            continue
        if rule in SPACES:
            space = SPACES[rule](line.text, at, language)
            if space:
                yield Change(at, end, space)
        elif rule == "apostrophe":
            yield Change(at, end, mark_in_word(line, at))
        elif rule == "share":
            yield Change(at, end, language.percent_sign)
        elif rule == "quote":
            quotes.append(at)
        elif rule == "hyphens":
            yield from dash(line, at, end)
        else:
            yield from ellipsis(at, end)
