"""The board looks as it did: golden pictures, and proof that they would notice."""

from __future__ import annotations

import os
from functools import cache

import numpy as np
import pygame
import pytest

from game.desktop.ops import Emblem, Rect
from tests.desktop import golden
from tests.desktop.golden import FOLDER, GOLDENS, Golden, differences, drawn, small


@pytest.mark.parametrize("name", GOLDENS)
def test_it_looks_as_it_did(name: str) -> None:
    if not any(FOLDER.glob("*.png")) and not os.environ.get("CI"):
        pytest.skip("there are no golden pictures yet: make pictures")
    path = FOLDER / f"{name}.png"
    assert path.is_file(), f"no {path.name}: make pictures"
    assert path.stat().st_size < 80_000
    found = list(differences(pygame.image.load(path), drawn(GOLDENS[name])))
    assert found == [], f"{name} looks otherwise; if that is meant: make pictures"


def test_every_picture_is_of_something() -> None:
    kept = {path.stem for path in FOLDER.glob("*.png")}
    assert kept <= set(GOLDENS), "make pictures, and remove what is no longer drawn"


@cache
def desk() -> pygame.Surface:
    """The desk beside the map, as it is kept."""
    return small(drawn(GOLDENS["desk"]))


def test_what_is_kept_differs_in_nothing_from_what_was_drawn() -> None:
    assert list(differences(desk(), drawn(GOLDENS["desk"]))) == []


def test_a_plate_that_moved_is_noticed() -> None:
    """By as little as six pixels, for each plate on the board."""
    for at in _plates():
        moved = drawn(GOLDENS["desk"])
        moved.blit(moved.copy(), at.move(6, 0), at)
        assert list(differences(desk(), moved)), at


def test_a_wrong_colour_is_noticed() -> None:
    """A quarter of another colour over the emblem of a seat."""
    for at in _plates():
        wrong = drawn(GOLDENS["desk"])
        red, green, blue, _alpha = pygame.transform.average_color(wrong, at)
        veil = pygame.Surface(at.size)
        veil.fill(tuple(0 if part > 127 else 255 for part in (red, green, blue)))
        veil.set_alpha(64)
        wrong.blit(veil, at)
        assert list(differences(desk(), wrong)), at


def test_another_theme_and_another_screen_are_noticed() -> None:
    dark = golden.drawn(Golden("desk", golden.Options(theme="dark")))
    assert list(differences(desk(), dark))
    assert list(differences(desk(), drawn(Golden("agreements"))))


def test_letters_drawn_a_little_otherwise_are_not_noticed() -> None:
    """A fifth of a pixel further to the right, with a little noise in every colour."""
    soft = drawn(GOLDENS["desk"])
    ghost = soft.copy()
    ghost.set_alpha(51)
    soft.blit(ghost, (1, 0))
    pixels = pygame.surfarray.array3d(soft).astype(np.int16)
    pixels += np.random.default_rng(1).integers(-3, 4, pixels.shape, dtype=np.int16)
    noisy = pygame.surfarray.make_surface(pixels.clip(0, 255).astype(np.uint8))
    assert list(differences(desk(), noisy)) == []


def _plates() -> list[pygame.Rect]:
    """Where the emblems of the seats stand, in pixels, with what is round them."""
    app_ops = golden.composed(GOLDENS["desk"])
    found = [op.at for op in app_ops if isinstance(op, Emblem) and op.at.w > 40]
    assert len(found) >= 6
    return [_pixels(at.inset(-10)) for at in found]


def _pixels(at: Rect) -> pygame.Rect:
    scale = golden.SIZE[0] / 1920
    return pygame.Rect(*(round(length * scale) for length in at))
