"""What a seat may not see makes no difference to any picture of its board, nor to a public one."""

from __future__ import annotations

import copy
import pickle
import random
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from game import loading
from game.desktop.compose import compose
from game.desktop.layers import Layers
from game.desktop.ops import Op
from game.desktop.options import Options
from game.record.table import Table as Recorded
from game.scenario.notation import parse_order
from game.scenario.terms import Declare, Terms
from game.screens.eyes import Eyes, look
from game.screens.model import Control, Fill, Leave
from game.session.facilitator import Facilitator
from game.session.feed import Feed
from game.session.hotseat import HotSeat
from game.session.source import Clock, Frame, Source
from game.session.watch import Watch
from game.table import commands as c
from game.table.table import Table
from game.table.words import words_of
from tests.desktop.gallery import walked
from tests.properties.scrambling import Scrambler
from tests.session.facilitated import begun, choose, hand_in

THAAD = loading.load("thaad-2016")
ANSWERS = {"text": "We would like to talk about this.", "secret": "4711", "lines": "nothing"}


@cache
def page() -> Any:
    """A page of usual size with real letters."""
    return Layers((1280, 720), Options(size=(1280, 720), still=True)).page


def drawn(frame: Frame) -> tuple[Op, ...]:
    """The picture of a frame."""
    return compose(frame, page())


def wander(source: Source, seed: int, steps: int) -> Iterator[Source]:
    """Somebody who chooses at random, often what leads on: the source before each choice."""
    dice = random.Random(seed)
    at: Source | None = source
    for _step in range(steps):
        assert at is not None
        yield at
        screen = at.frame().screen
        offered = [one for one in screen.controls if one.enabled and not _quits(one)]
        control = screen.default if dice.random() < 0.3 else dice.choice(offered or [None])
        control = control or dice.choice(offered)
        at = at.act(control, _answer(control, dice)) or at


def _quits(control: Control) -> bool:
    return isinstance(control.action, Leave) and control.action.how != "pass_on"


def _answer(control: Control, dice: random.Random) -> str:
    fill = control.action
    if not isinstance(fill, Fill):
        return ""
    if fill.kind == "number":
        return str(dice.randint(fill.low, fill.high))
    return dice.choice(fill.known) if fill.known else ANSWERS[fill.kind]


def told(source: Source, seed: int) -> tuple[Frame, Frame]:
    """A frame, and the same one where all that its seat may not see is another."""
    assert isinstance(source, HotSeat | Facilitator)
    it, state = source.table.scenario, source.table.state
    other: Any = copy.copy(source)
    if isinstance(source, Facilitator):
        other._announced = list(source._announced)
    frame = source.frame()
    if frame.seat == c.CONTROL:
        return frame, frame
    other.table = Table(it, Scrambler(it, frame.seat, random.Random(seed)).state(state))
    if isinstance(source, Facilitator):
        other.box = copy.copy(source.box)
        other.box.table = other.table
    return frame, other.frame()


@pytest.mark.parametrize(
    ("scenario", "seed"), [("thaad-2016", 1), ("thaad-2016", 2), ("first-talks", 3)]
)
def test_what_a_seat_may_not_see_makes_no_difference_to_a_frame(scenario: str, seed: int) -> None:
    it = loading.load(scenario)
    seats = {s: "person" if n < 2 else "bot:greedy" for n, s in enumerate(it.players)}
    source = HotSeat(Recorded.open(it, seed, seats), words_of(it))
    seen: set[tuple[str, str]] = set()
    for number, at in enumerate(wander(source, seed, 220)):
        assert isinstance(at, HotSeat)
        if at.over:
            break
        seen.add(_same(*told(at, number), seen))
    assert {seat for _title, seat in seen} == {"", *it.players[:2]}
    assert len(seen) > 20


@pytest.mark.parametrize("seed", [1, 2])
def test_a_class_and_a_team_see_nothing_of_another_team(seed: int) -> None:
    source = Facilitator(_facilitated(), words_of(THAAD))
    seen: set[tuple[str, str]] = set()
    for number, at in enumerate(wander(source, seed, 160)):
        assert isinstance(at, Facilitator)
        if at.table.state.phase == "over":
            break
        seen.add(_same(*told(at, number), seen))
    assert "" in {seat for _title, seat in seen}
    assert len(seen) > 10


def _facilitated() -> Recorded:
    return Recorded.open(THAAD, 5, {}, brisk=False, facilitator=True)


def _same(frame: Frame, again: Frame, seen: set[tuple[str, str]]) -> tuple[str, str]:
    """Two frames are the same, and so are their pictures; the kind of frame that it is."""
    kind = frame.screen.title, frame.seat
    assert again == frame, kind
    if kind not in seen:
        assert drawn(again) == drawn(frame), kind
    return kind


