package io.fluxhero.gateway.services;

import io.fluxhero.gateway.api.Problem;

/** A service said no, or said nothing. The problem is what the client will read. */
public final class UpstreamProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    UpstreamProblem(Problem problem, Throwable cause) {
        super(problem.detail(), cause);
        this.problem = problem;
    }

    public UpstreamProblem(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
