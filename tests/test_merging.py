"""An article and a list of people: a copy for each, and nothing lost."""

from __future__ import annotations

import csv
import errno
import os
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pytest
from hunting import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from briefing.cli import main
from briefing.errors import BriefingError, ContentError, OutputError
from briefing.merging import PROOF_FOLDER, Merged, Order, merge
from briefing.merging.copies import Copier
from briefing.merging.journal import JOURNAL
from briefing.merging.names import NamePattern
from briefing.press import Press, load_checked

ARTICLE = """---
title: "{{ recipient.constituency | otherwise \\"Britain\\" }} and those who flee"
language: en-GB
date: 2 September 2021
---
::: figures
- **{{ recipient.housed | otherwise "Some" }}** people who fled live here.
:::

{{ recipient.salutation }}, this is about {{ recipient.constituency | otherwise "your constituency" }}.

## What happened

Nothing that concerns one reader alone.
"""
PEOPLE = [
    {"Name": "Siân Rhŷs", "Constituency": "Ynys Môn", "Salutation": "Dear Ms Rhŷs", "Housed": "12"},
    {"Name": "Órla Ní Bhriain", "Constituency": "Belfast West", "Salutation": "A Órla, a chara", "Housed": ""},
    {"Name": "", "Constituency": "Wakefield", "Salutation": "Dear Member", "Housed": "3"},
    {"Name": "Anwar Khan", "Constituency": "Leeds East", "Salutation": "", "Housed": "40"},
    {"Name": "Bo Li", "Constituency": "Bath", "Salutation": "Dear Bo", "Housed": "7"},
]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    folder = tmp_path / "article"
    folder.mkdir()
    (folder / "briefing.md").write_text(ARTICLE, encoding="utf-8")
    return folder


def listed(path: Path, people: list[Mapping[str, str]] = PEOPLE) -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(people[0]))
        writer.writeheader()
        writer.writerows(people)
    return path


def merged(article: Path, people: list[Mapping[str, str]] = PEOPLE, **options: object) -> Merged:
    return merge(Order(article), listed(article.parent / "people.csv", people), article.parent / "out", **options)


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.pdf"))}


def test_each_gets_a_copy_of_its_own_and_who_cannot_is_told(article):
    result = merged(article)
    assert list(files(article.parent / "out")) == ["Bath.pdf", "Belfast-West.pdf", "Ynys-Môn.pdf"]
    assert (result.plan.rows, result.due, result.made, result.kept, result.plan.general) == (5, 3, 3, 0, 1)
    assert "\n".join(map(str, result.plan.failing)) == (
        "people.csv:4:1  error  no-name\n"
        "  There is no name here: a vacant seat?\n"
        "people.csv:5:1  error  no-value\n"
        '  Nothing stands here for "Salutation", and the text has no other words.\n'
        '  Fill it in, or write in the text what is to be printed: {{ recipient.NAME | otherwise "words" }}.'
    )


def test_a_copy_has_the_bytes_of_one_that_is_made_alone(article):
    merged(article)
    checked = load_checked(article)
    for name, values in (("Bath.pdf", PEOPLE[4]), ("Belfast-West.pdf", PEOPLE[1])):
        recipient = {title.lower(): value for title, value in values.items()}
        alone = Press().render(checked.briefing, recipient=recipient, files=checked.files, draft=checked.draft)
        assert (article.parent / "out" / name).read_bytes() == alone.data


NAMES = st.sampled_from(
    ["Bath", "Ynys Môn", "Na h-Eileanan an Iar", "حلقہ ۱۲", "Ağrı", "香港島", "a" * 60, "Long " * 30, "fi ffi", "X"]
)


