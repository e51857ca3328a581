"""Who agreed to what, who voted how, who did what: texts with their parties, votes, deeds."""

from __future__ import annotations

from typing import Literal

from game.desktop.flow import Hand, Piece, beside, icon, padded, rule, stack, tiles, words
from game.desktop.ops import Align, Box, Icon, Rect, Text
from game.i18n import _
from game.screens.model import Accord, Ballots, Deed, Party

CARD = Box(Rect(0, 0, 0, 0), "card", "edge", 2, 10)
QUIET = Box(Rect(0, 0, 0, 0), "shade", "edge", 2, 10)
CHOSEN = Box(Rect(0, 0, 0, 0), "select", "select_edge", 3, 10)

MANY = 5
"""Voters beyond whom a side is no longer a column of names."""

STANDS: dict[Literal["signed", "thinking", "refused", "unratified"], tuple[str, str]] = {
    "signed": ("signature", "ink"), "thinking": ("hourglass", "quiet"),
    "refused": ("x", "trouble"), "unratified": ("ban", "trouble"),
}  # fmt: skip


def accord(hand: Hand, text: Accord, width: float) -> Piece:
    """An agreement, a pledge or a draft: its name, its clauses by who owes them, its parties."""
    pieces = [_title(hand, text, width), rule(width, "line", 3)]
    pieces += [_clause(hand, n, each, width) for n, each in enumerate(text.clauses, 1)]
    if text.parties:
        pieces.append(_signatures(hand, text, width))
    return stack(pieces, hand.em * 0.45)


def _title(hand: Hand, text: Accord, width: float) -> Piece:
    sign = hand.large * 1.3
    left = sign + hand.em * 0.5
    name = words(hand, text.name, width - left, hand.large, weight="bold")
    about = " · ".join(part for part in (text.kind, text.note) if part)
    below = [words(hand, about, width - left, hand.small, ink="quiet")] if about else []
    picture = "lock" if text.secret else "scroll-text"
    return beside([(0, icon(picture, sign, "ink", hand.on)), (left, stack([name, *below], 2))])


def mark_in_words(mark: str) -> tuple[str, str, str]:
    """The icon, the word and the ink of a clause's mark."""
    return {
        "done": ("check", _("done"), "ink"),
        "broken": ("x", _("broken"), "trouble"),
        "new": ("pencil", _("new"), "ink"),
        "agreed": ("check", _("agreed"), "ink"),
        "open": ("circle-help", _("open"), "trouble"),
    }.get(mark, ("", mark, "quiet"))


def _clause(hand: Hand, n: int, clause: tuple[str, str, str], width: float) -> Piece:
    """Who owes it, what, and what became of it."""
    actor, says, mark = clause
    on = "select" if mark == "new" else "card"
    disc, gap, pad = hand.em * 1.7, hand.em * 0.45, hand.em * 0.4
    inner = width - 2 * pad
    right: list[tuple[float, Piece]] = []
    room = inner - disc - gap
    sign = _mark(hand, mark, on) if mark else Piece((), 0)
    wide = max((op.at.right for op in sign.ops if isinstance(op, Text | Icon)), default=0.0)
    below = room - wide - gap < hand.em * 5
    if mark and not below:
        right.append((inner - wide, sign))
        room -= wide + gap
    who = hand.badge(actor, disc) if actor else ()
    left = Piece(who, disc) if who else _number(hand, n, disc, on)
    said = words(hand, says, room, on=on)
    if mark and below:
        said = stack([said, sign], 2)
    body = beside([(0, left), (disc + gap, said), *right], centred=True)
    return padded(body, width, pad, hand.em * 0.25, CHOSEN if mark == "new" else CARD)


def _mark(hand: Hand, mark: str, on: str) -> Piece:
    """What became of a clause: an icon above its word."""
    sign, word, ink = mark_in_words(mark)
    wide = max(hand.width(word, hand.small, "bold") + 2, hand.em)
    pieces = [words(hand, word, wide, hand.small, ink=ink, weight="bold", align="center", on=on)]
    if sign:
        pieces.insert(0, beside([((wide - hand.em) / 2, icon(sign, hand.em, ink, on))]))
    return stack(pieces, 2)


def _number(hand: Hand, n: int, disc: float, on: str) -> Piece:
    return words(hand, f"{n}.", disc, weight="bold", align="center", on=on)


