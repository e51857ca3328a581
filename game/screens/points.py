"""Points: what a score is made of, and how one's own stands now."""

from __future__ import annotations

from collections.abc import Sequence

from game.debrief.findings import SeatScore
from game.i18n import _
from game.rules.moment import Moment
from game.rules.scores import Part, Score, scores
from game.rules.settling import dealt
from game.scenario.model import Scenario
from game.screens.eyes import Eyes, nothing, screen
from game.screens.model import Block, Control, Go, Grid, Paragraph, Place, Screen
from game.table.imagine import imagine
from game.world.world import World


def standing(eyes: Eyes) -> Score | None:
    """What this seat would score if the game ended now, as far as it can see."""
    if eyes.sight.profile is None:
        return None
    return scores(eyes.scenario, imagine(eyes.scenario, eyes.sight)).get(eyes.seat)


def points(eyes: Eyes, place: Place) -> Screen:
    """How one's points add up as things stand."""
    score = standing(eyes)
    says = _("If the game ended now, this is what you would get.")
    if eyes.scenario.settle is not None and not eyes.view.end:
        says = _("Until a package settles the game, this is what you would get.")
    blocks: list[Block] = [Paragraph(says)]
    if score is not None:
        world = imagine(eyes.scenario, eyes.sight)
        blocks.append(parts_of(eyes, score, missing=missed(eyes.scenario, world, eyes.seat)))
    controls = [
        Control("back", _("back to your role sheet"), Go(Place("sheet")), role="back", default=True)
    ]
    help = _("Only what you can see is counted. What counts is how things stand at the end.")
    return screen(eyes, _("Your points so far"), blocks, controls, help)


def missed(scenario: Scenario, world: World, seat: str) -> tuple[Part, ...]:
    """The objectives of a seat that would have brought points, and are not reached."""
    if scenario.settle is not None and not dealt(scenario, world):
        return ()
    moment = Moment(scenario, world)
    own = moment.profiles[seat]
    goals = [*((goal, False) for goal in own.goals), *((goal, True) for goal in own.private_goals)]
    return tuple(
        Part("objective", goal.says, 0, private)
        for goal, private in goals
        if goal.worth > 0 and not goal.holds(world.row, moment)
    )


def parts_of(eyes: Eyes, score: Score, seat: str = "", missing: Sequence[Part] = ()) -> Block:
    """The reasons of a seat's score (its own without one), as a table that adds up.

    `missing` are the objectives that were not reached.
    """
    parts = (*score.parts, *missing)
    if not parts:
        return nothing(_("No points either way."))
    rows = tuple((f"{part.points:+d}", _reason(eyes, part, seat or eyes.seat)) for part in parts)
    return Grid(("", _("for")), (*rows, (f"{score.total:+d}", _("in all"))))


def in_its_words(eyes: Eyes, seat: str, says: str) -> str:
    """A sentence of a role sheet: to its own seat as it stands, to others as that seat's words."""
    says = eyes.words.objective(seat, says)
    if seat == eyes.seat:
        return says
    return _("{name}'s own words: “{text}”").format(name=eyes.name(seat), text=says.rstrip("."))


def _reason(eyes: Eyes, part: Part, seat: str) -> str:
    if part.kind == "accrued":
        text = _("what came in turn by turn")
    elif part.kind == "end":
        text = eyes.words.end(part.about)
    elif part.kind == "walk_away":
        text = _("no deal")
    elif part.kind == "objective":
        text = in_its_words(eyes, seat, part.about)
        if not part.points:
            text = _("{objective} (not reached)").format(objective=text)
    else:
        text = about_cell(eyes, part.about)
    return _("{reason} (private)").format(reason=text) if part.private else text


def about_cell(eyes: Eyes, cell: str) -> str:
    """A cell and where it stands."""
    if cell in eyes.issues:
        issue = eyes.issues[cell]
        return f"{issue.name}: {issue.labels[issue.now]}"
    found = eyes.cells.get(cell)
    if found is None:
        return eyes.words.cell(cell)
    return f"{found.label}: {found.value}"


def share_in_words(seat: SeatScore) -> str:
    """How far up between its worst and its best a seat is, or on which side beyond them."""
    if seat.score.total > seat.range.best:
        return _("above the range")
    if seat.score.total < seat.range.worst:
        return _("below the range")
    return f"{seat.share} %"
