"""A sound scenario for tests, whose sections an example may replace."""

from __future__ import annotations

import re

SOUND = """\
modus: 1
id: example
title: An example
turns: 4
tracks:
  tension: {scope: world, start: 3, range: [0, 8], bands: {calm: 0, crisis: 7}}
  capital: {scope: actor, start: 3, range: [0, 9], income: 2, seen_by: owner}
  trust: {scope: pair, symmetric: true, range: [-5, 5]}
  support: {scope: constituency, start: 5, range: [0, 10], seen_by: owner}
actors:
  host:
    name: Lowland
    ratify: 50
    constituencies: {village: {name: The village, wants: {radar: {agreed: -1}}}}
    wants: {radar: {agreed: 2}}
    private: [{instructions: Stay calm.}]
  sponsor: {name: Highland, wants: {radar: {agreed: 3}}, private: [{instructions: Be firm.}]}
issues:
  radar:
    name: A radar
    options: [none, agreed, working]
    up: {all: [host, sponsor], cost: 1}
    down: {any: [host, sponsor]}
instruments:
  reassure:
    name: Reassure
    says: "{actor} reassures {target}."
    target: actor
    cost: 1
    effects: [{tension: -1, trust.actor.target: +1}]
"""

_SECTION = re.compile(r"(?m)^(?=[A-Za-z_]+:)")
_ENTRY = re.compile(r"(?m)^(?=  [^\s-])")


def with_sections(text: str) -> str:
    """The sound scenario with what a text says: its sections' entries in the place of its own."""
    said = {_key(part): part for part in _SECTION.split(SOUND) if part}
    for part in _SECTION.split(text):
        key = _key(part)
        said[key] = _laid(part, said[key]) if key in said else part
    return "".join(said.values())


def _laid(upper: str, lower: str) -> str:
    """One section over another, entry by entry where both are written that way."""
    head, *entries = _ENTRY.split(upper)
    mine, *others = _ENTRY.split(lower)
    if not entries or not others or head != mine:
        return upper
    merged = {_key(entry.strip()): entry for entry in others}
    merged |= {_key(entry.strip()): entry for entry in entries}
    return head + "".join(merged.values())


def _key(part: str) -> str:
    """The name before the colon, or the whole of what stands before the first."""
    return part.split(":")[0] if re.match(r"[\w-]+:", part) else part
