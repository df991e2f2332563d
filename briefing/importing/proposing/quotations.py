"""Paragraphs that are one quotation → quotations with their speakers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from briefing.claims import sentences
from briefing.errors import Position
from briefing.importing.bylines import is_name
from briefing.importing.found import Found, Question, fewer
from briefing.importing.proposing.words import ProposalWords, any_of, listed, words_of
from briefing.model import Element, Node, plain_text

__all__ = ["with_quotations"]

_PAIRS = (("“", "”"), ("„", "“"), ("«", "»"), ("»", "«"), ('"', '"'), ("「", "」"), ("‟", "”"), ("”", "”"))
_SHORTEST = 40
"""Characters of a quotation that stands as a block of its own; shorter ones are speech in a story."""
_LONGEST_SPEAKER = 120
_LONGEST_BEFORE = 5_000
"""Characters of a paragraph that announces a quotation."""
_MORE = "Look through the quotations, whether the speaker of each is right."
_STOPS = {",": ".", "،": ".", "，": "。"}
"""The full stop in the place of a comma."""
_DASH = re.compile(r"(?:--|[-–—―])\s*(?=\S)")


def with_quotations(found: Found, language: str) -> Found:
    """Set paragraphs that are wholly a quotation as quotations, and name the speakers that stand beside them."""
    words = words_of(language)
    blocks: list[Element] = []
    questions: list[Question] = []
    for block in found.blocks:
        before = blocks[-1] if blocks else None
        if before is not None and _lacks_speaker(before) and (speaker := _signature(block)):
            blocks[-1] = _attributed(before, speaker)
            continue
        quotation = _quotation(block, words)
        if quotation is block and (introduced := _introduced(block, words)):
            quotation = introduced.quotation
            questions.append(_ask(quotation, introduced.words))
        elif quotation is not block and not _lacks_speaker(quotation):
            questions.append(_ask(quotation, _beside(block, quotation)))
        elif _lacks_speaker(quotation) and before is not None and (name := _announced(before, words, language)):
            quotation = _attributed(quotation, (name,))
            questions.append(_ask(quotation, name))
        blocks.append(quotation)
    return found._replace(blocks=tuple(blocks), questions=(*found.questions, *fewer(questions, _MORE)))


def _lacks_speaker(block: Element) -> bool:
    return block.tag == "blockquote" and not any(
        isinstance(child, Element) and "attribution" in child.classes for child in block.children
    )


def _attributed(quotation: Element, speaker: Sequence[Node]) -> Element:
    attribution = Element("p", tuple(speaker), {"class": "attribution"}, quotation.position)
    return replace(quotation, children=(*quotation.children, attribution))


def _ask(quotation: Element, beside: str) -> Question:
    words = " ".join(beside.split()).strip(" ,.;")
    text = f'The speaker of this quotation is taken from the words beside it: "{words}". Look whether that is right.'
    return Question(text, quotation.position or Position(""))


def _beside(block: Element, quotation: Element) -> str:
    """Give what a paragraph says behind the quotation that it begins with."""
    quoted = plain_text(quotation.children[0])
    return plain_text(block)[len(quoted) + 2 :]


def _signature(block: Element) -> tuple[Node, ...]:
    """Read a short line that begins with a dash as the speaker of what stands before it."""
    text = plain_text(block)
    if block.tag != "p" or len(text) > _LONGEST_SPEAKER or not block.children or not isinstance(block.children[0], str):
        return ()
    first = block.children[0].lstrip()
    dash = _DASH.match(first)
    return (first[dash.end() :], *block.children[1:]) if dash else ()


def _quotation(block: Element, words: ProposalWords) -> Element:
    """Make a quotation of a paragraph in quotation marks, with the speaker where one is named right behind them."""
    text = plain_text(block)
    if block.tag != "p" or len(text) < _SHORTEST or not block.children:
        return block
    for opening, closing in _PAIRS:
        if not text.startswith(opening) or text.count(closing) != (2 if opening == closing else 1):
            continue
        end = text.rindex(closing)
        speaker = _speaker(text[end + 1 :], words)
        if end < _SHORTEST - 2 or (speaker is None and text[end + 1 :].strip(" .,;")):
            return block
        quoted = _between(block.children, 1, end)
        if quoted is None:
            return block
        behind = _behind(block.children, end + 1)
        paragraph = Element("p", _closed(quoted) if speaker else (*quoted, *behind), {}, block.position)
        quotation = Element("blockquote", (paragraph,), {}, block.position)
        return _attributed(quotation, (speaker, *behind)) if speaker else quotation
    return block


class _Introduced(NamedTuple):
    quotation: Element
    words: str
    """What stands before it."""


def _introduced(block: Element, words: ProposalWords) -> _Introduced | None:
    """Read a paragraph that is "Jane Doe, a teacher, said:" and one quotation; a pronoun begins speech in a story."""
    text = plain_text(block)
    said = _saying(words).match(text) if block.tag == "p" and words.said else None
    if said is None or not is_name(said["name"].partition(",")[0]):
        return None
    if said["name"].split()[0].casefold() in listed(words.common):
        return None
    quoted = _between(block.children, said.end(), len(text))
    quotation = _quotation(replace(block, children=quoted), words) if quoted else block
    if not _lacks_speaker(quotation):
        return None
    return _Introduced(_attributed(quotation, (said["name"].strip(),)), said[0])


def _saying(words: ProposalWords) -> re.Pattern[str]:
    """Match a name, what may stand beside it, a word for speech and a colon."""
    name = r"(?P<name>[^,.:;!?\"“”„«»]{2,60}(?:, [^.:;!?\"“”„«»]{2,80}?)?)"
    return re.compile(rf"{name},? (?:{any_of(words.said)})(?: [^.:;!?\"“”„«»]{{1,60}})?\s*[:：]\s*", re.IGNORECASE)


def _closed(quoted: tuple[Node, ...]) -> tuple[Node, ...]:
    """End a sentence with its full stop that had a comma only because "said Jane Doe" followed."""
    if not quoted or not isinstance(last := quoted[-1], str):
        return quoted
    words = last.rstrip()
    return (*quoted[:-1], words[:-1] + _STOPS[words[-1]]) if words and words[-1] in _STOPS else quoted


def _speaker(text: str, words: ProposalWords) -> str | None:
    """Read "said Jane Doe, head of policy." or "— Jane Doe"."""
    behind = text.strip().lstrip(",").strip()
    said = re.match(rf"(?:{any_of(words.said)})\s+(?=\w)", behind, re.IGNORECASE) if words.said else None
    before = _DASH.match(behind) or said
    name = behind[before.end() :].rstrip(" .") if before else ""
    is_name = 0 < len(name) <= _LONGEST_SPEAKER and not name[0].islower() and not re.search(r"[.!?]\s", name)
    return name if is_name else None


def _announced(before: Element, words: ProposalWords, language: str) -> str:
    """Find the name in "Jane Doe said:" at the end of the paragraph before a quotation."""
    if before.tag != "p" or not words.said or len(plain_text(before)) > _LONGEST_BEFORE:
        return ""
    *_, last = sentences(before.children, language) or (None,)
    text = " ".join(last.text.split()) if last else ""
    found = re.search(
        rf"(?P<name>[^,.:;!?]{{2,60}}?),? (?:{any_of(words.said)})(?: [^.:;!?]{{1,40}})?[:：]\Z", text, re.IGNORECASE
    )
    return found["name"].strip() if found and found["name"].strip()[:1].isupper() else ""


def _between(nodes: Sequence[Node], start: int, end: int) -> tuple[Node, ...] | None:
    """Cut nodes out of a paragraph by the offsets of its text; ``None`` where that would divide an element."""
    kept: list[Node] = []
    for node, offset in _with_offsets(nodes):
        length = len(plain_text(node))
        if isinstance(node, str):
            kept.append(node[max(start - offset, 0) : max(end - offset, 0)])
        elif start <= offset and offset + length <= end:
            kept.append(node)
        elif offset < end and offset + length > start:
            return None
    return tuple(filter(None, kept))


def _behind(nodes: Sequence[Node], start: int) -> tuple[Node, ...]:
    """Keep the citations and notes behind an offset."""
    return tuple(
        node
        for node, offset in _with_offsets(nodes)
        if isinstance(node, Element) and offset >= start and (node.tag == "cite" or "noteref" in node.classes)
    )


def _with_offsets(nodes: Sequence[Node]) -> Iterator[tuple[Node, int]]:
    offset = 0
    for node in nodes:
        yield node, offset
        offset += len(plain_text(node))
