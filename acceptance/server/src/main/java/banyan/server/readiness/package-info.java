/** How the terminals stood, by their own signed word. */
@NullMarked
package banyan.server.readiness;

import org.jspecify.annotations.NullMarked;
