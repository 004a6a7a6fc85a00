#!/usr/bin/env python3
"""Makes the sample that `waddle demo` serves out of the ubuntu-irc corpus (CC-BY-4.0): a few whole logs with the people taken out.

usage: demo_sample.py CORPUS_FOLDER OUTPUT_FOLDER

The same corpus gives the same sample. Line numbers stay as they are, so the reply links still fit. What changes:
  - a nick becomes a made-up name, the same one throughout, as author and wherever a text names it
  - a line that names somebody at its start in a way no nick matches (a slip of the finger, a short form) gets a made-up name too
  - mail addresses, shell prompts, home folders and public IP addresses become neutral ones
  - system lines, actions, notices and lines with abusive words become `=== a line was left out`; links to them go
"""
import codecs
import collections
import ipaddress
import pathlib
import random
import re
import sys

LOGS = (
    "2004-12-25.train-c 2005-06-16.train-c 2006-09-24.train-c 2007-02-06.train-c 2008-01-03.train-c 2009-11-13.train-c 2010-01-04.train-c "
    "2011-08-17.train-a 2012-02-03.train-a 2013-10-04.train-a 2014-08-14.train-c 2015-04-19.train-b 2017-02-06.train-c"
).split()
MESSAGE = re.compile(r"(\[\d\d:\d\d\] <)([^>]+)(>)(.*)", re.S)
SYSTEM_NICK = re.compile(r"=== ([^\s\[]+)(?: \[| has |.* is now known as (\S+))")
TOKEN = re.compile(r"[A-Za-z0-9\[\]\\`_^{|}-]+")
ADDRESSED = re.compile(r"( *@?)([A-Za-z0-9\[\]\\`_^{|}-]+)([:,;>])")
IPV4 = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.]*\d)")
LEFT_OUT = "=== a line was left out"
# Words that put a line out of the sample, in ROT13 so that nobody has to read them here.
ABUSIVE = re.compile(
    codecs.decode(
        r"shpx|fuvg|avtt|snttbg|phag|ovgpu|chffl|cravf|cbea|\bfrk|\btnl|ergneq|\bencr|qvpx\b|nffubyr|juber|fyhg|uvgyre|\banmv|"
        r"obbof|pbpx\b|fgsh|onfgneq|fhvpvqr|\bxvyy lbhefrys|\bwrjf?\b|\bcvff|\bnff\b|vqvbg|zbeba|greebevfg|zhfyvz|cbeab|oybjwbo|\bubzb",
        "rot13",
    ).replace("\\o", "\\b"),
    re.I,
)
ADJECTIVES = (
    "amber ample apt ashen azure balmy bold brave brisk bright calm candid cedar civil clear clever copper coral cosy crisp curly dapper deep "
    "dewy eager early even fable fair fern fleet fond frank fresh gentle gilded glad golden grand green hazel hearty honest humble hushed ivory "
    "jaunty jolly keen kind lacy lark level light lively lofty lucid lunar maple mellow merry mild misty modest mossy neat nimble noble oaken "
    "olive opal pale pearl plain plucky polar proud quick quiet rapid rosy royal ruddy russet rustic sage sandy serene sharp silent silver "
    "sleek snowy solar spry steady still stout sunny swift tidy topaz tranquil true umber upbeat velvet vivid warm wise witty woven zesty"
).split()
NOUNS = (
    "acorn alder antler arbor aspen badger barley beacon beaver birch bison bramble brook burrow canyon cedar cliff clover coot crane creek "
    "cricket crow curlew dale dove drake duck dune eider elk elm falcon fawn feather fen finch fjord fox gannet garnet glade goose grebe grove "
    "gull harbor hare hawk heath hedge heron hill ibis iris islet ivy jay kestrel kite knoll lagoon lake lark ledge linden loon lotus lynx "
    "magpie mallard marten meadow merlin mink moor moss newt nuthatch oak osprey otter owl peak pebble pelican petrel pine pintail plover pond "
    "poplar puffin quail quarry raven reed ridge robin rook rowan sable salmon seal shore shrike siskin smew snipe sparrow spruce starling "
    "stoat stork stream swallow swan swift teal tern thistle thrush tide trout valley vole warbler widgeon willow wren yew"
).split()


class Names:
    """Made-up names, one per nick, none of which anybody in the corpus bears."""

    def __init__(self, taken):
        free = [a + n for a in ADJECTIVES for n in NOUNS if a != n and a + n not in taken]
        random.Random(20261120).shuffle(free)
        self.free = iter(free)
        self.by_nick = {}

    def of(self, nick):
        key = nick.lower().strip()
        if key not in self.by_nick:
            self.by_nick[key] = next(self.free)
        return self.by_nick[key]


