package thangdiem.evidence;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import thangdiem.evidence.Container.Part;
import thangdiem.evidence.Container.Unfit;

/**
 * Looks through a Word or Excel file and their open counterparts (tệp văn phòng): no macros,
 * nothing embedded that runs, nothing fetched from elsewhere.
 */
final class OfficeLook {

  private static final List<String> NESTED = List.of("PK\003\004", "Rar!", "7z\u00bc\u00af");

  private static final Pattern RELATIONSHIP =
      Pattern.compile("<[^<>]*\\bRelationship\\b[^<>]*>", Pattern.CASE_INSENSITIVE);
  private static final Pattern EXTERNAL =
      Pattern.compile("TargetMode\\s*=\\s*[\"']External", Pattern.CASE_INSENSITIVE);
  private static final Pattern HYPERLINK =
      Pattern.compile("relationships/hyperlink[\"']", Pattern.CASE_INSENSITIVE);
  private static final Pattern OTHER_WORKBOOK =
      Pattern.compile("relationships/(xlPathMissing/|)externalLink", Pattern.CASE_INSENSITIVE);

  private final Container container;
  private final Set<Flag> flags = EnumSet.noneOf(Flag.class);

  private OfficeLook(Container container) {
    this.container = container;
  }

  static Verdict of(Bytes bytes) {
    try {
      var look = new OfficeLook(Container.of(bytes));
      var kind = look.kind();
      look.names(kind);
      look.container.expand(look::reader);
      look.statements(kind);
      return Verdict.taken(kind, look.flags);
    } catch (Unfit unfit) {
      return Verdict.refused(unfit.key());
    }
  }

  private Kind kind() throws Unfit {
    if (container.has("[Content_Types].xml")) {
      if (container.has("word/document.xml")) {
        return Kind.DOCX;
      }
      if (container.has("xl/workbook.xml")) {
        return Kind.XLSX;
      }
      throw new Unfit("evidence.otherOffice");
    }
    var type = container.part("mimetype");
    if (type.isPresent()) {
      var stated = container.text(type.get()).strip();
      return Stream.of(Kind.ODT, Kind.ODS)
          .filter(kind -> kind.mediaType().equals(stated))
          .findFirst()
          .orElseThrow(() -> new Unfit("evidence.otherOffice"));
    }
    throw new Unfit("evidence.archive");
  }

  private void names(Kind kind) throws Unfit {
    boolean open = kind == Kind.ODT || kind == Kind.ODS;
    for (var part : container.parts()) {
      var name = part.lower();
      if (name.contains("vbaproject")
          || name.contains("macrosheets/")
          || name.contains("dialogsheets/")
          || open && (name.startsWith("basic/") || name.startsWith("scripts/"))) {
        throw new Unfit("evidence.macros");
      }
      if (name.contains("activex/") || name.contains("embeddings/")) {
        throw new Unfit("evidence.embedded");
      }
      if (name.contains("externallinks/")) {
        flags.add(Flag.LINKED_WORKBOOK);
      }
    }
  }

  private Container.Reader reader(Part part) {
    var name = part.lower();
    boolean xml = name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml");
    return new Watch(xml);
  }

  /** What the package says of its parts, under whatever names they stand. */
  private void statements(Kind kind) throws Unfit {
    for (var part : container.parts()) {
      var name = part.lower();
      if (name.equals("[content_types].xml")) {
        var types = container.text(part).toLowerCase(Locale.ROOT);
        if (types.contains("macroenabled") || types.contains("vbaproject")) {
          throw new Unfit("evidence.macros");
        }
        if (types.contains("oleobject") || types.contains("activex")) {
          throw new Unfit("evidence.embedded");
        }
      } else if (name.endsWith(".rels")) {
        relations(container.text(part));
      } else if (name.equals("meta-inf/manifest.xml")
          && (kind == Kind.ODT || kind == Kind.ODS)
          && container.text(part).contains("encryption-data")) {
        throw new Unfit("evidence.locked");
      }
    }
  }

  /** Links that one clicks are fine; what is fetched by itself is not. */
  private void relations(String text) throws Unfit {
    var found = RELATIONSHIP.matcher(text);
    while (found.find()) {
      var relation = found.group();
      if (EXTERNAL.matcher(relation).find() && !HYPERLINK.matcher(relation).find()) {
        if (!OTHER_WORKBOOK.matcher(relation).find()) {
          throw new Unfit("evidence.fetches");
        }
        flags.add(Flag.LINKED_WORKBOOK);
      }
    }
  }

  /** Watches a part go by: what it begins with, and words that may not stand in XML. */
  private static final class Watch implements Container.Reader {

    private record Word(byte[] bytes, String refusal) {}

    private static final List<Word> WORDS =
        List.of(
            word("<!DOCTYPE", "evidence.doctype"),
            word("<!ENTITY", "evidence.doctype"),
            word("<ddeLink", "evidence.dde"),
            word("DDEAUTO", "evidence.dde"),
            word(">DDE ", "evidence.dde"),
            word("> DDE ", "evidence.dde"),
            word("\"DDE ", "evidence.dde"),
            word("dde-source", "evidence.dde"));

    private final boolean xml;
    private final int[] matched = new int[WORDS.size()];
    private boolean begun;

    Watch(boolean xml) {
      this.xml = xml;
    }

    private static Word word(String text, String refusal) {
      return new Word(text.getBytes(StandardCharsets.US_ASCII), refusal);
    }

    @Override
    public void read(byte[] some, int length) throws Unfit {
      if (!begun) {
        begun = true;
        var first = Bytes.of(java.util.Arrays.copyOf(some, Math.min(length, 8)));
        if (NESTED.stream().anyMatch(start -> first.has(0, start))) {
          throw new Unfit("evidence.nested");
        }
      }
      if (xml) {
        var wrong = wrong(some, length);
        if (wrong.isPresent()) {
          throw new Unfit(wrong.get());
        }
      }
    }

    /** Zeros do not count, so that UTF-16 hides nothing. */
    private Optional<String> wrong(byte[] some, int length) {
      for (int i = 0; i < length; i++) {
        byte next = some[i];
        if (next == 0) {
          continue;
        }
        for (int w = 0; w < matched.length; w++) {
          var word = WORDS.get(w).bytes();
          matched[w] = next == word[matched[w]] ? matched[w] + 1 : next == word[0] ? 1 : 0;
          if (matched[w] == word.length) {
            return Optional.of(WORDS.get(w).refusal());
          }
        }
      }
      return Optional.empty();
    }
  }
}