def stands_in_words(stands: str) -> str:
    """Where a party stands, in a word."""
    return {
        "signed": _("Signed"), "thinking": _("Thinking"), "refused": _("Refuses"),
        "unratified": _("Not carried at home"),
    }[stands]  # fmt: skip


def _signatures(hand: Hand, text: Accord, width: float) -> Piece:
    signed = sum(party.stands == "signed" for party in text.parties)
    count = _("Signed by {n} of {all}").format(n=signed, all=len(text.parties))
    gap = hand.em * 0.4
    most = min(len(text.parties), 4)
    for columns in range(most, 0, -1):
        room = (width + gap) / columns - gap
        inner = room - hand.em * 0.8
        if columns == 1 or all(_fits(hand, party, inner) for party in text.parties):
            break
    cards = [_party(hand, party, room) for party in text.parties]
    high = max(card.height for card in cards)
    drawn = [
        padded(card, room, 0, 0, CHOSEN if party.stands == "signed" else QUIET, high)
        for card, party in zip(cards, text.parties, strict=True)
    ]
    head = words(hand, count, width, hand.small, weight="bold")
    return stack([head, tiles(drawn, width, columns, gap)], hand.em * 0.3)


def _fits(hand: Hand, party: Party, room: float) -> bool:
    name = max(hand.widest_word(text, hand.small, "bold")
               for text in (party.name, stands_in_words(party.stands)))  # fmt: skip
    return name <= room and hand.em * 4 <= room


def _party(hand: Hand, party: Party, width: float) -> Piece:
    on = "select" if party.stands == "signed" else "shade"
    sign, ink = STANDS[party.stands]
    pad = hand.em * 0.4
    inner = width - 2 * pad
    disc, high = hand.em * 2, hand.em * 1.5
    badge = Piece(hand.badge(party.actor, disc), disc)
    mark = icon(sign, high, ink, on)
    wide = inner - disc - high - hand.em
    across = width >= hand.em * 10 and hand.widest_word(party.name, hand.small, "bold") <= wide
    align: Align = "left" if across else "center"
    room = wide if across else inner
    pieces = [
        words(hand, party.name, room, hand.small, weight="bold", align=align, on=on),
        words(hand, stands_in_words(party.stands), room, hand.small,
              ink="ink" if ink == "quiet" else ink, align=align, on=on),
    ]  # fmt: skip
    if party.note:
        pieces.append(words(hand, party.note, room, hand.small, ink="quiet", align=align, on=on))
    text = stack(pieces, 2)
    if across:
        gap = hand.em * 0.5
        body = beside([(0, badge), (disc + gap, text), (inner - high, mark)], centred=True)
    else:
        left = (inner - disc - hand.em * 0.5 - high) / 2
        pair = beside([(left, badge), (left + disc + hand.em * 0.5, mark)], centred=True)
        body = stack([pair, text], 2)
    return padded(body, width, pad, pad)


# ------------------------------------------------------------------------------- votes


def ballots(hand: Hand, vote: Ballots, width: float) -> Piece:
    """A vote: whether it was adopted, and on each side who voted so."""
    sign, ink = ("circle-check", "good") if vote.adopted else ("circle-x", "trouble")
    pieces = [words(hand, vote.title, width, hand.large, weight="bold")]
    room = hand.large * 1.5
    outcome = words(hand, vote.outcome, width - room, ink=ink, weight="bold")
    pieces.append(beside([(0, icon(sign, hand.large, ink, hand.on)), (room, outcome)],
                         centred=True))  # fmt: skip
    gap = hand.em * 0.5
    sides = [side for side in vote.sides if side[0]]
    many = max((len(voters) for _side, voters in sides), default=0) > MANY
    none = [f"{says} 0" for says, voters in sides if many and not voters]
    about = " · ".join(part for part in (vote.note, *none) if part)
    if about:
        pieces.append(words(hand, about, width, hand.small, ink="quiet"))
    if many:
        pieces += [padded(_chips(hand, side, width - hand.em), width, hand.em * 0.5,
                          hand.em * 0.35, QUIET) for side in sides if side[1]]  # fmt: skip
    elif sides:
        columns = len(sides)
        step = (width + gap) / columns
        if any(not _side_fits(hand, side, step - gap) for side in sides):
            columns = 1
        step = (width + gap) / columns
        drawn = [_side(hand, side, step - gap) for side in sides]
        high = max(p.height for p in drawn) if columns > 1 else 0
        boxes = [padded(p, step - gap, 0, 0, QUIET, max(high, p.height)) for p in drawn]
        if columns > 1:
            boxes = [_at_top(p, box) for p, box in zip(drawn, boxes, strict=True)]
        pieces.append(tiles(boxes, width, columns, gap))
    return stack(pieces, hand.em * 0.45)


