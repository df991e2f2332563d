"""What an article of ours has beside it: its organisation's profile, a citation style, kept words of its sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefing.errors import Position
from briefing.importing.found import Found, Question
from briefing.importing.given import Given
from briefing.model.languages import widening
from briefing.reading.citation_style import parent_of_style, style_named
from briefing.reading.fields import PATTERNS, Kind
from briefing.reading.profile import named_files
from briefing.reading.sources import CAPTURES

__all__ = ["with_belongings"]

_PLACES = ("", "organisations/")
_KEY = re.compile(r"\w[\w.-]*")
"""Keys that can be the name of a file."""
_STYLE_ADDRESS = re.compile(r"https?://(?:www\.)?zotero\.org/styles/([a-z0-9-]{1,100})/?")


def with_belongings(found: Found, given: Given) -> Found:
    """Take the files along; an organisation or a citation style without its file is left out, with a question."""
    found = _with_style(found, given)
    files = dict(_kept_words(found.sources, given))
    name = found.fields.get("organisation", "")
    if not isinstance(name, str) or not name:
        return found._replace(files={**files, **found.files})
    profile = dict(_profile(name, found.language or given.language, given))
    if profile:
        return found._replace(files={**files, **profile, **found.files})
    text = f'The organisation "{name}" has no profile beside this file. Put {name}.yaml into the folder, and name it.'
    return _without(found._replace(files={**files, **found.files}), "organisation", name, text, given)


def _without(found: Found, field: str, value: str, question: str, given: Given) -> Found:
    """Leave a field out, keep it as a comment, and ask about it."""
    return found._replace(
        fields={name: text for name, text in found.fields.items() if name != field},
        comments=(*found.comments, f"{field}: {value}"),
        questions=(*found.questions, Question(question, Position(given.name), field)),
    )


def _with_style(found: Found, given: Given) -> Found:
    """Find the citation style that a field names: as a file beside the text, at its address, or by its name."""
    typed = found.fields.get("citation_style", "")
    if not isinstance(typed, str) or not typed:
        return found
    address = _STYLE_ADDRESS.fullmatch(typed)
    stem = address[1] if address else typed.rpartition("/")[2].removesuffix(".csl")
    known = style_named(stem)
    data = given.beside(typed) if typed.endswith(".csl") and not address else None
    if isinstance(known, bytes) and data in (None, known):
        return found._replace(fields={**found.fields, "citation_style": stem})
    needed = parent_of_style(data) if data else ""
    if data and (not needed or isinstance(style_named(needed), bytes)):
        return found._replace(files={**found.files, typed: data})
    text = f'The citation style "{typed}" is not here. Put {needed or stem}.csl into the folder, and name it.'
    return _without(found, "citation_style", typed, text, given)


def _kept_words(keys: Iterable[str], given: Given) -> Iterator[tuple[str, bytes]]:
    names = [f"sources/{key}.txt" for key in keys if _KEY.fullmatch(key)]
    kept = {name: data for name in names if (data := given.beside(name)) is not None}
    yield from kept.items()
    if kept and (listed := given.beside(CAPTURES)) is not None:
        yield CAPTURES, listed


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
