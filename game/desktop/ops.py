"""A picture as a value: what is drawn where, in what order, and what can be chosen.

Layouts (:mod:`game.desktop.board`, :mod:`game.desktop.panel`) are functions from a frame to a list
of these; the painter puts them on a surface. Tests read them: what a text stands on, which box it
must stay in, which spots overlap.

Lengths are units: a page is at least 1920 by 1080 of them, whatever its pixels. Colours are roles
of a theme, or `#rrggbb`.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, Protocol

from msgspec import Struct

from game.desktop.theme import Theme
from game.screens.model import Control

Weight = Literal["regular", "bold"]
Align = Literal["left", "center", "right"]
Dash = Literal["solid", "double", "dashed", "dotted"]


class Rect(NamedTuple):
    """A box: its left upper corner, width and height."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.h

    @property
    def centre(self) -> tuple[float, float]:
        """Its middle."""
        return self.x + self.w / 2, self.y + self.h / 2

    def inset(self, x: float, y: float | None = None) -> Rect:
        """The box that is smaller by so much on every side."""
        y = x if y is None else y
        return Rect(self.x + x, self.y + y, self.w - 2 * x, self.h - 2 * y)

    def moved(self, x: float, y: float) -> Rect:
        """The same box somewhere else."""
        return Rect(self.x + x, self.y + y, self.w, self.h)

    def overlaps(self, other: Rect) -> bool:
        """Whether the two share more than an edge."""
        return (
            self.x < other.right and other.x < self.right
            and self.y < other.bottom and other.y < self.bottom
        )  # fmt: skip

    def holds(self, other: Rect, slack: float = 0.5) -> bool:
        """Whether the other lies within this one."""
        return (
            self.x - slack <= other.x and other.right <= self.right + slack
            and self.y - slack <= other.y and other.bottom <= self.bottom + slack
        )  # fmt: skip


WHOLE = Rect(0, 0, 1, 1)
"""The view that shows all of the map; others are parts of it, in the same shares."""


class Box(Struct, frozen=True, omit_defaults=True):
    """A filled, outlined, rounded box; a fill or an edge of "" is none."""

    at: Rect
    fill: str = ""
    edge: str = ""
    width: float = 0
    radius: float = 0


class Text(Struct, frozen=True, omit_defaults=True):
    """Lines that were wrapped to stay in `at`. `on` is the colour that they stand on.

    `size` is the height of the letters' em, `leading` the distance from line to line (0: the
    font's own).
    """

    at: Rect
    lines: tuple[str, ...]
    size: float
    ink: str = "ink"
    on: str = "card"
    weight: Weight = "regular"
    align: Align = "left"
    leading: float = 0


class Icon(Struct, frozen=True, omit_defaults=True):
    """A picture of one ink from the set of icons."""

    at: Rect
    name: str
    ink: str = "ink"
    on: str = "card"


class Emblem(Struct, frozen=True, omit_defaults=True):
    """An actor's emblem on its fill: round with an outline, or filling its box."""

    at: Rect
    name: str
    fill: str
    round: bool = True
    edge: str = "line"


class Stroke(Struct, frozen=True, omit_defaults=True):
    """A line through points."""

    points: tuple[tuple[float, float], ...]
    ink: str
    width: float
    dash: Dash = "solid"
    on: str = ""


class Shape(Struct, frozen=True, omit_defaults=True):
    """A filled polygon."""

    points: tuple[tuple[float, float], ...]
    fill: str
    edge: str = ""
    width: float = 0


class Land(Struct, frozen=True, omit_defaults=True):
    """A view of the map in a box; `fills` are colours for the lands of actors, by where they stand.

    Each is latitude, longitude and colour: the land that holds the point takes a tint of it. `view`
    is the part of the map that is shown, in shares of it. Of the places that are dots those of
    these names are drawn, all where it is None.
    """

    at: Rect
    fills: tuple[tuple[float, float, str], ...] = ()
    radius: float = 0
    view: Rect = WHOLE
    dots: tuple[str, ...] | None = None


class Live(Struct, frozen=True, omit_defaults=True):
    """What is drawn anew as time goes by: the clock's digits, or news that run along.

    For the ticker `text` is what runs by; where motion is reduced it stands, and turns in pages.
    """

    at: Rect
    kind: Literal["clock", "ticker"]
    size: float
    text: str = ""
    ink: str = "on_navy"
    on: str = "navy"


class Spot(Struct, frozen=True, omit_defaults=True):
    """Where a control can be chosen: it is hovered, focused and clicked here, in this order.

    `radius` is the corner of its focus ring. A spot without a control is the face's own (a menu,
    scrolling), by `id`.
    """

    at: Rect
    id: str
    label: str
    control: Control | None = None
    role: Literal["button", "choice", "field", "back", "link"] = "button"
    radius: float = 10


class Window(Struct, frozen=True, omit_defaults=True):
    """A view on a longer picture, which scrolls: its ops lie in a box of `height` units.

    Their coordinates count from the window's left upper corner while it is not scrolled.
    """

    at: Rect
    id: str
    height: float
    ops: tuple[Op, ...]
    ground: str = "card"


Op = Box | Text | Icon | Emblem | Stroke | Shape | Land | Live | Spot | Window


class Type(Protocol):
    """What letters measure, in units, with the sizes that are really drawn."""

    def width(self, text: str, size: float, weight: Weight = "regular") -> float:
        """How wide a line is."""
        ...

    def height(self, size: float) -> float:
        """From line to line."""
        ...

    def wrap(
        self, text: str, width: float, size: float, weight: Weight = "regular"
    ) -> tuple[str, ...]:
        """The lines of a text that are no wider; a word that is too long is broken."""
        ...

    def fit(self, text: str, width: float, size: float, weight: Weight = "regular") -> str:
        """The text, or as much of it as fits in one line and an ellipsis."""
        ...


class Page(Struct, frozen=True):
    """What a layout may use: room in units, colours, letters, how big a reader wants them.

    `table` asks for the borderless table board in the place of the map. `chosen` holds what the
    reader has opened on the face itself (`sheet of shortcuts`, `settings`), never the game's.
    """

    width: float
    height: float
    theme: Theme
    type: Type
    scale: float = 1.0
    table: bool = False
    chosen: str = ""
    still: bool = False
