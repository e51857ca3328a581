"""The end: how it ended, scores with their reasons, three findings, history, questions."""

from __future__ import annotations

from collections.abc import Sequence

from game.debrief.findings import SeatScore
from game.debrief.game import Game, game_of
from game.i18n import N_, _
from game.scenario.model import Scenario
from game.screens.ending_findings import findings
from game.screens.eyes import Eyes, month, nothing, screen
from game.screens.history import charts
from game.screens.model import (
    Block,
    Change,
    Control,
    Figure,
    Figures,
    Go,
    Grid,
    Heading,
    Items,
    Leave,
    Matrix,
    Paragraph,
    Place,
    Screen,
    Tone,
)
from game.screens.points import missed, parts_of, share_in_words
from game.screens.story import icon_of
from game.table.sealing import unsealed
from game.table.state import State
from game.world.facts import Argued, Breached, Moved

ORDER = (
    "end.story", "end.scores", "end.findings", "end.perceptions", "end.history", "end.questions",
)  # fmt: skip

ASIDES = {
    "end.why": ("end.scores", N_("back to the scores")),
    "end.timeline": ("end.history", N_("back to what really happened")),
}
"""Pages beside the order: where each leads back to, and what the way is called."""


def game_at(
    scenario: Scenario, state: State, thoughts: Sequence[tuple[int, str, str]] = ()
) -> Game:
    """The whole game at a table that is over: the debrief's alone, where everything is told.

    `thoughts` say why bots did what they did: turn, seat, sentence.
    """
    worlds = [start.world for start in state.past] + [state.world]
    facts = [turn.facts for turn in state.log]
    perceived = [turn.perceptions for turn in state.log]
    return game_of(
        scenario, worlds, facts, perceived, lambda text: unsealed(text, state.texts), thoughts
    )


def ending(eyes: Eyes, place: Place, game: Game) -> Screen:
    """One page of the end. Enter turns it; the last one ends."""
    builders = {
        "end.story": _story, "end.scores": _scores, "end.findings": findings,
        "end.perceptions": _perceptions,
        "end.history": _history, "end.questions": _questions, "end.why": _reasons,
        "end.timeline": _timeline,
    }  # fmt: skip
    title, blocks, more = builders[place.screen](eyes, place, game)
    if place.screen in ASIDES:
        to, label = ASIDES[place.screen]
        controls = [Control("back", _(label), Go(Place(to)), role="back", default=True)]
        return screen(eyes, title, blocks, controls)
    order = [page for page in ORDER if page != "end.perceptions" or game.perceptions]
    at = order.index(place.screen)
    if at + 1 < len(order):
        labels = {
            "end.scores": _("the scores"),
            "end.findings": _("three findings"),
            "end.perceptions": _("how you saw each other"),
            "end.history": _("what really happened"),
            "end.questions": _("questions to talk about"),
        }
        nxt = order[at + 1]
        controls = [Control("next", labels[nxt], Go(Place(nxt)), default=True), *more]
    else:
        hint = _("leaves these pages; there is nothing more to play")
        controls = [Control("done", _("end the game"), Leave("done"), hint=hint, default=True)]
    if at:
        controls.append(Control("back", _("Back"), Go(Place(order[at - 1])), role="back"))
    help = _("The game is over; nothing can be changed any more. Now all role sheets are open.")
    return screen(eyes, title, blocks, controls, help)


def _story(eyes: Eyes, place: Place, game: Game) -> tuple[str, list[Block], list[Control]]:
    blocks: list[Block] = [Paragraph(eyes.view.ended or _("The last turn is over."), "now")]
    broken = sum(isinstance(fact, Breached) for facts in game.facts for fact in facts)
    tone: Tone = "trouble" if broken else ""
    blocks.append(
        Figures(
            (
                Figure(_("Turns played"), str(len(game.facts)), "history"),
                Figure(_("Agreements made"), str(len(game.texts)), "handshake"),
                Figure(_("Promises broken"), str(broken), "unlink", tone=tone),
            )
        )
    )
    blocks += _ways(eyes)
    blocks += _calibration(game)
    if eyes.view.powers:
        blocks.append(Items(eyes.view.powers, _("How the session was led:")))
    return _("The end"), blocks, []


