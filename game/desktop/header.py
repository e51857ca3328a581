"""The navy header (turn, phases, clock) and the news that run along the bottom."""

from __future__ import annotations

from game.desktop.lay import LEAST, line, wide
from game.desktop.ops import Box, Icon, Live, Op, Page, Rect, Text, Weight
from game.i18n import _
from game.screens.scene import Scene, Step
from game.session.source import Clock, Frame

ICONS = {
    "briefing": "book-open", "negotiation": "messages-square", "ruling": "gavel", "reveal": "eye",
}  # fmt: skip
HEADER, NEWS = 100.0, 80.0
"""How high the bars above and below the board are, in units."""
EDGE = 28


def header(frame: Frame, page: Page) -> tuple[Op, ...]:
    """The header over the whole width of a page."""
    high = HEADER
    ops: list[Op] = [Box(Rect(0, 0, page.width, high), fill="navy")]
    left, right = float(EDGE), page.width - EDGE
    clock = _clock(frame.clock, page, high, right)
    if clock:
        ops += clock
        right = min(op.at.x for op in clock if isinstance(op, Icon | Box)) - 28
    scene = frame.scene
    if scene is None:
        title = Rect(left, 0, right - left, high)
        return (*ops, line(page, frame.screen.title, title, 36 * page.scale, "bold",
                           "on_navy", "navy"))  # fmt: skip
    turn, left = _turn(scene, page, high, left)
    return (*ops, *turn, *_pills(scene.phases, page, Rect(left + 36, 0, right - left - 36, high)))


def _turn(scene: Scene, page: Page, high: float, left: float) -> tuple[list[Op], float]:
    """The turn's number, big; beside it of how many, and the date. Also: where it ends."""
    if scene.over:
        said, size = _("The game is over"), 36 * min(page.scale, 1.3)
        width = wide(page, said, size, "bold")
        at = Rect(left, 0, width, high)
        return [line(page, said, at, size, "bold", "on_navy", "navy")], left + width
    small, big = 26 * min(page.scale, 1.35), 60 * min(page.scale, 1.25)
    said, number = _("Turn"), str(scene.turn)
    step = page.type.height(small)
    ops: list[Op] = []
    width = wide(page, said, small)
    at = Rect(left, (high - step) / 2, width, step)
    ops.append(Text(at, (said,), small, "quiet_on_navy", "navy"))
    left += width + 14
    width = wide(page, number, big, "bold")
    at = Rect(left, 0, width, high)
    ops.append(line(page, number, at, big, "bold", "on_navy", "navy"))
    left += width + 16
    beside = [_("of {n}").format(n=scene.of), *([scene.date] if scene.date else [])]
    width = max(wide(page, text, small) for text in beside)
    top = (high - step * len(beside)) / 2
    for n, text in enumerate(beside):
        at = Rect(left, top + n * step, width, step)
        ops.append(Text(at, (text,), small, "quiet_on_navy", "navy"))
    return ops, left + width


# ---------------------------------------------------------------------- phases


def _pills(steps: tuple[Step, ...], page: Page, at: Rect) -> list[Op]:
    """The phases in the middle: all by name, only the present by name, or it alone."""
    now = tuple(step for step in steps if step.state == "now")
    every = [(scale, steps, steps) for scale in (page.scale, 0.85 * page.scale) if scale >= 1]
    one = [(scale, steps, now) for scale in (page.scale, min(page.scale, 1.3), 1.0)]
    for scale, shown, named in (*every, *one, (1.0, now, now)):
        size = 30 * scale
        widths = [_pill_width(page, step, size, step in named) for step in shown]
        total = sum(widths) + 14 * (len(widths) - 1)
        if total <= at.w:
            middle = page.width / 2 - total / 2
            x = min(max(at.x, middle), at.right - total)
            ops: list[Op] = []
            for step, width in zip(shown, widths, strict=True):
                ops += _pill(page, step, Rect(x, at.y, width, at.h), size, step in named)
                x += width + 14
            return ops
    return []


def _pill_width(page: Page, step: Step, size: float, named: bool) -> float:
    pad = size * 0.75
    if not named:
        return size * 1.1 + 2 * pad
    weight: Weight = "bold" if step.state == "now" else "regular"
    return wide(page, step.label, size, weight) + size * 1.1 + 12 + 2 * pad


