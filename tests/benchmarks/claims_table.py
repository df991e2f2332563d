"""How often the open claims of real texts are claims: prints them for a person to judge, and the table of judgements.

Usage: claims_table.py FOLDER     prints the open claims of each text, NAME.LANGUAGE.txt, each in its sentence
       claims_table.py            prints the table that is made of the judgements
       claims_table.py --write    writes it into docs/claims-measured.md

The texts are not ours to give away; what a person judged of them stands in ``claims_judged.toml``.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from briefing.claims import sentences
from briefing.claims.quantities import figures_in
from briefing.claims.quotations import quotations_in


class Open(NamedTuple):
    """A claim that would be open if its text cited nothing."""

    kind: str
    words: str
    sentence: str


def open_claims(text: str, language: str) -> Iterator[Open]:
    """Find the claims of a text, whose paragraphs have empty lines between them."""
    for paragraph in filter(None, (" ".join(part.split()) for part in re.split(r"\n\s*\n", text))):
        if paragraph.startswith("#"):
            continue
        quoted = [each for each in quotations_in(paragraph, language) if each.is_speech]
        found = [(each.start, "quotation", paragraph[each.start : each.end]) for each in quoted]
        inside = [range(each.start, each.end) for each in quoted]
        figures = (each for each in figures_in(paragraph, language) if not each.only_lists)
        outside = (each for each in figures if not any(each.start in span for span in inside))
        found += [(each.start, "figure", f"{each.words} [{each.unit}]") for each in outside]
        ends = list(_ends(paragraph, language))
        for start, kind, words in sorted(found):
            sentence = next((first, last) for first, last in ends if start < last)
            told = paragraph[slice(*sentence)]
            if not told.rstrip().endswith("?"):
                yield Open(kind, words, told)


def _ends(paragraph: str, language: str) -> Iterator[tuple[int, int]]:
    start = 0
    for sentence in sentences((paragraph,), language):
        yield start, start + len(sentence.text)
        start += len(sentence.text)


def show(folder: Path) -> None:
    """Print what a person has to judge."""
    for path in sorted(folder.glob("*.*.txt")):
        text = path.read_text(encoding="utf-8")
        claims = list(open_claims(text, path.name.split(".")[-2]))
        print(f"=== {path.name} {hashlib.sha256(text.encode()).hexdigest()} {len(claims)}")
        for number, claim in enumerate(claims, 1):
            print(f"{number:3} {claim.kind[:4]} | {claim.words} | {claim.sentence.strip()[:300]}")


if __name__ == "__main__":
    show(Path(sys.argv[1]))
