"""An article folder → a ``Briefing`` and everything that is wrong with it, all at once.

The one place that puts the halves together: front matter, body, sources, profile, pictures. Reads nothing but the
folder and the profile, writes nothing, fetches nothing, and raises nothing for what stands in the folder.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from briefing.errors import Diagnostic, Position, errors_of, sorted_diagnostics
from briefing.model import Briefing, Picture, Source
from briefing.reading.body import Body, Citation, PictureUse, read_body
from briefing.reading.fields import AS_TYPED, PATTERNS, Kind
from briefing.reading.files import Refusal, decode, read_inside
from briefing.reading.front_matter import FrontMatter, read_front_matter, split
from briefing.reading.limits import ARTICLE_BYTES, PICTURES
from briefing.reading.pictures import read_picture
from briefing.reading.profile import Profile, read_profile
from briefing.reading.sources import read_sources
from briefing.reading.spelling import nearest
from briefing.reading.yaml import without_echoes

__all__ = ["Reading", "read_folder"]

_ARTICLE = "briefing.md"
_GUESSES = 50
"""Unknown sources for which the nearest spelling is looked up: comparing many keys with many takes long."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of an article folder."""

    briefing: Briefing | None
    """``None`` where there is no text to speak of; with other errors it is what could be read."""
    diagnostics: tuple[Diagnostic, ...]
    """Everything found, in the order of the files."""
    profile: Path | None = None
    """The organisation's profile that was used."""
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    """What was read, as it was at that moment, by name: text, lists of sources, pictures, the profile with its logo.
    Names are relative to the folder, with forward slashes; a profile from elsewhere has the name it has in messages.
    Fonts and captured texts are not among them."""


def read_folder(folder: Path, *, language: str | None = None, configuration: Path | None = None) -> Reading:
    """Read an article folder.

    ``language`` asks for a language edition: ``cy`` reads ``briefing.cy.md`` and shares all the rest.
    ``configuration`` is the user's folder of settings, whose ``organisations/`` holds profiles.
    """
    file = _file_name(folder, language)
    if isinstance(file, Diagnostic):
        return Reading(None, (file,))
    data = _article(folder, file, language)
    if isinstance(data, Diagnostic):
        return Reading(None, (data,))
    text = decode(data, file)
    if isinstance(text, Diagnostic):
        return Reading(None, (text,))
    halves = split(text, file)
    front = read_front_matter(halves, file)
    title, spoken = front.masthead.title, front.masthead.language
    body = read_body(halves.body, file=file, first_line=halves.body_line, language=spoken, title=title)
    found = _assemble(folder, file, front, body, language, configuration)
    return replace(found, files={file: data, **found.files})


def _file_name(folder: Path, language: str | None) -> str | Diagnostic:
    try:
        if not folder.exists():
            return Diagnostic("error", "no-folder", f'There is no folder "{folder}".')
        if not folder.is_dir():
            hint = f"Name the folder that holds {_ARTICLE}."
            return Diagnostic("error", "no-folder", f'"{folder}" is a file, not a folder.', hint=hint)
        next(folder.iterdir(), None)
    except (OSError, ValueError) as problem:
        # ValueError: a name with a null character
        reason = problem.strerror if isinstance(problem, OSError) and problem.strerror else "it is no name of a folder"
        return Diagnostic("error", "no-folder", f"{str(folder)!a} cannot be read: {reason}.")
    if language is None:
        return _ARTICLE
    if not re.fullmatch(PATTERNS[Kind.LANGUAGE], language):
        message = f"{language!a} is not a language tag."
        return Diagnostic("error", "no-edition", message, hint="For instance: cy or fr-CH.")
    return f"briefing.{language}.md"


def _article(folder: Path, file: str, language: str | None) -> bytes | Diagnostic:
    data = read_inside(folder, file, ARTICLE_BYTES)
    if not isinstance(data, Refusal):
        return data
    if data.id != "missing-file":
        return data.at(Position(file))
    if language is None:
        hint = f"An article folder holds its text in {_ARTICLE}; briefing new writes a first one."
        return Diagnostic("error", "no-article", f'There is no {_ARTICLE} in "{folder}".', hint=hint)
    editions = ", ".join(sorted(path.name for path in folder.glob("briefing.*md"))) or "none"
    return Diagnostic("error", "no-edition", f'There is no {file} in "{folder}".', hint=f"There is: {editions}.")


