"""A Modbus slave by pymodbus behind a cable that can be pulled: a serial port (rtu LINK) or a TCP port (tcp PORT).

The wiring is that of a cabinet with springs in its doors (coil n opens door n; input n is made while it is closed, input
16 + n while its bolt is thrown) and, from 64 on, of plain inputs and lamps. Commands come as lines, each answered by one line.
"""
import asyncio
import logging
import os
import pty
import random
import sys
import tty

from pymodbus.datastore import ModbusSequentialDataBlock, ModbusServerContext, ModbusSlaveContext
from pymodbus.server.async_io import ModbusSerialServer, ModbusTcpServer
from pymodbus.transaction import ModbusRtuFramer, ModbusSocketFramer

logging.disable(logging.CRITICAL)
DOORS, BOLT, PLAIN, SIZE = 8, 16, 64, 96


class Inputs(ModbusSequentialDataBlock):
    """Inputs; a glitch is one reading of the opposite."""

    def __init__(self):
        super().__init__(0, [True] * DOORS + [False] * (BOLT - DOORS) + [True] * DOORS + [False] * (SIZE - BOLT - DOORS))
        self.glitches = set()

    def getValues(self, address, count=1):
        values = list(super().getValues(address, count))
        for at in [at for at in self.glitches if address <= at < address + count]:
            values[at - address] = not values[at - address]
            self.glitches.discard(at)
        return values


class Coils(ModbusSequentialDataBlock):
    """Coils; the first of them draw bolts."""

    def __init__(self, inputs):
        super().__init__(0, [False] * SIZE)
        self.inputs, self.on, self.jammed = inputs, [0] * SIZE, set()

    def setValues(self, address, values):
        before = super().getValues(address, len(values))
        super().setValues(address, values)
        for at, (was, now) in enumerate(zip(before, values), address):
            if now and not was:
                self.on[at] += 1
                if at < DOORS and at not in self.jammed:
                    self.inputs.setValues(at, [False])
                    self.inputs.setValues(BOLT + at, [False])


inputs = Inputs()
coils = Coils(inputs)
silent = noisy = False
dice = random.Random(7)


def said(response):
    return (b"", True) if silent else (response, False)


def context():
    block = ModbusSequentialDataBlock(0, [0] * SIZE)
    return ModbusServerContext(
        slaves={1: ModbusSlaveContext(di=inputs, co=coils, hr=block, ir=block, zero_mode=True)}, single=False)


class Serial:
    """Two pseudo-terminals: the driver has one, pymodbus the other, and this carries the bytes between them."""

    def __init__(self, link):
        self.link, self.outer = link, None

    async def start(self):
        self.inner, slave = pty.openpty()
        tty.setraw(slave)
        asyncio.get_running_loop().add_reader(self.inner, self.answered)
        await ModbusSerialServer(context(), ModbusRtuFramer, port=os.ttyname(slave), baudrate=19200,
                                 timeout=0.01, response_manipulator=said).start()
        self.plug()

    def plug(self):
        self.outer, self.kept = pty.openpty()
        tty.setraw(self.kept)
        asyncio.get_running_loop().add_reader(self.outer, self.asked)
        os.symlink(os.ttyname(self.kept), self.link + ".new")
        os.replace(self.link + ".new", self.link)

    def unplug(self):
        asyncio.get_running_loop().remove_reader(self.outer)
        os.remove(self.link)
        os.close(self.kept)
        os.close(self.outer)
        self.outer = None

    def asked(self):
        os.write(self.inner, os.read(self.outer, 1024))

    def answered(self):
        answer = bytearray(os.read(self.inner, 1024))
        if noisy and answer:
            if dice.randrange(5) == 0:
                answer[dice.randrange(len(answer))] ^= 1 << dice.randrange(8)
            answer[:0] = bytes(dice.randrange(256) for _ in range(dice.randrange(4)))
        if self.outer is not None:
            os.write(self.outer, bytes(answer))


class Network:
    """A listener before pymodbus's own: what it accepts can be cut, and comes byte by byte where the line is bad."""

    def __init__(self, port):
        self.port, self.open = int(port), set()

    async def start(self):
        server = ModbusTcpServer(context(), ModbusSocketFramer, address=("127.0.0.1", 0), response_manipulator=said)
        task = asyncio.create_task(server.serve_forever())
        while server.server is None:
            await asyncio.sleep(0.01)
        self.task, self.behind = task, server.server.sockets[0].getsockname()[1]
        await self.listen()

    async def listen(self):
        self.server = await asyncio.start_server(self.carry, "127.0.0.1", self.port)
        self.port = self.server.sockets[0].getsockname()[1]

    def plug(self):
        asyncio.create_task(self.listen())

    def unplug(self):
        self.server.close()
        for writer in list(self.open):
            writer.close()

    async def carry(self, reader, writer):
        there, back = await asyncio.open_connection("127.0.0.1", self.behind)
        self.open.add(writer)
        await asyncio.gather(self.pump(reader, back, False), self.pump(there, writer, True))
        self.open.discard(writer)

    async def pump(self, reader, writer, answers):
        try:
            while data := await reader.read(1024):
                for portion in [data[i:i + 1] for i in range(len(data))] if noisy and answers else [data]:
                    writer.write(portion)
                    await writer.drain()
                    if noisy and answers:
                        await asyncio.sleep(0.002)
        except OSError:
            pass
        writer.close()


def do(cable, words):
    global silent, noisy
    match words:
        case ["unplug"]: cable.unplug()
        case ["plug"]: cable.plug()
        case ["silent"]: silent = True
        case ["noisy"]: noisy = True
        case ["heal"]:
            silent = noisy = False
            coils.jammed.clear()
        case ["close", door]:
            if not coils.getValues(int(door), 1)[0]:
                inputs.setValues(int(door), [True])
                inputs.setValues(BOLT + int(door), [True])
        case ["jam", door]: coils.jammed.add(int(door))
        case ["input", at, value]: inputs.setValues(int(at), [value == "1"])
        case ["glitch", at]: inputs.glitches.add(int(at))
        case ["glitches"]: return str(len(inputs.glitches))
        case ["hold", at]: ModbusSequentialDataBlock.setValues(coils, int(at), [True])
        case ["coil", at]: return str(int(coils.getValues(int(at), 1)[0]))
        case ["on", at]: return str(coils.on[int(at)])
        case _: return "what?"
    return "ok"


async def main():
    kind, where = sys.argv[1:]
    cable = Serial(where) if kind == "rtu" else Network(where)
    await cable.start()
    print("ready", getattr(cable, "port", 0), flush=True)
    loop = asyncio.get_running_loop()
    lines = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    while line := await lines.readline():
        answer = do(cable, line.decode().split())
        await asyncio.sleep(0)
        print(answer, flush=True)


asyncio.run(main())
