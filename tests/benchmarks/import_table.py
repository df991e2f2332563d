"""The table of `docs/import.md`: how much of each page's article the import finds, and what it gets right about it.

Usage: import_table.py          prints the table
       import_table.py --write  writes it into docs/import.md
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from gold_pages import Page, Score, measured, pages, unseen_pages
from imported_pages import FACTS, imported_text, right

DOCUMENT = Path(__file__).parents[2] / "docs" / "import.md"
BEGIN, END = "<!-- measured -->\n", "<!-- end of measured -->\n"


def row(name: str, score: Score) -> str:
    return f"| {name} | " + " | ".join(f"{share:.3f}" for share in score) + " |"


def rows(of: tuple[Page, ...]) -> list[str]:
    found = measured(imported_text, of)
    head = ["| page | recall | precision | recall in order | precision in order |", "|---|--:|--:|--:|--:|"]
    return [*head, row("**median**", found.medians), *(row(name, found.scores[name]) for name in sorted(found.scores))]


def table() -> str:
    facts = [f"| {name} | {right(pages(), name)} of {len(pages())} |" for name in FACTS]
    parts = [
        *rows(pages()),
        "",
        "| what is right | pages |\n|---|--:|",
        *facts,
        "",
        "Pages that the import was not made with:",
        "",
        *rows(unseen_pages()),
    ]
    return "\n".join(parts) + "\n"


def main(*options: str) -> None:
    if "--write" not in options:
        print(table())
        return
    text = DOCUMENT.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    DOCUMENT.write_text(f"{before}{BEGIN}\n{table()}\n{END}{rest.partition(END)[2]}", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
