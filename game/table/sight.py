"""A sight: what one pair of eyes may see, in numbers, built from nothing.

Nothing gets into a sight but what is put there for this seat. It holds no words of its own; free
texts are keys. A view is a sight put into words (:mod:`game.table.view`).
"""

from __future__ import annotations

from operator import is_

from msgspec import Struct
from msgspec.structs import replace

from game.rules.profiles import Profile
from game.rules.turn import Offer, Refusal
from game.scenario.model import Scenario
from game.scenario.orders import Order
from game.scenario.terms import Terms
from game.table.commands import CONTROL, PRESS
from game.table.drafting import sign_refusal, visible
from game.table.eyes import Eyes
from game.table.facts import Phase
from game.table.menu import menu
from game.table.orders import answer_cost, answer_refusal, held
from game.table.standing import UNSEEN as UNSEEN
from game.table.standing import standing
from game.table.state import DraftText, Hearing, Message, Package, Power, Proposal, State
from game.world.facts import Fact as WorldFact
from game.world.world import Agreement, Deed, Row


class Question(Struct, frozen=True, omit_defaults=True):
    """An event that waits for an answer; `costs` and `answer` only for the seat that is asked.

    `costs` has the price of each option now, in the order of the file, `refusals` why some cannot
    be given.
    """

    event: str
    asks: str
    costs: tuple[tuple[str, int], ...] = ()
    answer: str = ""
    refusals: tuple[tuple[str, Refusal], ...] = ()


class DraftSeen(Struct, frozen=True, omit_defaults=True):
    """A draft this seat may see; `refusal` says why it could not sign it now, if it could not."""

    draft: DraftText
    refusal: Refusal | None = None


class Sight(Struct, frozen=True):
    """What `seat` may see. `row` has `UNSEEN` in the place of every hidden cell.

    `orders`, `reserved`, `purse`, `offers`, `perceived`, `accrued`, `draw` and `profile` are the
    seat's own (and empty for the public and for control, which has no seat). `offers` is the whole
    menu, each entry with the refusal that it would get now. `told` is the turn that was resolved
    last, as far as the seat may know; `mandates` are public, in the order of `scenario.actors`.
    `desk` is what each seat has ordered, for control alone.
    `asked` are the parties that refused to ratify a signed treaty when last asked, by draft.
    """

    seat: str
    turn: int
    phase: Phase
    end: str
    row: Row[int]
    locked: dict[str, bool]
    agreements: tuple[Agreement, ...]
    asked: tuple[tuple[str, tuple[str, ...]], ...]
    happened: tuple[tuple[str, int], ...]
    done: frozenset[Deed]
    mandates: tuple[tuple[str, ...], ...]
    draw: int
    accrued: tuple[int, int]
    questions: tuple[Question, ...]
    drafts: tuple[DraftSeen, ...]
    messages: tuple[Message, ...]
    proposals: tuple[Proposal, ...]
    packages: tuple[Package, ...]
    hearings: tuple[Hearing, ...]
    told: tuple[WorldFact, ...]
    orders: tuple[Order, ...]
    perceived: tuple[tuple[str, int], ...]
    reserved: int
    purse: int
    offers: tuple[Offer, ...]
    profile: Profile | None
    paused: bool
    extra: int
    powers: tuple[Power, ...]
    desk: tuple[tuple[str, tuple[Order, ...]], ...] = ()


