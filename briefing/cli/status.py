"""How a command ends."""

from __future__ import annotations

__all__ = ["DONE", "INTERRUPTED", "PROBLEM", "WRONG_USAGE"]

DONE = 0
PROBLEM = 1
"""Of the content, or of the delivery."""
WRONG_USAGE = 2
"""The words on the line are wrong."""
INTERRUPTED = 130
"""By Ctrl-C, as shells have it."""
