package fr.aubette.receive.letter.remote;

import fr.aubette.receive.letter.DropFile;
import fr.aubette.receive.letter.FetchedPages.Page;
import fr.aubette.receive.letter.PageName;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.apache.commons.net.ftp.FTPFile;

/** The ordinary files that a server lists in one folder, whatever its protocol, by name. */
final class RemoteListing {

    private final String folder;
    private final SortedMap<String, Page> files = new TreeMap<>();

    private RemoteListing(String folder) {
        this.folder = folder;
    }

    static RemoteListing of(GenericFileOperations<?> operations, String folder) {
        RemoteListing listing = new RemoteListing(folder);
        for (Object file : operations.listFiles(folder.isEmpty() ? "." : folder)) {
            if (file instanceof FTPFile ftp && ftp.isFile()) {
                listing.add(ftp.getName(), ftp.getSize(), written(ftp));
            } else if (file instanceof SftpRemoteFile<?> sftp && !sftp.isDirectory()) {
                listing.add(sftp.getFilename(), sftp.getFileLength(), sftp.getLastModified());
            }
        }
        return listing;
    }

    /** The folder that a file lies in; empty for the account's own. */
    static String folder(GenericFile<?> entry) {
        String path = entry.getAbsoluteFilePath();
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private static long written(FTPFile file) {
        return Optional.ofNullable(file.getTimestamp())
                .map(time -> time.getTimeInMillis())
                .orElse(0L);
    }

    private void add(String name, long size, long written) {
        files.put(name, new Page(folder.isEmpty() ? name : folder + "/" + name, size, written));
    }

    /** The files of one letter by their number; of two with the same number the first by name. */
    SortedMap<Integer, Page> letter(String name) {
        SortedMap<Integer, Page> letter = new TreeMap<>();
        files.forEach((file, page) -> PageName.of(file)
                .filter(numbered -> numbered.letter().equals(name) && !DropFile.isIgnored(file))
                .filter(numbered -> RemoteScans.isSafe(file))
                .ifPresent(numbered -> letter.putIfAbsent(numbered.number(), page)));
        return letter;
    }

    /** The length of a file of that name in bytes; empty when there is none. */
    Optional<Long> size(String name) {
        return Optional.ofNullable(files.get(name)).map(Page::size);
    }

    /** Where a file of that name lies; empty when none does. */
    Optional<String> path(String name) {
        return Optional.ofNullable(files.get(name)).map(Page::path);
    }
}
