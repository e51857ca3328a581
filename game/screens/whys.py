"""Why a number stands where it does: what made it, turn by turn, as far as these eyes may know."""

from __future__ import annotations

from game.i18n import _
from game.screens.board import gauge, ladder
from game.screens.eyes import Eyes, screen
from game.screens.history import cell_chart, issue_chart, line, rows_of
from game.screens.model import (
    Block,
    Control,
    Go,
    Heading,
    Paragraph,
    Place,
    Screen,
    Series,
)
from game.screens.relations import back_to, trail
from game.screens.story import change, icon_of, lesson
from game.table.past import Past
from game.table.telling import Told


def whys(eyes: Eyes, place: Place) -> Screen:
    """The numbers that changed, those of the last turn first, to ask about."""
    last = {name: f"{c.was} -> {c.value}" for name, c in eyes.cells.items()
            if c.was is not None and c.was != c.value}  # fmt: skip
    moved = {
        i.id: i.labels[i.now] for i in eyes.view.issues if i.was is not None and i.was != i.now
    }
    recent = moved | last
    earlier = dict.fromkeys(
        name for past in eyes.past for one in past.told for name in named(one) if name not in recent
    )
    controls = [
        Control(name, _label(eyes, name), Go(Place("why", name, trail(place))), value=value,
                icon=icon_of(eyes, name), heading=_("Last turn"))
        for name, value in recent.items()
    ]  # fmt: skip
    controls += [
        Control(name, _label(eyes, name), Go(Place("why", name, trail(place))),
                icon=icon_of(eyes, name), heading=_("Before that"))
        for name in earlier
        if name in eyes.cells or name in eyes.issues
    ]  # fmt: skip
    says = _("Choose what you ask about.") if controls else _("Nothing has changed yet.")
    controls.append(back_to(place, _("back to the board"), Place("board")))
    return screen(eyes, _("Why?"), [Paragraph(says)], controls)


def _label(eyes: Eyes, name: str) -> str:
    return eyes.issues[name].name if name in eyes.issues else eyes.cells[name].label


def named(one: Told) -> tuple[str, ...]:
    """The cells and issues that something told changed."""
    if one.steady or not one.cell:
        return ()
    return one.cells or (one.cell,)


def why(eyes: Eyes, place: Place) -> Screen:
    """What changed a number in each turn: causes, rules, concepts; then what it is, how it went."""
    cell, issue = eyes.cells.get(place.of), eyes.issues.get(place.of)
    title = place.of
    stands: list[Block] = []
    if cell is not None:
        title = cell.label
        stands.append(gauge(eyes, cell))
    elif issue is not None:
        title = issue.name
        stands.append(ladder(eyes, issue))
    if len(eyes.past) > 1 and stands:
        stands.append(_course(eyes, place.of, title))
    controls = [back_to(place, _("back"), Place("whys"))]
    blocks = [*_reasons(eyes, place), *stands]
    return screen(eyes, _("Why? {name}").format(name=title), blocks, controls)


def _reasons(eyes: Eyes, place: Place) -> list[Block]:
    """What changed it, turn by turn, the last first; and what that teaches."""
    blocks: list[Block] = []
    heading = ""
    taught: dict[tuple[str, ...], None] = {}
    told = [(past, one) for past in reversed(eyes.past) for one in past.told if _about(one, place)]
    for past, one in told:
        when = _when(eyes, past)
        blocks += [Heading(when)] if when != heading else []
        blocks.append(_change(eyes, one))
        heading = when
        taught |= dict.fromkeys(one.teaches)
    blocks += [Paragraph(lesson(text), "concept") for text in taught]
    if not any(past is eyes.past[-1] for past, _one in told):
        text = _("It did not change last turn, or what changed it is hidden.")
        blocks.insert(0, Paragraph(text))
    return blocks


def _about(one: Told, place: Place) -> bool:
    return bool(one.cell) and place.of in (one.cell, *one.cells)


def _when(eyes: Eyes, past: Past) -> str:
    if past is eyes.past[-1]:
        return _("Last turn")
    return _("Turn {n}").format(n=past.turn)


def _change(eyes: Eyes, one: Told) -> Block:
    if one.cells:
        return Paragraph("; ".join((one.says, *one.why)))
    return change(eyes, one)


def _course(eyes: Eyes, name: str, title: str) -> Block:
    """The course of one number through the turns."""
    rows, scenario = rows_of(eyes), eyes.scenario
    if name in scenario.issues:
        return issue_chart(eyes, scenario.issues[name], rows, over=bool(eyes.view.end))
    cell = scenario.header.cells[scenario.header.index[name]]
    series = (Series(title, line(rows, cell.index)),)
    return cell_chart(eyes, scenario.tracks[cell.track], series, len(rows), title)
