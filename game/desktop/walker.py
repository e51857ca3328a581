"""Somebody who plays by itself with made-up events: it looks at every kind of screen once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal

import pygame

from game.desktop.app import App
from game.desktop.spots import Placed
from game.screens.model import Control, Fill, Go, Leave, Submit
from game.table.commands import Give, Lock

Hands = Literal["keys", "mouse", "both"]

PATIENCE = 90
"""Choices in one turn, after which the turn is ended."""

SAYS = "We would like to talk about this."
"""What is typed where a text is asked for."""


def key(code: int, written: str = "", mod: int = 0) -> list[pygame.Event]:
    """A key that is pressed and let go; what it writes comes as text too, as from a keyboard."""
    down = pygame.Event(pygame.KEYDOWN, key=code, unicode=written, mod=mod, scancode=0)
    text = [pygame.Event(pygame.TEXTINPUT, text=written)] if written.isprintable() else []
    text = text if written else []
    return [down, *text, pygame.Event(pygame.KEYUP, key=code, mod=mod, scancode=0)]


def texted(text: str) -> list[pygame.Event]:
    """A text that is typed."""
    return [event for letter in text for event in key(_code(letter), letter)]


def _code(letter: str) -> int:
    return ord(letter.lower()) if letter.isascii() else pygame.K_UNKNOWN


def click(at: tuple[int, int]) -> list[pygame.Event]:
    """The mouse goes to a pixel and clicks."""
    return [
        pygame.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)),
        pygame.Event(pygame.MOUSEBUTTONDOWN, pos=at, button=1),
        pygame.Event(pygame.MOUSEBUTTONUP, pos=at, button=1),
    ]


class Walker:
    """Chooses what it has chosen least, by keyboard or mouse, and ends a turn when all was seen."""

    def __init__(self, app: App, avoids: frozenset[str] = frozenset()) -> None:
        self.app = app
        app.grace = 0  # what it presses is meant for what is shown
        self.avoids = avoids
        self.tried: Counter[str] = Counter()
        self.steps = 0
        self.turn = 0

    # ------------------------------------------------------------------ what to choose

    def pick(self) -> Control | None:
        """The control to choose now; None where there is none."""
        offered = [c for c in self.app.frame.screen.controls if c.enabled]
        now = self.app.frame.scene.turn if self.app.frame.scene else self.turn
        if now != self.turn:
            self.turn, self.steps = now, 0
        self.steps += 1
        new = [c for c in offered if self._new(c)] if self.steps <= PATIENCE else []
        if new:
            return min(new, key=lambda c: isinstance(c.action, Submit))
        default = self.app.frame.screen.default
        if default is not None and (_locks(default) or self.steps > 2 * PATIENCE):
            return default
        back = next((c for c in offered if c.role == "back" and not _quits(c)), None)
        leaves = next((c for c in offered if isinstance(c.action, Leave)), None)
        return back or default or next(iter(offered), None) or leaves

    def _new(self, control: Control) -> bool:
        if control.id in self.avoids:
            return False
        if control.role == "back" or _locks(control) or isinstance(control.action, Leave):
            return False
        return self.tried[self.sort(control)] == 0

    def sort(self, control: Control) -> str:
        """What kind of choice a control is."""
        match control.action:
            case Go(to):
                told = to.of if to.screen.startswith("reveal") else ""
                return f"go {to.screen} {told}{to.arg('first')}"
            case Submit(do):
                what = do.order if isinstance(do, Give) else do
                return f"submit {type(what).__name__}"
            case Fill():
                return f"fill {control.action.to.screen} {control.action.key}"
        return "leave"

    # ------------------------------------------------------------------ how to choose it

    def choose(self, control: Control, by_mouse: bool) -> None:
        """Choose a control, and type something where it asks for a text."""
        self.tried[self.sort(control)] += 1
        if by_mouse:
            self._by_mouse(control)
        else:
            self._by_keys(control)
        entry = self.app.over.entry
        if entry is not None:
            self._fill(entry.fill)

    def _fill(self, fill: Fill) -> None:
        says = fill.known[0] if fill.kind == "lines" and fill.known else SAYS
        text = str(fill.low) if fill.kind == "number" else "" if fill.kind == "secret" else says
        mod = pygame.KMOD_CTRL if fill.kind == "lines" else 0
        self.app.step([*key(pygame.K_a, mod=pygame.KMOD_CTRL), *texted(text)])
        self.app.step(key(pygame.K_RETURN, mod=mod))

    def _by_keys(self, control: Control) -> None:
        """Go to it with Tab, and press Enter."""
        app = self.app
        for _n in range(len(app.stops) + 1):
            if app.focused is not None and app.focused.spot.control == control:
                break
            app.step(key(pygame.K_TAB))
        app.step(key(pygame.K_RETURN))

    def _by_mouse(self, control: Control) -> None:
        """Scroll to it, and click on its middle."""
        self.app.step(click(self.pixel(self.into_sight(control))))

    def into_sight(self, control: Control) -> Placed:
        """Turn the wheel until a control is seen whole, or as much of it as can be."""
        app = self.app
        one = next(one for one in app.spots if one.spot.control == control)
        for _n in range(200):
            seen, view = one.seen(app.scrolls), one.window
            if view is None or view.at.holds(seen):
                break
            x, y = view.at.centre
            notch = 1 if seen.y < view.at.y else -1
            at = self.pixel_of((x, y))
            before = dict(app.scrolls)
            app.step([
                pygame.Event(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0)),
                pygame.Event(pygame.MOUSEWHEEL, x=0, y=notch, precise_x=0.0, precise_y=notch / 2),
            ])  # fmt: skip
            if dict(app.scrolls) == before:
                break
        return one

    def pixel(self, one: Placed) -> tuple[int, int]:
        """The middle of what is seen of a spot."""
        return self.pixel_of(one.visible(self.app.scrolls).centre)

    def pixel_of(self, point: tuple[float, float]) -> tuple[int, int]:
        """Where a place of the page is in the window."""
        scale = self.app.layers.painter.scale
        return int(point[0] * scale), int(point[1] * scale)

    def walk(self, by: Hands = "both", most: int = 3000) -> Iterator[Control]:
        """Play until the game is left: what is about to be chosen, each time."""
        for number in range(most):
            control = self.pick()
            if control is None or not self.app.running:
                return
            yield control
            self.choose(control, by == "mouse" or (by == "both" and number % 2 == 1))
            if self.app.over.open:
                self.app.step(key(pygame.K_ESCAPE))


def _locks(control: Control) -> bool:
    return isinstance(control.action, Submit) and isinstance(control.action.do, Lock)


def _quits(control: Control) -> bool:
    return isinstance(control.action, Leave) and control.action.how == "quit"
