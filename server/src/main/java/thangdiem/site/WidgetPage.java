package thangdiem.site;

import java.util.List;

/** The first of each group in a small frame for other sites (khung nhúng). */
public record WidgetPage(Frame frame, List<Group> groups) {

  private static final int FIRST = 5;

  public record Group(String name, List<Row> rows) {}

  public record Row(
      String rank, String name, String href, String total, String grade, String gradeStyle) {}

  static WidgetPage of(Drawing drawing, SitePlace place) {
    return new WidgetPage(
        drawing.frame(place, "widget", "", drawing.say("site.subject", drawing.year()), ""),
        drawing.edition.groups().entrySet().stream()
            .map(entry ->
                new Group(
                    entry.getKey().shortName(),
                    entry.getValue().stream()
                        .filter(unit -> unit.overall().exists())
                        .limit(FIRST)
                        .map(unit ->
                            new Row(
                                String.valueOf(unit.overall().inGroup()),
                                unit.sheet().answers().name(),
                                drawing.address.unit(unit.sheet().answers().unit()),
                                drawing.figures.points(unit.sheet().total()),
                                unit.sheet().grade().name(),
                                drawing.style(unit.sheet().grade())))
                        .toList()))
            .toList());
  }
}
