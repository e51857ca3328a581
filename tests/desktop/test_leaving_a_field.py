"""A half-typed slip is not lost when its field is left; any other text is."""

from __future__ import annotations

from typing import Literal

import pygame
import pytest

from game.desktop.app import App
from game.desktop.walker import key, texted
from game.screens.model import Fill, Place
from tests.desktop.conftest import Opened
from tests.desktop.test_app import ESCAPE, asked_for, frame_of, shown

KEPT = Fill(Place("slip"), "text", "The slip", "lines", optional=True, text="one", kept=True)
OTHER = Fill(Place("say"), "text", "Say it", "lines")


def half_typed(opened: Opened, fill: Fill) -> tuple[App, list[tuple[str, str]]]:
    app, source = shown(opened, asked_for(fill), frame_of())
    app.act(app.frame.screen.controls[0])
    app.step(texted(" two"))
    return app, source.asked


@pytest.mark.parametrize("how", ["key", "mouse"])
def test_a_slip_is_kept_when_its_field_is_left(
    opened: Opened, how: Literal["key", "mouse"]
) -> None:
    app, asked = half_typed(opened, KEPT)
    if how == "key":
        app.step(ESCAPE)
    else:
        app.face("close")
    assert asked == [("say", "one two")] and not app.over.open


def test_a_slip_that_is_as_it_was_is_not_handed_in_again(opened: Opened) -> None:
    app, asked = half_typed(opened, KEPT)
    for _letter in range(4):
        app.step(key(pygame.K_BACKSPACE))
    app.step(ESCAPE)
    assert asked == [] and not app.over.open


def test_another_text_is_left(opened: Opened) -> None:
    app, asked = half_typed(opened, OTHER)
    app.step(ESCAPE)
    assert asked == [] and not app.over.open
