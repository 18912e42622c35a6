"""In which turn each lesson is left out."""

from extract.training.lessons import Lesson
from extract.training.training import EMPTY, FOLDS, _turns


def lesson(name: str, style: str, *, whole: bool) -> Lesson:
    gold = dict(EMPTY) if whole else {"grades": []}
    return Lesson(name, style, None, gold, None)  # type: ignore[arg-type]  # neither text nor Doc is looked at


def test_articles_of_a_style_are_left_out_together_and_passages_spread():
    articles = [lesson(f"{style}-{n}", style, whole=True) for style in ("news", "trade") for n in range(3)]
    passages = [lesson(f"p{n}", "grades", whole=False) for n in range(4)]
    turns = _turns([*articles, *passages])
    assert [sorted({one.style for one in turn} - {"grades"}) for turn in turns] == [["news"], ["trade"]]
    assert [sum(one.style == "grades" for one in turn) for turn in turns] == [2, 2]


def test_lessons_of_one_style_are_left_out_in_eight_turns():
    turns = _turns([lesson(f"news-{n:02}", "news", whole=True) for n in range(20)])
    assert len(turns) == FOLDS
    assert sorted(one.name for turn in turns for one in turn) == [f"news-{n:02}" for n in range(20)]
