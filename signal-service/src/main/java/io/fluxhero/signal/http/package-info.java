/** History comes from market-data; signals and indicators are asked for by other services. */
@NullMarked
package io.fluxhero.signal.http;

import org.jspecify.annotations.NullMarked;
