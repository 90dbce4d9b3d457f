/** Offenders, one for each house rule; they prove that the rules can fail. */
@NullMarked
package io.fluxhero.engine.rules.planted;

import org.jspecify.annotations.NullMarked;
