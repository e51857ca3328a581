"""Orders that are typed, in their notation or in the names that a player reads."""

from __future__ import annotations

import difflib

from game.i18n import _
from game.scenario.notation import NotationError, parse_order
from game.scenario.orders import Order
from game.screens.eyes import Eyes
from game.session.spoken import notation_of


class NotUnderstood(ValueError):
    """The line is no choice of this screen and no order; the message says what would be."""


def order_for(eyes: Eyes, line: str) -> Order:
    """The order that a line says, in its notation or in the names that a player reads.

    Raises NotUnderstood with the nearest things that could be typed.
    """
    known = [item.notation for item in eyes.view.menu if not item.code]
    heads = {notation.split()[0] for notation in known} | {"step", "vote", "denounce", "argue"}
    heads |= set(eyes.scenario.instruments)
    line = notation_of(eyes, line) or line
    first = line.split()[0]
    if first not in heads:
        near = [notation for notation in known if line in notation.split()][:4]
        near = near or difflib.get_close_matches(line, known, n=3, cutoff=0.5)
        raise NotUnderstood(
            _("'{line}' is no choice here. Type a number from the list, or an order.").format(
                line=line
            )
            + hint(near)
        )
    try:
        return parse_order(line)
    except NotationError as error:
        near = completions(known, line)
        raise NotUnderstood(str(error).capitalize() + "." + hint(near)) from None


def completions(known: list[str], line: str) -> list[str]:
    """The orders that begin like a line, else the nearest ones."""
    begin = [notation for notation in known if notation.startswith(line.strip())]
    same = [notation for notation in known if notation.split()[0] == line.split()[0]]
    near = difflib.get_close_matches(line, known, n=3, cutoff=0.4)
    return list(dict.fromkeys([*begin, *near, *same]))[:4]


def hint(near: list[str]) -> str:
    """`Did you mean ...?`, or nothing."""
    if not near:
        return ""
    return " " + _("You could type: {orders}.").format(orders=", ".join(near))
