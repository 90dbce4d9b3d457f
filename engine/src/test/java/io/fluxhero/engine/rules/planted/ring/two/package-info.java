/** Where offenders of the house rules live. */
@NullMarked
package io.fluxhero.engine.rules.planted.ring.two;

import org.jspecify.annotations.NullMarked;
