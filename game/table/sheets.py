"""Role sheets in words: what everyone knows that an actor wants, and what only its seat knows."""

from __future__ import annotations

from game.rules.profiles import constituency_profiles, profile_of
from game.scenario.model import Scenario, Wants
from game.table.sight import Sight
from game.table.views import ConstituencyView, SheetView, WantView
from game.table.words import Words


def public_wants(
    scenario: Scenario, words: Words, actor: str, chain: tuple[str, ...]
) -> tuple[WantView, ...]:
    """What everyone knows that an actor wants under its present government."""
    wants = profile_of(scenario, actor, chain, -1)
    goals = tuple(
        WantView(says, "objective", goal.worth)
        for says, goal in zip(words.objectives(actor, chain), wants.goals, strict=True)
    )
    return (*_wants(words, wants.public, "want"), *goals, *_wants(words, wants.accrues, "accrues"))


def sheet_view(scenario: Scenario, words: Words, sight: Sight, chain: tuple[str, ...]) -> SheetView:
    """A seat's own role sheet."""
    seat = sight.seat
    wants = profile_of(scenario, seat, chain, sight.draw)
    instructions, said = words.sheet(seat, chain, sight.draw)
    goals = tuple(
        WantView(says, "objective", goal.worth)
        for says, goal in zip(said, wants.private_goals, strict=True)
    )
    private = _wants(words, wants.private, "want")
    homes = constituency_profiles(scenario)
    return SheetView(
        name=words.actor(seat),
        brief=words.brief(seat, chain),
        instructions=instructions,
        public=public_wants(scenario, words, seat, chain),
        private=(*private, *goals, *_wants(words, wants.private_accrues, "accrues")),
        constituencies=tuple(
            ConstituencyView(
                c.id,
                words.constituency(f"{seat}.{c.id}"),
                c.weight,
                _wants(words, homes[f"{seat}.{c.id}"].public, "want"),
            )
            for c in scenario.actors[seat].constituencies
        ),
        ratify=wants.ratify,
        roles=tuple(
            (words.role(seat, role), tuple(powers))
            for role, powers in scenario.document.actors[seat].roles.items()
        ),
    )


def _wants(words: Words, wants: Wants, kind: str) -> tuple[WantView, ...]:
    return tuple(WantView(says, kind, points) for says, points in words.wants(wants))
