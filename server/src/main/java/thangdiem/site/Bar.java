package thangdiem.site;

/** What a bar of a chart is made of (thanh biểu đồ): texts that a template prints. */
public final class Bar {

  private Bar() {}

  /** A part of a bar, of the colour of its section. */
  public record Part(String style, String x, String width) {}

  /** A threshold along the bars. */
  public record Mark(String at, String label) {}

  /** A colour and what it means. */
  public record Key(String style, String name) {}
}
