"""English articles of countries, and the words that summaries are made of."""

from __future__ import annotations

from generator.extract.wording import Joined, Wording

DATA = Wording(
    countries={
        "the": Joined(the="the {}", at="in the {}", of="of the {}"),
        "other": Joined(the="{}", at="in {}", of="of {}"),
    },
    classes={"the": "US GB NL AE PH MV SC KM BS CF DO GM CD CG MH SB VA PS UN"},
    endings=(),
    names={
        "PS": "Palestinian territories",
        "HK": "Hong Kong",
        "MO": "Macao",
        "MM": "Myanmar",
        "VA": "Vatican",
        "CI": "Ivory Coast",
        "CD": "Democratic Republic of the Congo",
        "CG": "Congo",
        "UN": "United Nations",
        "TR": "Turkey",
    },
    cities=(),
    at_city="in {}",
    of={"name": "of {}", "vowel": "of {}", "body": "({})", "body-vowel": "({})"},
    links="of against",
    fixes=(),
    between="between {}",
    last="and",
    more="and {} others",
    dates={"day": "on {}", "month": "in {}", "year": "in {}"},
    seasons={
        "spring": "in {}",
        "summer": "in {}",
        "autumn": "in {}",
        "winter": "in {}",
        "*0s": "in the {}",
        "*quarter": "in the {}",
        "*half": "in the {}",
        "*century": "in the {}",
    },
    events={
        "summit": ("a summit", "s"),
        "meeting": ("a meeting", "s"),
        "visit": ("a visit", "s"),
        "agreement": ("an agreement", "s"),
        "statement": ("a statement", "s"),
        "project": ("a step of a project", "s"),
        "conflict": ("an act of violence", "s"),
        "election": ("a vote", "s"),
        "disaster": ("a disaster", "s"),
        "publication": ("a publication", "s"),
        "sport": ("a competition", "s"),
        "other": ("an event", "s"),
    },
    states={
        "happened": {"s": "took place"},
        "ongoing": {"s": "is under way"},
        "planned": {"s": "is planned"},
        "postponed": {"s": "was postponed"},
        "cancelled": {"s": "was cancelled"},
    },
    done={
        "agreement": "was concluded",
        "statement": "was made",
        "publication": "appeared",
        "disaster": "occurred",
    },
    planned_for={"s": "planned"},
    labels={
        "participants": "Participants: {}.",
        "actors": "Actors: {}.",
        "bodies": "Organisations: {}.",
        "figures": "Figures: {}.",
    },
)
