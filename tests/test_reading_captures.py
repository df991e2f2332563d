"""The words of sources as somebody captured them, kept beside the article."""

from __future__ import annotations

import pytest
from reading_folders import told, write

from briefing.errors import Diagnostic
from briefing.reading import limits
from briefing.reading.sources import Capture, captures_in, digest, legible, read_sources
from briefing.reading.sources import captures as module

LIST = "un-2021:\n  title: A note\n"


def read(folder, files):
    sources, problems, *_ = read_sources(write(folder, {"sources.yaml": LIST, **files}), ())
    return sources["un-2021"].captured, told(problems)


def said_of(text: str) -> str:
    lines = (
        "# Ours.",
        '["un-2021"]',
        'url = "https://example.org"',
        "captured = 2021-08-13T10:30:00Z",
        f'sha256 = "{digest(text.encode())}"',
    )
    return "\n".join((*lines, ""))


def test_a_text_is_read_as_it_was_captured(tmp_path):
    text = "Some 80 per cent.\n"
    files = {"sources/un-2021.txt": text, "sources/captures.toml": said_of(text)}
    assert read(tmp_path, files) == (text, [])


def test_line_ends_are_no_change(tmp_path):
    files = {"sources/un-2021.txt": "\ufeffOne\r\nTwo\r\n", "sources/captures.toml": said_of("One\nTwo\n")}
    assert read(tmp_path, files) == ("One\nTwo\n", [])


def test_a_text_that_was_changed_is_told(tmp_path):
    files = {"sources/un-2021.txt": "Some 90 per cent.\n", "sources/captures.toml": said_of("Some 80 per cent.\n")}
    assert read(tmp_path, files) == (
        "Some 90 per cent.\n",
        [
            "sources/un-2021.txt:1:1  warning  capture-changed\n"
            "  This is not the text that was captured on 2021-08-13: it was changed since.\n"
            "  Put its words back, or capture the source again: briefing capture DIR un-2021 FILE"
        ],
    )


def test_a_text_that_is_gone_is_told(tmp_path):
    assert read(tmp_path, {"sources/captures.toml": said_of("")}) == (
        None,
        [
            "sources/captures.toml:2:1  warning  capture-missing\n"
            "  There is no text of un-2021 any more.\n"
            "  Take these lines out, or capture the source again: briefing capture DIR un-2021 FILE"
        ],
    )


@pytest.mark.parametrize("ending", ["html", "htm", "pdf"])
def test_a_page_alone_is_not_compared_with_anything(tmp_path, ending):
    assert read(tmp_path, {f"sources/un-2021.{ending}": "<p>Some 80 per cent."}) == (
        None,
        [
            f"sources/un-2021.{ending}:1:1  warning  capture-unread\n"
            "  Nothing is compared with this file. Its text was not taken out of it yet.\n"
            f"  Let that be done: briefing capture DIR un-2021 DIR/sources/un-2021.{ending}"
        ],
    )


def taken(data: bytes, kind: str, name: str) -> str | Diagnostic:
    if b"locked" in data:
        return Diagnostic("error", "no", "It is locked.", None, "Open it.")
    return f"{kind} of {name}: {data.decode()}\n"


def read_with_pages(folder, **files):
    named = {name.replace("_", "."): data for name, data in files.items()}
    listed = "".join(f"{name}: {{title: A}}\n" for name in ("a", "b", "c"))
    write(folder, {"sources.yaml": listed, **{f"sources/{name}": data for name, data in named.items()}})
    sources, problems, *_ = read_sources(folder, (), text_of=taken)
    return [source.captured for source in sources.values()], told(problems)


def test_the_text_of_a_page_alone_is_taken_out_by_whom_it_is_given_to(tmp_path):
    captured, problems = read_with_pages(tmp_path, a_html=b"re\xcc\x81", b_htm=b"2", c_pdf=b"3")
    assert captured == ["html of sources/a.html: ré\n", "html of sources/b.htm: 2\n", "pdf of sources/c.pdf: 3\n"]
    assert problems[0] == (
        "sources/a.html:1:1  note  capture-unlisted\n"
        "  This file is compared with the article, but nobody can tell when it was saved or whether it changed.\n"
        "  Have that written down: briefing capture DIR a DIR/sources/a.html"
    )
    assert len(problems) == 3


def test_a_page_whose_text_cannot_be_taken_out_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "CAPTURED_ORIGINAL_BYTES", 10)
    monkeypatch.setattr(module, "ALL_CAPTURED_BYTES", 30)
    captured, problems = read_with_pages(tmp_path, a_html=b"locked", b_pdf=b"much too long", c_pdf=b"too long")
    assert captured == [None, None, None]
    assert [each.splitlines()[:2] for each in problems] == [
        ["sources/a.html:1:1  warning  capture-unread", "  Nothing is compared with this file. It is locked."],
        [
            "sources/b.pdf:1:1  warning  capture-unread",
            '  Nothing is compared with this file. "sources/b.pdf" is larger than 10 bytes.',
        ],
        ["sources/c.pdf:1:1  error  too-large", "  The captured texts are larger than 30 bytes together."],
    ]


def test_a_text_beside_its_page_is_the_one_that_counts(tmp_path):
    files = {"sources/un-2021.html": "<p>Some 80 per cent.", "sources/un-2021.txt": "Some 80 per cent."}
    assert read(tmp_path, files) == ("Some 80 per cent.", [])


NO_LISTS = ["[un-2021", "a = 1\na = 2", "x = " + "[" * 5_000, "n = " + "9" * 10_000, "= 1", "\0"]


