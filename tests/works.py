"""A dozen and more works of every kind, to set in citation styles."""

from __future__ import annotations

from briefing.errors import Position
from briefing.model import Source
from briefing.model.dates import date_from_edtf


def work(
    key: str, kind: str, title: str, *authors: str, date: str = "", accessed: str = "", **fields: object
) -> Source:
    return Source(
        key,
        Position("sources.json", 1, 1),
        title,
        kind,
        authors,
        date=date_from_edtf(date) if date else None,
        accessed=date_from_edtf(accessed) if accessed else None,
        **fields,
    )


WORKS = (
    work(
        "book", "book", "The lion of Panjshir & others", "Gabriel José García Márquez", date="2021",
        publisher="Bloomsbury", family_names=("García Márquez",),
    ),
    work(
        "chapter", "chapter", "Who resists?", "Olivier Roy", date="1990", container="A history",
        publisher="Example Press", pages="3–9", family_names=("Roy",),
    ),
    work(
        "article", "article-journal", "Guerrilla war", "Olivier Roy", "Gilles Dorronsoro", date="1999-05",
        container="Asian Survey", volume="12", issue="3", pages="301–319", doi="10.1000/182",
        family_names=("Roy", "Dorronsoro"),
    ),
    work(
        "newspaper", "article-newspaper", "The mujahideen resistance begins", "Ahmad Massoud", date="2021-08-18",
        container="The Washington Post", url="https://example.org/a", accessed="2021-09-02", family_names=("Massoud",),
    ),
    work(
        "unsigned", "article-newspaper", "Kabul falls", date="2021-08-16", container="The Guardian",
        url="https://example.org/k",
    ),
    work(
        "page", "webpage", "Displacement alert", publisher="UNHCR", url="https://example.org/b?a=1&b=2",
        accessed="2021-09-02",
    ),
    work("report", "report", "Annual report", publisher="Human Rights Watch", issue="4", date="2019/2021"),
    work("case", "legal_case", "R v Home Secretary", date="2001", container="AC", volume="2", pages="532"),
    work("thesis", "thesis", "War and rule", "Ann Other", date="1996~", publisher="SOAS", family_names=("Other",)),
    work(
        "post", "post", "We fight on", "Ahmad Massoud", date="2021-08-19", container="Twitter",
        url="https://example.org/t", family_names=("Massoud",),
    ),
    work("dataset", "dataset", "Displaced people", publisher="UNHCR", doi="10.1000/183", date="2021"),
    work("film", "motion_picture", "Osama", "Siddiq Barmak", date="2003", publisher="UA", family_names=("Barmak",)),
    work("letter", "personal_communication", "Letter to the editor", "Ann Other", date="2021-08-20",
         family_names=("Other",)),
    work("undated", "book", "Undated", "Ann Other", publisher="Example Press", family_names=("Other",)),
    work("until", "book", "A war", "Ann Other", date="../1998", family_names=("Other",)),
    work("season", "book", "Another war", "Ann Other", date="2021-21", family_names=("Other",)),
    work(
        "persian", "book", "مقاومت", "احمد مسعود", date="1996", publisher="نشر کابل", language="fa",
        family_names=("مسعود",),
    ),
    work("arabic", "book", "المقاومة", "أحمد شاه مسعود", date="1997", publisher="دار النشر", language="ar"),
    work("untyped", "", "A page", url="https://example.org/u"),
)  # fmt: skip
