"""Every case of the third party's file, of our own details, and of the bundled scenarios."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.data import Library
from game.rules.cases import run_case, run_cases
from game.scenario.load import load_text
from game.scenario.model import Scenario
from tests.conformance.places import ROOT, SHARED, missing

ADJUDICATION = SHARED / "adjudication"
FILES = [
    *sorted(ADJUDICATION.glob("*.yaml")),
    Path(__file__).with_name("details.yaml"),
    Path(__file__).with_name("prisoners_dilemma.yaml"),
    *sorted((ROOT / "scenarios").glob("*.yaml")),
]
SCENARIOS = {
    path.stem: load_text(path.read_text(encoding="utf-8"), str(path), Library(str(path)))
    for path in FILES
}
CASES = [
    (name, number) for name, it in SCENARIOS.items() for number in range(len(it.document.cases))
]


def test_the_adjudication_cases_are_there() -> None:
    if not ADJUDICATION.exists():
        missing()
    assert len(SCENARIOS["strait_of_mirrors"].document.cases) >= 46


@pytest.mark.parametrize(("name", "number"), CASES)
def test_case(name: str, number: int) -> None:
    scenario = SCENARIOS[name]
    case = scenario.document.cases[number]
    assert [str(miss) for miss in run_case(scenario, case)] == []


# ---------------------------------------------------------------------- each rule matters

BUNDLED = sorted(path.stem for path in (ROOT / "scenarios").glob("*.yaml"))
RULES = [(name, rule) for name in BUNDLED for rule in SCENARIOS[name].rules]


@pytest.mark.parametrize(("name", "rule"), RULES)
def test_a_case_notices_when_a_rule_is_taken_away(name: str, rule: str) -> None:
    scenario = SCENARIOS[name]
    said = scenario.rules[rule]
    assert bool(said.concept) is bool(said.cite), "who teaches a concept names who showed it"
    assert run_cases(_without(scenario, rule)), f"no case asks what {rule} does"


def _without(scenario: Scenario, rule: str) -> Scenario:
    rules = {id: kept for id, kept in scenario.rules.items() if id != rule}
    return replace(scenario, rules=rules, cache={})
