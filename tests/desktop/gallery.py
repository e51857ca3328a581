"""One frame of every kind of screen, reached by posted events, to be composed in any window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest
from msgspec import Struct

from game import i18n
from game.desktop import autoplay as plays
from game.desktop.app import App
from game.desktop.entry import Entry
from game.desktop.options import Options
from game.desktop.overlay import Kind
from game.screens.model import Control
from game.session.beginning import Wanted
from game.session.source import Frame, Source

EXERCISE = Path(__file__).parents[1] / "formats" / "settle-small.yaml"


class Shot(Struct, frozen=True):
    """A kind of screen: the frame, and the card that lies over it."""

    frame: Frame
    card: Kind = ""
    entry: Entry | None = None


class Shown(Source):
    """A source that shows one frame, and notes what was asked of it."""

    def __init__(self, frame: Frame) -> None:
        self.still = frame
        self.asked: list[tuple[str, str]] = []

    def frame(self) -> Frame:
        """The frame, whatever is done."""
        return self.still

    def act(self, control: Control, text: str = "") -> Source | None:
        """Note the control."""
        self.asked.append((control.id, text))
        return self

    def typed(self, line: str) -> Source | None:
        """Note the line."""
        self.asked.append(("typed", line))
        return self

    def poll(self, now: float) -> bool:
        """Nothing changes by itself."""
        return False

    def close(self) -> None:
        """There is nothing to let go of."""


class _Kept(plays.Gallery):
    """A gallery of frames in the place of one of pictures."""

    def __init__(self, folder: Path | None) -> None:
        super().__init__(folder)
        self.shots: dict[str, Shot] = {}

    def take(self, app: App, kind: str) -> str:
        """Keep what is shown, under a new kind."""
        if kind in self.shots:
            return ""
        self._kinds.add(kind)
        self.shots[kind] = Shot(app.frame, app.over.kind, app.over.entry)
        return kind


@cache
def walked(scenario: str, language: str) -> Mapping[str, Shot]:
    """What a game shows that plays itself, by keys and clicks that are posted to its window."""
    gallery = _Kept(None)
    wanted = Wanted(scenario=scenario, seed=1, language="" if language == "en" else language)
    options = Options(size=(1280, 720), language=language)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plays, "Gallery", _given(gallery))
        patch.setattr(App, "draw", lambda _app: None)
        try:
            list(plays.autoplay(wanted, options, None))
        finally:
            i18n.use("")
    return gallery.shots


def shots(language: str = "en") -> Mapping[str, Shot]:
    """Every kind of screen of the large scenario and of an exercise of packages."""
    found = walked("thaad-2016", language)
    return found if language != "en" else {**walked(str(EXERCISE), language), **found}


def _given(gallery: _Kept) -> Callable[[Path | None], _Kept]:
    return lambda _folder: gallery


def hang(app: App, shot: Shot) -> Shown:
    """Show a shot in a window, as it was first seen: nothing focused, nothing scrolled."""
    app.close()
    app.source = source = Shown(shot.frame)
    app.refresh()
    app.scrolls.clear()
    app.toasts.clear()
    app.focus = ""
    app.grace = 0  # every screen is asked at once
    if shot.entry is not None:
        app.ask(shot.entry)
    elif shot.card:
        app.open(shot.card)
    return source
