/** What passes over the twins' wires, kept for people: the last frames, what each protocol calls them, and what in them is somebody's. */
@NullMarked
package banyan.simulator.traffic;

import org.jspecify.annotations.NullMarked;
