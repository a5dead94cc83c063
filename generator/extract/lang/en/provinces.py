"""English names of states, provinces and regions, by the country they lie in.

Left out: names that are as often a city's, a country's or a person's (Georgia, Washington, Jordan).
"""

from __future__ import annotations

from generator.extract.names.gazetteer import Provinces

DATA = Provinces(
    by_country={
        "AF": "Helmand, Nangarhar, Kunar, Badakhshan, Kunduz Province",
        "AU": "Queensland, New South Wales, Tasmania, Western Australia, South Australia,"
        " Northern Territory",
        "AT": "Tyrol, Carinthia, Styria, Vorarlberg",
        "BE": "Wallonia, Flanders",
        "BR": "Rio Grande do Sul, Minas Gerais, Bahia, Mato Grosso, Amazonas, Parana",
        "CA": "Ontario, Alberta, British Columbia, Saskatchewan, Manitoba, Nova Scotia, Quebec,"
        " New Brunswick, Newfoundland, Yukon, Nunavut",
        "CD": "North Kivu, South Kivu, Ituri, Katanga",
        "CH": "Valais, Ticino, Vaud",
        "CN": "Xinjiang, Tibet, Sichuan, Yunnan, Guangdong, Hubei, Hunan, Henan, Hebei, Gansu,"
        " Zhejiang, Jiangsu, Fujian, Shandong, Shaanxi, Guizhou, Guangxi, Hainan, Qinghai,"
        " Liaoning, Inner Mongolia",
        "DE": "Bavaria, Saxony, Lower Saxony, Hesse, Thuringia, Brandenburg, Saarland,"
        " Baden-Württemberg, Rhineland-Palatinate, North Rhine-Westphalia, Schleswig-Holstein",
        "ES": "Catalonia, Andalusia, Galicia, Basque Country, Mallorca, Majorca, Canary Islands,"
        " Tenerife, Asturias",
        "FR": "Brittany, Normandy, Provence, Corsica, Alsace, Burgundy",
        "GB": "Scotland, Wales, Northern Ireland, England, Cornwall, Yorkshire, Kent, Essex,"
        " Sussex,"
        " Lancashire, Devon, Cumbria",
        "GR": "Crete, Rhodes, Lesbos, Evia, Corfu",
        "ID": "Java, Sumatra, Sulawesi, Bali, Lombok, Aceh, West Java, Central Java, East Java",
        "IN": "Kerala, Gujarat, Maharashtra, Uttar Pradesh, Madhya Pradesh, Bihar, Assam,"
        " Rajasthan, Tamil Nadu, West Bengal, Odisha, Orissa, Karnataka, Telangana, Manipur,"
        " Uttarakhand, Himachal Pradesh, Andhra Pradesh, Jharkhand, Chhattisgarh, Haryana,"
        " Meghalaya, Tripura, Nagaland, Mizoram",
        "IT": "Lombardy, Veneto, Tuscany, Sicily, Sardinia, Piedmont, Liguria, Calabria, Puglia,"
        " Umbria",
        "JP": "Hokkaido, Okinawa, Honshu, Kyushu, Ishikawa",
        "KE": "Turkana, Garissa County, Mandera County",
        "MX": "Chiapas, Sinaloa, Guerrero, Michoacán, Jalisco, Tamaulipas, Sonora",
        "MZ": "Cabo Delgado, Zambezia, Sofala",
        "NG": "Borno, Zamfara, Kaduna State, Plateau State, Benue, Rivers State, Niger Delta",
        "PH": "Mindanao, Luzon, Leyte, Bohol, Cebu Province, Visayas",
        "PK": "Balochistan, Sindh, Khyber Pakhtunkhwa, Waziristan",
        "RU": "Chechnya, Dagestan, Siberia, Tatarstan, Kamchatka, Bashkortostan",
        "SD": "Darfur, Kordofan",
        "UA": "Donbas, Crimea",
        "US": "Texas, California, Florida, Ohio, Michigan, Illinois, Pennsylvania, Virginia,"
        " Arizona, Colorado, Nevada, Oregon, Utah, Alaska, Hawaii, Louisiana, Alabama, Mississippi,"
        " Missouri, Kentucky, Tennessee, Oklahoma, Kansas, Nebraska, Iowa, Minnesota, Wisconsin,"
        " Indiana, Maryland, Massachusetts, Connecticut, New Jersey, Idaho, Montana, Wyoming,"
        " Maine,"
        " Vermont, Delaware, Arkansas, North Carolina, South Carolina, North Dakota, South Dakota,"
        " New Hampshire, New Mexico, Rhode Island, West Virginia, Puerto Rico",
        "YE": "Hadramawt, Marib",
        "ZA": "KwaZulu-Natal, Gauteng, Limpopo, Western Cape, Eastern Cape, Mpumalanga",
    }
)
