/** What a vendor hands in: the promises, their rows, and where they were shown. */
@NullMarked
package banyan.kit.report;

import org.jspecify.annotations.NullMarked;
