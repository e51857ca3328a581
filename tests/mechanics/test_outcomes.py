"""A mechanic that is taken away changes how bots' games come out, on its page and in scenarios."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from game.bots.play import bots_for, game
from game.data import Library, scenario_ids
from game.loading import load
from game.scenario.gate import read
from game.scenario.model import Scenario
from tests.mechanics.pages import PAGES, page, whole, without

SEEDS = range(1, 41)
LIBRARY = read(Library("any.yaml")["politics"], "politics.yaml").data["rules"]


def _taken(name: str) -> list[str]:
    """The rules that a scenario takes from the library."""
    said = load(name).document.include
    asked = said.get("politics", []) if isinstance(said, dict) else ["all"] * ("politics" in said)
    return list(LIBRARY) if "all" in (asked, *asked) else list(asked)


RULES = [(name, rule) for name in scenario_ids() for rule in _taken(name)]


SHOWN = [
    (name, path)
    for name in PAGES
    for path in page(name).taken
    if path.startswith(("rules.", "leaks"))
]


def _final(scenario: Scenario, seed: int, bots: str = "mixed:0.3") -> list[int]:
    table = game(scenario, seed, bots_for(scenario, bots, seed))
    return list(table.state.world.row)


@cache
def _as_it_is(name: str, seed: int) -> list[int]:
    return _final(load(name), seed)


def test_scenarios_take_rules_from_the_library() -> None:
    assert {name for name, _rule in RULES} & set(scenario_ids())


@pytest.mark.parametrize(("name", "path"), SHOWN)
def test_taking_it_away_changes_how_the_small_game_comes_out(name: str, path: str) -> None:
    (text,) = page(name).games
    it, other = whole(text), without(text, path)
    assert any(_final(other, seed, "mixed:0.6") != _final(it, seed, "mixed:0.6") for seed in SEEDS)


@pytest.mark.parametrize(("name", "rule"), RULES)
def test_taking_a_rule_away_changes_how_games_come_out(name: str, rule: str) -> None:
    it = load(name)
    rules = {id: kept for id, kept in it.rules.items() if id != rule}
    other = replace(it, rules=rules, cache={})
    assert len(other.rules) == len(it.rules) - 1
    assert any(_final(other, seed) != _as_it_is(name, seed) for seed in SEEDS)
