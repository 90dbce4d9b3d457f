package io.fluxhero.execution;

import io.fluxhero.execution.domain.fence.Fence;
import io.fluxhero.execution.domain.fence.HaltJournal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A halt file without a disk. It outlives the process. */
final class JournalInMemory implements HaltJournal {

    private @Nullable Fence halt;

    @Override
    public boolean isHalted() {
        return halt != null;
    }

    @Override
    public Optional<Fence> read() {
        return Optional.ofNullable(halt);
    }

    @Override
    public void write(Fence fence) {
        halt = fence;
    }

    @Override
    public void clear() {
        halt = null;
    }
}
