"""Diagnostics and results → the words that the command line prints."""

from __future__ import annotations

import json
import shutil
import sys
import textwrap
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from briefing.errors import Diagnostic, Severity

if TYPE_CHECKING:
    from briefing.capturing import Stored
    from briefing.claims import Ledger
    from briefing.exporting import Exported
    from briefing.model.checks import EditorialCheck
    from briefing.press import Built

__all__ = [
    "FORMATS",
    "NOT_SIGNED_OFF",
    "as_json",
    "as_record",
    "attached",
    "captured_sentence",
    "claims_sentence",
    "complain",
    "counts",
    "export_sentence",
    "gravest_first",
    "held_back",
    "is_held_back",
    "is_told_by_build",
    "list_of_checks",
    "one_line",
    "printable",
    "say",
    "sentence",
    "shell_word",
    "size_words",
    "words_of",
]

_NOUNS: dict[Severity, tuple[str, str]] = {
    "error": ("error", "errors"),
    "open": ("open point", "open points"),
    "question": ("question", "questions"),
    "warning": ("warning", "warnings"),
    "note": ("note", "notes"),
}
_HOLDS_BACK: tuple[Severity, ...] = ("error", "open", "question")
"""Severities that keep a briefing from its release."""
_BEHIND = {
    "checked against the source": ("verbatim", "matches"),
    "not what the source says": ("differs",),
    "attributed but not checked": ("attributed",),
    "own article only": ("own",),
    "waived": ("waived",),
    "no source": ("unsourced",),
}
"""What stands behind claims, in the words of the summary, by ``Ledger.counted``."""
_TOLD_NOTES = frozenset(
    {
        "attached",
        "attached-reduced",
        "attached-uncited",
        "attached-words",
        "code-left-out",
        "codes-not-tried",
        "fonts-left-out",
        "ink",
        "to-fold",
    }
)
"""Notes that a build tells as well: of what leaves the house inside the file, and what it costs to print."""
NOT_SIGNED_OFF = frozenset({"not-approved", "approver-is-author", "approval-without-hash", "approval-lapsed"})
"""Names of what is told where nobody but its authors stands behind this text."""
_NOT_ANSWERED = frozenset({"voters-unanswered", "voters-unbound", "voters-lapsed", "voters-audience"})
"""Names of what is told where nobody has answered whether this text, as it is, is intended to influence voters."""
_UNMARKED = "draft-unmarked"
"""Name of what is told of a draft whose pages do not say so."""
_NARROWEST = 20
"""Columns of a terminal below which no line is broken."""


def sentence(built: Built) -> str:
    """Tell of a finished file, such as ``build/a.pdf: 4 pages A4, 131 kB, marked DRAFT on every page.``."""
    files = f", {len(built.attached)} files attached" if built.attached else ""
    is_marked = all(each.id != _UNMARKED for each in built.diagnostics)
    draft = (", marked DRAFT on every page" if is_marked else ", a draft that does not say so") if built.draft else ""
    pages = f"{built.pages} page{'' if built.pages == 1 else 's'} {built.page_size}"
    return f"{printable(str(built.path))}: {pages}, {size_words(built.size)}{files}{draft}."


def claims_sentence(claims: Ledger, *, strict: bool = False) -> str:
    """Tell how many claims there are, by what stands behind them; empty where there are none.

    Such as ``Claims 3: attributed but not checked 2, no source 1.``
    """
    numbers = claims.counted(strict=strict)
    behind = {words: sum(numbers.get(status, 0) for status in statuses) for words, statuses in _BEHIND.items()}
    parts = ", ".join(f"{words} {count}" for words, count in behind.items() if count)
    return f"Claims {sum(behind.values())}: {parts}." if parts else ""


def export_sentence(exported: Exported) -> str:
    """Tell of an exported file, such as ``build/a.html: 131 kB, marked DRAFT.``."""
    draft = ", marked DRAFT" if exported.draft else ""
    files = f", with {len(exported.beside)} file{'s' * (len(exported.beside) > 1)} beside it" if exported.beside else ""
    return f"{printable(str(exported.path))}: {size_words(exported.size)}{draft}{files}."


