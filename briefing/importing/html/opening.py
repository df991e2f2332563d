"""The first lines of an article: its title, what stands under it, and who wrote it when, which are no paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefing.importing.bylines import BYLINE_WORDS
from briefing.importing.html.facts import Facts
from briefing.importing.html.units import Unit, words_in

__all__ = ["Opening", "opening_of"]

_LONG = 40
"""Words of a paragraph with which the text has begun."""
_MOST_AROUND_A_NAME = 14
"""Words beside the author's name in a line that tells who wrote it."""
_LEAST_OF_A_HEADING = 8
"""Words of a standfirst that is marked up as a heading: a shorter one is the first section's."""
_MOST_IN_A_DATE = 12
_DATE = re.compile(
    r"\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b|\d{1,2}(?:st|nd|rd|th|\.)?\s+[^\W\d]{3,12}\.?,?\s+\d{4}|"
    r"[^\W\d]{3,12}\s+\d{1,2},\s+\d{4}|\d{4}\s*年\s*\d{1,2}\s*月|\d{1,2}:\d{2}"
)
_BY = re.compile(rf"^\W*(?:words|pictures|фото|συντάχθηκε|{BYLINE_WORDS})\b", re.IGNORECASE)
_MINUTES = re.compile(r"\b\d+\s*(?:min\b|minutes?\b|minuten\b|мин)", re.IGNORECASE)
_STANDFIRST = re.compile(
    r"standfirst|stand-first|\blead\b|\blede\b|intro|sub-?(?:title|head|line)|\bdek\b|\bdeck\b|chapo|vorspann|soustitre|"
    r"untertitel|excerpt|strap|abstract|__lead|entradilla",
    re.IGNORECASE,
)


class Opening(NamedTuple):
    """What the first lines of an article are."""

    standfirst: Unit | None
    left_out: tuple[Unit, ...]
    """The title, and who wrote it when."""


def opening_of(units: Sequence[Unit], facts: Facts) -> Opening:
    """Tell the first lines of an article from its text."""
    title = words_in(facts.title)
    names = [frozenset(words_in(name.casefold())) for name in facts.authors]
    left_out, standfirst = [], None
    begun = False
    for unit in units:
        if (title and unit.words == title and (not begun or unit.block.tag == "h1")) or (
            not begun and _is_line_of_facts(unit, names, facts)
        ):
            left_out.append(unit)
        elif standfirst is None and not begun and _is_standfirst(unit, facts):
            standfirst = unit
        begun = begun or (len(unit.words) >= _LONG and unit is not standfirst)
    left_out += (unit for unit in units[-3:] if _signs(unit, names, facts) and unit not in left_out)
    return Opening(standfirst, tuple(left_out))


def _is_line_of_facts(unit: Unit, names: Sequence[frozenset[str]], facts: Facts) -> bool:
    """Tell a line of who, when or how long; one that says what is known from nowhere else is kept as text."""
    words = [word.casefold() for word in unit.words]
    if any(name and name <= set(words) for name in names):
        return len(words) <= _MOST_AROUND_A_NAME + sum(map(len, names)) and not _is_prose(unit)
    if len(words) > _MOST_IN_A_DATE or unit.block.tag in {"td", "th", "li", "dt", "dd", "h2", "h3", "figcaption"}:
        return False
    says_when = facts.date and _DATE.search(unit.text)
    says_who = facts.authors and _BY.match(unit.text)
    return bool(says_when or says_who or _MINUTES.search(unit.text)) and not _is_prose(unit)


def _is_prose(unit: Unit) -> bool:
    """Tell a sentence that begins an article from a line of facts."""
    return len(unit.words) > 6 and unit.text.rstrip("”\"'»").endswith((".", "!", "?", "…", "。", "۔", "؟"))


def _is_standfirst(unit: Unit, facts: Facts) -> bool:
    short = len(unit.words) < _LEAST_OF_A_HEADING and unit.block.tag in {"h2", "h3", "h4", "h5", "h6"}
    if short or unit.block.tag == "figcaption" or not 3 < len(unit.words) <= 2 * _LONG:
        return False
    named = any(
        _STANDFIRST.search(f"{each.get('class', '')} {each.get('id', '')} {each.get('itemprop', '')}")
        for each in (unit.block, unit.block.getparent())
        if each is not None
    )
    described = len(unit.words) > 4 and unit.words == words_in(facts.description)
    return (named or described) and next(unit.block.iterancestors("figure"), None) is None


def _signs(unit: Unit, names: Sequence[frozenset[str]], facts: Facts) -> bool:
    """Tell whether a last line is a signature, a name and perhaps a day, or says who the author is."""
    if any(re.match(rf"\W*{re.escape(name)} (?:is|was|ist|est|es|è) ", unit.text) for name in facts.authors):
        return len(unit.words) <= _LONG
    words = {word.casefold() for word in unit.words}
    return any(name and name <= words and len(words) <= len(name) + 4 for name in names) and not _is_prose(unit)
