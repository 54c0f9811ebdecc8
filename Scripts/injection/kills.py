"""Signals at random moments: whole files, no temporaries except after KILL, and the same bytes of tunes and shards that continue."""

import random
import re
import shutil
import signal
import time

SIGNALS = [signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP]


def run(torture):
    choices = random.Random(0)
    plot = ["--hidden", "1,2,3,5,20", "--sheet", "--test-fraction", "0.3", "--json", "run.json", "--save-model", "{hidden}.json", "-q"]
    whole = torture.folder()
    start = time.monotonic()
    torture.check(torture.run(plot, whole), plot, whole, statuses={0, 1})
    duration = time.monotonic() - start
    torture.each([(choices.choice(SIGNALS), choices.random() * duration) for _ in range(60)],
                 lambda case: killed(torture, plot, *case))
    tunes(torture, choices)


def killed(torture, words, number, delay):
    folder = torture.folder()
    outcome = torture.run(words, folder, send=[(delay, number)])
    kill = number == signal.SIGKILL
    if torture.check(outcome, words, folder, signals=[number], temporaries=kill,
                     wrapper=[f"{number.name} after {delay:.3f} s:"]) and kill:
        outcome = torture.run(words, folder)
        torture.check(outcome, words, folder)
    shutil.rmtree(folder, ignore_errors=True)


def tunes(torture, choices):
    """Continues a tune that is killed again and again."""
    words = ["tune", "--hidden", "1-4", "--samples", "100", "--folds", "4", "-o", "t", "-q"]
    whole = torture.folder()
    start = time.monotonic()
    torture.check(torture.run(words, whole), words, whole, statuses={0})
    duration = time.monotonic() - start
    wanted = contents(whole)

    def continued(seed):
        choices = random.Random(seed)
        folder = torture.folder()
        for attempt in range(12):
            number = choices.choice(SIGNALS)
            outcome = torture.run(words, folder, send=[(choices.random() * duration * 0.7, number)])
            if outcome.status == 0 or not torture.check(
                    outcome, words, folder, signals=[number], temporaries=True):
                break
        torture.check(torture.run(words, folder), words, folder, statuses={0})
        torture.expect(contents(folder) == wanted, "a continued tune has other bytes", words, folder)
        shutil.rmtree(folder, ignore_errors=True)

    torture.each(range(6), continued)

    def merged(seed):
        """Continues three shards that are killed again and again, and a merge that is killed once."""
        choices = random.Random(seed)
        folder = torture.folder()
        for shard in ["1/3", "3/3", "2/3"]:
            part = [*words, "--shard", shard]
            for attempt in range(8):
                number = choices.choice(SIGNALS)
                outcome = torture.run(part, folder, send=[(choices.random() * duration / 4, number)])
                if outcome.status == 0 or not torture.check(
                        outcome, part, folder, signals=[number], temporaries=True):
                    break
            torture.check(torture.run(part, folder), part, folder, statuses={0})
        merge = [*words, "--merge"]
        number = choices.choice(SIGNALS)
        outcome = torture.run(merge, folder, send=[(choices.random() * duration / 4, number)])
        torture.check(outcome, merge, folder, signals=[number], temporaries=True)
        torture.check(torture.run(merge, folder), merge, folder, statuses={0})
        files = {name: data for name, data in contents(folder).items() if not name.endswith(".ndjson")}
        torture.expect(files == wanted, "merged shards have other bytes than one run", merge, folder)
        shutil.rmtree(folder, ignore_errors=True)

    torture.each(range(6), merged)


def contents(folder):
    """The bytes of every file, without times."""
    return {path.name: re.sub(rb'"(draw|grid|train|write)" : [^,\n]+', b"", path.read_bytes())
            for path in folder.rglob("*") if path.is_file()}
