/**
 * {@code inkline-pad}: a signature pad that does not exist, in as few lines as a whole driver takes. It speaks lines of text over TCP:
 * {@code payload*HH\n}, HH being the XOR of the payload's bytes in hexadecimal digits.
 *
 * <p>To the pad: {@code ?} who are you, {@code B} begin, {@code E} end. From it: {@code I maker model serial width height pressure};
 * {@code B} and {@code E} as said; {@code P x y pressure} for each point, pressure 0 where the pen only hovers.
 *
 * <p>Settings: {@code url}, such as {@code tcp://192.168.1.40:7001}.
 *
 * <p>Fault codes: {@code INKLINE-UNPLUGGED}, {@code INKLINE-SILENT}, {@code INKLINE-REPLACED}.
 */
@NullMarked
package com.example.inkline;

import org.jspecify.annotations.NullMarked;
