package banyan.wire.child;

import banyan.wire.child.ChildFrames.Frame;
import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** The child: does the work of the class it is told, and ends with its parent. */
public final class ChildMain {
    private static final int QUEUE = 64;

    private ChildMain() {}

    /** @param arguments the name of a {@link ChildWork} */
    public static void main(String[] arguments) throws ReflectiveOperationException, InterruptedException {
        DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in));
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        // What a library prints would stand between the frames.
        System.setOut(System.err);
        BlockingQueue<Frame> requests = new ArrayBlockingQueue<>(QUEUE);
        // Read apart from the work, which may hang: the end of the input is the end, whatever the work does.
        Thread.ofPlatform().name("requests").daemon(true).start(() -> receive(in, requests));
        ChildWork work = Class.forName(arguments[0])
                .asSubclass(ChildWork.class)
                .getConstructor()
                .newInstance();
        while (true) {
            Frame request = requests.take();
            boolean wash = request.number() == ChildFrames.WASH;
            byte[] answer = wash ? new byte[ChildFrames.WASHING] : work.answer(request.bytes());
            Arrays.fill(request.bytes(), (byte) 0);
            try {
                ChildFrames.write(out, new Frame(request.number(), answer));
            } catch (IOException _) {
                Runtime.getRuntime().halt(0);
            }
            Arrays.fill(answer, (byte) 0);
        }
    }

    private static void receive(DataInputStream in, BlockingQueue<Frame> requests) {
        Optional<Frame> next = ChildFrames.read(in);
        while (next.isPresent() && requests.offer(next.get())) {
            next = ChildFrames.read(in);
        }
        // Not exit: a shutdown hook would wait for what hangs.
        Runtime.getRuntime().halt(0);
    }
}
