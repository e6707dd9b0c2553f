package fr.aubette.receive.form;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import fr.aubette.intake.IntakeUnavailable;
import fr.aubette.model.Content;
import fr.aubette.typed.Fault;
import fr.aubette.typed.Limits;
import fr.aubette.typed.Names;
import fr.aubette.typed.Typed;
import fr.aubette.typed.TypedJson;
import fr.aubette.typed.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Reads a posted form, whatever way it was posted: JSON from a program, or one of the two shapes that a page posts. */
@Component("formReader")
public class FormReader {

    /** What a token may be: long enough for any client's, short and plain enough for an index. */
    private static final Pattern TOKEN = Pattern.compile("[\\p{Alnum}._:\\-]{1,100}");

    private static final JsonFactory JSON = new JsonFactory();

    private final Limits limits;
    private final long maxBody;
    private final TypedJson typedJson;

    FormReader(FormSettings settings) {
        this.limits = settings.limits();
        this.maxBody = settings.maxBody().toBytes();
        this.typedJson = new TypedJson(limits);
    }

    /**
     * What the form says.
     *
     * @throws Unreadable if it says nothing that can be read
     */
    public FormEntry read(FormPost post) {
        if (post.body().size() > maxBody) {
            throw new Unreadable(Fault.TOO_LARGE);
        }
        MediaType type = type(post.contentType());
        try {
            if (type.isCompatibleWith(MediaType.APPLICATION_JSON)) {
                return json(post);
            }
            return page(post, type);
        } catch (IOException e) {
            throw new IntakeUnavailable("a form could not be put aside", e);
        }
    }

    private static MediaType type(String contentType) {
        try {
            MediaType type = MediaType.parseMediaType(contentType);
            boolean known = List.of(
                            MediaType.APPLICATION_JSON,
                            MediaType.APPLICATION_FORM_URLENCODED,
                            MediaType.MULTIPART_FORM_DATA)
                    .stream()
                    .anyMatch(type::equalsTypeAndSubtype);
            boolean utf8 = type.getCharset() == null || StandardCharsets.UTF_8.equals(type.getCharset());
            if (known && utf8) {
                return type;
            }
            throw new Unreadable(Fault.MEDIA_TYPE);
        } catch (InvalidMediaTypeException | java.nio.charset.UnsupportedCharsetException e) {
            throw new Unreadable(Fault.MEDIA_TYPE);
        }
    }

    private FormEntry json(FormPost post) throws IOException {
        try (InputStream in = post.body().content().open()) {
            return entry(post, false, typedJson.read(in), post.body().content());
        }
    }

    private FormEntry page(FormPost post, MediaType type) throws IOException {
        byte[] bytes = post.body().content().bytes();
        if (bytes.length == 0) {
            throw new Unreadable(Fault.EMPTY);
        }
        PageBody page = type.equalsTypeAndSubtype(MediaType.MULTIPART_FORM_DATA)
                ? Multipart.read(bytes, type, limits)
                : PageBody.urlEncoded(bytes, limits);
        Typed typed = page.typed(limits);
        write(page, post);
        return entry(post, true, typed, Content.of(post.body().scratch()));
    }

    private static FormEntry entry(FormPost post, boolean page, Typed typed, Content json) {
        String form = post.form().isEmpty() ? typed.get(Names.FORM).orElse("contact") : post.form();
        String token = Optional.of(post.token())
                .filter(header -> !header.isEmpty())
                .or(() -> typed.get(Names.TOKEN))
                .orElseGet(() -> UUID.randomUUID().toString());
        if (!TOKEN.matcher(token).matches()) {
            throw new Unreadable(Fault.CHARACTER, Names.TOKEN);
        }
        return new FormEntry(form, post.language(), token, page, typed, json, List.of());
    }

    /** A page's fields and files as the JSON that a program would have posted. */
    private static void write(PageBody page, FormPost post) throws IOException {
        try (OutputStream out = Files.newOutputStream(post.body().scratch());
                JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            for (PageBody.Text field : page.fields()) {
                if (!Names.canonical(field.name()).equals(Names.FILES)) {
                    json.writeStringField(field.name(), field.text());
                }
            }
            if (!page.files().isEmpty()) {
                json.writeArrayFieldStart(Names.FILES);
                for (PageBody.File file : page.files()) {
                    json.writeStartObject();
                    json.writeStringField("nom", file.name());
                    json.writeStringField("type", file.mediaType());
                    json.writeFieldName("contenu");
                    json.writeBinary(file.request(), file.start(), file.length());
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        }
    }
}
