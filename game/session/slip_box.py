"""The box of a turn's slips: what is being typed for each team, and what was taken from it."""

from __future__ import annotations

from msgspec.structs import replace

from game.i18n import _
from game.screens.eyes import Eyes, look
from game.screens.facilitating import Handed
from game.screens.slip_reading import read_slip
from game.screens.slips import Slip
from game.table.commands import Say
from game.table.state import Chair
from game.table.table import Table
from game.table.words import Words


class SlipBox:
    """The slips of the turn that goes on."""

    def __init__(self, table: Table, words: Words) -> None:
        self.table = table
        self.words = words
        self._typing: dict[str, str] = {}
        self._taken: dict[str, Slip] = {}
        self._warned: dict[str, str] = {}
        self._before: dict[int, dict[str, str]] = {}

    def put_away(self, turn: int) -> None:
        """A turn is over: its slips are kept, should it be played again."""
        self._before[turn] = {seat: self.text(seat) for seat in (*self._taken, *self._typing)}
        self._typing.clear()
        self._taken.clear()

    def begin(self, turn: int) -> None:
        """A turn begins: nobody has handed in anything. Played again, its slips are half typed."""
        again, chairs = self._before.pop(turn, {}), self.table.state.chairs
        self._taken.clear()
        self._typing = {
            seat: text
            for seat, text in again.items()
            if text.strip() and chairs[seat].kind == "person"
        }

    def recall(self) -> None:
        """Write down again what the table holds of a turn that goes on, in a game that was left."""
        for seat in self.table.scenario.players:
            text = written(look(self.table, seat, self.words))
            if text:
                self._taken[seat] = read_slip(self.table, self.words, seat, text)

    def keep(self, seat: str) -> None:
        """What a seat did at its desk stands on its slip, before what was half typed there."""
        text = written(look(self.table, seat, self.words))
        half = self._typing.pop(seat, "").splitlines()
        self._taken[seat] = read_slip(self.table, self.words, seat, text)
        known = text.splitlines()
        left = [line for line in half if line.strip() and line.strip() not in known]
        if left:
            self._typing[seat] = "\n".join([*known, *left])

    def text(self, seat: str) -> str:
        """What stands on a seat's slip now."""
        taken = self._taken.get(seat)
        return self._typing.get(seat, taken.text if taken is not None else "")

    def type(self, seat: str, text: str) -> None:
        """Another text for a slip; nothing is asked of the table yet."""
        self._typing[seat] = text.strip("\n")

    def read(self, seat: str) -> Slip:
        """A seat's slip as it would be taken now."""
        before = self._taken.get(seat, Slip(seat, ""))
        before = replace(before, said=_said(look(self.table, seat, self.words)))
        return read_slip(self.table, self.words, seat, self.text(seat), before)

    def taken(self, slip: Slip) -> None:
        """A slip was taken."""
        self._typing.pop(slip.seat, None)
        self._taken[slip.seat] = slip

    def warning(self) -> str:
        """Which half-typed slips leaving would lose, said once; "" where there are none."""
        half = {seat: text for seat, text in self._typing.items() if text.strip()}
        if not half or half == self._warned:
            return ""
        self._warned = half
        says = _("Not taken yet, and lost if you leave: {names}. Choose it again to leave.")
        slips = [_("Slip of {name}").format(name=self.words.actor(seat)) for seat in half]
        return says.format(names=", ".join(slips))

    def handed(self, seat: str, chair: Chair) -> Handed:
        """What became of a seat's slip, as everybody may know it."""
        if chair.kind != "person":
            return chair.kind
        if seat in self._typing:
            return "problems"
        if chair.locked:
            return "locked"
        return "entered" if seat in self._taken else "missing"


def _said(eyes: Eyes) -> tuple[Say, ...]:
    """What a seat has said this turn, by a slip or at its desk: it is not said again.

    What was said stays said where the turn was undone, too.
    """
    view = eyes.view
    own = [one for one in view.messages if one.by == eyes.seat and one.turn == view.turn]
    return tuple([Say(one.text, one.to) for one in own])


def written(eyes: Eyes) -> str:
    """The slip that says what a seat has ordered, answered and signed this turn."""
    view = eyes.view
    lines = [order.notation for order in view.orders]
    asked = [q for q in view.questions if q.asks == eyes.seat and q.answer]
    lines += [f"answer {q.event} {q.answer}" for q in asked]
    lines += [f"sign {draft.id}" for draft in view.drafts if draft.signed]
    return "\n".join(lines)
