"""How often what is found in real texts is a claim: prints it for a person to judge, and the table of judgements.

Usage: claims_table.py FOLDER     prints what would be open in each text, NAME.LANGUAGE.txt, with its sentence
       claims_table.py            prints the table that is made of the judgements
       claims_table.py --write    writes it into docs/claims-measured.md

The texts are not ours to give away; what a person judged of them stands in ``claims_judged.toml``.
"""

from __future__ import annotations

import hashlib
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from briefing.claims.detecting import detect

DOCUMENT = Path(__file__).parents[2] / "docs" / "claims-measured.md"
JUDGED = Path(__file__).with_name("claims_judged.toml")
BEGIN, END = "<!-- measured -->\n", "<!-- end of measured -->\n"
DETECTORS = {
    "quotation": "quotations",
    "measure": "percentages, money, measures",
    "count": "counts of people and things",
}


class Found(NamedTuple):
    """What would be open if its text cited nothing."""

    detector: str
    words: str
    sentence: str


def found_in(text: str, language: str) -> Iterator[Found]:
    """Find the claims of a text, whose paragraphs have empty lines between them; headings are left out."""
    for paragraph in filter(None, (" ".join(part.split()) for part in re.split(r"\n\s*\n", text))):
        if paragraph.startswith("#"):
            continue
        detected = detect(paragraph, language, with_dates=False)
        found = [(each.start, "quotation", paragraph[each.start : each.end]) for each in detected.quotations]
        found += [(each.start, each.detector, each.words) for each in detected.figures if not each.only_lists]
        for start, detector, words in sorted(found):
            first = max((end for end in detected.ends if end <= start), default=0)
            last = min((end for end in detected.ends if end > start), default=len(paragraph))
            yield Found(detector, words, paragraph[first:last].strip())


def show(folder: Path) -> None:
    """Print what a person has to judge."""
    for path in sorted(folder.glob("*.*.txt")):
        text = path.read_text(encoding="utf-8")
        found = list(found_in(text, path.name.split(".")[-2]))
        print(f"=== {path.name} {hashlib.sha256(text.encode()).hexdigest()} {dict(Counter(each[0] for each in found))}")
        for number, each in enumerate(found, 1):
            print(f"{number:3} {each.detector} | {each.words} | {each.sentence[:300]}")


def judged() -> list[dict[str, Any]]:
    """Read what a person judged, text by text."""
    return list(tomllib.loads(JUDGED.read_text(encoding="utf-8"))["text"])


def total(texts: Iterable[dict[str, Any]], detector: str) -> tuple[int, int]:
    """Count what was found, and what of it is no claim."""
    chosen = list(texts)
    found, wrong = (sum(each[kind].get(detector, 0) for each in chosen) for kind in ("found", "wrong"))
    return found, wrong


def right(texts: Iterable[dict[str, Any]], detector: str) -> str:
    """Write how much of it was right."""
    found, wrong = total(texts, detector)
    return f"{found - wrong} of {found}" if found else "–"


def table() -> str:
    """Write the tables of the document."""
    texts = judged()
    languages = sorted({each["language"] for each in texts}, key=("en", "de", "es", "fr", "it").index)
    head = f"| {' | '.join(DETECTORS.values())} |\n|{'|'.join(['---', *['--:'] * 3])}|"
    rows = [f"| language {head}"]
    for language in languages:
        chosen = [each for each in texts if each["language"] == language]
        rows.append(f"| {language} | {' | '.join(right(chosen, detector) for detector in DETECTORS)} |")
    rows += ["", f"| text {head}"]
    rows += [f"| {each['name']} | {' | '.join(right([each], name) for name in DETECTORS)} |" for each in texts]
    mistakes = Counter(mistake for each in texts for mistake in each["mistakes"])
    rows += ["", "| what was wrong | times |\n|---|--:|"]
    rows += [f"| {name} | {count} |" for name, count in sorted(mistakes.items(), key=lambda item: (-item[1], item[0]))]
    return "\n".join(rows) + "\n"


def main(*options: str) -> None:
    """Do what the command line asks for."""
    if options and options[0] != "--write":
        show(Path(options[0]))
    elif not options:
        print(table())
    else:
        text = DOCUMENT.read_text(encoding="utf-8")
        before, _, rest = text.partition(BEGIN)
        DOCUMENT.write_text(f"{before}{BEGIN}\n{table()}\n{END}{rest.partition(END)[2]}", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
