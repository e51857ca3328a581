"""Every bundled scenario has a golden playthrough, and plays it again to the letter."""

from __future__ import annotations

from collections import Counter

import pytest

from game.bots.play import bots_for, game
from game.data import scenario_ids
from game.loading import load
from game.world.facts import Acted, Changed, Consented, Decided
from tests.playthroughs.told import golden, told


@pytest.mark.parametrize("name", scenario_ids())
def test_a_playthrough_comes_out_as_it_was_kept(name: str) -> None:
    assert golden(name).exists(), "make golden writes it"
    assert told(name) == golden(name).read_text(encoding="utf-8")


def test_the_flagship_keeps_its_first_balance() -> None:
    """Bots that err now and then reach every option and spend what they have; war is rare."""
    scenario = load("thaad-2016")
    games = 120
    ends: Counter[str] = Counter()
    final: dict[str, set[str]] = {name: set() for name in scenario.issues}
    unspent: Counter[str] = Counter()
    kinds: dict[str, set[str]] = {seat: set() for seat in scenario.players}
    turns = 0
    index = scenario.header.index
    for seed in range(games):
        table = game(scenario, seed, bots_for(scenario, "mixed:0.3", seed))
        ends[table.state.world.end] += 1
        rows = [turn.row for turn in table.state.log] + [table.state.world.row]
        for issue in scenario.issues.values():
            final[issue.id] |= {issue.options[row[issue.cell]] for row in rows}
        for turn, row in zip(table.state.log, rows[1:], strict=True):
            turns += 1
            gained = {
                fact.cell: sum(n for cause, n in fact.why if cause == "income")
                for fact in turn.facts
                if isinstance(fact, Changed) and fact.stage == "turn"
            }
            for seat in scenario.players:
                cell = f"capital.{seat}"
                unspent[seat] += row[index[cell]] - gained.get(cell, 0)
            for fact in turn.facts:
                if isinstance(fact, Acted):
                    kinds[fact.seat].add(fact.instrument)
                elif isinstance(fact, Consented):
                    kinds[fact.seat].add(f"step {fact.issue}")
                elif isinstance(fact, Decided):
                    kinds[fact.proposer].add(f"propose {fact.text}")
    assert ends["war_scare"] < 0.15 * games
    for name, issue in scenario.issues.items():
        assert final[name] == set(issue.options)
    for seat in scenario.players:
        assert unspent[seat] / turns <= 2, seat
        assert len(kinds[seat]) > 3, seat
