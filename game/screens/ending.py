"""The end: how it ended, scores with their reasons, three findings, history, questions."""

from __future__ import annotations

from collections.abc import Sequence

from game.debrief.findings import FirstBreach, Swing
from game.debrief.game import Game, game_of
from game.i18n import N_, _, ngettext
from game.rules.settling import dealt
from game.scenario.model import Scenario
from game.screens.eyes import Eyes, listed, month, nothing, screen
from game.screens.history import charts
from game.screens.model import (
    Block,
    Control,
    Go,
    Grid,
    Heading,
    Items,
    Leave,
    Paragraph,
    Place,
    Screen,
)
from game.screens.points import parts_of
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
        "end.story": _story, "end.scores": _scores, "end.findings": _findings,
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
        controls = [Control("done", _("end the game"), Leave("done"), default=True)]
    if at:
        controls.append(Control("back", _("Back"), Go(Place(order[at - 1])), role="back"))
    help = _("The game is over; nothing can be changed any more. Now all role sheets are open.")
    return screen(eyes, title, blocks, controls, help)


def _story(eyes: Eyes, place: Place, game: Game) -> tuple[str, list[Block], list[Control]]:
    blocks: list[Block] = [Paragraph(eyes.view.ended or _("The last turn is over."), "now")]
    lines = [
        _("{issue}: {before}, now {after}").format(
            issue=issue.name, before=_start(eyes, issue.id), after=issue.labels[issue.now]
        )
        for issue in eyes.view.issues
    ]
    blocks.append(Items(tuple(lines), _("Where it began, and where it ended:")))
    broken = sum(isinstance(fact, Breached) for facts in game.facts for fact in facts)
    text = _("Turns played: {n}. Agreements made: {made}. Promises broken: {broken}.")
    blocks.append(Paragraph(text.format(n=len(game.facts), made=len(game.texts), broken=broken)))
    blocks += _calibration(game)
    if eyes.view.powers:
        blocks.append(Items(eyes.view.powers, _("What the facilitator did:")))
    return _("The end"), blocks, []


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
                eyes.name(seat.seat), str(seat.score.total), f"{seat.share} %",
                _("{worst} to {best}").format(worst=seat.range.worst, best=seat.range.best),
            )
        )  # fmt: skip
    head = ("", _("points"), _("share"), _("from the issues alone"))
    blocks: list[Block] = [Grid(head, tuple(rows))]
    says = _(
        "From the issues alone a seat could have got so much, at worst and at best, by a deal that "
        "nobody could better without loss to another; the share is how far up between them its "
        "points are, and what else counts (tension, trust, objectives) can carry them outside. "
        "Compare a seat with itself, not with the others."
    )
    blocks.append(Paragraph(says, "quiet"))
    blocks += below(eyes, game)
    own = next((s for s in game.findings.scores if s.seat == eyes.seat), None)
    if own is not None:
        blocks += [Heading(_("Your points, and what they are for")), parts_of(eyes, own.score)]
    more = [
        Control(f"why {s.seat}", _("The reasons of {name}").format(name=eyes.name(s.seat)),
                Go(Place("end.why", s.seat)))
        for s in game.findings.scores
        if s.seat != eyes.seat
    ]  # fmt: skip
    return _("The scores"), blocks, more


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
    blocks.append(parts_of(eyes, seat.score))
    thought = [f"{turn}: {says}" for turn, whose, says in game.thoughts if whose == place.of]
    if thought:
        blocks.append(Items(tuple(thought), _("Why this bot did what it did, by turn:")))
    return _("The points of {name}").format(name=eyes.name(place.of)), blocks, []


def _findings(eyes: Eyes, place: Place, game: Game) -> tuple[str, list[Block], list[Control]]:
    found = game.findings
    blocks: list[Block] = [Heading(_("1. The largest swing")), *_swing(eyes, found.swing)]
    blocks += [Heading(_("2. The first broken promise")), *_breach(eyes, game, found.breach)]
    blocks += [Heading(_("3. What was left on the table")), *_left(eyes, game)]
    return _("Three findings"), blocks, []


