"""Article folder → every problem, and every claim, without a file being made."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from briefing import checking
from briefing.checking import NOTHING_ASKED, Asked
from briefing.claims import NO_CLAIMS, Ledger, ledger_of
from briefing.editions import SCREEN
from briefing.errors import (
    BriefingError,
    ContentError,
    Diagnostic,
    LayoutError,
    ProtectedError,
    TemplateError,
    errors_of,
    sorted_diagnostics,
)
from briefing.memory import FORGETFUL, Memory
from briefing.model import Briefing
from briefing.press.language_editions import other_editions
from briefing.press.loading import examined, fonts_folder, load, not_released, publication_of
from briefing.press.making import Press
from briefing.press.protected import compared_with
from briefing.press.proving import prove
from briefing.press.release import of_template
from briefing.protecting import NOTHING_PROTECTED, Protected

__all__ = ["Preflight", "check", "ledger", "preflight"]


class Preflight(NamedTuple):
    """What is to be known of an article folder before anything is made of it."""

    diagnostics: tuple[Diagnostic, ...]
    """In the order of the files."""
    claims: Ledger = NO_CLAIMS
    """What it tells and what stands behind that; of a language edition, what its original tells."""
    briefing: Briefing | None = None
    """What was looked at; ``None`` where nothing could be read, or a protected word stands in it."""


def check(
    folder: Path | str,
    *,
    template: str = "briefing",
    language: str | None = None,
    page: str | None = None,
    edition: str = SCREEN.name,
    configuration: Path | None = None,
    asked: Asked = NOTHING_ASKED,
    strict: bool = False,
    protected: Protected = NOTHING_PROTECTED,
    profile: Path | None = None,
) -> tuple[Diagnostic, ...]:
    """Read and check an article folder and set its pages; return all diagnostics, in the order of the files.

    Without ``language`` the editions in other languages are held against the original, too. ``asked`` switches
    editorial checks, and says which day it is. With ``strict`` dated statements need a source, too. ``profile`` is that
    of a press, as for ``build``.
    """
    return preflight(
        folder,
        template=template,
        language=language,
        page=page,
        edition=edition,
        configuration=configuration,
        asked=asked,
        strict=strict,
        protected=protected,
        profile=profile,
    ).diagnostics


def preflight(
    folder: Path | str,
    *,
    template: str = "briefing",
    language: str | None = None,
    page: str | None = None,
    edition: str = SCREEN.name,
    configuration: Path | None = None,
    asked: Asked = NOTHING_ASKED,
    strict: bool = False,
    protected: Protected = NOTHING_PROTECTED,
    profile: Path | None = None,
) -> Preflight:
    """Do what ``check`` does; return the claims as well. Where a protected word stands, that alone is said."""
    memory = Memory()
    try:
        found = load(folder, language=language, configuration=configuration, memory=memory, protected=protected)
    except ProtectedError as error:
        return Preflight(error.diagnostics)
    publication = publication_of(edition, asked.today)
    diagnostics, claims = examined(found, asked=asked, strict=strict, publication=publication)
    diagnostics = (*diagnostics, *compared_with(protected))
    if found.briefing is None:
        return Preflight(diagnostics)
    if not errors_of(diagnostics):
        diagnostics = (*diagnostics, *not_released(Path(folder), found, found.briefing, configuration))
    if language is None:
        diagnostics = (*diagnostics, *other_editions(Path(folder), memory))
    fonts = fonts_folder(configuration)
    try:
        press = Press(
            template,
            page=page,
            edition=edition,
            fonts=fonts,
            memory=FORGETFUL,
            protected=protected,
            profile=profile,
        )
        if errors_of(diagnostics):
            more = _tried(press, found.briefing, found.files)
        else:
            rendered = press.render(found.briefing, files=found.files)
            others = of_template(press, found.briefing, found.original)
            more = (*rendered.diagnostics, *prove(rendered), *others)
    except ProtectedError as error:
        return Preflight(error.diagnostics)
    except BriefingError as error:
        more = error.diagnostics
    return Preflight(sorted_diagnostics((*diagnostics, *more)), claims, found.briefing)


def ledger(
    folder: Path | str,
    *,
    language: str | None = None,
    configuration: Path | None = None,
    protected: Protected = NOTHING_PROTECTED,
) -> Ledger:
    """List every claim of an article folder, dated statements too, with what stands behind each.

    ``language`` asks for those of a language edition, in its own words.

    Raises:
        ContentError: there is no text to speak of; other errors leave out what could not be read.
        ProtectedError: what was read holds a protected word.
    """
    found = load(folder, language=language, configuration=configuration, protected=protected)
    if found.briefing is None:
        raise ContentError(*found.diagnostics)
    return ledger_of(found.briefing)


def _tried(press: Press, briefing: Briefing, files: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
    """Set what could be read of an article with errors, and say what that adds: its letters, what is too large.

    A picture that was refused is missing on the page as well, which is not said again.
    """
    briefing = checking.with_stand_ins(briefing)
    try:
        return press.set(briefing, press.document(briefing), files).diagnostics
    except LayoutError as error:
        return tuple(each for each in error.diagnostics if each.id != "missing-picture")
    except (ContentError, TemplateError):
        message = "The pages could not be tried yet: more may be said when these errors are mended."
        return (Diagnostic("note", "pages-not-tried", message),)
