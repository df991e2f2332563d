"""The first lines of a text → its title, its standfirst, who wrote it and when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from briefing.errors import Position
from briefing.importing.bylines import is_name, read_byline
from briefing.importing.found import Question
from briefing.importing.text.headings import may_be_heading
from briefing.importing.text.lines import Group, Line, starts_item

__all__ = ["Head", "head_of"]

_LONGEST_TITLE = 200
_LONGEST_STANDFIRST = 400
_SHORTEST_HEADLINE = 10
"""Characters that a subject and a headline have in common."""
_NEAR = 6
"""Groups below the title in which it may stand again, and in which author and date stand."""
_MOST_OF_BYLINES = 3
"""Lines that say who wrote the text and when."""
_LONGEST_BESIDE = 40
"""Characters of a name or a place beside the date."""
_SITE = re.compile(r"\s+[|–—•·-]\s+")


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
    questions: tuple[Question, ...] = ()


def head_of(groups: Sequence[Group], language: str, file: str, *, title: str = "") -> Head:
    """Read the head of a text; ``title`` is what an e-mail says."""
    rest = list(groups)
    site = ""
    if rest and not title and _may_be_title(rest, language):
        title, site = _named(" ".join(rest[0][0].text.split()), rest)
        rest[:1] = _parted(rest[0][1:], language)
    elif rest and len(rest[0]) == 1 and (headline := _headline(rest[0][0].text, title)):
        title = headline
    near, below = rest[:_NEAR], rest[_NEAR:]
    near = [group for group in (_without_title(group, title) for group in near) if group]
    near, beside = _without_beside(near, language)
    byline = next((index for index, group in enumerate(near) if _says_only_that(group, language)), None)
    if byline is None:
        return Head(title, (*near, *below), site)
    named = tuple(line.text.strip() for line in beside if is_name(line.text))[:1]
    authors, date = _said(near[byline], language)
    before, after = near[:byline], near[byline + 1 :]
    while after and _says_only_that(after[0], language):
        more, day = _said(after[0], language)
        authors, date, after = authors or more, date or day, after[1:]
    is_followed = any(re.search(r"\w", line.text) for group in (*after, *below) for line in group)
    standfirst = before[0] if is_followed and len(before) == 1 and _is_standfirst(before[0]) else ()
    kept = () if standfirst else before
    questions = _ask_beside(beside, () if authors else named, file)
    return Head(title, (*kept, *after, *below), site, standfirst, authors or named, date, questions)


def _without_beside(groups: Sequence[Group], language: str) -> tuple[list[Group], Group]:
    """Take a name or a place off the line that says when the text was published, below or above which it stands."""
    for index, group in enumerate(groups):
        said = [line for line in group if any(read_byline(line.text, language))]
        beside = tuple(line for line in group if line not in said)
        if said and beside and len(group) <= _MOST_OF_BYLINES + 1 and all(map(_may_stand_beside, beside)):
            return [*groups[:index], tuple(said), *groups[index + 1 :]], beside
    return list(groups), ()


def _may_stand_beside(line: Line) -> bool:
    text = line.text.strip()
    return len(text) <= _LONGEST_BESIDE and text[:1].isupper() and may_be_heading(text)


def _ask_beside(beside: Group, authors: Sequence[str], file: str) -> tuple[Question, ...]:
    """Ask about the lines beside the date: the one taken for the author, and the ones left out."""
    if not beside:
        return ()
    left_out = ", ".join(f'"{line.text.strip()}"' for line in beside if line.text.strip() not in authors)
    taken = f'"{authors[0]}" was taken for the author, for it stands beside the date. ' if authors else ""
    rest = f"Left out beside the date: {left_out}. " if left_out else ""
    return (Question(f"{taken}{rest}Look whether that is right.", Position(file, beside[0].number)),)


def _headline(line: str, subject: str) -> str:
    """Give the first line of an e-mail where its subject is the same with other words around it, or a part of it."""
    text = " ".join(line.split())
    shorter, longer = sorted((text.casefold(), subject.casefold()), key=len)
    is_one = len(text) <= _LONGEST_TITLE and len(shorter) >= _SHORTEST_HEADLINE and shorter in longer
    return text if is_one and may_be_heading(text) else ""


def _may_be_title(groups: Sequence[Group], language: str) -> bool:
    """Tell a title from a text that begins at once: it is one line, and something follows."""
    first, *others = (line.text.strip() for line in groups[0])
    alone = not others or len(others[0]) > len(first) or others[0] == first
    is_text = len(groups) > 1 or bool(others)
    may_be = len(first) <= _LONGEST_TITLE and is_text and starts_item(first) is None
    return may_be and (alone or any(read_byline(others[0], language)))


def _parted(group: Group, language: str) -> list[Group]:
    """Part the lines below a title into those that say who wrote the text and when, and the text."""
    said = takewhile(lambda line: any(read_byline(line.text, language)), group[:_MOST_OF_BYLINES])
    count = sum(1 for _ in said)
    return [part for part in (group[:count], group[count:]) if part]


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
    return len(group) <= _MOST_OF_BYLINES and all(any(read_byline(line.text, language)) for line in group)


def _said(group: Group, language: str) -> tuple[tuple[str, ...], str]:
    read = [read_byline(line.text, language) for line in group]
    authors = tuple(dict.fromkeys(name for each in read for name in each.authors))
    return authors, next((each.date for each in read if each.date), "")


def _is_standfirst(group: Group) -> bool:
    return sum(len(line.text) for line in group) <= _LONGEST_STANDFIRST and starts_item(group[0].text) is None
