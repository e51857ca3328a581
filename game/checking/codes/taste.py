"""Codes of warnings: the scenario loads, and something in it is probably not meant."""

from __future__ import annotations

from functools import partial

from game.checking.codes.code import Code
from game.i18n import N_

_Warning = partial(Code, severity="warning")
_LEAK = N_("Players read the board, and soon know what was to stay hidden.")
_SHEETS = N_("Negotiation is about what one does not know of the others.")
_DEAD = N_("What never comes up costs everybody time to read, and teaches nothing.")
_DRAW = "[{instructions: Stay calm.}]"

TASTE = (
    _Warning(
        "allow/unknown",
        N_("A comment accepts a warning that does not exist, or an error."),
        N_("It silences nothing, and hides that somebody meant to."),
        N_("Correct the code, or mend the error."),
        "# check: allow fact/unsorced\nsummary: Two states.\n",
    ),
    _Warning(
        "allow/idle",
        N_("A comment accepts a warning that is not given any more."),
        N_("It would silence the next one of that kind, which nobody has looked at."),
        N_("Take the comment out, or move it to the line that the warning names."),
        "# check: allow time/too-long\nsummary: Two states.\n",
    ),
    _Warning(
        "leak/act",
        N_("An act that not everybody sees changes what others can see."),
        _LEAK,
        N_("Change hidden cells only, or accept the warning where it shall leak."),
        "instruments:\n  reassure: {target: actor, seen_by: parties, effects: [{tension: -1}]}\n",
    ),
    _Warning(
        "leak/rule",
        N_("A rule changes what more people see than can see what it depends on."),
        _LEAK,
        N_("Let it change hidden cells only, or accept the warning where it shall leak."),
        "rules:\n  poor: {on: turn, if: capital.host == 0, effects: [{tension: +1}]}\n",
    ),
    _Warning(
        "leak/event",
        N_("An event changes what more people see than are told of it, or tells what is hidden."),
        _LEAK,
        N_(
            "Tell only those who know, give it a chance, or accept the warning where it shall leak."
        ),
        "events:\n  whisper: {chance: 0.5, to: [host], effects: [{tension: +1}]}\n",
    ),
    _Warning(
        "leak/agreement",
        N_("A secret agreement pays, or sets off a rule, where others can see it."),
        _LEAK,
        N_("Pay in hidden cells, let the rule leave out secrets (if: not secret), or accept it."),
        "rules:\n"
        "  handshake: {on: conclude, for: '[p, q] in pairs(parties)', "
        "effects: [{trust.p.q: +1}]}\n"
        "agreements:\n"
        "  pact: {parties: [host, sponsor], secret: true, clauses: [{declare: Peace.}]}\n",
    ),
    _Warning(
        "settle/no-walk-away",
        N_("A player of a scoreable exercise has no value for no deal."),
        N_("Whether a deal is better than none decides everything in such an exercise."),
        N_("Name it under 'walk_away:'."),
        "issues:\n  radar: {options: [none, agreed]}\n"
        "settle: {accept: {all_of: [host, sponsor]}, walk_away: {host: 0}}\n",
    ),
    _Warning(
        "settle/steps",
        N_("An issue of a scoreable exercise can be ordered step by step too."),
        N_("A package settles all issues at once; steps beside it go around it."),
        N_("Leave out who consents, unless both are meant."),
        "settle: {accept: {all_of: [host, sponsor]}, walk_away: {host: 0, sponsor: 0}}\n",
    ),
    _Warning(
        "option/unreachable",
        N_("No step and no effect ever brings an issue to this option."),
        _DEAD,
        N_("Say who consents to the step there, or take the option out."),
        "issues:\n  radar: {options: [none, agreed], down: {all: [host]}}\n",
    ),
    _Warning(
        "rule/never-fires",
        N_("Nothing in the scenario can set off this rule."),
        _DEAD,
        N_("Look at its 'on:' and 'do:': an act proposed in a forum is adopted, and is no act."),
        "rules:\n  calm: {on: adopt, effects: [{tension: -1}]}\n",
    ),
    _Warning(
        "turn/beyond",
        N_("Something is set for a turn after the last one."),
        N_("The event never comes, and the clause can be neither kept nor broken."),
        N_("Name an earlier turn, or play more of them."),
        "events:\n  storm: {turn: 9, says: Rain.}\n",
    ),
    _Warning(
        "condition/never",
        N_("The ranges of the cells in a condition rule it out."),
        N_("What depends on it never comes about, and looks as if it could."),
        N_("Correct the number, widen the range, or take out what depends on it."),
        "end:\n  scare: {when: tension > 8}\n",
    ),
    _Warning(
        "condition/always",
        N_("An objective holds whatever anybody does."),
        N_("Points that cannot be missed teach nothing and blur the score."),
        N_("Correct the number, or take the objective out."),
        "actors:\n"
        "  sponsor:\n"
        "    private: [{instructions: Stay calm.}]\n"
        "    objectives: [{says: Calm, when: tension >= calm, worth: 3}]\n",
    ),
    _Warning(
        "forum/never-adopts",
        N_("Adoption needs more than all members together have."),
        N_("Whatever is proposed there fails."),
        N_("Lower what is needed, or add members."),
        "forums:\n  council: {members: [host, sponsor], adopt: {at_least: 3}}\n",
    ),
    _Warning(
        "treaty/never-ratified",
        N_("A party's constituencies would never carry this treaty, whatever their support."),
        N_("Its signing would be a vain exercise, and nobody could know why."),
        N_("Change what it moves, what they want, their weights, or what 'ratify:' asks."),
        "actors:\n"
        "  host:\n"
        "    ratify: 60\n"
        "    private: [{instructions: Stay calm.}]\n"
        "    constituencies: {village: {wants: {radar: {agreed: -5, working: -9}}}}\n"
        "  sponsor: {private: [{instructions: Stay calm.}]}\n"
        "agreements:\n"
        "  pact:\n"
        "    parties: [host, sponsor]\n"
        "    treaty: true\n"
        "    clauses: [{move: {issue: radar, to: working, by: 4}}]\n",
    ),
    _Warning(
        "seat/no-private",
        N_("A seat has no private draw: the others know all that it wants."),
        _SHEETS,
        N_("Give it instructions under 'private:'; of several the seed draws one."),
        f"actors:\n  host: {{private: {_DRAW}}}\n  sponsor: {{}}\n",
    ),
    _Warning(
        "seat/all-open",
        N_("No seat has private instructions."),
        _SHEETS,
        N_("Give each seat instructions under 'private:', or accept an open game."),
        "actors:\n  host: {}\n  sponsor: {}\n",
    ),
    _Warning(
        "time/too-long",
        N_("A timing takes more minutes than the session that it is for."),
        N_("The bell would ring before the debrief, which is where people learn."),
        N_("Play fewer turns, or give each of them less time."),
        "timings:\n  30: {turns: 4, negotiation: 8, debrief: 10}\n",
    ),
    _Warning(
        "time/turns",
        N_("A timing plays more turns than the game has."),
        N_("The time for the others would be planned in vain."),
        N_("Name at most as many turns as the game has."),
        "timings:\n  60: {turns: 9, negotiation: 5, debrief: 9}\n",
    ),
    _Warning(
        "time/minutes",
        N_("The minutes that the game is said to take have no timing."),
        N_("Who plans by them finds no plan."),
        N_("Name the length of one of the timings, or add a timing for it."),
        "minutes: 45\ntimings:\n  60: {turns: 4, negotiation: 5, debrief: 9}\n",
    ),
    _Warning(
        "time/no-debrief",
        N_("A timing leaves no minute for the debrief."),
        N_("The debrief is where people learn: without it they have only played."),
        N_("Give it a quarter of the time, and play fewer turns."),
        "timings:\n  60: {turns: 4, negotiation: 5}\n",
    ),
    _Warning(
        "name/near",
        N_("An id is a slip of the pen away from one of a library that the file includes."),
        N_("It overrides nothing: it is an entry of its own, mostly without effects."),
        N_("Write the library's id, or choose one that is not near to it."),
        "include: {diplomacy: [protest]}\ninstruments:\n  protets: {who: [host]}\n",
    ),
    _Warning(
        "instrument/idle",
        N_("An instrument changes nothing, and no rule, condition or clause looks at it."),
        _DEAD,
        N_("Give it effects, let a rule follow from it, or take it out."),
        "instruments:\n  sing: {cost: 1}\n",
    ),
    _Warning(
        "instrument/self-harm",
        N_("All that an instrument does is to take from whoever orders it."),
        N_("It is against nobody and for nobody: nobody has a reason to order it."),
        N_("Let somebody gain or lose by it, or take it out."),
        "instruments:\n  fast: {effects: [{capital.actor: -2}]}\n",
    ),
    _Warning(
        "clause/too-soon",
        N_("A clause wants more steps of a ladder than there are turns until then."),
        N_("An issue moves one step a turn: whoever signs it breaks it."),
        N_("Name a later turn in 'by:', or a nearer option."),
        "agreements:\n"
        "  pact:\n"
        "    parties: [host, sponsor]\n"
        "    clauses: [{move: {issue: radar, to: working, by: 1}}]\n",
    ),
    _Warning(
        "treaty/nobody-asked",
        N_("There is a treaty, and nobody in the scenario has 'ratify:' and constituencies."),
        N_("A treaty that nobody ratifies is a promise that executes itself."),
        N_("Give somebody 'ratify:' and constituencies, or make it no treaty."),
        "actors:\n"
        f"  host: {{private: {_DRAW}}}\n"
        f"  sponsor: {{private: {_DRAW}}}\n"
        "agreements:\n"
        "  pact: {parties: [host, sponsor], treaty: true, clauses: [{declare: Peace.}]}\n",
    ),
    _Warning(
        "ratify/nobody-asked",
        N_("A seat has 'ratify:' and no constituencies."),
        N_("Nobody is asked, so that every treaty passes, whatever the share."),
        N_("Give it constituencies, or take 'ratify:' out."),
        f"actors:\n  host: {{ratify: 60, private: {_DRAW}}}\n  sponsor: {{private: {_DRAW}}}\n",
    ),
    _Warning(
        "study/option",
        N_("In a study of some games no game ever reached this option."),
        _DEAD,
        N_("Make a way there worth going, or take the option out."),
    ),
    _Warning(
        "study/instrument",
        N_("In a study of some games nobody ever ordered this instrument."),
        _DEAD,
        N_("Make it cheaper or its effects worth more, or take it out."),
    ),
    _Warning(
        "study/agreement",
        N_("In a study of some games nobody ever signed this ready agreement whole."),
        _DEAD,
        N_("Give each party something that it wants, or take the agreement out."),
    ),
    _Warning(
        "study/rule",
        N_("In a study of some games this rule never fired."),
        _DEAD,
        N_("Look at its trigger and its condition: mostly one of them never holds."),
    ),
    _Warning(
        "study/event",
        N_("In a study of some games this event never happened."),
        _DEAD,
        N_("Look at its condition and chance: mostly they never hold together."),
    ),
    _Warning(
        "study/treaty",
        N_("In a study of some games this treaty was signed, and never ratified."),
        N_("Players would learn that ratification is a wall, not a level of the game."),
        N_("Let its parties win their constituencies over: more support, or a smaller step."),
    ),
)
