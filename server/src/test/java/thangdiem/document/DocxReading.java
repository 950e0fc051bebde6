package thangdiem.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;

/** A DOCX as a reader finds it. */
final class DocxReading {

  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  DocxReading(byte[] file) {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Map<String, byte[]> parts() {
    return parts;
  }

  String document() {
    return new String(parts.get("word/document.xml"), StandardCharsets.UTF_8);
  }

  String text() {
    return String.join(" ", paragraphs()).replaceAll("\\s+", " ").strip();
  }

  List<String> paragraphs() {
    var texts = new ArrayList<String>();
    for (var paragraph : document().split("</w:p>")) {
      var text = new StringBuilder();
      var runs = Pattern.compile("<w:t [^>]*>([^<]*)</w:t>").matcher(paragraph);
      while (runs.find()) {
        text.append(unescaped(runs.group(1)));
      }
      texts.add(text.toString());
    }
    return texts;
  }

  private static String unescaped(String xml) {
    return xml.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
  }

  /** The values of an attribute of an element, in order. */
  List<Integer> numbers(String element, String attribute) {
    var found = new ArrayList<Integer>();
    var values =
        Pattern.compile("<" + element + " [^>]*" + attribute + "=\"(\\d+)\"").matcher(document());
    while (values.find()) {
      found.add(Integer.valueOf(values.group(1)));
    }
    return found;
  }
}
