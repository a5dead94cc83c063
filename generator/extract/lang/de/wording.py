"""German articles and prepositions of countries, for titles."""

from __future__ import annotations

from generator.extract.wording import Joined, Wording

DATA = Wording(
    countries={
        "feminine": Joined(the="der {}", at="in der {}", of="der {}"),
        "masculine": Joined(the="dem {}", at="im {}", of="des {}"),
        "plural": Joined(the="den {}", at="in den {}", of="der {}"),
        "other": Joined(the="{}", at="in {}", of="von {}"),
    },
    classes={
        "feminine": "CH TR UA SK MN CF DO CI VA",
        "masculine": "IR IQ YE LB SD SS NE TD CG XK",
        "plural": "US NL AE PH MV SC KM BS MH SB",
    },
    endings=(),
    names={"US": "USA"},
    cities=(),
    at_city="in {}",
    of={
        "name": "von {}",
        "vowel": "von {}",
        "phrase": "({})",
        "body": "({})",
        "body-vowel": "({})",
    },
    bodies=(),
    links="",
    asides="nach vor später zuvor",
    owners=(),
    fixes=(),
    between="zwischen {}",
    last="und",
    more="und {} weiteren",
)
