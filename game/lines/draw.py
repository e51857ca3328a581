"""A screen as plain text: no cursor, no colour, nothing wider than the terminal."""

from __future__ import annotations

from game.i18n import _
from game.lines import figures
from game.lines.wrapping import NARROW, WIDE, columns, laid_out, signed, wrap
from game.screens.model import (
    Block,
    Control,
    Gauge,
    Grid,
    Heading,
    Items,
    Ladder,
    Paragraph,
    Screen,
)


def draw(screen: Screen, width: int) -> list[str]:
    """The whole screen: what is said, the numbered menu, and what Enter does."""
    width = max(NARROW, min(width, WIDE))
    lines = ["", "=" * width]
    if screen.status:
        lines += _packed(screen.status.split(" | "), width)
    lines += [*wrap(screen.title.upper(), width), "=" * width]
    lines += said(screen, width)
    if screen.controls:
        lines.append("")
        for number, control in numbered(screen):
            lines += _control(number, control, width)
        lines += ["", *wrap(prompt(screen), width)]
    return lines


def _packed(parts: list[str], width: int) -> list[str]:
    """Parts side by side, as many to a line as fit."""
    lines: list[str] = []
    for part in parts:
        if lines and columns(f"{lines[-1]} | {part}") <= width:
            lines[-1] += f" | {part}"
        else:
            lines += wrap(part, width)
    return lines


def said(screen: Screen, width: int) -> list[str]:
    """What the screen says, without its menu."""
    lines: list[str] = []
    for block in screen.blocks:
        lines += _block(block, width)
    return lines


def numbered(screen: Screen) -> list[tuple[str, Control]]:
    """The controls with what a person types for each: 0 is the way back."""
    found: list[tuple[str, Control]] = []
    count = 0
    for control in screen.controls:
        if control.role == "back":
            found.append(("0", control))
        else:
            count += 1
            found.append((str(count), control))
    return found


def prompt(screen: Screen) -> str:
    """What Enter does, and how to ask."""
    default = screen.default
    if default is None:
        return _("Type a number. ? explains.")
    return _("Enter: {what}. ? explains.").format(what=default.label)


def _control(number: str, control: Control, width: int) -> list[str]:
    label = control.label[:1].upper() + control.label[1:]
    if control.value:
        label += f": {control.value}"
    if control.default and control.enabled:
        label += " " + _("[Enter]")
    first = f"{number:>3}  "
    more = control.hint
    if not control.enabled:
        more = _("not now: {why}").format(why=control.why_not)
    if more and columns(f"{first}{label} - {more}") <= width:
        return [f"{first}{label} - {more}"]
    lines = wrap(label, width, first)
    return lines + wrap(more, width, "       ") if more else lines


def _block(block: Block, width: int) -> list[str]:
    match block:
        case Heading(text):
            return ["", *wrap(text, width), "-" * min(columns(text), width)]
        case Paragraph(text, tone):
            marks = {"trouble": "! ", "now": "> ", "concept": "~ "}
            return ["", *wrap(text, width, marks.get(tone, ""))]
        case Items(items, caption, _tone):
            lines = ["", *wrap(caption, width)] if caption else [""]
            for item in items:
                lines += wrap(item, width, "  - ")
            return lines
        case Grid():
            return laid_out(block, width)
        case Ladder():
            return _ladder(block, width)
        case Gauge():
            return _gauge(block, width)
        case _:
            return figures.drawn(block, width)


def _ladder(ladder: Ladder, width: int) -> list[str]:
    steps = []
    for n, option in enumerate(ladder.options):
        text = option
        if ladder.worth:
            text += f" ({signed(ladder.worth[n])})"
        steps.append(f"[ {text} ]" if n == ladder.now else text)
    lines = ["", *wrap(ladder.name, width)]
    lines += wrap((" > " if ladder.ladder else " | ").join(steps), width, "    ")
    if ladder.was != ladder.now:
        was = _("It was: {option}.").format(option=ladder.options[ladder.was])
        lines += wrap(was, width, "    ")
    for note in ladder.notes:
        lines += wrap(note, width, "    ")
    return lines


def _gauge(gauge: Gauge, width: int) -> list[str]:
    text = _("{name}: {value} on a scale of {low} to {high}").format(
        name=gauge.name, value=gauge.value, low=gauge.low, high=gauge.high
    )
    if gauge.band:
        text += f", {gauge.band}"
    if gauge.was is not None and gauge.was != gauge.value:
        text += " " + _("(it was {was})").format(was=gauge.was)
    if gauge.note:
        text += f" {gauge.note}"
    lines = ["", *wrap(text + ".", width)]
    if gauge.bands:
        levels = ", ".join(_("{band} from {n}").format(band=b, n=n) for b, n in gauge.bands)
        lines += wrap(levels, width, "    ")
    return lines
