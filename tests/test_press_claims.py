"""Claims from folder to file: what is open marks a draft and keeps it from its release."""

from __future__ import annotations

from pathlib import Path

import pytest
from approving import approve

import briefing
from briefing import press
from briefing.errors import ContentError

HEAD = "---\ntitle: Who are they?\nlanguage: en-GB\n---\n"
OPEN = "They have 6,000 troops. They came in 1996. {}\n"
SOURCES = "a:\n  title: A\n  date: 2020\n"


def article(folder: Path, citation: str) -> Path:
    folder.mkdir()
    (folder / "briefing.md").write_text(HEAD + OPEN.format(citation), encoding="utf-8")
    (folder / "sources.yaml").write_text(SOURCES, encoding="utf-8")
    return folder


def test_an_open_claim_makes_a_draft_and_is_no_final(tmp_path):
    folder = article(tmp_path / "a", "")
    built = briefing.build(folder, tmp_path / "a.pdf")
    assert built.draft
    assert [each.id for each in built.diagnostics if each.severity == "open"] == ["no-source"]
    assert built.claims.counted() == {"unsourced": 1}
    with pytest.raises(ContentError, match=r"This cannot be final: one thing is open\."):
        briefing.build(folder, tmp_path / "b.pdf", final=True)


def test_a_cited_claim_makes_a_final(tmp_path):
    built = briefing.build(approve(article(tmp_path / "a", "[@a]")), tmp_path / "a.pdf", final=True)
    assert not built.draft
    assert built.claims.counted() == {"attributed": 1}


def test_a_check_tells_what_is_claimed_and_dates_when_asked(tmp_path):
    folder = article(tmp_path / "a", "")
    found = press.preflight(folder)
    assert found.claims.counted() == {"unsourced": 1}
    assert found.diagnostics == briefing.check(folder)
    assert [each.id for each in briefing.check(folder, strict=True)].count("no-source") == 2


def test_the_ledger_of_a_folder_has_dates_too(tmp_path):
    ledger = briefing.ledger(article(tmp_path / "a", "[@a]"))
    assert [(claim.kind, claim.text, claim.sources) for claim in ledger.claims] == [
        ("figure", "They have 6,000 troops", ("a",)),
        ("date", "They came in 1996", ("a",)),
    ]


def test_the_ledger_of_an_edition_is_in_its_own_words(tmp_path):
    folder = article(tmp_path / "a", "")
    own = "---\ntitle: Pwy?\nlanguage: cy\n---\nMae 80% yn ffoi. [@a]\n"
    (folder / "briefing.cy.md").write_text(own, encoding="utf-8")
    assert [claim.text for claim in briefing.ledger(folder, language="cy").claims] == ["Mae 80% yn ffoi"]
    assert press.preflight(folder, language="cy").claims == press.preflight(folder).claims


def test_no_ledger_of_what_cannot_be_read(tmp_path):
    with pytest.raises(ContentError, match=r"There is no folder"):
        briefing.ledger(tmp_path / "nowhere")


def test_the_worked_examples_have_nothing_open():
    for name in ("northern-alliance", "timelines", "crews", "starter"):
        ledger = briefing.ledger(Path(__file__).parent.parent / "assets" / name)
        assert ledger.claims
        assert not [str(claim.position) for claim in ledger.claims if claim.is_open], name
