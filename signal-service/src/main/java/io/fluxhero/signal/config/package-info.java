/** What can be set, and the strategy's parameters made of it. */
@NullMarked
package io.fluxhero.signal.config;

import org.jspecify.annotations.NullMarked;
