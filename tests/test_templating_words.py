"""The words of the interface by language, and the catalogues of translations that they come from."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.errors import TemplateError
from briefing.resources import templates_folder
from briefing.templating.catalogue import read_catalogue
from briefing.templating.words import read_words

FOLDER = templates_folder() / "words"
ENGLISH = read_words(FOLDER, "en").own
CATALOGUES = sorted(file.stem for file in FOLDER.glob("*.po"))
HEAD = 'msgid ""\nmsgstr "Language: xx\\n"\n'
HINT = "  Open it in a program for translations, such as Poedit, and save it again."


def entry(name: str, english: str, translation: str, flags: str = "") -> str:
    return f'\n{flags}msgctxt "{name}"\nmsgid "{english}"\nmsgstr "{translation}"\n'


def folder_of(tmp_path: Path, **catalogues: str) -> Path:
    """A folder of words with catalogues by tag, ``_`` for ``-``."""
    (tmp_path / "en.toml").write_text('a = "a"\nb = "b {x}"\nc = "c"\n', "utf-8")
    for tag, text in catalogues.items():
        (tmp_path / f"{tag.replace('_', '-')}.po").write_text(HEAD + text, "utf-8")
    return tmp_path


def said(folder: Path, tag: str = "xx") -> str:
    with pytest.raises(TemplateError) as caught:
        read_words(folder, tag)
    return str(caught.value)


def test_eight_languages_have_translations() -> None:
    assert CATALOGUES == ["ar", "de", "es", "fa", "fa-AF", "fr", "ps", "ur"]


@pytest.mark.parametrize("tag", CATALOGUES)
def test_a_catalogue_has_every_word_and_no_other(tag: str) -> None:
    with (FOLDER / f"{tag}.po").open(encoding="utf-8") as file:
        messages = {message.context: message for message in read_po(file, abort_invalid=True) if message.id}
    assert {name: message.id for name, message in messages.items()} == ENGLISH
    assert read_catalogue(FOLDER / f"{tag}.po", ENGLISH).keys() == ENGLISH.keys()


@pytest.mark.parametrize("tag", CATALOGUES)
def test_a_translation_is_filled_in_as_the_english_is(tag: str) -> None:
    words = read_words(FOLDER, tag)
    for name, english in ENGLISH.items():
        fields = {field: f"<{field}>" for field in ("ask", "actor", "mark", "page", "pages", "by", "on", "original")}
        fields |= {field: f"<{field}>" for field in ("first", "last", "whom", "date", "language", "authors", "until")}
        fields |= {field: f"<{field}>" for field in ("address", "credits", "number", "version", "title", "events")}
        fields |= {
            field: f"<{field}>" for field in ("part", "parts", "count", "total", "figures", "figure", "name", "text")
        }
        filled = words.text(name).format(**fields)
        assert all((f"<{field}>" in filled) == (f"{{{field}}}" in english) for field in fields), name
        assert filled.strip() == filled or name in ("comma", "semicolon")


def test_a_nearer_language_wins(tmp_path: Path) -> None:
    far = entry("a", "a", "fa a") + entry("b", "b {x}", "fa {x}")
    folder = folder_of(tmp_path, fa=far, fa_AF=entry("a", "a", "af a"))
    words = read_words(folder, "fa-AF")
    assert [words.text(name) for name in "abc"] == ["af a", "fa {x}", "c"]
    assert [str(words[name]) for name in "abc"] == ["af a", "fa {x}", '<span lang="en" dir="ltr">c</span>']
    assert [read_words(folder, tag).text("a") for tag in ("prs", "fa-IR", "de", "../fa", "en-GB")] == [
        "af a", "fa a", "a", "a", "a",
    ]  # fmt: skip


def test_a_changed_catalogue_is_read_again(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, xx=entry("a", "a", "xx"))
    assert read_words(folder, "xx") is read_words(folder, "xx")
    folder_of(tmp_path, xx=entry("a", "a", "other"))
    assert read_words(folder, "xx").text("a") == "other"


def test_a_catalogue_in_the_place_of_one_as_old_and_as_large_is_read(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, xx=entry("a", "a", "one"))
    catalogue, other = folder / "xx.po", folder / "other"
    assert read_words(folder, "xx").text("a") == "one"
    other.write_text(catalogue.read_text("utf-8").replace("one", "two"), encoding="utf-8")
    os.utime(other, ns=(catalogue.stat().st_atime_ns, catalogue.stat().st_mtime_ns))
    other.replace(catalogue)
    assert read_words(folder, "xx").text("a") == "two"


@pytest.mark.parametrize(
    "text",
    [
        entry("a", "a", ""),
        entry("a", "a", "xx", "#, fuzzy\n"),
        entry("a", "an older a", "xx"),
        entry("another", "a", "xx"),
        '\nmsgid "a"\nmsgstr "xx"\n',
        "#~ " + entry("a", "a", "xx").strip().replace("\n", "\n#~ "),
    ],
    ids=["empty", "fuzzy", "stale", "unknown", "nameless", "obsolete"],
)
def test_what_is_no_translation_of_now_is_missing(tmp_path: Path, text: str) -> None:
    words = read_words(folder_of(tmp_path, xx=text + entry("c", "c", "xx c")), "xx")
    assert words.missing == ("a", "b")
    assert words["a"] == '<span lang="en">a</span>'
    assert words.text("c") == "xx c"


def test_what_is_filled_in_otherwise_is_told_all_at_once(tmp_path: Path) -> None:
    text = entry("a", "a", "{x} {}") + entry("b", "b {x}", "xx {x!r} {x.y:>9}") + entry("c", "c", "{")
    assert said(folder_of(tmp_path, xx=text)) == (
        "words/xx.po:5:1  error  words\n"
        "  The translation of a has {x}, which the English has not and has {}, which the English has not.\n"
        "  The English is: a\n"
        "words/xx.po:9:1  error  words\n"
        "  The translation of b lacks {x} and has {x!r}, which the English has not and has {x.y:>9}, "
        "which the English has not.\n"
        "  The English is: b {x}\n"
        "words/xx.po:13:1  error  words\n"
        "  The translation of c has a brace without its partner, which the English has not.\n"
        "  The English is: c"
    )


@pytest.mark.parametrize(
    ("data", "line", "reason"),
    [
        (b"\xff", 1, "it is not UTF-8"),
        (b'msgid "a"\nmsgstr "b"\n\nrubbish\n', 4, "this is not what gettext expects"),
        (b'# a\n"b"\n', 2, "this is not what gettext expects"),
        (b'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n', 1, "it has plural forms, and no word of a template has"),
        (b"#" * 200_001, 1, "it has more than 200 kB"),
        (b'msgid "a"\nmsgstr[x] "b"\n', 1, "it is no gettext file"),
        (b'msgid ""\nmsgstr "PO-Revision-Date: x-y\\n"\n', 1, "it is no gettext file"),
    ],
)
def test_a_catalogue_that_cannot_be_read(tmp_path: Path, data: bytes, line: int, reason: str) -> None:
    folder = folder_of(tmp_path)
    (folder / "xx.po").write_bytes(data)
    assert said(folder) == f"words/xx.po:{line}:1  error  words\n  The translations cannot be read: {reason}.\n{HINT}"


def test_a_folder_is_no_catalogue(tmp_path: Path) -> None:
    with pytest.raises(TemplateError) as caught:
        read_catalogue(tmp_path, {})
    assert str(caught.value).splitlines()[1] == "  The translations cannot be read: it cannot be opened."


PIECES = st.sampled_from(
    ['msgid "', 'msgstr "', 'msgctxt "', 'msgstr[0] "', '"\n', "\\n", "#, fuzzy\n", "#: ", "#~ ", "a", "{", "}", ":",
     "\n", "Language: ", "Plural-Forms: nplurals=2; plural=n",
     "Content-Type: text/plain; charset=x", "POT-Creation-Date: 1"]
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(PIECES | st.text(max_size=5)).map("".join))
def test_any_text_is_read_or_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "xx.po"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        words = read_catalogue(file, {"a": "a"})
    except TemplateError:
        return
    assert words.keys() <= {"a"}


def brought_up_to_date(folder: Path) -> None:
    script = Path(__file__).parent.parent / ".ci" / "catalogues.py"
    subprocess.run([sys.executable, script, folder], check=True)


def test_the_form_for_new_translations_is_up_to_date(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    brought_up_to_date(tmp_path)
    assert (tmp_path / "words.pot").read_text("utf-8") == (FOLDER / "words.pot").read_text("utf-8"), "call: make words"


def test_translations_of_older_english_words_wait_for_review(tmp_path: Path) -> None:
    comments = "# spoken\n"
    folder = folder_of(tmp_path, xx=entry("a", "an older a", "xx a", comments) + entry("c", "c", "xx c", comments))
    brought_up_to_date(folder)
    assert (folder / "xx.po").read_text("utf-8") == (
        HEAD
        + '\n# spoken\n#. \n#, fuzzy\n#| msgid "an older a"\nmsgctxt "a"\nmsgid "a"\nmsgstr "xx a"\n'
        + entry("b", "b {x}", "", "#. \n")
        + entry("c", "c", "xx c", "# spoken\n#. \n")
    )
    assert read_words(folder, "xx").missing == ("a", "b")


def test_english_needs_no_reader_of_catalogues() -> None:
    code = (
        "import sys; from pathlib import Path; from briefing.templating.words import read_words;"
        f"read_words(Path({str(FOLDER)!r}), 'en-GB'); print(sorted(sys.modules))"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "briefing.templating.catalogue" in ast.literal_eval(loaded)
    assert "babel.messages" not in ast.literal_eval(loaded)
