"""What stands around an article on the page that it was copied from: it is left out, and quoted in a question."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.errors import Position
from briefing.importing.found import Question
from briefing.importing.text.lines import Group, Line

__all__ = ["without_furniture"]

_COMMENTS = re.compile(
    r"(?:the conversation|(?:leave a |view |post a |all )?comments?|join the conversation|\d+ comments?|discussion"
    r"|kommentare?|commentaires?|comentarios?|commenti|reacties|komentarze|comentários|комментарии|коментарі|yorumlar"
    r"|نظرات|دیدگاه‌ها|تعليقات|التعليقات|تبصرے)\s*(?:[(\[]\s*\d+\s*[)\]])?:?",
    re.IGNORECASE,
)
"""Heads of the box in which readers write: all that follows is theirs."""
_LINES = re.compile(
    r"(?:share|share (?:this|on|via|it)\b.{0,60}|tweet|e-?mail|print|copy link|facebook|twitter|whatsapp|linkedin"
    r"|reddit|(?:facebook|twitter|whatsapp|e-?mail|linkedin|reddit|print|telegram|x)(?:[ |,·•/]+(?:facebook|twitter"
    r"|whatsapp|e-?mail|linkedin|reddit|print|pinterest|telegram|x))+"
    r"|read more(?:\s*[:>»→].{0,200}|\.{0,3})|related(?: (?:articles?|stories|topics|content))?(?:\s*:.{0,200})?"
    r"|more (?:on this story|from .{1,60})|most (?:read|popular)|(?:you may|you might) also like.{0,60}"
    r"|(?:sign up|subscribe) (?:to|for) .{0,80}newsletters?.{0,60}|subscribe(?: now)?|follow us.{0,80}"
    r"|(?:sign|log) in(?: to comment)?|advertisement|back to top|skip to (?:main )?content|show (?:more|all)"
    r"|recommended|(?:we use|this site uses) cookies.{0,200}|accept (?:all )?cookies|(?:©|\(c\)|copyright).{0,120}"
    r"|.{0,60}all rights reserved\.?"
    r"|teilen|mehr zum thema(?:\s*:.{0,200})?|anzeige|lesen sie auch.{0,200}|drucken"
    r"|partager|lire aussi.{0,200}|à lire aussi.{0,200}|publicité|imprimer"
    r"|compartir|lee(?:r)? (?:más|también).{0,200}|publicidad|imprimir"
    r"|condividi|leggi anche.{0,200}|pubblicità|delen|lees ook.{0,200}|udostępnij|czytaj też.{0,200}|compartilhar"
    r"|leia também.{0,200}|поделиться|читайте также.{0,200}|поділитися|читайте також.{0,200}|paylaş"
    r"|اشتراک‌گذاری|بیشتر بخوانید.{0,200}|مطالب مرتبط|شارك|مشاركة|اقرأ أيضا.{0,200}|اقرأ أيضاً.{0,200}"
    r"|اقرأ المزيد.{0,200})",
    re.IGNORECASE,
)
"""Lines that are nothing but that."""
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
        dropped = tuple(line for line in group if _is_furniture(line.text.strip()))
        questions += [_ask((line,), file) for line in dropped]
        if rest := tuple(line for line in group if line not in dropped):
            kept.append(rest)
    box = _box(kept)
    after = tuple(line for group in kept[box:] for line in group)
    questions += [_ask(after, file)] if after else []
    return tuple(kept[:box]), tuple(questions)


def _box(groups: Sequence[Group]) -> int:
    """Find where the comments of readers begin; the number of groups where there are none."""
    for index in range(max(int(len(groups) * _COUNTED_BEGINNING), 1), len(groups)):
        found = _COMMENTS.fullmatch(groups[index][0].text.strip())
        if found and (index >= _BEGINNING * len(groups) or re.search(r"\d", found[0])):
            return index
    return len(groups)


def _is_furniture(text: str) -> bool:
    return len(text) <= _LONGEST and _LINES.fullmatch(text) is not None


def _ask(lines: Sequence[Line], file: str) -> Question:
    words = " ".join(" ".join(line.text for line in lines).split())
    cut = words[:_LONGEST_QUOTED].rsplit(" ", 1)[0] if len(words) > _LONGEST_QUOTED else words
    first, last = lines[0].number, lines[-1].number
    more = f' … (lines {first} to {last} of "{file}")' if cut != words else ""
    text = f'Left out as part of the page around the article: "{cut}"{more}. Put it back if it belongs to it.'
    return Question(text, Position(file, first))
