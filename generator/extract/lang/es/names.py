"""Spanish names: countries, demonyms, titles, international bodies."""

from __future__ import annotations

from generator.extract.gazetteer import NameWords

DATA = NameWords(
    demonyms={
        "AE": "emiratí", "AF": "afgano", "AL": "albanés", "AM": "armenio", "AO": "angoleño",
        "AR": "argentino", "AT": "austriaco austríaco", "AU": "australiano", "AZ": "azerbaiyano",
        "BA": "bosnio", "BD": "bangladesí", "BE": "belga", "BF": "burkinés", "BG": "búlgaro",
        "BO": "boliviano", "BR": "brasileño", "BY": "bielorruso", "CA": "canadiense",
        "CG": "congoleño congolés", "CH": "suizo", "CI": "marfileño", "CL": "chileno",
        "CM": "camerunés", "CN": "chino", "CO": "colombiano", "CR": "costarricense", "CU": "cubano",
        "CY": "chipriota", "CZ": "checo", "DE": "alemán", "DK": "danés", "DO": "dominicano",
        "DZ": "argelino", "EC": "ecuatoriano", "EE": "estonio", "EG": "egipcio", "ES": "español",
        "ET": "etíope", "FI": "finlandés", "FR": "francés", "GA": "gabonés",
        "GB": "británico inglés escocés", "GE": "georgiano", "GH": "ghanés", "GQ": "ecuatoguineano",
        "GR": "griego", "GT": "guatemalteco", "GY": "guyanés", "HN": "hondureño", "HR": "croata",
        "HT": "haitiano", "HU": "húngaro", "ID": "indonesio", "IE": "irlandés", "IL": "israelí",
        "IN": "indio", "IQ": "iraquí", "IR": "iraní", "IS": "islandés", "IT": "italiano",
        "JO": "jordano", "JP": "japonés", "KE": "keniano keniata", "KG": "kirguís", "KH": "camboyano",
        "KP": "norcoreano", "KR": "surcoreano", "KW": "kuwaití", "KZ": "kazajo", "LA": "laosiano",
        "LB": "libanés", "LR": "liberiano", "LT": "lituano", "LU": "luxemburgués", "LV": "letón",
        "LY": "libio", "MA": "marroquí", "MD": "moldavo", "ME": "montenegrino", "MG": "malgache",
        "MK": "macedonio", "ML": "maliense", "MM": "birmano", "MN": "mongol", "MR": "mauritano",
        "MT": "maltés", "MX": "mexicano", "MY": "malasio", "MZ": "mozambiqueño", "NE": "nigerino",
        "NG": "nigeriano", "NI": "nicaragüense", "NL": "neerlandés holandés", "NO": "noruego",
        "NP": "nepalí", "NZ": "neozelandés", "PA": "panameño", "PE": "peruano", "PH": "filipino",
        "PK": "pakistaní", "PL": "polaco", "PR": "puertorriqueño", "PS": "palestino",
        "PT": "portugués", "PY": "paraguayo", "QA": "catarí qatarí", "RO": "rumano", "RS": "serbio",
        "RU": "ruso", "RW": "ruandés", "SA": "saudí saudita", "SD": "sudanés", "SE": "sueco",
        "SI": "esloveno", "SK": "eslovaco", "SN": "senegalés", "SO": "somalí", "SV": "salvadoreño",
        "SY": "sirio", "TD": "chadiano", "TG": "togolés", "TH": "tailandés", "TJ": "tayiko",
        "TM": "turkmeno", "TN": "tunecino", "TR": "turco", "TW": "taiwanés", "TZ": "tanzano",
        "UA": "ucraniano", "UG": "ugandés", "US": "estadounidense norteamericano", "UY": "uruguayo",
        "UZ": "uzbeko", "VE": "venezolano", "VN": "vietnamita", "YE": "yemení", "ZA": "sudafricano",
        "ZM": "zambiano", "ZW": "zimbabuense",
    },
    demonym_rules={
        "": {"": ("", "a", "es", "as")},
        "o": {"": ("o", "a", "os", "as")},
        "e": {"": ("e", "es")},
        "a": {"": ("a", "as")},
        "í": {"": ("í", "íes", "ís")},
        "és": {"": ("és", "esa", "eses", "esas")},
        "án": {"": ("án", "ana", "anes", "anas")},
        "ón": {"": ("ón", "ona", "ones", "onas")},
    },
    countries={
        "CD": ("RD Congo", "República Democrática del Congo", "RDC"), "CG": ("Congo",),
        "CI": ("Costa de Marfil",), "CZ": ("República Checa",), "GB": ("Gran Bretaña", "Inglaterra",
        "Escocia"), "KP": ("Corea del Norte",), "KR": ("Corea del Sur",), "MM": ("Birmania",),
        "PS": ("Palestina", "Gaza", "Franja de Gaza", "Cisjordania"), "RU": ("Federación Rusa",),
        "US": ("EE.UU", "EEUU", "EE UU", "Estados Unidos de América"), "VA": ("Vaticano", "Santa Sede"),
        "CN": ("República Popular China",), "NL": ("Holanda",), "BY": ("Bielorrusia",),
        "QA": ("Qatar",), "IQ": ("Irak", "Iraq"),
    },
    state_roles=(
        "presidente", "presidenta", "primer ministro", "primera ministra", "vicepresidente",
        "vicepresidenta", "canciller", "ministro", "ministra", "ministro de Exteriores",
        "ministro de Relaciones Exteriores", "ministra de Relaciones Exteriores",
        "ministro de Defensa", "ministro de Economía", "jefe de Estado", "jefe de Gobierno",
        "mandatario", "mandataria", "rey", "reina", "príncipe heredero", "embajador", "embajadora",
        "secretario de Estado", "secretaria de Estado", "líder", "jefe del Ejecutivo",
        "ministro de Asuntos Exteriores", "ministra de Asuntos Exteriores", "presidente del Gobierno",
        "jefe de la diplomacia", "gobernante",
    ),
    roles=(
        "general", "coronel", "capitán", "comandante", "almirante", "director", "directora",
        "director general", "directora general", "secretario general", "secretaria general",
        "portavoz", "vocero", "vocera", "diputado", "diputada", "senador", "senadora", "alcalde",
        "alcaldesa", "gobernador", "gobernadora", "juez", "jueza", "fiscal", "abogado", "abogada",
        "periodista", "escritor", "escritora", "profesor", "profesora", "economista", "analista",
        "entrenador", "seleccionador", "delantero", "defensa", "portero", "jugador", "jugadora",
        "ciclista", "tenista", "piloto", "cantante", "actor", "actriz", "cineasta", "opositor",
        "opositora", "candidato", "candidata", "papa", "cardenal", "obispo", "comisario", "enviado",
        "fundador", "exministro", "expresidente", "expresidenta", "exmandatario", "activista",
        "príncipe", "princesa", "empresario", "científico", "científica", "técnico", "exfutbolista",
    ),
    honorifics=("Sr", "Sra", "Dr", "Dra", "don", "doña", "monseñor"),
    state_actors=(
        "autoridades", "gobierno", "ejército", "fuerzas", "fuerzas armadas", "policía", "parlamento",
        "delegación", "tropas", "dirigentes", "cancillería", "ministerio", "militares", "soldados",
        "empresas", "selección", "equipo", "Congreso", "Senado", "ejecutivo", "embajada", "presidentes",
        "ministros", "cancilleres", "presidente", "presidenta", "ministro", "canciller", "par",
        "homólogo", "primer ministro", "mandatario", "parte", "justicia", "drones", "régimen", "rey",
    ),
    counterparts=("homólogo", "homóloga", "par"),
    body_heads=(
        "organización", "unión", "consejo", "banco", "fondo", "comisión", "comité", "partido",
        "ministerio", "universidad", "instituto", "federación", "asociación", "agencia", "corte",
        "tribunal", "grupo", "empresa", "compañía", "comunidad", "liga", "alianza", "frente",
        "movimiento", "fundación", "centro", "asamblea", "parlamento", "oficina", "autoridad",
        "confederación", "sindicato", "real", "club", "atlético", "fuerzas", "cámara", "secretaría",
        "programa", "academia", "observatorio", "fiscalía", "consejería", "congreso",
    ),
    bodies=(
        ("ONU", "Naciones Unidas", "Organización de las Naciones Unidas"),
        ("Consejo de Seguridad de la ONU", "Consejo de Seguridad"), ("UE", "Unión Europea"),
        ("Comisión Europea",), ("Parlamento Europeo", "Eurocámara"), ("Consejo Europeo",),
        ("BCE", "Banco Central Europeo"), ("OTAN",), ("Unión Africana",), ("OEA",
        "Organización de Estados Americanos"), ("Celac", "CELAC"), ("Mercosur",),
        ("Alianza del Pacífico",), ("Unasur",), ("Comunidad Andina", "CAN"), ("SICA",), ("Caricom",),
        ("Cepal", "CEPAL"), ("Liga Árabe",), ("OCS", "Organización de Cooperación de Shanghái"),
        ("BRICS",), ("G7",), ("G20",), ("FMI", "Fondo Monetario Internacional"), ("Banco Mundial",),
        ("BID", "Banco Interamericano de Desarrollo"), ("CAF",), ("OMC",
        "Organización Mundial del Comercio"), ("OMS", "Organización Mundial de la Salud"),
        ("OIT", "Organización Internacional del Trabajo"), ("OIM",
        "Organización Internacional para las Migraciones"), ("OIEA",
        "Organismo Internacional de Energía Atómica"), ("Unesco",), ("Unicef",), ("Acnur",), ("FAO",),
        ("CPI", "Corte Penal Internacional"), ("CIJ", "Corte Internacional de Justicia"), ("OCDE",),
        ("OPEP",), ("OSCE",), ("Interpol",), ("Cruz Roja",), ("Amnistía Internacional",),
        ("Human Rights Watch",), ("Greenpeace",), ("COI",), ("FIFA",), ("UEFA",), ("Conmebol",),
        ("Hamás",), ("Hezbolá",), ("Estado Islámico",), ("Al Qaeda",), ("FARC",), ("ELN",),
    ),
    ands=("y", "e", "o"),
    particles=("de", "del", "la", "las", "los", "el", "y", "da", "dos", "van", "von", "di", "al", "bin"),
    not_names=(
        "el", "la", "los", "las", "un", "una", "unos", "unas", "lo", "al", "del", "de", "en", "a",
        "por", "para", "con", "sin", "sobre", "tras", "según", "entre", "desde", "hasta", "durante",
        "y", "e", "o", "u", "pero", "si", "no", "sí", "que", "como", "cuando", "donde", "este",
        "esta", "estos", "estas", "ese", "esa", "su", "sus", "se", "nos", "ante", "contra", "además",
        "también", "asimismo", "así", "luego", "después", "antes", "ayer", "hoy", "mañana", "lunes",
        "martes", "miércoles", "jueves", "viernes", "sábado", "domingo", "enero", "febrero",
        "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
        "noviembre", "diciembre", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve",
        "diez", "primer", "primera", "segundo", "estado", "estados", "gobierno", "presidente",
        "ministro", "efe", "afp", "reuters", "ap", "foto", "video", "más", "menos", "todo", "todos",
        "cada", "otro", "otra", "posteriormente", "mientras", "aunque", "norte", "sur", "este",
        "oeste", "áfrica", "europa", "asia", "américa", "internet", "covid", "dios", "navidad",
    ),
    locatives=(
        r"\b(?:en|hacia|cerca\s+de|alrededor\s+de|dentro\s+de|por)\s+(?:el\s+|la\s+|los\s+|las\s+)?"
        r"|\b(?:en|a|de)\s+(?:el\s+|la\s+|las\s+|los\s+)?(?:[\w-]+\s+){0,1}?(?:ciudad|ciudades|región"
        r"|provincia|capital|distrito|pueblo|localidad|municipio|puerto|aeropuerto|barrio|estado|isla"
        r"|norte|sur|este|oeste|centro|noreste|noroeste|sureste|suroeste|departamento|costa|zona)"
        r"(?:\s+[\w-]+){0,2}?\s+(?:del?\s+)?(?:la\s+|el\s+)?"
    ),
    sites=r"\b(?:pueblo|ciudad|localidad|municipio|campamento|barrio|isla|puerto)\s+de\s+(?:la\s+|el\s+)?",
    regions=(
        r"\b(?:provincia|región|estado|departamento|distrito|condado|norte|sur|este|oeste|centro|isla)"
        r"\s+del?\s+(?:la\s+|el\s+)?"
    ),
    origins=(
        r"\b(?:guerra|conflicto|crisis|invasión|situación|frontera|relaciones|mercado|embajada"
        r"|embajador|embajadora|apoyo|ayuda|frente|respecto|gracias)\s+[\w\s-]{0,20}?(?:en|a|con|contra"
        r"|de)\s+(?:el\s+|la\s+)?"
    ),
    of=r"\b(?:del?|de\s+(?:la|los|las|el))\s+$",
    apposition=r"\s*,\s*(?:(?:el|la|un|una|actual|nuevo|nueva)\s*)*",
    articles=("el", "la", "los", "las", "un", "una", "del", "al"),
    contractions={},
    seats={
        "Casa Blanca": ("US", "Washington"), "Pentágono": ("US", "Washington"),
        "Casa Rosada": ("AR", "Buenos Aires"), "La Moncloa": ("ES", "Madrid"),
        "Moncloa": ("ES", "Madrid"), "La Moneda": ("CL", "Santiago"), "Kremlin": ("RU", "Moscú"),
        "Palacio de La Moneda": ("CL", "Santiago"), "Elíseo": ("FR", "París"),
        "Itamaraty": ("BR", "Brasilia"), "Planalto": ("BR", "Brasilia"),
        "Miraflores": ("VE", "Caracas"), "Palacio Nacional": ("MX", "Ciudad de México"),
        "Casa de Nariño": ("CO", "Bogotá"), "Downing Street": ("GB", "Londres"),
    },
    clause_words=(
        "que", "quien", "cuyo", "donde", "es", "son", "fue", "ha", "han", "con", "para", "en",
        "sobre", "pero", "según", "tras", "contra", "se", "por",
    ),
    demonym_first=False,
    numbers={
        "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9,
        "diez": 10, "once": 11, "doce": 12,
    },
    state_nouns=("países", "estados", "naciones", "repúblicas", "miembros", "vecinos"),
    pair=(
        r"\b(?:[Ll]os\s+dos|[Aa]mb[oa]s|[Ll]as\s+dos)\s+(?:países|naciones|partes|mandatarios|presidentes"
        r"|líderes|gobiernos|estados|Estados|ministros|cancilleres)\b"
    ),
    he=r"\b(?:[ÉéEe]l|[Ee]lla)\s+(?=(?:se|fue|ha|también|mismo)\b)",
)
