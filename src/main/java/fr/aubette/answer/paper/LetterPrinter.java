package fr.aubette.answer.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Makes pages of letters and slips, after the layouts of {@code paper/}: in French, as citizens read them. */
@Component
public class LetterPrinter {

    private final SpringTemplateEngine layouts = new SpringTemplateEngine();
    private final PaperSettings settings;

    public LetterPrinter(PaperSettings settings) {
        this.settings = settings;
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
        files.setPrefix("paper/");
        files.setSuffix(".html");
        files.setTemplateMode(TemplateMode.HTML);
        files.setCharacterEncoding("UTF-8");
        layouts.setTemplateResolver(files);
    }

    /** The letter as PDF. */
    public byte[] letter(PaperLetter letter) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        write(
                "letter",
                Map.of(
                        "letter", letter,
                        "house", settings.house(),
                        "town", settings.town(),
                        "logo", logo(),
                        "code", TicketCode.address(letter.number())),
                pdf);
        return pdf.toByteArray();
    }

    /** The picture of a DataMatrix, as the address of an image; Latin-1 only. */
    public static String code(String text) {
        return TicketCode.address(text);
    }

    /**
     * Any other sheet.
     *
     * @param layout a file of {@code paper/} without its ending
     */
    public byte[] sheet(String layout, Map<String, Object> about) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        write(layout, about, pdf);
        return pdf.toByteArray();
    }

    private void write(String layout, Map<String, Object> about, OutputStream out) {
        Context context = new Context(Locale.FRENCH, about);
        context.setVariable("house", settings.house());
        context.setVariable("plain", new Wording());
        try {
            TaggedPdf.write(layouts.process(layout, context), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String logo() {
        return settings.logo().isBlank() ? "" : picture(Path.of(settings.logo()));
    }

    private static String picture(Path file) {
        try {
            String type = file.toString().toLowerCase(Locale.ROOT).endsWith(".png") ? "png" : "jpeg";
            return "data:image/" + type + ";base64," + Base64.getEncoder().encodeToString(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("aubette.paper.logo cannot be read", e);
        }
    }
}
