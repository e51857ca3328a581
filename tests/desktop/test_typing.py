"""What is typed on a card: where a line ends, and what is wrong with what is corrected."""

from __future__ import annotations

from typing import Literal

import pygame
import pytest
from msgspec.structs import replace

from game.desktop.ops import Window
from game.desktop.walker import key, texted
from game.screens.model import Fill, Items, Place
from tests.desktop.conftest import Opened
from tests.desktop.drawn import wrong
from tests.desktop.test_app import ESCAPE, asked_for, shown


@pytest.mark.parametrize("kind, said", [("lines", "one\ntwo"), ("text", "one two")])
def test_shift_and_enter_hand_in_no_text(
    opened: Opened, kind: Literal["text", "lines"], said: str
) -> None:
    app, source = shown(opened, asked_for(Fill(Place("say"), "text", "The slip", kind)))
    app.step(key(pygame.K_1, "1"))
    app.step(texted("one") + key(pygame.K_RETURN, mod=pygame.KMOD_SHIFT) + texted("two"))
    assert source.asked == [] and app.over.open
    seen = " ".join(line for op in app.over.ops for line in getattr(op, "lines", ()))
    assert ("Done (Ctrl+Enter)" in seen) == (kind == "lines")
    app.step(key(pygame.K_RETURN, mod=pygame.KMOD_CTRL))
    assert source.asked == [("say", said)]


def test_what_is_wrong_is_read_while_it_is_corrected(opened: Opened) -> None:
    """The list of errors lies below the card on which the slip is typed."""
    listed = tuple(f"Line {n}: no such order, did you mean another one?" for n in range(1, 25))
    frame = asked_for(Fill(Place("say"), "text", "The slip", "lines", text="one"))
    blocks = (Items(listed, "Put this right:", "trouble"),)
    app, _source = shown(opened, replace(frame, screen=replace(frame.screen, blocks=blocks)))
    for scale in (1.0, 1.75):
        app.refit(replace(app.options, scale=scale))
        app.step(key(pygame.K_1, "1"))
        (view,) = [op for op in app.over.ops if isinstance(op, Window)]
        texts = " ".join(line for op in view.ops for line in getattr(op, "lines", ()))
        assert listed[0] in texts and "Line 24" in texts
        (field,) = [one for one in app.over.placed if one.spot.id == "field"]
        assert view.at.bottom <= field.at.y and view.height > view.at.h > 60
        app.step(key(pygame.K_PAGEDOWN))
        assert app.scrolls["amiss"] > 0
        assert wrong(app.over.ops, app.layers.page) == []
        app.step(ESCAPE)
