"""Numbers, changes, texts, votes and charts as plain text."""

from __future__ import annotations

from game.i18n import _
from game.lines.wrapping import laid_out, wrap
from game.screens.model import (
    Accord,
    Ballots,
    Change,
    Chart,
    Deed,
    Figure,
    Figures,
    Grid,
    Matrix,
    Party,
    Series,
)

Drawn = Figures | Change | Accord | Ballots | Deed | Chart | Matrix
"""The kinds of block that are drawn here."""


def drawn(block: Drawn, width: int) -> list[str]:
    """The lines of a block."""
    match block:
        case Figures(figures):
            return ["", *(line for one in figures for line in wrap(_figure(one), width, "    "))]
        case Change():
            return _change(block, width)
        case Accord():
            return _accord(block, width)
        case Ballots():
            return _ballots(block, width)
        case Deed():
            return _deed(block, width)
        case Chart():
            return _chart(block, width)
        case Matrix():
            return _matrix(block, width)


def _figure(figure: Figure) -> str:
    text = _("{name}: {value}").format(name=figure.label, value=figure.value)
    return f"{text} - {figure.note}" if figure.note else text


def _change(change: Change, width: int) -> list[str]:
    text = _("{name}: {was} → {now}").format(name=change.name, was=change.was, now=change.now)
    mark = {1: "+ ", -1: "! "}.get(change.good, "")
    lines = ["", *wrap(text, width, mark)]
    for cause in change.why:
        lines += wrap(cause, width, "    ")
    return lines


def _accord(accord: Accord, width: int) -> list[str]:
    kind = accord.kind
    if accord.secret:
        kind = _("{kind}, secret").format(kind=kind) if kind else _("secret")
    lines = ["", *wrap(f"{accord.name} ({kind})" if kind else accord.name, width)]
    if accord.note:
        lines += wrap(accord.note, width, "    ")
    parties = "; ".join(_party(party) for party in accord.parties)
    if parties:
        lines += wrap(parties, width, "    ")
    for _who, says, mark in accord.clauses:
        lines += wrap(f"{says} [{mark}]" if mark else says, width, "  - ")
    return lines


def _party(party: Party) -> str:
    stands = {
        "signed": _("signed"),
        "thinking": _("has not signed"),
        "refused": _("refused"),
        "unratified": _("not ratified"),
    }[party.stands]
    return f"{party.name}: {party.note or stands}"


def _ballots(ballots: Ballots, width: int) -> list[str]:
    lines = ["", *wrap(f"{ballots.title}: {ballots.outcome}", width)]
    for side, voters in ballots.sides:
        names = ", ".join(name for _actor, name in voters) or "-"
        lines += wrap(_("{name}: {value}").format(name=side, value=names), width, "    ")
    return lines + (wrap(ballots.note, width, "    ") if ballots.note else [])


def _deed(deed: Deed, width: int) -> list[str]:
    marks = {"trouble": "! ", "now": "> ", "good": "+ "}
    lines = ["", *wrap(deed.says, width, marks.get(deed.tone, ""))]
    for cause in deed.why:
        lines += wrap(cause, width, "    ")
    if deed.against:
        names = ", ".join(name for _actor, name in deed.against)
        lines += wrap(_("Not ordered by: {names}.").format(names=names), width, "    ")
    return lines


def _chart(chart: Chart, width: int) -> list[str]:
    """The values themselves, a row a turn."""
    head = (_("turn"), *(_series(one) for one in chart.series))
    marks: dict[int, list[str]] = {}
    for at, says in chart.marks:
        marks.setdefault(at, []).append(says)
    rows = []
    for number, turn in enumerate(chart.turns):
        cells = [_value(one, number) for one in chart.series]
        rows.append((turn, *cells, *(["; ".join(marks.get(number, []))] if marks else [])))
    heads = (*head, "") if marks else head
    lines = laid_out(Grid(heads, tuple(rows), chart.caption), width)
    if chart.levels:
        levels = ", ".join(_("{band} from {n}").format(band=b, n=n) for b, n in chart.levels)
        lines += wrap(levels, width, "    ")
    return lines


def _series(series: Series) -> str:
    return _("{name} (history)").format(name=series.name) if series.history else series.name


def _value(series: Series, number: int) -> str:
    value = series.values[number] if number < len(series.values) else None
    return "-" if value is None else str(value)


def _matrix(matrix: Matrix, width: int) -> list[str]:
    """Who stands how to whom: a row an actor."""
    names = [name for _id, name in matrix.actors]
    head = ("", *names)
    rows = []
    for at, (name, values) in enumerate(zip(names, matrix.values, strict=True)):
        was = matrix.was[at] if matrix.was else ()
        cells = [_pair(value, was[n] if n < len(was) else value) for n, value in enumerate(values)]
        rows.append((name, *cells))
    return laid_out(Grid(head, tuple(rows), matrix.caption), width)


def _pair(value: int | None, was: int | None) -> str:
    if value is None:
        return ""
    return str(value) if was in (None, value) else _("{n} (was {was})").format(n=value, was=was)
