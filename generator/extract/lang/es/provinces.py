"""Spanish names of states, provinces, regions and islands, by the country they lie in.

Left out: names that are as often a city's, a person's or a common noun (Santiago, La Paz, Florida).
"""

from __future__ import annotations

from generator.extract.names.gazetteer import Provinces

DATA = Provinces(
    by_country={
        "AR": "Chubut, Jujuy, Entre Ríos, Chaco, Misiones, Río Negro, Tierra del Fuego,"
        " La Pampa, Patagonia",
        "BO": "Chuquisaca, Beni, Pando",
        "BR": "Río Grande del Sur, Minas Gerais, Bahía, Mato Grosso, Amazonas, Paraná",
        "CA": "Ontario, Alberta, Columbia Británica, Saskatchewan, Quebec, Nueva Escocia",
        "CL": "Ñuble, Biobío, La Araucanía, Araucanía, Atacama, O'Higgins,"
        " Magallanes, Aysén, Tarapacá",
        "CN": "Xinjiang, Tíbet, Sichuan, Yunnan, Cantón, Hubei, Hunan, Henan, Gansu",
        "CO": "Antioquia, Cauca, Valle del Cauca, Nariño, Arauca, Chocó, Putumayo, Guaviare,"
        " Norte de Santander, Cundinamarca, Boyacá, Huila, Tolima, Caquetá, La Guajira",
        "DE": "Baviera, Sajonia, Baja Sajonia, Hesse, Turingia, Brandeburgo,"
        " Renania del Norte-Westfalia, Renania-Palatinado, Baden-Wurtemberg",
        "EC": "Manabí, Guayas, Los Ríos, Sucumbíos, Galápagos, Pichincha",
        "ES": "Cataluña, Andalucía, Galicia, País Vasco, Euskadi, Castilla y León,"
        " Castilla-La Mancha, Extremadura, Aragón, Asturias, Cantabria, Navarra, La Rioja,"
        " Comunidad Valenciana, Baleares, Canarias, Mallorca, Menorca, Tenerife,"
        " Gran Canaria, Lanzarote, Fuerteventura, La Palma, Vizcaya, Guipúzcoa, Álava, Bizkaia,"
        " Gipuzkoa",
        "FR": "Bretaña, Normandía, Provenza, Córcega, Alsacia",
        "GB": "Escocia, Gales, Irlanda del Norte, Inglaterra",
        "GR": "Creta, Rodas, Lesbos, Eubea",
        "GT": "Petén, Alta Verapaz, Huehuetenango, Quiché",
        "ID": "Java, Sumatra, Célebes, Bali, Lombok",
        "IN": "Kerala, Guyarat, Maharashtra, Uttar Pradesh, Bihar, Cachemira",
        "IT": "Lombardía, Véneto, Toscana, Sicilia, Cerdeña, Piamonte, Liguria, Calabria",
        "MX": "Chiapas, Sinaloa, Guerrero, Michoacán, Jalisco, Tamaulipas, Sonora,"
        " Nuevo León, Coahuila, Baja California, Tabasco, Quintana Roo, Yucatán, Nayarit,"
        " Tlaxcala, Estado de México, Guanajuato",
        "PE": "Ucayali, Áncash, Apurímac, Junín, Amazonas, Madre de Dios",
        "RU": "Chechenia, Daguestán, Siberia",
        "UA": "Dombás, Donbás, Crimea",
        "US": "Texas, California, Ohio, Míchigan, Illinois, Pensilvania, Arizona, Colorado, Nevada,"
        " Oregón, Utah, Alaska, Hawái, Luisiana, Alabama, Misisipi, Kentucky, Tennessee, Oklahoma,"
        " Kansas, Minnesota, Wisconsin, Massachusetts, Nueva Jersey, Nuevo México,"
        " Carolina del Norte, Carolina del Sur, Puerto Rico",
        "VE": "Zulia, Táchira, Carabobo, Aragua, Anzoátegui",
    }
)
