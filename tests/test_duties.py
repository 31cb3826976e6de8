"""Who must do something: "Iran must withdraw", "it is for Iran to", "there is no way but to"."""

from __future__ import annotations

import pytest

from event_help import events


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("إيران يجب أن تسحب قواتها من سوريا.", "Withdrawal agent=Iran object=Syria Hypothetical"),
        ("إيران ينبغي عليها أن تسحب قواتها من سوريا.", "Withdrawal agent=Iran object=Syria Hypothetical"),
        (
            "قال بوتين إن إيران وتركيا يجب أن تسحبا قواتهما من سوريا.",
            "Withdrawal agent=Iran+Turkey object=Syria Hypothetical",
        ),
        ("لا بد من رفع العقوبات عن إيران.", "SanctionRelief target=Iran Hypothetical"),
        (
            "لا بد أن ترفع واشنطن العقوبات عن إيران.",
            "SanctionRelief agent=United States target=Iran Hypothetical",
        ),
        (
            "من الضروري أن ترفع واشنطن العقوبات عن إيران.",
            "SanctionRelief agent=United States target=Iran Hypothetical",
        ),
    ],
)
def test_what_must_be_done_is_hypothetical_and_whose_it_is(text: str, told: str) -> None:
    assert told in events(text)


def test_what_is_important_is_no_duty_of_what_stands_before() -> None:
    assert events("انسحبت إيران من سوريا، وهو الأمر المهم.") == ["Withdrawal agent=Iran object=Syria"]
