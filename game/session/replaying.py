"""The pages of a replay: a turn as it stood, two side by side, and the way to play on from one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from game.i18n import _
from game.screens.accords import in_force
from game.screens.compare import compare
from game.screens.eyes import Eyes, nothing
from game.screens.model import (
    Block,
    Control,
    Fill,
    Go,
    Heading,
    Leave,
    Paragraph,
    Place,
    Screen,
)
from game.screens.story import change
from game.world.world import STOPPED

TURN = Place("replay")
"""The turn that is looked at."""


def turn(number: int) -> Place:
    """A turn by its number."""
    return Place("replay", str(number))


def not_over() -> str:
    """Why nobody plays on from a turn of a game that goes on: its seats would lie open."""
    return _(
        "The game is not over: what its seats keep secret would be told. "
        "Play it to its end first, or use modus fork."
    )


def _aside(screen: str) -> Place:
    """A screen of the game that leads back to the turn."""
    return Place(screen, args=(("back", TURN.screen),))


def standing(eyes: Eyes, at: int, names: Sequence[str], *, over: bool) -> Screen:
    """A turn as it stood when it began: what had just moved, and what was in force."""
    blocks: list[Block] = [
        replace(change(eyes, one), why=())
        for one in eyes.view.told
        if one.cell and not one.cells and not one.steady and _counts(eyes, one.cell)
    ]
    if eyes.view.told:
        quiet = nothing(_("No issue moved."))
        blocks = [Heading(_("What the turn before brought")), *(blocks or [quiet])]
    if eyes.view.ended:
        blocks.insert(0, Paragraph(eyes.view.ended, "now"))
    accords = in_force(eyes)
    if accords:
        blocks += [Heading(_("Agreements in force")), *accords]
    if not over:
        text = _("This game is not over: what is secret is not shown.")
        blocks.append(Paragraph(text, "quiet"))
    help = _("A recorded game: go through its turns. Nothing that is done here changes the record.")
    controls = tuple(_ways(eyes, at, len(names), over=over))
    return Screen(names[at], tuple(blocks), controls, help, eyes.view.title)


def _counts(eyes: Eyes, cell: str) -> bool:
    """Whether a change is worth a line here: an issue's, or the world's."""
    track = eyes.scenario.tracks.get(cell.partition(".")[0])
    return cell in eyes.issues or (track is not None and track.scope == "world")


def _ways(eyes: Eyes, at: int, count: int, *, over: bool) -> list[Control]:
    last = at == count - 1
    first_why = _("this is the first turn")
    last_why = _("this is where the record ends")
    one, other = max(at, 1), max(at + 1, min(2, count))
    pair = Place("replay.compare", args=(("one", str(one)), ("other", str(other))))
    ways = [
        Control("next", _("Next turn"), Go(turn(at + 2)), enabled=not last, why_not=last_why,
                default=not last, icon="chevron-right"),
        Control("back one", _("Turn before"), Go(turn(at)), enabled=at > 0, why_not=first_why,
                icon="chevron-left"),
        Control("first", _("First turn"), Go(turn(1)), enabled=at > 0, why_not=first_why,
                icon="skip-back"),
        Control("last", _("Last turn"), Go(turn(count)), enabled=not last, why_not=last_why,
                icon="skip-forward"),
        Control("turn", _("Go to turn"),
                Fill(TURN, "turn", _asked(count, over=over), "number", 1, count), "field",
                value=str(at + 1), icon="search"),
        Control("compare", _("Compare two turns"), Go(pair), icon="arrow-left-right", key="c"),
        Control("fork", _("What if? Play on from here"), Go(Place("replay.fork")),
                enabled=over and eyes.view.end in ("", STOPPED),
                why_not=_("here the game is over") if over else not_over(), icon="git-fork",
                key="f"),
        Control("reveal", _("How the turn before went"), Go(Place("reveal", "0")),
                enabled=at > 0, why_not=_("no turn is over yet"), icon="eye"),
        Control("board", _("Look at the board"), Go(_aside("board")), icon="table"),
        Control("timeline", _("The game so far"), Go(_aside("timeline")), icon="history"),
    ]  # fmt: skip
    ways.sort(key=lambda way: not way.enabled)
    if over and last:
        ways.append(
            Control("debrief", _("How it ended"), Go(Place("end.story")), default=True,
                    icon="graduation-cap")
        )  # fmt: skip
    closes = last and not over
    close = _("Close the record")
    ways.append(Control("quit", close, Leave("quit"), default=closes, icon="x"))
    return ways


def _asked(count: int, *, over: bool) -> str:
    """Which of the stops: of a game that is over, the last is its end and no turn."""
    if not over:
        return _("Which turn, from 1 to {n}").format(n=count)
    return _("Which turn, from 1 to {n}; or {end} for the end").format(n=count - 1, end=count)


def compared(one: Eyes, other: Eyes, place: Place, names: Sequence[str], *, over: bool) -> Screen:
    """What differs between the starts of two turns, and which two."""
    first, second = (names[int(place.arg(key)) - 1] for key in ("one", "other"))
    count = len(names)
    asked = _asked(count, over=over)
    back = Control("back", _("back to the turn"), Go(TURN), role="back", default=True)
    controls = (
        Control("one", _("The first"), Fill(place, "one", asked, "number", 1, count), "field",
                value=first),
        Control("other", _("The second"), Fill(place, "other", asked, "number", 1, count), "field",
                value=second),
        back,
    )  # fmt: skip
    title = _("{one} and {other}").format(one=first, other=second)
    help = _("On the left stands what was so in the first, on the right what in the second.")
    return Screen(title, tuple(compare(one, other)), controls, help, one.view.title)


def forking(eyes: Eyes, place: Place, out: Path, name: str) -> Screen:
    """Who plays on from a turn, in a record of its own."""
    says = _(
        "A copy of the game up to here is kept in {path}. You play on in it; this record stays "
        "as it is. Bots play the seats that no person takes."
    )
    persons = chosen(place)
    controls = []
    for actor in eyes.players:
        taken = actor.id in persons
        seats = [s for s in persons if s != actor.id] if taken else [*persons, actor.id]
        to = place.with_args(seats=",".join(seats))
        controls.append(
            Control(actor.id, actor.name, Go(to), "choice",
                    value=_("a person") if taken else _("a bot"), actor=actor.id)
        )  # fmt: skip
    go = Go(Place("replay.go", args=place.args))
    why_not = _("choose at least one seat for a person")
    controls.append(
        Control("go", _("play on"), go, enabled=bool(persons), why_not=why_not,
                default=bool(persons), icon="play")
    )  # fmt: skip
    controls.append(
        Control("back", _("back to the turn"), Go(TURN), role="back", default=not persons)
    )
    title = _("What if? From: {turn}").format(turn=name)
    return Screen(
        title, (Paragraph(says.format(path=out)),), tuple(controls), "", eyes.view.title
    )  # fmt: skip


def chosen(place: Place) -> list[str]:
    """The seats that persons take."""
    return [seat for seat in place.arg("seats").split(",") if seat]
