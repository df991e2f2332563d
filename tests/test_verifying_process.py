"""A stranger's file is opened in a process of its own: whatever happens there is one sentence here."""

from __future__ import annotations

import importlib
import io
import json
import os
import pickle
import subprocess
import sys
import time
import zlib
from pathlib import Path
from tempfile import gettempdir

import pikepdf
import pytest
from typesetting_tools import pdf_of

import briefing
from briefing.errors import Diagnostic, VerificationError
from briefing.verifying import child, processes

verifying = importlib.import_module("briefing.verifying.verify")
ROOT = Path(__file__).parent.parent
SUSPICION = "It may be damaged or made to harm."
posix = pytest.mark.skipif(sys.platform == "win32", reason="limits and signals are those of POSIX")


@pytest.fixture
def file(tmp_path) -> Path:
    path = tmp_path / "a file.pdf"
    path.write_bytes(pdf_of("<h1>A title</h1><p>Words.</p>"))
    return path


def refused(path: Path, **options) -> Diagnostic:
    with pytest.raises(VerificationError) as caught:
        briefing.verify(path, **options)
    (only,) = caught.value.diagnostics
    return only


def test_a_file_is_inspected_by_its_name(file, monkeypatch):
    monkeypatch.setattr(verifying, "check_with_verapdf", lambda path, claims: ())
    found = briefing.verify(file)
    assert (found.file, found.title, found.language, found.failed) == (str(file), "A title", "en-GB", False)
    assert briefing.verify(file, name="standard input").file == "standard input"


def test_what_is_found_in_a_process_is_what_is_found_here(file, monkeypatch):
    monkeypatch.setattr(verifying, "check_with_verapdf", lambda path, claims: ())
    monkeypatch.setattr(verifying, "problems_of", lambda found: found.problems)
    assert briefing.verify(file) == child.examine(file.read_bytes(), file=str(file))


def test_files_that_are_not_there_or_no_files(tmp_path):
    missing = tmp_path / "missing.pdf"
    assert refused(missing) == Diagnostic("error", "unreadable-file", f"{missing}: No such file or directory.")
    assert refused(missing, name="it").message == "it: No such file or directory."
    folder = Diagnostic("error", "not-a-file", f"{tmp_path}: this is a folder.", hint="Name the PDF inside it.")
    assert refused(tmp_path) == folder
    assert refused(Path("a\0b")).id == "unreadable-file"