def captured_sentence(stored: Stored, key: str) -> str:
    """Tell of the words of a source that are kept, and of those that were there before."""
    day = stored.captured[:10]
    if not stored.files:
        return f"These are the words of {key} that were captured on {day}; nothing was written."
    words = f"{stored.words:,} word{'s' * (stored.words != 1)} of {key}, captured on {day}."
    earlier = f" The earlier text stays: {printable(str(stored.kept[0]))}" if stored.kept else ""
    return f"{words}{earlier}"


def size_words(count: int) -> str:
    """``131 kB``, ``1.2 MB``; of bytes, in thousands."""
    return f"{count / 1_000_000:.1f} MB" if count >= 1_000_000 else f"{max(1, round(count / 1000))} kB"


def attached(built: Built) -> str:
    """List the files that travel inside a PDF, one a line, with size and relationship."""
    width = max(len(printable(each.name)) for each in built.attached)
    rows = (
        f"  {printable(each.name):{width}}  {size_words(each.size):>6}  {each.relationship}" for each in built.attached
    )
    return "\n".join(["Attached:", *rows])


def counts(diagnostics: Iterable[Diagnostic], severities: Iterable[Severity] = tuple(_NOUNS)) -> str:
    """``2 errors, 1 question``, in the order of gravity; empty where there is nothing to count."""
    numbers = Counter(each.severity for each in diagnostics)
    return ", ".join(f"{numbers[each]} {_NOUNS[each][numbers[each] != 1]}" for each in severities if numbers[each])


def held_back(diagnostics: Sequence[Diagnostic]) -> str:
    """Count what keeps a briefing from its release, and say whether it is signed off; empty where nothing does."""
    ids = {each.id for each in diagnostics}
    others = counts((each for each in diagnostics if each.id not in NOT_SIGNED_OFF), _HOLDS_BACK)
    unanswered = "no answer on voters" if ids & _NOT_ANSWERED else ""
    imprint = "no whole imprint" if ids & {"imprint-incomplete", "imprint-not-printed"} else ""
    unsigned = "no sign-off" if ids & NOT_SIGNED_OFF else ""
    return ", ".join(filter(None, [others, unanswered, imprint, unsigned]))


