"""What became so tells nobody how it came about where that is secret."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from game.loading import load
from game.rules.opening import opening
from game.rules.resolve import resolve
from game.rules.turn import Turn
from game.scenario.load import load_text
from game.scenario.model import Scenario
from game.scenario.notation import parse_order
from game.scenario.terms import Declare, Hold, Move, Perform, Terms
from game.world.facts import Consented, Moved, News
from game.world.world import Agreement, World
from tests.scenario.test_load import broken

GAME = broken(
    ("any: [host, sponsor], cost: 1", "all: [host, sponsor], cost: 1"),
    ('says: "{actor} protests to {target}."', "says: A protest.\n    seen_by: parties"),
    ("tension: +1}]\nrules", "tension: +1, news: A quiet word.}]\nrules"),
)
EVENTS = """
events:
  whisper: {says: A whisper., turn: 1, to: [host], effects: [{news: For the host alone.}]}
"""


def test_consents_stand_in_the_order_of_the_file_however_they_came_about() -> None:
    scenario = load_text(GAME, "one-radar.yaml")
    terms = Terms("T", ("host", "sponsor"), (Move("radar", "agreed", 4),), treaty=True, secret=True)
    world = replace(opening(scenario, 1), turn=2, agreements=(Agreement("t", terms, 1),))
    step = parse_order("step radar agreed")
    movers = []
    for orders in ({"sponsor": (step,)}, {"host": (step,), "sponsor": (step,)}):
        facts = resolve(scenario, world, Turn(orders)).facts
        assert [f.seat for f in facts if isinstance(f, Consented)] == ["host", "sponsor"]
        movers += [f.movers for f in facts if isinstance(f, Moved)]
    assert movers == [("host", "sponsor")] * 2


def test_headlines_go_to_those_who_learn_of_their_cause() -> None:
    scenario = load_text(GAME + EVENTS, "one-radar.yaml")
    orders = {"neighbour": (parse_order("protest host"),)}
    facts = resolve(scenario, opening(scenario, 1), Turn(orders)).facts
    told = {f.text: f.to for f in facts if isinstance(f, News)}
    assert told == {"A quiet word.": ("neighbour", "host"), "For the host alone.": ("host",)}


def test_where_two_treaties_ask_the_same_step_the_public_one_is_named() -> None:
    scenario = load_text(GAME, "one-radar.yaml")
    move = (Move("radar", "agreed", 4),)
    both = [
        Agreement(name, Terms(name, ("host", "sponsor"), move, treaty=True, secret=secret), 1)
        for name, secret in (("open", False), ("hidden", True))
    ]
    for agreements in (both, both[::-1], both[:1]):
        world = replace(opening(scenario, 1), turn=2, agreements=tuple(agreements))
        facts = resolve(scenario, world, Turn()).facts
        assert {f.treaty for f in facts if isinstance(f, Consented)} == {"open"}


GAMES = ["first-talks", "two-plus-two-2017", "regional-shield-2014", "thaad-2016",
         "early-warning-2023"]  # fmt: skip


def agreed(scenario: Scenario, name: str, *, secret: bool) -> Iterator[tuple[World, Turn]]:
    """The same text concluded, come to its end, and broken, in a turn of nothing else."""
    one, other = scenario.players[:2]
    issue = next(iter(scenario.issues.values()))
    deed = next(i.id for i in scenario.instruments.values() if one in i.who and not i.forum)
    kept = Hold(issue.id, "at_least", issue.options[0], until=2)
    owed = Perform(one, deed, 2)
    start = replace(opening(scenario, 1), turn=2)
    terms = Terms(name, (one, other), (kept,), secret=secret)
    yield start, Turn(signed=((name, terms),))
    for clause in (kept, owed):
        terms = Terms(name, (one, other), (clause,), secret=secret)
        yield replace(start, agreements=(Agreement(name, terms, 1),)), Turn()


@pytest.mark.parametrize("game", GAMES)
def test_a_secret_text_changes_nothing_that_others_can_see(game: str) -> None:
    scenario = load(game)
    third = scenario.players[2]
    seen = scenario.header.visible(third) | scenario.header.visible("")

    def board(world: World, turn: Turn) -> list[int]:
        row = resolve(scenario, world, turn).world.row
        return [row[cell] for cell in sorted(seen)]

    without = board(replace(opening(scenario, 1), turn=2), Turn())
    hidden = [board(*given) for given in agreed(scenario, "text", secret=True)]
    assert hidden == [without] * 3
    assert any(board(*given) != without for given in agreed(scenario, "text", secret=False))


def test_a_rule_can_ask_whether_what_ended_was_secret() -> None:
    rule = "rules:\n  felt: {on: denounce, effects: [{if: secret, tension: +1}]}\n"
    scenario = load_text(GAME.replace("rules:\n", rule), "one-radar.yaml")
    levels = []
    for secret in (True, False):
        terms = Terms("T", ("host", "sponsor"), (Declare("We talk."),), secret=secret)
        world = replace(opening(scenario, 1), turn=2, agreements=(Agreement("t", terms, 1),))
        after = resolve(scenario, world, Turn({"host": (parse_order("denounce t"),)})).world
        levels.append(after.row[scenario.header.index["tension"]])
    assert levels[0] == levels[1] + 1


def test_headlines_on_a_secret_agreement_are_for_its_parties() -> None:
    rules = """rules:
  paper: {on: conclude, effects: [{news: Something was signed.}]}
  gone: {on: denounce, effects: [{news: Somebody has left.}]}
"""
    scenario = load_text(GAME.replace("rules:\n", rules), "one-radar.yaml")
    for secret, to in ((True, ("host", "sponsor")), (False, ())):
        old, new = (
            Terms(name, ("host", "sponsor"), (Declare("We talk."),), secret=secret)
            for name in ("Old", "New")
        )
        world = replace(opening(scenario, 1), turn=2, agreements=(Agreement("old", old, 1),))
        orders = {"host": (parse_order("denounce old"),)}
        facts = resolve(scenario, world, Turn(orders, signed=(("new", new),))).facts
        told = {f.text: f.to for f in facts if isinstance(f, News)}
        assert told == {"Something was signed.": to, "Somebody has left.": to}


def test_headlines_on_a_veiled_act_are_for_those_who_see_it() -> None:
    rules = """rules:
  paper: {on: act, do: protest, effects: [{news: Somebody protested.}]}
"""
    for seen_by, to in (
        ("everyone", ()),
        ("parties", ("neighbour", "host")),
        ("actor", ("neighbour",)),
    ):
        text = GAME.replace("seen_by: parties", f"seen_by: {seen_by}").replace("rules:\n", rules)
        scenario = load_text(text, "one-radar.yaml")
        orders = {"neighbour": (parse_order("protest host"),)}
        facts = resolve(scenario, opening(scenario, 1), Turn(orders)).facts
        told = [f.to for f in facts if isinstance(f, News) and f.text == "Somebody protested."]
        assert told == [to]
