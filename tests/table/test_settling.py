"""Scoreable exercises: packages, who accepts them, what a deal and no deal are worth."""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path

import pytest

from game.analysis.pareto import values_table
from game.bots.play import bots_for, game
from game.debrief.findings import findings
from game.lines.replaying import replay
from game.record.table import Table as Recorded
from game.rules.scores import scores
from game.rules.settling import settled
from game.scenario.load import check_text, load_text
from game.scenario.model import Scenario
from game.scenario.orders import Step
from game.table import commands as c
from game.table.state import Setup, begin
from game.table.table import Table
from tests.lines.scripted import Person
from tests.table.at_play import code, does, lock_all

QUAY = Path(__file__).parents[1] / "formats" / "settle-small.yaml"
CASE = Path(__file__).parents[3] / "shared" / "cases" / "bargaining" / "deliberation-base.json"
DEAL = (("pier", "shared"), ("fee", "low"), ("watch", "joint"))
WORTH = {"north": 35, "south": 70, "west": 35}
"""What the sheets give for that deal: 20 + 10 + 5, 25 + 25 + 20, 10 + 10 + 15."""
NOTHING = {"north": 30, "south": 40, "west": 25}


@cache
def quay(hidden: bool = False) -> Scenario:
    """Three neighbours and three issues; their wants public, or for their own eyes only."""
    text = QUAY.read_text(encoding="utf-8")
    if hidden:
        text = text.replace(", wants: {", ", private: [{wants: {").replace("}}\n", "}}]}\n")
    return load_text(text, str(QUAY))


def opened() -> Table:
    """A table of it, with three people."""
    return Table(quay(), begin(quay(), 7, Setup((), brisk=True)))


def points(table: Table) -> dict[str, int]:
    """Everybody's score as it stands."""
    return {seat: s.total for seat, s in scores(table.scenario, table.state.world).items()}


def accepted(*seats: str) -> Table:
    """South tables the deal, and some accept it; everybody ends the turn."""
    table = opened()
    does(table, "south", c.TablePackage(DEAL))
    for seat in seats:
        does(table, seat, c.Accept("package1"))
    lock_all(table)
    return table


def test_a_settlement_scores_what_everybody_wants_of_it() -> None:
    table = accepted("north", "west")
    assert table.state.world.end == "settled" and points(table) == WORTH


def test_a_package_that_one_needed_seat_did_not_accept_settles_nothing() -> None:
    table = accepted("north")
    assert not table.state.world.end and points(table) == NOTHING


def test_without_a_deal_everybody_gets_its_walk_away() -> None:
    table = opened()
    for _turn in range(4):
        lock_all(table)
    assert table.state.world.end == "turns" and points(table) == NOTHING


def test_only_packages_move_the_issues() -> None:
    table = opened()
    assert not table.sight("north").offers
    assert code(table, "north", Step("pier", "shared")) == "order/not-yours"


def test_the_reveal_tells_what_was_tabled_and_who_accepted_and_refused_it() -> None:
    table = opened()
    does(table, "south", c.TablePackage(DEAL))
    does(table, "north", c.Refuse("package1"))
    does(table, "west", c.Accept("package1"))
    lock_all(table)
    for seat in ("north", "south", "west"):
        (told,) = table.view(seat).told
        assert told.chapter == "packages"
        assert "Southland" in told.says and "The pier: shared" in told.says
        assert told.why == ("accepted by Southland and Westland", "refused by Northland")


def test_the_largest_swing_of_a_settled_game_is_over_no_deal() -> None:
    table = accepted("north", "west")
    state = table.state
    worlds = [start.world for start in state.past] + [state.world]
    found = findings(quay(), worlds, [turn.facts for turn in state.log])
    assert found.swing is not None
    assert (found.swing.seat, found.swing.change) == ("south", WORTH["south"] - NOTHING["south"])


@pytest.mark.parametrize("hidden", [False, True])
def test_greedy_seats_settle_above_what_everybody_gets_without_a_deal(hidden: bool) -> None:
    table = game(quay(hidden), 1, bots_for(quay(hidden), "greedy", 1))
    assert table.state.world.end == "settled"
    reached = points(table)
    assert all(reached[seat] >= least for seat, least in NOTHING.items())
    assert sum(reached.values()) > sum(NOTHING.values())


