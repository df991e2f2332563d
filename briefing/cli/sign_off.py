"""What those need who release a text: a sheet to be ticked, and the lines that say that it is approved."""

from __future__ import annotations

import argparse
from pathlib import Path

from briefing import press
from briefing.checking import NOT_ANSWERED, Asked, answered_content, claims_hash, content_hash, is_author
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
from briefing.errors import BriefingError, ContentError, errors_of
from briefing.model import AUDIENCES, Briefing
from briefing.sheet import MadeSheet, make_sheet
from briefing.writing import as_fields

__all__ = ["answer", "approve", "sheet"]


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
    if held := held_back([each for each in found.diagnostics if each.id not in NOT_SIGNED_OFF | NOT_ANSWERED]):
        say(f"Nothing can be approved yet: {held}. See: briefing check {shell_word(folder)}{language}")
        return False
    by = one_line(arguments.approve)
    if briefing is None or asked.today is None:
        return False
    if is_author(by, briefing):
        say(f'"{by}" has written the text and cannot release it. A second person reads and releases it.')
        return False
    lines = {"by": by, "on": asked.today.edtf, "content": content_hash(briefing), "claims": claims_hash(briefing)}
    _print_field("approved", lines, briefing, is_there=briefing.masthead.approved is not None)
    return True


def answer(arguments: argparse.Namespace, asked: Asked, configuration: Path | None) -> bool:
    """Print the field ``influences_voters`` as somebody answers it, for the people to whom a template goes."""
    try:
        found = press.load(
            arguments.folder,
            language=arguments.language,
            configuration=configuration,
            protected=arguments.protected,
        )
        if found.briefing is None:
            raise ContentError(*found.diagnostics)
        theme, _ = press.Press(arguments.template, protected=arguments.protected).theme(found.briefing)
    except BriefingError as problem:
        complain(problem.diagnostics)
        return False
    briefing, content = found.briefing, answered_content(found.briefing)
    earlier = briefing.masthead.influences_voters
    stands = earlier is not None and earlier.content == content and earlier.influences == _is_yes(arguments)
    groups = {*theme.audience, *(earlier.audience if earlier and stands else ())}
    lines = {
        "answer": arguments.influences_voters,
        "by": one_line(arguments.by),
        "on": asked.today.edtf if asked.today else "",
        "audience": " and ".join(each for each in AUDIENCES if each in groups),
        "content": content,
    }
    _print_field("influences_voters", lines, briefing, is_there=earlier is not None)
    return True


def _is_yes(arguments: argparse.Namespace) -> bool:
    return str(arguments.influences_voters) == "yes"


def _print_field(name: str, lines: dict[str, str], briefing: Briefing, *, is_there: bool) -> None:
    place = f"in the place of the field {name}" if is_there else "between the two lines of dashes"
    say(f"Put these lines {place} at the head of {briefing.position.file}:")
    print(as_fields({name: lines}), end="")


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
