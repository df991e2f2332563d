"""A page of the web → an article as it was found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lxml.html import HtmlElement

from briefing.errors import Diagnostic, Position, errors_of
from briefing.importing.decoding import Decoded, declared_encoding, decoded
from briefing.importing.exports import was_exported
from briefing.importing.found import Found, Origin, Question
from briefing.importing.given import Given
from briefing.importing.html.addresses import Addresses
from briefing.importing.html.choosing import article_units
from briefing.importing.html.exported import read_exported_page
from briefing.importing.html.facts import Facts, facts_of
from briefing.importing.html.furniture import remove_furniture
from briefing.importing.html.headings import with_bold_headings
from briefing.importing.html.illustrations import Illustrations
from briefing.importing.html.leftovers import extent_of, leftovers_of, places_in, question_about
from briefing.importing.html.lightening import without_written_pictures
from briefing.importing.html.notes import take_notes
from briefing.importing.html.opening import opening_of
from briefing.importing.html.parsing import nothing_found, parsed
from briefing.importing.html.quoting import repeated
from briefing.importing.html.stand_ins import StandIns
from briefing.importing.html.units import Unit, units_of, words_in
from briefing.importing.html.unprintable import told_of_embedded, without_struck_words
from briefing.importing.trees import Surroundings, closed_up, elements_of, is_heading
from briefing.model import Element, walk
from briefing.reading.events import as_line

__all__ = ["read_page"]

_LONGER = 1.5
"""How much more a page's data have to tell than the page shows for the article to be taken from them."""


def read_page(given: Given) -> Found:
    """Find the article of a page, with what the page says about it; a diagnostic is an error where there is none."""
    if was_exported(given.data):
        return read_exported_page(given)
    text = decoded(given.data, given.name, declared_encoding(given.data))
    if errors_of(text.diagnostics):
        return Found("", (), diagnostics=text.diagnostics)
    plain, pictures = without_written_pictures(text.text)
    tree = parsed(plain, given.name)
    if isinstance(tree, Diagnostic):
        return Found("", (), diagnostics=(*text.diagnostics, tree))
    return _read(tree, text, Illustrations(given.name, given.beside, pictures), given)


def _read(tree: HtmlElement, text: Decoded, illustrations: Illustrations, given: Given) -> Found:
    stand_ins, told = StandIns(given.name), list[Diagnostic]()
    stand_ins.put(tree, illustrations.is_at_hand)
    facts = facts_of(tree)
    addresses = Addresses(facts)
    around = Surroundings(given.name, facts.language, addresses.absolute, illustrations.take, told.append)
    notes, places = take_notes(tree, around), places_in(tree)
    removed = remove_furniture(tree)
    choice = article_units(tree, facts.title)
    if _tells_more(facts, choice.article):
        return _found("", _paragraphs(facts, given.name), facts, text, given)
    kept = _keep(tree, choice.article, facts)
    told += told_of_embedded(tree, places, extent_of(choice.article, places), addresses.absolute, given.name)
    told += without_struck_words(tree, given.name)
    blocks = closed_up(_without_empty_sections(closed_up(with_bold_headings(elements_of(tree, around)))))
    found = _found(kept.standfirst, blocks, facts, text, given)
    left_out = [*removed, *leftovers_of(kept.taken_off), *leftovers_of(choice.cut, is_of_article=True)]
    return found._replace(
        notes=_used(notes.texts, blocks),
        files=illustrations.files,
        questions=(*found.questions, *question_about(left_out, kept.text, places, given.name)),
        diagnostics=(
            *found.diagnostics,
            *illustrations.diagnostics,
            *stand_ins.warnings(),
            *told,
            *addresses.warnings(given.name),
        ),
    )


def _used(notes: Mapping[str, tuple[Element, ...]], blocks: Sequence[Element]) -> dict[str, tuple[Element, ...]]:
    """Keep the notes whose markers stand in the text."""
    named = {each.get("href")[1:] for block in blocks for each in walk(block) if each.classes == ("noteref",)}
    return {name: note for name, note in notes.items() if name in named}


def _tells_more(facts: Facts, units: Sequence[Unit]) -> bool:
    """Tell whether the page holds more of its article for machines than for readers."""
    shown = sum(len(unit.words) for unit in units)
    return len(words_in(facts.text)) > max(_LONGER * shown, 50)


def _paragraphs(facts: Facts, file: str) -> tuple[Element, ...]:
    lines = (" ".join(line.split()) for line in facts.text.splitlines())
    return tuple(Element("p", (line,), {}, Position(file)) for line in lines if line)


class _Kept(NamedTuple):
    """What became of the parts of a page."""

    text: list[Unit]
    taken_off: list[Unit]
    """Neither its text, nor its standfirst, nor what its fields or its text say already."""
    standfirst: str


def _keep(tree: HtmlElement, units: Sequence[Unit], facts: Facts) -> _Kept:
    """Take everything off the page that is not in its text."""
    opening = opening_of(units, facts)
    said = {*opening.left_out, *repeated(units), *([opening.standfirst] if opening.standfirst else [])}
    text = [unit for unit in units if unit not in said]
    kept = {part for unit in text for part in _parts(unit)}
    left_out = [unit for unit in units_of(tree) if kept.isdisjoint(_parts(unit))]
    for unit in left_out:
        unit.take_off()
    known = {part for unit in said for part in _parts(unit)}
    taken_off = [unit for unit in left_out if known.isdisjoint(_parts(unit))]
    return _Kept(text, taken_off, opening.standfirst.text if opening.standfirst else "")


def _parts(unit: Unit) -> list[object]:
    return [*unit.texts, *unit.images]


def _without_empty_sections(blocks: Sequence[Element]) -> tuple[Element, ...]:
    """Leave out headings that nothing is left below, and lines across the page behind all."""
    kept: list[Element] = []
    for block in reversed(blocks):
        above = kept[-1] if kept else None
        if is_heading(block) and (above is None or (is_heading(above) and above.tag <= block.tag)):
            continue
        if above is None and block.tag == "hr":
            continue
        kept.append(block)
    return tuple(reversed(kept))


def _found(standfirst: str, blocks: tuple[Element, ...], facts: Facts, text: Decoded, given: Given) -> Found:
    """Put together what was found; an error where there is no article."""
    fields: dict[str, str | tuple[str, ...]] = {}
    if standfirst:
        fields["standfirst"] = as_line(standfirst)
    if facts.authors:
        fields["authors"] = facts.authors
    if facts.date:
        fields["date"] = facts.date
    problems = text.diagnostics if blocks else (*text.diagnostics, nothing_found(given.name))
    title = facts.title or given.title
    origin = Origin(title, facts.site, facts.url, facts.is_petition)
    questions = (*text.questions, *_questions(facts, given))
    return Found(title, blocks, facts.language, fields, origin=origin, questions=questions, diagnostics=problems)


def _questions(facts: Facts, given: Given) -> tuple[Question, ...]:
    """Ask about what was guessed."""
    asked: list[Question] = []
    if facts.date and facts.date_is_guessed:
        text = f"The page does not say when it was published; {facts.date} was found in its text. Is it right?"
        asked.append(Question(text, Position(given.name), "date"))
    if facts.authors_are_guessed:
        names = ", ".join(facts.authors)
        text = f"The page does not declare who wrote it; {names} was found in its text. Is that right?"
        asked.append(Question(text, Position(given.name), "authors"))
    return tuple(asked)
