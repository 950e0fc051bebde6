package thangdiem.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The parts of a DOCX and how they belong together (tệp Office Open XML). */
final class DocxFile {

  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final LocalDateTime SAME_FOR_ALL = LocalDateTime.of(1980, 1, 1, 0, 0);

  private static final String TYPES =
      HEAD
          + """
          <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
          <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
          <Default Extension="xml" ContentType="application/xml"/>\
          <Default Extension="png" ContentType="image/png"/>\
          <Default Extension="jpeg" ContentType="image/jpeg"/>\
          <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>\
          <Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>\
          <Override PartName="/word/header.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>\
          <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
          </Types>\
          """;

  private static final String ROOT =
      HEAD
          + """
          <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
          <Relationship Id="document" Type="%s/officeDocument" Target="word/document.xml"/>\
          <Relationship Id="core" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>\
          </Relationships>\
          """
              .formatted(OFFICE);

  private static final String STYLES =
      HEAD
          + """
          <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr>\
          <w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>\
          <w:color w:val="000000"/><w:sz w:val="%d"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault></w:docDefaults>\
          <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>\
          """
              .formatted(Math.round(Nd30.BODY_SIZE * 2));

  private final Map<String, byte[]> media = new LinkedHashMap<>();

  /** Takes a picture in and gives the name that the document calls it by. */
  String picture(String kind, byte[] bytes) {
    var name = "picture" + (media.size() + 1);
    media.put(name + "." + kind, bytes);
    return name;
  }

  /** The file, the same bytes for the same parts. */
  byte[] zipped(String title, String document, String header) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      part(zip, "[Content_Types].xml", TYPES);
      part(zip, "_rels/.rels", ROOT);
      part(zip, "docProps/core.xml", core(title));
      part(zip, "word/document.xml", HEAD + document);
      part(zip, "word/_rels/document.xml.rels", relations());
      part(zip, "word/styles.xml", STYLES);
      part(zip, "word/header.xml", HEAD + header);
      for (var picture : media.entrySet()) {
        part(zip, "word/media/" + picture.getKey(), picture.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String core(String title) {
    var text = new DocxText();
    text.open(
            "cp:coreProperties",
            "xmlns:cp",
            "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
            "xmlns:dc",
            "http://purl.org/dc/elements/1.1/")
        .words("dc:title", title)
        .words("dc:language", "vi-VN")
        .close();
    return HEAD + text;
  }

  private String relations() {
    var text = new DocxText();
    text.open(
        "Relationships", "xmlns", "http://schemas.openxmlformats.org/package/2006/relationships");
    relation(text, "styles", "styles", "styles.xml");
    relation(text, "header", "header", "header.xml");
    for (var file : media.keySet()) {
      relation(text, file.substring(0, file.indexOf('.')), "image", "media/" + file);
    }
    return HEAD + text.close();
  }

  private static void relation(DocxText text, String id, String kind, String target) {
    text.empty("Relationship", "Id", id, "Type", OFFICE + "/" + kind, "Target", target);
  }

  private static void part(ZipOutputStream zip, String name, String text) throws IOException {
    part(zip, name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void part(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    var entry = new ZipEntry(name);
    entry.setTimeLocal(SAME_FOR_ALL);
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }
}
