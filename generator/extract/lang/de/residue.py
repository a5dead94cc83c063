"""German words of menus, prompts, comment forms and credits."""

# ruff: noqa: E501 -- one cue a line, however many forms it has

from generator.extract.residue.cues import ResidueCues

DATA = ResidueCues(
    labels=(
        r"startseite|menu|suche|suchen|anmelden|abmelden|registrieren|einloggen|login|mein konto",
        r"abonnieren|abo|newsletter|e-?paper|merken|teilen|drucken|speichern|kommentieren|kopieren|versenden",
        r"(artikel |beitrag |seite )?(teilen|drucken|merken|vorlesen|anhoren|versenden|melden|empfehlen)",
        r"anzeigen?|werbung|advertorial|gesponsert",
        r"(mehr|alle|weiter) (lesen|anzeigen|laden|erfahren|artikel|nachrichten|news)",
        r"weiterlesen|mehr|mehr (dazu|davon|zum thema)",
        r"(keine|\d{1,6}) kommentare?|kommentare? ?\(?\d{0,6}\)?",
        r"kommentar (schreiben|verfassen|hinterlassen|abgeben)|kommentieren|antworten",
        r"impressum|datenschutz(erklarung|hinweise)?|agb|kontakt|uber uns|hilfe|mediadaten|karriere|cookie-einstellungen",
        r"details|quellen?|autor(in)?|ort|datum|schlagworter|stichworte|themen|tags|bildergalerie|video|podcast",
        r"zuruck( zur startseite| nach oben)?|nach oben|vorheriger artikel|nachster artikel|zum (inhalt|hauptinhalt)( springen)?",
        r"(alle )?(akzeptieren|ablehnen|zustimmen)|schliessen|schließen|laden|wird geladen",
        r"(lesezeit|lesedauer) ?:? ?\d{0,3} ?(min(uten)?)?|\d{1,3} ?min(uten)? lesezeit",
        r"vor \d{1,3} (minuten?|stunden?|tagen?|wochen?)",
        r"(meistgelesen|meistkommentiert|aktuell|live|eilmeldung|wetter|rss)",
    ),
    menu=(
        r"startseite", r"politik", r"wirtschaft", r"sport", r"kultur", r"panorama", r"gesellschaft", r"wissen",
        r"wissenschaft", r"gesundheit", r"digital", r"technik", r"reise", r"auto", r"finanzen", r"regional", r"lokales",
        r"inland", r"ausland", r"welt", r"meinung", r"unterhaltung", r"leben", r"ratgeber", r"karriere", r"videos?",
        r"podcasts?", r"wetter", r"anmelden", r"impressum", r"datenschutz", r"kontakt", r"newsletter", r"abo",
    ),
    sharing=(r"teilen", r"drucken", r"merken", r"per e-?mail", r"auf", r"link kopieren", r"twittern", r"gefallt mir"),
    teasers=(
        r"(lesen|sehen|horen) sie (auch|dazu|mehr|hier)( .{0,30}:)?",
        r"(auch interessant|mehr zum thema|mehr dazu|passend dazu|siehe auch|lesetipp|mehr) ?:",
    ),
    prompts=(
        r"(folgen|besuchen|abonnieren|unterstutzen|kontaktieren) sie (uns|unseren|unsere)",
        r"(melden sie sich|registrieren sie sich|jetzt) .{0,30}(an|newsletter|abonnieren|registrieren|anmelden|lesen)",
        r"(klicken sie|hier klicken|klicke hier)",
        r"(diesen )?artikel (teilen|weiterempfehlen|drucken)",
        r"(teilen|teile) (sie )?(diesen|den) (artikel|beitrag)",
        r"(alle rechte vorbehalten|nachdruck|weiterverwendung)",
        r"(copyright|©) ?(©)? ?(19|20)\d\d",
        r"(ihre|deine) (e-?mail-?adresse|meinung) .{0,40}(veroffentlicht|gefragt)",
        r"erforderliche felder",
        r"(schlagworter|schlagworte|stichworte|themen|kategorien?|tags?) ?:",
        r"(dieser (artikel|text|inhalt)) (ist|wurde) .{0,40}(abonnenten|kostenpflichtig|ubersetzt|generiert)",
        r"wir (verwenden|nutzen) cookies|diese (website|seite) (verwendet|nutzt)",
        r"mit (der nutzung|ihrer anmeldung|klick)",
    ),
    phrases=(r"anzeige|weiterlesen|hier klicken|wird geladen ?(…|\.\.\.)?|(wird )?in (einem )?neuem? fenster geoffnet",),
    leaks=(
        r"(schreibe|schreib|ubersetze|formuliere|erstelle) (diesen|den|einen|diese|die) (artikel|text|titel|uberschrift)",
        r"als (ki|kunstliche intelligenz|sprachmodell)( ki)?-?(sprach)?(modell|assistent)?",
        r"(naturlich|gerne)[ ,!]{1,3}hier ist",
    ),
    lists=(
        r"(mehr|weitere|aktuelle|neueste|ahnliche|verwandte|passende) (zum thema|artikel|nachrichten|beitrage|themen|meldungen|links|videos|news|aus .{1,30})",
        r"(das konnte sie auch interessieren|auch interessant|lesen sie auch|siehe auch|empfehlungen( der redaktion)?|meistgelesen|meistgelesene artikel|top-themen|links|quellen|weiterfuhrende links)",
    ),
    endings=(
        r"(kommentar|antwort) (schreiben|verfassen|hinterlassen|abgeben)|schreibe einen kommentar|hinterlasse einen kommentar",
        r"kommentare? ?\(\d{1,6}\)",
        r"(ihre|deine) e-?mail-?adresse wird nicht veroffentlicht",
        r"antworten abbrechen",
    ),
    comments=(r"(leser|nutzer)?kommentare?( \d{1,6})?|\d{1,6} kommentare?|diskussion|leserbriefe",),
    replies=(r"antworten|melden|zitieren|gefallt mir",),
    commenters=(r".{1,60} (sagt|sagte|schrieb|schreibt) ?:?|.{1,40} vor \d{1,3} (minuten?|stunden?|tagen?)",),
    readers=(r"sie|ihre?|ihnen|ihrem|ihren|wir|unsere?|unseren|uns",),
    services=(r"newsletters?|cookies?|browser|passwort|abonnements?|abonnieren|datenschutzerklarung|einwilligung|posteingang|adblocker|werbeblocker|abmelden",),
    captions=(
        r"(foto|bild|fotos|symbolbild|symbolfoto|grafik|archivbild|archivfoto|quelle)( ?:| ?/|$)",
        r"symbolbild|symbolfoto|archivbild",
        r"(foto|bild) (dpa|afp|reuters|apa|imago|keystone|epa)",
    ),
    bylines=(
        r"von [\w.'-]{2,25}( [\w.'-]{1,25}){0,5}",
        r"(dpa|afp|apa|reuters|sda|epd|kna)( .{1,20})?",
        r"(autor(in)?|redaktion|text|quelle) ?: ?.{1,60}",
    ),
    issued=(r"(veroffentlicht|erschienen|erstellt|publiziert|stand)( am)? ?:?( am)?",),
    updated=(r"(zuletzt )?(aktualisiert|geandert|bearbeitet)( am)? ?:?",),
    date_words=(
        r"am|um|uhr|vom|den|der|von|und|in|mit|text ?:",
        r"(unserer |die )?(redaktion|agenturen|korrespondenten|korrespondentin)",
        r"montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag",
    ),
    author_marks=(r"von|autor(in)? ?:|text ?:",),
    publisher_marks=(r"quelle ?:",),
    credits=(r"symbolbild|archiv|symbolbild/\w{1,20}|foto|dpa",),
    questions=(r"(haufige fragen|fragen und antworten|faq)( .{0,60})?",),
    balances=(r"(vor- und nachteile|vorteile und nachteile|pro und contra)( .{0,40})?",),
    starters=(
        "Der", "Die", "Das", "Den", "Dem", "Ein", "Eine", "Einen", "Im", "In", "Am", "An", "Auf", "Es", "Er", "Wir",
        "Nach", "Seit", "Bei", "Mit", "Für", "Von", "Laut", "Doch", "Aber", "Während", "Zudem", "Dabei", "Damit",
    ),
)  # fmt: skip
