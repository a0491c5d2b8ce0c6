"""Commands (命令): what ./zhifa understands, each with its line of help."""

import sys
from typing import NamedTuple


class Command(NamedTuple):
    """A command of the launcher: its Chinese and English line, and what `python -m web.cli` calls it."""

    chinese: str
    english: str
    delegate: tuple[str, ...] = ()


COMMANDS = {
    "run": Command("启动服务 http://127.0.0.1:8000（首次自动安装）", "serve the application; the first call sets everything up", ("serve",)),
    "test": Command("运行持续集成的全部检查；可给测试路径", "run everything that CI runs, or pytest on the paths given"),
    "setup": Command("只做安装", "only set up"),
    "lock": Command("重新生成锁定文件", "write the lock files anew"),
    "demo": Command("演示城市", "fill the demonstration city", ("demo",)),
    "scenario": Command("运行办案情景", "play scenarios of cases", ("scenario",)),
    "processes": Command("检查、走查流程", "lint and explore the processes", ("processes",)),
    "journal": Command("校验日志", "verify the journal", ("journal",)),
    "audit": Command("核查不变量", "check the invariants of the law", ("audit",)),
    "index": Command("重建检索", "make the index of the search anew", ("index",)),
    "bench": Command("测量性能", "measure", ("bench",)),
    "settings": Command("列出设置项", "list the settings", ("settings",)),
    "check": Command("检查部署环境", "check a deployment", ("check",)),
    "user": Command("管理用户", "manage users", ("user",)),
    "partner": Command("管理部门接口密钥", "manage the keys of other departments' machines", ("partner",)),
    "token": Command("管理访问令牌", "manage access tokens", ("token",)),
}


def is_delegated(name: str) -> bool:
    """Tell whether the application carries the command out; it also answers names that nobody knows."""
    return name not in COMMANDS or bool(COMMANDS[name].delegate)


def delegate(words: list[str]) -> list[str]:
    """Return the words for `python -m web.cli`."""
    name, *rest = words
    return [*(COMMANDS[name].delegate if name in COMMANDS else (name,)), *rest]


def help_text() -> str:
    """Return the list of commands, one line each."""
    lines = [f"  ./zhifa {name:<10} {command.chinese} · {command.english}" for name, command in COMMANDS.items()]
    return "\n".join(["执法 Zhifa：行政执法办案 · administrative enforcement cases", "", *lines, "", "./zhifa 命令 --help 给出每个命令的用法。"])


def print_help(name: str | None = None) -> None:
    """Print the help of one of the launcher's own commands, or of all."""
    text = help_text() if name is None else f"./zhifa {name}：{COMMANDS[name].chinese}\n{COMMANDS[name].english}"
    sys.stdout.write(text + "\n")
