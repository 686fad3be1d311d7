/** Malformed frames for every codec: seeded here, guided by Jazzer. Codecs are found by the service loader. */
@NullMarked
package banyan.kit.fuzz;

import org.jspecify.annotations.NullMarked;
