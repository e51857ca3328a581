"""Tables: turns at which every seat is shown its view, and games of bots that look ahead."""

from __future__ import annotations

from collections.abc import Iterator

from bench.measure import Figure, rate
from game.bots.play import bots_for, game
from game.bots.playout import random_turn
from game.loading import load
from game.rules.compiled import compiled
from game.scenario.model import Scenario
from game.scenario.orders import Vote
from game.table.commands import Answer, Draft, Give, Lock, Plan, Sign
from game.table.table import Table

SEEDS = range(3)


def figures(scenario_id: str) -> list[Figure]:
    """The figures of tables."""
    scenario = load(scenario_id)
    return [
        Figure("views", "turns/s", 500, 1000, lambda: rate(lambda: _viewed(scenario))),
        Figure("greedy", "games/s", 100, 300, lambda: rate(lambda: _greedy(scenario))),
    ]


def at_the_table(table: Table) -> Iterator[Table]:
    """Play a game of random legal commands; the table at the start of each turn, and at the end."""
    grounded = compiled(table.scenario)
    while True:
        yield table
        world = table.state.world
        if world.end:
            return
        turn = random_turn(grounded, world)
        for event, option in turn.answers.items():
            table.submit(table.scenario.events[event].asks, Answer(event, option))
        for name, terms in turn.signed:
            table.submit(terms.parties[0], Draft(terms, name))
            for party in terms.parties:
                table.submit(party, Sign(name, 1))
        for seat, orders in turn.orders.items():
            table.submit(seat, Plan(tuple(o for o in orders if not isinstance(o, Vote))))
        for seat, orders in turn.orders.items():
            for order in orders:
                if isinstance(order, Vote):
                    table.submit(seat, Give(order))
            table.submit(seat, Lock())


def _viewed(scenario: Scenario) -> int:
    """Turns played, every seat's view built at the start of each."""
    turns = 0
    for seed in SEEDS:
        for table in at_the_table(Table.open(scenario, seed)):
            for seat in scenario.players:
                table.view(seat)
            turns += not table.state.world.end
    return turns


def _greedy(scenario: Scenario) -> int:
    """Games of six greedy bots, each shown its sight in every turn."""
    for seed in SEEDS:
        game(scenario, seed, bots_for(scenario, "greedy", seed))
    return len(SEEDS)
