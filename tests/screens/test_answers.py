"""An answer to an event is acknowledged, and listed until the turn ends."""

from __future__ import annotations

from game import loading
from game.lines import draw
from game.scenario.orders import Step
from game.screens.build import build
from game.screens.eyes import DESK, look
from game.screens.model import Place, Submit
from game.table.commands import Lock
from game.table.table import Table
from game.table.words import words_of


def test_an_answer_is_acknowledged_and_listed() -> None:
    it = loading.load("first-talks")
    table = Table.open(it, 5)
    for seat in ("host", "sponsor"):
        table.submit(seat, step_on())
    for seat in it.players:
        table.submit(seat, Lock())
    asking = build(look(table, "host", words_of(it)), Place("question", "march"))
    listen = next(control for control in asking.controls if control.id == "listen")
    assert isinstance(listen.action, Submit)
    assert listen.action.said == "Answered: Send a minister to listen"
    for place in (DESK, Place("lock")):
        before = draw.said(build(look(table, "host", words_of(it)), place), 100)
        assert "Send a minister to listen" not in " ".join(before)
    table.submit("host", listen.action.do)
    for place in (DESK, Place("lock")):
        after = draw.said(build(look(table, "host", words_of(it)), place), 100)
        assert "The village marches up the hill: Send a minister to listen" in " ".join(after)


def step_on() -> Step:
    """The step to which the village answers."""
    return Step("radar", "agreed")
