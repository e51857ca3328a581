"""Screen readers: what is shown is handed to AccessKit, and what they ask for is taken up."""

from __future__ import annotations

import time

import pygame

from game.desktop.access import Access, access
from game.desktop.ops import Rect
from game.desktop.stage import Stage
from game.desktop.tree import tree
from game.i18n import ngettext


class Reader:
    """Hands over the tree of what is shown, where it differs from what was handed over."""

    def __init__(self, kit: Access) -> None:
        self.access = kit
        self._shown: tuple[object, ...] = ()

    def asked(self) -> list[tuple[str, str]]:
        """What was asked for since the last look: `click` or `focus`, and a control's id."""
        found: list[tuple[str, str]] = []
        while self.access.asked:
            found.append(self.access.asked.popleft())
        return found

    def show(self, stage: Stage) -> None:
        """Hand over the tree of the frame, with the control that has the focus."""
        focused = stage.focused
        control = focused.spot.control if focused and not stage.over.open else None
        focus = control.id if control else ""
        clock = stage.frame.clock
        minutes = max(clock.seconds(time.time()), 0) // 60 if clock else 0
        left = ngettext("{n} minute left", "{n} minutes left", minutes) if clock else ""
        left = left.format(n=minutes)
        state = stage.frame, focus, left, tuple(stage.scrolls.items()), stage.layers.size
        if state == self._shown:
            return
        self._shown = state
        bounds: dict[str, Rect] = {}
        for one in stage.layers.placed:
            if one.spot.control is not None:
                box = stage.layers.painter.pixels(one.visible(stage.scrolls))
                bounds.setdefault(one.spot.control.id, Rect(*box))
        self.access.show(tree(stage.frame, bounds, focus, left))


def reader() -> Reader | None:
    """A reader for the window that is open; None where AccessKit is not installed."""
    kit = access(_wake)
    if kit is None:
        return None
    kit.open(pygame.display.get_wm_info().get("window", 0))
    return Reader(kit)


def _wake() -> None:
    """Let the loop look: this is called on another thread."""
    pygame.event.post(pygame.Event(pygame.USEREVENT))
