"""A whole class on one laptop: nobody is seated, and the facilitator types what teams hand in.

What the class sees is drawn from what everybody may see. A frame that is not names the seat whose
secrets are on it (or the facilitator's own), and stands behind a warning.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec.structs import replace

from game.debrief.game import Game
from game.errors import UserError
from game.i18n import _
from game.record.table import Table
from game.record.times import moments
from game.screens import facilitating as f
from game.screens import facilitating_slips as slips
from game.screens.build import build
from game.screens.ending import game_at
from game.screens.eyes import DESK, Eyes, look, turn_of
from game.screens.facilitating_pages import OPEN, SECRET, SHOWN, leads_on
from game.screens.model import Action, Control, Fill, Go, Leave, Place, Screen, Submit, Tone
from game.session.announcing import announced, lost_by_undoing
from game.session.class_board import class_board
from game.session.class_clock import ClassClock
from game.session.clock import preset
from game.session.company import Company
from game.session.facilitator_deeds import DEEDS
from game.session.filling import NotFilled, filled
from game.session.layouts import layout_of
from game.session.opening import company_of
from game.session.slip_box import SlipBox
from game.session.source import Frame, Layout, Notice, Source
from game.table.commands import CONTROL, PUBLIC, Do, Lock
from game.table.facts import Fact, Replaced
from game.table.powers import standing
from game.table.words import Words

REVEAL = Place("reveal", "0")


class Facilitator(Source):
    """A facilitated game. Raises UserError for a table that was begun as another kind."""

    def __init__(
        self,
        table: Table,
        words: Words,
        path: Path | None = None,
        *,
        now: Callable[[], float] = time.time,
        said: Sequence[str] = (),
    ) -> None:
        if table.state.setup.brisk or not table.state.setup.facilitator:
            raise UserError(_("This game was not begun with a facilitator: go on without one."))
        self.table = table
        self.words = words
        self.path = path
        self.company: Company = company_of(table)
        self.box = SlipBox(table, words)
        timings = preset(table.scenario, table.state.setup.minutes)
        self._time = ClassClock(timings, now, moments(path) if path is not None else ())
        self.place, self._chapter = f.HUB, REVEAL
        self.seat = ""
        self.at = DESK
        self.blank, self.shared = False, True
        self._game: Game | None = None
        self._notices, self._announced = list[Notice](), list[Notice]()
        self._frame: Frame | None = None
        self._moment = (0, "")
        self._settle()
        self.box.recall()
        self._notices = [Notice(text) for text in said]

    # ------------------------------------------------------------------ a source

    def frame(self) -> Frame:
        """What is to be seen now: for everybody, unless it names a seat."""
        if self._frame is None:
            screen, layout, eyes = self._picture()
            seen = eyes.seat
            notices = (*self._notices, *(() if seen else self._announced))
            if not seen:
                self._announced = []
            else:
                screen = replace(screen, controls=(*screen.controls, f.blanking()))
            clock = self._time.clock(self.table.state)
            told = (eyes, self.table.state, self.box, self._chapter)
            scene = None if layout == "curtain" else class_board(*told)
            language = self.words.language
            self._frame = Frame(screen, layout, scene, seen, clock, notices, language)
        return self._frame

    def act(self, control: Control, text: str = "") -> Source | None:
        """Do what a control does. None where the facilitator leaves."""
        self._begin()
        if not control.enabled:
            self.say(_("Not now: {why}.").format(why=control.why_not.rstrip(".")))
            return self
        if isinstance(control.action, Leave) and not self.seat:
            warning = self.box.warning()
            self.say(warning, "trouble")
            return self if warning else None
        try:
            self._act(control.action, text)
        except UserError as error:
            self.say(error.message, "trouble")
        self._settle()
        return self

    def typed(self, line: str) -> Source | None:
        """Add a typed line to the slip, or to the desk's slip, that lies open."""
        self._begin()
        seat = self._open()
        if not seat or self.blank:
            self.say(_("Choose whose slip it is first."), "trouble")
        elif line.strip():
            if self.seat:
                self.stand()
            self.box.type(seat, f"{self.box.text(seat)}\n{line.strip()}")
            self.place = Place("f.slip", seat)
        return self

    def poll(self, now: float) -> bool:
        """Whether time is up: what follows from that the facilitator decides."""
        changed = self._time.changed(now)
        if changed:
            self._frame = None
        return changed

    def close(self) -> None:
        """Let go of the record's file."""
        self.table.close()

    # ------------------------------------------------------------------ what is shown

    @property
    def secret(self) -> bool:
        """Whether a page lies open that the class must not read."""
        return bool(self._open()) or self.place.screen in (*SECRET, "f.menu")

    def _open(self) -> str:
        """The seat whose slip or desk lies open, "" where none does."""
        return self.seat or (self.place.of if self.place.screen == "f.slip" else "")

    def _eyes(self, seat: str) -> Eyes:
        return look(self.table, seat, self.words)

    def room(self) -> f.Room:
        """What the facilitator's own screens are drawn from."""
        state, public = self.table.state, self._eyes(PUBLIC)
        handed = {seat: self.box.handed(seat, chair) for seat, chair in state.chairs.items()}
        ruled = {(h.seat, h.number) for h in state.hearings if CONTROL in dict(h.odds)}
        waits = tuple(h for h in public.view.hearings if (h.seat, h.number) not in ruled)
        last = state.log[-1].turn if state.log else 0
        lost = lost_by_undoing(public, standing(state.powers, last)) if last else ()
        return f.Room(public, handed, waits, self.shared, last, state.injects, lost)

    def _picture(self) -> tuple[Screen, Layout, Eyes]:
        """The screen, its layout, and the eyes that it is drawn from."""
        room, place = self.room(), self.place
        if self.blank:
            return slips.blank(room, place), "curtain", room.public
        if self.seat:
            eyes = self._eyes(self.seat)
            return self._dressed(build(eyes, self.at)), layout_of(self.at), eyes
        if place.screen in ("f.slip", "f.menu"):
            eyes = self._eyes(place.of)
            if place.screen == "f.menu":
                return slips.menu(room, eyes), "page", eyes
            return slips.slip(room, eyes, self.box.read(place.of)), "page", eyes
        if place.screen in SECRET:
            eyes = self._eyes(CONTROL)
            return SECRET[place.screen](room, eyes, place), "panel", eyes
        if place.screen in OPEN:
            layout: Layout = "curtain" if place.screen == "f.cover" else "panel"
            return OPEN[place.screen](room, place), layout, room.public
        return self._told(build(room.public, place, self._game)), layout_of(place), room.public

    def _told(self, screen: Screen) -> Screen:
        """A page that is told to all: with the powers, and a way to leave."""
        public = self._eyes(PUBLIC)
        status = _("the game is over") if public.view.end else turn_of(public)
        return replace(screen, controls=(*screen.controls, *f.always()), status=status)

    def _dressed(self, screen: Screen) -> Screen:
        """A seat's screen with the way back to the class in the place of the ways to leave."""
        stand = Control("stand", _("Back to the class"), Go(f.do("stand")))
        kept = [c for c in screen.controls if not isinstance(c.action, Leave)]
        return replace(screen, controls=(*kept, stand))

    def _begin(self) -> None:
        self._notices = []
        self._frame = None

    def say(self, text: str, tone: Tone = "") -> None:
        """Say something on the next frame."""
        if text:
            self._notices.append(Notice(text, tone))

    # ------------------------------------------------------------------ what is chosen

    def _act(self, action: Action, text: str) -> None:
        match action:
            case Go(to):
                self._visit(to)
            case Submit(do, then, said):
                if self.submit(self.seat or CONTROL, do):
                    self.wake()
                    self.say(said, "good")
                    self._goto(then)
                    if self.seat and isinstance(do, Lock):
                        self.stand()
            case Fill():
                self._fill(action, text)
            case Leave():
                self.stand()

    def _goto(self, to: Place) -> None:
        if self.seat:
            self.at = to
        elif to != f.HUB and (to.screen in SHOWN or to.screen.startswith(("f.", "end."))):
            self.place = to
            self._chapter = to if to.screen == "reveal" else self._chapter
        else:
            self.go_home()

    def go_home(self) -> None:
        """Go back to where the class is in the game."""
        homes = {"reveal": self._chapter, "over": Place("end.story")}
        self.place = homes.get(self.table.state.phase, f.HUB)

    def _visit(self, to: Place) -> None:
        if to.screen == "f.do":
            DEEDS[to.of](self, to.arg("of"), to)
        elif self.table.state.phase == "reveal" and not self.seat and leads_on(to):
            DEEDS["on"](self, "", to)
        else:
            self._goto(to)

    def _fill(self, fill: Fill, text: str) -> None:
        try:
            to = filled(fill, text)
        except NotFilled as amiss:
            self.say(str(amiss), "trouble")
            return
        if to is not None:
            self._visit(to)

    def submit(self, author: str, do: Do) -> bool:
        """Ask the table for something; whether it was granted."""
        reply = self.table.submit(author, do)
        if reply.refused is not None:
            says = reply.refused.says.rstrip(".")
            self.say(_("Refused: {says}").format(says=says + "."), "trouble")
            return False
        self._tell(reply.facts)
        if any(isinstance(fact, Replaced) for fact in reply.facts):
            thoughts, self.company = self.company.thoughts, company_of(self.table)
            self.company.thoughts = thoughts
        return True

    def wake(self) -> None:
        """Let bots read what was put on the table."""
        if self.table.state.phase == "negotiation":
            self.company.sign()

    def _tell(self, facts: tuple[Fact, ...]) -> None:
        """Say to everyone which power was used, on the next page that everyone may read."""
        self._announced += [Notice(says, "now") for says in announced(self._eyes(PUBLIC), facts)]

    def _settle(self) -> None:
        """Go to where a new phase begins."""
        state = self.table.state
        before, self._moment = self._moment, (state.world.turn, state.phase)
        if before == self._moment:
            return
        if state.phase == "reveal":
            self.box.put_away(state.log[-1].turn)
        elif state.phase == "briefing":
            self.box.begin(state.world.turn)
        self.seat = ""
        self._game, self._chapter = None, REVEAL
        self.go_home()
        if state.phase == "negotiation":
            self.company.open()
        elif state.phase == "over":
            self._game = game_at(self.table.scenario, state, self.company.thoughts)

    def stand(self) -> None:
        """Leave the desk of a seat, whose slip is what was done there."""
        if self.seat and self.table.state.phase == "negotiation":
            self.box.keep(self.seat)
        self.seat = ""
        self.go_home()