def _ways(eyes: Eyes) -> list[Block]:
    """Where each issue began, and where it ended."""
    began = {issue.id: _start(eyes, issue.id) for issue in eyes.view.issues}
    moved: list[Block] = [
        Change(issue.name, began[issue.id], issue.labels[issue.now],
               1 if issue.now > eyes.scenario.issues[issue.id].start else -1,
               icon=icon_of(eyes, issue.id))
        for issue in eyes.view.issues
        if issue.labels[issue.now] != began[issue.id]
    ]  # fmt: skip
    stayed = tuple(
        _("{issue}: {option}").format(issue=issue.name, option=began[issue.id])
        for issue in eyes.view.issues
        if issue.labels[issue.now] == began[issue.id]
    )
    if moved:
        moved.insert(0, Heading(_("Where it began, and where it ended:")))
    return [*moved, *([Items(stayed, _("As it was at the start:"))] if stayed else [])]


def _calibration(game: Game) -> list[Block]:
    """How well the odds that were ruled foretold what chance decided (Brier score)."""
    ruled = [fact for facts in game.facts for fact in facts if isinstance(fact, Argued)]
    if not ruled:
        return []
    score = sum((fact.odds / 100 - fact.succeeded) ** 2 for fact in ruled) / len(ruled)
    text = _(
        "Arguments ruled on: {n}. Brier score of the odds: {score:.2f} (0 is perfect foresight, "
        "0.25 is what 'even' always gets)."
    )
    return [Paragraph(text.format(n=len(ruled), score=score))]


def _start(eyes: Eyes, issue: str) -> str:
    found = eyes.issues[issue]
    return found.labels[eyes.scenario.issues[issue].start]


def _scores(eyes: Eyes, place: Place, game: Game) -> tuple[str, list[Block], list[Control]]:
    rows = []
    for seat in game.findings.scores:
        rows.append(
            (
                eyes.name(seat.seat), str(seat.score.total), share_in_words(seat),
                _("{worst} to {best}").format(worst=seat.range.worst, best=seat.range.best),
            )
        )  # fmt: skip
    head = ("", _("points"), _("share"), _("from the issues alone"))
    seats = tuple(seat.seat for seat in game.findings.scores)
    shares = tuple(seat.share for seat in game.findings.scores)
    blocks: list[Block] = [Grid(head, tuple(rows), actors=seats, shares=shares)]
    says = _(
        "The share is how far up a seat's points are between the worst and the best that the "
        "issues alone could bring it; what else counts (tension, trust, objectives) can carry them "
        "outside. Compare a seat with itself, not with the others."
    )
    blocks.append(Paragraph(says, "quiet"))
    blocks += below(eyes, game)
    own = next((s for s in game.findings.scores if s.seat == eyes.seat), None)
    if own is not None:
        blocks += [Heading(_("Your points, and what they are for")), _parts(eyes, game, own)]
    more = [
        Control(f"why {s.seat}", _("The reasons of {name}").format(name=eyes.name(s.seat)),
                Go(Place("end.why", s.seat)), actor=s.seat)
        for s in game.findings.scores
        if s.seat != eyes.seat
    ]  # fmt: skip
    return _("The scores"), blocks, more


def _parts(eyes: Eyes, game: Game, seat: SeatScore) -> Block:
    """The reasons of a seat's points, and the objectives that it did not reach."""
    missing = missed(eyes.scenario, game.worlds[-1], seat.seat)
    return parts_of(eyes, seat.score, seat.seat, missing)


def below(eyes: Eyes, game: Game) -> list[Block]:
    """Who accepted less than no deal would have given it."""
    settle = eyes.scenario.settle
    if settle is None or eyes.view.end != "settled":
        return []
    lines = [
        _("{name} settled for {n}; without a deal it would have had {least}.").format(
            name=eyes.name(seat.seat), n=seat.score.total, least=settle.walk_away.get(seat.seat, 0)
        )
        for seat in game.findings.scores
        if seat.score.total < settle.walk_away.get(seat.seat, 0)
    ]
    return [Items(tuple(lines), _("Worse than no deal:"))] if lines else []