@settings(max_examples=examples(6))
@given(places=st.lists(NAMES, min_size=1, max_size=6), seed=st.integers(0, 99))
def test_a_warm_press_makes_for_anybody_what_a_cold_one_makes(tmp_path_factory, places, seed):
    """Whatever it has made before, also where a longer name pushes a line to the next page."""
    folder = tmp_path_factory.mktemp("article")
    filler = "\n\n".join(
        f"Paragraph {number} fills the page with words of its own." * 4 for number in range(24 + seed % 9)
    )
    (folder / "briefing.md").write_text(ARTICLE + "\n" + filler, encoding="utf-8")
    warm = Copier(Order(folder))
    for place in (*places, *reversed(places)):
        values = {"constituency": place, "salutation": f"Dear {place}", "housed": ""}
        checked = load_checked(folder)
        try:
            cold = Press().render(checked.briefing, recipient=values, files=checked.files, draft=checked.draft)
        except BriefingError as error:
            with pytest.raises(type(error)) as raised:
                warm.copy(values)
            assert raised.value.diagnostics == error.diagnostics
        else:
            assert warm.copy(values) == cold


def test_nothing_is_made_where_the_list_lacks_a_field(article):
    text = (article / "briefing.md").read_text("utf-8").replace("recipient.salutation", "recipient.saluation")
    (article / "briefing.md").write_text(text, "utf-8")
    with pytest.raises(ContentError) as raised:
        merged(article)
    assert str(raised.value) == (
        "briefing.md:10:1  error  unknown-field\n"
        '  The list people.csv has no column "saluation".\n'
        "  Did you mean salutation?"
    )
    assert not (article.parent / "out").exists()


def test_the_list_is_told_of_who_stands_in_it_twice(article):
    twice = [
        {"Name": "Ann", "Constituency": "Bath", "Salutation": "Dear Ann", "Housed": "1", "E-mail": "a@example.org"},
        {"Name": "Ann", "Constituency": "Bath", "Salutation": "Dear Ann", "Housed": "1", "E-mail": "a@example.org"},
        {"Name": "Bob", "Constituency": "BATH", "Salutation": "Dear Bob", "Housed": "1", "E-mail": "b@example.org"},
        {"Name": "Cid", "Constituency": "York", "Salutation": "Dear Cid", "Housed": "1", "E-mail": "A@example.org"},
    ]
    result = merged(article, twice)
    assert [(each.id, each.message) for each in result.plan.noticed] == [
        ("repeated-row", "This row says the same as line 2."),
        ("two-for-one", "BATH has another name in line 2: Ann there, Bob here."),
        ("repeated-address", "The e-mail address of this row stands in line 2, too."),
    ]
    assert list(files(article.parent / "out")) == ["BATH-3.pdf", "Bath-2.pdf", "Bath.pdf", "York.pdf"]


def test_proofs_show_the_longest_the_shortest_and_the_oddest(article):
    result = merged(article, dry=True)
    assert (result.made, files(article.parent / "out")) == (0, {})
    assert [path.stem for path in result.proofs] == [
        "first", "last", "longest", "shortest", "most-marks", "no-local-figure"
    ]  # fmt: skip
    proofs = files(article.parent / "out" / PROOF_FOLDER)
    merged(article)
    made = files(article.parent / "out")
    assert proofs["longest.pdf"] == proofs["no-local-figure.pdf"] == made["Belfast-West.pdf"]
    assert proofs["shortest.pdf"] == proofs["last.pdf"] == made["Bath.pdf"]


def test_what_is_there_is_left_alone_and_what_has_changed_is_made_again(article):
    merged(article)
    out = article.parent / "out"
    with pytest.raises(OutputError, match="holds a merge already"):
        merged(article)
    before = {path.name: path.stat().st_mtime_ns for path in out.glob("*.pdf")}
    assert (merged(article, resume=True).made, merged(article, resume=True).kept) == (0, 3)

    changed = [*PEOPLE[:4], {**PEOPLE[4], "Housed": "8"}]
    (out / "Ynys-Môn.pdf").unlink()
    result = merged(article, changed, resume=True)
    assert (result.made, result.kept) == (2, 1)
    after = {path.name: path.stat().st_mtime_ns for path in out.glob("*.pdf")}
    assert {name for name in before if before[name] == after[name]} == {"Belfast-West.pdf"}

    (article / "briefing.md").write_text(ARTICLE.replace("Nothing", "Not a thing"), "utf-8")
    assert (merged(article, changed, resume=True).made, merged(article, changed, resume=True).kept) == (3, 3)

    fewer = merged(article, changed[1:], resume=True)
    assert fewer.left_over == ("Ynys-Môn",)
    assert (out / "Ynys-Môn.pdf").exists()


