/** What a site decides about its terminal: records, read once, every mistake reported with file and line. */
@NullMarked
package banyan.kiosk.config;

import org.jspecify.annotations.NullMarked;
