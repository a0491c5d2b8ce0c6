"""The command line (命令行): what `./zhifa <command>` does once everything is set up."""

import sys
from datetime import datetime
from pathlib import Path

import click

from web.settings import Settings, SettingsError, read_settings

ROOT = Path(__file__).resolve().parents[1]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """执法 Zhifa：行政执法办案 · administrative enforcement cases."""


@main.command()
@click.option("--empty", is_flag=True, help="不装演示城市：只发布依据和流程，人员用 user add 登记。Start without the demonstration city.")
def serve(*, empty: bool) -> None:
    """启动服务 Serve the application, with the demonstration city unless --empty or ZHIFA_DEMO=0."""
    from web.server import serve as run_server

    settings = _settings(demonstration=not empty)
    run_server(settings, say=click.echo)


@main.command()
@click.option("--cases", type=click.IntRange(1, 1_000_000), help="案件总数，超出演示案件的部分成批生成。How many cases, generated ones included.")
def demo(cases: int | None) -> None:
    """演示城市 Fill the demonstration city into an empty data folder, or go on where it was broken off."""
    from web.demo import fill

    try:
        settings = _settings(demonstration=True)
        if not fill(settings, say=click.echo, cases=cases):
            click.echo(f"{settings.data}里已有人员，没有再建。要另建一个，请先换一个空的 ZHIFA_DATA。")
    except SettingsError as error:
        raise click.ClickException(str(error)) from error


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def scenario(files: tuple[Path, ...]) -> None:
    """演练场景 Play scenario FILES against the real engine; exit 1 at the first difference, said in words.

    A file may begin where another one ends, by `from: FILE`, which is looked for beside it.
    """
    from web.rehearsal import rehearse

    failures = [failure for file in files if (failure := rehearse(file, say=click.echo)) is not None]
    for failure in failures:
        click.echo(failure, err=True)
    sys.exit(1 if failures else 0)


@main.group()
def processes() -> None:
    """流程 Check the processes."""


@processes.command("lint")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
def lint_processes(files: tuple[Path, ...]) -> None:
    """检查流程 Lint the processes (all, or FILES): one line per finding (file: element: reason), exit 1 if there is one."""
    from web.catalogue import lint_files

    findings = lint_files(files or tuple(sorted((ROOT / "processes").glob("*.bpmn"))))
    for finding in findings:
        click.echo(str(finding))
    if not findings:
        click.echo("流程检查通过")
    sys.exit(1 if findings else 0)


@processes.command("explore")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--seconds", type=click.IntRange(1, 3600), default=60, show_default=True, help="最多走这么多秒。How long to walk at most.")
@click.option("--stories", multiple=True, type=click.Path(path_type=Path, exists=True), help="演练的场景：文件或目录。Scenarios whose share is told.")
def explore_processes(files: tuple[Path, ...], seconds: int, stories: tuple[Path, ...]) -> None:
    """走查流程 Walk every state of the processes (all, or FILES) over the engine; exit 1 where one cannot come to an end.

    With --stories: play these scenarios too, as far as the time reaches, and say which sequence flows none of them takes.
    """
    from time import monotonic

    from web.catalogue import explore_files
    from web.coverage import cover

    begun, sound = monotonic(), True
    # The small ones first: what they leave of their share, the large ones get.
    chosen = sorted(files or (ROOT / "processes").glob("*.bpmn"), key=lambda file: (file.stat().st_size, file.name))
    for number, file in enumerate(chosen, 1):
        until = begun + seconds * number / len(chosen)
        for found in explore_files([file], go_on=lambda until=until: monotonic() < until):  # type: ignore[misc]  # A default that binds.
            for line in found.lines():
                click.echo(line)
            sound = sound and found.sound
    if stories:
        played = [story for path in stories for story in (sorted(path.glob("*.yaml")) if path.is_dir() else [path])]
        for line in (line for taken in cover(chosen, played, go_on=lambda: monotonic() < begun + seconds, say=click.echo) for line in taken.lines()):
            click.echo(line)
    sys.exit(0 if sound else 1)


@main.group()
def journal() -> None:
    """日志 The memory of the house."""


@journal.command("verify")
@click.argument("case", required=False)
def verify_journal(case: str | None) -> None:
    """校验日志 Verify the chain, the tables and the processes of all streams, or of one CASE (id or number); exit 1 if a fault is found."""
    from web.verification import verify

    sys.exit(0 if verify(_settings(), case, say=click.echo) else 1)


@main.group()
def audit() -> None:
    """核查 What the journal says, read a second time."""


@audit.command("invariants")
@click.argument("case", required=False)
def audit_invariants(case: str | None) -> None:
    """核查不变量 Ask the invariants of the law of all cases, or of one CASE (id or number); exit 1 if one is broken."""
    from web.verification import inspect

    sys.exit(0 if inspect(_settings(), case, say=click.echo) else 1)


@main.command("index")
def rebuild_index() -> None:
    """重建检索 Make the index of the search anew from the cases."""
    from web.verification import rebuild

    rebuild(_settings(), say=click.echo)


