"""Tables that Hypothesis plays: a list of numbers is a sequence of choices of what to do."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import strategies as st

from game.data import Library
from game.rules.turn import Refusal
from game.scenario.load import load_text
from game.scenario.model import Scenario
from game.scenario.orders import Argue
from game.scenario.terms import Clause, Declare, Hold, Move, Refrain, Terms, Transfer
from game.table import commands as c
from game.table import facts as f
from game.table.decide import decide
from game.table.evolve import evolve_all
from game.table.sealing import seal
from game.table.sight import sight
from game.table.state import Setup, State, begin, remember

T = TypeVar("T")
ROOT = Path(__file__).parents[2]
MIRRORS = ROOT.parent / "shared" / "cases" / "adjudication" / "strait_of_mirrors.yaml"
PLAYED = {
    "first-talks": ROOT / "scenarios" / "first-talks.yaml",
    "thaad-2016": ROOT / "scenarios" / "thaad-2016.yaml",
    "strait_of_mirrors": MIRRORS,
}

choices = st.lists(st.integers(0, 2**20), min_size=30, max_size=250)
"""What a table's people choose, one number after the other."""
names = st.sampled_from(sorted(PLAYED))


@cache
def scenario(name: str) -> Scenario:
    """A scenario by name; the third party's is skipped where it is not at hand."""
    path = PLAYED[name]
    if path == MIRRORS and not path.parent.parent.exists() and not os.environ.get("CI"):
        pytest.skip("the cases beside the repository are not here")
    return load_text(path.read_text(encoding="utf-8"), str(path), Library(str(path)))


class Chooser:
    """Gives out the numbers; when there are none left it says so."""

    def __init__(self, numbers: list[int]) -> None:
        self.numbers = iter(numbers)
        self.done = False

    def among(self, count: int) -> int:
        """A number below `count`; 0 when all numbers are used."""
        number = next(self.numbers, None)
        self.done |= number is None
        return 0 if number is None else number % count

    def one(self, things: Sequence[T]) -> T:
        """One of several things."""
        return things[self.among(len(things))]


def told_apart(seat: str, number: int) -> str:
    """A text that nobody else writes."""
    return f"words of {seat} {number}"


def some_terms(it: Scenario, seat: str, choose: Chooser) -> Terms:
    """A text that a seat might draft: a ready one that it is a party to, or one of its own."""
    ready = [terms for terms in it.agreements.values() if seat in terms.parties]
    if ready and choose.among(2):
        return choose.one(ready)
    others = [p for p in it.players if p != seat]
    parties = (seat, choose.one(others)) if choose.among(4) else (seat,)
    clauses = tuple(_clause(it, parties, choose) for _ in range(1 + choose.among(3)))
    secret = len(parties) > 1 and not choose.among(3)
    return Terms(told_apart(seat, 0), parties, clauses, treaty=not choose.among(3), secret=secret)


def _clause(it: Scenario, parties: tuple[str, ...], choose: Chooser) -> Clause:
    kind = choose.among(5)
    issue = choose.one(list(it.issues.values()))
    if kind == 0:
        return Move(issue.id, choose.one(issue.options), 1 + choose.among(8))
    if kind == 1:
        return Hold(issue.id, "at_most", choose.one(issue.options), until=1 + choose.among(8))
    if kind == 2:
        actor = choose.one(parties)
        return Refrain(actor, (choose.one(list(it.instruments)),), until=1 + choose.among(8))
    if kind == 3:
        giver = choose.one(parties)
        receiver = choose.one([p for p in it.players if p != giver])
        return Transfer(giver, receiver, 1 + choose.among(3))
    return Declare(told_apart(parties[0], choose.among(9)))


