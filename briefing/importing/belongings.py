"""What an article of ours has beside it: the profile of its organisation with logo and fonts, kept words of sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefing.errors import Position
from briefing.importing.found import Found, Question
from briefing.importing.given import Given
from briefing.model.languages import widening
from briefing.reading.fields import PATTERNS, Kind
from briefing.reading.profile import named_files

__all__ = ["with_belongings"]

_PLACES = ("", "organisations/")
_KEY = re.compile(r"\w[\w.-]*")
"""Keys that can be the name of a file."""


def with_belongings(found: Found, given: Given) -> Found:
    """Take the files along; an organisation without its profile is left out, with a question."""
    files = dict(_kept_words(found.sources, given))
    name = found.fields.get("organisation", "")
    if not isinstance(name, str) or not name:
        return found._replace(files={**files, **found.files})
    profile = dict(_profile(name, found.language or given.language, given))
    if profile:
        return found._replace(files={**files, **profile, **found.files})
    fields = {field: value for field, value in found.fields.items() if field != "organisation"}
    text = f'The organisation "{name}" has no profile beside this file. Put {name}.yaml into the folder, and name it.'
    question = Question(text, Position(given.name), "organisation")
    return found._replace(
        files={**files, **found.files},
        fields=fields,
        comments=(*found.comments, f"organisation: {name}"),
        questions=(*found.questions, question),
    )


def _kept_words(keys: Iterable[str], given: Given) -> Iterator[tuple[str, bytes]]:
    names = (f"sources/{key}.txt" for key in keys if _KEY.fullmatch(key))
    yield from ((name, data) for name in names if (data := given.beside(name)) is not None)


def _profile(name: str, language: str, given: Given) -> Iterator[tuple[str, bytes]]:
    """Yield the profile, its texts in the language, and the files that it names; nothing where there is none."""
    if not re.fullmatch(PATTERNS[Kind.NAME], name):
        return
    place = next((each for each in _PLACES if given.beside(f"{each}{name}.yaml") is not None), None)
    if place is None:
        return
    names = [f"{name}.yaml", *(f"{name}.{tag}.yaml" for tag in widening(language))]
    for each in names:
        if (data := given.beside(place + each)) is not None:
            yield place + each, data
            yield from (
                (place + inner, file) for inner in named_files(data).values() if (file := given.beside(place + inner))
            )
