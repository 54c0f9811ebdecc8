"""SHA-256 of messages of many lengths, by Python's hashlib."""

import hashlib

import fixtures

# All places in a block where a message can end, twice, and some ends of longer ones.
LENGTHS = [*range(0, 195), 511, 512, 513, 1 << 16, 1_000_003]


def message(length):
    """Bytes that do not repeat soon; the test makes the same ones."""
    return bytes((31 * i ^ i >> 8) & 0xFF for i in range(length))


fixtures.write_json(
    "Digests",
    "sha256.json",
    {"hashes": [{"length": n, "sha256": hashlib.sha256(message(n)).hexdigest()} for n in LENGTHS]},
)
