"""The sorts of lines of a slip, and what each asks of the table."""

from __future__ import annotations

import re
from collections.abc import Callable

from game.i18n import _
from game.screens.slip_desk import Desk, refusal_of
from game.screens.slip_messages import message
from game.screens.slip_words import Amiss, Line, expected, named, order_of
from game.table import commands as c
from game.table.state import WORDS_OF_ODDS
from game.table.views import DraftView

DIGITS = 4
"""Digits of a number in a list at most."""


def order(desk: Desk, line: Line) -> None:
    order = order_of(desk.eyes, line)
    if order not in desk.table.state.orders.get(desk.seat, ()) or order in desk.orders:
        refused = desk.table.submit(desk.seat, c.Give(order)).refused
        if refused is not None:
            raise refusal_of(line, refused)
    desk.orders.append(order)


def _answer(desk: Desk, line: Line) -> None:
    asked = [q for q in desk.eyes.view.questions if q.asks == desk.seat]
    found = line.words[1] if len(line.words) > 1 else ""
    event = named(found, [(q.event, q.title) for q in asked])
    if not event:
        raise expected(line, 1, _("an event that waits for an answer"), [q.event for q in asked])
    options = desk.table.scenario.events[event].choices
    if len(line.words) != 3 or line.words[2] not in options:
        raise expected(line, 2, _("an answer"), options)
    desk.do(line, c.Answer(event, line.words[2]), desk.first)
    desk.answered.append(event)


def _draft_named(desk: Desk, line: Line, drafts: list[DraftView]) -> DraftView | None:
    """The draft that the rest of a line names: by its number, its id or its name."""
    about = line.text.partition(" ")[2].strip().strip('"')
    if about.isdecimal():
        number = int(about[:DIGITS])
        return drafts[number - 1] if 0 < number <= len(drafts) and len(about) <= DIGITS else None
    id = named(about, [(draft.id, draft.name) for draft in drafts])
    return next((draft for draft in drafts if draft.id == id), None)


def _sign(desk: Desk, line: Line) -> None:
    drafts = [draft for draft in desk.eyes.view.drafts if draft.party]
    found = _draft_named(desk, line, drafts)
    if found is None:
        ready = _ready(desk, line)
        if not ready:
            known = [*(d.id for d in drafts), *(r.id for r in desk.eyes.view.ready)]
            raise expected(line, 1, _("a text to sign"), known)
        desk.do(line, c.Draft(desk.table.scenario.agreements[ready]), desk.rest)
        found = next(d for d in desk.eyes.view.drafts if d.id == ready)
    if not found.signed:
        desk.do(line, c.Sign(found.id, found.revision), desk.rest)
    desk.signed.append(found.id)


def _ready(desk: Desk, line: Line) -> str:
    about = line.text.partition(" ")[2].strip().strip('"')
    return named(about, [(ready.id, ready.name) for ready in desk.eyes.view.ready])


def _withdraw(desk: Desk, line: Line) -> None:
    drafts = [draft for draft in desk.eyes.view.drafts if draft.party]
    found = _draft_named(desk, line, drafts)
    if found is None:
        raise expected(line, 1, _("a text on the table"), [draft.id for draft in drafts])
    desk.do(line, c.Withdraw(found.id), desk.rest)


def _draft(desk: Desk, line: Line) -> None:
    drafts = [draft for draft in desk.eyes.view.drafts if draft.party]
    if _draft_named(desk, line, drafts) is not None:
        return
    ready = _ready(desk, line)
    if not ready:
        known = [found.id for found in desk.eyes.view.ready]
        raise expected(line, 1, _("a ready text"), known)
    desk.do(line, c.Draft(desk.table.scenario.agreements[ready]), desk.rest)


def _rate(desk: Desk, line: Line) -> None:
    rivals = [(rival.id, rival.name) for rival in desk.eyes.rivals]
    found = named(line.words[1] if len(line.words) > 1 else "", rivals)
    if not found:
        raise expected(line, 1, _("another seat"), [id for id, _name in rivals])
    number = line.words[2] if len(line.words) == 3 else ""
    if not number.isdecimal() or not number.isascii() or len(number) > 2:
        raise expected(line, 2, _("a number from 0 to 10"), ())
    desk.do(line, c.Perceive(((found, int(number)),)), desk.rest)


def _table(desk: Desk, line: Line) -> None:
    pairs = [word.partition("=") for word in line.words[1:]]
    for number, (_issue, is_, option) in enumerate(pairs, 1):
        if not is_ or not option:
            raise expected(line, number, _("ISSUE=OPTION"), ())
    options = tuple((issue, option) for issue, _is, option in pairs)
    desk.do(line, c.TablePackage(options), desk.rest)


def _accept(desk: Desk, line: Line) -> None:
    packages = desk.eyes.view.packages
    number = line.words[1] if len(line.words) == 2 else ""
    if not (number.isdecimal() and len(number) <= DIGITS and 0 < int(number) <= len(packages)):
        known = [str(n) for n in range(1, len(packages) + 1)]
        raise expected(line, 1, _("a package's number"), known)
    package, yes = packages[int(number) - 1], line.words[0].casefold() == "accept"
    if desk.seat not in (package.accepts if yes else package.refuses):
        kind = c.Accept if yes else c.Refuse
        desk.do(line, kind(package.id), desk.rest)


# ---------------------------------------------------------------------- in a ruling


def _about(desk: Desk, line: Line, name: str) -> tuple[str, int]:
    """The argument of a seat: the first that is before the table."""
    heard = [h for h in desk.eyes.view.hearings if h.seat != desk.seat]
    meant = named(name, [(h.seat, h.name) for h in heard]) if name else ""
    if not name and len({h.seat for h in heard}) == 1:
        meant = heard[0].seat
    found = next((h for h in heard if h.seat == meant), None)
    if found is None:
        raise expected(line, 1, _("whose argument"), [h.seat for h in heard])
    return found.seat, found.number


def _odds(desk: Desk, line: Line) -> None:
    *names, number = line.words[1:] or [""]
    if number not in [str(odds) for odds in WORDS_OF_ODDS]:
        known = [str(odds) for odds in WORDS_OF_ODDS]
        raise expected(line, max(len(line.words) - 1, 1), _("odds in per cent"), known)
    seat, of = _about(desk, line, " ".join(names))
    desk.do(line, c.Rule(seat, of, int(number)), desk.rest)


def _reason(desk: Desk, line: Line) -> None:
    found = _REASON.fullmatch(line.text)
    if found is None:
        says = _("expected 'reason for SEAT: TEXT' or 'reason against SEAT: TEXT'")
        raise Amiss(line.column_of(1), says)
    seat, of = _about(desk, line, found["seat"].strip())
    against = found["side"].casefold() == "against"
    desk.do(line, c.Reason(seat, of, found["text"].strip().strip('"'), against), desk.rest)


_REASON = re.compile(r"reason\s+(?P<side>for|against)\s*(?P<seat>[^:]*):\s*(?P<text>.+)", re.I)

SORTS: dict[str, Callable[[Desk, Line], None]] = {
    "answer": _answer, "say": message, "press": message,
    "sign": _sign, "withdraw": _withdraw, "draft": _draft,
    "rate": _rate, "table": _table, "accept": _accept,
    "refuse": _accept, "odds": _odds, "reason": _reason,
}  # fmt: skip