def sight(scenario: Scenario, state: State, seat: str) -> Sight:
    """What `seat` may see: a player, `PUBLIC` (everyone and no one) or `CONTROL` (everything).

    :raises KeyError: for a seat that is not at the table.
    """
    at, world = standing(scenario, state, seat), state.world
    own = at.own
    orders = state.orders.get(seat, ()) if own else ()
    return Sight(
        seat=seat,
        turn=world.turn,
        phase=state.phase,
        end=world.end,
        row=at.row,
        locked=_locked(scenario, state),
        agreements=at.agreements,
        asked=at.asked,
        happened=at.happened,
        done=at.done,
        mandates=world.mandates,
        draw=at.draw,
        accrued=at.accrued,
        questions=_questions(scenario, state, seat, at.eyes) if world.pending else (),
        drafts=_drafts(scenario, state, seat, own) if state.drafts else (),
        messages=_messages(state, seat) if state.messages else (),
        proposals=tuple(state.proposals.values()),
        packages=tuple(state.packages.values()),
        hearings=tuple([_heard(hearing, seat) for hearing in state.hearings]),
        told=at.told,
        orders=orders,
        perceived=state.perceptions.get(seat, ()) if own else (),
        reserved=held(scenario, state, seat) if orders or state.answers else 0,
        purse=at.purse,
        offers=menu(scenario, state, seat) if own else (),
        profile=at.profile,
        paused=state.paused,
        extra=state.extra,
        powers=state.powers if state.phase == "over" or seat == CONTROL else (),
        desk=tuple(state.orders.items()) if seat == CONTROL else (),
    )


def _questions(scenario: Scenario, state: State, seat: str, look: Eyes) -> tuple[Question, ...]:
    found = []
    for id in state.world.pending:
        if id not in look.events:
            continue
        event = scenario.events[id]
        if event.asks != seat and not look.all:
            found.append(Question(id, event.asks))
            continue
        costs = tuple((o, answer_cost(scenario, state, id, o)) for o in event.choices)
        answer = state.answers.get(id, "")
        refusals = tuple(
            (option, refusal)
            for option, cost in costs
            if cost and (refusal := answer_refusal(scenario, state, event.asks, id, option))
        )
        found.append(Question(id, event.asks, costs, answer, refusals))
    return tuple(found)


def _locked(scenario: Scenario, state: State) -> dict[str, bool]:
    """Who has locked; one for all seats that look at the same chairs."""
    kept = scenario.cache.get("locked")
    if kept is None or kept[0] is not state.chairs:
        locked = {id: chair.locked for id, chair in state.chairs.items()}
        kept = scenario.cache["locked"] = (state.chairs, locked)
    found: dict[str, bool] = kept[1]
    return found


def _drafts(scenario: Scenario, state: State, seat: str, own: bool) -> tuple[DraftSeen, ...]:
    """The drafts a seat may see; whether it could sign one is asked once for the same texts."""
    drafts = state.drafts.values()
    if not own:
        return tuple([DraftSeen(draft) for draft in drafts if visible(draft.terms, seat)])
    kept = scenario.cache.setdefault("drafts seen", {})
    world, signed, known = kept.get(seat, (None, (), {}))
    mine = tuple([draft.terms for draft in drafts if seat in draft.signatures])
    if world is not state.world or not _same(signed, mine):
        known = {}
        kept[seat] = (state.world, mine, known)
    found = []
    for draft in drafts:
        if not visible(draft.terms, seat):
            continue
        seen = known.get(draft.id)
        if seen is None or seen.draft is not draft:
            may = seat in draft.terms.parties and seat not in draft.signatures
            refusal = sign_refusal(scenario, state, seat, draft) if may else None
            seen = known[draft.id] = DraftSeen(draft, refusal)
        found.append(seen)
    return tuple(found)


def _same(before: tuple[Terms, ...], now: tuple[Terms, ...]) -> bool:
    return len(before) == len(now) and all(map(is_, before, now))


def _messages(state: State, seat: str) -> tuple[Message, ...]:
    return tuple(
        m
        for m in state.messages
        if not m.to or seat == m.seat or seat in m.to or m.to == (PRESS,) or seat == CONTROL
    )


def _heard(hearing: Hearing, seat: str) -> Hearing:
    """A hearing as a seat sees it: what others hold for likely is not told before the ruling."""
    if seat == CONTROL or not hearing.odds:
        return hearing
    return replace(hearing, odds=tuple(pair for pair in hearing.odds if pair[0] == seat))
