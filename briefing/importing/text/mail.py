"""The head of a saved or forwarded e-mail: what it says of the text below it, and what it does not."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from briefing.errors import Position
from briefing.importing.bylines import read_byline
from briefing.importing.found import Question
from briefing.importing.text.lines import Group, Line, groups_of

__all__ = ["Mail", "mail_of"]

_SUBJECT = "subject betreff objet asunto oggetto onderwerp temat assunto тема konu موضوع الموضوع"
_DATE = "date sent datum gesendet envoyé fecha enviado data inviato verzonden дата tarih تاریخ التاريخ"
_FROM = "from von de da van nadawca от kimden از من"
_OTHERS = "to cc bcc reply-to an à para a aan kopie do кому kime به إلى"
_FIELD = re.compile(r"[>* ]*(?P<name>[^\W\d_][\w -]{0,20}?)\*?\s*:\*?\s*(?P<value>.*)")
_MARK = re.compile(
    r"[->\s]*(?:-+\s*)?(?:begin )?(?:forwarded message|original message|ursprüngliche nachricht"
    r"|weitergeleitete nachricht|message transféré|mensaje reenviado)\b.*",
    re.IGNORECASE,
)
_FORWARDED = re.compile(r"(?:(?:fwd?|re|wg|aw|tr|rv)\s*:\s*)+", re.IGNORECASE)
_QUOTED = re.compile(r"> ?")
_NAMES = frozenset(f"{_SUBJECT} {_DATE} {_FROM} {_OTHERS}".split())
_OF_MAIL = frozenset(f"{_SUBJECT} from von de".split())
"""Fields of which a head has one: others may begin lines of a text."""
_ADDRESS = re.compile(r"[<\[(]?(?:mailto:)?[^\s<>()\[\]]+@[^\s<>()\[\]]+[>\])]?")
_AROUND_NAME = " \t\"'<>[]*,;"
_MOST_BESIDE_A_DAY = 24
"""Letters beside the day in a head: the day of the week and the zone."""
_FEWEST = 2
"""Fields that make a head."""
_FEWEST_BELOW_TEXT = 3
"""Fields that make a head below other words, where no line says that it is one."""
_NEAR = 8
"""Groups of lines in which a head begins."""
_LONGEST_COMMENT = 2_000
"""Characters that a sender may have written above it."""
_MOST_HEADS = 3
"""In one another."""


class Mail(NamedTuple):
    """What stands at the head of an e-mail."""

    groups: tuple[Group, ...]
    """The text below it."""
    subject: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    """In EDTF."""
    questions: tuple[Question, ...] = ()


class _Head(NamedTuple):
    """The lines of a head, and what stands around it."""

    above: tuple[Group, ...]
    lines: Group
    values: Mapping[str, str]
    """What it says by the names of its fields, in small letters."""
    below: tuple[Group, ...]


def mail_of(groups: Sequence[Group], file: str, language: str) -> Mail:
    """Take the head of an e-mail off a text, if it has one, with what its sender wrote above a forwarded text.

    Of heads in one another the innermost is that of the text.
    """
    mail = Mail(tuple(groups))
    for _ in range(_MOST_HEADS):
        head = _head(mail.groups)
        if head is None:
            return mail
        said = _with_comment(mail.questions, head.above, file)
        authors, date = _authors(head.values), _date(head.values, language)
        mail = Mail(
            _unquoted(head),
            _FORWARDED.sub("", _value(head.values, _SUBJECT)),
            authors,
            date,
            (
                *said,
                Question(
                    _asked(head.lines, known=bool(authors and date)),
                    Position(file, next(filter(_names_field, head.lines)).number),
                ),
            ),
        )
    return mail


def _head(groups: Sequence[Group]) -> _Head | None:
    """Find a head among the first lines: its fields, with or without a line that says that a message was sent on."""
    length = 0
    for index, group in enumerate(groups[:_NEAR]):
        for start, line in enumerate(group):
            is_marked = _MARK.fullmatch(line.text) is not None
            if length <= _LONGEST_COMMENT and (is_marked or _names_field(line)):
                above = (*groups[:index], *((group[:start],) if start else ()))
                rest = [part for part in (group[start + is_marked :], *groups[index + 1 :]) if part]
                found = _fields(rest, group[start : start + is_marked], tuple(above))
                if found and (is_marked or not above or len(found.values) >= _FEWEST_BELOW_TEXT):
                    return found
            length += len(line.text)
    return None


def _names_field(line: Line) -> bool:
    field = _FIELD.fullmatch(line.text)
    return field is not None and field["name"].casefold() in _NAMES


def _fields(groups: Sequence[Group], marked: Group, above: tuple[Group, ...]) -> _Head | None:
    """Read the fields that the first of some lines say; ``None`` where they are no head."""
    values: dict[str, str] = {}
    for line in groups[0] if groups else ():
        field = _FIELD.fullmatch(line.text)
        name = field["name"].casefold() if field else ""
        if field is None or name not in _NAMES:
            break
        values[name] = field["value"].strip()
    if len(values) < _FEWEST or not values.keys() & _OF_MAIL:
        return None
    lines, rest = groups[0][: len(values)], groups[0][len(values) :]
    return _Head(above, (*marked, *lines), values, ((rest,) if rest else ()) + tuple(groups[1:]))


def _with_comment(questions: tuple[Question, ...], above: Sequence[Group], file: str) -> tuple[Question, ...]:
    """Ask about what the sender wrote above the text."""
    words = " ".join(" ".join(line.text.split()) for group in above for line in group)
    if not words:
        return questions
    text = f'Above the e-mail stands: "{words}". It was left out. Put it where it belongs, if it is of the article.'
    return (*questions, Question(text, Position(file, above[0][0].number)))


def _asked(lines: Group, *, known: bool) -> str:
    words = " ".join("; ".join(" ".join(line.text.split()) for line in lines)[:300].split())
    rest = "Look whether" if known else "Write authors and date at the head of the article, and look whether"
    return f'Taken as the head of an e-mail: "{words}". {rest} title, authors and date are those of the article.'


def _unquoted(head: _Head) -> tuple[Group, ...]:
    """Take the marks of quotation off a text whose head has them: all of it was sent on, none of it is quoted."""
    quoted = [line for line in head.lines if _QUOTED.match(line.text)]
    below = [line for group in head.below for line in group]
    if len(quoted) < len(head.lines) or not below or not all(_QUOTED.match(line.text) for line in below):
        return head.below
    text = "\n" * (below[0].number - 1)
    for line, following in zip_longest(below, below[1:]):
        breaks = following.number - line.number if following else 0
        text += _QUOTED.sub("", line.text, count=1) + "\n" * breaks
    return tuple(groups_of(text))


def _value(values: Mapping[str, str], names: str) -> str:
    return next((values[name] for name in names.split() if name in values), "")


def _authors(values: Mapping[str, str]) -> tuple[str, ...]:
    """Read the name of the sender; an address alone is none."""
    sender = _ADDRESS.sub("", _value(values, _FROM)).strip(_AROUND_NAME)
    last, comma, first = sender.partition(", ")
    name = f"{first} {last}" if comma and " " not in last else sender
    return (name,) if name and "@" not in name else ()


def _date(values: Mapping[str, str], language: str) -> str:
    return read_byline(_value(values, _DATE), language, most_others=_MOST_BESIDE_A_DAY).date
