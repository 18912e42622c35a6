"""Clauses and lists that have the words of an ask and ask nothing."""

import pytest


@pytest.mark.parametrize(
    "body",
    [
        "It has bought the ladders it needs to reach a tall roof.",
        "Crews know the steps they have to take before a door is forced.",
        "The report shows how it spends the money it has to spend on its boats.",
        "Leave a note at the front desk should they have a question about the tour.",
        "The chief has a sound grasp of when dogs should be used.",
        "The challenges of keeping divers are known to the committee.",
        "It keeps a list that lowers the risk of a boat being lost by its crew.",
        "Kent Police spreads the message that callers are to be heard.",
        "All forces must study the report.",
        "I am glad to tell you that all is well and to report that PSNI should be dry by June.",
        "It makes three recommendations, above all on boats, mending their keels and selling two.",
        "Further improvements must be made in many areas in order to give the public a better ferry.",
        "The force needs to improve its efficiency.",
    ],
)
def test_a_clause_that_asks_nothing_is_no_ask(marks, body):
    assert marks("recommendations", body) == body


@pytest.mark.parametrize(
    "body",
    [
        "We have opened a bakery and given its cooks the tools they need to do their work:\n\n- Bought two ovens\n- More flour for the night shift",
        "HMICFRS looked at its ability to:\n\n- put out fires\n- protect old buildings",
        "The letter shows five important, lasting changes on the following pages:\n\n- A plan made by the crews\n- The stable",
        "The proposed rota will see:\n\n- Funding for ten more divers\n- No new boats",
        "The force should take three steps:\n\n- Bought two ovens for the canteen\n- The stable has been closed",
    ],
)
def test_a_list_of_deeds_or_topics_is_no_list_of_asks(marks, body):
    assert marks("recommendations", body) == body


@pytest.mark.parametrize(
    "body",
    [
        "The inspectorate told the panel [the force must clean its kennels].",
        "In its cells [it must fit new bells].",
        "This year [it needs to sell two boats].",
        "To cut the queue [it must hire two clerks].",
        "HMICFRS is adamant [it must sell two boats].",
        "[The first thing it must do is to mend its boats].",
        "Within a month the force has got to:\n\n- [train every diver]\n- [mend its boats]",
    ],
)
def test_a_pronoun_behind_a_noun_can_open_a_clause_of_its_own(marks, body):
    assert marks("recommendations", body) == body
