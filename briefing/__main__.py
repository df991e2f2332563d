"""``python -m briefing``, and the command ``briefing``: a process that runs one command and ends."""

from __future__ import annotations

import gc

from briefing.cli import main

__all__ = ["run"]


def run() -> int:
    """Run the command that the process was started for, and return its exit status."""
    # A command is over before cycles of references matter; looking for them, while it runs and once more when Python
    # ends, would be a sixth of its time. ``watch``, which goes on, turns the search on.
    gc.disable()
    status = main()
    gc.freeze()
    return status


if __name__ == "__main__":
    raise SystemExit(run())
