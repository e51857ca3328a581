"""What a view is made of: frozen structs of words and numbers, for screens to draw."""

from __future__ import annotations

from msgspec import Struct

from game.scenario.terms import Terms
from game.table.facts import Phase
from game.table.telling import Told
from game.table.weigh import Weighed


class CellView(Struct, frozen=True, omit_defaults=True):
    """A quantity: `name` is the cell's (`trust.rok.usa`); `band` names its level.

    `was` is its value at the start of the last turn.
    """

    name: str
    label: str
    value: int
    low: int
    high: int
    track: str
    band: str = ""
    owners: tuple[str, ...] = ()
    was: int | None = None


class IssueView(Struct, frozen=True, omit_defaults=True):
    """A matter on the table: its options in words (`labels`) and the number of the present one.

    `up` and `down` say who must consent to a step (the same twice where it is no ladder).
    """

    id: str
    name: str
    kind: str
    options: tuple[str, ...]
    labels: tuple[str, ...]
    now: int
    ladder: bool
    was: int | None = None
    up: str = ""
    down: str = ""
    brief: str = ""


class WantView(Struct, frozen=True, omit_defaults=True):
    """Something that somebody wants. An issue's points by option stand in `says`."""

    says: str
    kind: str  # want, objective, accrues
    points: int = 0


class ActorView(Struct, frozen=True, omit_defaults=True):
    """An actor. `by` says who plays the seat (`person`, `bot`, `empty`), `player` their name."""

    id: str
    name: str
    is_player: bool
    colour: str = ""
    at: tuple[float, ...] = ()
    by: str = ""
    player: str = ""
    locked: bool = False
    government: str = ""
    brief: str = ""
    wants: tuple[WantView, ...] = ()
    emblem: str = ""


class SheetView(Struct, frozen=True, omit_defaults=True):
    """A seat's role sheet; `instructions` and the private wants are for its own eyes.

    `ratify` is the per cent of its constituencies' weight that a treaty needs, `roles` what each
    role of a team may do.
    """

    name: str
    brief: str
    instructions: str
    public: tuple[WantView, ...]
    private: tuple[WantView, ...]
    constituencies: tuple[ConstituencyView, ...] = ()
    ratify: int | None = None
    roles: tuple[tuple[str, tuple[str, ...]], ...] = ()


class ConstituencyView(Struct, frozen=True, omit_defaults=True):
    """A domestic constituency and what it wants, for its own government."""

    id: str
    name: str
    weight: int
    wants: tuple[WantView, ...] = ()


class AgreementView(Struct, frozen=True, omit_defaults=True):
    """An agreement in force; `done` are the numbers of clauses fulfilled for good.

    `kind` is `pledge`, `promise` or `treaty` in words; `denounce` the order that leaves it, for a
    party.
    """

    id: str
    name: str
    kind: str
    parties: tuple[str, ...]
    names: tuple[str, ...]
    clauses: tuple[str, ...]
    secret: bool
    since: int
    terms: Terms
    done: tuple[int, ...] = ()
    annex_of: str = ""
    denounce: str = ""


class DraftView(Struct, frozen=True, omit_defaults=True):
    """A draft on the table. `terms` may be edited and sent back under the same id.

    `party`: may this seat sign it at all; `refusal` says why it could not now, if so; `weighed`
    what it would be worth to it. `refused` are the parties whose constituencies refused it when
    last asked.
    """

    id: str
    name: str
    kind: str
    by: str
    parties: tuple[str, ...]
    names: tuple[str, ...]
    clauses: tuple[str, ...]
    secret: bool
    revision: int
    signatures: tuple[str, ...]
    terms: Terms
    annex_of: str = ""
    refused: tuple[str, ...] = ()
    party: bool = False
    signed: bool = False
    refusal: str = ""
    weighed: Weighed | None = None


