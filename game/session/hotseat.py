"""A game at one machine: persons who share it, bots in the other seats, one table.

Nobody's secrets stand on a frame but those of the seat that has the keyboard; while it is handed
over, and where the class looks together, frames are drawn from what everybody may see.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from game.debrief.game import Game
from game.errors import UserError
from game.i18n import _
from game.record.table import Table
from game.record.times import Moment
from game.screens.build import build
from game.screens.ending import game_at
from game.screens.eyes import DESK, Eyes, look
from game.screens.model import Control, Fill, Go, Leave, Place, Screen, Submit, Tone
from game.screens.orders import ORDERS
from game.screens.staging import scene_of
from game.session.asking import WHY, meant, near, notations, ordered, why_screen
from game.session.clock import preset
from game.session.curtain import FORGET, PIN, TAKE, Pins, curtain
from game.session.dressing import late, shared
from game.session.filling import NotFilled, filled
from game.session.layouts import layout_of
from game.session.opening import company_of
from game.session.rota import Rota
from game.session.source import Frame, Notice, Source
from game.session.timekeeper import Timekeeper
from game.table.commands import PUBLIC, Command, Do, Give, Lock
from game.table.facts import Phase
from game.table.words import Words

REVEAL = Place("reveal", "0")
TOGETHER = frozenset({"reveal", "why", "whys", "board", "relations", "timeline", WHY})
"""What a class may look at together between two turns; anything else goes on to the next seat."""


class HotSeat(Source):
    """Persons at one machine. Raises UserError where the table has a bot that there is not."""

    def __init__(
        self,
        table: Table,
        words: Words,
        path: Path | None = None,
        *,
        now: Callable[[], float] = time.time,
        moments: tuple[Moment, ...] = (),
        said: Sequence[str] = (),
    ) -> None:
        self.table = table
        self.words = words
        self.path = path
        self.company = company_of(table)
        self.rota = Rota(table, self.company)
        self._alone = len(self.rota.persons) == 1
        self.pins = Pins()
        timings = preset(table.scenario, table.state.setup.minutes)
        self._time = Timekeeper(timings, now, moments)
        self._keyboard = ""
        self._next = ""
        self._place = DESK
        self._asked_at = DESK
        self._game: Game | None = None
        self._heard = 0
        self._told: dict[str, int] = {}
        self._notices: list[Notice] = []
        self._frame: Frame | None = None
        self._stage = ""
        self._moment = (0, "")
        self._go_on()
        self._notices[:0] = [Notice(text) for text in said]

    # ------------------------------------------------------------------ a source

    @property
    def over(self) -> bool:
        """Whether the game has come to its end."""
        return self._game is not None

    @property
    def notations(self) -> tuple[str, ...]:
        """The orders that may be typed now, to complete a line."""
        return tuple(notations(self._eyes())) if self._stage == "seat" else ()

    def frame(self) -> Frame:
        """What is to be seen now."""
        if self._frame is None:
            eyes = self._eyes()
            seat = eyes.seat if self._stage == "seat" else ""
            layout = "curtain" if self._stage == "curtain" else layout_of(self._place)
            phase = self._clocked()
            clock = self._time.clock(phase, self.table.state.world.turn)
            scene = scene_of(eyes, phase if phase == "reveal" else "")
            said = tuple(self._notices)
            self._frame = Frame(self._screen(eyes), layout, scene, seat, clock, said)
        return self._frame

    def act(self, control: Control, text: str = "") -> Source | None:
        """Do what a control does. None where the person leaves."""
        self._begin()
        action = control.action
        if not control.enabled:
            self._say(_("Not now: {why}.").format(why=control.why_not.rstrip(".")))
            return self
        if isinstance(action, Leave) and action.how != "pass_on":
            return None
        try:
            self._act(action, text)
        except (UserError, NotFilled) as error:
            self._say(str(error), "trouble")
        return self

    def typed(self, line: str) -> Source | None:
        """Do what a typed line says: an order, a word of the desk, or `why` and a name."""
        self._begin()
        line = line.strip()
        if self._stage == "curtain" or not line:
            self._say(_("Nobody has taken the seat yet.") if self._stage == "curtain" else "")
            return self
        try:
            self._type(line)
        except UserError as error:
            self._say(error.message, "trouble")
        return self

    def poll(self, now: float) -> bool:
        """Whether time is up, or the debrief's time in danger, and was not before."""
        if not self._time.changed(now):
            return False
        self._begin()
        clock = self.frame().clock
        if clock is not None and self._time.up():
            self._begin()
            self._say(_("Time is up."), "trouble")
        return True

    def close(self) -> None:
        """Let go of the record's file."""
        self.table.close()

    # ------------------------------------------------------------------ what is shown

    def _eyes(self) -> Eyes:
        """The eyes that a frame is drawn from: a seat's only while it has the keyboard."""
        seat = self._keyboard if self._stage == "seat" or self._alone else PUBLIC
        return look(self.table, seat, self.words)

    def _clocked(self) -> Phase:
        """What the clock counts: a reveal, until the first screen behind it; then the turn."""
        phase = self.table.state.phase
        alone = self._alone and self._place.screen == "reveal"
        reveals = phase == "negotiation" and (self._stage == "together" or alone)
        return "reveal" if reveals else phase

    def _screen(self, eyes: Eyes) -> Screen:
        if self._stage == "curtain":
            others = [seat for seat in self.rota.asked() if seat != self._next]
            return curtain(eyes, self._next, others, self.pins)
        if self._place.screen == WHY:
            return why_screen(eyes, self._place, self._asked_at)
        screen = build(eyes, self._place, self._game)
        if self._place == DESK and self._time.up():
            screen = late(screen)
        if self._stage == "seat" and not self._alone:
            screen = shared(screen, self._place, self._keyboard, self.pins)
        return screen

    def _begin(self) -> None:
        self._notices = []
        self._frame = None

    def _say(self, text: str, tone: Tone = "") -> None:
        if text:
            self._notices.append(Notice(text, tone))

    # ------------------------------------------------------------------ what is chosen

    def _act(self, action: Go | Submit | Fill | Leave, text: str) -> None:
        match action:
            case Go(to):
                self._visit(to)
            case Submit(do, then, said):
                if self._submit(do, said):
                    self._place = then
                    self._after(isinstance(do, Lock))
            case Fill():
                there = filled(action, text)
                if there is not None:
                    self._visit(there)
            case Leave():
                self.rota.pass_on(self._keyboard)
                self._go_on()

    def _visit(self, to: Place) -> None:
        """Go to a place; some are the session's own."""
        if to.screen == TAKE:
            self._take(to.of, to.arg("pin"))
        elif to.screen == FORGET:
            self.pins.forget(to.of)
        elif to.arg("to") == PIN:
            self._say(*self.pins.guard(self._keyboard, to.arg("pin")))
        elif self._stage == "together" and to.screen not in TOGETHER:
            self._heard = self.table.state.world.turn
            self._go_on()
        else:
            self._place = to

    def _take(self, seat: str, pin: str) -> None:
        if not self.pins.opens(seat, pin):
            self._say(_("That is not the PIN."), "trouble")
            return
        self._sit(seat)
        if self.pins.tell(seat):
            says = _("Your PIN was taken away at this laptop while others had it.")
            self._say(says, "trouble")

    def _submit(self, do: Command | Do, said: str = "") -> bool:
        reply = self.table.submit(self._keyboard, do)
        if reply.refused is not None:
            says = reply.refused.says
            says += "" if says.endswith((".", "?", "!")) else "."
            self._say(_("Refused: {says}").format(says=says), "trouble")
            return False
        self._say(said, "good")
        if self.table.state.phase == "negotiation":
            self.company.sign()
        return True

    def _type(self, line: str) -> None:
        eyes = self._eyes()
        found = meant(eyes, line)
        if isinstance(found, str):
            self._say(found, "trouble")
        elif isinstance(found, Place):
            if self._place.screen != WHY:
                self._asked_at = self._place
            self._place = found
        elif self._stage != "seat":
            self._say(_("Orders are given by a seat that has the keyboard."), "trouble")
        elif self._submit(Give(found)):
            self._say(ordered(eyes, found), "good")  # only now: what was refused may have no words
            self._place = ORDERS if self._place.screen in ("orders", "order") else DESK
            self._after(False)
        else:
            self._say(near(eyes, line))

    def _after(self, leaves: bool) -> None:
        """Go on where a command ended the turn, or its seat's part in it."""
        if leaves or self._moment != self.rota.moment():
            self._go_on()

    # ------------------------------------------------------------------ whose turn

    def _go_on(self) -> None:
        """Let bots act until somebody is to see something, and show it."""
        asked = self.rota.advance()
        self._moment = self.rota.moment()
        if not asked:
            self._end()
        elif self._alone or (asked[0] == self._keyboard and not self._untold()):
            self._sit(asked[0])
        else:
            self._keyboard, self._next, self._notices = "", asked[0], []
            self._stage = "together" if self._untold() else "curtain"
            self._place = REVEAL

    def _untold(self) -> bool:
        """Whether a turn is over that the class has not been told of."""
        state = self.table.state
        told = self._heard == state.world.turn or state.phase == "ruling"
        return not self._alone and bool(state.log) and not told

    def _sit(self, seat: str) -> None:
        """Give a seat the keyboard."""
        self._stage, self._keyboard = "seat", seat
        turn, phase = self._moment
        if phase == "ruling":
            self._place = Place("ruling")
        elif self._told.get(seat) == turn:
            self._place = DESK
        else:
            self._told[seat] = turn
            self._place = self._entry()

    def _entry(self) -> Place:
        """Where a seat's turn begins."""
        if not self.table.state.log:
            return Place("start")
        return REVEAL if self._alone else Place("briefing")

    def _end(self) -> None:
        """From here on everybody may look."""
        self._keyboard = self._keyboard or (self.rota.persons or [*self.table.scenario.players])[0]
        self._game = game_at(self.table.scenario, self.table.state, self.company.thoughts)
        self._stage, self._place = "end", REVEAL
        if not self._alone:
            self._say(_("The game is over. From here on everybody may look."), "now")
