package io.fluxhero.execution.domain.fence;

/** The fence of each account. */
public interface Fences {

    /** Where it stands; open for an account that never had one. */
    Fence find(String account);

    void save(String account, Fence fence);
}
