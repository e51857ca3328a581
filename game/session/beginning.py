"""Beginning to be at a game: what is wanted, and the source that plays it."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from game import loading
from game.errors import UserError
from game.i18n import _
from game.record.table import Table
from game.record.times import moments
from game.scenario.model import Scenario
from game.screens.choosing import choosing
from game.screens.model import Control, Go
from game.session.clock import preset, presets
from game.session.hotseat import HotSeat
from game.session.opening import drawn, fresh, loaded, spoken_of, worded
from game.session.preview import preview
from game.session.seats import bot_of, check_bots, check_out, seating, seats_named
from game.session.source import Frame, Notice, Source
from game.table.words import Words


class Wanted(Struct, frozen=True, omit_defaults=True):
    """A game to begin, or (`load`) to go on with; the same as the options of `modus play`.

    `playing` says who plays each seat (`person`, `bot:<name>`, `empty`) where it was chosen seat
    by seat; then `seats`, `bots` and `empty` say nothing. `told`: a loaded game begins with the
    turn that goes on, not with what became of the turn before.
    """

    scenario: str = ""
    seats: tuple[str, ...] = ()
    bots: str = "greedy"
    empty: tuple[str, ...] = ()
    playing: tuple[tuple[str, str], ...] = ()
    minutes: int = 0
    skin: str = ""
    language: str = ""
    seed: int | None = None
    load: Path | None = None
    out: Path | None = None
    facilitator: bool = False
    told: bool = False


def source_of(wanted: Wanted) -> Source:
    """The source that plays what is wanted: the start screen where no game is named.

    Raises UserError for a scenario, seat, bot, skin, language, length or file that there is not.
    """
    if wanted.load is not None:
        return _resumed(wanted, wanted.load)
    if not wanted.scenario:
        from game.session.lobby import Lobby

        return Lobby(wanted)
    scenario = loading.load(wanted.scenario)
    words = worded(scenario, wanted.skin, wanted.language)
    wanted = _checked(scenario, words, wanted)
    persons = [seat for seat, by in wanted.playing if by == "person"]
    if persons or wanted.facilitator:
        return begun(scenario, words, wanted)
    return SeatChoice(scenario, words, wanted)


def begun(scenario: Scenario, words: Words, wanted: Wanted) -> Source:
    """A new game of what is wanted, checked. Raises UserError where it cannot be kept."""
    path = wanted.out or fresh(scenario.id)
    if wanted.facilitator:
        return _facilitated(scenario, words, wanted, path)
    table = Table.open(
        scenario, drawn(wanted.seed), dict(wanted.playing), path, minutes=wanted.minutes
    )
    return HotSeat(table, words, path, said=_said(scenario, path, wanted.language))


def _facilitated(scenario: Scenario, words: Words, wanted: Wanted, path: Path) -> Source:
    from game.session.facilitator import Facilitator

    table = Table.open(
        scenario, drawn(wanted.seed), dict(wanted.playing), path,
        brisk=False, facilitator=True, minutes=wanted.minutes,
    )  # fmt: skip
    return Facilitator(table, words, path)


def _resumed(wanted: Wanted, path: Path) -> Source:
    table, words = loaded(path, wanted.seats, wanted.skin, wanted.language)
    if table.state.setup.facilitator:
        from game.session.facilitator import Facilitator

        return Facilitator(table, words, path)
    said = _said(table.scenario, path, wanted.language)
    if sum(chair.kind == "person" for chair in table.state.chairs.values()) > 1:
        lost = _("PINs are not kept with the game: set yours again at the desk.")
        said = (*said, lost)
    return HotSeat(table, words, path, moments=moments(path), said=said, told=wanted.told)


def _said(scenario: Scenario, path: Path, language: str) -> tuple[str, ...]:
    kept = _("The game is kept in {path}.").format(path=path)
    return (*spoken_of(scenario, language), kept)


def _checked(scenario: Scenario, words: Words, wanted: Wanted) -> Wanted:
    """What is wanted, with who plays each seat. Raises UserError for what cannot be."""
    if wanted.minutes and preset(scenario, wanted.minutes) is None:
        listed = ", ".join(map(str, presets(scenario))) or "-"
        says = _("{id} has no timings for {n} minutes; there are: {listed}.")
        raise UserError(says.format(id=scenario.id, n=wanted.minutes, listed=listed))
    check_out(wanted.out)
    if wanted.playing:
        for _seat, by in wanted.playing:
            if by.startswith("bot:"):
                bot_of(by[4:], 0)
        return wanted
    persons = seats_named(scenario, words, wanted.seats)
    empty = seats_named(scenario, words, wanted.empty)
    both = sorted({*persons} & {*empty})
    if both or len(empty) == len(scenario.players):
        says = _("A seat is played or empty, and somebody plays: {seats}.")
        raise UserError(says.format(seats=", ".join(both or empty)))
    if wanted.facilitator and not persons:
        persons = [seat for seat in scenario.players if seat not in empty]
    names = check_bots(scenario, max(len(persons), 1) + len(empty), wanted.bots)
    playing = seating(scenario, persons, names, empty)
    return replace(wanted, playing=tuple(playing.items()))


class SeatChoice(Source):
    """Which seat one takes, before the game begins: bots play the others."""

    def __init__(self, scenario: Scenario, words: Words, wanted: Wanted) -> None:
        self._scenario = scenario
        self._words = words
        self._wanted = wanted
        self._frame = Frame(
            choosing(scenario, words), "title", preview(scenario, words, {}),
            language=wanted.language,
        )  # fmt: skip

    def frame(self) -> Frame:
        """The seats, each with a sentence."""
        return self._frame

    def act(self, control: Control, text: str = "") -> Source | None:
        """Take a seat, which begins the game."""
        if not isinstance(control.action, Go):
            return None
        seat = control.action.to.of
        names = check_bots(self._scenario, 1 + len(self._wanted.empty), self._wanted.bots)
        empty = seats_named(self._scenario, self._words, self._wanted.empty)
        by = seating(self._scenario, [seat], names, [one for one in empty if one != seat])
        return begun(self._scenario, self._words, replace(self._wanted, playing=tuple(by.items())))

    def typed(self, line: str) -> Source | None:
        """Say what can be typed."""
        says = _("Type the number or name of a seat, or press Enter for the first.")
        self._frame = replace(self._frame, notices=(Notice(says),))
        return self

    def poll(self, now: float) -> bool:
        """Nothing changes by itself."""
        return False

    def close(self) -> None:
        """There is nothing to let go of."""
