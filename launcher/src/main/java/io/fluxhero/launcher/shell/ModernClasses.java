package io.fluxhero.launcher.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/**
 * Rewrites a library of class files from before Java 6, which no archive of loaded classes takes: they get the stack maps
 * and the version of Java 8. What they do stays the same. A command that is parsed from the archive costs a seventh less.
 */
final class ModernClasses {

    private ModernClasses() {}

    /** Takes the library and the file that is to be written. */
    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]), Path.of(arguments[1]));
    }

    static void write(Path library, Path modern) throws IOException {
        URL[] url = {URI.create("file:" + library.toAbsolutePath()).toURL()};
        try (JarFile in = new JarFile(library.toFile());
                URLClassLoader classes = new URLClassLoader(url);
                OutputStream file = Files.newOutputStream(modern);
                JarOutputStream out = new JarOutputStream(file)) {
            ClassFile format = ClassFile.of(
                    StackMapsOption.GENERATE_STACK_MAPS,
                    ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(classes)));
            for (JarEntry entry : Collections.list(in.entries())) {
                if (!entry.isDirectory() && !entry.getName().startsWith("META-INF/")) {
                    byte[] bytes = in.getInputStream(entry).readAllBytes();
                    out.putNextEntry(new JarEntry(entry.getName()));
                    out.write(entry.getName().endsWith(".class") ? modern(format, bytes) : bytes);
                    out.closeEntry();
                }
            }
        }
    }

    private static byte[] modern(ClassFile format, byte[] old) {
        ClassTransform version = (builder, element) -> {
            if (element instanceof ClassFileVersion) {
                builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
            } else {
                builder.with(element);
            }
        };
        ClassTransform code = ClassTransform.transformingMethodBodies((builder, element) -> builder.with(element));
        return format.transformClass(format.parse(old), version.andThen(code));
    }
}
