package fr.aubette.typed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Reads what somebody typed from a JSON object: texts, persons one level down, and files in base64.
 *
 * <p>A stream is read once, token by token: neither the nesting nor the bytes of a file are ever held. Bytes are
 * decoded strictly before the parser sees them, since it takes overlong UTF-8; a byte order mark is skipped (RFC 8259,
 * 8.1).
 */
public final class TypedJson {

    private static final Set<String> REQUESTERS =
            Set.of("demandeur", "requester", "sender", "citizen", "champs", "fields");
    private static final Set<String> BENEFICIARIES = Set.of("beneficiaire", "beneficiary");

    private final Limits limits;
    private final JsonFactory json;

    public TypedJson(Limits limits) {
        this.limits = limits;
        this.json = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(Limits.DEPTH)
                        .maxNameLength(Limits.NAME)
                        .maxStringLength(limits.text())
                        .maxNumberLength(50)
                        .build())
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    /**
     * Reads the whole stream; the caller closes it.
     *
     * @throws Unreadable if it does not hold one flat object within the limits
     */
    public Typed read(InputStream in) throws IOException {
        try (JsonParser parser = json.createParser(strict(in))) {
            parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
            return read(parser);
        } catch (CharacterCodingException e) {
            throw caused(Fault.NOT_UTF8, e);
        } catch (StreamConstraintsException e) {
            throw caused(constraint(e), e);
        } catch (JsonParseException e) {
            throw caused(e.getOriginalMessage().startsWith("Duplicate field") ? Fault.DUPLICATE : Fault.NOT_JSON, e);
        }
    }

    private static Reader strict(InputStream in) throws IOException {
        Reader reader = new BufferedReader(new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        reader.mark(1);
        if (reader.read() != '\ufeff') {
            reader.reset();
        }
        return reader;
    }

    private Typed read(JsonParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new Unreadable(Fault.EMPTY);
        }
        if (first != JsonToken.START_OBJECT) {
            throw new Unreadable(Fault.NOT_AN_OBJECT);
        }
        TypedBuilder typed = new TypedBuilder(limits);
        members(parser, "", typed);
        if (parser.nextToken() != null) {
            throw new Unreadable(Fault.NOT_JSON);
        }
        return typed.build();
    }

    private void members(JsonParser parser, String prefix, TypedBuilder typed) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String given = parser.currentName();
            String name = prefix + given;
            switch (parser.nextToken()) {
                case VALUE_STRING -> typed.field(name, text(parser, name));
                case VALUE_TRUE -> typed.field(name, "oui");
                case VALUE_FALSE -> typed.field(name, "non");
                case VALUE_NULL -> typed.field(name, "");
                case START_OBJECT -> members(parser, inner(given, name, prefix), typed);
                case START_ARRAY -> files(parser, Names.canonical(name), typed);
                default -> throw new Unreadable(Fault.WRONG_TYPE, Names.canonical(name));
            }
        }
    }

    private static String text(JsonParser parser, String name) throws IOException {
        try {
            return parser.getText();
        } catch (StreamConstraintsException e) {
            throw caused(Fault.TOO_LONG, Names.canonical(name), e);
        }
    }

    private static String inner(String given, String name, String prefix) {
        if (prefix.isEmpty() && BENEFICIARIES.contains(given)) {
            return Names.BENEFICIARY;
        }
        if (prefix.isEmpty() && REQUESTERS.contains(given)) {
            return "";
        }
        throw new Unreadable(Fault.WRONG_TYPE, Names.canonical(name));
    }

    private void files(JsonParser parser, String name, TypedBuilder typed) throws IOException {
        if (!name.equals(Names.FILES)) {
            throw new Unreadable(Fault.WRONG_TYPE, name);
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw new Unreadable(Fault.WRONG_TYPE, name);
            }
            typed.file(file(parser));
        }
    }

    private TypedFile file(JsonParser parser) throws IOException {
        String fileName = "";
        String type = "application/octet-stream";
        CountingStream size = new CountingStream(limits.fileBytes());
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = Names.canonical(parser.currentName());
            if (parser.nextToken() != JsonToken.VALUE_STRING) {
                throw new Unreadable(Fault.WRONG_TYPE, Names.FILES);
            }
            switch (key) {
                case Names.LAST_NAME, Names.NAME, "filename", "file_name" -> fileName = parser.getText();
                case "type", "media_type", "content_type" -> type = parser.getText();
                case Names.MESSAGE, "content", "base64" -> decode(parser, size);
                default -> parser.getText();
            }
        }
        return new TypedFile(FileNames.safe(fileName), Texts.cut(Texts.oneLine(type), Limits.NAME), size.count());
    }

    private static void decode(JsonParser parser, CountingStream size) throws IOException {
        try {
            parser.readBinaryValue(size);
        } catch (Unreadable e) {
            throw e;
        } catch (JsonParseException | IllegalArgumentException e) {
            throw caused(Fault.FILE_UNREADABLE, Names.FILES, e);
        }
    }

    private static Fault constraint(StreamConstraintsException e) {
        return e.getOriginalMessage().contains("nesting depth") ? Fault.TOO_DEEP : Fault.TOO_LONG;
    }

    private static Unreadable caused(Fault fault, Exception cause) {
        return caused(fault, "", cause);
    }

    private static Unreadable caused(Fault fault, String field, Exception cause) {
        Unreadable unreadable = new Unreadable(fault, field);
        unreadable.initCause(cause);
        return unreadable;
    }
}