def test_a_value_that_no_copy_prints_changes_no_copy(article):
    more = [{**each, "Phone": str(number)} for number, each in enumerate(PEOPLE)]
    merged(article, more)
    other = [{**each, "Phone": "other"} for each in more]
    assert merged(article, other, resume=True).kept == 3


def test_a_copy_that_cannot_be_made_keeps_no_other_from_it(article):
    odd = [*PEOPLE, {"Name": "Z", "Constituency": "Z", "Salutation": "Dear \U00013000", "Housed": "1"}]
    result = merged(article, odd)
    assert result.made == 3
    [failed] = result.failed
    assert str(failed.position) == "people.csv:7:1"
    assert failed.message == "The copy for this row cannot be made."
    assert "U+13000" in failed.details[0]


def test_a_full_disk_leaves_no_half_file(article, monkeypatch):
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    merged(article)
    for made in (article.parent / "out").glob("*.pdf"):
        made.unlink()
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(OutputError, match="No space left"):
            merged(article, resume=True)
    out = article.parent / "out"
    assert sorted(path.name for path in out.iterdir()) == [JOURNAL, PROOF_FOLDER]
    assert merged(article, resume=True).made == 3


@pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")
def test_only_the_user_reads_the_journal(article):
    merged(article)
    assert (article.parent / "out" / JOURNAL).stat().st_mode & 0o777 == 0o600
    data = (article.parent / "out" / JOURNAL).read_bytes()
    assert "Siân".encode() not in data


def test_people_in_pictures_have_to_have_agreed_to_copies_too(article):
    Image.new("RGB", (60, 40), "red").save(article / "one.jpg")
    (article / "briefing.md").write_text(ARTICLE + "\n![Somebody](one.jpg){people=identifiable}\n", "utf-8")
    agreed = "one.jpg:\n  who: somebody\n  form: written\n  date: 12 August 2021\n  uses: [print]\n"
    (article / "consents.yaml").write_text(agreed, "utf-8")
    told = {edition: Copier(Order(article, edition=edition)).checked.diagnostics for edition in ("screen", "grey")}
    uses = {edition: "consent-other-use" in [each.id for each in found] for edition, found in told.items()}
    assert uses == {"screen": True, "grey": False}


def test_what_is_not_of_the_article_is_looked_at_for_a_change_as_well(article, tmp_path):
    (tmp_path / "settings" / "fonts").mkdir(parents=True)
    order = Order(article, configuration=tmp_path / "settings")
    before = Copier(order).digest
    assert Copier(order).digest == before
    (tmp_path / "settings" / "fonts" / "our.txt").write_text("new", "utf-8")
    assert Copier(order).digest != before


def test_copies_are_not_made_inside_the_article(article):
    with pytest.raises(OutputError, match="lies in the folder of the article"):
        merge(Order(article), listed(article.parent / "people.csv"), article / "out")


def test_the_archive_is_made_for_nobody_alone(article):
    with pytest.raises(ContentError, match="not made for single recipients"):
        merge(Order(article, edition="archive"), listed(article.parent / "people.csv"), article.parent / "out")


@settings(max_examples=examples(200))
@given(st.text(max_size=300), st.integers(2, 10**7))
def test_a_name_is_one_that_every_system_takes(value, line):
    pattern = NamePattern("{name} {line}")
    name = pattern.name({"name": value}, line)
    assert name
    assert not re.search(r'[\\/:*?"<>|\x00-\x1f\s]', name)
    assert len(name.encode()) < 200
    assert not name.startswith((".", "-"))
    assert not name.endswith((".", " "))
    assert not re.match(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)", name)


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("Ynys Môn", "Ynys-Môn"),
        ("../../etc/passwd", "etc-passwd"),
        ("ann@example.org", "copy"),
        ("Ann <ann@example.org>", "Ann"),
        ("CON", "copy-CON"),
        ("", "copy"),
        ("a\u202egpj.exe", "a-gpj.exe"),
    ],
)
def test_a_name_keeps_what_is_safe(value, name):
    assert NamePattern("{name}").name({"name": value}, 2) == name


