"""``briefing check``: the list of problems, and what may take its place."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from briefing.cli.clock import clock_day, epoch
from briefing.cli.protected import configuration_folder
from briefing.cli.report import FORMATS, claims_sentence, complain, counts, fitted, is_held_back, say, shell_word
from briefing.cli.status import DONE, INTERRUPTED, PROBLEM, WRONG_USAGE
from briefing.editions import SCREEN
from briefing.errors import BriefingError, errors_of, sorted_diagnostics

if TYPE_CHECKING:
    from briefing.checking import Asked
    from briefing.claims import Ledger
    from briefing.model import Date
    from briefing.online import LinkReport

__all__ = ["check"]


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

        return DONE if editions.compare(arguments, configuration_folder(), _today(arguments)) else PROBLEM
    if arguments.ledger or arguments.format == "csv":
        return _list_claims(arguments)
    if arguments.approve or arguments.sheet or arguments.influences_voters:
        return DONE if _sign_off(arguments) else PROBLEM
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
        profile=arguments.profile,
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


def _sign_off(arguments: argparse.Namespace) -> bool:
    from briefing.cli import sign_off

    asked, configuration = _asked(arguments), configuration_folder()
    if arguments.influences_voters:
        return sign_off.answer(arguments, asked, configuration)
    if arguments.approve:
        return sign_off.approve(arguments, asked, configuration)
    return sign_off.sheet(arguments, asked, configuration, epoch())


def _misused(arguments: argparse.Namespace) -> str:
    """Say which option has nothing to do beside the others; empty where each has."""
    instead = arguments.ledger or arguments.sheet or arguments.approve or arguments.against is not None
    if arguments.output is not None and not arguments.sheet:
        return "-o goes with --sheet"
    if bool(arguments.influences_voters) != bool(arguments.by):
        return "--influences-voters yes or no, and --by NAME, go together"
    if arguments.influences_voters and (arguments.against is not None or arguments.links):
        return "--influences-voters prints a field, and goes with neither --against nor --links"
    if arguments.against is not None and (arguments.sheet or arguments.approve):
        return "--against compares two versions, and goes with neither --sheet nor --approve"
    if arguments.against is not None and arguments.ledger:
        return "--against compares two versions, and does not go with --ledger"
    if arguments.editions and (instead or arguments.links or arguments.format == "csv"):
        return "--editions compares all editions, and goes with no other list"
    if arguments.editions and arguments.edition != SCREEN.name:
        return "--editions makes every edition: leave out --edition"
    if arguments.links and instead:
        return "--links adds to the list of problems: leave out --ledger, --sheet, --approve and --against"
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
    if errors := errors_of(
        press.load(
            arguments.folder,
            language=arguments.language,
            configuration=configuration_folder(),
            protected=arguments.protected,
        ).diagnostics
    ):
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
        against.refuse_protected(found, report, protected)
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

    switched = {"petition-link": False} if arguments.links else {}
    switched |= dict.fromkeys(arguments.with_checks, True) | dict.fromkeys(arguments.without_checks, False)
    return Asked(switched, arguments.all_checks, _today(arguments))


def _today(arguments: argparse.Namespace) -> Date:
    """Take the day that was typed, or that of the clock."""
    from briefing.model.dates import date_from_edtf

    return date_from_edtf(arguments.today) if arguments.today else clock_day()
