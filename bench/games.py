"""Games: how many a second, and how much slower than the plain loop an order is."""

from __future__ import annotations

from functools import cached_property

from bench import plain
from bench.measure import Figure, rate
from game.bots.playout import playout, random_turn, turns
from game.loading import load
from game.rules.compiled import compiled
from game.rules.opening import opening
from game.scenario.model import Scenario

SEEDS = range(40)


def figures(scenario_id: str) -> list[Figure]:
    """The figures of games of one scenario."""
    scenario = load(scenario_id)
    orders = _Orders(scenario)
    return [
        Figure("random", "games/s", 1000, 2000, lambda: _random(scenario)),
        Figure("orders", "%", 4.5, 9, orders.run, gate=True, note=orders.note),
    ]


def _random(scenario: Scenario) -> float:
    return rate(lambda: len([playout(scenario, seed) for seed in SEEDS]))


class _Orders:
    """Orders a second of random games, in per cent of the plain loop's in the same run.

    Orders are what the notation writes: acts, steps, proposals, votes, denunciations.
    """

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.script = plain.script()
        self.last = (0.0, 0.0)

    @cached_property
    def given(self) -> int:
        """How many orders the games of one measurement give."""
        return sum(map(self._count, SEEDS))

    def _count(self, seed: int) -> int:
        grounded = compiled(self.scenario)
        world, count = opening(self.scenario, seed), 0
        played = turns(self.scenario, world)
        while not world.end:
            count += sum(map(len, random_turn(grounded, world).orders.values()))
            world = next(played).world
        return count

    def _game(self) -> int:
        for seed in SEEDS:
            playout(self.scenario, seed)
        return self.given

    def run(self) -> float:
        assert self.given, "counted before the clock starts"
        ours = rate(self._game)
        plains = rate(lambda: sum(plain.game(self.script) for _ in range(50)))
        self.last = (ours, plains)
        return 100 * ours / plains

    def note(self) -> str:
        ours, plains = self.last
        return f"{ours:,.0f} orders/s beside {plains:,.0f}"
