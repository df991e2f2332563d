"""The fonts for a style: the theme's own at its weight and optical size, and those that stand in for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple, Protocol

from briefing.theme import Face, Style
from briefing.typesetting.fonts.files import OpenFace
from briefing.typesetting.fonts.font import Font

__all__ = ["FallbackFamily", "FallbackFonts", "FontLibrary", "SizedFont", "features_of"]


class FallbackFamily(NamedTuple):
    """Faces that stand in for the theme's own where these lack a letter."""

    read: Callable[[], tuple[Face, ...]]
    """Reads them; called when they are needed first, for some have many megabytes."""
    scale: float = 1.0
    """By how much it is set larger than the theme's own, to look as large."""
    leading: float = 0.0
    """From line to line at least, as a multiple of the size that the style says."""


class FallbackFonts(Protocol):
    """Knows which families a script has on this machine."""

    def families(self, script: str, language: str, role: str) -> tuple[FallbackFamily, ...]:
        """Name the families for a script (ISO 15924) in a language (BCP 47), the first to be tried first."""

    def hint(self, script: str, language: str) -> str:
        """Say what to install where no family has a letter; empty where nothing would help."""


class _NoFallback:
    """For those who have no other fonts than the theme's."""

    def families(self, _script: str, _language: str, _role: str) -> tuple[FallbackFamily, ...]:
        return ()

    def hint(self, _script: str, _language: str) -> str:
        return ""


class SizedFont(NamedTuple):
    """A font, and by how much it is set larger than the style says."""

    font: Font
    scale: float = 1.0
    leading: float = 0.0
    """From line to line at least, as a multiple of the style's size."""


class FontLibrary:
    """Opens the fonts for a style; each face at each weight once.

    Raises:
        TemplateError: a font file cannot be used.
    """

    def __init__(
        self, fonts: Mapping[str, tuple[Face, ...]], fallback: FallbackFonts | None = None, *, least: float = 0.0
    ) -> None:
        """Take the faces of each role; ``least`` is the size in points that no text is made smaller than."""
        self.least = least
        self._faces = {role: tuple(map(OpenFace, faces)) for role, faces in fonts.items()}
        self._fallback = fallback or _NoFallback()
        self._opened: dict[str, OpenFace] = {}
        self._families: dict[tuple[str, str, str], tuple[FallbackFamily, ...]] = {}
        self._hints: dict[tuple[str, str], str] = {}
        self._read: dict[Callable[[], tuple[Face, ...]], tuple[OpenFace, ...]] = {}
        self._fonts: dict[tuple[tuple[OpenFace, ...], int, bool, float], Font] = {}
        self._same: dict[str, Font] = {}

    def font(self, style: Style) -> Font:
        """Open the font that a style asks for, at its weight and optical size."""
        return self._get(self._faces[style.font], style)

    def candidates(self, style: Style, script: str, language: str) -> Iterator[SizedFont]:
        """Open one after the other what a script may be set in: the style's own font, then what stands in for it."""
        yield SizedFont(self.font(style))
        key = (script, language, style.font)
        if key not in self._families:
            self._families[key] = self._fallback.families(*key)
        for family in self._families[key]:
            yield SizedFont(self._get(self._faces_of(family), style), family.scale, family.leading)

    def hint(self, script: str, language: str) -> str:
        """Say what to install for the letters of a script that no font has."""
        key = (script, language)
        if key not in self._hints:
            self._hints[key] = self._fallback.hint(*key)
        return self._hints[key]

    def _faces_of(self, family: FallbackFamily) -> tuple[OpenFace, ...]:
        if family.read not in self._read:
            self._read[family.read] = tuple(map(self._face, family.read()))
        return self._read[family.read]

    def _face(self, face: Face) -> OpenFace:
        """Open a file once, for it may serve several scripts."""
        opened = OpenFace(face)
        return self._opened.setdefault(opened.digest, opened)

    def _get(self, faces: tuple[OpenFace, ...], style: Style) -> Font:
        # Three optical masters are enough for the eye, and keep the number of embedded fonts small.
        optical = 9.0 if style.size < 9.5 else 12.0 if style.size < 15 else 28.0
        key = (faces, style.weight, style.italic, optical)
        if key not in self._fonts:
            font = _made(*key)
            self._fonts[key] = self._same.setdefault(font.key, font)
        return self._fonts[key]


def _made(faces: tuple[OpenFace, ...], weight: int, italic: bool, optical: float) -> Font:
    opened = min(faces, key=lambda each: (each.face.italic != italic, each.face.bold != (weight >= 600)))
    axes = {}
    for axis in opened.data.axis_infos:
        wanted = {"wght": float(weight), "opsz": optical}.get(axis.tag, axis.default_value)
        axes[axis.tag] = min(max(wanted, axis.min_value), axis.max_value)
    return Font(opened, axes)


def features_of(style: Style) -> tuple[str, ...]:
    """OpenType features that a style switches on."""
    figures = "onum" if style.figures == "old-style" else "lnum"
    return (figures, "tnum" if style.tabular else "pnum", *(("smcp", "c2sc") if style.small_caps else ()))
