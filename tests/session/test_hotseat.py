"""Persons at one machine: whose secrets are in sight, whose turn it is, and the whole game."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from game.loading import load
from game.record.table import Table
from game.scenario.model import Scenario
from game.screens.eyes import look
from game.screens.model import Control, Fill
from game.session.hotseat import HotSeat
from game.session.source import Frame
from game.session.staged import staged
from game.table.words import words_of

SCENARIOS = {id: load(id) for id in ("first-talks", "thaad-2016")}


def seated(id: str, persons: int, seed: int = 7, **more: object) -> HotSeat:
    scenario = SCENARIOS[id]
    names = scenario.players
    seats = {seat: "person" if n < persons else "bot:greedy" for n, seat in enumerate(names)}
    minutes = int(str(more.pop("minutes", 0)))
    table = Table.open(scenario, seed, seats, minutes=minutes)
    return HotSeat(table, words_of(scenario), **more)  # type: ignore[arg-type]


def played(source: HotSeat, limit: int = 2000) -> Iterator[Frame]:
    """Every frame of a game in which Enter is all that is pressed."""
    for _n in range(limit):
        frame = source.frame()
        yield frame
        control = frame.screen.default
        assert control is not None, frame.screen.title
        if source.act(control) is None:
            return
    raise AssertionError("the game does not end")


def choose(source: HotSeat, id: str, text: str = "") -> Frame:
    control = next(c for c in source.frame().screen.controls if c.id == id)
    assert source.act(control, text) is source
    return source.frame()


def enter(source: HotSeat, times: int = 1) -> Frame:
    for _n in range(times):
        control = source.frame().screen.default
        assert control is not None
        source.act(control)
    return source.frame()


@pytest.mark.parametrize(
    ("id", "persons"),
    [("first-talks", 1), ("first-talks", 2), ("first-talks", 3),
     ("thaad-2016", 1), ("thaad-2016", 2), ("thaad-2016", 6)],
)  # fmt: skip
def test_a_whole_game_by_enter_alone(id: str, persons: int) -> None:
    source = seated(id, persons)
    frames = list(played(source))
    assert source.over and source.table.state.phase == "over"
    assert frames[-1].layout == "page" and frames[-1].seat == ""
    assert any(frame.layout == "reveal" for frame in frames)
    seats = {frame.seat for frame in frames if frame.seat}
    assert len(seats) == persons
    assert any(frame.layout == "curtain" for frame in frames) == (persons > 1)
    assert not [n for frame in frames for n in frame.notices if n.tone == "trouble"]


@pytest.mark.parametrize("id", ["first-talks", "thaad-2016"])
def test_a_curtain_stands_between_two_seats(id: str) -> None:
    last = ""
    for frame in played(seated(id, len(SCENARIOS[id].players))):
        if frame.layout == "curtain":
            last = ""
        elif frame.seat:
            assert last in ("", frame.seat), frame.screen.title
            last = frame.seat


@pytest.mark.parametrize("id", ["first-talks", "thaad-2016"])
def test_no_frame_for_everybody_holds_what_only_a_seat_may_see(id: str) -> None:
    """Curtains and what the class looks at together are drawn from public eyes alone."""
    source = seated(id, 2)
    scenario, words = source.table.scenario, source.words
    for frame in played(source):
        if source.over:
            return
        if not frame.seat:
            public = look(source.table, "", words)
            scene = frame.scene
            assert scene is not None
            phase = next((step.id for step in scene.phases if step.state == "now"), "")
            told = public.view.turn - 1 if phase == "reveal" else 0
            assert scene == staged(public, phase, told, source.place)
            assert _secrets(scenario, source) & set(_texts(frame)) == set()


def _secrets(scenario: Scenario, source: HotSeat) -> set[str]:
    found = set()
    for seat in scenario.players:
        view = source.table.view(seat, source.words)
        found |= {view.sheet.instructions} if view.sheet else set()
        found |= {draft.name for draft in view.drafts if draft.secret}
    return found - {""}


def _texts(frame: Frame) -> Iterator[str]:
    yield from (notice.text for notice in frame.notices)
    for block in frame.screen.blocks:
        yield from (str(value) for value in (getattr(block, "text", ""), block))


def test_the_class_is_told_once_and_a_seat_may_look_at_its_own() -> None:
    source = seated("first-talks", 2)
    titles = []
    for frame in played(source):
        if frame.layout == "reveal" and source.table.state.world.turn == 2:
            titles.append(frame.screen.title)
            assert frame.seat == ""
        if frame.screen.title.startswith("May 2031"):
            break
    assert titles and len(titles) == len(set(titles))
    own = choose(source, "told")
    assert own.layout == "reveal" and own.seat == "host"
    after = choose(source, next(c.id for c in own.screen.controls if c.id in ("skip", "next")))
    assert after.seat == "host"


def test_a_pin_guards_a_seat() -> None:
    source = seated("first-talks", 2)
    enter(source, 3)
    frame = choose(source, "pin", "4711")
    assert "4711" not in str(frame)
    frame = enter(source, 7)  # both end their turns, and the class is told
    while frame.layout != "curtain":
        frame = enter(source)
    take = next(c for c in frame.screen.controls if c.id == "take host")
    assert isinstance(take.action, Fill) and take.action.kind == "secret"
    wrong = choose(source, "take host", "1234")
    assert wrong.layout == "curtain" and wrong.notices[0].text == "That is not the PIN."
    assert choose(source, "take host", "4711").seat == "host"


def test_a_forgotten_pin_is_taken_away_before_everybody() -> None:
    source = seated("first-talks", 2)
    enter(source, 3)
    choose(source, "pin", "1")
    choose(source, "pass")
    enter(source, 3)
    frame = choose(source, "pass")
    assert frame.layout == "curtain"
    frame = choose(source, "forget")
    assert "The PIN of Lowland was taken away" in str(frame.screen.blocks)
    frame = choose(source, "take host")
    assert frame.seat == "host" and "taken away" in frame.notices[0].text
    choose(source, "pass")
    assert "taken away" not in str(source.frame().screen.blocks)


def test_what_was_said_to_a_seat_is_not_on_the_curtain() -> None:
    source = seated("first-talks", 2)
    enter(source, 3)
    source.typed("step radar agreed")
    assert "Ordered" in source.frame().notices[0].text
    frame = choose(source, "pass")
    assert frame.layout == "curtain" and frame.notices == ()
    assert "radar agreed" not in str(frame)


def test_a_typed_line_orders_asks_and_goes() -> None:
    source = seated("first-talks", 1)
    enter(source, 2)
    assert "reassure sponsor" in source.notations
    source.typed("step radar agreed")
    assert len(source.table.state.orders["host"]) == 1
    source.typed("why tension")
    assert source.frame().screen.title.startswith("Why?")
    assert enter(source).screen.title == "Your desk"
    source.typed("board")
    assert source.frame().screen.title != "Your desk"
    source.typed("reasure sponsor")
    assert "reassure sponsor" in source.frame().notices[0].text


def test_nobody_orders_from_the_curtain() -> None:
    source = seated("first-talks", 2)
    assert source.notations == ()
    source.typed("step radar agreed")
    assert source.frame().layout == "curtain" and source.frame().notices
    assert source.table.state.orders == {}


def test_a_control_that_is_not_enabled_does_nothing() -> None:
    source = seated("first-talks", 1)
    control = source.frame().screen.default
    assert control is not None
    before = source.frame().screen
    source.act(replace(control, enabled=False, why_not="the river is high"))
    assert source.frame().screen == before
    assert "the river is high" in source.frame().notices[0].text


def test_leaving_is_a_choice_of_the_desk_and_the_curtain() -> None:
    for persons, times in ((1, 2), (2, 0)):
        source = seated("first-talks", persons)
        enter(source, times)
        leave = next(c for c in source.frame().screen.controls if c.id == "quit")
        assert source.act(leave) is None


def test_the_clock_of_the_negotiation_says_when_time_is_up() -> None:
    now = [1_000_000.0]
    source = seated("first-talks", 1, minutes=25, now=lambda: now[0])
    enter(source, 2)
    clock = source.frame().clock
    assert clock is not None and clock.seconds(now[0]) == 120
    assert not source.poll(now[0] + 60)
    now[0] += 130
    assert source.poll(now[0])
    assert "Time is up." in [notice.text for notice in source.frame().notices]
    assert "Time is up for this negotiation" in str(source.frame().screen.blocks)
    assert not source.poll(now[0])
    enter(source, 2)
    told = source.frame()
    assert told.layout == "reveal" and told.clock is not None
    assert told.clock.seconds(now[0]) == 60
    while source.frame().layout == "reveal":
        enter(source)
    fresh = source.frame().clock
    assert fresh is not None and fresh.seconds(now[0]) == 120


def test_without_timings_there_is_no_clock() -> None:
    source = seated("first-talks", 1)
    assert source.frame().clock is None and not source.poll(1e12)


def text_for(control: Control, text: str, number: int) -> str:
    fill = control.action
    return str(number) if isinstance(fill, Fill) and fill.kind == "number" else text


@settings(
    max_examples=25, deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip
@given(
    id=st.sampled_from([*SCENARIOS]),
    persons=st.integers(1, 3),
    choices=st.lists(
        st.tuples(st.integers(0, 40), st.sampled_from(["", "Peace", "radar", "x" * 50])),
        min_size=15,
        max_size=60,
    ),
)
def test_no_choice_ever_fails(id: str, persons: int, choices: Sequence[tuple[int, str]]) -> None:
    source = seated(id, persons)
    private = ""
    for number, text in choices:
        frame = source.frame()
        if frame.layout == "curtain":
            private = ""
        elif frame.seat and not source.over:
            assert private in ("", frame.seat)
            private = frame.seat
        enabled = [c for c in frame.screen.controls if c.enabled and c.id != "quit"]
        control = enabled[number % len(enabled)]
        if source.act(control, text_for(control, text, number % 11)) is None:
            return
        if text:
            source.typed(text)
