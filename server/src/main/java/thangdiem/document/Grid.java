package thangdiem.document;

import java.util.ArrayList;
import java.util.List;

/**
 * A table (bảng) with rules around every cell. Its head stands on every sheet; a row goes over to
 * the next sheet whole where it fits there, and line by line where it fits on none.
 */
final class Grid {

  private static final float PADDING_X = 3;
  private static final float PADDING_Y = 2;

  private final Paper paper;
  private final List<Float> widths;
  private final List<Style> styles;
  private final List<String> head;

  /**
   * Begins a table.
   *
   * @param shares of the width, a column each
   * @param styles of the columns' cells
   */
  Grid(Paper paper, List<Integer> shares, List<Style> styles, List<String> head) {
    this.paper = paper;
    int all = shares.stream().mapToInt(Integer::intValue).sum();
    this.widths = shares.stream().map(share -> Nd30.TEXT_WIDTH * share / all).toList();
    this.styles = styles;
    this.head = head;
    paper.need(8 * styles.getFirst().lineHeight());
    headRow();
  }

  private void headRow() {
    var style = Style.of(Face.BOLD, Nd30.TABLE_SIZE, Style.Align.CENTRE);
    draw(cells(head, head.stream().map(_ -> style).toList()));
  }

  void row(List<String> texts) {
    set(cells(texts, styles));
  }

  /** A row that sums up or heads what follows. */
  void boldRow(List<String> texts) {
    set(
        cells(
            texts,
            styles.stream()
                .map(style -> Style.of(Face.BOLD, style.size(), style.align()))
                .toList()));
  }

  private record Cell(Style style, List<String> lines) {
    float height() {
      return lines.size() * style.lineHeight();
    }
  }

  private List<Cell> cells(List<String> texts, List<Style> of) {
    var cells = new ArrayList<Cell>();
    for (int i = 0; i < texts.size(); i++) {
      var style = of.get(i);
      var lines = new ArrayList<String>();
      float width = widths.get(i) - 2 * PADDING_X;
      for (var part : texts.get(i).split("\n")) {
        lines.addAll(Lines.of(paper.type(), style, width, part));
      }
      cells.add(new Cell(style, lines));
    }
    return cells;
  }

  private void set(List<Cell> cells) {
    var rest = cells;
    if (!paper.hasRoom(height(rest))) {
      nextSheet();
    }
    while (!paper.hasRoom(height(rest))) {
      float room = paper.y() - Nd30.BOTTOM - 2 * PADDING_Y;
      draw(rest.stream().map(cell -> part(cell, 0, fitting(cell, room))).toList());
      rest =
          rest.stream().map(cell -> part(cell, fitting(cell, room), cell.lines().size())).toList();
      nextSheet();
    }
    draw(rest);
  }

  private void nextSheet() {
    paper.next();
    headRow();
  }

  private static int fitting(Cell cell, float room) {
    return Math.min(cell.lines().size(), (int) (room / cell.style().lineHeight()));
  }

  private static Cell part(Cell cell, int from, int to) {
    return new Cell(cell.style(), cell.lines().subList(from, to));
  }

  private static float height(List<Cell> cells) {
    float highest = 0;
    for (var cell : cells) {
      highest = Math.max(highest, cell.height());
    }
    return highest + 2 * PADDING_Y;
  }

  private void draw(List<Cell> cells) {
    float top = paper.y();
    float bottom = top - height(cells);
    float x = Nd30.LEFT;
    for (int i = 0; i < cells.size(); i++) {
      paper.moveTo(top - PADDING_Y);
      for (var line : cells.get(i).lines()) {
        paper.line(cells.get(i).style(), x + PADDING_X, widths.get(i) - 2 * PADDING_X, line, true);
      }
      paper.rule(x, top, x, bottom);
      x += widths.get(i);
    }
    paper.rule(x, top, x, bottom);
    paper.rule(Nd30.LEFT, top, x, top);
    paper.rule(Nd30.LEFT, bottom, x, bottom);
    paper.moveTo(bottom);
  }
}
