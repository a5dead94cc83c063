"""German names of Länder, cantons, provinces and islands, by the country they lie in.

Left out: names that are as often a city's, a person's or a common noun (Bern, Virginia).
"""

from __future__ import annotations

from generator.extract.names.gazetteer import Provinces

DATA = Provinces(
    by_country={
        "AT": "Tirol, Kärnten, Steiermark, Vorarlberg, Burgenland, Oberösterreich,"
        " Niederösterreich, Salzkammergut",
        "AU": "Queensland, New South Wales, Tasmanien, Westaustralien, Südaustralien",
        "BE": "Wallonien, Flandern, Ostbelgien",
        "BR": "Rio Grande do Sul, Minas Gerais, Bahia, Mato Grosso, Amazonas",
        "CA": "Ontario, Alberta, British Columbia, Saskatchewan, Nova Scotia, Neufundland, Yukon",
        "CD": "Nord-Kivu, Süd-Kivu, Ituri, Katanga",
        "CH": "Wallis, Waadt, Tessin, Graubünden, Aargau, Thurgau, Appenzell, Engadin, Jura,"
        " Emmental, Berner Oberland, Baselland",
        "CN": "Xinjiang, Tibet, Sichuan, Yunnan, Guangdong, Hubei, Hunan, Henan, Gansu, Hainan",
        "DE": "Bayern, Sachsen, Niedersachsen, Hessen, Thüringen, Brandenburg, Saarland,"
        " Baden-Württemberg, Nordrhein-Westfalen, NRW, Rheinland-Pfalz, Schleswig-Holstein,"
        " Mecklenburg-Vorpommern, Sachsen-Anhalt, Mecklenburg, Vorpommern, Franken, Oberfranken,"
        " Unterfranken, Mittelfranken, Oberbayern, Niederbayern, Schwaben, Allgäu, Oberpfalz,"
        " Ruhrgebiet, Rheinland, Westfalen, Nordfriesland, Ostfriesland, Dithmarschen, Münsterland,"
        " Sauerland, Eifel, Harz, Lausitz, Uckermark, Erzgebirge, Vogtland, Schwarzwald, Sylt,"
        " Rügen, Usedom, Föhr, Amrum, Fehmarn, Norderney, Borkum, Helgoland",
        "ES": "Katalonien, Andalusien, Galicien, Baskenland, Mallorca, Kanaren, Teneriffa,"
        " Gran Canaria, Ibiza, Kastilien, Aragonien, Asturien",
        "FR": "Elsass, Lothringen, Bretagne, Normandie, Provence, Korsika, Burgund, Okzitanien",
        "GB": "Schottland, Wales, Nordirland, England, Cornwall, Yorkshire",
        "GR": "Kreta, Rhodos, Lesbos, Korfu, Thessalien, Peloponnes, Euböa",
        "ID": "Java, Sumatra, Sulawesi, Bali, Lombok, Aceh, West-Java",
        "IN": "Kerala, Gujarat, Maharashtra, Uttar Pradesh, Bihar, Assam, Rajasthan, Tamil Nadu,"
        " Westbengalen, Odisha, Karnataka, Telangana, Manipur, Uttarakhand, Himachal Pradesh",
        "IT": "Lombardei, Venetien, Toskana, Sizilien, Sardinien, Südtirol, Piemont, Ligurien,"
        " Kampanien, Kalabrien, Apulien, Umbrien, Emilia-Romagna, Latium, Trentino",
        "JP": "Hokkaido, Okinawa, Honshu, Kyushu",
        "PK": "Punjab, Belutschistan, Sindh, Khyber Pakhtunkhwa",
        "PL": "Masuren, Schlesien, Masowien, Pommern",
        "PT": "Madeira, Azoren, Algarve, Alentejo",
        "RU": "Tschetschenien, Dagestan, Sibirien, Tatarstan, Kamtschatka, Baschkortostan",
        "TR": "Anatolien, Kappadokien",
        "UA": "Donbass, Krim, Oblast Donezk, Transkarpatien",
        "US": "Texas, Kalifornien, Florida, Ohio, Michigan, Illinois, Pennsylvania, Arizona,"
        " Colorado, Nevada, Oregon, Utah, Alaska, Hawaii, Louisiana, Alabama, Mississippi,"
        " Missouri,"
        " Kentucky, Tennessee, Oklahoma, Kansas, Nebraska, Iowa, Minnesota, Wisconsin, Maryland,"
        " Massachusetts, Connecticut, New Jersey, Idaho, Montana, Wyoming, North Carolina,"
        " South Carolina, New Hampshire, New Mexico, Delaware, Arkansas",
    }
)
