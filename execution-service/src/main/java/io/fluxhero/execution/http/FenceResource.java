package io.fluxhero.execution.http;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.fluxhero.execution.DeskThread;
import io.fluxhero.execution.ExecutionConfig;
import io.fluxhero.execution.Fencing;
import io.fluxhero.execution.domain.fence.Fence;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Where risk and the gateway keep orders from opening positions, or let them. */
@Path("/internal")
@Consumes(MediaType.APPLICATION_JSON)
public class FenceResource {

    private static final Logger LOG = Logger.getLogger("io.fluxhero.execution.fence");
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_NAME = 100;
    private static final long LONGEST_LEASE_MILLIS = 60_000;
    private static final long PATIENCE_MILLIS = 300;

    private final ExecutionConfig config;
    private final Fencing fencing;
    private final DeskThread desk;

    FenceResource(ExecutionConfig config, Fencing fencing, DeskThread desk) {
        this.config = config;
        this.fencing = fencing;
        this.desk = desk;
    }

    /**
     * Where the fence stands.
     *
     * @param stored whether the database has it too; the halt is in force either way
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record FenceView(
            String account,
            long epoch,
            boolean halted,
            @Nullable String by,
            @Nullable String reason,
            @Nullable Instant at,
            boolean stored) {}

    @PUT
    @Path("/lease")
    public Response lease(String text) {
        Body body = Body.of(text);
        requireAccount(body);
        long epoch = body.number("epoch", 0, Long.MAX_VALUE);
        long millis = body.number("valid_for_ms", 1, LONGEST_LEASE_MILLIS);
        boolean first = !fencing.hasLease();
        if (!fencing.grant(epoch, Duration.ofMillis(millis))) {
            long fence = fencing.current().minEpoch();
            return Problem.of(
                    Response.Status.CONFLICT,
                    "stale-epoch",
                    "epoch " + epoch + " is older than the fence, which is at " + fence,
                    "epoch");
        }
        if (first) {
            desk.wake();
        }
        return Response.noContent().build();
    }

    @PUT
    @Path("/fence")
    public FenceView fence(String text) {
        Body body = Body.of(text);
        requireAccount(body);
        Fence fence = fencing.raise(
                body.number("epoch", 0, Long.MAX_VALUE),
                body.flag("halted"),
                body.text("by", LONGEST_NAME),
                body.text("reason", LONGEST_TEXT));
        storeSoon();
        desk.wake();
        return new FenceView(
                config.account(),
                fence.minEpoch(),
                fence.halted(),
                fence.by(),
                fence.reason(),
                fence.at(),
                fencing.isStored());
    }

    /** The halt is in force; a slow database is not waited for longer than this. The desk stores what is left. */
    private void storeSoon() {
        try {
            CompletableFuture.runAsync(fencing::store).get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.warnf("fence.not_stored_yet cause=%s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void requireAccount(Body body) {
        String account = body.text("account", LONGEST_NAME);
        if (!account.equals(config.account())) {
            throw new BadParameter("account", "this service trades for " + config.account() + ", not " + account);
        }
    }
}
