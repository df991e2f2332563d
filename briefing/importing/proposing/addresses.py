"""Web addresses: what follows readers about is taken out of them."""

from __future__ import annotations

import re
from urllib.parse import urlsplit, urlunsplit

__all__ = ["is_web_address", "without_tracking"]

_WEB = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|igshid|igsh|twclid|ttclid|li_fat_id|mc_cid|mc_eid"
    r"|mkt_tok|oly_anon_id|oly_enc_id|vero_id|_hsenc|_hsmi|__hstc|__hssc|ref_src|ref_url|s_cid|wt_mc|at_medium|at_campaign"
    r"|ito|smid|cmpid|guccounter|guce_referrer|guce_referrer_sig)(?:=|\Z)",
    re.IGNORECASE,
)
"""Parameters by which a click is counted or a reader is known again, and nothing else."""


def is_web_address(text: str) -> bool:
    """Tell whether a text is the address of a page and nothing else."""
    return bool(_WEB.fullmatch(text))


def without_tracking(address: str) -> str:
    """Take the parameters out of an address that change nothing of what it shows; others stay in their order."""
    try:
        parts = urlsplit(address)
    except ValueError:  # brackets that hold no address
        return address
    if not parts.query:
        return address
    kept = [each for each in parts.query.split("&") if not _TRACKING.match(each)]
    return address if len(kept) == parts.query.count("&") + 1 else urlunsplit(parts._replace(query="&".join(kept)))
