"""Deciding a command: the facts it leads to, or why not. Nothing is changed (law 1)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from game.i18n import _
from game.rules.turn import Refusal
from game.scenario.model import Scenario
from game.table import closing, drafting, orders
from game.table import commands as c
from game.table import facts as f
from game.table.evolve import evolve_all
from game.table.orders import Decision
from game.table.state import State
from game.world.facts import Changed

EXTENSION = 24 * 60 * 60
"""Seconds by which one command may extend the clock at most."""


def decide(scenario: Scenario, state: State, command: c.Command) -> Decision:
    """The facts that a (sealed) command leads to, or a refusal with which nothing changes.

    When a command makes the last player lock, or ends the last ruling, the facts of the turn's
    resolution are among them.
    """
    do, author = command.do, command.author
    refusal = _may(scenario, state, command)
    if refusal is not None:
        return refusal
    if isinstance(do, c.Rule):
        return closing.rule(scenario, state, author, do)
    handler = _BY_COMMAND[type(do)]
    decision = handler(scenario, state, author, do)
    if isinstance(decision, Refusal) or type(do) not in _ENDING:
        return decision
    if state.phase == "negotiation" and closing.waits(state, author):
        return decision
    after = evolve_all(scenario, state, decision)
    if after.phase == "negotiation" and closing.everyone_locked(after):
        return (*decision, *closing.close(scenario, after))
    if after.phase == "ruling" and after.hearings and not closing.outstanding(after):
        return (*decision, *closing.close(scenario, after))
    return decision


def _may(scenario: Scenario, state: State, command: c.Command) -> Refusal | None:
    """Whose command is it, and is it the time for it?"""
    do, author = command.do, command.author
    kind = type(do)
    if kind in c.FACILITATOR:
        if author != c.CONTROL:
            return Refusal("seat/not-yours", _("only the facilitator may do that"))
    elif author == c.CONTROL:
        if kind not in (c.Say, c.Rule):
            return Refusal("seat/not-yours", _("the facilitator has no seat to do that from"))
    elif author not in state.chairs:
        says = _("there is no seat '{seat}'; there are {seats}")
        return Refusal(
            "seat/unknown", says.format(seat=author, seats=", ".join(state.chairs)), author
        )
    else:
        refusal = _role(scenario, command)
        if refusal is not None:
            return refusal
    phases = _PHASES.get(kind)
    if phases is not None and state.phase not in phases:
        return Refusal("phase/closed", _when(state.phase))
    if kind in _UNTIL_LOCKED and state.chairs[author].locked:
        return Refusal("seat/locked", _("you have locked; unlock to change what you ordered"))
    return None


def _role(scenario: Scenario, command: c.Command) -> Refusal | None:
    """In a team, may this role do that?"""
    if not command.role:
        return None
    roles = scenario.document.actors[command.author].roles
    powers = roles.get(command.role)
    if powers is None:
        says = _("there is no role '{role}' in this seat").format(role=command.role)
        return Refusal("seat/not-yours", says, command.role)
    needed = c.POWERS[type(command.do)]
    if needed in powers:
        return None
    says = {
        "speak": _("the {role} does not speak for this seat"),
        "sign": _("the {role} does not sign for this seat"),
        "order": _("the {role} gives no orders for this seat"),
    }[needed]
    return Refusal("seat/not-yours", says.format(role=command.role), command.role)


def _when(phase: str) -> str:
    return {
        "briefing": _("the negotiation has not begun"),
        "negotiation": _("the negotiation is still going on"),
        "ruling": _("the negotiation is over; arguments are being ruled on"),
        "reveal": _("this turn is over"),
        "over": _("the game is over"),
    }[phase]


# ---------------------------------------------------------------------- everyone


def _say(scenario: Scenario, state: State, author: str, do: c.Say) -> Decision:
    if not do.text.strip():
        return Refusal("text/empty", _("say something"))
    if do.to != (c.PRESS,):
        for name in do.to:
            if name not in scenario.players and name != c.CONTROL:
                says = _("there is no seat '{seat}'; there are {seats}")
                return Refusal(
                    "seat/unknown",
                    says.format(seat=name, seats=", ".join(scenario.players)),
                    name,
                )
    to = tuple(dict.fromkeys(name for name in do.to if name != author))
    if do.to and not to:
        return Refusal("seat/unknown", _("say it to somebody else"), author)
    return (f.Said(author, do.text, to),)


# ---------------------------------------------------------------------- the facilitator


def _open(scenario: Scenario, state: State, author: str, do: c.Open) -> Decision:
    return (f.Began("negotiation"),)


def _pause(scenario: Scenario, state: State, author: str, do: c.Pause) -> Decision:
    if state.paused:
        return Refusal("clock/paused", _("the clock stands still already"))
    return (f.Paused(True),)


def _resume(scenario: Scenario, state: State, author: str, do: c.Resume) -> Decision:
    if not state.paused:
        return Refusal("clock/running", _("the clock is running"))
    return (f.Paused(False),)


def _extend(scenario: Scenario, state: State, author: str, do: c.Extend) -> Decision:
    if not 0 < do.seconds <= EXTENSION:
        return Refusal("clock/range", _("expected 1 to {n} seconds").format(n=EXTENSION))
    return (f.Extended(do.seconds),)


def _close(scenario: Scenario, state: State, author: str, do: c.Close) -> Decision:
    return (f.Closed(), *closing.close(scenario, state))


def _inject(scenario: Scenario, state: State, author: str, do: c.Inject) -> Decision:
    event = scenario.events.get(do.event)
    if event is None:
        return Refusal("event/unknown", _("there is no event '{id}'").format(id=do.event), do.event)
    happened = any(id == do.event for id, _turn in state.world.happened)
    if (happened and not event.repeat) or do.event in state.injects:
        return Refusal("event/twice", _("this has happened, or is about to"), do.event)
    return (f.Prepared(do.event),)


def _correct(scenario: Scenario, state: State, author: str, do: c.Correct) -> Decision:
    index = scenario.header.index.get(do.cell)
    if index is None:
        return Refusal("cell/unknown", _("there is no cell '{cell}'").format(cell=do.cell), do.cell)
    cell = scenario.header.cells[index]
    if not cell.low <= do.value <= cell.high:
        says = _("'{cell}' goes from {low} to {high}")
        return Refusal(
            "cell/range", says.format(cell=cell.name, low=cell.low, high=cell.high), cell.name
        )
    old = state.world.row[index]
    if old == do.value:
        return Refusal("cell/same", _("that is its value already"), cell.name)
    change = Changed(cell.name, old, do.value, "control", (("control", do.value - old),))
    corrected = f.Corrected(change)
    after = evolve_all(scenario, state, (corrected,))
    return (corrected, *orders.recheck(scenario, after))


def _undo(scenario: Scenario, state: State, author: str, do: c.Undo) -> Decision:
    if state.stopped is not None:
        return (f.Undone(state.world.turn, finish=True),)
    if not state.past:
        return Refusal("undo/nothing", _("no turn has been resolved yet"))
    return (f.Undone(state.past[-1].world.turn),)


def _replace(scenario: Scenario, state: State, author: str, do: c.Replace) -> Decision:
    if do.seat not in state.chairs:
        return Refusal("seat/unknown", _("there is no seat '{seat}'").format(seat=do.seat), do.seat)
    if do.by not in ("person", "empty") and not (do.by.startswith("bot:") and do.by[4:]):
        return Refusal("replace/unknown", _("expected person, empty or bot:NAME"), do.by)
    return (f.Replaced(do.seat, do.by),)


def _next(scenario: Scenario, state: State, author: str, do: c.Next) -> Decision:
    return (f.Began("over" if state.world.end else "briefing"),)


def _finish(scenario: Scenario, state: State, author: str, do: c.Finish) -> Decision:
    if state.world.end:
        return Refusal("phase/closed", _("the game is over"))
    return (f.Finished(len(state.log)),)


def _seat(scenario: Scenario, state: State, author: str, do: c.Seat) -> Decision:
    if do.seat not in state.chairs:
        return Refusal("seat/unknown", _("there is no seat '{seat}'").format(seat=do.seat), do.seat)
    return (f.Seated(do.seat, do.player_name),)


_BY_COMMAND: dict[type, Callable[[Scenario, State, str, Any], Decision]] = {
    c.Give: orders.give, c.TakeBack: orders.take_back, c.Plan: orders.plan,
    c.Answer: orders.answer, c.Perceive: orders.perceive, c.Lock: orders.lock,
    c.Unlock: orders.unlock, c.Say: _say, c.Draft: drafting.draft, c.Sign: drafting.sign,
    c.Withdraw: drafting.withdraw, c.TablePackage: drafting.table_package,
    c.Accept: drafting.accept, c.Refuse: drafting.accept, c.Reason: closing.reason,
    c.Open: _open, c.Pause: _pause, c.Resume: _resume, c.Extend: _extend, c.Close: _close,
    c.Inject: _inject, c.Correct: _correct, c.Undo: _undo, c.Replace: _replace, c.Next: _next,
    c.Seat: _seat, c.Finish: _finish,
}  # fmt: skip

_ENDING = frozenset({c.Lock, c.Plan, c.Replace})
"""Commands after which nobody may be left to wait for."""

_TALK = ("negotiation",)
_OPEN = ("briefing", "negotiation", "ruling", "reveal")
_PHASES: dict[type, tuple[str, ...]] = {
    **dict.fromkeys(
        (c.Give, c.TakeBack, c.Plan, c.Answer, c.Perceive, c.Lock, c.Unlock, c.Draft, c.Sign,
         c.Withdraw, c.TablePackage, c.Accept, c.Refuse), _TALK,
    ),
    c.Reason: ("ruling",), c.Rule: ("ruling",),
    c.Open: ("briefing",), c.Close: ("negotiation", "ruling"), c.Next: ("reveal",),
    c.Pause: _OPEN, c.Resume: _OPEN, c.Extend: _OPEN, c.Finish: _OPEN,
    c.Inject: ("briefing", "negotiation", "ruling"), c.Correct: ("briefing", "negotiation"),
}  # fmt: skip

_UNTIL_LOCKED = frozenset({c.Give, c.TakeBack, c.Plan, c.Answer, c.Perceive, c.Lock})
"""What a seat can no longer do once it has locked."""
