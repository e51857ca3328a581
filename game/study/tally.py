"""What was counted in some games: a value that merges, so that it matters to nobody who played."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec import Struct, field

Counts = dict[str, int]
"""How often, by an id."""
Table = dict[str, Counts]
"""How often, by two ids."""


class Tally(Struct, frozen=True):
    """Counts of some games of one scenario between bots of one kind.

    Where nothing else is said, a count is *a number of games in which*. An agreement's id is that
    of a ready one; "" stands for all texts that bots thought of themselves. A *deliberate* choice
    is one that a bot weighed and held for worth at least a point more than passing; a bot that
    throws dice makes none. A *lever* is a way to coerce (:mod:`game.study.levers`): an instrument's
    id, or an issue and a way, ``measures up``.
    """

    scenario: str
    bots: str
    games: int = 0
    turns: int = 0
    """All turns of all games."""

    # What happened, whoever did it.
    rules: Counts = field(default_factory=dict)
    """A rule changed a cell or moved an issue."""
    events: Counts = field(default_factory=dict)
    answers: Table = field(default_factory=dict)
    """An event's choice was answered so (or its default taken)."""
    ends: Counts = field(default_factory=dict)
    """How games ended: an `end:` of the file, ``turns`` or ``settled``."""
    reached: Table = field(default_factory=dict)
    """An issue stood at an option at the start or at the end of some turn."""
    finals: Table = field(default_factory=dict)
    """An issue ended at an option."""
    ordered: Counts = field(default_factory=dict)
    """An instrument was ordered or proposed."""
    moved: Table = field(default_factory=dict)
    """An issue moved ``up`` or ``down``."""
    adopted: Counts = field(default_factory=dict)
    rejected: Counts = field(default_factory=dict)
    drafted: Counts = field(default_factory=dict)
    signed: Counts = field(default_factory=dict)
    """An agreement was signed by every party."""
    concluded: Counts = field(default_factory=dict)
    ratified: Counts = field(default_factory=dict)
    """Every party that was asked at home carried a treaty."""
    failed: Counts = field(default_factory=dict)
    """Some party's constituencies refused a treaty that was signed."""
    broken: Counts = field(default_factory=dict)
    denounced: Counts = field(default_factory=dict)
    expired: Counts = field(default_factory=dict)
    orders: Counts = field(default_factory=dict)
    """Acts, steps and proposals that each seat gave, in all."""
    unspent: Counts = field(default_factory=dict)
    """Capital that each seat had left in a turn, before its income: the sum over all turns."""
    high: Counts = field(default_factory=dict)
    """Turns that ended with a banded world track above four fifths of its range."""

    # What was chosen on purpose.
    minded: Counts = field(default_factory=dict)
    """Turns in which a seat weighed what it ordered."""
    worthwhile: Counts = field(default_factory=dict)
    """Deliberate orders and proposals of each seat, in all; votes are none."""
    chosen: Counts = field(default_factory=dict)
    """An instrument was chosen by somebody; or a step, by issue and way (``measures up``)."""
    chosen_by: Table = field(default_factory=dict)
    """The same by seat: seat, then instrument or step."""
    signers: Table = field(default_factory=dict)
    """An agreement was signed (or drafted) by a seat that held it for worth something."""
    valued: Table = field(default_factory=dict)
    """The same, where it was worth a point at least."""
    agreed: Counts = field(default_factory=dict)
    """An agreement was signed by every party, each of which held it for worth something."""
    relieved: Counts = field(default_factory=dict)
    """A lever was let go: its issue was stepped back, or who holds it signed not to use it."""
    breached: int = 0
    """Some agreement was broken on purpose: by a seat that chose to, and meant it once."""
    defaulted: int = 0
    """Some agreement was broken by a seat that weighed what it did and would have kept it: that
    could not pay, or lacked the order."""
    unkept: int = 0
    """Some agreement was broken by a seat that weighed what it did: on purpose, or for want."""
    breakers: Table = field(default_factory=dict)
    """By agreement, who broke it so."""
    breaches_last: int = 0
    """Such breaches on last turns, in all."""
    breaches_before: int = 0

    # How the seats fared.
    scores: dict[str, int] = field(default_factory=dict)
    """Points at the end, the sum over all games."""
    appraised: int = 0
    """Games that were looked at closely; none in a quick study."""
    shares: dict[str, int] = field(default_factory=dict)
    """Shares of what was attainable (0 to 100), the sum over the appraised games."""
    leads: int = 0
    """Appraised games that went on beyond their middle."""
    led: int = 0
    """Those of them that somebody won who led in the middle."""
    pairs: int = 0
    """Seeds from which greedy bots played as well, for what texts are worth."""
    joint: Counts = field(default_factory=dict)
    """Points of all seats together in these games, the sum over all, by what they are for: a track
    or an issue, ``objectives``, ``accrued``, or an end."""
    joint_apart: Counts = field(default_factory=dict)
    """The same where nobody drafts or signs."""
    joint_idle: Counts = field(default_factory=dict)
    """The same where nobody does anything at all."""

    # Exercises alone.
    settled: int = 0
    efficient: int = 0
    """Settlements that nobody could improve on without loss to another."""
    above: Counts = field(default_factory=dict)
    """Points above what no deal is worth, the sum over the settled games."""

    def __add__(self, other: Tally) -> Tally:
        """Both tallies' games together, the other's after this one's or before: it is the same.

        :raises ValueError: for games of another scenario, or of other bots.
        """
        if (self.scenario, self.bots) != (other.scenario, other.bots):
            raise ValueError("only games of one scenario, between the same bots, add up")
        sums = {
            name: _sum(getattr(self, name), getattr(other, name))
            for name in self.__struct_fields__
            if name not in ("scenario", "bots")
        }
        return Tally(self.scenario, self.bots, **sums)

    def rate(self, count: int) -> float:
        """A count of games as a share of all, 0 to 1."""
        return count / self.games if self.games else 0.0

    def as_json(self) -> dict[str, Any]:
        """Builtin values under these names, ids in alphabetical order."""
        return {name: _ordered(value) for name, value in msgspec.to_builtins(self).items()}


def _sum(one: Any, other: Any) -> Any:
    if isinstance(one, int):
        return one + other
    keys = {**one, **other}
    return {
        key: _sum(one[key], other[key]) if key in one and key in other else keys[key]
        for key in keys
    }


def _ordered(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _ordered(value[key]) for key in sorted(value)}
    return value
