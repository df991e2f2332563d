"""The speed table: what the program takes, as a multiple of something that was measured beside it.

Usage: bench.py ARTICLE_FOLDER [ROUNDS]

Both sides of a row take turns, so that a slower minute of the machine is shared by both; the table gives medians. A
ratio travels from machine to machine, a time does not. What each row is measured against: ``docs/speed.md``.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pikepdf
from lengths import PerPage, article_of
from lines import FirstFit, raggedness
from processes import build, imports, peak_memory, prepared, without_chart
from prose import Ours, Stock, prose
from rebuilding import FolderToFile, Rebuild, TypstRebuild, has_typst
from timelines import DrawnByMatplotlib, DrawnByUs, Placing

from briefing.memory import FORGETFUL
from briefing.model.briefing import TimelineForm

ROUNDS = 9
FLOOR = ("reportlab.platypus", "jinja2")
CHART = "matplotlib.figure"
LARGEST = 150_000
"""Bytes of the example."""
REBUILDS = 15
"""Rounds, at least, of what takes little time."""
FEW, MANY = 60, 2000
"""Events of a timeline that fills a page, and of the longest."""
PLACING = 0.050
"""Seconds that placing the few may take."""
SHORT, LONG = 3, 300
"""Pages of the articles whose pages are compared."""
MEMORY, MEMORY_A_PAGE = 150.0, 0.5
"""Megabytes that a build may take: for itself and for each page."""

FORMS: dict[str, TimelineForm] = {"placed": "", "on axes": "horizontal"}
"""What a row calls the form that fits, and the other."""

Run = Callable[[], float]
"""Does its work once and tells the seconds that it took."""


class Row(NamedTuple):
    name: str
    ours: str
    against: str
    ratio: float
    allowed: float
    """The ratio that must not be exceeded."""

    def __str__(self) -> str:
        verdict = "" if self.ratio <= self.allowed else "  missed"
        return f"{self.name:22}{self.ours:>10}{self.against:>10}{self.ratio:8.2f}{self.allowed:10.2f}{verdict}"


def main(article: str, rounds: str = str(ROUNDS)) -> None:
    print(f"{'':22}{'ours':>10}{'against':>10}{'ratio':>8}{'allowed':>10}")
    with tempfile.TemporaryDirectory() as folder:
        for row in rows(Path(article), Path(folder), int(rounds)):
            print(row, flush=True)


def rows(article: Path, place: Path, rounds: int) -> Iterator[Row | str]:
    prepared()
    output = place / "out.pdf"
    plain = without_chart(article, place / "plain" / "article")
    yield timed("build, with chart", build(article, output), imports(*FLOOR, CHART), 1.5, rounds)
    yield size_row(output)
    yield timed("build, without", build(plain, output), imports(*FLOOR), 2.0, rounds)
    texts = [prose(seed) for seed in range(rounds + 1)]
    yield timed("50 pages of prose", Ours(texts), Stock(texts), 2.0, rounds)
    yield timed("lines broken best", Ours(texts), FirstFit(texts), 1.5, rounds)
    best, first = raggedness(texts[0])
    yield Row("their raggedness", f"{best / 1000:.0f}", f"{first / 1000:.0f}", best / first, 1.0)
    yield rebuild_row(article, place, max(rounds, REBUILDS))
    yield from timeline_rows(rounds)
    warm = FolderToFile(output, FORGETFUL)
    sides = PerPage(LONG, 1, place, warm), PerPage(SHORT, 10, place, warm)
    yield timed(f"a page of {LONG}", *sides, 1.15, max(2, rounds // 3))
    yield memory_row("memory, example", article, output)
    for pages in (30, 100, LONG):
        yield memory_row(f"memory, {pages} pages", article_of(pages, place / f"prose-{pages}"), output)


def timed(name: str, ours: Run, against: Run, allowed: float, rounds: int) -> Row:
    """Let both sides run in turns, after a round that does not count."""
    pairs = [(ours(), against()) for _ in range(rounds + 1)][1:]
    mine, other = (statistics.median(times) * 1000 for times in zip(*pairs, strict=True))
    return Row(name, f"{mine:.0f} ms", f"{other:.0f} ms", mine / other, allowed)


def rebuild_row(article: Path, place: Path, rounds: int) -> Row | str:
    name = "one paragraph changed"
    if not has_typst():
        return f"{name:22}not measured: install typst"
    return timed(name, Rebuild(article, place), TypstRebuild(article, place), 1.0, rounds)


def timeline_rows(rounds: int) -> Iterator[Row]:
    for words, form in FORMS.items():
        few, many = Placing(FEW, form), Placing(MANY, form)
        yield timed(f"{FEW} events {words}", few, lambda: PLACING, 1.0, max(rounds, REBUILDS))
        grown = few.thousand_among(MANY)
        yield timed(f"of {MANY:,}, {words}", many.thousand, grown, 1.0, max(2, rounds // 3))
    yield timed(f"{FEW} events drawn", DrawnByUs(FEW), DrawnByMatplotlib(FEW), 1.0, max(rounds, REBUILDS))


def memory_row(name: str, article: Path, output: Path) -> Row:
    taken = peak_memory(article, output)
    allowed = MEMORY + MEMORY_A_PAGE * page_count(output)
    return Row(name, f"{taken:.0f} MB", f"{allowed:.0f} MB", taken / allowed, 1.0)


def page_count(output: Path) -> int:
    with pikepdf.open(output) as document:
        return len(document.pages)


def size_row(output: Path) -> Row:
    size = output.stat().st_size
    return Row("size of the example", f"{size / 1000:.0f} kB", f"{LARGEST / 1000:.0f} kB", size / LARGEST, 1.0)


if __name__ == "__main__":
    main(*sys.argv[1:])
