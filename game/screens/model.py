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

    An empty answer changes nothing, unless it is `optional`: then it is chosen as such. `known` are
    what may well be typed, to complete; a `secret` is not shown as it is typed, and `lines` may be
    several. `text` is what was typed before and may be changed. `kept`: what was typed is chosen
    even where the person leaves the field, for it is no more than a draft.
    """

    to: Place
    key: str
    prompt: str
    kind: Literal["text", "number", "secret", "lines"] = "text"
    low: int = 0
    high: int = 0
    optional: bool = False
    known: tuple[str, ...] = ()
    text: str = ""
    kept: bool = False


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
    """A table with a head; the first column names the row.

    Where rows are about actors, `actors` are their ids; `shares` are parts of a hundred.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""
    actors: tuple[str, ...] = ()
    shares: tuple[int, ...] = ()


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


class Figure(Struct, frozen=True, omit_defaults=True):
    """One number that a seat keeps its eye on: its capital, its support, its points."""

    label: str
    value: str
    icon: str = ""
    note: str = ""
    tone: Tone = ""
    cell: str = ""


class Figures(Struct, frozen=True, tag="figures"):
    """A few numbers side by side."""

    figures: tuple[Figure, ...]


class Change(Struct, frozen=True, tag="change", omit_defaults=True):
    """What moved: a cell or an issue, from one value to another, with causes and concepts.

    `good` says whether its own eyes should be glad: -1, 0 (neither, or public eyes), +1. `rose` is
    the direction in which it moved.
    """

    name: str
    was: str
    now: str
    rose: int = 0
    good: int = 0
    why: tuple[str, ...] = ()
    cell: str = ""
    icon: str = ""


class Party(Struct, frozen=True, omit_defaults=True):
    """A party to a text and where it stands; `unratified` is one whose constituencies refused."""

    actor: str
    name: str
    stands: Literal["signed", "thinking", "refused", "unratified"] = "thinking"
    note: str = ""


class Accord(Struct, frozen=True, tag="accord", omit_defaults=True):
    """An agreement, a pledge or a draft: who, and clause by clause what.

    A clause is who promises it (an actor's id, "" for all) and its sentence, with a mark such as
    `done`, `broken` or `new`.
    """

    name: str
    kind: str
    parties: tuple[Party, ...]
    clauses: tuple[tuple[str, str, str], ...]
    secret: bool = False
    note: str = ""
    id: str = ""


class Ballots(Struct, frozen=True, tag="ballots", omit_defaults=True):
    """A vote of a forum: each side with the actors (ids and names) that voted so."""

    title: str
    outcome: str
    adopted: bool
    sides: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    note: str = ""


class Deed(Struct, frozen=True, tag="deed", omit_defaults=True):
    """Somebody did something, or ordered a step; `against` did not order it, and could have."""

    actor: str
    says: str
    why: tuple[str, ...] = ()
    against: tuple[tuple[str, str], ...] = ()
    tone: Tone = ""


class Series(Struct, frozen=True, omit_defaults=True):
    """A line of a chart: a value for each turn, None where there is none."""

    name: str
    values: tuple[int | None, ...]
    actor: str = ""
    history: bool = False


class Chart(Struct, frozen=True, tag="chart", omit_defaults=True):
    """Quantities over the turns. `levels` name heights; `marks` say what happened in a turn."""

    caption: str
    turns: tuple[str, ...]
    series: tuple[Series, ...]
    low: int
    high: int
    levels: tuple[tuple[str, int], ...] = ()
    marks: tuple[tuple[int, str], ...] = ()


class Matrix(Struct, frozen=True, tag="matrix", omit_defaults=True):
    """How actors stand to each other: a value a pair, row toward column, None where there is none.

    `actors` are ids and names; `was` the values before, if they are known.
    """

    caption: str
    actors: tuple[tuple[str, str], ...]
    values: tuple[tuple[int | None, ...], ...]
    low: int
    high: int
    was: tuple[tuple[int | None, ...], ...] = ()
    symmetric: bool = False


Block = (
    Heading | Paragraph | Items | Grid | Ladder | Gauge
    | Figures | Change | Accord | Ballots | Deed | Chart | Matrix
)  # fmt: skip


class Control(Struct, frozen=True, omit_defaults=True):
    """Something a person can do. `why_not` says why it is not enabled; `hint` what it does.

    `value` is what is set now, where the control sets something; `actor` whom it is about, `cost`
    what it costs, `icon` a picture for it, `heading` what it is grouped under, `key` a shortcut;
    `badge` is how much waits there, in a word or two; `cast` the emblems and colours of those who
    take part.
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
    actor: str = ""
    cost: str = ""
    icon: str = ""
    heading: str = ""
    key: str = ""
    badge: str = ""
    cast: tuple[tuple[str, str], ...] = ()


class Screen(Struct, frozen=True, omit_defaults=True):
    """What is said and offered now.

    `status` says who plays, when, and what is left to spend; `help` explains this screen. What is
    offered in `tiles` should be seen all at once, before what is said at length.
    """

    title: str
    blocks: tuple[Block, ...]
    controls: tuple[Control, ...]
    help: str = ""
    status: str = ""
    tiles: bool = False

    @property
    def default(self) -> Control | None:
        """What Enter does."""
        return next((c for c in self.controls if c.default and c.enabled), None)
