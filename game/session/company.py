"""The bots at the table: they act when a turn opens, when a text waits, when persons are done."""

from __future__ import annotations

from game.bots.bot import Deed
from game.bots.play import Bots, close_turn, open_turn, sign
from game.table.commands import Perceive
from game.table.table import Table

Thought = tuple[int, str, str]
"""Turn, seat, and why a bot did something."""


class Company:
    """Bots by seat. They are given sights and nothing else."""

    def __init__(self, table: Table, bots: Bots) -> None:
        self.table = table
        self.bots = bots
        self.thoughts: list[Thought] = []
        self.opened = table.state.world.turn if self._began() else 0

    def open(self) -> None:
        """Begin the turn, once: answers, drafts and proposals, and signatures among bots."""
        turn = self.table.state.world.turn
        if self.table.state.phase == "negotiation" and self.opened != turn:
            self.opened = turn
            open_turn(self.table, self._playing(), self._heard)

    def sign(self) -> None:
        """Read what a person put on the table or signed, and sign it or not."""
        sign(self.table, self._playing(), self._heard)

    def close(self) -> None:
        """Everybody else is done: vote, order and lock, which resolves the turn."""
        self.open()
        self.sign()
        close_turn(self.table, self._playing(), self._heard)

    def _heard(self, seat: str, deed: Deed) -> None:
        """Keep why a bot did something: told when the game is over."""
        if deed.because and not isinstance(deed.do, Perceive):
            self.thoughts.append((self.table.state.world.turn, seat, deed.because))

    def _began(self) -> bool:
        """Whether the bots have opened this turn already: the game was left after that."""
        state = self.table.state
        turn = state.world.turn
        acted = {seat for seat, orders in state.orders.items() if orders} | set(state.perceptions)
        acted |= {draft.by for draft in state.drafts.values() if draft.touched == turn}
        return not acted.isdisjoint(self.bots)

    def _playing(self) -> Bots:
        chairs = self.table.state.chairs
        return {seat: bot for seat, bot in self.bots.items() if not chairs[seat].locked}
