"""The hash of a briefing's content: whoever approves a text approves these 64 digits.

Taken over what is printed or spoken: texts, figures, dates, asks, petition, cited sources, the bytes of pictures,
abbreviations. Not over the approval itself, nor where in a file something stands, nor colours and fonts.

A second one is taken over what an approval rests on. It leaves free the wording of sentences in the running text that
claim and cite nothing, so that a slip of the pen can be mended in a text that is approved; not, that there is one more
of them, nor a "not" in them.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from hashlib import sha256
from itertools import accumulate, pairwise
from typing import Any

from briefing.checking.trees import NOT_PRINTED, Walked, cited_keys
from briefing.claims import Claim, Passage, ledger_of, negations_in, passages_of, sentence_ends
from briefing.errors import Position
from briefing.model import Briefing, Date, Element, Node, Source, all_sections, plain_text, trees, walk

__all__ = ["answered_content", "claims_hash", "content_hash"]

_RUNNING_TEXT = frozenset({"body", "list", "box", "table", "quotation", "caption", "note"})
"""Places of passages whose wording may be mended where they claim nothing."""
_OF_A_TABLE = frozenset({"caption", "td", "th"})
_UNTOLD = frozenset({"data-people"})
"""Attributes of elements of which a reader is told nothing."""


def content_hash(briefing: Briefing) -> str:
    """Digest what a briefing says, as 64 hexadecimal digits (SHA-256); the same content always gives the same."""
    return _digest(_plain(replace(briefing, sources=_cited(briefing))))


def claims_hash(briefing: Briefing) -> str:
    """Digest what an approval rests on, as 64 hexadecimal digits (SHA-256).

    That is all but the wording of running text that claims nothing, when and as which version it is published, the
    words that it is found by, how its abbreviations are spoken, and where sources are found.
    """
    head = replace(briefing.masthead, date=None, version="", keywords=(), contact=())
    running: dict[str, Any] = {"sections": (), "notes": {}, "sources": {}, "abbreviations": {}}
    fixed = replace(briefing, masthead=head, **running)
    claims = ledger_of(briefing).claims
    return _digest(
        [
            _plain(fixed),
            [_plain(section.title) for section in all_sections(briefing.sections)],
            [_plain(each) for each in Walked(briefing).notable if each.tag == "img"],
            sorted(map(_claimed, claims)),
            sorted(_citing(briefing)),
            [*_set_apart(briefing, frozenset(claim.block for claim in claims))],
            [[passage.place, *map(len, _denials(passage))] for passage in _running(briefing)],
            {key: _named(source) for key, source in _cited(briefing).items()},
        ]
    )


def answered_content(briefing: Briefing) -> str:
    """Digest what an answer on voters rests on: 8 hexadecimal digits of the date, a dash, and 8 of what is asked."""
    date, petition = briefing.masthead.date, briefing.petition
    asked = [petition.ask, petition.addressed_to, _line(petition.text)] if petition else []
    asks = ([each.actor, _line(each.text)] for each in briefing.asks)
    parts = (date.edtf if date else "", [asked, *asks, *_on_paper(briefing)])
    return "-".join(_digest(part)[:8] for part in parts)


def _on_paper(briefing: Briefing) -> Iterator[str]:
    """Write what is asked on sheets to be signed and on cards to be sent, where that is something else."""
    if briefing.signature_sheets and briefing.signature_sheets.statement:
        yield briefing.signature_sheets.statement
    if briefing.commons_petition:
        yield _line(briefing.commons_petition.requests)
    yield from (_line((*each.title, *each.blocks)) for each in briefing.postcard)


def _line(nodes: tuple[Node, ...]) -> str:
    return " ".join(plain_text(Element("p", nodes)).split())


def _cited(briefing: Briefing) -> dict[str, Source]:
    cited = cited_keys(briefing)
    return {key: source for key, source in briefing.sources.items() if key in cited}


def _claimed(claim: Claim) -> list[str]:
    """Write a claim with its sentence, as it is told, and what is cited for it."""
    cited = (f"{mark.key} {mark.locator}" for mark in claim.cited)
    return [claim.place, claim.kind, claim.text, claim.sentence, claim.waiver, *sorted(cited)]


def _set_apart(briefing: Briefing, claiming: frozenset[Position]) -> Iterator[list[str]]:
    """Write each quotation with whom it is attributed to, and each table of numbers with its labels."""
    roots = (node for node in trees(briefing) if isinstance(node, Element))
    for element in (each for root in roots for each in walk(root)):
        if element.tag == "blockquote":
            yield [_words(element)]
        elif element.tag == "table" and (element.position in claiming or any(map(str.isdigit, plain_text(element)))):
            yield [_words(each) for each in walk(element) if each.tag in _OF_A_TABLE]


def _words(element: Element) -> str:
    return " ".join(plain_text(element).split())


def _running(briefing: Briefing) -> Iterator[Passage]:
    """Yield the passages whose wording may be mended."""
    return (each for each in passages_of(briefing) if each.place in _RUNNING_TEXT and each.text.strip())


def _citing(briefing: Briefing) -> Iterator[list[str]]:
    """Write the sentences that cite something, or say why they cite nothing."""
    for passage in _running(briefing):
        parts = _parts(passage)
        ends = tuple(accumulate(map(len, parts)))
        for mark in passage.marks:  # what stands right behind a sentence is its own
            words = " ".join(parts[min(bisect_left(ends, mark.offset), len(parts) - 1)].split())
            yield [passage.place, words, mark.key, mark.locator, mark.waiver]


def _denials(passage: Passage) -> Iterator[tuple[str, ...]]:
    """List the words that deny, of each sentence: one that comes or goes turns it, and is no slip of the pen.

    Nor is a sentence that is added or left out.
    """
    return (negations_in(each, passage.language) for each in _parts(passage))


def _parts(passage: Passage) -> tuple[str, ...]:
    text = passage.text
    return tuple(text[start:end] for start, end in pairwise((0, *sentence_ends(text, passage.language), len(text))))


def _named(source: Source) -> Any:
    """Write who says it where and when, and leave out by which address it is found."""
    return _plain((source.authors, source.title, source.container, source.publisher, source.date))


def _digest(plain: object) -> str:
    written = json.dumps(plain, sort_keys=True, ensure_ascii=True)
    return sha256(written.encode("ascii")).hexdigest()


def _plain(value: object) -> Any:
    """Write a value of the model as JSON has it; empty fields are left out, so that a new one changes no old hash."""
    if isinstance(value, bytes):
        return sha256(value).hexdigest()
    if isinstance(value, Date):
        return [value.edtf, value.typed]
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items() if key not in _UNTOLD}
    if is_dataclass(value):
        named = {field.name: getattr(value, field.name) for field in fields(value) if field.name not in NOT_PRINTED}
        return {name: plain for name, each in named.items() if (plain := _plain(each))}
    return value
