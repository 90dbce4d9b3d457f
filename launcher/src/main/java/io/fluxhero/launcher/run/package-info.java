/** A run over a file, and what can be told of it: as text, as a document, as files. */
@NullMarked
package io.fluxhero.launcher.run;

import org.jspecify.annotations.NullMarked;
