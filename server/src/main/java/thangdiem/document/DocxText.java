package thangdiem.document;

import java.io.StringWriter;
import java.text.Normalizer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes WordprocessingML (văn bản Word): paragraphs, runs and what is around them. Lengths come in
 * points; the file counts in twentieths and, for type, in halves.
 */
final class DocxText {

  private static final int TWENTIETHS = 20;
  private static final int HALVES = 2;
  private static final int LINE = 240;

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  DocxText() {
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  static String twips(float points) {
    return String.valueOf(Math.round(points * TWENTIETHS));
  }

  /** What a paragraph is besides its type. */
  record Form(Style style, float before, float after, float inset, boolean keepWithNext) {
    static Form of(Style style) {
      return new Form(style, 0, 0, 0, false);
    }

    Form after(float points) {
      return new Form(style, before, points, inset, keepWithNext);
    }

    Form before(float points) {
      return new Form(style, points, after, inset, keepWithNext);
    }

    /** In from both edges. */
    Form inset(float points) {
      return new Form(style, before, after, points, keepWithNext);
    }

    Form kept() {
      return new Form(style, before, after, inset, true);
    }
  }

  DocxText open(String name, String... attributes) {
    return element(() -> xml.writeStartElement(name), attributes);
  }

  DocxText empty(String name, String... attributes) {
    return element(() -> xml.writeEmptyElement(name), attributes);
  }

  DocxText close() {
    return said(xml::writeEndElement);
  }

  private DocxText element(Saying start, String... attributes) {
    return said(() -> {
      start.say();
      for (int i = 0; i < attributes.length; i += 2) {
        xml.writeAttribute(attributes[i], attributes[i + 1]);
      }
    });
  }

  private interface Saying {
    void say() throws XMLStreamException;
  }

  private DocxText said(Saying saying) {
    try {
      saying.say();
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An element that holds nothing but words. */
  DocxText words(String name, String words) {
    open(name);
    said(() -> xml.writeCharacters(writable(words)));
    return close();
  }

  /** A whole paragraph in one face. */
  DocxText paragraph(Form form, String words) {
    return begin(form).run(form.style(), words).close();
  }

  /** Begins a paragraph; {@link #close()} ends it. */
  DocxText begin(Form form) {
    var style = form.style();
    open("w:p").open("w:pPr");
    if (form.keepWithNext()) {
      empty("w:keepNext");
    }
    empty(
        "w:spacing",
        "w:before",
        twips(form.before()),
        "w:after",
        twips(form.after()),
        "w:line",
        String.valueOf(Math.round(Nd30.LINE * LINE)),
        "w:lineRule",
        "auto");
    if (style.firstLine() > 0) {
      empty("w:ind", "w:firstLine", twips(style.firstLine()));
    } else if (form.inset() > 0) {
      empty("w:ind", "w:left", twips(form.inset()), "w:right", twips(form.inset()));
    }
    empty("w:jc", "w:val", side(style.align()));
    return close();
  }

  private static String side(Style.Align align) {
    return switch (align) {
      case LEFT -> "left";
      case CENTRE -> "center";
      case RIGHT -> "right";
      case JUSTIFIED -> "both";
    };
  }

  /** Words in a face and size. */
  DocxText run(Style style, String words) {
    if (words.isEmpty()) {
      return this;
    }
    open("w:r").open("w:rPr");
    if (style.face() == Face.BOLD || style.face() == Face.BOLD_ITALIC) {
      empty("w:b");
    }
    if (style.face() == Face.ITALIC || style.face() == Face.BOLD_ITALIC) {
      empty("w:i");
    }
    empty("w:sz", "w:val", String.valueOf(Math.round(style.size() * HALVES)));
    close();
    open("w:t", "xml:space", "preserve");
    said(() -> xml.writeCharacters(writable(words)));
    return close().close();
  }

  /** The words as XML can hold them: composed, without what is no letter. */
  private static String writable(String words) {
    var writable = new StringBuilder(words.length());
    Normalizer.normalize(words, Normalizer.Form.NFC)
        .codePoints()
        .forEach(letter -> {
          if (Character.isWhitespace(letter)) {
            writable.append(' ');
          } else if (letter >= ' '
              && letter != 0xFFFE
              && letter != 0xFFFF
              && !(letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE)) {
            writable.appendCodePoint(letter);
          }
        });
    return writable.toString();
  }

  /** A rule in the middle of a width: a line drawn above an empty, very low paragraph. */
  DocxText rule(float width, float length) {
    var in = twips((width - length) / 2);
    open("w:p").open("w:pPr");
    open("w:pBdr");
    empty("w:top", "w:val", "single", "w:sz", "6", "w:space", "1", "w:color", "000000");
    close();
    empty("w:spacing", "w:before", "40", "w:after", "0", "w:line", "120", "w:lineRule", "exact");
    empty("w:ind", "w:left", in, "w:right", in);
    return close().close();
  }

  @Override
  public String toString() {
    said(xml::flush);
    return text.toString();
  }
}
