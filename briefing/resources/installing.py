"""What to type so that an extra of the program comes to where the program runs."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

__all__ = ["install_command"]


def install_command(extra: str) -> str:
    """Say how to install an extra beside this very program.

    By the interpreter that runs: to its pip the program is there already, while that of another environment would
    fetch a stranger's project, which has the same name in the registry.
    """
    python = Path(sys.executable or "python")
    here = Path.cwd()
    shown = python.relative_to(here) if python.is_relative_to(here) else python
    return f'{shlex.quote(str(shown))} -m pip install "briefing[{extra}]"'
