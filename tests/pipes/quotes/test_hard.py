"""Speech without marks, under headings and questions, and fragments that no verb stands beside."""

import pytest


@pytest.mark.parametrize(
    "body",
    [
        "Jo Hale, the chief inspector, said:\n\n[The cells are old and it shows.]\n\n[I am glad of the drop in numbers.]",
        "Statement from ACC Jo Hale:\n\n[In May we were told, in plain words, that we were slow.]\n\n"
        "[Operation Larch began in June.]\n\n[Our visits are up to date.]\n\nCouncillor Ray Dunn said: “[So they say.]”",
        "Jo Hale, national director, said:\n\n[Children in Dover told us that they felt safe.]\n\nSgt Al Dean said:\n\n[I am glad of it.]",
        "Chief Constable’s reply:\n\n[We accept it. I have asked my deputy to act.]\n\nThe force will publish a plan.",
        "Since then they have issued a further comment on the report:\n\n[We take this seriously in Kent.]\n\n[It is a useful tool.]\n\n"
        "\u2013 Chief Constable Jo Hale, Kent Police",
        "Comments by Chief Constable Jo Hale\n\n[I am glad of this report and accept all of it.]\n\nWhat is next\n\nA plan.",
        "Chief Constable Jo Hale: [We have begun. I have met every team.]\n\nReporter: Is that enough?\n\n"
        "Jo Hale: [It is not, and I would be the first to say so.]",
    ],
)
def test_speech_without_marks_has_its_introduction(parts, body):
    assert parts("direct", body) == body


def test_labels_of_a_list_are_no_turns_of_a_transcript(credited):
    body = "Recommendation 1: The force should act now.\n\nRecommendation 2: The force should act soon."
    assert credited("direct", body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("What the chief constable said\n\n“We have read every word of it.”", "chief constable"),
        ("The Commissioner’s comments\n\n“We have read every word of it.”", "Commissioner"),
        (
            "These are the comments of Jo Hale, Police and Crime Commissioner.\n\nThe judgments\n\nThey are good.\n\n"
            "“We have read every word of it.”",
            "Jo Hale",
        ),
        ("“We have read every word of it.” Thus HM Inspector Jo Hale, unveiling the report.", "Jo Hale"),
        ("“We have read every word of it,” was the verdict of Councillor Jo Hale.", "Jo Hale"),
        ("The inspectorate’s verdict was blunt: “We have read every word of it.”", "inspectorate"),
        ("The report quotes one sergeant as saying: “We have read every word of it.”", "sergeant"),
        ("“We have read every word of it,” reckons Sgt Jo Hale.", "Jo Hale"),
        ("Shops are shut. “It is quiet,” said Sgt Jo Hale.", "Jo Hale"),
    ],
)
def test_words_other_than_said_credit_speech(credited, body, expected):
    ((who, *_),) = credited("direct", body)
    assert who == expected


def test_speech_that_a_colon_introduces_is_not_the_next_sentences(credited):
    body = "ACC Jo Hale said: “We did it well and are glad.” Cllr Ray Dunn said that it was fine."
    assert credited("direct", body) == [("Jo Hale", "We did it well and are glad.")]


def test_a_possessive_in_single_marks_does_not_end_the_speech(credited):
    body = "ACC Jo Hale said: 'The inspectors' report is tough. It's what we asked for.'"
    assert credited("direct", body) == [("Jo Hale", "The inspectors' report is tough. It's what we asked for.")]


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("HMICFRS visited in May. The service should “clearly define” who is at risk.", None),
        ("The force must do this:\n\n– talk to its staff “at every level” about it; and\n\n– act.", None),
        ("Its team was “as impressive as any that we have seen”.", None),
        ("The plan was described as “a disgrace” by Unison branch secretary Jo Hale.", "Jo Hale"),
        ("The centre, which opened in May, was called “an exemplar”.", None),
        ("Sgt Jo Hale said they felt “left behind”.", "Jo Hale"),
        ("Councillor Jo Hale professed herself “astonished” that nobody had noticed.", "Jo Hale"),
        ("The cells were, in Chief Constable Jo Hale’s phrase, “not fit for a dog”.", "Jo Hale"),
        ("Councillor Jo Hale welcomed the “rigour” of the report.", "Jo Hale"),
        (
            "The force is slow; the chief constable, Jo Hale, runs the board and told us she will do so “until it bores me”.",
            "Jo Hale",
        ),
        ("The force, Jo Hale said, had figures which suggested that it was “a third of the way”.", "Jo Hale"),
    ],
)
def test_a_fragment_has_the_speaker_of_its_clause(credited, body, speaker):
    ((who, *_),) = credited("fragment", body)
    assert who == speaker


