/** When orders go out: at the hour, again when nobody takes them, and when their trades are put away. */
@NullMarked
package io.fluxhero.execution.domain.schedule;

import org.jspecify.annotations.NullMarked;
