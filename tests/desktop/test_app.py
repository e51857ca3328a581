"""The board in a window that nobody sees: what a person presses, and what comes of it."""

from __future__ import annotations

import time
from collections import deque
from types import SimpleNamespace

import pygame
import pytest
from msgspec.structs import replace

from game.desktop.app import App
from game.desktop.ops import Rect
from game.desktop.reader import Reader
from game.desktop.sound import RATE, SECONDS, heard, samples
from game.desktop.spots import stops
from game.desktop.toasts import toasts
from game.desktop.walker import Walker, click, key, texted
from game.record.table import Table
from game.screens.model import Control, Fill, Go, Place, Screen
from game.session.source import Clock, Frame, Notice, Source
from tests.desktop.conftest import Opened
from tests.desktop.drawn import every, wrong
from tests.desktop.monkey import same_when_loaded, worry

ENTER, ESCAPE = key(pygame.K_RETURN), key(pygame.K_ESCAPE)


class Told(Source):
    """A source that shows what it is told to, and notes what was asked of it."""

    notations = ("reassure sponsor", "reassure neighbour", "step radar agreed")

    def __init__(self, *frames: Frame) -> None:
        self.frames = list(frames)
        self.at = 0
        self.asked: list[tuple[str, str]] = []
        self.closed = False

    def frame(self) -> Frame:
        return self.frames[self.at]

    def act(self, control: Control, text: str = "") -> Source | None:
        self.asked.append((control.id, text))
        self.at = min(self.at + 1, len(self.frames) - 1)
        return None if control.id == "leave" else self

    def typed(self, line: str) -> Source | None:
        self.asked.append(("typed", line))
        return self

    def poll(self, now: float) -> bool:
        return False

    def close(self) -> None:
        self.closed = True


def read(app: App) -> str:
    """All that stands in the window, in a line."""
    lies_over = toasts(app.layers.page, app.toasts.shown(time.monotonic()), news=False)
    found = (*app.layers.ops, *app.over.ops, *lies_over)
    return " ".join(line for op in every(found) for line in getattr(op, "lines", ()))


def button(id: str, **more: object) -> Control:
    return Control(id, id.capitalize(), Go(Place(id)), **more)  # type: ignore[arg-type]


def frame_of(*controls: Control, **more: object) -> Frame:
    return Frame(Screen("A screen", (), controls, help="What it is for."), **more)  # type: ignore[arg-type]


def shown(opened: Opened, *frames: Frame) -> tuple[App, Told]:
    """The app of a game, with another source in the game's place."""
    app = opened()
    app.source.close()
    app.source = source = Told(*frames)
    app.refresh()
    app.step(())
    return app, source


def asked_for(fill: Fill, value: str = "") -> Frame:
    return frame_of(Control("say", "Say", fill, role="field", value=value), button("other"))


# ---------------------------------------------------------------------- whole games


def test_keys_alone_play_a_game_to_its_end(opened: Opened) -> None:
    app = opened(size=(960, 540))
    for control in Walker(app).walk(by="keys"):
        assert control.enabled
    assert not app.running
    assert app.source.table.state.phase == "over"  # type: ignore[attr-defined]


def test_the_mouse_alone_plays_a_game_to_its_end(opened: Opened) -> None:
    app = opened(size=(960, 540))
    while app.running:
        walker = Walker(app)
        control = app.frame.screen.default
        assert control is not None
        before = app.frame
        app.step(click(walker.pixel(walker.into_sight(control))))
        assert app.frame is not before or not app.running, control
    assert app.source.table.state.phase == "over"  # type: ignore[attr-defined]


def test_fifteen_inputs_lead_from_the_seats_to_a_locked_first_turn(opened: Opened) -> None:
    app = opened(seats=())
    assert app.frame.layout == "title"
    for _count in range(15):
        app.step(ENTER)
        if app.frame.scene is not None and app.frame.scene.turn == 2:
            return
    raise AssertionError(app.frame.screen.title)


# ---------------------------------------------------------------------- focus and mouse


