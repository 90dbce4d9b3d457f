/** The door of market-data-service over HTTP. */
@NullMarked
package io.fluxhero.risk.marketdata;

import org.jspecify.annotations.NullMarked;
