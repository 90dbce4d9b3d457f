/** Where bars come from: a replayed file or a synthetic market, and the thread that paces them. */
@NullMarked
package io.fluxhero.marketdata.feed;

import org.jspecify.annotations.NullMarked;
