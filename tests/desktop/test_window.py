"""The primer in a real window, with real keys and clicks, beside the same game in memory."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.desktop.app import App
from game.desktop.start import wished
from game.record.table import Table
from game.record.verify import verify
from game.screens.model import Control, Fill, Leave, Submit
from game.session.beginning import Wanted, source_of
from game.table.commands import Give
from tests.desktop.screen import PATIENCE, Screen, needs_screen, share_of_difference, wait_for

SIZE = (1280, 720)
MOST = 0.01
"""The share of pixels that may differ: a pointer, a caret, the news that turn."""
LIMIT = 200


class Mirror:
    """A window and the same board in memory; both get what is pressed, and show the same."""

    def __init__(self, screen: Screen, app: App, window: subprocess.Popen[str]) -> None:
        self.screen = screen
        self.app = app
        self.window = window
        self.keys = self.clicks = 0

    def agree(self) -> None:
        """Wait until the window shows what the board in memory shows."""
        apart = [1.0]

        def same() -> bool:
            self.app.step(())
            assert self.window.poll() is None, self.window.communicate()[0]
            apart[0] = share_of_difference(self.screen.picture(), self.app.surface)
            return apart[0] <= MOST

        wait_for(same, lambda: f"{apart[0]:.1%} differs on {self.app.frame.screen.title!r}")

    def enter(self) -> None:
        """Press Enter in both."""
        self.keys += 1
        self.screen.key("Return")
        key = {"key": pygame.K_RETURN, "mod": 0, "unicode": "\r", "scancode": 40}
        self.app.step([pygame.Event(pygame.KEYDOWN, key), pygame.Event(pygame.KEYUP, key)])

    def click(self, control: Control) -> None:
        """Click a control in both."""
        self.clicks += 1
        found = next(p for p in self.app.layers.placed if p.spot.control == control)
        if found.window is not None:
            self._point(*found.window.at.centre)
            while not found.window.at.holds(found.seen(self.app.scrolls)):
                self.screen.wheel_down()
                self.app.step([pygame.Event(pygame.MOUSEWHEEL, {"x": 0, "y": -1})])
        at = self._point(*found.seen(self.app.scrolls).centre)
        self.screen.click()
        press = {"button": 1, "pos": at, "touch": False}
        self.app.step([pygame.Event(pygame.MOUSEBUTTONDOWN, press)])
        self.app.step([pygame.Event(pygame.MOUSEBUTTONUP, press)])

    def _point(self, x: float, y: float) -> tuple[int, int]:
        """Move the pointer of both to a place in units; the pixel there."""
        scale = self.app.layers.painter.scale
        at = (round(x * scale), round(y * scale))
        self.screen.point(*at)
        moved = {"pos": at, "rel": (0, 0), "buttons": (0, 0, 0)}
        self.app.step([pygame.Event(pygame.MOUSEMOTION, moved)])
        return at

    def offered(self, id: str) -> Control:
        """A control of the screen that is shown."""
        return next(c for c in self.app.frame.screen.controls if c.id == id)


@pytest.fixture
def mirror(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Mirror]:
    needs_screen()
    folders = [tmp_path / name for name in ("screen", "window", "memory")]
    for folder in folders:
        folder.mkdir()
    monkeypatch.chdir(folders[2])
    pygame.display.init()
    wanted = Wanted(
        scenario="first-talks", seats=("host",), bots="greedy", seed=7, out=Path("g.modus")
    )
    wide, high = SIZE
    options = wished(size=f"{wide}x{high}", still=True)
    with Screen(folders[0], SIZE) as screen:
        window = screen.start(
            *(
                "play",
                "first-talks",
                "--board",
                "--seat",
                "host",
                "--seed",
                "7",
                "--out",
                "g.modus",
            ),
            *("--still", "--size", f"{wide}x{high}"),
            cwd=folders[1],
        )
        app = App(source_of(wanted), options, pygame.Surface(SIZE))
        yield Mirror(screen, app, window)
        app.source.close()
        window.kill()
        window.wait(PATIENCE)


def next_by_hand(both: Mirror) -> Control | None:
    """Orders are given by mouse in the first turn; None where Enter does."""
    controls = both.app.frame.screen.controls
    if len(both.app.source.table.state.orders.get("host", ())) >= 1:  # type: ignore[attr-defined]
        return None
    if both.app.source.table.state.world.turn > 1:  # type: ignore[attr-defined]
        return None
    give = [c for c in controls if c.enabled and isinstance(c.action, Submit)]
    give = [c for c in give if isinstance(c.action, Submit) and isinstance(c.action.do, Give)]
    if give:
        return give[0]
    wanted = [c for c in controls if c.id in ("orders", "act reassure") and c.enabled]
    return wanted[0] if wanted else None


def test_the_primer_is_played_to_its_end_in_a_window(mirror: Mirror, tmp_path: Path) -> None:
    mirror.app.step(())
    mirror.agree()
    for step in range(LIMIT):
        default = mirror.app.frame.screen.default
        by_hand = next_by_hand(mirror)
        if by_hand is not None and not isinstance(by_hand.action, Fill):
            mirror.click(by_hand)
        elif default is not None and step % 5 == 4:
            mirror.click(default)
        else:
            mirror.enter()
        if default is not None and isinstance(default.action, Leave) and not mirror.app.running:
            break
        mirror.agree()
    assert mirror.window.wait(PATIENCE) == 0
    assert mirror.keys > 10 and mirror.clicks > 3
    records = [tmp_path / name / "g.modus" for name in ("window", "memory")]
    games = [Table.look(record) for record in records]
    assert all(game.state.phase == "over" for game in games)
    assert games[0].state.world == games[1].state.world
    assert games[0].state.log[0].facts == games[1].state.log[0].facts
    assert str(len(games[0].state.log)) in verify(records[0])
