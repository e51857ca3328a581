"""The turns on a line: each quantity and issue over the game, with what happened, and history.

In play the rows are the past as these eyes may know it; when the game is over, the whole game.
A point of a chart is the end of a turn; the first is the start.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from game.i18n import _
from game.scenario.model import Issue, Track
from game.screens.eyes import Eyes, screen
from game.screens.model import (
    Block,
    Chart,
    Control,
    Go,
    Heading,
    Place,
    Screen,
    Series,
)
from game.screens.relations import back_to, trail
from game.table.standing import UNSEEN
from game.table.telling import Told


class Row(Protocol):
    """A position: a number for each cell of the scenario's header."""

    def __getitem__(self, index: int, /) -> int: ...


def timeline(eyes: Eyes, place: Place) -> Screen:
    """What these eyes may see of every turn so far."""
    blocks = charts(eyes, rows_of(eyes), over=bool(eyes.view.end))
    controls = [
        Control(
            "why",
            _("Why did a number change?"),
            Go(Place("whys", args=trail(place))),
            icon="circle-help",
        ),
        back_to(place, _("back to the board"), Place("board")),
    ]
    return screen(eyes, _("The game so far"), blocks, controls, help_of(bool(eyes.view.end)))


def help_of(over: bool) -> str:
    """What a line means."""
    text = _("Each line goes from the start through the end of every turn.")
    if over:
        text += " " + _("Where it is known, what really happened stands beside it.")
    return text


def rows_of(eyes: Eyes) -> tuple[Row, ...]:
    """The position at the start, and after each turn, as far as these eyes see it."""
    return (*(past.row for past in eyes.past), eyes.sight.row)


def charts(eyes: Eyes, rows: Sequence[Row], *, over: bool) -> list[Block]:
    """A chart for each world track, issue, and track of seats; of a finished game with history."""
    marks = _marks(eyes)
    scoped: dict[str, list[Block]] = {"world": [], "actor": [], "constituency": [], "pair": []}
    for track in eyes.scenario.tracks.values():
        scoped[track.scope] += _of_track(eyes, track, rows, marks)
    issues: list[Block] = [
        issue_chart(eyes, issue, rows, over=over) for issue in eyes.scenario.issues.values()
    ]
    blocks = scoped["world"]
    for heading, found in (
        (_("On the table"), issues),
        (_("The seats"), scoped["actor"]),
        (_("At home"), scoped["constituency"]),
        (_("Between the seats"), scoped["pair"]),
    ):
        if found:
            blocks += [Heading(heading), *found]
    return blocks


def points(count: int) -> tuple[str, ...]:
    """The names of the points of a chart."""
    return (_("start"), *(str(turn) for turn in range(1, count)))


def issue_chart(eyes: Eyes, issue: Issue, rows: Sequence[Row], *, over: bool) -> Chart:
    """Where an issue stood after each turn; of a game that is over also where it really did."""
    name, labels = eyes.words.issue(issue.id), eyes.words.options(issue.id)
    really = history_of(eyes, issue, len(rows)) if over else ()
    series = [Series(_("this game") if really else name, line(rows, issue.cell))]
    if really:
        series.append(Series(_("in reality"), really, history=True))
    levels = tuple((label, n) for n, label in enumerate(labels))
    return Chart(name, points(len(rows)), tuple(series), 0, len(labels) - 1, levels)


def history_of(eyes: Eyes, issue: Issue, count: int) -> tuple[int | None, ...]:
    """Where an issue really stood at each of so many points; empty where history says nothing."""
    known = {
        entry.turn: issue.options.index(entry.option)
        for _number, entry in eyes.history
        if entry.issue == issue.id and entry.option in issue.options
    }
    if not known:
        return ()
    stood = issue.start
    found: list[int | None] = []
    for turn in range(count):
        stood = known.get(turn, stood)
        found.append(stood)
    return tuple(found)


def cell_chart(
    eyes: Eyes,
    track: Track,
    series: Sequence[Series],
    count: int,
    caption: str,
    marks: tuple[tuple[int, str], ...] = (),
) -> Chart:
    """Quantities of one track over the turns."""
    levels = tuple((eyes.words.band(track.id, value), value) for value in track.bands.values())
    return Chart(caption, points(count), tuple(series), track.low, track.high, levels, marks)


def line(rows: Sequence[Row], index: int) -> tuple[int | None, ...]:
    """A cell over the turns; None where it is hidden."""
    return tuple(None if row[index] == UNSEEN else row[index] for row in rows)


def _of_track(
    eyes: Eyes, track: Track, rows: Sequence[Row], marks: tuple[tuple[int, str], ...]
) -> list[Block]:
    """One chart for a track, with a line for each cell of it that is seen and not too far off."""
    players = {actor.id for actor in eyes.players}
    series = []
    for cell in eyes.scenario.header.cells:
        whose = cell.name.split(".")[1:]
        if cell.track != track.id or (whose and whose[0] not in players):
            continue
        if track.scope == "pair" and (eyes.seat not in whose or not players.issuperset(whose)):
            continue
        values = line(rows, cell.index)
        if any(value is not None for value in values):
            actor = next((one for one in whose if one != eyes.seat), "".join(whose[:1]))
            series.append(Series(_called(eyes, track, cell.name, whose), values, actor))
    if not series:
        return []
    told = marks if track.scope == "world" else ()
    return [cell_chart(eyes, track, series, len(rows), eyes.words.track(track.id), told)]


def _called(eyes: Eyes, track: Track, cell: str, whose: list[str]) -> str:
    if track.scope == "actor":
        return eyes.name(whose[0])
    if track.scope == "constituency":
        return eyes.words.constituency(".".join(whose))
    if track.scope == "pair" and track.symmetric:
        return eyes.name(next(one for one in whose if one != eyes.seat))
    if track.scope == "pair":
        one, other = whose
        return _("{one} toward {other}").format(one=eyes.name(one), other=eyes.name(other))
    return eyes.words.cell(cell)


def _marks(eyes: Eyes) -> tuple[tuple[int, str], ...]:
    """What happened in each turn that a line cannot say: agreements, breaches, events."""
    found = []
    for number, past in enumerate(eyes.past, 1):
        found += [(number, says) for one in past.told if (says := _mark(eyes, one))]
    return tuple(found)


def _mark(eyes: Eyes, one: Told) -> str:
    if one.chapter == "signed" and one.paper is not None:
        return _("agreed: {name}").format(name=one.paper.name)
    if one.chapter == "breaches" and one.rose < 0 and one.seat:
        return one.says.rstrip(".")
    kind, _colon, event = one.of.partition(":")
    return eyes.words.event(event) if one.chapter == "followed" and kind == "event" else ""
