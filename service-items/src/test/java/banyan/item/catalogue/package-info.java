/** Tests of packages on disk, with the two packages of this repository as their subject. */
@NullMarked
package banyan.item.catalogue;

import org.jspecify.annotations.NullMarked;
