"""Coverage (覆盖): how much of the processes the scenarios take."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from engine.proof.replay import rerun_all
from engine.workflow.passage import Passages, Share, share
from web.catalogue import read_charts
from web.rehearsal import founded_city, stage
from web.scenario import play, read_scenario


def cover(files: Sequence[Path], stories: Sequence[Path], *, go_on: Callable[[], bool], say: Callable[[str], object]) -> Iterator[Share]:
    """Play stories as long as `go_on` says, and yield how much of each process they took.

    What a story moved is run again from its journal, so that nothing of the engine looks on while it is played.

    Raises:
        ScenarioError: a story cannot be read.
        DifferenceError: a story does not play as it is written.
    """
    passages = Passages(read_charts(files))
    played = 0
    with founded_city() as founded:
        for story in stories:
            if not go_on():
                break
            scenario = read_scenario(story)
            with stage(founded) as (house, clock):
                play(scenario, house, clock)
                with house.database.reading() as connection:
                    rerun_all(connection, passages.watch)
            played += 1
    say(f"演练场景{played}个" if played == len(stories) else f"时间已到，只演练了{len(stories)}个场景中的{played}个")
    yield from (share(passages.charts[file.stem], passages) for file in files)
