"""Compares fingerprints by libfprint, through its virtual device: a matcher that shares no code with ours.

second_matcher.py WIDTH HEIGHT ENROLLED... -- PROBE...
Every file holds grey bytes, row by row. As many pictures of one finger are enrolled as the device wants; then each probe is verified
against them. Prints a line "match" or "no match" for each.
"""
import os
import socket
import struct
import sys
import tempfile
import threading

folder = tempfile.mkdtemp(prefix="second-matcher")
address = os.path.join(folder, "glass")
os.environ["FP_VIRTUAL_IMAGE"] = address

import gi

gi.require_version("FPrint", "2.0")
from gi.repository import FPrint

width, height = int(sys.argv[1]), int(sys.argv[2])
middle = sys.argv.index("--")
enrolled, probes = sys.argv[3:middle], sys.argv[middle + 1:]
waiting = []


def lay(picture):
    with open(picture, "rb") as file:
        grey = file.read()
    with socket.socket(socket.AF_UNIX) as glass:
        glass.connect(address)
        glass.sendall(struct.pack("ii", width, height) + grey)


def wanted(device, _):
    """One picture for each time that the device wants a finger: one too many would be taken for the next finger's."""
    if device.get_finger_status() == FPrint.FingerStatusFlags.NEEDED and waiting:
        threading.Thread(target=lay, args=(waiting.pop(0),), daemon=True).start()


context = FPrint.Context()
context.enumerate()
device = next(one for one in context.get_devices() if one.get_driver() == "virtual_image")
device.open_sync()
device.connect("notify::finger-status", wanted)
template = FPrint.Print.new(device)
template.set_finger(FPrint.Finger.RIGHT_INDEX)
stages = device.get_nr_enroll_stages()
waiting = [enrolled[stage % len(enrolled)] for stage in range(stages)]
known = device.enroll_sync(template, None, lambda *_: None, None)
for probe in probes:
    waiting = [probe]
    verdict = device.verify_sync(known, None, None, None)
    print("match" if verdict[0] else "no match", flush=True)
device.close_sync()
os.remove(address) if os.path.exists(address) else None
os.rmdir(folder)
