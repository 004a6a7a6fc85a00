#!/usr/bin/env python3
"""Compares an imported channel, read over HTTP, with the raw logs it was made of. Shares no code with the importer.

usage: import_check.py FOLDER --url http://127.0.0.1:8080 --token TOKEN [--waddle ubuntu] [--channel ubuntu] [--phrases 50]

The token is one of a member. Start the server with `--rate-limits off`: some ten thousand requests follow. Exit code 0 if all agrees.
Every message is compared: how many there are, the order within each log, the author's displayed name (the nick without blanks around
it), the text, the minute, and what it answers (the nearest earlier message in `replyToId`, further ones in `metadata.alsoRepliesTo`).
The raw files are read by irc_counts.py. Where logs share a minute, messages of the minute are told apart by their log's own order.

Then random phrases of 2 to 4 words are searched. Rule of a word, here and in the search: a run of letters, digits, marks and private-use
characters (Unicode categories L*, N*, Mn, Mc, Co), everything else parts words; letters are compared in lower case and without diacritics;
a phrase is found where its words follow one another, whatever stands between them.
"""
import argparse
import collections
import concurrent.futures
import http.client
import json
import pathlib
import random
import sys
import threading
import time
import unicodedata
import urllib.parse

import irc_counts



class Server:
    """One connection per thread, kept open."""

    def __init__(self, url, token):
        self.url = urllib.parse.urlsplit(url)
        self.headers = {"Authorization": "Bearer " + token}
        self.local = threading.local()
        self.requests = 0

    def get(self, path, **query):
        path = "/api/v1" + path + ("?" + urllib.parse.urlencode(query) if query else "")
        for attempt in (1, 2):
            if not hasattr(self.local, "connection"):
                self.local.connection = http.client.HTTPConnection(self.url.netloc, timeout=60)
            try:
                self.local.connection.request("GET", path, headers=self.headers)
                response = self.local.connection.getresponse()
                body = response.read()
                break
            except (http.client.HTTPException, OSError):
                del self.local.connection
                if attempt == 2:
                    raise
        self.requests += 1
        if response.status != 200:
            sys.exit(f"{path}: {response.status} {body[:300]!r}")
        return json.loads(body)


def read_logs(folder):
    logs = {}
    for path in sorted(folder.rglob("*.raw.txt"), key=lambda path: path.name):
        row = dict.fromkeys(irc_counts.FIELDS, 0)
        messages = irc_counts.read_log(path, row)
        irc_counts.read_links(path.with_name(path.name.replace(".raw.txt", ".annotation.txt")), messages, row)
        logs[path.name.removesuffix(".raw.txt")] = messages
    return logs


def read_channel(server, base):
    """Pages back through the whole channel; gives the messages from oldest to newest."""
    pages = []
    page = server.get(base, limit=100)
    while True:
        pages.append(page["items"])
        if page["before"] is None:
            break
        page = server.get(base, limit=100, before=page["before"])
    return [message for items in reversed(pages) for message in items]


def read_names(server, users):
    with concurrent.futures.ThreadPoolExecutor(8) as threads:
        return dict(zip(users, threads.map(lambda user: server.get("/users/" + user)["displayName"], users)))


def compare(logs, served, names):
    """Gives the served message of each (log, line), and the faults."""
    faults = []
    ids = [int(message["id"]) for message in served]
    if ids != sorted(set(ids)):
        faults.append("the channel's ids are not strictly ascending")
    waiting = collections.defaultdict(list)
    for message in served:
        waiting[(message["createdAt"][:16], names[message["authorId"]], message["content"])].append(message)
    place = {}
    for log, messages in logs.items():
        last = -(2**63)
        for line, message in messages.items():
            candidates = waiting[message["time"][:16], message["nick"].strip(), message["text"]]
            at = next((at for at, candidate in enumerate(candidates) if int(candidate["id"]) > last), None)
            if at is None:
                faults.append(f"{log}:{line} is missing or stands before the message before it: {message}")
                continue
            found = candidates.pop(at)
            last = int(found["id"])
            place[log, line] = found
    left = sum(map(len, waiting.values()))
    if left:
        faults.append(f"{left} messages were served that stand in no log")
    return place, faults


