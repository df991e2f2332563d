"""The pages of `tests/pages`, their gold, and how much of it an extractor finds.

A *word* is what both sides are compared by: a run of letters (with the marks above and below them) or digits, and each
Chinese or Japanese character alone, because nothing parts those. Case counts, punctuation and soft hyphens do not.

Usage: see `measured` and `tests/benchmarks/extraction.py`.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

__all__ = [
    "FOLDER",
    "RECALL",
    "Difference",
    "Measured",
    "Page",
    "Score",
    "common_in_order",
    "differences",
    "measured",
    "pages",
    "score",
    "unseen_pages",
    "words",
]

FOLDER = Path(__file__).parent / "pages"
RECALL, PRECISION = 0.97, 0.95
"""What the medians over all pages must reach."""
WORST = 10
"""How many pages a report names."""

_ALONE = r"\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_MARKS = r"\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
_WORD = re.compile(rf"[{_ALONE}]|(?:[^\W_{_ALONE}]|[{_MARKS}])+")
_UNSEEN = str.maketrans("", "", "\u00ad\u200b\u2060\ufeff")


class Page(NamedTuple):
    """A page as a server sent it, the words of its article, and what is known of it (see `tests/pages/README.md`)."""

    name: str
    html: bytes
    gold: str
    facts: dict[str, Any]

    @property
    def text(self) -> str:
        """The page decoded by the encoding that it really has."""
        return self.html.decode(self.facts["encoding"])


class Score(NamedTuple):
    """Shares between 0 and 1: of the gold's words that were found, and of the found words that are gold.

    The first two compare how often each word stands on either side; the last two count the longest run of words that
    both sides have in the same order, with others in between.
    """

    recall: float
    precision: float
    ordered_recall: float
    ordered_precision: float


class Difference(NamedTuple):
    """Words beside each other that only one side has."""

    lost: str
    kept: str


class Measured(NamedTuple):
    """What an extractor reached, page by page."""

    scores: dict[str, Score]

    @property
    def medians(self) -> Score:
        """The median of each share by itself."""
        return Score(*(median(column) for column in zip(*self.scores.values(), strict=True)))

    @property
    def worst(self) -> list[str]:
        """Names of the pages furthest below the aim, worst first."""
        return sorted(self.scores, key=self._margin)[:WORST]

    def _margin(self, name: str) -> float:
        found = self.scores[name]
        return min(found.ordered_recall - RECALL, 0) + min(found.ordered_precision - PRECISION, 0)

    def __str__(self) -> str:
        rows = [("median", self.medians), *((name, self.scores[name]) for name in self.worst)]
        head = f"{'':24}{'recall':>8}{'precision':>11}{'in order':>10}{'in order':>10}"
        return "\n".join([head, *(_row(name, found) for name, found in rows)])


def _row(name: str, found: Score) -> str:
    one, two, three, four = found
    return f"{name:24}{one:8.3f}{two:11.3f}{three:10.3f}{four:10.3f}"


@cache
def pages() -> tuple[Page, ...]:
    """All pages, by name."""
    facts = tomllib.loads((FOLDER / "pages.toml").read_text(encoding="utf-8"))
    return tuple(_page(name, facts[name]) for name in sorted(facts))


@cache
def unseen_pages() -> tuple[Page, ...]:
    """Pages that were written after the import and measured once before anything was mended."""
    found = sorted((FOLDER / "unseen").glob("*.html"))
    return tuple(
        Page(each.stem, each.read_bytes(), each.with_suffix(".txt").read_text(encoding="utf-8"), {"encoding": "utf-8"})
        for each in found
    )


def _page(name: str, facts: dict[str, Any]) -> Page:
    gold = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return Page(name, (FOLDER / f"{name}.html").read_bytes(), gold, facts)


def words(text: str) -> list[str]:
    """What is compared, in the order of the text."""
    return _WORD.findall(text.translate(_UNSEEN))


def measured(extract: Callable[[Page], str], of: Iterable[Page] | None = None) -> Measured:
    """How much of each page's article `extract` finds: it takes a page and gives title and text as plain text."""
    return Measured({page.name: score(page.gold, extract(page)) for page in of or pages()})


def score(gold: str, found: str) -> Score:
    """Compare the words of two texts. Where nothing was found, all shares are 0."""
    want, have = words(gold), words(found)
    if not want or not have:
        return Score(0.0, 0.0, 0.0, 0.0)
    both, ordered = (Counter(want) & Counter(have)).total(), common_in_order(want, have)
    return Score(both / len(want), both / len(have), ordered / len(want), ordered / len(have))


def common_in_order(one: list[str], other: list[str]) -> int:
    """The length of the longest common subsequence.

    Bit-parallel: bit i of `open_` is 0 where the subsequence grows at word i of `one`. See: H. Hyyrö, "Bit-parallel LCS
    computation revisited", 2004.
    """
    places: defaultdict[str, int] = defaultdict(int)
    for index, word in enumerate(one):
        places[word] |= 1 << index
    every = open_ = (1 << len(one)) - 1
    for word in other:
        matched = open_ & places[word]
        open_ = ((open_ + matched) | (open_ - matched)) & every
    return len(one) - open_.bit_count()


def differences(gold: str, found: str) -> Iterator[Difference]:
    """Where the two texts part, in the order of the gold: to see why a page scores low."""
    want, have = words(gold), words(found)
    for kind, start, end, left, right in difflib.SequenceMatcher(None, want, have, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Difference(" ".join(want[start:end]), " ".join(have[left:right]))
