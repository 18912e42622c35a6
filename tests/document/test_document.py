from dataclasses import asdict
from typing import get_args

import pytest

from extract.document.document import Block, BlockKind, Document, Flaw, Metadata


def test_a_block_alone_has_no_lead_no_level_no_cells():
    assert Block("paragraph", 0, 4)._asdict() == {
        "kind": "paragraph",
        "start": 0,
        "end": 4,
        "lead": -1,
        "level": 0,
        "cells": (),
        "group": 0,
        "mark": "",
    }


def test_a_document_that_says_nothing_of_itself():
    document = Document("Kent", ())
    assert set(asdict(document.metadata).values()) == {None}
    assert (document.media_type, document.flaws, document.path) == ("text/plain", (), "")


@pytest.mark.parametrize(
    ("part", "name"),
    [
        (Document("Kent", ()), "text"),
        (Block("paragraph", 0, 4), "start"),
        (Metadata(title="Kent"), "title"),
        (Flaw("V103", "odd", 0, 1), "end"),
    ],
)
def test_nothing_of_a_document_can_be_changed(part, name):
    with pytest.raises(AttributeError):
        setattr(part, name, None)


def test_every_kind_of_block_can_come_out_of_an_article(forms):
    from extract.document.plain import read_text

    text = (
        "Home > News > Crime\n\nKent Police told to answer faster\n\nA county of callers waits too long, it is said in a report\n\n"
        "By Ann Lee\n\n24 November 2025\n\nInspectors found that the force answers its callers too slowly.\n\n"
        "Picture: Kent Police\n\nWhat must change\n\n- answer calls\n\nArea\tGrade\nCustody\tGood\n"
    )
    assert {block.kind for block in read_text(text, forms).blocks} == set(get_args(BlockKind))
