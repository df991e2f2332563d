"""How long a build takes, as a multiple of what nobody can avoid: starting Python and importing the libraries.

Usage: bench.py ARTICLE_FOLDER [ROUNDS]

Whole processes are measured, in turns, so that a slower minute of the machine is shared by both sides; the table
gives medians. A ratio travels from machine to machine, a time does not.
"""

from __future__ import annotations

import compileall
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import briefing

ROUNDS = 9
FLOOR = ("reportlab.platypus", "jinja2")
CHART = "matplotlib.figure"


@dataclass(frozen=True)
class Row:
    name: str
    build: Sequence[str]
    floor: Sequence[str]
    allowed: float
    """The ratio that must not be exceeded."""


def main(article: str, rounds: str = str(ROUNDS)) -> None:
    compileall.compile_dir(str(Path(briefing.__file__).parent), quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        plain = without_chart(Path(article), place / "plain" / "article")
        rows = [
            Row("build, with chart", build(Path(article), place), imports(*FLOOR, CHART), 1.5),
            Row("build, without", build(plain, place), imports(*FLOOR), 2.0),
        ]
        print(f"{'':20}{'build':>10}{'floor':>10}{'ratio':>8}{'allowed':>10}")
        for row in rows:
            print(measured(row, int(rounds)), flush=True)


def measured(row: Row, rounds: int) -> str:
    """Run both sides in turns and give one line of the table."""
    for command in (row.build, row.floor):
        run(command)
    pairs = [(run(row.build), run(row.floor)) for _ in range(rounds)]
    ours, floor = (statistics.median(times) for times in zip(*pairs, strict=True))
    ratio = ours / floor
    verdict = "" if ratio <= row.allowed else "  too slow"
    return f"{row.name:20}{ours * 1000:7.0f} ms{floor * 1000:7.0f} ms{ratio:8.2f}{row.allowed:10.1f}{verdict}"


def run(command: Sequence[str]) -> float:
    """Seconds that a process takes from its start to its end."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment)
    return time.perf_counter() - start


def build(article: Path, place: Path) -> list[str]:
    return [sys.executable, "-m", "briefing", "build", str(article), "-o", str(place / "out.pdf")]


def imports(*modules: str) -> list[str]:
    return [sys.executable, "-c", f"import {', '.join(modules)}"]


def without_chart(article: Path, copy: Path) -> Path:
    """Copy the article, and the profiles beside it, with its timeline left out."""
    shutil.copytree(article, copy)
    profiles = article.resolve().parent / "organisations"
    if profiles.is_dir():
        shutil.copytree(profiles, copy.parent / "organisations")
    text = copy / "briefing.md"
    timeline = re.compile(r"^::: timeline.*?^:::\n", re.DOTALL | re.MULTILINE)
    text.write_text(timeline.sub("", text.read_text(encoding="utf-8")), encoding="utf-8")
    return copy


if __name__ == "__main__":
    main(*sys.argv[1:])
