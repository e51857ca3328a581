"""Taking a mechanic away: a scenario without one of its things, and what that changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from typing import Any

from msgspec import Struct
from msgspec.structs import replace as restruct

from game.scenario.model import Scenario
from game.study.tally import Tally


def without(scenario: Scenario, id: str) -> Scenario:
    """The scenario without the rule, instrument, event, ready agreement or end of this id.

    What else the file says of it holds as if it never came about: the instrument is in nobody's
    hand, the event brings nothing, the agreement is open to nobody.

    Raises ValueError where the scenario has nothing of this id.
    """
    for kind, gone in _GONE.items():
        things = getattr(scenario, kind)
        if id in things:
            changes: dict[str, Any] = {kind: gone(things, id), "cache": {}}
            changes["digest"] = sha256(f"{scenario.digest} without {id}".encode()).hexdigest()
            return replace(scenario, **changes)
    raise ValueError(f"{scenario.id} has no rule, instrument, event, agreement or end {id!r}")


def _removed(things: dict[str, Any], id: str) -> dict[str, Any]:
    return {name: thing for name, thing in things.items() if name != id}


def _unhanded(things: dict[str, Any], id: str) -> dict[str, Any]:
    return {**things, id: replace(things[id], who=())}


def _uneventful(things: dict[str, Any], id: str) -> dict[str, Any]:
    nothing: dict[str, Any] = {
        "when": None,
        "chance": None,
        "turn": None,
        "effects": (),
        "asks": "",
        "choices": {},
    }
    return {**things, id: replace(things[id], **nothing)}


def _closed(things: dict[str, Any], id: str) -> dict[str, Any]:
    return {**things, id: restruct(things[id], parties=(), clauses=())}


# Things that expressions may name keep their name: only what they do goes.
_GONE: dict[str, Callable[[dict[str, Any], str], dict[str, Any]]] = {
    "rules": _removed,
    "ends": _removed,
    "instruments": _unhanded,
    "events": _uneventful,
    "agreements": _closed,
}


class Difference(Struct, frozen=True):
    """How the second of two studies differs from the first, a game on average.

    ``finals``: by issue, the half sum of what its final options' shares differ by, 0 to 1 (0: the
    same, 1: never the same option). ``scores``: by seat, the second's mean score less the first's.
    """

    finals: dict[str, float]
    scores: dict[str, float]

    @property
    def greatest(self) -> float:
        """The largest difference in an issue's final options."""
        return max(self.finals.values(), default=0.0)


def compare(one: Tally, other: Tally) -> Difference:
    """What differs between two studies, of a scenario with and without one of its things, say."""
    finals = {}
    for issue in {**one.finals, **other.finals}:
        mine, theirs = one.finals.get(issue, {}), other.finals.get(issue, {})
        finals[issue] = (
            sum(
                abs(one.rate(mine.get(option, 0)) - other.rate(theirs.get(option, 0)))
                for option in {**mine, **theirs}
            )
            / 2
        )
    scores = {
        seat: _mean(other, seat) - _mean(one, seat) for seat in {**one.scores, **other.scores}
    }
    return Difference(finals, scores)


def _mean(tally: Tally, seat: str) -> float:
    return tally.scores.get(seat, 0) / tally.games if tally.games else 0.0
