"""The whole menu of a seat: every order it might give now, what it costs, and why not.

What is offered without a refusal is accepted by `decide`, and the other way round: a property test.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import is_
from typing import Any

from game.i18n import _
from game.rules.compiled import compiled
from game.rules.moment import Moment
from game.rules.offers import Vetting, offers, too_costly
from game.rules.turn import Offer, Refusal
from game.scenario.binding import Fn
from game.scenario.model import Scenario
from game.scenario.orders import Ballot, Denounce, Order, Step, Vote
from game.table.orders import answers_capital, moment_of, proposed_by_others
from game.table.state import State

MENUS_KEPT = 4096
"""Menus that are remembered, of all seats together."""

BALLOTS: tuple[Ballot, ...] = ("yes", "no", "abstain")


def menu(scenario: Scenario, state: State, seat: str) -> tuple[Offer, ...]:
    """Acts and steps in a fixed order, then votes on what is proposed, then denunciations.

    Another vote is offered also where one was cast: the new one replaces it. Empty when the seat
    can order nothing at all: when it has locked, or outside of the negotiation.
    """
    if state.phase != "negotiation" or state.chairs[seat].locked:
        return ()
    orders = state.orders.get(seat, ())
    kept: dict[str, tuple[tuple[object, ...], int, tuple[Offer, ...]]]
    kept = scenario.cache.setdefault("menus", {})
    parts = (state.world, orders, state.proposals)
    spent = answers_capital(scenario, state, seat)
    found = kept.get(seat)
    if found is None or found[1] != spent or not all(map(is_, found[0], parts)):
        found = kept[seat] = (parts, spent, _menu(scenario, state, seat, orders, spent))
    return found[2]


def _menu(
    scenario: Scenario, state: State, seat: str, orders: tuple[Order, ...], spent: int
) -> tuple[Offer, ...]:
    moment = moment_of(scenario, state)
    kept: dict[str, tuple[object, tuple[Offer, ...]]] = scenario.cache.setdefault("static", {})
    before = kept.get(seat)
    if before is None or before[0] is not state.world:
        before = kept[seat] = (state.world, _static(scenario, state, seat, moment))
    static = before[1]
    leaving = _denunciations(state, seat, orders)
    if not orders and not spent and not state.proposals:
        return (*static, *leaving) if leaving else static
    vetting = Vetting(
        scenario, state.world, seat, proposed_by_others(state, seat), moment=moment, spent=spent
    )
    for order in orders:
        if not isinstance(order, Vote):
            vetting.add(order)
    desk = _Desk(scenario, state, seat, vetting)
    if orders or spent:
        left = [desk.again(offer) for offer in static]
    else:
        left = [desk.again(offer) if offer.forum else offer for offer in static]
    return (*left, *_votes(scenario, state, seat, orders), *leaving)


class _Desk:
    """What a seat has ordered already, and what that leaves of the menu."""

    def __init__(self, scenario: Scenario, state: State, seat: str, vetting: Vetting) -> None:
        self.vetting = vetting
        self.proposals = state.proposals
        orders = state.orders.get(seat, ())
        self.given = frozenset(orders)
        self.issues = {order.issue for order in orders if isinstance(order, Step)}
        self.full: Refusal | None = None
        if vetting.count >= scenario.orders:
            says = _("at most {n} orders a turn").format(n=scenario.orders)
            self.full = Refusal("order/too-many", says)

    def again(self, offer: Offer) -> Offer:
        """An offer after what has been ordered already."""
        order, why = offer.order, offer.refusal
        if why is not None and why.code == "order/not-yours":
            return offer
        text = order.issue if isinstance(order, Step) else order.instrument  # type: ignore[union-attr]
        if order in self.given or text in self.issues or (offer.forum and text in self.proposals):
            return self._vetted(offer)
        if why is not None and why.code == "order/not-now":
            return offer
        if self.full is not None:
            return Offer(order, offer.cost, offer.forum, self.full)
        free = self.vetting.free
        if offer.cost > free:
            return Offer(order, offer.cost, offer.forum, too_costly(offer.cost, free))
        return offer

    def _vetted(self, offer: Offer) -> Offer:
        """An offer as the vetting has it; one that joins a proposal costs nothing."""
        refusal, cost = probe(self.vetting, offer.order)
        if refusal == offer.refusal and cost in (None, offer.cost):
            return offer
        return Offer(offer.order, offer.cost if cost is None else cost, offer.forum, refusal)


def probe(vetting: Vetting, order: Order) -> tuple[Refusal | None, int | None]:
    """What the vetting would say to one more order, and what it would reserve; nothing is added."""
    free, count, taken = vetting.free, vetting.count, vetting.taken
    vetting.taken = set(taken)
    refusal = vetting.add(order)
    cost = None if refusal is not None else free - vetting.free
    vetting.free, vetting.count, vetting.taken = free, count, taken
    return refusal, cost


def _static(scenario: Scenario, state: State, seat: str, moment: Moment) -> tuple[Offer, ...]:
    """The menu of a position before anything is ordered; kept for as long as it reads the same."""
    kept: dict[Any, tuple[Offer, ...]] = scenario.cache.setdefault("offers", {})
    key = _reads(scenario, state, seat, moment)
    found = kept.get(key)
    if found is None:
        if len(kept) >= MENUS_KEPT:
            kept.clear()
        listed = offers(scenario, state.world, seat, moment)
        found = kept[key] = tuple([_for_members(scenario, seat, offer) for offer in listed])
    return found


def _reads(scenario: Scenario, state: State, seat: str, moment: Moment) -> object:
    """All that a seat's menu depends on: purse, where issues stand, conditions, costs, words."""
    questions: dict[str, tuple[list[Fn], list[int | None]]]
    questions = scenario.cache.setdefault("menu questions", {})
    asked = questions.get(seat)
    if asked is None:
        grounded = compiled(scenario)
        functions: list[Fn] = []
        for form in grounded.acts[seat]:
            functions += [fn for fn in (form.allowed, form.cost) if callable(fn)]
        for rows in grounded.steps[seat].values():
            functions += [form.cost for row in rows for form in row if callable(form.cost)]
        cells = [grounded.capital.get(seat), *(i.cell for i in scenario.issues.values())]
        asked = questions[seat] = functions, cells
    functions, cells = asked
    row = state.world.row
    return (
        seat,
        tuple([row[cell] for cell in cells if cell is not None]),
        tuple([fn(row, moment) for fn in functions]),
        _("needs: {condition}"),
    )