def _reasons(eyes: Eyes, place: Place, game: Game) -> tuple[str, list[Block], list[Control]]:
    seat = next(s for s in game.findings.scores if s.seat == place.of)
    blocks: list[Block] = []
    secret = game.instructions.get(place.of)
    if secret:
        blocks += [Heading(_("What only they knew")), Paragraph(secret)]
    blocks.append(_parts(eyes, game, seat))
    thought = [f"{turn}: {says}" for turn, whose, says in game.thoughts if whose == place.of]
    if thought:
        blocks.append(Items(tuple(thought), _("Why this bot did what it did, by turn:")))
    return _("The points of {name}").format(name=eyes.name(place.of)), blocks, []


def _perceptions(eyes: Eyes, place: Place, game: Game) -> tuple[str, list[Block], list[Control]]:
    """How threatening each seat found each other, the last time it said so."""
    seats = eyes.scenario.players
    values = tuple(
        tuple(game.perceptions.get(seat, {}).get(other) for other in seats) for seat in seats
    )
    caption = _("How threatening each looked, from 0 to 10: a row rates who stands above it.")
    actors = tuple((seat, eyes.name(seat)) for seat in seats)
    says = _("Compare these with what the others wanted, which their role sheets now show.")
    blocks: list[Block] = [Matrix(caption, actors, values, 0, 10), Paragraph(says, "quiet")]
    return _("How you saw each other"), blocks, []


def _history(eyes: Eyes, place: Place, game: Game) -> tuple[str, list[Block], list[Control]]:
    blocks: list[Block] = []
    rows = []
    for number, entry in eyes.history:
        says = eyes.words.history(number)
        here = ""
        if entry.issue is not None:
            here = _("{issue}: {option}").format(
                issue=eyes.issues[entry.issue].name,
                option=_stood(eyes, game, entry.issue, entry.turn),
            )
        when = month(entry.date) if entry.date and entry.date.count("-") == 1 else entry.date
        turn = _("turn {n}").format(n=entry.turn)
        rows.append((f"{turn}, {when}" if when else turn, says, here))
    if rows:
        head = ("", _("in reality"), _("here, at the end of that turn"))
        blocks.append(Grid(head, tuple(rows)))
    else:
        blocks.append(nothing(_("This scenario is invented: there is no history to compare.")))
        played = _played(eyes, game)
        if played:
            blocks.append(Items(tuple(played), _("What happened here:")))
    came = (("back", "end.history"),)
    more = [
        Control("timeline", _("The game turn by turn"), Go(Place("end.timeline")), icon="history"),
        Control("relations", _("Between the seats"), Go(Place("relations", args=came)),
                icon="scale"),
    ]  # fmt: skip
    return _("What really happened"), blocks, more


def _timeline(eyes: Eyes, place: Place, game: Game) -> tuple[str, list[Block], list[Control]]:
    """Every turn on a line, with nothing hidden any more, and what really happened beside it."""
    rows = tuple(world.row for world in game.worlds)
    return _("The game turn by turn"), charts(eyes, rows, over=True), []


def _stood(eyes: Eyes, game: Game, issue: str, turn: int) -> str:
    """Where an issue stood in this game at the end of a turn."""
    row = game.after(turn).row
    return eyes.issues[issue].labels[row[eyes.scenario.issues[issue].cell]]


def _played(eyes: Eyes, game: Game) -> list[str]:
    lines = []
    for number, facts in enumerate(game.facts, 1):
        for fact in facts:
            if isinstance(fact, Moved):
                issue = eyes.issues[fact.issue]
                text = _("turn {n}: {issue} went to {option}")
                lines.append(text.format(n=number, issue=issue.name, option=issue.labels[fact.new]))
    return lines


def _questions(eyes: Eyes, place: Place, game: Game) -> tuple[str, list[Block], list[Control]]:
    questions = eyes.words.questions
    if not questions:
        return _("To talk about"), [nothing(_("This scenario asks no questions."))], []
    return _("To talk about"), [Items(tuple(questions))], []
