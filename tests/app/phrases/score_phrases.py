#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scores `dateline date` on the phrases of Recognizers-Text with the values that it expects.

    tests/app/phrases/score_phrases.py [--program build/release/dateline] [--misses] [LANGUAGE...]

The data (recognizers-LANGUAGE.tsv) are no part of the repository: DATELINE_SHARED_DATA names their
folder, ../shared/data beside the checkout if it is not set. Each expression is read alone, beside
the reference day of its row. Rows of one expression in one sentence are its several readings.

any    one of the expected values is among the readings
first  the first reading is one of the expected values
all    each row counts by itself: its value is among the readings

"Default" is the mode of that name and no other; "Default Mod=..." (before, after, since, end ...) is
the same mode with a side or a part named in the column and stands on lines of its own. Rows that the
peer itself leaves without a value ("not resolved") or whose sentence has no reference day while the
expression needs one cannot be compared and are left out; how many is printed.
A value is right when its begin and its exclusive end are; an end that the peer leaves out is a day
for a date and open for a range. "own" counts those misses whose only difference is the peer's
convention that "to October" stops before October, where a news text means October as well.
"""
import argparse
import collections
import datetime
import json
import os
import subprocess
import sys

CODES = {"english": "en", "german": "de", "french": "fr"}
TYPES = ("date", "daterange")


def rows_of(path):
    with open(path, encoding="utf-8") as lines:
        names = next(lines).rstrip("\n").split("\t")
        for line in lines:
            yield dict(zip(names, line.rstrip("\n").split("\t")))


def needs_reference(row):
    text = row["expression"]
    return not any(len(run) == 4 for run in "".join(c if c.isdigit() else " " for c in text).split())


def expected_bounds(row):
    """(begin, exclusive end) as texts, '' where open; None where the peer has no value."""
    begin, end = row["value_or_start"][:10], row["end"][:10]
    if not (begin or end) or begin.startswith("not"):
        return None
    if row["type"] == "date":
        day = datetime.date.fromisoformat(begin)
        return begin, str(day + datetime.timedelta(days=1))
    return begin, end


def cases_of(path, language, left_out):
    groups = collections.OrderedDict()
    for row in rows_of(path):
        mode, _, mod = row["mode"].partition(" ")
        if row["type"] not in TYPES or mode != "Default":
            continue
        bounds = expected_bounds(row)
        if bounds is None:
            left_out["without a value"] += 1
            continue
        if not row["reference"] and needs_reference(row):
            left_out["without a reference day"] += 1
            continue
        key = (row["reference"][:10] or "2016-11-07", row["expression"], row["type"],
               "Mod" if mod else "", row["input"], row["start"])
        groups.setdefault(key, []).append(bounds)
    return groups


def bounds_of(reading):
    latest = reading["latest"]
    end = "" if latest is None else str(
        datetime.date.fromisoformat(latest[:10]) + datetime.timedelta(days=1))
    return (reading["earliest"] or "")[:10], end


def read_all(program, language, groups):
    """The bounds of the readings of every expression, asked for with one run a reference day."""
    days = collections.defaultdict(list)
    for key in groups:
        days[key[0]].append(key)
    answers = {}
    for day, keys in days.items():
        result = subprocess.run(
            [program, "date", "--json", "--published", day, "--language", CODES[language]],
            input="".join(key[1] + "\n" for key in keys), capture_output=True, text=True, check=False)
        lines = result.stdout.splitlines()
        if len(lines) != len(keys):
            sys.exit(f"{program}: {len(lines)} answers to {len(keys)} lines\n{result.stderr}")
        for key, line in zip(keys, lines):
            answers[key] = json.loads(line)["readings"]
    return answers


def is_short_end(expected, bounds):
    """The peer leaves out the unit that the range ends with."""
    begin, end = expected
    return begin == bounds[0] and end and bounds[1] and end < bounds[1] and (
        end[8:] == "01" or
        datetime.date.fromisoformat(bounds[1]) - datetime.date.fromisoformat(end) ==
        datetime.timedelta(days=1))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--program", default="build/release/dateline")
    parser.add_argument("--misses", action="store_true", help="print what was not right")
    parser.add_argument("languages", nargs="*", default=list(CODES), metavar="LANGUAGE")
    options = parser.parse_args()
    folder = os.path.join(os.environ.get("DATELINE_SHARED_DATA", "../shared/data"), "temporal")
    print(f"{'language':9} {'type':10} {'':4} {'phrases':>7} {'any':>7} {'first':>7} {'rows':>5} "
          f"{'all':>7} {'own':>4}")
    for language in options.languages:
        path = os.path.join(folder, f"recognizers-{language}.tsv")
        if not os.path.exists(path):
            sys.exit(f"{path}: no such file; set DATELINE_SHARED_DATA")
        left_out = collections.Counter()
        groups = cases_of(path, language, left_out)
        answers = read_all(options.program, language, groups)
        tables = collections.defaultdict(collections.Counter)
        for key, expected in groups.items():
            readings = [bounds_of(reading) for reading in answers[key]]
            is_any = any(bounds in readings for bounds in expected)
            is_first = bool(readings) and readings[0] in expected
            is_own = not is_first and bool(readings) and any(
                is_short_end(bounds, readings[0]) for bounds in expected)
            names = [(key[2], key[3])] + ([("both", "")] if not key[3] else [])
            for name in names:
                table = tables[name]
                table["phrases"] += 1
                table["any"] += is_any
                table["first"] += is_first
                table["rows"] += len(expected)
                table["all"] += sum(bounds in readings for bounds in expected)
                table["own"] += is_own
            if options.misses and not is_first:
                print(f"  {'first' if is_any else 'MISS':5} {key[0]} {key[2]:9} {key[3]:3} "
                      f"'{key[1]}' expected {expected}, got "
                      f"{[(r['edtf'], r['rule']) for r in answers[key]]}")
        for (kind, mod), table in sorted(tables.items(), key=lambda item: (item[0][1], item[0][0])):
            percent = {name: f"{100 * table[name] / table[total]:.1f} %" for name, total in
                       (("any", "phrases"), ("first", "phrases"), ("all", "rows"))}
            print(f"{language:9} {kind:10} {mod:4} {table['phrases']:7} {percent['any']:>7} "
                  f"{percent['first']:>7} {table['rows']:5} {percent['all']:>7} {table['own']:4}")
        print(f"{language:9} rows left out: " +
              ", ".join(f"{count} {why}" for why, count in left_out.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
