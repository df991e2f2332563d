"""No command writes or says a protected word, wherever it stands."""

from __future__ import annotations

import argparse
import io
import json
import sys
import unicodedata
from pathlib import Path

import pikepdf
import pytest
from made_pdfs import Made
from made_pdfs import words as marked
from PIL import Image, PngImagePlugin
from reading_folders import HEAD, picture, write

from briefing.cli import main
from briefing.cli import protected as guarding
from briefing.cli.options import parser
from briefing.errors import ContentError

WORD = "Gulnára"
FORMS = ("gulnara", "guln{", "guln\\'", "guln&")
"""How the word begins, folded, in what a test writes."""
ENTRY = "the entry on line 3 of the protected list names/list.txt"
HINT = "  Take it out, or write something else in its place.\n"
BODY = "The Taliban took power in 1996 [no source, known to all].\n"


def with_note() -> bytes:
    note, buffer = PngImagePlugin.PngInfo(), io.BytesIO()
    note.add_text("Comment", f"Portrait of {WORD}", zip=True)
    Image.new("RGB", (40, 30)).save(buffer, "PNG", pnginfo=note)
    return buffer.getvalue()


def pdf() -> bytes:
    buffer = io.BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        made.docinfo.Title = pikepdf.String(f"About {WORD}")
        made.save(buffer)
    return buffer.getvalue()


