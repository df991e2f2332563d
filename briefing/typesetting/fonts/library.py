"""The font for a style, at its weight and optical size."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.theme import Face, Style
from briefing.typesetting.fonts.font import Font, OpenFace

__all__ = ["FontLibrary", "features_of"]


class FontLibrary:
    """Opens the font for a style; each face at each weight once.

    Raises:
        TemplateError: a font file cannot be used.
    """

    def __init__(self, fonts: Mapping[str, tuple[Face, ...]]) -> None:
        self._faces = {role: tuple(map(OpenFace, faces)) for role, faces in fonts.items()}
        self._open: dict[tuple[str, int, bool, float], Font] = {}
        self._same: dict[str, Font] = {}

    def font(self, style: Style) -> Font:
        """Open the font that a style asks for, at its weight and optical size."""
        return self._get(style.font, style.weight, style.italic, style.size)

    def _get(self, role: str, weight: int, italic: bool, size: float) -> Font:
        # Three optical masters are enough for the eye, and keep the number of embedded fonts small.
        optical = 9.0 if size < 9.5 else 12.0 if size < 15 else 28.0
        key = (role, weight, italic, optical)
        if key not in self._open:
            font = self._make(*key)
            self._open[key] = self._same.setdefault(font.key, font)
        return self._open[key]

    def _make(self, role: str, weight: int, italic: bool, optical: float) -> Font:
        faces = self._faces[role]
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
