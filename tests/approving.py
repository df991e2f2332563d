"""Articles that somebody has approved, for tests of what may be final."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import briefing
from briefing.checking import claims_hash, content_hash
from briefing.errors import Diagnostic


def approve(folder: Path, by: str = "Jane Doe, head of policy") -> Path:
    """Write into the front matter that somebody has approved the article as it is."""
    file = folder / "briefing.md"
    found = briefing.load(folder).briefing
    hashes = f"content: '{content_hash(found)}', claims: '{claims_hash(found)}'"
    text = file.read_text(encoding="utf-8")
    line = f"approved: {{by: '{by}', on: 2021-09-02, {hashes}}}\n"
    file.write_text(text.replace("---\n", f"---\n{line}", 1), encoding="utf-8")
    return folder


def besides_sign_off(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """All that is told but that nobody has approved."""
    return [str(each) for each in diagnostics if each.id != "not-approved"]
