"""Conditions that the ranges of their cells decide, and those that a game decides."""

from __future__ import annotations

import pytest

from tests.checking.examples import SOUND
from tests.checking.looking import found, line_of, message


def ending(condition: str) -> str:
    """A scenario that ends on a condition."""
    return SOUND + f'end:\n  scare: {{when: "{condition}"}}\n'


NEVER = [
    "tension > 8",
    "8 < tension",
    "tension == 9",
    "tension >= crisis and tension < calm",
    "tension >= 5 and tension <= 4",
    "not tension >= 0",
    "radar > working",
    "tension + capital.host > 17",
    "-tension > 0",
    "tension * 2 > 16",
    "tension // 3 > 2",
    "max(tension, capital.host) > 9",
    "min(tension, trust.host.sponsor) > 5",
    "abs(trust.host.sponsor) > 5",
    "turn > 4",
    "approval(host) > 10",
    "did(host, reassure) > 1",
    "radar == none and (radar == agreed or tension > 8)",
    "false",
]
SOMETIMES = [
    "tension >= 8",
    "tension == 0",
    "tension != 3",
    "tension >= crisis and radar == working",
    "tension >= 5 or tension <= 4",
    "not tension >= 8",
    "tension + capital.host > 16",
    "tension - capital.host > 7",
    "trust.host.sponsor * trust.host.sponsor > 20",
    "abs(trust.host.sponsor) > 4",
    "turn == 4",
    "approval(host) >= 10",
    "did(host, reassure)",
    "ever(host, reassure, sponsor) or in_force(pact)",
    "gain(host, radar, agreed) > 50",
    "worth(host) > 50",
    "radar == none and tension > 3",
    "0 < tension < 3",
]
PACT = "agreements:\n  pact: {parties: [host, sponsor], clauses: [{declare: Peace.}]}\n"


@pytest.mark.parametrize("condition", NEVER)
def test_what_the_ranges_rule_out_is_told(condition: str) -> None:
    text = ending(condition)
    assert found(text) == [("condition/never", line_of(text, "when:"))]


@pytest.mark.parametrize("condition", SOMETIMES)
def test_what_a_game_decides_is_left_alone(condition: str) -> None:
    assert found(ending(condition) + PACT) == []


def test_the_range_that_rules_it_out_is_told() -> None:
    assert "tension 0 … 8" in message(ending("tension > 8"), "condition/never")


def test_every_place_of_a_condition_is_looked_at() -> None:
    never = "{when: tension > 8}"
    for part in (
        f"events:\n  storm: {never}\n",
        "rules:\n  calm: {on: turn, if: tension > 8, effects: [{tension: -1}]}\n",
        PACT.replace("Peace.}", "Peace., if: tension > 8}"),
    ):
        assert found(SOUND + part) == [("condition/never", line_of(SOUND + part, "tension > 8"))]
    text = SOUND.replace("target: actor", "target: actor\n    if: tension > 8")
    assert found(text) == [("condition/never", line_of(text, "if: tension > 8"))]


def test_an_order_that_somebody_may_give_at_some_target_is_no_warning() -> None:
    text = SOUND.replace("target: actor", "target: actor\n    if: target in [host]")
    assert found(text) == []
    text = text.replace("target in [host]", "actor == target")
    assert [code for code, _line in found(text)] == ["condition/never"]


@pytest.mark.parametrize(
    ("condition", "code"),
    [
        ("tension >= 0", "condition/always"),
        ("radar >= none", "condition/always"),
        ("true", "condition/always"),
        ("tension > 8", "condition/never"),
    ],
)
def test_an_objective_can_be_met_and_missed(condition: str, code: str) -> None:
    sheet = f"objectives: [{{says: Calm, when: {condition}, worth: 1}}]"
    for old in ("instructions: Stay calm.", "ratify: 50"):
        joint = ", " if "instructions" in old else "\n    "
        text = SOUND.replace(old, f"{old}{joint}{sheet}")
        assert found(text) == [(code, line_of(text, "objectives:"))]
