/** What risk remembers for people: decisions, alerts and the equity curve. */
@NullMarked
package io.fluxhero.risk.domain.record;

import org.jspecify.annotations.NullMarked;
