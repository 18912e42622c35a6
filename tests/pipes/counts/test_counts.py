"""Counts that can be held against the rows: areas graded, asks, causes of concern."""

import pytest


@pytest.fixture(scope="module")
def counts(find):
    def run(body):
        rows = []
        for note in find("stated_counts", body)[1]:
            data = note.attributes
            rows.append((data["count"], data["of"], *([data["grade"]] if data["grade"] else [])))
        return rows

    return run


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("HMICFRS graded the force in eight areas of policing.", [(8, "areas")]),
        (
            "Below those three headline grades come 11 finer ones. Of the 11, five were good and six required improvement.",
            [(3, "areas"), (11, "areas"), (5, "areas", "good"), (6, "areas", "requires improvement")],
        ),
        ("The three pillars are broken down into 11 questions.", [(3, "areas"), (11, "areas")]),
        ("Below those three floors are four more.", []),
        (
            "Of the nine, six were good, two adequate and one, custody, inadequate.",
            [(9, "areas"), (6, "areas", "good"), (2, "areas", "adequate"), (1, "areas", "inadequate")],
        ),
        (
            "HMICFRS handed down nine verdicts: five good, three adequate and one inadequate.",
            [(9, "areas"), (5, "areas", "good"), (3, "areas", "adequate"), (1, "areas", "inadequate")],
        ),
        ("Of the 12 officers whom we met, five were good and seven were adequate.", []),
        ("More than half of the ten areas were good.", [(10, "areas")]),
        ("For leadership, Kent Police and Essex Police each got a good, the other two a requires improvement.", []),
        ("It was good in three areas and inadequate in another.", [(3, "areas", "good"), (1, "areas", "inadequate")]),
        (
            "Norfolk Constabulary collected seven areas for improvement in all. Essex Police had four.",
            [(7, "areas for improvement"), (4, "areas for improvement")],
        ),
        (
            "Kent Police had six recommendations, Essex Police four and Sussex Police two.",
            [(6, "recommendations"), (4, "recommendations"), (2, "recommendations")],
        ),
        (
            "Six recommendations were made to Kent Police and four to Sussex Police.",
            [(6, "recommendations"), (4, "recommendations")],
        ),
        ("Kent Police was given six recommendations. Essex Police has four custody centres.", [(6, "recommendations")]),
        ("It makes six recommendations. Two further recommendations concern children.", [(6, "recommendations")]),
        ("The table gives our grades in each of four areas, with those from our 2022 inspection.", [(4, "areas")]),
        ("Five of the 14 recommendations are for the chief constable alone.", [(14, "recommendations")]),
        ("Five of the 14 recommendations are closed.", []),
        ("Six of its grades were good.", [(6, "areas", "good")]),
        ("Five areas were left with the same grade as before.", []),
        ("It got two 'good' ratings and a single 'inadequate'.", [(2, "areas", "good"), (1, "areas", "inadequate")]),
        ("Inspectors gave it ‘good’ in eight further areas.", [(8, "areas", "good")]),
        ("The force was rated ‘good’ by HMICFRS at five of the nine areas.", [(5, "areas", "good"), (9, "areas")]),
        ("Inspectors found two causes for concern.", [(2, "causes of concern")]),
        (
            "The force was good in three areas and inadequate in two.",
            [(3, "areas", "good"), (2, "areas", "inadequate")],
        ),
        (
            "It was graded outstanding in one area, good in three, and inadequate in the other two.",
            [(1, "areas", "outstanding"), (3, "areas", "good"), (2, "areas", "inadequate")],
        ),
        ("We\u2019re good in five: responding to major incidents, values and culture.", [(5, "areas", "good")]),
        (
            "We\u2019re adequate in four, namely prevention, skills, affordability and leadership.",
            [(4, "areas", "adequate")],
        ),
        ("The report marks the force in eight areas.", [(8, "areas")]),
        ("HMICFRS gave the force a mark in 11 areas.", [(11, "areas")]),
        (
            "In two areas \u2013 vetting and custody \u2013 the force was judged as needing to improve.",
            [(2, "areas", "requires improvement")],
        ),
        (
            "It requires improvement in six more of the 11 areas graded.",
            [(11, "areas"), (6, "areas", "requires improvement")],
        ),
        ("In one area only, vetting, does it require improvement.", [(1, "areas", "requires improvement")]),
        ("The force was good in each of 11 areas.", [(11, "areas", "good")]),
        ("The force was good in every one of the nine areas.", [(9, "areas", "good")]),
        ("HMICFRS marked the force in eight areas for a report that is out today.", [(8, "areas")]),
        ("Beneath those sit 11 smaller questions.", [(11, "areas")]),
        ("We were good in ten out of 11 subcategories.", [(10, "areas", "good"), (11, "areas")]),
        ("The force was inadequate overall and in three key areas.", [(3, "areas", "inadequate")]),
        (
            "Vetting was one of seven areas the inspection judged to be adequate, next to four which were good.",
            [(7, "areas", "adequate"), (4, "areas", "good")],
        ),
        ("One of the seven areas was judged adequate.", [(1, "areas", "adequate"), (7, "areas")]),
        (
            "In its first full inspection for six years the force was good in three areas.",
            [(3, "areas", "good")],
        ),
        ("Their one cause of concern is that officers wait for months.", [(1, "causes of concern")]),
        ("Three of the eight areas were good.", [(8, "areas"), (3, "areas", "good")]),
        ("It was rated ‘requires improvement’ in four areas.", [(4, "areas", "requires improvement")]),
        (
            "Three areas were graded good and two required improvement.",
            [(3, "areas", "good"), (2, "areas", "requires improvement")],
        ),
        ("Of the nine areas inspected, five were good.", [(9, "areas"), (5, "areas", "good")]),
        ("Inspectors gave it six ‘goods’ and three ‘adequates’.", [(6, "areas", "good"), (3, "areas", "adequate")]),
        (
            "The force was assessed in five areas. For two of them it comes out with an ‘adequate’.",
            [(5, "areas"), (2, "areas", "adequate")],
        ),
        ("Good: 6.", [(6, "areas", "good")]),
        ("22.2 Eleven areas were graded.", [(11, "areas")]),
        (
            "Requires improvement (5): prevention, protection, people, culture and skills.",
            [(5, "areas", "requires improvement")],
        ),
        ("Nine areas came under scrutiny.", [(9, "areas")]),
        ("The report judges the force in nine areas.", [(9, "areas")]),
        ("The remaining six were adequate.", [(6, "areas", "adequate")]),
        (
            "It gave four of the eleven themes a mark of requires improvement.",
            [(4, "areas", "requires improvement"), (11, "areas")],
        ),
        ("HMICFRS calls that an area for improvement, one of six.", [(6, "areas for improvement")]),
        (
            "It makes one strategic and three operational recommendations.",
            [(1, "recommendations"), (3, "recommendations")],
        ),
        ("The number of areas for improvement has fallen from nine to four.", [(4, "areas for improvement")]),
        (
            "Inspectors marked the unit against seven standards. Two were found to be good.",
            [(7, "areas"), (2, "areas", "good")],
        ),
        ("We are good at seven of the 11 things that inspectors look at.", [(11, "areas"), (7, "areas", "good")]),
        ("The force got good grades in six areas.", [(6, "areas", "good")]),
        ("Six areas of policing are good.", [(6, "areas", "good")]),
        ("In two areas it was inadequate.", [(2, "areas", "inadequate")]),
        ("We were good in six areas out of nine.", [(9, "areas"), (6, "areas", "good")]),
        (
            "Six out of the nine areas looked at by inspectors have been rated as good.",
            [(9, "areas"), (6, "areas", "good")],
        ),
        ("All but three of the 11 areas for improvement come as no surprise.", [(11, "areas for improvement")]),
        ("Inspectors raised two separate causes of concern.", [(2, "causes of concern")]),
        ("A new cause of concern was issued.", [(1, "causes of concern")]),
        ("Eight grades. I have never seen a report this straight.", [(8, "areas")]),
        ("We have one cause of concern.", [(1, "causes of concern")]),
        (
            "Outstanding: 1; good: 5; adequate: 3.",
            [(1, "areas", "outstanding"), (5, "areas", "good"), (3, "areas", "adequate")],
        ),
        ("The nine areas of work are graded from outstanding to inadequate.", [(9, "areas")]),
        ("Good (6 areas).", [(6, "areas", "good")]),
        ("Kent was ‘good’ five times and ‘adequate’ once.", [(5, "areas", "good"), (1, "areas", "adequate")]),
        ("Kent got an outstanding and five goods.", [(1, "areas", "outstanding"), (5, "areas", "good")]),
        (
            "Of eleven grades, one was outstanding and ten were good.",
            [(11, "areas"), (1, "areas", "outstanding"), (10, "areas", "good")],
        ),
        ("Five of the force’s nine grades are ‘good’.", [(9, "areas"), (5, "areas", "good")]),
        ("It was inspected in nine areas. In two it is outstanding.", [(9, "areas"), (2, "areas", "outstanding")]),
        ("In three areas the grade was adequate.", [(3, "areas", "adequate")]),
        ("Members noted that it had been graded good in four areas.", [(4, "areas", "good")]),
        ("There are twenty-three areas for improvement.", [(23, "areas for improvement")]),
        ("It has half a dozen areas for improvement.", [(6, "areas for improvement")]),
        ("Causes of concern: 1.", [(1, "causes of concern")]),
        ("The force has accepted all 12 recommendations.", [(12, "recommendations")]),
        ("All six of the report’s recommendations are public.", [(6, "recommendations")]),
        ("The nine areas for improvement range from vans to vetting.", [(9, "areas for improvement")]),
        (
            "It was rated outstanding for one of the 11 areas inspected, and good for nine.",
            [(11, "areas"), (1, "areas", "outstanding"), (9, "areas", "good")],
        ),
        ("It was good in six of the 11 areas that it looked at.", [(11, "areas"), (6, "areas", "good")]),
        ("The report lists nine areas for improvement; the first is custody.", [(9, "areas for improvement")]),
        ("A cause of concern has been raised about custody.", [(1, "causes of concern")]),
        (
            "Two causes of concern and a dozen areas for improvement.",
            [(2, "causes of concern"), (12, "areas for improvement")],
        ),
        ("The number of recommendations (six) is lower than last time.", [(6, "recommendations")]),
        ("It identified 12 areas for improvement, down from 21.", [(12, "areas for improvement")]),
        ("Of the 61 recommendations made in 2010, 38 are done. This time there are 17.", [(17, "recommendations")]),
        (
            "It issued two causes of concern and 14 recommendations.",
            [(2, "causes of concern"), (14, "recommendations")],
        ),
        ("There are 11 areas for improvement.", [(11, "areas for improvement")]),
        ("One of the nine recommendations is about custody.", [(9, "recommendations")]),
        ("Inspectors identified a cause of concern.", [(1, "causes of concern")]),
        ("HMICFRS made a total of twelve recommendations.", [(12, "recommendations")]),
        ("CJI makes two strategic recommendations.", [(2, "recommendations")]),
        (
            "It was given seven grades: one outstanding, four good, one adequate and one inadequate.",
            [
                (1, "areas", "outstanding"),
                (4, "areas", "good"),
                (1, "areas", "adequate"),
                (1, "areas", "inadequate"),
                (7, "areas"),
            ],
        ),
        (
            "Inspectors gave it two grades of outstanding, three of good and one of inadequate.",
            [(2, "areas", "outstanding"), (3, "areas", "good"), (1, "areas", "inadequate")],
        ),
        ("Inspectors looked at ten areas of policing, nine of which are graded.", [(9, "areas")]),
        (
            "It was ‘outstanding’ in one area and ‘good’ in four others in its report.",
            [(1, "areas", "outstanding"), (4, "areas", "good")],
        ),
        (
            "It looked at six areas, and none was found to be inadequate. Four were good and two adequate.",
            [(6, "areas"), (4, "areas", "good"), (2, "areas", "adequate")],
        ),
        ("Of the six questions it was good on four.", [(4, "areas", "good"), (6, "areas")]),
        ("Inspectors sorted their findings under three headings.", [(3, "areas")]),
        (
            "Four causes of concern from 2019 were closed. It had identified 15 areas for improvement.",
            [(15, "areas for improvement")],
        ),
        (
            "It was good in three of eight areas. It was adequate in two. It required improvement in three.",
            [(8, "areas"), (3, "areas", "good"), (2, "areas", "adequate"), (3, "areas", "requires improvement")],
        ),
        ("Nine areas were graded. Six of the nine were good.", [(9, "areas"), (9, "areas"), (6, "areas", "good")]),
        ("42.2 Of the 11 questions, six were graded Good.", [(11, "areas"), (6, "areas", "good")]),
        ("Four more are adequate: prevention and three others.", [(4, "areas", "adequate")]),
        (
            "It has a pair of goods, two adequates and a single inadequate.",
            [(2, "areas", "good"), (2, "areas", "adequate"), (1, "areas", "inadequate")],
        ),
        ("The four other areas it looked at were adequate.", [(4, "areas", "adequate")]),
        ("The inspectorate considered three areas when it was here.", [(3, "areas")]),
        ("Inspectors put eight areas to the test.", [(8, "areas")]),
        (
            "It was judged in eight areas. In two, vetting and custody, it was good.",
            [(8, "areas"), (2, "areas", "good")],
        ),
        ("Two of the ten areas that were looked at were adequate.", [(10, "areas"), (2, "areas", "adequate")]),
        ("It has moved up in six of the nine areas that were looked at.", [(9, "areas")]),
        ("It was judged in six areas, and came out worse than last time in half of them.", [(6, "areas")]),
        ("It was graded good or outstanding in seven of nine areas.", [(9, "areas")]),
        (
            "The report made three recommendations. This letter makes four more.",
            [(3, "recommendations"), (4, "recommendations")],
        ),
        (
            "The 11 judgments comprised two outstanding, seven good and two adequate.",
            [(11, "areas"), (2, "areas", "outstanding"), (7, "areas", "good"), (2, "areas", "adequate")],
        ),
        ("It was given two areas for improvement; in round 2 it was given ten.", [(2, "areas for improvement")]),
        ("It has 24 areas for improvement, double the number in 2019.", [(24, "areas for improvement")]),
        (
            "It was graded in eight areas. In three respects it is adequate: calls, people and leadership.",
            [(8, "areas"), (3, "areas", "adequate")],
        ),
        ("Among the 11 more detailed judgments that lie underneath, some are bright.", [(11, "areas")]),
        ("Protection was the only area to be marked inadequate.", [(1, "areas", "inadequate")]),
        ("It was the only area in which the force was inadequate.", [(1, "areas", "inadequate")]),
        (
            "That led to one cause of concern and a pair of recommendations.",
            [(1, "causes of concern"), (2, "recommendations")],
        ),
        (
            "Of the 11 areas inspected, nine were good and two in need of improvement.",
            [(11, "areas"), (9, "areas", "good"), (2, "areas", "requires improvement")],
        ),
        (
            "Grades of good were given in four of the areas, adequate in three.",
            [(4, "areas", "good"), (3, "areas", "adequate")],
        ),
        ("It was handed nine separate grades, six of them good.", [(9, "areas"), (6, "areas", "good")]),
        ("The force has four areas at good.", [(4, "areas", "good")]),
        ("Seven standards sit beneath that rating.", [(7, "areas")]),
        ("Among the 12 areas for improvement is how it records rape.", [(12, "areas for improvement")]),
        (
            "It was graded in nine areas. It was good in eight and inadequate in one, answering emergency calls.",
            [(9, "areas"), (8, "areas", "good"), (1, "areas", "inadequate")],
        ),
    ],
)
def test_a_count_says_how_many_of_what(counts, sentence, expected):
    assert sorted(counts(sentence), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    "sentence",
    [
        "In 2019 it was given six recommendations.",
        "You will remember that our PEEL report gave the force four grades. It set out two causes of concern.",
        "Readers may recall that the watchdog issued two causes of concern.",
        "An earlier review, published in 2018, made six recommendations on cybercrime.",
        "The 2019 report made nine recommendations.",
        "There were two causes of concern in 2019 and there are none now.",
        "We said the same in 2019. We made six recommendations then.",
        "She said the first three recommendations had been accepted.",
        "It now covers all five council areas that were inspected.",
        "A 2019 recommendation on staffing is still open.",
        "Each force was usually given about ten recommendations.",
        "The inspectorate has closed a cause of concern.",
        "Five things that happened in inspection this week.",
        "At the last inspection it was graded good in five areas.",
        "Two of the five recommendations have been closed.",
        "Inspectors looked at 71 case files.",
        "Nine of the 43 forces were good.",
        "No area was outstanding.",
        "Residents of two areas of the town complained.",
        "It could be rated good in five areas.",
        "It was given the second of the five grades for its leadership.",
        "The force has moved up in three areas of policing.",
        "Two cases were graded good.",
        "It lists eight areas of good practice.",
        "Outstanding: 0.",
        "In the three areas that had not been looked at before it was good.",
        "Our report on the cells in Kent made seven recommendations, four of which have been discharged.",
        "It is the first visit since 2016, when the force received 27 recommendations.",
        "It made two recommendations at that time.",
        "Inspectors no longer have a cause of concern about fitness.",
        "It was noted as an area for improvement that staff wait.",
        "The court heard that his report named four areas and one cause of concern.",
        "This is a cause of concern.",
        "Of 30 files we read, we assessed 14 as good and 16 as inadequate.",
        "Three of the eleven questions in this inspection were not asked of the force.",
        "One area for improvement reads: keep better records.",
        "There is not one in which it requires improvement.",
        "The force had three causes of concern in 2018.",
        "A year after a cause of concern was issued, it is gone.",
        "HMICFRS has marked one of its two causes of concern as complete.",
        "There were eight recommendations in 2022. Inspectors have now assessed three of them as achieved.",
        "There are ten questions instead of 11.",
        "It has dropped two grades from 'good' to 'requires improvement'.",
        "It is the only force to be graded outstanding.",
        "Of those graded, every force was strong in at least one area.",
    ],
)
def test_counts_of_the_past_of_progress_and_of_other_things_are_none(counts, sentence):
    assert counts(sentence) == []


