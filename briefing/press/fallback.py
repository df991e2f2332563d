"""The fonts that stand in for the theme's own, as ``resources`` finds them on this machine.

Those of the user's own folder are not part of the article: which of them a document shows is said, for without them it
is made otherwise, or not at all.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from briefing.errors import Diagnostic, TemplateError
from briefing.resources import Family, FontFile, font_families, hint_for
from briefing.theme import Face
from briefing.typesetting import FallbackFamily, NumberHole, SetDocument, Show

__all__ = ["FallbackLookup"]

_MOST_MEGABYTES = 64
"""Of one font file: those for Chinese have a third of that."""


class FallbackLookup:
    """Looks families up; a font file is read when it is first needed, and once."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._readers: dict[tuple[FontFile, ...], Callable[[], tuple[Face, ...]]] = {}
        self._own: dict[str, str] = {}
        """Family of each file of the user's folder that was read, by the file's name."""

    def families(self, script: str, language: str, role: str) -> tuple[FallbackFamily, ...]:
        """Name the families of a script that are on this machine, the first to be tried first."""
        found = font_families(script, language, role, self._folder)
        return tuple(FallbackFamily(self._reader(each), each.scale, each.leading) for each in found if each.files)

    def hint(self, script: str, language: str) -> str:
        """Say what to install for a script."""
        return hint_for(script, language, self._folder)

    def noticed(self, document: SetDocument) -> tuple[Diagnostic, ...]:
        """Say which fonts of the user's folder a document shows."""
        shown = _files_shown(document) if self._own else frozenset()
        files = sorted((family, file) for file, family in self._own.items() if file in shown)
        if not files:
            return ()
        named = ", ".join(f"{file} ({family})" for family, file in files)
        hint = "The same file is made only where these fonts are the same."
        return (Diagnostic("note", "own-fonts", f"Fonts of {self._folder} are used: {named}.", hint=hint),)

    def _reader(self, family: Family) -> Callable[[], tuple[Face, ...]]:
        return self._readers.setdefault(family.files, lambda: self._read(family))

    def _read(self, family: Family) -> tuple[Face, ...]:
        if family.wanted:
            self._own.update((file.name, family.name) for file in family.files)
        return tuple(map(_face, family.files))


def _files_shown(document: SetDocument) -> frozenset[str]:
    """Names of the font files in which a document shows anything."""
    operations = (each for page in document.pages for placed in page.fragments for each in placed.fragment.operations)
    return frozenset({each.font.file for each in operations if isinstance(each, Show | NumberHole)})


def _face(file: FontFile) -> Face:
    """Read a font file.

    Raises:
        TemplateError: it is too large, or cannot be read.
    """
    most = _MOST_MEGABYTES * 1_000_000
    try:
        with file.path.open("rb") as opened:
            data = opened.read(most + 1)
    except OSError as error:
        raise _unusable(file.path, f"cannot be read: {error.strerror}") from error
    if len(data) > most:
        raise _unusable(file.path, f"has more than {_MOST_MEGABYTES} MB")
    return Face(data, file.name, file.italic, file.bold)


def _unusable(path: Path, problem: str) -> TemplateError:
    hint = "Put the font as the Noto project gives it in its place."
    return TemplateError(Diagnostic("error", "font", f"The font file {path} {problem}.", None, hint))
