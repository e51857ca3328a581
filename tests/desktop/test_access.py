"""What a screen reader is told and may do: the tree as data, and in AccessKit's own words."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from game import loading
from game.desktop.access import ROLES, Access
from game.desktop.ops import Rect
from game.desktop.tree import tree
from game.screens.build import build
from game.screens.eyes import DESK, look
from game.screens.model import Place
from game.screens.staging import scene_of
from game.session.source import Clock, Frame, Notice
from game.table.words import words_of
from tests.screens.test_screens import crawl, mid_game


@pytest.fixture(scope="module", params=["first-talks", "thaad-2016"])
def frames(request: pytest.FixtureRequest) -> list[Frame]:
    """Every screen of a seat in mid-game, over its board."""
    table = mid_game(loading.load(request.param))
    seat = table.scenario.players[0]
    scene = scene_of(look(table, seat, words_of(table.scenario)))
    return [Frame(screen, scene=scene, seat=seat) for _place, screen in crawl(table, seat)]


def desk_frame(**more: object) -> Frame:
    table = mid_game(loading.load("first-talks"))
    eyes = look(table, "host", words_of(table.scenario))
    return Frame(build(eyes, DESK), scene=scene_of(eyes), seat="host", **more)  # type: ignore[arg-type]


def test_every_control_can_be_found_and_done(frames: list[Frame]) -> None:
    for frame in frames:
        nodes = {node.key: node for node in tree(frame, {}).nodes()}
        for control in frame.screen.controls:
            node = nodes[f"control:{control.id}"]
            assert control.label[:1].upper() + control.label[1:] in node.label
            assert ("click" in node.actions) == control.enabled == (not node.disabled)
            if not control.enabled:
                assert control.why_not in node.description


def test_keys_are_one_of_a_kind_and_nothing_is_without_a_role(frames: list[Frame]) -> None:
    for frame in frames:
        nodes = list(tree(frame, {}).nodes())
        assert len({node.key for node in nodes}) == len(nodes)
        assert {node.role for node in nodes} <= set(ROLES)
        assert all(node.label or node.children or node.role in ("cell", "head") for node in nodes)


def test_what_the_board_shows_is_told() -> None:
    frame = desk_frame()
    assert frame.scene is not None
    told = [f"{node.label} {node.value}" for node in tree(frame, {}).nodes()]
    for card in frame.scene.cards:
        assert any(card.name in line and card.options[card.now] in line for line in told)
    for plate in frame.scene.plates:
        assert any(plate.name in line for line in told)
    tension = next(node for node in tree(frame, {}).nodes() if node.role == "meter")
    assert tension.number is not None and tension.number[1] <= tension.number[0]


def test_what_is_new_is_said_unasked() -> None:
    frame = desk_frame(
        notices=(Notice("Ordered: Reassure"), Notice("Refused: too costly", "trouble")),
        clock=Clock(until=60.0, guard="End after this turn."),
    )
    live = {node.label: node.live for node in tree(frame, {}, clock="1:00").nodes() if node.live}
    assert live["Ordered: Reassure"] == "polite"
    assert live["Refused: too costly"] == "assertive"
    assert live["End after this turn."] == "polite"


def test_the_focus_is_a_control_or_the_window() -> None:
    frame = desk_frame()
    assert tree(frame, {}, "board").focus == "control:board"
    assert tree(frame, {}, "nothing like it").focus == "window"


def test_a_number_and_a_text_of_every_block_is_told() -> None:
    table = mid_game(loading.load("thaad-2016"))
    eyes = look(table, "rok", words_of(table.scenario))
    frame = Frame(build(eyes, Place("sheet")))
    told = " ".join(node.label for node in tree(frame, {}).nodes())
    assert eyes.view.sheet is not None
    assert eyes.view.sheet.brief.split(".")[0].strip() in told


def test_accesskit_takes_the_tree_and_hands_back_what_was_chosen(frames: list[Frame]) -> None:
    kit = pytest.importorskip("accesskit")
    woken: list[bool] = []
    side = Access(kit, lambda: woken.append(True))
    for frame in frames:
        first = frame.screen.controls[0]
        side.show(tree(frame, {first.id: Rect(10, 20, 30, 40)}, first.id))
        update = side.update()
        numbers = [number for number, _node in update.nodes]
        assert len(numbers) == len(set(numbers)) > 5
        assert update.focus in numbers
        node = dict(update.nodes)[update.focus]
        assert node.role == kit.Role.BUTTON or node.role == kit.Role.TEXT_INPUT
        assert (node.bounds.x1, node.bounds.y1) == (40, 60)
        side._act(SimpleNamespace(target=update.focus, action=kit.Action.CLICK))
        assert side.asked.pop() == ("click", first.id) and woken


def test_a_node_keeps_its_number_from_frame_to_frame() -> None:
    kit = pytest.importorskip("accesskit")
    side = Access(kit, lambda: None)
    side.show(tree(desk_frame(), {}, "board"))
    before = side.update().focus
    side.show(tree(desk_frame(notices=(Notice("Something"),)), {}, "board"))
    assert side.update().focus == before