def _for_members(scenario: Scenario, seat: str, offer: Offer) -> Offer:
    """An offer to propose something, which only members do."""
    if not offer.forum or seat in scenario.forums[offer.forum].members:
        return offer
    why = Refusal("order/not-yours", _("only members propose"), offer.forum)
    return Offer(offer.order, offer.cost, offer.forum, why)


def _votes(scenario: Scenario, state: State, seat: str, orders: Sequence[Order]) -> list[Offer]:
    found: list[Offer] = []
    for proposal in state.proposals.values():
        forum = forum_of(scenario, proposal.text)
        if seat in scenario.forums[forum].members and seat not in proposal.proposers:
            votes = (Vote(proposal.text, ballot) for ballot in BALLOTS)
            found.extend(Offer(vote, 0, forum) for vote in votes if vote not in orders)
    return found


def forum_of(scenario: Scenario, text: str) -> str:
    """The forum that decides a text, by its id (an instrument's or an issue's)."""
    if text in scenario.instruments:
        return scenario.instruments[text].forum
    issue = scenario.issues[text]
    return issue.up.forum or issue.down.forum


def _denunciations(state: State, seat: str, orders: Sequence[Order]) -> list[Offer]:
    return [
        Offer(order, 0)
        for agreement in state.world.agreements
        if seat in agreement.terms.parties
        if (order := Denounce(agreement.id)) not in orders
    ]
