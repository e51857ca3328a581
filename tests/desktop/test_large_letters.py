"""With the largest letters in a small window, and with notices, the main thing is still in view."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from game import loading
from game.bots.play import named, open_turn
from game.desktop.compose import corner
from game.desktop.fonts import Letters
from game.desktop.ops import Page, Rect, Window
from game.desktop.pages import curtain, reveal
from game.desktop.panel import panel
from game.desktop.spots import Placed, placed
from game.desktop.theme import LIGHT
from game.screens.build import build
from game.screens.eyes import look
from game.screens.model import Control, Deed, Go, Paragraph, Place, Screen
from game.screens.staging import scene_of
from game.session.curtain import Pins
from game.session.dressing import shared
from game.session.source import Frame, Notice
from game.table.table import Table
from game.table.words import words_of
from tests.desktop.drawn import Ruler, wrong

LARGE = Page(1920, 1080, LIGHT, Ruler(), 1.75)
WHOLE = Rect(0, 0, 1920, 1080)
NOTICES = (
    Notice("Ordered: Impose a limited trade measure on South Korea (2 effort).", "good"),
    Notice("The order of Northland was dropped, as its cost is larger than what it has left."),
)


def desk(notices: tuple[Notice, ...]) -> Frame:
    it = loading.load("thaad-2016")
    others = dict.fromkeys(it.players[1:-1], "bot:greedy")
    table = Table.open(it, 5, others)
    open_turn(table, {seat: named("greedy", 5) for seat in others})
    seat = it.players[0]
    eyes = look(table, seat, words_of(it))
    screen = shared(build(eyes, Place("desk")), Place("desk"), seat, Pins())
    return Frame(screen, "panel", scene_of(eyes), seat, None, notices)


def in_view(one: Placed) -> bool:
    return one.window is None or one.window.at.holds(one.at)


def test_the_hand_over_shows_who_is_here_and_nothing_lies_below_the_buttons() -> None:
    frame = desk(NOTICES)
    controls = (
        Control("here", "X is here", Go(Place("desk")), default=True, actor=frame.seat),
        Control("other", "Another seat plays first", Go(Place("desk"))),
        Control("leave", "Leave the game", Go(Place("desk")), hint="It is saved; go on later"),
    )
    said = Paragraph("Now X plays. The others look away.", "now")
    screen = Screen("Hand over", (said,), controls)
    ops = curtain(replace(frame, screen=screen, layout="curtain"), LARGE, WHOLE)
    assert wrong((*ops, *corner(LARGE)), LARGE) == []
    found = {one.spot.id: one for one in placed(ops)}
    assert list(found) == ["here", "other", "leave"]
    assert all(in_view(one) for one in found.values())
    buttons = [one.at for one in placed(corner(LARGE))]
    assert not any(op.at.overlaps(at) for op in ops if hasattr(op, "at") for at in buttons)


@pytest.mark.parametrize("notices", [(), NOTICES[:1]])
def test_the_desk_shows_its_end_and_two_rows_of_what_can_be_done(
    notices: tuple[Notice, ...],
) -> None:
    at = Rect(1036, 120, 864, 860)
    frame = desk(notices)
    page = replace(LARGE, type=Letters(1.0))
    ops = panel(frame, page, at)
    assert wrong(ops, page, at) == []
    found = [one for one in placed(ops) if one.spot.role != "link"]
    first = [one for one in found if one.window is not None][:4]
    ends = [one for one in found if one.spot.control and one.spot.control.default]
    assert len(first) == 4 and ends
    assert all(in_view(one) for one in (*first, *ends)), [one.spot.id for one in first]


def test_a_notice_pushes_nothing_of_the_desk_out_of_view() -> None:
    page, at = Page(1920, 1080, LIGHT, Letters(1.0)), Rect(1400, 120, 500, 860)
    ops = panel(desk(NOTICES[:1]), page, at)
    assert wrong(ops, page, at) == []
    found = [one for one in placed(ops) if one.spot.role != "link"]
    assert len(found) > 8 and [one.spot.id for one in found if not in_view(one)] == []


@pytest.mark.parametrize("count", [0, 1])
def test_what_was_done_has_the_room(count: int) -> None:
    controls = (
        Control("next", "What came next", Go(Place("desk")), default=True),
        Control("each", "One by one", Go(Place("desk"))),
        Control("skip", "Skip the rest", Go(Place("desk"))),
        Control("end", "End the session here: to the debrief", Go(Place("desk"))),
        Control("back", "Back", Go(Place("desk")), "back"),
    )
    deeds = tuple(Deed("", f"Lowland sends ministers on visit {n}.") for n in range(9))
    screen = Screen("Turn 1: What was done", deeds, controls)
    frame = replace(desk(NOTICES[:count]), screen=screen, layout="reveal")
    at = Rect(0, 100, 1920, 900)
    ops = reveal(frame, LARGE, at)
    assert wrong(ops, LARGE, at) == []
    assert [one.spot.id for one in placed(ops)] == [control.id for control in controls]
    (window,) = [op for op in ops if isinstance(op, Window)]
    assert window.at.h >= at.h * 0.6
    assert in_view(placed(ops)[0])
