package com.example.inkline;

import banyan.device.Deadline;
import banyan.device.DrivenDevice;
import banyan.device.Outcome;
import banyan.device.SignaturePad;

/** The pad: passes each call on to its wire, on the device's own thread. */
final class InklinePad extends DrivenDevice<InklineWire> implements SignaturePad {
    InklinePad(String id, InklineWire wire) {
        super(id, wire);
    }

    @Override
    public Outcome<Capture> capture(InkListener listener, Deadline deadline) {
        return thread().run(deadline, turn -> wire().begin(turn, listener)).map(ink -> ink);
    }
}
