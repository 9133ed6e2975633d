"""Time and memory of whole runs over many drafts, beside two other linters.

    npm install autocorrect-node && pip install typos      # into any folder, then put their programs on the path
    cargo build --release
    python3 benches/peers.py DRAFTS [--count 2000] [--rounds 5] [--hegao target/release/hegao]

DRAFTS is a folder of .txt drafts, which are copied (each copy told apart by a line of its own) until there are as many
as wanted. The programs take turns, so that a busy moment of the machine falls on all of them. autocorrect looks at
spaces and punctuation and typos at English words: the figures say what a check costs, not what it finds.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import tempfile
import time
from pathlib import Path


def drafts(source, count, folder):
    files = sorted(Path(source).glob("*.txt"))
    total = 0
    for number in range(count):
        file = files[number % len(files)]
        text = file.read_bytes() + f"\n第{number}份\n".encode()
        (folder / f"{number:06}.txt").write_bytes(text)
        total += len(text)
    return total


def run(command, folder):
    """Seconds by the clock, seconds of all processors, and peak memory in MiB."""
    with open(os.devnull, "wb") as nowhere:
        start = time.monotonic()
        process = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=nowhere, stderr=nowhere)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - start
    code = os.waitstatus_to_exitcode(status)
    if code < 0 or code > 2:
        raise SystemExit(f"{command[0]} ended with {code}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("drafts")
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--hegao", default="target/release/hegao")
    args = parser.parse_args()
    commands = {
        "hegao": [os.path.abspath(args.hegao), "lint", "--no-config", "--format", "jsonl", "--fail-on", "never"],
        "autocorrect": ["autocorrect", "--lint", "--format", "json", "."],
        "typos": ["typos", "--format", "json", "."],
    }
    commands = {name: command for name, command in commands.items() if shutil.which(command[0])}
    with tempfile.TemporaryDirectory() as folder:
        size = drafts(args.drafts, args.count, Path(folder))
        print(f"{args.count} drafts, {size / 1e6:.1f} MB, {args.rounds} rounds after one to warm up")
        taken = {name: [] for name in commands}
        for turn in range(args.rounds + 1):
            for name, command in commands.items():
                figures = run(command, folder)
                if turn:
                    taken[name].append(figures)
    print(f"{'':12} {'seconds':>8} {'(least)':>8} {'cpu s':>8} {'MiB':>8} {'drafts/s':>9} {'MB/s':>7} {'time, to hegao':>15}")
    base = None
    for name, figures in taken.items():
        seconds, cpu, memory = (statistics.median(column) for column in zip(*figures))
        base = base or seconds
        least = min(figures)[0]
        speed = f"{args.count / seconds:9.0f} {size / 1e6 / seconds:7.1f}"
        print(f"{name:12} {seconds:8.2f} {least:8.2f} {cpu:8.2f} {memory:8.0f} {speed} {seconds / base:14.2f}×")


if __name__ == "__main__":
    main()
