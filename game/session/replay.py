"""A recorded game shown again: through its turns, two side by side, or on from any of them.

A game that goes on is shown as everybody may see it; of one that is over everything is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from game.debrief.game import Game
from game.errors import UserError
from game.i18n import _
from game.record.fork import fork
from game.screens.build import SCREENS, build
from game.screens.ending import game_at
from game.screens.eyes import Eyes, look, month
from game.screens.model import Control, Fill, Go, Leave, Place, Screen
from game.session import replaying as pages
from game.session.asking import WHY, asks_why, why_place, why_screen
from game.session.filling import NotFilled, filled
from game.session.layouts import layout_of
from game.session.opening import worded
from game.session.seats import seats_named
from game.session.source import Frame, Notice, Source
from game.session.staged import staged
from game.session.stops import stops_of
from game.table.commands import CONTROL, PUBLIC, Replace
from game.table.table import Table

SHOWN = frozenset({"reveal", "board", "relations", "timeline", "whys", "why", WHY})
"""The screens of a game that may be looked at here; any other leads back to the turn."""


class Replay(Source):
    """A record, opened to look at. Raises RecordError where it cannot be."""

    def __init__(self, path: Path, skin: str = "", language: str = "") -> None:
        self.record = path
        self.skin, self.language = skin, language
        self.scenario, self.stops = stops_of(path)
        self.words = worded(self.scenario, skin, language)
        last = self.stops[-1]
        self.over = last.phase == "over"
        self.at = 0
        self._place = pages.TURN
        self._asked_at = pages.TURN
        self._notices: list[Notice] = []
        self._frame: Frame | None = None
        self._game: Game | None = game_at(self.scenario, last) if self.over else None
        self._eyes = lru_cache(maxsize=8)(self._look)

    # ------------------------------------------------------------------ a source

    def frame(self) -> Frame:
        """What is to be seen now."""
        if self._frame is None:
            eyes = self._eyes(self.at)
            layout = "panel" if self._place.screen == "replay" else layout_of(self._place)
            screen = self._screen(eyes)
            scene = staged(eyes, "reveal" if layout == "reveal" else "", place=self._place)
            said = tuple(self._notices)
            self._frame = Frame(screen, layout, scene, notices=said, language=self.language)
        return self._frame

    def act(self, control: Control, text: str = "") -> Source | None:
        """Do what a control does: a new source where the game is played on from here."""
        self._begin()
        action = control.action
        if not control.enabled:
            self._say(_("Not now: {why}.").format(why=control.why_not.rstrip(".")))
            return self
        try:
            if isinstance(action, Leave):
                return self._leave(action)
            if isinstance(action, Go | Fill):
                to = action.to if isinstance(action, Go) else filled(action, text)
                return self._visit(to) if to is not None else self
        except (UserError, NotFilled) as error:
            self._say(str(error))
        return self

    def typed(self, line: str) -> Source | None:
        """Do what a typed line says: a turn's number, or `why` and a name."""
        self._begin()
        line = line.strip()
        if line.isdecimal() and 1 <= int(line) <= len(self.stops):
            return self._visit(pages.turn(int(line)))
        if asks_why(line):
            found = why_place(self._eyes(self.at), line)
            if isinstance(found, Place):
                self._asked_at = self._place
                return self._visit(found)
            self._say(found)
        elif line:
            self._say(_("Type the number of a turn, or 'why' and the name of a number."))
        return self

    def poll(self, now: float) -> bool:
        """Nothing changes by itself."""
        return False

    def close(self) -> None:
        """Nothing is held open."""

    # ------------------------------------------------------------------ what is shown

    def _look(self, at: int) -> Eyes:
        """The eyes on a stop: control's of a game that is over, else everybody's."""
        table = Table(self.scenario, self.stops[at])
        return look(table, CONTROL if self.over else PUBLIC, self.words)

    def _screen(self, eyes: Eyes) -> Screen:
        place = self._place
        if place.screen == "replay.compare":
            one, other = (int(place.arg(key)) for key in ("one", "other"))
            eyes, others = self._eyes(one - 1), self._eyes(other - 1)
            return pages.compared(eyes, others, place, self._names(), over=self.over)
        if place.screen == "replay.fork":
            return pages.forking(eyes, place, self._fork_to(), self._names()[self.at])
        if place.screen == WHY:
            return why_screen(eyes, place, self._asked_at)
        if place.screen == "reveal" or place.screen.startswith("end.") or place.screen in SCREENS:
            return build(eyes, place, self._game)
        return pages.standing(eyes, self.at, self._names(), over=self.over)

    def _names(self) -> list[str]:
        """What each stop is called."""
        names = []
        for number in range(1, len(self.stops) + 1):
            date = month(self.scenario.date(number))
            name = _("Turn {n}").format(n=number)
            names.append(f"{name}, {date}" if date else name)
        if self.over:
            names[-1] = _("The end")
        return names

    def _begin(self) -> None:
        self._notices, self._frame = [], None

    def _say(self, text: str) -> None:
        self._notices.append(Notice(text, "trouble"))

    # ------------------------------------------------------------------ what is chosen

    def _leave(self, action: Leave) -> Source | None:
        if action.how == "quit":
            return None
        self._place = pages.TURN
        return self

    def _visit(self, to: Place) -> Source:
        if to.screen == "replay":
            chosen = int(to.of or to.arg("turn") or self.at + 1)
            self.at = min(max(chosen, 1), len(self.stops)) - 1
            self._place = pages.TURN
        elif to.screen == "replay.go":
            return self._play_on(pages.chosen(to))
        elif to.screen == "end.story" and self.at < len(self.stops) - 1:
            self._place = pages.TURN
        elif to.screen.startswith(("end.", "replay.")) or to.screen in SHOWN:
            self._place = to
        else:
            self._place = pages.TURN
        return self

    # ------------------------------------------------------------------ what if

    def _fork_to(self) -> Path:
        """A file that there is not yet, beside the record."""
        stem = f"{self.record.stem}-{_('turn')}-{self.at + 1}"
        number, path = 1, self.record.with_name(f"{stem}.modus")
        while path.exists():
            number += 1
            path = self.record.with_name(f"{stem}-{number}.modus")
        return path

    def _play_on(self, seats: Sequence[str]) -> Source:
        """A new game that goes on from this turn, with persons in these seats.

        Raises UserError where it cannot be.
        """
        from game.record.table import Table as Kept
        from game.session.facilitator import Facilitator
        from game.session.hotseat import HotSeat

        if not self.over:
            raise UserError(pages.not_over())
        wanted = seats_named(self.scenario, self.words, seats)
        if not wanted:
            raise UserError(_("Choose at least one seat that a person plays."))
        out = self._fork_to()
        fork(self.record, self.at + 1, out)
        table = Kept.load(out)
        try:
            for seat, chair in table.state.chairs.items():
                if seat in wanted and chair.kind != "person":
                    table.submit(CONTROL, Replace(seat, "person"))
                elif seat not in wanted and chair.kind == "person":
                    table.submit(CONTROL, Replace(seat, "bot:greedy"))
            if table.state.setup.facilitator:
                return Facilitator(table, self.words, out)
            return HotSeat(table, self.words, out, told=True)
        except BaseException:
            table.close()
            raise
