/** Packages on disk: reading them with every mistake by file and line, signing them, and the catalogue they make up. */
@NullMarked
package banyan.item.catalogue;

import org.jspecify.annotations.NullMarked;
