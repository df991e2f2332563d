"""French and Italian."""

from briefing.claims.languages.shape import Table

__all__ = ["FRENCH", "ITALIAN"]

FRENCH = Table(
    said=(
        "dit, disait, disent, disaient, déclare, déclarait, déclaré, déclarée, déclarent, écrit, écrivait, écrivent, "
        "écrivit, explique, expliquait, expliqué, expliquent, affirme, affirmait, affirmé, affirment, ajoute, "
        "ajoutait, ajouté, ajouta, annonce, annoncé, répond, répondait, répondu, répondit, demande, demandait, "
        "demandé, demanda, souligne, soulignait, souligné, précise, précisait, précisé, estime, estimait, estimé, "
        "assure, assurait, assuré, avertit, averti, prévient, prévenu, dénonce, dénonçait, dénoncé, critique, "
        "critiqué, qualifie, qualifié, parle de, parlait de, a parlé de, cite, cité, raconte, racontait, raconté, "
        "confie, confié, rappelle, rappelé, conclut, conclu, s'écria, s’écria, reprit, murmura, cria, poursuit, "
        "poursuivi, insiste, insisté, indique, indiqué, résume, résumé, témoigne, témoigné, note, noté, observe, "
        "observé, regrette, regretté, selon les mots, fit, pensa, continua, interrompit"
    ),
    wrote="prévoit, dispose, stipule, précise, garantit, interdit, recommande, constate, impose",
    supposed="peut, pourrait, pourraient, pourrez, devrait, doit, si, nous, vous, je, on, ne, pour, de",
    according="selon, d'après, d’après, aux yeux de, pour reprendre les mots",
    that="que, qu', qu’, de, d', d’, comme, à, en ces termes, une, un, la, le",
    named=(
        "appelé, appelée, appelés, appelées, dit, dits, dite, dites, surnommé, surnommée, nommé, nommée, intitulé, "
        "intitulée, baptisé, baptisée, connu comme, connue sous le nom de, connu sous le nom de, soi-disant, terme, "
        "termes, mot, mots, expression, titre, livre, film, roman, chanson, article, journal, revue, magazine, série, "
        "rubrique, chapitre, section, slogan, devise, projet, programme, plan, label, onglet, bouton, page, concept, "
        "notion, mention, type, catégorie, statut, atelier, formation, sous, opération, prix, loi"
    ),
    articles="le, la, les, l', l’, un, une, des, de, du, d', d’",
    elided="",
    short=("m, mm, mme, mlle, dr, pr, st, ste, av, ap, p, art, etc, cf, env, no, vol, al, éd, hab, j.-c"),
    hedges=(
        "environ:about, quelque:about, quelques:about, près de:nearly, à peu près:about, autour de:about, aux "
        "alentours de:about, de l'ordre de:about, de l’ordre de:about, approximativement:about, une moyenne de:about, "
        "en moyenne:about, presque:nearly, quasiment:nearly, plus de:more than, plus d':more than, plus d’:more than, "
        "au-delà de:more than, moins de:less than, moins d':less than, jusqu'à:up to, jusqu’à:up to, au maximum:up "
        "to, au plus:up to, au moins:at least, au minimum:at least, prétendument:reportedly, seulement:only, à "
        "peine:only, exactement:exactly, précisément:exactly"
    ),
    hedges_behind="ou plus:at least, au moins:at least, environ:about, au plus:up to, au maximum:up to",
    reported="aurait, auraient, serait, seraient, prétendument, apparemment, dit-on, selon ses dires",
    numbers=(
        "zéro:0, un:1, une:1, deux:2, trois:3, quatre:4, cinq:5, six:6, sept:7, huit:8, neuf:9, dix:10, onze:11, "
        "douze:12, treize:13, quatorze:14, quinze:15, seize:16, vingt:20, trente:30, quarante:40, cinquante:50, "
        "soixante:60, septante:70, huitante:80, octante:80, nonante:90"
    ),
    magnitudes=(
        "douzaine:12, dizaine:10, vingtaine:20, trentaine:30, quarantaine:40, cinquantaine:50, soixantaine:60, "
        "centaine:100, cent:100, cents:100, millier:1000, mille:1000, million:1000000, millions:1000000, "
        "milliard:1000000000, milliards:1000000000"
    ),
    magnitude_signs="k:1000, m:1000000, md:1000000000, mds:1000000000",
    one="un, une",
    glue="et",
    parts=(
        "moitié:1/2, tiers:1/3, quart:1/4, quarts:1/4, cinquième:1/5, cinquièmes:1/5, sixième:1/6, dixième:1/10, "
        "dixièmes:1/10"
    ),
    bare_parts="moitié",
    behind_parts="de, des, du, d', d’, d'entre, d’entre",
    not_before_parts="première, premier, seconde, second, deuxième, autre, dernière, dernier",
    of="de, d, des, du, d', d’",
    determiners="la, le, les, l', l’, ces, ses, nos, leurs, tous, toutes",
    half_more="et demi, et demie",
    out_of="sur, sur les",
    vague=(
        "dizaines:20-99, des dizaines:20-99, centaines:200-999, milliers:2000-99999, dizaines de "
        "milliers:20000-99999, centaines de milliers:200000-999999, dizaines de millions:20000000-99999999, "
        "millions:2000000-99999999, milliards:2000000000-99999999999"
    ),
    several="plusieurs:3-9, quelques:3-9",
    between="entre, de",
    between_link="et, à",
    to="à, ou",
    per_cent="pour cent, p.c, pct",
    percentage_points="point de pourcentage, points de pourcentage",
    currencies=(
        "euro:EUR, euros:EUR, d'euros:EUR, d’euros:EUR, de dollars:USD, centime:cent, centimes:cent, dollar:USD, "
        "dollars:USD, livres sterling:GBP, franc:franc, francs:franc, roubles:RUB, yens:JPY, yuans:CNY, "
        "roupies:rupee, écus:écu, louis:louis"
    ),
    units=(
        "km:km, kilomètre:km, kilomètres:km, m:m, mètre:m, mètres:m, cm:cm, centimètres:cm, mm:mm, millimètres:mm, "
        "mille:mile, miles:mile, km²:km², kilomètres carrés:km², mètres carrés:m², m²:m², hectare:ha, hectares:ha, "
        "ha:ha, kg:kg, kilo:kg, kilos:kg, kilogrammes:kg, g:g, grammes:g, tonne:tonne, tonnes:tonne, litre:litre, "
        "litres:litre, barils:barrel, mw:MW, mégawatts:MW, gw:GW, gigawatts:GW, kwh:kWh, mètres cubes:m³, degrés:°, "
        "degré:°, pieds:foot, pouces:inch, lieues:league, lieue:league, nœuds:knot, toises:toise, milles:mile, go:GB, "
        "mo:MB"
    ),
    times=(
        "seconde:second, secondes:second, minute:minute, minutes:minute, heure:hour, heures:hour, jour:day, "
        "jours:day, journée:day, journées:day, nuit:night, nuits:night, semaine:week, semaines:week, mois:month, "
        "trimestre:quarter, trimestres:quarter, an:year, ans:year, d'années:year, année:year, années:year, "
        "décennie:decade, décennies:decade, siècle:century, siècles:century, générations:generation, fois:time, "
        "instants:moment, h:hour, min:minute"
    ),
    dimensions="de long, de large, de haut, de profondeur",
    months=(
        "janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre, décembre, janv, févr, "
        "avr, juil, sept, oct, nov, déc"
    ),
    labels=(
        "page, pages, p, pp, n, no, nº, n°, numéro, article, articles, art, alinéa, chapitre, résolution, figure, "
        "fig, tableau, tome, vol, volume, édition, version, salle, étage, phase, classe, niveau, vol, ligne, annexe, "
        "point, tél, téléphone, fax, âge de, âgé de, âgée de, âgés de, an, année, années, depuis, étape, verset, "
        "section, partie, scène, acte, rue, place, avenue, boulevard, gazette, épisode, lot, axe, objectif, rfc, "
        "décret, loi, l'article, d'article, l'alinéa, l'annexe, l'âge de"
    ),
    labels_behind=(
        "h, heures du matin, ans révolus, er, ère, e, ème, av. j.-c, rue, place, avenue, boulevard, quai, place de, e "
        "siècle"
    ),
    people=(
        "personnes:people, gens:people, hommes:man, femmes:woman, enfants:child, soldats:soldier, militaires:soldier, "
        "troupes:troops, réfugiés:refugee, civils:civilian, morts:dead, blessés:injured, habitants:inhabitant, "
        "familles:family, membres:member, agents:agent, élus:elected, communes:commune, utilisateurs:user"
    ),
    own=(
        "raisons, questions, parties, chapitres, pages, étapes, choses, sortes, types, exemples, aspects, mots, fois, "
        "articles, objectifs, façons, côtés, axes, points, catégories, thèmes, volets, piliers, niveaux, temps, "
        "lettres, pas"
    ),
    adjectives=(
        "prochains, prochaines, derniers, dernières, premiers, premières, nouveaux, nouvelles, autres, grands, "
        "grandes, petits, petites, principaux, principales, différents, différentes, jeunes, seuls, seules"
    ),
    stops=(
        "et, ou, mais, est, sont, était, étaient, été, a, ont, avait, avaient, fut, furent, en, dans, sur, sous, à, "
        "au, aux, de, du, des, d, par, pour, avec, sans, chez, vers, depuis, pendant, avant, après, entre, contre, "
        "le, la, les, un, une, ce, cet, cette, ces, qui, que, dont, où, comme, si, ne, pas, plus, moins, se, il, "
        "elle, ils, elles, nous, vous, je, on, y, là, ici, déjà, encore, aussi, seulement, soit, puis, car, donc, "
        "tous, toutes, chaque"
    ),
    plural="s, x",
    singular="eaux:eau, aux:al, s:",
    months_in_capitals=False,
)
ITALIAN = Table(
    said=(
        "ha detto, dice, dicono, disse, diceva, hanno detto, ha scritto, scrive, scrisse, ha dichiarato, dichiara, "
        "dichiarò, ha affermato, afferma, affermò, ha aggiunto, aggiunge, aggiunse, ha spiegato, spiega, spiegò, ha "
        "sottolineato, sottolinea, ha annunciato, annuncia, ha risposto, risponde, rispose, chiede, ha chiesto, "
        "chiese, domandò, ha avvertito, avverte, ha denunciato, denuncia, ha definito, definisce, ha ricordato, "
        "ricorda, ha concluso, conclude, ha commentato, commenta, esclamò, gridò, replicò, soggiunse, riprese, "
        "continuò, parlava di, ha parlato di"
    ),
    wrote="stabilisce, prevede, dispone, garantisce, vieta, raccomanda",
    supposed="può, potrebbe, deve, dovrebbe, se, noi, io, non, per, di, si",
    according="secondo, a detta di, nelle parole di",
    that="che, di, come, a, il, la, un, una",
    named=(
        "chiamato, chiamata, chiamati, chiamate, cosiddetto, cosiddetta, cosiddetti, cosiddette, detto, detta, detti, "
        "soprannominato, soprannominata, noto come, nota come, noti come, intitolato, intitolata, termine, termini, "
        "parola, parole, espressione, titolo, libro, film, romanzo, canzone, articolo, giornale, rivista, serie, "
        "sezione, capitolo, motto, progetto, programma, piano, concetto, sotto, operazione, premio, legge"
    ),
    articles="il, lo, la, i, gli, le, l', l’, un, una, di, del, della, come",
    short="sig, dott, prof, ecc, pag, art, n, a.c, d.c, vol, cap, dr, ing, avv, on",
    hedges=(
        "circa:about, all'incirca:about, intorno a:about, intorno ai:about, approssimativamente:about, in "
        "media:about, quasi:nearly, più di:more than, oltre:more than, meno di:less than, fino a:up to, al massimo:up "
        "to, almeno:at least, perlomeno:at least, presumibilmente:reportedly, solo:only, soltanto:only, appena:only, "
        "esattamente:exactly"
    ),
    hedges_behind="o più:at least, o meno:up to, circa:about, almeno:at least",
    reported="presumibilmente, pare, sembra, a quanto pare, avrebbe, avrebbero, sarebbe, sarebbero",
    numbers=(
        "zero:0, un:1, uno:1, una:1, due:2, tre:3, quattro:4, cinque:5, sei:6, sette:7, otto:8, nove:9, dieci:10, "
        "undici:11, dodici:12, tredici:13, quattordici:14, quindici:15, sedici:16, diciassette:17, diciotto:18, "
        "diciannove:19, venti:20, trenta:30, quaranta:40, cinquanta:50, sessanta:60, settanta:70, ottanta:80, "
        "novanta:90"
    ),
    magnitudes=(
        "dozzina:12, decina:10, ventina:20, trentina:30, centinaio:100, cento:100, mille:1000, mila:1000, "
        "migliaio:1000, milione:1000000, milioni:1000000, miliardo:1000000000, miliardi:1000000000"
    ),
    one="un, una",
    parts=("metà:1/2, terzo:1/3, terzi:1/3, quarto:1/4, quarti:1/4, quinto:1/5, quinti:1/5, decimo:1/10, decimi:1/10"),
    bare_parts="metà",
    behind_parts="di, del, della, dei, degli, delle, dell', dell’",
    not_before_parts="prima, primo, seconda, secondo, altra, ultima",
    of="di, dei, degli, delle, del, della",
    determiners="il, i, gli, le, questi, queste, tutti, tutte",
    half_more="e mezzo, e mezza",
    out_of="su",
    vague=(
        "decine:20-99, dozzine:24-99, centinaia:200-999, migliaia:2000-99999, decine di migliaia:20000-99999, "
        "centinaia di migliaia:200000-999999, milioni:2000000-99999999, miliardi:2000000000-99999999999"
    ),
    several="alcuni:3-9, alcune:3-9, diversi:3-9, diverse:3-9, poche:3-9, pochi:3-9",
    between="tra, fra, tra i, fra i, tra le",
    between_link="e",
    to="a, o",
    per_cent="per cento, percento",
    percentage_points="punto percentuale, punti percentuali",
    currencies=(
        "euro:EUR, centesimi:cent, dollaro:USD, dollari:USD, di euro:EUR, di dollari:USD, sterline:GBP, lire:ITL, "
        "lira:lira, franchi:franc, rubli:RUB, yen:JPY, yuan:CNY, rupie:rupee, zecchini:zecchino, scudi:scudo, "
        "soldi:soldo"
    ),
    units=(
        "km:km, chilometro:km, chilometri:km, m:m, metro:m, metri:m, cm:cm, centimetri:cm, mm:mm, millimetri:mm, "
        "miglio:mile, miglia:mile, chilometri quadrati:km², metri quadrati:m², ettaro:ha, ettari:ha, kg:kg, "
        "chilo:kg, chili:kg, chilogrammi:kg, g:g, grammi:g, tonnellata:tonne, tonnellate:tonne, litro:litre, "
        "litri:litre, barili:barrel, mw:MW, megawatt:MW, gw:GW, gigawatt:GW, kwh:kWh, metri cubi:m³, gradi:°, "
        "piedi:foot, pollici:inch, leghe:league"
    ),
    times=(
        "secondo:second, secondi:second, minuto:minute, minuti:minute, ora:hour, ore:hour, giorno:day, giorni:day, "
        "notte:night, notti:night, settimana:week, settimane:week, mese:month, mesi:month, trimestre:quarter, "
        "trimestri:quarter, anno:year, anni:year, decennio:decade, decenni:decade, secolo:century, secoli:century, "
        "generazioni:generation, volta:time, volte:time, min:minute, h:hour"
    ),
    dimensions="di lunghezza, di larghezza, di altezza",
    months=(
        "gennaio, febbraio, marzo, aprile, maggio, giugno, luglio, agosto, settembre, ottobre, novembre, dicembre, "
        "gen, feb, mar, apr, mag, giu, lug, ago, set, ott, nov, dic"
    ),
    labels=(
        "pagina, pagine, pag, p, pp, n, nº, numero, articolo, articoli, art, comma, capitolo, risoluzione, figura, "
        "tabella, tomo, volume, edizione, versione, sala, piano, fase, classe, livello, volo, linea, allegato, punto, "
        "tel, telefono, fax, età di, anno, anni, dal, nel, passo, versetto, sezione, parte, scena, atto, via, viale, "
        "piazza, legge, decreto, agenda, gruppo, l'articolo, dell'articolo, all'articolo, nell'articolo, "
        "dall'articolo, dell'art, all'art, l'art, dall'art, nell'art"
    ),
    labels_behind="anni di età, a.c, d.c, º, ª, e mezza",
    people=(
        "persone:people, uomini:man, donne:woman, bambini:child, soldati:soldier, militari:soldier, truppe:troops, "
        "rifugiati:refugee, profughi:refugee, civili:civilian, morti:dead, feriti:injured, abitanti:inhabitant, "
        "famiglie:family, membri:member"
    ),
    own=(
        "ragioni, motivi, domande, parti, capitoli, pagine, passi, cose, tipi, esempi, aspetti, parole, volte, "
        "articoli, obiettivi, modi, lati, punti, categorie, temi, lettere, piedi"
    ),
    adjectives=(
        "prossimi, prossime, ultimi, ultime, primi, prime, nuovi, nuove, altri, altre, grandi, piccoli, piccole, "
        "principali, diversi, diverse, giovani"
    ),
    stops=(
        "e, ed, o, ma, è, sono, era, erano, fu, furono, ha, hanno, aveva, avevano, in, nel, nella, nei, nelle, su, "
        "sul, sulla, sotto, a, al, alla, ai, alle, di, del, della, dei, delle, degli, da, dal, dalla, per, con, "
        "senza, verso, durante, prima, dopo, tra, fra, contro, il, lo, la, i, gli, le, un, una, questo, questa, "
        "questi, queste, che, cui, dove, come, se, non, più, meno, si, lui, lei, loro, noi, io, già, ancora, anche, "
        "solo, fino, ogni, tutti, tutte"
    ),
    months_in_capitals=False,
)
