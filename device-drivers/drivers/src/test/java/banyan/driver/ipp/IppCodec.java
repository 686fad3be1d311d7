package banyan.driver.ipp;

import banyan.conformance.CodecUnderTest;
import banyan.device.Outcome;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A printer's answers as a function of bytes: a whole HTTP body each, however it arrived. */
public final class IppCodec implements CodecUnderTest {
    private static final int LARGEST = 256 * 1024;
    private static final int NUMBER = 7;

    @Override
    public String name() {
        return "ipp-everywhere";
    }

    @Override
    public List<byte[]> samples() {
        IppPacket.Builder job = answer(Status.successfulOk);
        job.getJobAttributes()
                .put(Types.jobState.of(JobState.processing), Types.jobImpressionsCompleted.of(2), Types.jobId.of(5));
        IppPacket.Builder printer = answer(Status.successfulOk);
        printer.getPrinterAttributes()
                .put(Types.printerState.of(PrinterState.stopped), Types.printerStateReasons.of("media-empty-error", "toner-low"));
        return List.of(bytes(job), bytes(printer), bytes(answer(Status.serverErrorBusy)));
    }

    private static IppPacket.Builder answer(Status status) {
        IppPacket.Builder builder = new IppPacket.Builder(status);
        builder.setRequestId(NUMBER);
        builder.getOperationAttributes().put(Types.attributesCharset.of("utf-8"));
        return builder;
    }

    private static byte[] bytes(IppPacket.Builder packet) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            packet.build().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public int largest() {
        return LARGEST;
    }

    @Override
    public String read(List<byte[]> portions) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        portions.forEach(all::writeBytes);
        return switch (Ipp.read(all.toByteArray(), NUMBER)) {
            case Outcome.Done<IppPacket>(var packet) -> "status " + packet.getStatus().getCode();
            case Outcome.Failed<IppPacket>(var fault) -> fault.code();
        };
    }
}
