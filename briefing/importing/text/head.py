"""The first lines of a text → its title, its standfirst, who wrote it and when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefing.importing.text.lines import Group, Line, starts_item
from briefing.model import Date
from briefing.reading.dates import dates_in

__all__ = ["Head", "head_of"]

_LONGEST_TITLE = 200
_LONGEST_STANDFIRST = 400
_LONGEST_LINE = 120
_NEAR = 6
"""Groups below the title in which it may stand again, and in which author and date stand."""
_BY = re.compile(
    r"(?:by|written by|words by|von|par|por|di|door|autor:|autora:|автор:|текст:|yazan:|نویسنده\s*:|بقلم)\s*[:：]?\s*"
    r"(?P<names>\S.*)",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:,|;|&|\||·)\s*|\s+(?:and|und|et|y|e|en|och|и|і|ve|و)\s+")
_NAME = re.compile(r"[^\W\d_a-z][^\W\d_]*\.?(?:[ '’.-]+[^\W\d_]+\.?){0,5}")
_SITE = re.compile(r"\s+[|–—•·-]\s+")
_AROUND_A_DATE = re.compile(
    r"published|updated|posted|last|modified|first|on|at|date|am|pm|utc|gmt|bst|cet|veröffentlicht|aktualisiert|stand|am|um|uhr"
    r"|publié|mis à jour|le|à|publicado|actualizado|el|a las|pubblicato|aggiornato|gepubliceerd|опубликовано|обновлено"
    r"|yayınlanma|تاریخ|انتشار|نشر|في|بتاريخ|[^\w]|\d{1,2}:\d\d|\d{1,2}h\d\d",
    re.IGNORECASE,
)
_MOST_OTHERS = 12
"""Letters of a line of a date that say something else, such as the day of the week."""
_LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pl", "pt", "ru", "uk", "tr", "fa", "ps", "ar", "ur")


class Head(NamedTuple):
    """What a text says of itself, and the rest of it."""

    title: str
    groups: tuple[Group, ...]
    """Without what was taken."""
    site: str = ""
    standfirst: tuple[Line, ...] = ()
    authors: tuple[str, ...] = ()
    date: str = ""
    """In EDTF."""


def head_of(groups: Sequence[Group], language: str, *, title: str = "") -> Head:
    """Read the head of a text; ``title`` is what an e-mail says."""
    rest = list(groups)
    site = ""
    if rest and not title and _may_be_title(rest):
        title, site = _named(" ".join(rest[0][0].text.split()), rest)
        rest[:1] = [rest[0][1:]] if rest[0][1:] else []
    near, below = rest[:_NEAR], rest[_NEAR:]
    near = [group for group in (_without_title(group, title) for group in near) if group]
    byline = next((index for index, group in enumerate(near) if _says_only_that(group, language)), None)
    if byline is None:
        return Head(title, (*near, *below), site)
    authors, date = _said(near[byline], language)
    before, after = near[:byline], near[byline + 1 :]
    while after and _says_only_that(after[0], language):
        more, day = _said(after[0], language)
        authors, date, after = authors or more, date or day, after[1:]
    is_followed = any(re.search(r"\w", line.text) for group in (*after, *below) for line in group)
    standfirst = before[0] if is_followed and len(before) == 1 and _is_standfirst(before[0]) else ()
    kept = () if standfirst else before
    return Head(title, (*kept, *after, *below), site, standfirst, authors, date)


def _may_be_title(groups: Sequence[Group]) -> bool:
    """Tell a title from a text that begins at once: it is one line, and something follows."""
    first = groups[0][0].text.strip()
    alone = len(groups[0]) == 1 or len(groups[0][1].text) > len(first) or groups[0][1].text.strip() == first
    is_text = len(groups) > 1 or len(groups[0]) > 1
    return len(first) <= _LONGEST_TITLE and alone and is_text and starts_item(first) is None


def _named(first: str, groups: Sequence[Group]) -> tuple[str, str]:
    """Take the name of a site off a title that stands a second time without it."""
    lines = {" ".join(line.text.split()) for group in groups[:_NEAR] for line in group}
    for match in _SITE.finditer(first):
        if first[: match.start()] in lines:
            return first[: match.start()], first[match.end() :]
    return re.sub(r"^#{1,6}\s+", "", first), ""


def _without_title(group: Group, title: str) -> Group:
    """Leave the title out where it stands again, and the line drawn below it."""
    same = title.casefold()
    return tuple(
        line
        for line in group
        if re.sub(r"^#{1,6}\s+", "", " ".join(line.text.split())).casefold() != same
        and not re.fullmatch(r"[=]{3,}|-{3,}", line.text)
    )


def _says_only_that(group: Group, language: str) -> bool:
    """Tell whether each line names authors or a date, and nothing else."""
    return len(group) <= 3 and all(_authors(line.text) or _date(line.text, language) for line in group)


def _said(group: Group, language: str) -> tuple[tuple[str, ...], str]:
    authors = tuple(dict.fromkeys(name for line in group for name in _authors(line.text)))
    dates = [date for line in group if (date := _date(line.text, language))]
    return authors, dates[0] if dates else ""


def _authors(line: str) -> tuple[str, ...]:
    """Read "By Jane Doe and John Roe"."""
    text = " ".join(line.split())
    found = _BY.fullmatch(text) if len(text) <= _LONGEST_LINE else None
    names = tuple(filter(None, map(str.strip, _AND.split(found["names"])))) if found else ()
    return names if all(_NAME.fullmatch(name) for name in names) else ()


def _date(line: str, language: str) -> str:
    """Read a line that is a date, with the day of the week, a time or "Published" beside it."""
    text = " ".join(line.split())
    if len(text) > _LONGEST_LINE:
        return ""
    for each in dict.fromkeys((language, *_LANGUAGES)):
        for mention in dates_in(text, each):
            rest = _AROUND_A_DATE.sub("", text[: mention.start] + text[mention.end :])
            if _is_day(mention.date) and sum(map(str.isalpha, rest)) <= _MOST_OTHERS:
                return mention.date.edtf.partition("T")[0]
    return ""


def _is_day(date: Date) -> bool:
    return re.fullmatch(r"\d{4}-\d\d-\d\d(?:T.*)?", date.edtf) is not None


def _is_standfirst(group: Group) -> bool:
    return sum(len(line.text) for line in group) <= _LONGEST_STANDFIRST and starts_item(group[0].text) is None
