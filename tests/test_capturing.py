"""The words of a source, as somebody has them → a text beside the article."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from reading_folders import HEAD, told, write
from typesetting_tools import pdf_of

from briefing import press
from briefing.capturing import KINDS, LARGEST, Stored, capture
from briefing.capturing.listing import added, renamed, without
from briefing.capturing.pages import joined
from briefing.capturing.pdf_child import text_of_pdf
from briefing.cli.options import CAPTURED
from briefing.errors import BriefingError, ContentError, OutputError
from briefing.reading import read_folder
from briefing.reading.sources import Capture, captures_in, digest

ROOT = Path(__file__).parent.parent
DAY = date(2021, 8, 13)
"""When most are captured."""
PAGE = b"""<!doctype html><html><head><title>A note</title><style>p {}</style>
<link rel="canonical" href="https://www.example.org/note/"></head><body><nav>Home</nav>
<h1>A note</h1><p>Some 80&nbsp;per cent of <b>nearly</b> a quar&shy;ter<br>of a million.</p>
<table><tr><td>May<td>250,000</table><script>var no = 1</script></body></html>"""


@pytest.fixture
def folder(tmp_path) -> Path:
    sources = "un-2021:\n  title: A note\n  url: https://example.org/note\n  date: 2021\ngov/a:\n  title: G\n"
    sources += "con:\n  title: C\n"
    return write(tmp_path / "piece", {"briefing.md": f"{HEAD}Some words. [@un-2021]\n", "sources.yaml": sources})


def keep(folder: Path, data: bytes, key: str = "un-2021", **options) -> Stored:
    return capture(folder, key, data, **{"name": "note", "captured": DAY, **options})


def refused(folder: Path, data: bytes, **options) -> list[str]:
    with pytest.raises(BriefingError) as caught:
        keep(folder, data, **options)
    return told(caught.value.diagnostics)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "sources").iterdir())


def problems(folder: Path) -> list[str]:
    return [each.id for each in read_folder(folder).diagnostics if each.id.startswith("capture")]


def test_a_text_is_kept_with_its_day_and_its_hash(folder):
    stored = keep(folder, b"Some 80 per cent.  \r\n\r\nMore.\r\n\r\n")
    text = "Some 80 per cent.\n\nMore.\n"
    assert stored == Stored((folder / "sources/un-2021.txt", folder / "sources/captures.toml"), 5, "2021-08-13")
    assert (folder / "sources/un-2021.txt").read_text() == text
    assert (folder / "sources/captures.toml").read_text() == (
        "# What briefing capture wrote of the texts beside this file: where each comes from, when it was taken, "
        "and its SHA-256.\n"
        "# briefing check tells when a text is no longer what was captured.\n"
        "\n"
        "[un-2021]\n"
        'url = "https://example.org/note"\n'
        "captured = 2021-08-13\n"
        f'sha256 = "{digest(text.encode())}"\n'
    )
    assert problems(folder) == []
    assert read_folder(folder).briefing.sources["un-2021"].captured == text


def test_a_page_is_kept_beside_its_text(folder):
    stored = keep(folder, PAGE, captured=datetime(2021, 8, 13, 10, 30, 0, 5, UTC))
    assert [path.name for path in stored.files] == ["un-2021.txt", "un-2021.html", "captures.toml"]
    assert stored.diagnostics == ()
    text = "Home\n\nA note\n\nSome 80 per cent of nearly a quarter of a million.\n\nMay\n\n250,000\n"
    assert (folder / "sources/un-2021.txt").read_text().replace("\u00a0", " ") == text
    assert (folder / "sources/un-2021.html").read_bytes() == PAGE
    said = captures_in((folder / "sources/captures.toml").read_text())["un-2021"]
    assert (said.captured, said.original, said.original_sha256) == ("2021-08-13T10:30:00+00:00", "html", digest(PAGE))


def test_a_pdf_is_kept_beside_its_text(folder):
    pdf = pdf_of("<h1>A note</h1><p>Some 80 per cent of nearly a quarter of a million.</p>")
    stored = keep(folder, pdf)
    assert [path.name for path in stored.files] == ["un-2021.txt", "un-2021.pdf", "captures.toml"]
    assert "Some 80 per cent of nearly a quarter of a million." in (folder / "sources/un-2021.txt").read_text()
    assert (folder / "sources/un-2021.pdf").read_bytes() == pdf
    assert problems(folder) == []


def test_a_page_that_is_there_already_only_gets_its_text(folder):
    write(folder, {"sources/un-2021.html": PAGE})
    assert problems(folder) == ["capture-unread"]
    stored = keep(folder, PAGE)
    assert (stored.kept, names(folder)) == ((), ["captures.toml", "un-2021.html", "un-2021.txt"])
    assert problems(folder) == []


def test_the_same_text_again_changes_nothing(folder):
    keep(folder, b"Some words.")
    before = {path: path.read_bytes() for path in (folder / "sources").iterdir()}
    assert keep(folder, b"Some words.\r\n", captured=date(2021, 9, 1)) == Stored((), 2, "2021-08-13")
    assert {path: path.read_bytes() for path in (folder / "sources").iterdir()} == before


def test_an_earlier_text_stays_under_a_name_with_its_date(folder):
    keep(folder, PAGE)
    stored = keep(folder, b"Other words.", captured=date(2021, 9, 1))
    assert [path.name for path in stored.kept] == ["un-2021.2021-08-13.txt", "un-2021.2021-08-13.html"]
    assert keep(folder, b"Third words.", captured=date(2021, 9, 1)).kept[0].name == "un-2021.2021-09-01.txt"
    assert keep(folder, b"Fourth words.").kept[0].name == "un-2021.2021-09-01.2.txt"
    listed = captures_in((folder / "sources/captures.toml").read_text())
    assert list(listed) == ["un-2021.2021-08-13", "un-2021.2021-09-01", "un-2021.2021-09-01.2", "un-2021"]
    for key, said in listed.items():
        assert said.sha256 == digest((folder / f"sources/{key}.txt").read_bytes())
    assert problems(folder) == []


def test_a_text_that_nobody_listed_stays_too(folder):
    write(folder, {"sources/un-2021.txt": "Typed words."})
    os.utime(folder / "sources/un-2021.txt", (0, 86_400 * 366))
    assert [path.name for path in keep(folder, b"Other words.").kept] == ["un-2021.1971-01-02.txt"]
    assert names(folder) == ["captures.toml", "un-2021.1971-01-02.txt", "un-2021.txt"]


def test_a_text_that_was_changed_by_hand_and_captured_again(folder):
    keep(folder, b"Some words.")
    (folder / "sources/un-2021.txt").write_text("Some other words.\n")
    assert problems(folder) == ["capture-changed"]
    assert keep(folder, b"Some other words.").kept == ()
    assert problems(folder) == []
    (folder / "sources/un-2021.txt").unlink()
    assert problems(folder) == ["capture-missing"]
    keep(folder, b"Some words.")
    assert problems(folder) == []


def test_what_people_wrote_in_the_list_stays():
    said = Capture("ab", "2021-08-13", 'https://example.org/"\x1b')
    text = added('# Ours.\n[old]  # the first\nurl = "x"  # an address\n\n# About new:\n[new]\n', "un", said)
    assert text == (
        '# Ours.\n[old]  # the first\nurl = "x"  # an address\n\n# About new:\n[new]\n\n'
        '[un]\nurl = "https://example.org/\\""\ncaptured = 2021-08-13\nsha256 = "ab"\n'
    )
    assert renamed(text, "old", "old.2").startswith('# Ours.\n["old.2"]  # the first\nurl = "x"')
    assert without(text, "old").startswith("# Ours.\n\n# About new:\n[new]\n")
    assert without(without(text, "un"), "new").endswith("# About new:\n\n")


UNUSUAL = ['un = { url = "x" }\n', 'a = """\n[un]\n"""\n[ "u\\u006e" ]\n']


@pytest.mark.parametrize("text", UNUSUAL)
def test_a_list_that_is_written_otherwise_is_not_touched(folder, text):
    write(folder, {"sources/captures.toml": text, "sources/un.txt": "Words.", "sources.yaml": "un: {title: A}\n"})
    assert refused(folder, b"Other words.", key="un") == [
        "sources/captures.toml:1:1  error  captures-unreadable\n"
        "  This list is written in a way that this program does not change.\n"
        "  Take the lines about un out, and capture the source again."
    ]
    assert names(folder) == ["captures.toml", "un.txt"]


def test_a_list_that_is_none_is_not_touched(folder):
    write(folder, {"sources/captures.toml": "[a\n"})
    assert refused(folder, b"Some words.")[0].startswith("sources/captures.toml:1:3  error  captures-unreadable\n")
    assert (folder / "sources/captures.toml").read_text() == "[a\n"


def test_another_page_is_told(folder):
    stored = keep(folder, PAGE.replace(b"www.example.org/note/", b"example.org/other"))
    assert told(stored.diagnostics) == [
        "note:1:1  warning  capture-elsewhere\n"
        "  The page says that its address is https://example.org/other; sources.yaml has https://example.org/note.\n"
        "  Look whether it is the right page."
    ]


REFUSED = {
    "unknown": (
        {"key": "un-2012"},
        'error  unknown-source\n  There is no source "un-2012". Did you mean un-2021?\n'
        "  List it in sources.yaml first, with its title, date and url.",
    ),
    "key": (
        {"key": "gov/a"},
        'sources.yaml:5:1  error  bad-key\n  "gov/a" cannot be the name of a file.\n'
        "  Give the source a key of letters, digits, dots and dashes: massoud-2021.",
    ),
    "ahead": (
        {"captured": date(2999, 1, 1)},
        "note:1:1  error  bad-date\n  2999-01-01 is still to come.\n  Give the day when you saw it.",
    ),
    "device": (
        {"key": "con"},
        'sources.yaml:7:1  error  bad-key\n  "con" cannot be the name of a file.\n'
        "  Give the source a key of letters, digits, dots and dashes: massoud-2021.",
    ),
    "empty": (
        {"data": b" \n- \n"},
        "note:1:1  error  no-text\n  There are no words in it.\n"
        "  Copy the words that you cite into a text, and capture that.",
    ),
    "picture": (
        {"data": b"\x89PNG\r\n\x1a\n" + bytes(100)},
        "note:1:1  error  no-text\n  This is no text.\n"
        "  Give its name the ending of what it is, such as .docx; or copy its words into a text file.",
    ),
    **{
        f"word {number}": (
            {"data": data, "name": name},
            f"{name}:1:1  error  no-text\n  This is a file of a word processor, and none of those is captured.\n"
            "  Save it as a PDF, or copy the words that you cite into a text, and capture that.",
        )
        for number, (name, data) in enumerate(
            [
                ("report.docx", b"PK\x03\x04" + bytes(100)),
                ("report.doc", b"\xd0\xcf\x11\xe0" + bytes(100)),
                ("report", b"{\\rtf1 Some words."),
                ("report.odt", b"Some words."),
            ]
        )
    },
    **{
        f"parts {number}": (
            {"data": data, "name": name},
            f"{name}:1:1  error  no-text\n  This is a page with all its pictures in one file, which is not read.\n"
            '  Save the page again, as "Web page, HTML only" or as a PDF, and capture that.',
        )
        for number, (name, data) in enumerate(
            [
                (
                    "page.mhtml",
                    b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.b/c\r\nSubject: A\r\n b\r\n"
                    b'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html"\r\n\r\n<html>A word',
                ),
                ("page.webarchive", b"bplist00" + b"<html>A word"),
            ]
        )
    },
    "page": (
        {"data": b"<html></html>"},
        "note:1:1  error  no-article\n  There is no text in this page.\n  Look whether it is the right file.",
    ),
    "long": (
        {"data": b"word " * 400_001},
        "note:1:1  error  too-large\n  The text is larger than 2 MB.\n  Keep the part that you cite.",
    ),
    "large": ({"data": bytes(LARGEST + 1)}, 'note:1:1  error  too-large\n  "note" is larger than 50 MB.'),
    "damaged": (
        {"data": b"%PDF-1.7\nnothing"},
        "note:1:1  error  unreadable-pdf\n  This PDF cannot be read. It may be damaged.\n"
        "  Copy the words that you cite into a text, and capture that.",
    ),
    "blank": (
        {"data": "blank.pdf"},
        "note:1:1  error  no-text\n  There are no words in it.\n"
        "  Its pages may be pictures: copy the words that you cite into a text, and capture that.",
    ),
    "locked": (
        {"data": "locked.pdf"},
        "note:1:1  error  unreadable-pdf\n  This PDF cannot be read. It is protected by a password.\n"
        "  Copy the words that you cite into a text, and capture that.",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_captured_leaves_nothing_behind(folder, case):
    options, message = REFUSED[case]
    data = options.get("data", b"Some words.")
    data = made_pdf(data) if isinstance(data, str) else data
    assert refused(folder, data, **{name: value for name, value in options.items() if name != "data"}) == [message]
    assert not (folder / "sources").exists()


def made_pdf(name: str) -> bytes:
    import io

    import pikepdf

    output, pdf = io.BytesIO(), pikepdf.new()
    pdf.add_blank_page()
    pdf.save(output, encryption=pikepdf.Encryption(owner="a", user="b") if name == "locked.pdf" else False)
    return output.getvalue()


def test_a_folder_without_an_article(tmp_path):
    assert refused(tmp_path, b"Some words.")[0].startswith("error  no-article\n")


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_nothing_is_written_outside_of_the_folder(folder, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (folder / "sources").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OutputError) as caught:
        keep(folder, b"Some words.")
    assert caught.value.diagnostics[0].id == "outside-folder"
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
@pytest.mark.parametrize("name", ["un-2021.txt", "un-2021.html", "captures.toml"])
def test_no_file_outside_of_the_folder_is_written(folder, tmp_path, name):
    (folder / "sources").mkdir()
    (tmp_path / "elsewhere").write_text("Ours.")
    (folder / "sources" / name).symlink_to(tmp_path / "elsewhere")
    assert refused(folder, PAGE)[0].startswith(f"sources/{name}:1:1  error  outside-folder\n")
    assert (tmp_path / "elsewhere").read_text() == "Ours."
    assert names(folder) == [name]


def test_a_folder_that_takes_nothing_is_told(folder):
    (folder / "sources").write_bytes(b"")
    assert refused(folder, b"Some words.")[0].startswith("error  unwritable\n")


@pytest.mark.parametrize("ending", ["html", "pdf"])
def test_a_page_that_somebody_put_there_is_compared(folder, ending):
    text = "<p>Nearly 400,000 were forced from their homes.</p>"
    data = pdf_of(text) if ending == "pdf" else f"<!doctype html><title>A note</title>{text}".encode()
    article = f"{HEAD}Nearly 390,000 people were forced from their homes. [@un-2021]\n"
    write(folder, {"briefing.md": article, f"sources/un-2021.{ending}": data})
    about = [each.id for each in press.check(folder) if each.id.startswith(("figure", "capture"))]
    assert about == ["figure-differs", "capture-unlisted"]
    assert capture(folder, "un-2021", data, name=f"un-2021.{ending}").words >= 7
    about = [each.id for each in press.check(folder) if each.id.startswith(("figure", "capture"))]
    assert about == ["figure-differs"]


def test_a_page_that_somebody_put_there_and_nobody_can_read(folder):
    write(folder, {"sources/un-2021.pdf": b"%PDF-1.7 and no more", "briefing.md": f"{HEAD}Words. [@un-2021]\n"})
    assert [str(each) for each in press.check(folder) if each.id.startswith("capture")] == [
        "sources/un-2021.pdf:1:1  warning  capture-unread\n"
        "  Nothing is compared with this file. This PDF cannot be read. It may be damaged.\n"
        "  Copy the words that you cite into a text, and capture that."
    ]


def test_hyphens_at_the_ends_of_lines_are_taken_out():
    assert joined(["a quar\x02\nter of\n80\x02ty"]) == "a quarter of\n80ty"
    assert text_of_pdf(pdf_of("<p>One.</p><p>Two.</p>")) == "One.\nTwo."


def test_the_command_line_knows_all_kinds():
    assert CAPTURED == KINDS


def run(*words: str, data: bytes = b"") -> tuple[int, str, str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": "1628850600"}
    command = [sys.executable, "-m", "briefing", "capture", *words]
    done = subprocess.run(command, input=data, capture_output=True, env=environment, timeout=50)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_words_are_piped_in(folder):
    text, listed = folder / "sources/un-2021.txt", folder / "sources/captures.toml"
    assert run(str(folder), "un-2021", data=b"Some 80 per cent.") == (
        0,
        f"{text}\n{listed}\n4 words of un-2021, captured on 2021-08-13.\n",
        "",
    )
    assert "captured = 2021-08-13T10:30:00Z\n" in listed.read_text()
    page = folder / "note.html"
    page.write_bytes(PAGE)
    status, output, _ = run(str(folder), "un-2021", str(page), "--captured", "2021-09-01")
    earlier = folder / "sources/un-2021.2021-08-13.txt"
    assert (status, output.splitlines()[-1]) == (
        0,
        f"16 words of un-2021, captured on 2021-09-01. The earlier text stays: {earlier}",
    )
    assert run(str(folder), "un-2021", str(page))[1] == (
        "These are the words of un-2021 that were captured on 2021-09-01; nothing was written.\n"
    )


def test_what_is_wrong_is_told_on_the_command_line(folder):
    assert run(str(folder), "un", data=b"Some words.") == (
        1,
        "",
        'error  unknown-source\n  There is no source "un".\n'
        "  List it in sources.yaml first, with its title, date and url.\n\nNothing was captured.\n",
    )
    status, _, complaint = run(str(folder), "un-2021", "--captured", "yesterday")
    assert status == 2
    assert '"yesterday" is no day; write 2021-08-24 or 2021-08-24T10:30Z' in complaint


def test_errors_of_the_article_do_not_keep_a_source_from_it(folder):
    write(folder, {"briefing.md": f"{HEAD}Some words. [@nobody]\n"})
    assert keep(folder, b"Some words.").words == 2
    with pytest.raises(ContentError):
        keep(folder, b"Some words.", key="nobody")
