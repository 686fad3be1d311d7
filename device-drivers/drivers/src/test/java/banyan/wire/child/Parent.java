package banyan.wire.child;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** A process with a child that hangs: says the child's number and waits to be killed. */
public final class Parent {
    private Parent() {}

    /** Ends with its input, if it is not killed before. */
    public static void main(String[] arguments) throws IOException {
        Worker worker = new ChildProcess("PARENT", Mischief.class, Map.of(), RestartBudget.usual());
        PlainTurn turn = PlainTurn.ofSeconds(20);
        worker.ready(turn);
        worker.ask(turn, new byte[] {'e'}, Duration.ofSeconds(20));
        worker.tell(Mischief.HANG);
        long child = ProcessHandle.current().children().findFirst().orElseThrow().pid();
        System.out.println(child);
        int _ = System.in.read();
    }
}
