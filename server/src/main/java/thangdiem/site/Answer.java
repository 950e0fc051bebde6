package thangdiem.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import thangdiem.exchange.Sha256;

/**
 * An answer as bytes, plain and packed, with all it says of itself (câu trả lời): the same for
 * everybody, so it can be kept and given again.
 *
 * @param packed by gzip; empty where that saves nothing
 * @param tag strong: the beginning of the SHA-256 of the bytes
 */
record Answer(byte[] bytes, Optional<byte[]> packed, String tag, Map<String, String> headers) {

  /** A version's pages never change: a correction is another version. */
  static final String FOR_EVER = "public, max-age=31536000, immutable";

  static final String A_MINUTE = "public, max-age=60";
  static final String NOT_KEPT = "no-store";
  static final String HTML = "text/html;charset=UTF-8";

  /** Nothing from elsewhere, nothing inline, no script at all. */
  private static final String CONTENT =
      "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors ";

  private static final int DIGITS = 24;

  /** A page; it may be framed by us alone, unless it is made to be. */
  static Answer page(byte[] bytes, String cache, boolean framed) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Content-Type", HTML);
    headers.put("Content-Security-Policy", CONTENT + (framed ? "*" : "'none'"));
    if (!framed) {
      headers.put("X-Frame-Options", "DENY");
    }
    return of(bytes, true, cache, headers);
  }

  static Answer page(byte[] bytes, String cache) {
    return page(bytes, cache, false);
  }

  /** A file of ours that pages use. */
  static Answer part(byte[] bytes, String type, String cache) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Content-Type", type);
    headers.put("Content-Security-Policy", CONTENT + "'none'");
    return of(bytes, type.startsWith("text/") || type.contains("xml"), cache, headers);
  }

  /** A file for whoever wants it, other sites included: it is open data. */
  static Answer file(byte[] bytes, String type, String name) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Content-Type", type);
    headers.put("Content-Disposition", "attachment; filename=\"" + name + "\"");
    headers.put("Content-Security-Policy", "sandbox; default-src 'none'");
    headers.put("Access-Control-Allow-Origin", "*");
    headers.put("Cross-Origin-Resource-Policy", "cross-origin");
    return of(
        bytes, type.startsWith("text/") || type.startsWith("application/json"), FOR_EVER, headers);
  }

  /** The picture that other sites show beside a link. */
  static Answer picture(byte[] bytes) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Content-Type", "image/png");
    headers.put("Content-Security-Policy", "sandbox; default-src 'none'");
    headers.put("Cross-Origin-Resource-Policy", "cross-origin");
    return of(bytes, false, FOR_EVER, headers);
  }

  private static Answer of(byte[] bytes, boolean packs, String cache, Map<String, String> headers) {
    headers.put("Cache-Control", cache);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "same-origin");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.putIfAbsent("Cross-Origin-Resource-Policy", "same-origin");
    headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
    headers.put("Vary", "Accept-Encoding");
    return new Answer(
        bytes,
        packs ? Optional.of(pack(bytes)) : Optional.empty(),
        Sha256.of(bytes).substring(0, DIGITS),
        headers);
  }

  int size() {
    return bytes.length + packed.map(own -> own.length).orElse(0);
  }

  private static byte[] pack(byte[] bytes) {
    var out = new ByteArrayOutputStream(bytes.length / 4 + 64);
    try (var gzip =
        new GZIPOutputStream(out) {
          {
            def.setLevel(Deflater.BEST_COMPRESSION);
          }
        }) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
