package banyan.driver.samv;

import banyan.device.Fault;
import banyan.device.Outcome;
import banyan.device.Turn;
import banyan.wire.SerialLine;
import java.time.Duration;
import java.util.Optional;

/** A module on a serial line: whole frames, as they are. */
record SerialModuleLine(SerialLine line) implements ModuleLine {
    static Outcome<ModuleLine> open(String path, int baud) {
        return SerialLine.open(path, baud, "READER").map(SerialModuleLine::new);
    }

    @Override
    public void discard(Turn turn) {
        line.discard();
    }

    @Override
    public Outcome<Boolean> write(Turn turn, byte[] bytes) {
        return line.write(bytes);
    }

    @Override
    public Outcome<Integer> await(Turn turn, byte[] into, int at, Duration atMost) {
        return line.await(turn, into, at, atMost);
    }

    @Override
    public Optional<Fault> lost() {
        return line.lost();
    }

    @Override
    public void close() {
        line.close();
    }
}
