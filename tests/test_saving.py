"""A file is there whole or not at all, and takes the place of an older PDF alone."""

from __future__ import annotations

import os
import socket
import stat
from pathlib import Path
from types import SimpleNamespace

import pytest

from briefing.errors import OutputError
from briefing.saving import check_output, save

NEW = b"%PDF-1.7 new"
posix = pytest.mark.skipif(os.name != "posix", reason="permissions, pipes and sockets of POSIX")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def refused(path: Path | str, sources: tuple[Path, ...] = ()) -> str:
    """What is said of a path; nothing may have changed by then."""
    before = sorted(Path().rglob("*"))
    with pytest.raises(OutputError) as caught:
        check_output(Path(path), sources)
        save(Path(path), NEW)
    assert sorted(Path().rglob("*")) == before
    return str(caught.value)


def test_a_new_file_in_a_new_folder() -> None:
    save(Path("build/de/a.pdf"), NEW)
    assert Path("build/de/a.pdf").read_bytes() == NEW
    assert [path.name for path in Path("build/de").iterdir()] == ["a.pdf"]


def test_a_name_may_be_as_long_as_the_file_system_allows() -> None:
    path = Path("a" * 251 + ".pdf")
    save(path, NEW)
    assert path.read_bytes() == NEW


@posix
@pytest.mark.parametrize("umask", [0o022, 0o077])
def test_a_new_file_has_the_permissions_of_any_new_file(umask: int) -> None:
    old = os.umask(umask)
    try:
        save(Path("a.pdf"), NEW)
    finally:
        os.umask(old)
    assert stat.S_IMODE(Path("a.pdf").stat().st_mode) == 0o666 & ~umask


@posix
@pytest.mark.parametrize("mode", [0o600, 0o664])
def test_an_older_pdf_is_replaced_and_leaves_its_permissions(mode: int) -> None:
    path = Path("a.pdf")
    path.write_bytes(b"%PDF-1.4 old")
    path.chmod(mode)
    save(path, NEW)
    assert path.read_bytes() == NEW
    assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.parametrize("older", [b"%PDF-1.4 old", None])
def test_a_link_stays_and_the_file_behind_it_is_written(older: bytes | None) -> None:
    target, link = Path("far/a.pdf"), Path("link.pdf")
    target.parent.mkdir()
    if older:
        target.write_bytes(older)
    link.symlink_to(target)
    save(link, NEW)
    assert link.is_symlink()
    assert (target.read_bytes(), target.is_symlink()) == (NEW, False)


@pytest.mark.parametrize("data", [b"# My article", b"", b"%PD", b" %PDF"])
def test_what_is_not_a_pdf_stays(data: bytes) -> None:
    Path("notes.md").write_bytes(data)
    assert refused("notes.md") == (
        "error  not-a-pdf\n  notes.md is there already. It is not a PDF; choose another name."
    )
    assert Path("notes.md").read_bytes() == data


def test_what_is_not_a_pdf_stays_behind_a_link() -> None:
    Path("notes.md").write_bytes(b"mine")
    Path("a.pdf").symlink_to("notes.md")
    assert refused("a.pdf") == "error  not-a-pdf\n  a.pdf is there already. It is not a PDF; choose another name."
    assert Path("notes.md").read_bytes() == b"mine"


@pytest.mark.parametrize("name", ["piece/briefing.md", "piece/../piece/briefing.md", "link.md"])
def test_a_source_of_the_briefing_stays_whatever_it_is_called(name: str) -> None:
    source = Path("piece/briefing.md")
    source.parent.mkdir()
    source.write_bytes(b"%PDF? No: an article.")
    Path("link.md").symlink_to(source)
    assert refused(name, (Path("not/there"), source)) == (
        f"error  own-source\n  {Path(name)} is what the briefing is made from; the PDF needs a name of its own."
    )
    assert source.read_bytes() == b"%PDF? No: an article."


@pytest.mark.parametrize(("name", "shown", "inside"), [(".", ".", "briefing.pdf"), ("", ".", "briefing.pdf")])
def test_this_folder_is_no_file(name: str, shown: str, inside: str) -> None:
    assert refused(name) == f"error  unwritable\n  {shown} is a folder.\n  Name a file in it: -o {inside}"


