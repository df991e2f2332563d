"""A press that has made other documents makes the bytes and messages of a new one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from briefing.memory import FORGETFUL, Memory
from briefing.press import Press, Rendered
from briefing.reading import Reading, read_folder

pytestmark = pytest.mark.timeout(240)
"""Each sets whole articles several times."""

EDITS = {
    "a word": ("It is not simple.", "It is hardly simple."),
    "a line more": ("It is not simple.", "It is not\nsimple."),
    "a paragraph more": ("It is not simple.", "It is not simple.\n\nNot at all."),
    "a paragraph less": ("Those who pay for the fighting are people without arms.", ""),
    "another title": ("title: Who are the National", "title: Who is the National"),
    "another abbreviation": ("  UN: United Nations\n", ""),
    "another order of sources": ("holds the Panjshir Valley\n", "holds the Panjshir Valley [@itv-2021]\n"),
    "a heading less": ("## Can the NRF succeed?", "Can the NRF succeed?"),
    "an unknown source": ("[@spectator-2021]", "[@spectator-2020]"),
    "signs as typed": ("language: en-GB", "language: en-GB\ntypography: as-typed"),
}


@pytest.fixture
def article(example: Path, tmp_path: Path) -> Path:
    shutil.copytree(example, tmp_path / "article")
    shutil.copytree(example.parent / "organisations", tmp_path / "organisations")
    return tmp_path / "article"


def edited(article: Path, original: str, edit: str) -> str:
    before, after = EDITS[edit]
    assert before in original
    (article / "briefing.md").write_text(original.replace(before, after), encoding="utf-8")
    return edit


def made(press: Press, found: Reading) -> tuple[object, ...]:
    html = press.document(found.briefing)
    return html, [(each.tag, each.position) for each in walked(html)]


def walked(element):
    yield element
    for child in element.children:
        if not isinstance(child, str):
            yield from walked(child)


@pytest.mark.parametrize("most", [10_000_000, 60_000, 2_000])
def test_a_warm_press_reads_and_fills_as_a_cold_one(article, most):
    text = (article / "briefing.md").read_text(encoding="utf-8")
    warm = Press()
    warm.memory = Memory(most)
    for edit in (*EDITS, *reversed(EDITS)):
        edited(article, text, edit)
        cold = Press()
        seen, anew = read_folder(article, memory=warm.memory), read_folder(article)
        assert seen == anew, edit
        if not any(each.severity == "error" for each in anew.diagnostics):
            assert made(warm, seen) == made(cold, anew), edit


@pytest.mark.parametrize("most", [10_000_000, 60_000])
def test_a_warm_press_sets_the_pages_of_a_forgetful_one(article, most):
    text, press, warm = (article / "briefing.md").read_text(encoding="utf-8"), Press(), Memory(most)
    for edit in ("a word", "a paragraph more", "a heading less", "another title", "a word"):
        edited(article, text, edit)
        pages = []
        for press.memory in (warm, FORGETFUL):
            found = read_folder(article, memory=press.memory)
            pages.append(repr(press.set(found.briefing, press.document(found.briefing), found.files).pages))
        assert pages[0] == pages[1], edit


@pytest.mark.slow
def test_a_warm_press_makes_the_bytes_of_a_cold_one(article):
    text = (article / "briefing.md").read_text(encoding="utf-8")
    presses = []
    for most in (10_000_000, 60_000, 2_000):
        presses.append(Press())
        presses[-1].memory = Memory(most)
    cold: dict[str, Rendered] = {}
    for edit in (*EDITS, *reversed(EDITS)):
        edited(article, text, edit)
        anew = read_folder(article)
        if any(each.severity == "error" for each in anew.diagnostics):
            continue
        if edit not in cold:
            cold[edit] = Press().render(anew.briefing, files=anew.files)
        for warm in presses:
            seen = read_folder(article, memory=warm.memory)
            assert warm.render(seen.briefing, files=seen.files) == cold[edit], edit
