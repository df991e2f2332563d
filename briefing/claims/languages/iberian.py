"""Spanish and Portuguese."""

from briefing.claims.languages.shape import Table

__all__ = ["PORTUGUESE", "SPANISH"]

SPANISH = Table(
    said=(
        "dijo, dice, dicen, decía, dijeron, dicho, escribió, escribe, escriben, declaró, declara, declararon, "
        "declarado, afirmó, afirma, afirmaron, afirmado, añadió, añade, añadieron, explicó, explica, explicaron, "
        "señaló, señala, señalaron, aseguró, asegura, aseguraron, anunció, anuncia, respondió, responde, "
        "respondieron, preguntó, pregunta, advirtió, advierte, advirtieron, denunció, denuncia, denunciaron, criticó, "
        "critica, calificó, califica, destacó, destaca, subrayó, subraya, manifestó, manifiesta, indicó, indica, "
        "sostuvo, sostiene, recordó, recuerda, reconoció, reconoce, confirmó, confirma, concluyó, concluye, insistió, "
        "insiste, comentó, comenta, contó, cuenta, agregó, agrega, expresó, expresa, exclamó, replicó, gritó, citó, "
        "tuiteó, contestó, prosiguió, repitió"
    ),
    wrote="establece, dispone, prevé, garantiza, prohíbe, recomienda, constata, estipula",
    supposed="puede, podría, podrían, debe, debería, si, nosotros, yo, no, para, de, a, se",
    according="según, de acuerdo con, a juicio de, en palabras de",
    that="que, de, como, a, el, la, un, una, lo siguiente",
    named=(
        "llamado, llamada, llamados, llamadas, denominado, denominada, denominados, denominadas, apodado, apodada, "
        "conocido como, conocida como, conocidos como, titulado, titulada, término, términos, palabra, palabras, "
        "expresión, título, libro, película, novela, canción, artículo, periódico, diario, revista, serie, sección, "
        "capítulo, lema, proyecto, programa, plan, concepto, supuesto, supuesta, bajo, operación, premio, ley"
    ),
    articles="el, la, los, las, un, una, de, del, como, como el, como la",
    elided="",
    short=("sr, sra, srta, dr, dra, ud, uds, pág, núm, etc, art, ee, uu, ee.uu, a.c, d.c, vol, cap, av, prof, d, dª"),
    hedges=(
        "unos:about, unas:about, cerca de:nearly, alrededor de:about, aproximadamente:about, en torno a:about, un "
        "promedio de:about, unos cuantos:about, casi:nearly, más de:more than, por encima de:more than, menos de:less "
        "than, por debajo de:less than, hasta:up to, como máximo:up to, un máximo de:up to, al menos:at least, por lo "
        "menos:at least, como mínimo:at least, un mínimo de:at least, supuestamente:reportedly, "
        "presuntamente:reportedly, solo:only, sólo:only, apenas:only, exactamente:exactly"
    ),
    hedges_behind=(
        "o más:at least, o menos:up to, al menos:at least, aproximadamente:about, como mínimo:at least, como "
        "máximo:up to"
    ),
    reported="supuestamente, presuntamente, habría, habrían, al parecer, según dicen",
    numbers=(
        "cero:0, un:1, uno:1, una:1, dos:2, tres:3, cuatro:4, cinco:5, seis:6, siete:7, ocho:8, nueve:9, diez:10, "
        "once:11, doce:12, trece:13, catorce:14, quince:15, dieciséis:16, diecisiete:17, dieciocho:18, diecinueve:19, "
        "veinte:20, treinta:30, cuarenta:40, cincuenta:50, sesenta:60, setenta:70, ochenta:80, noventa:90"
    ),
    magnitudes=(
        "docena:12, decena:10, veintena:20, centenar:100, centenares:100, cien:100, ciento:100, mil:1000, "
        "millar:1000, millares:1000, millón:1000000, millones:1000000, doscientos:200, doscientas:200, "
        "trescientos:300, trescientas:300, cuatrocientos:400, cuatrocientas:400, quinientos:500, quinientas:500, "
        "seiscientos:600, seiscientas:600, setecientos:700, setecientas:700, ochocientos:800, ochocientas:800, "
        "novecientos:900, novecientas:900"
    ),
    magnitude_signs="k:1000, m:1000000",
    one="un, una",
    glue="y",
    parts=(
        "mitad:1/2, tercio:1/3, tercios:1/3, cuarto:1/4, cuartos:1/4, quinto:1/5, quintos:1/5, décimo:1/10, décima:1/10"
    ),
    bare_parts="mitad",
    behind_parts="de, del",
    not_before_parts="primera, primer, segunda, segundo, otra, última",
    of="de, del",
    determiners="la, el, los, las, estos, estas, sus, nuestros, todos, todas",
    half_more="y medio, y media",
    out_of="de cada",
    vague=(
        "decenas:20-99, docenas:24-99, cientos:200-999, miles:2000-99999, decenas de miles:20000-99999, cientos de "
        "miles:200000-999999, decenas de millones:20000000-99999999, millones:2000000-99999999"
    ),
    several="varios:3-9, varias:3-9, algunos:3-9, algunas:3-9, pocos:3-9",
    between="entre",
    between_link="y",
    to="a, o",
    per_cent="por ciento, por 100",
    percentage_points="punto porcentual, puntos porcentuales",
    currencies=(
        "euro:EUR, euros:EUR, céntimos:cent, centavos:cent, dólar:USD, dólares:USD, libras esterlinas:GBP, peso:peso, "
        "pesos:peso, pesetas:ESP, bolívares:VES, soles:PEN, reales:real, maravedís:maravedí, ducados:ducat, "
        "escudos:escudo, yenes:JPY, yuanes:CNY, rublos:RUB, rupias:rupee"
    ),
    units=(
        "km:km, kilómetro:km, kilómetros:km, m:m, metro:m, metros:m, cm:cm, centímetros:cm, mm:mm, milímetros:mm, "
        "milla:mile, millas:mile, kilómetros cuadrados:km², metros cuadrados:m², hectárea:ha, hectáreas:ha, ha:ha, "
        "kg:kg, kilo:kg, kilos:kg, kilogramos:kg, g:g, gramos:g, tonelada:tonne, toneladas:tonne, litro:litre, "
        "litros:litre, barriles:barrel, mw:MW, megavatios:MW, gw:GW, gigavatios:GW, kwh:kWh, metros cúbicos:m³, "
        "grados:°, pies:foot, pulgadas:inch, leguas:league, legua:league, varas:vara, arrobas:arroba"
    ),
    times=(
        "segundo:second, segundos:second, minuto:minute, minutos:minute, hora:hour, horas:hour, día:day, días:day, "
        "noche:night, noches:night, semana:week, semanas:week, mes:month, meses:month, trimestre:quarter, "
        "trimestres:quarter, año:year, años:year, década:decade, décadas:decade, siglo:century, siglos:century, "
        "generaciones:generation, vez:time, veces:time, min:minute, h:hour"
    ),
    dimensions="de largo, de ancho, de alto",
    months=(
        "enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, setiembre, octubre, noviembre, "
        "diciembre, ene, abr, ago, sept, dic"
    ),
    labels=(
        "página, páginas, pág, p, pp, núm, n, nº, número, artículo, artículos, art, capítulo, resolución, figura, "
        "tabla, cuadro, tomo, volumen, edición, versión, sala, piso, fase, clase, nivel, vuelo, línea, anexo, punto, "
        "tel, teléfono, fax, edad de, año, años, desde, paso, versículo, sección, parte, escena, acto, calle, "
        "avenida, plaza, ley, decreto, agenda, grupo"
    ),
    labels_behind="h, años de edad, a.c, d.c, º, ª, a.m, p.m, horas del día",
    people=(
        "personas:people, hombres:man, mujeres:woman, niños:child, soldados:soldier, militares:soldier, "
        "tropas:troops, refugiados:refugee, civiles:civilian, muertos:dead, heridos:injured, habitantes:inhabitant, "
        "familias:family, miembros:member"
    ),
    own=(
        "razones, preguntas, partes, capítulos, páginas, pasos, cosas, tipos, ejemplos, aspectos, palabras, veces, "
        "artículos, objetivos, maneras, lados, ejes, puntos, categorías, temas, letras, modos"
    ),
    adjectives=(
        "próximos, próximas, últimos, últimas, primeros, primeras, nuevos, nuevas, otros, otras, grandes, pequeños, "
        "pequeñas, principales, diferentes, distintos, distintas, jóvenes"
    ),
    stops=(
        "y, e, o, u, pero, es, son, era, eran, fue, fueron, ha, han, había, habían, en, sobre, bajo, a, al, de, del, "
        "por, para, con, sin, hacia, desde, durante, antes, después, entre, contra, el, la, los, las, un, una, este, "
        "esta, estos, estas, que, cuyo, donde, como, si, no, más, menos, se, él, ella, ellos, ellas, nosotros, yo, "
        "ya, aún, también, solo, sólo, hasta, según, cada, todos, todas, lo, le, les, su, sus"
    ),
    plural="s",
    singular="ces:z, iones:ión, dores:dor, s:",
    months_in_capitals=False,
)
PORTUGUESE = Table(
    said=(
        "disse, diz, dizem, dizia, disseram, escreveu, escreve, escreveram, afirmou, afirma, afirmaram, declarou, "
        "declara, declararam, acrescentou, acrescenta, explicou, explica, explicaram, sublinhou, sublinha, destacou, "
        "destaca, ressaltou, anunciou, anuncia, respondeu, responde, perguntou, pergunta, alertou, alerta, denunciou, "
        "denuncia, criticou, critica, classificou, classifica, lembrou, lembra, reconheceu, confirmou, confirma, "
        "concluiu, conclui, insistiu, comentou, comenta, contou, conta, avaliou, avalia, defendeu, defende, exclamou, "
        "gritou, replicou, falou em"
    ),
    wrote="estabelece, dispõe, prevê, garante, proíbe, recomenda, determina",
    supposed="pode, poderia, deve, deveria, se, nós, eu, não, para, de",
    according="segundo, de acordo com, conforme, nas palavras de",
    that="que, de, como, a, o, um, uma",
    named=(
        "chamado, chamada, chamados, chamadas, denominado, denominada, apelidado, conhecido como, conhecida como, "
        "intitulado, intitulada, termo, termos, palavra, palavras, expressão, título, livro, filme, romance, canção, "
        "artigo, jornal, revista, série, seção, capítulo, lema, projeto, programa, plano, conceito, suposto, suposta, "
        "operação, prêmio, prémio, lei"
    ),
    articles="o, a, os, as, um, uma, de, do, da, como, como o, como a",
    short="sr, sra, dr, dra, prof, pág, etc, art, n, a.c, d.c, vol, cap, av, eng",
    hedges=(
        "cerca de:about, aproximadamente:about, em torno de:about, por volta de:about, uns:about, umas:about, em "
        "média:about, quase:nearly, perto de:nearly, mais de:more than, acima de:more than, menos de:less than, "
        "abaixo de:less than, até:up to, no máximo:up to, pelo menos:at least, ao menos:at least, no mínimo:at least, "
        "supostamente:reportedly, alegadamente:reportedly, apenas:only, só:only, somente:only, exatamente:exactly"
    ),
    hedges_behind="ou mais:at least, ou menos:up to, pelo menos:at least",
    reported="supostamente, alegadamente, teria, teriam, ao que parece",
    numbers=(
        "zero:0, um:1, uma:1, dois:2, duas:2, três:3, quatro:4, cinco:5, seis:6, sete:7, oito:8, nove:9, dez:10, "
        "onze:11, doze:12, treze:13, catorze:14, quatorze:14, quinze:15, dezesseis:16, dezasseis:16, dezessete:17, "
        "dezassete:17, dezoito:18, dezenove:19, dezanove:19, vinte:20, trinta:30, quarenta:40, cinquenta:50, "
        "sessenta:60, setenta:70, oitenta:80, noventa:90"
    ),
    magnitudes=(
        "dúzia:12, dezena:10, centena:100, cem:100, cento:100, mil:1000, milhar:1000, milhão:1000000, "
        "milhões:1000000, bilhão:1000000000, bilhões:1000000000, duzentos:200, duzentas:200, trezentos:300, "
        "trezentas:300, quatrocentos:400, quatrocentas:400, quinhentos:500, quinhentas:500, seiscentos:600, "
        "seiscentas:600, setecentos:700, setecentas:700, oitocentos:800, oitocentas:800, novecentos:900, "
        "novecentas:900"
    ),
    one="um, uma",
    glue="e",
    parts=(
        "metade:1/2, terço:1/3, terços:1/3, quarto:1/4, quartos:1/4, quinto:1/5, quintos:1/5, décimo:1/10, décimos:1/10"
    ),
    bare_parts="metade",
    behind_parts="de, do, da, dos, das",
    not_before_parts="primeira, primeiro, segunda, segundo, outra, última",
    of="de, dos, das, do, da",
    determiners="o, a, os, as, estes, estas, seus, nossos, todos, todas",
    half_more="e meio, e meia",
    out_of="em cada, de cada",
    vague=(
        "dezenas:20-99, dúzias:24-99, centenas:200-999, milhares:2000-99999, dezenas de milhares:20000-99999, "
        "centenas de milhares:200000-999999, milhões:2000000-99999999, bilhões:2000000000-99999999999"
    ),
    several="vários:3-9, várias:3-9, alguns:3-9, algumas:3-9, poucos:3-9",
    between="entre",
    between_link="e",
    to="a, ou",
    per_cent="por cento",
    percentage_points="ponto percentual, pontos percentuais",
    currencies=(
        "euro:EUR, euros:EUR, centavos:cent, cêntimos:cent, dólar:USD, dólares:USD, libras:GBP, real:BRL, reais:BRL, "
        "escudos:PTE, de euros:EUR, de dólares:USD, de reais:BRL, ienes:JPY, yuans:CNY, rublos:RUB, pesos:peso"
    ),
    units=(
        "km:km, quilômetro:km, quilômetros:km, quilómetro:km, quilómetros:km, m:m, metro:m, metros:m, cm:cm, "
        "centímetros:cm, mm:mm, milímetros:mm, milha:mile, milhas:mile, quilômetros quadrados:km², quilómetros "
        "quadrados:km², metros quadrados:m², hectare:ha, hectares:ha, ha:ha, kg:kg, quilo:kg, quilos:kg, "
        "quilogramas:kg, g:g, gramas:g, tonelada:tonne, toneladas:tonne, litro:litre, litros:litre, barris:barrel, "
        "mw:MW, megawatts:MW, gw:GW, gigawatts:GW, kwh:kWh, metros cúbicos:m³, graus:°, pés:foot, polegadas:inch, "
        "léguas:league"
    ),
    times=(
        "segundo:second, segundos:second, minuto:minute, minutos:minute, hora:hour, horas:hour, dia:day, dias:day, "
        "noite:night, noites:night, semana:week, semanas:week, mês:month, meses:month, trimestre:quarter, "
        "trimestres:quarter, ano:year, anos:year, década:decade, décadas:decade, século:century, séculos:century, "
        "gerações:generation, vez:time, vezes:time, min:minute, h:hour"
    ),
    dimensions="de comprimento, de largura, de altura",
    months=(
        "janeiro, fevereiro, março, abril, maio, junho, julho, agosto, setembro, outubro, novembro, dezembro, jan, "
        "fev, mar, abr, jun, jul, ago, set, out, nov, dez"
    ),
    labels=(
        "página, páginas, pág, p, pp, n, nº, número, artigo, artigos, art, capítulo, resolução, figura, tabela, tomo, "
        "volume, edição, versão, sala, piso, andar, fase, classe, nível, voo, linha, anexo, ponto, tel, telefone, "
        "fax, idade de, ano, anos, desde, passo, versículo, seção, secção, parte, cena, ato, rua, avenida, praça, "
        "lei, decreto, agenda, grupo"
    ),
    labels_behind="h, anos de idade, a.c, d.c, º, ª",
    people=(
        "pessoas:people, homens:man, mulheres:woman, crianças:child, soldados:soldier, militares:soldier, "
        "tropas:troops, refugiados:refugee, civis:civilian, mortos:dead, feridos:injured, habitantes:inhabitant, "
        "famílias:family, membros:member"
    ),
    own=(
        "razões, motivos, perguntas, partes, capítulos, páginas, passos, coisas, tipos, exemplos, aspectos, palavras, "
        "vezes, artigos, objetivos, maneiras, lados, pontos, categorias, temas, letras"
    ),
    adjectives=(
        "próximos, próximas, últimos, últimas, primeiros, primeiras, novos, novas, outros, outras, grandes, pequenos, "
        "pequenas, principais, diferentes, jovens"
    ),
    stops=(
        "e, ou, mas, é, são, era, eram, foi, foram, tem, têm, tinha, tinham, em, no, na, nos, nas, sobre, sob, a, ao, "
        "à, aos, às, de, do, da, dos, das, por, pelo, pela, para, com, sem, desde, durante, antes, depois, entre, "
        "contra, o, os, as, um, uma, este, esta, estes, estas, que, cujo, onde, como, se, não, mais, menos, ele, ela, "
        "eles, elas, nós, eu, já, ainda, também, só, até, segundo, cada, todos, todas, seu, sua"
    ),
    plural="s",
    singular="ões:ão, s:",
    months_in_capitals=False,
)
