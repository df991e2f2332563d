"""Where templates and fonts are, and which font families serve which script."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from language_tools import ARTICLES, script_of

from briefing import resources
from briefing.resources import (
    assets_folder,
    folders,
    font_families,
    hint_for,
    install_command,
    installing,
    pip_command,
    templates_folder,
)
from briefing.typesetting.text.opportunities import needs_dictionary

ROOT = Path(__file__).parent.parent
TABLE = tomllib.loads((assets_folder() / "fonts" / "families.toml").read_text(encoding="utf-8"))
ROLES = ("reading", "informing")


def test_resources_are_there() -> None:
    assert (templates_folder() / "briefing" / "document.html").is_file()
    assert (assets_folder() / "fonts").is_dir()


def test_in_a_wheel_resources_are_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "briefing" / "templates").mkdir(parents=True)
    monkeypatch.setattr(folders, "_PACKAGE", tmp_path / "briefing")
    assert templates_folder() == tmp_path / "briefing" / "templates"
    assert assets_folder() == tmp_path / "assets"


def names(script: str, language: str, role: str = "reading") -> list[str]:
    return [family.name for family in font_families(script, language, role)]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("script", TABLE["scripts"])
def test_the_table_of_families_is_whole(script: str, role: str) -> None:
    found = font_families(script, "und", role)
    assert found
    assert len({family.name for family in found}) == len(found)
    assert all(0.85 <= family.scale <= 1.2 for family in found)
    assert not any(family.extra and family.wanted for family in found)


def test_every_family_serves_a_script_and_every_package_a_family() -> None:
    used = {name for row in TABLE["scripts"].values() for role in ROLES for name in row.get(role, ())}
    assert used == set(TABLE["families"])
    assert {row["package"] for row in TABLE["families"].values() if "package" in row} == set(TABLE["packages"])


def test_the_extras_of_the_table_bring_its_packages() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {"": project["dependencies"], **project["optional-dependencies"]}
    for package, row in TABLE["packages"].items():
        distribution = package.replace("_", "-")
        bounds = [each for each in wanted[row["extra"]] if each.startswith(f"{distribution}>=")]
        assert [each for each in bounds if ",<" in each], f"{distribution} in [{row['extra']}], with an upper bound"


def test_the_versions_of_the_table_are_those_of_the_tests() -> None:
    lock = (ROOT / "requirements-dev.lock").read_text(encoding="utf-8")
    for package, row in TABLE["packages"].items():
        assert f"\n{package.replace('_', '-')}=={row['version']} " in lock


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("script", ["Latn", "Grek", "Cyrl", "Armn", "Geor", "Arab", "Hebr", "Zsym"])
def test_some_scripts_can_be_set_without_any_extra(script: str, role: str) -> None:
    always = [family for family in font_families(script, "und", role) if not family.extra and not family.wanted]
    assert always
    assert all(family.files for family in always)


def test_the_upright_regular_font_comes_first() -> None:
    family = next(each for each in font_families("Armn", "hy", "reading") if each.name == "DejaVu Serif")
    assert [(file.name, file.italic, file.bold) for file in family.files] == [
        ("DejaVuSerif.ttf", False, False),
        ("DejaVuSerif-Italic.ttf", True, False),
        ("DejaVuSerif-Bold.ttf", False, True),
        ("DejaVuSerif-BoldItalic.ttf", True, True),
    ]
    assert all(file.path.name == file.name and file.path.is_file() for file in family.files)


def test_each_role_has_its_own_order() -> None:
    assert names("Arab", "fa-AF") == ["Noto Naskh Arabic", "Noto Sans Arabic"]
    assert names("Arab", "fa-AF", "informing") == ["Noto Sans Arabic", "Noto Naskh Arabic"]
    assert names("Taml", "ta") == names("Taml", "ta", "informing") == ["Noto Sans Tamil"]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("zh", "SC"),
        ("zh-Hans-HK", "SC"),
        ("zh-Hant", "TC"),
        ("zh-hant-hk", "TC"),
        ("zh-TW", "TC"),
        ("yue", "TC"),
        ("ja-JP", "JP"),
        ("ko", "KR"),
        ("en-GB", "SC"),
        ("jam", "SC"),
        ("", "SC"),
    ],
)
def test_ideographs_are_drawn_as_the_language_draws_them(language: str, expected: str) -> None:
    found = names("Hani", language)
    assert found[0] == f"Noto Sans {expected}"
    assert sorted(found) == [f"Noto Sans {each}" for each in ("JP", "KR", "SC", "TC")]


def test_an_unknown_script_has_no_family() -> None:
    assert font_families("Zzzz", "en", "reading") == ()
    assert hint_for("Zzzz", "en") == ""


def test_a_font_of_the_users_folder_is_found_by_its_name(tmp_path: Path) -> None:
    def files() -> list[tuple[str, bool]]:
        (family,) = font_families("Tibt", "bo", "reading", tmp_path)
        return [(file.name, file.bold) for file in family.files]

    assert files() == []
    for name in ("NotoSerifTibetan-Bold.ttf", "NotoSerifTibetan-Regular.ttf", "Comic.ttf"):
        (tmp_path / name).write_bytes(b"")
    assert files() == [("NotoSerifTibetan-Regular.ttf", False), ("NotoSerifTibetan-Bold.ttf", True)]
    assert hint_for("Tibt", "bo", tmp_path) == ""
    (tmp_path / "NotoSerifTibetan-VariableFont_wght.ttf").write_bytes(b"")
    assert files() == [("NotoSerifTibetan-VariableFont_wght.ttf", False)]


def test_the_users_folder_is_not_asked_for_what_a_package_brings(tmp_path: Path) -> None:
    (tmp_path / "NotoSansThai[wght].ttf").write_bytes(b"")
    assert font_families("Thai", "th", "reading", tmp_path) == font_families("Thai", "th", "reading")


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place where packages are installed, with none of the extras."""
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    monkeypatch.setattr(sys, "meta_path", [each for each in sys.meta_path if "editable" not in repr(each).lower()])
    for package in TABLE["packages"]:
        monkeypatch.delitem(sys.modules, package, raising=False)
    return tmp_path


