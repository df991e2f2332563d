"""Article folder → a briefing with all that is to be known of it before its pages are set."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from briefing import checking, reading
from briefing.checking import NOTHING_PUBLISHED, OF_THE_DAY, Asked, Publication
from briefing.claims import NO_CLAIMS, Ledger
from briefing.editions import EDITIONS, SCREEN
from briefing.errors import ContentError, Diagnostic, errors_of, sorted_diagnostics
from briefing.memory import FORGETFUL, Memory
from briefing.model import Briefing, Date
from briefing.press.captured_pages import text_of_original
from briefing.press.protected import refuse_protected
from briefing.press.release import DRAFT
from briefing.protecting import NOTHING_PROTECTED, Protected
from briefing.reading import CONSENTS, Article, Reading
from briefing.reading.sources import ORIGINALS
from briefing.templating import language_problems

__all__ = [
    "Checked",
    "Examined",
    "examined",
    "files_read",
    "fonts_folder",
    "load",
    "load_checked",
    "not_released",
    "publication_of",
]


class Checked(NamedTuple):
    """A briefing that nothing keeps from being made into a file."""

    briefing: Briefing
    draft: bool
    """Whether something is open."""
    diagnostics: tuple[Diagnostic, ...]
    files: Mapping[str, bytes]
    """What it was read from, by name."""
    sources: tuple[Path, ...]
    """The files that no output may take the place of."""
    article: Article
    """The fields and the text, as they stand in the file of the article."""
    claims: Ledger
    original: Briefing | None = None
    """Of a language edition: the text that it translates, as ``Reading`` has it."""


class Examined(NamedTuple):
    """What is to be known of a reading before its pages are set."""

    diagnostics: tuple[Diagnostic, ...]
    claims: Ledger = NO_CLAIMS


def load(
    folder: Path | str,
    *,
    language: str | None = None,
    configuration: Path | None = None,
    memory: Memory = FORGETFUL,
    protected: Protected = NOTHING_PROTECTED,
) -> Reading:
    """Read an article folder: the briefing with every diagnostic of reading it.

    ``memory`` is that of a press which is kept: it knows what became of the same texts before.

    Raises:
        ProtectedError: what was read holds a protected word; nothing else is said then, for it could repeat the word.
    """
    found = reading.read_folder(
        Path(folder), language=language, configuration=configuration, memory=memory, text_of=text_of_original
    )
    if protected:
        refuse_protected(Path(folder), found, protected)
    return found


def load_checked(
    folder: Path,
    *,
    language: str | None = None,
    configuration: Path | None = None,
    memory: Memory = FORGETFUL,
    protected: Protected = NOTHING_PROTECTED,
    publication: Publication = NOTHING_PUBLISHED,
) -> Checked:
    """Read and check an article folder that a file is to be made of, for a publication.

    Raises:
        ProtectedError: what was read holds a protected word.
        ContentError: the content has errors; with all that is known of it.
    """
    found = load(folder, language=language, configuration=configuration, memory=memory, protected=protected)
    diagnostics, claims = examined(found, memory, publication=publication)
    if found.briefing is None or found.article is None or errors_of(diagnostics):
        raise ContentError(*diagnostics)
    diagnostics = sorted_diagnostics(
        (*diagnostics, *not_released(folder, found, found.briefing, configuration, memory))
    )
    # the same text gives the same bytes on every day
    draft = any(diagnostic.severity in DRAFT and diagnostic.id not in OF_THE_DAY for diagnostic in diagnostics)
    sources = tuple(files_read(folder, found, found.briefing))
    return Checked(found.briefing, draft, diagnostics, found.files, sources, found.article, claims, found.original)


def examined(
    found: Reading,
    memory: Memory = FORGETFUL,
    asked: Asked | None = None,
    *,
    strict: bool = False,
    publication: Publication,
) -> Examined:
    """Say all that is known of a reading without setting its pages, and what stands behind its claims."""
    if found.briefing is None:
        return Examined(sorted_diagnostics((*found.diagnostics, *_profile_used(found))))
    claims = checking.ledger_for(found.briefing, found.original, memory, strict=strict)
    rules = checking.check(
        found.briefing,
        whole=not errors_of(found.diagnostics),
        original=found.original,
        memory=memory,
        asked=asked,
        ledger=claims,
        strict=strict,
    )
    people = checking.people_in_pictures(found.briefing, publication, found.original)
    more = (*rules, *people, *language_problems(found.briefing))
    return Examined(sorted_diagnostics((*found.diagnostics, *more, *_profile_used(found))), claims)


def not_released(
    folder: Path, found: Reading, briefing: Briefing, configuration: Path | None, memory: Memory = FORGETFUL
) -> Iterator[Diagnostic]:
    """Say who has not stood up for a text: who approves, and who answers whether it is intended to influence voters.

    Only for an approved original the whole of it is read.
    """
    original = found.original
    if original and original.masthead.approved and not briefing.masthead.approved:
        original = load(folder, configuration=configuration, memory=memory).briefing
    yield from checking.not_approved(briefing, original)
    yield from checking.voters(briefing, original)


def _profile_used(found: Reading) -> tuple[Diagnostic, ...]:
    if not found.profile:
        return ()
    return (Diagnostic("note", "profile", f"The organisation's profile is {found.profile}."),)


def publication_of(edition: str, today: Date | None) -> Publication:
    """Say what people in pictures have to have agreed to for an edition, and on which day."""
    return Publication(EDITIONS.get(edition, SCREEN).uses, today)


def fonts_folder(configuration: Path | None) -> Path | None:
    """Where a user keeps fonts, in the folder of settings."""
    return configuration / "fonts" if configuration else None


def files_read(folder: Path, found: Reading, briefing: Briefing) -> Iterator[Path]:
    """Name the files of an article: text, sources, kept texts, figures, pictures, consents, profile and logo."""
    yield folder / briefing.position.file
    if found.original:
        yield folder / found.original.position.file
    for source in briefing.sources.values():
        yield folder / source.position.file
        yield from (folder / "sources" / f"{source.key}.{ending}" for ending in ("txt", *ORIGINALS))
    yield from (folder / name for name in (*found.files, CONSENTS))
    if found.profile:
        yield found.profile
        if briefing.organisation and briefing.organisation.logo:
            yield found.profile.parent / briefing.organisation.logo.name
