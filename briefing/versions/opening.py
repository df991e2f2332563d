"""An earlier version, as somebody has it → a folder that can be read.

A folder is one. A PDF of the archive edition carries the files that it was made of: they are taken out into a folder
that is gone afterwards. It stands in one of its own, for what stands beside an article is looked at as well. What their
names are is a stranger's choice, so only plain ones are taken.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from briefing.errors import ContentError, Diagnostic
from briefing.verifying import attached_files

__all__ = ["Earlier", "opened_version"]

_PART = r"[\w-][\w .()-]{0,80}"
_PLAIN = re.compile(rf"(?:{_PART}/){{0,3}}{_PART}\.(?:bib|csl|csv|jpe?g|json|md|png|tsv|ya?ml)", re.IGNORECASE)
"""Names of files that an article is read from; none begins with a dot or leads out of the folder."""
_MOST = 400


class Earlier(NamedTuple):
    """An earlier version."""

    folder: Path
    altered: tuple[str, ...] = ()
    """Plain names of files that are not what was attached to the PDF."""


@contextmanager
def opened_version(path: Path) -> Iterator[Earlier]:
    """Give the folder of an earlier version.

    Raises:
        ContentError: it is a PDF without an article.
        VerificationError: it is a file, and no PDF that can be read.
    """
    if not path.is_file():
        yield Earlier(path)
        return
    files, altered = attached_files(path)
    if not any(name.startswith("briefing.") and name.endswith(".md") for name in files):
        hint = 'Name a folder, or a PDF that was made with "--edition archive".'
        raise ContentError(Diagnostic("error", "no-article", f"There is no article inside {path}.", hint=hint))
    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        inside = Path(folder, "article")
        inside.mkdir()
        _write(inside, files)
        yield Earlier(inside, tuple(filter(_PLAIN.fullmatch, altered)))


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write what has a plain name, what stands in no folder first; of two that are one file here, one."""
    plain = sorted(
        (each for each in files if _PLAIN.fullmatch(each) and ".." not in each), key=lambda each: each.count("/")
    )
    for name in plain[:_MOST]:
        path = folder / name
        with suppress(OSError):  # the same name as a folder has, or too long
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                file.write(files[name])
