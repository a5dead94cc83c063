"""French names of states, provinces, Länder and départements, by the country they lie in.

Left out: names that are as often a city's, a person's or a common noun (Vienne, Virginie, Manche).
"""

from __future__ import annotations

from generator.extract.names.gazetteer import Provinces

DATA = Provinces(
    by_country={
        "AT": "Tyrol, Carinthie, Styrie, Vorarlberg, Burgenland, Haute-Autriche, Basse-Autriche",
        "AU": "Queensland, Nouvelle-Galles du Sud, Tasmanie, Australie-Occidentale,"
        " Australie-Méridionale, Territoire du Nord",
        "BE": "Wallonie, Flandre, Brabant wallon, Hainaut, Flandre-Occidentale, Flandre-Orientale",
        "BF": "Oudalan, Séno, Soum, Yagha, Gourma, Komondjari, Tapoa",
        "BR": "Amazonas, Bahia, Ceará, Goiás, Maranhão, Mato Grosso, Minas Gerais, Paraná,"
        " Rondônia, Pernambouc, Rio Grande do Sul, Rio Grande do Norte, Santa Catarina, Roraima,"
        " Sergipe, Tocantins, Alagoas, Piauí, Espírito Santo",
        "CA": "Ontario, Alberta, Colombie-Britannique, Manitoba, Saskatchewan, Nouvelle-Écosse,"
        " Nouveau-Brunswick, Terre-Neuve, Terre-Neuve-et-Labrador, Yukon, Nunavut, Labrador,"
        " Île-du-Prince-Édouard, Territoires du Nord-Ouest",
        "CD": "Nord-Kivu, Sud-Kivu, Kivu, Ituri, Katanga, Haut-Katanga, Kasaï, Kasaï-Oriental,"
        " Kongo-Central, Maniema, Tanganyika",
        "CH": "Valais, Vaud, Tessin, Grisons, Argovie, Thurgovie, Appenzell, Schwytz",
        "CN": "Xinjiang, Tibet, Sichuan, Yunnan, Guangdong, Hubei, Hunan, Henan, Hebei, Zhejiang,"
        " Jiangsu, Fujian, Shandong, Shaanxi, Shanxi, Gansu, Qinghai, Guizhou, Guangxi, Hainan,"
        " Anhui, Jiangxi, Liaoning, Jilin, Heilongjiang, Ningxia, Mongolie-Intérieure, Mandchourie",
        "DE": "Bavière, Saxe, Basse-Saxe, Hesse, Thuringe, Brandebourg, Sarre, Bade-Wurtemberg,"
        " Rhénanie-du-Nord-Westphalie, Rhénanie-Palatinat, Rhénanie, Schleswig-Holstein,"
        " Saxe-Anhalt, Mecklembourg-Poméranie-Occidentale",
        "DZ": "Kabylie, Oranie, Mitidja",
        "ES": "Catalogne, Andalousie, Galice, Aragon, Castille-et-León, Castille-La Manche,"
        " Estrémadure, Asturies, Cantabrie, Navarre, Canaries, Baléares, Majorque, Ibiza, Tenerife",
        "ET": "Tigré, Oromia, Amhara, Afar",
        "FR": "Ain, Aisne, Allier, Alpes-de-Haute-Provence, Hautes-Alpes, Alpes-Maritimes, Ardèche,"
        " Ardennes, Ariège, Aude, Aveyron, Bouches-du-Rhône, Calvados, Cantal, Charente,"
        " Charente-Maritime, Corrèze, Corse, Corse-du-Sud, Haute-Corse, Côte-d'Or, Côtes-d'Armor,"
        " Creuse, Dordogne, Doubs, Drôme, Eure, Eure-et-Loir, Finistère, Gard, Haute-Garonne, Gers,"
        " Gironde, Hérault, Ille-et-Vilaine, Indre, Indre-et-Loire, Isère, Loir-et-Cher, Loire,"
        " Haute-Loire, Loire-Atlantique, Loiret, Lot-et-Garonne, Lozère, Maine-et-Loire, Marne,"
        " Haute-Marne, Mayenne, Meurthe-et-Moselle, Meuse, Morbihan, Moselle, Nièvre, Oise, Orne,"
        " Pas-de-Calais, Puy-de-Dôme, Pyrénées-Atlantiques, Hautes-Pyrénées, Pyrénées-Orientales,"
        " Bas-Rhin, Haut-Rhin, Rhône, Haute-Saône, Saône-et-Loire, Sarthe, Savoie, Haute-Savoie,"
        " Seine-Maritime, Seine-et-Marne, Yvelines, Deux-Sèvres, Somme, Tarn, Tarn-et-Garonne, Var,"
        " Vaucluse, Vendée, Haute-Vienne, Vosges, Yonne, Territoire de Belfort, Essonne,"
        " Hauts-de-Seine, Seine-Saint-Denis, Val-de-Marne, Val-d'Oise, Bretagne, Normandie,"
        " Occitanie, Grand Est, Nouvelle-Aquitaine, Aquitaine, Hauts-de-France, Île-de-France,"
        " Centre-Val de Loire, Provence, Provence-Alpes-Côte d'Azur, Côte d'Azur, Haute-Provence,"
        " Auvergne-Rhône-Alpes, Rhône-Alpes, Auvergne, Bourgogne, Bourgogne-Franche-Comté,"
        " Franche-Comté, Pays de la Loire, Alsace, Picardie, Limousin, Poitou-Charentes, Languedoc,"
        " Hexagone",
        "GB": "Angleterre, Écosse, Pays de Galles, Irlande du Nord, Cornouailles, Kent, Essex,"
        " Yorkshire, Devon, Ulster",
        "GR": "Crète, Attique, Thessalie, Péloponnèse, Eubée, Épire, Thrace",
        "ID": "Java, Sumatra, Bali, Célèbes, Kalimantan, Aceh",
        "IN": "Andhra Pradesh, Arunachal Pradesh, Assam, Bihar, Chhattisgarh, Goa, Gujarat,"
        " Haryana, Himachal Pradesh, Jharkhand, Karnataka, Kerala, Madhya Pradesh, Maharashtra,"
        " Manipur, Meghalaya, Mizoram, Nagaland, Odisha, Orissa, Rajasthan, Sikkim, Tamil Nadu,"
        " Telangana, Tripura, Uttar Pradesh, Uttarakhand, Bengale-Occidental",
        "IT": "Lombardie, Vénétie, Piémont, Toscane, Ombrie, Latium, Campanie, Pouilles, Calabre,"
        " Sicile, Sardaigne, Ligurie, Émilie-Romagne, Abruzzes, Molise, Basilicate, Frioul,"
        " Val d'Aoste, Trentin",
        "JP": "Hokkaido, Honshu, Kyushu, Shikoku, Okinawa",
        "MX": "Chiapas, Oaxaca, Sinaloa, Jalisco, Michoacán, Sonora, Yucatan, Guanajuato",
        "MZ": "Cabo Delgado, Zambézie",
        "NG": "Borno, Zamfara, Adamawa, Yobe, Kebbi",
        "NL": "Zélande, Frise, Gueldre, Groningue",
        "PH": "Luçon, Mindanao, Visayas",
        "PK": "Baloutchistan, Sind, Khyber Pakhtunkhwa, Waziristan",
        "PL": "Silésie, Mazurie, Mazovie, Podlachie",
        "PT": "Algarve, Alentejo, Madère, Açores",
        "RU": "Tatarstan, Tchétchénie, Daghestan, Sibérie, Kamtchatka, Bachkirie, Ingouchie,"
        " Ossétie du Nord, Carélie, Iakoutie, Sakhaline",
        "SD": "Darfour, Kordofan",
        "SO": "Puntland, Somaliland, Jubaland",
        "TR": "Anatolie, Cappadoce, Hatay",
        "UA": "Donbass, Crimée, Transcarpatie, Galicie",
        "US": "Alabama, Alaska, Arizona, Arkansas, Californie, Caroline du Nord, Caroline du Sud,"
        " Colorado, Connecticut, Dakota du Nord, Dakota du Sud, Delaware, Floride, Hawaï, Idaho,"
        " Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiane, Maine, Maryland, Massachusetts,"
        " Michigan, Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada, New Hampshire,"
        " New Jersey, Nouveau-Mexique, Ohio, Oklahoma, Oregon, Pennsylvanie, Rhode Island,"
        " Tennessee, Texas, Utah, Vermont, Virginie-Occidentale, Wisconsin, Wyoming",
    }
)
