"""Spanish words for what happens: nouns and verbs by type, tenses, what plans and what denies."""

from __future__ import annotations

from generator.extract.events.triggers import EventWords

_AR = {
    "present": ("a", "an"),
    "past": ("ó", "aron"),
    "participle": ("ado", "ada", "ados", "adas"),
    "future": ("ará", "arán"),
    "conditional": ("aría", "arían"),
    "imperfect": ("aba", "aban"),
    "gerund": ("ando",),
    "infinitive": ("ar",),
}
_ER = {
    "present": ("e", "en"),
    "past": ("ió", "ieron"),
    "participle": ("ido", "ida", "idos", "idas"),
    "future": ("erá", "erán"),
    "conditional": ("ería", "erían"),
    "imperfect": ("ía", "ían"),
    "gerund": ("iendo",),
    "infinitive": ("er",),
}
_IR = {**_ER, "future": ("irá", "irán"), "conditional": ("iría", "irían"), "infinitive": ("ir",)}

DATA = EventWords(
    nouns={
        "summit": "cumbre",
        "meeting": (
            "reunión, encuentro, entrevista, foro, conferencia, congreso, diálogo,"
            " asamblea general,"
            " negociaciones*, sesión, mesa redonda, seminario, conversaciones*, audiencia,"
            " simposio,"
            " cónclave, cita, plenaria"
        ),
        "visit": "visita, visita de Estado, visita oficial, viaje, gira, estancia",
        "agreement": (
            "acuerdo, tratado, convenio, memorando, memorando de entendimiento, contrato, pacto,"
            " alto el fuego, tregua, firma, ratificación, convención, acuerdo de paz, cese al fuego"
        ),
        "statement": "declaración, discurso, comunicado, rueda de prensa,"
        " conferencia de prensa, ultimátum",
        "project": "inauguración, puesta en marcha, puesta en servicio, lanzamiento, apertura",
        "conflict": (
            "ataque, atentado, bombardeo, bombardeos*, combates*, ofensiva, golpe de Estado,"
            " tiroteo,"
            " enfrentamientos*, emboscada, invasión, asalto, asesinato, masacre, motín, secuestro,"
            " guerra, batalla, disturbios*, matanza, incursión, hostilidades*,"
            " explosión de violencia"
        ),
        "casualty": "muertos*, fallecidos*, víctimas*, heridos*",
        "election": (
            "elección, elecciones*, comicios*, presidenciales*, legislativas*, referéndum,"
            " votación,"
            " segunda vuelta, primera vuelta, primarias*, plebiscito, reelección, balotaje,"
            " elecciones presidenciales*, elecciones generales*, elecciones legislativas*"
        ),
        "disaster": (
            "terremoto, sismo, seísmo, inundación, inundaciones*, accidente, incendio, incendios*,"
            " huracán, ciclón, tormenta, tifón, deslizamiento, alud, avalancha, tsunami, erupción,"
            " epidemia, naufragio, explosión, derrumbe, descarrilamiento, colisión, catástrofe,"
            " pandemia, tornado, temblor, réplica, estampida, dana, sequía, brote, choque"
        ),
        "publication": "publicación, informe, estudio, encuesta, ranking, libro",
        "sport": (
            "partido, final, semifinal, cuartos de final, victoria, derrota, torneo, campeonato,"
            " Mundial, Copa América, Copa del Mundo, Eurocopa, Juegos Olímpicos*,"
            " Liga de Campeones,"
            " Champions, Gran Premio, maratón, medalla de oro, Tour de Francia, clásico, etapa,"
            " Copa Libertadores, Vuelta, Roland Garros, Copa del Rey"
        ),
        "other": (
            "nombramiento, dimisión, renuncia, detención, condena, juicio, muerte, funeral,"
            " fallecimiento, huelga, protesta, protestas*, manifestación, manifestaciones*,"
            " ceremonia,"
            " festival, investidura, toma de posesión, disolución, liberación, expulsión,"
            " independencia, conmemoración, aniversario, aprobación, moción de censura,"
            " destitución,"
            " marcha, exposición, sanciones*, quiebra, adquisición, fusión, extradición, fundación,"
            " maniobras*, toque de queda, estado de emergencia, retirada, indulto, paro, feria"
        ),
    },
    weak_nouns=(
        "muertos, fallecidos, víctimas, heridos, conferencia, sesión, diálogo, entrevista,"
        " negociaciones, conversaciones, audiencia, cita, viaje,"
        " gira, estancia, acuerdo, convenio, contrato, pacto, convención, firma, declaración,"
        " discurso,"
        " comunicado, lanzamiento, apertura, ataque, guerra, batalla, votación, accidente,"
        " incendio,"
        " tormenta, explosión, catástrofe, pandemia, epidemia, sequía, brote, choque, informe,"
        " estudio,"
        " encuesta, libro, final, victoria, derrota, etapa, clásico, partido, campeonato, muerte,"
        " condena, juicio, huelga, protesta, aniversario, aprobación, marcha, sanciones, retirada,"
        " fundación, independencia, detención, renuncia, liberación, paro, feria, exposición,"
        " publicación,"
        " fusión, adquisición, combates, encuentro, réplica, temblor, elección"
    ),
    noun_plurals={"": ("", "s", "es"), "ión": ("ión", "iones"), "z": ("z", "ces")},
    verbs={
        "meeting": "reunirse, reunir, encontrarse, entrevistarse, recibir, conversar, dialogar",
        "visit": "visitar, viajar, llegar, trasladarse, arribar, aterrizar",
        "agreement": "firmar, suscribir, ratificar, acordar, pactar, sellar",
        "project": "inaugurar, lanzar, poner en marcha, poner en servicio, estrenar",
        "conflict": (
            "atacar, bombardear, invadir, asesinar, secuestrar, capturar, derrocar, asaltar,"
            " disparar,"
            " enfrentarse, destruir, interceptar, abatir, tomar el control, detonar, emboscar"
        ),
        "casualty": "matar, morir, herir, golpear, sacudir, fallecer, perder la vida, perecer,"
        " acabar con la vida, costar la vida, quitar la vida,"
        " cobrarse",
        "election": "elegir, reelegir, votar, ganar las elecciones",
        "disaster": (
            "estrellarse, derrumbarse, descarrilar, azotar, devastar, arrasar, inundar, hundirse,"
            " naufragar, colapsar, evacuar, tocar tierra, entrar en erupción, incendiarse"
        ),
        "publication": "publicar, difundir",
        "sport": "ganar, vencer, derrotar, clasificarse, imponerse, conquistar, eliminar,"
        " proclamarse, coronarse, consagrarse, titularse,"
        " empatar, golear, perder",
        "other": (
            "nombrar, designar, dimitir, renunciar, detener, arrestar, condenar, absolver, imputar,"
            " destituir, aprobar, promulgar, disolver, adquirir, comprar, fusionar, despedir,"
            " liberar,"
            " expulsar, extraditar, indultar, prohibir, suspender, sancionar, conmemorar, celebrar,"
            " fundar, crear, abandonar, sustituir, reemplazar, rechazar, cancelar, aplazar,"
            " imponer,"
            " levantar, desplegar, retirar, otorgar, premiar, galardonar, manifestarse, protestar,"
            " decretar, jurar el cargo, jurar, tomar juramento, juramentar, tomar posesión,"
            " reanudar, conceder, asumir, entrar en vigor, juzgar,"
            " encarcelar,"
            " descubrir, presentar, cerrar, reabrir, vender, entregar, invertir, despegar, romper,"
            " restablecer, ordenar, unirse, ingresar, enterrar, prorrogar, autorizar, vetar"
        ),
    },
    weak_verbs=(
        "reunir, recibir, conversar, dialogar, acordar, lanzar, estrenar, disparar, destruir,"
        ""
        " golpear, sacudir, votar, azotar, inundar, evacuar, difundir, ganar, vencer, perder,"
        " imponerse,"
        " conquistar, aprobar, comprar, vender, crear, celebrar, abandonar, sustituir,"
        " rechazar, imponer,"
        " levantar, retirar, otorgar, asumir, cerrar, presentar, entregar, invertir, romper,"
        " ordenar,"
        " unirse, ingresar, autorizar, llegar, viajar, encontrarse, eliminar, suspender, desplegar"
    ),
    statement_verbs=(
        "anunciar, condenar, pedir, exigir, acusar, amenazar, denunciar, prometer, advertir,"
        " proponer,"
        " instar, llamar, reivindicar, disculparse"
    ),
    announcing="anunciar, prometer, proponer",
    comment_verbs=(
        "decir, declarar, afirmar, asegurar, señalar, explicar, añadir, agregar, indicar, precisar,"
        " destacar, subrayar, recordar, informar, considerar, opinar, comentar, reiterar,"
        " confirmar,"
        " expresar, manifestar, sostener, reconocer, admitir, saludar, celebrar, lamentar, escribir"
    ),
    light_verbs=(
        "celebrarse, celebrar, realizarse, realizar, tener lugar, llevarse a cabo, comenzar,"
        " iniciar,"
        " iniciarse, arrancar, terminar, concluir, finalizar, producirse, ocurrir, organizar,"
        " acoger,"
        " albergar, asistir, participar, presidir, encabezar, mantener, efectuar, emprender,"
        " sostener,"
        " clausurar, inaugurarse, desarrollarse, registrarse, reunirse, reunir, sufrir, disputar,"
        " lanzar, hacer, dar, perpetrar, provocar"
    ),
    stative_verbs=(
        "ser, estar, haber, tener, representar, alcanzar, seguir, querer, poder, deber, esperar,"
        " buscar, aumentar, crecer, caer, subir, bajar, sumar, contar, incluir, constituir, parecer"
    ),
    verb_forms={
        "ar": _AR,
        "er": _ER,
        "ir": _IR,
        "arse": {**_AR, "infinitive": ("arse",), "gerund": ("ándose",)},
        "erse": {**_ER, "infinitive": ("erse",)},
        "irse": {**_IR, "infinitive": ("irse",)},
        "reunir": {
            **_IR,
            "present": ("reúne", "reúnen"),
            "past": ("reunió", "reunieron"),
            "participle": ("reunido", "reunida", "reunidos", "reunidas"),
            "future": ("reunirá", "reunirán"),
            "conditional": ("reuniría",),
            "imperfect": ("reunía",),
            "gerund": ("reuniendo",),
            "infinitive": ("reunir",),
        },
        "reunirse": {
            "present": ("reúne", "reúnen"),
            "past": ("reunió", "reunieron"),
            "participle": ("reunido", "reunida", "reunidos", "reunidas"),
            "future": ("reunirá", "reunirán"),
            "conditional": ("reuniría",),
            "imperfect": ("reunía",),
            "gerund": ("reuniendo",),
            "infinitive": ("reunirse", "reunir"),
        },
        "encontrarse": {
            **_AR,
            "present": ("encuentra", "encuentran"),
            "past": ("encontró", "encontraron"),
            "participle": ("encontrado",),
            "future": ("encontrará", "encontrarán"),
            "conditional": ("encontraría",),
            "imperfect": ("encontraba",),
            "gerund": ("encontrando",),
            "infinitive": ("encontrarse",),
        },
        "car": {
            **_AR,
            "present": ("ca", "can"),
            "past": ("có", "caron"),
            "participle": ("cado", "cada", "cados", "cadas"),
            "future": ("cará", "carán"),
            "conditional": ("caría",),
            "imperfect": ("caba", "caban"),
            "gerund": ("cando",),
            "infinitive": ("car",),
        },
        "comenzar": {
            "present": ("comienza", "comienzan"),
            "past": ("comenzó", "comenzaron"),
            "participle": ("comenzado",),
            "future": ("comenzará", "comenzarán"),
            "infinitive": ("comenzar",),
        },
        "morir": {
            "present": ("muere", "mueren"),
            "past": ("murió", "murieron"),
            "participle": ("muerto", "muerta", "muertos", "muertas"),
            "future": ("morirá", "morirán"),
            "gerund": ("muriendo",),
            "infinitive": ("morir",),
        },
        "herir": {
            "present": ("hiere", "hieren"),
            "past": ("hirió", "hirieron"),
            "participle": ("herido", "herida", "heridos", "heridas"),
            "infinitive": ("herir",),
        },
        "elegir": {
            "present": ("elige", "eligen"),
            "past": ("eligió", "eligieron"),
            "participle": ("elegido", "elegida", "elegidos", "electo"),
            "future": ("elegirá", "elegirán"),
            "infinitive": ("elegir",),
        },
        "poner": {
            "present": ("pone", "ponen"),
            "past": ("puso", "pusieron"),
            "participle": ("puesto", "puesta"),
            "future": ("pondrá", "pondrán"),
            "infinitive": ("poner",),
        },
        "imponerse": {
            "present": ("impone", "imponen"),
            "past": ("impuso", "impusieron"),
            "participle": ("impuesto",),
            "future": ("impondrá",),
            "infinitive": ("imponerse",),
        },
        "imponer": {
            "present": ("impone", "imponen"),
            "past": ("impuso", "impusieron"),
            "participle": ("impuesto", "impuesta"),
            "future": ("impondrá",),
            "infinitive": ("imponer",),
        },
        "decir": {
            "present": ("dice", "dicen"),
            "past": ("dijo", "dijeron"),
            "participle": ("dicho",),
            "future": ("dirá",),
            "infinitive": ("decir",),
        },
        "hacer": {
            "present": ("hace", "hacen"),
            "past": ("hizo", "hicieron"),
            "participle": ("hecho",),
            "future": ("hará", "harán"),
            "infinitive": ("hacer",),
        },
        "tener": {
            "present": ("tiene", "tienen"),
            "past": ("tuvo", "tuvieron"),
            "participle": ("tenido",),
            "future": ("tendrá", "tendrán"),
            "imperfect": ("tenía", "tenían"),
            "infinitive": ("tener",),
        },
        "mantener": {
            "present": ("mantiene", "mantienen"),
            "past": ("mantuvo", "mantuvieron"),
            "participle": ("mantenido",),
            "future": ("mantendrá", "mantendrán"),
            "infinitive": ("mantener",),
        },
        "detener": {
            "present": ("detiene", "detienen"),
            "past": ("detuvo", "detuvieron"),
            "participle": ("detenido", "detenida", "detenidos", "detenidas"),
            "future": ("detendrá",),
            "infinitive": ("detener",),
        },
        "romper": {
            "present": ("rompe", "rompen"),
            "past": ("rompió", "rompieron"),
            "participle": ("roto", "rota"),
            "future": ("romperá",),
            "infinitive": ("romper",),
        },
        "disolver": {
            "present": ("disuelve",),
            "past": ("disolvió",),
            "participle": ("disuelto", "disuelta"),
            "future": ("disolverá",),
            "infinitive": ("disolver",),
        },
        "suscribir": {
            "present": ("suscribe", "suscriben"),
            "past": ("suscribió", "suscribieron"),
            "participle": ("suscrito", "suscrita", "suscritos", "suscritas"),
            "future": ("suscribirá", "suscribirán"),
            "infinitive": ("suscribir",),
        },
        "perder": {
            "present": ("pierde", "pierden"),
            "past": ("perdió", "perdieron"),
            "participle": ("perdido",),
            "future": ("perderá",),
            "infinitive": ("perder",),
        },
        "pedir": {
            "present": ("pide", "piden"),
            "past": ("pidió", "pidieron"),
            "participle": ("pedido",),
            "future": ("pedirá",),
            "infinitive": ("pedir",),
        },
        "ser": {
            "present": ("es", "son"),
            "past": ("fue", "fueron"),
            "participle": ("sido",),
            "future": ("será", "serán"),
            "imperfect": ("era", "eran"),
            "infinitive": ("ser",),
        },
        "haber": {
            "present": ("ha", "han", "hay"),
            "past": ("hubo",),
            "participle": ("habido",),
            "future": ("habrá",),
            "imperfect": ("había", "habían"),
            "infinitive": ("haber",),
        },
        "estar": {
            "present": ("está", "están"),
            "past": ("estuvo", "estuvieron"),
            "participle": ("estado",),
            "future": ("estará", "estarán"),
            "imperfect": ("estaba", "estaban"),
            "infinitive": ("estar",),
        },
    },
    reflexive=("se",),
    reflexive_endings=("arse", "erse", "irse"),
    auxiliaries={
        "have": "ha han había habían haber habiendo",
        "be": "fue fueron es son era eran siendo",
        "been": "sido",
        "would-have": "habría habrían",
        "will": "será serán va van",
        "due": "debe deben prevé prevén planea tiene previsto prevista",
        "was-due": "tuvo tuvieron debió debieron pudo pudieron logró lograron consiguió"
        " consiguieron obligado obligada obligados obligadas",
        "may": "puede pueden podría podrían quiere espera busca pueda puedan",
        "just": "acaba acaban",
        "not": "no ni nunca sin tampoco",
    },
    determiners_definite="el la los las su sus del al dicho dicha",
    determiners_this="este esta estos estas ese esa dicho dicha",
    determiners_indefinite="un una unos unas varios varias algunos",
    noun_before=(
        "el la los las un una su sus este esta ese esa del al primer primera segundo segunda tercer"
        " tercera último última próximo próxima nuevo nueva gran de en tras durante por para con y"
        " dos tres violento fuerte doble"
    ),
    boundaries=(
        r"(?:[;:]\s|\s[–—-]\s|\s{0,9}[()«»\"“”]\s*"
        r"|,?\s{1,9}(?=(?:mientras|aunque|después\s+de|antes\s+de|desde|cuando|ya)\s+que\b)"
        r"|,\s+(?=(?:que|quien|quienes|cuyo|cuya|donde|en\s+el\s+que|en\s+la\s+que)\b)"
        r"|\s{1,9}(?=que\s+(?:se|ha|han|fue|fueron|dejó|tuvo|será)\b)"
        r"|,?\s{1,9}(?=(?:durante|en)\s+(?:el|la)\s+(?:cual|que)\b)"
        r"|\s{1,9}(?=(?:y|pero|e)\s+(?:(?:el|la|los|las|se|también|no)\s+)*(?:ha|han|fue|fueron"
        r"|será|serán"
        r"|firmó|firmaron|dejó|anunció)\b)"
        r"|,\s+(?=(?:según|informó|indicó|dijo|señaló|anunció|afirmó|aseguró|explicó|precisó"
        r"|declaró"
        r"|informaron|indicaron|dijeron)\b)"
        r"|,\s+(?=\w+(?:ando|iendo)\s)"
        r")"
    ),
    relative=r"(?:que|quien|quienes|cuyo|cuya|donde|en\s+el\s+que|en\s+la\s+que)\b",
    linked=r"(?:durante|en)\s+(?:el|la)\s+(?:cual|que)\b",
    according=r"\b(?:según|de\s+acuerdo\s+con)\s+(?:[\w’'-]+\s+){0,4}$",
    attribution=(
        r"(?:según|(?:informó|indicó|dijo|señaló|anunció|afirmó|aseguró|explicó|precisó|declaró"
        r"|agregó"
        r"|añadió|informaron|indicaron|dijeron|señalaron)\b)"
    ),
    planned=(
        r"\b(?:previst[oa]s?|programad[oa]s?|próxim[oa]s?|se\s+celebrará|tendrá\s+lugar|se\s+espera"
        r"|se\s+realizará|se\s+llevará)\b"
    ),
    postponed=r"\b(?:aplazad[oa]s?|pospuest[oa]s?|postergad[oa]s?)\b",
    cancelled=r"\b(?:cancelad[oa]s?|anulad[oa]s?|suspendid[oa]s?\s+definitivamente)\b",
    ongoing=r"\b(?:en\s+curso|actualmente|se\s+encuentra\s+en)\b",
    habitual=(
        r"\b(?:cada|regularmente|a\s+menudo|habitualmente|tradicionalmente|siempre|generalmente"
        r"|a\s+veces"
        r"|frecuentemente|anualmente|una\s+serie\s+de|si\s)\b"
    ),
    series=r"\b(?:objetivo|meta|ambición|busca|pretende)\b",
    recent=r"\b(?:recientemente|acaba\s+de|hace\s+poco)\b",
    previous=r"\b(?:anterior|últim[oa]|pasad[oa]|ex)\b",
    following=r"\b(?:próxim[oa]|siguiente|futur[oa])\b",
    ordinals={
        "primer": 1,
        "primera": 1,
        "primero": 1,
        "segundo": 2,
        "segunda": 2,
        "tercer": 3,
        "tercera": 3,
        "cuarto": 4,
        "cuarta": 4,
        "quinto": 5,
        "quinta": 5,
        "sexta": 6,
        "séptima": 7,
        "octava": 8,
        "novena": 9,
        "décima": 10,
        "ii": 2,
        "iii": 3,
        "iv": 4,
        "v": 5,
        "vi": 6,
        "vii": 7,
        "viii": 8,
        "ix": 9,
        "x": 10,
        "xi": 11,
        "xii": 12,
        "xiii": 13,
        "xiv": 14,
        "xv": 15,
        "xvi": 16,
        "xx": 20,
        "xxv": 25,
        "xxvi": 26,
        "xxvii": 27,
        "xxviii": 28,
        "xxix": 29,
        "xxx": 30,
    },
    ordinal_digits=r"\b(\d{1,3})\s?(?:ª|º|a|o|er)\b",
    finite=(
        r"\b(?:es|son|fue|fueron|ha|han|había|habían|será|serán|está|están|era|eran|tiene|tienen"
        r"|puede|pueden|debe|deben)\b|\b\w{3,}(?:ó|aron|ieron|ará|arán|erá|irá)\b"
    ),
    happened=(
        r"(?:\b(?:ha|han|había|habían|fue|fueron)\s+(?:(?:sido|también|\w+mente)\s+){0,2}"
        r"\w{3,}(?:ad[oa]s?|id[oa]s?|cho|sto|rto|lto)\b|\b\w{3,}(?:ó|aron|ieron)\b|\b(?:hizo"
        r"|puso|tuvo|dijo|vino)\b)"
    ),
    will_happen=r"\b\w{3,}(?:ará|arán|erá|erán|irá|irán|drá|drán)\b",
    reported=r"\bque\b|:\s|[«“\"]",
    dated_participle=(
        r"(?<!\bde )\b(?!(?:merc|est|result|part|sáb|pas|acus|emple|conten|sen|abog|sold)"
        r"[ai]?d[oa]s?\b)"
        r"(\w{3,}(?:ad|id)[oa]s?|\w*(?:hech|puest|escrit|abiert|dich)[oa]s?)\s+"
        r"(?:por\s+[^,;:.()]{2,40}?\s+|(?:(?:a|en|para|sobre)\s+[\w’'-]+\s+){0,2})"
        r"(?:el\s+(?:pasado\s+|próximo\s+)?|en\s+|este\s+|desde\s+el\s+)?$"
    ),
    at_event=(
        r"\b(?:durante|tras|después\s+de|antes\s+de|desde|al\s+margen\s+de|en\s+el\s+marco\s+de"
        r"|para|con"
        r"\s+motivo\s+de|por)\s*(?:l?\s*)?(?:el\s+|la\s+|un\s+|una\s+|su\s+|este\s+"
        r"|esta\s+)?(?:[\w-]+\s+){0,2}$"
    ),
    beside_event=r"\bal\s+margen\s+de(?:l|\s+la|\s+los|\s+las)?\b",
    scheduled=(
        r"\b(?:está|están|estaba|estaban|fue|fueron|quedó|queda|quedaron)\s+(?:previst|programad"
        r"|fijad|pautad|convocad|agendad|anunciad)[oa]s?\s+(?:para|el|en)\b"
        r"|\b(?:quedó|queda)\s+para\b"
    ),
    works=(
        r"\b(?:obras?|construcción|planta|central|línea|puente|viaducto|presa|parque|túnel"
        r"|autopista"
        r"|autovía|carretera|estación|puerto|aeropuerto|hospital|escuela|estadio|red|mina|gasoducto"
        r"|oleoducto|refinería|terminal|aerogeneradores|edificio|metro|tranvía|tren|canal"
        r"|fábrica|reactor"
        r"|primera\s+piedra|museo|embalse|viviendas|ferrocarril|puesta\s+en\s+marcha"
        r"|entrada\s+en\s+funcionamiento)\b"
    ),
    building=(
        r"\b(?:abri|abre|abrirá|reabr|comenz|comienz|empez|inici|arranc|termin|acab|constru|instal"
        r"|coloc|renov|restaur|ampli|inaugur|estren|levant|entr[óa]|circular|previst|programad"
        r"|fijad)"
    ),
    dying="morir, fallecer, perder la vida, perecer",
    verbs_by_lemma={},
    weapons=r"\b(?:misil(?:es)?|dron(?:es)?|cohetes?|bombas?|explosivos?|disparos)\b",
    presence=(
        r"\b(?:está|están|estuvo|estará|estarán|se\s+encuentra)\s+(?:[\w-]+\s+){0,1}?(?=en\s)"
        r"|\b(?:es|será|son)\s+esperad[oa]s?\s+(?:[\w-]+\s+){0,2}?(?=en\s)"
    ),
    presence_later=r"\b(?:estará|estarán|esperad)",
    destination=r"\b(?:a|hacia|hasta|para)\s+(?:el\s+|la\s+|los\s+|las\s+)?$",
    place_verbs="visitar, golpear, sacudir, azotar, atacar, abandonar, devastar",
    titles={
        "meeting": "Reunión",
        "visit": "Visita",
        "agreement": "Acuerdo",
        "statement": "Declaración",
        "project": "Proyecto",
        "conflict": "Ataque",
        "election": "Elección",
        "disaster": "Desastre",
        "publication": "Publicación",
        "sport": "Partido",
        "summit": "Cumbre",
        "other": "Acto",
    },
    nominals={
        "matar": "Ataque",
        "detener": "Detención",
        "arrestar": "Detención",
        "nombrar": "Nombramiento",
        "condenar": "Condena",
        "dimitir": "Dimisión",
        "renunciar": "Renuncia",
        "inaugurar": "Inauguración",
        "lanzar": "Lanzamiento",
        "publicar": "Publicación",
        "elegir": "Elección",
        "firmar": "Firma de un acuerdo",
        "suscribir": "Firma de un acuerdo",
        "ratificar": "Ratificación",
        "bombardear": "Bombardeo",
        "atacar": "Ataque",
        "asesinar": "Asesinato",
        "secuestrar": "Secuestro",
        "invadir": "Invasión",
        "liberar": "Liberación",
        "aprobar": "Aprobación",
        "disolver": "Disolución",
        "morir": "Muerte",
        "fallecer": "Muerte",
        "reunirse": "Reunión",
        "recibir": "Reunión",
        "visitar": "Visita",
        "viajar": "Visita",
        "llegar": "Visita",
        "ganar": "Victoria",
        "vencer": "Victoria",
        "derrotar": "Victoria",
        "presence": "Visita",
        "estrellarse": "Accidente",
        "sacudir": "Terremoto",
        "descubrir": "Descubrimiento",
        "fundar": "Fundación",
    },
)
