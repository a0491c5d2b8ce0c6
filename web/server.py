"""The server (服务): everything opened in order, checked, and served by waitress until it is told to stop."""

import signal
import sys
from collections.abc import Callable

from waitress import create_server

from engine.actor import SYSTEM
from engine.queries.person import DemonstrationAccounts, People
from web import city, demo, jobs
from web.app import create_app
from web.house import House, open_house
from web.settings import Settings, SettingsError


def serve(settings: Settings, *, say: Callable[[str], object]) -> None:
    """Serve until SIGINT or SIGTERM; exits with 2 where the installation must not be served."""
    try:
        settings.check()
        house = prepared(settings, say)
    except SettingsError as error:
        say(str(error))
        sys.exit(2)
    scheduler = jobs.start(house)
    server = create_server(create_app(house), host=settings.host, port=settings.port, threads=settings.threads, ident=None)
    say(f"执法已启动：http://{settings.host}:{settings.port}（按 Ctrl-C 停止）")
    signal.signal(signal.SIGTERM, _stop)
    try:
        server.run()
    except (KeyboardInterrupt, SystemExit):
        say("正在停止……")
    finally:
        server.close()
        scheduler.shutdown(wait=True)
        house.close()


def prepared(settings: Settings, say: Callable[[str], object]) -> House:
    """Return the house as it is served, the demonstration with its city.

    Whatever law and processes came with a newer version of the program and are not published yet, are published now: a database of before
    would lack tables that the rules ask for. Raises SettingsError where accounts of the demonstration would be served outside it.
    """
    if settings.demonstration:
        demo.fill(settings, say=say)
    house = open_house(settings)
    accounts = () if settings.demonstration else house.engine.ask(DemonstrationAccounts(), SYSTEM)
    if accounts:
        house.close()
        raise SettingsError(f"数据库中有{len(accounts)}个口令公开的演示账号，不能在演示之外启动。请换一个空的 ZHIFA_DATA，或者以演示方式启动。")
    city.publish_law(house)
    if not house.engine.ask(People(), SYSTEM):
        say("还没有人员。请先登记：./zhifa user add 登录名 姓名 --role security_admin")
    return house


def _stop(_signal: int, _frame: object) -> None:
    raise SystemExit(0)
