"""Deciding what seats order: giving, taking back, answering, rating, locking."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from game.i18n import _
from game.rules.compiled import compiled
from game.rules.moment import Moment
from game.rules.offers import amount, reserved, text_of, vet
from game.rules.turn import Refusal
from game.scenario.model import Scenario
from game.scenario.orders import Order, Vote
from game.table import commands as c
from game.table import facts as f
from game.table.state import State
from game.world.world import World

Decision = tuple[f.Fact, ...] | Refusal
WORST = 10
"""How threatening another seat can look at most."""


def give(scenario: Scenario, state: State, seat: str, do: c.Give) -> Decision:
    """Accept one more order, or say why not."""
    before = state.orders.get(seat, ())
    replaced = _replaced_votes(scenario, state, before, do.order)
    kept = tuple(order for order in before if order not in replaced)
    accepted, refused = _vet(scenario, state, seat, (*kept, do.order))
    for order, refusal in refused:
        if order == do.order:
            return refusal
    return (
        *(f.TookBack(seat, order) for order in replaced),
        _given(scenario, state, seat, do.order),
    )


def take_back(scenario: Scenario, state: State, seat: str, do: c.TakeBack) -> Decision:
    """Take an order back, unless it is before a forum."""
    if do.order not in state.orders.get(seat, ()):
        return Refusal("order/not-given", _("you have not given this order"))
    if final(scenario, state, do.order):
        return Refusal("order/final", _("a proposal is open and final: it cannot be taken back"))
    return (f.TookBack(seat, do.order),)


def plan(scenario: Scenario, state: State, seat: str, do: c.Plan) -> Decision:
    """Replace all that can be taken back by these orders, or refuse the lot for the first."""
    before = state.orders.get(seat, ())
    kept = tuple(order for order in before if final(scenario, state, order))
    new = tuple(order for order in do.orders if order not in kept)
    _accepted, refused = _vet(scenario, state, seat, (*kept, *new))
    if refused:
        return refused[0][1]
    facts: list[f.Fact] = [
        f.TookBack(seat, order) for order in before if order not in kept and order not in new
    ]
    facts += [_given(scenario, state, seat, order) for order in new if order not in before]
    if do.lock:
        facts.append(f.Locked(seat))
    return tuple(facts)


def answer(scenario: Scenario, state: State, seat: str, do: c.Answer) -> Decision:
    """Choose an answer that the seat is asked for and can pay."""
    event = scenario.events.get(do.event)
    if event is None or do.event not in state.world.pending or event.asks != seat:
        return Refusal("answer/not-asked", _("you are not asked about this"), do.event)
    if do.option not in event.choices:
        return Refusal(
            "answer/unknown",
            _("expected one of {options}; found '{option}'").format(
                options=", ".join(event.choices), option=do.option
            ),
            do.event,
        )
    refusal = answer_refusal(scenario, state, seat, do.event, do.option)
    return refusal or (f.Chose(seat, do.event, do.option),)


def answer_refusal(
    scenario: Scenario, state: State, seat: str, event: str, option: str
) -> Refusal | None:
    """Why a seat could not pay for an answer now; None where it could."""
    cost = answer_cost(scenario, state, event, option)
    left = purse(scenario, state, seat) - answers_capital(scenario, state, seat, but=event)
    left -= order_capital(scenario, state, seat)
    if cost <= left or not cost:
        return None
    says = _("costs {cost}, and {left} of your capital is free")
    return Refusal("order/too-costly", says.format(cost=cost, left=max(left, 0)), event)


def perceive(scenario: Scenario, state: State, seat: str, do: c.Perceive) -> Decision:
    """Take down a private rating of the other seats."""
    if not scenario.perceptions:
        return Refusal("perceive/unknown", _("this scenario asks for no perceptions"))
    for other, threat in do.of:
        if other not in scenario.players or other == seat:
            return Refusal("perceive/unknown", _("expected another seat"), other)
        if not 0 <= threat <= WORST:
            return Refusal("perceive/range", _("expected 0 (no threat) to 10"), other)
    rated = {**dict(state.perceptions.get(seat, ())), **dict(do.of)}
    return (f.Perceived(seat, tuple((p, rated[p]) for p in scenario.players if p in rated)),)


def lock(scenario: Scenario, state: State, seat: str, do: c.Lock) -> Decision:
    """Nothing more to order."""
    return (f.Locked(seat),)


def unlock(scenario: Scenario, state: State, seat: str, do: c.Unlock) -> Decision:
    """Order again, while the negotiation goes on."""
    if not state.chairs[seat].locked:
        return Refusal("seat/not-locked", _("you have not locked"))
    return (f.Unlocked(seat),)


def recheck(scenario: Scenario, state: State) -> tuple[f.Fact, ...]:
    """The orders that can no longer be given after a correction, taken back."""
    found: list[f.Fact] = []
    for seat, orders in state.orders.items():
        _accepted, refused = _vet(scenario, state, seat, orders)
        found += [
            f.TookBack(seat, order, refusal.code)
            for order, refusal in refused
            if not final(scenario, state, order)
        ]
    return tuple(found)


def final(scenario: Scenario, state: State, order: Order) -> bool:
    """Is this order before a forum, open and final?"""
    text = text_of(scenario, order, state.world)
    return bool(text) and text in state.proposals


def proposed_by_others(state: State, seat: str) -> Mapping[str, Order]:
    """The first proposals of this turn by text, but for the seat's own."""
    return {
        text: proposal.order
        for text, proposal in state.proposals.items()
        if proposal.proposers[0] != seat
    }


