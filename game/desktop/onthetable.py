"""The newest draft as a small card on the board, and texts in force for a projector."""

from __future__ import annotations

from game.desktop.lay import LEAST, line, spot, token, wide, words
from game.desktop.ops import Box, Icon, Op, Page, Rect
from game.i18n import _
from game.screens.model import Accord, Party, Place
from game.screens.scene import Plate, Scene
from game.session.source import Frame

STANDS = {
    "signed": ("signature", "ink"), "thinking": ("hourglass", "quiet"),
    "refused": ("x", "trouble"), "unratified": ("ban", "trouble"),
}  # fmt: skip
MOST = 380.0


def draft_card(
    frame: Frame, page: Page, foot: tuple[float, float], scale: float, most: float = MOST
) -> tuple[list[Op], Rect]:
    """The newest draft with where its parties stand, and how many more there are.

    `foot` is its lower left corner.

    Gives what is drawn and the room that it took.
    """
    scene = frame.scene
    if scene is None or not scene.drafts or scene.over:
        return [], Rect(foot[0], foot[1], 0, 0)
    draft, plates = scene.drafts[0], {p.id: p for p in scene.plates}
    size = max(LEAST, 26 * min(scale, 1.4))
    small = max(LEAST, 24 * min(scale, 1.4))
    title = _("On the table")
    most *= min(scale, 1.4)
    name = page.type.wrap(draft.name, most - 32, size, "bold")
    each = 44.0 + 38
    per_row = max(1, int((most - 32 + 10) / (each + 10)))
    rows = -(-len(draft.parties) // per_row)
    step = page.type.height(small)
    inner = max(
        [wide(page, part, size, "bold") for part in name]
        + [wide(page, title, small) + small * 1.5]
        + [min(len(draft.parties), per_row) * (each + 10) - 10]
    )
    others = len(scene.drafts) - 1
    more = _("and {n} more").format(n=others) if others else ""
    inner = max(inner, wide(page, more, small))
    high = (
        (step + 4 if more else 0)
        + 10
        + step
        + page.type.height(size) * len(name)
        + 6
        + rows * 50
        + 8
    )
    box = Rect(foot[0], foot[1] - high, inner + 32, high)
    ops: list[Op] = [Box(box, "card", "edge", 2, 14)]
    side = small * 1.1
    x, y = box.x + 16, box.y + 10
    ops.append(Icon(Rect(x, y + (step - side) / 2, side, side), "scroll-text", "quiet"))
    ops.append(words(page, title, x + small * 1.5, y, inner - small * 1.5, small, ink="quiet"))
    text = words(page, draft.name, x, y + step, inner, size, "bold")
    ops.append(text)
    for n, party in enumerate(draft.parties):
        at = Rect(x + n % per_row * (each + 10), text.at.bottom + 6 + n // per_row * 50, each, 44)
        ops += _party(plates.get(party.actor), party, at)
    said = f"{title}: {draft.name}"
    if more:
        at = Rect(x, box.bottom - step - 8, inner, step)
        ops.append(line(page, more, at, small, ink="quiet"))
        said = f"{said}, {more}"
    ops += spot(frame, box, Place("draft", draft.id), said)
    return ops, box


def _party(plate: Plate | None, party: Party, at: Rect) -> list[Op]:
    icon, ink = STANDS[party.stands]
    mark = Rect(at.x + at.h + 4, at.y + (at.h - 32) / 2, 32, 32)
    return [token(plate, at.x, at.y, at.h), Icon(mark, icon, ink)]


# ---------------------------------------------------------------------- a projector's column


def has_column(scene: Scene) -> bool:
    """Whether a projector shows its texts in a column: once one is in force."""
    return bool(scene.accords)


def texts_column(frame: Frame, page: Page, at: Rect) -> list[Op]:
    """Agreements in force, then drafts, as many as there is room for; how many are left out."""
    scene = frame.scene
    assert scene is not None
    plates = {p.id: p for p in scene.plates}
    ops: list[Op] = [Box(at, "card", "edge", 2, 14)]
    room = at.inset(24, 16)
    y = room.y
    parts = (
        (_("Agreements in force"), "handshake", scene.accords),
        (_("On the table"), "scroll-text", () if scene.over else scene.drafts),
    )
    size = 34 * min(page.scale, 1.4)
    for title, icon, accords in parts:
        if not accords and icon == "scroll-text":
            continue
        head = words(page, title, room.x + size * 1.5, y, room.w - size * 1.5, size, "bold")
        if head.at.bottom > room.bottom - 2 * size:
            break
        ops += [Icon(Rect(room.x, y + size * 0.1, size * 1.1, size * 1.1), icon), head]
        y = head.at.bottom + 12
        # What lies on the table keeps a share of the column, however much is in force.
        share = 0.62 if icon == "handshake" and scene.drafts and not scene.over else 1.0
        high = (room.bottom - y) * share
        shown, y = _listed(page, accords, plates, Rect(room.x, y, room.w, high))
        ops += shown
        y += 16
    return ops


def _listed(
    page: Page, accords: tuple[Accord, ...], plates: dict[str, Plate], room: Rect
) -> tuple[list[Op], float]:
    """Texts below each other until the room is full; how many more there are."""
    small = 28 * min(page.scale, 1.4)
    step = page.type.height(small)
    ops: list[Op] = []
    y = room.y
    if not accords:
        none = words(page, _("None yet."), room.x, y, room.w, small, ink="quiet")
        return [none], none.at.bottom
    for n, accord in enumerate(accords):
        more = len(accords) - n
        card, bottom = _text(page, accord, plates, Rect(room.x, y, room.w, room.bottom - y))
        if bottom > room.bottom - (step + 8 if more > 1 else 0):
            said = _("and {n} more").format(n=more) if n else str(more)
            if y + step <= room.bottom:
                at = Rect(room.x, y, room.w, step)
                ops.append(line(page, said, at, small, ink="quiet"))
            return ops, y + step
        ops += card
        y = bottom + 12
    return ops, y


def _text(
    page: Page, accord: Accord, plates: dict[str, Plate], room: Rect
) -> tuple[list[Op], float]:
    """A text: its name, and its parties; those who have not signed yet with where they stand."""
    size = 30 * min(page.scale, 1.4)
    inner = Rect(room.x + 16, room.y + 10, room.w - 32, room.h)
    name = words(page, accord.name, inner.x, inner.y, inner.w, size, "bold", on="shade")
    signed = all(party.stands == "signed" for party in accord.parties)
    each = 48.0 if signed else 48.0 + 42
    per_row = max(1, int((inner.w + 10) / (each + 10)))
    rows = -(-len(accord.parties) // per_row)
    y = name.at.bottom + 6
    parties: list[Op] = []
    for n, party in enumerate(accord.parties):
        x, top = inner.x + n % per_row * (each + 10), y + n // per_row * 54
        if signed:
            parties.append(token(plates.get(party.actor), x, top, 48))
        else:
            parties += _party(plates.get(party.actor), party, Rect(x, top, each, 48))
    bottom = y + rows * 54 + 6
    box = Rect(room.x, room.y, room.w, bottom - room.y)
    return [Box(box, "shade", radius=12), name, *parties], bottom
