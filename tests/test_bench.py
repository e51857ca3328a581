"""The benchmarks measure what they say they do."""

from __future__ import annotations

from itertools import count

import pytest

from bench import plain
from bench.__main__ import TITLES, main
from bench.games import figures
from bench.measure import Figure, measure


def test_the_plain_loop_carries_out_every_order() -> None:
    assert plain.game(plain.script()) == plain.ORDERS * plain.TURNS


def test_medians_verdicts_and_failures() -> None:
    ticks = count()

    def broken() -> float:
        raise RuntimeError("no disk")

    def nothing(_: str) -> None:
        pass

    fast, small, failed = measure(
        [
            Figure("fast", "games/s", 2, 3, lambda: float(next(ticks))),
            Figure("small", "MB", 80, 50, lambda: 90.0),
            Figure("failed", "KB", 300, 200, broken),
        ],
        5,
        nothing,
    )
    assert fast.runs == [1, 2, 3, 4, 5]  # the first run warms up
    assert (fast.median, fast.verdict) == (3, "target")
    assert (small.median, small.verdict) == (90, "BELOW")
    assert (failed.verdict, failed.failure) == ("failed", "RuntimeError: no disk")


def test_orders_are_counted_over_whole_games() -> None:
    by_name = {figure.name: figure for figure in figures("first-talks")}
    assert by_name["orders"].run() > 0
    assert "orders/s beside" in by_name["orders"].note()


def test_one_figure_can_be_asked_for_and_an_unknown_one_is_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["attainable", "--rounds", "1", "--scenario", "first-talks"]) == 0
    told = capsys.readouterr().out
    assert "attainable" in told and "random" not in told
    with pytest.raises(SystemExit) as stopped:
        main(["speed"])
    assert stopped.value.code == 2
    told = capsys.readouterr().err
    assert all(name in told for name in ("speed", *TITLES))
