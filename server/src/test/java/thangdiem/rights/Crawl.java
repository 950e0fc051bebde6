package thangdiem.rights;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import thangdiem.Visitor;
import thangdiem.round.Round;

/** Reads all that links lead to, whatever it is packed in. */
public final class Crawl {

  private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"(/[^\"#?]*)");

  private Crawl() {}

  /**
   * What each page and file says that links lead to, from the first pages on, of this round and of
   * none; by its address.
   */
  public static Map<String, String> of(Visitor visitor, Round round) {
    var key = round.key();
    var open =
        new ArrayDeque<>(
            List.of(
                "/",
                "/rounds",
                "/rounds/" + key,
                "/rounds/" + key + "/results",
                "/rounds/" + key + "/publication",
                "/published",
                "/published/" + key,
                "/published/" + key + "/1/vi/",
                "/sign-in"));
    var seen = new LinkedHashSet<String>(open);
    var told = new LinkedHashMap<String, String>();
    while (!open.isEmpty()) {
      var path = open.poll();
      var text = text(visitor.download(path));
      told.put(path, text);
      var links = LINK.matcher(text).results().map(link -> link.group(1));
      Stream.concat(links, text.isEmpty() ? visitor.sentOnFrom(path).stream() : Stream.empty())
          .filter(link -> !link.startsWith("/assets/"))
          .filter(link -> !link.startsWith("/rounds/") || link.contains("/" + key))
          .filter(link -> !link.startsWith("/published/") || link.contains("/" + key))
          .filter(link -> !link.startsWith("/units/") && !link.startsWith("/accounts/"))
          .filter(link -> !link.startsWith("/me/"))
          .filter(seen::add)
          .forEach(open::add);
    }
    return told;
  }

  /** What an answer says, whatever it is packed in. */
  public static String text(byte[] bytes) {
    var text = new String(bytes, StandardCharsets.UTF_8);
    try {
      if (text.startsWith("%PDF-")) {
        try (var pdf = Loader.loadPDF(bytes)) {
          return new PDFTextStripper().getText(pdf) + pdf.getDocumentInformation().getTitle();
        }
      }
      if (text.startsWith("PK")) {
        var parts = new StringBuilder();
        for (var part : unpacked(bytes)) {
          parts.append(text(part)).append('\n');
        }
        return parts.toString();
      }
      return text;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** By its list of files, as Excel reads it: a streamed one does not say how long each is. */
  private static List<byte[]> unpacked(byte[] zip) throws IOException {
    var copy = Files.createTempFile("packed", ".zip");
    try {
      Files.write(copy, zip);
      var parts = new ArrayList<byte[]>();
      try (var file = new ZipFile(copy.toFile())) {
        for (var entry : Collections.list(file.entries())) {
          parts.add(file.getInputStream(entry).readAllBytes());
        }
      }
      return parts;
    } finally {
      Files.delete(copy);
    }
  }
}
