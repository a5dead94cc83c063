"""The words around dates in tables and calendars that people keep, in four languages.

Folded as `record/folding.py` folds, so that case and accents do not matter. How they are put
together is in `dates.py`.
"""

from __future__ import annotations

ABOUT = (
    r"(?:vers|environ|autour de|aux environs de|circa|ca?\.?|about|around|approximately|approx\.?"
    r"|roughly|um|etwa|gegen|hacia|alrededor de|~)"
)
PERHAPS = (
    r"(?:peut-etre|probablement|sans doute|possibly|probably|perhaps|maybe|vielleicht"
    r"|vermutlich|wohl|quizas?|probablemente)"
)
PERHAPS_AFTER = r"\s*(?:\(\?\)|\?|\(incertain\)|\(uncertain\))"
BEFORE = r"(?:avant|before|prior to|vor|antes de)"
NO_LATER = r"(?:au plus tard|by|no later than|at the latest|spatestens|a mas tardar)"
AFTER = r"(?:apres|after|nach|despues de)"
NO_EARLIER = r"(?:au plus tot|not before|no earlier than|at the earliest|fruhestens)"
SINCE = r"(?:depuis|a partir de|a partir du|since|from|seit|ab|desde)"
UNTIL = r"(?:jusqu'?\s?(?:a|au|aux|en)?|until|till|up to|bis|hasta)"
BETWEEN = r"(?:entre|between|zwischen)"
AND = r"(?:et|and|und|y)"
FROM = r"(?:du|de|des|d'|from|von|vom|del?)"
TO = r"(?:-|au|aux|a|to|until|through|bis|al?|hasta)"
ARTICLES = r"(?:le|la|les|l'|en|the|in|on|dans|dans le|dans les|der|die|das|im|am|el|los)"
PART = (  # of a year, a decade or a century: true, and more than EDTF can say
    r"(?:early(?: in)?|mid|middle of|late|end of|beginning of|start of|debut|milieu|fin|courant"
    r"|anfang|mitte|ende|principios|mediados|finales)"
)
DECADE = r"(?:(?:annees|anos)\s+(?P<plain>[0-9]{3}0)|(?P<marked>[0-9]{3}0)(?:'?s|er))"
CENTURY_WORD = r"(?:siecle|s\.|century|jahrhundert|siglo)"
BCE = (
    r"(?:b\.?\s?c\.?(?:\s?e\.?)?|av(?:ant|\.)?\s?j\.?\s?-?\s?c\.?|avant notre ere"
    r"|v\.?\s?chr\.?|a\.?\s?c\.?)"
)
CE = r"(?:a\.?\s?d\.?|c\.?\s?e\.?|ap(?:res|r?\.)?\s?j\.?\s?-?\s?c\.?|n\.?\s?chr\.?|d\.?\s?c\.?)"
SEASONS = {
    21: r"(?:spring|printemps|fruhling|fruhjahr|primavera)",
    22: r"(?:summer|ete|sommer|verano)",
    23: r"(?:autumn|fall|automne|herbst|otono)",
    24: r"(?:winter|hiver|invierno)",
}
QUARTER = (
    r"(?:[qt](?P<short>[1-4])|(?P<ordinal>[1-4])(?:er|e|st|nd|rd|th|\.)?\s+"
    r"(?:trimestre|quarter|quartal))"
)
SEASON_OF = r"(?:\s+(?:de|du|of|in|des))?\s+"
