/** Settings from the environment, checked before the service starts. */
@NullMarked
package io.fluxhero.risk.config;

import org.jspecify.annotations.NullMarked;
