/** What lies in the document cabinets of the terminals. */
@NullMarked
package banyan.server.deposit;

import org.jspecify.annotations.NullMarked;
