"""The board as a picture: nothing leaves its box, nothing lies on another thing, all is legible."""

from __future__ import annotations

from functools import cache
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from pygame import Color, Surface

from game.bots.play import bots_for, open_turn, play_turn
from game.desktop import board, header
from game.desktop.fonts import Letters
from game.desktop.layers import Layers, spent
from game.desktop.lens import dots, land_at, rings
from game.desktop.ops import Box, Emblem, Icon, Land, Live, Op, Page, Rect, Spot, Text
from game.desktop.options import Options
from game.desktop.placing import settle
from game.desktop.routes import routes
from game.desktop.theme import DARK, LIGHT, Theme
from game.loading import load
from game.screens import staging
from game.screens.build import SCREENS
from game.screens.eyes import look
from game.screens.model import Gauge, Go, Screen
from game.screens.scene import Assent, Card, Plate, Relation, Scene
from game.session.source import Clock, Frame, Layout
from game.table.table import Table
from game.table.words import words_of
from tests.desktop.drawn import every, wrong

SIZES = ((1280, 720), (1920, 1080), (3840, 2160))
PAGES = [
    (size, theme, scale)
    for size in SIZES
    for theme in (LIGHT, DARK)
    for scale in (1.0, 1.75)
    if size == (1920, 1080) or theme is LIGHT
]
PAGES += [((1024, 768), LIGHT, 1.0), ((1366, 768), DARK, 1.25), ((1920, 1080), LIGHT, 1.5)]


@cache
def letters(k: float) -> Letters:
    return Letters(k)


@cache
def played(name: str, turns: int) -> Table:
    it = load(name)
    table = Table.open(it, 3, dict.fromkeys(it.players, "bot:greedy"))
    bots = bots_for(it, "mixed:0.3", 3)
    for _turn in range(turns):
        play_turn(table, bots)
    open_turn(table, bots)
    return table


@cache
def scene(name: str, turns: int, seat: str, skin: str = "") -> Scene:
    table = played(name, turns)
    return staging.scene_of(look(table, seat, words_of(table.scenario, skin)))


def page(size: tuple[int, int] = (1920, 1080), theme: Theme = LIGHT, scale: float = 1.0) -> Page:
    k = min(size[0] / 1920, size[1] / 1080)
    return Page(size[0] / k, size[1] / k, theme, letters(k), scale)


def frame(of: Scene, seat: str = "", layout: Layout = "panel") -> Frame:
    return Frame(Screen("The desk", (), ()), layout, of, seat, Clock(left=402))


def room(on: Page, layout: Layout = "panel") -> Rect:
    """What the board gets of a page: at large letters the panel takes half of it."""
    at = Rect(0, header.HEADER, on.width, on.height - header.HEADER - header.NEWS)
    if layout == "board":
        return at
    at, beside = at.inset(20), min(500 * on.scale, on.width / 2)
    return Rect(at.x, at.y, at.w - beside - 20, at.h)


def drawn(of: Scene, on: Page, seat: str = "", layout: Layout = "panel") -> tuple[Op, ...]:
    draw = board.projector if layout == "board" else board.board
    return draw(frame(of, seat, layout), on, room(on, layout))


def named(ops: tuple[Op, ...]) -> str:
    return " ".join(" ".join(op.lines) for op in every(ops) if isinstance(op, Text))


def plates(ops: tuple[Op, ...]) -> list[Rect]:
    """The outlines of plates: boxes with a strong edge and the square emblem in them."""
    ops = tuple(every(ops))
    squares = [op.at for op in ops if isinstance(op, Emblem) and not op.round]
    edges = [op.at for op in ops if isinstance(op, Box) and not op.fill and op.edge == "line"]
    return [edge for edge in edges if any(edge.holds(square) for square in squares)]


