/** Bars out of the text files that people have; no I/O, the bytes are given. */
@NullMarked
package io.fluxhero.engine.csv;

import org.jspecify.annotations.NullMarked;
