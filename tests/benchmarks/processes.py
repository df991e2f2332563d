"""Whole processes, timed from start to end."""

from __future__ import annotations

import compileall
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import briefing
from briefing.templating import compile_ahead


def prepared() -> None:
    """Compile the package and its templates, as ``make`` does when it sets them up."""
    compileall.compile_dir(str(Path(briefing.__file__).parent), quiet=1)
    compile_ahead()


def build(article: Path, output: Path) -> Callable[[], float]:
    """One build of an article."""
    return _process("-m", "briefing", "build", str(article), "-o", str(output))


def imports(*modules: str) -> Callable[[], float]:
    """The start of Python with some imports: what nobody can avoid who uses these libraries."""
    return _process("-c", f"import {', '.join(modules)}")


def _process(*arguments: str) -> Callable[[], float]:
    return lambda: _run([sys.executable, *arguments])


def _run(command: Sequence[str]) -> float:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment)
    return time.perf_counter() - start


def without_chart(article: Path, copy: Path) -> Path:
    """Copy the article, and the profiles beside it, with its timeline left out."""
    text = copied(article, copy) / "briefing.md"
    timeline = re.compile(r"^::: timeline.*?^:::\n", re.DOTALL | re.MULTILINE)
    text.write_text(timeline.sub("", text.read_text(encoding="utf-8")), encoding="utf-8")
    return copy


def copied(article: Path, copy: Path) -> Path:
    """Copy the article, and the profiles beside it."""
    shutil.copytree(article, copy)
    profiles = article.resolve().parent / "organisations"
    if profiles.is_dir():
        shutil.copytree(profiles, copy.parent / "organisations")
    return copy


def peak_memory(article: Path, output: Path) -> float:
    """The most memory that one build of an article took, in megabytes."""
    command = [sys.executable, "-m", "briefing", "build", str(article), "-o", str(output)]
    # A process begins with the size of the one that started it, so a small one stands between.
    measured = subprocess.run([sys.executable, "-c", _MEASURING, *command], check=True, capture_output=True, text=True)
    return int(measured.stdout.splitlines()[-1]) / (1e6 if sys.platform == "darwin" else 1e3)


_MEASURING = """
import os, sys
_, status, used = os.wait4(os.spawnv(os.P_NOWAIT, sys.argv[1], sys.argv[1:]), 0)
print(used.ru_maxrss)
sys.exit(os.waitstatus_to_exitcode(status))
"""
