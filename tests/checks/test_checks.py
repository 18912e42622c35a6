"""Each check: a record that makes it fire, where and why, and one like it that does not."""

import pytest

from extract.checks import CHECKS, run_checks
from tests.checks.cases import Article

KENT = "HMICFRS graded Kent Police good at preventing crime and inadequate at managing offenders."
COUNTED = "HMICFRS graded Kent Police in two areas: good at preventing crime and poor at record keeping."
LIST = "Kent Police was ‘good’ at preventing crime, managing offenders and investigating crime."
SAID = "“We will do better,” said Chief Constable Ann Lee of Kent Police.\n\nInspector Bob Ray said: “It must.”"


def kent(text=KENT):
    return Article(text, published="2024-05-01").inspectorate().force()


def graded(text=KENT):
    return kent(text).grade(text, "preventing crime")


def said(text=SAID):
    return Article(text).force().official("Ann Lee", "Chief Constable").official("Bob Ray", "Inspector", "HMICFRS")


def moved(article, by, field="grades", key="evidence"):
    place = article.data[field][0][key][0]
    place["start"] += by
    place["end"] += by
    return article


def recut(article, by):
    place = moved(article, by, "forces").data["forces"][0]["evidence"][0]
    place["text"] = article.text[place["start"] : place["end"]]
    return article


def texted(text, words):
    return Article(text).force().quote(words, speaker=None, kind="fragment")


def dated(started=None, published="2024-05-01"):
    return Article("Operation Oak began.", published=published).initiative("Operation Oak", started=started)


def due(date):
    text = "Kent Police must act by March."
    deadline = {"text": "by March", "start": text.index("by"), "end": text.index("."), "date": date}
    return Article(text, published="2024-05-01").force().ask("Kent Police must act", deadline=deadline)


def two(text, force):
    article = Article(text).force().force("Essex Police", "essex-police", "Essex Police")
    return article.grade(text, "preventing crime", force=force)


def rows(article, number, **changes):
    article.data["grades"].append(article.data["grades"][0] | changes)
    return article