class Corpus:
    """Who speaks in the corpus, and which words are words rather than nicks."""

    def __init__(self, folder):
        self.lines = {}
        self.nicks = set()
        self.nicks_of_log = {}
        self.spoken = collections.Counter()
        self.users_of = collections.defaultdict(set)
        self.uses = collections.Counter()
        self.addressed = collections.Counter()
        for path in sorted(folder.rglob("*.raw.txt")):
            self.add(path.name.removesuffix(".raw.txt"), path.read_bytes().decode("utf-8").removesuffix("\n").split("\n"))

    def add(self, key, lines):
        self.lines[key] = lines
        here = set()
        for line in lines:
            message = MESSAGE.fullmatch(line)
            notice = SYSTEM_NICK.match(line)
            if message:
                speaker = message[2].lower().strip()
                here.add(speaker)
                self.spoken[speaker] += 1
                text = message[4].removeprefix(" ")
                start = ADDRESSED.match(text)
                if start:
                    self.addressed[start[2].lower()] += 1
                tokens = [token.lower() for token in TOKEN.findall(text)]
                self.uses.update(tokens)
                for token in tokens[1:] if start else tokens:
                    self.users_of[token].add(speaker)
            elif notice:
                here.update(nick.lower() for nick in notice.groups() if nick)
        self.nicks |= here
        self.nicks_of_log[key] = here

    def is_common(self, token, users):
        """Whether the token is a word: many use it, seldom to address somebody, and more often than a person of that nick speaks."""
        uses = self.uses[token]
        return len(self.users_of[token]) >= users and self.addressed[token] < 0.2 * uses and self.spoken[token] < uses


class Cleaner:
    def __init__(self, corpus):
        self.corpus = corpus
        self.names = Names(corpus.nicks)

    def log(self, key):
        here = self.corpus.nicks_of_log[key]
        return [self.line(line, here) for line in self.corpus.lines[key]]

    def line(self, line, here):
        message = MESSAGE.fullmatch(line)
        if not message or ABUSIVE.search(line):
            return LEFT_OUT
        return message[1] + self.names.of(message[2]) + message[3] + self.text(message[4], here)

    def text(self, text, here):
        lead, body = ("", text) if not text.startswith(" ") else (" ", text[1:])
        start = ADDRESSED.match(body)
        if start and self.is_somebody(start[2], here, start[3]):
            return lead + start[1] + self.person(start[2], here) + start[3] + self.inner(body[start.end():], here)
        return lead + self.inner(body, here)

    def is_somebody(self, token, here, mark):
        low = token.lower()
        if low in here:
            return True
        if len(low) < 3 or low.isdigit() or low in ("http", "https", "ftp", "irc"):
            return False
        return not self.corpus.is_common(low, 4 if mark == ":" else 3)

    def person(self, token, here):
        low = token.lower()
        if low not in self.corpus.nicks and len(low) >= 3:
            full = [nick for nick in here if nick.startswith(low)]
            if len(full) == 1:
                return self.names.of(full[0])
        return self.names.of(low)

    def inner(self, text, here):
        text = re.sub(r"[\w.+-]+@[\w.-]+", lambda at: "user@host.example" if "." in at[0] else "user@host", text)
        text = re.sub(r"(/home/|/Users/|/media/|/~|\\Users\\)[\w.-]+", lambda home: home[1] + "user", text)
        text = IPV4.sub(lambda found: neutral_address(found[0]), text)
        return TOKEN.sub(lambda token: self.token(token[0], here), text)

    def token(self, token, here):
        low = token.lower()
        bare = low.strip("_`^|-")
        for nick in (low, bare):
            if len(nick) < 3 or nick.isdigit() or nick not in self.corpus.nicks:
                continue
            if not self.corpus.is_common(nick, 40 if nick in here else 12):
                return self.names.of(nick)
        return token


def neutral_address(text):
    try:
        return text if not ipaddress.ip_address(text).is_global else "192.0.2.1"
    except ValueError:
        return text


def main():
    folder, output = map(pathlib.Path, sys.argv[1:])
    output.mkdir(parents=True, exist_ok=True)
    cleaner = Cleaner(Corpus(folder))
    for key in LOGS:
        lines = cleaner.log(key)
        kept = {number for number, line in enumerate(lines) if line != LEFT_OUT}
        links = next(folder.rglob(key + ".annotation.txt")).read_text("ascii").splitlines()
        links = [link.strip() for link in links if {int(end) for end in link.split()[:2]} <= kept]
        (output / (key + ".raw.txt")).write_text("\n".join(lines) + "\n", "utf-8")
        (output / (key + ".annotation.txt")).write_text("\n".join(links) + "\n", "utf-8")
    (output / "index.txt").write_text("\n".join(LOGS) + "\n", "utf-8")


if __name__ == "__main__":
    main()