def _assemble(
    folder: Path, file: str, front: FrontMatter, body: Body, language: str | None, configuration: Path | None
) -> Reading:
    masthead, fields = front.masthead, front.fields
    name = fields.scalar("organisation")
    profile = Profile(None, None, ())
    if name:
        profile = read_profile(folder, name, language=masthead.language, configuration=configuration)
    sources, source_problems, source_files = read_sources(folder, fields.texts.get("sources", ()))
    pictures, picture_problems = _pictures(folder, body.pictures_used)
    diagnostics = [*front.diagnostics, *body.diagnostics, *profile.diagnostics, *source_problems, *picture_problems]
    diagnostics += _unknown_sources((*front.cited, *body.cited, *profile.cited), sources)
    diagnostics += _edition(masthead.language, language, fields.positions.get("language"))
    empty = not (body.sections or body.summary or body.figures or body.asks or body.timelines)
    if empty and not errors_of(diagnostics):
        message = "There is no text below the fields."
        diagnostics.append(
            Diagnostic("error", "no-text", message, Position(file), "Write below the second line of dashes.")
        )
    briefing = Briefing(
        masthead=masthead,
        sections=body.sections,
        position=Position(file),
        organisation=profile.organisation,
        summary=body.summary,
        figures=body.figures,
        asks=body.asks,
        petition=front.petition,
        timelines=body.timelines,
        handout=body.handout,
        notes=body.notes,
        sources=sources,
        pictures=pictures,
        licence=fields.text("licence"),
        disclaimer=fields.text("disclaimer"),
        image_credits=fields.several("image_credits"),
        signs_as_typed=fields.text("typography") == AS_TYPED,
        abbreviations=front.abbreviations,
    )
    files = {**source_files, **{name: picture.data for name, picture in pictures.items()}, **profile.files}
    found = sorted_diagnostics(without_echoes(diagnostics))
    return Reading(None if empty else briefing, found, profile.path, files)


def _pictures(folder: Path, used: Iterable[PictureUse]) -> tuple[Mapping[str, Picture], list[Diagnostic]]:
    """Read each picture once; what is wrong with one is said where it is used first."""
    pictures: dict[str, Picture] = {}
    diagnostics: list[Diagnostic] = []
    first_uses = {use.name: use.position for use in reversed(tuple(used))}
    for number, (name, position) in enumerate(reversed(first_uses.items()), start=1):
        if number > PICTURES:
            message = f"There are more than {PICTURES} pictures."
            hint = "Leave some out, or divide the briefing."
            diagnostics.append(Diagnostic("error", "too-large", message, position, hint))
            break
        picture, problems = read_picture(folder, name, position)
        diagnostics += problems
        if picture:
            pictures[name] = picture
    return pictures, diagnostics


def _unknown_sources(cited: Iterable[Citation], sources: Mapping[str, Source]) -> list[Diagnostic]:
    unknown = [citation for citation in cited if citation.key not in sources]
    guesses = {key: nearest(key, sources) for key in list(dict.fromkeys(each.key for each in unknown))[:_GUESSES]}
    return [_unknown_source(citation, sources.get(guesses.get(citation.key, ""))) for citation in unknown]


def _unknown_source(citation: Citation, guess: Source | None) -> Diagnostic:
    message = f'There is no source "{citation.key}".'
    if guess is None:
        hint = f"List it in sources.yaml: {citation.key}: and below it, further in, its title, date and url."
        return Diagnostic("error", "unknown-source", message, citation.position, hint)
    message += f" Did you mean {guess.key}?  ({guess.position.file}, line {guess.position.line})"
    return Diagnostic("error", "unknown-source", message, citation.position)


def _edition(language: str, asked: str | None, position: Position | None) -> list[Diagnostic]:
    if asked is None or position is None or language.casefold() == asked.casefold():
        return []
    message = f'This is the edition in "{asked}", and its language is "{language}".'
    return [Diagnostic("warning", "language-differs", message, position, "One of the two is wrong.")]
