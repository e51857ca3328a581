"""What a screen says and offers, before pixels. The board, line mode and the browser draw this.

A screen is a value, built from one seat's view (:mod:`game.screens.build`). Blocks say something;
controls do something, in the order of focus; one of them is what Enter does.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from game.table.commands import Do

Tone = Literal["", "now", "trouble", "good", "quiet", "concept"]
"""What a text is: of this moment, bad news, good news, an aside, what it teaches."""


class Place(Struct, frozen=True, omit_defaults=True):
    """Which screen, of what thing, with what chosen so far: an address, like a page's."""

    screen: str
    of: str = ""
    args: tuple[tuple[str, str], ...] = ()

    def arg(self, key: str, default: str = "") -> str:
        """What was chosen under `key`."""
        return dict(self.args).get(key, default)

    def with_args(self, **chosen: str) -> Place:
        """The same place with more chosen; an empty text takes a choice back."""
        kept = dict(self.args) | chosen
        return Place(self.screen, self.of, tuple((k, v) for k, v in kept.items() if v))


class Go(Struct, frozen=True, tag="go"):
    """Show another screen."""

    to: Place


class Submit(Struct, frozen=True, tag="submit"):
    """Ask the table for something; where it is granted, show `then`."""

    do: Do
    then: Place
    said: str = ""


class Fill(Struct, frozen=True, tag="fill", omit_defaults=True):
    """Ask the person for a text (or a number), and show `to` with it chosen under `key`.

    An empty answer changes nothing, unless it is `optional`: then it is chosen as such.
    """

    to: Place
    key: str
    prompt: str
    kind: Literal["text", "number"] = "text"
    low: int = 0
    high: int = 0
    optional: bool = False


class Leave(Struct, frozen=True, tag="leave"):
    """Leave this screen's seat: let the next person play, leave the game, or end it."""

    how: Literal["pass_on", "quit", "done"]


Action = Go | Submit | Fill | Leave


class Heading(Struct, frozen=True, tag="heading"):
    """A heading inside a screen."""

    text: str


class Paragraph(Struct, frozen=True, tag="paragraph", omit_defaults=True):
    """Running text."""

    text: str
    tone: Tone = ""


class Items(Struct, frozen=True, tag="items", omit_defaults=True):
    """A list."""

    items: tuple[str, ...]
    caption: str = ""
    tone: Tone = ""


class Grid(Struct, frozen=True, tag="grid", omit_defaults=True):
    """A table with a head; the first column names the row."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""


class Ladder(Struct, frozen=True, tag="ladder", omit_defaults=True):
    """An issue: its options in order, where it stands, and who may move it.

    `carried` says for each option whether one's constituencies would carry it (empty: not asked);
    `worth` what each is worth to one's own seat.
    """

    id: str
    name: str
    options: tuple[str, ...]
    now: int
    was: int
    ladder: bool
    notes: tuple[str, ...] = ()
    carried: tuple[bool, ...] = ()
    worth: tuple[int, ...] = ()


class Gauge(Struct, frozen=True, tag="gauge", omit_defaults=True):
    """A quantity on its scale, with names for its levels; `note` says how fast it moves."""

    cell: str
    name: str
    value: int
    low: int
    high: int
    band: str = ""
    bands: tuple[tuple[str, int], ...] = ()
    was: int | None = None
    note: str = ""


Block = Heading | Paragraph | Items | Grid | Ladder | Gauge


class Control(Struct, frozen=True, omit_defaults=True):
    """Something a person can do. `why_not` says why it is not enabled; `hint` what it does.

    `value` is what is set now, where the control sets something.
    """

    id: str
    label: str
    action: Action
    role: Literal["button", "choice", "field", "back"] = "button"
    hint: str = ""
    value: str = ""
    enabled: bool = True
    why_not: str = ""
    default: bool = False


class Screen(Struct, frozen=True, omit_defaults=True):
    """What is said and offered now.

    `status` says who plays, when, and what is left to spend; `help` explains this screen.
    """

    title: str
    blocks: tuple[Block, ...]
    controls: tuple[Control, ...]
    help: str = ""
    status: str = ""

    @property
    def default(self) -> Control | None:
        """What Enter does."""
        return next((c for c in self.controls if c.default and c.enabled), None)
