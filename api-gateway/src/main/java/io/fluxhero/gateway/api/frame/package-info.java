/** The frames of the socket {@code /ws/v1/stream} and of its older sister {@code /ws/prices}; camelCase outside, the vocabulary of REST inside {@code data}. */
@NullMarked
package io.fluxhero.gateway.api.frame;

import org.jspecify.annotations.NullMarked;
