"""The command line, against a press that makes nothing."""

from __future__ import annotations

import argparse
import io
import json
import os
import re
import subprocess
import sys
import time
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from types import SimpleNamespace

import pytest

import briefing
from briefing.checking import Asked
from briefing.claims import NO_CLAIMS, Claim, Ledger, Mark
from briefing.claims.comparing import Comparison
from briefing.cli import main, report
from briefing.cli.options import parser
from briefing.errors import BriefingError, ContentError, Diagnostic, OutputError, Position, TemplateError
from briefing.model.checks import EDITORIAL_CHECKS, EditorialCheck
from briefing.model.dates import date_from_edtf
from briefing.protecting import NOTHING_PROTECTED

ROOT = Path(__file__).parent.parent
COMMANDS = (
    *("new", "import", "capture", "build", "check", "watch", "verify", "print", "petition", "pack"),
    *("merge", "export", "schema"),
)

ERROR = Diagnostic("error", "unknown-source", 'There is no source "a".', Position("briefing.md", 4, 2), "Add it.")
QUESTION = Diagnostic("question", "petition-link", "Likely this one.", Position("briefing.md", 9, 3))
WARNING = Diagnostic("warning", "unused-source", "Nothing cites it.", Position("sources.yaml", 1, 1))
NOTE = Diagnostic("note", "profile", "The profile is ours.", details=("one", "two"))
NOT_CHECKED = "Not checked: links (add --links), the law (ask a person).\n"
NOTHING = "Nothing was written: 1 error.\n"
OPEN = Diagnostic("open", "no-source", "Nothing stands behind it.", Position("briefing.md", 7, 1))


@dataclass
class Built:
    path: Path
    pages: int = 4
    page_size: str = "A4"
    size: int = 131_400
    draft: bool = False
    diagnostics: tuple[Diagnostic, ...] = ()
    attached: tuple[SimpleNamespace, ...] = ()
    claims: Ledger = NO_CLAIMS


@dataclass
class Press:
    """Stands in for the press: remembers how it was called and does what the test says."""

    found: tuple[Diagnostic, ...] = ()
    problem: BaseException | None = None
    calls: list[tuple[tuple, dict]] = field(default_factory=list)
    attached: tuple[SimpleNamespace, ...] = ()
    claims: Ledger = NO_CLAIMS

    def preflight(self, *arguments, **options):
        self.calls.append((arguments, options))
        return SimpleNamespace(diagnostics=self.found, claims=self.claims)

    def load(self, *_arguments, **_options):
        return SimpleNamespace(diagnostics=self.found)

    def ledger(self, *arguments, **options):
        self.calls.append((arguments, options))
        if self.problem:
            raise self.problem
        return self.claims

    def default_output(self, folder, template, language, edition):
        return Path("build", f"{folder.name}.pdf")

    def fonts_folder(self, configuration):
        return configuration / "fonts"

    def Press(self, template, **options):  # noqa: N802 (the library's own name)
        return SimpleNamespace(template=template, **options)

    def build(self, folder, output, **options):
        self.calls.append(((folder, output), options))
        if self.problem:
            raise self.problem
        output = output or Path("build", "piece.pdf")
        output.parent.mkdir(exist_ok=True)
        output.write_bytes(b"%PDF-1.7 made")
        draft = any(each.severity in ("open", "question") for each in self.found)
        return Built(output, draft=draft, diagnostics=self.found, attached=self.attached, claims=self.claims)


@pytest.fixture
def press(monkeypatch, tmp_path) -> Press:
    stand_in = Press()
    monkeypatch.setitem(sys.modules, "briefing.press", stand_in)
    monkeypatch.setattr(briefing, "press", stand_in, raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "configuration"))
    Path("piece").mkdir()
    return stand_in


def test_build_says_what_it_made(press, capsys):
    assert main(["build", "piece"]) == 0
    assert capsys.readouterr() == ("build/piece.pdf: 4 pages A4, 131 kB.\n", "")


