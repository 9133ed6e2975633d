"""Checks a folder of drafts on Spark: each partition is piped through one hegao process.

    pip install pyspark            # and a Java runtime
    python check.py DRAFTS [--workers 2] [--copies 1] [--compare]

Prints a line of JSON with what was done; --compare runs hegao on the same folder directly and fails when the findings
differ.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections import Counter
from urllib.parse import unquote, urlparse

from pyspark.sql import SparkSession

HEGAO = os.environ.get("HEGAO", "hegao")
# Findings are results here, not failures of the job.
FILTER = f"{HEGAO} lint --stdin-format jsonl --no-config --fail-on never"


def question(draft):
    name, text = draft
    return json.dumps({"id": name, "text": text}, ensure_ascii=False)


def findings(line):
    """(name of the draft, rule, first byte) of each finding in an answer."""
    answer = json.loads(line)
    if "error" in answer:
        raise ValueError(f"{answer['id']}: {answer['error']}")
    name = os.path.basename(unquote(urlparse(answer["id"]).path))
    return [(name, found["rule"], found["range"]["start"]["byte"]) for found in answer["findings"]]


def direct(folder):
    command = [HEGAO, "lint", "--format", "jsonl", "--no-config", "--fail-on", "never", folder]
    lines = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout.decode().splitlines()
    found = map(json.loads, lines)
    return Counter((os.path.basename(one["path"]), one["rule"], one["range"]["start"]["byte"]) for one in found)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--copies", type=int, default=1, help="check every draft so many times, to measure")
    parser.add_argument("--compare", action="store_true")
    args = parser.parse_args()

    builder = SparkSession.builder.master(f"local[{args.workers}]").appName("hegao")
    spark = builder.config("spark.ui.enabled", "false").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    drafts = spark.sparkContext.wholeTextFiles(f"file://{os.path.abspath(args.folder)}", args.workers * 4)
    questions = drafts.flatMap(lambda draft: [question(draft)] * args.copies).repartition(args.workers * 4).cache()
    count = questions.count()

    start = time.monotonic()
    found = Counter(questions.pipe(FILTER, checkCode=True).flatMap(findings).collect())
    seconds = time.monotonic() - start
    spark.stop()

    report = {"drafts": count, "workers": args.workers, "findings": sum(found.values())}
    report |= {"seconds": round(seconds, 2), "drafts_per_second": round(count / seconds)}
    if args.compare:
        wanted = Counter({key: number * args.copies for key, number in direct(args.folder).items()})
        report["same_as_direct"] = found == wanted
    print(json.dumps(report))
    return 0 if report.get("same_as_direct", True) else 1


if __name__ == "__main__":
    sys.exit(main())
