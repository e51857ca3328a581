"""What the facilitator's controls do that is neither a screen nor a command."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.i18n import _
from game.screens.eyes import DESK
from game.screens.model import Place
from game.table.commands import CONTROL, Close, Correct, Next, Reason, Rule, Seat

if TYPE_CHECKING:
    from game.session.facilitator import Facilitator


def _blank(at: Facilitator, of: str, to: Place) -> None:
    """Blank the screen; behind it nothing secret lies open for when it comes back."""
    at.blank = True
    if at.seat:
        at.stand()
    elif at.shared and at.secret:
        at.go_home()


def _unblank(at: Facilitator, of: str, to: Place) -> None:
    at.blank = False


def _alone(at: Facilitator, of: str, to: Place) -> None:
    at.shared = False
    at.place = Place(of, to.arg("seat"))


def _close(at: Facilitator, of: str, to: Place) -> None:
    before = at.table.state.phase, at.table.state.world.turn
    if before[0] == "negotiation":
        at.company.close()
    if before == (at.table.state.phase, at.table.state.world.turn):
        at.submit(CONTROL, Close())


def _slip(at: Facilitator, of: str, to: Place) -> None:
    nothing = not to.arg("text").strip() and not at.box.text(of).strip()
    at.box.type(of, to.arg("text"))
    if nothing:
        _take(at, of, to)


def _line(at: Facilitator, of: str, to: Place) -> None:
    at.box.type(of, f"{at.box.text(of)}\n{to.arg('text')}")


def _last(at: Facilitator, of: str, to: Place) -> None:
    at.box.type(of, "\n".join(at.box.text(of).splitlines()[:-1]))


def _clear(at: Facilitator, of: str, to: Place) -> None:
    at.box.type(of, "")


def _take(at: Facilitator, of: str, to: Place) -> None:
    """Ask the table for everything on a slip, which a scratch table has granted."""
    slip = at.box.read(of)
    if slip.problems:
        return
    for do in slip.does:
        if not at.submit(of, do):
            return
    at.box.taken(slip)
    at.wake()
    at.go_home()
    at.say(_("The slip of {name} is taken.").format(name=at.words.actor(of)), "good")


def _act(at: Facilitator, of: str, to: Place) -> None:
    at.seat, at.at = of, DESK


def _stand(at: Facilitator, of: str, to: Place) -> None:
    at.stand()


def _reason(at: Facilitator, of: str, to: Place) -> None:
    against = to.arg("against") == "1"
    do = Reason(to.arg("seat"), int(to.arg("number")), to.arg("text"), against)
    if at.submit(of, do):
        at.go_home()


def _odds(at: Facilitator, of: str, to: Place) -> None:
    odds = int(to.arg("odds"))
    if at.submit(of, Rule(to.arg("seat"), int(to.arg("number")), odds)):
        says = _("{name} says: {odds}.")
        at.say(says.format(name=at.words.actor(of), odds=at.words.odds(odds)))
        at.go_home()


def _correct(at: Facilitator, of: str, to: Place) -> None:
    if at.submit(CONTROL, Correct(of, int(to.arg("value")))):
        at.say(_("It is set."), "good")
        at.go_home()


def _name(at: Facilitator, of: str, to: Place) -> None:
    at.submit(CONTROL, Seat(of, to.arg("name")))


def _on(at: Facilitator, of: str, to: Place) -> None:
    """Past a turn's reveal: to the next turn, or ask first where the session's are played."""
    if at.room().public.played:
        at.place = Place("f.finish")
    else:
        at.submit(CONTROL, Next())


DEEDS: dict[str, Callable[[Facilitator, str, Place], None]] = {
    "blank": _blank,
    "unblank": _unblank,
    "alone": _alone,
    "close": _close,
    "slip": _slip,
    "line": _line,
    "last": _last,
    "clear": _clear,
    "take": _take,
    "act": _act,
    "stand": _stand,
    "reason": _reason,
    "odds": _odds,
    "correct": _correct,
    "name": _name,
    "on": _on,
}
