"""A window that nobody sees, and games in it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

from game.desktop.app import App
from game.desktop.options import Options
from game.session.beginning import Wanted, source_of

Opened = Callable[..., App]


@pytest.fixture
def stopped_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """No news turn and no second passes between two pictures that are compared."""
    monkeypatch.setattr(time, "time", lambda: 1_800_000_000.0)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    """Begins a game and shows it: `opened("first-talks", seats=("host",), size=(1280, 720))`."""
    apps: list[App] = []

    def begin(
        scenario: str = "first-talks",
        seats: tuple[str, ...] = ("host",),
        size: tuple[int, int] = (1280, 720),
        language: str = "",
        still: bool = True,
        **options: object,
    ) -> App:
        out = tmp_path / f"{len(apps)}.modus"
        wanted = Wanted(scenario=scenario, seats=seats, seed=1, out=out, language=language)
        face = Options(size=size, still=still, language=language or "en", **options)  # type: ignore[arg-type]
        apps.append(App(source_of(wanted), face))
        apps[-1].grace = 0
        apps[-1].step(())
        return apps[-1]

    yield begin
    for app in apps:
        app.source.close()