def _swing(eyes: Eyes, swing: Swing | None) -> list[Block]:
    if swing is None:
        return [nothing(_("Nobody's score ever changed."))]
    if swing.kind == "settlement":
        text = _("In turn {turn} the settlement gave {name} {n:+d} against what no deal gives.")
        said = text.format(turn=swing.turn, name=eyes.name(swing.seat), n=swing.change)
        return [Paragraph(said, "now")]
    what = swing.about
    if swing.kind == "want":
        what = eyes.issues[what].name if what in eyes.issues else eyes.words.cell(what)
    elif swing.kind == "end":
        what = eyes.words.end(what)
    elif swing.kind == "accrued":
        what = _("what came in")
    text = _(
        "In turn {turn} the score of {name} changed by {n:+d}, most of all ({part:+d}) for: {what}."
    )
    blocks: list[Block] = [
        Paragraph(
            text.format(
                turn=swing.turn, name=eyes.name(swing.seat), n=swing.change, part=swing.part,
                what=what.rstrip("."),
            ),
            "now",
        )
    ]  # fmt: skip
    if swing.movers:
        says = _("It was moved by {names}.").format(names=eyes.names(swing.movers))
        blocks.append(Paragraph(says))
    elif swing.causes:
        causes = [eyes.words.cause(cause) for cause in swing.causes]
        blocks.append(Items(tuple(causes), _("Caused by:")))
    return blocks


def _breach(eyes: Eyes, game: Game, breach: FirstBreach | None) -> list[Block]:
    if breach is None:
        kept = _("No promise was broken.") if game.texts else _("Nothing was ever agreed.")
        if eyes.view.end == "settled" and not game.texts:
            kept = _("No promise was made: a package settled everything at once.")
        return [Paragraph(kept)]
    name, clauses = game.texts[breach.agreement]
    text = _("{name} broke “{agreement}” in turn {turn}; it had been in force since turn {since}.")
    blocks: list[Block] = [
        Paragraph(
            text.format(name=eyes.name(breach.seat), agreement=name, turn=breach.turn,
                        since=breach.since), "trouble",
        )
    ]  # fmt: skip
    if breach.clause < len(clauses):
        blocks.append(Items((eyes.words.clause(clauses[breach.clause]),), _("The clause:")))
    return blocks


def _left(eyes: Eyes, game: Game) -> list[Block]:
    left = game.findings.left
    if not left.total:
        text = _("Nothing: no other settlement was better for somebody and worse for nobody.")
        return [Paragraph(text)]
    text = ngettext(
        "This settlement would have been worse for nobody, and better by {n} point in all:",
        "This settlement would have been worse for nobody, and better by {n} points in all:",
        left.total,
    )
    none = not dealt(eyes.scenario, game.worlds[-1])
    changed = [
        _("{issue}: {option}").format(
            issue=eyes.issues[issue].name, option=eyes.option(issue, option)
        )
        if none
        else
        _("{issue}: {option} instead of {now}").format(
            issue=eyes.issues[issue].name, option=eyes.option(issue, option),
            now=eyes.issues[issue].labels[eyes.issues[issue].now],
        )
        for issue, option in left.package.items()
        if none or eyes.issues[issue].options[eyes.issues[issue].now] != option
    ]  # fmt: skip
    gains = [f"{eyes.name(seat)} {gain:+d}" for seat, gain in left.gains.items() if gain]
    return [
        Items(tuple(changed), text.format(n=left.total)),
        Items(tuple(gains), _("Who would have gained:")),
    ]


def _perceptions(eyes: Eyes, place: Place, game: Game) -> tuple[str, list[Block], list[Control]]:
    """How threatening each seat found each other, the last time it said so."""
    seats = [seat for seat in eyes.scenario.players if seat in game.perceptions]
    blocks: list[Block] = []
    for seat in seats:
        rated = sorted(game.perceptions[seat].items(), key=lambda pair: -pair[1])
        says = listed([f"{eyes.name(other)} {level}" for other, level in rated])
        caption = _("{name} feared, from 0 to 10:").format(name=eyes.name(seat))
        blocks.append(Items((says,), caption))
    says = _("Compare these with what the others wanted, which their role sheets now show.")
    return _("How you saw each other"), [*blocks, Paragraph(says, "quiet")], []


def _history(eyes: Eyes, place: Place, game: Game) -> tuple[str, list[Block], list[Control]]:
    blocks: list[Block] = []
    rows = []
    for number, entry in enumerate(eyes.scenario.document.history):
        says = eyes.words.history(number)
        here = ""
        if entry.issue is not None:
            here = _("here {issue}: {option}").format(
                issue=eyes.issues[entry.issue].name,
                option=_stood(eyes, game, entry.issue, entry.turn),
            )
        when = month(entry.date) if entry.date and entry.date.count("-") == 1 else entry.date
        rows.append((_("turn {n}").format(n=entry.turn), when or "", says, here))
    if rows:
        blocks += _history_lines(rows)
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


def _history_lines(rows: list[tuple[str, str, str, str]]) -> list[Block]:
    lines = []
    for turn, when, says, here in rows:
        date = f", {when}" if when else ""
        lines.append(f"{turn}{date}: {says}" + (f" [{here}]" if here else ""))
    caption = _("In brackets stands where your game was at the end of that turn.")
    return [Items(tuple(lines), caption)]


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
