/** What the centre knows of citizens from elsewhere; here a demonstration register of invented people. */
@NullMarked
package banyan.server.register;

import org.jspecify.annotations.NullMarked;
