/** The two small web pages of the centre. */
@NullMarked
package banyan.server.page;

import org.jspecify.annotations.NullMarked;
