"""A whole world out of a sight, for whoever looks ahead (rules.md, on eyes)."""

from __future__ import annotations

from game.scenario.model import Scenario
from game.table.eyes import eyes
from game.table.sight import Sight
from game.world.world import World


def imagine(scenario: Scenario, sight: Sight) -> World:
    """The world as this seat might think it is.

    Unseen cells take their starts, unseen wants the public ones, unseen orders nothing; the game is
    thought to be as long as it may be, and what chance brings is not known.
    """
    row, start = sight.row[:], scenario.start
    for index in eyes(scenario, sight.seat).hidden:
        row[index] = start[index]
    return World(
        seed=0,
        turn=sight.turn,
        last=max(scenario.turns[1], sight.turn),
        row=row,
        agreements=sight.agreements,
        happened=sight.happened,
        pending=tuple(question.event for question in sight.questions),
        done=sight.done,
        mandates=sight.mandates,
        draws=tuple(sight.draw if p == sight.seat else -1 for p in scenario.players),
        accrued=tuple(sight.accrued if p == sight.seat else (0, 0) for p in scenario.players),
        asked=sight.asked,
        end=sight.end,
    )