def _chips(hand: Hand, side: tuple[str, tuple[tuple[str, str], ...]], width: float) -> Piece:
    """Many voters of a side, running on like words."""
    disc, gap = hand.em * 1.5, hand.em * 0.35
    lines = [words(hand, f"{side[0]} · {len(side[1])}", width, weight="bold", on="shade")]
    line: list[tuple[float, Piece]] = []
    x = 0.0
    for actor, name in side[1]:
        who = hand.badge(actor, disc)
        left = disc + gap if who else 0.0
        room = min(hand.width(name, hand.em) + 2, width - left)
        if x and x + left + room > width:
            lines.append(beside(line, centred=True))
            line, x = [], 0.0
        line.append((x, Piece(who, disc)))
        line.append((x + left, words(hand, name, room, on="shade")))
        x += left + room + hand.em * 0.8
    if line:
        lines.append(beside(line, centred=True))
    return stack(lines, hand.em * 0.2)


def _at_top(piece: Piece, boxed: Piece) -> Piece:
    """The same box with its text at the top, so that sides compare."""
    return Piece((boxed.ops[0], *piece.ops), boxed.height)


def _side_fits(hand: Hand, side: tuple[str, tuple[tuple[str, str], ...]], width: float) -> bool:
    room = width - hand.em * 3.2
    return all(hand.widest_word(name, hand.em) <= room for _id, name in side[1]) and (
        hand.widest_word(side[0], hand.em, "bold") <= width - hand.em * 2
    )


def _side(hand: Hand, side: tuple[str, tuple[tuple[str, str], ...]], width: float) -> Piece:
    caption, voters = side
    pad, disc = hand.em * 0.5, hand.em * 1.5
    inner = width - 2 * pad
    count = words(hand, f"{caption} · {len(voters)}", inner, weight="bold", on="shade")
    rows = [
        beside(
            [
                (0, Piece(hand.badge(actor, disc), disc)),
                (disc + hand.em * 0.4,
                 words(hand, name, inner - disc - hand.em * 0.4, on="shade")),
            ],
            centred=True,
        )
        for actor, name in voters
    ]  # fmt: skip
    return padded(stack([count, *rows], hand.em * 0.3), width, pad, pad)


# ------------------------------------------------------------------------------- deeds


def deed(hand: Hand, done: Deed, width: float) -> Piece:
    """Somebody did something; below it why, and who did not join."""
    disc, gap, pad = hand.em * 1.9, hand.em * 0.5, hand.em * 0.5
    inner = width - 2 * pad
    room = inner - disc - gap
    ink = done.tone if done.tone in ("trouble", "good") else "ink"
    said = [words(hand, done.says, room, ink=ink)]
    said += [words(hand, text, room, hand.small, ink="quiet") for text in done.why if text]
    if done.against:
        said.append(_against(hand, done.against, room))
    who = Piece(hand.badge(done.actor, disc), disc) if done.actor else icon(
        "info", disc * 0.7
    )  # fmt: skip
    text = stack(said, hand.em * 0.2)
    body = beside([(0, who), (disc + gap, text)], centred=text.height < disc)
    return padded(body, width, pad, hand.em * 0.3, CARD)


def _against(hand: Hand, actors: tuple[tuple[str, str], ...], width: float) -> Piece:
    """Who could have ordered it too and did not."""
    disc, gap = hand.small * 1.4, hand.em * 0.35
    says = _("did not order it:")
    x = min(hand.width(says, hand.small) + 2, width)
    ops = [(0.0, words(hand, says, x, hand.small, ink="quiet"))]
    x += gap
    lines: list[Piece] = []
    for actor, name in actors:
        room = min(hand.width(name, hand.small) + 2, width - disc - gap)
        if x and x + disc + gap + room > width:
            lines.append(beside(ops, centred=True))
            ops, x = [], 0.0
        ops.append((x, Piece(hand.badge(actor, disc), disc)))
        ops.append((x + disc + gap, words(hand, name, room, hand.small, ink="quiet")))
        x += disc + 2.5 * gap + room
    lines.append(beside(ops, centred=True))
    return stack(lines, 4)
