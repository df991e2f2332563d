"""The same article gives the same bytes wherever, whenever and by whomever it is built."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pikepdf
import pytest
from proof_articles import everything

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
OUTPUTS = [("briefing", "screen"), ("handout", "screen"), ("briefing", "archive")]

BUILD = """
import os, sys
sys.path.insert(0, sys.argv[1])
os.umask(int(os.environ.get("TEST_UMASK", "022"), 8))
if "TEST_BACKWARDS" in os.environ:
    listed, scanned = os.listdir, os.scandir
    class Backwards:
        def __init__(self, path="."):
            with scanned(path) as found:
                self.entries = sorted(found, key=lambda entry: entry.name)
        __enter__ = __iter__ = lambda self: self
        __exit__ = lambda self, *_: None
        close = lambda self: None
        def __next__(self):
            if not self.entries:
                raise StopIteration
            return self.entries.pop()
    os.listdir, os.scandir = lambda path=".": sorted(listed(path), reverse=True), Backwards
from briefing.cli import main
folder, output = sys.argv[2:4]
for pair in sys.argv[4:]:
    template, edition = pair.split("+")
    status = main(["build", folder, "-o", f"{output}/{pair}.pdf", "--template", template, "--edition", edition])
    if status:
        sys.exit(status)
"""


class Place(NamedTuple):
    """An article folder, and where its files go."""

    article: Path
    output: Path


def place(parent: Path, *path: str) -> Place:
    folder = parent.joinpath(*path)
    (folder / "output").mkdir(parents=True)
    return Place(everything(folder / "article", paragraphs=2, rows=8), folder / "output")


def built(
    where: Place,
    *,
    cwd: Path = ROOT,
    article: str = "",
    outputs: list[tuple[str, str]] = OUTPUTS,
    options: tuple[str, ...] = (),
    **environment: str,
) -> dict[str, bytes]:
    """Build in a process of its own; ``article`` is the folder as it is typed."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "SYSTEMROOT", "TEMP")}
    pairs = ["+".join(pair) for pair in outputs]
    command = [
        sys.executable,
        *options,
        "-c",
        BUILD,
        str(ROOT),
        article or str(where.article),
        str(where.output),
        *pairs,
    ]
    run = subprocess.run(command, cwd=cwd, env={**kept, **environment}, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return {pair: (where.output / f"{pair}.pdf").read_bytes() for pair in pairs}


@pytest.fixture(scope="module")
def first(tmp_path_factory) -> dict[str, bytes]:
    """The files that all others have to be like."""
    return built(place(tmp_path_factory.mktemp("first")))


def assert_same(first: Mapping[str, bytes], second: Mapping[str, bytes]) -> None:
    assert {name for name in first if first[name] != second[name]} == set()


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "0", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONUTF8": "0", "TEST_UMASK": "077"},
        {"PYTHONHASHSEED": "1", "TZ": "America/St_Johns", "LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de"},
        {"PYTHONHASHSEED": "random", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "COLUMNS": "40", "USER": "x"},
        {"PYTHONHASHSEED": "random", "LC_ALL": "C.UTF-8", "TEST_BACKWARDS": "1"},
    ],
    ids=lambda environment: " ".join(f"{name}={value}" for name, value in environment.items()),
)
def test_surroundings_change_nothing(first, tmp_path, environment):
    # A locale that the machine does not have is asked for all the same: then it is the plain one.
    assert_same(first, built(place(tmp_path), **environment))


def test_folders_of_the_user_change_nothing(first, tmp_path):
    names = ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "MPLCONFIGDIR", "TMPDIR")
    folders = {name: tmp_path / name.lower() for name in names}
    for folder in folders.values():
        folder.mkdir()
    assert_same(first, built(place(tmp_path), **{name: str(folder) for name, folder in folders.items()}))


@pytest.mark.parametrize("options", [("-B",), ("-O",)], ids=" ".join)
def test_how_python_runs_changes_nothing(first, tmp_path, options):
    assert_same(first, built(place(tmp_path), options=options, PYTHONPYCACHEPREFIX=str(tmp_path / "bytecode")))


def test_the_place_of_the_article_and_the_working_folder_change_nothing(first, tmp_path):
    where = place(tmp_path, "another place", "mit Ümläuten", "x" * 100)
    assert_same(first, built(where, cwd=where.article, article="."))
    assert_same(first, built(where, cwd=where.output, article="../article"))


def test_files_may_be_old_and_come_in_any_order(first, tmp_path):
    where = place(tmp_path)
    for path in sorted(where.article.iterdir(), reverse=True):
        again = path.with_name(f"{path.name}.again")
        shutil.copy(path, again)
        path.unlink()
        again.rename(path)
        os.utime(path, (86_400, 86_400))
        path.chmod(0o400)
    assert_same(first, built(where))


def test_one_process_after_the_other_and_twice_in_one_is_the_same(first, tmp_path):
    where = place(tmp_path)
    assert_same(first, built(where, outputs=[*reversed(OUTPUTS), *OUTPUTS]))


# Dates.

_DATES = re.compile(rb"D:\d{14}[+Z][0-9']*|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\+00:00|Z)")


def objects_of(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each object of a file as text and, where it is a stream, its content."""
    with pikepdf.open(BytesIO(data)) as pdf:
        for value in pdf.objects:
            if isinstance(value, pikepdf.Stream):
                if value.get("/Type") in ("/ObjStm", "/XRef"):
                    continue  # they hold the other objects, or their places
                yield pikepdf.Dictionary(dict(value.items())).unparse(resolved=True), value.read_raw_bytes()
            else:
                yield value.unparse(resolved=True), b""


def trailer_id(data: bytes) -> bytes:
    return re.findall(rb"/ID ?\[ ?<([0-9A-Fa-f]+)>", data)[-1]


def test_the_epoch_decides_dates_and_id_alone(first, tmp_path):
    one = built(place(tmp_path, "one"), SOURCE_DATE_EPOCH="1600000000")
    again = built(place(tmp_path, "again"), SOURCE_DATE_EPOCH="1600000000", TZ="Asia/Kathmandu")
    other = built(place(tmp_path, "other"), SOURCE_DATE_EPOCH="1700000000")
    assert_same(one, again)
    for name in one:
        assert b"2020-09-13T12:26:40" in one[name]
        assert b"2023-11-14T22:13:20" in other[name]
        assert len({trailer_id(each[name]) for each in (first, one, other)}) == 3
        changed = 0
        pairs = zip(objects_of(one[name]), objects_of(other[name]), strict=True)
        for (here, content), (there, other_content) in pairs:
            changed += (here, content) != (there, other_content)
            assert _DATES.sub(b"", here) == _DATES.sub(b"", there)
            assert _DATES.sub(b"", content) == _DATES.sub(b"", other_content)
        assert changed >= 2
