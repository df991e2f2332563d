"""An exported text says everything, is read by Pandoc, and is read back as the same body."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import fields, is_dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from proof_articles import EXAMPLE, everything
from reading_folders import HEAD, picture, write

from briefing.cli import main
from briefing.errors import BriefingError, Position, errors_of
from briefing.exporting import export
from briefing.importing import import_file
from briefing.model import Briefing, Date, Element, Source
from briefing.reading import read_folder
from briefing.resources import citation_style_file

ASSETS = EXAMPLE.parent
EXAMPLES = [("northern-alliance", None), ("northern-alliance", "fa-AF"), ("timelines", None), ("timelines", "fa"),
            ("crews", None), ("starter", None)]  # fmt: skip

ARTICLE = """---
title: 'A "title": with signs'
subtitle: Below
standfirst: Said *twice*. [@a-2021, p. 3]
language: en-GB
date: 2 September 2021
authors: [Ann, Bob]
keywords: one, two
information_as_of: August 2021
licence: CC BY 4.0
petition:
  ask: Sign it
  link: https://example.org/sign
  deadline: 10 September 2021
abbreviations:
  NRF: National Resistance Front
events:
  - date: by 1998
    event: They hold most of it.
    sources: a-2021
---
::: summary
- One[^1] point. [@a-2021]
:::

::: figures
- **some 80** per cent. [@a-2021]
  As of 13 August 2021.
- **3** more [no source, test]
:::

Words before the first heading.

::: handout For *you*
## Sign
Now.
:::

::: postcard From me {to="; House of Commons"}
Let them in.
:::

## Who? {#who break=before}

![Boats \\[two\\]](flood.png "In May. Photo: Ann"){width=60%}

::: asks
- **Members of Parliament**: ask for $5 and $6, by 2021-09-10.
:::

::: corrections
- 5 September 2021: It said $4. [@a-2021]
:::

### Deeper

::: timeline Told *there* {form=vertical}
:::

::: chart People, by town {data=towns.csv unit=people order=largest highlight="Leeds, York"}
Counted twice. [@a-2021]
:::

> Words.
> -- Ann, *Paper* [@a-2021]

[^1]: Really.
"""
SOURCES = """a-2021:
  title: "Title: with a colon"
  authors: [Ann Other, The Office]
  container: Paper
  type: article-newspaper
  pages: 3–9
  date: 18 August 2021
  accessed: 2021-08-20
  url: https://example.org/a
  archived: https://example.org/archive
  language: fa-AF
  own: yes
b:
  title: FILL
"""
FILES = {
    "briefing.md": ARTICLE,
    "sources.yaml": SOURCES,
    "sources/a-2021.txt": "What it says.\n",
    "flood.png": picture(),
    "towns.csv": "Town,People\nLeeds,5\nYork,7\n",
}
EXPORTED = """---
# Exported by briefing. DRAFT
title: "A \\"title\\": with signs"
subtitle: Below
author:
  - Ann
  - Bob
date: 2 September 2021
lang: en-GB
abstract: "Said *twice*. [@a-2021, p. 3]"
keywords:
  - one
  - two
information_as_of: August 2021
petition:
  ask: Sign it
  link: https://example.org/sign
  deadline: 10 September 2021
abbreviations:
  NRF: National Resistance Front
licence: CC BY 4.0
references:
  - id: a-2021
    author:
      - literal: Ann Other
      - literal: The Office
    type: article-newspaper
    title: "Title: with a colon"
    container-title: Paper
    page: 3–9
    URL: https://example.org/a
    language: fa-AF
    issued: 2021-08-18
    accessed: 2021-08-20
    custom:
      archived: https://example.org/archive
      own: yes
  - id: b
    title: FILL
---

::: {.summary}
- One[^1] point. [@a-2021]
:::

[^1]: Really.

::: {.figures}
- **some 80** per cent. [@a-2021]

  As of 13 August 2021.

- **3** more [no source, test]
:::

Words before the first heading.

::: {.handout title="For *you*"}
## Sign

Now.
:::

::: {.postcard title="From me" to="; House of Commons"}
Let them in.
:::

## Who? {break=before}

![In May.](flood.png){credit="Photo: Ann" width=60% fig-alt="Boats [two]"}

::: {.asks}
- **Members of Parliament**: ask for \\$5 and \\$6, by 2021-09-10.
:::

::: {.corrections}
- 5 September 2021: It said \\$4. [@a-2021]
:::

### Deeper

::: {.timeline title="Told *there*" form=vertical}
- by 1998: They hold most of it. [@a-2021]
:::

