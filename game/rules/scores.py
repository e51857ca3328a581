"""Scores: each seat compared with what it wanted, not with the others (language.md, section 2)."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from game.rules.moment import Moment
from game.rules.settling import dealt
from game.scenario.model import Scenario
from game.world.world import World

Kind = Literal["want", "private", "accrued", "objective", "end", "walk_away"]


class Part(Struct, frozen=True):
    """One reason of a score: its kind, what it is about (a cell, a sentence, an end), points."""

    kind: Kind
    about: str
    points: int
    private: bool = False


class Score(Struct, frozen=True):
    """A seat's points and the reasons that add up to them."""

    total: int
    parts: tuple[Part, ...]


def scores(scenario: Scenario, world: World) -> dict[str, Score]:
    """Every player's score, as if the game ended here: in an exercise, without a deal."""
    moment = Moment(scenario, world)
    return {seat: _score(scenario, world, moment, n) for n, seat in enumerate(scenario.players)}


def _score(scenario: Scenario, world: World, moment: Moment, number: int) -> Score:
    seat = scenario.players[number]
    settle = scenario.settle
    if settle is not None and not dealt(scenario, world):
        walk_away = settle.walk_away.get(seat, 0)
        return Score(walk_away, (Part("walk_away", seat, walk_away),))
    wanted, row = moment.profiles[seat], world.row
    names = scenario.header.names
    parts: list[Part] = []
    for wants, private in ((wanted.public, False), (wanted.private, True)):
        kind: Kind = "private" if private else "want"
        for cell, table in wants.tables.items():
            parts.append(Part(kind, names[cell], table[row[cell]], private))
        for cell, unit in wants.units.items():
            parts.append(Part(kind, names[cell], unit * row[cell], private))
    for goals, private in ((wanted.goals, False), (wanted.private_goals, True)):
        for goal in goals:
            if goal.holds(row, moment):
                parts.append(Part("objective", goal.says, goal.worth, private))
    public, hidden = world.accrued[number]
    parts.append(Part("accrued", "", public))
    parts.append(Part("accrued", "", hidden, private=True))
    if world.end in scenario.ends:
        parts.append(Part("end", world.end, scenario.ends[world.end].worth))
    told = tuple(part for part in parts if part.points)
    return Score(sum(part.points for part in told), told)
