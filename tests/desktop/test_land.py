"""The map: north is up, neighbours touch, what matters is large, and it is drawn as asked."""

from __future__ import annotations

import os
from collections import Counter

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import data
from game.desktop.crop import view_of
from game.desktop.land import land
from game.desktop.lens import EAST, NORTH, dots, land_at, on_map, place, rings, shares
from game.desktop.ops import WHOLE, Rect
from game.desktop.theme import DARK, LIGHT, Theme

BOARD = Rect(0, 0, 1400, 800)
SEOUL, PYONGYANG, TOKYO = (37.5, 127.0), (39.0, 125.8), (35.7, 139.7)
BEIJING, WASHINGTON, SINGAPORE = (39.9, 116.4), (38.9, -77.0), (1.35, 103.8)
GUAM, HAWAII, KHABAROVSK, SENDAI = (13.4, 144.8), (21.3, -157.9), (48.5, 135.1), (38.3, 140.9)
OCEAN = (30.0, 170.0)


@given(
    st.floats(NORTH.low, NORTH.high), st.floats(NORTH.low, NORTH.high),
    st.floats(EAST.low, EAST.high), st.floats(EAST.low, EAST.high),
)  # fmt: skip
def test_north_stays_up_and_east_stays_right(
    lat: float, other_lat: float, lon: float, other_lon: float
) -> None:
    here, there = EAST.share(lon), EAST.share(other_lon)
    assert (lon > other_lon) <= (here >= there)
    assert (lat > other_lat) <= (NORTH.share(lat) >= NORTH.share(other_lat))
    assert 0 <= here <= 1


def test_no_degree_is_lost_and_places_go_on_beyond_the_antimeridian() -> None:
    for axis in (EAST, NORTH):
        steps = [
            axis.share(at / 2 + 0.5) - axis.share(at / 2)
            for at in range(int(axis.low * 2), int(axis.high * 2))
        ]
        assert 0 < max(steps) < 9 * min(steps)
    assert shares(20, 179.9)[0] < shares(20, -179.9)[0] < shares(*HAWAII)[0]


def test_what_lies_at_stake_is_on_the_map_and_the_other_side_of_the_globe_is_not() -> None:
    shown = (SEOUL, PYONGYANG, TOKYO, BEIJING, WASHINGTON, SINGAPORE, GUAM, HAWAII, KHABAROVSK)
    assert all(on_map(*at) for at in shown)
    assert not any(on_map(*at) for at in ((51.5, -0.1), (55.7, 37.6), (47.2, 13.1), (-75.0, 100.0)))
    x, y = place(*GUAM, Rect(100, 50, 1400, 800))
    assert 100 < x < 1500 and 50 < y < 850


def test_a_place_is_found_in_its_land_and_an_island_by_its_dot() -> None:
    assert land_at(*TOKYO) == land_at(*SENDAI) == "392"
    assert land_at(*SEOUL) == "410" and land_at(*PYONGYANG) == "408"
    assert land_at(*BEIJING) == "156" and land_at(*KHABAROVSK) == "643"
    assert land_at(*GUAM) == land_at(*HAWAII) == land_at(*WASHINGTON) == "840"
    assert land_at(22.3, 114.2) == "156"
    assert land_at(47.2, 13.1) == ""


def test_the_crowded_peninsula_is_large_enough_to_be_read() -> None:
    points = [point for ring in rings() if ring.land == "410" for point in ring.points]
    wide = (max(x for x, _ in points) - min(x for x, _ in points)) * BOARD.w
    high = (max(y for _, y in points) - min(y for _, y in points)) * BOARD.h
    assert wide >= 55 and high >= 90


def test_a_border_is_one_line_for_both_who_share_it() -> None:
    sides: Counter[frozenset[tuple[float, float]]] = Counter()
    lands: dict[frozenset[tuple[float, float]], set[str]] = {}
    for ring in rings():
        for a, b in zip(ring.points, ring.points[1:] + ring.points[:1], strict=True):
            sides[frozenset((a, b))] += 1
            lands.setdefault(frozenset((a, b)), set()).add(ring.land)
    shared = Counter(frozenset(each) for each in lands.values() if len(each) > 1)
    for pair, least in ((("410", "408"), 4), (("156", "408"), 10), (("156", "643"), 20)):
        assert shared[frozenset(pair)] >= least, pair
    assert max(sides.values()) == 2


