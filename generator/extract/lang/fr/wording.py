"""French articles and prepositions of countries, and the words that summaries are made of."""

from __future__ import annotations

from generator.extract.wording import Joined, Wording

DATA = Wording(
    countries={
        "feminine": Joined(the="la {}", at="en {}", of="de la {}"),
        "masculine": Joined(the="le {}", at="au {}", of="du {}"),
        "vowel": Joined(the="l'{}", at="en {}", of="de l'{}"),
        "plural": Joined(the="les {}", at="aux {}", of="des {}"),
        "island": Joined(the="{}", at="à {}", of="de {}"),
        "island-vowel": Joined(the="{}", at="à {}", of="d'{}"),
        "bare": Joined(the="{}", at="en {}", of="d'{}"),
        "feminine-island": Joined(the="la {}", at="à la {}", of="de la {}"),
        "other": Joined(the="le {}", at="au {}", of="du {}"),
    },
    classes={
        "masculine": "MX KH MZ ZW BZ SR",
        "plural": "US NL AE PH MV SC KM BS FJ PW PS BM UN",
        "island": (
            "CU DJ CY MG MT MC SG TW BH MU SM BN HK MO GI JE KI PR ST TT TO TV VU NR NU WS YT LC KN"
            " VC"
        ),
        "island-vowel": "OM AD AI AW HT AG",
        "bare": "IL",
        "feminine-island": "RE BB GD DM",
    },
    endings=(
        (r"^îles? |^iles? ", "plural"),
        (r"^(?:[aeiou]|haï)", "vowel"),
        (
            r"^(?:république|afrique|nouvelle|polynésie|guyane|guinée|corée|macédoine|arabie)",
            "feminine",
        ),
        (r"^(?:congo|sierra|sri|costa|cap|burkina|soudan|timor|sahara)", "masculine"),
        (r"^saint", "island"),
        (r"(?:e|es)$", "feminine"),
    ),
    names={
        "PS": "Territoires palestiniens",
        "HK": "Hong Kong",
        "MO": "Macao",
        "MM": "Birmanie",
        "KG": "Kirghizistan",
        "VN": "Vietnam",
        "UN": "Nations unies",
        "VA": "Vatican",
        "CD": "République démocratique du Congo",
        "CG": "Congo",
        "RE": "Réunion",
    },
    cities=(("Le ", "au "), ("Les ", "aux ")),
    at_city="à {}",
    of={
        "name": "de {}",
        "vowel": "d'{}",
        "phrase": "de {}",
        "body": "({})",
        "body-vowel": "de l'{}",
    },
    bodies=(
        (r"(?:FMI|HCR|PNUD|PAM|CICR|G\d+|BIT|GIEC|CIO)\b", "du {}"),
        (
            r"(?:CEDEAO|CEMAC|UEMOA|BCE|BAD|BCEAO|CPI|CIJ|FAO|NASA|FIFA|CAF|CEI|CENI|SADC|BERD)\b",
            "de la {}",
        ),
        (
            r"(?:Conseil|Parlement|Fonds|Comité|Groupe|Front|Parti|Centre|Tribunal|Ministère|Bureau)\b",
            "du {}",
        ),
        (
            r"(?:Mouvement|Haut|Forum|Syndicat|Programme|Réseau|Mécanisme|Hamas|Hezbollah|Sénat)\b",
            "du {}",
        ),
        (
            r"(?:Commission|Banque|Cour|Ligue|Fédération|Conférence|Fondation|Société|Croix)\b",
            "de la {}",
        ),
        (
            r"(?:Chambre|Confédération|Communauté|Coalition|Maison|Région|Ville|Caisse)\b",
            "de la {}",
        ),
        (
            r"(?:Union|Organisation|Agence|Assemblée|Institut|Association|Alliance|Armée)\b",
            "de l'{}",
        ),
        (
            r"(?:Office|Observatoire|Académie|Université|Autorité|Église|État|Initiative)\b",
            "de l'{}",
        ),
        (r"Nations\b", "des {}"),
    ),
    links="de d du des contre",
    asides="après avant plus auparavant durant",
    owners=(
        (r"(?i)(?:son|sa|cette|cet|leur) (?=[aeiouâàéèêîôû])", "l'"),
        (r"(?i)(?:son|ce) ", "le "),
        (r"(?i)(?:sa|cette) ", "la "),
        (r"(?i)(?:ses|leurs|ces) ", "les "),
    ),
    fixes=(
        (r"\bde le\b ", "du "),
        (r"\bde les\b ", "des "),
        (r"\bde des\b ", "de "),
        (
            r"\bde (?=une?\b|[aeiouAEIOUâàéèêîôûÉÈÀÎÔ]|h(?:abit|ôpit|omm|eures?|istoir|élico|ôtel|umain))",
            "d'",
        ),
        (r"\bà Le\b ", "au "),
        (r"\bà Les\b ", "aux "),
    ),
    between="entre {}",
    last="et",
    more="et {} autres",
    dates={
        "day": "le {}",
        "month": "en {}",
        "year": "en {}",
        "range": "{}",
    },
    seasons={
        "printemps": "au {}",
        "été": "à l'{}",
        "automne": "à l'{}",
        "hiver": "à l'{}",
        "années": "dans les {}",
        "*trimestre": "au {}",
        "*semestre": "au {}",
        "*siècle": "au {}",
    },
    events={
        "summit": ("un sommet", "m"),
        "meeting": ("une rencontre", "f"),
        "visit": ("une visite", "f"),
        "agreement": ("un accord", "m"),
        "statement": ("une prise de parole", "f"),
        "project": ("une étape d'un projet", "f"),
        "conflict": ("des violences", "fp"),
        "election": ("un scrutin", "m"),
        "disaster": ("une catastrophe", "f"),
        "publication": ("une publication", "f"),
        "sport": ("une compétition", "f"),
        "other": ("un événement", "m"),
    },
    states={
        "happened": {"m": "a eu lieu", "f": "a eu lieu", "fp": "ont eu lieu"},
        "ongoing": {"m": "est en cours", "f": "est en cours", "fp": "sont en cours"},
        "planned": {"m": "est prévu", "f": "est prévue", "fp": "sont prévues"},
        "postponed": {"m": "a été reporté", "f": "a été reportée", "fp": "ont été reportées"},
        "cancelled": {"m": "a été annulé", "f": "a été annulée", "fp": "ont été annulées"},
    },
    done={
        "agreement": "a été conclu",
        "project": "a été franchie",
        "publication": "a paru",
        "disaster": "s'est produite",
    },
    planned_for={"m": "prévu", "f": "prévue", "fp": "prévues"},
    labels={
        "participants": "Participants : {}.",
        "actors": "Acteurs : {}.",
        "bodies": "Organisations : {}.",
        "figures": "Chiffres : {}.",
    },
)
