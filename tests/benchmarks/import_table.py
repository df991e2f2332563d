"""How much of each page's article the import finds, and what it gets right about it: `tests/pages/measures.toml`.

Usage: import_table.py          prints the table of `docs/import.md` as it would be now, and which pages fell or rose
       import_table.py --write  measures anew: writes the measures, and the table from them
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent))

from gold_pages import FOLDER, Measured, Score, measured, pages, unseen_pages
from imported_pages import FACTS, imported_text, right

DOCUMENT = Path(__file__).parents[2] / "docs" / "import.md"
MEASURES = FOLDER / "measures.toml"
BEGIN, END = "<!-- measured -->\n", "<!-- end of measured -->\n"
ALLOWANCE = 0.002
"""By how much a page may be away from what was measured, such as for another version of a library."""


class Measures(NamedTuple):
    """What was measured, of pages that the import was made with and of others."""

    pages: Measured
    unseen: Measured
    right: Mapping[str, int]
    """How many pages each fact is right of."""

    @property
    def scores(self) -> dict[str, Score]:
        """The scores of all pages."""
        return {**self.pages.scores, **self.unseen.scores}


def measures_now() -> Measures:
    of_pages, of_unseen = measured(imported_text, pages()), measured(imported_text, unseen_pages())
    return Measures(of_pages, of_unseen, {name: right(pages(), name) for name in FACTS})


def recorded() -> Measures:
    """Read the measures that were written last."""
    found = tomllib.loads(MEASURES.read_text(encoding="utf-8"))
    of_pages, of_unseen = (
        Measured({name: Score(*shares) for name, shares in found[part].items()}) for part in ("pages", "unseen")
    )
    return Measures(of_pages, of_unseen, found["right"])


def away(now: Measures, before: Measures) -> dict[str, str]:
    """Name the pages whose scores fell or rose by more than the allowance, with both scores."""
    return {
        name: f"{' '.join(shares(before.scores[name]))} → {' '.join(shares(score))}"
        for name, score in now.scores.items()
        if any(abs(one - other) > ALLOWANCE for one, other in zip(score, before.scores[name], strict=True))
    }


def shares(score: Score) -> Iterator[str]:
    return (f"{share:.3f}" for share in score)


def as_toml(now: Measures) -> str:
    parts = ["# What the import reached. Written by `python tests/benchmarks/import_table.py --write`.\n"]
    parts.append("# Recall and precision of words, and both again in the order of the words.\n")
    for name, scores in (("pages", now.pages.scores), ("unseen", now.unseen.scores)):
        parts += [f"\n[{name}]\n", *(f"{page} = [{', '.join(shares(scores[page]))}]\n" for page in sorted(scores))]
    parts += ["\n[right]\n", *(f'"{fact}" = {count}\n' for fact, count in now.right.items())]
    return "".join(parts)


def table(found: Measures) -> str:
    """Write the table of `docs/import.md`."""
    facts = [f"| {name} | {count} of {len(found.pages.scores)} |" for name, count in found.right.items()]
    parts = [
        *rows(found.pages),
        "",
        "| what is right | pages |\n|---|--:|",
        *facts,
        "",
        "Pages that the import was not made with:",
        "",
        *rows(found.unseen),
    ]
    return "\n".join(parts) + "\n"


def rows(found: Measured) -> list[str]:
    head = ["| page | recall | precision | recall in order | precision in order |", "|---|--:|--:|--:|--:|"]
    return [*head, row("**median**", found.medians), *(row(name, found.scores[name]) for name in sorted(found.scores))]


def row(name: str, score: Score) -> str:
    return f"| {name} | {' | '.join(shares(score))} |"


def main(*options: str) -> None:
    now = measures_now()
    for name, change in away(now, recorded()).items():
        print(f"{name}: {change}", file=sys.stderr)
    if "--write" not in options:
        print(table(now))
        return
    MEASURES.write_text(as_toml(now), encoding="utf-8")
    text = DOCUMENT.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    DOCUMENT.write_text(f"{before}{BEGIN}\n{table(recorded())}\n{END}{rest.partition(END)[2]}", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
