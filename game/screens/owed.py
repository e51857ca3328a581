"""What this seat has promised: what it owes this turn, and which orders would break its word."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from game.i18n import _
from game.rules.clauses import allowed, binding, next_step
from game.rules.compiled import compiled
from game.rules.moment import Moment
from game.scenario.notation import format_order
from game.scenario.orders import Act, Order, Step
from game.scenario.terms import Clause, Hold, Move, Perform, Refrain
from game.screens.eyes import Eyes
from game.table.imagine import imagine
from game.world.world import Agreement


class Owed(Struct, frozen=True):
    """An order that an agreement asks of this seat; `by` is the last turn for it."""

    order: Order
    agreement: str
    by: int


def owed(eyes: Eyes) -> list[Owed]:
    """What is promised and not yet ordered, promises that end this turn first."""
    found = [
        duty
        for agreement, clause in bound(eyes)
        if (duty := _duty(eyes, agreement, clause)) and duty.order not in eyes.sight.orders
    ]
    return sorted(found, key=lambda duty: duty.by)


def owed_in_words(eyes: Eyes) -> list[str]:
    """A line for each promise that waits for an order."""
    lines = []
    for duty in owed(eyes):
        says = _("You promised: {order} (“{name}”). Type: {notation}")
        if duty.by > eyes.view.turn:
            says = _("You promised, by turn {turn}: {order} (“{name}”). Type: {notation}")
        label = eyes.words.label(eyes.seat, duty.order)
        lines.append(
            says.format(order=label, name=duty.agreement, turn=duty.by,
                        notation=format_order(duty.order))
        )  # fmt: skip
    return lines


def broken_in_words(eyes: Eyes) -> list[str]:
    """A line for each order given that would break a promise."""
    lines = []
    for agreement, clause in bound(eyes):
        for order in eyes.sight.orders:
            if _breaks(eyes, clause, order):
                lines.append(
                    _("{order}: this breaks your word (“{name}”).").format(
                        order=eyes.words.label(eyes.seat, order), name=name_of(eyes, agreement)
                    )
                )
    return lines


def bound(eyes: Eyes) -> Iterator[tuple[Agreement, Clause]]:
    """The clauses that bind this seat this turn."""
    if not any(eyes.seat in a.terms.parties for a in eyes.sight.agreements):
        return
    world = imagine(eyes.scenario, eyes.sight)
    moment = Moment(eyes.scenario, world)
    for agreement in eyes.sight.agreements:
        if eyes.seat in agreement.terms.parties and agreement.since < world.turn:
            for number in binding(compiled(eyes.scenario), agreement, world.row, moment):
                yield agreement, agreement.terms.clauses[number]


def _duty(eyes: Eyes, agreement: Agreement, clause: Clause) -> Owed | None:
    if isinstance(clause, Perform) and clause.actor == eyes.seat:
        return Owed(Act(clause.do, clause.target), name_of(eyes, agreement), clause.by)
    if not isinstance(clause, Move) or agreement.terms.treaty:
        return None
    issue = eyes.scenario.issues[clause.issue]
    present = eyes.sight.row[issue.cell]
    option = next_step(issue, present, clause.to)
    if option == present or eyes.seat not in issue.consent(present, option).of:
        return None
    order = Step(clause.issue, issue.options[option])
    return Owed(order, name_of(eyes, agreement), eyes.view.turn)


def _breaks(eyes: Eyes, clause: Clause, order: Order) -> bool:
    if isinstance(clause, Refrain) and isinstance(order, Act):
        return (
            clause.actor == eyes.seat
            and order.instrument in clause.instruments
            and clause.target in ("", order.target)
        )
    if not isinstance(order, Step) or not isinstance(clause, Move | Hold):
        return False
    if order.issue != clause.issue:
        return False
    issue = eyes.scenario.issues[order.issue]
    to, present = issue.options.index(order.option), eyes.sight.row[issue.cell]
    if isinstance(clause, Hold):
        return to not in allowed(issue, clause) and present in allowed(issue, clause)
    return next_step(issue, present, clause.to) != to


def name_of(eyes: Eyes, agreement: Agreement) -> str:
    return next((a.name for a in eyes.view.agreements if a.id == agreement.id), agreement.id)
