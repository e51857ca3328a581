"""Commands: what somebody at the table asks for. `decide` answers with facts, or refuses.

Free texts in a command (messages, arguments, names of drafts) are exchanged for keys by
:mod:`game.table.sealing` before it is decided and recorded.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from game.scenario.orders import Order
from game.scenario.terms import Terms

CONTROL = "control"
"""The author of a facilitator's commands; as a seat, the eyes that see everything."""
PUBLIC = ""
"""The eyes of everyone and no one: the projector."""
PRESS = "press"
"""Whom a message is addressed to that is meant for the papers."""


class Give(Struct, frozen=True, tag="give"):
    """Give an order. A vote on the same text replaces the earlier; a proposal is open and final."""

    order: Order


class TakeBack(Struct, frozen=True, tag="take_back"):
    """Take an order back that was given this turn."""

    order: Order


class Plan(Struct, frozen=True, tag="plan", omit_defaults=True):
    """Give exactly these orders, in place of all that can be taken back; and lock, if wanted.

    All are accepted, or the command is refused for the first that is not.
    """

    orders: tuple[Order, ...]
    lock: bool = False


class Answer(Struct, frozen=True, tag="answer"):
    """Choose how to answer an event."""

    event: str
    option: str


class Perceive(Struct, frozen=True, tag="perceive"):
    """Rate privately how threatening each other seat looks, 0 to 10."""

    of: tuple[tuple[str, int], ...]


class Lock(Struct, frozen=True, tag="lock"):
    """Nothing more to order. When every player has locked, negotiation ends."""


class Unlock(Struct, frozen=True, tag="unlock"):
    """Change one's mind while the negotiation goes on."""


class Say(Struct, frozen=True, tag="say", omit_defaults=True):
    """Send a message: to seats, to the press (`("press",)`), or to everyone (`()`)."""

    text: str
    to: tuple[str, ...] = ()


class Draft(Struct, frozen=True, tag="draft", omit_defaults=True):
    """Put a text on the table, or edit the draft `id`, which clears its signatures.

    A ready agreement of the scenario goes on the table under its own id, with exactly its terms.
    """

    terms: Terms
    id: str = ""


class Sign(Struct, frozen=True, tag="sign"):
    """Sign a draft as it stands at `revision`."""

    draft: str
    revision: int


class Withdraw(Struct, frozen=True, tag="withdraw"):
    """Withdraw one's signature; its author takes a draft that nobody signed off the table."""

    draft: str


class TablePackage(Struct, frozen=True, tag="table_package"):
    """Table one option for every issue (in scenarios with `settle:`)."""

    options: tuple[tuple[str, str], ...]


class Accept(Struct, frozen=True, tag="accept"):
    """Accept a package."""

    package: str


class Refuse(Struct, frozen=True, tag="refuse"):
    """Refuse a package."""

    package: str


class Reason(Struct, frozen=True, tag="reason", omit_defaults=True):
    """Add a reason for or against another seat's argument, while it is being ruled on."""

    seat: str
    number: int
    text: str
    against: bool = False


class Rule(Struct, frozen=True, tag="rule"):
    """Rule on an argument: odds in per cent. From a seat it is a vote: the median rules."""

    seat: str
    number: int
    odds: int


class Open(Struct, frozen=True, tag="open"):
    """Facilitator: from the briefing to the negotiation."""


class Pause(Struct, frozen=True, tag="pause"):
    """Facilitator: stop the clock."""


class Resume(Struct, frozen=True, tag="resume"):
    """Facilitator: let the clock run on."""


class Extend(Struct, frozen=True, tag="extend"):
    """Facilitator: give the negotiation this many more seconds."""

    seconds: int


class Close(Struct, frozen=True, tag="close"):
    """Facilitator, or the clock: end the negotiation, or the ruling."""


class Inject(Struct, frozen=True, tag="inject"):
    """Facilitator: let an event happen at the end of this turn."""

    event: str


class Correct(Struct, frozen=True, tag="correct"):
    """Facilitator: set a cell to another value."""

    cell: str
    value: int


class Undo(Struct, frozen=True, tag="undo"):
    """Facilitator: back to the start of the turn that was resolved last.

    Where the session was ended before the scenario, back to where it stood then, and no further.
    """


class Replace(Struct, frozen=True, tag="replace"):
    """Facilitator: let somebody else play a seat: `bot:<name>`, `person` or `empty`."""

    seat: str
    by: str


class Next(Struct, frozen=True, tag="next"):
    """Facilitator: from the reveal to the next turn's briefing, or to the end."""


class Finish(Struct, frozen=True, tag="finish"):
    """Facilitator: the session ends here, before the scenario does: to the debrief.

    What was not resolved is dropped; `Undo` brings the table back to where it was.
    """


class Seat(Struct, frozen=True, tag="seat", omit_defaults=True):
    """Facilitator: write down who sits in a seat (a name, kept beside the record)."""

    seat: str
    player_name: str = ""


Do = (
    Give | TakeBack | Plan | Answer | Perceive | Lock | Unlock | Say | Draft | Sign | Withdraw
    | TablePackage | Accept | Refuse | Reason | Rule
    | Open | Pause | Resume | Extend | Close | Inject | Correct | Undo | Replace | Next | Seat
    | Finish
)  # fmt: skip

Power = Literal["speak", "sign", "order"]
POWERS: dict[type, Power] = {
    **dict.fromkeys((Say, Draft, Reason), "speak"),
    **dict.fromkeys((Sign, Withdraw, TablePackage, Accept, Refuse), "sign"),
    **dict.fromkeys((Give, TakeBack, Plan, Answer, Perceive, Lock, Unlock, Rule), "order"),
}
"""What a role of a team must be allowed to do (`roles:`) for a seat's command."""

FACILITATOR: frozenset[type] = frozenset(
    {Open, Pause, Resume, Extend, Close, Inject, Correct, Undo, Replace, Next, Seat, Finish}
)
"""What only the facilitator may do."""


class Command(Struct, frozen=True, omit_defaults=True):
    """Who asks for what. `author` is a seat's id or `control`; `role` one of the seat's `roles:`.

    `salt` goes into the keys of the command's free texts, and is no part of the record's chain.
    """

    author: str
    do: Do
    role: str = ""
    salt: str = ""
