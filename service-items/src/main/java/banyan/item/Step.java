package banyan.item;

import java.util.List;

/** One station of an item; their order in the package is the order in which the citizen meets them. */
public sealed interface Step {
    record Identify(IdentityLevel level) implements Step {}

    /**
     * Questions are answered.
     *
     * @param groups codes of form groups, one page each
     */
    record Form(List<String> groups) implements Step {
        public Form {
            groups = List.copyOf(groups);
        }
    }

    record Materials() implements Step {}

    /**
     * Documents are read and signed.
     *
     * @param documents codes of templates; one signature covers them all
     */
    record Sign(List<String> documents) implements Step {
        public Sign {
            documents = List.copyOf(documents);
        }
    }

    /** A fingertip is taken as a template of points, if the citizen agrees; who cannot give one goes on without. */
    record Fingerprint() implements Step {}

    record Review() implements Step {}

    record Submit() implements Step {}

    /**
     * Paper comes out.
     *
     * @param template its code; a certificate is asked for at the centre before it is printed
     */
    record Print(String template) implements Step {}
}
