"""Facts: what became so in a turn's resolution. The world is what its facts made it (law 2).

Cells are named, not numbered, so that a record can be read without its scenario. ``cause`` is
one word and one id, ``act:pressure``, ``rule:audience_cost``, ``event:election``, ``answer:...``,
``text:condemn``, ``argument:rok``, ``pay``, ``step:thaad``, ``treaty:deployment``,
``transfer:loan``, ``income``, ``debt``, ``control``; behind ``|`` stands who did it, if anybody.

A turn makes a hundred facts, and none can be part of a cycle: the collector need not look at them.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from game.scenario.orders import Ballot
from game.scenario.terms import Terms

Stage = Literal["pay", "conclude", "forums", "act", "move", "comply", "events", "turn", "control"]


class Changed(Struct, frozen=True, gc=False, tag="changed", omit_defaults=True):
    """A cell went from ``old`` to ``new``; ``why`` lists (cause, amount asked for), sorted.

    The amounts may add up to more than the change, where pace, range or a reservation cut it.
    """

    cell: str
    old: int
    new: int
    stage: Stage
    why: tuple[tuple[str, int], ...] = ()


class Acted(Struct, frozen=True, gc=False, tag="acted", omit_defaults=True):
    """A seat used an instrument (paid for: ``did()`` is true from here on)."""

    seat: str
    instrument: str
    target: str = ""


class Argued(Struct, frozen=True, gc=False, tag="argued", omit_defaults=True):
    """A free-form action was ruled on and drawn: ``odds`` in per cent."""

    seat: str
    number: int
    odds: int
    succeeded: bool


class Ratified(Struct, frozen=True, gc=False, tag="ratified"):
    """A party's constituencies were asked about a treaty draft; told when the answer is new."""

    draft: str
    name: str
    seat: str
    carried: bool
    accepting: tuple[str, ...]
    secret: bool = False


class Concluded(Struct, frozen=True, gc=False, tag="concluded"):
    """An agreement entered into force; its clauses bind from the next turn."""

    agreement: str
    terms: Terms


class Voted(Struct, frozen=True, gc=False, tag="voted"):
    """A member's vote on a text; ``by`` says what decided it."""

    text: str
    forum: str
    seat: str
    ballot: Ballot


class Decided(Struct, frozen=True, gc=False, tag="decided", omit_defaults=True):
    """A forum adopted or rejected a text (``target``: an actor, or the option of a step)."""

    text: str
    forum: str
    proposer: str
    adopted: bool
    target: str = ""


class Consented(Struct, frozen=True, gc=False, tag="consented", omit_defaults=True):
    """A seat ordered a step (``treaty`` names the treaty that did it in its place)."""

    seat: str
    issue: str
    option: str
    treaty: str = ""


class Moved(Struct, frozen=True, gc=False, tag="moved", omit_defaults=True):
    """An issue stepped from option ``old`` to ``new`` (numbers); ``causes`` beside consent."""

    issue: str
    old: int
    new: int
    movers: tuple[str, ...] = ()
    causes: tuple[str, ...] = ()


class Fulfilled(Struct, frozen=True, gc=False, tag="fulfilled"):
    """A clause is done for good."""

    agreement: str
    clause: int


class Breached(Struct, frozen=True, gc=False, tag="breached"):
    """A party broke a clause of an agreement."""

    agreement: str
    seat: str
    clause: int


class Ended(Struct, frozen=True, gc=False, tag="ended", omit_defaults=True):
    """An agreement is over: broken, denounced or expired; ``by`` whom."""

    agreement: str
    how: Literal["broken", "denounced", "expired"]
    by: tuple[str, ...] = ()


class Leaked(Struct, frozen=True, gc=False, tag="leaked"):
    """What was agreed in secret has come out: from here on the agreement is public."""

    agreement: str
    terms: Terms


class Answered(Struct, frozen=True, gc=False, tag="answered"):
    """A choice was made (or its default taken)."""

    event: str
    option: str
    default: bool = False


class Happened(Struct, frozen=True, gc=False, tag="happened"):
    """An event happened; ``asks`` names who must answer it before the next turn resolves."""

    event: str
    asks: str = ""


class Injected(Struct, frozen=True, gc=False, tag="injected"):
    """An event is due in the next stage of events."""

    event: str


class Mandated(Struct, frozen=True, gc=False, tag="mandated"):
    """A new government; ``draw`` is which private role sheet the seed gave it."""

    actor: str
    mandate: str
    draw: int


class News(Struct, frozen=True, gc=False, tag="news", omit_defaults=True):
    """A headline; ``to`` is empty for everyone."""

    text: str
    to: tuple[str, ...] = ()


class Accrued(Struct, frozen=True, gc=False, tag="accrued"):
    """Points that a seat's ``accrues`` (public and private) gave it this turn."""

    seat: str
    public: int
    private: int


class TurnEnded(Struct, frozen=True, gc=False, tag="turn_ended", omit_defaults=True):
    """The turn is over; ``end`` names the end condition, ``turns`` or ``settled``, or is empty."""

    turn: int
    end: str = ""


Fact = (
    Changed | Acted | Argued | Ratified | Concluded | Voted | Decided | Consented | Moved
    | Fulfilled | Breached | Ended | Leaked | Answered | Happened | Injected | Mandated | News
    | Accrued | TurnEnded
)  # fmt: skip
