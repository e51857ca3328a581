"""The board as a value: what stands on it for one pair of eyes, before pixels.

A screen says what a seat may do; a scene is what lies on the table behind it. Both are built from a
view alone (:mod:`game.screens.staging` builds scenes), so what is drawn leaks nothing.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from game.screens.model import Accord, Gauge

Bond = Literal["close", "friendly", "strained", "hostile"]
"""How a pair stands: the outer and inner halves of a pair track's range, on either side of 0."""


class Plate(Struct, frozen=True, omit_defaults=True):
    """An actor on the board. `code` is a short name for small places, `at` latitude and longitude.

    `own` is the seat whose eyes these are; `note` its government, who plays it, or that it ended
    its turn.
    """

    id: str
    name: str
    code: str
    colour: str = ""
    emblem: str = ""
    at: tuple[float, ...] = ()
    is_player: bool = False
    own: bool = False
    by: str = ""
    player: str = ""
    locked: bool = False
    note: str = ""


class Relation(Struct, frozen=True, omit_defaults=True):
    """How two players stand to each other; `track` says in what, `value` how much."""

    one: str
    other: str
    bond: Bond
    value: int
    track: str = ""


class Assent(Struct, frozen=True, omit_defaults=True):
    """An actor whose consent a step needs; `given` if it gave it (None: nobody may know yet)."""

    actor: str
    name: str
    given: bool | None = None


class Card(Struct, frozen=True, omit_defaults=True):
    """An issue: its options in order, the present one, who must consent to a step on and back.

    `needs` says in a word how many of `on` must (`all`, `2 of 3`, or a forum's name); `minds` how
    many players lose by the next step on, as far as everybody knows.
    """

    id: str
    name: str
    options: tuple[str, ...]
    now: int
    was: int
    ladder: bool
    on: tuple[Assent, ...] = ()
    back: tuple[Assent, ...] = ()
    needs: str = ""
    minds: int = 0


class Step(Struct, frozen=True, omit_defaults=True):
    """A phase of the turn in the header: over, now or to come."""

    id: str
    label: str
    state: Literal["over", "now", "to come"]


class Scene(Struct, frozen=True, omit_defaults=True):
    """The board for one pair of eyes; `borderless` where it stands on no real map."""

    title: str
    turn: int
    of: str
    date: str
    phases: tuple[Step, ...]
    gauges: tuple[Gauge, ...]
    plates: tuple[Plate, ...]
    relations: tuple[Relation, ...]
    cards: tuple[Card, ...]
    news: tuple[str, ...] = ()
    accords: tuple[Accord, ...] = ()
    drafts: tuple[Accord, ...] = ()
    borderless: bool = False
    over: bool = False
