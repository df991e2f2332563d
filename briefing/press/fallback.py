"""The fonts that stand in for the theme's own, as ``resources`` finds them on this machine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from briefing.resources import FontFile, font_families, hint_for
from briefing.theme import Face
from briefing.typesetting import FallbackFamily

__all__ = ["FallbackLookup"]


class FallbackLookup:
    """Looks families up; a font file is read when it is first needed, and once."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._readers: dict[tuple[FontFile, ...], Callable[[], tuple[Face, ...]]] = {}

    def families(self, script: str, language: str, role: str) -> tuple[FallbackFamily, ...]:
        """Name the families of a script that are on this machine, the first to be tried first."""
        found = font_families(script, language, role, self._folder)
        return tuple(FallbackFamily(self._reader(each.files), each.scale, each.leading) for each in found if each.files)

    def hint(self, script: str, language: str) -> str:
        """Say what to install for a script."""
        return hint_for(script, language, self._folder)

    def _reader(self, files: tuple[FontFile, ...]) -> Callable[[], tuple[Face, ...]]:
        return self._readers.setdefault(files, lambda: tuple(map(_face, files)))


def _face(file: FontFile) -> Face:
    return Face(file.path.read_bytes(), file.name, file.italic, file.bold)
