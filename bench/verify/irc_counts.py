#!/usr/bin/env python3
"""Counts a folder of IRC logs straight from the files, to check an import against. Shares no code with the importer.

usage: irc_counts.py FOLDER [--dump FILE]

Prints one JSON object: totals, messages per nick (as a count of nicks and a digest), and one row per log. With --dump, every message goes to
FILE as a line of JSON: log, ordinal, line, time (UTC), nick, text, replies (line numbers).
Rules:
  message   a line `[HH:MM] <nick> text`; the nick holds no `>`; one space after it is not part of the text; the text may be empty
  time      date of the file name + HH:MM; where the clock falls back by an hour or more it has turned: by 24 hours if the log has shown
            an hour past 12 by then, else by 12; a smaller step back keeps the last time
  text      UTF-8, else windows-1252, without mIRC colours and control characters (the tab stays)
  reply     a link `A B -` with A != B whose two lines are messages: the later one answers the earlier one
"""
import argparse
import collections
import datetime
import hashlib
import json
import pathlib
import re
import sys

MESSAGE = re.compile(rb"\[([01]\d|2[0-3]):([0-5]\d)\] <([^>]{1,64})>(?: (.*)|(.*))", re.S)
ACTION = re.compile(rb"\[\d\d:\d\d\] {1,2}\* ")
CONTROL = re.compile("\x03(?:[0-9]{1,2}(?:,[0-9]{1,2})?)?|\x04(?:[0-9A-Fa-f]{6}(?:,[0-9A-Fa-f]{6})?)?|[\0-\x08\n-\x1f\x7f-\x9f]")


def decode(raw, row):
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        row["repairedLines"] += 1
        text = raw.decode("cp1252", "replace")
    clean = CONTROL.sub("", text)
    return clean, clean != text


def read_log(path, row):
    """Gives the messages of one log as a dict by line number."""
    lines = path.read_bytes().split(b"\n")
    if lines[-1] == b"":
        lines.pop()
    midnight = datetime.datetime.fromisoformat(path.name[:10])
    last_time, last_minute, long_clock = midnight, 0, False
    messages = {}
    for number, line in enumerate(lines):
        row["lines"] += 1
        match = MESSAGE.fullmatch(line.rstrip(b"\r"))
        if line.startswith(b"==="):
            row["systemLines"] += 1
        elif match:
            minute = int(match[1]) * 60 + int(match[2])
            long_clock = long_clock or minute >= 13 * 60
            if last_minute - minute >= 60:
                midnight += datetime.timedelta(hours=24 if long_clock else 12)
                last_minute = minute
                row["clockTurns"] += 1
            last_minute = max(last_minute, minute)
            last_time = max(last_time, midnight + datetime.timedelta(minutes=minute))
            text, stripped = decode(match[4] if match[4] is not None else match[5], row)
            nick, _ = decode(match[3], collections.Counter())
            row["strippedTexts"] += stripped
            row["blankTexts"] += not text.strip()
            row["textChars"] += len(text)
            row["longestText"] = max(row["longestText"], len(text))
            messages[number] = {
                "log": path.name.removesuffix(".raw.txt"),
                "ordinal": row["messages"],
                "line": number,
                "time": last_time.strftime("%Y-%m-%dT%H:%M:%SZ"),
                "nick": nick,
                "text": text,
                "replies": [],
            }
            row["messages"] += 1
        elif ACTION.match(line):
            row["actions"] += 1
        else:
            row["otherLines"] += 1
    return messages


def read_links(path, messages, row):
    if not path.exists():
        return
    seen = set()
    for line in path.read_text("ascii").splitlines():
        first, second, _ = line.split()
        row["linkLines"] += 1
        earlier, later = sorted((int(first), int(second)))
        if earlier == later:
            row["selfLinks"] += 1
        elif (earlier, later) in seen:
            row["doubleLinks"] += 1
        elif earlier in messages and later in messages:
            row["replies"] += 1
            messages[later]["replies"].append(earlier)
        else:
            row["droppedLinks"] += 1
        seen.add((earlier, later))


FIELDS = (
    "lines messages actions systemLines otherLines blankTexts strippedTexts repairedLines clockTurns linkLines selfLinks doubleLinks "
    "droppedLinks replies textChars longestText"
).split()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--dump", type=pathlib.Path)
    options = parser.parse_args()
    logs = sorted(options.folder.rglob("*.raw.txt"), key=lambda path: path.name)
    nicks = collections.Counter()
    answering = 0
    rows = {}
    dump = options.dump.open("w", encoding="utf-8") if options.dump else None
    for path in logs:
        row = dict.fromkeys(FIELDS, 0)
        messages = read_log(path, row)
        read_links(path.with_name(path.name.replace(".raw.txt", ".annotation.txt")), messages, row)
        for message in messages.values():
            nicks[message["nick"]] += 1
            message["replies"].sort()
            answering += bool(message["replies"])
            if dump:
                dump.write(json.dumps(message, ensure_ascii=False) + "\n")
        rows[path.name.removesuffix(".raw.txt")] = row
    if dump:
        dump.close()
    total = {field: sum(row[field] for row in rows.values()) for field in FIELDS}
    total["longestText"] = max((row["longestText"] for row in rows.values()), default=0)
    per_nick = "".join(f"{nick}\t{count}\n" for nick, count in sorted(nicks.items()))
    total.update(
        logs=len(rows),
        nicks=len(nicks),
        nicksIgnoringCase=len({nick.lower() for nick in nicks}),
        answeringMessages=answering,
        perNickSha256=hashlib.sha256(per_nick.encode()).hexdigest(),
    )
    json.dump({"total": total, "logs": rows}, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