def test_build_hands_every_option_to_the_library(press, monkeypatch, tmp_path):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1630540800")
    monkeypatch.setattr(sys, "platform", "linux")
    words = [
        "build",
        "piece",
        "-o",
        "out.pdf",
        "--template",
        "handout",
        "--language",
        "fa-AF",
        "--page",
        "A5",
        "--edition",
        "archive",
        "--final",
    ]
    assert main(words) == 0
    assert press.calls == [
        (
            (Path("piece"), Path("out.pdf")),
            {
                "template": "handout",
                "language": "fa-AF",
                "page": "A5",
                "edition": "archive",
                "final": True,
                "configuration": tmp_path / "configuration" / "briefing",
                "epoch": 1630540800,
                "press": None,
                "protected": NOTHING_PROTECTED,
                "today": date_from_edtf("2021-09-02"),
                "profile": None,
            },
        )
    ]


def test_a_draft_says_what_stands_between_it_and_its_release(press, capsys):
    press.found = (OPEN, QUESTION, WARNING, NOTE, OPEN)
    assert main(["build", "piece"]) == 0
    out, err = capsys.readouterr()
    assert out == (
        "build/piece.pdf: 4 pages A4, 131 kB, marked DRAFT on every page.\n"
        "Before release: 2 open points, 1 question. See: briefing check piece\n"
    )
    assert err == "\n".join(f"{each}\n" for each in (OPEN, QUESTION, WARNING, OPEN)) + "\n"


ATTACHED = (
    SimpleNamespace(name="briefing.md", size=10_779, relationship="Source"),
    SimpleNamespace(name="organisations/refugees\x1b.yaml", size=12, relationship="Source"),
    SimpleNamespace(name="briefing.jsonld", size=1_240_000, relationship="Supplement"),
)
AS_TYPED = Diagnostic("note", "attached", "The file carries briefing.md as typed, with its comments.")
LISTED = (
    "Attached:\n"
    "  briefing.md                         11 kB  Source\n"
    "  organisations/refugees\\u001b.yaml    1 kB  Source\n"
    "  briefing.jsonld                    1.2 MB  Supplement\n"
)


def test_build_lists_what_travels_inside_the_file(press, capsys):
    press.attached, press.found = ATTACHED, (NOTE, AS_TYPED)
    assert main(["build", "piece", "--edition", "archive"]) == 0
    assert capsys.readouterr() == (
        f"build/piece.pdf: 4 pages A4, 131 kB, 3 files attached.\n{LISTED}",
        f"{AS_TYPED}\n\n",
    )


def test_the_list_does_not_get_into_a_file_on_standard_output(press, capfdbinary):
    press.attached = ATTACHED
    assert main(["build", "piece", "--edition", "archive", "-o", "-"]) == 0
    out, err = capfdbinary.readouterr()
    assert (out, err.decode()) == (b"%PDF-1.7 made", LISTED)


def test_errors_stop_a_build(press, capsys):
    press.problem = ContentError(ERROR, WARNING)
    assert main(["build", "piece"]) == 1
    assert capsys.readouterr() == ("", f"{ERROR}\n\n{WARNING}\n\nNothing was written: 1 error.\n")
    assert not Path("build").exists()


def test_errors_keep_their_order_and_are_counted(press, capsys):
    press.problem = ContentError(WARNING, ERROR, NOTE, ERROR)
    assert main(["build", "piece", "-o", "-"]) == 1
    told = "".join(f"{each}\n\n" for each in (WARNING, ERROR, ERROR))  # notes are for check
    assert capsys.readouterr() == ("", f"{told}Nothing was written: 2 errors.\n")


def test_a_dash_sends_the_file_to_standard_output(press, capfdbinary):
    press.found = (QUESTION,)
    assert main(["build", "piece", "-o", "-"]) == 0
    out, err = capfdbinary.readouterr()
    assert out == b"%PDF-1.7 made"
    assert err.decode() == f"{QUESTION}\n\n"
    assert sorted(map(str, Path().iterdir())) == ["piece"]


