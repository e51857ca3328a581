"""Small scenarios with known answers."""

from __future__ import annotations

from game.scenario.load import load_text
from game.scenario.model import Scenario

HEAD = """
modus: 1
id: tiny
title: Tiny
"""

MARKET = (
    HEAD
    + """
turns: 4
orders: 3
tracks:
  heat: {scope: world, start: 1, range: [0, 10], bands: {cool: 0, hot: 8}}
  hope: {scope: world, start: 9, range: [0, 10], bands: {low: 0, great: 8}}
  joy: {scope: actor, start: 0, range: [0, 40]}
  capital: {scope: actor, start: 2, range: [0, 9], income: 1}
  trust: {scope: pair, symmetric: true, range: [-5, 5]}
actors:
  ann:
    wants: {joy.ann: 1, heat: -1, hope: 1, bridge: {built: 2}, fence: {high: 1}, park: {open: 3}}
  bob:
    wants: {joy.bob: 1, heat: -1, hope: 1, bridge: {built: 2}, fence: {high: -4}, park: {open: -1}}
  cas:
    wants: {joy.cas: 1, heat: -1, hope: 1, fence: {high: -1}, park: {open: -1}}
issues:
  bridge: {options: [none, built], ladder: true, up: {all: [ann, bob]}, down: {any: [ann]}}
  fence: {options: [low, high], ladder: true, up: {any: [ann], cost: 9}, down: {any: [ann]}}
  park: {options: [shut, open], ladder: true, up: {forum: council}, down: {forum: council}}
forums:
  council: {members: [ann, bob, cas], adopt: {at_least: 2, veto: [cas]}}
instruments:
  sing:
    effects: [{joy.actor: +1}]
  hum:
    effects: [{heat: 0}]
  squeeze:
    target: actor
    cost: 1
    effects: [{capital.target: -1, joy.actor: +1}]
  praise:
    target: actor
    cost: 1
    effects: [{trust.actor.target: +1}]
  snub:
    target: actor
    cost: 9
    effects: [{trust.actor.target: -1}]
rules:
  echo:
    on: act
    do: sing
    effects: [{joy.actor: +1}]
  rebuke:
    on: act
    do: praise
    effects: [{heat: +1}]
events:
  fair:
    turn: 2
    title: A fair
agreements:
  build:
    name: Let us build
    parties: [ann, bob]
    clauses: [{move: {issue: bridge, to: built, by: 4}}]
  truce:
    name: No squeezing
    parties: [ann, cas]
    clauses: [{refrain: {actor: ann, from: [squeeze], target: cas}}]
  lonely:
    name: Nobody wants this
    parties: [bob, cas]
    clauses: [{declare: Hello}]
end:
  fire: {when: heat >= 10, says: It burns., worth: -5}
"""
)

PROMISE = (
    HEAD
    + """
turns: 4
tracks:
  capital: {scope: actor, start: 2, range: [0, 9]}
  trust: {scope: pair, symmetric: true, range: [-5, 5]}
actors:
  ann:
    wants: {gate: {open: -1}, trust.ann.bob: 1}
    mandates:
      later: {says: A change of mind, wants: {gate: {open: 3}, trust.ann.bob: 1}}
  bob:
    wants: {gate: {open: -3}}
issues:
  gate: {options: [shut, open], ladder: true, up: {any: [ann]}, down: {any: [ann]}}
rules:
  who_leaves_is_blamed:
    on: denounce
    effects: [{trust.ann.bob: -2}]
events:
  change: {turn: 2, title: A change, effects: [{mandate: {ann: later}}]}
agreements:
  keep_shut:
    name: The gate stays shut
    parties: [ann, bob]
    clauses: [{hold: {issue: gate, at: shut}}]
"""
)

DEBTOR = (
    HEAD
    + """
turns: 4
tracks:
  joy: {scope: actor, start: 0, range: [0, 40]}
  capital: {scope: actor, start: 1, range: [0, 9]}
actors:
  ann: {wants: {joy.ann: 1}}
  bob: {wants: {joy.bob: 1}}
  cas: {wants: {joy.cas: 1}}
instruments:
  give: {who: [ann, bob], target: actor, cost: 1, effects: [{joy.target: +2}]}
  rob: {who: [cas], target: actor, effects: [{capital.target: -1, joy.actor: +1}]}
agreements:
  presents:
    name: A present for a present
    parties: [ann, bob]
    clauses:
      - perform: {actor: ann, do: give, target: bob, by: 2}
      - perform: {actor: bob, do: give, target: ann, by: 2}
"""
)

EXERCISE = (
    HEAD
    + """
turns: 3
actors:
  ann: {wants: {price: {low: 5, high: 1}, date: {soon: 2, late: 0}}}
  bob: {wants: {price: {low: 1, high: 5}, date: {soon: 0, late: 2}}}
issues:
  price: {options: [low, middle, high], ladder: false}
  date: {options: [soon, late], ladder: false}
settle: {accept: {all_of: [ann, bob]}, walk_away: {ann: 2, bob: 2}}
"""
)


def scenario(text: str) -> Scenario:
    """The scenario of a text."""
    return load_text(text, "tiny.yaml")