@pytest.mark.parametrize(("size", "theme", "scale"), PAGES)
@pytest.mark.parametrize(
    ("name", "turns", "seat", "skin"),
    [
        ("first-talks", 0, "host", ""), ("first-talks", 2, "", ""),
        ("thaad-2016", 3, "rok", ""), ("thaad-2016", 4, "", ""),
        ("thaad-2016", 3, "usa", "lantern"),
    ],
)  # fmt: skip
def test_a_game_is_drawn_soundly(
    name: str, turns: int, seat: str, skin: str, size: tuple[int, int], theme: Theme, scale: float
) -> None:
    it, on = scene(name, turns, seat, skin), page(size, theme, scale)
    layout: Layout = "panel" if seat else "board"
    ops = drawn(it, on, seat, layout)
    assert wrong(ops, on) == []
    assert len(plates(ops)) == sum(plate.is_player for plate in it.plates)
    for one, other in combinations(plates(ops), 2):
        assert not one.overlaps(other)


@pytest.mark.parametrize("scale", [1.0, 1.3, 1.75])
def test_the_header_and_the_news_are_drawn_soundly(scale: float) -> None:
    on = page(scale=scale)
    bar = replace(on, width=on.width - 148)
    clocks = (None, Clock(left=60), Clock(left=60, paused=True), Clock(guard="Debrief is near."))
    for clock in clocks:
        for name in ("first-talks", "thaad-2016"):
            shown = replace(frame(scene(name, 2, "")), clock=clock)
            assert wrong(header.header(shown, bar), bar) == []
            assert wrong(header.news(shown, on), on) == []


def test_the_header_says_turn_date_phase_and_clock() -> None:
    on = page()
    ops = header.header(frame(scene("first-talks", 2, "")), on)
    said = named(ops)
    assert "Turn 3 of 4 July 2031" in said
    assert [word for word in ("Briefing", "Negotiation", "Reveal") if word in said] == [
        "Briefing", "Negotiation", "Reveal",
    ]  # fmt: skip
    yellow = [op for op in ops if isinstance(op, Text) and op.on == "now"]
    assert [op.lines for op in yellow] == [("Negotiation",)]
    clocks = [op for op in ops if isinstance(op, Live)]
    assert len(clocks) == 1 and clocks[0].size >= 44


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.75])
def test_a_clock_that_ran_out_says_so_in_the_colours_of_trouble(scale: float) -> None:
    layers = Layers((1280, 720), Options(size=(1280, 720), scale=scale))
    shown = frame(scene("first-talks", 2, ""), layout="board")
    for clock, words in (
        (Clock(until=1000.0), "06:40"), (Clock(until=600.0), "time is up"),
        (Clock(until=500.0), "time is up"), (Clock(left=402, paused=True), "06:42"),
    ):  # fmt: skip
        layers.show(replace(shown, clock=clock))
        live, said = next(each for each in layers.lives(600.0) if each[0].kind == "clock")
        assert said == words
        assert live.ink == ("trouble" if words == "time is up" else "on_navy")
        assert layers.page.type.width(said, live.size, "bold") <= live.at.w and live.size >= 24
    assert "paused" in named(layers.ops)
    surface = Surface((1280, 720))
    layers.painter.live(surface, spent(layers.page, live), "time is up")
    middle = [int(n * layers.painter.scale) for n in (live.at.x + 14, live.at.centre[1])]
    assert surface.get_at((middle[0], middle[1]))[:3] == Color(LIGHT["card"])[:3]


@pytest.mark.parametrize("scale", [1.0, 1.5, 1.75])
def test_a_warning_for_the_debrief_is_read_in_full_beside_the_news(scale: float) -> None:
    on, guard = page(scale=scale), "The time that is set aside for the debrief is running. " * 2
    for said in (guard[:56].strip(), guard.strip()):
        it = replace(frame(scene("first-talks", 2, "")), clock=Clock(left=60, guard=said))
        ops = header.news(it, on)
        assert said in named(ops) and wrong(ops, on) == []
        texts = [op for op in ops if isinstance(op, Text) and op.ink == "trouble"]
        news = next(op for op in ops if isinstance(op, Live))
        assert texts[0].at.right < news.at.x and news.at.w > 150


def test_letters_of_the_present_value_are_large() -> None:
    ops = drawn(scene("thaad-2016", 3, "rok"), page(), "rok")
    now = [op for op in every(ops) if isinstance(op, Text) and op.on == "now"]
    assert now and all(op.size >= 44 for op in now)


