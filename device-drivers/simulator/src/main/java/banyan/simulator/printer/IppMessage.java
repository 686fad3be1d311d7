package banyan.simulator.printer;

import java.util.List;

/**
 * An IPP request or response (RFC 8010, section 3.1) without the document that may follow it.
 *
 * @param code the operation of a request, the status of a response
 */
record IppMessage(int major, int minor, int code, int requestId, List<IppGroup> groups) {
    IppMessage {
        groups = List.copyOf(groups);
    }

    /** The first group of a kind; an empty one if there is none. */
    IppGroup group(int tag) {
        return groups.stream().filter(group -> group.tag() == tag).findFirst().orElse(new IppGroup(tag, List.of()));
    }
}
