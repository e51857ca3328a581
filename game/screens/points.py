"""Points: what a score is made of, and how one's own stands now."""

from __future__ import annotations

from game.i18n import _
from game.rules.scores import Part, Score, scores
from game.screens.eyes import Eyes, nothing, screen
from game.screens.model import Block, Control, Go, Grid, Paragraph, Place, Screen
from game.table.imagine import imagine


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
        blocks.append(parts_of(eyes, score))
    controls = [
        Control("back", _("back to your role sheet"), Go(Place("sheet")), role="back", default=True)
    ]
    help = _("Only what you can see is counted. What counts is how things stand at the end.")
    return screen(eyes, _("Your points so far"), blocks, controls, help)


def parts_of(eyes: Eyes, score: Score) -> Block:
    """The reasons of a score, as a table that adds up."""
    if not score.parts:
        return nothing(_("No points either way."))
    rows = tuple((f"{part.points:+d}", _reason(eyes, part)) for part in score.parts)
    return Grid(("", _("for")), (*rows, (f"{score.total:+d}", _("in all"))))


def _reason(eyes: Eyes, part: Part) -> str:
    if part.kind == "accrued":
        text = _("what came in turn by turn")
    elif part.kind == "end":
        text = eyes.words.end(part.about)
    elif part.kind == "walk_away":
        text = _("no deal")
    elif part.kind == "objective":
        text = part.about
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
