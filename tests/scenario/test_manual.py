"""The page for authors says what the model says."""

from tests.scenario.manual import PAGE, page


def test_the_tables_of_the_page_are_those_of_the_model() -> None:
    text = PAGE.read_text("utf-8")
    assert page(text) == text, "run: python -m tests.scenario.manual"


def test_the_page_says_how_to_check_and_to_play() -> None:
    text = PAGE.read_text("utf-8")
    assert "backchannel check" in text
    assert "backchannel play" in text
