"""Numbers about populations, in digits and in words."""

from datetime import date

import pytest

from tocsin.codebook import Report
from tocsin.reading import read
from tocsin.reading.lexicon import lexicon
from tocsin.reading.tokens import tokenise


@pytest.mark.parametrize(
    ("language", "words", "value"),
    [
        ("en", "twenty-eight thousand", 28_000),
        ("en", "3.4 million", 3_400_000),
        ("en", "a hundred and forty", 140),
        ("en", "two thousand three hundred and five", 2_305),
        ("it", "centoquaranta", 140),
        ("it", "ventottomila", 28_000),
        ("it", "quarantuno", 41),
        ("it", "una ventina", 20),
        ("it", "6,3 mila", 6_300),
        ("ru", "тысячу двести", 1_200),
        ("ru", "двадцати восьми тысячах", 28_000),
        ("ru", "тысяч сорок", 40_000),
        ("ru", "4,1 тысячи", 4_100),
    ],
)
def test_a_number_is_read_however_written(language: str, words: str, value: int) -> None:
    spoken = lexicon(language)
    tokens = tokenise(words, spoken.language.elisions, spoken.language.clitics)
    assert spoken.numbers.at(tokens, 0, len(tokens)) == (value, len(tokens))


@pytest.mark.parametrize(
    ("words", "value", "width"), [("a hundred and five and six", 105, 4), ("two hundred and 40", 200, 2)]
)
def test_a_number_ends_where_what_follows_is_another_one(words: str, value: int, width: int) -> None:
    assert lexicon("en").numbers.at(tokenise(words), 0, len(tokenise(words))) == (value, width)


@pytest.mark.parametrize(
    ("language", "text", "figures"),
    [
        ("en", "Some 1,100 people, according to the fund, crossed the border and asked for protection in 2024.",
         [(1100, "asylum_claims")]),
        ("en", "Armenia has given back three.", [(3, "cases")]),
        ("it", "Negli ultimi anni i cittadini bielorussi riconsegnati da Paesi terzi sono almeno ventitré.",
         [(23, "cases")]),
        ("ru", "За год страну покинули 148 тысяч человек, из них 6,3 тысячи — граждане Туркменистана.",
         [(148_000, "departures"), (6_300, "departures")]),
        ("en", "She came with her two daughters.", []),
        ("en", "Ivan Petrenko, 33, was deported.", []),
        ("it", "La squadra è rimasta in nove.", []),
    ],
)  # fmt: skip
def test_a_figure_counts_what_its_noun_or_the_nearest_verb_says(
    language: str, text: str, figures: list[tuple[int, str]]
) -> None:
    found = read(Report("r", text, language, date(2026, 2, 14))).figures
    assert [(f.value, f.unit) for f in found] == figures