@pytest.mark.parametrize(
    "body",
    [
        "The log was closed as “no offence”. When our inspectors raised this, the force acted.",
        "They got drunk on home-made “hooch” brewed in buckets, the report reveals.",
        "She is known as “the sheriff”.",
        "The law says that a victim “must be told of the result within five days”.",
        "My neighbour “does not always see eye to eye with us”.",
        "The chief, Jo Hale, was blunt. Her staff “do not always get it right on nights”.",
    ],
)
def test_words_in_marks_that_nobody_is_credited_with_are_no_fragment(credited, body):
    assert credited("fragment", body) == []


@pytest.mark.parametrize(
    "body",
    [
        "According to Sgt Jo Hale, [the number of patrols has doubled].",
        "[The number of patrols has doubled], according to Sgt Jo Hale.",
        "Sgt Jo Hale told Cllr Dunn (Lab, Hove) that no, [she would not be going].",
        "Sgt Jo Hale says that [nine in ten calls are answered in time], and she adds: “Ring us.”",
        "Sgt Jo Hale said the boiler “was on its last legs” and [would be replaced in May].",
        "Sgt Jo Hale told me [burglary was down by half].",
        "Sgt Jo Hale said this week [the force had hired 200 officers].",
        "[The force was the pick of the bunch], the fire minister, Lord Hale, said in a tweet.",
        "Sgt Jo Hale said [four members had been hurt] and warned that [someone would be killed].",
        "Sgt Jo Hale said [he was pleased but thought there should be a third grade].",
    ],
)
def test_a_reported_clause_ends_where_the_next_statement_begins(parts, body):
    assert parts("indirect", body) == body


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("“We are going to do this now,” Jo Hale barked.", "Jo Hale"),
        ("“We are going to do this now,” barked Jo Hale.", "Jo Hale"),
        ("“Are we going to do this?” piped up Jo Hale.", "Jo Hale"),
        ("“We are going to do this now,” Mr. Hale told the hall.", "Hale"),
        ("“We are going to do this now,” Rep. Jo Hale (D-Ore.) said.", "Jo Hale"),
        ("“[Dean] has no plan for this at all,” said Gov. Jo Hale.", "Jo Hale"),
        ("Mr. Hale spluttered: “We are going to do this now.”", "Hale"),
        ("Jo Hale shook a fist at them, hollering, “We are going to do this now.”", "Jo Hale"),
        ("“HALE: Well, we are going to do this now.”", "HALE"),
    ],
)
def test_verbs_of_no_list_credit_speech_beside_which_they_stand(credited, body, speaker):
    assert [row[0] for row in credited("direct", "The hall was full.\n\n" + body)] == [speaker]


@pytest.mark.parametrize(
    "body",
    [
        "“We are going to do this now.” The plan, opposed by Jo Hale, stalled.",
        "The list was short: “Locks, doors and lamps are all that we need.”",
    ],
)
def test_a_verb_that_stands_elsewhere_credits_nothing(credited, body):
    assert [row[0] for row in credited("direct", "The hall was full.\n\n" + body)] in ([None], [])


