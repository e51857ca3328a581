"""What a board, a projector and a chart leave out, and what they say instead."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from game.desktop.blocks import block, cast_of
from game.desktop.flow import Hand
from game.desktop.ops import Land, Rect, Stroke, Text
from game.desktop.relations import routed
from game.screens.model import Chart, Series
from game.screens.scene import Relation
from game.session.source import Notice
from tests.desktop.conftest import Opened
from tests.desktop.drawn import every, inked, wrong
from tests.desktop.test_app import frame_of, shown
from tests.desktop.test_board import drawn, named, page, room, scene


@pytest.mark.parametrize("scale", [1.0, 1.75])
def test_a_dot_bears_a_name_or_is_not_drawn(scale: float) -> None:
    on = page(scale=scale)
    ops = drawn(scene("thaad-2016", 3, "rok"), on, "rok")
    (map_,) = [op for op in every(ops) if isinstance(op, Land)]
    said = named(ops)
    assert map_.dots is not None and all(name in said for name in map_.dots)


def test_a_line_of_which_nothing_is_seen_is_left_out() -> None:
    relation = Relation("a", "b", "hostile", -3, "Trust")
    close = {"a": Rect(100, 100, 200, 80), "b": Rect(320, 100, 200, 80)}
    apart = {**close, "b": Rect(700, 100, 200, 80)}
    at = Rect(80, 90, 840, 100)
    assert routed([relation], close, at, ()) == ([], [])
    assert all(routed([relation], apart, at, ()))


def test_the_card_on_the_map_says_how_many_drafts_there_are() -> None:
    of = scene("thaad-2016", 3, "rok")
    (draft, *_others) = of.drafts
    for count in (1, 3):
        ops = drawn(replace(of, drafts=(draft,) * count), page(), "rok")
        assert draft.name in named(ops)
        assert ("and 2 more" in named(ops)) == (count == 3)


def test_a_projector_gives_the_board_the_room_until_something_is_in_force() -> None:
    of, on = scene("thaad-2016", 3, ""), page()
    wide = []
    for accords in ((), of.accords or of.drafts[:1]):
        ops = drawn(replace(of, accords=accords), on, "", "board")
        assert wrong(ops, on, room(on, "board")) == []
        (map_,) = [op for op in every(ops) if isinstance(op, Land)]
        wide.append(map_.at.w)
        assert ("Agreements in force" in named(ops)) == bool(accords)
        assert of.drafts[0].name in named(ops)
    assert wide[0] > wide[1] + 300


@pytest.mark.usefixtures("stopped_clock")
def test_a_line_over_a_projector_lies_on_no_news(opened: Opened) -> None:
    of = scene("thaad-2016", 3, "")
    app, _source = shown(opened, replace(frame_of(), layout="board", scene=of))
    before = app.surface.copy()
    app.say((Notice("This screen only shows the game."),))
    app.step(())
    news = app.layers.painter.pixels(Rect(0, app.layers.page.height - 80, 1920, 80))
    assert app.surface.subsurface(news).get_buffer().raw == before.subsurface(news).get_buffer().raw
    assert app.surface.get_buffer().raw != before.get_buffer().raw


@pytest.mark.parametrize("wide", [440.0, 900.0])
@pytest.mark.parametrize("scale", [1.0, 1.75])
def test_no_line_runs_through_the_name_of_a_level(wide: float, scale: float) -> None:
    on = page(scale=scale)
    of = Chart("Tension", ("start", "1", "2", "3"), (Series("Here", (3, 9, 8, 2)),), 0, 10,
               (("calm", 0), ("strained", 4), ("crisis", 7), ("brink", 9)))  # fmt: skip
    ops = block(Hand(on, cast_of(None)), of, wide).ops
    plot = min(x for op in ops if isinstance(op, Stroke) for x, _y in op.points)
    floor = max(y for op in ops if isinstance(op, Stroke) for _x, y in op.points)
    for text in (op for op in ops if isinstance(op, Text)):
        if any(name in " ".join(text.lines) for name in ("calm", "strained", "crisis")):
            ink = inked(text, on.type)
            assert ink.right < plot or ink.y > floor, text
    assert "strained" in named(ops) and "crisis" in named(ops)
