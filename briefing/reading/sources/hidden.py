"""What nobody may learn of a confidential source → where the article, its key or its description says it after all.

It is kept apart for this one thing, and no message repeats it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from briefing.errors import Diagnostic, Position
from briefing.reading.fields import Fields

__all__ = ["Hidden", "hidden_of", "told_after_all"]

_WHO_OR_WHERE = ("authors", "family_names", "url", "archived", "doi")
"""What tells most directly who or where it was."""
_NAMES = ("authors", "family_names")
_AROUND = ("title", "container", "publisher", "note")
"""What may tell it: as a whole where it has several words, and by the names in it."""
_SHORTEST = 4
"""Characters of what is looked for; of a name one less."""
_MOST_TOLD = 20
"""Places that are told of one source."""

_TITLES = frozenset(
    [
        "dr",
        "mr",
        "ms",
        "mrs",
        "miss",
        "prof",
        "professor",
        "doctor",
        "judge",
        "herr",
        "frau",
        "madame",
        "monsieur",
        "señor",
        "señora",
    ]
)
"""Words before a name that are no part of it."""
_PARTICLES = frozenset(["and", "bin", "bint", "abu", "ibn", "der", "den", "del", "las", "los", "van", "von"])
_OF_BODIES = re.compile(r"\b(?:of|for|the|and|at)\b")
"""Words that names of organisations have: the others of such a name say nothing by themselves."""
_LETTERS = re.compile(r"[^\W\d_]{3,}")


class Hidden(NamedTuple):
    """What nobody may learn of a confidential source."""

    key: str
    position: Position
    texts: tuple[str, ...]
    """What tells who or where it was."""
    names: tuple[str, ...]
    """Words of names, each of which tells it."""
    around: tuple[str, ...]
    """Titles, remarks and names in them."""
    description: str
    """How it is described."""
    described_at: Position


def hidden_of(key: str, fields: Fields) -> Hidden:
    """Gather what tells who or where a source was."""
    around = tuple(_texts(fields, _AROUND))
    runs = [run for text in around for run in _names_in(text)]
    persons = [each for each in _texts(fields, _NAMES) if not _OF_BODIES.search(each)]
    persons += [words for words, is_person in runs if is_person]
    phrases = (*(each for each in around if " " in each), *(words for words, _ in runs if " " in words))
    return Hidden(
        key,
        fields.position,
        tuple(_texts(fields, _WHO_OR_WHERE)),
        tuple(dict.fromkeys(word for each in persons for word in _words(each))),
        tuple(dict.fromkeys(phrases)),
        fields.text("described_as"),
        fields.positions.get("described_as", fields.position),
    )


def _texts(fields: Fields, names: Iterable[str]) -> Iterator[str]:
    yield from dict.fromkeys(text for name in names for text in fields.several(name) if text)


def _words(name: str) -> Iterator[str]:
    """Yield the words of a name that are names."""
    yield from (word for word in _LETTERS.findall(name) if word.casefold() not in _TITLES | _PARTICLES)


def _names_in(text: str) -> Iterator[tuple[str, bool]]:
    """Yield words with capitals that stand together, and whether a title before them says that they are a person's."""
    run: list[str] = []
    for word in [*re.split(r"\s+", text), ""]:
        if word[:1].isupper():
            run.append(word)
        if run and not (word[:1].isupper() and word[-1].isalnum()):
            kept = [each.strip('.,;:!?()"“”') for each in run]
            names = [each for each in kept if each.casefold() not in _TITLES]
            if names:
                yield " ".join(names), len(names) < len(kept)
            run = []


def told_after_all(hidden: Iterable[Hidden], texts: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Warn where an article says what its sources keep confidential; no message repeats it."""
    for each in hidden:
        yield from _told_by_the_key(each)
        pattern = _pattern(each)
        if pattern is None:
            continue
        if pattern.search(each.description):
            message = f"The description of the source {each.key} says what is confidential of it, and is printed."
            yield Diagnostic("warning", "confidential-told", message, each.described_at, "Take it out.")
        for name, text in texts.items():
            for place in [found.start() for found in pattern.finditer(text)][:_MOST_TOLD]:
                line = text.count("\n", 0, place) + 1
                position = Position(name, line, place - text.rfind("\n", 0, place))
                message = f"This says what is confidential of the source {each.key}."
                yield Diagnostic("warning", "confidential-told", message, position, "Take it out.")


def _told_by_the_key(hidden: Hidden) -> Iterator[Diagnostic]:
    words = [word for value in hidden.texts for word in re.findall(r"\w{4,}", value) if word.isalpha()]
    words += [word for word in hidden.names if len(word) >= _SHORTEST]
    if any(word.casefold() in hidden.key.casefold() for word in words):
        message = "The key of this confidential source has a word of what is confidential."
        hint = "Keys are attached and exported with the text: choose one that says nothing, such as source-a."
        yield Diagnostic("warning", "confidential-key", message, hidden.position, hint)


def _pattern(hidden: Hidden) -> re.Pattern[str] | None:
    """Find any of it in a text, whatever its spaces and case; a single name with the first letter as typed."""
    values = sorted((each for each in (*hidden.texts, *hidden.around) if len(each) >= _SHORTEST), key=len, reverse=True)
    spaced = [r"\s+".join(map(re.escape, each.split())) for each in values]
    choices = [f"(?i:{each})" for each in spaced] + [f"{each[0]}(?i:{each[1:]})" for each in hidden.names]
    return re.compile(rf"(?<![\w@])(?:{'|'.join(choices)})(?!\w)") if choices else None
