"""What a text would be worth counts all that its deeds would do."""

from __future__ import annotations

from game.rules.opening import opening
from game.rules.worth import terms_worth
from game.scenario.load import load_text
from game.scenario.terms import Perform, Terms
from tests.scenario.test_load import broken


def test_a_deed_that_steps_an_issue_is_worth_the_step() -> None:
    text = broken(
        ("effects: [{trust.actor.target: -1, tension: +1}]", "effects: [{step: {radar: up}}]")
    )
    scenario = load_text(text, "one-radar.yaml")
    terms = Terms("T", ("sponsor", "host"), (Perform("sponsor", "protest", 3, "host"),))
    assert terms_worth(scenario, opening(scenario, 1), "neighbour", terms) == -2
