"""Many games, on as many processes as one likes: the same counts on one and on ten."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import replace
from types import FrameType

from game.bots.play import bots_for
from game.scenario.model import Scenario
from game.study.playing import one_game
from game.study.tally import Tally

BOTS = "mixed:0.3"
"""Who plays where nobody says: greedy in seven turns of ten, random in three.

Greedy bots alone differ from game to game only by the role sheets that the seed draws and by what
chance decides, so that a study of them sees one narrow path; and where people play, somebody always
does what nobody reckoned with. Only what the greedy mood chose counts as deliberate.
"""
CHUNK = 8
"""Games that a process plays before it reports."""
CLOSE = 800
"""Games of which every second one is looked at closely: means are steady by then."""
PATIENCE = 0.2
"""Seconds after which Ctrl-C is looked for."""

Progress = Callable[[int], None]
"""Called with the number of games that are done."""


def study(
    scenario: Scenario,
    games: int,
    bots: str = BOTS,
    seed: int = 0,
    jobs: int = 1,
    *,
    appraised: bool = True,
    progress: Progress | None = None,
) -> Tally:
    """Play games of the seeds from `seed` on and count them.

    The result depends on scenario, games, bots and seed alone. Ctrl-C ends it early: the tally has
    the games that were played (fewer than `games`). With `appraised` every second game (of the
    first `CLOSE`) is also looked at closely, which takes longer than to play it: what share of the
    attainable each seat got, and what texts are worth.

    Raises ValueError for bots that there are not.
    """
    bots_for(scenario, bots, seed)
    seeds = range(seed, seed + games)
    total = Tally(scenario.id, bots)
    parts = _alone if min(jobs, games) <= 1 else _together
    with _stopping() as stop:
        for part in parts(scenario, seeds, (bots, seed + CLOSE * appraised), jobs, stop):
            total += part
            if progress is not None:
                progress(total.games)
    return total


def quick(scenario: Scenario, games: int = 60, *, seed: int = 0) -> Tally:
    """A quick look at a scenario, in this process: which of its things come alive at all."""
    return study(scenario, games, seed=seed, appraised=False)


def _alone(
    scenario: Scenario, seeds: range, how: tuple[str, int], _jobs: int, stop: threading.Event
) -> Iterator[Tally]:
    for seed in seeds:
        if stop.is_set():
            return
        yield _game(scenario, seed, how)


def _together(
    scenario: Scenario, seeds: range, how: tuple[str, int], jobs: int, stop: threading.Event
) -> Iterator[Tally]:
    chunks = [seeds[at : at + CHUNK] for at in range(0, len(seeds), CHUNK)]
    context = multiprocessing.get_context("spawn")
    bare = replace(scenario, cache={})
    pool = ProcessPoolExecutor(min(jobs, len(chunks)), context, _begin, (bare, how))
    try:
        with _deaf():
            waiting: set[Future[Tally]] = {pool.submit(_chunk, chunk) for chunk in chunks}
        while waiting:
            done, waiting = wait(waiting, PATIENCE, FIRST_COMPLETED)
            if stop.is_set():
                waiting = {future for future in waiting if not future.cancel()}
            for future in done:
                yield future.result()
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _stopping() -> Iterator[threading.Event]:
    """Ctrl-C sets the event and breaks nothing off; a second one ends everything."""
    stop = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield stop
        return

    def heard(_number: int, _frame: FrameType | None) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()

    before = signal.signal(signal.SIGINT, heard)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def _deaf() -> Iterator[None]:
    """Processes that are started here do not hear Ctrl-C."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


_task: tuple[Scenario, tuple[str, int]] | None = None
"""What this process plays; set once where it begins."""


def _begin(scenario: Scenario, how: tuple[str, int]) -> None:
    global _task
    _task = (scenario, how)
    threading.Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    """End with the process that began this one, however that ends: nobody would ask any more."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _chunk(seeds: range) -> Tally:
    assert _task is not None
    scenario, how = _task
    total = Tally(scenario.id, how[0])
    for seed in seeds:
        total += _game(scenario, seed, how)
    return total


def _game(scenario: Scenario, seed: int, how: tuple[str, int]) -> Tally:
    """A game of these bots; looked at closely, if its seed is even and below a limit."""
    bots, limit = how
    return one_game(scenario, seed, bots, appraised=seed < limit and seed % 2 == 0)
