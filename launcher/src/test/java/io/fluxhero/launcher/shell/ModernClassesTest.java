package io.fluxhero.launcher.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.classfile.ClassFile;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ModernClassesTest {

    private static final String MAIN_CLASS = "picocli/CommandLine.class";

    /** The real library, run by its rewritten classes: the verifier reads every stack map. */
    @Test
    void rewritten_classes_do_what_they_did(@TempDir Path folder) throws Exception {
        Path library = Path.of(CommandLine.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path modern = folder.resolve("modern.jar");

        ModernClasses.write(library, modern);

        assertThat(versionIn(library)).isLessThan(ClassFile.JAVA_6_VERSION);
        assertThat(versionIn(modern)).isEqualTo(ClassFile.JAVA_8_VERSION);
        try (URLClassLoader alone =
                new URLClassLoader(new URL[] {modern.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            Class<?> version = alone.loadClass("picocli.CommandLine");
            assertThat(version).isNotSameAs(CommandLine.class);
            assertThat(version.getField("VERSION").get(null)).isEqualTo(CommandLine.VERSION);
            Object model = alone.loadClass("picocli.CommandLine$Model$CommandSpec")
                    .getMethod("create")
                    .invoke(null);
            Object line = version.getConstructor(Object.class).newInstance(model);
            assertThat(version.getMethod("getUsageMessage").invoke(line))
                    .asString()
                    .contains("Usage:");
        }
    }

    private static int versionIn(Path jar) throws Exception {
        try (JarFile file = new JarFile(jar.toFile())) {
            byte[] bytes = file.getInputStream(file.getEntry(MAIN_CLASS)).readAllBytes();
            return ClassFile.of().parse(bytes).majorVersion();
        }
    }
}
