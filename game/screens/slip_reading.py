"""Reading a slip: every line is tried at a scratch table, and all problems are found at once."""

from __future__ import annotations

from game.i18n import _
from game.scenario.orders import Vote
from game.screens.slip_desk import Desk
from game.screens.slip_sorts import SORTS, order
from game.screens.slip_words import Amiss, Line, lines_of
from game.screens.slips import Slip, SlipProblem
from game.table import commands as c
from game.table.table import Table
from game.table.words import Words

MOST = 60
"""Lines of a slip at most: each is tried at a table."""


def read_slip(table: Table, words: Words, seat: str, text: str, before: Slip | None = None) -> Slip:
    """Read a slip against a copy of the table: nothing at the table changes.

    `before` is the slip of this seat in whose place it comes, if one was taken this turn.
    """
    if len(list(lines_of(text))) > MOST:
        says = _("a slip has at most {n} lines").format(n=MOST)
        return Slip(seat, text, problems=(SlipProblem(MOST + 1, 1, says),))
    desk = Desk(table, words, seat, before or Slip(seat, ""))
    _clear(desk)
    problems: list[SlipProblem] = []
    for line in _in_turn(desk, text):
        try:
            SORTS.get(_head(desk, line), order)(desk, line)
        except Amiss as amiss:
            problems.append(SlipProblem(line.number, amiss.column, amiss.says))
    _drop(desk)
    plan = [c.Plan(tuple(desk.orders))] if desk.orders else []
    does = (*desk.first, *plan, *desk.rest)
    if not problems:
        problems = _refused(Table(table.scenario, table.state), seat, does)
    problems.sort(key=lambda problem: (problem.line, problem.column))
    return Slip(
        seat, text, () if problems else does, tuple(problems),
        tuple(one for one in desk.orders if not isinstance(one, Vote)),
        tuple(one for one in desk.orders if isinstance(one, Vote)),
        tuple(desk.signed), tuple(desk.answered), tuple(desk.said),
    )  # fmt: skip


def _head(desk: Desk, line: Line) -> str:
    """The word that says what sort of line it is, "" for an order."""
    head = line.words[0].rstrip(":\N{FULLWIDTH COLON}").casefold()
    return head if head in SORTS and head not in desk.table.scenario.instruments else ""


def _in_turn(desk: Desk, text: str) -> list[Line]:
    """Answers first, whose cost orders must leave; then orders; then all that is open."""
    turns = {"answer": 0, "": 1}
    return sorted(lines_of(text), key=lambda line: turns.get(_head(desk, line), 2))


def _clear(desk: Desk) -> None:
    """Take back what a slip comes in the place of, as far as it can be taken back."""
    state = desk.table.state
    if state.phase != "negotiation":
        return
    if state.chairs[desk.seat].locked:
        desk.silently(c.Unlock())
    if state.orders.get(desk.seat):
        desk.silently(c.Plan(()))


def _drop(desk: Desk) -> None:
    """What the earlier slip answered and signed, and this one does not."""
    state = desk.table.state
    for event in desk.before.answered:
        if event not in desk.answered and event in state.answers:
            desk.silently(c.Answer(event, desk.table.scenario.events[event].default))
    for draft in desk.before.signed:
        found = state.drafts.get(draft)
        if draft not in desk.signed and found is not None and desk.seat in found.signatures:
            desk.rest.append(c.Withdraw(draft))


def _refused(scratch: Table, seat: str, does: tuple[c.Do, ...]) -> list[SlipProblem]:
    """What the table says to the whole in one go, as it will be asked for it."""
    refusals = [scratch.submit(seat, do).refused for do in does]
    return [SlipProblem(0, 0, refused.says) for refused in refusals if refused is not None]
