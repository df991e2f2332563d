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


def said(
    folder: Path, edition: str, template: str = "briefing", page: str | None = None, path: Path | None = None
) -> list[str]:
    built = build(folder, path or folder.parent / "a.pdf", edition=edition, template=template, page=page)
    return told(built.diagnostics)


def edges(*arguments: object) -> list[str]:
    return [each for each in said(*arguments) if "near-edge" in each or "no-bleed" in each]


def bleed_of(*arguments: object) -> str:
    (sheet,) = (each for each in said(*arguments) if "press-sheet" in each)
    return sheet.splitlines()[2].strip()


@pytest.mark.parametrize("edition", ["grey", "press"])
@pytest.mark.parametrize(
    ("template", "page"),
    [("briefing", "A5"), ("briefing", "letter"), ("handout", "A4"), ("poster", "A4"), ("poster", "A3")],
)
def test_nothing_of_our_templates_is_near_the_edge(example, tmp_path, edition, template, page):
    assert edges(example, edition, template, page, tmp_path / "a.pdf") == []


OFFICE = "Office printers leave the edge white: keep 5 mm in the theme."


def test_what_is_near_the_edge_is_told_of_in_each_edition(folder, tmp_path):
    template = own(tmp_path, right=2, left=15, side=0)
    near = "warning  near-edge\n  On page 1 a picture stands 2.0 mm from the edge of the paper.\n"
    assert edges(folder, "press", template) == [f"{near}  A cut is not exact: keep 5 mm in the theme."]
    assert bleed_of(folder, "press", template) == "Nothing on these pages reaches the edge, so the bleed is empty."
    for edition in ("grey", "screen", "archive"):
        assert edges(folder, edition, template) == [f"{near}  {OFFICE}"]


@pytest.mark.parametrize("margin", [0, 0.8])
def test_a_picture_that_ends_at_the_edge_is_told_of(folder, tmp_path, margin):
    ending = (
        "warning  no-bleed\n  On page 1 a ground or a picture ends at the edge: where the cut misses, a white line is "
        "seen.\n  Give a panel of the theme that ground, which goes on for 3 mm, or keep it away."
    )
    template = own(tmp_path, right=margin, left=margin, side=0)
    assert ending in edges(folder, "press", template)
    assert bleed_of(folder, "press", template) == "Not all that reaches the edge goes on into the bleed."
    near = f"On page 1 a ground or rule stands {margin:.1f} mm from the edge of the paper."
    assert edges(folder, "screen", template) == [f"warning  near-edge\n  {near}\n  {OFFICE}"]


def test_pages_are_named_together(folder, tmp_path):
    article = folder / "briefing.md"
    article.write_text(f"{DATED}# a\n\n{PICTURE}# b {{break=before}}\n\nWords.\n", encoding="utf-8")
    (found,) = edges(folder, "screen", own(tmp_path, right=0, left=0, side=0))
    assert "    Pages that have it too: 2.\n" in found


def test_a_ground_that_reaches_the_edge_goes_on_in_press_and_ends_before_it_elsewhere(example, tmp_path):
    path = tmp_path / "a.pdf"
    filled = "Colour that reaches the edge goes on into the bleed."
    assert bleed_of(example, "press", "poster", "A4", path) == filled
    assert bleed_of(example, "press", "handout", "A4", path) != filled
