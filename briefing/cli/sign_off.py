"""What those need who release a text: a sheet to be ticked, and the lines that say that it is approved."""

from __future__ import annotations

import argparse
from pathlib import Path

from briefing import press
from briefing.checking import Asked, claims_hash, content_hash, is_author
from briefing.cli.report import (
    NOT_SIGNED_OFF,
    complain,
    counts,
    held_back,
    one_line,
    printable,
    say,
    shell_word,
    size_words,
)
from briefing.errors import BriefingError, errors_of
from briefing.sheet import MadeSheet, make_sheet
from briefing.writing import as_fields

__all__ = ["approve", "sheet"]


def approve(arguments: argparse.Namespace, asked: Asked, configuration: Path | None) -> bool:
    """Print the field ``approved`` for somebody who releases the text as it is; say why not, where it may not be."""
    folder: Path = arguments.folder
    language = f" --language {arguments.language}" if arguments.language else ""
    found = press.preflight(
        folder,
        language=arguments.language,
        configuration=configuration,
        asked=asked,
        strict=arguments.strict,
        protected=arguments.protected,
    )
    briefing = found.briefing
    if briefing is None:
        complain(found.diagnostics)
    if held := held_back([each for each in found.diagnostics if each.id not in NOT_SIGNED_OFF]):
        say(f"Nothing can be approved yet: {held}. See: briefing check {shell_word(folder)}{language}")
        return False
    by = one_line(arguments.approve)
    if briefing is None or asked.today is None:
        return False
    if is_author(by, briefing):
        say(f'"{by}" has written the text and cannot release it. A second person reads and releases it.')
        return False
    lines = {"by": by, "on": asked.today.edtf, "content": content_hash(briefing), "claims": claims_hash(briefing)}
    place = "in the place of the field approved" if briefing.masthead.approved else "between the two lines of dashes"
    say(f"Put these lines {place} at the head of {briefing.position.file}:")
    print(as_fields({"approved": lines}), end="")
    return True


def sheet(arguments: argparse.Namespace, asked: Asked, configuration: Path | None, epoch: int | None) -> bool:
    """Print each claim beside the words of its source, with a box to tick; say what keeps it from that."""
    try:
        made = make_sheet(
            arguments.folder,
            arguments.output,
            template=arguments.template,
            language=arguments.language,
            page=arguments.page,
            configuration=configuration,
            asked=asked,
            strict=arguments.strict,
            epoch=epoch,
            protected=arguments.protected,
        )
    except BriefingError as problem:
        complain(problem.diagnostics)
        say(f"Nothing was written: {counts(errors_of(problem.diagnostics))}.")
        return False
    complain(made.diagnostics)
    print(_sentence(made))
    return True


def _sentence(made: MadeSheet) -> str:
    """Tell of a sheet, such as ``build/a-sheet.pdf: 9 pages A4, 91 kB, 67 claims to tick.``."""
    pages = f"{made.pages} page{'s' * (made.pages != 1)} {made.page_size}"
    claims = f"{made.claims} claim{'s' * (made.claims != 1)} to tick"
    return f"{printable(str(made.path))}: {pages}, {size_words(made.size)}, {claims}. Not for publication."