def test_a_package_of_fonts_is_found_and_not_imported(installed: Path) -> None:
    assert font_families("Khmr", "km", "reading")[0].files == ()
    package = installed / "manimgx_fonts"
    package.mkdir()
    (package / "NotoSansKhmer[wght].ttf").write_bytes(b"")
    assert font_families("Khmr", "km", "reading")[0].files == (), "a folder alone is no package"
    (package / "__init__.py").write_text("raise SystemExit", encoding="utf-8")
    sys.path_importer_cache.pop(str(installed), None)
    (file,) = font_families("Khmr", "km", "reading")[0].files
    assert file == ("NotoSansKhmer[wght].ttf", package / "NotoSansKhmer[wght].ttf", False, False)
    assert "manimgx_fonts" not in sys.modules


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ("Thai", f"Install the fonts for Thai: {install_command('fonts')}"),
        ("Latn", f"Install the fonts for rarer Latin letters: {install_command('fonts')}"),
        ("Zsye", f"Install the fonts for emoji: {install_command('fonts')}"),
        ("Hani", f"Install the fonts for Chinese, Japanese and Korean: {install_command('fonts-cjk')}"),
        (
            "Tibt",
            "Put the font for Tibetan, NotoSerifTibetan-Regular.ttf of the Noto fonts, "
            "into the folder fonts of your configuration.",
        ),
        ("Arab", ""),
    ],
)
@pytest.mark.usefixtures("installed")
def test_the_hint_says_what_to_type(script: str, expected: str) -> None:
    assert hint_for(script, "und") == expected


@pytest.mark.parametrize(
    ("script", "package", "file", "version"),
    [
        ("Thai", "pylopdf_fonts_th", "NotoSerifThai-Variable.ttf", "0.1.1"),
        ("Latn", "fontpkg_noto_serif", "NotoSerif[wdth,wght].ttf", "2.15"),
        ("Brai", "matplotlib", "DejaVuSans.ttf", "3.11.2"),
    ],
)
def test_a_package_that_has_renamed_its_files_is_not_installed_again(
    installed: Path, script: str, package: str, file: str, version: str
) -> None:
    (installed / package).mkdir()
    (installed / package / "__init__.py").write_text("", encoding="utf-8")
    distribution = package.replace("_", "-")
    assert hint_for(script, "und") == (
        f"The package {distribution} that is installed has no {file}; its version {version} has it: "
        + pip_command(f"{distribution}=={version}")
    )


@pytest.fixture
def asked_anew() -> Iterator[None]:
    """What is installed is asked once a process: before and after such a test it is forgotten."""
    installing._is_installed.cache_clear()
    yield
    installing._is_installed.cache_clear()


def distribution_of(place: Path, command: str) -> None:
    folder = place / "briefing-1.0.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: briefing\nVersion: 1.0\n", encoding="utf-8")
    (folder / "entry_points.txt").write_text(f"[console_scripts]\nbriefing = {command}\n", encoding="utf-8")


@pytest.mark.usefixtures("asked_anew")
def test_where_the_program_is_installed_an_extra_is_named_after_it(installed: Path) -> None:
    distribution_of(installed, "briefing.__main__:run")
    assert install_command("fonts").endswith(' -m pip install "briefing[fonts]"')


@pytest.mark.usefixtures("asked_anew")
@pytest.mark.parametrize("command", ["", "briefing.cli:main"])
def test_where_it_is_not_a_stranger_s_project_is_not_named(installed: Path, command: str) -> None:
    if command:
        distribution_of(installed, command)
    assert install_command("fonts").endswith(f' -m pip install "{ROOT}[fonts]"')


def test_our_distribution_is_known_by_its_command() -> None:
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]
    assert scripts == {installing._NAME: installing._COMMAND}


def test_the_hint_names_the_users_folder() -> None:
    assert hint_for("Mong", "mn-Mong", Path("settings", "fonts")) == (
        "Put the font for Mongolian, NotoSansMongolian-Regular.ttf of the Noto fonts, "
        f"into the folder {Path('settings', 'fonts')}."
    )


def test_the_face_of_the_room_offers_what_its_modules_do() -> None:
    modules = (folders, resources.citation_styles, resources.families, resources.installing)
    assert set(resources.__all__) == {name for module in modules for name in module.__all__}


@pytest.mark.parametrize("language", ["th", "lo", "km", "my", "hi", "ja"])
def test_the_documentation_says_where_dictionaries_are_needed(language: str) -> None:
    text = (ROOT / "docs" / "languages.md").read_text(encoding="utf-8")
    script = TABLE["scripts"][{"Jpan": "Hani"}.get(script_of(language), script_of(language))]["name"]
    [row] = [line for line in text.splitlines() if line.startswith("|") and script in line.split("|")[1]]
    assert ("`asian`" in row.split("|")[3]) == needs_dictionary(ARTICLES[language])


def test_the_documentation_names_every_script_and_extra() -> None:
    text = (ROOT / "docs" / "languages.md").read_text(encoding="utf-8")
    scripts = {row["name"].removeprefix("rarer ").removesuffix(" letters") for row in TABLE["scripts"].values()}
    assert not [name for name in scripts if name not in text]
    assert not [row for row in TABLE["packages"].values() if row["extra"] and f'".[{row["extra"]}]"' not in text]
