#!/usr/bin/env python3.13
"""Records what CPython 3.13 answers to every script of the test suite.

    python3.13 tests/record.py                   record everything
    python3.13 tests/record.py pickle ints       record these areas
    python3.13 tests/record.py pickle/memo.py    record this script
    python3.13 tests/record.py --check           run, compare, write nothing

A script is `tests/scripts/AREA/NAME.py` or `examples/NAME.py` (recorded in
`tests/scripts/examples/`). A file named `*_module.py` and everything in a folder
of an area is there to be imported. Beside a script may lie

    NAME.in      its standard input (default: empty)
    NAME.args    its arguments, one a line

and the recorder writes

    NAME.out     standard output, always
    NAME.err     standard error, if there is any
    NAME.status  the exit status, unless it is 0

The script runs in a copy of its folder, so that it may write files. Where that
copy's path shows (a traceback names the script by its full path) the recording
says `$DIR`.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = ROOT / "tests" / "scripts"
EXAMPLES = ROOT / "examples"
VERSION = (3, 13)
SECONDS = 60


def all_scripts():
    """Every (script, folder of its recordings), in order."""
    areas = [area for area in sorted(SCRIPTS.iterdir()) if area.is_dir()]
    for area in areas:
        for script in sorted(area.glob("*.py")):
            if not script.stem.endswith("_module"):
                yield script, area
    for script in sorted(EXAMPLES.glob("*.py")):
        yield script, SCRIPTS / "examples"


def chosen(scripts, names):
    """The scripts that `names` select: `AREA` or `AREA/NAME.py`; all if there are none."""
    if not names:
        return list(scripts)
    known = list(scripts)
    result = []
    for name in names:
        found = [pair for pair in known if name in (pair[1].name, f"{pair[1].name}/{pair[0].name}")]
        if not found:
            sys.exit(f"record.py: no area and no script is named {name!r}")
        result += found
    return result


def run(script, notes, hash_seed):
    """Runs `script` and returns the contents of its recordings by suffix, None for no file."""
    given = notes / (script.stem + ".in")
    args = notes / (script.stem + ".args")
    environment = {
        "PATH": os.environ["PATH"],
        "NO_COLOR": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONHASHSEED": hash_seed,
        "PYTHONUTF8": "1",
    }
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary).resolve() / script.parent.name
        shutil.copytree(script.parent, folder)
        done = subprocess.run(
            [sys.executable, script.name, *(args.read_text().splitlines() if args.exists() else [])],
            cwd=folder,
            env=environment,
            input=given.read_bytes() if given.exists() else b"",
            capture_output=True,
            timeout=SECONDS,
        )
    folder = str(folder).encode()
    return {
        ".out": done.stdout.replace(folder, b"$DIR"),
        ".err": done.stderr.replace(folder, b"$DIR") or None,
        ".status": f"{done.returncode}\n".encode() if done.returncode else None,
    }


def record(script, notes, check):
    """Records `script` (or only compares) and returns the complaints."""
    first, second = run(script, notes, "1"), run(script, notes, "2")
    name = f"{notes.name}/{script.name}"
    if first != second:
        return [f"{name}: two runs differ: it shows an address or a hash order"]
    complaints = []
    notes.mkdir(exist_ok=True)
    for suffix, contents in first.items():
        path = notes / (script.stem + suffix)
        recorded = path.read_bytes() if path.exists() else None
        if recorded == contents:
            continue
        if check:
            complaints.append(f"{path.relative_to(ROOT)} isn't what CPython answers")
        elif contents is None:
            path.unlink()
        else:
            path.write_bytes(contents)
            print("recorded", path.relative_to(ROOT))
    return complaints


def orphans():
    """Recordings, inputs and arguments whose script is gone."""
    expected = {(notes, script.stem) for script, notes in all_scripts()}
    for path in sorted(SCRIPTS.glob("*/*")):
        if path.suffix in (".out", ".err", ".status", ".in", ".args"):
            if (path.parent, path.stem) not in expected:
                yield f"{path.relative_to(ROOT)} belongs to no script"


def main(arguments):
    """Returns the exit status: 1 if anything is to be complained about."""
    if sys.version_info[:2] != VERSION or sys.implementation.name != "cpython":
        sys.exit("record.py: recordings are made with CPython %d.%d" % VERSION)
    check = "--check" in arguments
    names = [name for name in arguments if name != "--check"]
    pairs = chosen(all_scripts(), names)
    with ThreadPoolExecutor(2) as pool:
        found = pool.map(lambda pair: record(*pair, check), pairs)
        complaints = [complaint for several in found for complaint in several]
    complaints += orphans()
    for complaint in complaints:
        print(complaint, file=sys.stderr)
    print(f"{len(pairs)} scripts, {len(complaints)} complaints")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
