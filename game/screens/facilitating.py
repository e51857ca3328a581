"""The facilitator's own screens for the class to see: briefing, clock, slips, ruling.

They are drawn from what everybody may see, and from whether a team has handed in its slip: never
from what is on one.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from game.i18n import _, ngettext
from game.screens.arguments import odds_words
from game.screens.briefing import headlines
from game.screens.eyes import Eyes, nothing, turn_of
from game.screens.model import (
    Action,
    Block,
    Control,
    Go,
    Heading,
    Items,
    Leave,
    Paragraph,
    Place,
    Screen,
    Submit,
)
from game.screens.pending import announced
from game.table.commands import Extend, Open, Pause, Resume, Rule
from game.table.views import HearingView

HUB = Place("f.hub")
POWERS = Place("f.powers")
EXTENSIONS = ((1, "e"), (2, "t"), (5, "v"))
"""Minutes that the facilitator may add at once, each with its key."""

Handed = Literal["missing", "entered", "problems", "locked", "bot", "empty"]
"""What became of a team's slip this turn; of a seat without a team, who plays it."""


NO_TEAM = ("bot", "empty")
"""What becomes of a seat that hands in no slip."""


class Room(Struct, frozen=True):
    """What the facilitator's screens are drawn from.

    `hearings` wait for the facilitator's ruling. `shared`: the class sees this very screen.
    `last` is the turn that was resolved last, 0 before the first. `injects` are the events that are
    set to happen at the end of this turn: for the facilitator's eyes alone. `lost` says what else
    undoing that turn takes back.
    """

    public: Eyes
    slips: dict[str, Handed]
    hearings: tuple[HearingView, ...] = ()
    shared: bool = True
    last: int = 0
    injects: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()

    @property
    def missing(self) -> list[str]:
        """The teams whose slips are not in."""
        return [seat for seat, how in self.slips.items() if how in ("missing", "problems")]


def do(what: str, of: str = "", **args: str) -> Place:
    """A place that is no screen: something that the session does."""
    return Place("f.do", what, (("of", of), *args.items()) if of else tuple(args.items()))


def page(
    room: Room, title: str, blocks: list[Block], controls: list[Control], help: str = ""
) -> Screen:
    """A screen of the facilitator's: its status names the turn and nobody."""
    return Screen(title, tuple(blocks), tuple(controls), help, turn_of(room.public))


def back(to: Place = HUB, default: bool = False) -> Control:
    """The way back."""
    return Control("back", _("back"), Go(to), role="back", default=default)


def private(room: Room, to: Place) -> Action:
    """The way to a page that the class must not read: past a warning where it would."""
    return Go(Place("f.cover", to.screen, (("of", to.of), *to.args)) if room.shared else to)


def blanking() -> Control:
    """The key that leaves the class nothing to see, on every page."""
    hint = _("the class sees nothing until you choose to go on")
    return Control("blank", _("Blank the screen"), Go(do("blank")), key=".", hint=hint)


def always() -> list[Control]:
    """What the facilitator may do at any time."""
    powers = Control("powers", _("The facilitator's powers"), Go(POWERS), key="f",
                     hint=_("inject, correct, undo, end the session"))  # fmt: skip
    return [
        powers,
        blanking(),
        Control("quit", _("Leave the game"), Leave("quit"), hint=_("it is saved; go on later")),
    ]  # fmt: skip


def hub(room: Room, place: Place) -> Screen:
    """What the class looks at now, and all that the facilitator may do about it."""
    pages = {"briefing": _briefing, "negotiation": _negotiation, "ruling": _ruling}
    return pages[room.public.view.phase](room)


def _briefing(room: Room) -> Screen:
    eyes = room.public
    view = eyes.view
    blocks: list[Block] = []
    if view.turn == 1:
        blocks.append(Paragraph(eyes.words.summary))
    news = headlines(eyes)
    if news:
        blocks += [Heading(_("In the papers")), Items(tuple(news))]
    for asked in view.questions:
        text = _("{name} must answer: {title}.")
        title = asked.title.rstrip(".")
        blocks += [
            Heading(text.format(name=asked.asks_name, title=title)),
            Paragraph(asked.says),
        ]
    texts = announced(eyes)
    if texts:
        blocks += [Heading(_("Agreements")), Items(tuple(texts))]
    if not blocks:
        blocks.append(nothing(_("There is no news.")))
    controls = [
        Control("open", _("open the negotiation"), Submit(Open(), HUB), default=True),
        *always(),
    ]
    title = _("Briefing of turn {n}").format(n=view.turn)
    help = _("The class reads the news. When you open the negotiation, its clock begins to run.")
    return page(room, title, blocks, controls, help)


