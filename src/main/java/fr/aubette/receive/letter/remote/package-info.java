/**
 * Drop folders on a server, by SFTP and FTPS: nothing of it is loaded unless one is configured. Entry point for a
 * check: {@link fr.aubette.receive.letter.remote.RemoteTrial}.
 */
@NullMarked
package fr.aubette.receive.letter.remote;

import org.jspecify.annotations.NullMarked;
