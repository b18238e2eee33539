"""Text: wrapped, shortened, with signs from a second font, and linked."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import language
from game.language import _, _n, pseudo
from game.ui import text as ink
from game.ui.metrics import Metrics
from game.ui.shots import headless
from game.ui.theme import TYPES
from game.ui.widgets.words import Prose, Span, spans

headless()
FACE, HEAD = "Inter-Regular", "BarlowCondensed-SemiBold"
WORDS = st.lists(st.text(alphabet="abcdéñő≥→", min_size=1, max_size=9), min_size=1, max_size=30)


@given(WORDS, st.integers(60, 400))
def test_wrapping_loses_no_word_and_breaks_only_where_needed(words: list[str], room: int) -> None:
    lines = ink.wrapped(" ".join(words), FACE, 18, room)
    assert " ".join(lines).split(" ") == words
    for line, following in pairwise(lines):
        assert ink.width(f"{line} {following.split(' ')[0]}", FACE, 18) > room
    assert all(ink.width(line, FACE, 18) <= room or " " not in line for line in lines)


@given(WORDS, st.integers(20, 300))
def test_a_shortened_text_fits_and_says_that_it_is_shortened(words: list[str], room: int) -> None:
    whole = " ".join(words)
    short = ink.shortened(whole, FACE, 18, room)
    assert short == whole or short.endswith(ink.ELLIPSIS)
    assert ink.width(short, FACE, 18) <= room or short == ink.ELLIPSIS


def test_the_last_line_of_few_is_shortened() -> None:
    lines = ink.wrapped("one two three four five six seven", FACE, 18, 90, most=2)
    assert len(lines) == 2 and lines[1].endswith(ink.ELLIPSIS)


def test_signs_a_font_lacks_come_from_another() -> None:
    assert ink.runs("Trust → ▲", HEAD) == [("Trust ", HEAD), ("→", FACE), (" ", HEAD), ("▲", FACE)]
    assert ink.drawn("→ ▲ A", HEAD, 20, (255, 255, 255)).get_bounding_rect().w > 20


@pytest.mark.parametrize("face", sorted({kind.face for kind in TYPES.values()}))
def test_words_in_the_middle_of_one_height_stand_on_one_baseline(face: str) -> None:
    def foot(words: str) -> int:
        picture = ink.drawn(words, face, px, (255, 255, 255))
        stem = picture.subsurface((0, 0, ink.width("H", face, px), picture.get_height()))
        return 2 * stem.get_bounding_rect(128).bottom - picture.get_height()

    for px in range(9, 40):
        assert {foot(f"H{word}") for word in ("", "imagines", "ÅÇj", "|Q", "→ ▲")} == {foot("H")}, (
            px
        )


def test_every_face_has_the_letters_of_our_languages_and_the_signs_we_use() -> None:
    needed = "àâæçéèêëîïôœùûüÿñáíóú¿¡ÀÇÉÈÑŁőğşåß€«»“”\u2018\u2019\u2013—…\u00d7±≥≤°·→←↑↓▲▼●■✓"
    for face in {kind.face for kind in TYPES.values()}:
        for sign, use in ((sign, ink.runs(sign, face)[0][1]) for sign in needed):
            assert ink.font(use, 16).metrics(sign)[0] is not None, (face, sign)


def test_marks_become_strong_words_and_links() -> None:
    assert spans("A **b c** [[norm|the norm]] and [[law]].") == [
        Span("A "), Span("b c", strong=True), Span(" "), Span("the norm", term="norm"),
        Span(" and "), Span("law", term="law"), Span("."),
    ]  # fmt: skip


def test_prose_is_wrapped_as_plain_text_would_be() -> None:
    m = Metrics(1920, 1080)
    plain = "Malware halted ports. It breaks the norm on critical services."
    linked = plain.replace("critical services", "[[critical|critical services]]")
    lines = ink.wrapped(plain, FACE, 18, 260)
    laid = Prose(spans(linked)).laid(m, 260)
    assert max(line for _p, _w, _x, line, _wide in laid) + 1 == len(lines)
    assert " ".join(word for _p, word, *_rest in laid) == plain.replace("services.", "services .")


@given(st.integers(80, 500))
def test_no_line_breaks_between_a_link_and_what_stands_close_to_it(room: int) -> None:
    pieces = spans("It breaks a norm ([[14.7]]), and two [[norm|norms]]; so **the** [[law]]s say.")
    laid = Prose(pieces).laid(Metrics(1920, 1080), room)
    lines = {word: line for _p, word, _x, line, _wide in laid}
    assert lines["("] == lines["14.7"] == lines["),"]
    assert lines["norms"] == lines[";"] and lines["law"] == lines["s"]


def test_the_made_up_language_is_longer_and_keeps_its_fields() -> None:
    source = "Turn {n} of {last}: see [[norm|the norm]] **now**"
    made = pseudo(source)
    assert len(made) >= 1.3 * len(source)
    assert "{n}" in made and "{last}" in made and "[[norm|" in made and made.count("**") == 2
    assert "Turn" not in made


def test_texts_are_said_in_the_language_that_is_used() -> None:
    language.use(language.PSEUDO)
    assert _("Back") != "Back"
    language.use("en")
    assert _("Back") == "Back" and _("") == ""
    assert _n("{n} turn", "{n} turns", 1) == "1 turn"
    assert _n("{n} turn", "{n} turns", 3) == "3 turns"


def test_a_language_without_a_catalogue_is_english() -> None:
    language.use("tlh")
    assert _("Back") == "Back"
    language.use("en")