class ReadyView(Struct, frozen=True, omit_defaults=True):
    """A ready agreement of the scenario that this seat may put on the table."""

    id: str
    name: str
    kind: str
    parties: tuple[str, ...]
    names: tuple[str, ...]
    clauses: tuple[str, ...]
    secret: bool
    brief: str = ""


class MessageView(Struct, frozen=True, omit_defaults=True):
    """A message. `to` is empty for everyone."""

    turn: int
    by: str
    name: str
    text: str
    to: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


class ProposalView(Struct, frozen=True, omit_defaults=True):
    """What is before a forum. `vote` is this seat's so far; `votes` the orders that it may give."""

    text: str
    notation: str
    says: str
    forum: str
    forum_name: str
    proposers: tuple[str, ...]
    vote: str = ""
    votes: tuple[str, ...] = ()


class AnswerView(Struct, frozen=True, omit_defaults=True):
    """One answer to a question; `refusal` says why it cannot be given."""

    id: str
    says: str
    cost: int
    default: bool = False
    refusal: str = ""


class QuestionView(Struct, frozen=True, omit_defaults=True):
    """An event that waits for an answer; `answers` are there for the seat that is asked."""

    event: str
    title: str
    says: str
    asks: str
    asks_name: str
    answer: str = ""
    answers: tuple[AnswerView, ...] = ()


class PackageView(Struct, frozen=True, omit_defaults=True):
    """A package on the table, and what it is worth to this seat."""

    id: str
    by: str
    options: tuple[tuple[str, str], ...]
    says: tuple[str, ...]
    accepts: tuple[str, ...]
    refuses: tuple[str, ...]
    worth: int | None = None


class HearingView(Struct, frozen=True, omit_defaults=True):
    """An argument that waits for its ruling; `odds` is this seat's own word, once given."""

    seat: str
    name: str
    number: int
    says: str
    because: tuple[str, ...]
    asking: tuple[str, ...]
    reasons: tuple[str, ...] = ()
    odds: int | None = None


class OrderView(Struct, frozen=True, omit_defaults=True):
    """An order that this seat has given; `final` where it cannot be taken back."""

    notation: str
    label: str
    says: str
    group: str
    final: bool = False


class MenuItem(Struct, frozen=True, omit_defaults=True):
    """An order that might be given: what it costs, and why not ("" where it may be).

    `group` is `act`, `step`, `propose`, `vote`, `denounce` or `argue`; `forum` who must adopt it.
    """

    notation: str
    label: str
    says: str
    cost: int
    group: str
    code: str = ""
    refusal: str = ""
    forum: str = ""
    brief: str = ""


class DeskView(Struct, frozen=True):
    """What a seat has ordered, for control."""

    seat: str
    orders: tuple[OrderView, ...]


class View(Struct, frozen=True, omit_defaults=True):
    """What one seat may see and do, in words. `told` is the last turn, in the order of telling."""

    seat: str
    name: str
    title: str
    turn: int
    date: str
    phase: Phase
    end: str
    ended: str
    orders_left: int
    purse: int
    reserved: int
    locked: bool
    paused: bool
    extra: int
    actors: tuple[ActorView, ...]
    issues: tuple[IssueView, ...]
    cells: tuple[CellView, ...]
    agreements: tuple[AgreementView, ...]
    drafts: tuple[DraftView, ...]
    ready: tuple[ReadyView, ...]
    proposals: tuple[ProposalView, ...]
    questions: tuple[QuestionView, ...]
    packages: tuple[PackageView, ...]
    hearings: tuple[HearingView, ...]
    messages: tuple[MessageView, ...]
    told: tuple[Told, ...]
    orders: tuple[OrderView, ...]
    menu: tuple[MenuItem, ...]
    sheet: SheetView | None
    win_set: tuple[tuple[str, tuple[bool, ...]], ...] = ()
    perceived: tuple[tuple[str, int], ...] = ()
    powers: tuple[str, ...] = ()
    desk: tuple[DeskView, ...] = ()