FIRES = {
    "V101": (texted("Kent Police: the forceâ€™s work", "the forceâ€™s work"), "/quotes/0/parts/0"),
    "V102": (texted("Kent Police: the force?s work", "the force?s work"), "/quotes/0/parts/0"),
    "V103": (texted("Kent Police: the \x07force", "the \x07force"), "/quotes/0/parts/0"),
    "V111": (moved(kent("x " + KENT).grade(KENT, "preventing crime"), -1), "/grades/0/evidence/0"),
    "V112": (graded().top(source=graded().data["source"] | {"text_sha256": "1" * 64}), "/source/text_sha256"),
    "V114": (recut(graded(), 2), "/forces/0/evidence/0"),
    "V115": (recut(graded(), -1), "/forces/0/evidence/0"),
    "V116": (said().official("Cy Fox", words=["Ann Lee"]), "/officials/2/name"),
    "V121": (texted("Kent Police was good (at patrols, it said.", "good (at patrols"), "/quotes/0/parts/0"),
    "V122": (texted("Kent Police should make make notes", "should make make notes"), "/quotes/0/parts/0"),
    "V123": (texted("Kent Police works with partner0s, it said", "works with partner0s"), "/quotes/0/parts/0"),
    "V201": (graded(COUNTED).count("two areas", 2), "/stated_counts/0"),
    "V202": (graded(KENT).count("good", 2, grade="good"), "/stated_counts/0"),
    "V203": (
        Article("Kent Police has one cause of concern: it must act. It must stop.").force()
        .count("one cause of concern", 1, "causes of concern")
        .ask("it must act", "cause_of_concern").ask("It must stop", "cause_of_concern"),
        "/stated_counts/0",
    ),
    "V204": (
        Article("Kent Police: three areas, two good and two poor.").force().count("three areas", 3)
        .count("two good", 2, grade="good").count("two poor", 2, grade="poor"),
        "/stated_counts/0",
    ),
    "V205": (
        Article(f"{'Kent Police had visitors. ' * 9}\n\n{KENT} It was rated ‘outstanding’ at recording crime.")
        .inspectorate().force().grade(KENT, "preventing crime").grade(KENT, "managing offenders", "inadequate"),
        "/grades",
    ),
    "V206": (graded(LIST).grade(LIST, "investigating crime"), "/grades/0"),
    "V301": (graded().ask("Kent Police", force="essex-police"), "/recommendations/0/force"),
    "V302": (Article(KENT).force("HMICFRS"), "/forces/0"),
    "V303": (two("Kent Police was good at preventing crime. Essex Police was not.", "essex-police"), "/grades/0/force"),
    "V304": (Article("Kent did well.").force("Kent"), "/forces/0"),
    "V305": (Article("Kennt Polise did well.").force("Kennt Polise"), "/forces/0"),
    "V306": (graded().ask("managing offenders", force=None), "/recommendations/0/force"),
    "V307": (kent("HMICFRS came to see Kent Police."), ""),
    "V308": (Article(KENT).force(subject=False).grade(KENT, "preventing crime"), "/grades/0/force"),
    "V309": (kent().force(), "/forces/1"),
    "V321": (Article(SAID).force().official("Ann Lee").quote("We will do better,"), "/officials/0/role"),
    "V322": (
        Article("Chief Fire Officer Ann Lee of Kent Police").force().official("Ann Lee", "Chief Fire Officer"),
        "/officials/0/organisation",
    ),
    "V323": (said().quote("We will do better,"), "/officials/1"),
    "V324": (said().official("Ann Lee", "Chief Constable"), "/officials/2"),
    "V401": (rows(graded(), 1), "/grades/1"),
    "V402": (rows(graded(), 1, grade="inadequate"), "/grades/1"),
    "V403": (
        graded().grade(KENT, "managing offenders", "inadequate", topic="preventing-crime")
        .grade(KENT, "crime", "good", topic="preventing-crime"),
        "/grades/2",
    ),
    "V404": (kent(COUNTED).top(programme="peel-2023-25").grade(COUNTED, "record keeping", "poor"), "/grades/0/grade"),
    "V405": (graded().top(programme="peel-2014-17"), "/programme"),
    "V406": (kent(COUNTED).top(programme="peel-2023-25").grade(COUNTED, "record keeping", "good"), "/grades/0/area"),
    "V407": (
        Article("Kent Police: vetting, professional standards, leadership and initial response, risk assessment.")
        .force().top(programme="ncpi-2024")
        .grade("leadership", "leadership", topic="leadership")
        .grade("vetting", "vetting", topic="partnership-working")
        .grade("initial response", "initial response", topic="initial-response")
        .grade("risk assessment", "risk assessment", topic="risk-assessment-and-referral"),
        "/grades",
    ),
    "V408": (kent().grade(KENT, "preventing crime", "outstanding"), "/grades/0/grade"),
    "V409": (
        graded("Kent Police was good at preventing crime. A cause of concern: it must mend preventing crime.")
        .ask("it must mend preventing crime", "cause_of_concern"),
        "/recommendations/0",
    ),
    "V501": (said("“We will do better, said Chief Constable Ann Lee. Inspector Bob Ray of Kent Police.\n")
             .quote("We will do better, said Chief Constable Ann Lee."), "/quotes/0"),
    "V502": (said().quote("We will do better,", speaker=None), "/quotes/0/speaker"),
    "V503": (said().quote("We will do better,", speaker="o2"), "/quotes/0/speaker"),
    "V504": (said().quote("We will do better,").quote("do better,", speaker="o2"), "/quotes/1"),
    "V505": (said().quote("do better,", "We will"), "/quotes/0/parts/1"),
    "V601": (dated(published="2031-01-01"), "/source/published"),
    "V602": (dated("1801"), "/initiatives/0/started"),
    "V603": (dated("2024-06"), "/initiatives/0/started"),
    "V604": (due("2024-03-31"), "/recommendations/0/deadline"),
}  # fmt: skip

