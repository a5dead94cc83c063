"""French words for what happens: nouns and verbs by type, tenses, what plans and what denies."""

from __future__ import annotations

from generator.extract.events.triggers import EventWords
from generator.extract.lang.fr.conjugation import VERB_FORMS

DATA = EventWords(
    nouns={
        "summit": "sommet, conférence des chefs d'État, mini-sommet",
        "meeting": (
            "réunion, rencontre, entretien, entrevue, forum, conférence, colloque, dialogue,"
            " congrès,"
            " assemblée générale, pourparlers*, négociations*, session, table ronde, séminaire,"
            " symposium, conclave, assises*, consultations*, audience, tête-à-tête, concertation,"
            " conseil des ministres, séance, plénière, réunion ministérielle"
        ),
        "visit": (
            "visite, visite d'État, visite officielle, déplacement, tournée, voyage,"
            " voyage officiel,"
            " séjour"
        ),
        "agreement": (
            "accord, accord-cadre, traité, convention, protocole d'accord, mémorandum, mémorandum"
            " d'entente, contrat, pacte, cessez-le-feu, trêve, signature, ratification, partenariat"
            " stratégique, accord de paix, accord commercial, charte, armistice, protocole"
        ),
        "statement": (
            "déclaration, discours, allocution, communiqué, conférence de presse, interview, appel,"
            " condamnation, annonce, ultimatum, avertissement"
        ),
        "project": (
            "inauguration, mise en service, lancement, pose de la première pierre,"
            " mise en chantier,"
            " mise en exploitation, raccordement, entrée en service, mise en production, tir*"
        ),
        "conflict": (
            "attaque, attentat, attentat-suicide, frappe, frappe aérienne, frappes*, bombardement,"
            " bombardements*, combats*, offensive, coup d'État, putsch, prise d'otages, fusillade,"
            " affrontements*, heurts*, embuscade, invasion, assaut, raid, assassinat, massacre,"
            " mutinerie, rébellion, insurrection, enlèvement, tirs*, annexion, émeutes*, "
            "incursion, bataille,"
            " guerre, tuerie, explosion de violence, hostilités*, agression, violences*, conflit"
        ),
        "casualty": "morts*, tués*, victimes*, blessés*, mort*, décès",
        "election": (
            "élection, élections*, scrutin, présidentielle, législatives*, référendum, vote,"
            " élection présidentielle, élections législatives*, élections générales*, second tour,"
            " premier tour, primaire, municipales*, sénatoriales*, régionales*, élections locales*,"
            " réélection, élections municipales*, élection législative, élections régionales*"
        ),
        "disaster": (
            "séisme, tremblement de terre, inondation, inondations*, accident, crash, incendie,"
            " incendies*, feux de forêt*, cyclone, ouragan, tempête, typhon, glissement de terrain,"
            " éboulement, coulée de boue, tsunami, éruption, épidémie, naufrage, explosion,"
            " avalanche, effondrement, déraillement, collision, catastrophe, pandémie, tornade,"
            " marée noire, pluies torrentielles*, réplique, bousculade, intoxication, foyer,"
            " secousse"
        ),
        "publication": (
            "publication, parution, rapport, étude, enquête, sondage, classement, livre blanc"
        ),
        "sport": (
            "match, finale, demi-finale, quart de finale, victoire, défaite, tournoi, championnat,"
            " championnats du monde*, Coupe du monde, Coupe d'Afrique des nations, CAN,"
            " Mondial, Euro,"
            " Jeux olympiques*, JO*, Tour de France, Ligue des champions, marathon, Grand Prix,"
            " médaille d'or, huitième de finale, étape, course, transfert, qualification,"
            " Jeux paralympiques*, derby, Roland-Garros, record du monde"
        ),
        "other": (
            "nomination, démission, arrestation, condamnation, procès, funérailles*,"
            " obsèques*, grève, manifestation, manifestations*, cérémonie, festival,"
            " élection de Miss,"
            " investiture, remaniement, dissolution, libération, expulsion, indépendance,"
            " commémoration, anniversaire, adoption, motion de censure, destitution, limogeage,"
            " marche, rassemblement, exposition, salon, sanctions*, faillite, acquisition, fusion,"
            " évasion, extradition, vaccination, création, fondation, rachat, abdication,"
            " couronnement, exercice militaire, manœuvres*, éclipse, décollage, atterrissage,"
            " blocus, couvre-feu, état d'urgence, retrait, adhésion, concert, report, annulation, "
            "défilé, parade, hommage,"
            " messe, prestation de serment, passation de pouvoir, prise de fonctions, perquisition,"
            " perquisitions*, fouille, fouilles*, recherches*, évacuation, saisie, découverte,"
            " débrayage, fermeture, réouverture, privatisation, nationalisation, verdict, amnistie,"
            " offre publique d'achat, offre publique d'échange, OPA, entrée en vigueur, veillée,"
            " journée d'action, sit-in, mise en examen, garde à vue, plan social, suspension, "
            "alerte"
            " rouge, deuil national, gala, spectacle, campagne de vaccination, élargissement"
        ),
    },
    weak_nouns=(
        "morts, tués, victimes, blessés, accord, convention, conférence, session, dialogue,"
        " conflit, guerre, appel, annonce, vote,"
        " rapport, étude, enquête, mort, marche, création, course, étape, défaite, victoire,"
        " protocole,"
        " contrat, charte, discours, communiqué, déclaration, retrait, adoption, sanctions,"
        " violences,"
        " attaque, voyage, séjour, lancement, signature, condamnation, transfert, vaccination,"
        " livre"
        " blanc, explosion, catastrophe, épidémie, pandémie, accident, incendie, concertation,"
        " séance,"
        " négociations, pourparlers, combats, hostilités, consultations, agression, fondation,"
        " salon,"
        " audience, foyer, record du monde, exposition, anniversaire, indépendance, décès,"
        " qualification,"
        " championnat, interview, entretien, grève, publication, collision, adhésion,"
        ""
        " fusion, acquisition, libération, avertissement, effondrement,"
        " partenariat stratégique, report, annulation, tirs, tir, hommage, perquisition, "
        "perquisitions, fouille, fouilles,"
        " recherches, évacuation, saisie, découverte, fermeture, réouverture, verdict, suspension,"
        " alerte rouge, spectacle, garde à vue, plan social, élargissement, décès"
    ),
    noun_plurals={
        "": ("", "s"),
        "al": ("al", "aux"),
        "s": ("s",),
        "x": ("x",),
        "u": ("u", "ux", "us"),
    },
    verbs={
        "meeting": (
            "rencontrer, se rencontrer, s'entretenir, se réunir, réunir, recevoir, accueillir,"
            " se retrouver, dialoguer, se concerter, se voir"
        ),
        "visit": (
            "se rendre, visiter, effectuer une visite, arriver, atterrir, entamer une visite,"
            " rendre visite, séjourner, effectuer une tournée, effectuer un déplacement, regagner"
        ),
        "agreement": (
            "signer, parapher, ratifier, conclure, convenir, s'accorder, s'entendre, s'engager"
        ),
        "project": (
            "inaugurer, lancer, mettre en service, mettre en exploitation, entrer en service,"
            " poser la première pierre, raccorder, ouvrir ses portes, entrer en production"
        ),
        "conflict": (
            "attaquer, bombarder, abattre, envahir, assassiner, kidnapper, enlever,"
            " prendre le contrôle, s'emparer, tirer, affronter, s'affronter, renverser,"
            " piller, capturer, assiéger, cibler, intercepter, pilonner,"
            " détruire,"
            " viser, détruire, encercler, riposter, prendre d'assaut"
        ),
        "casualty": (
            "tuer, blesser, mourir, frapper, périr, perdre la vie, faire des morts, décéder,"
            " succomber,"
            " trouver la mort, coûter la vie, endeuiller"
        ),
        "election": "élire, réélire, voter, remporter l'élection, se rendre aux urnes",
        "disaster": (
            "s'écraser, s'effondrer, dérailler, secouer, dévaster, ravager, balayer, submerger,"
            " inonder, chavirer, faire naufrage, brûler, sombrer, trembler, toucher terre,"
            " s'abattre, emporter, engloutir, prendre feu, évacuer, exploser, percuter, heurter,"
            " se renverser, sortir des rails, quitter les rails, quitter la route, sortir de la "
            "route,"
            " sortir de son lit, s'embraser, s'échouer, entrer en collision"
        ),
        "publication": "publier, paraître, rendre public, rendre publics",
        "sport": (
            "remporter, battre, s'imposer, se qualifier, vaincre, décrocher, disputer, affronter,"
            " gagner, perdre, s'incliner, éliminer, marquer, dominer, triompher"
        ),
        "other": (
            "nommer, démissionner, arrêter, condamner, interpeller, limoger, adopter, promulguer,"
            " dissoudre, acquérir, racheter, fusionner, licencier, libérer, expulser,"
            " manifester, défiler, investir, prêter serment, suspendre, interdire, acquitter,"
            " inculper, incarcérer, extrader, destituer, gracier, sanctionner, décerner, célébrer,"
            " instaurer, décréter, prolonger, fonder, créer, rejoindre, adhérer, quitter, succéder,"
            " remplacer, abolir, légaliser, approuver, octroyer, accorder, débloquer, saisir,"
            " découvrir, dévoiler, présenter, démanteler, décoller, fermer, rouvrir, recruter,"
            " désigner, commémorer, livrer, acheter, vendre, céder, investir, supprimer, déployer,"
            " retirer, se retirer, rompre, rétablir, transférer, déposer, introniser, enterrer,"
            " inhumer, récompenser, primer, valider, rejeter, annuler, reporter, juger,"
            " comparaître, reprendre, sortir, s'éteindre,"
            " écrouer, placer en garde à vue, mettre en examen, entrer en vigueur, prendre fin,"
            " accéder, proclamer, autoriser, lever, imposer, franchir"
        ),
    },
    weak_verbs=(
        "accueillir, réunir, recevoir, conclure, s'accorder, s'engager, frapper, enlever,"
        " tirer, reprendre,"
        " viser, cibler, libérer, détruire, secouer, emporter, brûler, sortir, paraître, remporter,"
        " marquer, dominer, perdre, gagner, présenter, créer, fonder, quitter, remplacer, accorder,"
        " investir, supprimer, lever, imposer, retirer, franchir, céder, vendre,"
        " acheter,"
        " fermer, livrer, découvrir, rejoindre, autoriser, prolonger, célébrer, lancer,"
        " arriver, adopter,"
        " affronter, évacuer, décrocher, s'imposer, accéder, heurter, valider, rejeter, transférer,"
        " approuver, voter, regagner, saisir, annuler, reporter, suspendre, interdire,"
        " déployer, juger"
    ),
    statement_verbs=(
        "annoncer, condamner, appeler, exhorter, accuser, menacer, dénoncer, promettre, réclamer,"
        " exiger, avertir, revendiquer, proposer, s'exprimer, prononcer, présenter un plan,"
        " présenter ses excuses"
    ),
    announcing="annoncer, promettre, proposer, présenter ses excuses",
    comment_verbs=(
        "déclarer, dire, affirmer, souligner, estimer, expliquer, ajouter, rappeler, indiquer,"
        " préciser, assurer, noter, juger, poursuivre, confier, commenter, réagir, saluer,"
        " regretter,"
        " réaffirmer, considérer, rapporter, évoquer, insister, reconnaître, conclure, espérer,"
        " prévenir, mettre en garde, faire savoir, faire valoir, écrire, signaler, confirmer,"
        " témoigner,"
        " demander, répondre, plaider, se féliciter, répéter, marteler, observer, lancer"
    ),
    light_verbs=(
        "avoir lieu, se tenir, tenir, se dérouler, s'ouvrir, ouvrir, débuter, commencer, s'achever,"
        " se terminer, se conclure, survenir, se produire, organiser, accueillir, abriter,"
        " participer, assister, prendre part, présider, effectuer, entamer, marquer, mener,"
        " commettre, perpétrer, intervenir, clôturer, clore, éclater, provoquer, tourner, faire,"
        " se solder, coïncider, se réunir, se retrouver, réunir, se rassembler, converger,"
        " co-présider, coprésider, être marqué, entrer en vigueur, prendre fin, lancer,"
        " donner, prononcer, enregistrer, détecter, ressentir, observer, recenser"
    ),
    stative_verbs=(
        "être, avoir, représenter, atteindre, compter, rester, demeurer, devenir, constituer,"
        " s'élever, connaître, continuer, vouloir, pouvoir, devoir, falloir, sembler, permettre,"
        " concerner, viser, espérer, souhaiter, chercher, témoigner, refléter, dépendre, prévoir,"
        " contribuer, porter, augmenter, baisser, progresser, reculer, croître, doubler, tripler"
    ),
    verb_forms=VERB_FORMS,
    reflexive=("se", "s"),
    auxiliaries={
        "have": "a ont avait avaient eut eurent ayant",
        "be": "est sont était étaient fut furent étant",
        "been": "été",
        "would-have": "aurait auraient",
        "will": "sera seront va vont aura auront",
        "due": "doit doivent devrait devraient prévoit prévoient compte comptent entend entendent",
        "was-due": "devait devaient allait allaient dû contraint contrainte contraints contraintes"
        " obligé obligée obligés obligées forcé forcée forcés forcées",
        "may": "peut peuvent pourrait pourraient veut veulent voulait souhaite souhaitent espère"
        " espèrent serait seraient pouvait puisse puissent soit soient",
        "just": "vient viennent venait venaient fait réussi parvenu parvenue parvenus",
        "not": "ne n ni aucun aucune sans",
        "and": "et puis",
        "having": "avoir être",
    },
    determiners_definite=(
        "le la les l ce cet cette ces du des au aux son sa ses leur leurs ledit ladite"
    ),
    determiners_this="ce cet cette ces ledit ladite",
    determiners_indefinite="un une des plusieurs quelques nombreux nombreuses certains divers",
    noun_before=(
        "le la les l ce cet cette ces du des au aux son sa ses leur leurs un une deux trois quatre"
        " premier première deuxième second seconde troisième quatrième cinquième sixième dernier"
        " dernière prochain prochaine nouveau nouvelle grand grande première ème e en de d après"
        " avant lors pendant durant récent récente double triple possible éventuel"
    ),
    boundaries=(
        r"(?:[;:]\s|\s[–—-]\s|\s{0,9}[()«»\"“”]\s*"
        r"|,?\s{1,9}(?=(?:alors|tandis|pendant|après|avant|bien|depuis)\s+qu[e’'])"
        r"|,\s+(?=(?:qui|dont|où|lequel|laquelle|lesquels|lesquelles|auquel|ce\s+qui|date\s+à)\b)"
        r"|\s{1,9}(?=(?:qui|où)\s)"
        r"|,?\s{1,9}(?=(?:au\s+cours|lors|à\s+l['’]occasion|à\s+l['’]issue)\s+(?:duquel|de\s+laquelle"
        r"|desquels|desquelles)\b)"
        r"|\s{1,9}(?=(?:et|puis|mais|ou)\s+(?:(?:l['’]|le|la|les|a|ont|est|sont|y|n['’]|ne|en|lui"
        r"|leur)\s+)*"
        r"(?:a|ont|est|sont|avait|avaient|était|étaient|sera|seront|fut|furent|aurait|s['’]est"
        r"|se\s+sont"
        r"|devrait|devraient|doit|doivent|va|vont)\b)"
        r"|,\s+(?=(?:a|ont|avait|avaient|s['’]est|indique|selon|d['’]après|annonce|précise|affirme"
        r"|déclare|rapporte|souligne|explique|estime|révèle|note|prévient|conclut|constate|relève"
        r"|assure|rappelle|ajoute|résume|détaille)(?:nt)?\b)"
        r"|,\s+(?=[\w’'-]+(?:ant)\s)"
        r")"
    ),
    relative=r"(?:qui|dont|où|lequel|laquelle|lesquels|auquel)\b",
    linked=(
        r"(?:au\s+cours|lors|à\s+l['’]occasion|à\s+l['’]issue)\s+(?:duquel|de\s+laquelle"
        r"|desquels)"
    ),
    according=r"\b(?:selon|d['’]après)\s+(?:[\w’'-]+\s+){0,4}(?:[ld]['’])?$",
    attribution=(
        r"(?:selon|d['’]après|a-t-(?:il|elle|on)|ont-ils"
        r"|(?:a|ont|avait|avaient)\s+(?:[\w-]+\s+){0,2}?(?:déclaré|indiqué|annoncé|affirmé|précisé"
        r"|expliqué|ajouté|estimé|souligné|rapporté|confié|dit|assuré|rappelé|fait\s+savoir|appris"
        r"|constaté|noté|écrit|commenté|confirmé|insisté|poursuivi|jugé|regretté|averti)"
        r"|(?:indique|annonce|précise|affirme|déclare|rapporte|souligne|explique|estime|révèle|note"
        r"|prévient|conclut|constate|relève|assure|rappelle|ajoute|résume|détaille)(?:nt)?\b)"
    ),
    planned=(
        r"\b(?:prévue?s?|attendue?s?|programmée?s?|prochaine?s?|à\s+venir|envisagée?s?"
        r"|annoncée?s?\s+pour"
        r"|aura\s+lieu|auront\s+lieu|planifiée?s?|se\s+tiendra|fixée?s?\s+(?:au|pour))\b"
    ),
    postponed=r"\b(?:report(?:ée?s?)?|ajournée?s?|repoussée?s?|décalée?s?|différée?s?)\b",
    cancelled=r"\b(?:annulée?s?|annulation|supprimée?s?)\b",
    ongoing=(
        r"\b(?:en\s+cours|actuellement|se\s+poursui(?:t|vent)|est\s+(?:en|au|à)\s+[A-ZÉ]"
        r"|sont\s+(?:en|au|à)\s+[A-ZÉ])"
    ),
    habitual=(
        r"\b(?:chaque|régulièrement|souvent|habituellement|traditionnellement|toujours|généralement"
        r"|crainte|risque|fréquent[es]*|tous\s+les|toutes\s+les|d['’]habitude|parfois"
        r"|(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d+|plusieurs|maintes)\s+fois"
        r"|fréquemment|annuellement|une\s+douzaine|si\s)\b"
    ),
    series=r"\b(?:objectif|horizon|ambition|vis(?:e|ent|ait)|objectifs|perspective)\b",
    recent=r"\b(?:récemment|dernièrement|il\s+y\s+a\s+peu|tout\s+juste)\b",
    previous=r"\b(?:précédente?s?|dernière?s?|passée?s?|ancienne?s?)\b",
    following=r"\b(?:prochaine?s?|futur?e?s?|suivante?s?)\b",
    ordinals={
        "premier": 1,
        "première": 1,
        "1er": 1,
        "1re": 1,
        "deuxième": 2,
        "second": 2,
        "seconde": 2,
        "troisième": 3,
        "quatrième": 4,
        "cinquième": 5,
        "sixième": 6,
        "septième": 7,
        "huitième": 8,
        "neuvième": 9,
        "dixième": 10,
        "onzième": 11,
        "douzième": 12,
        "treizième": 13,
        "quatorzième": 14,
        "quinzième": 15,
        "seizième": 16,
        "dix-septième": 17,
        "vingtième": 20,
    },
    ordinal_digits=r"\b(\d{1,3})\s?(?:e|è|ème|ième|er|re)\b",
    finite=(
        r"\b(?:a|ont|est|sont|avait|avaient|était|étaient|sera|seront|fut|furent|va|vont|doit"
        r"|doivent"
        r"|devrait|devraient|aura|auront)\b"
    ),
    happened=(
        r"(?:\b(?:a|ont|avait|avaient|ayant|eut|eurent|fut|furent|[as]['’]est|se\s+sont|s['’]était"
        r"|s['’]étaient|s['’]en\s+(?:est|sont)|(?:a|ont|avait|avaient|aurait|auraient)\s+été)\s+"
        r"(?:(?:également|aussi|notamment|été|déjà|ainsi|ensuite|enfin|donc|encore"
        r"|\w+ment)\s+){0,3}"
        r"(?!été\b|plus\b|pas\b)(?:\w{2,}(?:é|ée|és|ées|i|ie|is|ies|it|ite|ites|u|ue|us|ues|ert"
        r"|erte"
        r"|erts|ertes|int|eint|eints|einte|ort|orts|orte)|mis|mise|mises|pris|prise|prises|vus?"
        r"|vues?"
        r"|lu|dit|fait|faite|faits|faites|clos|close)\b"
        r"|\b(?:est|sont|était|étaient)\s+(?:\w+ment\s+|déjà\s+)?(?:re|ré|inter|sur|par|ad"
        r"|pro)?(?:allé|venu"
        r"|arrivé|parti|entré|rentré|sorti|monté|descendu|tombé|né|mort|passé|retourné|devenu"
        r"|apparu"
        r"|disparu)e?s?\b"
        r"|\b(?:est|sont)\s+(?:\w+ment\s+)?\w{3,}(?:é|ée|és|ées|i|ie|is|u|ue|us|ues|it|ite|ert"
        r"|erte)\s+"
        r"(?:[\w'’]+\s+){0,4}?par\b"
        r"|\b\w{3,}(?:èrent|irent|urent)\b|\b(?:fut|prit|mit|fit|devint)\b)"
    ),
    demanding=(
        "appeler, exhorter, exiger, réclamer, demander, proposer, promettre, menacer, souhaiter,"
        " vouloir, prôner, plaider, espérer"
    ),
    works=(
        r"\b(?:chantier|travaux|usine|centrale|ligne|ponts?|viaduc|barrage|parc|tunnel|autoroute"
        r"|route"
        r"|gare|port|broyeur|four|unité|puits|aéroport|hôpital|école|lycée|stade|réseau|station"
        r"|gisement|mine|gazoduc|oléoduc"
        r"|pipeline|raffinerie|terminal|éoliennes?|panneaux|immeuble|quartier|flèche|tour|métro"
        r"|tramway|canal|écluse|digue|première\s+pierre|data\s*center|plateforme|réacteur)\b"
    ),
    building=(
        r"\b(?:ouvr|ouvert|ouverte|ouverts|rouv|début|commenc|démarr|achev|constru|bât|pos[éea]"
        r"|install"
        r"|hiss|équip|rénov|renforc|restaur|agrand|raccord|inaugur|termin|édifi|érig|lanc|entre)"
    ),
    bare_after="en de d",
    intransitive=(
        "démissionner, mourir, décéder, arriver, exploser, s'effondrer, s'écraser, dérailler, "
        "chavirer,"
        " manifester, se rendre, se qualifier, prêter serment, s'imposer, remporter, battre, "
        "gagner,"
        " visiter, presence, annoncer, décoller, se réunir, se retrouver, se voir, faire "
        "naufrage, périr,"
        " perdre la vie, trouver la mort, défiler, se retirer, entrer en service"
    ),
    dying="mort, deces, mourir, décéder, succomber, trouver la mort, perdre la vie, s'éteindre",
    beside_event=r"\ben\s+marge\s+d(?:u|e\s+la|e\s+l['’]|es|['’]une?|e)\b",
    apart_event=(
        r"\b(?:après|avant|depuis|suite\s+à|à\s+la\s+suite\s+d[eu'’]|contrairement\s+à)\s+(?:la\s+"
        r"|le\s+|l['’]"
        r"|les\s+|son\s+|sa\s+|ses\s+|leur\s+)?(?:[\w-]+\s+){0,2}$"
    ),
    dated_participle=(
        r"(?<!\bsont )(?<!\best )\b(\w{3,}(?:é|ée|és|ées|ie?s?|u|ue|us|ues|ert|erte|erts|ertes)"
        r"|mise?s?|prise?s?|faite?s?|dite?s?|\w*quise?s?|\w+(?:duit|crit|eint|oint|clus)e?s?)\s+"
        r"(?:par\s+[^,;:.()]{2,40}?\s+|(?:(?:à|en|au|aux|dans|par|pour|sur)\s+[\w’'-]+\s+){0,2})"
        r"(?:d[èe]s\s+|en\s+|le\s+|ce\s+|cette\s+|du\s+|au\s+)?$"
    ),
    will_happen=(
        r"\b(?:(?:sera|seront)\s+(?:\w+ment\s+|aussi\s+|également\s+)?\w{2,}(?:é|ée|és|ées|ie?s?|u"
        r"|ue|us|ues"
        r"|ert|erte|erts|ertes|ite?s?|mise?s?|prise?s?)"
        r"|(?:va|vont|doit|doivent|devrait|devraient)\s+(?:\w+ment\s+|aussi\s+"
        r"|également\s+)?(?:être\s+|se\s+|s['’])?"
        r"\w{3,}(?:er|ir|re|é|ée|és|ées|ie?s?|ue?s?)"
        r"|\w{2,}(?:era|eront|ira|iront|dra|dront|tra|tront|vra|vront))\b"
    ),
    readings=(
        (
            "condamner, condamnation",
            (
                r"\b(?:tribunal|cour|juges?|justice|jury|prison|amende|sursis|peines?|contumace"
                r"|réclusion"
                r"|détention|procès)\b"
            ),
            "other",
        ),
        (
            "libérer, libération",
            r"\b(?:ville|village|localité|troupes|armée|soldats|rebelles|djihadistes|jihadistes)\b",
            "conflict",
        ),
        (
            "exploser, explosion",
            (
                r"\b(?:bombes?|mines?|kamikaze|engin|piégée?s?|grenades?|obus|attentats?|drones?"
                r"|missiles?)\b"
            ),
            "conflict",
        ),
        (
            "détruire, frapper, emporter, viser, toucher, tuer, cibler, envahir",
            (
                r"(?<!des )\b(?:feu|flammes|incendie|séisme|crues?|torrents?|boue|eaux|rivière"
                r"|mousson|cyclone|tempête|orages?)\b"
            ),
            "disaster",
        ),
        (
            "décoller, décollage, lancer, lancement, tir, tirs",
            r"\b(?:fusées?|satellites?|sondes?|lanceur|ariane|soyouz|falcon)\b",
            "project",
        ),
        (
            "tir",
            r"\b(?:missiles?|roquettes?|drones?|obus|balles?|police|armée|militaires?|soldats?)\b",
            "conflict",
        ),
        ("quitter", r"\b(?:pour|vers|à\s+destination)\b", "visit"),
        ("tirs", r"\baux?\s+(?:tirs\s+au\s+)?but\b", "sport"),
        (
            "recevoir, accueillir",
            (
                r"\b(?:musées?|objets?|doses?|vaccins?|prix|médailles?|aide|prêt|lettre|commande"
                r"|livraison)\b"
            ),
            "other",
        ),
        (
            "arriver, atterrir",
            (
                r"\b(?:ferry|bateau|cargo|train|projet|texte|loi|vaccins?|aide|convoi|cargaison"
                r"|doses)\b"
            ),
            "other",
        ),
        (
            "signer",
            r"\b(?:communiqué|lettre|tribune|pétition|article|éditorial)\s+(?:\w+\s+)?signée?\b",
            "statement",
        ),
        (
            "other",
            (
                r"\b(?:ruban|première\s+pierre|premier\s+(?:gaz|pétrole|baril|train|béton)"
                r"|(?:départ|coup\s+d['’]envoi|début)\s+d(?:es\s+travaux|u\s+chantier))\b"
            ),
            "project",
        ),
    ),
    born=r"née?s?\b|âgée?s?\b|située?s?\b|basée?s?\b",
    synonyms=(
        "séisme, tremblement de terre, secousse",
        "cyclone, ouragan, typhon, tempête, tornade",
        "inondation, inondations, crue, crues",
        "accident, crash, collision",
        (
            "attaque, attentat, assaut, raid, frappe, frappes, frappe aérienne, bombardement, "
            "embuscade"
        ),
        "élection, élections, scrutin, présidentielle, élection présidentielle, vote, législatives",
        "visite, déplacement, voyage, visite officielle, voyage officiel, visite d'État, séjour",
        "rencontre, entretien, entrevue, réunion, tête-à-tête",
        "accord, protocole d'accord, mémorandum, pacte, protocole, accord-cadre, traité",
        "cessez-le-feu, trêve",
        "lancement, tir, décollage",
    ),
    another=(
        r"\b(?:le\s+même\s+(?:jour|soir|matin)|(?:lun|mar|mercre|jeu|vendre|same)di\s+toujours"
        r"|dimanche\s+toujours|dans\s+la\s+foulée|une?\s+autre|une?\s+seconde?"
        r"|avai(?:t|ent)\s+déjà)\b"
    ),
    perils=(
        r"\b(?:séisme|tremblement|crues?|feux?|flammes?|incendies?|inondations?|pluies?|mousson"
        r"|boue|cyclone"
        r"|ouragan|typhon|tempête|orages?|tornade|avalanche|éboulement|glissement|tsunami|vagues?"
        r"|éruption"
        r"|foudre|sécheresse|canicule|naufrage|noyée?s?|accident|collision|crash|déraillement"
        r"|épidémie"
        r"|choléra|ebola|rougeole|virus|paludisme|intoxication|camions?|fourgon|poids\s+lourd"
        r"|motos?|tracteur|renvers\w+|percut\w+|pompiers|autocar|autobus|bus|car|voitures?"
        r"|véhicules?|train|avion|hélicoptère|bateau|ferry|pirogue|embarcation|effondr\w+|rivière"
        r"|fleuve)\b"
    ),
    arms=(
        r"\b(?:attaques?|attentats?|assaillants?|armée?s?|tirs?|balles?|frappes?|bombard\w+|raids?"
        r"|combats?"
        r"|soldats?|militaires?|djihadistes?|jihadistes?|terroristes?|rebelles?|kamikaze|bombes?"
        r"|missiles?"
        r"|drones?|obus|roquettes?|embuscade|assaut|miliciens?|gangs?|couteau|fusillade|émeutes?"
        r"|putsch|mine)\b"
    ),
    reported=r"\bqu(?:e\b|['’])|[«“\":]",
    apart_date=(
        r"\b(?:après|avant|depuis)\s+(?:la\s+|le\s+|l['’]|les\s+|son\s+|sa\s+|ses\s+|leurs?\s+)"
        r"[\w’-]+(?:\s+(?:au|à|en|d[eu’'])\s*[\w’-]+)?\s*,?\s*(?:le\s+|en\s+|du\s+|au\s+|d['’])?$"
    ),
    same_day=(
        r"\b(?:dans\s+(?:la\s+(?:nuit|soirée|matinée|journée|foulée)|l['’]après-midi)"
        r"|en\s+(?:fin|début|milieu)\s+(?:de\s+(?:matinée|soirée|journée)|d['’]après-midi)"
        r"|(?:quelques|deux|trois)\s+(?:heures|minutes)\s+(?:plus\s+t(?:ôt|ard)|auparavant|avant"
        r"|après))\b"
    ),
    narrated=r"\b(?!av|ét|sembl|pouv|dev|voul|all|fall)\w{4,}(?:ait|aient)\b",
    at_event=(
        r"\b(?:lors|à\s+l['’]occasion|à\s+la\s+suite|suite\s+à|en\s+marge|dans\s+le\s+cadre"
        r"|au\s+cours|à\s+l['’]issue"
        r"|pendant"
        r"|résultats?(?:\s+\w+)?|issue|veille|lendemain|perspective|idée|menace|risque|préparatifs"
        r"|durant|pour|afin\s+de|après|avant|depuis)\s+(?:d[eu’']\s*|des\s+)?(?:la\s+|le\s+"
        r"|l['’]|les\s+|ce\s+|cet\s+|cette\s+)?"
        r"(?:[\w-]+\s+){0,2}$"
    ),
    weapons=r"\b(?:missiles?|drones?|roquettes?|obus|bombes?|explosifs?|tirs)\b",
    presence=(
        r"\b(?:est|sont|était|étaient|sera|seront|a\s+été|ont\s+été)\s+(?:attendue?s?\s+"
        r"|arrivée?s?\s+"
        r"|présente?s?\s+)?(?:(?:actuellement|également|aussi|encore|ce|cette|dès|depuis|lundi"
        r"|mardi"
        r"|mercredi|jeudi|vendredi|samedi|dimanche|matin|soir|aujourd['’]hui|demain|le|\d{1,2}"
        r"|janvier"
        r"|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\s+){0,4}"
        r"(?=(?:à|en|au|aux|dans)\s)"
    ),
    presence_later=r"\b(?:sera|seront|attendu)",
    destination=r"\b(?:pour|vers|direction)\s+(?:l[ae]s?\s+|l['’])?$",
    place_verbs=(
        "visiter, regagner, frapper, secouer, quitter, atteindre, attaquer, toucher, ravager,"
        " dévaster, balayer, submerger, inonder, endeuiller"
    ),
    verbs_explicit={"se voir": "participle:vus vues|past:virent|future:verront"},
    nominals={
        "réunir": "Réunion",
        "se réunir": "Réunion",
        "se retrouver": "Rencontre",
        "se voir": "Rencontre",
        "décoller": "Décollage",
        "s'entendre": "Accord",
        "s'accorder": "Accord",
        "détruire": "Destruction",
        "entrer en service": "Mise en service",
        "acheter": "Achat",
        "vendre": "Vente",
        "céder": "Cession",
        "fermer": "Fermeture",
        "rouvrir": "Réouverture",
        "déployer": "Déploiement",
        "retirer": "Retrait",
        "se retirer": "Retrait",
        "défiler": "Défilé",
        "écrouer": "Incarcération",
        "incarcérer": "Incarcération",
        "inculper": "Inculpation",
        "mettre en examen": "Mise en examen",
        "placer en garde à vue": "Garde à vue",
        "acquitter": "Acquittement",
        "promulguer": "Promulgation",
        "instaurer": "Instauration",
        "abolir": "Abolition",
        "approuver": "Approbation",
        "prolonger": "Prolongation",
        "lever": "Levée",
        "autoriser": "Autorisation",
        "livrer": "Livraison",
        "dévoiler": "Présentation",
        "annuler": "Annulation",
        "reporter": "Report",
        "faire naufrage": "Naufrage",
        "évacuer": "Évacuation",
        "pilonner": "Bombardement",
        "intercepter": "Interception",
        "capturer": "Capture",
        "kidnapper": "Enlèvement",
        "perdre la vie": "Mort",
        "trouver la mort": "Mort",
        "périr": "Mort",
        "éliminer": "Élimination",
        "raccorder": "Raccordement",
        "commémorer": "Commémoration",
        "enterrer": "Obsèques",
        "inhumer": "Obsèques",
        "recruter": "Recrutement",
        "supprimer": "Suppression",
        "ouvert": "Ouverture",
        "ouverte": "Ouverture",
        "tuer": "Attaque",
        "arrêter": "Arrestation",
        "interpeller": "Interpellation",
        "nommer": "Nomination",
        "condamner": "Condamnation",
        "démissionner": "Démission",
        "inaugurer": "Inauguration",
        "lancer": "Lancement",
        "publier": "Publication",
        "élire": "Élection",
        "réélire": "Réélection",
        "signer": "Signature",
        "ratifier": "Ratification",
        "bombarder": "Bombardement",
        "attaquer": "Attaque",
        "assassiner": "Assassinat",
        "enlever": "Enlèvement",
        "envahir": "Invasion",
        "libérer": "Libération",
        "limoger": "Limogeage",
        "adopter": "Adoption",
        "dissoudre": "Dissolution",
        "acquérir": "Acquisition",
        "racheter": "Rachat",
        "extrader": "Extradition",
        "destituer": "Destitution",
        "mourir": "Mort",
        "décéder": "Décès",
        "rencontrer": "Rencontre",
        "se rencontrer": "Rencontre",
        "recevoir": "Réception",
        "s'entretenir": "Entretien",
        "visiter": "Visite",
        "se rendre": "Visite",
        "arriver": "Arrivée",
        "manifester": "Manifestation",
        "mettre en service": "Mise en service",
        "exploser": "Explosion",
        "s'effondrer": "Effondrement",
        "s'écraser": "Accident",
        "dérailler": "Déraillement",
        "chavirer": "Naufrage",
        "percuter": "Collision",
        "heurter": "Collision",
        "entrer en collision": "Collision",
        "sortir des rails": "Déraillement",
        "quitter les rails": "Déraillement",
        "quitter la route": "Sortie de route",
        "sortir de la route": "Sortie de route",
        "sortir de son lit": "Crue",
        "s'embraser": "Incendie",
        "prendre feu": "Incendie",
        "s'échouer": "Échouement",
        "licencier": "Licenciement",
        "expulser": "Expulsion",
        "suspendre": "Suspension",
        "interdire": "Interdiction",
        "fusionner": "Fusion",
        "prêter serment": "Investiture",
        "désigner": "Désignation",
        "renverser": "Renversement",
        "conclure": "Conclusion d'un accord",
        "convenir": "Accord",
        "annoncer": "Annonce",
        "remporter": "Victoire",
        "battre": "Victoire",
        "se qualifier": "Qualification",
        "gagner": "Victoire",
        "s'imposer": "Victoire",
        "présence": "Visite",
        "presence": "Visite",
        "découvrir": "Découverte",
        "créer": "Création",
        "fonder": "Fondation",
        "voter": "Vote",
        "célébrer": "Célébration",
    },
    titles={
        "meeting": "Rencontre",
        "visit": "Visite",
        "agreement": "Accord",
        "statement": "Déclaration",
        "project": "Projet",
        "conflict": "Attaque",
        "election": "Élection",
        "disaster": "Catastrophe",
        "publication": "Publication",
        "sport": "Compétition",
        "summit": "Sommet",
        "other": "Événement",
    },
)
