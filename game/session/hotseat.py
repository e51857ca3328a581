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
from game.record.errors import MovedOn
from game.record.table import Table
from game.record.times import Moment
from game.screens.build import build
from game.screens.ending import game_at
from game.screens.eyes import DESK, Eyes, look
from game.screens.finishing import FINISH
from game.screens.model import Control, Leave, Place, Screen, Tone
from game.session import hotseat_deeds as deeds
from game.session import hotseat_ends as ends
from game.session.asking import WHY, notations, why_screen
from game.session.clock import preset
from game.session.curtain import Pins, curtain
from game.session.dressing import late, shared
from game.session.filling import NotFilled
from game.session.layouts import layout_of
from game.session.opening import company_of
from game.session.rota import Rota
from game.session.source import Frame, Notice, Source
from game.session.staged import staged
from game.session.timekeeper import Timekeeper
from game.table.commands import PUBLIC
from game.table.facts import Phase
from game.table.words import Words
from game.world.world import STOPPED

REVEAL = Place("reveal", "0")


class HotSeat(Source):
    """Persons at one machine. Raises UserError where the table has a bot that there is not.

    `told`: it begins with the turn that goes on, and not with what became of the turn before.
    """

    def __init__(
        self,
        table: Table,
        words: Words,
        path: Path | None = None,
        *,
        now: Callable[[], float] = time.time,
        moments: tuple[Moment, ...] = (),
        said: Sequence[str] = (),
        told: bool = False,
    ) -> None:
        self.table = table
        self.words = words
        self.path = path
        self.company = company_of(table)
        self.rota = Rota(table, self.company)
        self.alone = len(self.rota.persons) == 1
        self.pins = Pins()
        timings = preset(table.scenario, table.state.setup.minutes)
        self._time = Timekeeper(timings, now, moments)
        self.keyboard = ""
        self._next = ""
        self.place = DESK
        self.asked_at = DESK
        self._game: Game | None = None
        self.heard = table.state.world.turn if told else 0
        self.offered = 0
        self._told: dict[str, int] = {}
        self._notices: list[Notice] = []
        self._frame: Frame | None = None
        self.stage = ""
        self.moment = (0, "")
        self.go_on()
        self._notices[:0] = [Notice(text) for text in said]

    # ------------------------------------------------------------------ a source

    @property
    def over(self) -> bool:
        """Whether the game has come to its end."""
        return self._game is not None

    @property
    def notations(self) -> tuple[str, ...]:
        """The orders that may be typed now, to complete a line."""
        return tuple(notations(self.eyes())) if self.stage == "seat" else ()

    def frame(self) -> Frame:
        """What is to be seen now."""
        if self._frame is None:
            eyes = self.eyes()
            seat = eyes.seat if self.stage == "seat" else ""
            layout = "curtain" if self.stage == "curtain" else layout_of(self.place)
            phase, turn = self._clocked(), self.table.state.world.turn
            clock = self._time.clock(phase, turn)
            reveals = phase == "reveal"
            scene = staged(
                eyes, "reveal" if reveals else "", turn - 1 if reveals else 0, self.place
            )
            said = tuple(self._notices)
            language = self.words.language
            self._frame = Frame(self._screen(eyes), layout, scene, seat, clock, said, language)
        return self._frame

    def act(self, control: Control, text: str = "") -> Source | None:
        """Do what a control does. None where the person leaves."""
        self._begin()
        action = control.action
        if not control.enabled:
            self.say(_("Not now: {why}.").format(why=control.why_not.rstrip(".")))
            return self
        if isinstance(action, Leave) and action.how != "pass_on":
            return None
        try:
            self._do(lambda: deeds.act(self, action, text))
        except NotFilled as error:
            self.say(str(error), "trouble")
        return self

    def typed(self, line: str) -> Source | None:
        """Do what a typed line says: an order, a word of the desk, or `why` and a name."""
        self._begin()
        line = line.strip()
        if self.stage == "curtain" or not line:
            self.say(_("Nobody has taken the seat yet.") if self.stage == "curtain" else "")
            return self
        self._do(lambda: deeds.type_line(self, line))
        return self

    def _do(self, deed: Callable[[], None]) -> None:
        """Do something; where another program has gone on with the game, load it again."""
        try:
            try:
                deed()
            except MovedOn:
                deeds.reload(self)
        except UserError as error:
            self.say(error.message, "trouble")

    def poll(self, now: float) -> bool:
        """Whether time is up, or the debrief's time in danger, and was not before."""
        if not self._time.changed(now):
            return False
        self._begin()
        clock = self.frame().clock
        if clock is not None and self._time.up():
            self._begin()
            self.say(_("Time is up."), "trouble")
        return True

    def close(self) -> None:
        """Let go of the record's file."""
        self.table.close()

    # ------------------------------------------------------------------ what is shown

    def eyes(self) -> Eyes:
        """The eyes that a frame is drawn from: a seat's only while it has the keyboard."""
        seat = self.keyboard if self.stage == "seat" or self.alone else PUBLIC
        return look(self.table, seat, self.words)

    def _clocked(self) -> Phase:
        """What the clock counts: a reveal, until the first screen behind it; then the turn."""
        phase = self.table.state.phase
        alone = self.alone and "reveal" in (self.place.screen, self.place.arg("told"))
        reveals = phase == "negotiation" and (self.stage == "together" or alone)
        return "reveal" if reveals else phase

    def _screen(self, eyes: Eyes) -> Screen:
        if self.stage == "curtain":
            others = [seat for seat in self.rota.asked() if seat != self._next]
            return curtain(eyes, self._next, others, self.pins)
        if self.place.screen == FINISH:
            return ends.page(eyes, self.place)
        if self.place.screen == WHY:
            return why_screen(eyes, self.place, self.asked_at)
        screen = build(eyes, self.place, self._game)
        if self.place == DESK and self._time.up():
            screen = late(screen)
        if self.table.state.phase != "over" and (self.alone or self.stage == "together"):
            screen = ends.offered(eyes, screen, self.place)
        if self.stage == "seat" and not self.alone:
            screen = shared(screen, self.place, self.keyboard, self.pins)
        return screen

    def _begin(self) -> None:
        self._notices = []
        self._frame = None

    def say(self, text: str, tone: Tone = "") -> None:
        """Say something on the next frame."""
        if text:
            self._notices.append(Notice(text, tone))

    # ------------------------------------------------------------------ whose turn

    def after(self, leaves: bool) -> None:
        """Go on where a command ended the turn, or its seat's part in it."""
        if leaves or self.moment != self.rota.moment():
            self.go_on()

    def go_on(self) -> None:
        """Let bots act until somebody is to see something, and show it."""
        asked = self.rota.advance()
        self.moment = self.rota.moment()
        if not asked:
            self._end()
        elif self.alone or (asked[0] == self.keyboard and not self._untold()):
            self.sit(asked[0])
        else:
            self.keyboard, self._next, self._notices = "", asked[0], []
            self.stage = "together" if self._untold() else "curtain"
            self.place = REVEAL

    def _untold(self) -> bool:
        """Whether a turn is over that the class has not been told of."""
        state = self.table.state
        told = self.heard == state.world.turn or state.phase == "ruling"
        return not self.alone and bool(state.log) and not told

    def sit(self, seat: str) -> None:
        """Give a seat the keyboard."""
        self.stage, self.keyboard = "seat", seat
        turn, phase = self.moment
        if phase == "ruling":
            self.place = Place("ruling")
        elif self._told.get(seat) == turn:
            self.place = DESK
        else:
            self._told[seat] = turn
            self.place = self._entry()

    def _entry(self) -> Place:
        """Where a seat's turn begins."""
        if not self.table.state.log:
            return Place("start")
        told = self.heard == self.table.state.world.turn
        return REVEAL if self.alone and not told else Place("briefing")

    def _end(self) -> None:
        """From here on everybody may look."""
        self.keyboard = self.keyboard or (self.rota.persons or [*self.table.scenario.players])[0]
        self._game = game_at(self.table.scenario, self.table.state, self.company.thoughts)
        stopped = self.table.state.world.end == STOPPED
        self.stage, self.place = "end", Place("end.story") if stopped else REVEAL
        if not self.alone:
            self.say(_("The game is over. From here on everybody may look."), "now")
