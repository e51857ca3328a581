"""What the gate makes of texts: plain values with marks, or problems that help."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.scenario import gate
from game.scenario.gate import read


def codes(text: str | bytes) -> list[str]:
    return [problem.code for problem in read(text, "s.yaml").problems]


WORDS = "on no yes null ~ 2031-03 0x1F 1:30 017 1_000 .5 1e5 .nan .inf"


def test_words_stay_words_and_only_plain_digits_are_numbers() -> None:
    source = read(
        f"a: [{', '.join(WORDS.split())}]\n"
        "b: [true, false, 0, 7, -2, +1, 0.25]\n"
        'c: ["7", "true"]\n'
        "d:\n",
        "s.yaml",
    )
    assert source.problems == ()
    assert source.data["a"] == WORDS.split()
    assert [(type(value), value) for value in source.data["b"]] == [
        (bool, True), (bool, False), (int, 0), (int, 7), (int, -2), (int, 1), (float, 0.25),
    ]  # fmt: skip
    assert source.data["c"] == ["7", "true"]
    assert source.data["d"] is None


def test_keys_are_words_or_whole_numbers() -> None:
    assert list(read("on: 1\n5: 2\n'6': 3\ntrue: 4", "s").data) == ["on", 5, "6", "true"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("for: [p, q] in pairs(players)", {"for": "[p, q] in pairs(players)"}),
        ("{for: [p, q] in pairs([rok, usa]), if: p != q}",
         {"for": "[p, q] in pairs([rok, usa])", "if": "p != q"}),
        ("for: [[p, q] in pairs(players), c in constituencies(p)]",
         {"for": ["[p, q] in pairs(players)", "c in constituencies(p)"]}),
        ("{if: gain(c, thaad, shelved) > 0, x: 1}", {"if": "gain(c, thaad, shelved) > 0", "x": 1}),
        ("{if: min(a, max(b, c)) > did(p, visit, q)}",
         {"if": "min(a, max(b, c)) > did(p, visit, q)"}),
        ("[happened(summit, x), y]", ["happened(summit, x)", "y"]),
        ("{if: a in [rok, usa] and b not in [china, dprk], x: 1}",
         {"if": "a in [rok, usa] and b not in [china, dprk]", "x": 1}),
        ('[argue "We: the people, too" because "a [b], c" asking tension -1, visit rok]',
         ['argue "We: the people, too" because "a [b], c" asking tension -1', "visit rok"]),
        ("{says: The people's choice (or so, they say), x: 1}",
         {"says": "The people's choice (or so, they say)", "x": 1}),
        ("['a (b', 'c, d) e']", ["a (b", "c, d) e"]),
        ('["[p, q] in x", "f(a, b)"]', ["[p, q] in x", "f(a, b)"]),
    ],
)  # fmt: skip
def test_commas_of_the_language_do_not_cut_its_texts(written: str, meant: object) -> None:
    plain = written if written.startswith("for:") else None
    for text in (f"x:\n  {plain}\n",) if plain else (f"x: {written}\n", f"x:\n  - {written}\n"):
        source = read(text, "s.yaml")
        assert source.problems == ()
        found = source.data["x"]
        assert (found[0] if text.startswith("x:\n  -") else found) == meant


def test_prose_in_a_block_keeps_every_character() -> None:
    text = 'x: >\n  See (a, b), [p, q] in the text, argue "a, b".\ny: f(a, b)  # (c, d)\n'
    source = read(text, "s.yaml")
    assert source.problems == ()
    assert source.data == {
        "x": 'See (a, b), [p, q] in the text, argue "a, b".\n',
        "y": "f(a, b)",
    }


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: {says: Nobody, ever, worth: 3}", (1, 19)),
        ("a: {says: Nobody, worth:3}", (1, 19)),
        ('a: [argue "one\n  two, three", x]', (1, 5)),
        ('a: {x: f("a, b"), y: 1}', (1, 8)),
    ],
)
def test_a_text_that_a_comma_cut_is_told(text: str, place: tuple[int, int]) -> None:
    problem = read(text, "s.yaml").problems[0]
    assert (problem.code, problem.line, problem.column) == ("yaml/split-text", *place)


def test_marks_lead_back_into_the_file() -> None:
    source = read(
        "id: x\nrules:\n  r:\n"
        '    for: [p, q] in pairs(a)\n    if: "a > b"\n    list: [one, f(a, b)]\n',
        "s.yaml",
    )
    assert source.mark(("rules", "r"), key=True) == (3, 3)
    assert source.mark(("rules", "r", "for")) == (4, 10)
    assert source.mark(("rules", "r", "list", 1)) == (6, 17)
    assert source.mark(("rules", "r", "for_")) == (4, 10)
    assert source.mark(("rules", "r", "changes", "if")) == (5, 9)
    assert source.mark(("rules", "nothing", "here")) == (3, 3)
    assert source.within(("rules", "r", "if"), 4) == (5, 14)
    assert source.within(("rules", "r", "list", 1), 2) == (6, 19)
    assert source.style(("rules", "r", "if")) == "quoted"
    assert source.style(("rules", "r", "list")) == "flow"
    assert source.style(("rules",)) == "block"


def test_anchors_repeat_what_they_mark() -> None:
    source = read("a: &w {x: 1}\nb: *w\nc: [*w, *w]", "s.yaml")
    assert source.problems == ()
    assert source.data == {"a": {"x": 1}, "b": {"x": 1}, "c": [{"x": 1}, {"x": 1}]}


def test_after_a_syntax_error_the_rest_is_still_read() -> None:
    source = read('a: "open\nb: 1\nc: [1, 2\nd: 2\nd: 3\n', "s.yaml")
    assert [(problem.line, problem.code) for problem in source.problems] == [
        (1, "yaml/unclosed"),
        (3, "yaml/unclosed"),
        (5, "yaml/duplicate-key"),
    ]
    assert source.data == {"b": 1, "d": 2}
    assert source.damaged == {"a", "c"}


BOMBS: dict[str, tuple[str | bytes, str]] = {
    "flow nesting": ("a: " + "[" * 100_000, "yaml/too-deep"),
    "map nesting": ("a: " + "{a: " * 100_000, "yaml/too-deep"),
    "block nesting": ("- " * 100_000, "yaml/too-deep"),
    "laughs": (
        "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        + "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 12)),
        "yaml/too-big",
    ),
    "merge": ("a: &a {x: 1}\nb: {<<: [*a, *a, *a]}", "yaml/merge"),
    "aliases": ("a: &a 1\nb: [" + "*a, " * 5_000 + "]", "yaml/aliases"),
    "recursion": ("a: &a {b: *a}", "yaml/recursive-alias"),
    "size": ("a: " + "x" * 2_100_000, "yaml/too-big"),
    "entries": ("a: [" + "1," * 500_000 + "]", "yaml/too-big"),
    "tags": ("a: !!python/object/apply:os.system [x]", "yaml/tag"),
    "own tag": ("a: !x y", "yaml/tag"),
    "documents": ("a: 1\n---\nb: 2", "yaml/documents"),
    "nul": ("a: x\x00y", "yaml/control"),
    "bell": ("a: x\x07y", "yaml/control"),
    "surrogate": ("a: \udc80", "yaml/control"),
    "not utf-8": (b"a: b\nc: \xff\xfe", "yaml/encoding"),
    "utf-16": ("a: b".encode("utf-16"), "yaml/encoding"),
    "huge number": ("a: " + "9" * 100_000, "yaml/huge-number"),
    "huge fraction": ("a: " + "9" * 1_000 + ".0", "yaml/huge-number"),
    "list": ("- a", "yaml/not-a-mapping"),
    "nothing": ("", "yaml/empty"),
    "comment only": ("# hello", "yaml/empty"),
    "complex key": ("? [a, b]\n: c", "yaml/key"),
    "parentheses": ("a: " + "(" * 200_000 + ")" * 200_000 + ": b: c", "yaml/colon"),
}


@pytest.mark.parametrize("which", BOMBS)
def test_hostile_texts_are_refused(which: str) -> None:
    text, code = BOMBS[which]
    assert code in codes(text)


@pytest.mark.parametrize(
    "which", ["flow nesting", "map nesting", "block nesting", "laughs", "merge"]
)
def test_the_parser_in_python_is_as_safe(which: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "_Parser", gate._PureParser)
    text, code = BOMBS[which]
    assert code in codes(text)


@pytest.mark.parametrize(
    "text",
    ["a: {if: f(x, y) > 0, n: [1, on]}\nb: 'x'\n", 'a: "open\nb: 1\n', "a: b: c\n", "a: {b\n"],
)
def test_the_parser_in_python_reads_the_same(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fast = read(text, "s.yaml")
    monkeypatch.setattr(gate, "_Parser", gate._PureParser)
    slow = read(text, "s.yaml")
    assert slow.data == fast.data
    assert [(p.code, p.line) for p in slow.problems] == [(p.code, p.line) for p in fast.problems]


def test_a_duplicate_key_names_the_first_line() -> None:
    (problem,) = read("a: 1\nb:\n  x: 1\n  y: 2\n  x: 3\n", "s.yaml").problems
    assert str(problem).startswith("s.yaml:5:3: yaml/duplicate-key: ")
    assert "line 3" in problem.message


def test_a_byte_order_mark_and_windows_lines_are_fine() -> None:
    source = read("a: 1\r\nb: {c: 2}\r\n".encode("utf-8-sig"), "s.yaml")
    assert source.problems == ()
    assert source.mark(("b", "c")) == (2, 8)


YAMLISH = st.text(
    st.sampled_from(list("ab1 :,-[]{}()\"'#&*!|>%@?<=.~\n\t\\")) | st.characters(), max_size=80
)


@settings(max_examples=150, deadline=None)
@given(YAMLISH | st.binary(max_size=80))
def test_no_text_at_all_raises(text: str | bytes) -> None:
    source = read(text, "s.yaml")
    assert source.problems or isinstance(source.data, dict)
    for problem in source.problems:
        assert problem.line >= 1 and problem.column >= 1 and problem.message


@pytest.mark.parametrize(
    ("lines", "code", "place"),
    [
        ("name Union\n  colour: blue", "yaml/no-colon", (3, 3)),
        ("name:Union\n  colour: blue", "yaml/no-colon", (3, 3)),
        ("# who\n  name Union\n\n  kind player\n  colour: blue", "yaml/no-colon", (4, 3)),
        ("name: Union\n  kind player\n  colour: blue", "yaml/no-colon", (4, 3)),
        ("- says X\n    when: y", "yaml/no-colon", (3, 5)),
        ("name: A: B", "yaml/colon", (3, 10)),
        ("brief: A text that\n    goes on: here", "yaml/colon", (4, 12)),
    ],
)
def test_a_missing_colon_is_told_on_its_own_line(
    lines: str, code: str, place: tuple[int, int]
) -> None:
    [problem] = read(f"actors:\n host:\n  {lines}\n other: {{}}\n", "s.yaml").problems
    assert (problem.code, (problem.line, problem.column)) == (code, place)
