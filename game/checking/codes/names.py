"""Codes of names and of what the parts of a scenario mean together."""

from __future__ import annotations

from game.checking.codes.code import Code
from game.i18n import N_

_TWO = N_("In a condition the name would mean two things.")
_KNOWN = N_("Nobody could order well without knowing it, and asking would tell a secret.")
_ONCE = N_("Counted twice, it would have two voices.")

NAMES = (
    Code(
        "name/unknown",
        N_("A name means nothing in this scenario."),
        N_("Mostly it is mistyped, or what it meant was renamed."),
        N_("Take the nearest known name, which the message tells, or add what is missing."),
        "start: {tensoin: 3}\n",
    ),
    Code(
        "name/not-here",
        N_("A name such as 'movers' is used where nothing moves."),
        N_("'movers' and 'parties' belong to what has just happened, and here nothing has."),
        N_("Move it into a rule that a move or an agreement sets off, or name the actors."),
        "rules:\n  calm: {on: turn, for: p in parties, effects: [{capital.p: +1}]}\n",
    ),
    Code(
        "name/twice",
        N_("Two different things have one id."),
        _TWO,
        N_("Rename one of the two."),
        "tracks:\n"
        "  radar: {scope: world}\n"
        "  tension: {scope: world}\n"
        "  capital: {scope: actor, income: 2}\n",
    ),
    Code(
        "name/reserved",
        N_("An id is a word that the engine uses itself."),
        _TWO,
        N_("Choose another id."),
        "end:\n  turns: {when: tension >= 7}\n",
    ),
    Code(
        "cell/unknown",
        N_("A cell is written with the wrong parts, or for somebody who has none."),
        N_("A world track has no owner, an actor's has one, a pair's has two."),
        N_("Write it as the message shows for its scope."),
        "end:\n  broke: {when: capital <= 0}\n",
    ),
    Code(
        "set/unknown",
        N_("After 'in' stands no set."),
        N_("A loop or a test runs over a set of actors, constituencies or the like."),
        N_("Use one of the sets that the message lists, or a list in brackets."),
        "rules:\n  calm: {on: turn, for: p in everybody, effects: [{tension: -1}]}\n",
    ),
    Code(
        "actors/no-player",
        N_("No actor is a player."),
        N_("Somebody has to sit at the table."),
        N_("Leave 'kind: chorus' out for those who have a seat."),
        "actors:\n  host: {kind: chorus}\n  sponsor: {kind: chorus}\n"
        "issues:\n  radar: {options: [none, agreed]}\n",
    ),
    Code(
        "start/issue",
        N_("'start:' at the top names an issue."),
        N_("An issue begins at an option, not at a number."),
        N_("Say 'start: option' in the issue's own entry."),
        "start: {radar: 1}\n",
    ),
    Code(
        "start/range",
        N_("A cell starts outside the range of its track."),
        N_("It would jump back in the first turn."),
        N_("Correct the start, or widen the range."),
        "start: {tension: 99}\n",
    ),
    Code(
        "track/reserved",
        N_("A track is called 'debt'."),
        N_("The engine keeps a cell of that name beside each purse."),
        N_("Choose another id."),
        "tracks:\n"
        "  debt: {scope: world}\n"
        "  tension: {scope: world}\n"
        "  capital: {scope: actor, income: 2}\n",
    ),
    Code(
        "track/band",
        N_("A band begins outside the range of its track."),
        N_("The track could never be there, and conditions on it would never hold."),
        N_("Move the band, or widen the range."),
        "tracks:\n"
        "  tension: {scope: world, range: [0, 8], bands: {crisis: 9}}\n"
        "  capital: {scope: actor, income: 2}\n",
    ),
    Code(
        "track/capital",
        N_("The track 'capital' has a scope other than 'actor'."),
        N_("It is the purse: every cost is paid from it."),
        N_("Make its scope 'actor', or call the track something else."),
        "tracks:\n  capital: {scope: world}\n  tension: {scope: world}\n",
    ),
    Code(
        "wants/issue",
        N_("An issue is wanted by a single number."),
        N_("What an issue is worth depends on the option that it ends at."),
        N_("Say points by option: 'radar: {{agreed: 2, working: 5}}'."),
        "actors:\n  host: {wants: {radar: 2}}\n  sponsor: {}\n",
    ),
    Code(
        "wants/track",
        N_("A track's cell is wanted by option."),
        N_("A cell is worth so many points a unit."),
        N_("Say one number: 'tension: -1'."),
        "actors:\n  host: {wants: {tension: {calm: 1}}}\n  sponsor: {}\n",
    ),
    Code(
        "consent/twice",
        N_("An actor stands twice in a list of who must consent."),
        _ONCE,
        N_("Name it once."),
        "issues:\n  radar: {options: [none, agreed], up: {all: [host, host]}}\n",
    ),
    Code(
        "forum/twice",
        N_("A member stands twice in a forum."),
        _ONCE,
        N_("Name it once; 'weights' give a member more votes."),
        "forums:\n  council: {members: [host, host, sponsor], adopt: majority}\n",
    ),
    Code(
        "issue/two-forums",
        N_("One forum decides on a step up, and another on a step down."),
        N_("A proposal to step is voted on in one place, whichever way it goes."),
        N_("Name the same forum for both."),
        "forums:\n"
        "  here: {members: [host, sponsor], adopt: majority}\n"
        "  there: {members: [host, sponsor], adopt: majority}\n"
        "issues:\n"
        "  radar: {options: [none, agreed], up: {forum: here}, down: {forum: there}}\n",
    ),
    Code(
        "cost/negative",
        N_("A cost is below 0."),
        N_("Being paid for an order is an effect, not a cost."),
        N_("Write a cost of 0, and give the capital in 'effects:'."),
        "instruments:\n  reassure: {cost: -1}\n",
    ),
    Code(
        "event/unseen-choice",
        N_("Who must answer an event is not told of it."),
        N_("The seat would be asked about something it cannot know."),
        N_("Add the actor to 'to:'."),
        "events:\n"
        "  storm: {to: [sponsor], choice: {actor: host, options: {go: {default: true}}}}\n",
    ),
    Code(
        "effect/issue-is-stepped",
        N_("An effect adds to an issue as if it were a quantity."),
        N_("An issue moves by one step a turn, whatever causes it."),
        N_("Write 'step: {{radar: up}}'."),
        "instruments:\n  reassure: {effects: [{radar: +1}]}\n",
    ),
    Code(
        "order/reads-hidden",
        N_("An order's own condition or cost reads what its giver cannot see."),
        _KNOWN,
        N_("Read cells that the seat can see, or change who sees them."),
        "instruments:\n"
        "  reassure: {who: [host], target: actor, if: capital.target >= 3, "
        "effects: [{tension: -1}]}\n",
    ),
    Code(
        "order/did",
        N_("An order's own condition or cost asks did()."),
        N_("What is done this turn is not fixed while orders are given."),
        N_("Use ever() for earlier turns, or put did() into a rule."),
        "instruments:\n  reassure: {if: 'did(host, reassure)', effects: [{tension: -1}]}\n",
    ),
    Code(
        "settle/too-many",
        N_("More players must accept than play."),
        N_("No package could ever be accepted."),
        N_("Lower 'at_least', or name who must accept under 'all_of'."),
        "issues:\n  radar: {name: A radar, options: [none, agreed]}\n"
        "settle: {accept: {at_least: 9}, walk_away: {host: 0, sponsor: 0}}\n",
    ),
    Code(
        "case/failed",
        N_("A case in the file expects something else than what happened."),
        N_("Either the scenario does not do what its author meant, or the case is out of date."),
        N_("Compare what was expected with what was found, and mend one of the two."),
        "cases:\n  - {name: All is calm, expect: {tension: 0}}\n",
    ),
)
