"""What an import of a document leaves out or changes: gathered by its kind, with the paragraphs where it stood."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from briefing.errors import Diagnostic, Position

__all__ = ["Told"]


class _Kind(NamedTuple):
    """How one kind of thing is told."""

    one: str
    """The sentence about one of it, without the place."""
    many: str
    """About several; ``{}`` is their number."""
    hint: str


_KINDS: Mapping[str, _Kind] = MappingProxyType(
    {
        "tracked-insertion": _Kind(
            "A tracked insertion is kept as text.",
            "{} tracked insertions are kept as text.",
            "Accept or reject the changes in the document and import it again, if any of them is not yet agreed.",
        ),
        "tracked-deletion": _Kind(
            "A tracked deletion is left out.",
            "{} tracked deletions are left out.",
            "Reject the deletion in the document and import it again, if the words are to stay.",
        ),
        "moved-text": _Kind(
            "A text that was moved is kept where it was moved to.",
            "{} texts that were moved are kept where they were moved to.",
            "Nothing has to be done if the move is agreed.",
        ),
        "contents-left-out": _Kind(
            "The table of contents is left out.",
            "{} tables of contents and indexes are left out.",
            "Pages are numbered anew; a template with a table of contents makes its own.",
        ),
        "hidden-text": _Kind(
            "Hidden text is left out.",
            "{} hidden texts are left out.",
            "Show it in the document and import it again, if it is to be printed.",
        ),
        "placeholder": _Kind(
            "A form field that nobody filled in is left out.",
            "{} form fields that nobody filled in are left out.",
            "Type what belongs there.",
        ),
        "text-box": _Kind(
            "A text box became a box behind its paragraph.",
            "{} text boxes became boxes behind their paragraphs.",
            "Move each to where it belongs, or take the lines ::: box and ::: away.",
        ),
        "equation": _Kind(
            "An equation was written as a line of text.",
            "{} equations were written as lines of text.",
            "Compare each with the document; a complicated one is best kept as a picture.",
        ),
        "chart-left-out": _Kind(
            "A chart is left out.",
            "{} charts are left out.",
            "Save its figures as a CSV file and show it with ::: chart, or save it as a picture.",
        ),
        "diagram-left-out": _Kind(
            "A diagram is left out; these words stood in it.",
            "{} diagrams are left out; these words stood in them.",
            "Save it as a picture, or type its words as a list.",
        ),
        "drawing-left-out": _Kind(
            "A drawing is left out; these words stood in it.",
            "{} drawings are left out; these words stood in them.",
            "Save it as a picture, or type its words.",
        ),
        "object-left-out": _Kind(
            "A file inside the document is left out; its picture is kept where it has one.",
            "{} files inside the document are left out; their pictures are kept where they have some.",
            "Save it beside the briefing, if it is needed.",
        ),
        "symbol-left-out": _Kind(
            "A sign of a font of symbols is left out.",
            "{} signs of fonts of symbols are left out.",
            "Type the sign itself.",
        ),
        "linked-picture": _Kind(
            "A picture is left out: it is not in the document, which only says where it was.",
            "{} pictures are left out: they are not in the document, which only says where they were.",
            "Save each beside the briefing, and name it there: ![What it shows](picture.png).",
        ),
        "missing-note": _Kind(
            "A note has a marker and no text.", "{} notes have a marker and no text.", "Type it, if it is known."
        ),
        "note-without-marker": _Kind(
            "A note is left out: nothing in the text refers to it.",
            "{} notes are left out: nothing in the text refers to them.",
            "Put its words where they belong.",
        ),
        "struck-text": _Kind(
            "Words that are struck through are kept without the stroke.",
            "Words that are struck through are kept without the stroke in {} places.",
            "Delete them, if that is what the stroke means.",
        ),
        "small-capitals": _Kind(
            "Words in small capitals are kept in ordinary letters.",
            "Words in small capitals are kept in ordinary letters in {} places.",
            "Nothing has to be done, unless the small capitals meant something.",
        ),
        "all-capitals": _Kind(
            "Words that are shown in capitals are kept in the letters that were typed.",
            "Words that are shown in capitals are kept in the letters that were typed in {} places.",
            "Type them in capitals, if the capitals meant something.",
        ),
        "item-numbers": _Kind(
            "An item of a list that was numbered in another way is counted 1, 2, 3 now.",
            "{} items of lists that were numbered in another way are counted 1, 2, 3 now.",
            'Look for words such as "see (b)" that name one by its old number.',
        ),
        "heading-numbers": _Kind(
            "The number that stood before a heading is left out.",
            "The numbers that stood before {} headings are left out.",
            'Look for words such as "see section 2" that name one by its number; some templates number headings anew.',
        ),
        "underlined-text": _Kind(
            "Words that are underlined are kept without the line.",
            "Words that are underlined are kept without the line in {} places.",
            "Put them between asterisks, *like this*, where the line was to stress them.",
        ),
        "marked-text": _Kind(
            "Words that are marked with a colour are kept without it.",
            "Words that are marked with a colour are kept without it in {} places.",
            "Look whether something there was still open.",
        ),
        "unreadable-link": _Kind(
            "The words of a link are kept without its address.",
            "The words of {} links are kept without their addresses.",
            "A link begins with https://, http:// or mailto:. Type the address of the page, if there is one.",
        ),
        "header-left-out": _Kind(
            "What stands at the head or foot of the pages is left out.",
            "What stands at the head or foot of the pages is left out, {} texts.",
            "The template has its own running lines; type what is missing into the fields at the head of briefing.md.",
        ),
        "merged-cells": _Kind(
            "A table has merged cells: the words stand in the first of them.",
            "{} tables have merged cells: the words stand in the first of them.",
            "Look whether the table still says the same.",
        ),
        "table-in-table": _Kind(
            "A table inside a table stands behind it.",
            "{} tables inside tables stand behind them.",
            "Look whether each stands where it is understood.",
        ),
        "cell-in-lines": _Kind(
            "Paragraphs in a cell of a table were joined into one line.",
            "Paragraphs in cells of {} tables were joined into one line.",
            "Look whether the cells read well.",
        ),
        "moved-picture": _Kind(
            "A picture that stood among words, in a table, a list or a heading stands behind them.",
            "{} pictures that stood among words, in a table, a list or a heading stand behind them.",
            "Look whether each stands where it is understood.",
        ),
        "words-left-out": _Kind(
            "Words of the document are not in the article.",
            "Words of the document are not in the article, {} of them.",
            "Type them where they belong.",
        ),
    }
)


_WORDS_LEFT_OUT = frozenset(
    {"hidden-text", "placeholder", "note-without-marker", "contents-left-out", "tracked-deletion"}
)
"""Kinds whose words stand in the document and not in the article."""
_IN_PIECES = frozenset(
    {
        "struck-text",
        "marked-text",
        "small-capitals",
        "all-capitals",
        "underlined-text",
        "hidden-text",
        "tracked-insertion",
        "tracked-deletion",
    }
)
"""Kinds of which one thing may be met piece by piece, in one paragraph."""
_IN_ONE_LINE = frozenset({"item-numbers", "heading-numbers"})
"""Kinds of which there are many, with a word or two each."""
_MOST_NUMBERS = 40
_BY_PLACE = frozenset({"contents-left-out"})
"""Kinds whose words are said elsewhere in the document, too."""


class Told:
    """Gathers what is to be told of one document."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._found: dict[str, list[tuple[int, str]]] = {}

    def tell(self, kind: str, paragraph: int, words: str = "") -> None:
        """Keep one thing of a kind; ``words`` are those that are left out, or that say which it is."""
        places = self._found.setdefault(kind, [])
        if kind in _IN_PIECES and places and places[-1][0] == paragraph:
            words = f"{places.pop()[1]} {words}"
        places.append((paragraph, " ".join(words.split())))

    def add_words(self, kind: str, words: str) -> None:
        """Let the last thing of a kind have more words."""
        paragraph, before = self._found[kind].pop()
        self.tell(kind, paragraph, f"{before} {words}")

    def words(self) -> Iterator[str]:
        """Yield the words of the document that are told because they are left out."""
        for kind in sorted(_WORDS_LEFT_OUT.intersection(self._found)):
            yield from (words for _, words in self._found[kind])

    def diagnostics(self) -> Iterator[Diagnostic]:
        """Say each kind once, where it first stood, with all words."""
        for kind, places in self._found.items():
            said = _KINDS[kind]
            message = said.one if len(places) == 1 else said.many.format(len(places))
            details = tuple(f"{_place(number)}: {words}" for number, words in places if words and kind not in _BY_PLACE)
            if kind in _IN_ONE_LINE:
                details = (_first([words for _, words in places], _MOST_NUMBERS),)
            elif not details:
                details = (_listed(sorted({number for number, _ in places if number})),)
            position = Position(self._file, max(1, places[0][0]))
            yield Diagnostic("warning", kind, message, position, said.hint, tuple(filter(None, details)))


def _place(paragraph: int) -> str:
    return f"paragraph {paragraph}" if paragraph else "outside the text"


def _listed(paragraphs: list[int]) -> str:
    """Name paragraphs, the first few one by one."""
    if not paragraphs:
        return ""
    return f"paragraph{'s' if len(paragraphs) > 1 else ''} {_first(list(map(str, paragraphs)), 12)}"


def _first(words: list[str], most: int) -> str:
    more = f" and {len(words) - most} more" if len(words) > most else ""
    return ", ".join(words[:most]) + more
