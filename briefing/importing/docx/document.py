"""A document of Word → the article that was found in it."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence

import mammoth.docx
from mammoth.documents import Notes

from briefing.errors import Diagnostic, Position, sorted_diagnostics
from briefing.importing.docx.article import Titled, titled, with_headings
from briefing.importing.docx.blocks import Block, Blocks
from briefing.importing.docx.counting import words_in_nodes, words_in_part, words_missing
from briefing.importing.docx.exported import BOOKMARK_OF_PART, exported_tree, in_one_direction, without_unused_names
from briefing.importing.docx.figures import Figures
from briefing.importing.docx.graphics import words_in
from briefing.importing.docx.linked_notes import with_linked_notes
from briefing.importing.docx.package import Package, read_package
from briefing.importing.docx.places import with_known_places
from briefing.importing.docx.plain import as_docx
from briefing.importing.docx.properties import Properties, read_properties
from briefing.importing.docx.rewriting import rewrite
from briefing.importing.docx.sentences import Sentences
from briefing.importing.docx.styles import Styles
from briefing.importing.docx.told import Told
from briefing.importing.exports import Exported, article_of_export, was_exported
from briefing.importing.found import Found, Question
from briefing.importing.given import DIVIDE, Given
from briefing.model import Element, walk
from briefing.reading.article import is_language_tag
from briefing.reading.events import as_line

__all__ = ["read_docx"]

_OF_EXPORTS = frozenset({"header-left-out", "contents-left-out"})
"""What is left out of an export because templates make it anew."""
_MOST_PARAGRAPHS = 12_000
"""Outside of tables."""
_MOST_CELLS = 20_000
"""Paragraphs and cells together."""
_MOST_PIECES = 40_000
"""Of words that are set alike: six thick books have so many paragraphs, and two so many pieces."""


def read_docx(given: Given) -> Found:
    """Read a document; the line of every position is the number of a paragraph, empty ones counted."""
    package = read_package(given.data, given.name)
    if isinstance(package, Diagnostic):
        return Found("", (), diagnostics=(package,))
    document = _Document(package, given)
    problem = document.too_long()
    return Found("", (), diagnostics=(problem,)) if problem else document.found()


class _Document:
    """One document on its way into an article."""

    def __init__(self, package: Package, given: Given) -> None:
        self._package, self._given = package, given
        self._told = Told(given.name)
        styles = package.shared.get("styles")
        self._styles = Styles(styles.root if styles else None)
        self._plain, self._commented = rewrite(package, self._styles, self._told)
        self._is_export = was_exported(given.data)
        if self._is_export:
            self._plain = self._plain._replace(anchors=self._plain.anchors | _of_parts(package))
        self._sentences = Sentences(self._plain, given.name)
        self._figures = Figures(package.archive, self._plain.pictures)
        self._blocks = Blocks(self._sentences, self._figures.figure, self._told)
        self._signs_of_notes: list[str] = []
        """Those that were shown where a note was referred to again."""

    def too_long(self) -> Diagnostic | None:
        """Refuse what would take too long to read, and make an article that is too long."""
        if sum(block.tag == "w:p" for block in self._plain.body) > _MOST_PARAGRAPHS:
            message = f"This document has more than {_MOST_PARAGRAPHS:,} paragraphs."
        elif len(self._plain.paragraphs) > _MOST_CELLS:
            message = f"This document has more than {_MOST_CELLS:,} paragraphs and cells."
        elif self._plain.pieces > _MOST_PIECES:
            message = f"The words of this document are set in more than {_MOST_PIECES:,} ways after each other."
        else:
            return None
        return Diagnostic("error", "too-large", message, Position(self._given.name), DIVIDE)

    def found(self) -> Found:
        """Read the article, and tell what is not in it."""
        document = mammoth.docx.read(io.BytesIO(as_docx(self._plain))).value
        properties = read_properties(self._package.properties)
        read = self._blocks.read(document.children)
        notes = dict(self._notes(document.notes))
        if self._is_export:
            return self._as_exported(read, notes, properties)
        language = self._language(properties) or self._given.language
        article = titled(read, properties.title, self._given.title, self._given.name, language)
        blocks, guessed = with_headings(article.blocks)
        elements = self._led(self._blocks.joined(blocks))
        self._tell_lost(article, elements, notes)
        elements, texts = with_linked_notes(elements, notes)
        if not elements:
            told = (*self._told.diagnostics(), *self._figures.diagnostics, _empty(self._given.name))
            return Found("", (), diagnostics=sorted_diagnostics(told))
        questions = (
            *article.questions,
            *self._asked(article, properties),
            *guessed,
            *self._blocks.questions,
            *self._figures.questions,
            *self._comments(),
        )
        return Found(
            article.title,
            elements,
            self._language(properties),
            self._fields(article, properties),
            texts,
            files=self._figures.files,
            comments=properties.comments,
            questions=tuple(sorted(questions, key=lambda question: question.position)),
            diagnostics=sorted_diagnostics((*self._told.diagnostics(), *self._figures.diagnostics)),
        )

    def _notes(self, found: Notes) -> Iterator[tuple[str, tuple[Element, ...]]]:
        """Read the notes that have a marker; the marker of one without words is left out with it."""
        for key, name in list(self._sentences.notes.items()):
            if elements := self._led(self._blocks.joined(self._blocks.read(found.find_note(*key).body))):
                yield name, elements
            else:
                self._told.tell("missing-note", 0)

    def _as_exported(
        self, blocks: Sequence[Block], notes: Mapping[str, tuple[Element, ...]], properties: Properties
    ) -> Found:
        """Read the article of an export; what somebody has changed in it since is told, nothing is guessed."""
        language = self._language(properties) or self._given.language
        read = [block._replace(element=in_one_direction(block.element, language)) for block in blocks]
        main = without_unused_names(self._led((exported_tree(read, self._blocks.joined, language),))[0])
        typed = {name: tuple(in_one_direction(each, language) for each in note) for name, note in notes.items()}
        fields = properties.fields
        found = article_of_export(
            Exported(main, properties.title or self._given.title, language, fields, typed, self._figures.files)
        )
        told = (each for each in self._told.diagnostics() if each.id not in _OF_EXPORTS)
        problems = (*told, *self._figures.diagnostics, *(() if found.blocks else (_empty(self._given.name),)))
        return found._replace(questions=tuple(self._comments()), diagnostics=sorted_diagnostics(problems))

    def _asked(self, article: Titled, properties: Properties) -> Iterator[Question]:
        if "date" in properties.fields and not article.date:
            text = "The date is the day on which the document was last saved. Is it that of the article?"
            yield Question(text, Position(self._given.name), "date")

    def _led(self, elements: Sequence[Element]) -> tuple[Element, ...]:
        places = self._sentences.places
        return with_known_places(
            elements, places.names, places.notes, self._tell_lost_link, self._signs_of_notes.append
        )

    def _tell_lost_link(self, bookmark: str, position: Position | None) -> None:
        self._told.tell("unreadable-link", position.line if position else 0, f"#{bookmark}"[:200])

    def _language(self, properties: Properties) -> str:
        said = properties.language or self._styles.language
        return said if is_language_tag(said) else ""

    def _fields(self, article: Titled, properties: Properties) -> Mapping[str, str | tuple[str, ...]]:
        standfirst = {"standfirst": as_line(article.standfirst)} if article.standfirst else {}
        authors = {"authors": article.authors} if article.authors else {}
        date = {"date": article.date} if article.date else {}
        return {**standfirst, **properties.fields, **authors, **date}

    def _comments(self) -> Iterator[Question]:
        part = self._package.shared.get("comments")
        for comment in part.root if part else ():
            words = words_in(comment)
            if comment.tag == "w:comment" and words:
                author = comment.get("w:author", "").strip() or "Somebody"
                paragraph = self._commented.get(comment.get("w:id", ""), 1)
                yield Question(f'{author} wrote in a comment: "{words}"', Position(self._given.name, max(1, paragraph)))

    def _tell_lost(self, article: Titled, elements: Sequence[Element], notes: dict[str, tuple[Element, ...]]) -> None:
        """Say which words of the document are neither in the article nor told."""
        for element in (inner for taken in article.taken for inner in walk(taken)):
            if "noteref" in element.classes and (body := notes.pop(element.get("href")[1:], None)):
                self._told.tell("note-without-marker", 1, " ".join(words_in_nodes(body)))
        for part in self._package.running:
            words = words_in(part.root)
            if any(map(str.isalpha, words)):  # a number alone is that of the page
                self._told.tell("header-left-out", 0, words)
        notes_there = (part for name, part in self._package.shared.items() if name.endswith("notes"))
        parts = (self._package.document, *notes_there)
        there = (text for part in parts for text in words_in_part(part.root))
        here = (
            *words_in_nodes(article.taken),
            *words_in_nodes(elements),
            *(text for body in notes.values() for text in words_in_nodes(body)),
            *self._told.words(),
        )
        if missing := words_missing(there, here, self._signs_of_notes):
            for start in range(0, len(missing), 40):
                self._told.tell("words-left-out", 0, " ".join(missing[start : start + 40]))


def _of_parts(package: Package) -> frozenset[str]:
    """Name the bookmarks that say where the parts of an export begin, which nothing may lead to."""
    names = (each.get("w:name", "") for each in package.document.root.iter("w:bookmarkStart"))
    return frozenset(name for name in names if BOOKMARK_OF_PART.fullmatch(name))


def _empty(file: str) -> Diagnostic:
    message = "There is no text in this document that an article could be made of."
    hint = "Look whether it is the right file. What stands in pictures of pages cannot be read."
    return Diagnostic("error", "empty-file", message, Position(file), hint)
