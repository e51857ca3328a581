"""Codes of the text itself: what cannot be read, or could be read in two ways."""

from __future__ import annotations

from game.checking.codes.code import Code
from game.i18n import N_

_STRAY = N_("Read in two ways, a file says what its author did not mean.")
_BOUND = N_("A bound keeps a file from a stranger from using up the machine that reads it.")

YAML = (
    Code(
        "yaml/syntax",
        N_("The text cannot be read as YAML here."),
        N_("The section that holds it is set aside, and nothing in it is checked."),
        N_("Look at the line and the one above it: a bracket, a quote or a colon is in the way."),
        "debrief: }\n",
    ),
    Code(
        "yaml/tab",
        N_("A tab stands where spaces must stand."),
        N_("YAML tells what belongs to what by spaces, and a tab has no fixed width."),
        N_("Indent with spaces; most editors can exchange all tabs of a file at once."),
        "debrief:\n\t- Who spoke first?\n",
    ),
    Code(
        "yaml/quote",
        N_("A text begins with a sign, or goes on behind a bracket or a quotation."),
        _STRAY,
        N_("Put the whole text in quotes."),
        "summary: @once upon a time\n",
    ),
    Code(
        "yaml/escape",
        N_("A backslash stands in double quotes before a letter that it cannot go with."),
        N_("In double quotes a backslash begins a special character."),
        N_("Write two backslashes, or use single quotes."),
        'summary: "one\\date"\n',
    ),
    Code(
        "yaml/unclosed",
        N_("A bracket or a quotation that opens here is never closed."),
        N_("Everything behind it is read as a part of it."),
        N_("Close it, or put a text in it that has a comma, colon or bracket in quotes."),
        "debrief: [Who spoke first?\n",
    ),
    Code(
        "yaml/colon",
        N_("A second colon with a space behind it stands in one line."),
        N_("A colon and a space end a key, and a line has one key outside of braces."),
        N_("Put the text in quotes, or check the indentation."),
        "summary: Two states: one radar\n",
    ),
    Code(
        "yaml/no-colon",
        N_("A line among entries has no colon with a space behind it."),
        N_("An entry is 'key: value'; without the space the colon is a part of the word."),
        N_("Put a colon and a space behind the key."),
        "tracks:\n  tension: {scope: world}\n  trust\n",
    ),
    Code(
        "yaml/indentation",
        N_("A line is indented as no line above it is."),
        N_("What belongs to what is told by indentation alone."),
        N_("Indent it as far as its neighbours, by two spaces a level."),
        "debrief:\n    - Who spoke first?\n  - Who spoke last?\n",
    ),
    Code(
        "yaml/key",
        N_("What stands before the colon is no name."),
        N_("Keys are words or whole numbers; a list or nothing at all can be no key."),
        N_("Write a name before the colon."),
        "start: {[tension]: 3}\n",
    ),
    Code(
        "yaml/duplicate-key",
        N_("A key stands twice in one place."),
        N_("Only one of the two could count, and which is anybody's guess."),
        N_("Keep one, or put the entries of both under it."),
        "start: {tension: 3, tension: 4}\n",
    ),
    Code(
        "yaml/split-text",
        N_("A text in [ ] or {{ }} seems to have been cut at a comma."),
        N_("Inside brackets a comma ends a text, and half a sentence would be shown."),
        N_("Put each text in quotes, or each on a line of its own behind a dash."),
        "debrief: [Who spoke first, and why?, Who did not?]\n",
    ),
    Code(
        "yaml/merge",
        N_("The merge key << of YAML stands here."),
        N_("What an entry says should stand in it; an include shares entries between files."),
        N_("Write the entries out, or put them into a library."),
        "start: {<<: {tension: 3}}\n",
    ),
    Code(
        "yaml/tag",
        N_("A tag (a word that begins with '!') stands before a value."),
        N_("Tags make programs of files; a scenario is only words and numbers."),
        N_("Take the tag out, or put a text that begins with '!' in quotes."),
        "summary: !shout Beware\n",
    ),
    Code(
        "yaml/unknown-alias",
        N_("A word that begins with '*' repeats something that nothing above is called."),
        N_("In YAML '*name' repeats what was marked '&name'."),
        N_("Mark it first, or put the text in quotes."),
        "summary: *nothing\n",
    ),
    Code(
        "yaml/recursive-alias",
        N_("Something repeats itself inside itself."),
        N_("It would never end."),
        N_("Write out what is meant."),
        "debrief: &all [*all]\n",
    ),
    Code(
        "yaml/huge-number",
        N_("A number is larger than any scenario needs."),
        N_("Quantities are small integers that people can reckon with."),
        N_("Check the number, or put it in quotes if it is a text."),
        "minutes: 99999999999999\n",
    ),
    Code(
        "yaml/documents",
        N_("A line '---' begins a second document."),
        N_("A file holds one scenario, and the second would be ignored."),
        N_("Remove the line, or put what follows it into a file of its own."),
        "summary: One\n---\nid: two\n",
    ),
    Code(
        "yaml/control",
        N_("An invisible character stands in the text."),
        N_("Nobody can see it, and it can turn what is shown around."),
        N_("Delete it: go to its line and column, and type the words around it anew."),
    ),
    Code(
        "yaml/encoding",
        N_("The file is not written in UTF-8."),
        N_("Letters with accents and other scripts would come out wrong."),
        N_("Save the file as UTF-8; every editor can."),
    ),
    Code(
        "yaml/empty",
        N_("The file is empty, or holds comments alone."),
        N_("There is nothing to play."),
        N_("Begin with 'modus: 1', or with a scaffold from modus new."),
    ),
    Code(
        "yaml/not-a-mapping",
        N_("The file is a list or a text, not entries of the form 'key: value'."),
        N_("A scenario says what each of its parts is under that part's name."),
        N_("Begin lines at the left edge with a key and a colon."),
    ),
    Code(
        "yaml/too-big",
        N_("The file has more characters or entries than a scenario may have."),
        _BOUND,
        N_("Move what is shared into a library, or shorten the file."),
    ),
    Code(
        "yaml/too-deep",
        N_("Too many levels stand inside each other."),
        _BOUND,
        N_("Write it flatter; no part of the language is that deep."),
    ),
    Code(
        "yaml/aliases",
        N_("Too many words that begin with '*' repeat something."),
        _BOUND,
        N_("Write the entries out, or put them into a library."),
    ),
)
