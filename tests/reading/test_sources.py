"""Who says so: whose words a claim rests on, and what a report takes back."""

from datetime import date

import pytest

from tocsin.codebook import Chain, Claim, Report, Stance
from tocsin.reading import read


def one(text: str, kind: str, language: str = "en") -> Claim:
    found = [c for c in read(Report("r", text, language, date(2026, 2, 14))).claims if c.kind == kind]
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("language", "text", "kind", "sources"),
    [
        ("en", "A person with knowledge of the file said that Ivan Petrenko was detained in Almaty.", "detention",
         (("person with knowledge of the file",),)),
        ("en", "In a letter the Ministry of Justice said that Ivan Petrenko was detained.", "detention",
         (("Ministry of Justice",),)),
        ("it", "Ivan Petrenko è stato arrestato lunedì, come racconta lui stesso.", "detention", (("Ivan Petrenko",),)),
        ("ru", "В судебном заседании прокурор Сидоренко С. указал, что Егора Лапина задержали.", "detention",
         (("прокурор Сидоренко С",),)),
        ("ru", "Егор Лапин публично рассказал, что Ивана Петренко задержали.", "detention", (("Егор Лапин",),)),
        ("ru", "По словам жены, Егора Лапина задержали 5 мая.", "detention", (("жена",),)),
        ("ru", "В министерстве нас заверили, что Егора Лапина задержали.", "detention", (("министерстве",),)),
        ("en", "There were rumours that Ivan Petrenko was detained.", "detention", ()),
    ],
)  # fmt: skip
def test_a_claim_names_who_says_so(language: str, text: str, kind: str, sources: tuple[Chain, ...]) -> None:
    assert one(text, kind, language).sources == sources


def test_she_added_goes_on_for_whoever_spoke_last() -> None:
    text = (
        "Olena Marchuk was detained on Monday, her lawyer Nino Beridze said. "
        "The court will hear the appeal on Friday, she added. Olena Marchuk was beaten, she added."
    )
    assert one(text, "ill_treatment").sources == (("her lawyer Nino Beridze",),)


def test_a_channel_named_once_is_meant_by_the_channel() -> None:
    text = (
        "The Telegram channel Bird and Lamp reported that Ivan Petrenko was detained in Minsk. "
        "Later the channel reported that Ivan Petrenko was beaten."
    )
    assert one(text, "ill_treatment").sources == (("Telegram channel Bird and Lamp",),)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A channel wrote that Ivan Petrenko had been extradited. The report was false, his lawyer said."),
        ("it", "Un canale ha scritto che Ivan Petrenko è stato estradato. La notizia è falsa, dice il suo avvocato."),
        ("ru", "Канал написал, что Егора Лапина экстрадировали. Это неправда, сказал его адвокат."),
    ],
)
def test_a_report_taken_back_is_denied_by_whoever_takes_it_back(language: str, text: str) -> None:
    claim = one(text, "removal", language)
    assert claim.stance is Stance.DENIED
    assert [chain[-1].removeprefix("suo ").removeprefix("его ") for chain in claim.sources] in (
        ["his lawyer"], ["avvocato"], ["адвокат"],
    )  # fmt: skip


def test_of_a_rumour_denied_the_denier_is_the_source() -> None:
    text = "The border service denied reports by the channel Azure that Ivan Petrenko was extradited."
    claim = one(text, "removal")
    assert (claim.stance, claim.sources) == (Stance.DENIED, (("border service",),))


INTERVIEW = """"They gave him back as a voice"
Interview with Zarina, wife of the expelled sound engineer Anvar Karimov

— When did you last speak to him?
— Yesterday. Anvar Karimov was beaten on Monday.

— Who told you?
— The investigator said that Anvar Karimov was charged with extremism.

— What next?
— We filed an appeal on Friday for Anvar Karimov.
"""


def test_in_an_interview_whoever_answers_is_the_source_or_the_relay() -> None:
    assert one(INTERVIEW, "ill_treatment").sources == (("Zarina",),)
    assert one(INTERVIEW, "charge").sources == (("investigator", "Zarina"),)


def test_who_is_asked_is_the_only_person_whom_the_introduction_names() -> None:
    text = (
        "Nigora Hasanova, a journalist, spent five months in hiding. She spoke to us from Nantes.\n\n"
        "Why did you leave?\n\nAnvar Karimov was arrested on Monday.\n\n"
        "And then?\n\nHe was beaten.\n\nWere you afraid?\n\nYes.\n"
    )
    assert one(text, "ill_treatment").sources == (("Nigora Hasanova",),)
