/** Where offenders of the house rules live. */
@NullMarked
package io.fluxhero.engine.rules.planted.kafka;

import org.jspecify.annotations.NullMarked;
