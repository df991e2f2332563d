"""What was found → the same with everything that can be proposed from its words."""

from __future__ import annotations

from dataclasses import replace

from briefing.errors import Position
from briefing.importing.exports import was_exported
from briefing.importing.found import Found, Question
from briefing.importing.given import Given
from briefing.importing.proposing.addresses import with_links
from briefing.importing.proposing.doubts import with_doubts
from briefing.importing.proposing.events import with_events
from briefing.importing.proposing.languages import contradicts, guess_language
from briefing.importing.proposing.links import with_sources
from briefing.importing.proposing.named import with_named_sources
from briefing.importing.proposing.petition import with_petition, with_petition_asked
from briefing.importing.proposing.quotations import with_quotations
from briefing.model import Element, Node, plain_text
from briefing.model.language_names import language_name
from briefing.model.languages import read_tag

__all__ = ["propose"]

_MOST_CHARACTERS = 1_000_000
"""Of a text whose sentences are looked at one by one: a thick book."""
_FEWEST_CHARACTERS = 300
"""Whose language is believed rather than the one that the file says: some paragraphs, and no quotation alone."""
_MOST_BLOCKS = 6_000
"""Of such a text."""


def propose(found: Found, given: Given, language: str = "") -> Found:
    """Propose petition, sources, speakers and events, each guess with a question, and ask what the file leaves open.

    Of a text that is written as it was typed, ``Found.text``, only the events and questions are proposed; of one that
    this program has exported nothing is. ``language`` is what somebody says: it counts whatever the file says.
    """
    found = found._replace(language=language) if language else found
    if was_exported(given.data):
        return found
    found = found if language else _with_language(found, given)
    language = found.language
    if found.text:
        found = with_petition_asked(found, language)
    else:
        found = with_petition(with_links(found), language)
        found = with_sources(found, language, given.name)
        found = with_quotations(found, language)
    found = _with_proposals_of_sentences(found, given)
    return with_doubts(found, language, given.name)


def _with_proposals_of_sentences(found: Found, given: Given) -> Found:
    """Propose what each sentence says: where it is from, and when it happened."""
    if len(found.blocks) > _MOST_BLOCKS or sum(len(plain_text(block)) for block in found.blocks) > _MOST_CHARACTERS:
        text = "The text is too long to propose events and sources from its sentences."
        return found._replace(questions=(*found.questions, Question(text, Position(given.name))))
    if not found.text:
        found = with_named_sources(found, found.language)
    return with_events(found, found.language)


def _with_language(found: Found, given: Given) -> Found:
    """Take the language that the words are clearly of, else the one that the file says, else the one that was given.

    Most programs write the language of the machine into a file, whatever its words are.
    """
    words = " ".join(plain_text(block) for block in found.blocks)
    guess = guess_language(words)
    if found.language:
        is_clear = len(words) >= _FEWEST_CHARACTERS and contradicts(guess, found.language)
        return _in_other_language(found, guess, given) if is_clear and not found.text else found
    if not guess or guess == read_tag(given.language).language:
        return found._replace(language=given.language)
    text = f"The language was taken from the words: {language_name(guess, 'en')}. Look whether that is right."
    dari = " If it is Dari, write fa-AF." if guess == "fa" else ""
    question = Question(f"{text}{dari}", Position(given.name), "language")
    return found._replace(language=guess, questions=(*found.questions, question))


def _in_other_language(found: Found, guess: str, given: Given) -> Found:
    text = f"The file says {found.language}, its words look {language_name(guess, 'en')}. Which is right?"
    question = Question(text, Position(given.name), "language")
    blocks = tuple(_unmarked(block, guess) for block in found.blocks)
    notes = {name: tuple(_unmarked(block, guess) for block in note) for name, note in found.notes.items()}
    return found._replace(language=guess, blocks=blocks, notes=notes, questions=(*found.questions, question))


def _unmarked(element: Element, language: str) -> Element:
    """Take the mark of another language off words that are in that of the article."""
    children: list[Node] = []
    for node in element.children:
        read = _unmarked(node, language) if isinstance(node, Element) else node
        is_marked = isinstance(read, Element) and read.tag == "span" and set(read.attributes) == {"lang"}
        if isinstance(read, Element) and is_marked and read_tag(read.get("lang")).language == language:
            children += read.children
        else:
            children.append(read)
    return replace(element, children=tuple(children))
