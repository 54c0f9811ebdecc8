"""Values that Python's tomllib reads in settings files, valid and broken, for the TOML reader of SettingsSyntax."""

import random
import tomllib

import fixtures

# Each shows a part of the syntax; the others come from them by small changes.
FILES = [
    "",
    "data = \"circles\"\nhidden = [1, 2, 3]\nlambda = 0.001\nsheet = true # all\n[tune]\nfolds = 5\nstratify = false\n",
    "a = 1\r\n[plot]\r\nb = 2\r\n",
    "[plot]\n[tune]\nx = 1\n[diff] # none\n",
    "plot.sheet = true\nplot . \"x y\" = 'z'\n'tune'.a = 1\n",
    "plot = {a = 1, \"b\" = [1.5], c.d = 2}\n",
    "plot = {a = 1, b = 'x'}\ntune = { }\n",
    "1 = 2\n-a_ = +3\n\"\" = 4\n",
    "a = [1, 2,]\nb = [ # one\n 'x', # two\n\n \"y\"\n]\nc = []\n",
    "i = 1_000\nj = -0\nk = +99\nl = 0xdead_BEEF\nm = 0o755\nn = 0b1101_0110\n",
    "f = 3.1415\ng = -0.01\nh = 5e+22\ni = 1e06\nj = -2E-2\nk = 6.626e-34\nl = 224_617.445_991_228\nm = 1.0\n",
    "a = inf\nb = -inf\nc = +nan\n",
    r'a = "b\tc \"d\" \\ \u00e9 \U0001F600 \b\f\r\n"' + "\n",
    "a = 'C:\\x \"q\"'\nb = '''\nfirst\nit's\n'''\nc = '''''two'''''\n",
    'a = """\none\ntwo \\\n\n   three"""\nb = """"four" """\nc = """a\\\\\\n"""\nd = """""five"""""\n',
    "t = '''a\r\nb'''\nu = \"\"\"\r\nc \\  \r\n d\"\"\"\n",
    "d = 1979-05-27\n",
    "d = 07:32:00.5\n",
    "d = 1979-05-27T07:32:00Z\n",
    "a = [[1, 2], [3]]\n",
    "[[plot]]\na = 1\n",
    "[plot.grid]\nstep = 1\n",
    "[plot]\ngrid = {step = 1}\n",
    "a = [{b = 1}]\n",
    "é = 1\n",
    "'é' = \"ü\" # ß\n",
    "a = 1 \t\n\t b\t=\t2",
    "a = 1\na = 2\n",
    "plot.a = 1\n[plot]\nb = 2\n",
    "plot = {a = 1}\nplot.b = 2\n",
    "[plot]\na = 1\n[tune]\n[plot]\nb = 2\n",
    "a = 01\n",
    "a = 1__0\n",
    "a = .5\n",
    "a = 5.\n",
    "a = \"b\nc\"\n",
    "a = 'b\x7f'\n",
    "# \x01\n",
    "a = 1 # b\rc\n",
    "a = \"\\e\"\n",
    "a = \"\\ud800\"\n",
    "a = True\n",
    "a = {b = 1,}\n",
    "a = {b = 1\n}\n",
    "a = b\n",
    "a\n",
    "= 1\n",
    "[]\n",
    "[a\n]\n",
    "[ a ]\n[ 'b' ]\n",
    "[a] b = 1\n",
    "a = 1 b = 2\n",
]  # fmt: skip
LETTERS = list("[]{},=#\"'\n\r\t .0123_-+eExobuUTZ:\\aB") + ["\r\n", "\"\"\"", "'''", "é", "\x00", "true"]
# As many changed files that are still settings as files that are not.
CHANGED_COUNT = 300


def change(text):
    place = random.randrange(len(text) + 1)
    letter = random.choice(LETTERS)
    return random.choice(
        [text[:place] + letter + text[place:], text[:place] + letter + text[place + 1 :], text[:place] + text[place + 1 :]]
    )


class Unsuitable(Exception):
    """Valid TOML that is not a setting."""


def item(value):
    match value:
        case str() if "\x00" not in value:
            return {"text": value}
        case int() if not isinstance(value, bool) and -(2**63) <= value < 2**63:
            return {"text": str(value)}
        case float():
            return {"number": value.hex()}
    raise Unsuitable


def setting(value):
    match value:
        case bool():
            return {"flag": value}
        case list():
            return {"items": [item(part) for part in value]}
    return {"items": [item(value)]}


def answer(text):
    try:
        content = tomllib.loads(text)
        tables = {key: value for key, value in content.items() if isinstance(value, dict)}
        return {
            "common": {key: setting(value) for key, value in content.items() if key not in tables},
            "tables": {key: {name: setting(value) for name, value in table.items()} for key, table in tables.items()},
        }
    except tomllib.TOMLDecodeError:
        return {"error": "invalid"}
    except Unsuitable:
        return {"error": "unsuitable"}


random.seed(0)
files = {text: answer(text) for text in FILES}
counts = {False: 0, True: 0}
while min(counts.values()) < CHANGED_COUNT:
    text = change(random.choice(FILES[1:]))
    found = answer(text)
    is_wrong = "error" in found
    if text not in files and counts[is_wrong] < CHANGED_COUNT:
        counts[is_wrong] += 1
        files[text] = found
fixtures.write_json("SettingsSyntax", "settings.json", {"files": [{"text": text} | files[text] for text in files]})