@pytest.mark.parametrize(
    ("problem", "status", "words"),
    [
        (OutputError(Diagnostic("error", "disk-full", "No room.")), 1, "error  disk-full\n  No room.\n\n" + NOTHING),
        (OSError(28, "No space left on device", "a.pdf"), 1, "error: a.pdf: No space left on device.\n"),
        (PermissionError(13, "Permission denied", "a.pdf"), 1, "error: a.pdf: Permission denied.\n"),
        (KeyboardInterrupt(), 130, "Stopped.\n"),
    ],
)
def test_every_way_to_fail_has_one_clear_line(press, capsys, problem, status, words):
    press.problem = problem
    assert main(["build", "piece"]) == status
    assert capsys.readouterr() == ("", words)


def test_text_of_an_article_cannot_steer_the_terminal(press, capsys):
    press.problem = ContentError(Diagnostic("error", "x", "a\x1b[2Jb\u202ec\x9bd\te\r\n"))
    assert main(["build", "piece"]) == 1
    assert capsys.readouterr().err == "error  x\n  a\\u001b[2Jb\\u202ec\\u009bd\te\\u000d\n\n\n" + NOTHING


@pytest.mark.parametrize("epoch", ["tomorrow", "-1", "1.5", "9" * 13, "253402300800", "٣"])
def test_a_wrong_epoch_is_wrong_usage(press, capsys, monkeypatch, epoch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert main(["build", "piece"]) == 2
    assert capsys.readouterr().err == (
        "briefing: error: SOURCE_DATE_EPOCH must be a number of seconds since 1970, such as 1630540800\n"
    )


@pytest.mark.parametrize(
    ("found", "status", "closing"),
    [
        ((), 0, "Ready: nothing to mend.\n"),
        ((WARNING, NOTE, NOTE), 0, "Ready: 1 warning, 2 notes.\n"),
        ((QUESTION,), 1, "Not ready: 1 question.\nStart with briefing.md:9.\n"),
        (
            (OPEN, ERROR, ERROR, QUESTION),
            1,
            "Not ready: 2 errors, 1 open point, 1 question.\nStart with briefing.md:4.\n",
        ),
    ],
)
def test_check_lists_and_counts(press, capsys, found, status, closing):
    press.found = found
    assert main(["check", "piece"]) == status
    out, err = capsys.readouterr()
    assert out == "".join(f"{each}\n\n" for each in found) + closing + NOT_CHECKED
    assert err == ""


def test_check_hands_every_option_to_the_library(press, monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "platform", "linux")
    words = ["--template", "handout", "--language", "fa-AF", "--page", "letter", "--edition", "archive"]
    words += ["--with", "duplicate", "--without", "weekday", "--without", "leftovers", "--all-checks"]
    words += ["--profile", "house.icc"]
    assert main(["check", "piece", *words, "--today", "2021-09-02", "--strict"]) == 0
    switched = {"duplicate": True, "weekday": False, "leftovers": False}
    options = {"template": "handout", "language": "fa-AF", "page": "letter", "edition": "archive"}
    options |= {"asked": Asked(switched, everything=True, today=date_from_edtf("2021-09-02"))}
    options |= {"strict": True, "protected": NOTHING_PROTECTED, "profile": Path("house.icc")}
    assert press.calls == [((Path("piece"),), {**options, "configuration": tmp_path / "configuration" / "briefing"})]


@pytest.mark.parametrize(("epoch", "today"), [("1630540800", "2021-09-02"), ("", time.strftime("%Y-%m-%d"))])
def test_today_is_that_of_the_clock_unless_something_stands_for_it(press, monkeypatch, epoch, today):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    main(["check", "piece"])
    assert press.calls[0][1]["asked"] == Asked({}, today=date_from_edtf(today))


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--with", "weekdays"], 'there is no check "weekdays". Did you mean weekday? --list-checks lists them'),
        (["--without", "q"], 'there is no check "q". --list-checks lists them'),
        (["--today", "tomorrow"], '"tomorrow" is not a day, such as 2021-09-02'),
        (["--today", "2021-09"], '"2021-09" is not a day, such as 2021-09-02'),
        (["--today", "2021-09-02~"], '"2021-09-02~" is not a day, such as 2021-09-02'),
        (["--today", "2021-09-02T10:00"], '"2021-09-02T10:00" is not a day, such as 2021-09-02'),
    ],
)
def test_a_check_or_a_day_that_there_is_not(capsys, words, complaint):
    assert main(["check", "piece", *words]) == 2
    assert capsys.readouterr().err.endswith(f"error: argument {words[0]}: {complaint}\n")


