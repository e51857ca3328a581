"""A slip: what a team hands in for its turn, a line for each thing, taken whole or not at all."""

from __future__ import annotations

from msgspec import Struct

from game.i18n import _, ngettext
from game.scenario.orders import Order
from game.table.commands import Do, Say


class SlipProblem(Struct, frozen=True):
    """What is wrong with a line of a slip. Line and column count from 1; line 0 is the whole."""

    line: int
    column: int
    says: str

    def __str__(self) -> str:
        if not self.line:
            return self.says
        where = _("line {line}, column {column}").format(line=self.line, column=self.column)
        return f"{where}: {self.says}"


class Slip(Struct, frozen=True):
    """A slip that was read. `does` are the commands it asks for: none where there is a problem.

    `orders` are those that count as such, `votes` the others; `signed`, `answered` and `said` are
    what a corrected slip must know of the one in whose place it comes.
    """

    seat: str
    text: str
    does: tuple[Do, ...] = ()
    problems: tuple[SlipProblem, ...] = ()
    orders: tuple[Order, ...] = ()
    votes: tuple[Order, ...] = ()
    signed: tuple[str, ...] = ()
    answered: tuple[str, ...] = ()
    said: tuple[Say, ...] = ()

    @property
    def counted(self) -> str:
        """How much is on it: `3 orders, 2 votes`."""
        parts = [ngettext("{n} order", "{n} orders", len(self.orders)).format(n=len(self.orders))]
        for n, says in (
            (len(self.votes), ngettext("{n} vote", "{n} votes", len(self.votes))),
            (len(self.answered), ngettext("{n} answer", "{n} answers", len(self.answered))),
            (len(self.signed), ngettext("{n} signature", "{n} signatures", len(self.signed))),
            (len(self.said), ngettext("{n} message", "{n} messages", len(self.said))),
        ):
            parts += [says.format(n=n)] * bool(n)
        return ", ".join(parts)
