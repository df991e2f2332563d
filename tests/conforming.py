"""Asks every validator there is whether a file conforms: page-validation always, veraPDF where it is on the path."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from briefing.verifying.judging.conformance import ACCESSIBLE, ARCHIVAL, check_conformance
from briefing.verifying.judging.verapdf import check_with_verapdf

pytest.importorskip("page", reason="the extra [verify] is not installed: no page-validation")

ATTACHING = "PDF/A-3a"
"""What a file of ours claims that has others attached; the rest claim ``ARCHIVAL``."""


def assert_conforming(data: bytes, archival: str = ARCHIVAL, *, thorough: bool = True) -> None:
    """Fail with the broken rules; ``thorough`` asks veraPDF too, which takes seconds to start."""
    claims = (ACCESSIBLE, archival)
    verdicts = check_conformance(data, claims)
    if thorough:
        with TemporaryDirectory() as folder:
            path = Path(folder, "made.pdf")
            path.write_bytes(data)
            verdicts += check_with_verapdf(path, claims)
    assert {each.standard for each in verdicts} == set(claims)
    for each in verdicts:
        assert each.verdict == "passed", f"{each.standard}: {each.reason or each.broken}"
