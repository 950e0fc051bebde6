package thangdiem.document;

import java.util.ArrayList;
import java.util.List;

/** A text broken into lines (ngắt dòng) at its spaces; what is longer than a line, anywhere. */
final class Lines {

  private static final float STEP = 6;

  private final Typeface type;
  private final Style style;
  private final float width;
  private final List<String> lines = new ArrayList<>();
  private String line = "";

  private Lines(Typeface type, Style style, float width) {
    this.type = type;
    this.style = style;
    this.width = width;
  }

  /** The lines of a text; those that are centred are about equally long. */
  static List<String> of(Typeface type, Style style, float width, String text) {
    var lines = broken(type, style, width, text);
    if (style.align() != Style.Align.CENTRE || lines.size() == 1) {
      return lines;
    }
    for (float narrower = width - STEP; narrower > STEP; narrower -= STEP) {
      var shorter = broken(type, style, narrower, text);
      if (shorter.size() > lines.size()) {
        break;
      }
      lines = shorter;
    }
    return lines;
  }

  private static List<String> broken(Typeface type, Style style, float width, String text) {
    var breaking = new Lines(type, style, width);
    for (var word : type.writable(style.face(), text).strip().split(" +")) {
      breaking.word(word);
    }
    breaking.end();
    return breaking.lines;
  }

  private void word(String word) {
    var longer = line.isEmpty() ? word : line + " " + word;
    if (fits(longer)) {
      line = longer;
      return;
    }
    end();
    var rest = word;
    while (!fits(rest)) {
      int end = rest.length() - 1;
      while (end > 1 && !fits(rest.substring(0, end))) {
        end--;
      }
      lines.add(rest.substring(0, end));
      rest = rest.substring(end);
    }
    line = rest;
  }

  private boolean fits(String text) {
    float room = lines.isEmpty() ? width - style.firstLine() : width;
    return text.length() <= 1 || type.width(style.face(), style.size(), text) <= room;
  }

  private void end() {
    if (!line.isEmpty()) {
      lines.add(line);
      line = "";
    }
  }
}
