package io.fluxhero.engine.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RandomSourceTest {

    /** First outputs from state 0, 0, 0, 1 of the authors' C program, as published with its ports. */
    @Test
    void gives_the_published_numbers_of_xoshiro256_plus_plus() {
        RandomSource random = new RandomSource(0, 0, 0, 1);

        assertThat(LongStream.generate(random::nextLong).limit(10).toArray())
                .containsExactly(
                        0x0000000000800000L,
                        0x0000000000800011L,
                        0x0002200000800011L,
                        0x0002200044000020L,
                        0x00022000448008A1L,
                        0x01102100802208A0L,
                        0x0114002284200880L,
                        0x0402896644A64095L,
                        0x8A14A0A244ACC891L,
                        0x8C88BA4680B20495L);
    }

    /** The generator of the Java library is SplitMix64 too. */
    @Test
    void is_seeded_by_split_mix_64() {
        SplittableRandom library = new SplittableRandom(1_234_567);

        for (int i = 0; i < 20; i++) {
            assertThat(RandomSource.splitMix64(1_234_567, i)).isEqualTo(library.nextLong());
        }
        assertThat(RandomSource.splitMix64(1_234_567, 0)).isEqualTo(6457827717110365317L);
    }

    @Test
    void paths_of_one_seed_differ_and_paths_of_the_same_number_do_not() {
        assertThat(RandomSource.ofPath(42, 3).nextLong())
                .isEqualTo(RandomSource.ofPath(42, 3).nextLong())
                .isNotEqualTo(RandomSource.ofPath(42, 4).nextLong())
                .isNotEqualTo(RandomSource.ofPath(43, 3).nextLong());
        assertThat(IntStream.range(0, 10_000)
                        .mapToLong(path -> RandomSource.ofPath(42, path).nextLong())
                        .distinct())
                .hasSize(10_000);
    }

    @Test
    void whole_numbers_are_equally_likely() {
        RandomSource random = RandomSource.ofPath(1, 0);
        int[] seen = new int[7];

        for (int i = 0; i < 70_000; i++) {
            seen[random.nextInt(7)]++;
        }

        assertThat(Arrays.stream(seen)).allSatisfy(count -> assertThat(count).isBetween(9_600, 10_400));
        assertThat(random.nextInt(1)).isZero();
        assertThatThrownBy(() -> random.nextInt(0)).hasMessage("a bound is at least 1, not 0");
    }

    @Test
    void rejects_what_would_favour_small_numbers() {
        // This state gives 0 first, which three numbers cannot share evenly, and four can.
        RandomSource twin = new RandomSource(0, 1, 0, 0);
        assertThat(twin.nextLong()).isZero();
        long second = twin.nextLong();
        long accepted = second == 0 ? twin.nextLong() : second;

        RandomSource ofThree = new RandomSource(0, 1, 0, 0);
        RandomSource ofFour = new RandomSource(0, 1, 0, 0);

        assertThat(ofThree.nextInt(3)).isEqualTo((int) Math.unsignedMultiplyHigh(accepted, 3));
        assertThat(ofThree.nextLong()).isEqualTo(twin.nextLong());
        assertThat(ofFour.nextInt(4)).isZero();
        assertThat(ofFour.nextLong()).isEqualTo(second);
    }

    @Test
    void a_path_begins_with_four_outputs_of_its_own() {
        RandomSource expected = new RandomSource(
                RandomSource.splitMix64(42, 12),
                RandomSource.splitMix64(42, 13),
                RandomSource.splitMix64(42, 14),
                RandomSource.splitMix64(42, 15));
        RandomSource path = RandomSource.ofPath(42, 3);

        for (int i = 0; i < 8; i++) {
            assertThat(path.nextLong()).isEqualTo(expected.nextLong());
        }
    }
}