def test_on_a_terminal_the_list_of_checks_hangs_beside_its_names(monkeypatch):
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(isatty=lambda: True))
    monkeypatch.setenv("COLUMNS", "60")
    checks = [
        EditorialCheck("one", "It finds " + "a word, " * 7 + "and more."),
        EditorialCheck("three", "B.", is_on=False),
    ]
    assert report.list_of_checks(checks).splitlines() == [
        "one    on   It finds a word, a word, a word, a word, a word,",
        "            a word, a word, and more.",
        "three  off  B.",
    ]


def test_the_list_of_checks_needs_no_article(capsys):
    assert main(["check", "--list-checks"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[:2] for line in lines] == [
        [check.id, "on" if check.is_on else "off"] for check in EDITORIAL_CHECKS
    ]
    assert lines[0].endswith(EDITORIAL_CHECKS[0].summary)


@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        ("linux", {}, "home/.config/briefing"),
        ("linux", {"XDG_CONFIG_HOME": "/x"}, "/x/briefing"),
        ("darwin", {}, "home/Library/Application Support/briefing"),
        ("win32", {"APPDATA": "/roaming"}, "/roaming/briefing"),
        ("win32", {}, None),
    ],
)
def test_shared_profiles_lie_where_each_system_wants_them(press, monkeypatch, platform, variables, expected):
    for name in ("XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(Path, "home", lambda: Path("home"))
    main(["check", "piece"])
    assert press.calls[0][1]["configuration"] == (Path(expected) if expected else None)


def test_check_as_json(press, capsys):
    press.found = (ERROR, NOTE)
    assert main(["check", "piece", "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out) == {
        "ready": False,
        "diagnostics": [
            {
                "severity": "error",
                "id": "unknown-source",
                "file": "briefing.md",
                "line": 4,
                "column": 2,
                "message": 'There is no source "a".',
                "details": [],
                "hint": "Add it.",
            },
            {
                "severity": "note",
                "id": "profile",
                "file": None,
                "line": None,
                "column": None,
                "message": "The profile is ours.",
                "details": ["one", "two"],
                "hint": "",
            },
        ],
    }


def claim(line: int, text: str, **told: object) -> Claim:
    values = {"kind": "figure", "sentence": f"{text}.", "place": "body", "status": "attributed", **told}
    position = Position("briefing.md", line, 3)
    return Claim(text=text, position=position, passage=position, block=position, **values)


CLAIMS = Ledger(
    (
        claim(4, "6,000 troops", cited=(Mark(0, "unhcr-2021", "p. 7"), Mark(0, "a"))),
        claim(7, "We will fight for it, whatever the others may say", kind="quotation", status="unsourced"),
        claim(8, "5 per cent", status="unsourced", cited=(Mark(0, "ours"),)),
        claim(9, "-7 per cent", status="waived", waiver="counted by us"),
        claim(10, "in 1996", kind="date", status="unsourced", counts=False),
        claim(11, "4 people", status="matches", cited=(Mark(0, "a"),), found=Comparison("matches", "four people")),
        claim(12, "9 people", status="differs", cited=(Mark(0, "a"),)),
    )
)
SUMMARY = (
    "Claims 6: checked against the source 1, not what the source says 1, attributed but not checked 1, "
    "own article only 1, waived 1, no source 1."
)


def test_build_and_check_say_how_many_claims_there_are(press, capsys):
    press.claims = CLAIMS
    assert main(["build", "piece"]) == 0
    assert capsys.readouterr().out == f"build/piece.pdf: 4 pages A4, 131 kB.\n{SUMMARY}\n"
    assert main(["check", "piece"]) == 0
    not_checked = "Not checked: links (add --links), 1 attributed claim without captured text, the law (ask a person)."
    assert capsys.readouterr().out == f"Ready: nothing to mend.\n{SUMMARY}\n{not_checked}\n"
    assert main(["check", "piece", "--strict"]) == 0
    strict = SUMMARY.replace("Claims 6", "Claims 7").replace("no source 1", "no source 2")
    assert capsys.readouterr().out == f"Ready: nothing to mend.\n{strict}\n{not_checked}\n"
    assert [options.get("strict") for _, options in press.calls] == [None, False, True]
    assert main(["check", "piece", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"ready": True, "diagnostics": []}


def test_what_captured_text_does_not_plainly_have_is_counted_apart(press, capsys):
    told = (claim(line, "6 km", was_looked_for=line > 5) for line in (4, 6, 7))
    press.claims = Ledger(tuple(told))
    assert main(["check", "piece"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == (
        "Not checked: links (add --links), 1 attributed claim without captured text, "
        "2 attributed claims that captured text does not plainly have, the law (ask a person)."
    )


def test_the_ledger_is_a_table_of_80_columns(press, capsys):
    press.claims = CLAIMS
    assert main(["check", "piece", "--ledger"]) == 1
    assert (
        capsys.readouterr().out
        == f"""briefing.md
Place   Part        Status      Source              Claim
4:3     body        attributed  unhcr-2021, p. 7; a 6,000 troops
7:3     body        no source                       “We will fight for it,
                                                    whatever the others may
                                                    say”
8:3     body        own only    ours                5 per cent
9:3     body        waived      counted by us       -7 per cent
10:3    body        (no source)                     in 1996
11:3    body        matches     a                   4 people
12:3    body        differs     a                   9 people

{SUMMARY}
(no source): nothing is cited; that is asked for with --strict alone.
"""
    )
    assert main(["check", "piece", "--ledger", "--strict"]) == 1
    assert "10:3    body        no source                       in 1996\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("number", "words", "status"),
    [(0, [], 0), (1, [], 1), (2, [], 1), (3, [], 0), (4, [], 0), (4, ["--strict"], 1), (5, [], 0), (6, [], 1)],
)
def test_the_ledger_ends_with_1_while_a_claim_is_open_or_wrong(press, number, words, status):
    press.claims = Ledger(CLAIMS.claims[number : number + 1])
    assert main(["check", "piece", "--ledger", *words]) == status


def test_a_ledger_without_claims(press, capsys):
    assert main(["check", "piece", "--ledger"]) == 0
    assert capsys.readouterr().out == "There are no quotations, figures or dated statements.\n"


def test_the_ledger_as_json(press, capsys):
    press.claims = Ledger(CLAIMS.claims[:1])
    assert main(["check", "piece", "--ledger", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "counts": {"attributed": 1},
        "claims": [
            {
                "file": "briefing.md",
                "line": 4,
                "column": 3,
                "part": "body",
                "kind": "figure",
                "status": "attributed",
                "open": False,
                "sources": ["unhcr-2021", "a"],
                "locators": ["p. 7", ""],
                "waiver": "",
                "claim": "6,000 troops",
                "sentence": "6,000 troops.",
                "source_says": "",
                "marked_changes": False,
            }
        ],
    }


def test_the_ledger_for_a_spreadsheet_holds_no_formulas(press, capsys):
    press.claims = Ledger(CLAIMS.claims[2:6])
    assert main(["check", "piece", "--ledger", "--format", "csv", "--language", "cy"]) == 1
    assert press.calls[0][1]["language"] == "cy"
    out = capsys.readouterr().out
    assert out.startswith("\ufeff")  # for Excel, which else takes it for another encoding
    assert out.removeprefix("\ufeff").splitlines() == [
        "file,line,column,part,kind,status,open,sources,locators,waiver,claim,sentence,source_says,marked_changes",
        "briefing.md,8,3,body,figure,unsourced,yes,ours,,,5 per cent,5 per cent.,,no",
        "briefing.md,9,3,body,figure,waived,no,,,counted by us,'-7 per cent,'-7 per cent.,,no",
        "briefing.md,10,3,body,date,unsourced,no,,,,in 1996,in 1996.,,no",
        "briefing.md,11,3,body,figure,matches,no,a,,,4 people,4 people.,four people,no",
    ]


@pytest.mark.parametrize("words", [["--format", "csv"], ["--ledger", "--format", "github"]])
def test_formats_of_the_ledger_alone(press, capsys, words):
    assert main(["check", "piece", *words]) == 2
    expected = "briefing check: error: csv is a format of --ledger, which has text, json and csv\n"
    assert capsys.readouterr() == ("", expected)


def test_a_ledger_of_an_article_with_errors_says_so(press, capsys):
    press.claims, press.found = Ledger(CLAIMS.claims[:1]), (ERROR, WARNING)
    assert main(["check", "piece", "--ledger"]) == 0
    assert capsys.readouterr().err == "There may be more claims: 1 error to be mended. See: briefing check piece\n"


def test_a_ledger_of_nothing_says_why(press, capsys):
    press.problem = ContentError(ERROR)
    assert main(["check", "piece", "--ledger"]) == 1
    assert capsys.readouterr() == ("", f"{ERROR}\n\n")


def test_check_as_annotations_cannot_be_broken_out_of(press, capsys):
    hostile = Diagnostic("warning", "x", "50 %\n::error::y", Position("a,b:c.md", 1, 2))
    press.found = (ERROR, NOTE, hostile)
    assert main(["check", "piece", "--format", "github"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        '::error title=unknown-source,file=piece/briefing.md,line=4,col=2::There is no source "a".%0AAdd it.',
        "::notice title=profile::The profile is ours.%0Aone%0Atwo",
        "::warning title=x,file=piece/a%2Cb%3Ac.md,line=1,col=2::50 %25%0A::error::y",
    ]


def _saves(monkeypatch, *steps, files=()):
    """Make the watcher run the steps, one before each change it reports, and then be interrupted."""

    def watch(*places, watch_filter):
        assert all(place.is_dir() for place in places)
        for step, file in zip_longest(steps, files, fillvalue="briefing.md"):
            step()
            yield {(1, file)}
        raise KeyboardInterrupt

    monkeypatch.setitem(sys.modules, "watchfiles", SimpleNamespace(watch=watch))


def test_watch_builds_on_every_save_and_keeps_the_last_good_file(press, capsys, monkeypatch):
    def break_it():
        press.problem = ContentError(NOTE, WARNING, ERROR, QUESTION)

    def fill_the_disk():
        press.problem = OSError(28, "No space left on device", "build/piece.pdf")

    def mend_it():
        press.problem = None

    _saves(monkeypatch, break_it, fill_the_disk, mend_it)
    assert main(["watch", "piece"]) == 0
    out, err = capsys.readouterr()
    assert [re.sub(r"^\d\d:\d\d:\d\d|\d+\.\d s$", "#", line) for line in out.splitlines()] == [
        "Watching piece for changes; Ctrl-C ends it.",
        "#  build/piece.pdf: 4 pages A4, 131 kB. #",
        "#  not built: 1 error. build/piece.pdf stays as it was.",
        "#  not built: build/piece.pdf: No space left on device.",
        "#  build/piece.pdf: 4 pages A4, 131 kB. #",
    ]
    assert err == f"{ERROR}\n\n{QUESTION}\n\n{WARNING}\n\n"
    assert Path("build/piece.pdf").read_bytes() == b"%PDF-1.7 made"


def test_watch_keeps_its_press_until_what_that_has_opened_changes(press, monkeypatch, tmp_path):
    saved = ("briefing.md", "sources.yaml", "mine/parts.html", "briefing.md", "mine/theme.toml", "fonts/A.TTF")
    _saves(monkeypatch, *[lambda: None] * len(saved), files=saved)
    assert main(["watch", "piece", "--page", "A5", "--template", "handout"]) == 0
    used = [options["press"] for _, options in press.calls]
    assert [used.index(each) for each in used] == [0] * 7, "equal presses"
    assert [[id(each) for each in used].index(id(each)) for each in used] == [0, 0, 0, 3, 3, 5, 6]
    fonts = tmp_path / "configuration" / "briefing" / "fonts"
    opened = {"template": "handout", "page": "A5", "edition": "screen", "fonts": fonts}
    assert vars(used[0]) == {**opened, "protected": NOTHING_PROTECTED, "profile": None}


def test_watch_says_what_is_wrong_with_a_template_and_goes_on(press, capsys, monkeypatch):
    wrong = TemplateError(Diagnostic("error", "template-syntax", "The template cannot be read."))
    opened = iter([wrong, wrong, None])

    def open_press(template, **options):
        problem = next(opened)
        if problem:
            raise problem
        return SimpleNamespace()

    monkeypatch.setattr(press, "Press", open_press)
    _saves(monkeypatch, lambda: None, lambda: None, files=("briefing.md", "mine/parts.html"))
    assert main(["watch", "piece"]) == 0
    said = [line[10:41] for line in capsys.readouterr().out.splitlines()[1:]]
    assert said == ["not built: 1 error. Nothing was"] * 2 + ["build/piece.pdf: 4 pages A4, 13"]


def test_watch_promises_no_file_that_is_not_there(press, capsys, monkeypatch):
    press.problem = ContentError(ERROR)
    _saves(monkeypatch)
    assert main(["watch", "piece", "-o", "other.pdf"]) == 0
    assert capsys.readouterr().out.splitlines()[1].endswith("  not built: 1 error. Nothing was written.")


def test_watch_sees_shared_profiles_and_a_template_of_ones_own(press, monkeypatch):
    for name in ("organisations", "mine"):
        Path(name).mkdir()
    seen = []

    def watch(*places, watch_filter):
        seen.extend(places)
        return iter(())

    monkeypatch.setitem(sys.modules, "watchfiles", SimpleNamespace(watch=watch))
    assert main(["watch", "piece", "--template", "mine"]) == 0
    assert [place.name for place in seen] == ["piece", "organisations", "mine"]


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("briefing.md", True),
        ("sources/a.TXT", True),
        ("map.JPG", True),
        ("out.pdf", False),
        (".briefing.md.swp", False),
        (".#briefing.md", False),
        ("~briefing.md", False),
        ("briefing.md~", False),
    ],
)
def test_watch_tells_content_from_what_is_left_behind(name, counts):
    from briefing.cli.commands import _is_content

    assert _is_content(None, f"/somewhere/{name}") is counts


def test_watch_of_a_folder_that_is_not_there_says_so_and_ends(press, capsys):
    press.problem = ContentError(Diagnostic("error", "no-folder", "There is no folder."))
    assert main(["watch", "nowhere"]) == 1
    assert capsys.readouterr() == ("", "error  no-folder\n  There is no folder.\n\n" + NOTHING)


def test_watch_refuses_standard_output(press, capsys):
    assert main(["watch", "piece", "-o", "-"]) == 2
    assert "standard output takes only one" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [[], ["bild", "piece"], ["build"], ["build", "piece", "--page", "B5"], ["check", "piece", "--format", "xml"]],
)
def test_wrong_words_are_wrong_usage(capsys, words):
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("usage: briefing")


def test_every_command_and_option_has_help():
    (commands,) = (action for action in parser()._actions if isinstance(action, argparse._SubParsersAction))
    assert tuple(commands.choices) == COMMANDS
    for command in commands.choices.values():
        assert command.description.endswith(".")
        assert all(action.help for action in command._actions)


def test_the_readme_shows_every_command_and_option(capsys):
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for command in COMMANDS:
        assert f"briefing {command}" in readme
        main([command, "--help"])
        for option in re.findall(r"--[a-z-]+", capsys.readouterr().out):
            assert option == "--help" or option in readme, f"{command} {option}"


def test_help_names_every_command(capsys):
    assert main(["--help"]) == 0
    text = capsys.readouterr().out
    assert all(re.search(rf"^    {command}\s+\w", text, re.MULTILINE) for command in COMMANDS)


def test_version(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"briefing {briefing.__version__}\n"


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "1 kB"), (1, "1 kB"), (1499, "1 kB"), (131_400, "131 kB"), (999_400, "999 kB"), (1_240_000, "1.2 MB")],
)
def test_sizes_are_said_in_thousands(count, words):
    built = Built(Path("a.pdf"), pages=1, size=count)
    assert report.sentence(built) == f"a.pdf: 1 page A4, {words}."


LONG = Diagnostic(
    "error",
    "long",
    "One two three four five six seven eight nine ten eleven.",
    Position("briefing.md", 4, 2),
    "Mend  it.",
    ("a https://example.org/a-very-long-address-that-stays-whole b c d",),
)


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("stream", "columns", "expected"),
    [
        (io.StringIO(), "30", str(LONG)),
        (Terminal(), "200", str(LONG)),
        (Terminal(), "10", str(LONG)),
        (
            Terminal(),
            "30",
            "briefing.md:4:2  error  long\n  One two three four five six\n  seven eight nine ten eleven.\n"
            "    a\n    https://example.org/a-very-long-address-that-stays-whole\n    b c d\n  Mend  it.",
        ),
    ],
)
def test_lines_fit_a_terminal_and_nothing_else(monkeypatch, stream, columns, expected):
    monkeypatch.setenv("COLUMNS", columns)
    assert report.fitted(str(LONG), stream) == expected


