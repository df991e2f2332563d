"""Letters that cannot be set → diagnostics: which letters, in which words, on which line.

``Unset`` collects them while a block is made, as values that may be remembered with it. ``Letters`` says of all of a
document what is wrong. A text knows where its element begins; where in it the letters were typed is for ``Locate`` to
find.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from itertools import groupby, islice
from typing import NamedTuple, TypeAlias
from unicodedata import category

from briefing.errors import Diagnostic, Position
from briefing.model import called
from briefing.resources import install_command

__all__ = ["Letters", "Locate", "Unset", "UnsetText", "nowhere"]

Locate: TypeAlias = Callable[[Position, str], Position | None]
"""Finds where letters stand in the text that begins at a position; ``None`` where they were typed in another way."""

_WORD = re.compile(r"[^ \n\t]+")
_OVERRIDES = ("\N{LEFT-TO-RIGHT OVERRIDE}", "\N{RIGHT-TO-LEFT OVERRIDE}")
"""Signs that force a direction upon letters that have another. See: UAX #9, 2.2."""
_MOST_MARKS = 30
"""On one letter. See: UAX #15, 12 (stream-safe text)."""
_PILED = re.compile(rf"[^\w\s!-~]{{{_MOST_MARKS + 1},}}")
"""Where more may follow each other; marks are no letters."""
_TOO_MANY = "too-many-marks"
_MOST_PHRASES = 1_000
"""Places that are looked up in one document."""
_MOST_NAMED = 8
_LONGEST_QUOTED = 40
_ANOTHER_FONT = "Write it in other letters, or name fonts that have it under fonts: in the organisation's profile."


def nowhere(_position: Position, _letters: str) -> None:
    """Find nothing: for a document of which no typed text is known."""


class _Phrase(NamedTuple):
    """Words that follow each other, each with letters that cannot be set."""

    text: str
    first: int
    """Index of the first such letter."""
    last: int
    """Index of the last one."""
    sought: str
    """What to look for where it was typed: only that letter, for signs around it may have been typed in another way."""


class _Kind(NamedTuple):
    """What is wrong with a letter."""

    id: str
    hint: str = ""
    """What to install: whoever does that mends all lines at once."""


class UnsetText(NamedTuple):
    """A text with what cannot be set of it."""

    text: str
    kinds: tuple[tuple[str, _Kind], ...]
    """What is wrong with which letter."""
    position: Position | None
    begins: bool = False
    """It is the first of its paragraph."""


class Unset:
    """Collects what cannot be set of a block, in the order in which it was typed."""

    def __init__(self) -> None:
        self.texts: list[UnsetText] = []
        self._begins = True

    def begin_paragraph(self) -> None:
        """Say that the next text is typed somewhere else than after the last one."""
        self._begins = True

    def lacking(self, text: str, missing: Mapping[str, str], position: Position | None) -> None:
        """Note the letters of a text that no font has, each with a hint at what to install."""
        self._note(text, {letter: _Kind("missing-glyph", hint) for letter, hint in missing.items()}, position)

    def check_signs(self, text: str, position: Position | None) -> None:
        """Note unseen signs that show a text in another order than it is read, and piles of marks.

        Better refused than wrong.
        """
        if _OVERRIDES[0] in text or _OVERRIDES[1] in text:
            self._note(text, {sign: _Kind("direction-override") for sign in _OVERRIDES if sign in text}, position)
        # Marks have two bytes at least, so that most texts need not be looked through.
        if len(text.encode("utf-8", "surrogatepass")) - len(text) > _MOST_MARKS:
            for pile in _piles(text):
                self._note(pile, {pile[0]: _Kind(_TOO_MANY)}, position)

    def without_dictionary(self, text: str, letters: Iterable[str], position: Position | None) -> None:
        """Note letters between which a line may break, where only a dictionary knows, and there is none."""
        kind = _Kind("needs-dictionary", f"Install the dictionaries: {install_command('asian')}")
        self._note(text, dict.fromkeys(letters, kind), position)

    def _note(self, text: str, kinds: Mapping[str, _Kind], position: Position | None) -> None:
        self.texts.append(UnsetText(text, tuple(kinds.items()), position, self._begins))
        self._begins = False


@dataclass(slots=True)
class _Line:
    """What is wrong in one way with one line."""

    position: Position | None
    letters: dict[str, None] = field(default_factory=dict)
    quotations: dict[str, None] = field(default_factory=dict)
    places: int = 0


