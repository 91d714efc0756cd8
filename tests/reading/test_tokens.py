"""A text is cut where a reader would cut it, and every offset leads back to the text as given."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tocsin.reading.tokens import normalise, sentences, tokenise


def cut(text: str, *short: str) -> list[str]:
    tokens = tokenise(text)
    return [text[tokens[a].start : tokens[b - 1].end] for a, b in sentences(text, tokens, short)]


@given(st.text())
def test_every_token_stands_in_the_text_at_its_offsets(text: str) -> None:
    tokens = tokenise(text, ["l", "dell"], ["s", "t"])
    assert all(text[t.start : t.end] == t.text for t in tokens)
    assert all(a.end <= b.start for a, b in pairwise(tokens))


@given(st.text())
def test_sentences_cover_every_token_once(text: str) -> None:
    tokens = tokenise(text)
    covered = [i for a, b in sentences(text, tokens) for i in range(a, b)]
    assert covered == list(range(len(tokens)))


def test_an_elision_and_a_possessive_are_words_of_their_own() -> None:
    assert [t.text for t in tokenise("l'avvocato", ["l"])] == ["l'", "avvocato"]
    assert [t.text for t in tokenise("Movlan’s arrest", clitics=["s"])] == ["Movlan", "’s", "arrest"]


def test_an_apostrophe_inside_a_name_does_not_split_it() -> None:
    assert [t.text for t in tokenise("Yo'ldoshev", ["l"], ["s"])] == ["Yo'ldoshev"]


def test_marks_that_nobody_sees_do_not_hide_a_word() -> None:
    (token,) = tokenise("аре\u200bсто\u0301ван")
    assert token.norm == "арестован"
    assert normalise("\u202eАрест\u202c") == "арест"


def test_numbers_dates_and_ages_stay_whole() -> None:
    assert [t.text for t in tokenise("20,000 on 12.09 at 02:40, 38-year-old, 25-летний, 2026-02-03")] == [
        "20,000", "on", "12.09", "at", "02:40", ",", "38-year-old", ",", "25-летний", ",", "2026-02-03",
    ]  # fmt: skip


def test_an_initial_and_an_abbreviation_end_no_sentence() -> None:
    assert cut("А. Б. Иванов задержан. Суд завтра.") == ["А. Б. Иванов задержан.", "Суд завтра."]
    assert cut("Mr. Kim fled. He is safe.", "Mr") == ["Mr. Kim fled.", "He is safe."]


def test_a_heading_is_a_sentence_though_no_stop_ends_it() -> None:
    assert cut("Arrest in Tbilisi\nPolice came at dawn.") == ["Arrest in Tbilisi", "Police came at dawn."]


def test_a_line_wrapped_in_mid_sentence_goes_on() -> None:
    text = "The court in the southern city ordered that the applicant be\nheld for forty days."
    assert cut(text) == [text]


def test_a_text_without_any_stop_is_still_cut_so_that_reading_it_ends() -> None:
    tokens = tokenise("Police arrested Ivan and " * 2000)
    assert max(b - a for a, b in sentences("x" * tokens[-1].end, tokens)) <= 401
