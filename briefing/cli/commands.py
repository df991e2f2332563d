"""The commands: each is one call of the library and a few words about what came of it."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli.protected import configuration_folder
from briefing.cli.report import (
    FORMATS,
    attached,
    captured_sentence,
    claims_sentence,
    complain,
    counts,
    export_sentence,
    fitted,
    gravest_first,
    held_back,
    is_held_back,
    is_told_by_build,
    one_line,
    printable,
    say,
    sentence,
    shell_word,
    words_of,
)
from briefing.errors import BriefingError, Diagnostic, VerificationError, errors_of, sorted_diagnostics

if TYPE_CHECKING:
    from watchfiles import Change

    from briefing.checking import Asked
    from briefing.claims import Ledger
    from briefing.cli.verification import Unread
    from briefing.exporting import Exported
    from briefing.online import LinkReport
    from briefing.press import Built, Press
    from briefing.protecting import Protected
    from briefing.verifying import Inspection

__all__ = ["build", "capture", "check", "export", "import_file", "new", "schema", "verify", "watch"]

DONE, PROBLEM, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130

_LAST_SECOND = 253_402_300_799
"""Of the year 9999, since 1970."""
_LARGEST_INPUT = 1 << 30
"""Bytes."""
_WATCHED = frozenset(
    {
        ".bib",
        ".csv",
        ".html",
        ".jpeg",
        ".jpg",
        ".json",
        ".md",
        ".otf",
        ".png",
        ".toml",
        ".tsv",
        ".ttf",
        ".txt",
        ".yaml",
        ".yml",
    }
)
"""Endings of what an author edits; the PDF that a build writes is not among them."""
_OPENED = frozenset({".html", ".otf", ".toml", ".ttf"})
"""Endings of what a press opens once: templates, themes, fonts."""


def new(arguments: argparse.Namespace) -> int:
    """Write a starter folder and name its files."""
    from briefing.reading import write_starter

    for path in write_starter(arguments.folder, protected=arguments.protected):
        print(path)
    print(f"Next: briefing build {shell_word(arguments.folder)}")
    return DONE


def import_file(arguments: argparse.Namespace) -> int:
    """Make an article folder of a file, name its files, and say what was left out."""
    from briefing.importing import LARGEST, import_file

    source: Path = arguments.file
    piped = source == Path("-")
    if not piped and source.exists() and not source.is_file():
        say(f"error: {source} is not a file. What a program writes is read so: PROGRAM | briefing import -")
        return PROBLEM
    stream = sys.stdin.buffer if piped else source.open("rb")
    with stream:
        data = stream.read(LARGEST + 1)
    name = "standard input" if piped else source.name
    folder = arguments.output or Path("imported" if piped else source.stem)
    try:
        beside = None if piped else source.parent
        imported = import_file(
            name,
            data,
            folder,
            kind=arguments.kind,
            language=arguments.language,
            sheet=arguments.sheet,
            beside=beside,
            protected=arguments.protected,
        )
    except BriefingError as problem:
        complain(problem.diagnostics)
        say(f"Nothing was written: {counts(errors_of(problem.diagnostics))}.")
        return PROBLEM
    complain(_inside(folder, each) for each in imported.diagnostics)
    for path in imported.files:
        print(path)
    if (folder / "briefing.md").exists():  # a list of people is none
        print(f"Next: briefing build {shell_word(folder)}")
    return DONE


def capture(arguments: argparse.Namespace) -> int:
    """Keep the words of a source beside the article, and name the files that were written."""
    from briefing import capturing

    source: Path = arguments.file
    piped = source == Path("-")
    if piped and sys.stdin.isatty():
        say("Paste the words of the source, then press Ctrl-D on a line of its own (on Windows Ctrl-Z and Enter).")
        sys.stderr.flush()
    with sys.stdin.buffer if piped else source.open("rb") as stream:
        data = stream.read(capturing.LARGEST + 1)
    epoch = _epoch()
    moment = datetime.fromtimestamp(epoch, UTC) if epoch is not None else None
    try:
        stored = capturing.capture(
            arguments.folder,
            arguments.key,
            data,
            name="standard input" if piped else source.name,
            kind=arguments.kind,
            captured=arguments.captured or moment,
            protected=arguments.protected,
        )
    except BriefingError as problem:
        complain(problem.diagnostics)
        say("Nothing was captured.")
        return PROBLEM
    complain(stored.diagnostics)
    for path in stored.files:
        print(path)
    print(captured_sentence(stored, arguments.key))
    return DONE


def _inside(folder: Path, found: Diagnostic) -> Diagnostic:
    """Name the file of a question by its whole path: it is about what was written, not about the file that was read."""
    if found.severity != "question" or found.position is None:
        return found
    return replace(found, position=replace(found.position, file=str(folder / found.position.file)))


def build(arguments: argparse.Namespace) -> int:
    """Make the PDF; say its pages and size, and what stands between it and its release."""
    try:
        return _build_to_stdout(arguments) if arguments.output == Path("-") else _build_to_file(arguments)
    except BriefingError as problem:
        complain(problem.diagnostics)
        say(f"Nothing was written: {counts(errors_of(problem.diagnostics))}.")
        return PROBLEM


def _build_to_file(arguments: argparse.Namespace) -> int:
    built = _press(arguments)
    complain(filter(is_told_by_build, built.diagnostics))
    print(sentence(built))
    if claims := claims_sentence(built.claims):
        print(claims)
    if built.attached:
        print(attached(built))
    _say_held_back(built.diagnostics, arguments)
    return DONE


def _say_held_back(diagnostics: Sequence[Diagnostic], arguments: argparse.Namespace) -> None:
    if held := held_back(diagnostics):
        language = f" --language {arguments.language}" if arguments.language else ""
        print(f"Before release: {held}. See: briefing check {shell_word(arguments.folder)}{language}")


def _build_to_stdout(arguments: argparse.Namespace) -> int:
    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        arguments.output = Path(folder, "briefing.pdf")
        built = _press(arguments)
        complain(filter(is_told_by_build, built.diagnostics))
        if built.attached:
            say(attached(built))
        sys.stdout.buffer.write(arguments.output.read_bytes())
    return DONE


def export(arguments: argparse.Namespace) -> int:
    """Write the article for other programs; say the size, and what stands between it and its release."""
    try:
        return _export_to_stdout(arguments) if arguments.output == Path("-") else _export_to_file(arguments)
    except BriefingError as problem:
        complain(problem.diagnostics)
        say(f"Nothing was written: {counts(errors_of(problem.diagnostics))}.")
        return PROBLEM


def _export_to_file(arguments: argparse.Namespace) -> int:
    exported = _exported(arguments)
    print(export_sentence(exported))
    _say_held_back(exported.diagnostics, arguments)
    return DONE


def _export_to_stdout(arguments: argparse.Namespace) -> int:
    with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
        arguments.output = Path(folder, "briefing")
        exported = _exported(arguments)
        if exported.beside:
            say(f"Left out what the text needs beside it: {', '.join(each.name for each in exported.beside)}.")
        sys.stdout.buffer.write(exported.path.read_bytes())
    return DONE


def _exported(arguments: argparse.Namespace) -> Exported:
    from briefing import exporting

    exported = exporting.export(
        arguments.folder,
        arguments.output,
        kind=arguments.kind,
        language=arguments.language,
        configuration=configuration_folder(),
        epoch=_epoch(),
        protected=arguments.protected,
    )
    complain(filter(is_told_by_build, exported.diagnostics))
    return exported


def check(arguments: argparse.Namespace) -> int:
    """List every problem, or every claim; 1 while something keeps the briefing from its release."""
    from briefing import press

    if misused := _misused(arguments):
        say(f"briefing check: error: {misused}")
        return WRONG_USAGE
    if arguments.against is not None:
        return _compare_versions(arguments)
    if arguments.editions:
        from briefing.cli import editions

        return DONE if editions.compare(arguments, configuration_folder()) else PROBLEM
    if arguments.ledger or arguments.format == "csv":
        return _list_claims(arguments)
    if arguments.approve or arguments.sheet:
        from briefing.cli import sign_off

        asked, configuration = _asked(arguments), configuration_folder()
        if arguments.approve:
            return DONE if sign_off.approve(arguments, asked, configuration) else PROBLEM
        return DONE if sign_off.sheet(arguments, asked, configuration, _epoch()) else PROBLEM
    found = press.preflight(
        arguments.folder,
        template=arguments.template,
        language=arguments.language,
        page=arguments.page,
        edition=arguments.edition,
        configuration=configuration_folder(),
        asked=_asked(arguments),
        strict=arguments.strict,
        protected=arguments.protected,
    )
    refused = any(each.id == "protected-word" for each in found.diagnostics)
    links = _looked_up(arguments) if arguments.links and not refused else None
    diagnostics = sorted_diagnostics((*found.diagnostics, *links.diagnostics)) if links else found.diagnostics
    print(FORMATS[arguments.format](diagnostics, arguments.folder))
    if arguments.format == "text":
        _say_what_was_checked(found.claims, links, strict=arguments.strict)
    if links and links.stopped:
        return INTERRUPTED
    return PROBLEM if is_held_back(diagnostics) else DONE


def _misused(arguments: argparse.Namespace) -> str:
    """Say which option has nothing to do beside the others; empty where each has."""
    instead = arguments.ledger or arguments.sheet or arguments.approve or arguments.against is not None
    if arguments.output is not None and not arguments.sheet:
        return "-o goes with --sheet"
    if arguments.against is not None and (arguments.sheet or arguments.approve):
        return "--against compares two versions, and goes with neither --sheet nor --approve"
    if arguments.against is not None and arguments.ledger:
        return "--against compares two versions, and does not go with --ledger"
    if arguments.editions and (instead or arguments.links or arguments.format == "csv"):
        return "--editions compares all editions, and goes with no other list"
    if arguments.links and instead:
        return "--links adds to the list of problems; what takes its place has nothing to do with links"
    return ""


def _looked_up(arguments: argparse.Namespace) -> LinkReport:
    """Ask where the links lead; the one thing that goes online."""
    from briefing import online
    from briefing.cli.links import progress_of

    with progress_of("links") as progress:
        return online.check_links(
            arguments.folder,
            language=arguments.language,
            configuration=configuration_folder(),
            progress=progress,
            protected=arguments.protected,
        )


def _say_what_was_checked(claims: Ledger, links: LinkReport | None, *, strict: bool) -> None:
    from briefing.cli.links import links_sentence, not_checked_sentence

    sentences = (claims_sentence(claims, strict=strict), links_sentence(links), not_checked_sentence(claims, links))
    for each in filter(None, sentences):
        print(fitted(each, sys.stdout))


def _list_claims(arguments: argparse.Namespace) -> int:
    """List every claim with what stands behind it; 1 while one is open or says what its source does not."""
    from briefing import press
    from briefing.cli import ledger

    if not arguments.ledger or arguments.format not in ledger.FORMATS:
        say("briefing check: error: csv is a format of --ledger, which has text, json and csv")
        return WRONG_USAGE
    try:
        found = press.ledger(
            arguments.folder,
            language=arguments.language,
            configuration=configuration_folder(),
            protected=arguments.protected,
        )
    except BriefingError as problem:
        complain(problem.diagnostics)
        return PROBLEM
    if errors := errors_of(press.load(arguments.folder, language=arguments.language).diagnostics):
        command = f"briefing check {shell_word(arguments.folder)}"
        say(f"There may be more claims: {counts(errors)} to be mended. See: {command}")
    print(ledger.FORMATS[arguments.format](found, arguments.strict), end="")
    return PROBLEM if ledger.is_held_back(found, strict=arguments.strict) else DONE


def _compare_versions(arguments: argparse.Namespace) -> int:
    """Say what changed since an earlier version; 1 while readers have to be told of it, and are not."""
    from briefing import press, versions
    from briefing.cli import against

    if arguments.format not in against.FORMATS:
        say("briefing check: error: csv is a format of --ledger; --against has text, json and github")
        return WRONG_USAGE
    configuration, protected = configuration_folder(), arguments.protected
    try:
        if protected:
            press.load(arguments.folder, language=arguments.language, configuration=configuration, protected=protected)
        found = versions.against(
            arguments.folder,
            arguments.against,
            language=arguments.language,
            configuration=configuration,
            today=_asked(arguments).today,
            strict=arguments.strict,
        )
        report = against.FORMATS[arguments.format](found, arguments.folder, arguments.against)
        protected.refuse_text(report, "The list of changes")  # for the earlier version may have had such words
    except BriefingError as problem:
        complain(problem.diagnostics)
        return PROBLEM
    print(report)
    return PROBLEM if is_held_back(found.diagnostics) else DONE


def _asked(arguments: argparse.Namespace) -> Asked:
    """Say which editorial checks speak, and which day it is: the one that was typed, or that of the clock.

    Where links are looked up, their looks say nothing more.
    """
    from briefing.checking import Asked
    from briefing.model.dates import date_from_edtf

    switched = {"petition-link": False} if arguments.links else {}
    switched |= dict.fromkeys(arguments.with_checks, True) | dict.fromkeys(arguments.without_checks, False)
    epoch = _epoch()
    clock = time.gmtime(epoch) if epoch is not None else time.localtime()
    today = date_from_edtf(arguments.today or time.strftime("%Y-%m-%d", clock))
    return Asked(switched, arguments.all_checks, today)


def watch(arguments: argparse.Namespace) -> int:
    """Build now and after each save, until interrupted."""
    import gc

    import watchfiles

    gc.enable()
    if not arguments.folder.is_dir():
        return build(arguments)  # which says what is wrong with it
    from briefing import press

    output = arguments.output or press.default_output(
        arguments.folder, arguments.template, arguments.language, arguments.edition
    )
    print(f"Watching {shell_word(arguments.folder)} for changes; Ctrl-C ends it.", flush=True)
    kept = _KeptPress(arguments)
    with suppress(KeyboardInterrupt):
        _build_once(arguments, output, kept)
        for changes in watchfiles.watch(*_places(arguments), watch_filter=_is_content):
            if any(Path(path).suffix.lower() in _OPENED for _, path in changes):
                kept = _KeptPress(arguments)
            _build_once(arguments, output, kept)
    return DONE


class _KeptPress:
    """The press of a watch: opened with the first build, which says what is wrong with its template."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self._arguments = arguments
        self._press: Press | None = None

    def open(self) -> Press:
        from briefing import press

        if self._press is None:
            asked, fonts = self._arguments, press.fonts_folder(configuration_folder())
            self._press = press.Press(
                asked.template, page=asked.page, edition=asked.edition, fonts=fonts, protected=asked.protected
            )
        return self._press


