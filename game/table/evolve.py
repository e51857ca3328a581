"""The state after a fact. Facts are never refused: they are what became so."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from msgspec.structs import replace

from game.rules import evolve as rules
from game.scenario.model import Scenario
from game.scenario.orders import Argue, Order
from game.table import facts as f
from game.table.commands import CONTROL
from game.table.state import (
    DraftText,
    Hearing,
    Message,
    Package,
    Power,
    Proposal,
    ReasonGiven,
    ResolvedTurn,
    State,
    TurnStart,
    chair,
)
from game.table.stopping import cleared, finished, taken_up
from game.world.facts import Concluded, Leaked


def evolve(scenario: Scenario, state: State, fact: f.Fact) -> State:
    """The state after a fact; `state` itself is untouched."""
    after = _BY_FACT[type(fact)](scenario, state, fact)
    kind = type(fact)
    if kind in f.POWERS_USED or (kind is f.Ruled and fact.by == CONTROL):  # type: ignore[union-attr]
        return _power(after, Power(state.world.turn, fact, state.phase))
    return after


def evolve_all(scenario: Scenario, state: State, facts: Iterable[f.Fact]) -> State:
    """The state after several facts."""
    for fact in facts:
        state = evolve(scenario, state, fact)
    return state


def _power(state: State, power: Power) -> State:
    return replace(state, powers=(*state.powers, power))


def _with_orders(state: State, seat: str, orders: tuple[Order, ...]) -> dict[str, Any]:
    return {**state.orders, seat: orders}


def _gave(scenario: Scenario, state: State, fact: f.Gave) -> State:
    orders = (*state.orders.get(fact.seat, ()), fact.order)
    return replace(state, orders=_with_orders(state, fact.seat, orders))


def _proposed(scenario: Scenario, state: State, fact: f.Proposed) -> State:
    orders = (*state.orders.get(fact.seat, ()), fact.order)
    before = state.proposals.get(fact.text)
    if before is None:
        proposal = Proposal(fact.text, fact.order, (fact.seat,))
    else:
        proposal = replace(before, proposers=(*before.proposers, fact.seat))
    return replace(
        state,
        orders=_with_orders(state, fact.seat, orders),
        proposals={**state.proposals, fact.text: proposal},
    )


def _took_back(scenario: Scenario, state: State, fact: f.TookBack) -> State:
    orders = list(state.orders.get(fact.seat, ()))
    orders.remove(fact.order)
    return replace(state, orders=_with_orders(state, fact.seat, tuple(orders)))


def _chose(scenario: Scenario, state: State, fact: f.Chose) -> State:
    return replace(state, answers={**state.answers, fact.event: fact.option})


def _perceived(scenario: Scenario, state: State, fact: f.Perceived) -> State:
    return replace(state, perceptions={**state.perceptions, fact.seat: fact.of})


def _chairs(state: State, seat: str, **changes: Any) -> State:
    return replace(state, chairs={**state.chairs, seat: replace(state.chairs[seat], **changes)})


def _locked(scenario: Scenario, state: State, fact: f.Locked) -> State:
    return _chairs(state, fact.seat, locked=True)


def _unlocked(scenario: Scenario, state: State, fact: f.Unlocked) -> State:
    return _chairs(state, fact.seat, locked=False)


def _said(scenario: Scenario, state: State, fact: f.Said) -> State:
    message = Message(state.world.turn, fact.seat, fact.text, fact.to)
    return replace(state, messages=(*state.messages, message))


def _drafted(scenario: Scenario, state: State, fact: f.Drafted) -> State:
    draft = DraftText(fact.draft, fact.seat, fact.terms, state.world.turn, fact.revision)
    changes: dict[str, Any] = {
        "drafts": {**state.drafts, fact.draft: draft},
        "named": {**state.named, fact.draft: fact.terms.name},
    }
    if fact.draft not in state.drafts:
        kind = kind_of(fact.terms.parties, fact.terms.secret)
        changes["issued"] = {**state.issued, kind: state.issued.get(kind, 0) + 1}
        if fact.terms.secret:
            changes["secrets"] = {**state.secrets, fact.draft: fact.terms.parties}
    else:
        draft = replace(draft, by=state.drafts[fact.draft].by)
        changes["drafts"] = {**state.drafts, fact.draft: draft}
    return replace(state, **changes)


def kind_of(parties: Iterable[str], secret: bool) -> str:
    """The kind of a draft that has its own numbers: those who may see one see all of its kind."""
    return "_".join(("secret", *sorted(parties))) if secret else "draft"


def _signed(scenario: Scenario, state: State, fact: f.Signed) -> State:
    before = state.drafts[fact.draft]
    draft = replace(before, signatures=(*before.signatures, fact.seat), touched=state.world.turn)
    return replace(state, drafts={**state.drafts, fact.draft: draft})


def _withdrawn(scenario: Scenario, state: State, fact: f.Withdrawn) -> State:
    drafts = dict(state.drafts)
    if fact.gone:
        del drafts[fact.draft]
    else:
        before = drafts[fact.draft]
        left = tuple(seat for seat in before.signatures if seat != fact.seat)
        drafts[fact.draft] = replace(before, signatures=left)
    return replace(state, drafts=drafts)


def _tabled(scenario: Scenario, state: State, fact: f.Tabled) -> State:
    package = Package(fact.package, fact.seat, fact.options, accepts=(fact.seat,))
    return replace(state, packages={**state.packages, fact.package: package})


def _accepted(scenario: Scenario, state: State, fact: f.Accepted) -> State:
    before = state.packages[fact.package]
    accepts = tuple(s for s in before.accepts if s != fact.seat)
    refuses = tuple(s for s in before.refuses if s != fact.seat)
    if fact.yes:
        accepts = (*accepts, fact.seat)
    else:
        refuses = (*refuses, fact.seat)
    package = replace(before, accepts=accepts, refuses=refuses)
    return replace(state, packages={**state.packages, fact.package: package})


def _hearing(state: State, seat: str, number: int, change: Callable[[Hearing], Hearing]) -> State:
    return replace(
        state,
        hearings=tuple(
            change(h) if (h.seat, h.number) == (seat, number) else h for h in state.hearings
        ),
    )


def _reasoned(scenario: Scenario, state: State, fact: f.Reasoned) -> State:
    reason = ReasonGiven(fact.by, fact.text, fact.against)
    return _hearing(
        state, fact.seat, fact.number, lambda h: replace(h, reasons=(*h.reasons, reason))
    )


def _ruled(scenario: Scenario, state: State, fact: f.Ruled) -> State:
    def change(hearing: Hearing) -> Hearing:
        others = tuple(pair for pair in hearing.odds if pair[0] != fact.by)
        return replace(hearing, odds=(*others, (fact.by, fact.odds)))

    return _hearing(state, fact.seat, fact.number, change)


def _paused(scenario: Scenario, state: State, fact: f.Paused) -> State:
    return replace(state, paused=fact.on)


def _extended(scenario: Scenario, state: State, fact: f.Extended) -> State:
    return replace(state, extra=state.extra + fact.seconds)


def _prepared(scenario: Scenario, state: State, fact: f.Prepared) -> State:
    return replace(state, injects=(*state.injects, fact.event))


def _corrected(scenario: Scenario, state: State, fact: f.Corrected) -> State:
    row = state.world.row[:]
    row[scenario.header.index[fact.change.cell]] = fact.change.new
    return replace(state, world=replace(state.world, row=row))


def _undone(scenario: Scenario, state: State, fact: f.Undone) -> State:
    if fact.finish:
        return taken_up(state)
    start = state.past[-1]
    # What had leaked in the turn that is undone is secret again.
    again = {a.id: a.terms.parties for a in start.world.agreements if a.terms.secret}
    return replace(
        cleared(state, start),
        secrets=state.secrets | again,
        log=state.log[:-1],
        past=state.past[:-1],
        phase="negotiation" if state.setup.brisk else "briefing",
    )


def _finished(scenario: Scenario, state: State, fact: f.Finished) -> State:
    return finished(state)


def _replaced(scenario: Scenario, state: State, fact: f.Replaced) -> State:
    new = replace(chair(fact.by), name=state.chairs[fact.seat].name)
    return replace(state, chairs={**state.chairs, fact.seat: new})


def _seated(scenario: Scenario, state: State, fact: f.Seated) -> State:
    return _chairs(state, fact.seat, name=fact.name)


def _began(scenario: Scenario, state: State, fact: f.Began) -> State:
    changes: dict[str, Any] = {"phase": fact.phase, "paused": False}
    if fact.phase == "ruling":
        changes["hearings"] = tuple(
            Hearing(seat, number, order)
            for seat in scenario.players
            for number, order in enumerate(arguments(state, seat))
        )
    return replace(state, **changes)


def _closed(scenario: Scenario, state: State, fact: f.Closed) -> State:
    return state


def arguments(state: State, seat: str) -> list[Argue]:
    """A seat's arguments of this turn, in the order of their numbers."""
    return [order for order in state.orders.get(seat, ()) if isinstance(order, Argue)]