BENIGN: dict[str, str | bytes] = {"briefing.md": f"{HEAD}\n{BODY}"}
PLACES: dict[str, dict[str, str | bytes]] = {
    "the title": {"briefing.md": f"---\ntitle: Who is {WORD}?\nlanguage: en-GB\n---\n\n{BODY}"},
    "emphasis": {"briefing.md": f"{HEAD}\nGul**nara** fled.\n"},
    "a divided line": {"briefing.md": f"{HEAD}\nSo did GUL-\nNARA, they say.\n"},
    "an entity": {"briefing.md": f"{HEAD}\nSo did Guln&aacute;ra&rsquo;s mother.\n"},
    "a comment": {"briefing.md": f"{HEAD}\n{BODY}\n<!-- {WORD} told us -->\n"},
    "a field that there is not": {"briefing.md": f"---\ntitle: A\nlanguage: en-GB\n{WORD}: x\n---\n\n{BODY}"},
    "broken fields": {"briefing.md": f"---\ntitle: [{WORD}\nlanguage: en-GB\n---\n\n{BODY}"},
    "a citation": {"briefing.md": f"{HEAD}\nShe fled [@gulnara-2021].\n"},
    "an alternative text": {"briefing.md": f"{HEAD}\n{BODY}\n![{WORD} at home](a.png)\n", "a.png": picture()},
    "the name of a picture": {
        "briefing.md": f"{HEAD}\n{BODY}\n![A woman](gulnara_2.png)\n",
        "gulnara_2.png": picture(),
    },
    "a note in a picture": {"briefing.md": f"{HEAD}\n{BODY}\n![A woman](a.png)\n", "a.png": with_note()},
    "a chart": {
        "briefing.md": f"{HEAD}\n{BODY}\n::: chart {{data=a.csv}} Visits\n:::\n",
        "a.csv": f"who,visits\n{WORD},3\nothers,4\n",
    },
    "events": {
        "briefing.md": f"---\ntitle: A\nlanguage: en-GB\nevents: e.csv\n---\n\n{BODY}\n::: timeline\n:::\n",
        "e.csv": f"date,event\n1996,{WORD} flees [no source, x]\n",
    },
    "the sources": {**BENIGN, "sources.yaml": f"a-2021:\n  title: Letter of {WORD}\n"},
    "BibTeX": {**BENIGN, "a.bib": "@book{a, title = {Guln{\\'a}ra}, year = 2021}\n"},
    "the profile": {
        "briefing.md": f"---\ntitle: A\nlanguage: en-GB\norganisation: ours\n---\n\n{BODY}",
        "organisations/ours.yaml": f"name: Ours\ncontact: {WORD}\n",
    },
}
BUILDS = (
    ["build", "piece"],
    ["build", "piece", "-o", "-"],
    ["build", "piece", "--edition", "archive"],
    ["petition", "piece"],
    ["pack", "piece", "--for", "stall"],
    ["watch", "piece"],
    ["check", "piece"],
    ["check", "piece", "--format", "json"],
    ["check", "piece", "--format", "github"],
    ["check", "piece", "--links"],
    ["check", "piece", "--approve", "A. Person"],
    ["check", "piece", "--sheet"],
    ["check", "piece", "--against", "piece"],
    ["check", "piece", "--ledger"],
    ["check", "piece", "--ledger", "--format", "csv"],
    ["export", "piece", "--as", "html"],
    ["export", "piece", "--as", "docx"],
    ["export", "piece", "--as", "md"],
    ["export", "piece", "--as", "md", "-o", "-"],
)
OTHERS: dict[tuple[str, ...], dict[str, str | bytes]] = {
    ("new", "gulnara"): {},
    ("import", "a.txt", "-o", "new"): {"a.txt": f"A title\n\nThis is about {WORD} and others.\n"},
    ("import", "a.html", "-o", "new"): {
        "a.html": f"<title>T</title><article><p>Of <i>Guln</i>ara.</p>{'<p>x</p>' * 9}"
    },
    ("import", "gulnara.txt"): {"gulnara.txt": "A title\n\nThis is about nobody.\n"},
    ("capture", "piece", "a-2021", "a.txt"): {
        "piece/sources.yaml": "a-2021:\n  title: A\n",
        "a.txt": f"{WORD} said so.",
    },
    ("capture", "piece", "gulnara", "a.txt"): {"piece/sources.yaml": "gulnara:\n  title: A\n", "a.txt": "She said so."},
    ("build", "piece", "-o", "gulnara.pdf"): {},
    ("build", "piece", "-o", "gulnara/a.pdf"): {},
    ("build", "gulnara"): {"gulnara/briefing.md": BENIGN["briefing.md"]},
    ("build", "gulnara-is-not-there"): {},
    ("build", "piece", "--template", "gulnara"): {},
    ("export", "piece", "--as", "html", "-o", "gulnara.html"): {},
    ("pack", "piece", "--for", "stall", "-o", "gulnara"): {},
    ("print", "a.pdf", "--as", "booklet"): {"a.pdf": Made(marked("Of Guln-", "ara and others")).data()},
    ("print", "gulnara.pdf", "--as", "booklet"): {"gulnara.pdf": Made(marked("Of nobody")).data()},
    ("merge", "piece", "--recipients", "a.csv", "-o", "out"): {"a.csv": f"Name,Town\nOf {WORD},Bath\n"},
    ("merge", "piece", "--recipients", "gulnara.csv", "-o", "out"): {"gulnara.csv": "Name\nAnn\n"},
    ("merge", "piece", "--recipients", "a.csv", "-o", "gulnara"): {"a.csv": "Name\nAnn\n"},
    ("verify", "b.pdf"): {"b.pdf": Made(marked("Of Gulnara")).data()},
    ("verify", "a.pdf"): {"a.pdf": pdf()},
    ("verify", "a.pdf", "--format", "json"): {"a.pdf": pdf()},
    ("verify", "gulnara.pdf"): {"gulnara.pdf": b"no PDF"},
    ("schema", "--protected", "fields.txt"): {"fields.txt": "standfirst"},
}


def ask_nobody(inquiries: object, *_others: object) -> bool:
    assert not inquiries
    return False


