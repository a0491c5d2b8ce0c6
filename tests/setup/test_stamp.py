"""Stamps (安装标记)."""

from pathlib import Path

from setup import stamp


def test_a_step_is_fresh_only_with_the_same_inputs(tmp_path: Path) -> None:
    folder = tmp_path / "stamps"
    assert not stamp.fresh("fonts", "a", folder)
    stamp.put("fonts", "a", folder)
    assert stamp.fresh("fonts", "a", folder)
    assert not stamp.fresh("fonts", "b", folder)


def test_a_cleared_step_is_done_again(tmp_path: Path) -> None:
    stamp.put("fonts", "a", tmp_path)
    stamp.clear("fonts", tmp_path)
    stamp.clear("fonts", tmp_path)
    assert not stamp.fresh("fonts", "a", tmp_path)


def test_the_digest_follows_the_content_of_a_file(tmp_path: Path) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text("Flask==3.1.3")
    before = stamp.digest([lock, "cpython-311"])
    assert before == stamp.digest([lock, "cpython-311"])
    lock.write_text("Flask==3.1.4")
    assert stamp.digest([lock, "cpython-311"]) != before


def test_the_digest_keeps_inputs_apart() -> None:
    assert stamp.digest(["ab", "c"]) != stamp.digest(["a", "bc"])
    assert stamp.digest(["a", "b"]) != stamp.digest(["b", "a"])


def test_a_stamp_holds_a_chinese_folder_name(tmp_path: Path) -> None:
    stamp.put("venv", "cpython-311 /srv/执法", tmp_path)
    assert stamp.fresh("venv", "cpython-311 /srv/执法", tmp_path)
