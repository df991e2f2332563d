"""Words that make two figures of the same number different ones, by language."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

__all__ = ["NO_OPPOSITES", "OPPOSITES", "Opposites"]


class Opposites(NamedTuple):
    """The words of one language, with commas between them; a star stands for any ending."""

    sides: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """By what they tell apart: the words of each side, of which only one can be true of a figure."""
    than: str = ""
    """What begins the other side of a comparison: "more *than* men"."""
    no_period: str = ""
    """What makes a span of time no period when it stands behind: "a month *ago*"."""
    begins: str = ""
    """What stands right before a number that something was before: "*from* £3 million"."""
    ends: str = ""
    """The same before the one that it is now."""
    changes: str = ""
    """The same before the difference."""
    no_date: str = ""
    """What stands before a date up to which somebody knows: "*as of* 13 August"."""


NO_OPPOSITES = Opposites()
"""Of a language without a table."""


_ENGLISH = Opposites(
    MappingProxyType({
        "sex": (
            "men, man, boys, boy, male, males, fathers, sons, husbands, widowers",
            "women, woman, girls, girl, female, females, mothers, daughters, wives, widows",
        ),
        "age": ("adults, adult, grown-ups", "children, child, minors, infants, babies, teenagers"),
        "direction": (
            "rose, rise, rises, rising, risen, increas*, grew, grow, grows, grown, growing, growth, climb*, soar*, "
            "surg*, jump*",
            "fell, fall, falls, falling, fallen, decreas*, declin*, drop*, shrank, shrink*, shrunk, slump*, plung*, "
            "reduc*, cut, cuts",
        ),
        "comparison": (
            "more, likelier, higher, larger, greater, longer, faster, better, richer",
            "less, fewer, lower, smaller, shorter, slower, worse, poorer",
        ),
        "harm": (
            "killed, kill, kills, killing, dead, die, died, dies, dying, death, deaths, fatalities",
            "injured, injures, injuring, injuries, wounded, wounding, hurt",
        ),
        "period": (
            "an hour, per hour, each hour, every hour, hourly",
            "a day, per day, each day, every day, daily",
            "a week, per week, each week, every week, weekly",
            "a month, per month, each month, every month, monthly",
            "a year, per year, each year, every year, yearly, annual, annually, per annum",
        ),
        "trade": ("import, imports, imported", "export, exports, exported"),
        "balance": ("profit, profits, surplus", "loss, losses, deficit"),
        "opinion": (
            "support, supports, supported, in favour, in favor, agree, agreed, voted for, vote for, votes for, "
            "voting for, back, backs, backed, for the motion, for the bill",
            "oppos*, against, disagree*, reject, rejects, rejected, rejecting",
        ),
    }),
    than="than",
    no_period="ago, later, earlier, before, after, old, on",
    begins="from",
    ends="to",
    changes="by",
    no_date="as of, as at, as on, by, published on",
)  # fmt: skip
_GERMAN = Opposites(
    MappingProxyType({
        "sex": (
            "Männer, Männern, Mann, Jungen, Jungs, männlich*, Väter, Söhne",
            "Frauen, Frau, Mädchen, weiblich*, Mütter, Töchter",
        ),
        "age": ("Erwachsene, Erwachsenen", "Kinder, Kindern, Kind, Minderjährige, Minderjährigen"),
        "direction": (
            "stieg, stiegen, steigt, steigen, gestiegen, Anstieg, Zunahme, zugenommen, wuchs, wuchsen, wächst, "
            "gewachsen, Wachstum, erhöht*",
            "sank, sanken, sinkt, sinken, gesunken, fiel, fielen, fällt, gefallen, Rückgang, Abnahme, abgenommen, "
            "schrumpf*, geschrumpft, gekürzt, Kürzung*, gesenkt",
        ),
        "comparison": ("mehr, höher*, größer*, länger*", "weniger, niedriger*, geringer*, kleiner*, kürzer*"),
        "harm": (
            "getötet*, tötete*, tot, Tote, Toten, starben, starb, gestorben, Todesopfer",
            "verletzt*, verwundet*, Verletzte, Verletzten",
        ),
        "period": (
            "pro Stunde, stündlich, je Stunde",
            "am Tag, pro Tag, täglich*, je Tag",
            "pro Woche, wöchentlich*, in der Woche, je Woche",
            "im Monat, pro Monat, monatlich*, je Monat",
            "im Jahr, pro Jahr, jährlich*, je Jahr",
        ),
        "trade": ("Import*, Einfuhr*, importiert*", "Export*, Ausfuhr*, exportiert*"),
        "balance": ("Gewinn, Gewinne, Überschuss", "Verlust, Verluste, Defizit"),
        "opinion": (
            "dafür, befürwort*, stimmte für, stimmten für, stimmen für, für das Gesetz, für den Antrag",
            "dagegen, ablehn*, abgelehnt, lehnte, lehnten, lehnen, stimmte gegen, stimmten gegen, stimmen gegen, "
            "gegen das Gesetz, gegen den Antrag",
        ),
    }),
    than="als",
    no_period="19*, 20*",
    begins="von",
    ends="auf",
    changes="um",
    no_date="Stand, Stand vom",
)  # fmt: skip
_FRENCH = Opposites(
    MappingProxyType({
        "sex": (
            "hommes, homme, garçons, garçon, masculin*, pères, fils",
            "femmes, femme, filles, fille, féminin*, mères",
        ),
        "age": ("adultes, adulte", "enfants, enfant, mineurs"),
        "direction": (
            "hausse, augment*, progress*, croissance, accru*, grimp*, bondi*",
            "baisse, baiss*, diminu*, recul*, chut*, rédui*, réduction",
        ),
        "comparison": ("plus", "moins"),
        "harm": ("tué*, tue*, mort*, décès, décédé*", "blessé*, blesse*"),
        "period": (
            "par heure, de l'heure",
            "par jour, quotidien*",
            "par semaine, hebdomadaire*",
            "par mois, mensuel*",
            "par an, par année, annuel*",
        ),
        "trade": ("import*", "export*"),
        "balance": ("bénéfice*, excédent*", "perte*, déficit*"),
        "opinion": ("voté pour, votent pour, votes pour, favorable*, en faveur", "contre, opposé*, opposent, rejet*"),
    }),
    than="que",
    no_period="plus tard",
    begins="de",
    ends="à",
    changes="",
    no_date="au, en date du",
)  # fmt: skip
_SPANISH = Opposites(
    MappingProxyType({
        "sex": ("hombres, hombre, niños, varones, masculin*", "mujeres, mujer, niñas, femenin*"),
        "direction": (
            "aument*, subi*, suben, sube, crec*, alza, increment*",
            "disminu*, baj*, descen*, cay*, caída, reduc*, redujo",
        ),
        "comparison": ("más, mayor, mayores", "menos, menor, menores"),
        "harm": ("mató, mataron, muert*, murieron, murió, fallec*", "herid*, hirió, hirieron"),
        "period": ("por hora", "al día, por día, diari*", "a la semana, por semana, semanal*",
                   "al mes, por mes, mensual*", "al año, por año, anual*"),
        "trade": ("importa*", "exporta*"),
        "balance": ("ganancia*, beneficio*, superávit", "pérdida*, déficit"),
        "opinion": ("a favor, apoya*, apoyó", "contra, en contra, rechaz*"),
    }),
    than="que",
    no_period="",
    begins="de, desde",
    ends="a, hasta",
    changes="en",
    no_date="a fecha de",
)  # fmt: skip
_ITALIAN = Opposites(
    MappingProxyType({
        "sex": ("uomini, uomo, ragazzi, maschi, maschile, maschili", "donne, donna, ragazze, femmine, femminil*"),
        "direction": (
            "aument*, salit*, sale, salgono, cresc*, cresciut*, rialzo",
            "diminu*, calo, calat*, cala, calano, sces*, scend*, ridu*, riduzione, ridott*",
        ),
        "comparison": ("più", "meno"),
        "harm": ("uccis*, ucciso, mort*, decess*", "ferit*"),
        "period": ("all'ora", "al giorno, quotidian*, giornalier*", "alla settimana, settimanal*",
                   "al mese, mensil*", "all'anno, annu*"),
        "trade": ("importa*", "esporta*"),
        "balance": ("profitt*, utile, utili, avanzo", "perdita, perdite, disavanzo, deficit"),
        "opinion": ("a favore, favorevol*", "contro, contrar*"),
    }),
    than="che, rispetto",
    no_period="fa",
    begins="da, dal, dai",
    ends="a, al, ai",
    changes="del, dell",
)  # fmt: skip
_DUTCH = Opposites(
    MappingProxyType({
        "sex": ("mannen, man, jongens, mannelijk*", "vrouwen, vrouw, meisjes, vrouwelijk*"),
        "age": ("volwassenen", "kinderen, kind, minderjarigen"),
        "direction": (
            "steeg, stegen, stijgt, stijgen, gestegen, stijging, toename, toegenomen, groei*, gegroeid",
            "daalde, daalden, daalt, dalen, gedaald, daling, afname, afgenomen, kromp",
        ),
        "comparison": ("meer, hoger, groter", "minder, lager, kleiner"),
        "harm": ("gedood, doden, dood, stierven, overleden", "gewond, gewonden"),
        "period": ("per uur", "per dag, dagelijks*", "per week, wekelijks*", "per maand, maandelijks*",
                   "per jaar, jaarlijks*"),
        "trade": ("import*, invoer*", "export*, uitvoer*"),
        "balance": ("winst, winsten, overschot", "verlies, verliezen, tekort"),
        "opinion": ("stemde voor, stemden voor, stemmen voor", "tegen"),
    }),
    than="dan",
    no_period="",
    begins="van",
    ends="naar, tot",
    changes="met",
    no_date="per",
)  # fmt: skip
_PORTUGUESE = Opposites(
    MappingProxyType({
        "sex": ("homens, homem, meninos, masculin*", "mulheres, mulher, meninas, feminin*"),
        "direction": (
            "aument*, subi*, sobe, sobem, cresc*, alta",
            "diminu*, baixa, baixou, baixaram, caiu, caíram, queda, desce*, redu*",
        ),
        "comparison": ("mais, maior, maiores", "menos, menor, menores"),
        "harm": ("matou, mataram, mort*, morreram, morreu", "ferid*, feriu, feriram"),
        "period": ("por hora", "por dia, diári*", "por semana, semana*", "por mês, mensa*", "por ano, anua*"),
        "trade": ("importa*", "exporta*"),
        "balance": ("lucro*", "prejuízo*, perda*"),
        "opinion": ("a favor, apoi*", "contra, rejeit*"),
    }),
    than="que",
    no_period="",
    begins="de",
    ends="para, a",
    changes="em",
    no_date="em data de",
)  # fmt: skip
OPPOSITES: Mapping[str, Opposites] = MappingProxyType({
    "de": _GERMAN,
    "en": _ENGLISH,
    "es": _SPANISH,
    "fr": _FRENCH,
    "it": _ITALIAN,
    "nl": _DUTCH,
    "pt": _PORTUGUESE,
})  # fmt: skip
"""By primary subtag."""