@pytest.mark.parametrize("text", NO_LISTS)
def test_what_is_no_list_is_told_and_nothing_else_is_lost(tmp_path, text):
    captured, problems = read(tmp_path, {"sources/un-2021.txt": "Some", "sources/captures.toml": text})
    assert captured == "Some"
    place, _, rest = problems[0].partition("  ")
    assert place.startswith("sources/captures.toml:")
    assert rest == (
        "warning  captures-unreadable\n  This is no list of captured texts.\n"
        "  briefing capture writes this file. Mend the line, or take it out with those that belong to it."
    )


def test_a_mistake_in_the_list_has_its_line():
    found = captures_in('[a]\nurl = "x\n')
    assert isinstance(found, Diagnostic)
    assert str(found.position) == "sources/captures.toml:2:9"
    found = captures_in('[a]\nurl = "x"\nb = [1,\n\n')
    assert isinstance(found, Diagnostic)
    assert str(found.position) == "sources/captures.toml:3:1"


def test_what_the_list_says_of_a_text():
    found = captures_in("""
loose = 1
[plain]
captured = 2021-08-13
sha256 = 5
['with a #']  # comment
captured = 2021-08-13 10:30:00+01:00
original = "pdf"
original_sha256 = "ab"
other = [1]
""")
    assert {key: (capture.captured, capture.position.line) for key, capture in found.items()} == {
        "plain": ("2021-08-13", 3),
        "with a #": ("2021-08-13T10:30:00+01:00", 6),
    }
    assert found["plain"].sha256 == "5"
    assert (found["with a #"].original, found["with a #"].original_sha256) == ("pdf", "ab")
    assert (found["plain"].day, Capture("").day) == (" on 2021-08-13", "")


def test_letters_are_composed_and_what_nobody_sees_is_left_out():
    assert legible("re\u0301fu\u00adgie\u0301s\u200b \u202bمی‌خواهیم\u202c") == "réfugiés می‌خواهیم"
    assert legible("ﬁghters in ofﬁce, 5 m²") == "fighters in office, 5 m²"


def test_all_texts_together_have_a_limit(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "ALL_CAPTURED_BYTES", 10_000)
    files = {
        "sources.yaml": "a: {title: A}\nb: {title: B}\n",
        "sources/a.txt": "a" * 6_000,
        "sources/b.txt": "b" * 6_000,
    }
    sources, problems, *_ = read_sources(write(tmp_path, files), ())
    assert (sources["a"].captured, sources["b"].captured) == ("a" * 6_000, None)
    assert told(problems) == [
        "sources/b.txt:1:1  error  too-large\n  The captured texts are larger than 10 kB together.\n"
        "  Keep of each source the part that you cite."
    ]
    assert limits.ALL_CAPTURED_BYTES == 40_000_000


@pytest.mark.parametrize("data", [b"\xff\xfe", b"x" * 2_000_001])
def test_a_text_that_cannot_be_read_is_an_error(tmp_path, data):
    captured, problems = read(tmp_path, {"sources/un-2021.txt": data})
    assert captured is None
    assert "sources/un-2021.txt:1:1  error  " in problems[0]


@pytest.mark.parametrize("text", ["", " \n", "- \n"])
def test_a_text_without_words_is_compared_with_nothing(tmp_path, text):
    assert read(tmp_path, {"sources/un-2021.txt": text}) == (
        None,
        [
            "sources/un-2021.txt:1:1  warning  capture-unread\n"
            "  Nothing is compared with this file. There are no words in it.\n"
            "  Capture the source again: briefing capture DIR un-2021 FILE"
        ],
    )


def test_what_belongs_to_no_source_is_told_at_once(tmp_path):
    files = {
        "sources/un-2021.txt": "Some",
        "sources/un-2021.2021-08-24.txt": "Others",
        "sources/un-2012.txt": "Some",
        "sources/notes.PDF": "Some",
        "sources/un-2021.docx": "Beside its text",
        "sources/picture.png": "None",
        "sources/captures.toml": '[un-2021]\n["un-2021.2021-08-24"]\n[un-2021-b]\n[notes]\n',
    }
    _, problems = read(tmp_path, files)
    assert problems == [
        "sources/notes.PDF:1:1  warning  capture-unclaimed\n"
        "  Nothing is compared with what this folder holds here:\n"
        '    sources/notes.PDF: there is no source "notes".\n'
        '    sources/un-2012.txt: there is no source "un-2012". Did you mean un-2021?\n'
        '    sources/captures.toml: there is no source "un-2021-b", nor a text of it. Did you mean un-2021?\n'
        "  Give a file the key of its source, KEY.txt, KEY.html or KEY.pdf, or keep it outside of the folder sources."
    ]


def test_a_file_of_a_kind_that_is_not_read_is_told(tmp_path):
    _, problems = read(tmp_path, {"sources/un-2021.docx": "PK"})
    assert [each.split("\n")[2].strip() for each in problems] == [
        "sources/un-2021.docx: .docx is not read. Save it as a text, a page or a PDF."
    ]


def test_many_files_of_no_source_are_named_in_part(tmp_path):
    _, problems = read(tmp_path, {f"sources/a{number}.txt": "Some" for number in range(30)})
    assert problems[0].count("there is no source") == 20
    assert "    and 10 more\n" in problems[0]


def test_a_source_with_errors_may_be_what_a_file_belongs_to(tmp_path):
    files = {"sources.yaml": "un-2021:\n  titel: A note\n", "sources/un-2021.txt": "Some", "sources/b.txt": "Some"}
    _, problems, *_ = read_sources(write(tmp_path, files), ())
    assert "capture-unclaimed" not in "".join(told(problems))
