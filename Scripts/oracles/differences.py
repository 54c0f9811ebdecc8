"""Prints how the fixtures in the work tree differ from those in git; ends with status 1 if it is more than rounding."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Processors add and multiply in different orders; from a difference of this size on, something else has changed.
ROUNDING = 1e-9


def git(*arguments):
    return subprocess.run(["git", *arguments], cwd=ROOT, check=True, capture_output=True).stdout


def difference(old, new, where=""):
    """The largest difference of two numbers at the same place, relative where they exceed 1, and the place."""
    if isinstance(old, dict) and isinstance(new, dict) and old.keys() == new.keys():
        return max((difference(old[key], new[key], f"{where}.{key}") for key in old), default=(0, where))
    if isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        pairs = enumerate(zip(old, new))
        return max((difference(*pair, f"{where}[{index}]") for index, pair in pairs), default=(0, where))
    if old == new:
        return 0, where
    if isinstance(old, (int, float)) and isinstance(new, (int, float)):
        return abs(old - new) / max(1, abs(old), abs(new)), where
    return float("inf"), where


def describe(path):
    """The message about a changed fixture, and whether the change is rounding alone."""
    if not (ROOT / path).exists():
        return "is gone", False
    new = (ROOT / path).read_bytes()
    try:
        old = git("show", f"HEAD:{path}")
    except subprocess.CalledProcessError:
        return "is new", False
    if not path.endswith(".json"):
        return "differs", False
    old, new = json.loads(old), json.loads(new)
    versions = "" if old.pop("versions", None) == new.pop("versions", None) else " (and other versions)"
    largest, where = difference(old, new)
    if largest == float("inf"):
        return f"differs in {where.lstrip('.') or 'its keys'}{versions}", False
    if largest == 0:
        return f"has the same numbers{versions}", True
    return f"differs by at most {largest:.1e}, at {where.lstrip('.')}{versions}", largest <= ROUNDING


changed = git("status", "--porcelain", "-z", "--untracked-files=all", "--", "Tests/*/Fixtures/*").decode()
paths = [entry[3:] for entry in changed.split("\0") if entry]
verdicts = {path: describe(path) for path in paths}
for path, (words, _) in sorted(verdicts.items()):
    print(f"{path} {words}")
if not paths:
    print("Every fixture is the one in git, byte for byte.")
sys.exit(0 if all(same for _, same in verdicts.values()) else 1)
