"""The desk at which a slip is tried: a scratch table, and what has been written so far."""

from __future__ import annotations

from game.rules.turn import Refusal
from game.scenario.orders import Order
from game.screens.eyes import Eyes, look
from game.screens.slip_words import Amiss, Line
from game.screens.slips import Slip
from game.table import commands as c
from game.table.table import Table
from game.table.words import Words


class Desk:
    """A scratch table, and what a slip asks of it: `first`, then the orders, then the `rest`."""

    def __init__(self, table: Table, words: Words, seat: str, before: Slip) -> None:
        self.table = Table(table.scenario, table.state)
        self.words, self.seat, self.before = words, seat, before
        self.first: list[c.Do] = []
        self.rest: list[c.Do] = []
        self.orders: list[Order] = []
        self.signed: list[str] = []
        self.answered: list[str] = []
        self.said: list[c.Say] = []

    @property
    def eyes(self) -> Eyes:
        """The seat's eyes on the scratch table, as it stands after the lines so far."""
        return look(self.table, self.seat, self.words)

    def do(self, line: Line, do: c.Do, to: list[c.Do]) -> None:
        """Do what a line asks for. Raises Amiss where the table refuses it."""
        refused = self.table.submit(self.seat, do).refused
        if refused is not None:
            raise refusal_of(line, refused)
        to.append(do)

    def silently(self, do: c.Do) -> None:
        """Do first what no line asks for, where the table grants it."""
        if self.table.submit(self.seat, do).refused is None:
            self.first.append(do)


def refusal_of(line: Line, refusal: Refusal) -> Amiss:
    """The table's refusal, at the word that it is about."""
    return Amiss(line.column(refusal.where), refusal.says)
