"""Long articles of prose: what a page costs where there are many, and how much memory their builds take."""

from __future__ import annotations

import re
from itertools import count
from pathlib import Path

from prose import Piece, prose
from rebuilding import FolderToFile

__all__ = ["PerPage", "article_of"]

_WORDS_A_PAGE = 490
"""Of an article that is nothing but prose."""
_LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>')
_STARTS = {"p": "", "li": "- ", "h2": "## "}
_HEAD = "---\ntitle: Prose\nlanguage: en-GB\n---\n"


def article_of(pages: int, folder: Path, seed: int = 0) -> Path:
    """Write an article that fills about so many pages."""
    folder.mkdir(parents=True, exist_ok=True)
    blocks = (_block(piece) for piece in prose(seed, pages * _WORDS_A_PAGE))
    (folder / "briefing.md").write_text("\n\n".join((_HEAD, *blocks)) + "\n", encoding="utf-8")
    return folder


def _block(piece: Piece) -> str:
    return _STARTS[piece.tag] + _LINK.sub(r"[\2](\1)", piece.markup)


class PerPage:
    """Builds articles of a length, other texts each time, and tells the seconds that each page took."""

    def __init__(self, pages: int, articles: int, place: Path, build: FolderToFile) -> None:
        self._pages, self._articles, self._place, self._build = pages, articles, place, build
        self._seeds = count()

    def __call__(self) -> float:
        # The last page of a short text may be half empty, so it is the text that is counted.
        return sum(self._taken() for _ in range(self._articles)) / (self._pages * self._articles)

    def _taken(self) -> float:
        taken = self._build(article_of(self._pages, self._place / f"prose-{self._pages}", next(self._seeds)))
        if abs(self._build.pages - self._pages) > 1 + self._pages / 20:
            raise ValueError(f"the text fills {self._build.pages} pages, not {self._pages}: change _WORDS_A_PAGE")
        return taken