def test_a_pattern_names_fields_of_the_list():
    with pytest.raises(ContentError) as raised:
        NamePattern("{constituancy}").check(["constituency"])
    assert str(raised.value) == (
        "error  unknown-field\n"
        '  The list has no column "constituancy", which the names of the files ask for.\n'
        "  Did you mean constituency?"
    )
    with pytest.raises(ContentError, match="the same name"):
        NamePattern("letter").check(["constituency"])


def many(count: int) -> list[Mapping[str, str]]:
    return [
        {"Name": f"N {number}", "Constituency": f"Place {number}", "Salutation": "Dear all", "Housed": str(number)}
        for number in range(count)
    ]


def test_two_processes_make_what_one_makes(article):
    one = merged(article, many(70))
    alone = files(article.parent / "out")
    (article.parent / "out").rename(article.parent / "before")
    two = merged(article, many(70), jobs=2)
    assert (one.made, two.made) == (70, 70)
    assert files(article.parent / "out") == alone


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.skipif(os.name != "posix", reason="kill -9 is of POSIX")
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_merge_that_was_killed_goes_on(article, jobs):
    """At any time, several times; in the end everything is as if nothing had happened."""
    people, out = listed(article.parent / "people.csv", many(1000)), article.parent / "out"
    command = [sys.executable, "-m", "briefing", "merge", str(article), "--recipients", str(people), "-o", str(out)]
    command += ["--jobs", str(jobs), "--resume"]
    chance, killed = random.Random(7), 0
    for _ in range(4):
        process = subprocess.Popen(
            command, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(1.5 + chance.random() * 2)
        killed += process.poll() is None
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        for path in out.glob("*.pdf"):
            assert path.read_bytes().rstrip().endswith(b"%%EOF"), path.name
    assert killed
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
    alone = merge(Order(article), people, article.parent / "alone")
    assert alone.made == 1000
    assert files(out) == files(article.parent / "alone")


def test_the_command_says_what_was_made(article, monkeypatch, capsys):
    monkeypatch.chdir(article.parent)
    listed(Path("people.csv"))
    assert main(["merge", "article", "--recipients", "people.csv", "-o", "out", "--jobs", "1"]) == 1
    said = capsys.readouterr()
    assert said.out == (
        "3 of 5 files written to out, 20 kB each, marked DRAFT on every page.\n"
        "Not made: 2, see above. Correct the list, and add --resume.\n"
        "1 copy lacks a value and says the author's other words in its place.\n"
        "Look at these 6 before you send any: out/_proof\n"
    )
    assert "people.csv:4:1  error  no-name" in said.err
    assert main(["merge", "article", "--recipients", "people.csv", "-o", "out", "--dry-run"]) == 1
    assert capsys.readouterr().out.startswith("Only proofs were made: 3 of 5 copies can be.\n")
    assert main(["merge", "article", "--recipients", "people.csv", "-o", "out", "--resume", "--jobs", "1"]) == 1
    assert capsys.readouterr().out.startswith(
        "0 of 5 files written to out, marked DRAFT on every page.\n"
        "3 were there already, made of the same, and were left alone.\n"
    )


@pytest.mark.parametrize("jobs", ["0", "65", "x", "-1"])
def test_a_wrong_number_of_processes_is_wrong_usage(jobs, capsys):
    assert main(["merge", "article", "--recipients", "people.csv", f"--jobs={jobs}"]) == 2
    assert f'"{jobs}" is no number from 1 to 64' in capsys.readouterr().err


def test_a_list_that_is_not_there_is_told(article, monkeypatch, capsys):
    monkeypatch.chdir(article.parent)
    assert main(["merge", "article", "--recipients", "nobody.csv", "-o", "out"]) == 1
    assert "nobody.csv" in capsys.readouterr().err
    assert not Path("out").exists()


def test_nothing_is_said_of_going_on_where_nothing_was_begun(article, monkeypatch, capsys):
    monkeypatch.chdir(article.parent)
    Path("people.csv").write_text("Name\nAnn\n", "utf-8")
    assert main(["merge", "article", "--recipients", "people.csv", "-o", "out"]) == 1
    assert capsys.readouterr().err.endswith(". Nothing was written.\n")
