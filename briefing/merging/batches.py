"""Recipients of a batch → their files, whole and on the disk, and what could not be made.

It is the work of one process, which keeps its press from batch to batch and knows nothing of the journal.
"""

from __future__ import annotations

import signal
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from briefing.errors import BriefingError, ContentError, Diagnostic, Position, ProtectedError, errors_of
from briefing.merging.copies import Copier, Order
from briefing.merging.journal import Made
from briefing.saving import save_together

__all__ = ["BatchResult", "Wanted", "begin", "make_batch", "make_in_helper"]


class Wanted(NamedTuple):
    """A copy that is to be made."""

    line: int
    name: str
    digest: bytes
    values: Mapping[str, str]


class BatchResult(NamedTuple):
    """What became of a batch."""

    made: tuple[Made, ...]
    failed: tuple[Diagnostic, ...] = ()
    """Errors, each at the line of the list."""
    noticed: tuple[Diagnostic, ...] = ()
    """Warnings on copies, such as one that has become longer than its template is made for; each once."""


_opened: list[Copier] = []
"""What a helping process works with, see ``begin``."""


def begin(order: Order) -> None:
    """Get a process ready that helps another one, which alone is stopped by a key."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _opened[:] = [Copier(order)]


def make_in_helper(digest: bytes, folder: Path, list_name: str, wanted: Sequence[Wanted]) -> BatchResult:
    """Do what ``make_batch`` does, in a process that has begun; ``digest`` is that of the article as it was planned.

    Raises:
        ContentError: the article has changed since.
    """
    if _opened[0].digest != digest:
        message = "The article has changed while copies of it were made."
        hint = "Add --resume: copies of the earlier text are made again."
        raise ContentError(Diagnostic("error", "changed-meanwhile", message, hint=hint))
    return make_batch(_opened[0], folder, list_name, wanted)


def make_batch(copier: Copier, folder: Path, list_name: str, wanted: Sequence[Wanted]) -> BatchResult:
    """Make the copies of some recipients in a folder.

    Raises:
        ProtectedError: what would be written holds a protected word.
        OutputError: the files cannot be written; then none of them is.
    """
    files: dict[Path, bytes] = {}
    failed: list[Diagnostic] = []
    noticed: dict[Diagnostic, None] = {}
    for each in wanted:
        try:
            rendered = copier.copy(each.values)
        except ProtectedError:
            raise
        except BriefingError as error:
            failed += _at_line(error, Position(list_name, each.line))
        else:
            files[folder / f"{each.name}.pdf"] = rendered.data
            noticed |= dict.fromkeys(found for found in rendered.diagnostics if found.severity == "warning")
    save_together(files, protected=copier.order.protected)
    by_name = {each.name: each for each in wanted}
    made = tuple(_made(path, by_name[path.stem], len(data)) for path, data in files.items())
    return BatchResult(made, tuple(failed), tuple(noticed))


def _made(path: Path, wanted: Wanted, size: int) -> Made:
    return Made(wanted.name, wanted.digest, size, path.stat().st_mtime_ns)


def _at_line(error: BriefingError, line: Position) -> list[Diagnostic]:
    """Say of a copy what is wrong with it: where the text says it, and for whom."""
    found = errors_of(error.diagnostics)
    reasons = tuple(f"{each.position}: {each.message}" if each.position else each.message for each in found)
    hint = next((each.hint for each in found if each.hint), "")
    return [Diagnostic("error", "not-made", "The copy for this row cannot be made.", line, hint, reasons)]
