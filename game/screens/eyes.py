"""What the screens of one seat are drawn from: its view, its sight, and the words for both."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

from game.i18n import N_, _, ngettext
from game.scenario.document import History
from game.scenario.model import Scenario
from game.screens.model import Block, Control, Paragraph, Place, Screen
from game.table.past import Past
from game.table.sight import Sight
from game.table.table import Table
from game.table.views import ActorView, CellView, IssueView, View
from game.table.words import Words

DESK = Place("desk")

MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"),
    N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip


class Eyes:
    """One seat's eyes at one moment. Nothing in it comes from the table's state."""

    def __init__(
        self,
        scenario: Scenario,
        words: Words,
        sight: Sight,
        view: View,
        recall: Callable[[], tuple[Past, ...]] = tuple,
        turns: tuple[int, int] | None = None,
    ) -> None:
        self.scenario = scenario
        self.words = words
        self.sight = sight
        self.view = view
        self.turns = turns or scenario.turns
        self._recall = recall

    @property
    def seat(self) -> str:
        """Whose eyes these are."""
        return self.view.seat

    @cached_property
    def history(self) -> tuple[tuple[int, History], ...]:
        """What really happened, by its number in the file; in a skin nothing real did."""
        return () if self.words.skin else tuple(enumerate(self.scenario.document.history))

    @cached_property
    def sources(self) -> Mapping[int, str | Mapping[str, str | int]]:
        """What the numbers in brackets stand for; a skin has none, for they name the real world."""
        return {} if self.words.skin else self.scenario.document.sources

    @cached_property
    def actors(self) -> dict[str, ActorView]:
        """Every actor, by id."""
        return {actor.id: actor for actor in self.view.actors}

    @cached_property
    def players(self) -> tuple[ActorView, ...]:
        """The actors that have a seat."""
        return tuple(actor for actor in self.view.actors if actor.is_player)

    @cached_property
    def rivals(self) -> tuple[ActorView, ...]:
        """The other players."""
        return tuple(actor for actor in self.players if actor.id != self.seat)

    @cached_property
    def issues(self) -> dict[str, IssueView]:
        """Every issue, by id."""
        return {issue.id: issue for issue in self.view.issues}

    @cached_property
    def cells(self) -> dict[str, CellView]:
        """Every cell that this seat may see, by name."""
        return {cell.name: cell for cell in self.view.cells}

    @cached_property
    def past(self) -> tuple[Past, ...]:
        """The turns that are over, as far as this seat may know them: read when first asked for."""
        return self._recall()

    @property
    def played(self) -> bool:
        """Whether the turns that this session has time for are played, and the game goes on."""
        return self.view.turn > self.turns[1] and not self.view.end

    def of(self, turn: int) -> str:
        """Of how many a turn is one, as far as anybody may know."""
        first, last = self.turns if turn <= self.turns[1] else self.scenario.turns
        span = _("{first} to {last}").format(first=first, last=last)
        return str(first) if first == last else span

    @property
    def free(self) -> int:
        """The capital that is neither spent nor reserved."""
        return self.view.purse - self.view.reserved

    def name(self, actor: str) -> str:
        """What an actor is called."""
        found = self.actors.get(actor)
        return found.name if found else actor

    def names(self, actors: tuple[str, ...]) -> str:
        """Several actors in one phrase."""
        return listed([self.name(actor) for actor in actors])

    def option(self, issue: str, option: str) -> str:
        """What an option of an issue is called."""
        found = self.issues[issue]
        return found.labels[found.options.index(option)]

    @property
    def bare(self) -> bool:
        """Whether nothing is ordered or spent here: an exercise of packages alone."""
        it = self.scenario
        steps = any(c.of or c.forum for i in it.issues.values() for c in (i.up, i.down))
        ordered = it.instruments or it.argue_cells or steps
        return it.settle is not None and not ordered and not self.view.purse

    @property
    def spends(self) -> bool:
        """Whether this seat has capital at all, though there may be none left of it."""
        return bool(self.view.purse) or f"capital.{self.seat}" in self.cells

    def purse_name(self) -> str:
        """What the capital is called here."""
        cell = self.cells.get(f"capital.{self.seat}")
        track = self.scenario.tracks.get(cell.track) if cell else None
        name = self.words.track(track.id) if track else _("Capital")
        return name[:1].lower() + name[1:]


def look(table: Table, seat: str, words: Words) -> Eyes:
    """One seat's eyes on a table."""
    sight, view = table.sight(seat), table.view(seat, words)
    # Remembered only if a screen asks, but of this moment even then: a state is a value.
    now = Table(table.scenario, table.state)
    turns = played_in(table.scenario, table.state.setup.minutes)
    return Eyes(table.scenario, words, sight, view, lambda: now.past(seat, words), turns)


def played_in(scenario: Scenario, minutes: int) -> tuple[int, int]:
    """The fewest and the most turns that are played in a session of so many minutes."""
    first, last = scenario.turns
    timing = scenario.document.timings.get(minutes)
    return (min(first, timing.turns), min(last, timing.turns)) if timing else (first, last)


def listed(items: list[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    return _("{most} and {last}").format(most=", ".join(items[:-1]), last=items[-1])


def month(date: str) -> str:
    """`2031-03` as `March 2031`."""
    if not date:
        return ""
    year, number = date.split("-")[:2]
    return _("{month} {year}").format(month=_(MONTHS[int(number) - 1]), year=year)


def turn_of(eyes: Eyes) -> str:
    """Which turn it is, or in a reveal which was, of how many as far as anybody may know."""
    turn = eyes.view.turn - (eyes.view.phase == "reveal")
    text = _("Turn {turn} of {of}").format(turn=turn, of=eyes.of(turn))
    date = month(eyes.scenario.date(turn))
    return f"{text}, {date}" if date else text


def status(eyes: Eyes) -> str:
    """Who plays, when, and what is left to spend."""
    view = eyes.view
    own = view.sheet is not None
    parts = [view.name] if own else []
    parts.append(_("the game is over") if view.end else turn_of(eyes))
    if view.phase == "negotiation" and own and not eyes.bare:
        if eyes.spends:
            purse = _("{purse} {n}").format(purse=eyes.purse_name(), n=view.purse)
            if view.reserved:
                purse += " " + _("({n} reserved)").format(n=view.reserved)
            parts.append(purse)
        left = ngettext("{n} order left", "{n} orders left", view.orders_left)
        parts.append(left.format(n=view.orders_left))
    return " | ".join(parts)


def screen(
    eyes: Eyes, title: str, blocks: list[Block], controls: list[Control], help: str = ""
) -> Screen:
    """A screen of this seat, with its status."""
    return Screen(title, tuple(blocks), tuple(controls), help, status(eyes))


def nothing(text: str) -> Paragraph:
    """A quiet line where a list is empty."""
    return Paragraph(text, "quiet")
