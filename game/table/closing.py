"""Ending a negotiation: the ruling on arguments, and the turn's resolution."""

from __future__ import annotations

from game.i18n import _
from game.rules.resolve import advance
from game.rules.settling import settle
from game.rules.turn import Refusal, Turn
from game.scenario.model import Scenario
from game.table import commands as c
from game.table import facts as f
from game.table.drafting import settlement
from game.table.evolve import evolve
from game.table.orders import Decision
from game.table.state import EVEN, WORDS_OF_ODDS, Hearing, State
from game.world.facts import TurnEnded


def waits(state: State, author: str) -> bool:
    """Whether the table waits for a lock, whatever its author's command leads to.

    A facilitator's command may be about any seat, and says nothing here.
    """
    return author in state.chairs and any(
        chair.kind != "empty" and not chair.locked
        for seat, chair in state.chairs.items()
        if seat != author
    )


def everyone_locked(state: State) -> bool:
    """Has every seat that somebody plays locked? Never so at an empty table."""
    played = [chair for chair in state.chairs.values() if chair.kind != "empty"]
    return bool(played) and all(chair.locked for chair in played)


def close(scenario: Scenario, state: State) -> tuple[f.Fact, ...]:
    """What follows when negotiation ends (a ruling, where arguments ask for one) or the ruling."""
    if state.phase == "negotiation" and settlement(scenario, state) is None:
        heard = evolve(scenario, state, f.Began("ruling"))
        if heard.hearings:
            rest = () if outstanding(heard) else _resolve(scenario, heard)
            return (f.Began("ruling"), *rest)
    return _resolve(scenario, state)


def outstanding(state: State) -> tuple[Hearing, ...]:
    """The arguments on which somebody at the table still has to say a word of odds."""
    return tuple(h for h in state.hearings if awaited(state, h))


def awaited(state: State, hearing: Hearing) -> tuple[str, ...]:
    """Whose word on an argument is awaited: the facilitator's, or every other person's."""
    said = {by for by, _odds in hearing.odds}
    if c.CONTROL in said:
        return ()
    if state.setup.facilitator:
        return (c.CONTROL,)
    return tuple(
        seat
        for seat, chair in state.chairs.items()
        if chair.kind == "person" and seat != hearing.seat and seat not in said
    )


def odds(state: State, hearing: Hearing) -> int:
    """The ruling in per cent: the facilitator's, else the median of the other seats' words.

    A seat that says nothing, as bots do, says even; of two middle words the lower rules.
    """
    said = dict(hearing.odds)
    if c.CONTROL in said:
        return said[c.CONTROL]
    words = sorted(
        said.get(seat, EVEN)
        for seat, chair in state.chairs.items()
        if chair.kind != "empty" and seat != hearing.seat
    )
    return words[(len(words) - 1) // 2] if words else EVEN


def rule(scenario: Scenario, state: State, author: str, do: c.Rule) -> Decision:
    """Take down a word of odds; the last one awaited ends the ruling."""
    refusal = _no_hearing(state, do.seat, do.number)
    if refusal is not None:
        return refusal
    if author == do.seat:
        return Refusal("rule/own", _("nobody rules on an argument of their own"), do.seat)
    if do.odds not in WORDS_OF_ODDS:
        words = ", ".join(str(word) for word in WORDS_OF_ODDS)
        return Refusal("rule/odds", _("expected one of {words} per cent").format(words=words))
    fact = f.Ruled(author, do.seat, do.number, do.odds)
    after = evolve(scenario, state, fact)
    return (fact,) if outstanding(after) else (fact, *_resolve(scenario, after))


def reason(scenario: Scenario, state: State, seat: str, do: c.Reason) -> Decision:
    """Add a reason for or against another seat's argument."""
    refusal = _no_hearing(state, do.seat, do.number)
    if refusal is not None:
        return refusal
    if seat == do.seat:
        return Refusal("reason/own", _("your own reasons stand in your argument"), do.seat)
    if not do.text.strip():
        return Refusal("text/empty", _("say the reason"))
    return (f.Reasoned(seat, do.seat, do.number, do.text, do.against),)


def _no_hearing(state: State, seat: str, number: int) -> Refusal | None:
    if any((h.seat, h.number) == (seat, number) for h in state.hearings):
        return None
    return Refusal("rule/unknown", _("there is no such argument"), seat)


def _resolve(scenario: Scenario, state: State) -> tuple[f.Fact, ...]:
    package = settlement(scenario, state)
    if package is not None:
        facts = settle(scenario, state.world, dict(package.options)).facts
    else:
        facts = advance(scenario, state.world, turn_of(state)).facts
    ended = next((fact for fact in reversed(facts) if isinstance(fact, TurnEnded)), None)
    over = ended is not None and bool(ended.end)
    if not state.setup.brisk:
        phase: f.Phase = "reveal"
    else:
        phase = "over" if over else "negotiation"
    return (f.Resolved(state.world.turn, facts), f.Began(phase))


def turn_of(state: State) -> Turn:
    """What the negotiation hands to the resolution."""
    return Turn(
        orders={seat: orders for seat, orders in state.orders.items() if orders},
        signed=tuple((d.id, d.terms) for d in state.drafts.values() if d.complete),
        answers=state.answers,
        proposers={text: proposal.proposers for text, proposal in state.proposals.items()},
        injects=state.injects,
        odds={(h.seat, h.number): odds(state, h) for h in state.hearings},
    )
