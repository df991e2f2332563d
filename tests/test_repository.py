"""The files around the code: what is at the top, what is locked, what the wheel holds, what the pages link to."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TRACKED = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
PAGES = sorted(name for name in TRACKED if name.endswith(".md") and not name.startswith("assets/"))
LOCKS = ("requirements.lock", "requirements-dev.lock")
NAMED = {
    "assets",
    "briefing",
    "build",
    "docs",
    "templates",
    "tests",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "pyproject.toml",
    *LOCKS,
}


def project() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def locked(name: str) -> dict[str, set[tuple[str, tuple[str, ...]]]]:
    """Versions of each package in a lock file, each with its hashes; two where old Pythons need an older one."""
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    result: dict[str, set[tuple[str, tuple[str, ...]]]] = {}
    for package, version, rest in re.findall(r"^([a-z0-9-]+)==(\S+)(.*)$", text, re.MULTILINE):
        result.setdefault(package, set()).add((version, tuple(re.findall(r"--hash=sha256:[0-9a-f]{64}", rest))))
    return result


def normal(requirement: str) -> str:
    return re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", requirement)[0]).lower()


def test_nothing_else_stands_at_the_top():
    assert {name.partition("/")[0] for name in TRACKED if not name.startswith(".")} <= NAMED


@pytest.mark.parametrize("name", LOCKS)
def test_every_dependency_is_locked_with_hashes(name):
    lock = locked(name)
    wanted = [*project()["project"]["dependencies"], *project()["project"]["optional-dependencies"]["verify"]]
    wanted += project()["dependency-groups"]["build"]
    wanted += project()["dependency-groups"]["dev"] if "dev" in name else []
    assert {normal(each) for each in wanted} <= set(lock)
    assert all(hashes for versions in lock.values() for _, hashes in versions)


def test_the_second_lock_holds_the_first():
    small, large = map(locked, LOCKS)
    assert {name: large.get(name) for name in small} == small


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_host(name):
    assert not re.search(r"https?://|--index|--find-links", (ROOT / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", PAGES)
def test_links_between_pages_lead_somewhere(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    prose = re.sub(r"^```.*?^```|`[^`\n]*`", "", text, flags=re.DOTALL | re.MULTILINE)
    for target in re.findall(r"\]\(([^)\s]+)\)", prose):
        if not re.match(r"[a-z]+:|#", target):
            assert (ROOT / page).parent.joinpath(target.partition("#")[0]).exists(), f"{page}: {target}"


def test_what_git_ignores_and_keeps():
    assert {name for name in TRACKED if name.startswith("build/")} == {"build/.gitignore"}


@pytest.mark.slow
def test_the_wheel_holds_templates_fonts_and_the_example(tmp_path):
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    held = set(zipfile.ZipFile(wheel).namelist())
    inside = ("assets/", "briefing/", "templates/")
    expected = {
        name if name.startswith("briefing/") else f"briefing/{name}" for name in TRACKED if name.startswith(inside)
    }
    assert expected <= held
    assert not [name for name in held if name.startswith(("tests/", "docs/", "assets/", "templates/"))]


def test_property_tests_take_more_examples_in_a_hunt():
    for name in TRACKED:
        if name.startswith("tests/") and name.endswith(".py"):
            found = re.search(r"max_examples=\d+", (ROOT / name).read_text(encoding="utf-8"))
            assert not found, f"{name}: write {found[0].replace('=', '=examples(')}), from hunting import examples"