def test_a_seats_board_leads_on_and_a_public_one_does_not() -> None:
    it = scene("thaad-2016", 3, "rok")
    spots = [op for op in every(drawn(it, page(), "rok")) if isinstance(op, Spot)]
    places = [s.control.action.to for s in spots if s.control and isinstance(s.control.action, Go)]
    assert {card.id for card in it.cards} <= {place.of for place in places}
    assert {place.screen for place in places} <= SCREENS.keys()
    public = drawn(scene("thaad-2016", 3, ""), page(), "", "board")
    assert not [op for op in every(public) if isinstance(op, Spot)]


def test_a_projector_lists_the_agreements_in_force() -> None:
    it = scene("thaad-2016", 4, "")
    ops = drawn(it, page(), "", "board")
    assert it.accords and it.accords[0].name in named(ops)


def test_the_map_says_what_it_is_and_a_skin_stands_on_none() -> None:
    says = "schematic, not a statement on boundaries"
    assert says in named(drawn(scene("thaad-2016", 3, "rok"), page(), "rok"))
    assert says not in named(drawn(scene("thaad-2016", 3, "usa", "lantern"), page(), "usa"))
    table = replace(page(), table=True)
    assert says not in named(drawn(scene("thaad-2016", 3, "rok"), table, "rok"))


def invented(players: int, issues: int, gauges: int) -> Scene:
    """A scene of any size, with long names."""
    ids = [f"p{n}" for n in range(players)]
    bonds = ("close", "friendly", "strained", "hostile")
    return Scene(
        title="Anything", turn=12, of="20", date="September 2031", phases=(),
        gauges=tuple(
            Gauge(f"g{n}", f"Confidence of the public {n}", 3 * n, 0, 10 + 15 * n, "middling",
                  (("low", 0), ("middling", 3), ("astonishingly high", 8)), was=2)
            for n in range(gauges)
        ),
        plates=tuple(
            Plate(id, f"The Confederation of {id}", id.upper(), "sky", "star", is_player=True,
                  by="person", player="Maximiliane", locked=n % 2 == 0, note="ended its turn",
                  own=n == 0)
            for n, id in enumerate(ids)
        ),
        relations=tuple(
            Relation(one, other, bonds[n % 4], n % 4, "Trust")
            for n, (one, other) in enumerate(combinations(ids, 2))
        ),
        cards=tuple(
            Card(f"i{n}", f"The future of the common fishing grounds, part {n}",
                 tuple(f"option {k} of many" for k in range(2 + n % 6)), n % 2, 0, n % 3 > 0,
                 on=tuple(Assent(id, id, k == 0) for k, id in enumerate(ids[: 1 + n % 5])),
                 needs=("all", "any", "2 of 3", "The General Assembly")[n % 4], minds=n % 3)
            for n in range(issues)
        ),
        borderless=True,
    )  # fmt: skip


@pytest.mark.parametrize("scale", [1.0, 1.75])
@pytest.mark.parametrize("players", [2, 5, 10])
@pytest.mark.parametrize(("issues", "gauges"), [(1, 0), (5, 2), (12, 4)])
def test_any_number_of_things_is_drawn_soundly(
    players: int, issues: int, gauges: int, scale: float
) -> None:
    it, on = invented(players, issues, gauges), page(scale=scale)
    for layout in ("panel", "board"):
        ops = drawn(it, on, "p0" if layout == "panel" else "", layout)
        assert wrong(ops, on) == []
        found = plates(ops)
        assert len(found) == players
        assert not any(one.overlaps(other) for one, other in combinations(found, 2))


def test_dots_are_called_by_their_names_where_nothing_covers_them() -> None:
    on = page()
    ops = drawn(scene("thaad-2016", 3, "rok"), on, "rok")
    names = {dot.name for dot in dots()}
    labels = [op for op in every(ops) if isinstance(op, Text) and op.lines[0] in names]
    assert labels
    assert not any(op.at.overlaps(plate) for op in labels for plate in plates(ops))


