"""The hash of a briefing's content: whoever approves a text approves these 64 digits.

Taken over what is printed or spoken: texts, figures, dates, asks, petition, cited sources, the bytes of pictures,
abbreviations. Not over the approval itself, nor where in a file something stands, nor colours and fonts.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from hashlib import sha256
from typing import Any

from briefing.checking.trees import NOT_PRINTED, cited_keys
from briefing.model import Briefing, Date

__all__ = ["content_hash"]


def content_hash(briefing: Briefing) -> str:
    """Digest what a briefing says, as 64 hexadecimal digits (SHA-256); the same content always gives the same."""
    cited = cited_keys(briefing)
    sources = {key: source for key, source in briefing.sources.items() if key in cited}
    written = json.dumps(_plain(replace(briefing, sources=sources)), sort_keys=True, ensure_ascii=True)
    return sha256(written.encode("ascii")).hexdigest()


def _plain(value: object) -> Any:
    """Write a value of the model as JSON has it; empty fields are left out, so that a new one changes no old hash."""
    if isinstance(value, bytes):
        return sha256(value).hexdigest()
    if isinstance(value, Date):
        return [value.edtf, value.typed]
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    if is_dataclass(value):
        named = {field.name: getattr(value, field.name) for field in fields(value) if field.name not in NOT_PRINTED}
        return {name: plain for name, each in named.items() if (plain := _plain(each))}
    return value