::: {.chart title="People, by town" data=towns.csv kind=bar unit=people order=largest highlight="Leeds, York"}
Counted twice. [@a-2021]
:::

> Words.
>
> -- Ann, *Paper* [@a-2021]
"""


def test_the_text_has_everything_under_the_names_of_pandoc(tmp_path):
    exported = export(write(tmp_path / "article", FILES), tmp_path / "out", kind="md")
    assert exported.path == tmp_path / "out" / "article.md"
    assert exported.path.read_text("utf-8") == EXPORTED
    assert exported.beside == tuple(
        tmp_path / "out" / name for name in ("flood.png", "towns.csv", "sources/a-2021.txt")
    )
    assert (tmp_path / "out/towns.csv").read_text() == FILES["towns.csv"]


def comparable(value: Any, *, in_words: bool = True) -> Any:
    """A value without positions, and without the names of notes, which follow their order.

    Without ``in_words`` dates are compared by what they mean.
    """
    inner = partial(comparable, in_words=in_words)
    if isinstance(value, Position):
        return None
    if isinstance(value, Source):
        value, inner = replace(value, title=" ".join(value.title.split())), partial(comparable, in_words=False)
    if isinstance(value, Date) and not in_words:
        return value.edtf
    if isinstance(value, Element):
        href = re.sub(r"^#note-[\d-]+$", "#note", value.get("href"))
        attributes = {**value.attributes, **({"href": href} if href else {})}
        return value.tag, tuple(sorted(attributes.items())), tuple(map(inner, value.children))
    if is_dataclass(value) and not isinstance(value, type):
        return type(value).__name__, *(inner(getattr(value, each.name)) for each in fields(value) if each.compare)
    if isinstance(value, tuple | list):
        return tuple(map(inner, value))
    if isinstance(value, dict):
        return tuple((key, inner(each)) for key, each in value.items())
    return value


def body_again(folder: Path, text: str, files: Path, out: Path) -> tuple[Any, Any]:
    """The body of an article, and that of its export under the head of the article."""
    original = read_folder(folder)
    shutil.copytree(folder, out, dirs_exist_ok=True)
    head = (folder / "briefing.md").read_text("utf-8").partition("\n---\n")[0]
    body = text.partition("\n---\n")[2]
    body = re.sub(r"\A\n::: embargo\n.*\n:::\n", "", body)  # says a field in words, which an import takes away again
    (out / "briefing.md").write_text(f"{head}\n---\n{body}", "utf-8")
    again = read_folder(out)
    assert original.briefing
    assert again.briefing
    kept = [replace(each.briefing, organisation=None, notes={}) for each in (original, again)]
    notes = [sorted(map(str, map(comparable, each.briefing.notes.values()))) for each in (original, again)]
    assert notes[0] == notes[1]
    return tuple(map(comparable, kept))


@pytest.mark.parametrize("name", ["northern-alliance", "timelines", "crews", "starter", "everything"])
def test_the_text_is_read_as_the_same_body(name, tmp_path):
    folder = everything(tmp_path / "article", paragraphs=2, rows=14) if name == "everything" else ASSETS / name
    exported = export(folder, tmp_path / "out" / "text.md", kind="md")
    original, again = body_again(folder, exported.path.read_text("utf-8"), tmp_path / "out", tmp_path / "again")
    assert again == original


def imported_again(folder: Path, out: Path, language: str | None = None) -> Briefing:
    """The briefing that an import makes of an export."""
    exported = export(folder, out / "text", kind="md", language=language)
    text = exported.path if exported.path.is_file() else out / "text"
    import_file("text.md", text.read_bytes(), out / "again", beside=text.parent)
    assert "Exported" not in (out / "again" / "briefing.md").read_text("utf-8")
    read = read_folder(out / "again")
    assert errors_of(read.diagnostics) == ()
    assert read.briefing
    return read.briefing


def facts(briefing: Briefing, *, in_words: bool = True) -> dict[str, Any]:
    """What a briefing says, by its fields; notes in any order."""
    named = [each.name for each in fields(briefing) if each.compare]
    found = {name: comparable(getattr(briefing, name), in_words=in_words) for name in named}
    return {**found, "notes": sorted(str(comparable(note)) for note in briefing.notes.values())}


@pytest.mark.parametrize("name", ["northern-alliance", "timelines", "crews", "starter", "everything", "small"])
def test_an_import_of_it_is_the_same_briefing(name, tmp_path):
    makers = {
        "everything": lambda folder: everything(folder, paragraphs=2, rows=14),
        "small": lambda folder: write(folder, FILES),
    }
    folder = makers[name](tmp_path / "article") if name in makers else ASSETS / name
    original = read_folder(folder).briefing
    assert original
    assert facts(imported_again(folder, tmp_path)) == facts(original)


def test_an_organisation_comes_back_with_its_logo_and_fonts(tmp_path):
    font = (ASSETS / "fonts/source-sans-3/SourceSans3-Roman.ttf").read_bytes()
    profile = (
        "name: Ours\nlogo: signs/logo.png\nlogo_alt: Our sign\nfonts:\n  reading:\n    regular: faces/text.ttf\n"
        "  informing:\n    regular: faces/text.ttf\n    bold: faces/strong.ttf\n"
    )
    files = {
        "briefing.md": HEAD.replace("---\n", "---\norganisation: ours\n", 1) + "Words.\n",
        "organisations/ours.yaml": profile,
        "organisations/ours.en.yaml": "name: Ours in English\nlogo: signs/english.png\nlogo_alt: Our sign\n",
        "organisations/signs/logo.png": picture(),
        "organisations/signs/english.png": picture(size=(50, 50)),
        "organisations/faces/text.ttf": font,
        "organisations/faces/strong.ttf": font,
    }
    folder = write(tmp_path / "article", files)
    original = read_folder(folder).briefing
    assert original
    assert original.organisation
    assert original.organisation.informing_font.bold == font
    assert facts(imported_again(folder, tmp_path)) == facts(original)


@pytest.mark.parametrize("name", ["apa", "house style/ours.csl"])
def test_kept_words_and_citation_style_come_back(name, tmp_path):
    text = "---\ntitle: T\nlanguage: en-GB\ncitation_style: NAME\n---\nThey have 6,000 troops. [@a-2021]\n"
    files = {
        "briefing.md": text.replace("NAME", name),
        "house style/ours.csl": citation_style_file("nature").read_bytes(),
        "sources.yaml": "a-2021:\n  title: A\n  date: 2021\n",
        "sources/a-2021.txt": "They have 6,000 troops.\n",
        "sources/captures.toml": "[a-2021]\ncaptured = 2021-08-13  # by hand\n",
    }
    folder = write(tmp_path / "article", files)
    original = read_folder(folder).briefing
    again = imported_again(folder, tmp_path)
    assert (tmp_path / "again/sources/captures.toml").read_text() == files["sources/captures.toml"]
    assert again.sources["a-2021"].captured == "They have 6,000 troops.\n"
    assert again.citation_style.data == original.citation_style.data
    assert again.citation_style.name == name.rpartition("/")[2]


CAPTURED = """# The informer told us.
[a-2021]
url = "https://example.org/a"
captured = 2021-08-13T10:30:00Z
sha256 = "ab"

