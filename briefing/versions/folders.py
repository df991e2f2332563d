"""An article folder and an earlier version of it → what changed, and what readers have to be told of that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from briefing.errors import ContentError, Diagnostic, errors_of, sorted_diagnostics
from briefing.memory import Memory
from briefing.model import Date
from briefing.reading import language_editions, read_folder
from briefing.versions.opening import opened_version
from briefing.versions.versions import Versions, compare

__all__ = ["against"]


def against(
    folder: Path | str,
    earlier: Path | str,
    *,
    language: str | None = None,
    configuration: Path | None = None,
    today: Date | None = None,
    strict: bool = False,
) -> Versions:
    """Compare an article folder with an earlier version of it, by claims: a folder, or a PDF of the archive edition.

    Without ``language`` each edition in another language that both have is compared as well. Of the earlier version
    nothing outside its folder is read but the profile of its organisation, which may stand beside it.

    Raises:
        ContentError: there is no text to speak of in one of them.
        VerificationError: the earlier version is a file, and no PDF that can be read.
    """
    with opened_version(Path(earlier)) as old:
        comparing = _Comparing(Path(folder), old.folder, Path(earlier), configuration, today, strict, Memory())
        found = _all(comparing, language)
    return found._replace(diagnostics=(*_altered(old.altered, Path(earlier)), *found.diagnostics))


def _altered(names: tuple[str, ...], earlier: Path) -> Iterator[Diagnostic]:
    """Warn where an archive does not hold what was attached to it."""
    if names:
        message = f"The earlier version {earlier} was changed since it was made: not all in it is what was attached."
        hint = "Compare with a copy that nobody has changed."
        yield Diagnostic("warning", "earlier-version-altered", message, hint=hint, details=names[:5])


def _all(comparing: _Comparing, language: str | None) -> Versions:
    found = [comparing.compared(language)]
    if language is None:
        shared = set(language_editions(comparing.folder)).intersection(language_editions(comparing.earlier))
        found += map(comparing.compared, sorted(shared))
    changes = tuple(change for each in found for change in each.changes)
    return Versions(changes, sorted_diagnostics(said for each in found for said in each.diagnostics))


@dataclass(frozen=True, slots=True)
class _Comparing:
    """Two folders."""

    folder: Path
    earlier: Path
    called: Path
    """What the earlier version is called in messages: it may have been taken out of a file."""
    configuration: Path | None
    today: Date | None
    strict: bool
    memory: Memory

    def compared(self, language: str | None) -> Versions:
        """Compare the articles of one language."""
        now = read_folder(self.folder, language=language, configuration=self.configuration, memory=self.memory)
        before = read_folder(self.earlier, language=language, memory=self.memory)
        if before.briefing is None:
            raise ContentError(*map(self._of_earlier, errors_of(before.diagnostics)))
        if now.briefing is None:
            raise ContentError(*now.diagnostics)
        found = compare(before.briefing, now.briefing, self.today, strict=self.strict)
        more = (*errors_of(now.diagnostics), *self._broken(errors_of(before.diagnostics)))
        return found._replace(diagnostics=(*found.diagnostics, *more))

    def _of_earlier(self, problem: Diagnostic) -> Diagnostic:
        """Name the file of a problem in the earlier version by its whole path."""
        place = problem.position
        return replace(problem, position=place and replace(place, file=(self.called / place.file).as_posix()))

    def _broken(self, problems: tuple[Diagnostic, ...]) -> Iterator[Diagnostic]:
        if problems:
            many = "an error" if len(problems) == 1 else f"{len(problems)} errors"
            message = f"The earlier version has {many}: what cannot be read there seems to be new here."
            details = tuple(f"{each.position or self.called}: {each.message}" for each in problems[:5])
            yield Diagnostic("warning", "earlier-version-broken", message, details=details)
