package io.fluxhero.launcher.report;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import io.fluxhero.launcher.run.BacktestRun;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The report on paper. The writer is loaded only when someone asks for it. */
public final class PdfFile {

    /** Held here, since a logger that nobody holds forgets its level. */
    private static final Logger FONTS = Logger.getLogger("org.apache.pdfbox");

    private PdfFile() {}

    /** Writes the report of a run as PDF. */
    public static void write(BacktestRun run, Path file) throws IOException {
        System.setProperty("java.awt.headless", "true");
        FONTS.setLevel(Level.OFF);
        XRLog.setLoggingEnabled(false);
        try (OutputStream out = Files.newOutputStream(file);
                BatikSVGDrawer drawings = new BatikSVGDrawer()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.useFastMode().useSVGDrawer(drawings);
            builder.withHtmlContent(ReportPage.forPaper(run), null)
                    .toStream(out)
                    .run();
        }
    }
}