@main.command()
@click.argument("name")
@click.option("--json", "as_json", is_flag=True, help="输出一个JSON对象 Print one JSON object.")
def bench(name: str, *, as_json: bool) -> None:
    """测量 Take the measurement NAME and print its figures as `name value unit`."""
    import bench as benches

    if name not in benches.BENCHES:
        raise click.UsageError(f"没有名为{name}的测量；有：{'、'.join(sorted(benches.BENCHES))}")
    benches.run(name, as_json)


@main.command("settings")
def list_settings() -> None:
    """设置 List every setting with its present value; secrets are not shown."""
    for variable, value in _settings().lines():
        click.echo(f"{variable}={value}")


@main.command()
def check() -> None:
    """检查部署 Check that this installation may serve: settings, database, fonts, files, journal."""
    from web.verification import check_installation

    sys.exit(0 if check_installation(_settings(), say=click.echo) else 1)


@main.group()
def user() -> None:
    """人员 Manage people."""


@user.command("add")
@click.argument("login")
@click.argument("name")
@click.option("--role", "roles", multiple=True, required=True, help="角色，可多次给出，如 officer、head、security_admin。")
@click.option("--district", help="辖区代码，如 donghu。")
@click.option("--squad", help="中队代码，如 donghu-1。")
@click.option("--certificate", help="执法证号。")
@click.option("--from", "valid_from", type=click.DateTime(["%Y-%m-%d"]), help="执法证有效期自。")
@click.option("--until", "valid_until", type=click.DateTime(["%Y-%m-%d"]), help="执法证有效期至。")
@click.option("--licence", help="法律职业资格证书号（法制审核员）。")
@click.option("--system", is_flag=True, help="系统账号：没有密码，不能登录，只用访问令牌。An account without password, for tokens only.")
@click.option("--password", help="初始口令；首次登录须更换。不给出则询问。")
def add_user(
    login: str,
    name: str,
    roles: tuple[str, ...],
    district: str | None,
    squad: str | None,
    password: str | None,
    *,
    system: bool,
    **certificate: object,
) -> None:
    """登记人员 Give a person an account; the password must be changed at the first log-in."""
    from web.account import add

    if system:
        password = None
    elif password is None:
        password = click.prompt("Password", hide_input=True, confirmation_prompt=True)
    click.echo(add(_settings(), login=login, name=name, roles=roles, district=district, squad=squad, password=password, certificate=certificate))


@user.command("list")
def list_users() -> None:
    """列出人员 List the accounts."""
    from web.account import listing

    for line in listing(_settings()):
        click.echo(line)


@main.group()
def token() -> None:
    """访问令牌 Manage access tokens."""


@token.command("issue")
@click.argument("login")
@click.argument("name")
@click.option("--scope", "scopes", multiple=True, required=True, help="权限，可多次给出，如 read、task.write。")
@click.option("--until", "expires_on", type=click.DateTime(["%Y-%m-%d"]), required=True, help="最后有效日。")
def issue_token(login: str, name: str, scopes: tuple[str, ...], expires_on: datetime) -> None:
    """签发令牌 Print a new token for the system account LOGIN; NAME says what it is for. It is shown this once."""
    from web.token import issue

    click.echo(issue(_settings(), login=login, name=name, scopes=scopes, expires_on=expires_on.date()))


@token.command("list")
def list_tokens() -> None:
    """列出令牌 List the tokens: id, account, purpose, scopes, last day, state."""
    from web.token import listing

    for line in listing(_settings()):
        click.echo(line)


@token.command("revoke")
@click.argument("token_id")
def revoke_token(token_id: str) -> None:
    """注销令牌 End a token at once, by its id."""
    from web.token import revoke

    revoke(_settings(), token_id)
    click.echo("令牌已注销。")


@main.group()
def partner() -> None:
    """部门接口 Manage the keys of other departments' machines."""


@partner.command("issue")
@click.argument("code")
@click.option("--overlap", type=click.IntRange(0, 30), default=7, show_default=True, help="旧密钥再用多少日。Days for which the old key is good.")
def issue_partner_key(code: str, overlap: int) -> None:
    """生成密钥 Print a new key for the department CODE. It is shown this once."""
    from web.partner_key import issue

    click.echo(issue(_settings(), code, overlap))


@partner.command("list")
def list_partner_keys() -> None:
    """列出密钥 List the departments with an API, and their keys: id, mark, when made, until when, state."""
    from web.partner_key import listing

    for line in listing(_settings()):
        click.echo(line)


@partner.command("revoke")
@click.argument("key_id")
def revoke_partner_key(key_id: str) -> None:
    """注销密钥 End a key at once, by its id."""
    from web.partner_key import revoke

    revoke(_settings(), key_id)
    click.echo("密钥已注销。")


def _settings(*, demonstration: bool | None = None) -> Settings:
    try:
        return read_settings(demonstration=demonstration)
    except SettingsError as error:
        raise click.ClickException(str(error)) from error


if __name__ == "__main__":
    main(prog_name="./zhifa")