def test_the_note_lies_at_the_edge_of_the_map_on_no_land_of_an_actor() -> None:
    for seat, layout in (("rok", "panel"), ("", "board")):
        ops = drawn(scene("thaad-2016", 3, seat), page(), seat, layout)  # type: ignore[arg-type]
        map_ = next(op for op in every(ops) if isinstance(op, Land))
        note = next(op for op in every(ops) if isinstance(op, Text) and "schematic" in op.lines[0])
        assert len(note.lines) == 1 and map_.at.bottom - note.at.bottom < 20
        reached = [
            (x, y)
            for ring in rings()
            if ring.land in {land_at(lat, lon) for lat, lon, _colour in map_.fills}
            for x, y in (
                (map_.at.x + (x - map_.view.x) / map_.view.w * map_.at.w,
                 map_.at.y + (y - map_.view.y) / map_.view.h * map_.at.h)
                for x, y in ring.points
            )
            if note.at.holds(Rect(x, y, 0, 0), 0)
        ]  # fmt: skip
        assert reached == []


def test_badges_of_relations_lie_on_no_plate() -> None:
    ops = drawn(scene("thaad-2016", 3, "rok"), page(), "rok")
    icons = {"handshake", "link", "triangle-alert", "x"}
    badges = [
        op.at
        for op in ops
        if isinstance(op, Icon) and op.name in icons and op.at.w < 30 and op.on == "card"
    ]
    assert badges
    assert not any(at.overlaps(plate) for at in badges for plate in plates(ops))
    assert not any(one.overlaps(other) for one, other in combinations(badges, 2))


def test_a_line_goes_round_a_plate_that_lies_between_and_apart_from_another_line() -> None:
    places = (
        ("a", Rect(100, 200, 200, 80)), ("b", Rect(450, 200, 200, 80)),
        ("c", Rect(800, 200, 200, 80)),
    )  # fmt: skip
    room = Rect(0, 0, 1100, 500)
    found = routes((("a", "b"), ("a", "c"), ("c", "a")), places, room, ())
    hidden = places[1][1]
    for path, badge in found[1:]:
        assert not any(hidden.holds(Rect(x, y, 0, 0), 0) for x, y in path)
        assert badge is not None and not badge.overlaps(hidden) and room.holds(badge)
    middles = [path[len(path) // 2] for path, _badge in found]
    assert abs(middles[1][1] - middles[2][1]) > 40


def test_the_map_has_most_of_the_board_with_many_issues() -> None:
    for seat, layout in (("rok", "panel"), ("", "board")):
        on = page()
        ops = drawn(scene("thaad-2016", 3, seat), on, seat, layout)  # type: ignore[arg-type]
        map_ = next(op for op in every(ops) if isinstance(op, Land))
        assert map_.at.h >= 0.5 * room(on, layout).h  # type: ignore[arg-type]


@given(
    st.lists(st.tuples(st.floats(60, 300), st.floats(40, 90)), min_size=1, max_size=6),
    st.lists(st.tuples(st.floats(0, 1400), st.floats(0, 700)), min_size=6, max_size=6),
)
def test_boxes_find_places_that_share_nothing(
    sizes: list[tuple[float, float]], anchors: list[tuple[float, float]]
) -> None:
    area, kept = Rect(0, 0, 1400, 700), (Rect(300, 600, 500, 100),)
    placed = settle(tuple(sizes), tuple(anchors[: len(sizes)]), area, kept, 20)
    assert placed is not None
    for one, (wide, high) in zip(placed, sizes, strict=True):
        assert (one.w, one.h) == (wide, high) and area.holds(one)
        assert not one.inset(0.01).overlaps(kept[0])
    assert not any(a.inset(-9.9).overlaps(b) for a, b in combinations(placed, 2))


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
@pytest.mark.parametrize("seat", ["rok", "usa", "australia"])
def test_no_legend_covers_what_the_map_is_not(seat: str, size: tuple[int, int]) -> None:
    on = page(size)
    ops = drawn(scene("regional-shield-2014", 1, seat), on, seat)
    texts = {op.lines[0]: op for op in every(ops) if isinstance(op, Text)}
    (said,) = [op for text, op in texts.items() if text.startswith("schematic")]
    (close,) = [box for box in every(ops) if isinstance(box, Box) and _holds(box, texts["Trust"])]
    assert not said.at.overlaps(close.at)


def _holds(box: Box, text: Text) -> bool:
    """Whether a box is the small one around a text."""
    return box.at.w < 400 and box.at.overlaps(text.at)
