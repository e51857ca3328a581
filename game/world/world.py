"""The world: one position of a game, a value."""

from __future__ import annotations

from array import array

from msgspec import Struct

from game.scenario.terms import Terms

Row = array  # of 'h': one integer for each cell of the scenario's header

Deed = tuple[str, ...]
"""Actor, instrument, target ("" where it has none); and the first two alone, for ``ever(a, i)``."""


STOPPED = "session-over"
"""The end of a world whose session was ended before its scenario; no file can name an end so."""


class Agreement(Struct, frozen=True, omit_defaults=True):
    """An agreement in force since turn ``since``; ``done`` are clauses fulfilled for good."""

    id: str
    terms: Terms
    since: int
    done: tuple[int, ...] = ()


class World(Struct, frozen=True):
    """A position between two turns. Nothing in it is ever changed in place.

    ``row`` holds every cell (issues, tracks, debts) under ``scenario.header``; ``mandates`` the
    mandates each actor has had, in order; ``draws`` which private role sheet each player drew
    (-1 for none); ``accrued`` the points of past turns (public, private); ``pending`` the events
    that wait for an answer in this turn; ``queue`` the events due in this turn's stage of events;
    ``refused`` which parties' constituencies refused a signed treaty when last asked (draft id,
    seats); ``end`` why the game is over, "" while it goes on. ``last`` is hidden from every seat.
    """

    seed: int
    turn: int
    last: int
    row: Row[int]
    agreements: tuple[Agreement, ...] = ()
    happened: tuple[tuple[str, int], ...] = ()
    pending: tuple[str, ...] = ()
    queue: tuple[str, ...] = ()
    done: frozenset[Deed] = frozenset()
    mandates: tuple[tuple[str, ...], ...] = ()
    draws: tuple[int, ...] = ()
    accrued: tuple[tuple[int, int], ...] = ()
    asked: tuple[tuple[str, tuple[str, ...]], ...] = ()
    end: str = ""
