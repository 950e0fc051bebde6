package thangdiem.exchange;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;
import org.jspecify.annotations.Nullable;
import thangdiem.words.BadInput;

/**
 * The sheets of a workbook from outside, row by row (đọc bảng tính). It knows of a cell only what a
 * statement needs: text, number, yes or no, and whether a formula made it. No formula is evaluated,
 * nothing outside the file is looked up, and what is broken is refused.
 */
final class WorkbookReader {

  private static final XMLInputFactory XML = xml();

  /** Excel's own formats 0% and 0.00%. */
  private static final Set<String> PERCENT_FORMATS = Set.of("9", "10");

  private static final int ROWS_AT_ONCE = 50;
  private static final int MOST_SHARED = 2_000_000;
  private static final int MOST_SHARED_CHARACTERS = 50_000_000;

  /** A sheet by the name on its tab, in NFC. */
  record Sheet(String name, String part) {}

  private final String file;
  private final SafeZip zip;
  private final List<Sheet> sheets = new ArrayList<>();
  private final List<String> shared = new ArrayList<>();
  private final BitSet percent = new BitSet();
  private boolean since1904;

  private WorkbookReader(String file, SafeZip zip) {
    this.file = file;
    this.zip = zip;
  }

  /**
   * Opens a workbook.
   *
   * @throws BadInput when it is none, or holds what a workbook of answers has no need of
   */
  static WorkbookReader of(String file, byte[] bytes) {
    var reader = new WorkbookReader(file, SafeZip.of(file, bytes));
    try {
      var workbook =
          reader.related("", "officeDocument").values().stream()
              .findFirst()
              .orElse("xl/workbook.xml");
      if (!reader.zip.has(workbook)) {
        throw BadInput.at(file, "workbook.notXlsx");
      }
      reader.workbook(workbook);
      for (var part : reader.related(workbook, "sharedStrings").values()) {
        reader.sharedStrings(part);
      }
      for (var part : reader.related(workbook, "styles").values()) {
        if (reader.zip.has(part)) {
          reader.looks(part);
        }
      }
    } catch (IOException | XMLStreamException e) {
      throw BadInput.at(file, "workbook.broken");
    }
    return reader;
  }

  List<Sheet> sheets() {
    return sheets;
  }

  /** Whether days are counted from 1904 and not from 1900. */
  boolean since1904() {
    return since1904;
  }

  /**
   * Gives every row that has something in it, from the top. Of a long sheet the next rows are read
   * on another thread while these are being understood.
   */
  void rows(Sheet sheet, Consumer<WorkbookRow> each) {
    try (var in = zip.open(sheet.part())) {
      var xml = XML.createXMLStreamReader(in);
      if (!to(xml, "sheetData")) {
        return;
      }
      var rows = new WorkbookRows(sheet.name(), xml, shared, percent);
      var some = some(sheet, rows);
      if (some.size() == ROWS_AT_ONCE) {
        try (var ahead = Executors.newSingleThreadExecutor()) {
          while (some.size() == ROWS_AT_ONCE) {
            var next = CompletableFuture.supplyAsync(() -> some(sheet, rows), ahead);
            some.forEach(each);
            some = next.join();
          }
        }
      }
      some.forEach(each);
    } catch (IOException | XMLStreamException e) {
      throw broken(sheet);
    } catch (CompletionException e) {
      throw e.getCause() instanceof BadInput bad ? bad : e;
    }
  }

  /** The next rows: as many as are read at once, or fewer where the sheet ends. */
  private List<WorkbookRow> some(Sheet sheet, WorkbookRows rows) {
    var some = new ArrayList<WorkbookRow>();
    try {
      while (some.size() < ROWS_AT_ONCE) {
        var row = rows.next();
        if (row.isEmpty()) {
          break;
        }
        some.add(row.get());
      }
      return some;
    } catch (XMLStreamException | RuntimeException e) {
      // Whatever broken XML makes the parser stumble over, people hear that the sheet is broken.
      throw broken(sheet);
    }
  }

  private static XMLInputFactory xml() {
    var factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    // What is broken is told when it is come upon, not when its text is asked for.
    factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
    return factory;
  }

  /**
   * The parts that a part (or the package, "") names as being of that kind, by the id it gives
   * them.
   */
  private Map<String, String> related(String part, String kind)
      throws IOException, XMLStreamException {
    int slash = part.lastIndexOf('/') + 1;
    var folder = part.substring(0, slash);
    var relations = folder + "_rels/" + part.substring(slash) + ".rels";
    var found = new HashMap<String, String>();
    if (zip.has(relations)) {
      try (var in = zip.open(relations)) {
        var xml = XML.createXMLStreamReader(in);
        while (to(xml, "Relationship")) {
          if (attribute(xml, "Type").endsWith("/" + kind)
              && !attribute(xml, "TargetMode").equals("External")) {
            found.put(attribute(xml, "Id"), resolved(folder, attribute(xml, "Target")));
          }
        }
      }
    }
    return found;
  }

