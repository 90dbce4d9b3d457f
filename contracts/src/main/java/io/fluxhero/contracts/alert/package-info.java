/** Topic {@code risk-alerts}: what a person should know about safety, keyed by account. */
@NullMarked
package io.fluxhero.contracts.alert;

import org.jspecify.annotations.NullMarked;
