package banyan.cache;

import java.util.List;

/** An entry opened for sending: its payload in clear and where its papers are. Lives as long as the sending. */
record Outgoing(Pending entry, byte[] payload, List<Head.KeptPaper> papers) {
    @Override
    public String toString() {
        return "Outgoing[" + papers.size() + " papers]";
    }
}