def order_capital(scenario: Scenario, state: State, seat: str) -> int:
    """The capital that a seat's orders hold."""
    orders = state.orders.get(seat)
    if not orders:
        return 0
    return reserved(scenario, state.world, seat, orders, proposed_by_others(state, seat))


def held(scenario: Scenario, state: State, seat: str) -> int:
    """The capital that a seat's orders and answers hold."""
    return order_capital(scenario, state, seat) + answers_capital(scenario, state, seat)


def purse(scenario: Scenario, state: State, seat: str) -> int:
    """A seat's capital, reserved or not."""
    cell = compiled(scenario).capital.get(seat)
    return 0 if cell is None else state.world.row[cell]


def moment_of(scenario: Scenario, state: State) -> Moment:
    """The moment of a position; all who look at the position share it, and only read it."""
    kept: tuple[World, Moment] | None = scenario.cache.get("moment of")
    if kept is not None and kept[0] is state.world:
        return kept[1]
    moment = Moment(scenario, state.world)
    scenario.cache["moment of"] = (state.world, moment)
    return moment


def answer_cost(scenario: Scenario, state: State, event: str, option: str) -> int:
    """What an answer costs by the row of the negotiation."""
    cost = compiled(scenario).answer_cost(event, option)
    if isinstance(cost, int):
        return cost
    return amount(cost, state.world.row, moment_of(scenario, state))


def answers_capital(scenario: Scenario, state: State, seat: str, but: str = "") -> int:
    """The capital that a seat's answers hold, one event's excepted."""
    if not state.answers:
        return 0
    return sum(
        answer_cost(scenario, state, event, option)
        for event, option in state.answers.items()
        if event != but and scenario.events[event].asks == seat
    )


def _vet(
    scenario: Scenario, state: State, seat: str, orders: Iterable[Order]
) -> tuple[tuple[Order, ...], tuple[tuple[Order, Refusal], ...]]:
    accepted, refused = vet(
        scenario,
        state.world,
        seat,
        tuple(orders),
        proposed_by_others(state, seat),
        moment=moment_of(scenario, state),
        spent=answers_capital(scenario, state, seat),
    )
    if not refused or not state.proposals:
        return accepted, refused
    return accepted, tuple((o, _own_text(state, seat, o) or why) for o, why in refused)


def _own_text(state: State, seat: str, order: Order) -> Refusal | None:
    """Why nobody votes on a text of their own."""
    if not isinstance(order, Vote) or order.text not in state.proposals:
        return None
    if seat not in state.proposals[order.text].proposers:
        return None
    return Refusal("order/twice", _("who proposes votes yes"), order.text)


def _given(scenario: Scenario, state: State, seat: str, order: Order) -> f.Fact:
    text = text_of(scenario, order, state.world)
    return f.Proposed(seat, order, text) if text else f.Gave(seat, order)


def _replaced_votes(
    scenario: Scenario, state: State, before: Iterable[Order], order: Order
) -> tuple[Order, ...]:
    """The vote that a new vote, or a proposal of one's own, stands in for."""
    text = order.text if isinstance(order, Vote) else text_of(scenario, order, state.world)
    if not text:
        return ()
    return tuple(o for o in before if isinstance(o, Vote) and o.text == text and o != order)
