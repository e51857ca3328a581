"""What a screen says, block by block, as nodes for screen readers."""

from __future__ import annotations

from collections.abc import Sequence

from game.desktop.tree_nodes import Node
from game.i18n import _
from game.screens.model import (
    Accord,
    Ballots,
    Block,
    Change,
    Chart,
    Deed,
    Figures,
    Gauge,
    Grid,
    Heading,
    Items,
    Ladder,
    Matrix,
    Paragraph,
)


def of_block(block: Block, key: str) -> tuple[Node, ...]:
    """The nodes of a block; `key` begins their keys."""
    match block:
        case Heading(text):
            return (Node(key, "heading", text, level=2),)
        case Paragraph(text):
            return (Node(key, "paragraph", text),)
        case Items(items, caption):
            return (_list(key, caption, items),)
        case Grid():
            return (_table(key, block.caption, [block.head, *block.rows]),)
        case Ladder():
            return (_list(key, block.name, [*_options(block), *block.notes]),)
        case Gauge():
            value = f"{block.value}, {block.band}" if block.band else str(block.value)
            number = (block.value, block.low, block.high)
            return (Node(key, "meter", block.name, value, block.note, number=number),)
        case Figures(figures):
            told = [f"{f.label}: {f.value}" + (f", {f.note}" if f.note else "") for f in figures]
            return (_list(key, "", told),)
        case Change() | Deed():
            return (_told(key, block),)
        case Accord():
            return (_accord(key, block),)
        case Ballots():
            return (_ballots(key, block),)
        case Chart():
            return (_chart(key, block),)
        case Matrix():
            return (_matrix(key, block),)


def _list(key: str, label: str, items: Sequence[str]) -> Node:
    children = tuple(Node(f"{key}.{n}", "listitem", item) for n, item in enumerate(items))
    return Node(key, "list", label, children=children)


def _table(key: str, caption: str, rows: Sequence[Sequence[str]]) -> Node:
    """A table; its first row is the head."""
    made = []
    for n, row in enumerate(rows):
        cells = tuple(
            Node(f"{key}.{n}.{m}", "cell" if n else "head", text) for m, text in enumerate(row)
        )
        made.append(Node(f"{key}.{n}", "row", row[0] if row else "", children=cells))
    return Node(key, "table", caption, children=tuple(made))


def _options(ladder: Ladder) -> list[str]:
    """The options of an issue in order, with the present one, and what each is worth."""
    told = []
    for n, option in enumerate(ladder.options):
        says = option
        if ladder.worth:
            says += f" ({ladder.worth[n]:+d})"
        if n == ladder.now:
            says = _("now: {option}").format(option=says)
        told.append(says)
    return told


def _told(key: str, block: Change | Deed) -> Node:
    if isinstance(block, Deed):
        against = ", ".join(name for _id, name in block.against)
        why = [*block.why, *([_("did not: {names}").format(names=against)] if against else [])]
        return Node(key, "paragraph", block.says, description="; ".join(why))
    says = _("{name}: {was}, now {now}").format(name=block.name, was=block.was, now=block.now)
    return Node(key, "paragraph", says, description="; ".join(block.why))


def _accord(key: str, accord: Accord) -> Node:
    stands = {
        "signed": _("signed"), "thinking": _("has not signed"), "refused": _("refused"),
        "unratified": _("refused at home"),
    }  # fmt: skip
    items = [
        *(f"{says} ({mark})" if mark else says for _actor, says, mark in accord.clauses),
        *(f"{party.name}: {party.note or stands[party.stands]}" for party in accord.parties),
    ]
    secret = ", " + _("secret") if accord.secret else ""
    return _list(key, f"{accord.name}, {accord.kind}{secret}", items)


def _ballots(key: str, ballots: Ballots) -> Node:
    items = [f"{side}: {', '.join(name for _id, name in who)}" for side, who in ballots.sides]
    return _list(key, f"{ballots.title}: {ballots.outcome}", items)


def _chart(key: str, chart: Chart) -> Node:
    head = [chart.caption, *chart.turns]
    rows = [
        [series.name, *("" if value is None else str(value) for value in series.values)]
        for series in chart.series
    ]
    return _table(key, chart.caption, [head, *rows])


def _matrix(key: str, matrix: Matrix) -> Node:
    head = [matrix.caption, *(name for _id, name in matrix.actors)]
    rows = [
        [name, *("" if value is None else f"{value:+d}" for value in values)]
        for (_id, name), values in zip(matrix.actors, matrix.values, strict=True)
    ]
    return _table(key, matrix.caption, [head, *rows])
