"""Screens beside the board and on the whole page: every control once, in order, and readable."""

from __future__ import annotations

import itertools
from functools import cache

import pytest

from game import loading
from game.bots.play import close_turn, named, open_turn
from game.desktop.blocks import block, cast_of
from game.desktop.compose import compose
from game.desktop.flow import Cast, Hand
from game.desktop.fonts import Letters
from game.desktop.ops import Op, Page, Rect, Text
from game.desktop.pages import curtain, dialog, page, reveal, title
from game.desktop.panel import panel
from game.desktop.spots import placed
from game.desktop.theme import DARK, LIGHT, Theme
from game.screens.build import build
from game.screens.ending import ORDER, game_at
from game.screens.eyes import look
from game.screens.model import (
    Accord,
    Ballots,
    Block,
    Change,
    Chart,
    Control,
    Deed,
    Figure,
    Figures,
    Fill,
    Go,
    Grid,
    Leave,
    Matrix,
    Party,
    Place,
    Screen,
    Series,
)
from game.screens.scene import Plate, Scene
from game.screens.staging import scene_of
from game.session.curtain import Pins
from game.session.dressing import shared
from game.session.source import Frame, Notice
from game.table.table import Table
from game.table.words import words_of
from tests.desktop.drawn import Ruler, every, wrong
from tests.screens.test_screens import crawl, mid_game

SIZES = ((1920.0, 1080.0), (1920.0, 1440.0), (2560.0, 1080.0))
SCALES = (1.0, 1.25, 1.75)
NOTICES = (Notice("Taken back.", "good"), Notice("That is not possible now.", "trouble"))


def paper(size: tuple[float, float], theme: Theme, scale: float) -> Page:
    return Page(size[0], size[1], theme, Ruler(), scale)


def at_side(sheet: Page) -> Rect:
    """About where the board leaves room for a panel."""
    wide = min(492 * sheet.scale**0.5, sheet.width * 0.4)
    return Rect(sheet.width - wide - 20, 112, wide, sheet.height - 112 - 104)


def whole(sheet: Page) -> Rect:
    return Rect(0, 96, sheet.width, sheet.height - 96)


@cache
def told(scenario: str) -> tuple[tuple[Screen, ...], Scene, str]:
    """Every screen of a game in its middle, and the pages of its end."""
    it = loading.load(scenario)
    table, seat = mid_game(it), it.players[0]
    eyes = look(table, seat, words_of(it))
    screens = [screen for _place, screen in crawl(table, seat)]
    screens += endings(scenario)
    distinct = {(s.title, len(s.controls), len(s.blocks)): s for s in screens}
    return tuple(distinct.values()), scene_of(eyes), seat


def endings(scenario: str) -> list[Screen]:
    it = loading.load(scenario)
    table = Table.open(it, 5, dict.fromkeys(it.players, "bot:greedy"))
    bots = {seat: named("greedy", 5) for seat in it.players}
    while not table.state.world.end:
        open_turn(table, bots)
        close_turn(table, bots)
    eyes = look(table, it.players[0], words_of(it))
    game = game_at(it, table.state)
    pages = [page for page in ORDER if page != "end.perceptions"]
    return [build(eyes, Place(page), game) for page in pages]


def said_of(ops: tuple[Op, ...]) -> list[str]:
    return [one.spot.id for one in placed(ops) if one.spot.role != "link"]


@pytest.mark.parametrize("scenario", ["first-talks", "thaad-2016"])
def test_every_screen_reads_as_a_panel_and_as_a_page(scenario: str) -> None:
    screens, scene, seat = told(scenario)
    assert len(screens) > 20
    kinds = itertools.cycle(itertools.product(SIZES, (LIGHT, DARK), SCALES))
    for screen, kind in zip(screens, kinds, strict=False):
        sheet = paper(*kind)
        frame = Frame(screen, "panel", scene, seat, None, NOTICES)
        for layout, at in ((panel, at_side(sheet)), (page, whole(sheet))):
            ops = layout(frame, sheet, at)
            assert wrong(ops, sheet, at) == [], (screen.title, layout.__name__, kind)
            assert said_of(ops) == [control.id for control in screen.controls], screen.title


@pytest.mark.parametrize("scenario", ["first-talks", "thaad-2016"])
def test_the_reveal_is_told_to_the_back_row(scenario: str) -> None:
    screens, scene, seat = told(scenario)
    told_of = [s for s in screens if s.title.startswith("Turn ")]
    assert len(told_of) > 1
    for screen, kind in zip(told_of, itertools.product(SIZES, (LIGHT, DARK), SCALES), strict=False):
        sheet = paper(*kind)
        ops = reveal(Frame(screen, "reveal", scene, seat), sheet, whole(sheet))
        assert wrong(ops, sheet, whole(sheet)) == [], (screen.title, kind)
        assert said_of(ops) == [control.id for control in screen.controls]
        largest = max(op.size for op in every(ops) if isinstance(op, Text))
        assert largest >= 44 * sheet.scale


