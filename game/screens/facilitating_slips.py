"""Typing a slip: the warning that the class can read along, and the page for one team's slip."""

from __future__ import annotations

from game.i18n import _
from game.screens.eyes import Eyes, nothing, status
from game.screens.facilitating import HUB, Room, back, do, page
from game.screens.model import (
    Block,
    Control,
    Fill,
    Go,
    Grid,
    Heading,
    Items,
    Paragraph,
    Place,
    Screen,
)
from game.screens.slip_words import known_lines, lines_of
from game.screens.slips import Slip


def blank(room: Room, place: Place) -> Screen:
    """Nothing to see for the class."""
    controls = (Control("on", _("go on"), Go(do("unblank")), default=True, key="."),)
    return Screen(_("The facilitator is typing"), (), controls)


def cover(room: Room, place: Place) -> Screen:
    """Before a page that the class must not read: nothing of it, and what to do first."""
    to = Place(place.of, place.arg("of"), tuple(p for p in place.args if p[0] != "of"))
    blocks: list[Block] = [
        Paragraph(
            _(
                "The class can see this screen. Cover the projector, or freeze its picture, before "
                "you go on: the next page is secret."
            ),
            "trouble",
        )
    ]
    alone = do("alone", to.screen, seat=to.of, **dict(to.args))
    controls = [
        Control("on", _("The projector is covered: go on"), Go(to), default=True),
        Control("alone", _("The class does not see this screen: do not ask again"), Go(alone)),
        back(),
    ]
    return page(room, _("The facilitator is typing"), blocks, controls)


def slip(room: Room, eyes: Eyes, read: Slip) -> Screen:
    """The slip of one team, line by line, with everything that is wrong with it."""
    seat = eyes.seat
    blocks: list[Block] = []
    if room.shared:
        blocks.append(Paragraph(_("The class can see this screen."), "trouble"))
    blocks += _lines(read)
    if read.problems:
        listed = tuple(str(problem) for problem in read.problems)
        caption = _("Nothing of this slip is taken until this is put right:")
        blocks.append(Items(listed, caption, "trouble"))
    elif read.text.strip():
        says = _("Slip of {name}: {counted}, all fine.")
        blocks.append(Paragraph(says.format(name=eyes.view.name, counted=read.counted), "good"))
    waiting = [q for q in eyes.view.questions if q.asks == seat]
    for asked in waiting:
        options = tuple(f"answer {asked.event} {a.id}: {a.says}" for a in asked.answers)
        blocks.append(Items(options, asked.title))
    title = _("Slip of {name}").format(name=eyes.view.name)
    help = _(
        "One line for each thing: an order in its notation, 'vote TEXT yes', 'answer EVENT "
        "OPTION', 'sign TEXT', 'say to NAME: ...', 'press: ...', 'rate NAME 7'. A line that begins "
        "with # is left out."
    )
    controls = _controls(room, eyes, read)
    return Screen(title, tuple(blocks), tuple(controls), help, status(eyes))


def _lines(read: Slip) -> list[Block]:
    wrong = {problem.line for problem in read.problems}
    rows = tuple(
        (str(line.number), line.text, _("see below") if line.number in wrong else _("fine"))
        for line in lines_of(read.text)
    )
    if not rows:
        return [nothing(_("Nothing is written on this slip yet."))]
    return [Grid(("", _("line"), ""), rows)]


def _controls(room: Room, eyes: Eyes, read: Slip) -> list[Control]:
    seat, empty = eyes.seat, not read.text.strip()
    known = known_lines(eyes)
    whole = Fill(do("slip", seat), "text", _("The whole slip, a line for each thing"), "lines",
                 optional=True, known=known, text=read.text, kept=True)  # fmt: skip
    one = Fill(do("line", seat), "text", _("A line of the slip"), known=known)
    take = _("Take it: the team does nothing this turn") if empty else _("take this slip")
    controls = [
        Control(
            "text", _("Type the whole slip") if empty else _("Change the whole slip"), whole,
            "field", default=empty or bool(read.problems),
        ),
        Control("line", _("Add a line"), one, "field"),
        Control(
            "take", take, Go(do("take", seat)), enabled=not read.problems,
            why_not=_("put right what is wrong with it first"),
            default=not empty and not read.problems,
        ),
    ]  # fmt: skip
    if not empty:
        controls.append(Control("last", _("Take out the last line"), Go(do("last", seat))))
        controls.append(Control("clear", _("Begin again"), Go(do("clear", seat))))
    controls += [
        Control("menu", _("What it may order"), Go(Place("f.menu", seat))),
        Control(
            "act", _("Sit at its desk"), Go(do("act", seat)),
            hint=_("with the editor of agreements, packages and all else"),
        ),
        back(HUB),
    ]  # fmt: skip
    return controls


def menu(room: Room, eyes: Eyes) -> Screen:
    """Every order of a team as it is written, what it costs, and why not."""
    rows = tuple(
        (item.notation, item.label, str(item.cost), item.refusal) for item in eyes.view.menu
    )
    head = (_("order"), "", _("cost"), _("not now, because"))
    blocks: list[Block] = [Grid(head, rows)]
    sheet = eyes.view.sheet
    if sheet is not None and sheet.instructions:
        blocks += [Heading(_("Its instructions")), Paragraph(sheet.instructions)]
    title = _("What {name} may order").format(name=eyes.view.name)
    to = Place("f.slip", eyes.seat)
    return Screen(title, tuple(blocks), (back(to, default=True),), "", status(eyes))
