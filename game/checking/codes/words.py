"""Codes of warnings about words: facts and their sources, translations, skins, bright line."""

from __future__ import annotations

from functools import partial

from game.checking.codes.code import Code
from game.i18n import N_

_Warning = partial(Code, severity="warning")
_SOURCES = "sources:\n  1: A book of 2001\n"
_BARE = N_("Who teaches with it must be able to say where it stands; an invented figure that looks "
           "like a fact is believed.")  # fmt: skip
_TOLD = N_("Whoever plays in that language reads two of them mixed.")
_REAL = N_("A class that had better not play real states would play them after all.")


def _skin(words: str) -> str:
    return (
        "skins:\n  other:\n    actors:\n"
        "      host: {name: Dale, constituencies: {village: {name: The hamlet}}}\n"
        f"      sponsor: {{name: Hill}}\n{words}"
    )


WORDS = (
    _Warning(
        "prose/technical",
        N_("A text describes how a weapon performs."),
        N_("A deployment is a political fact here; nothing is to be learned about weapons."),
        N_("Say who consents, who minds and what follows."),
    ),
    _Warning(
        "fact/unsourced",
        N_("A text tells a date or a figure and names no source."),
        _BARE,
        N_("Put the number of its source behind it, as in [3], or take the figure out."),
        _SOURCES + "summary: Since 1953 there has been no treaty.\n"
        "debrief: ['What does [1] leave out?']\n",
    ),
    _Warning(
        "fact/no-sources",
        N_("Texts tell dates or figures, and the file names no sources at all."),
        _BARE,
        N_("Add 'sources:' and cite them, or accept the warning where all is invented."),
        "summary: Since 1953 there has been no treaty.\n",
    ),
    _Warning(
        "fact/history",
        N_("An entry of 'history:' names no source."),
        _BARE,
        N_("Name it with 'source:' or 'sources:'."),
        _SOURCES + "history:\n"
        "  - {turn: 1, says: They met., source: 1}\n"
        "  - {turn: 2, says: They agreed.}\n",
    ),
    _Warning(
        "source/unknown",
        N_("A number in brackets, or under 'sources:', names no source of the file."),
        N_("The reader looks for it and finds nothing."),
        N_("Correct the number, or add the source."),
        "summary: They met [7].\n",
    ),
    _Warning(
        "source/unused",
        N_("Nothing in the file refers to this source."),
        N_("Mostly a fact has lost its number."),
        N_("Cite it where it is used, or take it out."),
        _SOURCES,
    ),
    _Warning(
        "text/untranslated",
        N_("A translation lacks texts that the file has."),
        _TOLD,
        N_("Translate them; modus check --untranslated lists every one."),
        "texts:\n  ko: {title: 예}\n",
    ),
    _Warning(
        "text/stray",
        N_("A translation or a skin has words for something that the file does not have."),
        N_("They are never shown: mostly something was renamed."),
        N_("Correct the path, or take the words out."),
        _skin("    issues: {radar: {name: A mast}, rador: {name: A mast}}\n"),
    ),
    _Warning(
        "skin/unrenamed",
        N_("A skin gives an actor, constituency, issue, event or agreement no name of its own."),
        _REAL,
        N_("Name each of them; a name that fits both worlds may be said again."),
        _skin(""),
    ),
    _Warning(
        "skin/real-name",
        N_("A skin's own words hold the real name of an actor."),
        _REAL,
        N_("Use the name that the skin gives it."),
        _skin("    issues: {radar: {name: A radar in Lowland}}\n"),
    ),
    _Warning(
        "skin/shows-through",
        N_("A text that a skin does not replace holds a real name: of an actor, or of a place."),
        _REAL,
        N_("Say it in the skin's words, or write the file's own text without the name."),
        "summary: Lowland is small.\n" + _skin("    issues: {radar: {name: A mast}}\n"),
    ),
)