def test_what_is_said_on_a_terminal_fits_it(press, monkeypatch):
    monkeypatch.setenv("COLUMNS", "30")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setattr(sys, "stderr", terminal)
    press.found, press.problem = (LONG,), ContentError(LONG)
    main(["check", "piece"])
    main(["build", "piece"])
    assert terminal.getvalue().count("\n  One two three four five six\n  seven") == 2
    terminal.truncate(0)
    main(["check", "piece", "--format", "json"])
    assert "eight nine" in terminal.getvalue()


def test_a_path_with_a_space_can_be_typed_again(press, capsys):
    press.found = (QUESTION,)
    Path("my piece").mkdir()
    main(["build", "my piece"])
    assert capsys.readouterr().out.endswith('See: briefing check "my piece"\n')


def test_what_stands_before_a_release_is_looked_up_in_the_same_language(press, capsys):
    press.found = (QUESTION,)
    main(["build", "piece", "--language", "de"])
    assert capsys.readouterr().out.endswith("See: briefing check piece --language de\n")


def _run(*words, code="from briefing.cli import main; raise SystemExit(main())", **options):
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **options.pop("env", {})}
    return subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, text=True, env=environment, **options
    )


def test_help_loads_none_of_the_libraries():
    code = (
        "import sys; from briefing.cli import main; main(['--help'])\n"
        "print(sorted({name.partition('.')[0] for name in sys.modules} & "
        "{'reportlab', 'matplotlib', 'jinja2', 'markdown_it', 'pikepdf', 'watchfiles', 'ruamel', 'babel', 'PIL'}))"
    )
    assert _run(code=code).stdout.splitlines()[-1] == "[]"


