"""What to type so that an extra of the program, or a package, comes to where the program runs."""

from __future__ import annotations

import shlex
import sys
from functools import cache
from pathlib import Path

from briefing.resources.folders import package_folder

__all__ = ["install_command", "pip_command"]

_NAME = "briefing"
_COMMAND = "briefing.__main__:run"
"""What the command of our own distribution calls: the registry has a stranger's project of the same name."""


def install_command(extra: str) -> str:
    """Say how to install an extra beside this very program.

    By the interpreter that runs: to its pip the program is there already, while that of another environment would
    fetch the stranger's project. A checkout that is run without being installed is named by its folder.
    """
    program = _NAME if _is_installed() else str(package_folder().parent)
    return pip_command(f"{program}[{extra}]")


def pip_command(requirement: str) -> str:
    """Say how to install a package into the environment of the interpreter that runs."""
    python = Path(sys.executable or "python")
    here = Path.cwd()
    shown = python.relative_to(here) if python.is_relative_to(here) else python
    return f'{shlex.quote(str(shown))} -m pip install "{requirement}"'


@cache
def _is_installed() -> bool:
    """Tell whether our own distribution is in this environment."""
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        return any(point.value == _COMMAND for point in distribution(_NAME).entry_points)
    except PackageNotFoundError:
        return False
