"""A game that another process plays, followed in plain text: each turn as it ends."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from game.i18n import _
from game.lines.draw import draw, said
from game.lines.terminal import Terminal
from game.lines.wrapping import wrap
from game.screens.build import build
from game.screens.eyes import Eyes
from game.screens.model import Heading, Place, Screen
from game.screens.reveal import CHAPTERS
from game.screens.story import blocks_of
from game.session.feed import Feed
from game.table.past import Past

EVERY = 0.5
"""Seconds between two looks at the game."""


def watch(
    feed: Feed,
    terminal: Terminal | None = None,
    wait: Callable[[float], None] = time.sleep,
    now: Callable[[], float] = time.time,
) -> None:
    """Tell a game until it is over: nothing but what everybody may see."""
    terminal = terminal or Terminal()
    terminal.say(_("Waiting for the game. Ctrl-C leaves; the game goes on."))
    last: Eyes | None = None
    while True:
        feed.changed(now())
        eyes = feed.eyes()
        if eyes is not None:
            for screen in _news(last, eyes):
                terminal.show(_drawn(screen, terminal.width))
            last = eyes
            if eyes.view.end:
                return
        wait(EVERY)


def _news(before: Eyes | None, eyes: Eyes) -> Iterator[Screen]:
    """What is new since the last look: the turns that ended, and how everything stands."""
    if before is not None and before.view.turn == eyes.view.turn:
        if eyes.view.end and not before.view.end:
            yield build(eyes, Place("board"))
        return
    first = eyes.view.turn - 1 if before is None else before.view.turn
    for past in eyes.past:
        if past.turn >= first:
            yield from _turn(eyes, past)
    yield build(eyes, Place("board"))


def _turn(eyes: Eyes, past: Past) -> Iterator[Screen]:
    for chapter, name in CHAPTERS.items():
        deeds = blocks_of(eyes, [one for one in past.told if one.chapter == chapter])
        if deeds:
            title = _("Turn {n}: {chapter}").format(n=past.turn, chapter=_(name))
            yield Screen(title, tuple(block for blocks in deeds for block in blocks), ())


def _drawn(screen: Screen, width: int) -> list[str]:
    """A screen without its menu: there is nothing to choose."""
    if any(isinstance(block, Heading) for block in screen.blocks):
        return draw(Screen(screen.title, screen.blocks, (), "", screen.status), width)
    return ["", *wrap(screen.title, width), "-" * min(len(screen.title), width),
            *said(screen, width)]  # fmt: skip
