"""A report goes in, attributed claims come out; whatever goes in, nothing breaks and every quote stands in the text."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.codebook import Claim, Reading, Report
from tocsin.languages import EXAMPLES_PUBLISHED, available, load
from tocsin.reading import read
from tocsin.reading.lexicon import lexicon
from tocsin.reading.resolving import resolve
from tocsin.reading.tokens import tokenise

PUBLISHED = date(2026, 2, 14)


def reading(text: str, language: str | None = "en", published: date | None = PUBLISHED) -> Reading:
    return read(Report("r", text, language, published))


def one(text: str, kind: str, language: str = "en") -> Claim:
    found = [c for c in reading(text, language).claims if c.kind == kind]
    assert len(found) == 1, [(c.person, c.kind) for c in reading(text, language).claims]
    return found[0]


HOSTILE = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("\u202e\u200b\x1b\x00\ufeff\u0301’'«»\"“—.!\n\t0123456789АБвгAbcÀщ"),
    ),
    max_size=400,
)


@settings(max_examples=150, deadline=None)
@given(HOSTILE, st.sampled_from(["en", "it", "ru", None, "xx"]))
def test_no_text_whatever_makes_it_raise_and_every_quote_stands_in_it(text: str, language: str | None) -> None:
    found = reading(text, language)
    quotes = [c.quote for c in found.claims] + [q for c in found.claims for _, q in c.words]
    quotes += [f.quote for f in found.figures] + [d.quote for d in found.doubts if d.quote]
    assert all(q.stands_in(text) for q in quotes)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Police",
                "arrested",
                "Ivan",
                "Petrenko",
                "in",
                "Tbilisi",
                "on",
                "5",
                "May",
                "2025",
                ",",
                "his",
                "lawyer",
                "said",
                ".",
                "He",
                "was",
                "not",
                "deported",
                "to",
                "Russia",
                "two",
                "days",
                "later",
                ";",
                "20,000",
                "Russians",
                "fled",
                "since",
                "2022",
                "and",
                "she",
                "faces",
                "up",
                "to",
                "ten",
                "years",
                "31",
                "February",
                "0",
                "99",
            ]
        ),
        max_size=60,
    )
)
def test_words_of_reports_in_any_order_never_make_it_raise(words: list[str]) -> None:
    text = " ".join(words)
    assert all(c.quote.stands_in(text) for c in reading(text).claims)


def test_the_same_report_reads_the_same_twice() -> None:
    text = "Police arrested Ivan Petrenko in Tbilisi on Monday, his lawyer said."
    assert reading(text) == reading(text)


def test_a_detention_has_its_person_day_place_actor_and_source() -> None:
    c = one("Police in Tbilisi arrested Ivan Petrenko on 5 May 2025, according to his lawyer.", "detention")
    assert (c.person, str(c.when), c.where, c.by) == ("Ivan Petrenko", "2025-05-05", "GE", "Police")
    assert c.sources == (("his lawyer",),)


def test_a_month_is_a_month_never_its_first_day() -> None:
    assert str(one("Ivan Petrenko was arrested in March 2025.", "detention").when) == "2025-03"


def test_without_a_publication_date_a_relative_day_stays_open_and_is_asked_for() -> None:
    found = reading("Ivan Petrenko was arrested yesterday.", published=None)
    assert found.claims[0].when is None
    assert any(d.code == "no_publication_date" for d in found.doubts)


def test_what_did_not_happen_is_denied() -> None:
    assert one("Ivan Petrenko was not extradited to Russia.", "removal").stance == "denied"


def test_what_is_feared_is_expected() -> None:
    assert one("Ivan Petrenko could be deported to Russia.", "removal").stance == "expected"


def test_a_denied_rumour_is_denied() -> None:
    text = "The border service denied rumours that Ivan Petrenko had allegedly been handed over to Russia."
    assert one(text, "removal").stance == "denied"


def test_an_order_is_no_removal() -> None:
    assert {c.kind for c in reading("The court ordered the deportation of Ivan Petrenko.").claims} == {"removal_order"}


def test_an_order_with_a_term_is_an_order_and_an_expected_removal() -> None:
    text = "On 30 January prosecutors ordered that Ivan Petrenko be deported to Russia within 30 days."
    found = {c.kind: c for c in reading(text).claims}
    assert found["removal"].stance == "expected"
    assert str(found["removal"].when) == "2026-01-30/2026-03-01"


def test_two_people_joined_by_and_have_a_claim_each() -> None:
    found = reading("Ivan Petrenko and Oleg Smirnov were detained in Almaty.").claims
    assert {(c.person, c.kind) for c in found} == {("Ivan Petrenko", "detention"), ("Oleg Smirnov", "detention")}


def test_a_lawyer_gets_no_claim_for_speaking() -> None:
    text = "Ivan Petrenko was arrested on Monday. His lawyer, Nino Verulidze, said that the arrest was unlawful."
    assert {c.person for c in reading(text).claims} == {"Ivan Petrenko"}


def test_a_relative_told_to_others_is_no_claim_about_them() -> None:
    found = reading("Ivan Petrenko lives in Vilnius. His mother was detained in Minsk on 5 May.").claims
    assert ("Ivan Petrenko", "detention") not in {(c.person, c.kind) for c in found}


def test_people_without_a_name_get_no_claim() -> None:
    found = reading("Kazakhstan deported 30 activists in 2024.")
    assert not found.claims
    assert [(f.value, f.unit) for f in found.figures] == [(30, "cases")]


def test_hours_and_money_are_no_figures() -> None:
    text = "Ivan Petrenko was deported after 6 hours and fined 5,500 soms."
    assert not reading(text).figures


def test_one_event_told_twice_is_one_claim() -> None:
    text = "Police arrested Ivan Petrenko on 5 May 2025. The arrest of Ivan Petrenko shocked his friends."
    assert len([c for c in reading(text).claims if c.kind == "detention"]) == 1


def test_a_russian_name_is_shown_in_the_nominative() -> None:
    text = "Полиция задержала Егора Лапина 5 мая. Егор Лапин попросил убежища."
    assert {c.person for c in reading(text, "ru").claims} == {"Егор Лапин"}


def test_a_country_that_no_words_name_is_asked_about() -> None:
    found = reading("Russian activist Ivan Petrenko was charged with treason. He lives in Georgia.")
    assert found.claims[0].where is not None
    assert "countries_guessed" in {d.code for d in found.doubts}


def test_whom_the_grammar_does_not_point_to_is_asked_about() -> None:
    found = reading("Ivan Petrenko lives in Vilnius. The arrest came at dawn.")
    assert [(c.person, c.kind) for c in found.claims] == [("Ivan Petrenko", "detention")]
    assert "who" in {d.code for d in found.doubts}


def test_an_unknown_language_is_a_doubt_not_a_guess() -> None:
    found = reading("Whatever this says.", "xx")
    assert not found.claims
    assert [d.code for d in found.doubts] == ["unknown_language"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The police said that he was arrested after the hearing and taken from the court.", "en"),
        ("La polizia ha detto che il giovane è stato arrestato e portato via dalla sua casa.", "it"),
        ("Полиция сообщила, что его задержали после суда и увезли из дома.", "ru"),
    ],
)
def test_the_language_is_told_from_the_text(text: str, code: str) -> None:
    assert reading(text, None).report.language == code


@pytest.mark.parametrize("code", available())
def test_every_date_example_of_a_language_means_what_it_says(code: str) -> None:
    lex = lexicon(code)
    faults = []
    previous = None
    for row in lex.language.date_rows:
        for words, meant in row.examples.items():
            tokens = tokenise(words, lex.language.elisions, lex.language.clitics)
            spans = lex.dates.find(tokens, 0, len(tokens))
            from tocsin.codebook import When

            previous = When.day(EXAMPLES_PUBLISHED)
            found = resolve(spans[0], EXAMPLES_PUBLISHED, previous, words) if spans else None
            if str(found) != meant:
                faults.append(f"{words!r}: {found}, not {meant}")
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("code", available())
def test_every_example_of_a_frame_gives_its_kind_and_no_counter_example_does(code: str) -> None:
    faults = []
    for frame in load(code).frames:
        for words in frame.examples:
            kinds = {c.kind for c in reading(words, code).claims}
            if frame.kind != "none" and frame.kind not in kinds:
                faults.append(f"{frame.kind}: {words!r} gave {sorted(kinds)}")
        faults += [
            f"{frame.kind} given by {words!r}"
            for words in frame.nots
            if frame.kind in {c.kind for c in reading(words, code).claims}
        ]
    assert not faults, "\n".join(faults)


def test_a_passage_in_another_language_is_read_in_that_language() -> None:
    english = (
        "Police detained Ivan Petrenko in Almaty on 5 May 2025. His lawyer said that he had been beaten in custody. "
    )
    russian = (
        "Как сообщил канал, полиция задержала Егора Лапина 6 мая 2025 года, и его семья не знает, где он находится. "
    )
    found = reading(english * 2 + "\n\n" + russian * 2)
    days = {(c.person, str(c.when)) for c in found.claims if c.kind == "detention"}
    assert days == {("Ivan Petrenko", "2025-05-05"), ("Егор Лапин", "2025-05-06")}
    assert [d.choices for d in found.doubts if d.code == "mixed_languages"] == [("ru",)]


def test_a_month_without_a_year_behind_an_older_date_is_a_doubt() -> None:
    found = reading("Ivan Petrenko was beaten in July 2022. In November he fled to Kazakhstan.")
    assert [str(c.when) for c in found.claims if c.kind == "flight"] == ["2025-11"]
    assert [d.choices for d in found.doubts if d.code == "year"] == [("2025-11", "2022-11")]


def test_a_date_followed_by_when_is_the_date_of_what_follows() -> None:
    text = "Then came the night of 19 November, when the channel announced that Ivan Petrenko had been handed over."
    assert str(one(text, "removal").when) == "2025-11-19"


def test_by_a_day_to_come_is_any_day_until_then() -> None:
    assert str(one("Ivan Petrenko will be extradited by 20 February.", "removal").when) == "2026-02-14/2026-02-20"


def test_the_place_somebody_is_sent_from_is_not_where_they_are_sent() -> None:
    claim = one("Егора Лапина депортировали из Казани в Душанбе 12 марта.", "removal", "ru")
    assert (claim.where, claim.to) == ("RU", "TJ")
    flown = one("Ivan Petrenko was deported on a flight from Kazan to Dushanbe.", "removal")
    assert (flown.where, flown.to) == ("RU", "TJ")
