/** The signature pad's twin: a Wacom ISDv4 serial tablet, and the strokes that are played on it. */
@NullMarked
package banyan.simulator.pad;

import org.jspecify.annotations.NullMarked;
