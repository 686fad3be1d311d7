/** The pad's contract, its far end, and its codec as a function of bytes. */
@NullMarked
package com.example.inkline;

import org.jspecify.annotations.NullMarked;
