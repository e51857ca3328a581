"""Codes of the shape: keys and values that the language does not have in that place."""

from __future__ import annotations

from game.checking.codes.code import Code
from game.i18n import N_

_MEANT = N_("What is not in the language would be ignored, and the author would not know.")
_CONSENT = N_("Without it nobody knows whose word a step needs.")

SHAPE = (
    Code(
        "schema/unknown-key",
        N_("A key is not in the language at this place."),
        _MEANT,
        N_("Take the nearest known key, which the message names, or take the key out."),
        "issues:\n  radar: {options: [none, agreed], speed: 3}\n",
    ),
    Code(
        "schema/missing",
        N_("A key that must be said is missing."),
        N_("There is no default for it that would be right."),
        N_("Add it; the message says what it means."),
        "tracks:\n  tension: {start: 3}\n",
    ),
    Code(
        "schema/empty",
        N_("A key stands here and says nothing."),
        N_("It looks as if something had been forgotten."),
        N_("Say it, or leave the key out."),
        "instruments:\n  reassure: {effects: [{}]}\n",
    ),
    Code(
        "schema/type",
        N_("The value is of the wrong kind: a text for a number, one value for a list."),
        _MEANT,
        N_("Write what the message expects."),
        "orders: many\n",
    ),
    Code(
        "schema/value",
        N_("The value is none of those that may stand here."),
        _MEANT,
        N_("Choose one of those that the message lists."),
        "tracks:\n  tension: {scope: universe}\n",
    ),
    Code(
        "schema/range",
        N_("A number lies outside what it may be, or a lower bound above an upper one."),
        N_("The game could not start, or a quantity could never move."),
        N_("Correct the number."),
        "tracks:\n  tension: {scope: world, range: [8, 0]}\n",
    ),
    Code(
        "schema/length",
        N_("A list has too few entries, or too many."),
        N_("An issue of one option, or a range of three numbers, means nothing."),
        N_("Add what is missing, or take out what is too much."),
        "issues:\n  radar: {options: [none]}\n",
    ),
    Code(
        "schema/too-long",
        N_("A text or an expression has more characters than it may have."),
        N_("Nobody reads a label of two lines on the board."),
        N_("Shorten it; a brief holds what a name cannot."),
    ),
    Code(
        "schema/version",
        N_("The file is written in another version of the language."),
        N_("Words may mean something else there."),
        N_("Write 'modus: 1'."),
        "modus: 2\n",
    ),
    Code(
        "schema/id",
        N_("An id is no id, or is a word that means something already."),
        N_("Ids stand in conditions and orders, where a hyphen is a minus."),
        N_("Use lower-case words joined by '_'."),
        "issues:\n  border-hill: {options: [none, agreed]}\n",
    ),
    Code(
        "schema/cell",
        N_("What should be a cell's name is none."),
        N_("A cell is a track, with the names of whom it belongs to behind dots."),
        N_("Write it as 'tension', 'capital.host' or 'trust.host.sponsor'."),
        "start: {trust host sponsor: 2}\n",
    ),
    Code(
        "schema/locale",
        N_("What should be the code of a language is none."),
        N_("The game asks for a translation by that code."),
        N_("Write a code such as 'ko' or 'pt_BR'."),
        "texts:\n  Korean: {title: 예}\n",
    ),
    Code(
        "schema/condition",
        N_("A condition is expected, and something else stands here."),
        N_("A number alone is neither true nor false."),
        N_("Write a comparison such as 'tension >= 4', or true or false."),
        "end:\n  scare: {when: 7}\n",
    ),
    Code(
        "schema/expression",
        N_("A whole number or an expression is expected, and something else stands here."),
        N_("Quantities are integers: there is no half a point of trust."),
        N_("Write a whole number, or an expression of cells and numbers."),
        "instruments:\n  reassure: {cost: 1.5}\n",
    ),
    Code(
        "schema/option",
        N_("An issue starts at an option that it does not have."),
        N_("The game would not know where it begins."),
        N_("Name one of its options, or add this one to them."),
        "issues:\n  radar: {options: [none, agreed], start: built}\n",
    ),
    Code(
        "schema/options",
        N_("An option stands twice in an issue."),
        N_("Each option has its place on the ladder."),
        N_("Rename one of the two."),
        "issues:\n  radar: {options: [none, agreed, none]}\n",
    ),
    Code(
        "schema/ladder",
        N_("An issue mixes 'up' and 'down' with 'change', or with 'ladder: false'."),
        N_("A ladder moves a step at a time, any other issue to any of its options."),
        N_("Write 'up:' and 'down:' for a ladder, 'change:' for what is none."),
        "issues:\n  radar: {options: [none, agreed], ladder: true, change: {any: [host]}}\n",
    ),
    Code(
        "schema/consent",
        N_("Who must consent is said in no way, in two ways, or in one that cannot be."),
        _CONSENT,
        N_("Say one of 'all', 'any', 'at_least' with 'of', or 'forum'."),
        "issues:\n  radar: {options: [none, agreed], up: {all: [host], any: [sponsor]}}\n",
    ),
    Code(
        "schema/adopt",
        N_("How a forum adopts is said in no way, in two ways, or without its weights."),
        _CONSENT,
        N_("Say 'consensus', 'majority', 'at_least: N', or 'quota: N' with 'weights'."),
        "forums:\n  council: {members: [host, sponsor], adopt: {quota: 2}}\n",
    ),
    Code(
        "schema/scope",
        N_("A track is called symmetric and is no track of pairs."),
        N_("Only what lies between two can be the same from both sides."),
        N_("Take 'symmetric' out, or make the scope 'pair'."),
        "tracks:\n  tension: {scope: world, symmetric: true}\n",
    ),
    Code(
        "schema/rule",
        N_("A rule is narrowed by a key that does not go with what sets it off."),
        N_("The key would narrow nothing, and the rule would fire too often."),
        N_("Use 'do:' with 'on: act', and 'issue:' with 'on: move'."),
        "rules:\n  calm: {on: turn, do: reassure, effects: [{tension: -1}]}\n",
    ),
    Code(
        "schema/choice",
        N_("A question has no default answer, or more than one."),
        N_("The default is what happens when nobody answers in time."),
        N_("Put 'default: true' at exactly one answer."),
        "events:\n  storm: {choice: {actor: host, options: {stay: {}, go: {}}}}\n",
    ),
    Code(
        "schema/clause",
        N_("A clause says none of the six kinds, or more than one."),
        N_("A clause owes one thing, so that everybody can tell who broke it."),
        N_("Write one clause for each thing that is owed."),
        "agreements:\n"
        "  pact:\n"
        "    parties: [host, sponsor]\n"
        "    clauses: [{declare: Peace., hold: {issue: radar, at: none}}]\n",
    ),
    Code(
        "schema/parties",
        N_("A party stands twice in an agreement."),
        N_("It could not sign twice."),
        N_("Name each party once."),
        "agreements:\n  pact: {parties: [host, host], clauses: [{declare: Peace.}]}\n",
    ),
    Code(
        "schema/pledge",
        N_("An agreement of one party alone is called secret."),
        N_("A pledge binds by being heard; nobody can hold a government to what it never said."),
        N_("Leave 'secret' out, or name a second party."),
        "agreements:\n  word: {parties: [host], secret: true, clauses: [{declare: Peace.}]}\n",
    ),
)
