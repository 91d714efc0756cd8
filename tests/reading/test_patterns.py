"""Patterns match what their authors would expect, and nothing across a mark that ends a phrase."""

from tocsin.reading.patterns import Index, longest_first
from tocsin.reading.tokens import tokenise


def found(pattern: str, text: str, **words: str) -> list[str]:
    index = Index(words)
    index.add(pattern, "owner")
    tokens = tokenise(text, clitics=["s"])
    return [text[tokens[m.start].start : tokens[m.end - 1].end] for m in index.find(tokens, 0, len(tokens))]


def test_a_stem_matches_its_endings_and_no_other_word() -> None:
    assert found("arrest*|detain*", "Arrested, then detained; rearrested") == ["Arrested", "detained"]


def test_a_gap_takes_a_few_words_but_never_a_comma() -> None:
    assert found("order* ~2 deport*", "ordered his immediate deportation") == ["ordered his immediate deportation"]
    assert found("order* ~2 deport*", "ordered food, deported") == []


def test_an_optional_word_may_stand_or_not() -> None:
    assert found("into the? custody", "into custody, into the custody") == ["into custody", "into the custody"]


def test_a_named_list_stands_for_its_words() -> None:
    assert found("@be seized", "was seized", be="is|was") == ["was seized"]


def test_a_pattern_may_begin_with_any_word() -> None:
    assert found("* court", "the regional court") == ["regional court"]


def test_the_longer_of_two_overlapping_matches_wins() -> None:
    index = Index({})
    index.add("deport*", "removal")
    index.add("order* ~ deport*", "order")
    tokens = tokenise("They ordered his deportation")
    assert [m.owner for m in longest_first(index.find(tokens, 0, len(tokens)))] == ["order"]
