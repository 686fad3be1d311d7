/** 取号: numbers in the queues of a hall, and who is called next. */
@NullMarked
package banyan.server.queue;

import org.jspecify.annotations.NullMarked;
