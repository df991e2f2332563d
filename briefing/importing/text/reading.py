"""A text without marks, as a scrape or an e-mail is → what was found in it."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.errors import Diagnostic, Position, errors_of
from briefing.importing.decoding import decoded
from briefing.importing.found import Found, Origin, Question
from briefing.importing.given import DIVIDE, Given
from briefing.importing.text.blocks import blocks_of
from briefing.importing.text.furniture import without_furniture
from briefing.importing.text.head import Head, head_of
from briefing.importing.text.joining import Joiner
from briefing.importing.text.lines import MOST_LINES, Group, groups_of
from briefing.importing.text.mail import Mail, mail_of
from briefing.importing.text.menus import without_menus
from briefing.importing.text.signature import without_signature
from briefing.model import walk
from briefing.reading.events import as_line, as_paragraph
from briefing.reading.files import readable_size
from briefing.reading.limits import ARTICLE_BYTES, ARTICLE_CHARACTERS

__all__ = ["read_text"]

_MOST_BLOCKS = 12_000
_BLOCKS = ("p", "li", "th", "td", "h2", "h3", "h4", "h5", "h6")


def read_text(given: Given) -> Found:
    """Read a text in any encoding; what stands around the article on a page is left out, with a question each."""
    if len(given.data) > ARTICLE_BYTES:
        return _too_large(f'"{given.name}" is larger than {readable_size(ARTICLE_BYTES)}', given)
    text = decoded(given.data, given.name)
    if errors_of(text.diagnostics):
        return Found("", (), diagnostics=text.diagnostics)
    if len(text.text) > ARTICLE_CHARACTERS:
        return _too_large(f'"{given.name}" has more than {ARTICLE_CHARACTERS:,} characters', given)
    groups = tuple(groups_of(text.text))
    if sum(map(len, groups)) > MOST_LINES:
        return _too_large(f'"{given.name}" has more than {MOST_LINES:,} lines', given)
    found = _found(groups, given)
    blocks = [each for block in found.blocks for each in walk(block) if each.tag in _BLOCKS]
    if len(blocks) > _MOST_BLOCKS:
        return _too_large(f'"{given.name}" has more than {_MOST_BLOCKS:,} paragraphs, items and cells', given)
    if not any(block.children for block in found.blocks):
        message = f'"{given.name}" holds no text.'
        return _refused(Diagnostic("error", "nothing-to-import", message, Position(given.name)))
    return found._replace(questions=(*text.questions, *found.questions), diagnostics=text.diagnostics)


def _found(groups: Sequence[Group], given: Given) -> Found:
    mail = mail_of(groups, given.name, given.language)
    signed = without_signature(mail.groups, given.name) if mail.questions else (mail.groups, ())
    told, menus = without_menus(signed[0], given.name, given.language)
    kept, left_out = without_furniture(told, given.name)
    head = head_of(kept, given.language, given.name, title=mail.subject)
    body = blocks_of(head.groups, given.name)
    return Found(
        head.title,
        body.blocks,
        fields=_fields(head, Joiner(kept), mail),
        origin=Origin(head.title, head.site) if head.site else None,
        questions=(
            *_unnamed(head.title, given),
            *mail.questions,
            *head.questions,
            *body.questions,
            *menus,
            *signed[1],
            *left_out,
        ),
    )


def _unnamed(title: str, given: Given) -> tuple[Question, ...]:
    """Ask for the title where none was found, which then is the name of the file."""
    text = f'No title was found, so it is the name of the file, "{given.title}". Type another one, if it is not right.'
    return () if title else (Question(text, Position(given.name), "title"),)


def _fields(head: Head, joiner: Joiner, mail: Mail) -> dict[str, str | tuple[str, ...]]:
    fields: dict[str, str | tuple[str, ...]] = {
        "standfirst": as_paragraph(as_line(joiner.joined(head.standfirst))),
        "authors": head.authors or mail.authors,
        "date": head.date or mail.date,
    }
    return {name: value for name, value in fields.items() if value}


def _too_large(what: str, given: Given) -> Found:
    message = f"{what}: that is more than an article."
    return _refused(Diagnostic("error", "too-large", message, Position(given.name), DIVIDE))


def _refused(problem: Diagnostic) -> Found:
    return Found("", (), diagnostics=(problem,))
