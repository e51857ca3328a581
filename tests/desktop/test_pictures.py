"""Icons and emblems: every one draws, is seen on its ground, and comes from where it says."""

from __future__ import annotations

import os
import re
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame
import pytest

import game
from game import data
from game.desktop import header
from game.desktop.pictures import EMBLEMS, emblem, icon, icons
from game.desktop.theme import SEATS, contrast, glyph_on
from game.screens import story

ASSETS = data.folder("assets")
NEEDED = """
coins users scale timer gauge newspaper messages-square gavel eye scroll-text signature undo-2
vote landmark zap bell speech lock lock-open hourglass check x triangle-alert circle-help
arrow-right arrow-left arrow-up arrow-down trending-up trending-down minus plus pencil trash-2
chevron-left chevron-right chevron-up chevron-down menu settings sun moon volume-2 volume-x map
table user bot armchair play pause skip-forward rewind git-fork history lightbulb book-open link
handshake ban save folder-open printer keyboard languages shuffle log-out layers monitor key-round
"""


def inked(picture: pygame.Surface) -> int:
    """How many pixels show something."""
    return pygame.mask.from_surface(picture, 60).count()


@pytest.mark.parametrize("px", [16, 48, 200])
def test_every_icon_draws_at_every_size_in_the_colour_that_is_asked_for(px: int) -> None:
    for name in icons():
        drawn = icon(name, px, "#d55e00")
        assert drawn.get_size() == (px, px), name
        assert inked(drawn) > px / 4, name
        strongest = max(
            (drawn.get_at((x, y)) for x in range(px) for y in range(px)), key=lambda c: c.a
        )
        assert strongest.r > strongest.g > strongest.b, name


@pytest.mark.parametrize("px", [16, 48, 200])
@pytest.mark.parametrize("round", [True, False])
def test_every_emblem_draws_at_every_size(px: int, round: bool) -> None:
    for name in EMBLEMS:
        drawn = emblem(name, px, "#56b4e9", round)
        assert drawn.get_size() == (px, px)
        assert drawn.get_at((0, 0)).a == (0 if round else 255)
        dark = pygame.mask.from_threshold(drawn, "#101a30", (60, 60, 60, 255)).count()
        assert px * px / 30 < dark < px * px * 0.6, name


def test_no_two_emblems_look_alike() -> None:
    drawn = {pygame.image.tobytes(emblem(name, 24, "#ffffff"), "RGBA") for name in EMBLEMS}
    assert len(drawn) == len(EMBLEMS)


def test_an_emblem_fills_a_box_that_is_no_square() -> None:
    drawn = emblem("tree", (72, 90), "#009e73", False)
    assert drawn.get_size() == (72, 90)
    assert {tuple(drawn.get_at(at)) for at in ((0, 0), (71, 89))} == {(0, 158, 115, 255)}


def test_the_drawing_on_a_seats_colour_is_seen() -> None:
    """A graphic needs 3:1 (WCAG 2.2, 1.4.11); it gets as good as the 4.5:1 of text."""
    for fill in SEATS.values():
        assert contrast(glyph_on(fill), fill) > 4.4


def test_a_picture_that_is_missing_is_a_circle() -> None:
    assert icon("no such icon", 24, "#000000").get_size() == (24, 24)
    assert inked(icon("../LICENSE", 24, "#000000")) > 20
    assert inked(emblem("no such emblem", 24, "#ffffff")) > 20


def test_what_the_board_needs_is_there_and_no_flag_is() -> None:
    assert icons() >= set(NEEDED.split())
    assert not [name for name in (*icons(), *EMBLEMS) if re.search("flag|sword|bomb|rocket", name)]


def test_every_icon_that_the_screens_name_is_there() -> None:
    named = set()
    for path in Path(game.__file__).parent.rglob("*.py"):
        named |= set(re.findall(r"""\bicon=["']([a-z0-9-]+)["']""", path.read_text("utf-8")))
    assert len(named) > 10 and named <= icons()
    assert set(header.ICONS.values()) | set(story.ICONS.values()) <= icons()


def test_drawings_have_one_ink_and_say_where_they_come_from() -> None:
    for folder in ("icons", "emblems"):
        assert "licence" in (ASSETS / folder / "SOURCE.md").read_text(encoding="utf-8")
        for path in (ASSETS / folder).glob("*.svg"):
            svg = path.read_text(encoding="utf-8")
            assert "currentColor" in svg and not re.search("#[0-9a-f]{3}|<image|href", svg), path
    assert {path.stem for path in (ASSETS / "emblems").glob("*.svg")} == set(EMBLEMS)
    assert "ISC" in (ASSETS / "icons" / "LICENSE").read_text(encoding="utf-8")
