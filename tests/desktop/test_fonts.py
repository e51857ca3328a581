"""Letters: every script of the board is drawn, and lines stay within their width."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.desktop import breaks
from game.desktop.fonts import BOX, CHINESE, ELLIPSIS, JAPANESE, PLAIN, Letters, has

FONTS = Path(__file__).resolve().parents[2] / "assets" / "fonts"
FAMILIES = (PLAIN, JAPANESE, CHINESE)
LETTERS = Letters(1.0, "ko")

SAYS = {
    "en": "Sea-based talks go on; the council asks for a survey of the site.",
    "ru": "Областной совет просит о новом обследовании площадки, а министр молчит.",
    "ko": "서울과 베이징, 실무 회담 재개에 합의했습니다. 지역 의회는 부지(敷地) 조사를 청했습니다.",
    "ja": "ソウルと北京は「実務者協議」の再開で合意した。地方議会（議長）は、用地の調査を求める。",
    "zh": "首尔和北京同意恢复“工作级会谈”；地方议会要求重新勘察场址（支持率58%），尚未作出决定。",
}
# What people type: the scripts of the game, and what has no place on a board.
TYPED = st.text(
    st.one_of(
        st.sampled_from("".join(SAYS.values()) + "  --/\n\t\u3000\u00a0\u200b\u200d\u0301"),
        st.characters(exclude_categories=[]),
    ),
    max_size=60,
)


def bare(text: str) -> str:
    """The letters of a text without the spaces and line breaks, which a line's end swallows."""
    return "".join(unicodedata.normalize("NFC", text).split())


def inked(surface: pygame.Surface) -> bool:
    """Whether anything is to be seen."""
    return surface.get_bounding_rect().w > 0


def test_all_letters_of_the_scripts_are_there() -> None:
    hangul = [chr(point) for point in range(0xAC00, 0xD7A4)]
    cyrillic = [chr(point) for point in range(0x400, 0x460)]
    latin = [chr(point) for point in (*range(0x21, 0x7F), *range(0xA1, 0x100)) if point != 0xAD]
    assert [letter for letter in hangul + cyrillic + latin if not has(PLAIN, letter)] == []

    kana = [chr(point) for point in (*range(0x3041, 0x3095), *range(0x30A1, 0x30F7))]
    joyo = "直骨令海亜哀愛鬱瞳頰塡剝宵扉曖昧憂韓朝鮮条約防衛首脳会談"
    assert [letter for letter in kana + list(joyo) if not has(JAPANESE, letter)] == []
    chinese = (bytes((0xA0 + row, 0xA1 + cell)) for row in range(16, 88) for cell in range(94))
    common = "".join(code.decode("gb2312", errors="ignore") for code in chinese)
    assert len(common) == 6763
    assert [letter for letter in common if not has(CHINESE, letter)] == []


def test_the_table_says_what_the_fonts_have() -> None:
    for family, there, missing in [
        (PLAIN, "Aж한…", "漢ש"), (JAPANESE, "直あ。", "们A"), (CHINESE, "们直。", "A한"),
    ]:  # fmt: skip
        assert all(has(family, letter) for letter in there)
        assert not any(has(family, letter) for letter in missing)


def test_every_font_comes_with_its_licence_and_source() -> None:
    note = (FONTS / "SOURCE.md").read_text()
    for family in FAMILIES:
        for weight in ("Regular", "Bold"):
            font = FONTS / f"{family}-{weight}.otf"
            assert font.stat().st_size < 2_000_000
            assert f"`{font.name}`" in note
    for licence in ("Pretendard-LICENSE.txt", "NotoSansCJK-LICENSE.txt"):
        assert licence in note
        assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / licence).read_text()


@pytest.mark.parametrize("language", SAYS)
@pytest.mark.parametrize("weight", ["regular", "bold"])
def test_no_letter_of_the_languages_is_a_box(language: str, weight: str) -> None:
    letters = Letters(1.5, language)
    box = pygame.image.tobytes(letters.render(BOX, 24, weight), "RGBA")
    for letter in bare(SAYS[language]):
        drawn = letters.render(letter, 24, weight)
        assert inked(drawn), letter
        assert pygame.image.tobytes(drawn, "RGBA") != box, letter
    line = letters.render(SAYS[language], 24, weight, "#9b1b3c")
    assert line.get_width() == pytest.approx(1.5 * letters.width(SAYS[language], 24, weight))
    assert line.get_height() <= 1.5 * letters.height(24) + 1


def test_a_language_has_its_own_shape_of_han() -> None:
    # 直 and 骨 are written differently in Japan and in China.
    for letter in "直骨":
        shapes = {
            language: pygame.image.tobytes(Letters(1, language).render(letter, 60), "RGBA")
            for language in ("ja", "ja_JP", "zh-Hans", "zh", "ko")
        }
        assert shapes["ja"] == shapes["ja_JP"] == shapes["ko"]
        assert shapes["zh"] == shapes["zh-Hans"] != shapes["ja"]


