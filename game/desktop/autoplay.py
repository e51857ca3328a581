"""A game that plays itself on the board, and pictures of every kind of screen on the way."""

from __future__ import annotations

import hashlib
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pygame
from msgspec.structs import replace

from game.desktop.app import App
from game.desktop.options import Options
from game.desktop.walker import Walker, key
from game.errors import UserError
from game.i18n import _
from game.loading import load
from game.screens.build import SCREENS
from game.screens.model import Control, Fill, Go, Leave, Submit
from game.session.beginning import Wanted, source_of
from game.session.feed import FileFeed
from game.session.replay import Replay
from game.session.source import Frame
from game.session.watch import Watch

PERSONS = 2
"""Seats that are played, if nobody says which: two, so that the machine is handed over."""

AROUND = 40
"""Choices in a game that is only looked at."""

FACE = (
    (pygame.K_F2, "", "settings"), (pygame.K_F3, "", "keys"), (pygame.K_F1, "", "help"),
    (pygame.K_SLASH, "/", "typed-order"),
)  # fmt: skip
"""The face's own cards: the key that opens each, and the picture's name."""


class Gallery:
    """Pictures in a folder, numbered, one of each kind of screen and never the same twice."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self.names: list[str] = []
        self._kinds: set[str] = set()
        self._seen: set[bytes] = set()
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)

    def has(self, kind: str) -> bool:
        """Whether this kind of screen was taken."""
        return kind in self._kinds

    def take(self, app: App, kind: str) -> str:
        """Keep a picture of what is shown, under a new kind; says its name, "" for none."""
        if kind in self._kinds:
            return ""
        self._kinds.add(kind)
        app.mouse.leave()
        app.layers.cut()
        app.dirty = True
        app.draw()
        digest = hashlib.sha256(pygame.image.tobytes(app.surface, "RGB")).digest()
        if digest in self._seen:
            return ""
        self._seen.add(digest)
        name = f"{len(self.names) + 1:02d}-{kind}.png"
        self.names.append(name)
        if self.folder is not None:
            pygame.image.save(app.surface, self.folder / name)
        return name


def autoplay(wanted: Wanted, options: Options, shots: Path | None) -> Iterator[str]:
    """Play a game to its end; lines of progress, and at last the list of pictures.

    Raises UserError where the game cannot be begun, or did not come to its end.
    """
    options = replace(options, still=True, size=_sized(options.size))
    gallery = Gallery(shots)
    yield from _lobby(options, gallery)
    with tempfile.TemporaryDirectory() as folder:
        settled = _settled(wanted, Path(folder))
        app = App(source_of(settled), options)
        try:
            yield from _game(app, gallery)
        finally:
            app.source.close()
        if not settled.facilitator:
            yield from _again(app, gallery)
            yield from _class(app, settled, Path(folder), gallery)
    if app.running:
        raise UserError(_("The game did not come to its end."), 1)
    yield _("{n} pictures").format(n=len(gallery.names)) + (f": {shots}" if shots else "")
    yield from gallery.names


def _sized(size: tuple[int, int]) -> tuple[int, int]:
    return (1920, 1080) if size == (0, 0) else size


def _settled(wanted: Wanted, folder: Path) -> Wanted:
    """A game of which nothing is left open."""
    out = wanted.out or folder / "autoplay.modus"
    seed = 1 if wanted.seed is None else wanted.seed
    if wanted.load is not None:
        return wanted
    scenario = wanted.scenario or "first-talks"
    seats = wanted.seats or tuple(load(scenario).players[:PERSONS])
    seats = () if wanted.facilitator else seats
    return replace(wanted, scenario=scenario, seats=seats, seed=seed, out=out)


def _lobby(options: Options, gallery: Gallery) -> Iterator[str]:
    """The start screen, and a game's page on it."""
    app = App(source_of(Wanted(language=options.language)), options)
    app.step(())
    yield from _named(gallery.take(app, "lobby"))
    app.step(key(pygame.K_RETURN))
    yield from _named(gallery.take(app, "lobby-game"))
    app.source.close()