  /** The part that a target means; one that leads out of the package names none. */
  private static String resolved(String folder, String target) {
    if (target.startsWith("/")) {
      return target.substring(1);
    }
    return target.startsWith("../") && folder.length() > 1
        ? resolved(
            folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1),
            target.substring(3))
        : folder + target;
  }

  private void workbook(String part) throws IOException, XMLStreamException {
    var worksheets = related(part, "worksheet");
    try (var in = zip.open(part)) {
      var xml = XML.createXMLStreamReader(in);
      while (xml.hasNext()) {
        if (step(xml) == XMLStreamConstants.START_ELEMENT) {
          switch (xml.getLocalName()) {
            case "workbookPr" ->
                since1904 = List.of("1", "true").contains(attribute(xml, "date1904"));
            case "sheet" -> {
              var sheet = worksheets.get(relationId(xml));
              if (sheet != null) {
                sheets.add(new Sheet(nfc(attribute(xml, "name")).strip(), sheet));
              }
            }
            default -> {}
          }
        }
      }
    }
  }

  private static String relationId(XMLStreamReader xml) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      var namespace = Optional.ofNullable(xml.getAttributeNamespace(i)).orElse("");
      if (xml.getAttributeLocalName(i).equals("id") && namespace.endsWith("/relationships")) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  private void sharedStrings(String part) throws IOException, XMLStreamException {
    try (InputStream in = zip.open(part)) {
      var xml = XML.createXMLStreamReader(in);
      int characters = 0;
      while (to(xml, "si")) {
        var text = runs(xml, "si");
        characters += text.length();
        shared.add(text);
        if (shared.size() > MOST_SHARED || characters > MOST_SHARED_CHARACTERS) {
          throw BadInput.at(file, "workbook.bomb", part);
        }
      }
    }
  }

  /** Which looks of cells show numbers in percent: whoever types 85% there has stated 0.85. */
  private void looks(String part) throws IOException, XMLStreamException {
    try (var in = zip.open(part)) {
      var xml = XML.createXMLStreamReader(in);
      var formats = new HashSet<>(PERCENT_FORMATS);
      while (to(xml, "numFmt", "cellXfs")) {
        if (xml.getLocalName().equals("cellXfs")) {
          cellLooks(xml, formats);
          return;
        }
        if (attribute(xml, "formatCode").contains("%")) {
          formats.add(attribute(xml, "numFmtId"));
        }
      }
    }
  }

  private void cellLooks(XMLStreamReader xml, Set<String> percentFormats)
      throws XMLStreamException {
    int look = 0;
    while (to(xml, "xf", "cellStyles") && xml.getLocalName().equals("xf")) {
      percent.set(look++, percentFormats.contains(attribute(xml, "numFmtId")));
    }
  }

  /** The text of the runs up to the end of that element, without phonetic hints. */
  static String runs(XMLStreamReader xml, String end) throws XMLStreamException {
    var text = new StringBuilder();
    boolean in = false;
    boolean phonetic = false;
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          in = xml.getLocalName().equals("t");
          phonetic |= xml.getLocalName().equals("rPh");
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (in && !phonetic) {
            text.append(xml.getText());
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          in = false;
          phonetic &= !xml.getLocalName().equals("rPh");
          if (xml.getLocalName().equals(end)) {
            return nfc(text.toString());
          }
        }
        default -> {}
      }
    }
    throw new XMLStreamException("no end of " + end);
  }

  /** Goes to the next start of one of those elements; false where there is none. */
  private static boolean to(XMLStreamReader xml, String... elements) throws XMLStreamException {
    var wanted = List.of(elements);
    while (xml.hasNext()) {
      if (step(xml) == XMLStreamConstants.START_ELEMENT && wanted.contains(xml.getLocalName())) {
        return true;
      }
    }
    return false;
  }

  /** The next event; a document type, which can only stand at the beginning, is refused. */
  private static int step(XMLStreamReader xml) throws XMLStreamException {
    int event = xml.next();
    if (event == XMLStreamConstants.DTD) {
      throw new XMLStreamException("a document type");
    }
    return event;
  }

  /** An attribute without namespace; empty where there is none. */
  static String attribute(XMLStreamReader xml, String name) {
    @Nullable String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  static String nfc(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private BadInput broken(Sheet sheet) {
    return BadInput.at(file + " " + sheet.name(), "workbook.broken");
  }
}
