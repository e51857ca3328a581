"""What a screen reader is told and may do: the tree as data, and in AccessKit's own words."""

from __future__ import annotations

from collections import deque
from types import SimpleNamespace

import pygame
import pytest

from game import loading
from game.desktop.access import ROLES, Access
from game.desktop.app import App
from game.desktop.cards import keys_listed
from game.desktop.entry_card import DOT
from game.desktop.ops import Rect
from game.desktop.reader import Reader
from game.desktop.tree import Node, Tree, tree
from game.desktop.walker import key, texted
from game.screens.build import build
from game.screens.eyes import DESK, look
from game.screens.model import Control, Fill, Place
from game.screens.staging import scene_of
from game.session.source import Clock, Frame, Notice
from game.table.words import words_of
from tests.desktop.conftest import Opened
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


# ---------------------------------------------------------------------- cards


class Ear:
    """What a screen reader hears of a window, and what it asks of it."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.asked: deque[tuple[str, str]] = deque()
        self.told = tree(app.frame, {})
        app.reader = Reader(self)  # type: ignore[arg-type]
        app.step(())

    def show(self, told: Tree) -> None:
        self.told = told

    def focused(self, has_focus: bool) -> None:
        """The window got the focus, or lost it."""

    def ask(self, kind: str, label: str) -> None:
        """Ask for the first thing that is called so."""
        found = next(node for node in self.told.nodes() if node.label.startswith(label))
        assert kind in found.actions
        self.asked.append((kind, found.key.removeprefix("control:")))
        self.app.step(())

    def nodes(self, role: str) -> list[Node]:
        return [node for node in self.told.nodes() if node.role == role]


def test_a_card_is_told_with_its_buttons_and_they_are_chosen(opened: Opened) -> None:
    ear = Ear(opened())
    ear.app.step(key(pygame.K_F3))
    (card,) = ear.nodes("dialog")
    assert card.label == "Keys" and card.modal and ear.told.focus == card.key
    told = [node.label for node in ear.nodes("paragraph")]
    assert all(f"{name}: {does}" in told for name, does in keys_listed())
    assert [node.label for node in ear.nodes("button")] == ["Back to the game"]
    ear.ask("focus", "Back to the game")
    assert ear.told.focus == "control:card:close"
    ear.ask("click", "Back to the game")
    assert not ear.app.over.open and not ear.nodes("dialog")


def test_settings_are_set_by_a_screen_reader(opened: Opened) -> None:
    ear = Ear(opened())
    ear.app.step(key(pygame.K_F2))
    ear.ask("click", "Colours: light")
    assert ear.app.options.theme == "dark"
    labels = [node.label for node in ear.nodes("button")]
    assert "Colours: dark" in labels and len(set(labels)) == len(labels)
    assert all(node.bounds is not None and node.bounds.w > 0 for node in ear.nodes("button"))
    ear.ask("click", "Keys")
    assert ear.nodes("dialog")[0].label == "Keys"


def test_the_help_and_what_went_wrong_are_told(opened: Opened) -> None:
    ear = Ear(opened())
    ear.app.step(key(pygame.K_F1))
    assert ear.nodes("dialog")[0].label == ear.app.frame.screen.title
    assert ear.app.frame.screen.help.split(".")[0] in ear.nodes("dialog")[0].description
    ear.app.over.complain("The disk is full.", final=False)
    ear.app.look()
    ear.app.step(())
    assert ear.nodes("dialog")[0].description == "The disk is full."


@pytest.mark.parametrize(
    ("kind", "role", "value"), [("text", "field", "1234"), ("secret", "secret", 4 * DOT)]
)
def test_a_field_is_told_with_what_is_typed(
    opened: Opened, kind: str, role: str, value: str
) -> None:
    ear = Ear(opened())
    fill = Fill(Place("typed"), "line", "Your word", kind)  # type: ignore[arg-type]
    ear.app.act(Control("ask", "Ask", fill))
    ear.app.step(texted("1234"))
    (field,) = ear.nodes(role)
    assert (field.label, field.value) == ("Your word", value) and ear.told.focus == field.key
    assert "1234" in field.value or "1234" not in repr(ear.told)
    assert [node.label for node in ear.nodes("button")] == ["Done", "Leave it"]
    ear.ask("click", "Leave it")
    assert not ear.app.over.open


def test_accesskit_takes_a_card(opened: Opened) -> None:
    kit = pytest.importorskip("accesskit")
    ear = Ear(opened())
    ear.app.step(key(pygame.K_F2))
    side = Access(kit, lambda: None)
    side.show(ear.told)
    update = side.update()
    assert dict(update.nodes)[update.focus].role == kit.Role.DIALOG
    assert dict(update.nodes)[update.focus].is_modal
