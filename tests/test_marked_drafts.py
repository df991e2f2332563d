"""Whether the pages of a draft say that it is one, and what is said where they do not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from reading_folders import HEAD, write

from briefing.cli import main
from briefing.resources import templates_folder

DRAFT = HEAD + "“They are deep,” said Mr Khan.\n"
UNMARKED = (
    "warning  draft-unmarked\n  This is a draft, and its pages do not say so.\n"
    '  Print <span class="draft">{{ words.draft }}</span> in a line of the template that stands on every page, and '
    "hide it nowhere in the theme."
)


def hiding(folder: Path, selector: str) -> str:
    """A template of ours whose theme hides something in the grey edition."""
    shutil.copytree(templates_folder() / "briefing", folder)
    with (folder / "theme.toml").open("a", encoding="utf-8") as theme:
        theme.write(f'\n[editions.grey.styles."{selector}"]\nhidden = true\n')
    return str(folder)


@pytest.mark.parametrize("selector", [".running", "footer", ".running-line", "p.running-start"])
def test_a_draft_whose_theme_hides_the_word_is_told(tmp_path, capsys, selector):
    article = write(tmp_path / "article", {"briefing.md": DRAFT})
    made, template = tmp_path / "made.pdf", hiding(tmp_path / "own", selector)
    assert main(["build", str(article), "--template", template, "--edition", "grey", "-o", str(made)]) == 0
    said = capsys.readouterr()
    assert " ".join(UNMARKED.split()) in " ".join(said.err.split())
    assert "a draft that does not say so." in " ".join(said.out.split())
    assert main(["build", str(article), "--template", template, "-o", str(made)]) == 0
    said = capsys.readouterr()
    assert "draft-unmarked" not in said.err
    assert "marked DRAFT on every page." in " ".join(said.out.split())
