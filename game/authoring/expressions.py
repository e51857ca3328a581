"""What an expression may say, in an author's words: for the reference (language.md, section 9)."""

from __future__ import annotations

from typing import Final

CALLS: Final[dict[str, tuple[str, str]]] = {
    "did": (
        "did(actor, instrument, target)",
        "Was it done this turn, and paid for? The target may be left out. Not in an instrument's "
        "own `if`.",
    ),
    "ever": ("ever(actor, instrument, target)", "Was it done in an earlier turn?"),
    "in_force": ("in_force(agreement)", "Is a ready agreement in force?"),
    "party": ("party(actor, agreement)", "Is an actor party to an agreement that is in force?"),
    "happened": ("happened(event)", "Has an event happened?"),
    "worth": ("worth(actor)", "The points of an actor's public wants in the present position."),
    "approval": ("approval(actor)", "The mean support of an actor's constituencies, by weight."),
    "gain": (
        "gain(actor)",
        "What the change at hand is publicly worth to an actor or a constituency: the move, the "
        "agreement's clauses, the forum's text. `gain(actor, issue, option)` asks about another.",
    ),
    "min": ("min(a, b)", "The least of two numbers or more."),
    "max": ("max(a, b)", "The greatest of two numbers or more."),
    "abs": ("abs(a)", "A number without its sign."),
}
"""Each call: how it is written, and what it says."""

SETS: Final[dict[str, str]] = {
    "players": "everybody who has a seat",
    "chorus": "everybody who has none",
    "actors": "both",
    "others(x)": "the players without x",
    "members(forum)": "who votes in a forum",
    "constituencies(x)": "the publics of x at home",
    "parties": "who signed the agreement at hand",
    "movers": "who moved the issue at hand",
    "pairs(set)": 'each two of a set, once: `for: "[p, q] in pairs(parties)"`',
    "[host, sponsor]": "a list of ids",
}
"""What `for: name in ...` may run over."""

SIGNS: Final = (
    "Whole numbers; cells such as `tension` or `trust.host.sponsor`; names of options beside their "
    "issue and of bands beside their track; `turn`; `secret`, whether the agreement at hand is "
    "secret (what then changes in the open gives it away: `if: not secret`); `== != < <= > >=`; "
    "`and or not`; `in`; `+ - *` and `//` by a constant, which rounds down."
)
