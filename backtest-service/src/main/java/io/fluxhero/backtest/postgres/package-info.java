/** Stored runs. */
@NullMarked
package io.fluxhero.backtest.postgres;

import org.jspecify.annotations.NullMarked;
