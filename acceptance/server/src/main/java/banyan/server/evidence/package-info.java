/** What a terminal may have to show later: consents, and the ledger of printed paper. */
@NullMarked
package banyan.server.evidence;

import org.jspecify.annotations.NullMarked;
