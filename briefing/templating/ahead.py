"""Templates compiled ahead: when the program is set up, as Python's modules are, and never later.

What was made of another text, by another Python, by another Jinja2 or for another sandbox is passed over, and the
template compiled anew.
"""

from __future__ import annotations

import hashlib
import sys
from contextlib import suppress
from pathlib import Path
from types import ModuleType

import jinja2
import jinja2.compiler
from jinja2.bccache import Bucket

import briefing.templating.plain_macros as plain_macros
import briefing.templating.sandbox as sandbox

__all__ = ["CompiledAhead"]


class CompiledAhead(jinja2.BytecodeCache):
    """Gives Jinja2 what stands compiled in a folder; only with ``writes`` anything is put there."""

    def __init__(self, folder: Path, *, writes: bool = False) -> None:
        self._folder, self._writes = folder, writes
        makers = (jinja2.compiler, sandbox, plain_macros)
        self._makers = hashlib.sha256(b"".join(map(_code_of, makers))).digest()

    def get_source_checksum(self, source: str) -> str:
        """Tell texts apart, and what turned them into code."""
        return hashlib.sha256(self._makers + source.encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read what was compiled, where there is something; Jinja2 compares the checksum."""
        with suppress(OSError):
            bucket.bytecode_from_string(self._file(bucket).read_bytes())

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what has been compiled, if that is wanted."""
        if not self._writes:
            return
        self._folder.mkdir(exist_ok=True)
        part = self._file(bucket).with_suffix(".part")
        part.write_bytes(bucket.bytecode_to_string())
        part.replace(self._file(bucket))

    def _file(self, bucket: Bucket) -> Path:
        return self._folder / f"{bucket.key}.{sys.implementation.cache_tag}"


def _code_of(module: ModuleType) -> bytes:
    try:
        return Path(module.__file__ or "").read_bytes()
    except OSError:
        # Without its source a module is as the installation left it, and so is what was compiled.
        return b""
