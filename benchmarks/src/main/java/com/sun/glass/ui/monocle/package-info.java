/** A screen without a display that says when a frame has reached it; it must stand in the toolkit's own package. */
@NullMarked
package com.sun.glass.ui.monocle;

import org.jspecify.annotations.NullMarked;
