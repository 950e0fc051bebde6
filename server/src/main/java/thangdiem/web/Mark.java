package thangdiem.web;

import java.util.Locale;

/**
 * The marks by which states are told apart (dấu hiệu trạng thái), the same in every table, form and
 * chart: a colour of the tokens with its icon. The word beside them is the page's.
 */
public enum Mark {
  NONE("circle-dashed"),
  ANSWERED("circle-dot"),
  WARN("alert-triangle"),
  NA("circle-minus"),
  EQUAL("circle-check"),
  DIFF("equal-not"),
  EXPLAIN("message-dots"),
  DECIDED("gavel"),
  ERROR("alert-triangle");

  private final String icon;

  Mark(String icon) {
    this.icon = icon;
  }

  public String colour() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String icon() {
    return icon;
  }
}
