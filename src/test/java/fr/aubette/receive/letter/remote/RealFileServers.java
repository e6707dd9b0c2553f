package fr.aubette.receive.letter.remote;

import fr.aubette.hub.Ports;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** Debian's own sshd and vsftpd, each with a drop folder of its own, in a temporary folder. */
final class RealFileServers implements Closeable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final Path folder;
    final int sftp = Ports.free();
    final int ftps = Ports.free();
    private Process sshd;
    private Process vsftpd;

    RealFileServers() throws IOException {
        folder = Files.createTempDirectory(
                "aubette-real-files",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.createDirectories(folder.resolve("ftp"));
        Files.createDirectories(drop("sftp"));
        Files.createDirectories(drop("ftps"));
        Files.createDirectories(folder.resolve("empty"));
        Files.createDirectories(Path.of("/run/sshd"));
        owned(drop("ftps"));
        makeKeys();
        Files.writeString(
                folder.resolve("sshd_config"),
                SSHD.replace("@FOLDER@", folder + "").replace("@PORT@", sftp + ""));
        Files.writeString(
                folder.resolve("vsftpd.conf"),
                VSFTPD.replace("@FOLDER@", folder + "").replace("@PORT@", ftps + ""));
        start();
    }

    private static final String SSHD = """
            ListenAddress 127.0.0.1
            Port @PORT@
            HostKey @FOLDER@/host_key
            AuthorizedKeysFile @FOLDER@/account.pub
            PermitRootLogin yes
            StrictModes no
            UsePAM no
            PidFile none
            Subsystem sftp internal-sftp
            ForceCommand internal-sftp -d @FOLDER@
            """;

    private static final String VSFTPD = """
            listen=YES
            listen_address=127.0.0.1
            listen_port=@PORT@
            background=NO
            seccomp_sandbox=NO
            secure_chroot_dir=@FOLDER@/empty
            anonymous_enable=YES
            local_enable=NO
            anon_root=@FOLDER@/ftp
            write_enable=YES
            anon_upload_enable=YES
            anon_mkdir_write_enable=YES
            anon_other_write_enable=YES
            anon_world_readable_only=NO
            ssl_enable=YES
            allow_anon_ssl=YES
            force_anon_logins_ssl=YES
            force_anon_data_ssl=YES
            require_ssl_reuse=YES
            ssl_ciphers=HIGH
            rsa_cert_file=@FOLDER@/cert.pem
            rsa_private_key_file=@FOLDER@/key.pem
            """;

    static boolean available() {
        return Files.isExecutable(Path.of("/usr/sbin/sshd"))
                && Files.isExecutable(Path.of("/usr/sbin/vsftpd"))
                && "root".equals(System.getProperty("user.name"));
    }

    /** Where the files of one protocol's drop folder lie. */
    Path drop(String protocol) {
        return folder.resolve(protocol.equals("ftps") ? "ftp/depot" : "depot");
    }

    Path hostKeys() {
        return folder.resolve("known_hosts");
    }

    Path accountKey() {
        return folder.resolve("account");
    }

    /** The certificate that nobody but itself has signed, for the name localhost. */
    Path certificate() {
        return folder.resolve("cert.pem");
    }

    void start() throws IOException {
        sshd = run(
                "/usr/sbin/sshd",
                "-D",
                "-e",
                "-f",
                folder.resolve("sshd_config").toString());
        vsftpd = run("/usr/sbin/vsftpd", folder.resolve("vsftpd.conf").toString());
        Ports.await(sftp, PATIENCE);
        Ports.await(ftps, PATIENCE);
    }

    /** Ends every connection of this moment, in whatever it is. */
    void killConnections() {
        List<ProcessHandle> all = new ArrayList<>(sshd.descendants().toList());
        all.addAll(vsftpd.descendants().toList());
        all.forEach(ProcessHandle::destroyForcibly);
    }

    private void makeKeys() throws IOException {
        ended("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder.resolve("host_key") + "");
        ended("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", accountKey() + "");
        Files.writeString(hostKeys(), "[localhost]:" + sftp + " " + Files.readString(folder.resolve("host_key.pub")));
        ended(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-keyout",
                folder.resolve("key.pem") + "",
                "-out",
                certificate() + "",
                "-subj",
                "/CN=localhost",
                "-addext",
                "subjectAltName=DNS:localhost");
    }

    /** Gives a file of the FTP server to the account under which it works. */
    void owned(Path path) throws IOException {
        Files.setOwner(
                path, path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("ftp"));
    }

    private Process run(String... command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("output.log").toFile()))
                .start();
    }

    private void ended(String... command) throws IOException {
        try {
            if (run(command).waitFor() != 0) {
                throw new IOException(Files.readString(folder.resolve("output.log")));
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        killConnections();
        sshd.destroyForcibly();
        vsftpd.destroyForcibly();
        FileSystemUtils.deleteRecursively(folder);
    }
}
