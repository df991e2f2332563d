"""From an article with captured sources to an archive, and from the archive alone to whether its quotations hold."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
import pytest
from archiving_samples import taken_apart, unpacked
from conforming import ATTACHING, assert_conforming
from hunting import examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reading_folders import told, write
from typesetting_tools import opened

import briefing
from briefing.cli import main
from briefing.evidence import LEDGER, ClaimEntry, LedgerEntries, Piece, Printed, SourceEntry, parse
from briefing.evidence import write as write_ledger
from briefing.verifying import ClaimFinding, Rechecked, problems_of
from briefing.verifying.inspecting import rechecking
from briefing.verifying.inspecting.inspect import inspect

FILLING = " ".join(f"Sentence number {name} stands around it." for name in "abcdefghijklmnopqrstuvwxyz")
MASSOUD = f"""{FILLING}

I write from the Panjshir Valley today, ready to follow in my father’s footsteps, with mujahideen fighters who are
prepared to once again take on the Taliban.

{FILLING}
"""
ARTICLE = """---
title: Who are they?
language: en-GB
date: 2 September 2021
---
## The words

Ahmad Massoud wrote: "I write from the Panjshir Valley today, ready to follow in my father's footsteps." [@massoud]
He said that "[t]hey want to defend … they want to resist". [@reuters, p. 3]
Nearly 400,000 people have fled since May 2021. [@unhcr]

