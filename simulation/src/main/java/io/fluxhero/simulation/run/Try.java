package io.fluxhero.simulation.run;

public class Try {
    public static void main(String[] a) throws Exception {
        java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.OFF);
        long from = Long.parseLong(a[0]), n = Long.parseLong(a[1]);
        if (n == 1) {
            Outcome o = Simulation.of(from, Scope.WHOLE.readable());
            o.trace().forEach(System.out::println);
            System.out.println(o.violation() + " " + o.struck());
            return;
        }
        if (n == -1) {
            Outcome o = new Shrink(s -> Simulation.of(from, s)).smallest(Simulation.of(from, Scope.WHOLE), Scope.WHOLE);
            o.trace().forEach(System.out::println);
            System.out.println(o.violation() + " " + o.struck());
            return;
        }
        Report r = new Campaign(from, n, Integer.parseInt(a[2]), s -> Simulation.of(s, Scope.WHOLE)).run();
        System.out.println(r.text());
        java.util.Map<String, Integer> kinds = new java.util.TreeMap<>();
        for (Outcome o : r.failures()) {
            String k = o.violation().get().invariant();
            if (kinds.merge(k, 1, Integer::sum) <= 3)
                System.out.println(o.seed() + " " + o.violation().get());
        }
        System.out.println(kinds);
    }
}