def test_a_terminal_without_the_letter_still_gets_the_message():
    code = (
        "from briefing.cli import main\nfrom briefing.cli.report import say\n"
        "main(['--version']); say('caf\\u00e9 \\u2192')"
    )
    result = _run(code=code, env={"PYTHONIOENCODING": "ascii"})
    assert (result.returncode, result.stderr) == (0, "caf\\xe9 \\u2192\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_behind_standard_output_is_one_line():
    with Path("/dev/full").open("w") as full:
        result = subprocess.run(
            [sys.executable, "-m", "briefing", "schema"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
    assert (result.returncode, result.stderr) == (1, "error: No space left on device.\n")


def test_a_reader_that_goes_away_is_no_error_message():
    reader, writer = os.pipe()
    os.close(reader)
    result = subprocess.run(
        [sys.executable, "-m", "briefing", "schema"],
        stdout=writer,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    os.close(writer)
    assert (result.returncode, result.stderr) == (1, "")


def test_every_error_of_the_library_is_caught(press, capsys):
    families = [BriefingError, *BriefingError.__subclasses__()]
    for family in families:
        press.problem = family(ERROR)
        assert main(["build", "piece"]) == 1
    assert capsys.readouterr().err == f"{ERROR}\n\n{NOTHING}" * len(families)
