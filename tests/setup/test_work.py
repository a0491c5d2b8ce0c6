"""Work (安装过程)."""

import fcntl
import sys
from pathlib import Path

import pytest

from setup import work
from setup.place import MADE
from setup.work import SetupError, alone, run, step


def test_a_program_that_fails_is_named_with_its_last_lines() -> None:
    with pytest.raises(SetupError, match=r"(?s)退出码 4.*no such package"):
        run([sys.executable, "-c", "import sys; print('no such package'); sys.exit(4)"])


def test_a_program_that_succeeds_returns_what_it_printed() -> None:
    assert run([sys.executable, "-c", "import os; print(os.environ['LANGUAGE_OF_LAW'])"], env={"LANGUAGE_OF_LAW": "中文"}).strip() == "中文"


def test_a_step_that_fails_is_not_announced_as_done(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SetupError), step("字体"):
        raise SetupError("缺少字体")
    assert "✓" not in capsys.readouterr().out


def test_two_setups_do_not_run_at_the_same_time() -> None:
    with alone(), (MADE / "lock").open() as second, pytest.raises(BlockingIOError):
        fcntl.flock(second, fcntl.LOCK_EX | fcntl.LOCK_NB)


def test_programs_trust_whom_the_machine_trusts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    authorities = tmp_path / "ca-certificates.crt"
    authorities.touch()
    monkeypatch.setattr(work, "_TRUSTED", authorities)
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    monkeypatch.setenv("NODE_EXTRA_CA_CERTS", "/own.crt")
    said = run([sys.executable, "-c", "import os; print(os.environ['SSL_CERT_FILE'], os.environ['NODE_EXTRA_CA_CERTS'])"])
    assert said.split() == [str(authorities), "/own.crt"]
