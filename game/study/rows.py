"""One row of the table of balance, and how its figures are told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct

from game.i18n import _
from game.study.tally import Tally

RARE = 0.05
"""The share of games in which a thing must come up to be alive."""
NAMED = 4
"""Offenders that a row names at most."""


class Measure(Struct, frozen=True):
    """One row of the table of balance.

    ``met`` is None where there is no target, or it does not apply; ``worst`` names who or what is
    farthest from it, and ``values`` holds all figures, unrounded.
    """

    id: str
    what: str
    target: str
    figure: str
    met: bool | None
    worst: str
    values: dict[str, Any]


def row(
    id: str, what: str, target: str, figure: str, met: bool | None, worst: str = "", **values: Any
) -> Measure:
    """A row; `what` and `target` are noted sentences, translated here."""
    return Measure(id, _(what), _(target) if target else "", figure, met, worst, values)


def absent(id: str, what: str, target: str) -> Measure:
    """The row of a target that does not apply to this scenario."""
    return row(id, what, target, _("does not apply"), None)


def uncounted(id: str, what: str, target: str, **values: Any) -> Measure:
    """The row of a count of packages, where there are more than can be compared."""
    return row(id, what, target, _("too many packages to compare"), None, **values)


def percent(share: float) -> str:
    """A share of 1 in per cent, as a table shows it."""
    return f"{100 * share:.1f} %"


def span(values: Iterable[float], form: str = "{:.1f}") -> str:
    """The least and the most of some figures."""
    found = sorted(values)
    if not found:
        return ""
    low, high = form.format(found[0]), form.format(found[-1])
    return low if low == high else f"{low} - {high}"


def listed(offenders: Iterable[tuple[float, str]]) -> str:
    """The worst offenders, the worst first, each with its figure."""
    named = [text for _rank, text in sorted(offenders)]
    more = len(named) - NAMED
    return ", ".join([*named[:NAMED], *([f"+{more}"] if more > 0 else [])])


def rates(tally: Tally, counts: Mapping[str, int], ids: Iterable[str]) -> dict[str, float]:
    """In which share of games each of these came up."""
    return {id: tally.rate(counts.get(id, 0)) for id in ids}


def alive(
    tally: Tally, id: str, what: str, target: str, counts: Mapping[str, int], ids: Iterable[str]
) -> Measure:
    """A measure that asks of many things that each comes up in some share of games."""
    shares = rates(tally, counts, ids)
    if not shares:
        return absent(id, what, target)
    rare = [(share, f"{name} {percent(share)}") for name, share in shares.items() if share < RARE]
    figure = _("{n} of {all}").format(n=len(shares) - len(rare), all=len(shares))
    return row(id, what, target, figure, not rare, listed(rare), shares=shares)
