"""Between two persons: the hand-over, with nobody's secrets in sight, and PINs that guard seats."""

from __future__ import annotations

from collections.abc import Sequence

from game.i18n import _
from game.screens.eyes import Eyes, turn_of
from game.screens.model import (
    Block,
    Control,
    Fill,
    Go,
    Leave,
    Paragraph,
    Place,
    Screen,
    Tone,
)

TAKE, FORGET, PIN = "seat.take", "seat.forget", "seat.pin"
"""Places of the session itself: somebody takes a seat, resets its PIN, or sets one."""

LONGEST_PIN = 20
TRIES = 5
"""So many wrong PINs shut a seat until its PIN is taken away, which everybody is told."""


class Pins:
    """The PINs of seats: kept in memory only, and lost with it. `taken` are those reset since."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}
        self._wrong: dict[str, int] = {}
        self.taken: list[str] = []

    def guards(self, seat: str) -> bool:
        """Whether a seat asks for a PIN."""
        return seat in self._known

    def opens(self, seat: str, said: str) -> bool:
        """Whether what was said opens a seat; what does not is counted."""
        if not self.guards(seat):
            return True
        opens = self._known[seat] == said.strip() and not self.shut(seat)
        if not opens:
            self._wrong[seat] = self._wrong.get(seat, 0) + 1
        return opens

    def shut(self, seat: str) -> bool:
        """Whether nothing opens a seat any more, after too many tries."""
        return self.guards(seat) and self._wrong.get(seat, 0) >= TRIES

    def tried(self, seat: str) -> int:
        """How often a wrong PIN was typed for a seat, asked once by the seat."""
        return self._wrong.pop(seat, 0)

    def guard(self, seat: str, pin: str) -> tuple[str, Tone]:
        """Ask for a PIN from now on, for none where it is empty; what is to be said of it."""
        pin = pin.strip()
        if len(pin) > LONGEST_PIN:
            return _("That is too long for a PIN."), "trouble"
        self._known.pop(seat, None)
        if not pin:
            return _("The laptop asks for no PIN of yours."), ""
        self._known[seat] = pin
        return _("From now on the laptop asks for your PIN."), "good"

    def forget(self, seat: str) -> None:
        """Take a PIN away, which its seat and everybody is told."""
        if self._known.pop(seat, None) is not None and seat not in self.taken:
            self.taken.append(seat)

    def tell(self, seat: str) -> bool:
        """Whether a seat's PIN was taken away, asked once by the seat."""
        told = seat in self.taken
        if told:
            self.taken.remove(seat)
        return told


def curtain(public: Eyes, seat: str, others: Sequence[str], pins: Pins) -> Screen:
    """Who plays now; drawn from what everybody may see.

    `others` are the seats that could play first instead.
    """
    name = public.name(seat)
    says = _("Now {name} plays. The others look away.").format(name=name)
    blocks: list[Block] = [Paragraph(says, "now")]
    for one in pins.taken:
        text = _("The PIN of {name} was taken away at this laptop.")
        blocks.append(Paragraph(text.format(name=public.name(one)), "trouble"))
    controls = [_take(public, seat, pins, _("{name} is here").format(name=name), default=True)]
    controls += [
        _take(public, other, pins, _("{name} plays first").format(name=public.name(other)))
        for other in others
    ]
    if pins.guards(seat):
        hint = _("everybody is told that it was taken away")
        label = _("{name} forgot the PIN").format(name=name)
        controls.append(Control("forget", label, Go(Place(FORGET, seat)), hint=hint))
    controls.append(
        Control("quit", _("Leave the game"), Leave("quit"), hint=_("it is saved; go on later"))
    )
    help = _("Each seat has secrets. Only {name} should see the screen that comes next.")
    return Screen(
        _("Hand over"), tuple(blocks), tuple(controls), help.format(name=name), turn_of(public)
    )


def _take(public: Eyes, seat: str, pins: Pins, label: str, default: bool = False) -> Control:
    place = Place(TAKE, seat)
    if not pins.guards(seat):
        return Control(f"take {seat}", label, Go(place), default=default, actor=seat)
    prompt = _("The PIN of {name}").format(name=public.name(seat))
    fill = Fill(place, "pin", prompt, "secret")
    return Control(f"take {seat}", label, fill, default=default, actor=seat)


def pin_control(seat: str, pins: Pins, back: Place) -> Control:
    """Set a PIN for one's own seat, change it, or take it away."""
    to = back.with_args(to=PIN)
    fill = Fill(to, "pin", _("A PIN for your seat; empty for none"), "secret", optional=True)
    value = _("set") if pins.guards(seat) else ""
    hint = _("the laptop asks for it before it shows your screens")
    return Control("pin", _("PIN"), fill, "field", hint, value)
