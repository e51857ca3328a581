"""What became so tells nobody how it came about where that is secret."""

from __future__ import annotations

from msgspec.structs import replace

from game.rules.opening import opening
from game.rules.resolve import resolve
from game.rules.turn import Turn
from game.scenario.load import load_text
from game.scenario.notation import parse_order
from game.scenario.terms import Move, Terms
from game.world.facts import Consented, Moved, News
from game.world.world import Agreement
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
