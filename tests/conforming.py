"""Asks every validator there is whether a file conforms: page-validation always, veraPDF where it is on the path."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from briefing.verifying.conformance import check_conformance
from briefing.verifying.verapdf import check_with_verapdf

pytest.importorskip("page", reason="the extra [verify] is not installed: no page-validation")

OURS = ("PDF/UA-1", "PDF/A-2a")
"""What every file of ours claims."""


def assert_conforming(data: bytes, *, thorough: bool = True) -> None:
    """Fail with the broken rules; ``thorough`` asks veraPDF too, which takes seconds to start."""
    verdicts = check_conformance(data, OURS)
    if thorough:
        with TemporaryDirectory() as folder:
            path = Path(folder, "made.pdf")
            path.write_bytes(data)
            verdicts += check_with_verapdf(path, OURS)
    assert {each.standard for each in verdicts} == set(OURS)
    for each in verdicts:
        assert each.verdict == "passed", f"{each.standard}: {each.reason or each.broken}"
