"""Templates that were compiled when the program was set up."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from templating_sample import SAMPLE

from briefing import resources
from briefing.templating import compile_ahead, load_form, load_template, render, template_names
from briefing.templating.sandbox import Sandbox


class CompiledError(Exception):
    """Jinja2 was asked to make code of a template."""


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Our templates, in a place where they may be changed and compiled."""
    folder = shutil.copytree(resources.templates_folder(), tmp_path / "templates", ignore=lambda *_: ["__pycache__"])
    monkeypatch.setattr("briefing.templating.template.templates_folder", lambda: folder)
    return folder


@pytest.fixture
def no_compiler(monkeypatch: pytest.MonkeyPatch):
    """Call it, and from then on whoever compiles is told."""

    def generate(*_: object, **__: object) -> str:
        raise CompiledError

    return lambda: monkeypatch.setattr(Sandbox, "_generate", generate)


@pytest.mark.parametrize("name", ["briefing", "handout"])
def test_what_was_compiled_is_used_and_writes_the_same(copy, no_compiler, name):
    before = render(SAMPLE, load_template(name))
    compile_ahead()
    no_compiler()
    assert render(SAMPLE, load_template(name)) == before


def test_forms_are_compiled_as_well_and_are_no_templates(copy, no_compiler):
    compile_ahead()
    no_compiler()
    assert load_form("sheet").name == "sheet"
    assert template_names() == ("briefing", "handout", "leaflet", "postcard", "poster", "trifold")


def test_loading_a_template_writes_nothing(copy):
    before = sorted(copy.iterdir())
    render(SAMPLE, load_template("briefing"))
    assert sorted(copy.iterdir()) == before


def test_a_changed_template_is_compiled_anew(copy, no_compiler):
    compile_ahead()
    document = copy / "briefing" / "document.html"
    document.write_text(document.read_text("utf-8") + "\n", "utf-8")
    no_compiler()
    with pytest.raises(CompiledError):
        load_template("briefing")


def test_what_another_sandbox_compiled_is_passed_over(copy, no_compiler, monkeypatch):
    compile_ahead()
    monkeypatch.setattr("briefing.templating.ahead._code_of", lambda module: b"other code")
    no_compiler()
    with pytest.raises(CompiledError):
        load_template("briefing")


def test_what_is_no_code_is_passed_over(copy, no_compiler):
    compile_ahead()
    for file in (copy / "__pycache__").iterdir():
        file.write_bytes(b"no code")
    no_compiler()
    with pytest.raises(CompiledError):
        load_template("briefing")
