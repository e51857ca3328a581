"""Free-form actions: say what happens, why it should, and what it asks for; and rule on them."""

from __future__ import annotations

from game.i18n import _
from game.scenario.orders import Argue
from game.screens.eyes import DESK, Eyes, screen
from game.screens.model import (
    Block,
    Control,
    Fill,
    Go,
    Items,
    Paragraph,
    Place,
    Screen,
    Submit,
)
from game.table.commands import Give, Reason, Rule
from game.table.views import HearingView

REASONS = 3


def argue(eyes: Eyes, place: Place) -> Screen:
    """An argument in the making: what happens, up to three reasons, what it asks for."""
    order = Argue(place.arg("says"), _reasons(place), _asking(place))
    intro = _(
        "Do something that is not on the menu. Say what happens, give reasons, and say "
        "which numbers it should change. The others rule how likely it is; then chance "
        "decides."
    )
    controls = [*_fields(place, order), *_giving(order)]
    if not order.says:  # Enter alone must not ask for a text
        controls = [_default(c, c.id == "back") for c in controls]
    return screen(eyes, _("Argue"), [Paragraph(intro), *_said(eyes, order)], controls)


def _reasons(place: Place) -> tuple[str, ...]:
    return tuple(r for n in range(REASONS) if (r := place.arg(f"because{n}")))


def _said(eyes: Eyes, order: Argue) -> list[Block]:
    """The argument as far as it is made."""
    blocks: list[Block] = [Paragraph(order.says, "now")] if order.says else []
    if order.because:
        blocks.append(Items(order.because, _("because:")))
    if order.asking:
        asked = tuple(f"{eyes.cells[c].label} {n:+d}" for c, n in order.asking)
        blocks.append(Items(asked, _("asking for:")))
    return blocks


def _fields(place: Place, order: Argue) -> list[Control]:
    """What happens, why, and what it asks for."""
    sayable = Fill(place, "says", _("What happens, in a sentence"), text=order.says)
    controls = [
        Control("says", _("What happens"), sayable, "field", value=order.says,
                default=not order.says, icon="speech")
    ]  # fmt: skip
    if len(order.because) < REASONS:
        fill = Fill(place, f"because{len(order.because)}", _("A reason"))
        controls.append(Control("because", _("Add a reason"), fill, "field", icon="plus"))
    cell = Go(Place("argue.cell", args=place.args))
    controls.append(Control("asking", _("Ask for a change"), cell, icon="target"))
    return controls


def _giving(order: Argue) -> list[Control]:
    """Argue it, once it says and asks something; or go back."""
    ready = bool(order.says and order.asking)
    return [
        Control(
            "give", _("argue this"), Submit(Give(order), Place("orders"), _("Argued.")),
            enabled=ready, why_not=_("say what happens, and ask for at least one change"),
            default=ready, icon="gavel",
        ),
        Control("back", _("back to the desk"), Go(DESK), role="back",
                default=bool(order.says) and not order.asking),
    ]  # fmt: skip


def _default(control: Control, default: bool) -> Control:
    from msgspec.structs import replace

    return replace(control, default=default)


def _asking(place: Place) -> tuple[tuple[str, int], ...]:
    pairs = (part.split("=") for part in place.arg("asking").split())
    return tuple((cell, int(amount)) for cell, amount in pairs)


def argue_cell(eyes: Eyes, place: Place) -> Screen:
    """Which number the argument asks to change: its track, the cell, then by how much."""
    back = Place("argue", args=place.args)
    names = eyes.scenario.header.names
    cells = [n for i in sorted(eyes.scenario.argue_cells) if (n := names[i]) in eyes.cells]
    if place.of in cells:
        title, controls = _("By how much?"), _amounts(eyes, place, back)
    else:
        title = _("Which number should change?")
        tracks = dict.fromkeys(eyes.cells[name].track for name in cells)
        if place.of in tracks:
            cells = [name for name in cells if eyes.cells[name].track == place.of]
            controls = [_to_cell(place, name, eyes.cells[name].label) for name in cells]
        else:
            firsts = {track: [n for n in cells if eyes.cells[n].track == track] for track in tracks}
            controls = [
                _to_cell(place, of[0] if len(of) == 1 else track, eyes.words.track(track))
                for track, of in firsts.items()
            ]
    controls.append(Control("back", _("back to the argument"), Go(back), role="back", default=True))
    return screen(eyes, title, [], controls)


