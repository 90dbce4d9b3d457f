/** Where offenders of the house rules live. */
@NullMarked
package io.fluxhero.engine.rules.planted.postgres;

import org.jspecify.annotations.NullMarked;
