"""Settings (设置): everything that the environment decides, named once."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from environs import Env, EnvError

DEFAULT_SECRET = "only-for-the-demonstration-not-a-secret"  # noqa: S105  # Known to everybody, and refused outside the demonstration.
"""The key of the demonstration's sessions; the server refuses it anywhere else."""


class SettingsError(Exception):
    """A setting is missing or wrong; the message is Chinese and says how to put it right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How this installation runs."""

    data: Path
    """ZHIFA_DATA: the folder of the database and the files (default ./var)."""
    database: str
    """ZHIFA_DATABASE: SQLAlchemy address of the database (default: SQLite in the data folder)."""
    secret: str
    """ZHIFA_SECRET: the key that signs sessions, at least 32 characters; needed outside the demonstration."""
    demonstration: bool
    """ZHIFA_DEMO: whether the demonstration city with its public passwords may be served (default: what the command says)."""
    host: str
    """ZHIFA_HOST: the address to listen on (default 127.0.0.1)."""
    port: int
    """ZHIFA_PORT: the port to listen on (default 8000)."""
    public_url: str
    """ZHIFA_PUBLIC_URL: the address that citizens reach, printed in QR codes (default http://127.0.0.1:8000)."""
    https: bool
    """ZHIFA_HTTPS: whether the server is reached by HTTPS, so that cookies and headers demand it (default: false on loopback)."""
    threads: int
    """ZHIFA_THREADS: threads that answer requests (default 8)."""

    api_rate: int
    """ZHIFA_API_RATE: requests that one access token may make in a minute, counted in each process by itself (default 600)."""

    def check(self) -> None:
        """Refuse with SettingsError what must not run outside the demonstration."""
        if not self.demonstration and (self.secret == DEFAULT_SECRET or len(self.secret) < 32):
            raise SettingsError(
                "ZHIFA_SECRET 未设置、过短或者仍是演示用的值。请设置至少32个字符的随机值，例如："
                "export ZHIFA_SECRET=$(python3 -c 'import secrets; print(secrets.token_urlsafe(48))')"
            )

    def lines(self) -> Iterator[tuple[str, str]]:
        """Yield each setting by its variable, with the secret hidden."""
        for item in fields(self):
            value: Any = getattr(self, item.name)
            name = {"demonstration": "ZHIFA_DEMO"}.get(item.name, f"ZHIFA_{item.name.upper()}")
            yield name, ("（演示用，不安全）" if value == DEFAULT_SECRET else "（已设置）") if item.name == "secret" else str(value)


def read_settings(*, demonstration: bool | None = None) -> Settings:
    """Return the settings of the environment; `demonstration` is what the command says when ZHIFA_DEMO is silent."""
    env = Env()
    try:
        data = Path(env.str("ZHIFA_DATA", "var")).absolute()
        port = env.int("ZHIFA_PORT", 8000)
        return Settings(
            data=data,
            database=env.str("ZHIFA_DATABASE", f"sqlite:///{data / 'zhifa.sqlite'}"),
            secret=env.str("ZHIFA_SECRET", DEFAULT_SECRET),
            demonstration=env.bool("ZHIFA_DEMO", bool(demonstration)),
            host=env.str("ZHIFA_HOST", "127.0.0.1"),
            port=port,
            public_url=env.str("ZHIFA_PUBLIC_URL", f"http://127.0.0.1:{port}").rstrip("/"),
            https=env.bool("ZHIFA_HTTPS", default=False),
            threads=env.int("ZHIFA_THREADS", 8),
            api_rate=env.int("ZHIFA_API_RATE", 600),
        )
    except EnvError as error:
        raise SettingsError(f"环境变量的值不对：{error}") from error
