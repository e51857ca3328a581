"""The board in words: issues as ladders, quantities with levels, texts; and why they moved."""

from __future__ import annotations

from game.i18n import _
from game.screens.appraise import issue_worth
from game.screens.eyes import DESK, Eyes, listed, screen
from game.screens.model import (
    Block,
    Control,
    Gauge,
    Go,
    Grid,
    Heading,
    Items,
    Ladder,
    Place,
    Screen,
)
from game.screens.relations import back_to, trail
from game.table.views import CellView, IssueView


def board(eyes: Eyes, place: Place) -> Screen:
    """What stands where."""
    blocks: list[Block] = [*_world(eyes), Heading(_("On the table"))]
    win_set = dict(eyes.view.win_set)
    blocks += [ladder(eyes, issue, win_set.get(issue.id, ())) for issue in eyes.view.issues]
    blocks += _own(eyes)
    blocks += _pairs(eyes)
    blocks += _texts(eyes)
    here = trail(place)
    controls = [
        Control(
            "why", _("Why did a number change?"), Go(Place("whys", args=here)), icon="circle-help"
        ),
        Control(
            "relations", _("Between the seats"), Go(Place("relations", args=here)), icon="scale"
        ),
        Control("timeline", _("The game so far"), Go(Place("timeline", args=here)), icon="history"),
        back_to(place, _("back to the desk") if eyes.seat else _("back"), DESK),
    ]
    help = _(
        "On each line the present option stands in [ ]. The number behind an option is what it is "
        "worth to you at the end of the game. A ladder ('>') moves one step a turn, other issues "
        "('|') go from any option to any other. Below each stands who must consent to a step."
    )
    if eyes.scenario.settle is not None:
        help = _(
            "The number behind an option is what it is worth to you in a package. Until a package "
            "settles the game, every seat has what no deal gives; only packages decide that."
        )
    help = f"{help} {of_the_cards()}"
    return screen(eyes, _("The board"), blocks, controls, help)


def of_the_cards() -> str:
    """What the marks on the cards of a drawn board mean."""
    return _(
        "Where the board is drawn, an issue's card shows the emblems of those who must consent to "
        "its next step; a tick marks who did. The number behind a warning sign is how many seats "
        "would lose by that step."
    )


def ladder(eyes: Eyes, issue: IssueView, carried: tuple[bool, ...] = ()) -> Ladder:
    """An issue with who may move it, and what each option is worth to this seat."""
    notes: list[str] = []
    if issue.up and issue.up == issue.down:
        notes.append(_("Change: {who}").format(who=issue.up))
    else:
        if issue.up and (not issue.ladder or issue.now < len(issue.options) - 1):
            notes.append(_("A step on: {who}").format(who=issue.up))
        if issue.down and (not issue.ladder or issue.now > 0):
            notes.append(_("A step back: {who}").format(who=issue.down))
    refused = [label for label, yes in zip(issue.labels, carried, strict=False) if not yes]
    if refused:
        notes.append(
            _("In a treaty your constituencies would now refuse: {options}.").format(
                options=listed(refused)
            )
        )
    return Ladder(
        issue.id, issue.name, issue.labels, issue.now,
        issue.now if issue.was is None else issue.was,
        issue.ladder, tuple(notes), carried, issue_worth(eyes, issue.id),
    )  # fmt: skip


def gauge(eyes: Eyes, cell: CellView) -> Gauge:
    """A quantity with the names of its levels."""
    track = eyes.scenario.tracks[cell.track]
    bands = tuple((eyes.words.band(track.id, value), value) for value in track.bands.values())
    return Gauge(cell.name, cell.label, cell.value, cell.low, cell.high, cell.band, bands, cell.was,
                 eyes.words.pace(cell.track))  # fmt: skip


def _world(eyes: Eyes) -> list[Block]:
    cells = [c for c in eyes.view.cells if _scope(eyes, c) == "world"]
    return [gauge(eyes, cell) for cell in cells]


def _scope(eyes: Eyes, cell: CellView) -> str:
    track = eyes.scenario.tracks.get(cell.track)
    return track.scope if track else ""


def _own(eyes: Eyes) -> list[Block]:
    """What this seat has, and its constituencies: one row a cell."""
    rows: list[tuple[str, ...]] = []
    for cell in eyes.view.cells:
        scope = _scope(eyes, cell)
        if scope not in ("actor", "constituency"):
            continue
        of = cell.name.split(".")[1:]
        name = eyes.words.track(cell.track)
        if scope == "constituency":
            constituency = eyes.words.constituency(".".join(of))
            name = _("{track}: {constituency}").format(track=name, constituency=constituency)
        if of[0] != eyes.seat:
            name = cell.label
        name = f"{name} {eyes.words.pace(cell.track)}".strip()
        rows.append((_value(cell), _change(cell), name))
    if not rows:
        return []
    head = (_("now"), _("last turn"), "")
    return [Heading(_("At home")), Grid(head, tuple(rows))]


def _pairs(eyes: Eyes) -> list[Block]:
    """How seats stand to each other: one table a track, one's own pairs first."""
    players = {actor.id for actor in eyes.players}
    blocks: list[Block] = []
    for track in eyes.scenario.tracks.values():
        if track.scope != "pair":
            continue
        cells = [
            cell
            for cell in eyes.view.cells
            if cell.track == track.id and players.issuperset(cell.name.split(".")[1:])
        ]
        shown = [c for c in cells if c.value or c.was or eyes.seat in c.name.split(".")]
        shown.sort(key=lambda c: eyes.seat not in c.name.split("."))
        if not shown:
            continue
        rows = tuple((_value(c), _change(c), _pair(eyes, c, track.symmetric)) for c in shown)
        caption = _("{track}, from {low} to {high}:").format(
            track=eyes.words.track(track.id), low=track.low, high=track.high
        )
        if track.pace:
            caption += " " + eyes.words.pace(track.id)
        if len(shown) < len(cells):
            caption += " " + _("(pairs that are not named stand at 0)")
        blocks.append(Grid((_("now"), _("last turn"), _("between")), rows, caption))
    return [Heading(_("Between the seats")), *blocks] if blocks else []


def _pair(eyes: Eyes, cell: CellView, symmetric: bool) -> str:
    one, other = cell.name.split(".")[1:]
    if eyes.seat == other and symmetric:
        one, other = other, one
    says = _("{one} and {other}") if symmetric else _("{one} toward {other}")
    return says.format(one=eyes.name(one), other=eyes.name(other))


def _value(cell: CellView) -> str:
    text = str(cell.value) if cell.low == 0 or not cell.value else f"{cell.value:+d}"
    return f"{text}, {cell.band}" if cell.band else text


def _change(cell: CellView) -> str:
    if cell.was is None or cell.was == cell.value:
        return ""
    return f"{cell.value - cell.was:+d}"


def _texts(eyes: Eyes) -> list[Block]:
    blocks: list[Block] = []
    for agreement in eyes.view.agreements:
        caption = _("In force: {name} ({names})").format(
            name=agreement.name, names=listed(list(agreement.names))
        )
        blocks.append(Items(agreement.clauses, caption))
    if eyes.view.proposals:
        lines = [p.says for p in eyes.view.proposals]
        blocks.append(Items(tuple(lines), _("Proposed this turn:")))
    return [Heading(_("Texts")), *blocks] if blocks else []
