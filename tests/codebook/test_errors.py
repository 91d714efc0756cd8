"""The error tree: one line each, with a code and a next step."""

from __future__ import annotations

import pickle

import pytest

from tocsin.codebook import DataFault, InputRefused, Misuse, TocsinError


def test_an_error_says_code_what_and_next_step_in_one_line() -> None:
    error = InputRefused("too_large", "the file\nis too large.", "Split it.", ids=["r1"])
    assert str(error) == "too_large: the file is too large. Split it."
    assert (error.code, error.next_step, error.ids) == ("too_large", "Split it.", ("r1",))


def test_a_refusal_has_a_listed_code() -> None:
    with pytest.raises(Misuse):
        InputRefused("whatever", "something happened", "Do something.")


def test_a_data_fault_carries_every_fault() -> None:
    error = DataFault(["a.toml: x: is missing", "a.toml: y: is no known key"])
    assert error.faults == ("a.toml: x: is missing", "a.toml: y: is no known key")
    assert str(error).startswith("data_fault: 2 faults in the data; a.toml: x: is missing; ")


@pytest.mark.parametrize("error", [InputRefused("empty", "no words", "Add some."), DataFault(["a: b: c"])])
def test_an_error_survives_the_way_between_processes(error: TocsinError) -> None:
    again = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert (type(again), str(again)) == (type(error), str(error))
