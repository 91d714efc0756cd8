"""How names sound across scripts, and which given names are one; all names here are invented or common."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.codebook.errors import DataFault
from tocsin.names import sounds, variants
from tocsin.names.variants import read


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Бажанов", "Bazhanov"),
        ("Бажанов", "Bažanov"),
        ("Семён", "Semyon"),
        ("Чигирёв", "Tchigirëv"),
        ("Шевелев", "Schevelev"),
        ("Щукин", "Szczukin"),
        ("Георги", "Guéorgui"),
        ("Оразова", "Orazova"),
        ("Şükrü", "Шүкрү"),
        ("Нурлан", "Нурлaн"),  # with a Latin a
        ("Григорян", "Գրիգորյան"),
        ("Тамар", "თამარ"),
    ],
)
def test_one_name_sounds_alike_in_two_spellings(one: str, other: str) -> None:
    assert sounds(one) == sounds(other)


@pytest.mark.parametrize(("one", "other"), [("Бажанов", "Бажилин"), ("Марина", "Мария"), ("Kamarin", "Kamarkin")])
def test_other_names_sound_otherwise(one: str, other: str) -> None:
    assert sounds(one) != sounds(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Александр", "Oleksandr"),
        ("Николай", "Микола"),
        ("Мухаммад", "Mehmet"),
        ("Ибрагим", "إبراهيم"),
        ("Саша", "Alexander"),
        ("Юсуф", "Жүсіп"),
    ],
)
def test_a_given_name_has_its_forms_in_other_languages_and_its_nicknames(one: str, other: str) -> None:
    assert variants().groups(one) & variants().groups(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Александр", "Александра"), ("Игорь", "Егор"), ("Олег", "Ольга"), ("Андрей", "Антон")]
)
def test_names_that_only_look_alike_are_two(one: str, other: str) -> None:
    assert not variants().groups(one) & variants().groups(other)


def test_every_fault_of_a_file_is_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "given.txt"
    path.write_text("m: Иван Іван\nx: Пётр\nf:\nm: 日本\n", "utf-8")
    with pytest.raises(DataFault) as caught:
        read([path])
    assert [f.split(":")[1] for f in caught.value.faults] == ["2", "3", "4"]


@given(st.text(max_size=300))
def test_no_word_whatever_makes_it_raise(word: str) -> None:
    assert isinstance(sounds(word), str)
    assert isinstance(sounds(word + "\ud800"), str)