def test_initials_of_a_name_head_the_turns_of_an_interview(parts):
    body = (
        "Wessex Voice: What did you find here?\n\nJo Hale: [We had lost our way. The system was broken.]\n\n"
        "[So we gave the teams their own officers back.]\n\nWV: Is that all?\n\nJH: [Ask the mayor!]\n\n"
        "(I did. The mayor laughed at us.)\n\nWV: Will you stay?\n\nJH: [I am going nowhere.]"
    )
    assert parts("direct", body) == body


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("What does the Commissioner think?\n\n“I would like to thank the officers of this county.”", ["Commissioner"]),
        (
            "Chief Constable’s comments\n\nThe law has me print the comments of the Chief Constable. They are as follows."
            "\n\nI accept the report and I have asked my deputy to act.",
            ["Chief Constable"],
        ),
    ],
)
def test_a_heading_announces_whose_words_stand_below(credited, body, expected):
    found = credited("direct", body)
    assert [row[0] for row in found] == expected
    assert not any("as follows" in part for row in found for part in row[1:])


@pytest.mark.parametrize(
    "body",
    [
        "Jo Hale admitted five breaches of the law at the court on Thursday.",
        "Jo Hale had run a good business for years, and had believed that the alarms would be enough.",
        "If Jo Hale says the force is safe, people believe her.",
        "Her boss, Jo Hale, agrees.",
        "ACC Jo Hale admitted to ‘a habit of thinking that it all happens elsewhere’.",
    ],
)
def test_deeds_and_what_somebody_had_believed_are_no_statements(parts, body):
    assert parts("indirect", body) == body


@pytest.mark.parametrize(
    "body",
    [
        "Chief Constable Jo Hale said [the council would find the money], adding: “It is a lot to ask.”",
        "Chief Constable Jo Hale says [it's down to funding].",
        "Chief Constable Jo Hale reckons [it shows the plan is working].",
    ],
)
def test_a_statement_ends_before_the_speech_that_a_second_verb_adds(parts, body):
    assert parts("indirect", body) == body


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("We were told by a sergeant at Hove: “Each time I was the first to hear.”", "sergeant"),
        ("The Chair read out the following from page 9 of the report: “Too many people said nothing.”", "the report"),
        ("I shall give it in their words, for I could not better them: “The door was shut.”", "their"),
        ("In the words of one call handler: “The door was shut all day.”", "call handler"),
        ("Recommendation 3 is blunt: “By May, the force must answer its phones.”", "Recommendation 3 "),
        ("“We would rather be told,” was the response of ACC Jo Hale.", "Jo Hale"),
        ("“It has been a hard year.” That was how ACC Jo Hale began her address.", "Jo Hale"),
        ("“It has been a hard year.” So said ACC Jo Hale on Monday.", "Jo Hale"),
        ("An inspector overheard one officer say: “Not my job.”", "officer"),
        ("“We ran out of cars,” reads a note from ACC Jo Hale to staff.", "Jo Hale"),
        ("T/ACC Bettina Hale, Cambridgeshire: “A team has been back at work since March.”", "Bettina Hale"),
        ("Over at the charity, Stand By Me, manager Jo Hale was weary. “There is a report every year.”", "Jo Hale"),
        ("An examiner in Dundee put it bluntly: “We are good at phones.”", "examiner"),
    ],
)
def test_words_that_are_passed_on_are_those_of_their_source(credited, body, speaker):
    assert [row[0] for row in credited("direct", "The hall was full.\n\n" + body)] == [speaker]


