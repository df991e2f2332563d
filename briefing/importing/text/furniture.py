"""What stands around an article on the page that it was copied from: it is left out, and quoted in a question."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.errors import Position
from briefing.importing.found import Question
from briefing.importing.sidelines import begins_comments, is_sideline
from briefing.importing.text.lines import Group, Line

__all__ = ["ask_about", "is_furniture", "without_furniture"]

_DISCUSSION = re.compile(r"(?:the conversation|discussion)\s*(?:[(\[]\s*\d+\s*[)\]])?:?", re.IGNORECASE)
"""Heads of the box in which readers write that may be headings where the file says which lines are: here none are."""
_NETWORKS = "facebook|twitter|whatsapp|e-?mail|linkedin|reddit|print|telegram|pinterest|x"
_BARE = re.compile(
    rf"(?:share|tweet|e-?mail|print|copy link|facebook|twitter|whatsapp|linkedin|reddit"
    rf"|(?:{_NETWORKS})(?:[ |,·•/]+(?:{_NETWORKS}))+"
    r"|related|recommended|show (?:more|all)|more from .{1,60}|(?:sign|log) in|teilen|drucken|imprimer|imprimir|delen"
    r"|(?:image|photo|picture) (?:caption|source|credit)s?[ :,].{1,200}"
    r"|(?:bildunterschrift|bildquelle|crédit photo):.{1,200}"
    r"|read more\.{3}|(?:we use|this site uses) cookies.{0,200}|accept (?:all )?cookies"
    r"|(?:©|\(c\)|copyright).{0,120}|.{0,60}all rights reserved\.?)",
    re.IGNORECASE,
)
"""Lines that a page shows by more than their words: buttons, words below its pictures, notices at its foot."""
_LONGEST = 240
_LONGEST_QUOTED = 300
_BEGINNING = 0.6
_COUNTED_BEGINNING = 0.2
"""Share of the groups before which no box of comments begins; one that counts them may be longer than the article."""


def without_furniture(groups: Sequence[Group], file: str) -> tuple[tuple[Group, ...], tuple[Question, ...]]:
    """Leave out what is no part of the article; each piece is quoted in a question."""
    questions: list[Question] = []
    kept: list[Group] = []
    for group in groups:
        dropped = tuple(line for line in group if is_furniture(line.text.strip()))
        questions += [ask_about((line,), file) for line in dropped]
        if rest := tuple(line for line in group if line not in dropped):
            kept.append(rest)
    box = _box(kept)
    after = tuple(line for group in kept[box:] for line in group)
    questions += [ask_about(after, file)] if after else []
    return tuple(kept[:box]), tuple(questions)


def _box(groups: Sequence[Group]) -> int:
    """Find where the comments of readers begin; the number of groups where there are none."""
    for index in range(max(int(len(groups) * _COUNTED_BEGINNING), 1), len(groups)):
        head = groups[index][0].text.strip()
        begins = begins_comments(head) or _DISCUSSION.fullmatch(head)
        if begins and (index >= _BEGINNING * len(groups) or re.search(r"\d", head)):
            return index
    return len(groups)


def is_furniture(text: str) -> bool:
    """Tell whether a line is one that only the page around an article has."""
    return len(text) <= _LONGEST and (is_sideline(text) or _BARE.fullmatch(text) is not None)


def ask_about(lines: Sequence[Line], file: str) -> Question:
    """Quote what was left out."""
    words = " ".join(" ".join(line.text for line in lines).split())
    cut = words[:_LONGEST_QUOTED].rsplit(" ", 1)[0] if len(words) > _LONGEST_QUOTED else words
    first, last = lines[0].number, lines[-1].number
    more = f' … (lines {first} to {last} of "{file}")' if cut != words else ""
    text = f'Left out as part of the page around the article: "{cut}"{more}. Put it back if it belongs to it.'
    return Question(text, Position(file, first))
