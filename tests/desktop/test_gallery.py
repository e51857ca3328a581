"""Every kind of screen in every kind of window: nothing spills, tangles, fades or is out of reach.

What is wrong is said with the screen's kind; the window's size, theme and language are the test's.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pygame
import pytest

from game import i18n
from game.desktop.app import App
from game.desktop.options import Options
from game.desktop.spots import Placed
from game.desktop.walker import key
from game.screens.build import SCREENS
from game.screens.model import Control, Fill
from tests.desktop.drawn import wrong
from tests.desktop.gallery import Shown, hang, shots

# Every two of size, theme and language meet; then larger letters, the table board, other shapes.
WINDOWS = (
    Options(size=(1280, 720), theme="light", language="en"),
    Options(size=(1280, 720), theme="dark", language="ko"),
    Options(size=(1920, 1080), theme="light", language="ko"),
    Options(size=(1920, 1080), theme="dark", language="en"),
    Options(size=(3840, 2160), theme="light", language="en"),
    Options(size=(3840, 2160), theme="dark", language="ko"),
    Options(size=(1280, 720), theme="light", language="ko", scale=1.75, table=True),
    Options(size=(1366, 768), theme="dark", language="en", scale=1.75),
    Options(size=(1000, 1400), theme="light", language="en", scale=1.25, table=True),
)

ELSEWHERE = {"reveal", "why", "agreement", "hearing", "ruling"}
"""Places that are named by what they tell of, or that need what this game does not come to."""

TAB, BACK_TAB = key(pygame.K_TAB), key(pygame.K_TAB, mod=pygame.KMOD_SHIFT)
ENTER, ESCAPE = key(pygame.K_RETURN), key(pygame.K_ESCAPE)


def named(window: Options) -> str:
    size = "x".join(map(str, window.size))
    more = f"-{window.scale:.0%}" if window.scale != 1 else ""
    return f"{size}-{window.theme}-{window.language}{more}{'-table' * window.table}"


@pytest.fixture(params=WINDOWS, ids=named)
def hall(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    """A window in which nothing is painted, as only what is where is looked at."""
    window: Options = msgspec.structs.replace(request.param, still=True)
    found = shots(window.language)
    i18n.use(window.language)
    monkeypatch.setattr(App, "draw", lambda _app: None)
    yield App(Shown(found["desk"].frame), window, pygame.Surface(window.size))
    i18n.use("")


def hung(hall: App) -> Iterator[tuple[str, Shown]]:
    """Each kind of screen, one after the other, in the window."""
    for kind, shot in shots(hall.options.language).items():
        yield kind, hang(hall, shot)


def test_every_place_of_the_game_is_in_the_gallery() -> None:
    kinds = set(shots())
    assert {screen.replace(".", "-") for screen in SCREENS if screen not in ELSEWHERE} <= kinds
    layouts = {shot.frame.layout for shot in shots().values()}
    assert layouts == {"panel", "page", "reveal", "curtain", "board", "title"}
    for begin in (
        "lobby",
        "curtain",
        "projector",
        "reveal-",
        "end-",
        "replay-",
        "class-",
        "field-",
    ):
        assert any(kind.startswith(begin) for kind in kinds), begin
    assert len(kinds) >= len(shots("ko")) - 5 >= 60


def test_every_kind_of_screen_is_sound(hall: App) -> None:
    found = {}
    for kind, source in hung(hall):
        bad = wrong(hall.layers.ops, hall.layers.page)
        if hall.over.open:
            bad += wrong(hall.over.ops, hall.layers.page)
        if hall.frame.layout == "board":
            bad += _dumb(hall, source)
        elif hall.over.entry is None:
            bad += _unreached(hall, source)
        if bad:
            found[kind] = bad[:3]
    assert found == {}


def _dumb(app: App, source: Shown) -> Iterator[str]:
    """What a projector, on which nothing is to be pointed at, does not do by number and Escape."""
    offered = app.frame.screen.controls
    numbers = [c for c in offered if c.role != "back"]
    presses = [(key(pygame.K_0 + n, str(n)), c) for n, c in enumerate(numbers, 1)]
    presses += [(ESCAPE, c) for c in offered if c.role == "back"]
    for press, control in presses:
        source.asked.clear()
        app.step(press)
        if control.enabled and source.asked != [(control.id, "")]:
            yield f"{control.id} did {source.asked}"


def _unreached(app: App, source: Shown) -> Iterator[str]:
    """What is wrong with the way round by Tab: out of reach, out of order, out of sight, dead."""
    offered = [] if app.over.open else [control.id for control in app.frame.screen.controls]
    stops = [one.spot.id for one in app.stops]
    seen: list[Placed] = []
    app.step(TAB)
    for _stop in stops:
        one = app.focused
        if one is None:
            yield f"nothing has the focus after {[at.spot.id for at in seen]}"
            return
        seen.append(one)
        visible = one.visible(app.scrolls)
        if visible.h < min(one.at.h, 40) - 1:
            yield f"{one.spot.id} is out of sight: {one.seen(app.scrolls)}"
        control = one.spot.control
        if control is not None and control.id in offered:
            yield from _dead(app, source, control)
        app.step(TAB)
    reached = [one.spot.control.id for one in seen if one.spot.control is not None]
    if [id for id in reached if id in offered] != offered:
        yield f"reached {reached}, offered {offered}"
    if [one.spot.id for one in seen] != stops or (stops and app.focus != stops[0]):
        yield f"went {[one.spot.id for one in seen]} and came to {app.focus}, not {stops}"
    app.step(BACK_TAB)
    if stops and app.focus != stops[-1]:
        yield f"back leads to {app.focus}, not {stops[-1]}"


def _dead(app: App, source: Shown, control: Control) -> Iterator[str]:
    """Whether Enter on the focused control does nothing that it should."""
    source.asked.clear()
    app.step(ENTER)
    entry = app.over.entry
    if not control.enabled:
        if source.asked or not app.toasts.shown(0):
            yield f"{control.id} is not enabled, and does not say why"
    elif isinstance(control.action, Fill):
        if entry is None or entry.control != control:
            yield f"{control.id} asks for no text"
        app.step(ESCAPE)
    elif source.asked != [(control.id, "")]:
        yield f"{control.id} did {source.asked}"
