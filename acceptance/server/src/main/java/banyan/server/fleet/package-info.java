/** The terminals as the centre knows them: how each stands, what it did, and what it is told to do. */
@NullMarked
package banyan.server.fleet;

import org.jspecify.annotations.NullMarked;
