"""The first position of a game."""

from __future__ import annotations

from game.rules.chance import pick
from game.rules.compiled import compiled
from game.rules.work import draw_sheet
from game.scenario.model import Scenario
from game.world.world import World


def opening(scenario: Scenario, seed: int) -> World:
    """The world before turn 1: the starts, the role sheets and the last turn that the seed drew."""
    grounded = compiled(scenario)
    first, last = scenario.turns
    return World(
        seed=seed,
        turn=1,
        last=first + pick(seed, 0, "turns", last - first + 1),
        row=scenario.start[:],
        mandates=tuple(() for _ in scenario.actors),
        draws=tuple(draw_sheet(grounded, seed, 0, p, (), -1) for p in scenario.players),
        accrued=tuple((0, 0) for _ in scenario.players),
    )
