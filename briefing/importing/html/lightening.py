"""The text of a saved page without what only a browser needs: styles, scripts, and files that are written into it.

What is left out leaves its line breaks, so that every element keeps its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["without_written_files", "without_written_pictures"]

_WRITTEN_PICTURE = re.compile(r"data:image/[\w.+-]{1,40};base64,[\w+/=%\s-]{200,}")
_WRITTEN_FILE = re.compile(
    r"data:(?!image/)[\w.+-]{1,40}/[\w.+-]{1,40}(?:;[\w=.+-]{1,60}){0,4},[^\s\"'()<>]{200,}", re.IGNORECASE
)
_OPENING = re.compile(r"<!--|<(?P<name>script|style)\b(?P<attributes>[^<>]{0,2000})>", re.IGNORECASE)
_ENDS = {"!--": re.compile("-->"), "script": re.compile("</script", re.IGNORECASE)}
_ENDS["style"] = re.compile("</style", re.IGNORECASE)
_TOLD_TO_MACHINES = "ld+json"
"""In the type of a script that is no program: what the page says of itself."""


def without_written_pictures(text: str) -> tuple[str, tuple[str, ...]]:
    """Take the pictures that are written into a page out of it; each leaves its number in its place."""
    taken: list[str] = []

    def take(found: re.Match[str]) -> str:
        taken.append(found[0])
        return f"data:{len(taken) - 1}"

    return _WRITTEN_PICTURE.sub(take, text), tuple(taken)


def without_written_files(text: str) -> str:
    """Empty styles, scripts, and addresses that hold a font or another file that is no picture."""
    return _WRITTEN_FILE.sub("data:,", "".join(_without_programs(text)))


def _without_programs(text: str) -> Iterator[str]:
    """Yield what stands around the contents of styles and scripts; comments are passed over whole."""
    kept = at = 0
    while opening := _OPENING.search(text, at):
        end = _ENDS[(opening["name"] or "!--").lower()].search(text, opening.end())
        if end is None:  # the rest of the page belongs to it; the parser knows what to make of that
            break
        at = end.start()
        if opening["name"] and _TOLD_TO_MACHINES not in opening["attributes"].lower():
            yield text[kept : opening.end()]
            yield "\n" * text.count("\n", opening.end(), at)
            kept = at
    yield text[kept:]
