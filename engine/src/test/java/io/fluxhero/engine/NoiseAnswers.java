package io.fluxhero.engine;

import io.fluxhero.engine.Vectors.Vector;
import io.fluxhero.engine.VectorsTest.Answer;
import io.fluxhero.engine.indicator.AverageVolume;
import io.fluxhero.engine.indicator.BollingerBands;
import io.fluxhero.engine.market.TradingCalendar;
import io.fluxhero.engine.strategy.NoiseFilter;
import io.fluxhero.engine.strategy.NoiseFilter.Reading;
import io.fluxhero.engine.strategy.NoiseRules;
import io.fluxhero.engine.strategy.Rejection;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.StreamSupport;

/** How the vectors of the noise filter are put to our classes. */
final class NoiseAnswers {

    static final Map<String, Answer> ALL = Map.ofEntries(
            Map.entry("sv_ratio", NoiseAnswers::spreadRatio),
            Map.entry("spread_ok", vector -> within(vector, "sv_ratio")),
            Map.entry("average_volume", NoiseAnswers::averageVolume),
            Map.entry("volume_ok", NoiseAnswers::volumeOk),
            Map.entry("noise_filter", vector -> passes(vector)),
            Map.entry("rejection_reason", NoiseAnswers::rejections),
            Map.entry("illiquid_hour", NoiseAnswers::illiquidHour),
            Map.entry("near_close", NoiseAnswers::nearClose),
            Map.entry("gap_ratio", NoiseAnswers::gapRatio),
            Map.entry("gap_ok", vector -> within(vector, "ratio")));

    /** A Monday of regular hours. */
    private static final LocalDate WHOLE_DAY = LocalDate.of(2024, 6, 3);

    private NoiseAnswers() {}

    private static Object spreadRatio(Vector vector) {
        double[] bid = Series.of(vector, "bid");
        double[] ask = Series.of(vector, "ask");
        double[] close = Series.of(vector, "close");
        BollingerBands bands = new BollingerBands(vector.inputs().get("period").asInt(), 1);
        double[] ratios = new double[close.length];
        for (int i = 0; i < close.length; i++) {
            bands.update(close[i]);
            ratios[i] = NoiseFilter.spreadToVolatility(bid[i], ask[i], bands.upper() - bands.middle());
        }
        return ratios;
    }

    private static Object within(Vector vector, String input) {
        double[] ratio = Series.of(vector, input);
        double most = vector.number("threshold");
        return each(ratio, i -> NoiseFilter.isWithin(ratio[i], most));
    }

    private static Object averageVolume(Vector vector) {
        double[] volume = Series.of(vector, "volume");
        AverageVolume average = new AverageVolume(vector.inputs().get("period").asInt());
        double[] means = new double[volume.length];
        for (int i = 0; i < volume.length; i++) {
            average.update((long) volume[i]);
            means[i] = average.value();
        }
        return means;
    }

    private static Object volumeOk(Vector vector) {
        NoiseRules rules = NoiseRules.defaults();
        double[] volume = Series.of(vector, "volume");
        double[] average = Series.of(vector, "avg_volume");
        List<Boolean> breakout = truths(vector, "breakout");
        return each(
                volume,
                i -> NoiseFilter.isAbove(
                        volume[i],
                        average[i],
                        breakout.get(i) ? rules.minBreakoutVolumeRatio() : rules.minVolumeRatio()));
    }

    private static double[] rejections(Vector vector) {
        double[] spread = Series.of(vector, "sv_ratio");
        double[] volume = Series.of(vector, "volume");
        double[] average = Series.of(vector, "avg_volume");
        List<Boolean> breakout = truths(vector, "breakout");
        List<Boolean> illiquid = truths(vector, "illiquid");
        NoiseFilter filter = new NoiseFilter(NoiseRules.defaults());
        double[] codes = new double[spread.length];
        for (int i = 0; i < codes.length; i++) {
            Reading reading = new Reading(
                    true,
                    spread[i],
                    illiquid.get(i),
                    volume[i],
                    average[i],
                    breakout.get(i),
                    0,
                    Double.POSITIVE_INFINITY);
            codes[i] = filter.objectionTo(reading)
                    .map(Rejection::reason)
                    .map(Rejection.Reason::code)
                    .orElse(0);
        }
        return codes;
    }

    private static Object illiquidHour(Vector vector) {
        List<Long> times = times(vector);
        return each(new double[times.size()], i -> TradingCalendar.nyse().isIlliquid(times.get(i)));
    }

    private static Object nearClose(Vector vector) {
        List<Long> times = times(vector);
        int minutes = vector.inputs().path("minutes").asInt(15);
        return each(new double[times.size()], i -> TradingCalendar.nyse().isNearClose(times.get(i), minutes));
    }

    private static Object gapRatio(Vector vector) {
        double[] open = Series.of(vector, "open");
        double[] close = Series.of(vector, "close");
        double[] ratios = new double[open.length];
        for (int i = 0; i < open.length; i++) {
            ratios[i] = NoiseFilter.gapRatio(open[i], i == 0 ? Double.NaN : close[i - 1]);
        }
        return ratios;
    }

    private static List<Long> times(Vector vector) {
        return StreamSupport.stream(vector.inputs().get("times_et").spliterator(), false)
                .map(time -> LocalTime.parse(time.asText()))
                .map(time -> WHOLE_DAY
                        .atTime(time)
                        .atZone(TradingCalendar.NEW_YORK)
                        .toInstant()
                        .toEpochMilli())
                .toList();
    }

    private static List<Boolean> truths(Vector vector, String input) {
        return StreamSupport.stream(vector.inputs().get(input).spliterator(), false)
                .map(node -> node.asBoolean())
                .toList();
    }

    private static Object passes(Vector vector) {
        double[] codes = rejections(vector);
        return each(codes, i -> codes[i] == 0);
    }

    private static boolean[] each(double[] values, IntPredicate claim) {
        boolean[] truths = new boolean[values.length];
        for (int i = 0; i < truths.length; i++) {
            truths[i] = claim.test(i);
        }
        return truths;
    }
}
