"""An article folder → a ``Briefing`` and everything that is wrong with it, all at once.

The one place that puts the halves together: front matter, body, sources, profile, pictures. Reads nothing but the
folder and the profile, writes nothing, fetches nothing, and raises nothing for what stands in the folder.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from briefing.errors import Diagnostic, Position, errors_of, sorted_diagnostics
from briefing.memory import FORGETFUL, Memory
from briefing.model import Briefing, CitationStyle, Picture, Source
from briefing.reading.article import ORIGINAL, Article, is_language_tag, name_of_edition, read_article
from briefing.reading.body import Citation, PictureUse
from briefing.reading.charts import read_charts
from briefing.reading.citation_style import FoundStyle, read_citation_style
from briefing.reading.consents import read_consents
from briefing.reading.fields import AS_TYPED, language_tag
from briefing.reading.files import Refusal
from briefing.reading.limits import PICTURES
from briefing.reading.pictures import read_picture
from briefing.reading.profile import Profile, read_profile
from briefing.reading.sources import TextOf, read_sources
from briefing.reading.spelling import nearest
from briefing.reading.yaml import without_echoes

__all__ = ["Reading", "read_folder"]

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
    original: Briefing | None = None
    """Of a language edition: what stands in the file that it translates, without sources, pictures and organisation."""
    article: Article | None = field(default=None, repr=False)
    """The fields and the text that the briefing was put together from, as they stand in its file."""
    around: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    """Of those ``files`` that say less than was typed, for a source is confidential: what was typed around that, each
    word at its place. Nothing prints it; protected words are looked for in it."""


def read_folder(
    folder: Path,
    *,
    language: str | None = None,
    configuration: Path | None = None,
    memory: Memory = FORGETFUL,
    text_of: TextOf | None = None,
) -> Reading:
    """Read an article folder.

    ``language`` asks for a language edition: ``cy`` reads ``briefing.cy.md``, and ``briefing.md`` for what they share.
    ``configuration`` is the user's folder of settings, whose ``organisations/`` holds profiles. Every file is opened
    each time; ``memory`` knows what becomes of a text that it has seen. ``text_of`` takes the text out of the
    page or the PDF of a source that somebody put there alone; without it, nothing is compared with them.
    """
    problem = _unreadable(folder, language)
    if problem:
        return Reading(None, (problem,))
    original = read_article(folder, ORIGINAL, memory=memory) if language else None
    if isinstance(original, Refusal):
        if original.id != "missing-file":
            return Reading(None, (original.at(Position(ORIGINAL)),))
        original = None
    if isinstance(original, Diagnostic):
        return Reading(None, (original,))
    article = read_article(folder, name_of_edition(language), original, memory)
    if isinstance(article, Refusal):
        return Reading(None, (_no_article(article, folder, language),))
    if isinstance(article, Diagnostic):
        return Reading(None, (article,))
    return _assemble(folder, article, original, language, configuration, memory, text_of)


def _unreadable(folder: Path, language: str | None) -> Diagnostic | None:
    try:
        if not folder.exists():
            return Diagnostic("error", "no-folder", f'There is no folder "{folder}".')
        if not folder.is_dir():
            hint = f"Name the folder that holds {ORIGINAL}."
            return Diagnostic("error", "no-folder", f'"{folder}" is a file, not a folder.', hint=hint)
        next(folder.iterdir(), None)
    except (OSError, ValueError) as problem:
        # ValueError: a name with a null character
        reason = problem.strerror if isinstance(problem, OSError) and problem.strerror else "it is no name of a folder"
        return Diagnostic("error", "no-folder", f"{str(folder)!a} cannot be read: {reason}.")
    if language is not None and not is_language_tag(language):
        meant = language_tag(language)
        hint = f"Did you mean {meant}?" if meant else "For instance: cy or fr-CH."
        return Diagnostic("error", "no-edition", f"{language!a} is not a language tag.", hint=hint)
    return None


def _no_article(refusal: Refusal, folder: Path, language: str | None) -> Diagnostic:
    file = name_of_edition(language)
    if refusal.id != "missing-file":
        return refusal.at(Position(file))
    if language is None:
        hint = f"An article folder holds its text in {ORIGINAL}; briefing new writes a first one."
        return Diagnostic("error", "no-article", f'There is no {ORIGINAL} in "{folder}".', hint=hint)
    editions = ", ".join(sorted(path.name for path in folder.glob("briefing.*md"))) or "none"
    return Diagnostic("error", "no-edition", f'There is no {file} in "{folder}".', hint=f"There is: {editions}.")


def _assemble(
    folder: Path,
    article: Article,
    original: Article | None,
    language: str | None,
    configuration: Path | None,
    memory: Memory,
    text_of: TextOf | None,
) -> Reading:
    front, body = article.front, article.body
    masthead, fields = front.masthead, front.fields
    name = fields.scalar("organisation")
    profile = Profile(None, None, ())
    if name:
        profile = read_profile(folder, name, language=masthead.language, configuration=configuration, memory=memory)
    sources, source_problems, source_files, around = read_sources(
        folder, fields.texts.get("sources", ()), memory, text_of, article={article.file: article.text}
    )
    pictures, picture_problems = _pictures(folder, body.pictures_used, memory)
    consents, consent_problems = read_consents(folder, body.pictures_used)
    charts = read_charts(folder, body.charts, masthead.language, memory)
    style = read_citation_style(folder, fields.scalar("citation_style"))
    diagnostics = [*article.diagnostics, *profile.diagnostics, *source_problems, *picture_problems]
    diagnostics += consent_problems
    diagnostics += (*charts.diagnostics, *style.diagnostics)
    if not _is_cut_off(source_problems, sources):
        diagnostics += _unknown_sources((*front.cited, *body.cited, *profile.cited), sources)
    diagnostics += _edition(masthead.language, language, fields.positions.get("language"))
    diagnostics += errors_of(original.diagnostics) if original else ()
    empty = not (body.sections or body.summary or body.figures or body.asks or body.timelines or body.charts)
    if empty and not errors_of(diagnostics):
        diagnostics.append(_no_text(article))
    briefing = replace(_briefing(article), organisation=profile.organisation, sources=sources, pictures=pictures)
    briefing = replace(
        briefing, consents=consents, charts=charts.charts, citation_style=_citation_style(style, profile)
    )
    texts = {name: data for each in (article, original) if each for name, data in _files_of(each)}
    texts |= {**source_files, **charts.files}
    if style.style and style.file is not None:
        texts[style.style.name] = style.file
    files = {**texts, **{name: picture.data for name, picture in pictures.items()}, **profile.files}
    found = sorted_diagnostics(without_echoes(diagnostics))
    of_original = _original(folder, original, memory)
    return Reading(None if empty else briefing, found, profile.path, files, of_original, article, around)


def _citation_style(own: FoundStyle, profile: Profile) -> CitationStyle | None:
    """Take the style that the article asks for, else that of its organisation."""
    return own.style or (profile.organisation.citation_style if profile.organisation else None)


def _no_text(article: Article) -> Diagnostic:
    """Say that there is nothing to print, or nothing but what is for a handout or a postcard alone."""
    message, hint = "There is no text below the fields.", "Write below the second line of dashes."
    position = Position(article.file)
    for name, parts in (("handout", article.body.handout), ("postcard", article.body.postcard)):
        if parts:
            message = f"There is text for the {name}, but none for the briefing."
            hint, position = f"Write the briefing outside of ::: {name}.", parts[0].position
    return Diagnostic("error", "no-text", message, position, hint)


def _original(folder: Path, original: Article | None, memory: Memory) -> Briefing | None:
    """Put together what an edition is compared with."""
    if original is None:
        return None
    charts = read_charts(folder, original.body.charts, original.front.masthead.language, memory)
    return replace(_briefing(original), charts=charts.charts)


def _files_of(article: Article) -> Iterator[tuple[str, bytes]]:
    yield article.file, article.data
    yield from article.files.items()


def _briefing(article: Article) -> Briefing:
    """Put together what one file says, without what stands in others."""
    front, body = article.front, article.body
    return Briefing(
        masthead=front.masthead,
        sections=body.sections,
        position=Position(article.file),
        summary=body.summary,
        figures=body.figures,
        asks=body.asks,
        petition=front.petition,
        signature_sheets=front.signature_sheets,
        recipients=front.recipients,
        commons_petition=front.commons_petition,
        timelines=body.timelines,
        handout=body.handout,
        postcard=body.postcard,
        corrections=body.corrections,
        notes=body.notes,
        licence=front.fields.text("licence"),
        disclaimer=front.fields.text("disclaimer"),
        image_credits=front.fields.several("image_credits"),
        changed_names=front.fields.several("changed_names"),
        translation=front.translation,
        signs_as_typed=front.fields.text("typography") == AS_TYPED,
        abbreviations=front.abbreviations,
        checks=front.checks,
        manuscripts={article.file: article.text},
    )


def _pictures(
    folder: Path, used: Iterable[PictureUse], memory: Memory
) -> tuple[Mapping[str, Picture], list[Diagnostic]]:
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
        picture, problems = read_picture(folder, name, position, memory)
        diagnostics += problems
        if picture:
            pictures[name] = picture
    return pictures, diagnostics


def _is_cut_off(problems: Iterable[Diagnostic], sources: Mapping[str, Source]) -> bool:
    """Tell whether the list of sources was not read to its end: then it is no use to name those that are not in it."""
    of_lists = [each for each in errors_of(problems) if each.position and not each.position.file.startswith("sources/")]
    return any(each.id == "too-large" for each in of_lists) or bool(of_lists and not sources)


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