@pytest.mark.parametrize("size", [(1920, 1080), (960, 540), (1000, 1400)])
def test_the_focus_reaches_every_control_in_order_and_is_seen(
    opened: Opened, size: tuple[int, int]
) -> None:
    app = opened(size=size)
    while app.frame.layout != "panel":
        app.step(ENTER)
    seen: list[str] = []
    for _one in app.stops:
        app.step(key(pygame.K_TAB))
        focused = app.focused
        assert focused is not None
        visible = focused.visible(app.scrolls)
        assert visible.h >= min(focused.at.h, 40), focused.spot.id
        if focused.spot.control is not None:
            seen.append(focused.spot.control.id)
    offered = [control.id for control in app.frame.screen.controls]
    assert [one for one in seen if one in offered] == offered
    app.step(key(pygame.K_TAB, mod=pygame.KMOD_SHIFT))
    assert app.focused == app.stops[-2]


def test_a_focused_picture_differs_from_one_without_focus(opened: Opened) -> None:
    app = opened()
    before = pygame.image.tobytes(app.surface, "RGB")
    app.step(key(pygame.K_TAB))
    assert pygame.image.tobytes(app.surface, "RGB") != before


def test_every_spot_of_a_control_does_what_the_control_does(opened: Opened) -> None:
    controls = (button("one", default=True), button("two"), button("back", role="back"))
    app, source = shown(opened, frame_of(*controls))
    walker = Walker(app)
    for one in app.spots:
        if one.spot.control is not None:
            app.step(click(walker.pixel(one)))
            assert source.asked.pop() == (one.spot.control.id, "")


def test_a_press_that_is_let_go_elsewhere_chooses_nothing(opened: Opened) -> None:
    app, source = shown(opened, frame_of(button("one"), button("two")))
    at = Walker(app).pixel(next(one for one in app.spots if one.spot.control))
    down, up = click(at)[1], click((5, 5))[2]
    app.step([*click(at)[:1], down, up])
    assert source.asked == []


def test_digits_shortcuts_enter_and_escape_choose(opened: Opened) -> None:
    controls = (
        button("one", default=True), button("two"), button("three", key="n"),
        button("back", role="back"),
    )  # fmt: skip
    app, source = shown(opened, frame_of(*controls))
    for pressed, id in (
        (key(pygame.K_2, "2"), "two"), (key(pygame.K_n, "n"), "three"), (ENTER, "one"),
        (ESCAPE, "back"), (key(pygame.K_0, "0"), "back"), (key(pygame.K_9, "9"), ""),
    ):  # fmt: skip
        source.asked.clear()
        app.step(pressed)
        assert [one for one, _text in source.asked] == ([id] if id else [])


def test_what_is_not_enabled_says_why(opened: Opened) -> None:
    no = button("one", enabled=False, why_not="it costs too much")
    app, source = shown(opened, frame_of(no))
    app.step(key(pygame.K_1, "1"))
    assert source.asked == []
    assert "Not now: it costs too much." in read(app)


def test_a_refusal_stands_until_the_next_choice(opened: Opened) -> None:
    says = Notice("Refused: there is no such step.", "trouble")
    one = frame_of(button("one", default=True))
    app, _source = shown(opened, one, replace(one, notices=(says,)), one)
    app.step(ENTER)
    assert says.text in read(app)
    app.step(ENTER)
    assert says.text not in read(app)


# ---------------------------------------------------------------------- typing


def test_a_text_is_typed_once_and_handed_in(opened: Opened) -> None:
    app, source = shown(opened, asked_for(Fill(Place("say"), "text", "Your message")))
    app.step(key(pygame.K_1, "1"))  # the key that opens the field writes nothing in it
    app.step(texted("We agre ") + key(pygame.K_BACKSPACE) + texted("e, 한국"))
    app.step(ENTER)
    assert source.asked == [("say", "We agree, 한국")]
    assert not app.over.open


def test_an_empty_text_changes_nothing_and_escape_leaves_it(opened: Opened) -> None:
    app, source = shown(opened, asked_for(Fill(Place("say"), "text", "Your message")))
    for pressed in (ENTER, texted("never mind") + ESCAPE):
        app.step(key(pygame.K_1, "1"))
        assert app.over.open
        app.step(pressed)
        assert not app.over.open
    assert source.asked == []


def test_a_number_is_held_to_its_bounds(opened: Opened) -> None:
    app, source = shown(opened, asked_for(Fill(Place("say"), "n", "How much", "number", 1, 9)))
    app.step(key(pygame.K_1, "1"))
    app.step(texted("12") + ENTER)
    assert app.over.open and source.asked == []
    assert app.over.entry is not None and "from 1 to 9" in app.over.entry.problem
    app.step(key(pygame.K_UP))
    app.step(key(pygame.K_DOWN) + ENTER)
    assert source.asked == [("say", "8")]


