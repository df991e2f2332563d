"""An article and its edition in Welsh, for the tests of language editions."""

from __future__ import annotations

from pathlib import Path

from reading_folders import told, write

from briefing.checking import check
from briefing.reading import Reading, read_folder

ORIGINAL = """---
title: Title
language: en-GB
number: 12
date: 2 September 2021
authors: [Research desk]
petition:
  ask: Sign
  link: https://example.org/sign
  deadline: 10 September 2021
---
Opening. [@a]

## First heading

Text. [@a] More. [no source, own count]

## Second heading {#second}

Text.[^n]

[^n]: Note. [@b]

::: figures
- **nearly 400,000** people. [@a]
  As of 13 August 2021.
:::

::: asks
- **Members**: act, by 10 September 2021.
:::

::: timeline Years
- 1979, stressed: it begins [no source, year of record]
- the 1980s: it goes on [@a, p. 7; @b]
:::
"""
EDITION = """---
title: Teitl
language: cy
translated_by: machine
petition:
  ask: Llofnodwch
---
Agoriad. [@a]

## Pennawd cyntaf

Testun. [@a] Mwy. [no source, own count]

## Ail bennawd

Testun.[^n] Gweler [y cyntaf](#first-heading) a'r [ail](#second).

[^n]: Nodyn. [@b]

::: figures
- **bron i ۴۰۰٬۰۰۰** o bobl. [@a]
:::

::: asks
- **Aelodau**: gweithredwch.
:::

::: timeline Blynyddoedd
- mae'n dechrau
- mae'n parhau
:::
"""
SOURCES = "a: {title: A, date: 2021}\nb: {title: B, date: 2021}\n"


def folder_of(tmp_path: Path, edition: str = EDITION, original: str = ORIGINAL) -> Path:
    """Write the article with its edition in Welsh."""
    return write(tmp_path, {"briefing.md": original, "briefing.cy.md": edition, "sources.yaml": SOURCES})


def edition_of(tmp_path: Path, edition: str = EDITION, original: str = ORIGINAL) -> Reading:
    """Read the edition in Welsh."""
    return read_folder(folder_of(tmp_path, edition, original), language="cy")


def changed(text: str, *changes: str) -> str:
    """Put new words in the place of old ones, in pairs; the old ones must be there."""
    for old, new in zip(changes[::2], changes[1::2], strict=True):
        assert old in text, old
        text = text.replace(old, new)
    return text


def said(reading: Reading) -> list[str]:
    """Everything that reading and checking say of an edition."""
    found = told(reading.diagnostics)
    return found + told(check(reading.briefing, original=reading.original)) if reading.briefing else found
