"""The board as a value: what a class sees on it, and that it tells nobody's secrets."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.loading import load
from game.scenario.model import Scenario
from game.scenario.notation import parse_order
from game.screens.eyes import Eyes, look
from game.screens.model import Place
from game.screens.reveal import chapters
from game.screens.scene import Card, Scene
from game.screens.staging import bond_of, scene_of
from game.table.commands import CONTROL, PUBLIC, Draft, Give, Lock, Say, Sign
from game.table.sight import sight
from game.table.state import State
from game.table.table import Table
from game.table.view import view
from game.table.words import words_of
from tests.properties.playing import choices, last_state, names, scenario
from tests.properties.scrambling import Scrambler


def primer() -> Table:
    it = load("first-talks")
    return Table.open(it, 3, dict.fromkeys(it.players, "person"))


def seen(table: Table, seat: str = PUBLIC, skin: str = "", phase: str = "") -> Scene:
    return scene_of(look(table, seat, words_of(table.scenario, skin)), phase)


def card(scene: Scene, id: str) -> Card:
    return next(card for card in scene.cards if card.id == id)


def submit(table: Table, seat: str, *does: object) -> None:
    for do in does:
        assert not table.submit(seat, do).refused  # type: ignore[arg-type]


def order(text: str) -> Give:
    return Give(parse_order(text))


def play_out(table: Table) -> None:
    """Everybody locks: the turn is over."""
    for seat in table.scenario.players:
        submit(table, seat, Lock())


def test_a_new_game_is_set_out() -> None:
    scene = seen(primer(), "host")
    assert (scene.title, scene.turn, scene.of, scene.date) == ("First talks", 1, "4", "March 2031")
    assert [(step.id, step.state) for step in scene.phases] == [
        ("briefing", "over"), ("negotiation", "now"), ("reveal", "to come"),
    ]  # fmt: skip
    assert [(gauge.name, gauge.value) for gauge in scene.gauges] == [("Tension", 4)]
    assert [plate.id for plate in scene.plates if plate.own] == ["host"]
    assert [(r.one, r.other, r.bond) for r in scene.relations] == [("host", "sponsor", "friendly")]
    radar = card(scene, "radar")
    assert [a.actor for a in radar.on] == ["host", "sponsor"]
    assert (radar.needs, radar.minds, radar.back) == ("all", 1, ())
    assert scene.borderless


def test_a_session_says_which_phase_is_told() -> None:
    steps = {step.id: step.state for step in seen(primer(), phase="reveal").phases}
    assert steps == {"briefing": "over", "negotiation": "over", "reveal": "now"}


def test_only_a_scenario_with_arguments_has_rulings() -> None:
    it = load("thaad-2016")
    scene = seen(Table.open(it, 3, {}))
    assert "ruling" in [step.id for step in scene.phases]
    assert not scene.borderless
    assert seen(Table.open(it, 3, {}), skin="lantern").borderless


def test_an_order_to_step_shows_on_ones_own_board_alone() -> None:
    table = primer()
    submit(table, "host", order("step radar agreed"))
    given = {a.actor: a.given for a in card(seen(table, "host"), "radar").on}
    assert given == {"host": True, "sponsor": False}
    for other in ("sponsor", PUBLIC):
        assert {a.given for a in card(seen(table, other), "radar").on} == {None}


def test_who_consented_last_turn_is_known_to_all() -> None:
    table = primer()
    submit(table, "sponsor", order("step radar agreed"))
    play_out(table)
    given = {a.actor: a.given for a in card(seen(table), "radar").on}
    assert given == {"host": False, "sponsor": True}


def test_a_draft_says_who_signed_and_who_promises_what() -> None:
    table = primer()
    submit(table, "host", Draft(table.scenario.agreements["quiet_river"], "quiet_river"))
    submit(table, "host", Sign("quiet_river", 1))
    draft = seen(table).drafts[0]
    assert [(p.actor, p.stands) for p in draft.parties] == [
        ("host", "signed"), ("neighbour", "thinking"),
    ]  # fmt: skip
    assert [clause[0] for clause in draft.clauses] == ["host", "neighbour"]
    submit(table, "neighbour", Sign("quiet_river", 1))
    play_out(table)
    scene = seen(table)
    assert [accord.id for accord in scene.accords] == ["quiet_river"] and not scene.drafts
    assert any("The quiet river" in line for line in scene.news)


def test_the_news_run_no_further_than_the_reveal_has_told() -> None:
    table = primer()
    submit(table, "host", Draft(table.scenario.agreements["quiet_river"], "quiet_river"))
    for seat in ("host", "neighbour"):
        submit(table, seat, Sign("quiet_river", 1))
    for seat in ("host", "sponsor"):
        submit(table, seat, order("step radar agreed"))
    play_out(table)
    eyes = look(table, PUBLIC, words_of(table.scenario))
    order_of_telling = chapters(eyes)
    signed, moved = order_of_telling.index("signed"), order_of_telling.index("moved")
    whole = " ".join(scene_of(eyes).news)
    assert "The quiet river" in whole and "radar on" in whole

    def told(place: Place) -> str:
        return " ".join(scene_of(eyes, "reveal", place).news)

    assert "The quiet river" in told(Place("reveal", str(signed)))
    for early in (str(signed), f"{signed}.0", f"{moved - 1}.all"):
        assert "radar on" not in told(Place("reveal", early))
        assert "radar on" not in told(Place("whys", args=(("back", f"reveal:{early}"),)))
    assert told(Place("reveal", str(len(order_of_telling) - 1))) == whole
    assert told(Place("finish")) == ""


def test_what_is_said_to_the_press_is_news_and_a_letter_is_not() -> None:
    table = primer()
    submit(table, "host", Say("We want calm.", ("press",)), Say("Between us.", ("sponsor",)))
    news = " ".join(seen(table, "sponsor").news)
    assert "We want calm." in news and "Between us." not in news


def test_who_ended_its_turn_is_known_at_once() -> None:
    table = primer()
    submit(table, "neighbour", Lock())
    assert [plate.id for plate in seen(table).plates if plate.locked] == ["neighbour"]


@pytest.mark.parametrize("value", range(-5, 6))
def test_bonds_are_told_by_sign_and_strength(value: int) -> None:
    found = bond_of(value, -5, 5)
    strong = abs(value) >= 3
    good = "close" if strong else "friendly"
    bad = "hostile" if strong else "strained"
    assert found == (good if value > 0 else bad if value < 0 else None)


def scene_in(it: Scenario, state: State, seat: str) -> Scene:
    words = words_of(it)
    return scene_of(Eyes(it, words, sight(it, state, seat), view(it, state, seat, words)))


@settings(max_examples=20)
@given(names, choices, st.integers(0, 99), st.randoms(use_true_random=False))
def test_what_a_seat_may_not_see_makes_no_difference_to_its_board(
    name: str, numbers: list[int], seat_number: int, dice: random.Random
) -> None:
    it = scenario(name)
    state = last_state(it, numbers)
    for seat in (PUBLIC, it.players[seat_number % len(it.players)]):
        other = Scrambler(it, seat, random.Random(dice.getrandbits(32))).state(state)
        assert scene_in(it, other, seat) == scene_in(it, state, seat)


@settings(max_examples=10)
@given(names, choices)
def test_every_board_can_be_set_out(name: str, numbers: list[int]) -> None:
    it = scenario(name)
    state = last_state(it, numbers)
    scene = scene_in(it, state, CONTROL)
    assert {plate.id for plate in scene.plates} == set(it.actors)
    assert len({plate.code for plate in scene.plates}) == len(scene.plates)
    assert {one.id for one in scene.cards} == set(it.issues)
