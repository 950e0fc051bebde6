package thangdiem.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A kept-alive connection that asks and reads, and does nothing else: the generator of the load
 * shares its processors with what it measures. When the server wants to close it, the next question
 * opens another.
 */
final class Http implements AutoCloseable {

  private final int port;
  private Socket socket;
  private InputStream in;
  private OutputStream out;

  Http(int port) throws IOException {
    this.port = port;
    this.socket = new Socket();
    this.in = InputStream.nullInputStream();
    this.out = OutputStream.nullOutputStream();
    connect();
  }

  private void connect() throws IOException {
    socket.close();
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    out = socket.getOutputStream();
  }

  /** An answer: its status, the lines of its head, and its body. */
  record Answer(int status, String head, byte[] body) {

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    /** The cookies that it sets, as a request sends them. */
    String cookies() {
      var cookies = new StringBuilder();
      head.lines()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("set-cookie:"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip().split(";", 2)[0])
          .forEach(cookie -> cookies.append(cookies.isEmpty() ? "" : "; ").append(cookie));
      return cookies.toString();
    }
  }

  static byte[] get(String path, String cookies) {
    return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookies + "\r\n\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** As browsers ask, who take it packed. */
  static byte[] getPacked(String path) {
    return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  static byte[] post(String path, String cookies, String form) {
    return post(path, cookies, form, "text/html");
  }

  static byte[] postForJson(String path, String cookies, String form) {
    return post(path, cookies, form, "application/json");
  }

  private static byte[] post(String path, String cookies, String form, String accept) {
    var body = form.getBytes(StandardCharsets.UTF_8);
    var head =
        "POST "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nCookie: "
            + cookies
            + "\r\nAccept: "
            + accept
            + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    var headBytes = head.getBytes(StandardCharsets.UTF_8);
    var whole = java.util.Arrays.copyOf(headBytes, headBytes.length + body.length);
    System.arraycopy(body, 0, whole, headBytes.length, body.length);
    return whole;
  }

  Answer ask(byte[] request) throws IOException {
    var answer = answer(request);
    if (answer.head().toLowerCase(Locale.ROOT).contains("\nconnection: close\n")) {
      connect();
    }
    return answer;
  }

  private Answer answer(byte[] request) throws IOException {
    out.write(request);
    var head = new StringBuilder();
    for (String line = line(); !line.isEmpty(); line = line()) {
      head.append(line).append('\n');
    }
    var lower = head.toString().toLowerCase(Locale.ROOT);
    int status = Integer.parseInt(head.substring(9, 12));
    int at = lower.indexOf("\ncontent-length:");
    if (at >= 0) {
      int end = lower.indexOf('\n', at + 1);
      int length =
          Integer.parseInt(lower.substring(at + "\ncontent-length:".length(), end).strip());
      return new Answer(status, head.toString(), in.readNBytes(length));
    }
    return new Answer(
        status,
        head.toString(),
        lower.contains("transfer-encoding: chunked") ? chunks() : new byte[0]);
  }

  private byte[] chunks() throws IOException {
    var whole = new java.io.ByteArrayOutputStream();
    for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
      whole.write(in.readNBytes(size));
      line();
    }
    line();
    return whole.toByteArray();
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    int read;
    while ((read = in.read()) != '\n') {
      if (read < 0) {
        throw new IOException("the server has closed the connection");
      }
      if (read != '\r') {
        line.append((char) read);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
