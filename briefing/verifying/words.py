"""Numbers, pages and lists in English words; what is said in several places."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["AGAIN", "agreeing", "and_joined", "beginning", "counted", "on_pages"]

AGAIN = "Get it again from where it came, or make it again."
"""What to do about damage."""

_MOST_NAMED = 8
"""Pages and runs of pages that are named one by one."""


def counted(number: int, one: str, many: str = "") -> str:
    """``1 page``, ``2 pages``, ``2 entries``."""
    return f"{number} {agreeing(number, one, many or one + 's')}"


def agreeing(number: int, one: str, many: str) -> str:
    """Choose the word that agrees with a number."""
    return one if number == 1 else many


def on_pages(pages: Iterable[int]) -> str:
    """``page 3``, ``pages 1, 2 and 5–9``, ``pages 1, 3, … and others``."""
    runs: list[list[int]] = []
    for number in sorted(set(pages)):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    words = [each for run in runs for each in _run_words(run)]
    named = words if len(words) <= _MOST_NAMED else [*words[: _MOST_NAMED - 1], "others"]
    return f"{'page' if words == [str(runs[0][0])] else 'pages'} {and_joined(named)}"


def _run_words(run: list[int]) -> list[str]:
    return [f"{run[0]}–{run[-1]}"] if len(run) > 2 else [str(each) for each in run]


def beginning(text: str, longest: int) -> str:
    """Leave out the end of a long text, at a space where there is one; ``longest`` counts what is kept."""
    kept = text[:longest]
    return text if kept == text else f"{kept.rpartition(' ')[0] or kept} …"


def and_joined(words: Iterable[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last