def compare_replies(logs, place):
    faults, links = [], 0
    for log, messages in logs.items():
        for line, message in messages.items():
            served = place.get((log, line))
            if served is None:
                continue
            wanted = [place[log, reply]["id"] for reply in sorted(message["replies"]) if (log, reply) in place]
            got = (served.get("metadata") or {}).get("alsoRepliesTo", []) + [served["replyToId"]] * (served["replyToId"] is not None)
            links += len(got)
            if wanted != got:
                faults.append(f"{log}:{line} answers {got}, not {wanted}")
    return links, faults


def words(text):
    plain = unicodedata.normalize("NFD", unicodedata.normalize("NFC", text).lower())
    found, word = [], []
    for character in plain + " ":
        category = unicodedata.category(character)
        if category[0] == "L" or category[0] == "N" or category == "Co":
            word.append(character)
        elif category not in ("Mn", "Mc") and word:
            found.append("".join(word))
            word = []
    return found


def has_phrase(message_words, phrase):
    return any(message_words[at : at + len(phrase)] == phrase for at in range(len(message_words) - len(phrase) + 1))


def search_phrases(server, waddle, served, count):
    split = [words(message["content"]) for message in served]
    holders = collections.defaultdict(set)
    for number, message_words in enumerate(split):
        for word in message_words:
            holders[word].add(number)
    chance = random.Random(20261120)
    faults, hits = [], 0
    for _ in range(count):
        length = chance.randint(2, 4)
        source = chance.choice([message_words for message_words in chance.sample(split, 200) if len(message_words) >= length])
        at = chance.randint(0, len(source) - length)
        phrase = source[at : at + length]
        both = set.intersection(*(holders[word] for word in phrase))
        wanted = {served[number]["id"] for number in both if has_phrase(split[number], phrase)}
        got, cursor = [], {}
        while cursor is not None:
            page = server.get(f"/waddles/{waddle}/search", q='"' + " ".join(phrase) + '"', limit=100, **cursor)
            got += [hit["id"] for hit in page["items"]]
            cursor = {"cursor": page["next"]} if page["next"] else None
        hits += len(got)
        if sorted(got) != sorted(wanted):
            faults.append(f"{phrase}: {len(got)} found, {len(wanted)} expected")
    return hits, faults


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--url", default="http://127.0.0.1:8080")
    parser.add_argument("--token", required=True)
    parser.add_argument("--waddle", default="ubuntu")
    parser.add_argument("--channel", default="ubuntu")
    parser.add_argument("--phrases", type=int, default=50)
    options = parser.parse_args()
    started = time.monotonic()
    logs = read_logs(options.folder)
    server = Server(options.url, options.token)
    served = read_channel(server, f"/waddles/{options.waddle}/channels/{options.channel}/messages")
    names = read_names(server, sorted({message["authorId"] for message in served}))
    place, faults = compare(logs, served, names)
    links, reply_faults = compare_replies(logs, place)
    hits, search_faults = search_phrases(server, options.waddle, served, options.phrases)
    faults += reply_faults + search_faults
    result = {
        "messagesInLogs": sum(map(len, logs.values())),
        "messagesServed": len(served),
        "messagesEqual": len(place),
        "authors": len(names),
        "linksInLogs": sum(len(message["replies"]) for messages in logs.values() for message in messages.values()),
        "linksServed": links,
        "phrases": options.phrases,
        "hits": hits,
        "requests": server.requests,
        "seconds": round(time.monotonic() - started, 1),
        "faults": len(faults),
        "firstFaults": faults[:20],
    }
    json.dump(result, sys.stdout, indent=1, ensure_ascii=False)
    print()
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
