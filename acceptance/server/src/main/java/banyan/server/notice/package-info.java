/** What citizens are told by message, once they have given a number for that: queued with the deed, sent by an adapter. */
@NullMarked
package banyan.server.notice;

import org.jspecify.annotations.NullMarked;
