"""A paragraph that asks to sign → the fields of the petition."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from briefing.claims import sentences
from briefing.errors import Position
from briefing.importing.found import Found, Origin, Question
from briefing.importing.proposing.addresses import is_web_address, without_tracking
from briefing.importing.proposing.requests import addressed_to, as_request, without_link
from briefing.importing.proposing.words import ProposalWords, any_of, words_of
from briefing.model import Element, Node, plain_text, walk
from briefing.reading.events import as_line
from briefing.reading.fields import TO_FILL_IN

__all__ = ["with_petition", "with_petition_asked"]

_LONGEST = 400
"""Characters of a paragraph that asks to sign; a longer one tells of a petition."""
_NEAR_THE_END = 3
"""Paragraphs at the end of an article in which the words alone are enough."""
_SOON = 40
"""Characters of its sentence before the word "sign"; where one is told of, the signing comes later."""
_EDGES = " \t\n-–—:,.>»→←…()"


class _Petition(NamedTuple):
    ask: str
    text: str
    """What else the paragraph says."""
    addressed_to: str
    link: str
    left_out: str
    """Words that only stood for the link."""
    staying: tuple[Node, ...] = ()
    """What else the paragraph says where a field would lose its links, notes and emphasis: it stays in the text."""


def with_petition(found: Found, language: str) -> Found:
    """Take the last paragraph that asks to sign out of the text, and put what it says into the fields."""
    words = words_of(language)
    if not _is_open(found, words):
        return found
    asking = _asking(found, words, language)
    if found.origin is not None and found.origin.is_petition and not any(_link(found.blocks[each]) for each in asking):
        return _with_page_to_sign(found, found.origin, words, language)
    if not asking:
        return found
    block = found.blocks[asking[-1]]
    petition = _read(block, words, language)
    staying = (replace(block, children=petition.staying),) if petition.staying else ()
    blocks = (*found.blocks[: asking[-1]], *staying, *found.blocks[asking[-1] + 1 :])
    position = block.position or Position("")
    questions = (*found.questions, _question(petition, plain_text(block), position))
    return found._replace(blocks=blocks, fields={**found.fields, **_fields(petition)}, questions=questions)


def with_petition_asked(found: Found, language: str) -> Found:
    """Ask whether the last paragraph with a link that asks to sign is the petition; the text stays as it was typed."""
    words = words_of(language)
    asking = _asking(found, words, language) if _is_open(found, words) else []
    block = next((found.blocks[index] for index in reversed(asking) if _link(found.blocks[index])), None)
    if block is None:
        return found
    fields = {name.partition(".")[2]: value for name, value in _fields(_read(block, words, language)).items()}
    group = ", ".join(f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items())
    text = f'This paragraph asks to sign: "{" ".join(plain_text(block).split())}". To make it the petition, take it out'
    question = Question(f"{text} and write at the head: petition: {{{group}}}", block.position or Position(""))
    return found._replace(questions=(*found.questions, question))


def _is_open(found: Found, words: ProposalWords) -> bool:
    """Tell whether a petition can be looked for: the head names none, and the text has more than one block."""
    named = any(name.partition(".")[0] == "petition" for name in found.fields)
    typed = any(line.startswith("petition:") for line in found.head)
    return bool(words.petition) and len(found.blocks) > 1 and not named and not typed


def _asking(found: Found, words: ProposalWords, language: str) -> list[int]:
    """List the blocks that ask to sign, by their places."""
    blocks = found.blocks
    return [index for index, block in enumerate(blocks) if _asks(block, index, blocks, words, language)]


def _with_page_to_sign(found: Found, origin: Origin, words: ProposalWords, language: str) -> Found:
    """Take a page that is signed itself for the petition, where its text ends by asking for that; the text stays."""
    end = [block for block in found.blocks if block.tag == "p"][-_NEAR_THE_END:]
    block = next((each for each in reversed(end) if _asking_sentence(each, words, language) >= 0), None)
    if block is None or not is_web_address(origin.url):
        return found
    fields = {"petition.ask": found.title, "petition.link": without_tracking(origin.url)}
    text = "This page is a petition itself: its title was made what is asked, and its address the link. "
    text += "Look whether it is asked in one clear sentence."
    question = Question(text, block.position or Position(""), "petition.ask")
    return found._replace(fields={**found.fields, **fields}, questions=(*found.questions, question))


def _asks(block: Element, index: int, blocks: Sequence[Element], words: ProposalWords, language: str) -> bool:
    text = plain_text(block)
    if block.tag != "p" or len(text) > _LONGEST or not _begins(words.petition, text):
        return False
    is_last = index >= len(blocks) - _NEAR_THE_END
    has_link = _link(block) != "" or _click(text, words) is not None
    return (is_last or has_link) and _asking_sentence(block, words, language) >= 0


def _asking_sentence(block: Element, words: ProposalWords, language: str) -> int:
    """Find the sentence that asks to sign; -1 where none does."""
    for index, sentence in enumerate(sentences(block.children, language)):
        sign = _begins(words.sign, sentence.text)
        if sign and (sign.start() <= _SOON or len(sentence.text) <= 2 * _SOON):
            return index
    return -1


def _begins(words: str, text: str) -> re.Match[str] | None:
    """Find a word that begins like one of some words."""
    ways = any_of(words)
    ending = r"\b" if words.isascii() and words.startswith("sign") else ""
    return re.search(rf"(?<!\w)(?:{ways}){ending}", text, re.IGNORECASE) if ways else None


def _click(text: str, words: ProposalWords) -> re.Match[str] | None:
    """Find words at the end that only stand for a link."""
    ways = any_of(words.click)
    return re.search(rf"(?P<edge>[\s\-–—:,.>»→(]+)(?P<words>{ways})[\s.!>»→←)]*\Z", text, re.IGNORECASE)


def _only_clicks(text: str, words: ProposalWords) -> bool:
    """Tell whether a sentence is nothing but "Click here."."""
    found = _click(f" {text}", words)
    return found is not None and found.start() == 0


def _link(*nodes: Node) -> str:
    addresses = (each.get("href") for node in nodes if isinstance(node, Element) for each in walk(node))
    return next((without_tracking(each) for each in addresses if is_web_address(each)), "")


def _read(block: Element, words: ProposalWords, language: str) -> _Petition:
    said = sentences(block.children, language)
    texts = [" ".join(each.text.split()) for each in said]
    place = _asking_sentence(block, words, language)
    click = _click(texts[place], words)
    ask = texts[place][: click.start()] if click else texts[place]
    asked = without_link(ask)
    ask = as_request(asked.text.strip(_EDGES) if click else asked.text)
    rest = [text for index, text in enumerate(texts) if index != place and text.strip(_EDGES)]
    alone = [text for text in rest if _only_clicks(text, words)]
    left_out = [*([click["words"]] if click else []), *alone]
    kept = as_line(" ".join(text for text in rest if text not in alone))
    # The sentence's own link, then one behind it, "Click here", and only then one before it that names a petition.
    before = [each for each in said[:place] if _begins(words.petition, each.text)]
    link = next(filter(None, (_link(*each.nodes) for each in (*said[place:], *before))), "")
    others = [each for each in said if each is not said[place] and " ".join(each.text.split()) not in alone]
    marked = any(isinstance(node, Element) and node.tag != "br" for each in others for node in each.nodes)
    staying = tuple(node for each in others for node in each.nodes) if marked else ()
    return _Petition(
        ask, "" if staying else kept, addressed_to(ask, words), link or asked.link, ", ".join(left_out), staying
    )


def _fields(petition: _Petition) -> dict[str, str]:
    lost = "" if petition.link else "The link was lost where the text was copied from."
    fields = {
        "ask": petition.ask,
        "addressed_to": petition.addressed_to,
        "link": petition.link or f"{TO_FILL_IN} the address of the petition",
        "question": lost,
        "text": petition.text,
    }
    return {f"petition.{name}": value for name, value in fields.items() if value}


def _question(petition: _Petition, typed: str, position: Position) -> Question:
    words = " ".join(typed.split())
    left_out = f' The words "{petition.left_out}" are left out.' if petition.left_out else ""
    taken = f'This paragraph was made the petition: "{words}".{left_out}'
    if petition.link:
        return Question(f"{taken} Look whether it is asked in one clear sentence.", position, "petition.ask")
    lost = "Its link was lost: find it, write it in link, and delete the question below it."
    return Question(f"{taken} {lost}", position, "petition.link")
