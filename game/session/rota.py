"""Whose turn it is at the keyboard, and the bots acting in between."""

from __future__ import annotations

from game.errors import UserError
from game.i18n import _
from game.session.company import Company
from game.table.table import Table


class Rota:
    """The persons round one table, in the order in which they are asked."""

    def __init__(self, table: Table, company: Company) -> None:
        self.table = table
        self.company = company
        chairs = table.state.chairs
        self.persons = [seat for seat, chair in chairs.items() if chair.kind == "person"]
        self._waits: list[str] = []

    def moment(self) -> tuple[int, str]:
        """Turn and phase: another moment asks everybody anew."""
        return self.table.state.world.turn, self.table.state.phase

    def asked(self) -> list[str]:
        """The persons who have something to do, in the order in which they do it."""
        state = self.table.state
        if state.phase == "ruling":
            asked = {seat for seat in self.persons if self._must_rule(seat)}
        else:
            asked = {seat for seat in self.persons if not state.chairs[seat].locked}
        order = [*(s for s in self.persons if s not in self._waits), *self._waits]
        return [seat for seat in order if seat in asked]

    def pass_on(self, seat: str) -> None:
        """Let everybody else play before this seat."""
        if seat in self._waits:
            self._waits.remove(seat)
        self._waits.append(seat)

    def advance(self) -> list[str]:
        """Let bots act until persons are asked: who they are, nobody where the game is over.

        Raises UserError where a turn cannot end.
        """
        while self.table.state.phase != "over":
            if self.table.state.phase == "negotiation":
                self.company.open()
            asked = self.asked()
            if asked:
                return asked
            self._finish_turn()
        return []

    def _must_rule(self, seat: str) -> bool:
        hearings = self.table.state.hearings
        return any(h.seat != seat and seat not in dict(h.odds) for h in hearings)

    def _finish_turn(self) -> None:
        """Everybody at the keyboard is done: the bots end their turns, and it is resolved."""
        before = self.moment()
        self._waits.clear()
        self.company.close()
        if self.moment() == before:
            raise UserError(_("The turn cannot end: a seat that nobody plays has not ended it."))