@pytest.mark.parametrize(
    ("body", "speaker"),
    [
        ("Its staff had, in the inspectorate’s words, “the best grip of any”.", "inspectorate"),
        ("There are six asks, says the report, and “not one of them is a surprise”.", "report"),
        ("Last week HMICFRS said in a letter, called Spotlight, that it was “a place to rest”.", "HMICFRS"),
        ("The qualified person, DCC Jo Hale, was of the opinion that staff “would stop writing”.", "Jo Hale"),
        ("Cllr Hale wished it minuted that he had been “looked at as if he had two heads”.", "Hale"),
        ("Inspector Jo Hale spoke of the “quiet genius” of the plan.", "Jo Hale"),
        ("Jo Hale, the chief, said that the force had found people and then “left them in a queue”.", "Jo Hale"),
        (
            "Jo Hale, the chief, thanked the force for its work with the mentally ill, and called it “a joy to see”.",
            "Jo Hale",
        ),
        ("The service “should make sure that they are not working more hours than is safe”.", None),
        ("The scheme gets a mention (page 47, “a model of its kind”).", None),
        ("Officers in Hove told inspectors they felt “like an afterthought”.", "Officers in Hove"),
        ("Mr Dean’s predecessor, Jo Hale, used to say that targets were “a fool’s errand”.", "Jo Hale"),
        (
            "So concludes a study of Kent by HMICFRS, which says victims get “a second-hand service”.",
            "study of Kent by HMICFRS",
        ),
    ],
)
def test_quoted_words_are_those_of_whom_the_sentence_gives_them_to(credited, body, speaker):
    assert [row[0] for row in credited("fragment", "The hall was full.\n\n" + body)] == [speaker]


@pytest.mark.parametrize(
    "body",
    [
        "His reports used words such as “poor” and “slovenly”.",
        "Inspector Jo Hale was asked to talk about “what good looks like”.",
    ],
)
def test_words_that_are_only_named_are_no_fragment(credited, body):
    assert credited("fragment", body) == []


@pytest.mark.parametrize(
    "body",
    [
        "We heard from the chief constable, Jo Hale, that [she thinks it the first of them].",
        "Contact: Det Supt Jo Hale, who says [she would be glad to host visitors].",
        "[The culture is better, Jo Hale told us, but pay is not].",
        "Sgt Jo Hale told D&A that [she had been struck by it].",
        "Sgt Jo Hale told me he’d “never hide” and that [the system had been ordered].",
        "Sgt Jo Hale tells us [she’ll see out her contract].",
        "Sgt Jo Hale accepted that [divisions did not know it].",
    ],
)
def test_statements_are_found_around_whom_they_are_made_to(parts, body):
    assert parts("indirect", body) == body


def test_answers_of_a_table_are_those_of_whom_its_heading_names(credited):
    body = (
        "Recommendation | The Chief Constable's response\n1. Kent Police should answer calls. | We accept this and have begun.\n"
        "2. Kent Police should visit victims. | I have asked my deputy to lead on it."
    )
    expected = ["We accept this and have begun.", "I have asked my deputy to lead on it."]
    assert credited("direct", body) == [("Chief Constable", words) for words in expected]


@pytest.mark.parametrize("heading", ["HM INSPECTOR’S SUMMARY", "Summary from the inspector", "From our lead inspector"])
def test_a_summary_in_the_first_person_is_signed_on_one_line(credited, heading):
    body = (
        f"The force was inspected in May and in June, and its staff were met.\n\n{heading}\n\n"
        "I am satisfied with most of the service that it gives.\n\nJo Hale, HM Inspector of Constabulary\n\n"
        "What we found\n\nThe force is slow to answer its calls."
    )
    assert credited("direct", body) == [("Jo Hale", "I am satisfied with most of the service that it gives.")]


def test_a_heading_that_says_what_its_author_asks_announces_no_words(credited):
    body = "Four went up. Jo Hale asks what made the difference\n\nIf you want to know how we are run, ring us up."
    assert credited("direct", body) == []


@pytest.mark.parametrize(
    "body",
    [
        "Chief Constable’s reply:\n\n[Our system has shown this since May.]\n\nMy comment: I have seen it and am content.",
        "We asked two people.\n\nDr Jo Hale, director of the charity Broken Locks:\n\n‘[They want to know if anyone is coming]’",
    ],
)
def test_a_reply_ends_with_what_the_writer_says_to_it(parts, body):
    assert parts("direct", body) == body


