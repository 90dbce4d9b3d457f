/** The {@code fluxhero} command: one class per thing that a person can ask of it. */
@NullMarked
package io.fluxhero.launcher;

import org.jspecify.annotations.NullMarked;
