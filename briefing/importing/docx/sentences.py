"""A paragraph as it was read → a sentence of the article: emphasis, links, markers of notes, other languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from mammoth import documents

from briefing.errors import Position
from briefing.importing.docx.plain import CODE, PARAGRAPH, ParagraphFacts, Plain
from briefing.model import Element, Node, plain_text
from briefing.reading.article import is_language_tag

__all__ = ["Places", "Sentence", "Sentences"]

_SHIFTS = {"superscript": "sup", "subscript": "sub"}
_SPACE = re.compile(r"[ \t\r\n]+")
_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")


class Sentence(NamedTuple):
    """What stands in a paragraph."""

    nodes: tuple[Node, ...]
    pictures: tuple[int, ...] = ()
    """Numbers of those that stood in it."""
    place: str = ""
    """A name for the whole paragraph, where words lead to its beginning."""
    breaks_before: bool = False
    """Whether a page ends before it."""
    breaks_after: bool = False
    has_inner_picture: bool = False
    """Whether a picture stood between its words."""
    is_bold: bool = False
    """Whether all of its words are set in bold."""
    bookmarks: tuple[str, ...] = ()
    """Those that words lead to and that have no words themselves, as at a picture."""

    @property
    def words(self) -> str:
        """What is read of it."""
        return " ".join(plain_text(self.nodes).split())


class Places:
    """Names of the places in a document that words lead to."""

    def __init__(self, wanted: frozenset[str], of_notes: frozenset[str]) -> None:
        self._wanted, self._of_notes = wanted, of_notes
        self._taken: set[str] = set()
        self.names: dict[str, str] = {}
        """Names in the article by those of the bookmarks."""
        self.notes: dict[str, str] = {}
        """Names of notes by those of the bookmarks around their markers."""

    def is_wanted(self, bookmark: str) -> bool:
        """Tell whether words lead to a bookmark that has no name yet."""
        return bookmark in self._wanted and bookmark not in self.names and bookmark not in self.notes

    def without_those_of_note(self, bookmarks: Iterable[str], note: str) -> list[str]:
        """Let bookmarks around the marker of a note be names of that note; gives the others."""
        bookmarks = list(bookmarks)
        self.notes.update((bookmark, note) for bookmark in bookmarks if bookmark in self._of_notes)
        return [bookmark for bookmark in bookmarks if bookmark not in self._of_notes]

    def name(self, bookmarks: Iterable[str]) -> str:
        """Name the place where bookmarks stand."""
        bookmarks = list(bookmarks)
        stem = _NOT_IN_NAMES.sub("-", bookmarks[0].lower()).strip("-") or "place"
        stem = stem if stem[0].isalpha() else f"place-{stem}"
        name, number = stem, 1
        while name in self._taken:
            number += 1
            name = f"{stem}-{number}"
        self._taken.add(name)
        self.names.update(dict.fromkeys(bookmarks, name))
        return name


class _Format(NamedTuple):
    """How words are set, from the outside in; empty where they are not."""

    link: str = ""
    place: str = ""
    language: str = ""
    strong: str = ""
    em: str = ""
    shift: str = ""
    code: str = ""


class _Piece(NamedTuple):
    node: Node
    format: _Format


class Sentences:
    """Reads the paragraphs of one document."""

    def __init__(self, plain: Plain, file: str) -> None:
        self._plain, self._file = plain, file
        self.places = Places(plain.anchors, plain.note_anchors)
        self.notes: dict[tuple[str, str], str] = {}
        """Names of the notes whose markers were met, by kind and id."""

    def position(self, paragraph: Any) -> Position:
        """Find where a paragraph stands: the line is its number in the document."""
        return Position(self._file, max(1, self.facts(paragraph).number))

    def has_note(self, key: tuple[str, str]) -> bool:
        """Tell whether a marker has a text."""
        return key in self._plain.notes

    def facts(self, paragraph: Any) -> ParagraphFacts:
        """Look up what is known of a paragraph."""
        return self._plain.paragraphs[self.index(paragraph)]

    def index(self, paragraph: Any) -> int:
        """Read the number that a paragraph begins with."""
        return int(paragraph.children[0].name.removeprefix(PARAGRAPH))

    def read(self, paragraph: Any) -> Sentence:
        """Read a paragraph."""
        reader = _Reader(self, self.position(paragraph), is_code=self.facts(paragraph).role == "code")
        return reader.read(paragraph.children[1:])


class _Reader:
    """Reads one paragraph."""

    def __init__(self, sentences: Sentences, position: Position, *, is_code: bool) -> None:
        self._sentences, self._position = sentences, position
        self._is_code = is_code
        self._pieces: list[_Piece] = []
        self._pictures: list[int] = []
        self._bookmarks: list[str] = []
        """Those that wait for words."""
        self._picture_after = False
        """Whether a picture was met behind words."""
        self._is_parted = False
        """Whether there were words behind it, too."""
        self._breaks = [False, False]
        self._place = ""

    def read(self, children: Iterable[Any]) -> Sentence:
        for each in children:
            self._child(each, _Format())
        nodes = _tidy(_nested(self._pieces, 0, self._position))
        texts = [piece for piece in self._pieces if isinstance(piece.node, str) and piece.node.strip()]
        is_bold = bool(texts) and all(piece.format.strong or piece.format.shift for piece in texts)
        before, after = self._breaks
        return Sentence(
            nodes, tuple(self._pictures), self._place, before, after, self._is_parted, is_bold, tuple(self._bookmarks)
        )

    def _child(self, child: Any, form: _Format) -> None:
        match child:
            case documents.Run():
                shift = _SHIFTS.get(child.vertical_alignment, "")
                form = form._replace(
                    language=_language(child.style_id),
                    strong="strong" if child.is_bold and not shift else "",  # numbers of sources and the like
                    em="em" if child.is_italic else "",
                    shift=shift,
                    code="code" if child.style_id == CODE else "",
                )
                for each in child.children:
                    self._child(each, form)
            case documents.Hyperlink():
                address = f"#{child.anchor}" if child.href is None else child.href
                for each in child.children:
                    self._child(each, form._replace(link=address))
            case documents.Text():
                self._text(self._indented(child.value), form)
            case documents.Tab():
                self._text(self._indented("    "), form)
            case documents.Break(break_type="line"):
                self._pieces.append(_Piece(Element("br", (), {}, self._position), form))
            case documents.Break():
                self._breaks[any(plain_text(piece.node).strip() for piece in self._pieces)] = True
            case documents.Bookmark() if self._sentences.places.is_wanted(child.name):
                self._bookmarks.append(child.name)
            case documents.NoteReference():
                self._marker(child)
            case documents.Image():
                self._pictures.append(int(child.alt_text))
                self._picture_after = any(plain_text(piece.node).strip() for piece in self._pieces)

    def _indented(self, text: str) -> str:
        """Write white space as one space; in code as spaces that stay."""
        return text.replace("  ", "\N{NO-BREAK SPACE}" * 2) if self._is_code else _SPACE.sub(" ", text)

    def _text(self, text: str, form: _Format) -> None:
        if text.strip() and self._bookmarks:
            name = self._sentences.places.name(self._bookmarks)
            self._bookmarks = []
            if any(plain_text(piece.node).strip() for piece in self._pieces):
                form = form._replace(place=name)
            else:
                self._place = name
        self._is_parted |= self._picture_after and bool(text.strip())
        self._pieces.append(_Piece(text, form))

    def _marker(self, reference: Any) -> None:
        notes = self._sentences.notes
        key = reference.note_type, reference.note_id
        if self._sentences.has_note(key):
            name = notes.setdefault(key, f"note-{len(notes) + 1}")
            self._bookmarks = self._sentences.places.without_those_of_note(self._bookmarks, name)
            marker = Element("a", (), {"class": "noteref", "href": f"#{name}"}, self._position)
            self._pieces.append(_Piece(marker, _Format()))


def _language(style: str | None) -> str:
    return style if style and is_language_tag(style) else ""


def _nested(pieces: Sequence[_Piece], slot: int, position: Position) -> tuple[Node, ...]:
    """Put words that are set alike into one element, from the outermost in; spaces at its ends stand outside."""
    if slot == len(_Format._fields):
        return tuple(piece.node for piece in pieces)
    nodes: list[Node] = []
    for value, group in groupby(pieces, key=lambda piece: piece.format[slot]):
        inner = _joined(_nested(list(group), slot + 1, position))
        nodes += _wrapped(inner, slot, value, position) if value else inner
    return tuple(nodes)


def _wrapped(inner: list[Node], slot: int, value: str, position: Position) -> Iterator[Node]:
    name = _Format._fields[slot]
    before, kept, after = _without_spaces(inner)
    yield from before
    if kept and name == "link":
        yield Element("a", kept, {"href": value}, position)
    elif kept and name in ("place", "language"):
        yield Element("span", kept, {"id" if name == "place" else "lang": value}, position)
    elif kept:
        yield Element(value, kept, {}, position)
    yield from after


def _without_spaces(nodes: list[Node]) -> tuple[list[str], tuple[Node, ...], list[str]]:
    """Part off spaces at both ends."""
    before, after = list[str](), list[str]()
    if nodes and isinstance(nodes[0], str) and nodes[0].startswith(" "):
        before, nodes = [" "], [nodes[0][1:], *nodes[1:]]
    if nodes and isinstance(nodes[-1], str) and nodes[-1].endswith(" "):
        nodes, after = [*nodes[:-1], nodes[-1][:-1]], [" "]
    return before, tuple(node for node in nodes if node != ""), after


def _joined(nodes: Iterable[Node]) -> list[Node]:
    """Join texts that follow each other, with one space where several met."""
    joined: list[Node] = []
    for is_text, group in groupby((node for node in nodes if node != ""), key=lambda node: isinstance(node, str)):
        several = list(group)
        joined += [_SPACE.sub(" ", "".join(map(plain_text, several)))] if is_text and several[1:] else several
    return joined


def _tidy(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """Take spaces and ends of lines from both ends."""
    tidy = _joined(nodes)
    while tidy and _is_empty(tidy[0]):
        del tidy[0]
    while tidy and _is_empty(tidy[-1]):
        del tidy[-1]
    if tidy and isinstance(tidy[0], str):
        tidy[0] = tidy[0].lstrip(" ")
    if tidy and isinstance(tidy[-1], str):
        tidy[-1] = tidy[-1].rstrip(" ")
    return tuple(tidy)


def _is_empty(node: Node) -> bool:
    return not node.strip() if isinstance(node, str) else node.tag == "br"
