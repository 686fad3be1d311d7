/** Taking in a submission with its papers, once, and giving the receipt for it. */
@NullMarked
package banyan.server.intake;

import org.jspecify.annotations.NullMarked;
