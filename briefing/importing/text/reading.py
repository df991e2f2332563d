"""A text without marks, as a scrape or an e-mail is → what was found in it."""

from __future__ import annotations

from briefing.errors import Diagnostic, Position
from briefing.importing.decoding import decoded
from briefing.importing.found import Found, Origin
from briefing.importing.given import Given
from briefing.importing.text.blocks import blocks_of
from briefing.importing.text.furniture import without_furniture
from briefing.importing.text.head import Head, head_of
from briefing.importing.text.joining import Joiner
from briefing.importing.text.lines import MOST_LINES, groups_of
from briefing.importing.text.mail import mail_of
from briefing.reading.events import as_paragraph, escaped
from briefing.reading.files import readable_size
from briefing.reading.limits import ARTICLE_BYTES

__all__ = ["read_text"]


def read_text(given: Given) -> Found:
    """Read a text in any encoding; what stands around the article on a page is left out, with a question each."""
    if len(given.data) > ARTICLE_BYTES:
        message = f'"{given.name}" is larger than {readable_size(ARTICLE_BYTES)}: that is more than an article.'
        return _refused(Diagnostic("error", "too-large", message, Position(given.name), "Divide it."))
    text = decoded(given.data, given.name)
    groups = tuple(groups_of(text.text))
    if not groups:
        message = f'"{given.name}" holds no text.'
        return _refused(Diagnostic("error", "nothing-to-import", message, Position(given.name)))
    if sum(map(len, groups)) > MOST_LINES:
        message = f'"{given.name}" has more than {MOST_LINES:,} lines: that is more than an article.'
        return _refused(Diagnostic("error", "too-large", message, Position(given.name), "Divide it."))
    mail = mail_of(groups, given.name)
    kept, left_out = without_furniture(mail.groups, given.name)
    head = head_of(kept, given.language, title=mail.subject)
    body = blocks_of(head.groups, given.name)
    questions = (*text.questions, *mail.questions, *body.questions, *left_out)
    return Found(
        head.title,
        body.blocks,
        fields=_fields(head, Joiner(kept)),
        origin=Origin(head.title, head.site) if head.site else None,
        questions=questions,
        diagnostics=text.diagnostics,
    )


def _fields(head: Head, joiner: Joiner) -> dict[str, str | tuple[str, ...]]:
    fields: dict[str, str | tuple[str, ...]] = {
        "standfirst": as_paragraph(escaped(joiner.joined(head.standfirst))),
        "authors": head.authors,
        "date": head.date,
    }
    return {name: value for name, value in fields.items() if value}


def _refused(problem: Diagnostic) -> Found:
    return Found("", (), diagnostics=(problem,))
