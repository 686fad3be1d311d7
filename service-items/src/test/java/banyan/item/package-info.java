/** Tests of the model, rules and documents of service items. */
@NullMarked
package banyan.item;

import org.jspecify.annotations.NullMarked;
