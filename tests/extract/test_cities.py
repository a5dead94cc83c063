"""Which country a city lies in."""

import pytest

from generator.extract.names.cities import capital_of, find_city


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Pékin", "CN"), ("Xian", "CN"), ("Le Caire", "EG"), ("Londres", "GB"), ("München", "DE"),
        ("Goma", "CD"), ("N'Djamena", "TD"), ("Ndjamena", "TD"), ("Mossoul", "IQ"), ("Kiew", "UA"),
    ],
)  # fmt: skip
def test_a_city_is_known_in_the_languages_of_news(name, country):
    city = find_city(name)
    assert city is not None
    assert country == city.country


def test_a_country_that_the_text_names_decides_between_two_cities():
    assert find_city("Valencia", {"VE"}).country == "VE"
    assert find_city("Valencia", {"ES"}).country == "ES"


def test_a_small_namesake_does_not_win_over_a_capital():
    assert find_city("Paris", {"US"}).country == "FR"


def test_a_language_prefers_the_cities_of_its_own_countries():
    assert find_city("Córdoba", (), ("ES",)).country == "ES"
    assert find_city("Córdoba", (), ("AR",)).country == "AR"
    assert find_city("Córdoba", {"AR"}, ("ES",)).country == "AR"


def test_what_is_no_city_is_none():
    assert find_city("Zzyzxburg") is None
    assert find_city("") is None


def test_a_capital_is_told_from_other_cities():
    assert capital_of("Moscou") == "RU"
    assert capital_of("Genève") is None
