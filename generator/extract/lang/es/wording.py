"""Spanish articles and prepositions of countries, for titles."""

from __future__ import annotations

from generator.extract.wording import Joined, Wording

DATA = Wording(
    countries={
        "masculine": Joined(the="el {}", at="en el {}", of="del {}"),
        "feminine": Joined(the="la {}", at="en la {}", of="de la {}"),
        "other": Joined(the="{}", at="en {}", of="de {}"),
    },
    classes={"masculine": "GB VA CG", "feminine": "CF DO CD"},
    endings=(),
    names={},
    cities=(),
    at_city="en {}",
    of={
        "name": "de {}",
        "vowel": "de {}",
        "phrase": "de {}",
        "body": "({})",
        "body-vowel": "({})",
    },
    bodies=(),
    links="de del contra",
    asides="después antes",
    owners=((r"(?i)sus? ", ""),),
    fixes=((r"\bde el\b", "del"),),
    between="entre {}",
    last="y",
    more="y {} más",
)
