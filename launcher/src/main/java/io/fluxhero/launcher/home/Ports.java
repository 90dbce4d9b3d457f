package io.fluxhero.launcher.home;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Hands out local ports: the wanted one, or the next that nobody uses, and says so. */
public final class Ports {

    private static final int HIGHEST = 65_535;

    private final Set<Integer> given = new HashSet<>();
    private final int offset;
    private final Consumer<String> announce;

    public Ports(Consumer<String> announce) {
        this(0, announce);
    }

    /** Wants every port this much higher, out of the way of the usual stack. */
    public Ports(int offset, Consumer<String> announce) {
        this.offset = offset;
        this.announce = announce;
    }

    /** The first free port from {@code usual} upwards, never the same one twice. */
    public int choose(String user, int usual) {
        int wanted = usual + offset;
        for (int port = wanted; port <= HIGHEST; port++) {
            if (!given.contains(port) && isFree(port)) {
                given.add(port);
                if (port != wanted) {
                    announce.accept("port " + wanted + " is busy: " + user + " uses " + port);
                }
                return port;
            }
        }
        throw new IllegalStateException("no free port from " + wanted + " upwards for " + user);
    }

    /** Whether nobody listens on {@code port}, neither on the loopback address nor on all addresses. */
    public static boolean isFree(int port) {
        return canBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                && canBind(new InetSocketAddress(port));
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
