"""What net-snmp's snmpd asks for the printer's objects: rows of a file, object identifier, kind and value, read anew each time."""
import sys


def rows(path):
    with open(path, encoding="ascii") as file:
        for line in file:
            oid, kind, value = line.rstrip("\n").split(" ", 2)
            yield tuple(map(int, oid.split("."))), kind, value


for line in iter(sys.stdin.readline, ""):
    word = line.strip()
    if word == "PING":
        print("PONG", flush=True)
    elif word in ("get", "getnext"):
        asked = tuple(map(int, sys.stdin.readline().strip(" .\n").split(".")))
        found = sorted(row for row in rows(sys.argv[1]) if (row[0] > asked if word == "getnext" else row[0] == asked))
        if found:
            oid, kind, value = found[0]
            print("." + ".".join(map(str, oid)), kind, value, sep="\n", flush=True)
        else:
            print("NONE", flush=True)
