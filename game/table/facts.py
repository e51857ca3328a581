"""Table facts: what became so at the table. The state is what its facts made it.

Where people wrote something, a fact holds only the key of the text (:mod:`game.table.sealing`).
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from game.scenario.orders import Order
from game.scenario.terms import Terms
from game.world.facts import Changed
from game.world.facts import Fact as WorldFact

Phase = Literal["briefing", "negotiation", "ruling", "reveal", "over"]


class Gave(Struct, frozen=True, tag="gave"):
    """A seat gave an order."""

    seat: str
    order: Order


class Proposed(Struct, frozen=True, tag="proposed"):
    """A seat put an order before a forum, or joined who did: open, final, and a yes of its own."""

    seat: str
    order: Order
    text: str


class TookBack(Struct, frozen=True, tag="took_back", omit_defaults=True):
    """An order is no longer given; `why` is the refusal's code where a correction undid it."""

    seat: str
    order: Order
    why: str = ""


class Chose(Struct, frozen=True, tag="chose"):
    """A seat chose an answer to an event."""

    seat: str
    event: str
    option: str


class Perceived(Struct, frozen=True, tag="perceived"):
    """A seat rated how threatening others look to it."""

    seat: str
    of: tuple[tuple[str, int], ...]


class Locked(Struct, frozen=True, tag="locked"):
    """A seat has nothing more to order."""

    seat: str


class Unlocked(Struct, frozen=True, tag="unlocked"):
    """A seat has changed its mind."""

    seat: str


class Said(Struct, frozen=True, tag="said", omit_defaults=True):
    """Somebody said something; `to` empty is everyone, `("press",)` the papers."""

    seat: str
    text: str
    to: tuple[str, ...] = ()


class Drafted(Struct, frozen=True, tag="drafted"):
    """A text is on the table, or was edited; nobody has signed this revision yet."""

    draft: str
    seat: str
    terms: Terms
    revision: int


class Signed(Struct, frozen=True, tag="signed"):
    """A party signed a draft."""

    draft: str
    seat: str
    revision: int


class Withdrawn(Struct, frozen=True, tag="withdrawn", omit_defaults=True):
    """A party withdrew its signature; with `gone`, the draft is off the table."""

    draft: str
    seat: str
    gone: bool = False


class Tabled(Struct, frozen=True, tag="tabled"):
    """A seat tabled (and accepts) a package: one option for every issue."""

    package: str
    seat: str
    options: tuple[tuple[str, str], ...]


class Accepted(Struct, frozen=True, tag="accepted"):
    """A seat accepts a package, or refuses it."""

    package: str
    seat: str
    yes: bool


class Reasoned(Struct, frozen=True, tag="reasoned", omit_defaults=True):
    """`by` added a reason to the argument `number` of `seat`."""

    by: str
    seat: str
    number: int
    text: str
    against: bool = False


class Ruled(Struct, frozen=True, tag="ruled"):
    """`by` (a seat or `control`) holds these odds, in per cent, for an argument."""

    by: str
    seat: str
    number: int
    odds: int


class Paused(Struct, frozen=True, tag="paused"):
    """The clock stands still, or (not `on`) runs again."""

    on: bool


class Extended(Struct, frozen=True, tag="extended"):
    """The negotiation has this many more seconds."""

    seconds: int


class Prepared(Struct, frozen=True, tag="prepared"):
    """The facilitator lets an event happen at the end of this turn."""

    event: str


class Corrected(Struct, frozen=True, tag="corrected"):
    """The facilitator set a cell to another value."""

    change: Changed


class Undone(Struct, frozen=True, tag="undone", omit_defaults=True):
    """The table is back at the start of `turn`; `finish`: in it, where the session was ended."""

    turn: int
    finish: bool = False


class Finished(Struct, frozen=True, tag="finished"):
    """The session was ended after so many turns, before the scenario was over."""

    turns: int


class Replaced(Struct, frozen=True, tag="replaced"):
    """Somebody else plays a seat: `bot:<name>`, `person` or `empty`."""

    seat: str
    by: str


class Seated(Struct, frozen=True, tag="seated"):
    """Somebody of this name (a text's key) sits in a seat."""

    seat: str
    name: str


class Closed(Struct, frozen=True, tag="closed"):
    """The facilitator, or the clock, ended the negotiation or the ruling."""


class Began(Struct, frozen=True, tag="began"):
    """A phase began."""

    phase: Phase


class Resolved(Struct, frozen=True, tag="resolved"):
    """A turn was resolved, to these facts of the world."""

    turn: int
    facts: tuple[WorldFact, ...]


Fact = (
    Gave | Proposed | TookBack | Chose | Perceived | Locked | Unlocked | Said
    | Drafted | Signed | Withdrawn | Tabled | Accepted | Reasoned | Ruled
    | Paused | Extended | Prepared | Corrected | Undone | Replaced | Seated
    | Closed | Began | Resolved | Finished
)  # fmt: skip

POWERS_USED = (Paused, Extended, Prepared, Corrected, Undone, Replaced, Closed, Finished)
"""Facts that a facilitator's power made, beside a `Ruled` by control."""