def test_what_is_known_is_completed(opened: Opened) -> None:
    fill = Fill(Place("say"), "text", "Order", known=("step radar agreed", "reassure sponsor"))
    app, source = shown(opened, asked_for(fill))
    app.step(key(pygame.K_1, "1"))
    app.step(texted("re") + key(pygame.K_TAB) + ENTER)
    assert source.asked == [("say", "reassure sponsor")]


def test_many_lines_end_with_control_and_enter(opened: Opened) -> None:
    app, source = shown(opened, asked_for(Fill(Place("say"), "text", "The slip", "lines")))
    app.step(key(pygame.K_1, "1"))
    app.step(texted("one") + ENTER + texted("two"))
    app.step(key(pygame.K_RETURN, mod=pygame.KMOD_CTRL))
    assert source.asked == [("say", "one\ntwo")]


def test_a_secret_is_not_shown(opened: Opened) -> None:
    app, source = shown(opened, asked_for(Fill(Place("say"), "pin", "PIN", "secret")))
    app.step(key(pygame.K_1, "1"))
    app.step(texted("1234"))
    texts = [line for op in app.over.ops for line in getattr(op, "lines", ())]
    assert not any("1234" in line for line in texts)
    app.step(ENTER)
    assert source.asked == [("say", "1234")]


def test_what_an_input_method_composes_is_shown_before_it_is_typed(opened: Opened) -> None:
    app, source = shown(opened, asked_for(Fill(Place("say"), "text", "Your message")))
    app.step(key(pygame.K_1, "1"))
    app.step([pygame.Event(pygame.TEXTEDITING, text="ㅎ", start=0, length=1)])
    assert any("ㅎ" in line for op in app.over.ops for line in getattr(op, "lines", ()))
    app.step([pygame.Event(pygame.TEXTINPUT, text="한")])
    app.step(ENTER)
    assert source.asked == [("say", "한")]


def test_the_field_is_worked_with_the_mouse_alone(opened: Opened) -> None:
    app, source = shown(opened, asked_for(Fill(Place("say"), "n", "How much", "number", 1, 9)))
    walker = Walker(app)
    app.step(click(walker.pixel(next(one for one in app.spots if one.spot.id == "say"))))
    for id in ("more", "more", "done"):
        app.step(click(walker.pixel(next(one for one in app.spots if one.spot.id == id))))
    assert source.asked == [("say", "2")]


def test_an_order_is_typed_with_completion(opened: Opened) -> None:
    app, source = shown(opened, frame_of(button("one")))
    app.step(key(pygame.K_SLASH, "/"))
    app.step(texted("step") + key(pygame.K_TAB) + ENTER)
    assert source.asked == [("typed", "step radar agreed")]


# ---------------------------------------------------------------------- the window


def test_the_window_changes_its_size_in_mid_game(opened: Opened) -> None:
    app = opened(size=(1920, 1080))
    while app.frame.layout != "panel":
        app.step(ENTER)
    before = app.frame
    for size in ((960, 540), (1000, 1400), (2560, 1080), (1280, 720)):
        app.step([pygame.Event(pygame.VIDEORESIZE, w=size[0], h=size[1], size=size)])
        assert app.surface.get_size() == size
        page = app.layers.page
        assert page.width >= 1920 - 0.1 and page.height >= 1080 - 0.1
        assert all(Rect(0, 0, page.width, page.height).holds(one.at, 1)
                   for one in app.spots if one.window is None)  # fmt: skip
    assert app.frame is before
    app.step(ENTER)
    assert app.frame is not before


@pytest.mark.parametrize(
    ("pressed", "card"),
    [(key(pygame.K_F1), "help"), (key(pygame.K_QUESTION, "?"), "help"),
     (key(pygame.K_F2), "settings"), (key(pygame.K_F3), "shortcuts")],
)  # fmt: skip
def test_cards_open_over_the_game_and_close(
    opened: Opened, pressed: list[pygame.Event], card: str
) -> None:
    app = opened()
    app.step(pressed)
    assert app.over.kind == card
    assert [one.spot.id for one in app.stops] != []
    app.step(ESCAPE)
    assert not app.over.open


@pytest.mark.parametrize("scale", [1.0, 1.75])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_cards_are_drawn_well(opened: Opened, theme: str, scale: float) -> None:
    app = opened(theme=theme, scale=scale)
    for pressed in (pygame.K_F1, pygame.K_F2, pygame.K_F3, pygame.K_SLASH):
        app.step(key(pressed, "/" if pressed == pygame.K_SLASH else ""))
        assert app.over.open
        assert wrong(app.over.ops, app.layers.page) == []
        app.step(ESCAPE)