def handed(how: Handed) -> str:
    """What became of a slip, in words."""
    return {
        "missing": _("not in yet"),
        "entered": _("in"),
        "problems": _("being typed"),
        "locked": _("in, and ended its turn"),
        "bot": _("played by a bot"),
        "empty": _("nobody plays it"),
    }[how]


def _negotiation(room: Room) -> Screen:
    eyes = room.public
    blocks = _others(room)
    for asked in eyes.view.questions:
        text = _("{name} must answer: {title}.")
        blocks.append(
            Paragraph(text.format(name=asked.asks_name, title=asked.title.rstrip(".")), "now")
        )
    proposed = [p.says for p in eyes.view.proposals]
    if proposed:
        blocks.append(Items(tuple(proposed), _("Proposed this turn:")))
    texts = [
        _("{name} ({names}); signed by {signed}").format(
            name=d.name, names=eyes.names(d.parties), signed=eyes.names(d.signatures) or _("nobody")
        )
        for d in eyes.view.drafts
    ]
    if texts:
        blocks.append(Items(tuple(texts), _("On the table:")))
    controls = [*_slips(room), _closing(room), *_clock(room), *always()]
    title = _("Negotiation of turn {n}").format(n=eyes.view.turn)
    help = _(
        "The teams negotiate and hand in slips. Type each slip; it is taken whole or not at all, "
        "and a corrected slip comes in the place of the earlier one. What is on a slip stays "
        "secret until the negotiation has ended."
    )
    return page(room, title, blocks, controls, help)


def _others(room: Room) -> list[Block]:
    """Which seats hand in no slip, and why."""
    others = [
        _("{name}: {how}").format(name=room.public.name(seat), how=handed(how))
        for seat, how in room.slips.items()
        if how in NO_TEAM
    ]
    return [Items(tuple(others))] if others else []


def _closing(room: Room) -> Control:
    """The end of the negotiation; where slips are missing, it is asked about first."""
    closing = Go(Place("f.close")) if room.missing else Go(do("close"))
    label = _("end the negotiation")
    return Control("close", label, closing, default=not room.missing, key="n",
                   heading=_("The negotiation"))  # fmt: skip


def _slips(room: Room) -> list[Control]:
    """The teams' slips, under how many are in."""
    teams = [seat for seat, how in room.slips.items() if how not in NO_TEAM]
    waits = room.missing
    says = _("Slips in: {n} of {all}.").format(n=len(teams) - len(waits), all=len(teams))
    return [
        Control(
            f"slip {seat}", _("Slip of {name}").format(name=room.public.name(seat)),
            private(room, Place("f.slip", seat)), value=handed(room.slips[seat]), actor=seat,
            default=seat in waits[:1], heading=says,
        )
        for seat in teams
    ]  # fmt: skip


def _clock(room: Room) -> list[Control]:
    heading = _("The clock")
    stop = Control("pause", _("Stop the clock"), Submit(Pause(), HUB), heading=heading, key="p")
    if room.public.view.paused:
        stop = Control("resume", _("Let the clock run"), Submit(Resume(), HUB), heading=heading,
                       key="p")  # fmt: skip
    return [stop] + [
        Control(
            f"extend {n}",
            ngettext("Extend by {n} minute", "Extend by {n} minutes", n).format(n=n),
            Submit(Extend(60 * n), HUB), heading=heading, key=key,
        )
        for n, key in EXTENSIONS
    ]  # fmt: skip


def _ruling(room: Room) -> Screen:
    if not room.hearings:
        controls = [Control("close", _("go on"), Go(do("close")), default=True), *always()]
        blocks: list[Block] = [nothing(_("Every argument has its ruling."))]
        return page(room, _("Ruling"), blocks, controls)
    found = room.hearings[0]
    blocks = [*argument(found)]
    asked = Place("f.says", f"{found.seat}:{found.number}")
    controls = [
        Control(
            str(odds), word, Submit(Rule(found.seat, found.number, odds), HUB), "choice",
            default=odds == 50, heading=_("Your ruling"),
        )
        for odds, word in odds_words()
    ]  # fmt: skip
    controls.append(
        Control("says", _("Write down what a team says"), Go(asked),
                hint=_("a reason for or against it, or the odds that it would give"))
    )  # fmt: skip
    help = _("Hear the other teams, then rule how likely it is. Chance decides by these odds.")
    return page(room, _("How likely is it?"), blocks, [*controls, *always()], help)


def argument(found: HearingView) -> list[Block]:
    """An argument before the table: what happens, why, what it asks for."""
    says = _("{name} argues: {says}").format(name=found.name, says=found.says)
    blocks: list[Block] = [Paragraph(says, "now")]
    if found.because:
        blocks.append(Items(found.because, _("because:")))
    blocks.append(Items(found.asking, _("asking for:")))
    if found.reasons:
        blocks.append(Items(found.reasons, _("What others say of it:")))
    return blocks
