"""A view: a sight put into words for one seat, and the menu of what it may do.

It alone is ever sent to a screen or a browser. Every struct encodes with msgspec; for two states
that differ only in what a seat may not see, its views are equal byte for byte.
"""

from __future__ import annotations

from msgspec import Struct

from game.scenario.model import Scenario
from game.table.facts import Phase
from game.table.state import State
from game.table.words import Words


class CellView(Struct, frozen=True, omit_defaults=True):
    """A quantity: `name` is the cell's (`trust.rok.usa`), `label` says it, `band` names its level."""

    name: str
    label: str
    value: int
    low: int
    high: int
    track: str
    band: str = ""
    owners: tuple[str, ...] = ()
    was: int | None = None  # at the start of the last turn


class IssueView(Struct, frozen=True, omit_defaults=True):
    """A matter on the table: its options in words and the number of the present one."""

    id: str
    name: str
    kind: str
    options: tuple[str, ...]
    labels: tuple[str, ...]
    now: int
    ladder: bool
    was: int | None = None
    up: str = ""  # who must consent, as a sentence; the same for `down` where it is no ladder
    down: str = ""


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


class WantView(Struct, frozen=True, omit_defaults=True):
    """Something that somebody wants: `says` in words; `holds` for an objective that holds now."""

    says: str
    points: int
    holds: bool | None = None


class SheetView(Struct, frozen=True, omit_defaults=True):
    """A seat's role sheet; `instructions` and the private wants are for its own eyes."""

    name: str
    brief: str
    instructions: str
    public: tuple[WantView, ...]
    private: tuple[WantView, ...]
    roles: tuple[tuple[str, tuple[str, ...]], ...] = ()


class ClauseView(Struct, frozen=True, omit_defaults=True):
    """A clause in words; `done` once fulfilled for good."""

    says: str
    done: bool = False


class AgreementView(Struct, frozen=True, omit_defaults=True):
    """An agreement in force. `denounce` is the order that leaves it, for its parties."""

    id: str
    name: str
    kind: str  # "pledge", "promise", "treaty"
    parties: tuple[str, ...]
    names: tuple[str, ...]
    clauses: tuple[ClauseView, ...]
    secret: bool
    since: int
    annex_of: str = ""
    denounce: str = ""


class DraftView(Struct, frozen=True, omit_defaults=True):
    """A draft on the table. `sign` is "" where the seat may sign it now, else why not.

    `refused` are the parties whose constituencies last refused to ratify it.
    """

    id: str
    name: str
    kind: str
    by: str
    parties: tuple[str, ...]
    names: tuple[str, ...]
    clauses: tuple[ClauseView, ...]
    secret: bool
    revision: int
    signatures: tuple[str, ...]
    annex_of: str = ""
    refused: tuple[str, ...] = ()
    sign: str = ""
    signed: bool = False


class MessageView(Struct, frozen=True, omit_defaults=True):
    """A message. `to` is empty for everyone."""

    turn: int
    by: str
    name: str
    text: str
    to: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


class ProposalView(Struct, frozen=True, omit_defaults=True):
    """What is before a forum. `votes` are the orders that vote on it, for a member."""

    text: str
    notation: str
    says: str
    forum: str
    forum_name: str
    proposers: tuple[str, ...]
    vote: str = ""  # how this seat votes so far
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
    """An order that this seat has given. `final` where it cannot be taken back."""

    notation: str
    label: str
    says: str
    cost: int
    final: bool = False


class MenuItem(Struct, frozen=True, omit_defaults=True):
    """An order that might be given: what it costs, and why not ("" where it may be).

    `group` is `act`, `step`, `propose`, `vote` or `denounce`; `forum` who must adopt it.
    """

    notation: str
    label: str
    says: str
    cost: int
    group: str
    code: str = ""
    refusal: str = ""
    forum: str = ""


class ToldView(Struct, frozen=True, omit_defaults=True):
    """One thing that became so in the last turn, in the order of telling.

    `why` says the causes, `teaches` the concept behind the rule and whom to read.
    """

    chapter: str  # signed, votes, done, steps, moved, followed, breaches, then end
    says: str
    why: tuple[str, ...] = ()
    teaches: tuple[str, ...] = ()
    cell: str = ""


class View(Struct, frozen=True, omit_defaults=True):
    """What one seat may see and do, in words."""

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
    ready: tuple[str, ...]  # ready agreements that this seat may put on the table
    proposals: tuple[ProposalView, ...]
    questions: tuple[QuestionView, ...]
    packages: tuple[PackageView, ...]
    hearings: tuple[HearingView, ...]
    messages: tuple[MessageView, ...]
    told: tuple[ToldView, ...]
    orders: tuple[OrderView, ...]
    menu: tuple[MenuItem, ...]
    sheet: SheetView | None
    win_set: tuple[tuple[str, tuple[bool, ...]], ...] = ()
    perceived: tuple[tuple[str, int], ...] = ()
    powers: tuple[str, ...] = ()


def view(scenario: Scenario, state: State, seat: str, words: Words) -> View:
    """What `seat` may see and do, in words."""
    raise NotImplementedError
