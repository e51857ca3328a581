"""What flows down a column: pieces of a picture with a height, stacked and set side by side.

A piece is drawn at the origin and moved to its place. A :class:`Hand` holds what all pieces of a
column share: letters, the ground they stand on, how large the running text is, who the actors are.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from msgspec.structs import replace

from game.desktop.ops import (
    Align,
    Box,
    Emblem,
    Icon,
    Op,
    Page,
    Rect,
    Shape,
    Spot,
    Stroke,
    Text,
    Weight,
)
from game.desktop.theme import contrast, glyph_on, seat_colour
from game.i18n import _
from game.screens.model import Control, Go, Place
from game.screens.scene import Plate, Scene

LEAST = 24.0
"""No letter on the board is smaller, in units (look.md)."""

READABLE = 4.5
"""The least contrast of a text with its ground (WCAG 2.2, 1.4.3)."""


class Piece(NamedTuple):
    """A part of a picture at the origin, and how high it is."""

    ops: tuple[Op, ...]
    height: float


EMPTY = Piece((), 0)


class Cast(NamedTuple):
    """The actors as they look: by id, a plate of the scene."""

    plates: dict[str, Plate]

    def colour(self, actor: str) -> str:
        """An actor's fill, grey where it has none."""
        plate = self.plates.get(actor)
        return seat_colour(plate.colour if plate else "")

    def name(self, actor: str) -> str:
        """What an actor is called; its id where nobody says."""
        plate = self.plates.get(actor)
        return plate.name if plate else actor

    def emblem(self, actor: str) -> str:
        """The name of an actor's emblem, "" where it has none."""
        plate = self.plates.get(actor)
        return plate.emblem if plate else ""

    def badge(self, actor: str, size: float, on: str = "line") -> tuple[Op, ...]:
        """An actor's emblem in a disc, at the origin; a plain disc where it has no emblem."""
        at, emblem = Rect(0, 0, size, size), self.emblem(actor)
        if emblem:
            return (Emblem(at, emblem, self.colour(actor), edge=on),)
        return (Box(at, self.colour(actor), on, 2, size / 2),)


def cast_of(scene: Scene | None) -> Cast:
    """The actors of a scene; nobody where there is no board."""
    return Cast({plate.id: plate for plate in scene.plates} if scene else {})


class Hand(NamedTuple):
    """How a column is written: `body` is the size of running text before the reader's scale.

    A number leads to why it stands where it does, where `asks` says how that page leads back.
    """

    page: Page
    cast: Cast
    on: str = "card"
    body: float = 28
    asks: tuple[tuple[str, str], ...] | None = None

    @property
    def em(self) -> float:
        """The size of running text, in units."""
        return self.body * self.page.scale

    @property
    def small(self) -> float:
        """The size of a note."""
        return max(LEAST, self.body * 0.86) * self.page.scale

    @property
    def large(self) -> float:
        """The size of a heading or a number that counts."""
        return self.body * 1.25 * self.page.scale

    def badge(self, actor: str, size: float, on: str = "line") -> tuple[Op, ...]:
        """An actor's emblem in a disc; its code where it has none, nothing where that is small."""
        plate = self.cast.plates.get(actor)
        if plate is None or plate.emblem:
            return self.cast.badge(actor, size, on)
        letters = max(size * 0.4, LEAST * self.page.scale)
        if self.width(plate.code, letters, "bold") > size * 0.94:
            return ()
        at, high = Rect(0, 0, size, size), self.page.type.height(letters)
        inside = Rect(0, (size - high) / 2, size, high)
        return (
            Box(at, "card", on, 2, size / 2),
            Text(inside, (plate.code,), letters, "ink", "card", "bold", "center"),
        )

    def width(self, text: str, size: float, weight: Weight = "regular") -> float:
        """How wide a line of text is."""
        return self.page.type.width(text, size, weight)

    def widest_word(self, text: str, size: float, weight: Weight = "regular") -> float:
        """The room below which a word must be broken."""
        return max((self.width(word, size, weight) for word in text.split()), default=0)


