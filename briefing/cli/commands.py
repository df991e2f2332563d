"""The commands: each is one call of the library and a few words about what came of it."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli.clock import clock_day, epoch
from briefing.cli.protected import configuration_folder
from briefing.cli.report import (
    attached,
    captured_sentence,
    claims_sentence,
    complain,
    counts,
    export_sentence,
    gravest_first,
    held_back,
    is_told_by_build,
    printable,
    say,
    sentence,
    shell_word,
    words_of,
)
from briefing.cli.status import DONE, PROBLEM
from briefing.errors import BriefingError, Diagnostic, errors_of

if TYPE_CHECKING:
    from watchfiles import Change

    from briefing.exporting import Exported
    from briefing.press import Built, Press

__all__ = ["build", "capture", "export", "import_file", "new", "schema", "watch"]

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
    seconds = epoch()
    moment = datetime.fromtimestamp(seconds, UTC) if seconds is not None else None
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
        complain(filter(is_told_by_build, problem.diagnostics))
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
        epoch=epoch(),
        protected=arguments.protected,
        today=clock_day(),
    )
    complain(filter(is_told_by_build, exported.diagnostics))
    return exported


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
                asked.template,
                page=asked.page,
                edition=asked.edition,
                fonts=fonts,
                protected=asked.protected,
                profile=asked.profile,
            )
        return self._press


def schema(_arguments: argparse.Namespace) -> int:
    """Print the JSON Schema."""
    from briefing.reading import json_schema

    print(json.dumps(json_schema(), indent=2, ensure_ascii=False))
    return DONE


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
        epoch=epoch(),
        press=kept,
        protected=arguments.protected,
        today=clock_day(),
        profile=arguments.profile,
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
