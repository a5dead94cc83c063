"""The oldest allowed versions are the lower bounds."""

from __future__ import annotations

import pytest
from lowest import lowest


@pytest.mark.parametrize(
    ("requirement", "pin"),
    [
        ("pyyaml>=6.0.2", "pyyaml==6.0.2"),
        ("click>=8.1.7,!=8.2.2,!=8.3.*", "click==8.1.7"),
        ("mkdocs>=1.6.1,<2", "mkdocs==1.6.1"),
    ],
)
def test_a_lower_bound_becomes_a_pin(requirement, pin) -> None:
    assert lowest(requirement) == pin


@pytest.mark.parametrize("requirement", ["pyyaml", "pyyaml<7", "pyyaml==6"])
def test_a_requirement_without_a_lower_bound_is_refused(requirement) -> None:
    with pytest.raises(ValueError, match="expected one lower bound"):
        lowest(requirement)