class Letters:
    """Collects the letters of a document that cannot be set, each place of the article once.

    The same text may be printed in several places, in several fonts: whoever mends it, mends it once.
    """

    def __init__(self, locate: Locate = nowhere) -> None:
        self._locate = locate
        self._reached: dict[_Kind, Position] = {}
        """How far the paragraph has been looked through: its texts come in the order in which they were typed."""
        self._seen: set[tuple[str, Position | None, str]] = set()
        self._lines: dict[tuple[_Kind, str, int], _Line] = {}

    def add(self, texts: Iterable[UnsetText]) -> None:
        """Take what cannot be set of the next block."""
        for each in texts:
            if each.begins:
                # Look from the text's own position on, not from where the last one ended.
                self._reached.clear()
            for kind in dict.fromkeys(kind for _, kind in each.kinds):
                letters = {letter for letter, own in each.kinds if own == kind}
                self._note_kind(each.text, letters, kind, each.position)

    def diagnostics(self) -> Iterator[Diagnostic]:
        """Say what was noted: once for all that one installation mends, else once for each line and kind of problem."""
        alike: dict[_Kind, list[_Line]] = {}
        for (kind, _, _), line in self._lines.items():
            alike.setdefault(kind, []).append(line)
        for kind, lines in alike.items():
            if kind.hint:
                yield _whole(kind, lines, cut=len(self._seen) == _MOST_PHRASES)
            else:
                yield from (_SAY[kind.id](kind, line) for line in lines)

    def _note_kind(self, text: str, letters: Set[str], kind: _Kind, position: Position | None) -> None:
        """Note the phrases of a text that have letters with which the same is wrong."""
        phrases = (_Phrase(text, 0, 0, text),) if kind.id == _TOO_MANY else _phrases(text, letters)
        for phrase in phrases:
            if len(self._seen) == _MOST_PHRASES:
                return
            place = self._place(phrase, kind, position)
            known = (kind.id, place, phrase.text if place == position else "")
            if known in self._seen:
                continue
            self._seen.add(known)
            key = (kind, place.file if place else "", place.line if place else 0)
            line = self._lines.setdefault(key, _Line(place))
            line.letters |= dict.fromkeys(letter for letter in phrase.text if letter in letters)
            line.quotations[phrase.text] = None
            line.places += 1

    def _place(self, phrase: _Phrase, kind: _Kind, position: Position | None) -> Position | None:
        if position is None:
            return None
        start = max(position, self._reached.get(kind, position))
        found = self._locate(start if start.file == position.file else position, phrase.sought)
        if found is None:
            return position
        self._reached[kind] = replace(found, column=found.column + phrase.last - phrase.first + 1)
        return found


def _phrases(text: str, letters: Set[str]) -> Iterator[_Phrase]:
    """Find the words of a text with such letters; words that follow each other are one phrase."""
    if " " in letters:
        yield _phrase(text, letters)
        return
    ends: tuple[int, int] | None = None
    for word in _WORD.finditer(text):
        if not letters.isdisjoint(word[0]):
            ends = (ends[0] if ends else word.start(), word.end())
        elif ends:
            yield _phrase(text[slice(*ends)], letters)
            ends = None
    if ends:
        yield _phrase(text[slice(*ends)], letters)


def _phrase(text: str, letters: Set[str]) -> _Phrase:
    """Take words without the signs before and after them."""
    text = text.strip("".join(each for each in set(text) - letters if not each.isalnum()))
    indices = [index for index, each in enumerate(text) if each in letters]
    return _Phrase(text, indices[0], indices[-1], text[indices[0]])


def _piles(text: str) -> Iterator[str]:
    """Find letters with more marks than any has, each with the first of them."""
    for found in _PILED.finditer(text):
        start = found.start()
        for is_mark, group in groupby(found[0], key=lambda each: category(each) in ("Mn", "Me")):
            end = start + sum(1 for _ in group)
            if is_mark and end - start > _MOST_MARKS:
                yield text[max(0, start - 1) : start + _MOST_MARKS]
            start = end


def _whole(kind: _Kind, lines: list[_Line], *, cut: bool) -> Diagnostic:
    """Say of many places what is wrong in the first line; ``cut`` says that there may be more."""
    first, *others = sorted(lines, key=lambda line: (line.position is not None, line.position or Position("")))
    letters = {letter: None for line in (first, *others) for letter in line.letters}
    said = _SAY[kind.id](kind, replace(first, letters=letters))
    count = sum(line.places for line in others)
    if not count:
        return said
    more = f"{'at least ' if cut else ''}{count:,} more place{'s' if count > 1 else ''}"
    return replace(said, message=f"{said.message} The same goes for {more}.")


def _undivided(kind: _Kind, line: _Line) -> Diagnostic:
    message = "This is written without spaces, and only a dictionary knows where its lines may break."
    return Diagnostic("error", kind.id, message, line.position, kind.hint)


def _missing(kind: _Kind, line: _Line) -> Diagnostic:
    named = ", ".join(map(called, islice(line.letters, _MOST_NAMED)))
    more = len(line.letters) - _MOST_NAMED
    message = f"No font here has {named}{f' and {more:,} more' if more > 0 else ''}."
    words = [words for words in line.quotations if words not in line.letters]
    if any(letter.isprintable() for letter in line.letters):
        message += f" See {_quoted(words)}." if words else ""
        hint = kind.hint or _ANOTHER_FONT
    else:
        hint = "Delete it; it may have come with a copied text."
    return Diagnostic("error", kind.id, message, line.position, hint)


def _overriding(kind: _Kind, line: _Line) -> Diagnostic:
    named = ", ".join(map(called, line.letters))
    message = f"An invisible sign here shows the text in another order than it is read: {named}."
    return Diagnostic("error", kind.id, message, line.position, "Delete it; it may have come with a copied text.")


def _piled(kind: _Kind, line: _Line) -> Diagnostic:
    message = f"A letter here has more than {_MOST_MARKS} marks on it."
    return Diagnostic("error", kind.id, message, line.position, "Delete them; they may have come with a copied text.")


def _quoted(phrases: Iterable[str]) -> str:
    """Quote the first words; what is too long is cut."""
    *first, more = [*islice(phrases, _MOST_NAMED + 1), ""][: _MOST_NAMED + 1]
    cut = (f"{each[:_LONGEST_QUOTED]}…" if len(each) > _LONGEST_QUOTED else each for each in filter(None, first))
    return ", ".join([*(f'"{each}"' for each in cut), *(["…"] if more else [])])


_SAY: Mapping[str, Callable[[_Kind, _Line], Diagnostic]] = {
    "direction-override": _overriding,
    "missing-glyph": _missing,
    "needs-dictionary": _undivided,
    _TOO_MANY: _piled,
}
