/** A rig that is a person: asked on the console to pull the plug, to put the card, to lay the page. */
@NullMarked
package banyan.kit.hand;

import org.jspecify.annotations.NullMarked;
