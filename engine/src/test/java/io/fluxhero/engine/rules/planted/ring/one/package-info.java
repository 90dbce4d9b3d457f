/** Where offenders of the house rules live. */
@NullMarked
package io.fluxhero.engine.rules.planted.ring.one;

import org.jspecify.annotations.NullMarked;
