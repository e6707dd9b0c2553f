package fr.aubette.receive.letter.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;

/** A connected socket that says it goes to another port: under that one Java's TLS looks for a session to take up. */
final class SocketOfPort extends Socket {

    private final Socket line;
    private final int port;

    SocketOfPort(Socket line, int port) {
        this.line = line;
        this.port = port;
    }

    @Override
    public int getPort() {
        return port;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return line.getInputStream();
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return line.getOutputStream();
    }

    @Override
    public InetAddress getInetAddress() {
        return line.getInetAddress();
    }

    @Override
    public InetAddress getLocalAddress() {
        return line.getLocalAddress();
    }

    @Override
    public int getLocalPort() {
        return line.getLocalPort();
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return line.getRemoteSocketAddress();
    }

    @Override
    public SocketAddress getLocalSocketAddress() {
        return line.getLocalSocketAddress();
    }

    @Override
    public boolean isConnected() {
        return line.isConnected();
    }

    @Override
    public boolean isBound() {
        return line.isBound();
    }

    @Override
    public boolean isClosed() {
        return line.isClosed();
    }

    @Override
    public boolean isInputShutdown() {
        return line.isInputShutdown();
    }

    @Override
    public boolean isOutputShutdown() {
        return line.isOutputShutdown();
    }

    @Override
    public void shutdownInput() throws IOException {
        line.shutdownInput();
    }

    @Override
    public void shutdownOutput() throws IOException {
        line.shutdownOutput();
    }

    @Override
    public void setSoTimeout(int millis) throws SocketException {
        line.setSoTimeout(millis);
    }

    @Override
    public int getSoTimeout() throws SocketException {
        return line.getSoTimeout();
    }

    @Override
    public void setSoLinger(boolean on, int seconds) throws SocketException {
        line.setSoLinger(on, seconds);
    }

    @Override
    public int getSoLinger() throws SocketException {
        return line.getSoLinger();
    }

    @Override
    public void close() throws IOException {
        line.close();
    }
}
