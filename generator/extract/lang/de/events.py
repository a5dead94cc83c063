"""German words for what happens: nouns and verbs by type, tenses, what plans and what denies."""

from __future__ import annotations

from generator.extract.events.triggers import EventWords

# Principal parts: infinitive, third person, preterite, participle; plurals follow from them.
_PARTS = """
treffen trifft traf getroffen
sich_treffen trifft traf getroffen
empfangen empfängt empfing empfangen
zusammenkommen zusammenkommt zusammenkam zusammengekommen
besuchen besucht besuchte besucht
reisen reist reiste gereist
eintreffen eintrifft eintraf eingetroffen
ankommen ankommt ankam angekommen
landen landet landete gelandet
unterzeichnen unterzeichnet unterzeichnete unterzeichnet
unterschreiben unterschreibt unterschrieb unterschrieben
ratifizieren ratifiziert ratifizierte ratifiziert
vereinbaren vereinbart vereinbarte vereinbart
abschließen abschließt abschloss abgeschlossen
beschließen beschließt beschloss beschlossen
einweihen einweiht einweihte eingeweiht
eröffnen eröffnet eröffnete eröffnet
starten startet startete gestartet
angreifen angreift angriff angegriffen
bombardieren bombardiert bombardierte bombardiert
beschießen beschießt beschoss beschossen
erschießen erschießt erschoss erschossen
entführen entführt entführte entführt
stürmen stürmt stürmte gestürmt
stürzen stürzt stürzte gestürzt
überfallen überfällt überfiel überfallen
einmarschieren einmarschiert einmarschierte einmarschiert
abschießen abschießt abschoss abgeschossen
zerstören zerstört zerstörte zerstört
einnehmen einnimmt einnahm eingenommen
explodieren explodiert explodierte explodiert
töten tötet tötete getötet
sterben stirbt starb gestorben
verletzen verletzt verletzte verletzt
treffen_auf trifft traf getroffen
erschüttern erschüttert erschütterte erschüttert
ums_leben_kommen kommt kam gekommen
wählen wählt wählte gewählt
wiederwählen wiederwählt wiederwählte wiedergewählt
abstimmen abstimmt abstimmte abgestimmt
abstürzen abstürzt abstürzte abgestürzt
einstürzen einstürzt einstürzte eingestürzt
entgleisen entgleist entgleiste entgleist
sinken sinkt sank gesunken
kentern kentert kenterte gekentert
verwüsten verwüstet verwüstete verwüstet
überschwemmen überschwemmt überschwemmte überschwemmt
ausbrechen ausbricht ausbrach ausgebrochen
veröffentlichen veröffentlicht veröffentlichte veröffentlicht
vorlegen vorlegt vorlegte vorgelegt
vorstellen vorstellt vorstellte vorgestellt
gewinnen gewinnt gewann gewonnen
besiegen besiegt besiegte besiegt
schlagen schlägt schlug geschlagen
siegen siegt siegte gesiegt
verlieren verliert verlor verloren
bezwingen bezwingt bezwang bezwungen
ernennen ernennt ernannte ernannt
zurücktreten zurücktritt zurücktrat zurückgetreten
festnehmen festnimmt festnahm festgenommen
verhaften verhaftet verhaftete verhaftet
verurteilen verurteilt verurteilte verurteilt
freisprechen freispricht freisprach freigesprochen
entlassen entlässt entließ entlassen
absetzen absetzt absetzte abgesetzt
verabschieden verabschiedet verabschiedete verabschiedet
billigen billigt billigte gebilligt
auflösen auflöst auflöste aufgelöst
übernehmen übernimmt übernahm übernommen
kaufen kauft kaufte gekauft
verkaufen verkauft verkaufte verkauft
verbieten verbietet verbot verboten
verhängen verhängt verhängte verhängt
ausweisen ausweist auswies ausgewiesen
ausliefern ausliefert auslieferte ausgeliefert
freilassen freilässt freiließ freigelassen
vereidigen vereidigt vereidigte vereidigt
gründen gründet gründete gegründet
demonstrieren demonstriert demonstrierte demonstriert
protestieren protestiert protestierte protestiert
streiken streikt streikte gestreikt
beitreten beitritt beitrat beigetreten
austreten austritt austrat ausgetreten
aufheben aufhebt aufhob aufgehoben
absagen absagt absagte abgesagt
verschieben verschiebt verschob verschoben
auszeichnen auszeichnet auszeichnete ausgezeichnet
feiern feiert feierte gefeiert
schließen schließt schloss geschlossen
ausrufen ausruft ausrief ausgerufen
anordnen anordnet anordnete angeordnet
beisetzen beisetzt beisetzte beigesetzt
anklagen anklagt anklagte angeklagt
nominieren nominiert nominierte nominiert
entdecken entdeckt entdeckte entdeckt
ankündigen ankündigt ankündigte angekündigt
verurteilen_scharf verurteilt verurteilte verurteilt
fordern fordert forderte gefordert
warnen warnt warnte gewarnt
drohen droht drohte gedroht
vorwerfen vorwirft vorwarf vorgeworfen
aufrufen aufruft aufrief aufgerufen
sagen sagt sagte gesagt
erklären erklärt erklärte erklärt
betonen betont betonte betont
mitteilen mitteilt mitteilte mitgeteilt
berichten berichtet berichtete berichtet
bestätigen bestätigt bestätigte bestätigt
kritisieren kritisiert kritisierte kritisiert
begrüßen begrüßt begrüßte begrüßt
stattfinden stattfindet stattfand stattgefunden
beginnen beginnt begann begonnen
enden endet endete geendet
abhalten abhält abhielt abgehalten
veranstalten veranstaltet veranstaltete veranstaltet
teilnehmen teilnimmt teilnahm teilgenommen
führen führt führte geführt
verüben verübt verübte verübt
ausrichten ausrichtet ausrichtete ausgerichtet
leiten leitet leitete geleitet
sich_ereignen ereignet ereignete ereignet
fordern_opfer fordert forderte gefordert
sein ist war gewesen
haben hat hatte gehabt
bleiben bleibt blieb geblieben
steigen steigt stieg gestiegen
fallen fällt fiel gefallen
wollen will wollte gewollt
"""