def _to_cell(place: Place, of: str, label: str) -> Control:
    return Control(of, label, Go(Place("argue.cell", of, place.args)))


def _amounts(eyes: Eyes, place: Place, back: Place) -> list[Control]:
    limit, cell = eyes.scenario.argue_limit, place.of
    others = [f"{c}={n}" for c, n in _asking(place) if c != cell]
    return [
        Control(
            f"{n:+d}", f"{eyes.cells[cell].label} {n:+d}",
            Go(back.with_args(asking=" ".join([*others, f"{cell}={n}"]))), "choice",
        )
        for n in range(-limit, limit + 1)
        if n
    ]  # fmt: skip


def odds_words() -> tuple[tuple[int, str], ...]:
    """The words of estimative probability, in per cent."""
    return (
        (5, _("remote, 5 %")),
        (25, _("unlikely, 25 %")),
        (50, _("even, 50 %")),
        (75, _("likely, 75 %")),
        (95, _("near certain, 95 %")),
    )


def open_hearings(eyes: Eyes) -> list[HearingView]:
    """The arguments of others that this seat has not ruled on."""
    return [h for h in eyes.view.hearings if h.seat != eyes.seat and h.odds is None]


def hearing(eyes: Eyes, place: Place) -> Screen:
    """Rule on an argument: how likely is it to succeed?"""
    seat, number = place.of.split(":")
    found = next(h for h in eyes.view.hearings if (h.seat, h.number) == (seat, int(number)))
    blocks: list[Block] = [
        Paragraph(_("{name} argues: {says}").format(name=found.name, says=found.says), "now")
    ]
    if found.because:
        blocks.append(Items(found.because, _("because:")))
    blocks.append(Items(found.asking, _("asking for:")))
    if found.reasons:
        blocks.append(Items(found.reasons, _("What others say of it:")))
    ruling = Place("ruling")
    controls = [
        Control(
            str(odds), word, Submit(Rule(seat, int(number), odds), ruling), "choice",
            default=odds == 50,
        )
        for odds, word in odds_words()
    ]  # fmt: skip
    if place.arg("text"):
        add = Reason(seat, int(number), place.arg("text"), place.arg("against") == "1")
        controls.insert(
            0, Control("add", _("Add your reason: {text}").format(text=place.arg("text")),
                       Submit(add, Place("hearing", place.of))),
        )  # fmt: skip
    else:
        for key, label in (("0", _("Add a reason for it")), ("1", _("Add a reason against it"))):
            fill = Fill(place.with_args(against=key), "text", _("Your reason"))
            controls.append(
                Control(
                    f"reason {key}", label, fill, "field", icon="minus" if key == "1" else "plus"
                )
            )
    help = _("The middle one of all seats' rulings counts. Then chance decides by these odds.")
    return screen(eyes, _("How likely is it?"), blocks, controls, help)


def ruling(eyes: Eyes, place: Place) -> Screen:
    """Between two rulings, or when one's own are given."""
    left = open_hearings(eyes)
    if left:
        return hearing(eyes, Place("hearing", f"{left[0].seat}:{left[0].number}"))
    blocks: list[Block] = [Paragraph(_("You have ruled on every argument of the others."))]
    from game.screens.model import Leave

    controls = [Control("pass", _("go on"), Leave("pass_on"), default=True, icon="arrow-right")]
    return screen(eyes, _("Rulings"), blocks, controls)