class Still(Feed):
    """A game as it stands."""

    def __init__(self, table: Table) -> None:
        self._eyes = look(table, c.PUBLIC, words_of(table.scenario))

    def changed(self, now: float) -> bool:
        """Nothing is new."""
        return False

    def eyes(self) -> Eyes:
        """The public's eyes."""
        return self._eyes

    def clock(self, now: float) -> Clock | None:
        """No clock runs."""
        return None

    def trouble(self) -> str:
        """None."""
        return ""


def test_a_projector_shows_nothing_that_is_not_public() -> None:
    seats = {seat: "person" if n < 2 else "bot:greedy" for n, seat in enumerate(THAAD.players)}
    source = HotSeat(Recorded.open(THAAD, 4, seats), words_of(THAAD))
    seen: set[tuple[str, str]] = set()
    for number, _at in enumerate(wander(source, 4, 120)):
        table = Table(THAAD, source.table.state)
        if number % 12 or table.state.phase == "over":
            continue
        other = Table(THAAD, Scrambler(THAAD, "", random.Random(number)).state(table.state))
        beside, again = Watch(Still(table)), Watch(Still(other))
        for one, two in zip(wander(beside, number, 8), wander(again, number, 8), strict=True):
            seen.add(_same(one.frame(), two.frame(), seen))
    assert len(seen) > 5


# ---------------------------------------------------------------------- pairs of games

FIRST, SECOND, THIRD = THAAD.players[:3]
SECRET = Terms("Quietly", (FIRST, THIRD), (Declare("Nobody else is to know."),), secret=True)
PRIVATE = (
    c.Draft(SECRET), c.Say("Only for you.", (THIRD,)), c.Perceive(((THIRD, 2),)),
    c.TakeBack(parse_order("assure china")),
)  # fmt: skip


def shared_game(busy: bool) -> tuple[list[Frame], str]:
    """Two persons' game: the first seat does much in private, or nothing; then it is handed over.

    What was shown from then on until the turn was over, and what the first seat had ordered.
    """
    seats = {seat: "person" if n < 2 else "bot:greedy" for n, seat in enumerate(THAAD.players)}
    source = HotSeat(Recorded.open(THAAD, 9, seats), words_of(THAAD))
    while source.frame().seat != FIRST or "pin" not in _offered(source):
        source.act(_control(source))
    source.act(_control(source, "pin"), "4711" if busy else "0815")
    if busy:
        for line in ("assure china", "visit japan"):
            source.typed(line)
        for do in PRIVATE:
            assert source.table.submit(FIRST, do).refused is None, do
    did = source.table.view(FIRST).orders
    while source.frame().layout != "curtain":
        source.act(_control(source))
    frames: list[Frame] = []
    for at in wander(source, 6, 90):
        if SECOND not in (at.frame().seat or SECOND) or source.table.state.log:
            break
        frames.append(at.frame())
    return frames, " ".join(order.notation for order in did)


def _offered(source: HotSeat) -> list[str]:
    return [control.id for control in source.frame().screen.controls]


def _control(source: HotSeat, id: str = "") -> Control:
    """A control by its id, or what Enter does."""
    screen = source.frame().screen
    found = [one for one in screen.controls if one.id == id] if id else [screen.default]
    assert found and found[0] is not None, (id, _offered(source))
    return found[0]


def test_what_one_did_in_private_is_on_no_picture_behind_the_curtain() -> None:
    busy, ordered = shared_game(True)
    idle, nothing = shared_game(False)
    assert ordered and not nothing
    assert len({frame.screen.title for frame in busy}) > 5
    assert busy == idle
    assert [drawn(frame) for frame in busy] == [drawn(frame) for frame in idle]


def test_a_team_s_slip_is_on_no_picture_of_the_class_or_of_another_team() -> None:
    pictures = []
    for slip in ("", "assure china\nsay to russia: Only for you.\nrate dprk 8"):
        at = begun("thaad-2016")
        choose(at, "open")
        hand_in(at, "usa", slip)
        frames = [at.frame(), choose(at, "slip china"), choose(at, "on")]
        assert [frame.seat for frame in frames] == ["", "", "china"]
        pictures.append([drawn(frame) for frame in frames])
    assert pictures[0] == pictures[1]


# ---------------------------------------------------------------------- a frame is enough


def test_a_picture_is_drawn_from_its_frame_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no table at all, from a frame that came there as bytes."""
    frames = {kind: shot.frame for kind, shot in walked("first-talks", "en").items()}
    assert len(frames) > 40
    here = {kind: drawn(frame) for kind, frame in frames.items()}
    sent = pickle.dumps(frames)
    for asked in ("sight", "view", "past", "submit"):
        monkeypatch.delattr(Table, asked)
    there = {kind: drawn(frame) for kind, frame in pickle.loads(sent).items()}
    assert there == here
