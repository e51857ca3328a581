"""What persons at one machine choose and type, and what comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.i18n import _, ngettext
from game.record.table import Table
from game.screens.eyes import DESK
from game.screens.finishing import FINISH
from game.screens.model import Action, Fill, Go, Leave, Place, Submit
from game.screens.orders import ORDERS
from game.session import hotseat_ends as ends
from game.session.asking import WHY, meant, near, ordered
from game.session.curtain import FORGET, PIN, TAKE
from game.session.filling import filled
from game.session.opening import company_of
from game.session.rota import Rota
from game.table.commands import CONTROL, Command, Do, Finish, Give, Lock

if TYPE_CHECKING:
    from game.session.hotseat import HotSeat

TOGETHER = frozenset({"reveal", "why", "whys", "board", "relations", "timeline", WHY, FINISH})
"""What a class may look at together between two turns; anything else goes on to the next seat."""


def act(at: HotSeat, action: Action, text: str) -> None:
    """Do what a control does. Raises UserError, NotFilled."""
    match action:
        case Go(to):
            visit(at, to)
        case Submit(do, then, said):
            if submit(at, do, said):
                at.place = then
                at.after(isinstance(do, Lock))
        case Fill():
            there = filled(action, text)
            if there is not None:
                visit(at, there)
        case Leave():
            at.rota.pass_on(at.keyboard)
            at.go_on()


def visit(at: HotSeat, to: Place) -> None:
    """Go to a place; some are the session's own."""
    if to.screen == TAKE:
        _take(at, to.of, to.arg("pin"))
    elif to.screen == FORGET:
        at.pins.forget(to.of)
    elif to.arg("to") == PIN:
        at.say(*at.pins.guard(at.keyboard, to.arg("pin")))
    elif at.place.screen == "reveal" and to.screen not in TOGETHER and _ends(at):
        at.place = ends.at(at.place, told=True)
    elif at.stage == "together" and to.screen not in TOGETHER:
        at.heard = at.table.state.world.turn
        at.go_on()
    else:
        at.place = Place("briefing") if to == ends.ON else to


def _ends(at: HotSeat) -> bool:
    """Whether the turns that the session has time for have just been told: asked once a turn."""
    turn = at.table.state.world.turn
    if at.offered == turn or not (at.alone or at.stage == "together"):
        return False
    at.offered = turn
    return at.eyes().played


def _take(at: HotSeat, seat: str, pin: str) -> None:
    if not at.pins.opens(seat, pin):
        says = _("That is not the PIN.")
        if at.pins.shut(seat):
            says = _("Too many wrong PINs: the seat opens only once its PIN is taken away.")
        at.say(says, "trouble")
        return
    tried = at.pins.tried(seat)
    at.sit(seat)
    if tried:
        text = ngettext(
            "A wrong PIN was typed for your seat {n} time.",
            "A wrong PIN was typed for your seat {n} times.",
            tried,
        )
        at.say(text.format(n=tried), "trouble")
    if at.pins.tell(seat):
        says = _("Your PIN was taken away at this laptop while others had it.")
        at.say(says, "trouble")


def submit(at: HotSeat, do: Command | Do, said: str = "") -> bool:
    """Ask the table for something; whether it was granted."""
    reply = at.table.submit(CONTROL if isinstance(do, Finish) else at.keyboard, do)
    if reply.refused is not None:
        says = reply.refused.says
        says += "" if says.endswith((".", "?", "!")) else "."
        at.say(_("Refused: {says}").format(says=says), "trouble")
        return False
    at.say(said, "good")
    if at.table.state.phase == "negotiation":
        at.company.sign()
    return True


def reload(at: HotSeat) -> None:
    """Another program has gone on with the game: show it as it stands now. Raises UserError."""
    assert at.path is not None
    table = Table.load(at.path)
    at.table.close()
    at.table, thoughts = table, at.company.thoughts
    at.company = company_of(table)
    at.company.thoughts = thoughts
    at.rota = Rota(table, at.company)
    at.go_on()
    says = _("Another program has gone on with this game. This is how it stands now; say again "
             "what you wanted last.")  # fmt: skip
    at.say(says, "trouble")


def type_line(at: HotSeat, line: str) -> None:
    """Do what a typed line says: an order, a word of the desk, or `why` and a name."""
    eyes = at.eyes()
    found = meant(eyes, line)
    if isinstance(found, str):
        at.say(found, "trouble")
    elif isinstance(found, Place):
        if at.place.screen != WHY:
            at.asked_at = at.place
        at.place = found
    elif at.stage != "seat":
        at.say(_("Orders are given by a seat that has the keyboard."), "trouble")
    elif submit(at, Give(found)):
        at.say(ordered(eyes, found), "good")  # only now: what was refused may have no words
        at.place = ORDERS if at.place.screen in ("orders", "order") else DESK
        at.after(False)
    else:
        at.say(near(eyes, line))
