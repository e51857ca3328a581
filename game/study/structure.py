"""What the file alone says of balance, before a game: packages, favourites, who is needed."""

from __future__ import annotations

from msgspec import Struct

from game.analysis.packages import Packages, packages
from game.analysis.pareto import TooManyPackages, frontier, settled
from game.analysis.vectors import count_at_least
from game.rules.compiled import compiled
from game.rules.forums import adopted
from game.rules.moment import Moment
from game.rules.opening import opening
from game.rules.profiles import profile_of
from game.scenario.model import Consent, Scenario
from game.scenario.orders import Ballot


def better_than_none(scenario: Scenario) -> tuple[int | None, int]:
    """How many packages of an exercise are better than no deal for every player, and of how many.

    As its seats value them with the first of their role sheets. None for more than can be counted.
    """
    table = _table(scenario, 0)
    due = scenario.settle.walk_away if scenario.settle is not None else {}
    floor = tuple(due.get(seat, 0) + 1 for seat in scenario.players)
    return count_at_least(table.vectors, floor), table.count


def _table(scenario: Scenario, draw: int) -> Packages:
    """All packages as the seats value them with this role sheet; -1 for what everybody knows."""
    return packages(
        scenario, {seat: profile_of(scenario, seat, (), draw) for seat in scenario.players}
    )


def comparable(scenario: Scenario) -> bool:
    """Whether it can be found which packages nobody can improve on."""
    try:
        frontier(scenario, {seat: profile_of(scenario, seat, (), 0) for seat in scenario.players})
    except TooManyPackages:
        return False
    return True


class Favourite(Struct, frozen=True):
    """The option that a seat likes best of the issue that it minds most, and whom it hurts.

    ``spread`` is how much the issue's options differ in what they are publicly worth to the seat;
    ``hurts`` lists the other seats that are worse off at that option than at the start.
    """

    issue: str
    option: str
    spread: int
    hurts: tuple[str, ...]
    start: bool
    """Whether things stand there already."""


def better_for_all(scenario: Scenario) -> tuple[int | None, int]:
    """How many packages are better for every player than where the issues start, and of how many.

    By what everybody knows: public wants, and public objectives on issues. None for more than can
    be counted.
    """
    table = _table(scenario, -1)
    floor = tuple(value + 1 for value in table.value(settled(scenario)))
    return count_at_least(table.vectors, floor), table.count


def favourites(scenario: Scenario) -> dict[str, Favourite]:
    """Each seat's favourite option of its main issue, the other issues as they start.

    Where several options are as dear, it is that which hurts fewest others.
    """
    table = _table(scenario, -1)
    start = settled(scenario)
    here = table.value(start)
    rows = {
        issue.id: [
            table.value((*start[:n], option, *start[n + 1 :]))
            for option in range(len(issue.options))
        ]
        for n, issue in enumerate(scenario.issues.values())
    }
    found = {}
    for seat, player in enumerate(scenario.players):
        main, spread = "", -1
        for name, values in rows.items():
            worths = [value[seat] for value in values]
            if max(worths) - min(worths) > spread:
                main, spread = name, max(worths) - min(worths)
        if not main:
            continue
        best = max(value[seat] for value in rows[main])
        tied = []
        for option, value in enumerate(rows[main]):
            if value[seat] == best:
                hurt = [n for n in range(len(here)) if n != seat and value[n] < here[n]]
                tied.append((len(hurt), option, tuple(scenario.players[n] for n in hurt)))
        _count, option, hurts = min(tied)
        issue = scenario.issues[main]
        found[player] = Favourite(main, issue.options[option], spread, hurts, option == issue.start)
    return found


def pivots(scenario: Scenario) -> dict[str, tuple[str, ...]]:
    """The issues on which each seat is pivotal: no step up, or none down, comes about without it,
    whatever all the others do."""
    return {
        seat: tuple(
            issue.id
            for issue in scenario.issues.values()
            if needed(scenario, issue.up, seat) or needed(scenario, issue.down, seat)
        )
        for seat in scenario.players
    }


def needed(scenario: Scenario, consent: Consent, seat: str) -> bool:
    """Whether nothing passes under a consent that this seat does not want."""
    if consent.forum:
        forum = scenario.forums[consent.forum]
        votes: dict[str, Ballot] = dict.fromkeys(forum.members, "yes")
        if seat not in votes or not adopted(forum, votes):
            return False
        return not adopted(forum, {**votes, seat: "no"})
    return seat in consent.of and consent.need == len(consent.of)


def crises(scenario: Scenario) -> tuple[str, ...]:
    """The ends that are worth something negative to everybody."""
    return tuple(end.id for end in scenario.ends.values() if end.worth < 0)


def strains(scenario: Scenario) -> tuple[str, ...]:
    """The banded world tracks whose top is bad for the players together, or ends the game."""
    moment = Moment(scenario, opening(scenario, 0))
    bad = crises(scenario)
    found = []
    for cell in scenario.header.cells:
        track = scenario.tracks.get(cell.track)
        if track is None or track.scope != "world" or not track.bands:
            continue
        minded = _minded(scenario, moment, cell.index)
        row = scenario.start[:]
        row[cell.index] = cell.high
        ends = any(
            holds(row, moment) and not holds(scenario.start, moment)
            for end, holds in compiled(scenario).ends
            if end in bad
        )
        if minded < 0 or ends:
            found.append(track.id)
    return tuple(found)


def _minded(scenario: Scenario, moment: Moment, cell: int) -> int:
    return sum(moment.profiles[seat].public.units.get(cell, 0) for seat in scenario.players)
