"""Events of a file on their way into the PDF: remembered, attached, tried with what is missing."""

from __future__ import annotations

import pikepdf
import pytest
from reading_folders import told, write

import briefing
from briefing.memory import Memory
from briefing.press import Press
from briefing.reading import read_folder

ARTICLE = "---\ntitle: T\nlanguage: {}\ndate: 2021\n---\nText.\n\n::: timeline Years {{events={}}}\n:::\n"
TABLE = "date,event,source\n1979,War,x\n1996,Kabul,y\n"
FILES = {
    "briefing.md": ARTICLE.format("en-GB", "events.csv"),
    "briefing.cy.md": ARTICLE.format("cy", "cy.csv"),
    "events.csv": TABLE,
    "cy.csv": "event\nRhyfel\nCabwl\n",
    "sources.yaml": "x: {title: X, date: 2021}\ny: {title: Y, date: 2021}\n",
}
EDITS = {
    "another date": {"events.csv": TABLE.replace("1979", "1980")},
    "another source": {"events.csv": TABLE.replace(",x", ",y")},
    "another word": {"cy.csv": "event\nRhyfel\nKabul\n"},
    "the same again": FILES,
}


@pytest.mark.parametrize("most", [10_000_000, 2_000])
@pytest.mark.parametrize("language", [None, "cy"])
def test_a_memory_that_is_kept_sees_a_changed_file(tmp_path, most, language):
    folder, memory, press = write(tmp_path / "a", FILES), Memory(most), Press()
    for edit in (*EDITS, *reversed(EDITS)):
        write(folder, EDITS[edit])
        seen = read_folder(folder, language=language, memory=memory)
        anew = read_folder(folder, language=language)
        assert seen == anew, edit
        assert told(anew.diagnostics) == []
        assert press.document(seen.briefing) == Press().document(anew.briefing), edit


def test_an_archive_holds_the_files_and_can_be_made_again_from_them(tmp_path):
    write(tmp_path / "a", FILES)
    built = briefing.build(tmp_path / "a", tmp_path / "a.pdf", language="cy", edition="archive")
    with pikepdf.open(built.path) as pdf:
        kinds = {name: each.get_file().mime_type for name, each in pdf.attachments.items()}
        write(tmp_path / "again", {name: each.get_file().read_bytes() for name, each in pdf.attachments.items()})
    assert {name: kinds[name] for name in ("events.csv", "cy.csv")} == {"events.csv": "text/csv", "cy.csv": "text/csv"}
    again = briefing.build(tmp_path / "again", tmp_path / "again.pdf", language="cy", edition="archive")
    assert again.path.read_bytes() == built.path.read_bytes()


def test_check_tries_the_pages_of_an_article_whose_events_are_missing(tmp_path):
    folder = write(tmp_path, {**FILES, "briefing.cy.md": "", "events.csv": "date,event\n"})
    letter = ARTICLE.format("en-GB", "none.csv").replace("Text.", "Text \uabc0.")
    write(folder, {"briefing.md": letter})
    (folder / "briefing.cy.md").unlink()
    assert [(each.id, str(each.position)) for each in briefing.check(folder) if each.severity == "error"] == [
        ("missing-glyph", "briefing.md:6:6"),
        ("missing-file", "briefing.md:8:28"),
    ]
    write(folder, {"briefing.md": ARTICLE.format("en-GB", "events.csv")})
    assert told(briefing.check(folder))[0] == (
        "events.csv:1:1  error  no-events\n  There are no events in this file.\n"
        "  Write some, one a row below the names of the columns; in TimelineJS's JSON in the list called events."
    )
