"""The table of `docs/checks.md`: how often editorial checks speak of well-edited texts, and how often wrongly.

Usage: editorial_table.py FOLDER  runs all checks over the article folders in a folder, and prints what a person judges
       editorial_table.py         prints the table that is made of the judgements
       editorial_table.py --write writes it into docs/checks.md

The texts are public and not ours to give away: where each came from, its SHA-256 and what was judged of it stand in
``editorial_judged.toml``.
"""

from __future__ import annotations

import hashlib
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

from briefing.checking import Asked, check
from briefing.model.checks import EDITORIAL_CHECKS
from briefing.reading import read_folder

JUDGED = Path(__file__).with_name("editorial_judged.toml")
DOCUMENT = Path(__file__).parents[2] / "docs" / "checks.md"
BEGIN, END = "<!-- measured -->\n", "<!-- end of measured -->\n"
OF_TASTE = frozenset({"paragraph-length", "readability", "sentence-length"})
"""Checks that count: whether their limits are right is not told by a text."""
NEED_FIELDS = frozenset({"as-of", "date-order", "deadline", "embargo", "petition-link"})
"""Checks of what these texts do not have: events with sources, days to sign by, a petition."""
NEED_PICTURES = frozenset({"picture-credit", "picture-position", "picture-resolution"})


def judged() -> list[dict[str, Any]]:
    """List the texts with what was judged of them."""
    texts: list[dict[str, Any]] = tomllib.loads(JUDGED.read_text(encoding="utf-8"))["text"]
    return texts


def counted(name: str) -> Counter[str]:
    """Add up, by check, how often something was said (``said``), or wrongly (``wrong``)."""
    total = Counter[str]()
    for text in judged():
        total.update(text.get(name, {}))
    return total


def table() -> str:
    """Write one row for each check."""
    said, wrong = counted("said"), counted("wrong")
    texts = judged()
    words = sum(text["words"] for text in texts)
    rows = [
        f"{len(texts)} texts, {words:,} words.",
        "",
        "| check | by default | it spoke | wrongly |",
        "|---|---|--:|--:|",
    ]
    for each in EDITORIAL_CHECKS:
        state = "on" if each.is_on else "off"
        counts = f"{said[each.id]} | {wrong[each.id]}"
        if each.id in NEED_FIELDS | NEED_PICTURES:
            counts = "not measured | "
        elif each.id in OF_TASTE:
            counts = f"{said[each.id]} | not judged"
        rows.append(f"| `{each.id}` | {state} | {counts} |")
    return "\n".join(rows) + "\n"


def show(folder: Path) -> None:
    """Print what all checks say of each article folder, as an entry of the file of judgements and in words."""
    ids = {each.id for each in EDITORIAL_CHECKS}
    for path in sorted(each for each in folder.iterdir() if each.is_dir()):
        briefing = read_folder(path).briefing
        assert briefing is not None, path
        data = (path / "briefing.md").read_bytes()
        found = [each for each in check(briefing, asked=Asked(everything=True)) if each.id in ids]
        said = ", ".join(f"{name} = {count}" for name, count in sorted(Counter(each.id for each in found).items()))
        print(f'[[text]]\nname = "{path.name}"\nsha256 = "{hashlib.sha256(data).hexdigest()}"')
        print(f"words = {len(data.decode().split())}\nsaid = {{ {said} }}")
        for each in found:
            print(f"# {each}".replace("\n", "\n#"))
        print()


def main(*words: str) -> None:
    """Do what the words ask for."""
    if not words:
        print(table())
    elif words[0] == "--write":
        text = DOCUMENT.read_text(encoding="utf-8")
        before, _, rest = text.partition(BEGIN)
        DOCUMENT.write_text(f"{before}{BEGIN}\n{table()}\n{END}{rest.partition(END)[2]}", encoding="utf-8")
    else:
        show(Path(words[0]))


if __name__ == "__main__":
    main(*sys.argv[1:])