def test_the_map_is_small_and_says_where_it_comes_from() -> None:
    folder = data.folder("assets") / "map"
    assert (folder / "lens.json").stat().st_size < 80_000
    note = (folder / "SOURCE.md").read_text(encoding="utf-8")
    for part in (
        "Natural Earth",
        "public",
        "world-atlas",
        "2.0.2",
        "not a statement on boundaries",
    ):
        assert part in note
    assert {dot.name for dot in dots()} == {"Hawaii", "Guam"}


def colour(picture: pygame.Surface, at: tuple[float, float]) -> tuple[int, int, int]:
    """What is drawn at a place."""
    x, y = place(*at, Rect(0, 0, *picture.get_size()))
    r, g, b, _ = picture.get_at((int(x), int(y)))
    return r, g, b


def far(one: tuple[int, int, int], other: tuple[int, int, int]) -> int:
    """How much two colours differ."""
    return sum(abs(a - b) for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_the_lands_of_actors_are_tinted_and_all_others_are_alike(theme: Theme) -> None:
    fills = ((*SEOUL, "#56b4e9"), (*BEIJING, "#e69f00"), (47.2, 13.1, "#009e73"))
    picture = land((700, 400), theme, fills)
    plain = land((700, 400), theme)
    sea = pygame.Color(theme["sea"])
    assert far(colour(picture, OCEAN), (sea.r, sea.g, sea.b)) < 9
    for tinted in ((36.5, 128.2), (30.0, 105.0)):
        assert far(colour(picture, tinted), colour(plain, tinted)) > 40
    assert colour(picture, (-25.0, 135.0)) == colour(plain, (-25.0, 135.0))
    assert colour(plain, (30.0, 105.0)) == colour(plain, (-25.0, 135.0))


def test_corners_are_round_and_any_size_can_be_drawn() -> None:
    picture = land((300, 170), LIGHT, radius_px=12)
    assert picture.get_at((0, 0)).a == 0 and picture.get_at((299, 169)).a == 0
    assert picture.get_at((150, 0)).a == 255 and picture.get_at((12, 12)).a == 255
    assert land((300, 170), LIGHT).get_at((0, 0)).a == 255
    for size in ((1, 1), (40, 900), (0, 0)):
        assert land(size, DARK, radius_px=50).get_size() == tuple(max(1, n) for n in size)


PLACES = (SEOUL, PYONGYANG, TOKYO, BEIJING, WASHINGTON, (43.1, 131.9))


@given(st.floats(240, 2400), st.floats(240, 1600), st.permutations(PLACES), st.integers(1, 6))
def test_a_land_keeps_its_shape_in_any_box_and_actors_lie_in_it(
    wide: float, high: float, order: list[tuple[float, float]], count: int
) -> None:
    box = Rect(30, 40, wide, high)
    view = view_of(order[:count], box)
    north, south, west, east = (
        place(38.6, 127.0, box, view), place(34.3, 127.0, box, view),
        place(36.0, 126.1, box, view), place(36.0, 129.5, box, view),
    )  # fmt: skip
    true = (shares(34.3, 127)[1] - shares(38.6, 127)[1]) * BOARD.h
    true /= (shares(36, 129.5)[0] - shares(36, 126.1)[0]) * BOARD.w
    assert (south[1] - north[1]) / (east[0] - west[0]) == pytest.approx(true, rel=0.081)
    for at in order[:count]:
        x, y = place(*at, box, view)
        assert box.x < x < box.right and box.y < y < box.bottom


def test_a_map_with_no_places_shows_all_and_a_view_shows_a_part() -> None:
    assert view_of((), BOARD) == WHOLE == view_of(((),), BOARD)
    view = view_of((SEOUL, TOKYO), BOARD)
    assert 0 < view.w < 0.7 and view.holds(Rect(*shares(*SEOUL), 0, 0), 0)
    part = land((700, 400), LIGHT, ((*TOKYO, "#56b4e9"),), view=view)
    x, y = place(36.2, 138.5, Rect(0, 0, 700, 400), view)
    inside = part.get_at((int(x), int(y)))
    assert far((inside.r, inside.g, inside.b), colour(land((700, 400), LIGHT), (36.2, 138.5))) > 40
