"""The words of ``check`` for those who release a text, and for editors."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import Any

from briefing.cli.report import list_of_checks

__all__ = ["add_editorial", "add_sign_off"]

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def add_sign_off(command: argparse.ArgumentParser, instead: argparse._MutuallyExclusiveGroup) -> None:
    """Add what those need who release a text."""
    instead.add_argument(
        "--sheet",
        action="store_true",
        help="instead, print each claim beside the words of its source, with a box to tick, for those who approve",
    )
    command.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        type=Path,
        help="the file of a --sheet (default: build/NAME-sheet.pdf, where NAME is the folder's)",
    )
    instead.add_argument(
        "--approve",
        metavar="NAME",
        type=_name,
        help="instead, print the field approved, for NAME who releases the text as it is and has not written it",
    )
    instead.add_argument(
        "--influences-voters",
        choices=("yes", "no"),
        help="instead, print the field influences_voters: whether this can reasonably be regarded as intended to "
        "influence voters, as --by NAME answers it for the template that is named",
    )
    command.add_argument("--by", metavar="NAME", type=_name, help="with --influences-voters: who answers")


def add_editorial(command: argparse.ArgumentParser) -> None:
    """Add what switches editorial checks; one that is switched twice is off."""
    for way, help_text in (("with", "run this editorial check as well"), ("without", "leave this editorial check out")):
        command.add_argument(
            f"--{way}",
            dest=f"{way}_checks",
            metavar="ID",
            type=_check_id,
            action="append",
            default=[],
            help=f"{help_text}, whatever the article says; may be given several times",
        )
    command.add_argument("--all-checks", action="store_true", help="run all editorial checks but those left out")
    command.add_argument("--list-checks", action=_ListChecks, help="list the editorial checks and exit")
    command.add_argument(
        "--today",
        metavar="DAY",
        type=_day,
        help="the day to compare last days with, such as 2021-09-02 (default: that of the clock)",
    )


class _ListChecks(argparse.Action):
    """Prints one line for each editorial check."""

    def __init__(self, **options: Any) -> None:
        super().__init__(nargs=0, default=argparse.SUPPRESS, **options)

    def __call__(self, parser: argparse.ArgumentParser, *_given: object) -> None:
        from briefing.model.checks import EDITORIAL_CHECKS

        print(list_of_checks(EDITORIAL_CHECKS))
        parser.exit()


def _check_id(typed: str) -> str:
    from briefing.model.checks import EDITORIAL_CHECKS
    from briefing.reading.spelling import did_you_mean

    known = [check.id for check in EDITORIAL_CHECKS]
    if typed not in known:
        message = f'there is no check "{typed[:80]}".{did_you_mean(typed, known)} --list-checks lists them'
        raise argparse.ArgumentTypeError(message)
    return typed


def _name(typed: str) -> str:
    if not typed.strip():
        raise argparse.ArgumentTypeError('whoever answers for it has a name, such as "Jane Doe, head of policy"')
    return typed


def _day(typed: str) -> str:
    from briefing.model.edtf import DateError, parse_edtf

    try:
        is_day = bool(_DAY.fullmatch(typed) and parse_edtf(typed))
    except DateError:
        is_day = False
    if not is_day:
        raise argparse.ArgumentTypeError(f'"{typed[:80]}" is not a day, such as 2021-09-02')
    return typed
