"""A list and an article → a folder of copies: the one place that calls planning and making in order.

Batches go to as many processes as are asked for; the journal stays with the one that began. A batch is noted when its
files are whole, in any order, so that whatever stops the work costs no more than the batches that were under way.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, suppress
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from briefing.errors import ContentError, Diagnostic, LayoutError, OutputError
from briefing.merging.batches import BatchResult, Wanted, begin, make_batch, make_in_helper
from briefing.merging.copies import Copier, Order
from briefing.merging.journal import JOURNAL, Due, Journal, Made
from briefing.merging.listing import columns_of, list_words, oddities
from briefing.merging.names import NamePattern, usual_pattern
from briefing.merging.planning import Plan, check_fields, plan
from briefing.protecting import Protected
from briefing.recipients import Recipient, RecipientList, open_recipients
from briefing.saving import make_folder, save_together

__all__ = ["PROOF_FOLDER", "Merged", "Progress", "merge"]

PROOF_FOLDER = "_proof"
"""Holds the copies that are to be looked at."""
_BATCH = 32
_WAITING = 2
"""Batches that lie ready for each process."""

Progress = Callable[[int, int], None]
"""Is told how many copies are done, and of how many."""


class Merged(NamedTuple):
    """What became of a merge."""

    folder: Path
    plan: Plan
    due: int
    """Copies that the list asks for."""
    made: int
    kept: int
    """Copies that were there already, made of the same."""
    size: int
    """Bytes of those that were made."""
    draft: bool
    failed: tuple[Diagnostic, ...] = ()
    """Errors, one for each copy that could not be made, the first thousand."""
    noticed: tuple[Diagnostic, ...] = ()
    """Warnings of article, list and copies."""
    left_over: tuple[str, ...] = ()
    """Files for people who are in the list no longer."""
    proofs: tuple[Path, ...] = ()
    listed: str = ""
    """Of when the list is, and where it comes from, as a sentence."""
    stopped: bool = False
    """Whether the user stopped it."""


def merge(
    order: Order,
    recipients: Path,
    folder: Path,
    *,
    pattern: str = "",
    sheet: str = "",
    resume: bool = False,
    dry: bool = False,
    jobs: int = 1,
    progress: Progress = lambda _done, _of: None,
) -> Merged:
    """Make a copy for each recipient of a list, or, where it is ``dry``, only those that are to be looked at.

    ``pattern`` names the files, such as ``{constituency}``. Where a folder holds a merge already, ``resume`` makes what
    is missing in it or has changed since. The result does not depend on ``jobs``, the number of processes.

    Raises:
        ContentError: the article or the list has errors that concern all copies.
        TemplateError, ProtectedError: as ``press.build``.
        OutputError: the folder cannot be written in; or it holds a merge, and ``resume`` was not asked for.
    """
    copier = Copier(order)
    people = open_recipients(recipients, sheet=sheet)
    columns = columns_of(copier.checked.briefing, people)
    named = NamePattern(pattern) if pattern else usual_pattern(columns.unit, columns.name)
    named.check(each.name for each in people.fields)
    check_fields(copier, people)
    _refuse_protected(order.protected, people, (recipients, folder))
    _check_folder(order, folder, resume=resume or dry)
    if not dry:
        make_folder(folder)
    with closing(Journal(folder, dry=dry)) as journal:
        planned = plan(copier, people, columns, named, journal)
        proofs = _proofs(copier, folder, planned)
        run = _Run(copier, people, folder, journal)
        if not dry:
            run.make(jobs, progress)
        return _merged(run, planned, copier, proofs)


def _refuse_protected(protected: Protected, people: RecipientList, places: tuple[Path, ...]) -> None:
    """See that no protected word stands in the list, before anything is made of it."""
    if not protected:
        return
    for place in places:
        protected.refuse_text(str(place), "The name of a file")
    for row in people.rows():
        if isinstance(row, Recipient):
            protected.refuse_text("\n".join(row.values.values()), f"Line {row.line} of the list")


def _check_folder(order: Order, folder: Path, *, resume: bool) -> None:
    if folder.resolve().is_relative_to(order.folder.resolve()):
        message = f"{folder} lies in the folder of the article."
        raise _refusal("unwritable", message, "Choose another folder with -o: what is personal is kept apart.")
    if (folder / JOURNAL).exists() and not resume:
        message = f"{folder} holds a merge already."
        hint = (
            "Add --resume: what is missing or has changed is made, the rest is left alone. Or choose another with -o."
        )
        raise _refusal("merged-before", message, hint)


def _refusal(name: str, message: str, hint: str) -> OutputError:
    return OutputError(Diagnostic("error", name, message, hint=hint))


@dataclass(slots=True)
class _Run:
    """The making of what is due."""

    copier: Copier
    people: RecipientList
    folder: Path
    journal: Journal
    made: int = 0
    kept: int = 0
    size: int = 0
    failed: list[Diagnostic] = field(default_factory=list)
    noticed: dict[Diagnostic, None] = field(default_factory=dict)
    stopped: bool = False

    def make(self, jobs: int, progress: Progress) -> None:
        """Make what is missing or was made of something else; when the user stops it, end with what is whole."""
        due = self.journal.count_due()

        def told(result: BatchResult) -> None:
            self._take(result)
            progress(self.made + self.kept + len(self.failed), due)

        try:
            if jobs == 1:
                for batch in self._batches():
                    told(make_batch(self.copier, self.folder, self.people.file, batch))
            else:
                self._with_processes(jobs, told)
        except KeyboardInterrupt:
            self.stopped = True

    def _with_processes(self, jobs: int, told: Callable[[BatchResult], None]) -> None:
        batches, given = self._batches(), (self.copier.digest, self.folder, self.people.file)
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(jobs, context, begin, (self.copier.order,)) as pool:
            waiting: set[Future[BatchResult]] = set()
            try:
                while True:
                    room = jobs * _WAITING - len(waiting)
                    more = [pool.submit(make_in_helper, *given, batch) for batch in islice(batches, room)]
                    waiting.update(more)
                    if not waiting:
                        return
                    done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                    for each in done:
                        told(each.result())
            except BrokenProcessPool as error:
                raise _killed() from error
            except KeyboardInterrupt:
                pool.shutdown(cancel_futures=True)
                for each in waiting:
                    if not each.cancelled():
                        told(each.result())
                raise

    def _take(self, result: BatchResult) -> None:
        self.journal.note(result.made)
        self.made += len(result.made)
        self.size += sum(each.size for each in result.made)
        self.failed += result.failed
        self.noticed |= dict.fromkeys(result.noticed)

    def _batches(self) -> Iterator[list[Wanted]]:
        wanted = self._wanted()
        while batch := list(islice(wanted, _BATCH)):
            yield batch

    def _wanted(self) -> Iterator[Wanted]:
        """Go through journal and list side by side: both are in the order of the lines."""
        rows = (row for row in self.people.rows() if isinstance(row, Recipient))
        for due, made in self.journal.due():
            recipient = next((row for row in rows if row.line == due.line), None)
            if made and self._is_there(due, made):
                self.kept += 1
            elif recipient:
                yield Wanted(due.line, due.name, due.digest, dict(recipient.values))

    def _is_there(self, due: Due, made: Made) -> bool:
        """Tell whether a file is as it was when it was noted, and would be made of the same now."""
        try:
            found = (self.folder / f"{due.name}.pdf").stat()
        except OSError:
            return False
        return due.digest == made.digest and (found.st_size, found.st_mtime_ns) == (made.size, made.changed)


def _killed() -> OutputError:
    message = "A process that made copies was ended by the system: there may be too little memory."
    return _refusal("killed", message, "Go on with --resume, and with fewer --jobs.")


def _proofs(copier: Copier, folder: Path, planned: Plan) -> tuple[Path, ...]:
    """Make the copies that are to be looked at; one that cannot be made is told where all are made."""
    files: dict[Path, bytes] = {}
    for proof in planned.proofs:
        with suppress(ContentError, LayoutError):
            files[folder / PROOF_FOLDER / f"{proof.why}.pdf"] = copier.copy(proof.recipient.values).data
    if files:
        make_folder(folder / PROOF_FOLDER)
        save_together(files, protected=copier.order.protected)
    return tuple(files)


def _merged(run: _Run, planned: Plan, copier: Copier, proofs: tuple[Path, ...]) -> Merged:
    of_article = (each for each in copier.checked.diagnostics if each.severity in ("warning", "open", "question"))
    return Merged(
        run.folder,
        planned,
        run.journal.count_due(),
        run.made,
        run.kept,
        run.size,
        copier.checked.draft,
        tuple(run.failed),
        (
            *of_article,
            *oddities(copier.checked.briefing, run.people.file),
            *run.people.diagnostics,
            *planned.noticed,
            *run.noticed,
        ),
        tuple(run.journal.left_over()),
        proofs,
        list_words(copier.checked.briefing),
        run.stopped,
    )
