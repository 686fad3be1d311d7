/** What citizens say of how it went: evaluations, and what could not be got done. */
@NullMarked
package banyan.server.voice;

import org.jspecify.annotations.NullMarked;
