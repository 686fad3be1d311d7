package banyan.integrator;

import java.io.IOException;

/** A part of the agreement and how it is tried. */
interface Chapter {
    String name();

    /** @throws IOException if the centre cannot be heard */
    void tryOut(Caller caller, Sample sample, Findings findings) throws IOException, InterruptedException;
}