def test_greedy_seats_give_way_and_order_no_steps() -> None:
    consented = QUAY.read_text(encoding="utf-8").replace(
        "joint]}", "joint], change: {any: [north, south, west]}}"
    )
    it = load_text(consented, "quay")
    table = game(it, 1, bots_for(it, "greedy", 1))
    demanded = [p.options for turn in table.state.log for p in turn.packages]
    assert len(set(demanded)) > 1
    assert not any(type(f).__name__ == "Consented" for turn in table.state.log for f in turn.facts)


def test_a_person_plays_an_exercise(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept = tmp_path / "quay.modus"
    # To the desk; three turns are ended, told and begun again; in the last, bots take what is fair.
    script = [*[""] * 14, "packages", "table a package", "the pier", "shared", "the fee", "low",
              "the watch", "joint", "table this package", "desk"]  # fmt: skip
    person = Person(script).play(str(QUAY), kept, seats=["north"])
    begun, over = person.flat.split("YOUR DESK", 1)
    assert "Without a deal you get 30 points" in begun and "A package settles the game" in begun
    assert "capital" not in person.flat.lower() and "orders left" not in person.flat
    assert (
        "Points without a deal: +30" in over and "if it ended now" not in over.split("THE END")[0]
    )
    with Recorded.load(kept) as table:
        assert table.state.world.end == "settled"
        assert ("north", DEAL) in [(p.by, p.options) for p in table.state.log[-1].packages]
    assert "the settlement gave" in over and "a package settled everything" in over
    replay(kept)
    assert "this is the settlement" in " ".join(capsys.readouterr().out.split())


def codes(text: str) -> dict[str, str]:
    """What a check says of a text: code and severity."""
    return {p.code: p.severity for p in check_text(text, "quay")[1]}


def test_a_check_finds_accept_rules_and_sheets_that_are_not_whole() -> None:
    text = QUAY.read_text(encoding="utf-8")
    assert codes(text) == {}
    assert codes(text.replace("at_least: 3", "at_least: 5")) == {"settle/too-many": "error"}
    assert codes(text.replace(", west: 25", "")) == {"settle/no-walk-away": "warning"}


# ---------------------------------------------------------------------- a published game


@cache
def deliberation() -> tuple[Scenario, dict[str, object]]:
    """The six-party game of a public case, as a scenario made from its numbers."""
    if not CASE.exists() and "CI" not in os.environ:
        pytest.skip("the cases are not beside this checkout")
    case = json.loads(CASE.read_text(encoding="utf-8"))
    parties = case["parties"]
    file = {
        "modus": 1, "id": "deliberation", "title": "Six parties", "turns": 6,
        "actors": {
            party.lower(): {
                "name": party,
                "wants": {
                    issue.lower(): {option.lower(): n for option, n in options.items()}
                    for issue, options in said["scores"].items()
                },
            }
            for party, said in parties.items()
        },
        "issues": {
            issue.lower(): {"options": [option.lower() for option in options]}
            for issue, options in case["issues"].items()
        },
        "settle": {
            "accept": {
                "all_of": [party.lower() for party, said in parties.items() if said["veto"]],
                "at_least": len(parties) - 1,
            },
            "walk_away": {party.lower(): said["threshold"] for party, said in parties.items()},
        },
    }  # fmt: skip
    return load_text(json.dumps(file), "deliberation"), case


def test_a_published_game_has_the_deals_that_were_published() -> None:
    it, case = deliberation()
    assert it.settle is not None
    deals, by_all = set(), set()
    for package, value in values_table(it):
        accepting = [
            seat
            for seat, worth in zip(it.players, value, strict=True)
            if worth >= it.settle.walk_away[seat]
        ]
        options = zip(it.issues.values(), package, strict=True)
        name = ",".join(issue.options[number].upper() for issue, number in options)
        if settled(it, accepting):
            deals.add(name)
        if len(accepting) == len(it.players):
            by_all.add(name)
    published = case["published"]
    assert isinstance(published, dict)
    assert len(deals) == published["n_veto_and_all_but_one"] == 55
    assert deals == set(published["deals_veto_and_all_but_one"])
    assert by_all == set(published["deals_all"])


def test_greedy_seats_reach_one_of_the_deals_of_a_published_game() -> None:
    it, _case = deliberation()
    table = game(it, 1, bots_for(it, "greedy", 1))
    assert table.state.world.end == "settled" and it.settle is not None
    content = [seat for seat, n in points(table).items() if n >= it.settle.walk_away[seat]]
    assert settled(it, content)
