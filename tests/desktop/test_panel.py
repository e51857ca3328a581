"""Screens beside the board and on the whole page: every control once, in order, and readable."""

from __future__ import annotations

import itertools
from functools import cache

import pytest

from game import loading
from game.bots.play import close_turn, named, open_turn
from game.desktop.blocks import block, cast_of
from game.desktop.flow import Hand
from game.desktop.ops import Op, Page, Rect, Spot, Text
from game.desktop.pages import curtain, dialog, page, reveal, title
from game.desktop.panel import panel
from game.desktop.spots import placed
from game.desktop.theme import DARK, LIGHT, Theme
from game.screens.build import build
from game.screens.ending import ORDER, game_at
from game.screens.eyes import look
from game.screens.model import (
    Accord,
    Ballots,
    Block,
    Change,
    Chart,
    Control,
    Deed,
    Figure,
    Figures,
    Go,
    Grid,
    Matrix,
    Party,
    Place,
    Screen,
    Series,
)
from game.screens.scene import Scene
from game.screens.staging import scene_of
from game.session.source import Frame, Notice
from game.table.commands import Lock
from game.table.table import Table
from game.table.words import words_of
from tests.desktop.drawn import Ruler, every, wrong
from tests.screens.test_screens import crawl, mid_game

SIZES = ((1920.0, 1080.0), (1920.0, 1440.0), (2560.0, 1080.0))
SCALES = (1.0, 1.25, 1.75)
NOTICES = (Notice("Taken back.", "good"), Notice("That is not possible now.", "trouble"))


def paper(size: tuple[float, float], theme: Theme, scale: float) -> Page:
    return Page(size[0], size[1], theme, Ruler(), scale)


def at_side(sheet: Page) -> Rect:
    """About where the board leaves room for a panel."""
    wide = min(492 * sheet.scale**0.5, sheet.width * 0.4)
    return Rect(sheet.width - wide - 20, 112, wide, sheet.height - 112 - 104)


def whole(sheet: Page) -> Rect:
    return Rect(0, 96, sheet.width, sheet.height - 96)


@cache
def told(scenario: str) -> tuple[tuple[Screen, ...], Scene, str]:
    """Every screen of a game in its middle, and the pages of its end."""
    it = loading.load(scenario)
    table, seat = mid_game(it), it.players[0]
    eyes = look(table, seat, words_of(it))
    screens = [screen for _place, screen in crawl(table, seat)]
    screens += endings(scenario)
    distinct = {(s.title, len(s.controls), len(s.blocks)): s for s in screens}
    return tuple(distinct.values()), scene_of(eyes), seat


def endings(scenario: str) -> list[Screen]:
    it = loading.load(scenario)
    table = Table.open(it, 5, dict.fromkeys(it.players, "bot:greedy"))
    bots = {seat: named("greedy", 5) for seat in it.players}
    while not table.state.world.end:
        open_turn(table, bots)
        close_turn(table, bots)
    eyes = look(table, it.players[0], words_of(it))
    game = game_at(it, table.state)
    pages = [page for page in ORDER if page != "end.perceptions"]
    return [build(eyes, Place(page), game) for page in pages]


def said_of(ops: tuple[Op, ...]) -> list[str]:
    return [one.spot.id for one in placed(ops)]


@pytest.mark.parametrize("scenario", ["first-talks", "thaad-2016"])
def test_every_screen_reads_as_a_panel_and_as_a_page(scenario: str) -> None:
    screens, scene, seat = told(scenario)
    assert len(screens) > 20
    kinds = itertools.cycle(itertools.product(SIZES, (LIGHT, DARK), SCALES))
    for screen, kind in zip(screens, kinds, strict=False):
        sheet = paper(*kind)
        frame = Frame(screen, "panel", scene, seat, None, NOTICES)
        for layout, at in ((panel, at_side(sheet)), (page, whole(sheet))):
            ops = layout(frame, sheet, at)
            assert wrong(ops, sheet, at) == [], (screen.title, layout.__name__, kind)
            assert said_of(ops) == [control.id for control in screen.controls], screen.title