def test_settings_are_set_with_the_keyboard(opened: Opened) -> None:
    app = opened()
    app.step(key(pygame.K_F2) + key(pygame.K_TAB) + ENTER)
    assert app.options.theme == "dark"
    app.step(key(pygame.K_DOWN) + ENTER + ESCAPE)
    assert app.options.scale == 1.25
    assert app.layers.page.scale == 1.25


@pytest.mark.usefixtures("stopped_clock")
def test_nothing_of_a_seat_is_left_when_it_hands_over(opened: Opened) -> None:
    one = frame_of(button("one", default=True), seat="host")
    app, _source = shown(opened, one, frame_of(button("two"), layout="curtain"))
    app.options = replace(app.options, still=False)
    app.step(ENTER)
    assert not app.layers.moving(0)
    after = pygame.image.tobytes(app.surface, "RGB")
    app.dirty = True
    app.step(())
    assert pygame.image.tobytes(app.surface, "RGB") == after


def test_closing_the_window_closes_the_source(opened: Opened) -> None:
    app, source = shown(opened, frame_of(button("one")))
    pygame.event.post(pygame.Event(pygame.QUIT))
    app.run()
    assert source.closed


def test_the_clock_runs_by_itself(opened: Opened) -> None:
    app, _source = shown(opened, frame_of(button("one"), clock=Clock(left=402, paused=True)))
    assert 0 < app.patience() <= 1020


def test_what_can_be_chosen_twice_is_one_stop(opened: Opened) -> None:
    app, _source = shown(opened, frame_of(button("one"), button("two")))
    twice = (*app.spots, *app.spots)
    assert stops(twice, app.frame.screen) == stops(app.spots, app.frame.screen)


def test_a_screen_reader_is_told_and_may_choose(opened: Opened) -> None:
    app, source = shown(opened, frame_of(button("one"), button("two")))
    kit = SimpleNamespace(asked=deque(), told=[], focused=lambda has: None)
    kit.show = kit.told.append
    app.reader = Reader(kit)  # type: ignore[arg-type]
    app.step(())
    app.step(key(pygame.K_TAB))
    assert [tree.focus for tree in kit.told] == ["window", "control:one"]
    kit.asked.append(("click", "two"))
    app.step(())
    assert source.asked == [("two", "")]


def test_a_turn_is_heard_and_a_projector_is_silent() -> None:
    desk, reveal = frame_of(), frame_of(layout="reveal")
    refused = frame_of(notices=(Notice("No.", "trouble"),))
    board = frame_of(layout="board", notices=(Notice("No.", "trouble"),))
    assert [heard(desk, to) for to in (reveal, refused, board, desk)] == ["turn", "trouble", "", ""]
    assert len(samples((440.0,))) == 2 * int(RATE * SECONDS)


# ---------------------------------------------------------------------- the monkey


def test_a_number_that_is_half_typed_may_be_left(opened: Opened) -> None:
    fill = Fill(Place("perceive"), "sponsor", "0 to 10", "number", 0, 10)
    app, source = shown(opened, asked_for(fill))
    app.step(key(pygame.K_1, "1"))
    app.step(texted("7é"))
    app.step(ESCAPE)
    assert not app.over.open and source.asked == []


def test_a_monkey_neither_crashes_it_nor_loses_a_command(opened: Opened) -> None:
    app = opened(size=(960, 540), seats=("host", "sponsor"))
    worry(app, seed=7, events=900)
    assert isinstance(app.source.table, Table)  # type: ignore[attr-defined]
    assert same_when_loaded(app)


def test_a_press_too_many_opens_nobody_elses_screens(opened: Opened) -> None:
    """Enter is pressed four times in one go at the end of a turn, and the laptop is handed over."""
    app = opened(seats=("host", "neighbour"))
    while app.frame.screen.title != "End your turn?":
        app.step(key(pygame.K_RETURN))
    app.grace, app._handed_over = 60, -60.0  # the seat has had the laptop for a while
    app.step([event for _time in range(4) for event in key(pygame.K_RETURN)])
    assert (app.frame.layout, app.frame.seat) == ("curtain", "")
    app.grace = 0
    app.step(key(pygame.K_RETURN))
    assert app.frame.seat == "neighbour"
