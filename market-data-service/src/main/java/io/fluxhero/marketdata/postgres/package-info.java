/** Series, candles and quarantined bars in Postgres. */
@NullMarked
package io.fluxhero.marketdata.postgres;

import org.jspecify.annotations.NullMarked;