def schema(_arguments: argparse.Namespace) -> int:
    """Print the JSON Schema."""
    from briefing.reading import json_schema

    print(json.dumps(json_schema(), indent=2, ensure_ascii=False))
    return DONE


def verify(arguments: argparse.Namespace) -> int:
    """Inspect each file and report on it; one that cannot be read does not keep the others from it."""
    from briefing.cli import verification

    if arguments.format == "json" and (arguments.speak or arguments.tags):
        say("briefing verify: error: --speak and --tags go with text; json holds both")
        return WRONG_USAGE
    results = []
    for number, path in enumerate(arguments.files):
        results.append(_verified(path, arguments.protected))
        if arguments.format == "text":
            _tell(results[-1], arguments, apart=number > 0)
    if arguments.format == "json":
        print(verification.as_json(results))
    elif len(results) > 1 and not (arguments.speak or arguments.tags):
        print(f"\n{verification.summary(results)}")
    return PROBLEM if any(each.failed for each in results) else DONE


def _verified(path: Path, protected: Protected) -> Inspection | Unread:
    from briefing.cli.verification import Unread

    name = "standard input" if path == Path("-") else str(path)
    try:
        if path != Path("-"):
            return _inspected(path, name, protected)
        with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
            return _inspected(_kept_input(Path(folder, "input.pdf")), name, protected)
    except VerificationError as problem:
        return Unread(name, problem.diagnostics[0])


