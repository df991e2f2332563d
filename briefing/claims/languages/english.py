"""English."""

from briefing.claims.languages.shape import Table

__all__ = ["ENGLISH"]

ENGLISH = Table(
    said=(
        "said, says, say, told, tells, wrote, writes, added, adds, adding, asked, asks, answered, answers, replied, "
        "replies, explained, explains, announced, announces, declared, declares, insisted, insists, claimed, claims, "
        "argued, argues, warned, warns, noted, notes, tweeted, tweets, posted, recalled, recalls, admitted, admits, "
        "confirmed, confirms, denied, denies, stated, states, stressed, stresses, remarked, remarks, observed, "
        "observes, commented, comments, concluded, concludes, complained, complains, continued, continues, urged, "
        "urges, vowed, vows, promised, pledged, testified, testifies, acknowledged, acknowledges, emphasised, "
        "emphasized, emphasises, emphasizes, suggested, suggests, predicted, predicts, shouted, cried, exclaimed, "
        "whispered, responded, responds, reiterated, reiterates, accused, described, describes, calls it, called it, "
        "called them, called him, called her, dismissed, denounced, condemned, hailed, praised, quoted, spoke of, "
        "speaks of, quipped, joked, thundered, muttered, murmured, inquired, enquired, interposed, rejoined, "
        "retorted, cautioned, asserted, asserts, contended, contends, lamented, conceded, concedes, boasted, "
        "proclaimed, proclaims, chanted, chants, screamed, yelled"
    ),
    judged=(
        "called, calls, calling, branded, brands, branding, labelled, labeled, described, describes, describing, "
        "dismissed, dismisses, denounced, condemned, hailed, criticised, criticized"
    ),
    not_judging="is, are, was, were, be, been, being, often, sometimes, also, commonly, usually, officially",
    begins_judgement="a, an, the, one of, too, very, so, not, totally, completely, utterly, deeply, wholly, simply",
    leads_on="was, is, were, are, be, been, being, will, would, could, should, must, had, has, he, she, they, it",
    wrote=(
        "reads, provides, provided, provides that, stipulates, stipulated, requires, required, recommended, "
        "recommends, reported, reports, found, finds, held, holds, ruled, rules, decided, directs, directed, "
        "authorizes, authorized, authorises, authorised, mentions, mentioned, expressed, expresses, prohibits, "
        "prohibited, guarantees, resolved, affirmed, affirms, calls for, called for, calling for, agreed, believes, "
        "believed, demanded, demands, ordered, orders, instructed, saying, telling, writing, stating, describing, "
        "quoting"
    ),
    supposed=(
        "can, could, may, might, must, shall, should, will, would, to, you, we, i, if, let, us, cannot, can't, can’t, "
        "not, never, don't, don’t, i'd, i’d, we'd, we’d, i'll, i’ll, you'll, you’ll, it'll, it’ll, they'll, they’ll, "
        "did, if they, if he, if she, if someone, if anyone, if people, when they, will either, would either, would "
        "then, can then, could then, be, might well, may well, could well"
    ),
    according=(
        "according to, in the words of, in her words, in his words, in their words, in its words, in her own words, "
        "in his own words, in a statement, in a letter, in an interview, as one, put it"
    ),
    that=(
        "that, how, of, to, as, guilty of, not guilty of, as follows, thus, of the, only, was, were, a, an, the, it "
        "was, it is, he was, she was"
    ),
    named=(
        "known as, that says, which says, it says, that reads, which reads, called, nicknamed, dubbed, named, "
        "renamed, titled, entitled, so-called, termed, labelled, labeled, terms, term, word, words, phrase, slogan, "
        "codenamed, headed, headlined, referred to as, defined as, like, such as, for example, defines, article, "
        "book, film, song, novel, poem, paper, essay, chapter, section, report, speech, series, magazine, newspaper, "
        "album, play, alias, or, definition of, concept of, means, ship, meaning, see, title, heading, name, names, "
        "nickname, label, category, categories, defined, expression, notion of, motto, column, column headed, use of, "
        "under, operation, acronym, abbreviated, abbreviation, hereafter, hereinafter"
    ),
    articles="the, a, an, as, of, as the, as a, his, her, its, their",
    elided="tis, twas, twere, twill, em, n, til, till, cause, bout, round, neath, gainst, ere, s, ll",
    short=(
        "mr, mrs, ms, dr, prof, st, sir, gen, col, lt, capt, maj, sgt, rev, hon, sen, rep, gov, jr, sr, no, nos, vs, "
        "etc, cf, inc, ltd, co, corp, jan, feb, mar, apr, jun, jul, aug, sep, sept, oct, nov, dec, pp, p, fig, vol, "
        "sq, cu, u.s, u.n, u.k, e.g, i.e, sec, art, ch, pub, stat, messrs, approx"
    ),
    hedges=(
        "about:about, around:about, some:about, approximately:about, roughly:about, circa:about, ca:about, c:about, "
        "an estimated:about, estimated:about, estimated at:about, approx:about, something like:about, in the region "
        "of:about, in the order of:about, on the order of:about, somewhere around:about, perhaps:about, an average "
        "of:about, nearly:nearly, almost:nearly, close to:nearly, just under:nearly, just short of:nearly, just "
        "below:nearly, not quite:nearly, approaching:nearly, practically:nearly, virtually:nearly, nigh:nearly, more "
        "than:more than, over:more than, above:more than, in excess of:more than, upwards of:more than, upward "
        "of:more than, exceeding:more than, well over:more than, just over:more than, greater than:more than, higher "
        "than:more than, beyond:more than, a little over:more than, slightly more than:more than, less than:less "
        "than, fewer than:less than, under:less than, below:less than, lower than:less than, up to:up to, as many "
        "as:up to, as much as:up to, at most:up to, no more than:up to, not more than:up to, a maximum of:up to, "
        "maximum:up to, as high as:up to, not exceeding:up to, at least:at least, no fewer than:at least, not less "
        "than:at least, no less than:at least, not fewer than:at least, a minimum of:at least, minimum:at least, "
        "reportedly:reportedly, allegedly:reportedly, supposedly:reportedly, a reported:reportedly, "
        "purportedly:reportedly, exactly:exactly, precisely:exactly, only:only, just:only, a mere:only, merely:only, "
        "as few as:only, as little as:only"
    ),
    hedges_behind=(
        "-odd:about, or more:at least, and more:at least, at least:at least, or above:at least, or over:at least, "
        "plus:at least, or less:up to, or fewer:up to, at most:up to, or under:up to, or so:about, "
        "approximately:about, or thereabouts:about, or nearly so:nearly, is the most:up to, at the most:up to"
    ),
    reported=(
        "reportedly, allegedly, supposedly, purportedly, is said to, are said to, said to have, said to be, believed "
        "to, thought to, understood to, claims to, claim to, says it has, say they have, rumoured, rumored"
    ),
    numbers=(
        "zero:0, two:2, three:3, four:4, five:5, six:6, seven:7, eight:8, nine:9, ten:10, eleven:11, twelve:12, "
        "thirteen:13, fourteen:14, fifteen:15, sixteen:16, seventeen:17, eighteen:18, nineteen:19, twenty:20, "
        "thirty:30, forty:40, fourty:40, fifty:50, sixty:60, seventy:70, eighty:80, ninety:90, one:1"
    ),
    magnitudes=(
        "dozen:12, score:20, hundred:100, thousand:1000, lakh:100000, lakhs:100000, million:1000000, mln:1000000, "
        "crore:10000000, crores:10000000, billion:1000000000, bn:1000000000, trillion:1000000000000, thousands:1000, "
        "millions:1000000, billions:1000000000, trillions:1000000000000"
    ),
    magnitude_signs=(
        "k:1000, m:1000000, mn:1000000, mln:1000000, mio:1000000, bn:1000000000, b:1000000000, tn:1000000000000, "
        "trn:1000000000000"
    ),
    one="a, an, one",
    glue="and",
    parts=(
        "half:1/2, halves:1/2, third:1/3, thirds:1/3, quarter:1/4, quarters:1/4, fourth:1/4, fourths:1/4, fifth:1/5, "
        "fifths:1/5, sixth:1/6, sixths:1/6, seventh:1/7, sevenths:1/7, eighth:1/8, eighths:1/8, ninth:1/9, "
        "ninths:1/9, tenth:1/10, tenths:1/10"
    ),
    bare_parts="half",
    behind_parts=("of, the, its, their, all, those, these, our, his, her, more, less, fewer, higher, lower, as, a"),
    not_before_parts="first, second, other, latter, better, former, last, top, bottom, upper, lower, every",
    before_parts="by",
    every="every, each",
    ordinals="second:2, third:3, fourth:4, fifth:5, sixth:6, seventh:7, eighth:8, ninth:9, tenth:10",
    of="of",
    determiners="the, its, their, our, his, her, these, those, all, my, your, some",
    half_more="and a half, and one half, and one-half",
    out_of="in every, out of every, out of, in",
    vague=(
        "dozens:24-99, scores:40-99, hundreds:200-999, thousands:2000-99999, millions:2000000-99999999, "
        "billions:2000000000-99999999999, trillions:2000000000000-99999999999999, tens of thousands:20000-99999, "
        "hundreds of thousands:200000-999999, tens of millions:20000000-99999999, hundreds of "
        "millions:200000000-999999999, tens of billions:20000000000-99999999999, hundreds of "
        "billions:200000000000-999999999999, dozens of thousands:24000-99999"
    ),
    several="several:3-9, a few:3-9, few:3-9, a couple of:2-3, many:3-99",
    between="between",
    between_link="and, to",
    to="to, or",
    per_cent="per cent, percent, pct, pc, per cent., per centum, percents",
    percentage_points="percentage point, percentage points, percent points",
    currencies=(
        "pound sterling:GBP, pounds sterling:GBP, pounds:GBP, pound:GBP, sterling:GBP, quid:GBP, euro:EUR, euros:EUR, "
        "dollar:USD, dollars:USD, us dollar:USD, us dollars:USD, u.s. dollars:USD, cents:cent, cent:cent, "
        "pence:penny, penny:penny, rupees:rupee, rupee:rupee, yen:JPY, yuan:CNY, renminbi:CNY, rouble:RUB, "
        "roubles:RUB, ruble:RUB, rubles:RUB, hryvnia:UAH, hryvnias:UAH, francs:franc, franc:franc, kronor:krona, "
        "kroner:krone, lira:lira, liras:lira, rials:rial, rial:rial, riyals:riyal, dinars:dinar, dinar:dinar, "
        "pesos:peso, peso:peso, afghanis:AFN, afghani:AFN, shillings:shilling, shilling:shilling, guineas:guinea, "
        "marks:mark, crowns:crown, zloty:PLN, zlotys:PLN, won:KRW, reais:BRL, naira:NGN, rand:ZAR, shekels:ILS, "
        "baht:THB"
    ),
    units=(
        "km:km, kilometre:km, kilometres:km, kilometer:km, kilometers:km, m:m, metre:m, metres:m, "
        "meter:m, meters:m, "
        "cm:cm, centimetre:cm, centimetres:cm, centimeter:cm, centimeters:cm, mm:mm, millimetre:mm, millimetres:mm, "
        "millimeter:mm, millimeters:mm, mile:mile, miles:mile, nautical mile:nmi, nautical miles:nmi, yard:yard, "
        "yards:yard, foot:foot, feet:foot, ft:foot, inch:inch, inches:inch, square kilometre:km², square "
        "kilometres:km², square kilometer:km², square kilometers:km², sq km:km², sq . km:km², sq kms:km², sq m:m², "
        "sq . m:m², sq . miles:sq mile, sq ft:sq foot, sq . ft:sq foot, sq miles:sq mile, sq mile:sq mile, "
        "square metre:m², square metres:m², "
        "square meter:m², square meters:m², square mile:sq mile, square miles:sq mile, square foot:sq foot, square "
        "feet:sq foot, hectare:ha, hectares:ha, ha:ha, acre:acre, acres:acre, kg:kg, kilogram:kg, kilograms:kg, "
        "kilogramme:kg, kilogrammes:kg, kilo:kg, kilos:kg, g:g, gram:g, grams:g, tonne:tonne, tonnes:tonne, metric "
        "ton:tonne, metric tons:tonne, ton:ton, tons:ton, ounce:ounce, ounces:ounce, lb:lb, lbs:lb, litre:litre, "
        "litres:litre, liter:litre, liters:litre, gallon:gallon, gallons:gallon, barrel:barrel, barrels:barrel, "
        "bushel:bushel, bushels:bushel, bale:bale, bales:bale, cubic metres:m³, cubic meters:m³, cubic feet:cubic "
        "foot, mw:MW, megawatt:MW, megawatts:MW, gw:GW, gigawatt:GW, gigawatts:GW, kw:kW, kilowatts:kW, kilowatt:kW, "
        "kwh:kWh, mwh:MWh, gwh:GWh, twh:TWh, kilowatt-hours:kWh, volts:V, mph:mph, miles per hour:mph, "
        "mile-per-hour:mph, kilometres per hour:km/h, kilometers per hour:km/h, knots:knot, degrees:°, degree:°, "
        "hp:hp, horsepower:hp, ppm:ppm, parts per million:ppm, fathoms:fathom, leagues:league, kt:kt, kilotons:kt, "
        "megatons:Mt, gb:GB, tb:TB, kbps:kbps, mbps:Mbps"
    ),
    times=(
        "time:time, second:second, seconds:second, minute:minute, minutes:minute, hour:hour, hours:hour, day:day, "
        "days:day, "
        "night:night, nights:night, week:week, weeks:week, weekend:weekend, weekends:weekend, fortnight:fortnight, "
        "month:month, months:month, quarter:quarter, quarters:quarter, year:year, years:year, yrs:year, "
        "decade:decade, decades:decade, century:century, centuries:century, generation:generation, "
        "generations:generation, moments:moment, mins:minute, hrs:hour, season:season, seasons:season, "
        "semesters:semester, terms:term, sessions:session, evenings:evening, mornings:morning, afternoons:afternoon"
    ),
    dimensions="long, wide, high, deep, tall, thick, broad, away, apart, tide",
    months=(
        "january, february, march, april, may, june, july, august, september, october, november, december, jan, feb, "
        "mar, apr, jun, jul, aug, sep, sept, oct, nov, dec, ult, inst, prox"
    ),
    labels=(
        "page, pages, p, pp, no, nos, nr, number, numbers, article, articles, section, sections, sec, sect, chapter, "
        "chapters, ch, resolution, resolutions, title, titles, part, parts, paragraph, paragraphs, para, paras, "
        "figure, figures, fig, table, tables, volume, vol, vols, issue, edition, version, room, level, grade, phase, "
        "stage, type, class, form, schedule, rule, order, bill, act, case, flight, route, highway, interstate, "
        "channel, line, lines, item, items, annex, appendix, clause, amendment, note, notes, footnote, box, step, "
        "question, lesson, episode, unit, block, zone, area, ward, precinct, tel, telephone, phone, fax, fn, age, "
        "aged, ages, isbn, issn, psalm, verse, verses, verse., lot, apartment, apt, suite, floor, gate, platform, "
        "track, chapter., act, scene, canto, book, plate, exhibit, docket, proclamation, treaty, public law, pub, "
        "law, stat, u.s.c, usc, c.f.r, cfr, fed, reg, f.2d, f.3d, u.s, h.r, s.j.res, h.j.res, h.res, s.res, "
        "h.con.res, s, year, years, week, day, month, since, latitude, longitude, lat, long, goal, target, category, "
        "tier, priority, recommendation, principle, option, scenario, model, mark, formula, fiscal, fy, group, top, "
        "world war, season, round, chapter, district, division, local, pillar, objective, code, file, report, column, "
        "cols, col, cmd, cmnd, cm, command paper, doc, document, ser, series, psalms, lecture, letter, query"
    ),
    labels_behind=(
        "am, pm, a.m, p.m, a.m., p.m., o'clock, o’clock, hrs, gmt, utc, bst, est, years old, year old, year-old, "
        "years of age, years-old, u.s.c, usc, u.s.c., stat, stat., c.f.r, c.f.r., cfr, fed. reg., fed, f.2d, f.3d, s. "
        "ct, ad, bc, bce, ce, b.c, a.d, b.c., a.d., et seq, months old, weeks old, days old, vict, geo, eliz, cong, "
        "cong., cong. rec, st, nd, rd, th, downing street, noon, midnight, minutes past, hours gmt"
    ),
    people=(
        "-strong:people, people:people, persons:people, person:people, men:man, women:woman, children:child, "
        "girls:girl, boys:boy, "
        "troops:troops, soldiers:soldier, fighters:fighter, refugees:refugee, civilians:civilian, families:family, "
        "households:household, staff:staff, personnel:personnel, police:police, cattle:cattle, sheep:sheep, "
        "aircraft:aircraft, fish:fish, deaths:death, casualties:casualty, cases:case, votes:vote, jobs:job, "
        "homes:home, houses:house, lives:life, sailors:sailor, prisoners:prisoner, workers:worker, members:member, "
        "residents:resident, inhabitants:inhabitant, students:student, pupils:pupil, patients:patient, deer:deer, "
        "offspring:offspring, infantry:infantry, cavalry:cavalry, militia:militia, souls:people, feet:foot, "
        "teeth:tooth, oxen:ox, criteria:criterion, media:media, clergymen:clergyman, "
        "congressmen:congressman, businesses:business, addresses:address, others:other, wives:wife, dead:dead, "
        "seamen:seaman, policemen:policeman, firemen:fireman, servicemen:serviceman, countrymen:countryman, "
        "wounded:wounded, injured:injured, missing:missing, unemployed:unemployed, homeless:homeless, killed:dead, "
        "americans:american, britons:briton, afghans:afghan, victims:victim, migrants:migrant, protesters:protester, "
        "doctors:doctor, nurses:nurse, teachers:teacher, journalists:journalist, detainees:detainee, "
        "passengers:passenger, survivors:survivor, hostages:hostage, officers:officer, employees:employee, "
        "volunteers:volunteer, farmers:farmer, voters:voter, citizens:citizen, adults:adult, infants:infant, "
        "babies:baby, orphans:orphan, widows:widow, pensioners:pensioner, recipients:recipient, "
        "participants:participant, respondents:respondent, delegates:delegate, lawmakers:lawmaker, senators:senator, "
        "peers:peer, lawyers:lawyer, judges:judge, officials:official, militants:militant, rebels:rebel, "
        "insurgents:insurgent, gunmen:gunman, marines:marine, seekers:seeker, dependants:dependant, visitors:visitor, "
        "customers:customer, users:user, individuals:individual, immigrants:immigrant, settlers:settler, "
        "slaves:slave, villagers:villager, miners:miner, clergy:clergy, mothers:mother, fathers:father, "
        "parents:parent, homeowners:homeowner, tenants:tenant, applicants:applicant, candidates:candidate, "
        "scientists:scientist, researchers:researcher, engineers:engineer"
    ),
    totals=(
        "death toll:death, number of dead:death, number of deaths:death, number of victims:victim, "
        "number of casualties:casualty, number of injured:injured, body count:death"
    ),
    before_totals="at, to, of, is, was, reached, hit, passed, topped, exceeded, reaches, stands, now",
    own=(
        "times, things, reasons, ways, steps, parts, sections, chapters, questions, points, examples, pages, "
        "paragraphs, articles, types, kinds, sorts, forms, aspects, issues, topics, categories, sides, hands, eyes, "
        "feet, principles, recommendations, themes, options, factors, goals, objectives, sentences, words, lines, "
        "respects, occasions, purposes, parties, senses, cases, tables, figures, phases, stages, pillars, titles, "
        "dimensions, elements, conditions, lessons, ideas, classes, letters, heads, verses, volumes, degrees, "
        "instances, facts, matters, subjects, places, directions, criteria, priorities, approaches, methods, others, "
        "extremes, halves, columns, propositions, arguments, paces, branches, powers, bodies, components, areas, "
        "levels, groups, sets, items, objects, sources, minds, worlds, legs, arms, ends"
    ),
    stops=(
        "a, an, the, of, in, on, at, by, to, for, from, with, without, within, into, onto, over, under, above, below, "
        "between, among, amongst, through, during, before, after, since, until, till, across, towards, toward, "
        "against, about, around, near, behind, beyond, despite, per, via, and, or, but, nor, yet, so, if, than, that, "
        "which, who, whom, whose, when, where, while, why, how, what, as, because, although, though, unless, whereas, "
        "is, are, was, were, be, been, being, am, has, have, had, having, do, does, did, will, would, shall, should, "
        "can, could, may, might, must, not, no, it, its, he, his, him, she, her, hers, they, them, their, theirs, we, "
        "us, our, ours, you, your, yours, i, me, my, this, these, those, there, here, then, thus, also, only, just, "
        "now, ago, each, every, all, both, either, neither, out, up, down, off, away, back, apart, yes, perhaps, "
        "always, whether, plus, versus, vs, less, including, besides, alas, perhaps, hence, already, still, ever, "
        "afterwards, later, earlier, whilst, upon, along, alongside, amid, regardless, inside, outside, annually, "
        "himself, herself, itself, ourselves, themselves, says, makes, takes, comes, goes, gives, seems, remains, "
        "means, became, becomes, needs, uses, shows, rises, falls, such, any, some, other, another, same, etc, mr, "
        "mrs"
    ),
    plural="s",
    singular="sses:ss, ches:ch, shes:sh, xes:x, ies:y, s:",
)