def _explicit() -> dict[str, str]:
    """Return the forms of each verb: a separable one is also looked for in its two parts."""
    found = {}
    for line in _PARTS.strip().splitlines():
        infinitive, present, past, participle = line.split()
        plural = past + ("n" if past.endswith("e") else "en")
        found[infinitive.replace("_", " ")] = (
            f"present:{present}|past:{past} {plural}|participle:{participle}|"
            f"infinitive:{infinitive.split('_')[-1]}"
        )
    return found


DATA = EventWords(
    nouns={
        "summit": "Gipfel, Gipfeltreffen, Gipfels, EU-Gipfel, Klimagipfel, Nato-Gipfel,"
        " G20-Gipfel, G7-Gipfel",
        "meeting": (
            "Treffen, Sitzung, Konferenz, Gespräche*, Forum, Kongress, Verhandlungen*, Tagung,"
            " Vollversammlung, Generalversammlung, Dialog, Sondersitzung, Klimakonferenz,"
            " Sicherheitskonferenz, Außenministertreffen, Beratungen*, Krisentreffen,"
            " Parteitag, Gespräch"
        ),
        "visit": "Besuch, Staatsbesuch, Antrittsbesuch, Reise, Besuchs",
        "agreement": (
            "Abkommen, Vertrag, Vereinbarung, Einigung, Waffenruhe, Waffenstillstand, Pakt,"
            " Unterzeichnung, Ratifizierung, Friedensabkommen, Handelsabkommen, Absichtserklärung,"
            " Koalitionsvertrag, Tarifvertrag, Tarifeinigung, Deal"
        ),
        "statement": "Erklärung, Rede, Pressekonferenz, Ansprache, Regierungserklärung,"
        " Ankündigung",
        "project": "Einweihung, Eröffnung, Inbetriebnahme, Spatenstich, Grundsteinlegung, Start",
        "conflict": (
            "Angriff, Anschlag, Luftangriff, Luftangriffe*, Beschuss, Kämpfe*, Offensive, Putsch,"
            " Militärputsch, Schießerei, Geiselnahme, Überfall, Invasion, Razzia, Attentat,"
            " Massaker,"
            " Krieg, Schlacht, Drohnenangriff, Raketenangriff, Messerangriff, Selbstmordanschlag,"
            " Entführung, Ausschreitungen*, Gefechte*, Terroranschlag, Amoklauf, Einmarsch"
        ),
        "casualty": "Tote*, Toten*, Todesopfer*, Verletzte*, Opfer*",
        "election": (
            "Wahl, Wahlen*, Präsidentschaftswahl, Parlamentswahl, Bundestagswahl, Landtagswahl,"
            " Stichwahl, Referendum, Volksabstimmung, Abstimmung, Europawahl, Kommunalwahl,"
            " Neuwahlen*,"
            " Wiederwahl, Präsidentenwahl, Präsidentschaftswahlen*, Parlamentswahlen*, Neuwahl"
        ),
        "disaster": (
            "Erdbeben, Beben, Überschwemmung, Überschwemmungen*, Hochwasser, Unfall, Absturz,"
            " Flugzeugabsturz, Brand, Waldbrand, Waldbrände*, Großbrand, Zyklon, Hurrikan, Sturm,"
            " Unwetter, Taifun, Erdrutsch, Tsunami, Ausbruch, Vulkanausbruch, Epidemie,"
            " Schiffsunglück,"
            " Unglück, Explosion, Lawine, Einsturz, Entgleisung, Zusammenstoß, Katastrophe,"
            " Pandemie,"
            " Tornado, Nachbeben, Massenpanik, Zugunglück, Busunglück, Feuer, Bootsunglück"
        ),
        "publication": "Veröffentlichung, Bericht, Studie, Umfrage, Gutachten, Rangliste, Buch",
        "sport": (
            "Spiel, Finale, Endspiel, Halbfinale, Viertelfinale, Sieg, Niederlage, Turnier,"
            " Meisterschaft, Weltmeisterschaft, Europameisterschaft, WM, EM, Olympische Spiele,"
            " Olympischen Spiele, Champions League, Grand Prix, Marathon, Goldmedaille, Titel,"
            " Tour de France, Bundesliga, DFB-Pokal, Pokalfinale, Achtelfinale, Auftaktspiel"
        ),
        "other": (
            "Ernennung, Rücktritt, Festnahme, Urteil, Prozess, Tod, Beerdigung, Trauerfeier,"
            " Streik,"
            " Warnstreik, Protest, Proteste*, Demonstration, Demonstrationen*, Zeremonie, Festival,"
            " Vereidigung, Amtseinführung, Auflösung, Freilassung, Ausweisung, Unabhängigkeit,"
            " Jubiläum, Verabschiedung, Misstrauensvotum, Absetzung, Kundgebung, Ausstellung,"
            " Sanktionen*, Insolvenz, Übernahme, Fusion, Auslieferung, Gründung, Manöver,"
            " Militärübung, Ausnahmezustand, Ausgangssperre, Abzug, Beitritt, Verurteilung, Messe,"
            " Gedenkfeier, Preisverleihung, Stellenabbau"
        ),
    },
    weak_nouns=(
        "Tote, Toten, Todesopfer, Verletzte, Opfer, Sitzung, Konferenz, Gespräche, Gespräch,"
        " Forum, Verhandlungen, Dialog, Beratungen, Reise, Vertrag,"
        " Vereinbarung, Abkommen, Einigung, Pakt, Deal, Erklärung, Rede, Ansprache,"
        " Ankündigung, Start,"
        " Eröffnung, Angriff, Krieg, Schlacht, Kämpfe, Abstimmung, Unfall, Brand, Sturm, Unwetter,"
        " Ausbruch, Explosion, Katastrophe, Pandemie, Epidemie, Unglück, Feuer, Bericht,"
        " Studie, Umfrage,"
        " Buch, Spiel, Finale, Sieg, Niederlage, Titel, Bundesliga, Tod, Urteil, Prozess,"
        " Streik, Protest,"
        " Proteste, Jubiläum, Sanktionen, Übernahme, Fusion, Gründung, Abzug, Beitritt, Messe,"
        " Wahl, Wahlen,"
        " Meisterschaft, Hochwasser, Unabhängigkeit, Ausstellung, Treffen, Wiederwahl,"
        " Gipfels, Besuchs"
    ),
    noun_plurals={
        "": ("", "s", "es"),
        "ung": ("ung", "ungen"),
        "e": ("e", "en"),
        "um": ("um", "ums", "en"),
        "enz": ("enz", "enzen"),
        "ag": ("ag", "ags", "äge", "ägen"),
        "iff": ("iff", "iffs", "iffe", "iffen"),
        "ben": ("ben", "bens"),
        "fel": ("fel", "fels"),
        "fen": ("fen", "fens"),
    },
    verbs={
        "meeting": "treffen, sich treffen, empfangen, zusammenkommen",
        "visit": "besuchen, reisen, eintreffen, ankommen, landen",
        "agreement": "unterzeichnen, unterschreiben, ratifizieren, vereinbaren, abschließen",
        "project": "einweihen, eröffnen, starten",
        "conflict": (
            "angreifen, bombardieren, beschießen, erschießen, entführen, stürmen, stürzen,"
            " überfallen,"
            " einmarschieren, abschießen, zerstören, einnehmen, explodieren"
        ),
        "casualty": "töten, sterben, verletzen, erschüttern",
        "election": "wählen, wiederwählen, abstimmen",
        "disaster": "abstürzen, einstürzen, entgleisen, sinken, kentern, verwüsten,"
        " überschwemmen, ausbrechen",
        "publication": "veröffentlichen, vorlegen, vorstellen",
        "sport": "gewinnen, besiegen, schlagen, siegen, verlieren, bezwingen",
        "other": (
            "ernennen, zurücktreten, festnehmen, verhaften, verurteilen, freisprechen,"
            " entlassen, absetzen,"
            " verabschieden, billigen, beschließen, auflösen, übernehmen, kaufen, verkaufen,"
            " verbieten,"
            " verhängen, ausweisen, ausliefern, freilassen, vereidigen, gründen, demonstrieren,"
            " protestieren, streiken, beitreten, austreten, aufheben, absagen, verschieben,"
            " auszeichnen,"
            " feiern, schließen, ausrufen, anordnen, beisetzen, anklagen, nominieren, entdecken"
        ),
    },
    weak_verbs=(
        "treffen, empfangen, abschließen, stürzen, sinken, vorlegen, gewinnen, schlagen, verlieren,"
        " siegen, aufheben, schließen, feiern, landen, ankommen, reisen, verschieben, verletzen,"
        " starten, kaufen, verkaufen, übernehmen"
    ),
    statement_verbs="ankündigen, verurteilen, fordern, warnen, drohen, vorwerfen, aufrufen",
    announcing="ankündigen",
    comment_verbs=(
        "sagen, erklären, betonen, mitteilen, berichten, bestätigen, kritisieren, begrüßen"
    ),
    light_verbs=(
        "stattfinden, beginnen, enden, abhalten, veranstalten, teilnehmen, führen, verüben,"
        " ausrichten,"
        " leiten, sich ereignen, eröffnen, starten, treffen, zusammenkommen, empfangen, ausbrechen"
    ),
    stative_verbs="sein, haben, bleiben, steigen, fallen, wollen",
    idle_verbs=(
        "liegen, stehen, gelten, heißen, betragen,"
        " umfassen, gehören, bestehen, enthalten, kosten, zählen, leben, wohnen, dauern, andauern,"
        " wachsen, zunehmen, abnehmen, hoffen, glauben, wissen, kennen, denken, meinen, finden,"
        " scheinen, wirken, gelingen, brauchen, benötigen, erwarten, rechnen, schätzen, planen,"
        " versuchen, sollen, müssen, können, dürfen, mögen, lassen, werden, gehen, arbeiten,"
        " verfügen, besitzen, bieten, bedeuten, zeigen, sehen, hören, fehlen, passen, folgen,"
        " verweisen, beschreiben, sprechen, reden, handeln, vergleichen, drohen, sorgen, helfen,"
        " ermitteln, prüfen, suchen, aussehen, darstellen, vorsehen, regeln, dienen, spielen,"
        " beruhen, stammen, abhängen, betreffen, anhalten, weitergehen"
    ),
    verbs_by_lemma={
        "disaster": (
            "überschlagen, verunglücken, abkommen, zusammenstoßen, zusammenprallen, kollidieren,"
            " brennen, niederbrennen, ausbrennen, abbrennen, abrutschen, ertrinken, stranden,"
            " überfluten, beben, verschütten, evakuieren, umstürzen, entwurzeln, prallen, auffahren"
        ),
        "visit": "besichtigen, anreisen, einreisen, weiterreisen, zurückkehren, eintreffen",
        "meeting": "tagen, beraten, zusammentreffen, konferieren, zusammentreten",
        "agreement": "einigen, verständigen, besiegeln, paraphieren",
        "election": "kandidieren, durchfallen, abwählen",
        "project": (
            "freigeben, erneuern, bauen, sanieren, fertigstellen, errichten, modernisieren,"
            " inbetriebnehmen, ausbauen"
        ),
        "conflict": (
            "feuern, schießen, erobern, zünden, sprengen, erstechen, ermorden, attackieren,"
            " verschleppen, beschießen, besetzen, einstechen, niederstechen"
        ),
        "publication": "erscheinen, publizieren, herausgeben",
        "sport": "unterliegen, ausscheiden, absteigen, aufsteigen, qualifizieren, triumphieren",
    },
    compound_nouns=True,
    not_compounds=(
        "Beispiel Auswahl Anzahl Schauspiel Hörspiel Zusammenspiel Glücksspiel Wortspiel Tagebuch"
        " Handbuch Drehbuch Wörterbuch Kochbuch Ausrede Abrede Verabredung Untertitel Buchtitel"
        " Kapitel Lagerfeuer Leuchtfeuer Friedensprozess Rechtsprozess Reformprozess Prozesse"
        " Entwicklungsprozess Weinbrand Verfolgung Wahlkampf Ansturm Lizenz Vorwahl Telefonwahl"
        " Berufswahl Hochschulwahl Arbeitsvertrag Mietvertrag Wissensstart Weltkrieg Weltkriegs"
        " Angriffskrieg Angriffskrieges Bürgerkrieg Handelskrieg Kalter Gegenüberstellung Spielplan"
        " Hausmesse Medienbericht Medienberichten Medienberichte Zeitungsbericht Wetterbericht"
        " Zeitungsberichten Presseberichten Erfahrungsbericht Untersuchung Beziehung Stellung"
    ),
    verb_forms={"en": {"infinitive": ("en",)}},
    verbs_explicit=_explicit(),
    reflexive=("sich",),
    auxiliaries={
        "have": "hat haben hatte hatten",
        "be": "wurde wurden ist sind war waren",
        "been": "worden",
        "would-have": "hätte hätten",
        "will": "wird werden",
        "due": "soll sollen will wollen plant planen",
        "was-due": "sollte sollten musste mussten konnte konnten",
        "may": "kann können könnte könnten möchte möchten würde würden dürfte müsse muss müssen ob",
        "just": "",
        "not": "nicht kein keine keinen keiner nie ohne",
    },
    verb_last=True,
    verb_parts="ab an auf aus bei ein fest frei statt teil vor zurück zusammen",
    nouns_capital=True,
    determiners_definite="der die das den dem des im beim zum zur am seinem seiner ihrem ihrer",
    determiners_this="dieser diese dieses diesem diesen",
    determiners_indefinite="ein eine einen einem einer eines mehrere",
    noun_before=(
        "der die das den dem des ein eine einen einem einer eines im beim zum zur am nach vor"
        " seit bei"
        " mit von erste ersten zweite zweiten dritte dritten letzte letzten nächste nächsten"
        " neue neuen"
        " schwere schweren schweres großes großen seinem seiner ihrem ihrer diesem dieser und"
        " zwei drei"
    ),
    boundaries=(
        r"(?:[;:]\s|\s[–—-]\s|\s{0,9}[()«»\"“”„]\s*"
        r"|,\s+(?=(?:(?:in|an|auf|bei|mit|von|aus|durch)\s+)?(?:der|die|das|dem|den|denen|deren"
        r"|dessen|wo|was|welche[rsmn]?)\s(?!\d))"
        r"|,\s+(?=(?:während|nachdem|bevor|weil|obwohl|als|wie|dass|wobei|sodass|seitdem)\s)"
        r"|,?\s{1,9}(?=(?:und|aber)\s+(?:wurde|wurden|hat|haben|ist|sind|wird|werden|will|soll)\b)"
        r"|,\s+(?=(?:sagte|sagten|teilte|teilten|erklärte|hieß|berichtete|berichteten|so|laut"
        r"|meldete)\b)"
        r")"
    ),
    relative=(
        r"(?:(?:in|an|auf|mit|von|aus|durch)\s+)?"
        r"(?:der|die|das|dem|den|denen|deren|dessen|wo|was|welche[rsmn]?)\b"
    ),
    linked=r"(?:bei|während)\s+(?:dem|der|denen)\b",
    according=r"\b(?:laut|nach\s+Angaben)\s+(?:[\w’'-]+\s+){0,4}$",
    attribution=(
        r"(?:(?:sagte|sagten|teilte|teilten|erklärte|hieß|berichtete|berichteten|so|laut"
        r"|meldete|wie)\b)"
    ),
    planned=(
        r"\b(?:geplant(?:e[nrms]?)?|vorgesehen|erwartet|nächste[nrms]?|kommende[nrms]?"
        r"|bevorstehend\w*"
        r"|soll(?:en)?|findet\s.{0,60}statt)\b"
    ),
    postponed=r"\b(?:verschoben|vertagt)\b",
    cancelled=r"\b(?:abgesagt|gestrichen|annulliert)\b",
    ongoing=r"\b(?:derzeit|zurzeit|dauert\s+an|dauern\s+an)\b",
    habitual=r"\b(?:jede[nrsm]?|regelmäßig|oft|immer|häufig|traditionell|jährlich|meist|wenn)\b",
    series=r"\b(?:Ziel|Ziele|Absicht|anstreben|strebt)\b",
    recent=r"\b(?:kürzlich|jüngst|vor\s+kurzem|soeben)\b",
    previous=(
        r"\b(?:vorige[nrms]?|letzte[nrms]?|vergangene[nrms]?|frühere[nrms]?"
        r"|ehemalige[nrms]?)\b"
    ),
    following=r"\b(?:nächste[nrms]?|kommende[nrms]?|künftige[nrms]?)\b",
    ordinals={
        "erste": 1,
        "ersten": 1,
        "erster": 1,
        "erstes": 1,
        "zweite": 2,
        "zweiten": 2,
        "zweiter": 2,
        "zweites": 2,
        "dritte": 3,
        "dritten": 3,
        "vierte": 4,
        "vierten": 4,
        "fünfte": 5,
        "fünften": 5,
        "sechste": 6,
        "sechsten": 6,
        "siebte": 7,
        "siebten": 7,
        "achte": 8,
        "achten": 8,
        "zehnte": 10,
        "zehnten": 10,
    },
    ordinal_digits=r"\b(\d{1,3})\.",
    finite=(
        r"\b(?:ist|sind|war|waren|hat|haben|hatte|hatten|wird|werden|wurde|wurden|kann|können"
        r"|soll|sollen"
        r"|will|wollen|muss|müssen|könnte|würde)\b"
    ),
    happened=(
        r"(?:\b(?:hat|haben|hatte|hatten|ist|sind|war|waren|wurde"
        r"|wurden)\b.{0,120}?\b(?:\w{0,8}ge\w{2,}(?:t|en)"
        r"|(?:be|ver|er|ent|zer)\w{3,}(?:t|en)|\w+iert)\b"
        r"|\b(?-i:[a-zäöü])\w{0,9}(?:kam|ging|gab|traf|starb|gewann|schloss|nahm|trat|griff|rief|ließ"
        r"|stieß|sank|schlug|brach|schrieb|zog|flog|warf|fuhr|riss|begann|schoss|floh|brachte)(?:en)?\b"
        r"|\b(?!(?:sagt|wollt|sollt|konnt|musst|hatt|heut|erst|letzt|zweit|dritt|nächst|beid)en?\b)"
        r"(?-i:[a-zäöü])\w{2,}ten?\b(?!\s+(?-i:[A-ZÄÖÜ])))"
    ),
    will_happen=r"\bwird\b.{0,100}?\b\w{3,}en\b",
    reported=r"\bdass\b|:\s|[„“\"]",
    at_event=(
        r"\b(?:bei|beim|mit|während|nach|vor|seit|anlässlich|am\s+Rande|im\s+Rahmen|zum|zur|für"
        r"|im\s+Vorfeld)\s+"
        r"(?:dem\s+|der\s+|des\s+|einem\s+|einer\s+|seinem\s+|seiner\s+|ihrem\s+"
        r"|ihrer\s+)?(?:[\w-]+\s+){0,2}$"
    ),
    beside_event=r"\b(?:am\s+Rande|im\s+Umfeld|im\s+Vorfeld)\b",
    scheduled=(
        r"\b(?:ist|sind|war|waren|wird|werden)\b[^.;]{0,70}?\b(?:geplant|vorgesehen|angesetzt"
        r"|anberaumt|terminiert|erwartet)\b|\bsteh(?:t|en)\b[^.;]{0,90}?\bauf\s+dem\s+Programm\b"
    ),
    works=(
        r"\b\w*(?:brücken?|werk|fabrik|linie|damm|park|tunnels?|autobahn|straße|bahnhof|hafen"
        r"|flughafen"
        r"|krankenhaus|klinik|schule|stadion|netz|mine|leitung|pipeline|raffinerie|terminal|windrad"
        r"|windräder|gebäude|wohnungen|schleuse|kanal|reaktor|bauarbeiten|bau|neubau|umbau|ausbau"
        r"|wiederaufbau|sanierung|strecke|gleise|schienen|weichen|halle|museum|kraftwerk|anlage"
        r"|baustelle|turm)s?\b"
    ),
    building=(
        r"(?:eröffn|wiedereröffn|begann|begonnen|beginn|starte|fertig|gebaut|bau|errichte|erneuer"
        r"|sanier|modernis|install|einweih|eingeweiht|freigegeben|freigeb|abgeschlossen|gesperrt"
        r"|entsteh|entstand|geplant|vorgesehen|fahren|inbetrieb)"
    ),
    dying="sterben, umkommen, ums leben kommen",
    weapons=r"\b(?:Raketen|Drohnen?|Granaten|Bomben?|Sprengstoff|Marschflugkörper)\b",
    presence=(
        r"\b(?:ist|sind|war|waren|weilt)\s+(?:am\s+\w+\s+|derzeit\s+|seit\s+\w+\s+)?(?=(?:in|im)\s)"
        r"|\bwird\s+(?:am\s+\w+\s+)?(?=in\s)(?=[^.]{0,60}\berwartet\b)"
    ),
    presence_later=r"\bwird\b",
    destination=r"\b(?:nach|zu|zum|zur|in)\s+(?:die\s+|den\s+|das\s+)?$",
    place_verbs="besuchen, erschüttern, verwüsten, angreifen, bombardieren",
    titles={
        "meeting": "Treffen",
        "visit": "Besuch",
        "agreement": "Abkommen",
        "statement": "Erklärung",
        "project": "Projekt",
        "conflict": "Angriff",
        "election": "Wahl",
        "disaster": "Unglück",
        "publication": "Veröffentlichung",
        "sport": "Spiel",
        "summit": "Gipfel",
        "other": "Ereignis",
    },
    nominals={
        "töten": "Angriff",
        "festnehmen": "Festnahme",
        "verhaften": "Festnahme",
        "ernennen": "Ernennung",
        "verurteilen": "Verurteilung",
        "zurücktreten": "Rücktritt",
        "einweihen": "Einweihung",
        "eröffnen": "Eröffnung",
        "veröffentlichen": "Veröffentlichung",
        "wählen": "Wahl",
        "wiederwählen": "Wiederwahl",
        "unterzeichnen": "Unterzeichnung",
        "unterschreiben": "Unterzeichnung",
        "ratifizieren": "Ratifizierung",
        "angreifen": "Angriff",
        "bombardieren": "Bombardierung",
        "entführen": "Entführung",
        "entlassen": "Entlassung",
        "verabschieden": "Verabschiedung",
        "auflösen": "Auflösung",
        "übernehmen": "Übernahme",
        "sterben": "Tod",
        "treffen": "Treffen",
        "sich treffen": "Treffen",
        "empfangen": "Treffen",
        "besuchen": "Besuch",
        "reisen": "Besuch",
        "presence": "Besuch",
        "abstürzen": "Absturz",
        "einstürzen": "Einsturz",
        "erschüttern": "Erdbeben",
        "gewinnen": "Sieg",
        "besiegen": "Sieg",
        "gründen": "Gründung",
        "entdecken": "Entdeckung",
    },
)
