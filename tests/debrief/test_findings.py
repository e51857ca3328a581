"""The three findings of a game."""

from __future__ import annotations

import pytest

from game import loading
from game.debrief.findings import Findings, findings
from game.rules.scores import scores
from game.scenario.model import Scenario
from game.scenario.orders import Act, Step
from game.table.commands import Draft, Give, Lock, Sign
from game.table.table import Table


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return loading.load("first-talks")


def turn(table: Table, **orders: tuple[Act | Step, ...]) -> None:
    """One turn in which these orders are given."""
    for seat, given in orders.items():
        for order in given:
            assert table.submit(seat, Give(order)).refused is None, order
    for seat in table.scenario.players:
        table.submit(seat, Lock())


def read(table: Table) -> Findings:
    state = table.state
    worlds = [start.world for start in state.past] + [state.world]
    return findings(table.scenario, worlds, [one.facts for one in state.log])


def test_a_game_in_which_nothing_was_agreed_has_no_breach(scenario: Scenario) -> None:
    table = Table.open(scenario, 1)
    turn(table)
    assert read(table).breach is None


def test_the_first_breach_names_who_when_and_which_clause(scenario: Scenario) -> None:
    table = Table.open(scenario, 1)
    table.submit("host", Draft(scenario.agreements["quiet_river"]))
    for seat in ("host", "neighbour"):
        table.submit(seat, Sign("quiet_river", 1))
    turn(table)
    turn(table)
    turn(table, neighbour=(Act("toll", "host"),))
    breach = read(table).breach
    assert breach is not None
    assert (breach.turn, breach.agreement, breach.seat) == (3, "quiet_river", "neighbour")
    assert (breach.clause, breach.since) == (1, 1)


@pytest.mark.parametrize("seed", range(4))
def test_the_largest_swing_names_its_turn_and_seat(scenario: Scenario, seed: int) -> None:
    table = Table.open(scenario, seed)
    turn(table)
    turn(table, host=(Step("radar", "agreed"),), sponsor=(Step("radar", "agreed"),))
    turn(table)
    turn(table, host=(Step("radar", "working"),), sponsor=(Step("radar", "working"),))
    found = read(table)
    swing = found.swing
    assert swing is not None
    worlds = [start.world for start in table.state.past] + [table.state.world]
    totals = [{s: score.total for s, score in scores(scenario, w).items()} for w in worlds]
    changes = [
        abs(after[s] - before[s])
        for before, after in zip(totals, totals[1:], strict=False)
        for s in scenario.players
    ]
    assert abs(swing.change) == max(changes)
    assert totals[swing.turn][swing.seat] - totals[swing.turn - 1][swing.seat] == swing.change
    assert (swing.movers == ("host", "sponsor")) == (swing.about == "radar")


def test_every_score_has_its_share(scenario: Scenario) -> None:
    table = Table.open(scenario, 1)
    turn(table)
    for seat in read(table).scores:
        assert 0 <= seat.share <= 100
        assert seat.score.total == sum(part.points for part in seat.score.parts)


def test_value_left_on_the_table_is_no_worse_for_anyone() -> None:
    scenario = loading.load("thaad-2016")
    table = Table.open(scenario, 1)
    left = read(table).left
    assert left.total == sum(left.gains.values()) > 0
    assert min(left.gains.values()) >= 0
    assert set(left.package) == set(scenario.issues)


def test_worlds_and_turns_must_match(scenario: Scenario) -> None:
    table = Table.open(scenario, 1)
    with pytest.raises(ValueError, match="0 turns need 1 worlds"):
        findings(scenario, [table.state.world] * 2, [])