@pytest.mark.parametrize("scenario", ["first-talks", "thaad-2016"])
def test_a_new_player_sees_all_that_a_turn_offers(scenario: str) -> None:
    """At the usual size in 16:9 nothing of the desk must be scrolled to, least of all its end."""
    it = loading.load(scenario)
    others = dict.fromkeys(it.players[1:-1], "bot:greedy")
    table = Table.open(it, 5, others)
    bots = {seat: named("greedy", 5) for seat in others}
    open_turn(table, bots)
    eyes = look(table, it.players[0], words_of(it))
    screen = shared(build(eyes, Place("desk")), Place("desk"), it.players[0], Pins())
    frame = Frame(screen, "panel", scene_of(eyes), it.players[0])
    letters = Letters(1.0)
    seen = placed(compose(frame, Page(1920, 1080, LIGHT, letters)))
    assert len(screen.controls) >= 8
    for control in screen.controls:
        (one,) = [one for one in seen if one.spot.control == control]
        assert one.window is None or one.window.at.holds(one.at), control.label


def test_what_changed_leads_to_why_and_back_to_the_reveal() -> None:
    _screens, scene, seat = told("first-talks")
    back = (("back", "reveal:0"),)
    asked = Control("why", "Why?", Go(Place("whys", args=back)))
    go = Control("next", "what came next", Go(Place("desk")), default=True)
    sheet = paper(SIZES[0], LIGHT, 1.0)
    for controls, links in (((go, asked), [Place("why", "tension", back)]), ((go,), [])):
        screen = Screen("Turn 1", (Change("Tension", "6", "4", -1, cell="tension"),), controls)
        ops = reveal(Frame(screen, "reveal", scene, seat), sheet, whole(sheet))
        found = [one.spot.control for one in placed(ops) if one.spot.role == "link"]
        assert [one.action.to for one in found if one and isinstance(one.action, Go)] == links


def test_few_deeds_are_told_louder_and_many_say_that_there_are_more() -> None:
    _screens, scene, seat = told("first-talks")
    go = Control("next", "what came next", Go(Place("desk")), default=True)
    sheet = paper(SIZES[0], LIGHT, 1.0)
    sizes = []
    for count in (2, 30):
        deeds = tuple(Deed("host", f"Lowland sends envoy {n}.") for n in range(count))
        ops = reveal(Frame(Screen("Turn 1", deeds, (go,)), "reveal", scene, seat), sheet,
                     whole(sheet))  # fmt: skip
        texts = [op for op in every(ops) if isinstance(op, Text)]
        sizes.append(next(op.size for op in texts if "envoy 1" in " ".join(op.lines)))
        assert any("Scroll" in " ".join(op.lines) for op in texts) == (count > 2)
    assert sizes[0] > sizes[1] >= 44


def test_an_actor_without_an_emblem_is_known_by_its_code() -> None:
    plates = (Plate("ang", "Angola", "ANG"),)
    sheet = paper(SIZES[0], LIGHT, 1.0)
    hand = Hand(sheet, Cast({plate.id: plate for plate in plates}))
    (_disc, code) = hand.badge("ang", 60)
    assert isinstance(code, Text) and code.lines == ("ANG",)
    assert hand.badge("ang", 20) == ()


def test_what_changed_stands_beside_what_was_done() -> None:
    """The picture of the design: the agreement at the left, the changes and the way on right."""
    _screens, scene, seat = told("first-talks")
    go = Control("next", "what came next", Go(Place("desk")), default=True)
    screen = Screen("Turn 1", BLOCKS, (go,))
    for kind in itertools.product(SIZES, (LIGHT, DARK), SCALES):
        sheet = paper(*kind)
        ops = reveal(Frame(screen, "reveal", scene, seat), sheet, whole(sheet))
        assert wrong(ops, sheet, whole(sheet)) == [], kind
        way_on = next(one.at for one in placed(ops) if one.spot.id == "next")
        assert way_on.x > sheet.width / 2 and way_on.bottom > sheet.height * 0.8


