"""What a turn's negotiation hands to the resolution."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from game.scenario.orders import Order
from game.scenario.terms import Terms
from game.world.facts import Fact
from game.world.world import World


class Refusal(Struct, frozen=True, omit_defaults=True):
    """Why something was not accepted: a stable code, a sentence for people, and where."""

    code: str
    says: str
    where: str = ""


class Turn(Struct, frozen=True):
    """Everything the seats and the facilitator brought to this turn.

    ``orders`` are accepted orders by seat (votes and denunciations among them); ``signed`` the
    drafts that every party has signed (id, terms); ``answers`` the options chosen by event;
    ``proposers`` the seats in the order in which they first proposed each text (else the order of
    the file); ``injects`` events from the facilitator's hand; ``odds`` the ruling in per cent by
    (seat, number of its argument from 0); ``luck`` fixes what chance decides, by name (in cases).
    """

    orders: Mapping[str, tuple[Order, ...]] = field(default_factory=dict)
    signed: tuple[tuple[str, Terms], ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)
    proposers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    injects: tuple[str, ...] = ()
    odds: Mapping[tuple[str, int], int] = field(default_factory=dict)
    luck: Mapping[str, bool] | None = None


class Resolution(Struct, frozen=True):
    """The world after a turn, the facts that made it so, and the orders that were refused."""

    world: World
    facts: tuple[Fact, ...]
    refused: tuple[tuple[str, Order, Refusal], ...] = ()


class Offer(Struct, frozen=True):
    """An order that a seat might give, what it costs, and why not (None where it may be given).

    ``forum`` names the forum that must adopt it, or is empty.
    """

    order: Order
    cost: int
    forum: str = ""
    refusal: Refusal | None = None
