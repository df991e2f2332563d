"""What ``check`` says of links, and of all that nothing has checked."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.claims import Ledger
    from briefing.online import LinkReport, Progress, Verdict

__all__ = ["links_sentence", "not_checked_sentence", "progress_of"]

_WORDS: dict[Verdict, str] = {
    "found": "lead somewhere",
    "dead": "lead nowhere",
    "certificate": "warned of by browsers",
    "unclear": "not to be found out",
    "unasked": "not asked for",
}


def links_sentence(links: LinkReport | None) -> str:
    """Tell how many links there are, by what came of them: ``Links 3: lead somewhere 2, lead nowhere 1.``."""
    if links is None or not links.counted:
        return ""
    parts = ", ".join(f"{words} {links.counted[each]}" for each, words in _WORDS.items() if links.counted.get(each))
    return f"Links {sum(links.counted.values())}: {parts}."


def not_checked_sentence(claims: Ledger, links: LinkReport | None) -> str:
    """Tell what is still to be checked, and by whom."""
    attributed = [claim for claim in claims.claims if claim.counts and claim.status == "attributed"]
    unclear = sum(claim.was_looked_for for claim in attributed)
    textless = len(attributed) - unclear
    unasked = "links (mend the sources first)" if links else "links (add --links)"
    parts = [] if links and not links.held_back else [unasked]
    if textless:
        parts.append(f"{textless} attributed claim{'s' * (textless != 1)} without captured text")
    if unclear:
        parts.append(f"{unclear} attributed claim{'s' * (unclear != 1)} that captured text does not plainly have")
    return f"Not checked: {', '.join((*parts, 'the law (ask a person)'))}."


@contextmanager
def progress_of(things: str) -> Iterator[Progress | None]:
    """Give what shows how far something is, on one line of a terminal that is empty in the end; silent in a pipe."""
    if not sys.stderr.isatty():
        yield None
        return

    def show(done: int, of: int) -> None:
        line = f"Looking up {things}: {done} of {of}"[: shutil.get_terminal_size().columns - 1]
        print(f"\r{line}", end="", file=sys.stderr, flush=True)

    try:
        yield show
    finally:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)
