package fr.aubette.receive.mail;

import fr.aubette.hub.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Debian's Postfix and Dovecot, each with its configuration and data in one temporary folder and on free ports of the
 * loopback. Postfix delivers to Dovecot by LMTP; any user of {@value #DOMAIN} has a mailbox, the password is
 * {@value #PASSWORD}.
 */
final class RealMailServers implements AutoCloseable {

    static final String DOMAIN = "departement.example";
    static final String PASSWORD = "secret";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Path CONFIGURATIONS = Path.of("src/test/resources/real-mail");

    final int smtp = Ports.free();
    final int imap = Ports.free();
    final int imaps = Ports.free();
    final int tokens = Ports.free();
    private final int lmtp = Ports.free();
    private final Path folder;
    private Process dovecot;
    private Process postfix;

    RealMailServers() throws IOException {
        folder = Files.createTempDirectory(
                "aubette-real-mail",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.createDirectories(folder.resolve("spool"));
        owned(Files.createDirectories(folder.resolve("data")), "postfix");
        owned(Files.createDirectories(folder.resolve("mail")), "mail");
        certify();
        for (String each : List.of("dovecot.conf", "oauth2.conf.ext", "main.cf", "master.cf")) {
            Files.writeString(folder.resolve(each), filled(Files.readString(CONFIGURATIONS.resolve(each))));
        }
        startDovecot();
        postfix = run("postfix", "-c", folder.toString(), "start-fg");
        Ports.await(smtp, PATIENCE);
    }

    /** Whether they are installed, and this user may run them. */
    static boolean available() {
        return Files.isExecutable(Path.of("/usr/sbin/dovecot"))
                && Files.isExecutable(Path.of("/usr/sbin/postfix"))
                && "root".equals(System.getProperty("user.name"));
    }

    private String filled(String text) {
        return text.replace("@FOLDER@", folder.toString())
                .replace("@SMTP@", Integer.toString(smtp))
                .replace("@IMAP@", Integer.toString(imap))
                .replace("@IMAPS@", Integer.toString(imaps))
                .replace("@LMTP@", Integer.toString(lmtp))
                .replace("@TOKENS@", Integer.toString(tokens))
                .replace("@DOMAIN@", DOMAIN)
                .replace("@PASSWORD@", PASSWORD);
    }

    void startDovecot() throws IOException {
        dovecot = run("dovecot", "-F", "-c", folder.resolve("dovecot.conf").toString());
        Ports.await(imap, PATIENCE);
        Ports.await(lmtp, PATIENCE);
    }

    /** As a power cut: each of its processes at once, without a word to anybody. */
    void killDovecot() throws InterruptedException {
        List<ProcessHandle> all = new ArrayList<>(dovecot.descendants().toList());
        dovecot.destroyForcibly().waitFor();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().join());
    }

    /** What a restored backup or a migration does to a mailbox while its server is down. */
    void renumber(String user) throws IOException {
        try (Stream<Path> files = Files.list(mailbox(user))) {
            for (Path each : files.filter(file -> file.getFileName().toString().startsWith("dovecot"))
                    .toList()) {
                Files.delete(each);
            }
        }
    }

    /** The files of the mails of one user, in no order. */
    List<Path> mails(String user) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String each : List.of("new", "cur")) {
            Path part = mailbox(user).resolve(each);
            if (Files.isDirectory(part)) {
                try (Stream<Path> files = Files.list(part)) {
                    files.forEach(found::add);
                }
            }
        }
        return found;
    }

    /** The certificate that nobody but itself has signed, for the name localhost. */
    Path certificate() {
        return folder.resolve("cert.pem");
    }

    private Path mailbox(String user) {
        return folder.resolve("mail").resolve(user);
    }

    private void certify() throws IOException {
        await(run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-keyout",
                folder.resolve("key.pem").toString(),
                "-out",
                certificate().toString(),
                "-subj",
                "/CN=localhost",
                "-addext",
                "subjectAltName=DNS:localhost"));
    }

    private Process run(String... command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("output.log").toFile()))
                .start();
    }

    private static void await(Process process) throws IOException {
        try {
            if (process.waitFor() != 0) {
                throw new IOException("exit " + process.exitValue());
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static void owned(Path path, String user) throws IOException {
        Files.setOwner(
                path, path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user));
    }

    @Override
    public void close() throws Exception {
        await(run("postfix", "-c", folder.toString(), "stop"));
        postfix.waitFor();
        killDovecot();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