def test_a_file_that_may_not_be_read(file, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied", str(file))

    monkeypatch.setattr(Path, "open", refuse)
    assert refused(file) == Diagnostic("error", "unreadable-file", f"{file}: Permission denied.")


@posix
def test_a_pipe_might_never_end(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert refused(tmp_path / "pipe").id == "not-a-file"


def test_a_refusal_crosses_the_border_with_its_words(tmp_path):
    path = tmp_path / "picture.pdf"
    path.write_bytes(b"\x89PNG\r\n")
    assert refused(path) == Diagnostic("error", "not-a-pdf", f"{path}: this is not a PDF but, it seems, a PNG picture.")


def test_an_error_can_be_sent_to_another_process():
    error = VerificationError(Diagnostic("error", "a", "b"))
    assert pickle.loads(pickle.dumps(error)).diagnostics == error.diagnostics


@pytest.mark.parametrize(
    ("code", "name", "message", "hint"),
    [
        (
            "import time; time.sleep(60)",
            "too-slow",
            "reading it took more than 1 seconds. It may be very long, damaged, or made to harm.",
            "",
        ),
        ("import os; os.abort()", "reader-broke", f"the program that reads it broke down. {SUSPICION}", ""),
        (
            "import ctypes; ctypes.string_at(0)",
            "reader-broke",
            f"the program that reads it broke down. {SUSPICION}",
            "",
        ),
        (
            "import sys; sys.exit('no memory for 8 glyphs')",
            "reader-broke",
            f"the program that reads it broke down. {SUSPICION}",
            "Its last words: no memory for 8 glyphs",
        ),
        ("print('{')", "reader-broke", f"the program that reads it answered nonsense. {SUSPICION}", ""),
        ("print('{}')", "reader-broke", f"the program that reads it answered nonsense. {SUSPICION}", ""),
        ("print('[' * 10 ** 6)", "reader-broke", f"the program that reads it answered nonsense. {SUSPICION}", ""),
        (
            "import json; print(json.dumps({'found': {'file': 1}}))",
            "reader-broke",
            f"the program that reads it answered nonsense. {SUSPICION}",
            "",
        ),
        (
            "import json; print(json.dumps({'refused': [['a']]}))",
            "reader-broke",
            f"the program that reads it answered nonsense. {SUSPICION}",
            "",
        ),
    ],
    ids=range(9),
)
def test_whatever_happens_in_the_process_is_one_sentence(file, monkeypatch, code, name, message, hint):
    monkeypatch.setattr(verifying, "_CHILD", code)
    monkeypatch.setattr(verifying, "SECONDS", 1 if "sleep" in code else 30)
    assert refused(file) == Diagnostic("error", name, f"{file}: {message}", hint=hint)


@posix
@pytest.mark.parametrize(
    ("survives", "reason", "problem", "speech"),
    [
        ("no rules", "page-validation broke down on this file", None, "Heading level 1: A title"),
        (
            "no pages",
            "the programs that check it break down on it",
            "PDFium, which draws pages here and in many browsers, broke down on this file: what stands on its pages "
            "was not looked at.",
            "",
        ),
    ],
)
def test_what_makes_a_library_crash_is_read_without_it(file, monkeypatch, survives, reason, problem, speech):
    crash = f"import os, sys; sys.argv[2] == {survives!r} or os.abort(); "
    monkeypatch.setattr(verifying, "_CHILD", crash + verifying._CHILD)
    monkeypatch.setattr(verifying, "check_with_verapdf", lambda path, claims: ())
    found = briefing.verify(file)
    assert (found.title, found.outline[0].title) == ("A title", "A title")
    assert {(each.verdict, each.reason) for each in found.conformance} == {("not checked", reason)}
    assert [each.message for each in found.problems if each.gravity == "failure"] == ([problem] if problem else [])
    assert "".join(found.speech[:1]) == speech


@posix
def test_a_process_that_only_computes_is_out_of_time_too(file, monkeypatch):
    endless = "import resource; resource.setrlimit(resource.RLIMIT_CPU, (1, 2))\nwhile True: pass"
    monkeypatch.setattr(verifying, "_CHILD", endless)
    assert refused(file).id == "too-slow"


def test_the_process_finds_its_modules_where_this_one_does_and_not_beside_the_file(file, tmp_path, monkeypatch):
    (tmp_path / "pikepdf.py").write_text("raise SystemExit('taken in')")
    (tmp_path / "json.py").write_text("raise SystemExit('taken in')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert not briefing.verify(Path(file.name)).failed


def test_nothing_odd_of_the_environment_reaches_the_process(file, monkeypatch):
    monkeypatch.setenv("SECRET", "s")
    monkeypatch.setattr(verifying, "_CHILD", "import os, sys; sys.exit(' '.join(sorted(os.environ)))")
    assert "SECRET" not in refused(file).hint


@posix
def test_memory_is_taken_from_the_process_alone(file, monkeypatch):
    hungry = (
        "import sys; file, _, *sys.path[:] = sys.argv[1:]\n"
        "from briefing.verifying import child\n"
        "child.examine = lambda data, **_: bytearray(child.MEMORY)\n"
        "child.main(file)"
    )
    monkeypatch.setattr(verifying, "_CHILD", hungry)
    assert refused(file) == Diagnostic("error", "out-of-memory", f"{file}: reading it took more than 2 GB of memory.")


def test_what_a_library_prints_does_not_get_into_the_answer(file, monkeypatch):
    noisy = (
        "import os, sys; file, *sys.path[:] = sys.argv[1:]\n"
        "from briefing.verifying import child\n"
        "examine = child.examine\n"
        "def noise(data, **named): os.write(1, b'noise'); print('more'); return examine(data, **named)\n"
        "child.examine = noise\n"
        "child.main(file)"
    )
    monkeypatch.setattr(verifying, "_CHILD", noisy)
    assert briefing.verify(file).title == "A title"


# Bombs.


def packed_zeros(megabytes: int) -> bytes:
    """A zlib stream of zeros, put together from one piece: packing them one by one would take as long as a bomb."""
    packer = zlib.compressobj(9, wbits=-15)
    piece = packer.compress(bytes(1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    checksum = ((megabytes << 20) % 65521 << 16 | 1).to_bytes(4, "big")  # Adler-32 of zeros
    return b"\x78\xda" + piece * megabytes + b"\x03\x00" + checksum


def bomb(place: str) -> bytes:
    """Four gigabytes of zeros, packed twice, as the content or the picture of a page."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page()
    stream = pdf.make_stream(zlib.compress(packed_zeros(4096), 9))
    stream.Filter = pikepdf.Array([pikepdf.Name.FlateDecode, pikepdf.Name.FlateDecode])
    if place == "content":
        page.Contents = stream
    else:
        stream.stream_dict.update(
            {"/Type": pikepdf.Name.XObject, "/Subtype": pikepdf.Name.Image, "/Width": 65536, "/Height": 65536}
        )
        stream.stream_dict.update({"/ColorSpace": pikepdf.Name.DeviceGray, "/BitsPerComponent": 8})
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=stream))
        page.Contents = pdf.make_stream(b"q 500 0 0 500 0 0 cm /I Do Q")
    data = io.BytesIO()
    pdf.save(data, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return data.getvalue()


def test_the_bomb_is_one():
    assert zlib.decompress(packed_zeros(3)) == bytes(3 << 20)
    assert len(bomb("content")) < 100_000


@pytest.mark.parametrize("place", ["content", "picture"])
def test_a_bomb_is_one_sentence(tmp_path, place):
    path = tmp_path / "bomb.pdf"
    path.write_bytes(bomb(place))
    message = "a part of it unpacks to many hundred megabytes. It may be made to harm."
    assert refused(path) == Diagnostic("error", "unpacks-too-large", f"{path}: {message}")


@posix
@pytest.mark.slow
def test_a_bomb_that_gets_past_the_first_look_breaks_no_more_than_its_process(tmp_path, monkeypatch):
    path = tmp_path / "bomb.pdf"
    path.write_bytes(bomb("content"))
    blind = (
        "import sys; file, _, *sys.path[:] = sys.argv[1:]\n"
        "from briefing.verifying import child\nfrom briefing.verifying.inspecting import opening\n"
    )
    blind += "opening.check_streams = lambda data: None\nchild.main(file)"
    monkeypatch.setattr(verifying, "_CHILD", blind)
    assert refused(path).id in ("reader-broke", "out-of-memory", "too-slow")


# Programs that are run.


def test_a_program_that_leaves_others_behind_is_not_waited_for():
    code = (
        "import subprocess, sys, time\n"
        "subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(20)'])\n"
        "time.sleep(20)"
    )
    start = time.perf_counter()
    assert processes.run([sys.executable, "-c", code], seconds=1).status is None
    assert time.perf_counter() - start < 10


def test_what_a_program_says(tmp_path):
    code = "import os, sys; print(os.getcwd(), sys.stdin.read()); sys.exit('first\\nlast ' + 'x' * 300)"
    outcome = processes.run([sys.executable, "-c", code], seconds=20, folder=tmp_path)
    assert outcome.status == 1
    assert outcome.output.decode().split() == [os.path.realpath(tmp_path)]
    assert outcome.complaint == ("last " + "x" * 300)[:200]


@posix
def test_a_full_disk_is_no_fault_of_the_file(file, monkeypatch):
    full = "import resource, sys; sys.dont_write_bytecode = True; resource.setrlimit(resource.RLIMIT_FSIZE, (9, 9)); "
    monkeypatch.setattr(verifying, "_CHILD", full + verifying._CHILD)
    assert refused(file) == Diagnostic(
        "error",
        "no-room",
        f"{file}: {gettempdir()} has no room for what is made of it, or that is more than 256 MB.",
        hint="Make room there, or name a folder that has some in the variable TMPDIR.",
    )


def test_importing_the_room_loads_none_of_the_libraries_that_read():
    code = (
        "import sys, briefing.verifying\n"
        "print(sorted({'pikepdf', 'pypdfium2', 'page', 'zxingcpp', 'PIL'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert json.loads(done.stdout.replace("'", '"')) == []
