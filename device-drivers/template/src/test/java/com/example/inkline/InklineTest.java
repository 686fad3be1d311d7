package com.example.inkline;

import banyan.conformance.PadRig;
import banyan.conformance.SignaturePadContract;

/** Everything that is asked of a signature pad. */
public class InklineTest extends SignaturePadContract {
    @Override
    protected PadRig newRig() {
        return new InklineRig(new InklineDriver());
    }
}
