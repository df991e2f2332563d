"""How much of the articles in `tests/pages` trafilatura finds by itself, with each set of its options.

Usage: extraction.py [OPTIONS [NAME…]]

Without arguments: the medians of all sets. With the name of a set: the worst pages. With names of pages too: where each
parts from its gold. Title and text are compared; what a caller may do before and after is left out.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import trafilatura

sys.path.insert(0, str(Path(__file__).parent.parent))

from gold_pages import Page, differences, measured, pages, score, words

OPTIONS: dict[str, dict[str, Any]] = {
    "default": {},
    "favour-recall": {"favor_recall": True},
    "favour-precision": {"favor_precision": True},
    "fast": {"fast": True},
    "fast-recall": {"fast": True, "favor_recall": True},
    "images-recall": {"include_images": True, "favor_recall": True},
    "without-tables": {"include_tables": False},
}


def extractor(options: dict[str, Any]) -> Callable[[Page], str]:
    """A function from a page to its title and text, comments left out."""

    def extract(page: Page) -> str:
        found = trafilatura.bare_extraction(page.html, include_comments=False, with_metadata=True, **options)
        if found is None:
            return ""
        title, text = found.title or "", found.text or ""
        return text if words(text)[: len(words(title))] == words(title) else f"{title}\n{text}"

    return extract


def main(options: str = "", *names: str) -> None:
    if names:
        show(options, [page for page in pages() if page.name in names])
    elif options:
        print(measured(extractor(OPTIONS[options])))
    else:
        print(f"{'':18}{'recall':>8}{'precision':>11}{'in order':>10}{'in order':>10}")
        for name, each in OPTIONS.items():
            one, two, three, four = measured(extractor(each)).medians
            print(f"{name:18}{one:8.3f}{two:11.3f}{three:10.3f}{four:10.3f}")


def show(options: str, chosen: list[Page]) -> None:
    for page in chosen:
        text = extractor(OPTIONS[options])(page)
        print(page.name, *(f"{share:.3f}" for share in score(page.gold, text)))
        for lost, kept in differences(page.gold, text):
            print(f"  lost: {lost}" if lost else "", f"  kept: {kept}" if kept else "", sep="\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