def test_the_evidence_is_the_number_with_its_noun(marks):
    body = "It issued [two causes of concern] and [14 recommendations], and was [good in three areas]."
    assert marks("stated_counts", body) == body


def test_the_rest_that_an_aside_names_is_counted(counts):
    body = "It was graded in eight areas. In the remaining two, vetting and custody, it requires improvement."
    assert counts(body) == [(8, "areas"), (2, "areas", "requires improvement")]


def test_months_of_this_inspection_make_no_count_an_earlier_one(record):
    head = "Kent Police inspected\n\n14 November 2024\n\n"
    body = "HMICFRS inspected Kent Police between January and March 2024. It identified four areas for improvement."
    assert [row.count for row in record(body, head).stated_counts] == [4]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In two of them, vetting and custody, Kent Police was inadequate.", (2, "areas", "inadequate")),
        ("Three more came back as adequate.", (3, "areas", "adequate")),
        ("That leaves two, vetting and custody, in which we are inadequate.", (2, "areas", "inadequate")),
    ],
)
def test_a_sentence_goes_on_with_the_areas_that_were_counted(counts, sentence, expected):
    body = f"It was graded in nine areas and good in four. {sentence}"
    assert counts(body) == [(9, "areas"), (4, "areas", "good"), expected]


def test_what_goes_on_with_an_earlier_count_is_earlier(counts):
    body = "Last April's report graded it in nine areas and found one inadequate. Three further areas were adequate."
    assert counts(body) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The report has three areas for improvement and one cause for concern.", [3, 1]),
        ("Two recommendations are no longer applicable.", []),
        ("How it keeps guns, and who checks them, is a cause of concern to HMICFRS.", []),
        ("Seven brigades required improvement in one or more areas.", []),
        ("Nine more were graded good throughout.", []),
        ("In all, nine out of 11 areas were called “inadequate” or “requiring improvement”.", [11]),
        ("HMICFRS evaluated forces in four areas.", [4]),
        ("The two areas where it was rated adequate were vetting and custody.", []),
        ("Training came into this inspection as the two areas are felt to be closely linked.", []),
        ("We have worked on last year's report, and this has brought us a ‘good’ in all three areas inspected.", [3]),
    ],
)
def test_what_papers_count_is_read_with_what_it_is_of(counts, sentence, expected):
    assert [row[0] for row in counts(sentence)] == expected