@pytest.fixture
def desk(tmp_path, monkeypatch) -> Path:
    """A folder with a list of protected words and an article that holds none."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "configuration"))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.delenv(guarding.VARIABLE, raising=False)
    monkeypatch.setattr("watchfiles.watch", lambda *_places, **_options: iter(()))
    monkeypatch.setattr(
        "briefing.online.checking.ask_all", lambda inquiries, *_others: {}[inquiries] if inquiries else False
    )
    write(tmp_path / "names", {"list.txt": f"# whom we protect\n\n{WORD}  # of Faryab\n"})
    write(tmp_path / "piece", BENIGN)
    return tmp_path


def run(capfdbinary, *words: str) -> tuple[int, bytes, bytes]:
    status = main([*words, "--protected", "names/list.txt"])
    return status, *capfdbinary.readouterr()


def tells(data: bytes) -> bool:
    text = data.decode("utf-8", "replace").casefold()
    plain = "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    return any(form in plain for form in FORMS)


def everything(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() if path.is_file() else b"" for path in folder.rglob("*")}


def test_every_command_is_among_those_that_are_tried():
    (commands,) = (action for action in parser()._actions if isinstance(action, argparse._SubParsersAction))
    assert set(commands.choices) == {words[0] for words in (*BUILDS, *OTHERS)}


@pytest.mark.parametrize("words", BUILDS, ids=" ".join)
@pytest.mark.parametrize("place", PLACES)
def test_a_hit_in_an_article_stops_every_command(desk, capfdbinary, words, place):
    write(desk / "piece", PLACES[place])
    before = everything(desk)
    status, out, err = run(capfdbinary, *words)
    assert b"the entry on line 3 of the protected list names/list.txt" in out + err
    assert not tells(out + err)
    assert status == (0 if words[0] == "watch" else 1)
    assert everything(desk) == before


@pytest.mark.parametrize("words", OTHERS, ids=" ".join)
def test_a_hit_elsewhere_stops_every_command(desk, capfdbinary, words):
    write(desk, OTHERS[words])
    before = everything(desk)
    status, out, err = run(capfdbinary, *words)
    assert b"of the protected list" in err
    assert not tells(out + err)
    assert status == 1
    assert everything(desk) == before


@pytest.mark.parametrize("words", [words for words in BUILDS if "-" not in words], ids=" ".join)
def test_without_a_hit_every_command_does_as_before(desk, capfdbinary, words):
    plain = main(list(words)), capfdbinary.readouterr()
    files = everything(desk)
    guarded = run(capfdbinary, *words)
    assert everything(desk) == files
    if words[0] not in ("check", "watch"):  # check says which list it used, watch says the time
        assert guarded == (plain[0], *plain[1])


def test_a_hit_is_told_by_its_place_and_the_line_of_the_list(desk, capfdbinary):
    write(desk / "piece", {"briefing.md": f"{HEAD}\n{BODY}\nIt was {WORD}.\n"})
    hit = f"briefing.md:8:8  error  protected-word\n  A protected word stands here: {ENTRY}.\n{HINT}\n"
    assert run(capfdbinary, "build", "piece") == (1, b"", f"{hit}Nothing was written: 1 error.\n".encode())


def test_check_says_how_many_entries_were_used_and_of_which_list(desk, capfdbinary):
    _, out, _ = run(capfdbinary, "check", "piece", "--format", "json")
    notes = [each for each in json.loads(out)["diagnostics"] if each["id"] == "protected"]
    assert [each["message"] for each in notes] == [
        "Everything was compared with one entry of the protected list names/list.txt."
    ]


def test_all_lists_that_there_are_count(desk, monkeypatch, capsys):
    configuration = guarding.configuration_folder()
    write(desk, {"a.txt": "Aaaa", "b.txt": "Bbbb"})
    write(configuration, {"protected.txt": "Cccc"})
    monkeypatch.setenv(guarding.VARIABLE, "b.txt")
    for word in ("Aaaa", "Bbbb", "Cccc"):
        write(desk / "piece", {"briefing.md": f"{HEAD}\n{word} fled.\n"})
        assert main(["check", "piece", "--protected", "a.txt"]) == 1
        assert "A protected word stands here: the entry on line 1 of" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("there-is-none.txt", None, "cannot be read: No such file or directory"),
        ("names", None, "cannot be read: Is a directory"),
        ("a.txt", b"\xe9", "is not UTF-8 text"),
    ],
)
@pytest.mark.parametrize("way", ["option", "variable"])
def test_a_list_that_cannot_be_read_stops_every_command(desk, monkeypatch, capsys, name, data, problem, way):
    if data:
        write(desk, {name: data})
    words = ["build", "piece"]
    if way == "variable":
        monkeypatch.setenv(guarding.VARIABLE, name)
    else:
        words += ["--protected", name]
    assert main(words) == 1
    assert f"  The protected list {name} {problem}.\n" in capsys.readouterr().err
    assert not (desk / "build").exists()


def test_the_users_own_list_cannot_be_overlooked(desk, capsys):
    write(guarding.configuration_folder(), {"protected.txt/inside": ""})
    assert main(["build", "piece"]) == 1
    assert "cannot be read: Is a directory" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words", [("build", "piece"), ("capture", "piece", "a", "a.txt"), ("check", "piece", "--ledger")]
)
def test_a_list_in_the_folder_of_the_article_is_refused(desk, capsys, words):
    write(desk, {"piece/names.txt": "Aaaa", "a.txt": "a"})
    assert main([*words, "--protected", "piece/names.txt"]) == 1
    assert capsys.readouterr().err.startswith(
        "error  protected-inside\n  The protected list piece/names.txt lies in the folder of the article.\n"
        "  Move it out: whoever is given the folder would be given the names.\n"
    )


def test_a_list_may_be_named_before_the_command(desk, capsys):
    write(desk, {"a.txt": "Aaaa", "piece/briefing.md": f"{HEAD}\nAaaa fled.\n"})
    for words in (["--protected", "a.txt", "build", "piece"], ["--protected=a.txt", "build", "piece"]):
        assert main(words) == 1
        assert "the entry on line 1 of the protected list a.txt" in capsys.readouterr().err


@pytest.mark.parametrize(("link", "leads_to"), [("piece/names.txt", "a.txt"), ("b.txt", "piece/names.txt")])
def test_a_link_to_or_from_the_folder_of_the_article_is_refused(desk, capsys, link, leads_to):
    write(desk, {leads_to: "Aaaa"})
    (desk / link).symlink_to(desk / leads_to)
    assert main(["build", "piece", "--protected", link]) == 1
    assert capsys.readouterr().err.startswith(
        f"error  protected-inside\n  The protected list {link} lies in the folder"
    )


@pytest.mark.parametrize(
    "words", [["gulnara"], ["build", "--gulnara", "piece"], ["check", "piece", "--with", "gulnara"]]
)
def test_wrong_usage_repeats_no_protected_word(desk, capfdbinary, words):
    status, out, err = run(capfdbinary, *words)
    assert (status, out) == (1, b"")
    assert err.decode() == f"error  protected-word\n  What would be printed holds a protected word: {ENTRY}.\n{HINT}\n"


def test_a_failure_of_the_program_repeats_no_protected_word(desk, capfdbinary, monkeypatch):
    def fail(*_arguments: object, **_options: object) -> None:
        raise KeyError(WORD)

    monkeypatch.setattr("briefing.press.build", fail)
    status, out, err = run(capfdbinary, "build", "piece")
    assert (status, out) == (1, b"")
    assert "What would be said of a failure holds a protected word" in err.decode()
    assert not tells(err)
    monkeypatch.setattr("briefing.press.build", lambda *_arguments, **_options: {}["harmless"])
    with pytest.raises(KeyError, match="harmless"):
        main(["build", "piece", "--protected", "names/list.txt"])


def test_what_is_flushed_is_seen_before_the_command_ends(desk, capsys, monkeypatch):
    from briefing.protecting import protected_words

    with guarding.sparing(protected_words([Path("names/list.txt")])):
        print("Paste the words.", file=sys.stderr)
        print("one", flush=True)
        seen = capsys.readouterr()
        print("two")
    assert (seen.out, seen.err) == ("one\n", "Paste the words.\n")
    assert capsys.readouterr().out == "two\n"


def test_the_library_takes_the_words_as_a_value(desk):
    import briefing

    words = briefing.protected_words([Path("names/list.txt")])
    write(desk / "piece", {"briefing.md": f"{HEAD}\n{WORD} fled.\n"})
    with pytest.raises(briefing.ProtectedError):
        briefing.build("piece", protected=words)
    assert [each.id for each in briefing.check("piece", protected=words)] == ["protected-word"]
    with pytest.raises(ContentError):
        briefing.protected_words([Path("nowhere.txt")])
