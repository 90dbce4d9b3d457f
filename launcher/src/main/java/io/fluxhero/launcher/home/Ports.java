package io.fluxhero.launcher.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Hands out local ports: the wanted one, or the next that nobody uses, and says so. Who gets one listens seconds later,
 * and again after a death: until this is closed the port is reserved, by a locked file, against every other launcher of
 * the same user.
 */
public final class Ports implements AutoCloseable {

    private static final int HIGHEST = 65_535;

    private final List<LockFile> reserved = new ArrayList<>();
    private final Path reservations;
    private final int offset;
    private final Consumer<String> announce;

    public Ports(Consumer<String> announce) {
        this(0, announce);
    }

    /** Wants every port this much higher, out of the way of the usual stack. */
    public Ports(int offset, Consumer<String> announce) {
        this.offset = offset;
        this.announce = announce;
        this.reservations =
                Path.of(System.getProperty("java.io.tmpdir"), "fluxhero-ports-" + System.getProperty("user.name"));
    }

    /** The first free port from {@code usual} upwards, never the same one twice. */
    public int choose(String user, int usual) {
        int wanted = usual + offset;
        for (int port = wanted; port <= HIGHEST; port++) {
            if (reserve(port)) {
                if (port != wanted) {
                    announce.accept("port " + wanted + " is busy: " + user + " uses " + port);
                }
                return port;
            }
        }
        throw new IllegalStateException("no free port from " + wanted + " upwards for " + user);
    }

    /** Others may have the ports. */
    @Override
    public void close() {
        reserved.forEach(LockFile::close);
        reserved.clear();
    }

    /** Whether nobody listens on {@code port}, neither on the loopback address nor on all addresses. */
    public static boolean isFree(int port) {
        return canBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                && canBind(new InetSocketAddress(port));
    }

    private boolean reserve(int port) {
        try {
            Files.createDirectories(reservations);
        } catch (IOException e) {
            throw new UncheckedIOException("ports cannot be reserved in " + reservations, e);
        }
        // Reserved before it is looked at: whoever binds a port to look at it must be alone with it.
        Optional<LockFile> held = LockFile.tryHold(reservations.resolve(String.valueOf(port)));
        if (held.isEmpty()) {
            return false;
        }
        if (!isFree(port)) {
            held.get().close();
            return false;
        }
        reserved.add(held.get());
        return true;
    }

    private static boolean canBind(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(address);
            return true;
        } catch (IOException busy) {
            return false;
        }
    }
}