[b]
captured = "2021\\n[c]"

[informer]
url = "https://example.org/informer"
captured = 2021-08-13

["informer.2021-08-12"]
url = "https://example.org/earlier"
"""


def test_the_list_of_captured_texts_says_nothing_of_a_confidential_source(tmp_path):
    files = {
        "briefing.md": "---\ntitle: T\nlanguage: en-GB\n---\nThey left. [@a-2021; @informer]\n",
        "sources.yaml": "a-2021: {title: A, date: 2021}\nb: {title: B, date: 2021}\n"
        "informer: {title: Secret, confidential: yes, described_as: An officer}\n",
        "sources/a-2021.txt": "They left.\n",
        "sources/informer.txt": "They left.\n",
        "sources/captures.toml": CAPTURED,
    }
    exported = export(write(tmp_path / "article", files), tmp_path / "out", kind="md")
    beside = exported.path.parent / "sources"
    assert sorted(path.name for path in beside.iterdir()) == ["a-2021.txt", "captures.toml"]
    assert (beside / "captures.toml").read_text() == (
        '["a-2021"]\nurl = "https://example.org/a"\ncaptured = 2021-08-13T10:30:00+00:00\nsha256 = "ab"\n\n["b"]\n'
    )


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="Pandoc is not installed")
def test_pandoc_sets_the_works_in_the_style(tmp_path):
    text = "---\ntitle: T\nlanguage: en-GB\ncitation_style: apa\n---\nThey have 6,000 troops. [@a-2021]\n"
    sources = "a-2021:\n  title: A\n  authors: [UNHCR]\n  date: 2021\n"
    folder = write(tmp_path / "article", {"briefing.md": text, "sources.yaml": sources})
    exported = export(folder, tmp_path / "out", kind="md")
    command = ["pandoc", "--citeproc", "--to=plain", exported.path.name]
    made = subprocess.run(command, cwd=exported.path.parent, capture_output=True, check=True)
    assert made.stdout.decode() == "They have 6,000 troops. (UNHCR, 2021)\n\nUNHCR. (2021). A.\n"


@pytest.mark.parametrize(("name", "language"), [each for each in EXAMPLES if each[1]])
def test_an_import_of_an_edition_says_the_same(name, language, tmp_path):
    original = read_folder(ASSETS / name, language=language).briefing
    assert original
    again = imported_again(ASSETS / name, tmp_path, language)
    # days that an edition does not type are those of its original
    asks = tuple(replace(ask, by=own.by) for ask, own in zip(original.asks, again.asks, strict=True))
    figures = tuple(replace(each, as_of=own.as_of) for each, own in zip(original.figures, again.figures, strict=True))
    original = replace(original, asks=asks, figures=figures, translation=None)
    assert facts(again, in_words=False) == facts(original, in_words=False)


@pytest.mark.parametrize(("name", "language"), EXAMPLES)
@pytest.mark.skipif(shutil.which("pandoc") is None, reason="Pandoc is not installed")
def test_pandoc_reads_it(name, language, tmp_path):
    exported = export(ASSETS / name, tmp_path / "out.md", kind="md", language=language)
    command = ["pandoc", "--citeproc", "--from=markdown", "--to=html", "--standalone", str(exported.path)]
    made = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
    assert made.stderr == ""
    assert ":::" not in made.stdout
    assert "[@" not in made.stdout
    assert "{#" not in made.stdout


def test_nothing_of_the_authors_is_overwritten(tmp_path):
    folder = write(tmp_path / "article", FILES)
    with pytest.raises(BriefingError) as refused:
        export(folder, folder / "briefing.md", kind="md")
    assert "is what the briefing is made from" in str(refused.value)
    other = write(tmp_path / "out", {"flood.png": picture(size=(9, 9))})
    with pytest.raises(BriefingError) as refused:
        export(folder, other, kind="md")
    assert str(refused.value) == (
        f"error  not-an-export\n  {other}/flood.png is there already. It is not what would be written there; choose "
        "another name."
    )
    assert sorted(path.name for path in other.iterdir()) == ["flood.png"]
    (other / "flood.png").unlink()
    assert export(folder, other, kind="md").path == export(folder, other, kind="md").path


def test_a_text_that_needs_nothing_is_one_file(tmp_path, capsysbinary):
    folder = write(tmp_path / "plain", {"briefing.md": f"{HEAD}Only words.\n"})
    assert main(["export", str(folder), "--as", "md", "-o", str(tmp_path / "a.md")]) == 0
    text = b"---\n# Exported by briefing.\ntitle: Title\nlang: en-GB\n---\n\nOnly words.\n"
    assert (tmp_path / "a.md").read_bytes() == text
    capsysbinary.readouterr()
    assert main(["export", str(folder), "--as", "md", "-o", "-"]) == 0
    assert capsysbinary.readouterr().out == text


def test_standard_output_says_what_is_left_out(tmp_path, capsys):
    folder = write(tmp_path / "article", FILES)
    assert main(["export", str(folder), "--as", "md", "-o", "-"]) == 0
    assert "Left out what the text needs beside it: flood.png, towns.csv, a-2021.txt.\n" in capsys.readouterr().err


def test_an_embargo_is_said_in_the_text_and_comes_back_as_the_field(tmp_path):
    until = "1 December 2026, 00:01 GMT"
    text = f"---\ntitle: A village\nlanguage: en-GB\nembargo: {until}\n---\nThey fled.\n"
    exported = export(write(tmp_path / "a", {"briefing.md": text}), tmp_path / "a.md", kind="md").path.read_text(
        "utf-8"
    )
    block = f"::: embargo\nEmbargoed until {until}\n:::\n\n"
    assert exported.endswith(f"---\n\n{block}They fled.\n")
    import_file("a.md", exported.encode(), tmp_path / "again", beside=tmp_path)
    again = (tmp_path / "again" / "briefing.md").read_text("utf-8")
    assert f"embargo: {until}" in again
    assert "Embargoed" not in again
    without = exported.replace(f"embargo: {until}\n", "").encode()
    import_file("a.md", without, tmp_path / "without", beside=tmp_path)
    assert f"Embargoed until {until}" in (tmp_path / "without" / "briefing.md").read_text("utf-8")