::: handout
They said: "We will not go." [@silent]
:::
"""
SOURCES = """
massoud: {title: The resistance begins now, url: "https://example.org/a", accessed: 24 August 2021}
reuters: {title: Ready to fight, embed: full}
unhcr: {title: The toll}
silent: {title: Nobody captured it}
uncited: {title: Not cited}
"""
FILES = {
    "briefing.md": ARTICLE,
    "sources.yaml": SOURCES,
    "sources/massoud.txt": MASSOUD,
    "sources/reuters.txt": f"They want to defend, they want to fight, they want to resist.\r\n{FILLING}\r\n{FILLING}",
    "sources/unhcr.txt": "Nearly 400,000 people were forced to flee since May 2021.\n",
    "sources/uncited.txt": "Other words.\n",
    "sources/captures.toml": '[massoud]\nurl = "https://example.org/b"\ncaptured = 2021-08-24T10:00:00Z\n',
}


@pytest.fixture
def piece(tmp_path: Path) -> Path:
    return write(tmp_path / "piece", FILES)


def archived(folder: Path, path: Path, **options: object) -> Path:
    return briefing.build(folder, path, edition="archive", **options).path


@cache
def archive() -> bytes:
    with TemporaryDirectory() as folder:
        return archived(write(Path(folder, "piece"), FILES), Path(folder, "a.pdf")).read_bytes()


def rechecked(data: bytes) -> Rechecked | None:
    return inspect(data, file="a.pdf").evidence


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def test_what_is_quoted_travels_and_nothing_else(piece, tmp_path):
    files = taken_apart(archived(piece, tmp_path / "a.pdf"))
    texts = {name: data.decode() for name, data in files.items() if name.startswith("sources/")}
    assert list(texts) == ["sources/captures.toml", "sources/massoud.txt", "sources/reuters.txt", "sources/unhcr.txt"]
    assert texts["sources/unhcr.txt"] == FILES["sources/unhcr.txt"]
    assert texts["sources/reuters.txt"] == FILES["sources/reuters.txt"].replace("\r", "")
    start, end = MASSOUD.index("I write"), MASSOUD.index("footsteps") + len("footsteps")
    before, _, behind = texts["sources/massoud.txt"].removeprefix("[…]\n\n").partition(MASSOUD[start:end])
    assert MASSOUD[:start].endswith(before)
    assert 290 < len(before) <= 300
    assert MASSOUD[end:].startswith(behind.removesuffix("\n\n[…]\n"))
    assert 290 < len(behind.removesuffix("\n\n[…]\n")) <= 300


def test_each_text_says_where_it_is_from_and_what_the_whole_is(piece, tmp_path):
    files = taken_apart(archived(piece, tmp_path / "a.pdf"))
    assert files["sources/captures.toml"].decode() == (
        "# The texts beside this file, where each comes from, when it was taken, and the SHA-256 of the whole of it.\n"
        "# excerpt_sha256 is that of the words that are kept of it here.\n"
        "\n"
        "[massoud]\n"
        'url = "https://example.org/a"\n'
        "captured = 2021-08-24T10:00:00+00:00\n"
        f'sha256 = "{digest(MASSOUD)}"\n'
        f'excerpt_sha256 = "{digest(files["sources/massoud.txt"].decode())}"\n'
        "\n"
        "[reuters]\n"
        f'sha256 = "{digest(files["sources/reuters.txt"].decode())}"\n'
        "\n"
        "[unhcr]\n"
        f'sha256 = "{digest(FILES["sources/unhcr.txt"])}"\n'
    )


def test_taken_out_and_built_again_it_is_the_same(piece, tmp_path):
    first = archived(piece, tmp_path / "a.pdf")
    copy = unpacked(first, tmp_path / "copy")
    assert archived(copy, tmp_path / "b.pdf").read_bytes() == first.read_bytes()
    assert not [each for each in briefing.check(copy) if each.severity == "warning" and "captur" in each.id]


def test_the_ledger_lists_what_these_pages_print(piece, tmp_path):
    def words(path: Path) -> list[str]:
        return [each["words"] for each in json.loads(taken_apart(path)[LEDGER])["claims"]]

    whole, handout = (archived(piece, tmp_path / f"{name}.pdf", template=name) for name in ("briefing", "handout"))
    assert words(whole) == [
        "I write from the Panjshir Valley today, ready to follow in my father's footsteps.",
        "[t]hey want to defend … they want to resist",
        "Nearly 400,000 people have fled since May 2021",
        "Nearly 400,000 people have fled since May 2021",
    ]
    assert words(handout) == ["We will not go."]


@pytest.mark.parametrize("template", ["briefing", "handout"])
def test_it_conforms(piece, tmp_path, template):
    assert_conforming(archived(piece, tmp_path / "a.pdf", template=template).read_bytes(), ATTACHING)


def test_an_archive_holds():
    assert rechecked(archive()) == Rechecked(4, 2, 2, 2)


def test_a_file_without_a_ledger_has_nothing_to_check(piece, tmp_path):
    assert rechecked(briefing.build(piece, tmp_path / "a.pdf").path.read_bytes()) is None


SECRET = {
    "sources.yaml": SOURCES.replace(
        "{title: The resistance begins now,", "{confidential: yes, described_as: A man,"
    ).replace("unhcr: {", "other: {title: Another}\nunhcr: {"),
    "sources/other.txt": FILES["sources/massoud.txt"],
}


def test_no_word_of_a_confidential_source_travels_and_the_ledger_says_no_more_than_can_be_seen(piece, tmp_path):
    write(piece, SECRET)
    first = archived(piece, tmp_path / "a.pdf")
    files = taken_apart(first)
    assert "sources/massoud.txt" not in files
    assert digest(MASSOUD).encode() not in b"".join(files.values())
    ledger = json.loads(files[LEDGER])
    assert (ledger["claims"][0]["status"], ledger["claims"][0].get("found_in")) == ("attributed", None)
    assert ledger["sources"][0] == {"key": "massoud", "title": "A man"}
    assert rechecked(first.read_bytes()) == Rechecked(4, 2, 1, 1)
    assert archived(unpacked(first, tmp_path / "copy"), tmp_path / "b.pdf").read_bytes() == first.read_bytes()


def test_what_another_source_says_too_is_compared_with_that(piece, tmp_path):
    write(piece, SECRET | {"briefing.md": ARTICLE.replace("[@massoud]", "[@massoud; @other]")})
    first = archived(piece, tmp_path / "a.pdf")
    (claim, *_) = json.loads(taken_apart(first)[LEDGER])["claims"]
    assert (claim["status"], claim["found_in"]) == ("verbatim", "other")
    assert archived(unpacked(first, tmp_path / "copy"), tmp_path / "b.pdf").read_bytes() == first.read_bytes()


def test_what_is_not_there_or_is_confidential_cannot_be_embedded(piece):
    listed = (
        "a: {title: A, embed: full}\nb: {confidential: yes, described_as: B, embed: full}\nc: {title: C, embed: no}\n"
    )
    write(piece, {"sources.yaml": SOURCES + listed})
    found = [each for each in briefing.load(piece).diagnostics if "embed" in str(each)]
    assert told(found) == [
        "sources.yaml:7:1  warning  nothing-to-embed\n  There is no text of a that an archive could hold.\n"
        "  Capture it: briefing capture DIR a FILE; or take embed out.",
        "sources.yaml:8:1  error  confidential-embedded\n"
        "  The source b is confidential, and embed: full would give all of its text away.\n"
        "  Take embed out: no word of a confidential source goes along with a file.",
        "sources.yaml:9:22  error  wrong-kind\n  embed takes nothing but the word full.\n  For instance: embed: full",
    ]


Change = Callable[[str], str]


def altered(data: bytes, changes: dict[str, Change | None]) -> bytes:
    """Put other words in attached files, so that neither sizes nor checksums tell."""
    with opened(data) as pdf:
        for specification in pdf.Root.AF:
            name = str(specification.UF)
            change = changes.get(name, str)
            if change is None:
                specification.UF = specification.F = pikepdf.String("elsewhere.txt")
                continue
            words = change(specification.EF.F.read_bytes().decode()).encode()
            specification.EF.F.write(words)
            specification.EF.F.Params = pikepdf.Dictionary(Size=len(words))
        kept = BytesIO()
        pdf.save(kept, static_id=True)
    return kept.getvalue()


@cache
def with_pages_of(article: str) -> bytes:
    """Give the archive whose text was changed after the fact: inside it is what was inside before."""
    waived = re.sub(r"\[@(?!silent)", "[no source, changed] [@", article)
    with TemporaryDirectory() as folder:
        files = FILES | {"briefing.md": waived}
        other = briefing.build(write(Path(folder, "piece"), files), Path(folder, "a.pdf")).path.read_bytes()
    with opened(other) as pdf:
        for name, words in taken(archive()).items():
            pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, words.encode(), filename=name)
        kept = BytesIO()
        pdf.save(kept, static_id=True)
    return kept.getvalue()


def taken(data: bytes) -> dict[str, str]:
    with opened(data) as pdf:
        return {name: each.get_file().read_bytes().decode() for name, each in pdf.attachments.items()}


QUOTED = "I write from the Panjshir Valley today, ready to follow in my father's footsteps."


def findings(data: bytes) -> list[ClaimFinding]:
    found = rechecked(data)
    assert found is not None
    return list(found.findings)


def test_the_same_pages_hold():
    assert rechecked(with_pages_of(ARTICLE)) == Rechecked(4, 2, 2, 2)


def test_a_quotation_that_was_changed_on_the_page_differs():
    (found,) = findings(with_pages_of(ARTICLE.replace("from the Panjshir", "from Panjshir")))
    assert (found.id, found.subject, found.words, found.page, found.source) == (
        "quotation-differs", "c1", QUOTED, 1, "massoud",
    )  # fmt: skip
    assert found.differences[0].startswith("you:    I write from Panjshir Valley today")
    assert found.differences[1].startswith("source: I write from [the] Panjshir Valley today")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("father's footsteps", "mother's footsteps"),
        ("Valley today, ready", "Valley, ready"),
        ("ready to follow", "ready not to follow"),
        ("today, ready", "today ready"),
        ("the Panjshir Valley", "the panjshir valley"),
    ],
)
def test_every_word_and_sign_of_a_quotation_counts(before, after):
    assert [each.id for each in findings(with_pages_of(ARTICLE.replace(before, after)))] == ["quotation-differs"]


def test_marked_changes_stay_marked_changes():
    data = with_pages_of(ARTICLE.replace("[t]hey want to defend … they", "[t]hey want to … resist, they"))
    (found,) = findings(data)
    assert (found.id, found.subject) == ("quotation-differs", "c2")


def test_a_claim_that_the_pages_no_longer_have_is_missing():
    found = findings(with_pages_of(ARTICLE.replace("400,000 people", "500,000 people")))
    assert [(each.id, each.subject) for each in found] == [("claim-missing", "c3"), ("claim-missing", "c4")]
    found = findings(with_pages_of(re.sub("Ahmad.*massoud]", "Other words.", ARTICLE)))
    assert [(each.id, each.subject) for each in found] == [("claim-missing", "c1")]


def test_words_around_a_quotation_may_be_changed():
    assert findings(with_pages_of(ARTICLE.replace("Ahmad Massoud wrote", "In August he wrote"))) == []


def test_an_excerpt_that_was_changed_differs_and_is_told_itself():
    changed = altered(archive(), {"sources/massoud.txt": lambda text: text.replace("from the Panj", "from Panj")})
    own, claim = findings(changed)
    assert (own.id, own.subject, own.source) == ("words-changed", "sources/massoud.txt", "massoud")
    assert (claim.id, claim.subject, claim.page) == ("quotation-differs", "c1", 1)
    assert claim.differences[0].startswith("you:    I write from [the] Panjshir Valley today")


def test_a_whole_text_is_held_against_its_hash():
    def elsewhere(words: str) -> str:
        tree = json.loads(words)
        text = taken(archive())["sources/reuters.txt"] + "More."
        tree["sources"][1]["file_sha256"] = digest(text)
        return json.dumps(tree)

    changed = altered(archive(), {"sources/reuters.txt": lambda text: text + "More.", LEDGER: elsewhere})
    assert [(each.id, each.subject) for each in findings(changed)] == [("words-changed", "sources/reuters.txt")]


def test_words_that_are_taken_out_are_missing():
    (found,) = findings(altered(archive(), {"sources/massoud.txt": None}))
    assert (found.id, found.subject, found.source) == ("words-missing", "sources/massoud.txt", "massoud")


def ledger_with(number: int, **values: object) -> Change:
    def change(words: str) -> str:
        tree = json.loads(words)
        tree["claims"][number] |= values
        return json.dumps(tree)

    return change


@pytest.mark.parametrize(
    ("values", "ids"),
    [
        ({"status": "differs"}, ["status-refuted"]),
        ({"words": QUOTED.replace("the ", ""), "sentence": ""}, ["quotation-changed"]),
        ({"found_in": ""}, ["status-refuted"]),
        ({"found_in": "unhcr"}, ["quotation-differs"]),
        ({"found_in": "nobody"}, ["status-refuted"]),
        ({"status": "attributed", "found_in": ""}, []),
        ({"words": "Something else was said by nobody at all."}, ["claim-missing"]),
    ],
)
def test_a_ledger_that_was_changed_is_told(values, ids):
    assert [each.id for each in findings(altered(archive(), {LEDGER: ledger_with(0, **values)}))] == ids


@pytest.mark.parametrize(
    ("words", "why"),
    [("", "cannot be read: it is damaged"), ('{"format": "briefing-claims", "version": 9}', "is of a version")],
)
def test_a_ledger_that_cannot_be_read_is_a_failure(words, why):
    found = inspect(altered(archive(), {LEDGER: lambda _: words}), file="a.pdf")
    assert found.evidence is None
    (problem,) = [each for each in found.problems if each.id == "ledger-unreadable"]
    assert (why in problem.message, problem.gravity) == (True, "failure")


def test_another_file_of_that_name_is_nothing_to_check():
    found = inspect(altered(archive(), {LEDGER: lambda _: '{"claims": 3}'}), file="a.pdf")
    assert (found.evidence, found.problems) == (None, ())


def test_verify_names_what_differs(tmp_path, capsys):
    path = tmp_path / "a.pdf"
    path.write_bytes(with_pages_of(ARTICLE.replace("from the Panjshir", "from Panjshir")))
    assert main(["verify", str(path)]) == 1
    report = capsys.readouterr().out
    assert (
        "  - The quotation “I write from the Panjshir Valley today, ready to …” on page 1\n"
        "    (c1) is not what massoud says.\n"
        "    Both stand under Evidence. Pages or attached files were changed after the\n"
        "    file was made. Get it again from where it came, or make it again.\n"
    ) in report
    assert (
        "\nEvidence\n"
        "  4 claims in the ledger, of them 2 quotations. Of 2 compared with the attached\n"
        "    words of their sources 1 was found there.\n"
        "  c1, quotation-differs, massoud, page 1\n"
        "    you:    I write from Panjshir Valley today"
    ) in report
    assert main(["verify", "--format", "json", str(path)]) == 1
    told = json.loads(capsys.readouterr().out)["evidence"]
    assert (told["claims"], told["quotations"], told["compared"], told["agreeing"]) == (4, 2, 2, 1)
    assert [(each["id"], each["subject"], each["page"]) for each in told["findings"]] == [
        ("quotation-differs", "c1", 1)
    ]


def test_what_would_take_too_long_is_left_out_and_told(monkeypatch):
    monkeypatch.setattr(rechecking, "MOST_LETTERS", 1_000)
    found = inspect(archive(), file="a.pdf")
    assert found.evidence == Rechecked(4, 2, 1, 1, 3)
    assert [(each.id, each.message, each.gravity) for each in problems_of(found)][-1:] == [
        ("claims-cut", "3 claims of the ledger were not compared: that would take too long.", "warning"),
    ]


ODD = st.lists(
    st.sampled_from(["I write", "the", "…", "[they]", "[", "]", "\0", "\n", "[…]", "“", "don't", "400,000", "天", "پ",
                     "é", "e\u0301", " ", "a", "a" * 50, ".", ". ..", "...", "[sic]"]),
    max_size=15,
).map("".join)  # fmt: skip
CLAIMS = st.lists(
    st.builds(
        ClaimEntry,
        id=st.uuids().map(str),
        kind=st.sampled_from(["quotation", "figure", "date"]),
        status=st.sampled_from(["verbatim", "attributed", "differs"]),
        words=ODD,
        sentence=ODD,
        part=st.just("body"),
        sources=st.just(()),
        locators=st.just(()),
        found_in=st.sampled_from(["a", "b", ""]),
    ),
    max_size=4,
)


@settings(max_examples=examples(100), deadline=None)
@given(CLAIMS, ODD, st.lists(ODD, max_size=4))
def test_any_ledger_is_held_against_any_pages(claims, source, pages):
    sources = (SourceEntry("a", "A", file="a.txt", file_sha256=digest(source)), SourceEntry("b", "B"))
    ledger = parse(write_ledger(LedgerEntries("T", "en", tuple(claims), sources)))
    assert ledger is not None
    printed = Printed(Piece(text, number) for number, text in enumerate(pages, start=1))
    found = rechecking.recheck(ledger, {"a.txt": source}, printed)
    assert found.claims == len(claims)
    assert found.agreeing <= found.compared <= found.quotations


WORDS = st.lists(
    st.sampled_from(
        ["want", "to", "don't", "défendre", "co-operate", "the “real” thing", "1,000", "(all)", "no – never", "a—b",
         "Why?", "mujahideen", "[they]", "…", "fight,", "resist;", "U.S.", "x/y", "and", "we"]
    ),
    min_size=4, max_size=40,
)  # fmt: skip


@settings(max_examples=examples(12), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORDS, min_size=1, max_size=3), st.sampled_from(["briefing", "handout"]))
def test_every_archive_of_quotations_holds(quoted, template):
    """Of whatever words: the marks of changes are taken out of the source, as an author puts them in."""
    said = [" ".join(each).replace("“", "").replace("”", "") for each in quoted]
    source = "\n\n".join(each.replace("[they]", "people").replace("…", "and so on") for each in said)
    body = "\n\n".join(f'He said: "{each}" [@a]' for each in said)
    head = "---\ntitle: T\nlanguage: en-GB\n---\n"
    text = f"{head}{body}\n\n::: handout\n{body}\n:::\n"
    files = {"briefing.md": text, "sources.yaml": "a: {title: A}\n", "sources/a.txt": source}
    with TemporaryDirectory() as folder:
        first = archived(write(Path(folder, "piece"), files), Path(folder, "a.pdf"), template=template)
        again = archived(unpacked(first, Path(folder, "copy")), Path(folder, "b.pdf"), template=template)
        data = first.read_bytes()
        assert again.read_bytes() == data
    found = rechecked(data)
    assert found is not None
    assert (found.findings, found.agreeing) == ((), found.compared)
