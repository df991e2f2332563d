"""German and Dutch."""

from briefing.claims.languages.shape import Table

__all__ = ["DUTCH", "GERMAN"]

GERMAN = Table(
    said=(
        "sagte, sagt, sagten, sagen, schrieb, schreibt, schrieben, schreiben, erklärte, erklärt, erklärten, erklären, "
        "betonte, betont, betonten, berichtete, berichtet, berichteten, ergänzte, ergänzt, fügte hinzu, fügt hinzu, "
        "antwortete, antwortet, antworteten, fragte, rief, riefen, meinte, meint, meinten, warnte, warnt, warnten, "
        "forderte, fordert, forderten, kritisierte, kritisiert, kritisierten, kündigte an, teilte mit, teilten mit, "
        "teilt mit, mitgeteilt, gesagt, geschrieben, erklärt, äußerte, äußerten, behauptete, behauptet, behaupteten, "
        "bestätigte, bestätigt, bestätigten, nannte, nannten, nennt, bezeichnete, bezeichneten, bezeichnet, lobte, "
        "lobten, verurteilte, verurteilten, sprach von, spricht von, sprachen von, zitierte, zitiert, heißt es, hieß "
        "es, so der, so die, bekräftigte, bekräftigt, unterstrich, unterstreicht, versicherte, versicherten, "
        "versichert, resümierte, resümiert, bilanzierte, twitterte, gestand, bekannte, begann, fuhr fort, dachte, "
        "klagte, klagt, klagten, klagen, kritisieren, flüsterte, schrie, versetzte, erwiderte, erwiderten, "
        "entgegnete, sprach, wiederholte, bemerkte, unterbrach"
    ),
    wrote=(
        "bestimmt, legt fest, sieht vor, regelt, stellt fest, stellte fest, verlangt, verlangte, empfiehlt, empfahl, "
        "beschloss, garantiert, verbietet"
    ),
    supposed=(
        "kann, könnte, könnten, würde, würden, möchte, müsste, sollte, sollten, wenn, wir, ich, man, darf, zu, nicht"
    ),
    speaker_behind="so",
    according="laut, nach Angaben, zufolge, nach den Worten, in den Worten",
    that=(
        "dass, daß, von, als, wörtlich, der, die, das, den, dem, ein, eine, einen, einer, einem, es sei, er sei, sie "
        "sei"
    ),
    named=(
        "genannt, genannte, genannten, genannter, sogenannte, sogenannten, sogenannter, sogenanntes, so genannte, so "
        "genannten, namens, Titel, Motto, Begriff, Begriffe, Wort, Wörter, Ausdruck, Buch, Film, Lied, Roman, "
        "Artikel, Aufsatz, Zeitung, Zeitschrift, Magazin, Serie, Sendung, Schlagwort, Slogan, Spitznamen, Spitzname, "
        "Schiff, Projekt, Programm, Initiative, Kampagne, Bündnis, Verein, Preis, Reihe, Studie, Rubrik, Kapitel, "
        "Abschnitt, Thema, bekannt als, unter, heißt, wie"
    ),
    articles="der, die, das, den, dem, des, ein, eine, einer, einem, als",
    elided="s, n, ne, nem, nen, ner",
    short=(
        "dr, prof, nr, st, bzw, ca, vgl, abs, art, usw, etc, hr, fr, mio, mrd, evtl, ggf, z.b, u.a, d.h, inkl, str, "
        "tel, min, max, bspw, sog"
    ),
    hedges=(
        "etwa:about, rund:about, ungefähr:about, circa:about, ca:about, zirka:about, gegen:about, um die:about, "
        "schätzungsweise:about, geschätzt:about, geschätzte:about, an die:about, im Schnitt:about, "
        "durchschnittlich:about, fast:nearly, beinahe:nearly, nahezu:nearly, knapp:nearly, annähernd:nearly, mehr "
        "als:more than, über:more than, gut:more than, weniger als:less than, unter:less than, bis zu:up to, "
        "höchstens:up to, maximal:up to, mindestens:at least, wenigstens:at least, zumindest:at least, minimal:at "
        "least, angeblich:reportedly, nur:only, lediglich:only, bloß:only, genau:exactly, exakt:exactly"
    ),
    hedges_behind="oder mehr:at least, und mehr:at least, und darüber:at least, oder weniger:up to",
    reported=("angeblich, mutmaßlich, vermutlich, soll, sollen, Berichten zufolge, dem Vernehmen nach, offenbar"),
    numbers=(
        "null:0, ein:1, eine:1, einen:1, eins:1, zwei:2, drei:3, vier:4, fünf:5, sechs:6, sieben:7, acht:8, neun:9, "
        "zehn:10, elf:11, zwölf:12, dreizehn:13, vierzehn:14, fünfzehn:15, sechzehn:16, siebzehn:17, achtzehn:18, "
        "neunzehn:19, zwanzig:20, dreißig:30, vierzig:40, fünfzig:50, sechzig:60, siebzig:70, achtzig:80, neunzig:90"
    ),
    magnitudes=(
        "Dutzend:12, hundert:100, tausend:1000, Million:1000000, Millionen:1000000, Mio:1000000, "
        "Milliarde:1000000000, Milliarden:1000000000, Mrd:1000000000, Billion:1000000000000, Billionen:1000000000000"
    ),
    one="ein, eine, einer, einem, einen",
    parts=(
        "Hälfte:1/2, Drittel:1/3, Dritteln:1/3, Viertel:1/4, Vierteln:1/4, Fünftel:1/5, Fünfteln:1/5, Sechstel:1/6, "
        "Siebtel:1/7, Achtel:1/8, Neuntel:1/9, Zehntel:1/10"
    ),
    bare_parts="Hälfte",
    sure_parts="Drittel, Fünftel, Sechstel, Siebtel, Zehntel",
    before_parts="um",
    every="jeder, jede, jedes, jeden, jedem",
    ordinals=(
        "zweite:2, zweiten:2, zweiter:2, zweites:2, dritte:3, dritten:3, dritter:3, drittes:3, vierte:4, vierten:4, "
        "vierter:4, viertes:4, fünfte:5, fünften:5, fünfter:5, fünftes:5, sechste:6, sechsten:6, siebte:7, siebten:7, "
        "achte:8, achten:8, neunte:9, neunten:9, zehnte:10, zehnten:10, zehnter:10, zehntes:10"
    ),
    rhythms=(
        "Montag, Dienstag, Mittwoch, Donnerstag, Freitag, Samstag, Sonnabend, Sonntag, Wochenende, Spiel, Runde, "
        "Versuch, Satz, Zeile, Seite, Schritt"
    ),
    behind_parts="der, des, aller, von, davon, dieser, ihrer, seiner, unserer, mehr, weniger",
    not_before_parts="erste, ersten, zweite, zweiten, andere, anderen, letzte, letzten, obere, untere",
    of="von, der",
    determiners="den, der, des, die, allen, aller, diesen, unseren, ihren, seinen",
    out_of="von",
    vague=(
        "Dutzende:24-99, Dutzenden:24-99, Hunderte:200-999, Hunderten:200-999, Tausende:2000-99999, "
        "Tausenden:2000-99999, Zehntausende:20000-99999, Zehntausenden:20000-99999, Hunderttausende:200000-999999, "
        "Hunderttausenden:200000-999999, Millionen:2000000-99999999, Milliarden:2000000000-99999999999"
    ),
    several="mehrere:3-9, einige:3-9, ein paar:2-9, viele:3-99",
    between="zwischen",
    between_link="und, bis",
    to="bis, oder, bis zu",
    per_cent="Prozent, v.h, Prozents",
    percentage_points="Prozentpunkt, Prozentpunkte, Prozentpunkten",
    currencies=(
        "Euro:EUR, Euros:EUR, Cent:cent, Dollar:USD, US-Dollar:USD, Pfund:GBP, Franken:CHF, Schweizer Franken:CHF, "
        "Mark:DEM, D-Mark:DEM, Rubel:RUB, Kronen:krone, Yen:JPY, Yuan:CNY, Rupien:rupee, Lira:lira"
    ),
    units=(
        "km:km, Kilometer:km, Kilometern:km, m:m, Meter:m, Metern:m, cm:cm, Zentimeter:cm, mm:mm, Millimeter:mm, "
        "Meilen:mile, Meile:mile, Quadratkilometer:km², Quadratmeter:m², Quadratmetern:m², Hektar:ha, ha:ha, kg:kg, "
        "Kilogramm:kg, Kilo:kg, g:g, Gramm:g, Tonnen:tonne, Tonne:tonne, t:tonne, Liter:litre, Litern:litre, l:litre, "
        "Barrel:barrel, mw:MW, Megawatt:MW, gw:GW, Gigawatt:GW, kwh:kWh, Kilowattstunden:kWh, Kubikmeter:m³, Grad:°, "
        "Fuß:foot, Zoll:inch, Ellen:ell"
    ),
    times=(
        "Sekunde:second, Sekunden:second, Minute:minute, Minuten:minute, Stunde:hour, Stunden:hour, Tag:day, "
        "Tage:day, Tagen:day, Nacht:night, Nächte:night, Woche:week, Wochen:week, Monat:month, Monate:month, "
        "Monaten:month, Jahr:year, Jahre:year, Jahren:year, Jahres:year, Quartal:quarter, Quartale:quarter, "
        "Jahrzehnt:decade, Jahrzehnte:decade, Jahrzehnten:decade, Jahrhunderte:century, Jahrhunderten:century, "
        "Generationen:generation, Uhr:o'clock, Mal:time, Male:time"
    ),
    dimensions="lang, breit, hoch, tief, weit, entfernt",
    months=(
        "Januar, Februar, März, April, Mai, Juni, Juli, August, September, Oktober, November, Dezember, Jänner, Jan, "
        "Feb, Mrz, Apr, Jun, Jul, Aug, Sep, Sept, Okt, Nov, Dez"
    ),
    labels=(
        "Seite, Seiten, S, Nr, Nummer, Artikel, Art, Absatz, Abs, Satz, Paragraf, Paragraph, Kapitel, Resolution, "
        "Abbildung, Abb, Tabelle, Tab, Band, Bd, Ausgabe, Heft, Version, Raum, Zimmer, Stufe, Phase, Klasse, Fall, "
        "Flug, Zeile, Ziffer, Anhang, Anlage, Punkt, Tel, Telefon, Fax, Alter von, Jahr, Jahre, Jahren, Jahres, seit, "
        "Kap, Psalm, Drucksache, Vers, Teil, Ziff, Rn, isbn, Gruppe, Typ, Modell, Linie, Gleis, Platz, Rang, Windows, "
        "Agenda"
    ),
    labels_behind=(
        "Uhr, Jahre alt, Jahren alt, jährige, jähriger, jährigen, jähriges, v.chr, n.chr, er, ern, te, ten, Straße"
    ),
    people=(
        "Menschen:people, Personen:people, Leute:people, Leuten:people, Männer:man, Frauen:woman, Kinder:child, "
        "Kindern:child, Soldaten:soldier, Tote:dead, Toten:dead, Verletzte:injured, Geflüchtete:refugee, "
        "Flüchtlinge:refugee, Einwohner:inhabitant, Teilnehmer:participant, Mitglieder:member, Familien:family, "
        "Truppen:troops"
    ),
    own=(
        "Punkte, Punkten, Gründe, Gründen, Fragen, Teile, Teilen, Kapitel, Kapiteln, Seiten, Schritte, Schritten, "
        "Dinge, Dingen, Arten, Beispiele, Aspekte, Worte, Wörter, Mal, Male, Artikel, Ziele, Stufen, Themen, "
        "Bereiche, Bereichen, Säulen, Tipps"
    ),
    stops=(
        "und, oder, aber, sind, ist, war, waren, wurden, wurde, werden, wird, haben, hat, hatte, hatten, im, in, an, "
        "am, auf, aus, bei, mit, nach, seit, von, vom, vor, zu, zum, zur, für, über, unter, durch, gegen, ohne, um, "
        "bis, der, die, das, den, dem, des, ein, eine, einen, einem, einer, als, wie, dass, weil, wenn, so, nur, "
        "noch, schon, auch, nicht, sich, er, sie, es, wir, ihr, ich, du, dort, hier, davon, pro, je, mehr, weniger, "
        "alle, allein"
    ),
    nouns_in_capitals=True,
    counts_before_capitals=False,
)
DUTCH = Table(
    said=(
        "zei, zegt, zeiden, zeggen, schreef, schrijft, schreven, verklaarde, verklaart, verklaarden, vertelde, "
        "vertelt, vertelden, antwoordde, antwoordt, vroeg, riep, aldus, meldde, meldt, meldden, benadrukte, "
        "benadrukt, stelde, stelt, stelden, waarschuwde, waarschuwt, voegde toe, noemde, noemt, noemden, legde uit, "
        "legt uit, bevestigde, bevestigt, gezegd, geschreven, citeerde, twitterde, reageerde, reageert, concludeerde, "
        "concludeert"
    ),
    wrote="bepaalt, bepaalde, schrijft voor, verbiedt, garandeert",
    supposed="kan, kunnen, zou, zouden, moet, mag, wil, als, we, wij, ik, je, men, te, niet",
    according="volgens, in de woorden van",
    that="dat, als, van, de, het, een, het is, hij is",
    named=(
        "genaamd, genoemd, bekend als, zogenaamde, zogeheten, zogenoemde, titel, motto, term, woord, woorden, begrip, "
        "boek, film, lied, roman, artikel, krant, tijdschrift, serie, slogan, bijnaam, schip, project, programma, "
        "rapport, onder, heet, zoals"
    ),
    articles="de, het, een, als",
    elided="t, s, n, k, m, ie, er",
    short="dhr, mevr, dr, prof, nr, bijv, enz, ca, o.a, d.w.z, z.g.n, ir, mr, drs, st",
    hedges=(
        "ongeveer:about, circa:about, ca:about, zo'n:about, rond de:about, rond:about, omstreeks:about, naar "
        "schatting:about, gemiddeld:about, bijna:nearly, haast:nearly, nagenoeg:nearly, krap:nearly, meer dan:more "
        "than, ruim:more than, boven de:more than, minder dan:less than, onder de:less than, tot wel:up to, "
        "maximaal:up to, hoogstens:up to, hooguit:up to, minstens:at least, ten minste:at least, tenminste:at least, "
        "minimaal:at least, naar verluidt:reportedly, slechts:only, maar:only, precies:exactly"
    ),
    hedges_behind="of meer:at least, of minder:up to",
    reported="naar verluidt, vermoedelijk, naar eigen zeggen, zou, zouden",
    numbers=(
        "nul:0, een:1, één:1, twee:2, drie:3, vier:4, vijf:5, zes:6, zeven:7, acht:8, negen:9, tien:10, elf:11, "
        "twaalf:12, dertien:13, veertien:14, vijftien:15, zestien:16, zeventien:17, achttien:18, negentien:19, "
        "twintig:20, dertig:30, veertig:40, vijftig:50, zestig:60, zeventig:70, tachtig:80, negentig:90"
    ),
    magnitudes=(
        "dozijn:12, honderd:100, duizend:1000, miljoen:1000000, mln:1000000, miljard:1000000000, mld:1000000000, "
        "biljoen:1000000000000"
    ),
    one="een, één",
    parts=(
        "helft:1/2, derde:1/3, kwart:1/4, vierde:1/4, vijfde:1/5, zesde:1/6, zevende:1/7, achtste:1/8, negende:1/9, "
        "tiende:1/10"
    ),
    bare_parts="helft",
    behind_parts="van, daarvan, meer, minder",
    not_before_parts="eerste, tweede, andere, laatste",
    of="van",
    determiners="de, het, deze, alle, onze, hun, zijn",
    out_of="op de, van de",
    vague=(
        "tientallen:20-99, honderden:200-999, duizenden:2000-99999, tienduizenden:20000-99999, "
        "honderdduizenden:200000-999999, miljoenen:2000000-99999999, miljarden:2000000000-99999999999"
    ),
    several="enkele:3-9, een paar:2-9, verscheidene:3-9",
    between="tussen, tussen de",
    between_link="en",
    to="tot, of, à",
    per_cent="procent, pct",
    percentage_points="procentpunt, procentpunten",
    currencies=(
        "euro:EUR, euro's:EUR, cent:cent, dollar:USD, dollars:USD, pond:GBP, gulden:NLG, frank:franc, roebel:RUB, "
        "yen:JPY, yuan:CNY"
    ),
    units=(
        "km:km, kilometer:km, kilometers:km, m:m, meter:m, meters:m, cm:cm, centimeter:cm, mm:mm, millimeter:mm, "
        "mijl:mile, vierkante kilometer:km², vierkante meter:m², hectare:ha, hectaren:ha, ha:ha, kg:kg, kilo:kg, "
        "kilogram:kg, gram:g, ton:tonne, liter:litre, vaten:barrel, megawatt:MW, mw:MW, gigawatt:GW, kwh:kWh, kubieke "
        "meter:m³, graden:°, voet:foot"
    ),
    times=(
        "seconde:second, seconden:second, minuut:minute, minuten:minute, uur:hour, uren:hour, dag:day, dagen:day, "
        "nacht:night, nachten:night, week:week, weken:week, maand:month, maanden:month, jaar:year, jaren:year, "
        "kwartaal:quarter, kwartalen:quarter, decennium:decade, decennia:decade, eeuw:century, eeuwen:century, "
        "keer:time, maal:time"
    ),
    dimensions="lang, breed, hoog, diep, ver",
    months=(
        "januari, februari, maart, april, mei, juni, juli, augustus, september, oktober, november, december, jan, "
        "feb, mrt, apr, jun, jul, aug, sep, sept, okt, nov, dec"
    ),
    labels=(
        "pagina, pagina's, p, blz, bladzijde, nr, nummer, artikel, art, lid, paragraaf, hoofdstuk, resolutie, figuur, "
        "tabel, deel, uitgave, versie, kamer, fase, klasse, vlucht, regel, bijlage, punt, tel, telefoon, leeftijd "
        "van, jaar, jaren, sinds, stap, vers, groep, type"
    ),
    labels_behind="uur, jaar oud, jarige, v.chr, n.chr, e, de, ste",
    people=(
        "mensen:people, personen:people, mannen:man, vrouwen:woman, kinderen:child, soldaten:soldier, "
        "militairen:soldier, troepen:troops, vluchtelingen:refugee, doden:dead, gewonden:injured, "
        "inwoners:inhabitant, leden:member, gezinnen:family"
    ),
    own=(
        "punten, redenen, vragen, delen, hoofdstukken, stappen, dingen, soorten, voorbeelden, aspecten, woorden, "
        "keer, maal, artikelen, doelen, manieren, kanten, tips"
    ),
    stops=(
        "en, of, maar, is, zijn, was, waren, werd, werden, wordt, worden, heeft, hebben, had, hadden, in, op, aan, "
        "bij, met, na, sinds, van, voor, te, ten, ter, over, onder, door, tegen, zonder, om, tot, uit, de, het, een, "
        "als, dat, die, dit, deze, omdat, zo, nog, al, ook, niet, zich, hij, zij, ze, wij, we, er, daar, hier, per, "
        "meer, minder, alle"
    ),
    plural="en, s",
    counts_before_capitals=True,
    months_in_capitals=False,
)
