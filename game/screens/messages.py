"""Messages: to one seat, to several, to all, to the press."""

from __future__ import annotations

from game.i18n import _
from game.screens.eyes import DESK, Eyes, nothing, screen
from game.screens.model import (
    Block,
    Control,
    Fill,
    Go,
    Heading,
    Items,
    Paragraph,
    Place,
    Screen,
    Submit,
)
from game.table.commands import PRESS, Say
from game.table.views import MessageView

MESSAGES = Place("messages")


def messages(eyes: Eyes, place: Place) -> Screen:
    """What was said, the newest turn last, and to whom one may write."""
    blocks: list[Block] = []
    everything = eyes.view.messages
    shown = everything if place.arg("all") else everything[-12:]
    for turn in sorted({message.turn for message in shown}):
        lines = [_line(eyes, message) for message in shown if message.turn == turn]
        blocks += [Heading(_("Turn {n}").format(n=turn)), Items(tuple(lines))]
    if not everything:
        blocks.append(nothing(_("Nobody has written yet.")))
    controls = [_write(eyes, actor.id, _("Write to {name}").format(name=actor.name), actor=actor.id)
                for actor in eyes.rivals]  # fmt: skip
    if len(eyes.rivals) > 1:
        controls.append(
            Control("several", _("Write to several seats"), Go(Place("recipients")), icon="users")
        )
    controls.append(_write(eyes, "", _("Write to everybody"), "megaphone"))
    controls.append(_write(eyes, PRESS, _("Write to the press"), "newspaper"))
    if len(shown) < len(everything):
        controls.append(
            Control("all", _("Older messages"), Go(MESSAGES.with_args(all="1")), icon="history")
        )
    controls.append(Control("back", _("back to the desk"), Go(DESK), role="back", default=True))
    help = _(
        "A message to one seat is read by that seat alone; to everybody or to the press, by all. "
        "Words bind nobody: what binds is an agreement."
    )
    return screen(eyes, _("Messages"), blocks, controls, help)


def _line(eyes: Eyes, message: MessageView) -> str:
    to = _whom(eyes, message.to)
    return _("{name} to {to}: {text}").format(name=message.name, to=to, text=message.text)


def _whom(eyes: Eyes, to: tuple[str, ...]) -> str:
    """To whom a message goes, in words."""
    return eyes.names(to) if to and to != (PRESS,) else _("the press") if to else _("everybody")


def _asking(eyes: Eyes, to: tuple[str, ...]) -> str:
    """What the field for a message asks for."""
    return _("Message to {whom}").format(whom=_whom(eyes, to))


def _write(eyes: Eyes, to: str, label: str, icon: str = "", actor: str = "") -> Control:
    place = Place("message", args=(("to", to),) if to else ())
    return Control(
        f"to {to or 'everybody'}",
        label,
        Fill(place, "text", _asking(eyes, (to,) if to else ())),
        icon=icon,
        actor=actor,
    )


def recipients(eyes: Eyes, place: Place) -> Screen:
    """Choose several seats."""
    chosen = tuple(place.arg("to").split())
    controls = []
    for actor in eyes.rivals:
        on = actor.id in chosen
        left = [a for a in chosen if a != actor.id] if on else [*chosen, actor.id]
        controls.append(
            Control(
                actor.id, actor.name, Go(place.with_args(to=" ".join(left))), "choice",
                value=_("yes") if on else _("no"), actor=actor.id,
            )
        )  # fmt: skip
    write = Fill(Place("message", args=(("to", " ".join(chosen)),)), "text", _asking(eyes, chosen))
    controls.append(
        Control(
            "write", _("write the message"), write, default=bool(chosen),
            enabled=bool(chosen), why_not=_("choose at least one seat"), icon="send",
        )
    )  # fmt: skip
    controls.append(
        Control("back", _("back to the messages"), Go(MESSAGES), role="back", default=not chosen)
    )
    return screen(eyes, _("To whom?"), [Paragraph(_("Choose a seat to add or drop it."))], controls)


def message(eyes: Eyes, place: Place) -> Screen:
    """Read one's message over before it goes."""
    to, text = tuple(place.arg("to").split()), place.arg("text")
    whom = _whom(eyes, to)
    blocks: list[Block] = [
        Paragraph(_("To {whom}:").format(whom=whom)),
        Paragraph(text, "now"),
    ]
    controls = [
        Control(
            "send",
            _("send it"),
            Submit(Say(text, to), MESSAGES, _("Sent.")),
            default=True,
            icon="send",
        ),
        Control(
            "again", _("Write it again"), Fill(place, "text", _asking(eyes, to)), icon="pencil"
        ),
        Control("back", _("Do not send"), Go(MESSAGES), role="back"),
    ]
    return screen(eyes, _("Send this message?"), blocks, controls)