def words(
    hand: Hand,
    text: str,
    width: float,
    size: float = 0,
    *,
    ink: str = "ink",
    weight: Weight = "regular",
    align: Align = "left",
    on: str = "",
) -> Piece:
    """A text wrapped to a width; never cut."""
    size = size or hand.em
    lines: list[str] = []
    for part in text.split("\n"):
        lines += hand.page.type.wrap(part, width, size, weight) or ("",)
    height = len(lines) * hand.page.type.height(size)
    at = Rect(0, 0, width, height)
    return Piece((Text(at, tuple(lines), size, ink, on or hand.on, weight, align),), height)


def moved(ops: Iterable[Op], x: float, y: float) -> tuple[Op, ...]:
    """The same picture somewhere else."""
    return tuple(_moved(op, x, y) for op in ops)


def _moved(op: Op, x: float, y: float) -> Op:
    if isinstance(op, Stroke | Shape):
        return replace(op, points=tuple((a + x, b + y) for a, b in op.points))
    return replace(op, at=op.at.moved(x, y))


def stack(pieces: Iterable[Piece], gap: float) -> Piece:
    """Pieces one below the other."""
    ops: list[Op] = []
    height = 0.0
    for piece in pieces:
        if not piece.ops:
            continue
        if height:
            height += gap
        ops += moved(piece.ops, 0, height)
        height += piece.height
    return Piece(tuple(ops), height)


def beside(pieces: Iterable[tuple[float, Piece]], *, centred: bool = False) -> Piece:
    """Pieces side by side, each at its own distance from the left."""
    pieces = list(pieces)
    height = max((piece.height for _x, piece in pieces), default=0)
    ops: list[Op] = []
    for x, piece in pieces:
        ops += moved(piece.ops, x, (height - piece.height) / 2 if centred else 0)
    return Piece(tuple(ops), height)


def padded(
    piece: Piece, width: float, x: float, y: float, box: Box | None = None, least: float = 0
) -> Piece:
    """A piece within a box of a width, with room around it; in the middle of a higher box."""
    height = max(piece.height + 2 * y, least)
    ground: tuple[Op, ...] = (replace(box, at=Rect(0, 0, width, height)),) if box else ()
    return Piece(ground + moved(piece.ops, x, (height - piece.height) / 2), height)


def asked(hand: Hand, piece: Piece, width: float, cell: str, name: str) -> Piece:
    """A number that leads to why it stands where it does."""
    if not cell or hand.asks is None:
        return piece
    id, label = f"why {cell}", _("Why? {name}").format(name=name)
    why = Control(id, label, Go(Place("why", cell, hand.asks)))
    spot = Spot(Rect(0, 0, width, piece.height), id, label, why, "link")
    return Piece((*piece.ops, spot), piece.height)


def icon(name: str, size: float, ink: str = "ink", on: str = "card") -> Piece:
    """An icon at the origin."""
    return Piece((Icon(Rect(0, 0, size, size), name, ink, on),), size)


def rule(width: float, ink: str = "edge", thick: float = 2) -> Piece:
    """A line across a column."""
    return Piece((Box(Rect(0, 0, width, thick), ink),), thick)


def tiles(pieces: list[Piece], width: float, columns: int, gap: float) -> Piece:
    """Pieces of equal width in rows of so many."""
    step = (width + gap) / columns
    rows = [pieces[n : n + columns] for n in range(0, len(pieces), columns)]
    return stack([beside([(n * step, p) for n, p in enumerate(row)]) for row in rows], gap)


def ink_on(fill: str) -> str:
    """Near-black or white for a text on a seat's fill; "" where neither reads well."""
    ink = glyph_on(fill)
    return ink if contrast(ink, fill) >= READABLE else ""


def mixed(one: str, other: str, share: float) -> str:
    """A colour between two, `share` of the other."""
    parts = [
        round(int(one[n : n + 2], 16) * (1 - share) + int(other[n : n + 2], 16) * share)
        for n in (1, 3, 5)
    ]
    return "#" + "".join(f"{part:02x}" for part in parts)
