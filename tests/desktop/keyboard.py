"""A person with a keyboard and nothing else, who plays the board from a script.

A script has a line for each thing done; `#` begins a comment:

    enter, escape, tab, f2, 3, slash ...   press a key, so many times if a number follows
    to NAME        press Tab until what is called so has the focus, then Enter
    type TEXT      type a text where one is asked for, then Enter
    write TEXT     type a text and stay in the field
    past TITLE     press Enter until a screen's title begins so
    see TEXT       a text stands on the picture now
    not TEXT       it does not
"""

from __future__ import annotations

import time
from pathlib import Path

import pygame

from game.desktop.app import App
from game.desktop.toasts import toasts
from game.desktop.walker import key, texted
from tests.desktop.drawn import every

SCRIPTS = Path(__file__).with_name("scripts")
NAMES = {"enter": "return", "pagedown": "page down", "pageup": "page up"}
MOST = 400
"""Presses of Enter after which a screen that was waited for does not come."""


class Keyboard:
    """Presses keys; `inputs` counts them."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.inputs = 0

    def play(self, script: str) -> None:
        """Do what a script says. A line that cannot be done fails with its number."""
        lines = (SCRIPTS / f"{script}.txt").read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines, 1):
            line = line.partition("#")[0].strip()
            if line:
                try:
                    self.do(line)
                except AssertionError as error:
                    raise AssertionError(f"{script}.txt:{number}: {line}\n{error}") from None

    def do(self, line: str) -> None:
        """Do one line of a script."""
        assert self.app.running, "the window is closed"
        word, _space, rest = line.partition(" ")
        match word:
            case "to":
                self._to(rest)
            case "type":
                self._write(rest)
                self.press("enter")
            case "write":
                self._write(rest)
            case "past":
                self._past(rest)
            case "see":
                assert rest in self.seen(), f"it stands there: {self.seen()}"
            case "not":
                assert rest not in self.seen(), "it stands there"
            case _:
                for _time in range(int(rest or 1)):
                    self.press(word)

    def press(self, name: str) -> None:
        """Press a key by its name."""
        self.inputs += 1
        name, _plus, held = name.rpartition("+")[2], *name.rpartition("+")[1::-1]
        code = pygame.key.key_code(NAMES.get(name, name))
        written = name if len(name) == 1 and not held else {"slash": "/"}.get(name, "")
        self.app.step(key(code, written, pygame.KMOD_SHIFT if held == "shift" else 0))

    def _write(self, text: str) -> None:
        assert self.app.over.entry is not None, "no text is asked for"
        self.inputs += len(text)
        self.app.step(texted(text))

    def _to(self, name: str) -> None:
        for _stop in range(len(self.app.stops) + 1):
            if self._focused(name):
                break
            self.press("tab")
        offered = [control.id for control in self.app.frame.screen.controls]
        assert self._focused(name), f"on '{self.app.frame.screen.title}' there are {offered}"
        self.press("enter")

    def _focused(self, name: str) -> bool:
        one = self.app.focused
        if one is None:
            return False
        control = one.spot.control
        names = (one.spot.id, control.id, control.label) if control else (one.spot.id,)
        return name in names

    def _past(self, title: str) -> None:
        for _time in range(MOST):
            if self.app.frame.screen.title.startswith(title):
                return
            self.press("enter")
            assert self.app.running, "the game was left"
        raise AssertionError(f"it stays at '{self.app.frame.screen.title}'")

    def seen(self) -> str:
        """All that stands in the window, in a line."""
        app = self.app
        lie_over = toasts(app.layers.page, app.toasts.shown(time.monotonic()), news=False)
        ops = (*app.layers.ops, *(app.over.ops if app.over.open else ()), *lie_over)
        return " ".join(line for op in every(ops) for line in getattr(op, "lines", ()))
