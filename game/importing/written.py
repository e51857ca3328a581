"""A negotiation of others as the text of a scoreable scenario."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import cycle
from math import floor

from game.i18n import _
from game.importing.genius import Domain, Issue, Profile
from game.importing.names import ids, label

TURNS = 10
"""How many rounds the parties have; GENIUS says nothing of it."""
COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442")
"""Told apart by everybody (Okabe and Ito 2008); the next party begins them again."""


@dataclass(frozen=True, slots=True)
class _Ids:
    seats: dict[str, str]
    issues: dict[str, str]
    options: dict[str, dict[str, str]]


def rounded(utility: Fraction, scale: int) -> int:
    """A utility in points: times the scale, to the nearest integer, halves up.

    >>> rounded(Fraction(1, 3), 1_000_000), rounded(Fraction(1, 2), 1)
    (333333, 1)
    """
    return floor(2 * utility * scale + 1) // 2


def scenario_text(domain: Domain, id: str, scale: int) -> str:
    """The scenario of a negotiation, its utilities times `scale`."""
    return "\n".join(_lines(domain, id, scale)) + "\n"


def _lines(domain: Domain, id: str, scale: int) -> Iterator[str]:
    seats = ids((profile.name for profile in domain.profiles), "p")
    issues = ids((issue.name for issue in domain.issues), "i", seats.values())
    options = {issue.name: ids(issue.values, "o") for issue in domain.issues}
    known = _Ids(seats, issues, options)
    yield from _head(domain, id, scale)
    yield "# " + _(
        "Everybody sees all points; put a seat's 'wants:' under 'private:' to hide them."
    )
    yield "actors:  # check: allow seat/all-open"
    for profile, colour in zip(domain.profiles, cycle(COLOURS), strict=False):
        yield from _actor(profile, domain, known, scale, colour)
    yield "issues:"
    for issue in domain.issues:
        yield f"  {issues[issue.name]}:"
        yield f"    name: {_quoted(issue.name)}"
        yield f"    options: [{', '.join(options[issue.name].values())}]"
    yield "settle:"
    yield f"  accept: {{all_of: [{', '.join(seats.values())}]}}"
    yield "  walk_away:"
    for profile in domain.profiles:
        yield f"    {seats[profile.name]}: {rounded(profile.reservation, scale)}"
    yield "# The options by the names that the domain gives them."
    yield from _names(domain, known)


def _head(domain: Domain, id: str, scale: int) -> Iterator[str]:
    rule = _(
        "A party's points are its utility in the domain times {scale}: for each issue, its weight "
        "times the evaluation of the value over the largest evaluation of that issue, rounded to "
        "the nearest integer, halves up. Without a deal a party has its reservation value, on the "
        "same scale."
    ).format(scale=f"{scale:,}")
    aged = [profile.name for profile in domain.profiles if profile.discount != 1]
    if aged:
        rule += " " + _("Discounts over time are left out (they stand in: {profiles}).").format(
            profiles=", ".join(aged)
        )
    summary = _("{name}: a negotiation of {n} parties over {m} issues.").format(
        name=domain.name, n=len(domain.profiles), m=len(domain.issues)
    )
    yield "# " + _("Made from a GENIUS negotiation domain by: modus import genius.")
    for line in textwrap.wrap(_plain(rule), 98):
        yield f"# {line}"
    yield "modus: 1"
    yield f"id: {id}"
    yield f"title: {_quoted(domain.name)}"
    said = json.dumps(_plain(f"{summary} {rule}"), ensure_ascii=False)
    yield f"summary: {said}"
    yield f"turns: {TURNS}"


def _actor(profile: Profile, domain: Domain, known: _Ids, scale: int, colour: str) -> Iterator[str]:
    yield f"  {known.seats[profile.name]}:"
    yield f"    name: {_quoted(profile.name)}"
    yield f'    colour: "{colour}"'
    yield "    wants:"
    for issue in domain.issues:
        points = _points(profile.utilities[issue.name], known.options[issue.name], issue, scale)
        yield f"      {known.issues[issue.name]}: {{{points}}}"


def _points(
    utilities: Mapping[str, Fraction], options: Mapping[str, str], issue: Issue, scale: int
) -> str:
    worth = ((options[value], rounded(utilities[value], scale)) for value in issue.values)
    return ", ".join(f"{option}: {points}" for option, points in worth)


def _names(domain: Domain, known: _Ids) -> Iterator[str]:
    yield "texts:"
    yield "  en:  # check: allow text/untranslated"
    yield "    issues:"
    for issue in domain.issues:
        yield f"      {known.issues[issue.name]}:"
        yield "        options:"
        for value, option in known.options[issue.name].items():
            yield f"          {option}: {_quoted(value)}"


def _quoted(name: str) -> str:
    """A name as YAML may hold it, whatever stands in it: JSON's strings are YAML's too."""
    return json.dumps(label(name), ensure_ascii=False)


def _plain(text: str) -> str:
    return "".join(char if char.isprintable() else " " for char in text)
