"""Cases say which expectation failed, what was expected and what was found."""

from __future__ import annotations

import pytest

from game.rules.cases import run_cases
from game.scenario.load import load_text
from tests.scenario.test_load import GAME


def misses(case: str) -> list[str]:
    text = GAME + "\ncases:\n  - {name: one, " + case + "}\n"
    return [str(miss) for miss in run_cases(load_text(text, "one-radar.yaml"))]


def test_a_case_that_holds_says_nothing() -> None:
    assert misses("orders: {host: [reassure neighbour]}, expect: {tension: 2}") == []


@pytest.mark.parametrize(
    ("case", "told"),
    [
        ("expect: {tension: 4}", ("tension", "expected 4", "found 3")),
        ("expect: {happened: [storm]}", ("happened", "storm", "[]")),
        ("orders: {host: [reasure neighbour]}, expect: {}", ("reasure", "did you mean 'reassure'")),
        ("orders: {host: [reassure nobody]}, expect: {}", ("reassure nobody", "wrong-target")),
        ("given: {tenson: 4}, expect: {}", ("tenson", "tension")),
        ("in_force: [peace], expect: {}", ("peace",)),
        ("orders: {host: [step radar]}, expect: {}", ("step ISSUE OPTION",)),
        ("orders: {hots: [reassure host]}, expect: {}", ("hots", "host")),
        ("expect: {refused: {host: order/not-now}}", ("refused.host", "order/not-now")),
    ],
)
def test_a_case_that_fails_says_why(case: str, told: tuple[str, ...]) -> None:
    found = misses(case)
    assert found
    assert all(any(word in miss for miss in found) for word in told), found


def test_a_refusal_that_is_expected_is_no_slip_of_the_pen() -> None:
    case = "orders: {host: [reasure neighbour]}, expect: {refused: {host: order/unknown}}"
    assert misses(case) == []
