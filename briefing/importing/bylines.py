"""Lines that say who wrote an article and when, in the languages that are imported most."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefing.importing.solar_dates import Day, solar_days
from briefing.reading.dates import Mention, dates_in

__all__ = [
    "BYLINE_WORDS",
    "Byline",
    "is_name",
    "read_byline",
    "says_only_when",
    "starts_byline",
    "without_byline_words",
]

_LONGEST_LINE = 120
"""Characters of a line that says who wrote an article or when."""
_BEFORE_NAMES = (
    "by|written by|words by|story by|report by|reported by|text by|von|par|por|di|door|بقلم|記者|记者|本报记者"
)
_WITH_COLON = (
    "authors?|autor|autora|auteure?|autore|auteur|автор|текст|yazan|text|texte|texto|testo|συντάχθηκε απο τον/την"
    "|نویسنده|نوشته|نوشتهٔ|نوشته‌ی|گزارش از|لیکوال|كتبت|كتب|الكاتب|تحریر|文|作者"
)
BYLINE_WORDS = f"{_BEFORE_NAMES}|{_WITH_COLON}"
"""Alternatives of a regular expression; those of the second part stand in sentences too, without a colon."""
_BY = re.compile(
    rf"(?:(?:{_BEFORE_NAMES})(?:\s*[:：]\s*|\s+)|(?:{_WITH_COLON})\s*[:：]\s*)(?P<names>\S.*)",
    re.IGNORECASE,
)
_WORDS = re.compile(
    rf"\s*(?:{'|'.join(sorted(BYLINE_WORDS.split('|'), key=len, reverse=True))})[\s:：]+", re.IGNORECASE
)
_AND = re.compile(r"\s*(?:,|،|;|&|\||·)\s*|\s+(?:and|und|et|y|e|en|och|и|і|ve|و)\s+")
_PARTICLES = "af|al|av|bin|d|da|de|del|della|den|der|des|di|do|dos|du|e|el|ibn|la|le|ten|ter|van|vom|von|y|zu|zum|zur"
_NAME = re.compile(rf"[^\W\d_a-z][^\W\d_]*\.?(?:[ '’.\u200c-]+(?:[^\W\d_a-z][^\W\d_]*|{_PARTICLES})\.?){{0,5}}")
_AROUND_A_DATE = re.compile(
    r"published|updated|posted|last|modified|first|on|at|date|am|pm|utc|gmt|bst|cet|veröffentlicht|aktualisiert|stand|am|um|uhr"
    r"|publié|mis à jour|le|à|publicado|actualizado|el|a las|pubblicato|aggiornato|gepubliceerd|опубликовано|обновлено"
    r"|yayınlanma|تاریخ|انتشار|نشر|في|بتاريخ|[^\w]|\d{1,2}:\d\d|\d{1,2}h\d\d",
    re.IGNORECASE,
)
_SIGNS = " ,|·•:：–—-()"
"""What stands between a name and a day."""
_MOST_OTHERS = 12
"""Letters of a line of a date that say something else, such as the day of the week."""
_MOST_WORDS_OF_NAME = 4
_LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pl", "pt", "ru", "uk", "tr", "fa", "ps", "ar", "ur")


class Byline(NamedTuple):
    """What a line says of the article, and nothing else; both empty for a line that says more."""

    authors: tuple[str, ...] = ()
    date: str = ""
    """A day in EDTF."""


def read_byline(line: str, language: str, *, most_others: int = _MOST_OTHERS) -> Byline:
    """Read "By Jane Doe and John Roe", "Published 3 May 2020", or both in one line.

    ``most_others`` is how many letters may stand beside a day that are not known to, such as those of "Monday".
    """
    text = " ".join(line.split())
    if not 0 < len(text) <= _LONGEST_LINE:
        return Byline()
    if authors := _authors(text):
        return Byline(authors)
    for each in dict.fromkeys((language or "en", *_LANGUAGES)):
        for day in (*solar_days(text), *_days(text, each)):
            if authors := _authors_beside(text, day):
                return Byline(authors, day.edtf)
            if sum(map(str.isalpha, _AROUND_A_DATE.sub("", _around(text, [day])))) <= most_others:
                return Byline((), day.edtf)
    return Byline()


def says_only_when(text: str, mentions: Iterable[Mention]) -> bool:
    """Tell whether nothing stands beside the dates of a text but what says that it was published, and by whom."""
    rest = " ".join(_around(text, mentions).split()).strip(_SIGNS + ".")
    return _is_around(rest) or bool(_authors(rest))


def is_name(text: str) -> bool:
    """Tell whether a line may be the name of a person: two to four words in capitals."""
    return 2 <= len(text.split()) <= _MOST_WORDS_OF_NAME and _NAME.fullmatch(" ".join(text.split())) is not None


def starts_byline(line: str) -> bool:
    """Tell whether a line begins with "By" or its like, whatever follows."""
    return _WORDS.match(line) is not None


def without_byline_words(name: str) -> str:
    """Take "By" and its like off the beginning of a name."""
    found = _WORDS.match(name)
    return name[found.end() :] if found else name


def _authors(text: str) -> tuple[str, ...]:
    found = _BY.fullmatch(text) if len(text) <= _LONGEST_LINE else None
    names = tuple(filter(None, map(str.strip, _AND.split(found["names"])))) if found else ()
    return names if all(_NAME.fullmatch(name) for name in names) else ()


def _authors_beside(text: str, day: Day) -> tuple[str, ...]:
    """Read the names of a line that says the day as well."""
    before, after = text[: day.start].strip(_SIGNS), text[day.end :].strip(_SIGNS)
    around = [part for part in re.split(r"\s+[|·•–—-]\s+", f"{before} | {after}") if not _is_around(part)]
    return _authors(around[0]) if len(around) == 1 else ()


def _is_around(text: str) -> bool:
    return all(_AROUND_A_DATE.fullmatch(word) for word in re.findall(r"[^\W\d_]+", text))


def _around(text: str, mentions: Iterable[Mention | Day]) -> str:
    for mention in sorted(mentions, key=lambda each: each.start, reverse=True):
        text = f"{text[: mention.start]} {text[mention.end :]}"
    return text


def _days(text: str, language: str) -> Iterator[Day]:
    for mention in dates_in(text, language):
        if found := re.fullmatch(r"(\d{4}-\d\d-\d\d)(?:T.*)?", mention.date.edtf):
            yield Day(mention.start, mention.end, found[1])
