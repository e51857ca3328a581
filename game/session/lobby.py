"""The start screen: what to play, who plays which seat, and the games that are kept here."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from msgspec.structs import replace

from game import data, i18n, loading
from game.errors import UserError
from game.i18n import _
from game.record.fork import fork
from game.scenario.model import Scenario
from game.screens.model import Action, Control, Fill, Go, Place, Screen
from game.screens.scene import Scene
from game.session import lobby_pages as pages
from game.session.beginning import Wanted, source_of
from game.session.filling import NotFilled, filled
from game.session.opening import fresh, worded
from game.session.preview import preview
from game.session.replaying import not_over
from game.session.saved import Saved, look_into, paths
from game.session.seats import check_bots, seating, seats_named
from game.session.source import Frame, Notice, Source
from game.table.words import Words


class Lobby(Source):
    """The start screen. What `wanted` already says is what its pages begin with."""

    def __init__(self, wanted: Wanted | None = None) -> None:
        self._wanted = wanted or Wanted()
        self._scenarios: dict[str, Scenario] = {}
        self._saved: tuple[Saved, ...] = ()
        self._place = pages.HOME
        self._notices: tuple[Notice, ...] = ()
        self._frame: Frame | None = None

    def frame(self) -> Frame:
        """The page that is open."""
        if self._frame is None:
            self._frame = Frame(
                self._screen(), "title", self._scene(), notices=self._notices,
                language=self._wanted.language,
            )  # fmt: skip
        return self._frame

    def act(self, control: Control, text: str = "") -> Source | None:
        """Do what a control does: change a choice, open a page, or begin a game."""
        self._notices, self._frame = (), None
        if not control.enabled:
            self._say(_("Not now: {why}.").format(why=control.why_not.rstrip(".")))
            return self
        try:
            to = _led(control.action, text)
            if to is None:
                return self if isinstance(control.action, Fill) else None
            return self._go(to)
        except (UserError, NotFilled) as error:
            self._say(str(error))
        return self

    def typed(self, line: str) -> Source | None:
        """A scenario's id or file opens its page."""
        self._notices, self._frame = (), None
        try:
            self._open(line.strip())
        except UserError as error:
            self._say(str(error))
        return self

    def poll(self, now: float) -> bool:
        """Nothing changes by itself."""
        return False

    def close(self) -> None:
        """There is nothing to let go of."""

    # ------------------------------------------------------------------ pages

    def _screen(self) -> Screen:
        match self._place.screen:
            case pages.SETUP:
                scenario = self._scenario(self._wanted.scenario)
                return pages.setup(scenario, self._words(scenario), self._wanted)
            case pages.CHOOSE:
                scenario = self._scenario(self._wanted.scenario)
                words = self._words(scenario)
                return pages.choose(scenario, words, self._wanted, self._place.of)
            case pages.GAMES:
                return pages.games(self._saved, self._place.of)
            case pages.TAKE:
                free = look_into(Path(self._place.of)).free
                return pages.take(self._place, free)
            case _:
                bundled = [self._scenario(name) for name in data.scenario_ids()]
                bundled.sort(key=lambda one: (len(one.players), one.id))
                return pages.home([self._shown(one) for one in bundled], len(paths()))

    def _shown(self, scenario: Scenario) -> tuple[Scenario, Words, Scene]:
        words = self._words(scenario)
        return scenario, words, preview(scenario, words, {})

    def _scene(self) -> Scene | None:
        """The board of the scenario whose page is open."""
        if self._place.screen not in (pages.SETUP, pages.CHOOSE):
            return None
        scenario = self._scenario(self._wanted.scenario)
        return preview(scenario, self._words(scenario), dict(self._wanted.playing))

    def _scenario(self, name: str) -> Scenario:
        if name not in self._scenarios:
            self._scenarios[name] = loading.load(name)
        return self._scenarios[name]

    def _words(self, scenario: Scenario) -> Words:
        """A scenario's words, as far as it has the skin and the language."""
        skin = self._wanted.skin if self._wanted.skin in scenario.document.skins else ""
        try:
            return worded(scenario, skin, self._wanted.language)
        except UserError:
            return worded(scenario, skin, "")

    def _say(self, text: str) -> None:
        self._notices = (Notice(text, "trouble"),)

    # ------------------------------------------------------------------ what is chosen

    def _go(self, to: Place) -> Source:
        if to.screen == pages.SETUP:
            self._open(to.of or to.arg("file"))
        elif to.screen == pages.SET:
            self._wanted = _changed(self._wanted, to.of, to.arg("to"))
            i18n.use(self._wanted.language)
            self._place = Place(pages.SETUP, self._wanted.scenario)
        elif to.screen == pages.BEGIN and not pages.played(self._wanted):
            self._say(_("Not now: {why}.").format(why=pages.needed()))
        elif to.screen == pages.BEGIN:
            return source_of(self._wanted)
        elif to.screen == pages.OPEN:
            return self._opened(Path(to.of), to)
        else:
            if to.screen == pages.GAMES:
                self._saved = tuple(look_into(path) for path in paths())
            self._place = to
        return self

    def _open(self, name: str) -> None:
        """Show a scenario's page, with who was asked for or one person. Raises UserError."""
        scenario = self._scenario(name)
        try:
            playing = seated(scenario, self._words(scenario), self._wanted)
        except UserError as error:
            # What was asked for when the program was started may be meant for another scenario.
            self._say(error.message)
            playing = seated(scenario, self._words(scenario), replace(self._wanted, **NOBODY))
        self._wanted = replace(
            self._wanted, scenario=name, playing=playing,
            minutes=self._wanted.minutes if self._wanted.scenario == name else 0,
            skin=self._wanted.skin if self._wanted.skin in scenario.document.skins else "",
        )  # fmt: skip
        self._place = Place(pages.SETUP, name)

    def _opened(self, path: Path, to: Place) -> Source:
        """A kept game, as it was asked for. Raises UserError."""
        how, seat, told = to.arg("how"), to.arg("seat"), to.arg("told")
        language = self._wanted.language
        if how == "replay":
            from game.session.replay import Replay

            return Replay(path, language=language)
        if how == "fork":
            if not look_into(path).over:
                raise UserError(not_over())
            out = fresh(f"{path.stem}-{_('fork')}")
            fork(path, int(to.arg("turn")), out)
            path, told = out, "1"
        found = look_into(path)
        if not found.persons and not seat:
            self._place = Place(pages.TAKE, str(path)).with_args(told=told)
            return self
        seats = (seat,) if seat else ()
        return source_of(Wanted(load=path, seats=seats, language=language, told=bool(told)))


