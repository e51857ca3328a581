"""A step that is not the next one: the slip says which one is."""

from __future__ import annotations

from game.screens.slip_reading import read_slip
from tests.session.facilitated import begun, choose


def test_a_step_too_far_says_which_step_is_next() -> None:
    at = begun("first-talks")
    choose(at, "open")
    (problem,) = read_slip(at.table, at.words, "host", "step radar working").problems
    assert problem.says.endswith("that is not the next step, which is: 'agreed'")
