/** What the terminal keeps until the centre has it: vault (encryption), journal (outbox), sync, and the refuge of a draft. */
@NullMarked
package banyan.cache;

import org.jspecify.annotations.NullMarked;
