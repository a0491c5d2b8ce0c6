"""The register of operations knows names, inputs and returned values."""

from collections.abc import Iterator, Mapping

import pytest

from engine.work import Work
from engine.workflow.operations import OPERATIONS, Operation, operation
from engine.workflow.value import Scalar


@pytest.fixture(autouse=True)
def own_register() -> Iterator[None]:
    """Leave the register as it was."""
    before = dict(OPERATIONS)
    yield
    OPERATIONS.clear()
    OPERATIONS.update(before)


def write(work: Work, case_id: str, inputs: Mapping[str, str], values: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    return {"document": case_id}


def test_a_handler_is_registered_and_stays_a_function() -> None:
    assert operation("poem.write", returns=("document",), inputs=("template",))(write) is write
    assert OPERATIONS["poem.write"] == Operation("poem.write", write, ("document",), ("template",))


@pytest.mark.parametrize("name", ["poem", "Poem.write", "poem.write.again", "os.system()", ""])
def test_a_name_is_noun_and_verb(name: str) -> None:
    with pytest.raises(ValueError, match="badly named"):
        operation(name)(write)


def test_a_name_is_taken_once() -> None:
    operation("poem.write")(write)
    with pytest.raises(ValueError, match="taken"):
        operation("poem.write")(write)
