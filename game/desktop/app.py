"""The board's window at work: events in, choices out. It decides nothing of a game."""

from __future__ import annotations

import time
from collections.abc import Sequence

import pygame
from msgspec.structs import replace

from game.desktop import entry as e
from game.desktop import keys, window, writing
from game.desktop.doing import Doing
from game.desktop.entry_card import caret_at
from game.desktop.mouse import Point
from game.desktop.options import Options
from game.desktop.paint import scrolled
from game.desktop.reader import Reader, reader
from game.desktop.spots import Placed, window_at
from game.desktop.tree_card import asked_for
from game.screens.model import Control
from game.session.source import Source

PRESSED = (pygame.KEYDOWN, pygame.TEXTINPUT, pygame.MOUSEBUTTONDOWN)

POLL = 0.9
"""Seconds between two looks whether something changed without a choice."""


class App(Doing):
    """A source in a window. `step` takes events, which tests may make up.

    Raises UserError where the source has no first frame.
    """

    def __init__(
        self, source: Source, options: Options, surface: pygame.Surface | None = None
    ) -> None:
        super().__init__(source, options, surface)
        self._opened = ""
        self._held: set[int] = set()
        self._polled = 0.0
        self.reader: Reader | None = None

    # ------------------------------------------------------------------ the loop

    def run(self) -> None:
        """Show it until the person leaves. What was acknowledged is kept, however it ends."""
        self.reader = reader()
        try:
            self.step(())
            while self.running:
                first = pygame.event.wait(self.patience())
                self.step([first, *pygame.event.get()])
        finally:
            self.source.close()

    def step(self, events: Sequence[pygame.Event]) -> None:
        """Do what events ask for, look at the clock, and draw what has changed."""
        for event in events:
            if self.running:
                self._on(event)
        for kind, id in self.reader.asked() if self.reader else ():
            self._read(kind, id)
        now = time.monotonic()  # the clock of the day may be set back
        if self.running and now - self._polled >= POLL:
            self._polled = now
            self.do(self._poll)
        if self.running:
            self.draw()
            if self.reader is not None:
                self.reader.show(self)

    def _read(self, kind: str, id: str) -> None:
        """Do what a screen reader asked for: to focus a control, or to choose it."""
        one = asked_for(self.over, id)
        if one is not None and kind == "click" and one.spot.role != "field":
            self.choose(one, one.at.centre)
        elif one is not None:
            self.point_focus(one)
        control = next((c for c in self.frame.screen.controls if c.id == id), None)
        if control is None or self.over.open or not self.running:
            return
        if kind == "click":
            self.act(control)
        else:
            self.point_focus(next((one for one in self.stops if one.spot.control == control), None))

    def patience(self) -> int:
        """Milliseconds until something moves by itself."""
        now = time.time()
        if self.layers.moving(time.monotonic()):
            return 12
        until = 1.02 - now % 1
        if self.over.entry is not None:
            until = min(until, 0.51 - now % 0.5)
        return max(round(until * 1000), 1)

    def _poll(self) -> Source:
        self.source.poll(time.time())
        return self.source

    # ------------------------------------------------------------------ events

    def _on(self, event: pygame.Event) -> None:
        if event.type in PRESSED and self.settling:
            return
        match event.type:
            case pygame.QUIT:
                self.running = False
            case pygame.KEYDOWN:
                self._key(event)
            case pygame.KEYUP:
                self._held.discard(event.key)
            case pygame.TEXTINPUT:
                self._text(event.text)
            case pygame.TEXTEDITING if self.over.entry is not None:
                self.ask(replace(self.over.entry, composing=event.text))
            case pygame.MOUSEMOTION:
                self.dirty |= self.mouse.move(self.layers.point(event.pos))
            case pygame.MOUSEBUTTONDOWN if event.button == 1:
                self.mouse.down(self.layers.point(event.pos))
                self.dirty = True
            case pygame.MOUSEBUTTONUP if event.button == 1:
                self.mouse.up(self.layers.point(event.pos))
                self.dirty = True
            case pygame.MOUSEWHEEL:
                self.mouse.wheel(getattr(event, "precise_y", event.y))
            case pygame.WINDOWLEAVE:
                self.mouse.leave()
                self.dirty = True
            case pygame.VIDEORESIZE:
                self._resized((event.w, event.h))
            case pygame.WINDOWEXPOSED | pygame.WINDOWFOCUSLOST | pygame.WINDOWFOCUSGAINED:
                if self.reader is not None:
                    self.reader.access.focused(event.type != pygame.WINDOWFOCUSLOST)
                self._held.clear()
                self.dirty = True

    def _resized(self, size: tuple[int, int]) -> None:
        self.surface = window.resized(self.surface, size)
        if self.surface.get_size() != self.layers.size:
            self.refit(self.options)

    def _text(self, text: str) -> None:
        """Letters were typed; the key that opened the field is not heard again in it."""
        opened, self._opened = self._opened, ""
        if self.over.entry is not None and text != opened:
            self.ask(e.insert(replace(self.over.entry, composing=""), text))

    def _key(self, event: pygame.Event) -> None:
        again = event.key in self._held and pygame.key.get_repeat()[0] > 0
        self._held.add(event.key)
        self._opened = ""
        self.dirty = True
        if self.over.entry is not None and event.key in (pygame.K_PAGEUP, pygame.K_PAGEDOWN):
            self._page(-1 if event.key == pygame.K_PAGEUP else 1)
            return
        if self.over.entry is not None:
            if not again or event.key in writing.REPEATS:
                self.write(self.over.entry, event)
            return
        written = getattr(event, "unicode", "")
        own = None if self.over.open else self._own(event.key, written)
        if own is not None:
            self.act(own)
        else:
            self._meant(keys.meaning(event.key, getattr(event, "mod", 0), written))
        if self.over.entry is not None:
            self._opened = written

    def _meant(self, what: str) -> None:
        if what.isdigit():
            self._numbered(int(what))
        elif what in ("next", "previous", "first", "last"):
            self._step(what)
        elif what in ("choose", "press"):
            self._choose_focused(what == "choose")
        elif what in ("page up", "page down"):
            self._page(-1 if what == "page up" else 1)
        elif what:
            self.face(what)

    def _own(self, key: int, written: str) -> Control | None:
        """The control that has this key for its shortcut."""
        names = {written.casefold(), pygame.key.name(key).casefold()} - {""}
        offered = self.frame.screen.controls
        return next((c for c in offered if c.key and c.key.casefold() in names), None)

    def _numbered(self, number: int) -> None:
        """Choose by number, as in line mode: 0 is the way back."""
        if self.over.open:
            return
        listed = [c for c in self.frame.screen.controls if c.role != "back"]
        if number == 0:
            self.face("back")
        elif number <= len(listed):
            self.act(listed[number - 1])

    def _step(self, what: str) -> None:
        """Move the focus."""
        found = self.stops
        if not found:
            return
        ids = [one.spot.id for one in found]
        at = ids.index(self.focus) if self.focus in ids else None
        if what in ("first", "last"):
            to = 0 if what == "first" else -1
        elif at is None:
            to = 0 if what == "next" else -1
        else:
            to = (at + (1 if what == "next" else -1)) % len(found)
        self.point_focus(found[to])

    def _page(self, step: int) -> None:
        """Scroll by nearly what is seen: the window of the focus, or under the pointer."""
        one = self.focused
        view = one.window if one and one.window else window_at(self.ops, self.mouse.point)
        if view is not None:
            self.scroll(view, scrolled(view, self.scrolls) + step * view.at.h * 0.85)
            self.mouse.look()

    # ------------------------------------------------------------------ choices

    def _choose_focused(self, by_default: bool) -> None:
        one = self.focused
        if one is not None:
            self.choose(one, one.seen(self.scrolls).centre)
        elif self.over.open and by_default:
            self.face("leave" if self.over.final else "close")
        elif by_default and self.frame.screen.default is not None:
            self.act(self.frame.screen.default)

    def choose(self, one: Placed, point: Point) -> None:
        """Do what a spot does that was clicked at a point."""
        if one.spot.control is not None:
            self.act(one.spot.control)
        elif one.spot.id == "field" and self.over.entry is not None:
            caret = caret_at(self.layers.page, self.over.entry, one.at, point)
            self.ask(replace(self.over.entry, caret=caret, anchor=caret))
        else:
            self.face(one.spot.id)

    def face(self, what: str) -> None:
        """Do what is the face's own matter: cards, settings, the way back."""
        match what:
            case "back":
                self._back()
            case "close":
                self.leave()
            case "help" | "shortcuts":
                self.open(what)
            case "menu" | "settings":
                self.open("settings")
            case "type":
                self.ask_order()
            case "leave":
                self.running = False
            case "done" if self.over.entry is not None:
                self.hand_in(self.over.entry)
            case "less" | "more" if self.over.entry is not None:
                self.ask(e.add(self.over.entry, 1 if what == "more" else -1))
            case _ if what.startswith("pick:") and self.over.entry is not None:
                self.ask(e.take(self.over.entry, int(what.removeprefix("pick:"))))
            case _:
                self._set(what.removeprefix("set:"))

    def _set(self, what: str) -> None:
        now = self.options
        match what:
            case "theme":
                self.refit(now.other_theme())
            case "scale":
                self.refit(now.larger())
            case "still":
                self.refit(replace(now, still=not now.still))
            case "sound":
                self.refit(replace(now, sound=not now.sound))
            case "table":
                self.refit(replace(now, table=not now.table))
            case "fullscreen" | "full screen":
                self._full(replace(now, fullscreen=not now.fullscreen))

    def _full(self, options: Options) -> None:
        if self.surface is pygame.display.get_surface():
            self.surface = window.filled(self.surface, options.fullscreen)
        self.refit(options)

    def _back(self) -> None:
        """Close the card; else do what the screen's way back does."""
        if self.over.open:
            self.face("leave" if self.over.final else "close")
            return
        offered = self.frame.screen.controls
        control = next((c for c in offered if c.role == "back" and c.enabled), None)
        if control is not None:
            self.act(control)
