"""Screen readers: what is shown is handed to AccessKit, and what they ask for is taken up."""

from __future__ import annotations

import time

import pygame

from game.desktop.access import Access, access
from game.desktop.ops import Rect, Spot
from game.desktop.stage import Stage
from game.desktop.tree import tree, under_card
from game.desktop.tree_card import KEY, card_node
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
        focus = _focus(stage)
        clock = stage.frame.clock
        minutes = max(clock.seconds(time.time()), 0) // 60 if clock else 0
        left = ngettext("{n} minute left", "{n} minutes left", minutes) if clock else ""
        left = left.format(n=minutes)
        state = stage.frame, focus, left, tuple(stage.scrolls.items()), stage.layers.size
        over = stage.over.ops if stage.over.open else ()
        if (*state, over) == self._shown:
            return
        self._shown = (*state, over)
        bounds: dict[str, Rect] = {}
        for one in stage.spots:
            box = stage.layers.painter.pixels(one.visible(stage.scrolls))
            if one.spot.control is not None or stage.over.open:
                bounds.setdefault(_id(one.spot), Rect(*box))
        card = card_node(stage.over, bounds)
        if card is not None:
            self.access.show(under_card(stage.frame, card, focus, left))
        else:
            self.access.show(tree(stage.frame, bounds, focus, left))


def _id(spot: Spot) -> str:
    """The control's id, where a spot has one."""
    return spot.control.id if spot.control is not None else spot.id


def _focus(stage: Stage) -> str:
    """The id of what has the focus; where a text is typed it is the field."""
    if stage.over.entry is not None:
        return f"{KEY}field"
    focused = stage.focused
    if focused is None:
        return ""
    if stage.over.open:
        return KEY + focused.spot.id
    return focused.spot.control.id if focused.spot.control else ""


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
