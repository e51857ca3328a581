"""Whole entries that editors offer where one may begin: what an author would otherwise look up.

In a body, `${1:words}` is a place that the editor goes to, with what stands there at first.
"""

from __future__ import annotations

from typing import Any, Final

SNIPPETS: Final[dict[tuple[str, str], tuple[str, str, Any]]] = {
    ("Document", "issues"): (
        "a ladder",
        "An issue with steps, and who must consent to each direction.",
        {"${1:new_issue}": {
            "name": "${2:Name}", "options": ["${3:none}", "${4:agreed}", "${5:done}"],
            "ladder": True, "up": {"all": ["${6:host}"], "cost": 1}, "down": {"all": ["${6:host}"]},
        }},
    ),
    ("Document", "instruments"): (
        "an instrument",
        "Something that an actor can do to another.",
        {"${1:new_instrument}": {
            "name": "${2:Name}", "says": '"{actor} ${3:does something to} {target}."',
            "target": "actor", "cost": 1, "effects": [{"${4:trust.actor.target}": 1}],
        }},
    ),
    ("Document", "rules"): (
        "a rule with its concept",
        "What follows from what, and the concept that it makes visible.",
        {"${1:new_rule}": {
            "name": "${2:Name}", "says": "${3:The rule in a sentence.}",
            "teaches": {"concept": "${4:Concept}", "cite": "${5:Author 1990}"},
            "on": "${6:turn}", "if": "${7:tension >= 6}", "effects": [{"${8:tension}": 1}],
        }},
    ),
    ("Document", "events"): (
        "an event with a choice",
        "Something that happens, and a question that somebody must answer.",
        {"${1:new_event}": {
            "title": "${2:Headline}", "when": "${3:tension >= 4}", "says": "${4:What happened.}",
            "choice": {"actor": "${5:host}", "options": {
                "${6:act}": {"says": "${7:Do something}", "cost": 1},
                "${8:wait}": {"says": "${9:Wait}", "default": True},
            }},
        }},
    ),
    ("Document", "agreements"): (
        "a ready agreement",
        "A draft with one clause; others are hold, refrain, perform, transfer and declare.",
        {"${1:new_agreement}": {
            "name": "${2:Name}", "parties": ["${3:host}", "${4:partner}"],
            "clauses": [{"move": {"issue": "${5:issue}", "to": "${6:agreed}", "by": 6}}],
        }},
    ),
    ("Document", "actors"): (
        "a seat",
        "A player with public wants and one private draw.",
        {"${1:new_actor}": {
            "name": "${2:Name}", "brief": "${3:You ...}", "wants": {"${4:tension}": -1},
            "private": [{"instructions": "${5:What nobody else knows.}", "objectives": [
                {"says": "${6:In words}", "when": "${7:tension <= 3}", "worth": 3}]}],
        }},
    ),
}  # fmt: skip
"""By definition and key: what it is called, what it is, and its body."""