def _pill(page: Page, step: Step, room: Rect, size: float, named: bool) -> list[Op]:
    high = min(size * 2.0, room.h - 12)
    at = Rect(room.x, room.y + (room.h - high) / 2, room.w, high)
    fill, ink = ("now", "on_now") if step.state == "now" else ("pill", "quiet_on_navy")
    icon = "check" if step.state == "over" else ICONS.get(step.id, "circle")
    pad, side = size * 0.75, size * 1.1
    picture = Rect(at.x + pad, at.y + (high - side) / 2, side, side)
    ops: list[Op] = [Box(at, fill=fill, radius=high / 2), Icon(picture, icon, ink, fill)]
    if named:
        weight: Weight = "bold" if step.state == "now" else "regular"
        text = Rect(picture.right + 12, at.y, at.right - pad - picture.right - 12, high)
        ops.append(line(page, step.label, text, size, weight, ink, fill))
    return ops


# ---------------------------------------------------------------------- clock


def _clock(clock: Clock | None, page: Page, high: float, right: float) -> list[Op]:
    """The time that is left, at the right; what it says beside the digits where it stands."""
    if clock is None:
        return []
    size, spent = 56 * min(page.scale, 1.25), _("time is up")
    small = max(LEAST, 30 * min(page.scale, 1.25))
    width = max(wide(page, "00:00", size, "bold") + 8, wide(page, spent, small, "bold") + 36)
    at = Rect(right - width, (high - size * 1.3) / 2, width, size * 1.3)
    ops: list[Op] = [Live(at, "clock", size, spent)]
    icon = Rect(at.x - 12 - size * 0.75, (high - size * 0.75) / 2, size * 0.75, size * 0.75)
    ops.append(Icon(icon, "pause" if clock.paused else "timer", "on_navy", "navy"))
    if clock.paused:
        said, small = _("paused"), 26 * min(page.scale, 1.35)
        wide_ = wide(page, said, small) + 28
        pill = Rect(icon.x - 14 - wide_, (high - small * 1.6) / 2, wide_, small * 1.6)
        ops.append(Box(pill, fill="now", radius=small * 0.8))
        ops.append(line(page, said, pill.inset(14, 0), small, "regular", "on_now", "now"))
    return ops


# ---------------------------------------------------------------------- news


def news(frame: Frame, page: Page) -> tuple[Op, ...]:
    """The news of the last turn, over the whole width at the bottom of a page."""
    high = NEWS
    at = Rect(0, page.height - high, page.width, high)
    size = 32 * page.scale
    said = _("NEWS")
    side = size * 1.1
    tag = Rect(0, at.y, EDGE + side + 12 + wide(page, said, size, "bold") + EDGE, high)
    told = frame.scene.news if frame.scene is not None else ()
    text = "  ·  ".join(told) or _("No news yet")
    room = Rect(tag.right + 28, at.y, page.width - tag.right - 28 - EDGE, high)
    ops: list[Op] = [Box(at, fill="navy"), Box(tag, fill="now")]
    ops.append(Icon(Rect(EDGE, at.y + (high - side) / 2, side, side), "newspaper", "on_now", "now"))
    label = Rect(EDGE + side + 12, at.y, tag.right - EDGE - side - 12 - EDGE, high)
    ops.append(line(page, said, label, size, "bold", "on_now", "now"))
    if frame.clock is not None and frame.clock.guard:
        return (*ops, *_guarded(page, room, frame.clock.guard, text, size))
    return (*ops, Live(room, "ticker", size, text))


def _guarded(page: Page, room: Rect, guard: str, text: str, size: float) -> tuple[Op, ...]:
    """A warning that the debrief's time is being eaten, before the news: all of it, in two lines
    where one would leave no room for the news.
    """
    large = 28 * page.scale
    choices = [(share, size) for size in (large, 28.0, LEAST) for share in (0.5, 0.7)]
    choices.append((0.9, LEAST))
    inside = room.inset(0, 6)
    for share, small in choices:
        said = page.type.wrap(guard, room.w * share - 40, small, "bold")
        high = page.type.height(small) * len(said)
        if high <= inside.h - 8:
            break
    width = max(wide(page, part, small, "bold") for part in said) + 40
    at = Rect(room.x, inside.y, width, inside.h)
    warning = Rect(at.x + 20, at.y + (at.h - high) / 2, width - 40, high)
    rest = Rect(at.right + 24, room.y, max(room.right - at.right - 24, 1), room.h)
    return (
        Box(at, fill="card", edge="trouble", width=4, radius=12),
        Text(warning, said, small, "trouble", "card", "bold"),
        Live(rest, "ticker", size, text),
    )
