"""A sight: what one pair of eyes may see, in numbers, built from nothing.

Nothing gets into a sight but what is put there for this seat. It holds no words of its own; free
texts are keys. A view is a sight put into words (:mod:`game.table.view`).
"""

from __future__ import annotations

from msgspec import Struct

from game.rules.profiles import Profile
from game.rules.turn import Offer, Refusal
from game.scenario.model import Scenario
from game.scenario.orders import Ballot, Order
from game.table.commands import CONTROL, PUBLIC
from game.table.facts import Phase
from game.table.state import DraftText, Hearing, Message, Package, Power, Proposal, State
from game.world.facts import Fact as WorldFact
from game.world.world import Agreement, Deed, Row

__all__ = ["CONTROL", "PUBLIC", "UNSEEN", "Question", "Sight", "TurnTold", "sight"]

UNSEEN = -32768
"""What stands in the row of a sight in the place of a cell that this seat may not see."""


class Question(Struct, frozen=True, omit_defaults=True):
    """An event that waits for an answer; `costs` and `answer` only for the seat that is asked.

    `costs` has the price of each option now, in the order of the file.
    """

    event: str
    asks: str
    costs: tuple[tuple[str, int], ...] = ()
    answer: str = ""


class DraftSeen(Struct, frozen=True, omit_defaults=True):
    """A draft this seat may see; `refusal` says why it could not sign it now, if it could not."""

    draft: DraftText
    refusal: Refusal | None = None


class TurnTold(Struct, frozen=True):
    """A turn that is over, as far as this seat may know."""

    turn: int
    facts: tuple[WorldFact, ...]


class Sight(Struct, frozen=True):
    """What `seat` may see. `row` has `UNSEEN` in place of hidden cells; `seen` their mask.

    `orders`, `answers`, `reserved`, `purse`, `profile`, `offers` are the seat's own. `profile` is
    None for the public and for control. In `offers` stands the whole menu, each entry with the
    refusal that it would get now. `told` is the last turn; `mandates` is public and in the order
    of `scenario.actors`; `draw` is the seat's own role sheet.
    """

    seat: str
    turn: int
    phase: Phase
    end: str
    row: Row[int]
    locked: tuple[bool, ...]
    kinds: tuple[str, ...]
    agreements: tuple[Agreement, ...]
    asked: tuple[tuple[str, tuple[str, ...]], ...]
    happened: tuple[tuple[str, int], ...]
    done: frozenset[Deed]
    mandates: tuple[tuple[str, ...], ...]
    draw: int
    accrued: tuple[int, int]
    questions: tuple[Question, ...]
    drafts: tuple[DraftText, ...]
    messages: tuple[Message, ...]
    proposals: tuple[Proposal, ...]
    packages: tuple[Package, ...]
    hearings: tuple[Hearing, ...]
    told: TurnTold | None
    orders: tuple[Order, ...]
    votes: tuple[tuple[str, Ballot], ...]
    perceived: tuple[tuple[str, int], ...]
    reserved: int
    purse: int
    offers: tuple[Offer, ...]
    profile: Profile | None
    paused: bool
    extra: int
    powers: tuple[Power, ...]


def sight(scenario: Scenario, state: State, seat: str) -> Sight:
    """What `seat` may see: a player, `PUBLIC` (everyone and no one) or `CONTROL` (everything)."""
    raise NotImplementedError
