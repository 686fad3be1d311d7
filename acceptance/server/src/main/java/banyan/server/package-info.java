/** The reference acceptance centre: its start, its settings, its front door. */
@NullMarked
package banyan.server;

import org.jspecify.annotations.NullMarked;