def _resolved(scenario: Scenario, state: State, fact: f.Resolved) -> State:
    world = rules.evolve(scenario, state.world, fact.facts)
    concluded = {w.agreement for w in fact.facts if type(w) is Concluded}
    leaked = {w.agreement for w in fact.facts if type(w) is Leaked}
    drafts = {
        id: draft
        for id, draft in state.drafts.items()
        if id not in concluded and (draft.complete or draft.touched == fact.turn)
    }
    tabled = tuple(state.packages.values())
    row = state.start.world.row
    told = ResolvedTurn(fact.turn, row, fact.facts, state.perceptions, tabled)
    kept = {id: who for id, who in state.secrets.items() if id not in leaked}
    return replace(
        cleared(state, TurnStart(world, drafts)),
        log=(*state.log, told),
        past=(*state.past, state.start),
        secrets=kept if leaked else state.secrets,
    )


_BY_FACT: dict[type, Callable[[Scenario, State, Any], State]] = {
    f.Gave: _gave, f.Proposed: _proposed, f.TookBack: _took_back, f.Chose: _chose,
    f.Perceived: _perceived, f.Locked: _locked, f.Unlocked: _unlocked, f.Said: _said,
    f.Drafted: _drafted, f.Signed: _signed, f.Withdrawn: _withdrawn, f.Tabled: _tabled,
    f.Accepted: _accepted, f.Reasoned: _reasoned, f.Ruled: _ruled, f.Paused: _paused,
    f.Extended: _extended, f.Prepared: _prepared, f.Corrected: _corrected, f.Undone: _undone,
    f.Replaced: _replaced, f.Seated: _seated, f.Closed: _closed, f.Began: _began,
    f.Resolved: _resolved, f.Finished: _finished,
}  # fmt: skip