QUIET = {
    "V101": texted("Kent Police: the force’s café", "the force’s café"),
    "V102": texted("Kent Police: is it? Yes", "is it? Yes"),
    "V103": texted("Kent Police: one\ttwo", "one\ttwo"),
    "V111": graded("🚒 " + KENT),
    "V112": graded(),
    "V114": graded(),
    "V115": graded(),
    "V116": said(),
    "V121": texted("Kent Police was good (at patrols), and a) fast :)", "good (at patrols), and a) fast :)"),
    "V122": texted("Kent Police had had time, that that is so", "had had time, that that is so"),
    "V123": texted("Kent Police in the 1st week, on the A20, at ten2six", "the 1st week, on the A20"),
    "V201": graded(COUNTED).grade(COUNTED, "record keeping", "poor").count("two areas", 2),
    "V202": graded().count("good", 1, grade="good"),
    "V203": Article("Kent Police has three causes of concern: it must act.").force()
    .count("three causes of concern", 3, "causes of concern").ask("it must act", "cause_of_concern"),
    "V204": Article("Kent Police: four areas, two good and two poor.").force().count("four areas", 4)
    .count("two good", 2, grade="good").count("two poor", 2, grade="poor"),
    "V205": Article(f"{'Kent Police had visitors. ' * 9}\n\n{KENT} It would not be rated ‘outstanding’ at recording crime.")
    .inspectorate().force().grade(KENT, "preventing crime").grade(KENT, "managing offenders", "inadequate"),
    "V206": graded(LIST).grade(LIST, "managing offenders").grade(LIST, "investigating crime"),
    "V301": graded(),
    "V302": Article("Kent did well.").force("Kent"),
    "V303": two("Kent Police was good at preventing crime. Essex Police was not.", "kent-police"),
    "V304": kent(),
    "V305": kent(),
    "V306": graded().ask("managing offenders"),
    "V307": graded(),
    "V308": graded(),
    "V309": kent(),
    "V321": said(),
    "V322": said(),
    "V323": said().quote("We will do better,").quote("It must.", speaker="o2"),
    "V324": said(),
    "V401": rows(graded(), 1, previous=True),
    "V402": rows(graded(), 1, grade="inadequate", previous=True),
    "V403": graded().grade(KENT, "managing offenders", "inadequate", topic="managing-offenders"),
    "V404": graded().top(programme="peel-2023-25"),
    "V405": graded().top(programme="peel-2023-25"),
    "V406": graded().top(programme="peel-2023-25"),
    "V407": graded().top(programme="ncpi-2024"),
    "V408": graded(),
    "V409": graded("Kent Police was good at preventing crime. It must mend preventing crime.")
    .ask("It must mend preventing crime"),
    "V501": said().quote("We will do better,"),
    "V502": said().quote("We will do better,"),
    "V503": said().quote("We will do better,").quote("It must.", speaker="o2"),
    "V504": said().quote("We will do better,").quote("It must.", speaker="o2"),
    "V505": said().quote("We will", "do better,"),
    "V601": dated(published="2024-05-01"),
    "V602": dated("1856"),
    "V603": dated("2024-04"),
    "V604": due("2024-06-30"),
}  # fmt: skip

ELSEWHERE = {"V105", "V106", "V110", "V113"}
"""Told where files are read, or of a record without its text."""


def found(article, gazetteers, text=...):
    text = article.text if text is ... else text
    return run_checks(article.record(), text, gazetteers, today="2026-11-30")


def test_every_check_has_a_case_that_fires_and_one_that_does_not():
    assert set(FIRES) == set(QUIET) == set(CHECKS) - ELSEWHERE


@pytest.mark.parametrize("code", FIRES)
def test_fires(code, gazetteers):
    article, path = FIRES[code]
    findings = [f for f in found(article, gazetteers) if f.code == code]
    assert [f.path for f in findings] == [path]
    assert findings[0].severity == CHECKS[code].severity
    for evidence in findings[0].evidence if code != "V111" else ():
        assert article.text[evidence.start : evidence.end] == evidence.text


@pytest.mark.parametrize("code", QUIET)
def test_does_not_fire(code, gazetteers):
    assert [f.message for f in found(QUIET[code], gazetteers) if f.code == code] == []


def test_without_its_article_a_record_is_checked_as_far_as_it_goes(gazetteers):
    codes = [f.code for f in found(rows(graded(), 1), gazetteers, None)]
    assert codes == ["V401", "V113"]


@pytest.mark.parametrize(
    ("words", "text"),
    [("V121", "("), ("V122", "make make"), ("V123", "partner0s")],
)
def test_typing_errors_are_reported_once_and_at_their_offsets(words, text, gazetteers):
    article = Article("😀 Kent Police (with partner0s should make make notes.").force()
    whole = "Kent Police (with partner0s should make make notes."
    article.ask(whole).quote(whole, speaker=None, kind="fragment")
    (finding,) = (f for f in found(article, gazetteers) if f.code == words)
    assert (finding.evidence[0].start, finding.evidence[0].text) == (article.text.index(text), text)


def test_the_message_of_shifted_evidence_says_where_the_words_stand(gazetteers):
    (finding,) = (
        f for f in found(moved(kent("x " + KENT).grade(KENT, "preventing crime"), -1), gazetteers) if f.code == "V111"
    )
    assert "these words stand at 2" in finding.message


def test_findings_of_the_reader_stay_and_come_once(gazetteers):
    flaw = {"code": "V101", "severity": "warning", "path": "", "message": "mojibake: 'â€™'", "evidence": []}
    article = FIRES["V101"][0]
    record = article.record(findings=[flaw])
    assert [f.message for f in run_checks(record, article.text, gazetteers) if f.code == "V101"] == ["mojibake: 'â€™'"]


def test_the_force_on_whose_page_an_article_stands_needs_no_evidence(record, gazetteers):
    text = "Tools found in a barn\n\nSussex Police\n3 May 2019\n\nHMICFRS has seen a farmer with his tools."
    page = record(text, "")
    assert [force.evidence for force in page.forces] == [()]
    assert {"V302", "V304"}.isdisjoint(found.code for found in run_checks(page, text, gazetteers))
