package fr.aubette.cli;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.util.Map;
import java.util.Properties;

/**
 * Whether a mailbox lets the hub in and has its folders.
 *
 * @param source its entry of {@code channels.yaml}, with defaults
 */
record MailboxCheck(Map<String, String> source) implements Check {

    @Override
    public Finding look() {
        String protocol = value("protocol");
        Properties properties = new Properties();
        for (String timeout : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty("mail." + protocol + "." + timeout, "4000");
        }
        try (Store store = Session.getInstance(properties).getStore(protocol)) {
            store.connect(value("host"), Integer.parseInt(value("port")), value("user"), value("password"));
            for (String name : new String[] {value("folder"), value("moveTo")}) {
                if (!name.isEmpty() && !exists(store, name)) {
                    return Finding.failure(
                            new Said("no folder is called " + name, "aucun dossier ne s'appelle " + name),
                            new Said("create it, or correct channels.yaml", "créez-le ou corrigez channels.yaml"));
                }
            }
            return Finding.ok("mailbox open", "boîte ouverte");
        } catch (AuthenticationFailedException e) {
            return Finding.failure(
                    new Said("the server refuses the account", "le serveur refuse le compte"),
                    new Said(
                            "check user and password in channels.yaml",
                            "vérifiez user et password dans channels.yaml"));
        } catch (MessagingException | IllegalArgumentException e) {
            return Finding.failure(
                    new Said("no answer from " + value("host"), "pas de réponse de " + value("host")),
                    new Said(
                            "check host, port and protocol (imaps or imap), and its certificate",
                            "vérifiez host, port et protocol (imaps ou imap), et son certificat"));
        }
    }

    private static boolean exists(Store store, String name) throws MessagingException {
        Folder folder = store.getFolder(name);
        return folder.exists();
    }

    private String value(String key) {
        return source.getOrDefault(key, "");
    }
}