@pytest.mark.parametrize(
    "body",
    [
        "[Cells were clean], said Jo Hale, HM Inspector, and Al Dean, of the CQC, as they published the report.",
        "[Cells were clean], said Jo Hale, HM Inspector of Constabulary, when she presented the report.",
        "[The force, said Jo Hale, HM Inspector of Constabulary, needed to do more].",
        "Jo Hale, the deputy, was “proud of it”, she said, and [the desk would be full by May].",
        "Sgt Jo Hale, who called the result a “disgrace” at the time, said on Tuesday that [it had been right].",
        "The visitors, according to their chairman Jo Hale, had “been banging on about it”.",
    ],
)
def test_reported_statements_around_a_long_phrase_have_their_edges(parts, body):
    assert parts("indirect", body) == body


@pytest.mark.parametrize(
    "body",
    [
        "Jo Hale told a packed meeting of Hull City Council that [the desk had been resented].",
        "HMI Jo Hale told me as she left that [the next visit would be tougher].",
        "Jo Hale said that [the authority should stop asking fewer people to do more], and described it as ‘odd’.",
        "Jo Hale said there was “a lot to like” about it but [victims were too often left waiting].",
        "Jo Hale said four members had been hurt since Easter and warned that [somebody would be killed].",
        "Jo Hale told the panel that [losses had fallen by a third in Dover and in Deal and that two forces had asked to copy it].",
        "Jo Hale denies that [the force is slow to answer].",
        "Jo Hale told members the report was “a mixed bag” and that [she had asked for monthly figures].",
        "Jo Hale said [she had been troubled to hear that a girl of 13 was listed as ‘streetwise]’.",
        "Jo Hale came. In her view [the force should let visitors see the yard].",
        "The mayor rejected Jo Hale’s claim that [the brigade was short of engines].",
        "Jo Hale said [Kent Fire and Rescue had rung twice to say so].",
        "Jo Hale pointed to the trial in Hove, where, she said, [calls had fallen by a third].",
        "Jo Hale praised the desk, which, she said, [had cut the queue by half].",
        "The room, which Jo Hale said [was now fully staffed], has moved to Hove.",
        "Jo Hale is new. [She blames nobody but herself], she says, and then lists three things.",
        "Jo Hale, the mayor, called for order, reminding both that [there were victims in the room].",
        "Jo Hale closed the debate, telling members that [the figures would be back in June].",
        "Jo Hale wrote to staff, assuring them that [no posts would go].",
        "“It’s mad,” said Jo Hale, adding that [she would vote against it].",
        "“It’s mad,” said Jo Hale before warning that [it would cost lives].",
        "The cells were cold, said Jo Hale, but added that [much had been done].",
    ],
)
def test_a_statement_goes_as_far_as_the_sentence_reports(parts, body):
    assert body[body.index("[") + 1 : body.index("]")] in _texts(parts, "indirect", body)


def _texts(parts, kind, body):
    """Parts of a kind that are found in a body."""
    found = parts(kind, body)
    return [piece.partition("]")[0] for piece in found.split("[")[1:]]


@pytest.mark.parametrize(
    ("body", "pieces"),
    [
        ("A team is out. “Most owners want to get it right” ACC Jo Hale said.", 1),
        ("Jo Hale spoke. A sergeant told us, “We’re a good unit with bad desks”. It is so.", 1),
        ("ACC Jo Hale said: “It was red.\n\n“That calendar is mine now\n\nThe mayor left early.", 2),
    ],
)
def test_speech_without_its_stop_is_speech(parts, body, pieces):
    assert len(_texts(parts, "direct", body)) == pieces


@pytest.mark.parametrize(
    "body",
    [
        "The force logged three children as “absent” last year, Jo Hale said.",
        "In a report called “Who’s Special Now?”, the inspectorate says that it is late.",
        "ACC Jo Hale said: “It was.”\n\n11:05\n\n‘Believe her’\n\nACC Jo Hale says: “I do, every time.”",
    ],
)
def test_words_of_files_titles_and_headings_are_no_quotes(parts, body):
    found = _texts(parts, "direct", body) + _texts(parts, "fragment", body)
    assert not {"absent", "Who’s Special Now?", "Believe her"} & set(found)
