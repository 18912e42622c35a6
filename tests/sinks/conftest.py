import pytest


@pytest.fixture(scope="module")
def sample_run(tmp_path_factory):
    """The folder of a run over the samples and a row with an id."""
    from extract.engines.engine import Orders
    from extract.engines.inline import Inline
    from extract.engines.run import run_batch
    from extract.sources.files import Item, read_inputs

    folder = tmp_path_factory.mktemp("run")
    odd = 'Fire crews rescue a cat\n\nA crew said: “=1+1; it, "was" high up,” said Ann Example, a watch manager.\n'
    items = [*read_inputs(["samples/dev"]), Item("rows:1", odd.encode(), "text/plain", given={"id": 7, "site": "x"})]
    run_batch(items, folder, Orders(), Inline(Orders()))
    return folder
