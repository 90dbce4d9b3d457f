/** Whether it would have gone that well on data that nobody had seen. */
@NullMarked
package io.fluxhero.engine.validation;

import org.jspecify.annotations.NullMarked;