def _inspected(path: Path, name: str, protected: Protected) -> Inspection:
    """Inspect a file, and compare everything that becomes known of it."""
    from briefing.cli import verification
    from briefing.verifying import verify

    inspection = verify(path, name=name)
    if protected:
        protected.refuse_files({name: path.read_bytes()})
        protected.refuse_bytes(verification.as_json([inspection]).encode(), "What the file holds")
    return inspection


def _kept_input(path: Path) -> Path:
    """Write standard input to a file, as far as it could be a PDF that is not refused for its size."""
    with path.open("wb") as file:
        while file.tell() < _LARGEST_INPUT and (piece := sys.stdin.buffer.read(1 << 20)):
            file.write(piece)
    return path


def _tell(result: Inspection | Unread, arguments: argparse.Namespace, *, apart: bool) -> None:
    """Print a report to standard output; where only a part of it is asked for, say the verdict on the other way."""
    from briefing.cli import verification

    if isinstance(result, verification.Unread):
        say("\n".join(map(one_line, filter(None, [result.diagnostic.message, result.diagnostic.hint]))))
        return
    if apart:
        print()
    if arguments.speak or arguments.tags:
        say(verification.verdict(result))
        text = verification.as_speech(result) if arguments.speak else verification.as_tags(result)
    else:
        text = verification.as_text(result)
    print(fitted(text, sys.stdout), flush=True)