def gravest_first(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Put errors before questions and these before warnings; those of a kind stay in their order."""
    return sorted(diagnostics, key=lambda each: list(_NOUNS).index(each.severity))


def is_told_by_build(diagnostic: Diagnostic) -> bool:
    """Tell whether a build speaks of it; all the rest is for ``check``."""
    return diagnostic.severity != "note" or diagnostic.id in _TOLD_NOTES


def is_held_back(diagnostics: Iterable[Diagnostic]) -> bool:
    """Tell whether something keeps a briefing from its release."""
    return any(each.severity in _HOLDS_BACK for each in diagnostics)


def _as_text(diagnostics: Sequence[Diagnostic], _folder: Path) -> str:
    verdict = "Not ready" if is_held_back(diagnostics) else "Ready"
    closing = f"{verdict}: {counts(diagnostics) or 'nothing to mend'}."
    text = "\n\n".join([*map(str, diagnostics), closing + _where_to_start(diagnostics)])
    return fitted(printable(text), sys.stdout)


def _where_to_start(diagnostics: Sequence[Diagnostic]) -> str:
    places = {each.severity: each.position for each in reversed(diagnostics) if each.position}
    gravest = next((places[severity] for severity in _HOLDS_BACK if severity in places), None)
    return f"\nStart with {gravest.file}:{gravest.line}." if gravest else ""


def _as_json(diagnostics: Sequence[Diagnostic], _folder: Path) -> str:
    return as_json(diagnostics)


def as_json(diagnostics: Sequence[Diagnostic], **more: object) -> str:
    """Give what ``check`` found as JSON, with ``more`` that it found out, by their names."""
    report = {
        "ready": not is_held_back(diagnostics),
        "diagnostics": [as_record(each) for each in diagnostics],
        **more,
    }
    return json.dumps(report, indent=2, ensure_ascii=True)


def as_record(diagnostic: Diagnostic) -> dict[str, object]:
    """Give a diagnostic as JSON has it."""
    place = diagnostic.position
    return {
        "severity": diagnostic.severity,
        "id": diagnostic.id,
        "file": place.file if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "message": diagnostic.message,
        "details": list(diagnostic.details),
        "hint": diagnostic.hint,
    }


def _as_annotations(diagnostics: Sequence[Diagnostic], folder: Path) -> str:
    """One line of GitHub's workflow commands for each; files are named as seen from where the command ran.

    See: "Workflow commands for GitHub Actions", on escaping data and properties.
    """
    kinds = {"error": "error", "open": "error", "question": "error", "warning": "warning", "note": "notice"}
    lines = []
    for each in diagnostics:
        properties = {"title": each.id}
        if each.position:
            file = (folder / each.position.file).as_posix()
            properties |= {"file": file, "line": str(each.position.line), "col": str(each.position.column)}
        written = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in properties.items())
        text = "\n".join(filter(None, [each.message, *each.details, each.hint]))
        lines.append(f"::{kinds[each.severity]} {written}::{_escaped(text)}")
    return "\n".join(lines)


def _escaped(text: str, more: str = "") -> str:
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text


FORMATS = {"text": _as_text, "json": _as_json, "github": _as_annotations}
"""How ``check`` may answer, by the name that is typed; each takes the diagnostics and the article folder."""


def list_of_checks(checks: Iterable[EditorialCheck]) -> str:
    """List editorial checks, one a line: its name, whether it is on by default, what it finds."""
    rows = [(each.id, "on" if each.is_on else "off", each.summary) for each in checks]
    width = max(len(name) for name, _, _ in rows)
    heads = [f"{name:{width}}  {state:3}  " for name, state, _ in rows]
    lines = (_hanging(head, summary) for head, (_, _, summary) in zip(heads, rows, strict=True))
    return "\n".join(lines)


def _hanging(head: str, text: str) -> str:
    """Break a text on a terminal so that all of it stands beside its head."""
    width = shutil.get_terminal_size().columns
    if not sys.stdout.isatty() or width < len(head) + _NARROWEST:
        return head + text
    return textwrap.fill(text, width, initial_indent=head, subsequent_indent=" " * len(head))


def complain(diagnostics: Iterable[Diagnostic]) -> None:
    """Print diagnostics for a person, to standard error."""
    for each in diagnostics:
        say(f"{each}\n")


def say(text: str) -> None:
    """Print one message to standard error."""
    print(fitted(printable(text), sys.stderr), file=sys.stderr)


def fitted(text: str, stream: TextIO) -> str:
    """Break lines at words where a stream leads to a terminal; what is broken off is indented like its line."""
    width = shutil.get_terminal_size().columns
    if not stream.isatty() or width < _NARROWEST:
        return text
    return "\n".join(_wrapped(line, width) for line in text.split("\n"))


def _wrapped(line: str, width: int) -> str:
    if len(line) <= width:
        return line
    indent = line[: len(line) - len(line.lstrip(" "))]
    return textwrap.fill(
        line.lstrip(" "),
        width,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def printable(text: str) -> str:
    """Show control characters instead of sending them: an article must not steer the terminal."""
    return "".join(f"\\u{ord(each):04x}" if _steers(each) else each for each in text)


def one_line(text: str) -> str:
    """Keep a stranger's text to one line of printable characters: it must not write lines that look like ours."""
    return printable(" ".join(text.split()))


def _steers(character: str) -> bool:
    code = ord(character)
    return (
        (code < 0x20 and character not in "\n\t")
        or 0x7F <= code < 0xA0
        or 0x202A <= code <= 0x202E
        or 0x2066 <= code <= 0x2069
    )


def words_of(problem: OSError) -> str:
    """What the system refused, in one line."""
    reason = problem.strerror or str(problem)
    return f"{problem.filename}: {reason}." if problem.filename is not None else f"{reason}."


def shell_word(path: Path) -> str:
    """A path as one can type it after a command."""
    text = printable(str(path))
    return f'"{text}"' if " " in text else text
