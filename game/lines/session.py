"""A game at one terminal: whose turn it is at the keyboard, one screen after the other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from game.debrief.game import Game
from game.errors import UserError
from game.i18n import _
from game.lines.draw import draw, prompt, said
from game.lines.terminal import Closed, Terminal
from game.lines.typed import control_for
from game.lines.wrapping import wrap
from game.scenario.notation import format_order
from game.scenario.orders import Order
from game.screens.build import build
from game.screens.ending import game_at
from game.screens.eyes import DESK, Eyes, look
from game.screens.model import Action, Fill, Go, Leave, Place, Screen, Submit
from game.screens.orders import ORDERS
from game.session.company import Company
from game.session.orders import NotUnderstood, completions, order_for
from game.session.spoken import cells_named
from game.table.commands import Command, Give, Lock
from game.table.table import Table
from game.table.words import Words

QUIT = ("q", "quit", "exit")
HELP = ("?", "help", "why?", _("help"))
BACK = ("0", "b", _("back"))


class Left(Exception):
    """The person leaves the game, which is kept."""


class Session:
    """Persons at one terminal, bots in the other seats, one table."""

    def __init__(
        self,
        table: Table,
        words: Words,
        persons: Sequence[str],
        company: Company,
        terminal: Terminal,
    ) -> None:
        self.table = table
        self.words = words
        self.persons = list(persons)
        self.company = company
        self.terminal = terminal
        self.at_keyboard = ""
        self.told: dict[str, int] = {}
        self.waits: list[str] = []

    # ------------------------------------------------------------------ whose turn

    def run(self) -> None:
        """Play to the end. Raises Left, or Closed where the input ends."""
        while self.table.state.phase != "over":
            if self.table.state.phase == "negotiation":
                self.company.open()
            seat = self._next()
            if seat is None:
                self._finish_turn()
            else:
                self._sit(seat)
        self._end()

    def _next(self) -> str | None:
        """The next person who has something to do, round the table; None where nobody has."""
        state = self.table.state
        if state.phase == "ruling":
            asked = {seat for seat in self.persons if self._must_rule(seat)}
        else:
            asked = {seat for seat in self.persons if not state.chairs[seat].locked}
        order = [*(s for s in self.persons if s not in self.waits), *self.waits]
        return next((seat for seat in order if seat in asked), None)

    def _must_rule(self, seat: str) -> bool:
        hearings = self.table.state.hearings
        return any(h.seat != seat and seat not in dict(h.odds) for h in hearings)

    def _finish_turn(self) -> None:
        """Everybody at the keyboard is done: the bots end their turns, and it is resolved."""
        before = self._moment()
        self.waits.clear()
        self.company.close()
        if self._moment() == before:
            raise UserError(_("The turn cannot end: a seat that nobody plays has not ended it."))

    def _moment(self) -> tuple[int, str]:
        return self.table.state.world.turn, self.table.state.phase

    # ------------------------------------------------------------------ one seat

    def _eyes(self, seat: str) -> Eyes:
        return look(self.table, seat, self.words)

    def _sit(self, seat: str) -> None:
        """Let one person play until the turn ends, or another is let in."""
        if self.at_keyboard != seat and len(self.persons) > 1:
            self._hand_over(seat)
        self.at_keyboard = seat
        moment = self._moment()
        place = self._entry(seat)
        while self._moment() == moment:
            eyes = self._eyes(seat)
            done = self._step(eyes, place)
            if done is None:
                return
            place = done

    def _entry(self, seat: str) -> Place:
        state = self.table.state
        if state.phase == "ruling":
            return Place("ruling")
        turn = state.world.turn
        if self.told.get(seat) == turn:
            return DESK
        self.told[seat] = turn
        return Place("reveal", "0") if state.log else Place("start")

    def _hand_over(self, seat: str) -> None:
        name = self._eyes(seat).view.name
        if self.at_keyboard:
            self.terminal.clear()
        self.terminal.say(_("Now {name} plays. The others look away.").format(name=name))
        line = self.terminal.ask(_("Enter: {name} is at the keyboard. > ").format(name=name))
        if line.casefold() in QUIT:
            raise Left

    def _step(self, eyes: Eyes, place: Place, game: Game | None = None) -> Place | None:
        """Show a place, and do what is chosen; the place to go on from, None to leave the seat."""
        screen = build(eyes, place, game)
        self.terminal.show(draw(screen, self.terminal.width))
        while True:
            line = self.terminal.ask()
            if line.casefold() in HELP:
                self._explain(screen)
                continue
            if line.casefold() in QUIT:
                raise Left
            control = control_for(screen, line)
            if control is None and line.casefold().split()[:1] == ["why"]:
                self._why(eyes, line[3:].strip().rstrip("?"))
                continue
            if control is None and line.casefold() in BACK:
                self.terminal.say(_("There is no way back from here: type another number."))
                continue
            if control is None:
                after = self._typed(eyes, screen, place, line)
                if after is not None:
                    return after
                continue
            if not control.enabled:
                self.terminal.say(_("Not now: {why}.").format(why=control.why_not.rstrip(".")))
                continue
            return self._act(eyes.seat, place, control.action)

    def _act(self, seat: str, place: Place, action: Action) -> Place | None:
        match action:
            case Go(to):
                return to
            case Submit(do, then, said_then):
                if not self._submit(seat, do, said_then):
                    return place
                return None if isinstance(do, Lock) else then
            case Fill():
                return self._fill(place, action)
            case Leave("quit"):
                raise Left
            case Leave("pass_on"):
                if seat in self.waits:
                    self.waits.remove(seat)
                self.waits.append(seat)
        return None

    def _submit(self, seat: str, do: Command | object, said_then: str = "") -> bool:
        reply = self.table.submit(seat, do)  # type: ignore[arg-type]
        if reply.refused is not None:
            says = reply.refused.says
            says += "" if says.endswith((".", "?", "!")) else "."
            self.terminal.say("! " + _("Refused: {says}").format(says=says))
            return False
        if said_then:
            self.terminal.say("* " + said_then)
        if self.table.state.phase == "negotiation":
            self.company.sign()
        return True

    def _fill(self, place: Place, fill: Fill) -> Place:
        while True:
            text = self.terminal.ask(_("{prompt} (Enter: leave it) > ").format(prompt=fill.prompt))
            if not text:
                return place
            if fill.kind == "text":
                return fill.to.with_args(**{fill.key: text})
            if re.fullmatch(r"[+-]?\d{1,9}", text) and fill.low <= int(text) <= fill.high:
                return fill.to.with_args(**{fill.key: str(int(text))})
            self.terminal.say(
                _("Expected a number from {low} to {high}, found '{text}'.").format(
                    low=fill.low, high=fill.high, text=text
                )
            )

    def _typed(self, eyes: Eyes, screen: Screen, place: Place, line: str) -> Place | None:
        """An order that was typed; None where it was not understood or refused."""
        if not line:
            self.terminal.say(prompt(screen))
            return None
        there = self._from_desk(eyes, line)
        if there is not None:
            return there
        try:
            order = order_for(eyes, line)
        except NotUnderstood as error:
            self.terminal.say(str(error))
            return None
        if not self._submit(eyes.seat, Give(order), self._ordered(eyes, order)):
            known = [item.notation for item in eyes.view.menu if not item.code]
            near = [n for n in completions(known, line) if n != line]
            if near:
                self.terminal.say(_("You could type: {orders}.").format(orders=", ".join(near)))
            return None
        return ORDERS if place.screen in ("orders", "order") else DESK

    def _ordered(self, eyes: Eyes, order: Order) -> str:
        """An order in words, and in brackets how it could be typed."""
        says = _("Ordered: {order} ({notation})")
        label = self.words.label(eyes.seat, order)
        return says.format(order=label, notation=format_order(order))

    def _from_desk(self, eyes: Eyes, line: str) -> Place | None:
        """Where a word of the desk leads, wherever it is typed; None where there is none."""
        if self.table.state.phase != "negotiation" or eyes.view.locked:
            return None
        word = line.casefold()
        for control in build(eyes, DESK).controls:
            known = word in (control.id, control.label.casefold())
            if known and isinstance(control.action, Go):
                return control.action.to
        return DESK if word == "desk" else None

    def _explain(self, screen: Screen) -> None:
        text = screen.help or _("Type the number of what you want, or press Enter.")
        self.terminal.say(text)
        self.terminal.say(
            _("Anywhere: 0 goes back, 'why' and a number's name asks what changed it, q leaves.")
        )
        self.terminal.say(prompt(screen))

    def _why(self, eyes: Eyes, about: str) -> None:
        """Answer `why tension` wherever one is."""
        asked = cells_named(eyes.scenario, self.words, [*eyes.cells], about)
        if not asked:
            shown = [*eyes.issues, *eyes.cells]
            self.terminal.say(
                _("Ask 'why' and the name of a number, such as: {names}.").format(
                    names=", ".join(shown[:6])
                )
            )
            return
        told = {cell for one in eyes.view.told for cell in (one.cell, *one.cells)}
        moved = [name for name in asked if name in told]
        width = self.terminal.width
        if not moved and len(asked) > 1:
            names = ", ".join(self.words.cell(name) for name in asked[:6])
            says = _("Nothing of this changed last turn, as far as you can see: {names}.")
            self.terminal.say(says.format(names=names))
            return
        for name in moved or asked:
            found = build(eyes, Place("why", name))
            self.terminal.show([*wrap(found.title, width), *said(found, width)])

    # ------------------------------------------------------------------ the end

    def _end(self) -> None:
        seats = self.persons or [self.table.scenario.players[0]]
        seat = self.at_keyboard or seats[0]
        game = game_at(self.table.scenario, self.table.state, self.company.thoughts)
        place: Place | None = Place("reveal", "0")
        if len(self.persons) > 1:
            self.terminal.say(_("The game is over. From here on everybody may look."))
        while place is not None:
            place = self._step(self._eyes(seat), place, game)


__all__ = ["Closed", "Left", "Session"]