def _projector(app: App, gallery: Gallery) -> Iterator[str]:
    """The game that is being played, as the class sees it on a projector."""
    skin, language = _spoken(app)
    path = getattr(app.source, "path", None)
    if gallery.has("projector") or not isinstance(path, Path):
        return
    beside = App(Watch(FileFeed(path, skin, language)), app.options, app.surface)
    yield from _named(gallery.take(beside, "projector"))
    beside.source.close()
    app.dirty = True


def _spoken(app: App) -> tuple[str, str]:
    """The skin and the language of the game that is played."""
    words = getattr(app.source, "words", None)
    return getattr(words, "skin", ""), app.options.language


def _again(app: App, gallery: Gallery) -> Iterator[str]:
    """The game that was played, seen again."""
    path = getattr(app.source, "path", None)
    if isinstance(path, Path):
        beside = App(Replay(path, *_spoken(app)), app.options, app.surface)
        for number, control in enumerate(Walker(beside, frozenset({"go"})).walk()):
            yield from _named(gallery.take(beside, "replay-" + _shape(beside.frame)))
            if number > AROUND or isinstance(control.action, Leave):
                break
        beside.source.close()


def _class(app: App, wanted: Wanted, folder: Path, gallery: Gallery) -> Iterator[str]:
    """A whole class on one machine: what its facilitator sees."""
    begun = replace(wanted, seats=(), playing=(), facilitator=True, out=folder / "class.modus")
    beside = App(source_of(begun), app.options, app.surface)
    for number, control in enumerate(Walker(beside).walk()):
        yield from _named(gallery.take(beside, "class-" + _shape(beside.frame)))
        if number > AROUND or isinstance(control.action, Leave):
            break
    beside.source.close()


def _shape(frame: Frame) -> str:
    return _slug(frame.screen.title.partition(":")[0])


def _game(app: App, gallery: Gallery) -> Iterator[str]:
    """Play to the end, and take each screen as it is first seen."""
    app.step(())
    turn, came = 0, None
    for control in Walker(app).walk():
        yield from _named(gallery.take(app, kind_of(app.frame, came)))
        if app.frame.layout == "panel":
            yield from _cards(app, gallery)
            if turn > 1:
                yield from _projector(app, gallery)
        if isinstance(control.action, Fill):
            yield from _field(app, gallery, control)
        scene = app.frame.scene
        if scene is not None and scene.turn != turn and not scene.over:
            turn = scene.turn
            yield _("Turn {n} of {of}").format(n=turn, of=scene.of)
        came = control


def kind_of(frame: Frame, came: Control | None) -> str:
    """What kind of screen a frame is: by its layout, the place it was sought at, or its title."""
    title = frame.screen.title
    if frame.layout in ("curtain", "board"):
        return frame.layout
    if frame.layout == "reveal":
        return "reveal-" + _slug(title.rpartition(":")[2])
    if frame.scene is not None and title in (frame.scene.title, frame.scene.date):
        return "start" if title == frame.scene.title else "briefing"
    action = came.action if came is not None else None
    if isinstance(action, Go | Fill) and known(action.to.screen):
        return _slug(action.to.screen)
    if isinstance(action, Submit):
        return _slug(action.then.screen)
    return _slug(title)


def known(screen: str) -> bool:
    """Whether a place is the game's own, and none of the session's between two places."""
    return screen in SCREENS or screen.startswith("end.")


def _slug(text: str) -> str:
    return "-".join(re.findall(r"\w+", re.sub(r"\d+", "", text.casefold())))[:40] or "screen"


def _named(name: str) -> Iterator[str]:
    if name:
        yield name


def _cards(app: App, gallery: Gallery) -> Iterator[str]:
    """The face's own cards, once."""
    for code, written, kind in FACE:
        if gallery.has(kind):
            continue
        app.step(key(code, written))
        yield from _named(gallery.take(app, kind))
        app.step(key(pygame.K_ESCAPE))


def _field(app: App, gallery: Gallery, control: Control) -> Iterator[str]:
    """The card on which a text is typed, once of each kind."""
    kind = f"field-{control.action.kind}" if isinstance(control.action, Fill) else "field"
    if not gallery.has(kind):
        app.act(control)
        yield from _named(gallery.take(app, kind))
        app.step(key(pygame.K_ESCAPE))
