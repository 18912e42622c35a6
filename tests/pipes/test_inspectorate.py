import pytest


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("[HMICFRS] published a report.", ["HMICFRS"]),
        (
            "[His Majesty’s Inspectorate of Constabulary and Fire & Rescue Services] ([HMICFRS]) published it.",
            ["HMICFRS", "HMICFRS"],
        ),
        ("[Her Majesty’s Inspectorate of Constabulary] published it.", ["HMIC"]),
        ("[HM Inspectorate of Constabulary in Scotland] published it.", ["HMICS"]),
        ("[HM Inspectorate of Prisons] went in.", ["HMIP"]),
        ("The [police inspectorate] went in.", ["HMICFRS"]),
        ("[HMICFRS], [Ofsted] and the [Care Quality Commission] went in.", ["HMICFRS", "Ofsted", "CQC"]),
        ("An hmic is no word, and inspectors inspect.", []),
    ],
)
def test_an_inspectorate_is_named_in_full_or_for_short(find, marks, body, names):
    assert marks("inspectorate", body) == body
    _, found = find("inspectorate", body.replace("[", "").replace("]", ""))
    assert [note.attributes["name"] for note in found] == names