def test_composed_and_decomposed_letters_look_the_same() -> None:
    for text in ("한국", "Việt Nam", "ё й", "がぎ"):
        apart = unicodedata.normalize("NFD", text)
        assert apart != text
        assert LETTERS.width(apart, 30) == LETTERS.width(text, 30)
        assert LETTERS.wrap(apart, 1000, 30) == (text,)


@given(TYPED)
def test_whatever_is_typed_can_be_drawn(text: str) -> None:
    drawn = LETTERS.render(text, 20, "bold", "#101a30")
    assert drawn.get_width() == LETTERS.width(text, 20, "bold")


def test_what_no_font_has_is_a_box() -> None:
    for letter in ("\U0001f600", "ש", "\x01", "\ud800", "\uffff"):
        assert LETTERS.width(letter, 20) == LETTERS.width(BOX, 20)
        assert inked(LETTERS.render(letter, 20))
    for unseen in ("", "\u200b", "\u202e", "\ufeff", "\u00ad"):
        assert LETTERS.width(unseen, 20) == 0


@given(TYPED, st.integers(1, 400), st.sampled_from([0.5, 1.0, 1.37]))
def test_lines_stay_in_their_width_and_lose_no_letter(text: str, width: int, pixels: float) -> None:
    letters = Letters(pixels, "en") if pixels != 1 else LETTERS
    lines = letters.wrap(text, width, 20)
    assert bare("".join(lines)) == bare(text)
    for line in lines:
        alone = len(breaks.clusters(line)) <= 1
        assert alone or letters.width(line, 20) <= width + 1e-6
        assert line == line.rstrip()


@pytest.mark.parametrize("language", SAYS)
@given(data=st.data())
@settings(max_examples=60)
def test_lines_break_by_the_habits_of_the_script(language: str, data: st.DataObject) -> None:
    spaced = language not in ("ja", "zh")
    known = SAYS[language].replace("(敷地)", "").split() if spaced else breaks.units(SAYS[language])
    words = data.draw(st.lists(st.sampled_from(known), max_size=40))
    text = (" " if spaced else "").join(words)
    lines = LETTERS.wrap(text, data.draw(st.integers(250, 700)), 24)
    for before, after in zip(lines, lines[1:], strict=False):
        if spaced:
            assert before.endswith("-") or {before.split()[-1], after.split()[0]} & set(known)
        else:
            assert after[0] not in breaks.CLOSING
            assert before[-1] not in breaks.OPENING
    assert bare("".join(lines)) == bare(text)


def test_where_lines_break() -> None:
    narrow = LETTERS.width("서울과 베이징", 20)
    assert LETTERS.wrap("서울과 베이징이 합의", narrow, 20) == ("서울과", "베이징이 합의")
    assert LETTERS.wrap("first\n\nsecond ", 500, 20) == ("first", "", "second")
    assert LETTERS.wrap("a\r\nb\u2028c", 500, 20) == ("a", "b", "c")
    assert LETTERS.wrap("", 500, 20) == ()
    assert breaks.units("well-known 10-15 -5 a – b") == [
        "well-", "known ", "10-", "15 ", "-5 ", "a ", "– ", "b",
    ]  # fmt: skip
    assert breaks.units("「合意」（案）、っと…") == ["「合", "意」", "（案）、っ", "と…"]
    assert breaks.units("部署THAAD系统58%。") == ["部", "署", "THAAD", "系", "统", "58%。"]
    assert "10\u00a0km " in breaks.units("about 10\u00a0km away")


@given(TYPED, st.integers(0, 300))
def test_what_does_not_fit_ends_in_an_ellipsis(text: str, width: int) -> None:
    fitted = LETTERS.fit(text, width, 20)
    assert LETTERS.width(fitted, 20) <= width
    whole = " ".join(breaks.paragraphs(unicodedata.normalize("NFC", text)))
    if LETTERS.width(whole, 20) <= width:
        assert fitted == whole
    elif fitted:
        assert fitted.endswith(ELLIPSIS)
        assert whole.startswith(fitted.removesuffix(ELLIPSIS))


def test_sizes_are_units_of_whole_pixels() -> None:
    small, large = Letters(0.7), Letters(2.1)
    for size in (20, 28, 44):
        drawn = large.render("Seoul", size)
        assert drawn.get_width() == round(2.1 * large.width("Seoul", size))
        assert small.width("Seoul", size) == pytest.approx(large.width("Seoul", size), rel=0.1)
        assert 1.1 < large.height(size) / size < 1.35


def test_lines_are_kept_but_not_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    letters = Letters(1.0)
    assert letters.render("Seoul", 20) is letters.render("Seoul", 20)
    monkeypatch.setattr("game.desktop.fonts.KEPT", 50_000)
    first = letters.render("the first line", 20)
    for number in range(40):
        letters.render(f"line {number}", 20)
    assert letters.render("the first line", 20) is not first
