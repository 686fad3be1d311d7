/**
 * For who builds an acceptance centre of their own: whether it keeps to {@code openapi.yaml}. Knows that document and the agreed signatures,
 * and nothing of how a centre is made.
 */
@NullMarked
package banyan.integrator;

import org.jspecify.annotations.NullMarked;
