"""Articles that somebody has approved and answered for, for tests of what may be final."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import briefing
from briefing.checking import NOT_ANSWERED, answered_content, claims_hash, content_hash
from briefing.errors import Diagnostic


def approve(folder: Path, by: str = "Jane Doe, head of policy", *, answer: str = "no") -> Path:
    """Write into the front matter that somebody has approved the article as it is, and answered for it.

    ``answer`` says whether it is intended to influence voters; empty to leave that as it is.
    """
    file = folder / "briefing.md"
    found = briefing.load(folder).briefing
    hashes = f"content: '{content_hash(found)}', claims: '{claims_hash(found)}'"
    text = file.read_text(encoding="utf-8")
    lines = f"approved: {{by: '{by}', on: 2021-09-02, {hashes}}}\n"
    if answer and found.masthead.influences_voters is None:
        lines += answer_line(folder, answer)
    file.write_text(text.replace("---\n", f"---\n{lines}", 1), encoding="utf-8")
    return folder


def answer_line(folder: Path, answer: str) -> str:
    """Write the field that says whether an article, as it is, is intended to influence voters."""
    content = answered_content(briefing.load(folder).briefing)
    return (
        f"influences_voters: {{answer: {answer}, by: Jane Doe, on: 2021-09-01, audience: public, content: {content}}}\n"
    )


def besides_sign_off(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """All that is told but that nobody has approved or answered."""
    return [str(each) for each in diagnostics if each.id not in NOT_ANSWERED | {"not-approved"}]
