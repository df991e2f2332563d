"""``briefing check --links``, from the words of the command line to a small web on this machine."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from small_web import reply, small_web

from briefing.cli import main
from briefing.online import LIMITS, checking

ARTICLE = """---
title: A title
language: en-GB
petition:
  ask: Sign it
  link: https://petition.press/p/1
---
See [it](https://gazette.press/a) and [that](https://archive.press/b).
"""
NOT_CHECKED = "Not checked: the law (ask a person).\n"


@pytest.fixture
def web(monkeypatch, tmp_path):
    """A web that the command line reaches as the machine's own, and a folder with an article."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "piece"
    folder.mkdir()
    (folder / "briefing.md").write_text(ARTICLE, encoding="utf-8")
    with small_web({"https://gazette.press/a": reply(200), "https://archive.press/b": reply(403)}) as web:
        monkeypatch.setattr(checking, "Network", web.network)
        monkeypatch.setattr(checking.check_links, "__kwdefaults__", _quick(checking.check_links.__kwdefaults__))
        yield web


def _write(article):
    Path("piece/briefing.md").write_text(article, encoding="utf-8")


def _quick(defaults):
    return {**defaults, "limits": LIMITS._replace(pause=0.0)}


def test_what_links_lead_to_is_told_with_all_else(web, capsys):
    assert main(["check", "piece", "--links"]) == 1
    out, err = capsys.readouterr()
    assert (
        "briefing.md:6:9  error  link-dead\n"
        "  The link of the petition leads nowhere: petition.press finds nothing there (404).\n"
        "    https://petition.press/p/1\n"
        "  Nobody can sign: put the right address there, link: https://…\n\n"
        "briefing.md:8:39  note  link-unclear\n"
    ) in out
    assert out.endswith(
        f"Start with briefing.md:6.\nLinks 3: lead somewhere 1, lead nowhere 1, not to be found out 1.\n{NOT_CHECKED}"
    )
    assert err == ""


def test_nothing_goes_online_unless_asked(web, capsys):
    assert main(["check", "piece"]) == 0
    assert capsys.readouterr().out.endswith("Not checked: links (add --links), the law (ask a person).\n")
    assert (web.looked_up, web.connected) == ([], [])


def test_links_for_programs(web, capsys):
    assert main(["check", "piece", "--links", "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    told = [(each["id"], each["line"]) for each in found["diagnostics"] if each["id"].startswith("link")]
    assert told == [("link-dead", 6), ("link-unclear", 8)]
    assert main(["check", "piece", "--links", "--format", "github"]) == 1
    annotation = "::error title=link-dead,file=piece/briefing.md,line=6,col=9::The link of the petition leads nowhere: "
    assert annotation in capsys.readouterr().out


def test_a_link_that_is_looked_up_is_not_judged_by_its_looks_as_well(web, capsys):
    _write(ARTICLE.replace("https://petition.press/p/1", "https://example.org/sign"))
    assert main(["check", "piece"]) == 0
    assert "warning  petition-link" in capsys.readouterr().out
    assert main(["check", "piece", "--links"]) == 1
    out = capsys.readouterr().out
    assert "error  link-dead" in out and "petition-link" not in out
    assert main(["check", "piece", "--links", "--with", "petition-link"]) == 1
    assert "warning  petition-link" in capsys.readouterr().out


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_on_a_terminal_it_says_how_far_it_is_and_takes_that_away(web, monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    main(["check", "piece", "--links"])
    assert terminal.getvalue() == "".join(f"\rLooking up links: {n} of 3" for n in (1, 2, 3)) + "\r\x1b[K"


def test_interrupted_it_tells_what_was_found(web, monkeypatch, capsys):
    real = checking.ask_all

    def interrupted(inquiries, *others):
        real(inquiries, *others)
        return True

    monkeypatch.setattr(checking, "ask_all", interrupted)
    assert main(["check", "piece", "--links"]) == 130
    assert "Links 3: lead somewhere 1, lead nowhere 1, not to be found out 1.\n" in capsys.readouterr().out


@pytest.mark.parametrize("instead", [["--ledger"], ["--sheet"], ["--approve", "Ann Bee"], ["--against", "piece"]])
def test_other_lists_have_nothing_to_do_with_links(web, capsys, instead):
    assert main(["check", "piece", "--links", *instead]) == 2
    words = "--links adds to the list of problems: leave out --ledger, --sheet, --approve and --against"
    assert capsys.readouterr().err == f"briefing check: error: {words}\n"
    assert web.looked_up == []


def test_an_article_without_links(web, capsys):
    _write("---\ntitle: A title\nlanguage: en-GB\n---\nWords.\n")
    assert main(["check", "piece", "--links"]) == 0
    lines = capsys.readouterr().out.splitlines(keepends=True)
    assert lines[-1] == NOT_CHECKED and not [line for line in lines if line.startswith("Links")]


def test_links_that_were_held_back_are_not_said_to_be_checked(web, capsys):
    Path("piece/sources.yaml").write_text("a:\n  title: A\n  confidential: ja\n  url: https://secret.press/a\n")
    _write(ARTICLE + "[@a]\n")
    assert main(["check", "piece", "--links"]) == 1
    out = capsys.readouterr().out
    assert "warning  links-held-back\n" in out
    assert "secret.press" not in out
    assert out.endswith("Not checked: links (mend the sources first), the law (ask a person).\n")
    assert (web.looked_up, web.connected) == ([], [])
