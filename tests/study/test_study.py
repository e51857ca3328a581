"""Many games counted: a tally merges, and does not know how many processes played it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from functools import cache
from pathlib import Path

import psutil
import pytest

from game.loading import load
from game.scenario.model import Scenario
from game.study import Tally, quick, study


@cache
def talks() -> Scenario:
    return load("first-talks")


@cache
def dozen() -> Tally:
    return study(talks(), 12, seed=5)


def test_tallies_of_the_same_games_add_up_in_any_order() -> None:
    one, two = study(talks(), 5, seed=5), study(talks(), 7, seed=10)
    assert one + two == two + one == dozen()


def test_tallies_of_different_bots_do_not_add_up() -> None:
    with pytest.raises(ValueError, match="same bots"):
        Tally("a", "greedy") + Tally("a", "random")


def test_two_processes_count_what_one_counts() -> None:
    assert study(talks(), 12, seed=5, jobs=2) == dozen()


def test_another_seed_is_another_study() -> None:
    assert study(talks(), 12, seed=6).finals != {} and study(talks(), 12, seed=6) != dozen()


@pytest.mark.parametrize("jobs", [1, 2])
def test_who_interrupts_keeps_the_games_that_were_played(jobs: int) -> None:
    done: list[int] = []

    def interrupt(games: int) -> None:
        done.append(games)
        if len(done) == 1:
            os.kill(os.getpid(), signal.SIGINT)

    tally = study(talks(), 400, jobs=jobs, progress=interrupt)
    assert 0 < tally.games == done[-1] < 400
    assert sum(tally.ends.values()) == tally.games


def test_random_bots_choose_nothing_on_purpose() -> None:
    tally = study(talks(), 6, "random")
    assert sum(tally.orders.values()) > 0
    assert tally.worthwhile == tally.chosen == tally.minded == tally.signers == {}


def test_a_bot_that_there_is_not_is_refused() -> None:
    with pytest.raises(ValueError, match="did you mean 'greedy'"):
        study(talks(), 2, "gredy")


def test_a_quick_look_counts_what_comes_alive() -> None:
    tally = quick(talks(), 20)
    assert tally.games == 20 and tally.appraised == 0
    assert set(tally.reached["radar"]) == {"none", "agreed", "working"}
    assert set(tally.rules) <= set(talks().rules)


def test_processes_end_with_whoever_began_them(tmp_path: Path) -> None:
    script = tmp_path / "long.py"
    script.write_text(LONG, encoding="utf-8")
    whole = subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE)
    assert whole.stdout is not None
    whole.stdout.readline()  # the first games are done
    workers = psutil.Process(whole.pid).children(recursive=True)
    whole.kill()
    whole.communicate()
    _gone, alive = psutil.wait_procs(workers, timeout=60)
    assert workers and not alive


LONG = """
from game.loading import load
from game.study import study

if __name__ == "__main__":
    told = lambda done: print(done, flush=True)
    study(load("first-talks"), 100_000, jobs=2, progress=told)
"""
