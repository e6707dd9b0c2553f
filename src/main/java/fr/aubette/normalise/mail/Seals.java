package fr.aubette.normalise.mail;

import fr.aubette.model.Mail.Protection;
import fr.aubette.model.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Opens what holds the mail's parts in a form of its own: opaque signatures and {@code winmail.dat}. Once, not inside
 * each other.
 */
final class Seals {

    private static final Set<String> CMS = Set.of("application/pkcs7-mime", "application/x-pkcs7-mime");
    private static final Set<String> TNEF = Set.of("application/ms-tnef", "application/vnd.ms-tnef");

    private Seals() {}

    static boolean isCms(Part part) {
        return CMS.contains(part.mediaType());
    }

    static boolean isTnef(Part part) {
        return TNEF.contains(part.mediaType())
                || part.rawName().filter("winmail.dat"::equalsIgnoreCase).isPresent();
    }

    /** Puts what is inside each sealed part below it, and says how the mail was protected. */
    static Protection open(Part root) {
        Protection found = Protection.NONE;
        List<Part> parts = root.all();
        boolean anyText = parts.stream()
                .anyMatch(part ->
                        part.mediaType().startsWith("text/") && part.body().size() > 2);
        for (Part part : parts) {
            if (isTnef(part) && part.children.isEmpty()) {
                openTnef(part, anyText);
            }
            Protection own = protection(part);
            found = own.compareTo(found) > 0 ? own : found;
        }
        return found;
    }

    private static Protection protection(Part part) {
        if (isCms(part) && part.children.isEmpty()) {
            return openCms(part);
        }
        if (part.is("multipart/encrypted")) {
            return Protection.ENCRYPTED;
        }
        if (part.is("multipart/signed")) {
            return Protection.SIGNED;
        }
        return part.is("text/plain") ? armour(part) : Protection.NONE;
    }

    /** OpenPGP in the text itself (RFC 4880, 6.2 and 7). */
    private static Protection armour(Part part) {
        if (part.body().opensWithDashes("-----BEGIN PGP MESSAGE-----")) {
            return Protection.ENCRYPTED;
        }
        boolean signed = part.body().opensWithDashes("-----BEGIN PGP SIGNED MESSAGE-----");
        return signed ? Protection.SIGNED : Protection.NONE;
    }

    private static Protection openCms(Part part) {
        byte[] bytes = part.body().bytes();
        boolean signed = part.typeParameter("smime-type")
                .map(type -> type.startsWith("signed"))
                .orElseGet(() -> SignedContent.isSigned(bytes));
        if (!signed) {
            boolean certificates = part.typeParameter("smime-type")
                    .filter("certs-only"::equals)
                    .isPresent();
            return certificates ? Protection.NONE : Protection.ENCRYPTED;
        }
        SignedContent.of(bytes).flatMap(Seals::mail).ifPresent(part.children::add);
        return Protection.SIGNED;
    }

    private static Optional<Part> mail(byte[] content) {
        try {
            return Optional.of(MimeReader.read(new ByteArrayInputStream(content)));
        } catch (IOException | Refused unreadable) {
            return Optional.empty();
        }
    }

    private static void openTnef(Part part, boolean anyText) {
        Tnef.of(part.body().bytes()).ifPresent(tnef -> {
            if (!anyText && !tnef.text().isBlank()) {
                part.children.add(Part.ofText(tnef.text()));
            }
            tnef.files().forEach(file -> part.children.add(Part.ofFile(file.name(), file.mediaType(), file.size())));
        });
    }
}
