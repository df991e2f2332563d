"""How much memory a process took that a test started: code for that process."""

from __future__ import annotations

import sys

import pytest

__all__ = ["PEAK", "needs_a_peak"]

# The kernel carries ru_maxrss of the process that starts another over into it, VmHWM not.
PEAK = r"""
import pathlib, re
def megabytes():
    status = pathlib.Path("/proc/self/status").read_text()
    return int(re.search(r"VmHWM:\s*(\d+) kB", status)[1]) / 1024
"""
"""Defines ``megabytes()``: the most that the process has held so far."""
needs_a_peak = pytest.mark.skipif(sys.platform != "linux", reason="the peak of a process is read where Linux keeps it")