def a_command(it: Scenario, state: State, choose: Chooser) -> c.Command:
    """Something that somebody might ask for; not always something that is accepted."""
    if state.phase == "briefing":
        return c.Command(c.CONTROL, c.Open())
    if state.phase == "reveal":
        return c.Command(c.CONTROL, choose.one([c.Next(), c.Next(), c.Next(), c.Undo()]))
    free = [p for p in it.players if not state.chairs[p].locked]
    seat = choose.one(free if free and choose.among(8) else it.players)
    if state.phase == "ruling":
        return _in_ruling(state, seat, choose)
    kind = choose.among(12)
    if kind < 4:
        offers = [o.order for o in sight(it, state, seat).offers if o.refusal is None]
        return c.Command(seat, c.Give(choose.one(offers)) if offers else c.Lock())
    if kind == 4:
        given = state.orders.get(seat, ())
        return c.Command(seat, c.TakeBack(choose.one(given)) if given else c.Unlock())
    if kind == 5:
        to = tuple(p for p in it.players if p != seat and choose.among(2))
        return c.Command(seat, c.Say(told_apart(seat, choose.among(99)), to))
    if kind == 6:
        return c.Command(seat, _about_drafts(it, state, seat, choose))
    if kind == 7:
        return _signature(state, choose) or c.Command(seat, c.Draft(some_terms(it, seat, choose)))
    if kind == 8:
        return c.Command(seat, _answer(it, state, seat, choose))
    if kind == 9 and it.argue_cells:
        cell = it.header.names[choose.one(sorted(it.argue_cells))]
        argument = Argue(told_apart(seat, choose.among(9)), (), ((cell, 1 - 2 * choose.among(2)),))
        return c.Command(seat, c.Give(argument))
    if kind == 10 and not choose.among(3):
        return _by_control(it, choose)
    if kind == 11 and not choose.among(3):
        return c.Command(c.CONTROL, c.Close())
    return c.Command(seat, c.Lock())


def _in_ruling(state: State, seat: str, choose: Chooser) -> c.Command:
    hearing = choose.one(state.hearings)
    if not choose.among(4):
        return c.Command(c.CONTROL, c.Close())
    if not choose.among(3):
        return c.Command(seat, c.Reason(hearing.seat, hearing.number, told_apart(seat, 1)))
    return c.Command(seat, c.Rule(hearing.seat, hearing.number, choose.one([5, 25, 50, 75, 95])))


def _about_drafts(it: Scenario, state: State, seat: str, choose: Chooser) -> c.Do:
    mine = [d for d in state.drafts.values() if seat in d.terms.parties]
    if not mine or not choose.among(3):
        return c.Draft(some_terms(it, seat, choose))
    draft = choose.one(mine)
    if not choose.among(4):
        clauses = (*draft.terms.clauses, Declare(told_apart(seat, choose.among(99))))
        new = Terms(
            draft.terms.name, draft.terms.parties, clauses, draft.terms.treaty, draft.terms.secret
        )
        return c.Draft(new, draft.id)
    if not choose.among(6):
        return c.Withdraw(draft.id)
    return c.Sign(draft.id, draft.revision)


def _signature(state: State, choose: Chooser) -> c.Command | None:
    """A signature that a draft still lacks."""
    lacking = [d for d in state.drafts.values() if not d.complete]
    if not lacking:
        return None
    draft = choose.one(lacking)
    seat = choose.one([p for p in draft.terms.parties if p not in draft.signatures])
    return c.Command(seat, c.Sign(draft.id, draft.revision))


def _answer(it: Scenario, state: State, seat: str, choose: Chooser) -> c.Do:
    asked = [e for e in state.world.pending if it.events[e].asks == seat]
    if asked:
        event = choose.one(asked)
        return c.Answer(event, choose.one(list(it.events[event].choices)))
    other = choose.one([p for p in it.players if p != seat])
    return c.Perceive(((other, choose.among(11)),))


def _by_control(it: Scenario, choose: Chooser) -> c.Command:
    cell = choose.one(it.header.cells)
    what: list[c.Do] = [
        c.Close(),
        c.Pause(),
        c.Resume(),
        c.Extend(60),
        c.Inject(choose.one(list(it.events)) if it.events else ""),
        c.Correct(cell.name, cell.low + choose.among(cell.high - cell.low + 1)),
        c.Replace(choose.one(it.players), choose.one(["person", "empty", "bot:random"])),
    ]
    return c.Command(c.CONTROL, choose.one(what))


Played = tuple[State, c.Command, tuple[f.Fact, ...] | Refusal, State]


def play(it: Scenario, numbers: list[int], setup: Setup | None = None) -> Iterator[Played]:
    """Play until the numbers are used or the game is over: each state, command, answer, state."""
    choose = Chooser(numbers)
    state = begin(it, choose.among(1000), setup)
    while not choose.done and state.phase != "over":
        asked = a_command(it, state, choose)
        sealed = seal(it, state, asked)
        assert not isinstance(sealed, Refusal)
        command, texts = sealed
        answer = decide(it, state, command)
        before = state
        if not isinstance(answer, Refusal):
            state = evolve_all(it, remember(state, texts), answer)
        yield before, command, answer, state


def last_state(it: Scenario, numbers: list[int], setup: Setup | None = None) -> State:
    """The state that a list of choices leads to."""
    states = [after for _before, _command, _answer, after in play(it, numbers, setup)]
    return states[-1] if states else begin(it, 0, setup)