def _press(arguments: argparse.Namespace, kept: Press | None = None) -> Built:
    from briefing import press

    return press.build(
        arguments.folder,
        arguments.output,
        template=arguments.template,
        language=arguments.language,
        page=arguments.page,
        edition=arguments.edition,
        final=arguments.final,
        configuration=configuration_folder(),
        epoch=_epoch(),
        press=kept,
        protected=arguments.protected,
    )


def _build_once(arguments: argparse.Namespace, output: Path, kept: _KeptPress) -> None:
    """Build and say so in one line; a problem is told, errors first, and the last good file stays as it is."""
    start = time.perf_counter()
    try:
        built = _press(arguments, kept.open())
    except BriefingError as problem:
        complain(gravest_first(each for each in problem.diagnostics if each.severity != "note"))
        stays = f"{printable(str(output))} stays as it was." if output.is_file() else "Nothing was written."
        line = f"not built: {counts(errors_of(problem.diagnostics))}. {stays}"
    except OSError as problem:
        line = f"not built: {words_of(problem)}"
    else:
        complain(each for each in built.diagnostics if each.severity == "warning")
        line = f"{sentence(built)} {time.perf_counter() - start:.1f} s"
    print(time.strftime("%H:%M:%S"), "", line, flush=True)


def _places(arguments: argparse.Namespace) -> list[Path]:
    """The folders whose changes matter: the article's, the shared profiles beside it, a template of one's own."""
    folder: Path = arguments.folder
    beside = folder.resolve().parent / "organisations"
    return [folder, *(place for place in (beside, Path(arguments.template)) if place.is_dir())]


def _is_content(_change: Change, path: str) -> bool:
    """Tell what an author edits from what a build or an editor leaves behind."""
    name = Path(path)
    return name.suffix.lower() in _WATCHED and not name.name.startswith((".", "~"))


def _epoch() -> int | None:
    """Read ``SOURCE_DATE_EPOCH``: seconds since 1970 that stand for today."""
    typed = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not typed:
        return None
    digits = typed.isascii() and typed.isdigit() and len(typed) <= len(str(_LAST_SECOND))
    if not digits or int(typed) > _LAST_SECOND:
        say("briefing: error: SOURCE_DATE_EPOCH must be a number of seconds since 1970, such as 1630540800")
        raise SystemExit(WRONG_USAGE)
    return int(typed)
