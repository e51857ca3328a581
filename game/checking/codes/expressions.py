"""Codes of conditions, costs and changes: the small language of expressions."""

from __future__ import annotations

from game.checking.codes.code import Code
from game.i18n import N_

_ENDS = N_("Every expression ends, and everybody can reckon it by hand.")
_NOBODY = N_("Nobody reads it any more, and the machine should not have to.")

EXPRESSIONS = (
    Code(
        "expression/syntax",
        N_("This is no expression."),
        N_("The condition or change could not be reckoned."),
        N_("Write '==' to compare, and the words 'and', 'or' and 'not'."),
        "end:\n  scare: {when: tension = 7}\n",
    ),
    Code(
        "expression/not-in-language",
        N_("The expression uses a sign or a form that the language does not have."),
        _ENDS,
        N_("Use + - * // by a constant, comparisons, and the calls of the language."),
        "end:\n  scare: {when: tension ** 2 > 7}\n",
    ),
    Code(
        "expression/not-an-integer",
        N_("The expression holds a fraction or a quoted text."),
        N_("Every quantity is an integer."),
        N_("Write whole numbers, and names without quotes."),
        "end:\n  scare: {when: tension > 6.5}\n",
    ),
    Code(
        "expression/call",
        N_("A call has named arguments, or is made on something else than a name."),
        _ENDS,
        N_("Write plain arguments, as in did(host, reassure)."),
        "end:\n  scare: {when: 'happened(event=storm)'}\n",
    ),
    Code(
        "expression/division",
        N_("A number is divided by 0, or by what is no constant."),
        N_("A quantity may be 0 in some turn, and nothing can be divided by it."),
        N_("Divide by a whole number other than 0."),
        "end:\n  scare: {when: 8 // tension > 2}\n",
    ),
    Code(
        "expression/too-long",
        N_("The expression has too many characters."),
        _NOBODY,
        N_("Split it: nest effects under 'if:', or write two rules."),
    ),
    Code(
        "expression/too-deep",
        N_("The expression is nested too deeply."),
        _NOBODY,
        N_("Split it: nest effects under 'if:', or write two rules."),
    ),
    Code(
        "call/unknown",
        N_("The language has no call of this name."),
        _ENDS,
        N_("Use one of those that the message lists."),
        "end:\n  scare: {when: random(6) > 3}\n",
    ),
    Code(
        "call/arguments",
        N_("A call has too few arguments, or too many."),
        N_("It would ask something else than what was meant."),
        N_("Give it what the message says."),
        "end:\n  scare: {when: did(host)}\n",
    ),
    Code(
        "call/no-change",
        N_("gain(x) is asked where no change is at hand."),
        N_("It says what a move or an agreement is worth, and here there is none."),
        N_("Ask about one: gain(host, radar, agreed)."),
        "rules:\n  calm: {on: turn, if: gain(host) > 0, effects: [{tension: -1}]}\n",
    ),
    Code(
        "loop/form",
        N_("'for:' holds no loop."),
        N_("A loop gives a name to each member of a set in turn."),
        N_("Write 'name in set', or '[p, q] in pairs(set)'."),
        "rules:\n  calm: {on: turn, for: players, effects: [{tension: -1}]}\n",
    ),
    Code(
        "loop/too-many",
        N_("Loops inside each other run too often."),
        N_("Each turn would take noticeably longer, for every player."),
        N_("Loop over fewer: narrow the sets, or put an 'if:' outside."),
        "rules:\n"
        "  calm:\n"
        "    on: turn\n"
        "    for: [a in actors, b in actors, c in actors, d in actors, e in actors, f in actors,\n"
        "          g in actors, h in actors, i in actors, j in actors, k in actors]\n"
        "    effects: [{tension: -1}]\n",
    ),
)
