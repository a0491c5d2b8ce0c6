from tests.forms.filled import fill, refused


def test_a_transfer_arrived_somewhere() -> None:
    assert fill("transfer").values["recipient"] == "江川市公安局"
    assert set(refused("transfer", {})) == {"recipient", "reason", "receipt_no", "delivered_on"}
