"""The moment: what expressions may read beside the row."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from game.rules.profiles import (
    Profile,
    Shift,
    constituency_profiles,
    profile_of,
    value,
)
from game.scenario.model import Scenario
from game.world.world import World

NOBODY: frozenset[str] = frozenset()


class Moment:
    """Mutable only by the resolution that owns it; everybody else reads it."""

    __slots__ = (
        "agreement", "change", "did", "happened", "homes", "in_force", "movers", "new", "old",
        "parties", "past", "profiles", "scenario", "secret", "turn",
    )  # fmt: skip

    def __init__(self, scenario: Scenario, world: World) -> None:
        self.scenario = scenario
        self.turn = world.turn
        self.did: set[tuple[str, ...]] = set()
        self.past: frozenset[tuple[str, ...]] = world.done
        self.in_force: dict[str, Collection[str]] = {
            a.id: a.terms.parties for a in world.agreements
        }
        self.happened: dict[str, int] = dict(world.happened)
        self.profiles: dict[str, Profile] = profiles(scenario, world)
        self.homes: Mapping[str, Profile] = constituency_profiles(scenario)
        self.movers: Collection[str] = NOBODY
        self.parties: Collection[str] = NOBODY
        self.old = self.new = 0
        self.agreement = ""
        self.secret = False
        self.change: Sequence[Shift] = ()

    def whose(self, who: str) -> Profile:
        """The profile of an actor, or of a constituency (``actor.constituency``)."""
        found = self.profiles.get(who)
        return found if found is not None else self.homes[who]

    def gain(self, who: str, row: Any) -> int:
        """What the change at hand is publicly worth to ``who`` (language.md, section 5)."""
        return self.whose(who).gain(self.change, row, self)

    def gain_at(self, who: str, cell: int, option: int, row: Any) -> int:
        """What another option would be publicly worth, from the present row."""
        return self.whose(who).gain(((cell, option, row[cell]),), row, self)

    def worth(self, actor: str, row: Any) -> int:
        """Points of an actor's public wants over the row, without objectives."""
        return value(self.profiles[actor].public, row)


def profiles(scenario: Scenario, world: World) -> dict[str, Profile]:
    """Every actor's profile in this world, by id; kept for as long as no government changes."""
    key = (world.mandates, world.draws)
    cache = scenario.cache.setdefault("moments", {})
    found: dict[str, Profile] | None = cache.get(key)
    if found is None:
        seats = dict(zip(scenario.players, world.draws, strict=True))
        found = {
            actor: profile_of(scenario, actor, chain, seats.get(actor, -1))
            for actor, chain in zip(scenario.actors, world.mandates, strict=True)
        }
        if len(cache) > 4096:
            cache.clear()
        cache[key] = found
    return found


def profile(scenario: Scenario, world: World, actor: str) -> Profile:
    """What an actor wants in this world, its private sheet included."""
    return profiles(scenario, world)[actor]