NOBODY: dict[str, Any] = {"seats": (), "empty": (), "bots": ""}
"""What is wanted where nobody was asked for."""


def seated(scenario: Scenario, words: Words, wanted: Wanted) -> tuple[tuple[str, str], ...]:
    """Who plays each seat as it was asked for. Raises UserError for what there is not."""
    empty = seats_named(scenario, words, wanted.empty)
    free = [seat for seat in scenario.players if seat not in empty]
    persons = seats_named(scenario, words, wanted.seats)
    if {*persons} & {*empty} or not free:
        says = _("A seat is played or empty, and somebody plays: {seats}.")
        raise UserError(says.format(seats=", ".join(empty)))
    persons = persons or (free if wanted.facilitator else free[:1])
    bots = check_bots(scenario, len(persons) + len(empty), wanted.bots)
    return tuple(seating(scenario, persons, bots, empty).items())


def _led(action: Action, text: str) -> Place | None:
    """Where a control leads; None where it leaves, or nothing was typed. Raises NotFilled."""
    if isinstance(action, Fill):
        return filled(action, text)
    return action.to if isinstance(action, Go) else None


def _changed(wanted: Wanted, key: str, to: str) -> Wanted:
    """What is wanted, with another choice."""
    kind, _space, seat = key.partition(" ")
    match kind:
        case "seat":
            playing = tuple((one, to if one == seat else by) for one, by in wanted.playing)
            return replace(wanted, playing=playing)
        case "minutes":
            return replace(wanted, minutes=int(to or 0))
        case "seed":
            return replace(wanted, seed=int(to) if to else None)
        case "facilitator":
            by = tuple((one, "person" if to else who) for one, who in wanted.playing)
            return replace(wanted, facilitator=bool(to), playing=by)
        case "skin":
            return replace(wanted, skin=to)
        case _:
            return replace(wanted, language=to)
