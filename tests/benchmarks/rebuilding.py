"""A paragraph of an article was changed: from the changed file to the PDF on disk, in a process that stays."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any

from processes import copied
from typst_markup import LOOK, typst_markup, typst_text

from briefing.memory import Memory
from briefing.press import Press, build, load
from briefing.press.shown import drawings_of
from briefing.resources import assets_folder

__all__ = ["FolderToFile", "Rebuild", "TypstRebuild", "has_typst"]

_CHANGED = "It is not simple."
"""The sentence of the example that is changed: it begins a paragraph."""
_STANDARDS = ["ua-1", "a-2a"]


def has_typst() -> bool:
    """Tell whether the other side of the row is installed."""
    return find_spec("typst") is not None


class FolderToFile:
    """Builds article folders with one press that is kept, as ``briefing watch`` does."""

    def __init__(self, output: Path, memory: Memory | None = None) -> None:
        self.press, self.output = Press(memory=memory), output
        self.pages = 0

    def __call__(self, folder: Path) -> float:
        start = time.perf_counter()
        built = build(folder, self.output, press=self.press)
        taken = time.perf_counter() - start
        self.pages = built.pages
        return taken


class Rebuild:
    """Ours."""

    def __init__(self, article: Path, place: Path) -> None:
        folder = copied(article, place / "ours" / "article")
        self._text = folder / "briefing.md"
        self._edits = _edits(self._text.read_text(encoding="utf-8"), _CHANGED)
        self._folder, self._build = folder, FolderToFile(place / "ours.pdf")

    def __call__(self) -> float:
        self._text.write_text(next(self._edits), encoding="utf-8")
        return self._build(self._folder)


class TypstRebuild:
    """Typst's, its compiler kept: the same text, paragraphs, fonts and standards."""

    def __init__(self, article: Path, place: Path) -> None:
        import typst

        folder = place / "typst"
        folder.mkdir()
        markup = _markup(article, folder)
        shutil.copy(LOOK, folder)
        self._edits = _edits(markup, typst_text(_CHANGED))
        self._text, self._output = folder / "article.typ", place / "typst.pdf"
        self._text.write_text(markup, encoding="utf-8")
        fonts = [assets_folder() / "fonts"]
        self._compiler: Any = typst.Compiler(self._text, root=folder, font_paths=fonts, ignore_system_fonts=True)

    def __call__(self) -> float:
        self._text.write_text(next(self._edits), encoding="utf-8")
        start = time.perf_counter()
        self._compiler.compile(output=self._output, format="pdf", pdf_standards=_STANDARDS)
        return time.perf_counter() - start


def _markup(article: Path, folder: Path) -> str:
    briefing, press = load(article).briefing, Press()
    if briefing is None:
        raise ValueError("the article cannot be read")
    html = press.document(briefing, draft=True)
    theme, _ = press.theme(briefing, None)
    return typst_markup(html, drawings_of(briefing, html, theme), folder)


def _edits(text: str, sentence: str) -> Iterator[str]:
    """Change one paragraph, each time to what it was not before."""
    if text.count(sentence) != 1:
        raise ValueError(f'"{sentence}" must stand once in the article: it is what is changed')
    for number in count(1):
        yield text.replace(sentence, f"{sentence[:-1]}, they say for the {number}th time.")
