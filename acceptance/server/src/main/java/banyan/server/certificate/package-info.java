/** Issuing certificates, what became of their paper, and telling a stranger whether one is genuine. */
@NullMarked
package banyan.server.certificate;

import org.jspecify.annotations.NullMarked;
