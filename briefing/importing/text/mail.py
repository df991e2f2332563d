"""The head of a forwarded e-mail: what it says of the text below it, and what it does not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefing.errors import Position
from briefing.importing.found import Question
from briefing.importing.text.lines import Group

__all__ = ["Mail", "mail_of"]

_SUBJECT = "subject betreff objet asunto oggetto onderwerp temat assunto тема konu موضوع الموضوع"
_DATE = "date sent datum gesendet envoyé fecha enviado data inviato verzonden дата tarih تاریخ التاريخ"
_OTHERS = "from to cc reply-to von an de à para da a van aan kopie nadawca do от кому kimden kime از به من إلى"
_FIELD = re.compile(r"[>* ]*(?P<name>[^\W\d_][\w -]{0,20}?)\*?\s*:\*?\s*(?P<value>.*)")
_MARK = re.compile(
    r"[->\s]*(?:-+\s*)?(?:begin )?(?:forwarded message|original message|ursprüngliche nachricht"
    r"|weitergeleitete nachricht|message transféré|mensaje reenviado)\b.*",
    re.IGNORECASE,
)
_FORWARDED = re.compile(r"(?:(?:fwd?|re|wg|aw|tr|rv)\s*:\s*)+", re.IGNORECASE)
_FEWEST = 2
"""Fields that make a head."""


class Mail(NamedTuple):
    """What stands at the head of an e-mail."""

    groups: tuple[Group, ...]
    """The text below it."""
    subject: str = ""
    questions: tuple[Question, ...] = ()


def mail_of(groups: Sequence[Group], file: str) -> Mail:
    """Take the head of an e-mail off a text, if it has one."""
    rest = list(groups)
    marked: Group = ()
    if rest and _MARK.fullmatch(rest[0][0].text):
        marked = rest[0][:1]
        rest[:1] = [rest[0][1:]] if rest[0][1:] else []
    if not rest:
        return Mail(tuple(groups))
    values = {}
    for line in rest[0]:
        field = _FIELD.fullmatch(line.text)
        name = field["name"].casefold() if field else ""
        if field is None or name not in f"{_SUBJECT} {_DATE} {_OTHERS}".split():
            break
        values[name] = field["value"].strip()
    if len(values) < _FEWEST or not values.keys() & set(f"{_SUBJECT} from von de".split()):
        return Mail(tuple(groups))
    head, below = rest[0][: len(values)], rest[0][len(values) :]
    words = "; ".join(" ".join(line.text.split()) for line in (*marked, *head))
    text = f'Left out as the head of an e-mail: "{words[:300]}". Write authors and date at the head of the article.'
    return Mail(
        ((below,) if below else ()) + tuple(rest[1:]),
        _FORWARDED.sub("", next((values[name] for name in _SUBJECT.split() if name in values), "")),
        (Question(text, Position(file, head[0].number)),),
    )