def test_a_folder_is_no_file() -> None:
    Path("out").mkdir()
    inside = Path("out/briefing.pdf")
    assert refused("out") == f"error  unwritable\n  out is a folder.\n  Name a file in it: -o {inside}"


@posix
def test_a_pipe_stays_a_pipe() -> None:
    os.mkfifo("pipe")
    assert refused("pipe") == (
        "error  unwritable\n  pipe is a pipe, not a file.\n  For a pipe, write to standard output: -o -"
    )
    assert stat.S_ISFIFO(Path("pipe").stat().st_mode)


@posix
def test_a_socket_stays_a_socket() -> None:
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind("socket")
        assert "\n  socket is a socket, not a file.\n" in refused("socket")
    assert stat.S_ISSOCK(Path("socket").stat().st_mode)


@pytest.mark.parametrize("kind", [stat.S_IFCHR, stat.S_IFBLK])
def test_a_device_stays_a_device(kind: int, monkeypatch: pytest.MonkeyPatch) -> None:
    # Never a real one: as root, a mistake here would destroy it.
    monkeypatch.setattr(Path, "stat", lambda _path, **_options: SimpleNamespace(st_mode=kind | 0o666))
    with pytest.raises(OutputError) as caught:
        check_output(Path("device"))
    assert "\n  device is a device, not a file.\n" in str(caught.value)


def test_a_file_in_the_place_of_the_folder() -> None:
    Path("out").write_bytes(b"")
    folder = Path("out").resolve()
    assert refused("out/a.pdf") == (
        f"error  unwritable\n  The folder {folder} cannot be made: a file is in its place.\n"
        "  Choose another place with -o."
    )


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (FileNotFoundError(2, "No such file or directory"), "does not exist and cannot be made."),
        (PermissionError(13, "Permission denied"), "does not exist and cannot be made: Permission denied."),
    ],
)
def test_a_folder_that_cannot_be_made(error: OSError, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object, **_options: object) -> None:
        raise error

    monkeypatch.setattr(Path, "mkdir", fail)
    message = f"error  unwritable\n  The folder {Path('new').resolve()} {words}\n  Choose another place with -o."
    assert refused("new/a.pdf") == message


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs /proc")
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("/proc/a.pdf", "Nothing can be written in the folder /proc."),
        ("/proc/a/b.pdf", "The folder /proc/a does not exist and cannot be made."),
    ],
)
def test_where_nothing_can_be_made(name: str, words: str) -> None:
    assert refused(name) == f"error  unwritable\n  {words}\n  Choose another place with -o."


@pytest.mark.parametrize("names", [("a", "a"), ("a", "b")])
def test_a_link_that_leads_to_itself(names: tuple[str, str]) -> None:
    one, other = names
    Path(one).symlink_to(other)
    if one != other:
        Path(other).symlink_to(one)
    assert refused("a") == (
        "error  unwritable\n  a cannot be written: Too many levels of symbolic links.\n  Choose another place with -o."
    )


def test_what_is_no_name_of_a_file() -> None:
    with pytest.raises(OutputError) as caught:
        save(Path("a\0b"), NEW)
    assert str(caught.value) == ("error  unwritable\n  'a\\x00b' is no name of a file.\n  Choose another name with -o.")
    assert "File name too long" in refused("x" * 5000)


@pytest.mark.parametrize("step", ["chmod", "replace"])
def test_a_failure_at_the_last_step_leaves_nothing_behind(step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> None:
        raise PermissionError(13, "Permission denied")

    Path("a.pdf").write_bytes(b"%PDF old")
    monkeypatch.setattr(Path, step, fail)
    assert refused("a.pdf") == (
        "error  unwritable\n  a.pdf cannot be written: Permission denied.\n  Choose another place with -o."
    )
    assert Path("a.pdf").read_bytes() == b"%PDF old"


def test_a_full_disk_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def __init__(self, handle: int, _mode: str) -> None:
            os.close(handle)

        def __enter__(self) -> Full:
            return self

        def __exit__(self, *_problem: object) -> None:
            pass

        def write(self, _data: bytes) -> None:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fdopen", Full)
    assert "cannot be written: No space left on device." in refused("a.pdf")
