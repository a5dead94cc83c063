import pytest

from generator.errors import UsageError
from generator.publish.eras import FAR, read_eras


def test_eras_are_read_in_the_order_of_time():
    late, early = {"when": "2000/..", "fr": "Après"}, {"when": "1990/1999", "fr": "Avant"}
    eras = read_eras([late, early])
    assert [era.name for era in eras] == [{"fr": "Avant"}, {"fr": "Après"}]
    assert eras[0].last + 1 == eras[1].first
    assert eras[1].last == FAR


@pytest.mark.parametrize("entry", ["1990", {"when": "x", "fr": "A"}, {"when": "1990"}, {"fr": "A"}])
def test_an_era_without_a_year_or_a_name_is_refused(entry):
    with pytest.raises(UsageError, match="eras"):
        read_eras([entry])
