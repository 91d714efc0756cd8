"""The kinds of event: as the manual has them."""

from __future__ import annotations

import pytest

from tocsin.codebook import KINDS, METHODS, STAGES, UNITS


def test_every_kind_has_a_stage_and_stages_come_in_their_order() -> None:
    order = [STAGES.index(kind.stage) for kind in KINDS.values()]
    assert order == sorted(order)
    assert set(order) == set(range(len(STAGES)))


def test_a_method_belongs_to_the_kinds_of_removal_only() -> None:
    assert [k.name for k in KINDS.values() if k.removal] == ["removal_order", "removal", "removal_refused"]
    assert METHODS == ("extradition", "deportation", "expulsion", "handover", "abduction")


def test_there_are_thirty_one_kinds_and_six_units() -> None:
    assert (len(KINDS), len(UNITS)) == (31, 6)


def test_the_kinds_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        KINDS["rumour"] = KINDS["removal"]  # type: ignore[index]