BLOCKS: tuple[Block, ...] = (
    Accord(
        "The quiet river", "promise",
        (Party("host", "Lowland", "signed"), Party("neighbour", "Overriver"),
         Party("sponsor", "Highland", "refused", "wants more"),
         Party("host", "Lowland", "unratified")),
        (("host", "Lowland keeps the radar where it is.", "done"),
         ("", "Nobody raises a toll.", "broken"), ("neighbour", "Overriver pays 2.", "new")),
        True, "signed in turn 1, binds from turn 2",
    ),
    Change("Tension", "6", "4", -1, 1, ("Lowland: Reassure",), "tension", "gauge"),
    Change("The radar on the northern hill", "planned and paid for", "working every day", 1, -1),
    Deed("host", "Lowland orders a step on.", ("It had promised to.",),
         (("neighbour", "Overriver"), ("sponsor", "Highland")), "trouble"),
    Chart("Tension", ("start", "1", "2", "3"),
          (Series("Here", (3, 4, None, 2), "host"), Series("In history", (3, 5, 6, 7), "", True),
           Series("Lowland's view", (3, 4, 4, 2), "sponsor")),
          0, 10, (("calm", 0), ("crisis", 8)), ((1, "signed"), (1, "broken"), (2, "kept"))),
    Matrix("Trust", (("host", "Lowland"), ("neighbour", "Overriver"), ("sponsor", "Highland")),
           ((None, -2, 3), (-2, None, 0), (3, 0, None)), -5, 5,
           ((None, -1, 3), (-1, None, 0), (3, 0, None)), True),
    Ballots("Condemn the toll", "adopted", True,
            (("yes", (("host", "Lowland"), ("sponsor", "Highland"))),
             ("no", (("neighbour", "Overriver"),)), ("abstain", ())), "proposed by Lowland"),
    Figures((Figure("Capital", "4", "coins"), Figure("Support at home", "5–6", "house", "of 10"),
             Figure("Points if it ended now", "-12", "target", tone="trouble"))),
    Grid(("now", "last turn", ""), (("3", "+1", "Trust of Overriver in Lowland"),), "At home"),
)  # fmt: skip


@pytest.mark.parametrize("wide", [440.0, 760.0, 1240.0])
@pytest.mark.parametrize("scale", [1.0, 1.75])
def test_every_kind_of_block_keeps_to_its_column(wide: float, scale: float) -> None:
    _screens, scene, _seat = told("first-talks")
    for theme in (LIGHT, DARK):
        sheet = paper(SIZES[0], theme, scale)
        for body in (28, 40) if wide > 500 else (28,):
            hand = Hand(sheet, cast_of(scene), body=body)
            for each in BLOCKS:
                drawn = block(hand, each, wide)
                assert wrong(drawn.ops, sheet, Rect(0, 0, wide, drawn.height)) == [], each


def test_a_hand_over_shows_nothing_but_who_plays_next() -> None:
    screens, scene, seat = told("first-talks")
    show = Control("show", "show my desk", Go(Place("desk")), default=True, actor=seat)
    pin = Control("pin", "PIN", Fill(Place("desk"), "pin", "Your PIN", "secret"), "field")
    for screen in (Screen("Your turn", (), (show,)), Screen("Your turn", (), (pin, show))):
        for kind in itertools.product(SIZES, (LIGHT, DARK), SCALES):
            sheet = paper(*kind)
            at = Rect(0, 0, sheet.width, sheet.height)
            ops = curtain(Frame(screen, "curtain", scene), sheet, at)
            assert wrong(ops, sheet, at) == [], kind
            assert said_of(ops) == [control.id for control in screen.controls]
    said = " ".join(line for op in every(ops) if isinstance(op, Text) for line in op.lines)
    assert scene.plates[0].name in said and "Capital" not in said


def test_the_start_shows_scenarios_as_cards_and_a_dialog_its_choices() -> None:
    controls = (
        *(Control(f"s{n}", f"Scenario {n}", Go(Place("x")), "choice", "A river, a radar, a toll.",
                  "90 minutes", heading="Scenarios", icon="map", default=not n) for n in range(5)),
        *(Control(f"p{n}", f"Seat {n}", Go(Place("x")), "field", "", "a person", heading="Seats")
          for n in range(6)),
        Control("start", "start the game", Go(Place("x")), enabled=False, why_not="choose a seat"),
        Control("quit", "Leave", Leave("quit"), "back"),
    )  # fmt: skip
    screen = Screen("Modus Vivendi", (), controls)
    for kind in itertools.product(SIZES, (LIGHT, DARK), SCALES):
        sheet = paper(*kind)
        at = Rect(0, 0, sheet.width, sheet.height)
        ops = title(Frame(screen, "title", None, "", None, NOTICES), sheet, at)
        assert wrong(ops, sheet, at) == [], kind
        assert said_of(ops) == [control.id for control in controls]
        ops = dialog("Settings", BLOCKS[-2:], controls[5:], sheet)
        assert wrong(ops, sheet, at) == [], kind
        assert said_of(ops) == [control.id for control in controls[5:]]
