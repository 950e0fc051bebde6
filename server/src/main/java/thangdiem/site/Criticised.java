package thangdiem.site;

/** The published criterion of a unit that somebody doubts (tiêu chí bị báo sai). */
public record Criticised(
    Frame frame,
    String key,
    int version,
    String language,
    String unit,
    String unitName,
    String code,
    String name,
    String points,
    String max) {

  /** The page below the version where it is reported. */
  static String path(String unit, String code) {
    return "units/" + unit + "/wrong/" + code;
  }

  public String href() {
    return frame.below(path(unit, code));
  }

  public String criterion() {
    return frame.below("units/" + unit) + "#" + code;
  }
}
