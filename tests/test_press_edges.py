"""What stands too near to the edge of the paper, or ends at it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from reading_folders import HEAD, picture, told, write

from briefing.press import build
from briefing.resources import templates_folder

DATED = HEAD.replace("title:", "date: 2021-09-02\ntitle:")
PICTURE = "![A field](a.jpg){people=none}\n\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "piece", {"briefing.md": f"{DATED}{PICTURE}Words.\n", "a.jpg": picture("JPEG")})


def own(tmp_path: Path, **lengths: float) -> str:
    """Copy our template, with other margins."""
    path = tmp_path / "own"
    shutil.copytree(templates_folder() / "briefing", path)
    theme = path / "theme.toml"
    lines = theme.read_text(encoding="utf-8").splitlines()
    names = [line.split(" = ")[0] for line in lines]
    for name, length in lengths.items():
        lines[names.index(f"{name}_mm")] = f"{name}_mm = {length}"
    theme.write_text("\n".join(lines), encoding="utf-8")
    return str(path)


def edges(
    folder: Path, edition: str, template: str = "briefing", page: str | None = None, path: Path | None = None
) -> list[str]:
    built = build(folder, path or folder.parent / "a.pdf", edition=edition, template=template, page=page)
    return [each for each in told(built.diagnostics) if "near-edge" in each or "no-bleed" in each]


@pytest.mark.parametrize("edition", ["grey", "press"])
@pytest.mark.parametrize(
    ("template", "page"), [("briefing", "A5"), ("briefing", "letter"), ("handout", "A4"), ("poster", "A4")]
)
def test_nothing_of_our_templates_is_near_the_edge(example, tmp_path, edition, template, page):
    assert edges(example, edition, template, page, tmp_path / "a.pdf") == []


def test_a_text_near_the_edge_is_told_of_where_it_is_printed(folder, tmp_path):
    template = own(tmp_path, right=2, left=15, side=0)
    near = "warning  near-edge\n  On page 1 a picture stands 2.0 mm from the edge of the paper.\n"
    assert edges(folder, "press", template) == [f"{near}  A cut is not exact: keep 5 mm in the theme."]
    assert edges(folder, "grey", template) == [f"{near}  Office printers leave the edge white: keep 5 mm in the theme."]
    assert edges(folder, "screen", template) == []


def test_a_picture_that_ends_at_the_edge_is_told_of(folder, tmp_path):
    ending = (
        "warning  no-bleed\n  On page 1 a ground or a picture ends at the edge: where the cut misses, a white line is "
        "seen.\n  Give a panel of the theme that ground, which goes on for 3 mm, or keep it away."
    )
    template = own(tmp_path, right=0, left=0, side=0)
    assert ending in edges(folder, "press", template)
    assert ending not in edges(folder, "grey", template)
