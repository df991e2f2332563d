"""Whole texts as they are copied from pages, each with the folder that it has to become."""

from pathlib import Path

import pytest

from briefing.errors import errors_of
from briefing.importing import import_file
from briefing.reading import read_folder

SCRAPES = sorted((Path(__file__).parent / "scrapes").iterdir())


@pytest.mark.parametrize("scrape", SCRAPES, ids=lambda path: path.name)
def test_a_scrape_becomes_a_folder_that_builds(scrape, tmp_path):
    folder = tmp_path / "article"
    import_file("scrape.txt", (scrape / "scrape.txt").read_bytes(), folder)
    expected = {path.name: path.read_text(encoding="utf-8") for path in scrape.iterdir() if path.name != "scrape.txt"}
    assert {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()} == expected
    assert not errors_of(read_folder(folder).diagnostics)


@pytest.mark.parametrize("scrape", SCRAPES, ids=lambda path: path.name)
def test_no_word_of_a_scrape_is_lost(scrape, tmp_path):
    """What is not in the text is quoted in a question."""
    folder = tmp_path / "article"
    import_file("scrape.txt", (scrape / "scrape.txt").read_bytes(), folder)
    written = " ".join(path.read_text(encoding="utf-8") for path in folder.iterdir()).replace("\\", "")
    words = (scrape / "scrape.txt").read_text(encoding="utf-8").split()
    assert [word for word in words if _without_marks(word) not in written] == []


def _without_marks(word: str) -> str:
    """Leave out bullets, signs around a word, what follows a reader about, and what stands before an author."""
    return word.partition("?utm_")[0].strip("->*•“”„.,|()").replace("نویسنده:", "")
