package thangdiem.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import thangdiem.words.VietnamTime;

/**
 * What can be taken along, and how to check it (dữ liệu mở).
 *
 * @param signatures the key, then the checkpoint that it signed; empty where the bundle is not
 *     signed
 */
public record DataPage(
    Frame frame,
    List<Download> files,
    List<Command> commands,
    List<String> signatures,
    List<Version> versions,
    List<Inside> inside,
    String embed) {

  public record Download(String href, String name, String meaning, String size, String sha256) {}

  public record Command(String meaning, String line) {}

  public record Version(String name, String href, String meaning, String at, boolean current) {}

  public record Inside(String name, String size, String sha256) {}

  static DataPage of(
      Drawing drawing,
      List<Published> all,
      int bundleSize,
      List<String> signatures,
      SitePlace place) {
    var edition = drawing.edition;
    var own = edition.published();
    var bundle = "thang-diem-" + own.key() + "-v" + own.version() + ".zip";
    var key = signatures.isEmpty() ? "" : " --key " + signatures.getFirst();
    var files = new ArrayList<Download>();
    files.add(
        new Download(
            drawing.address.below("bundle.zip"),
            "bundle.zip",
            drawing.say("site.data.bundle"),
            drawing.figures.size(bundleSize),
            own.sha256()));
    for (var name : List.of("results.xlsx", "results.csv", "dictionary.csv")) {
      files.add(
          new Download(
              drawing.address.below(name), name, drawing.say("site.data." + name), "", ""));
    }
    for (var name : List.of("results.json", "decision.pdf", "decision-signed.pdf")) {
      Optional.ofNullable(edition.files().get(name))
          .ifPresent(file ->
              files.add(
                  new Download(
                      drawing.address.below(name),
                      name,
                      drawing.say("site.data." + name),
                      drawing.figures.size(file.size()),
                      file.sha256())));
    }
    return new DataPage(
        drawing.frame(
            place, "data", "data", drawing.say("site.data"), drawing.say("site.data.lead")),
        files,
        List.of(
            new Command(
                drawing.say("site.data.command.sum"),
                "echo \"" + own.sha256() + "  " + bundle + "\" | sha256sum -c"),
            new Command(
                drawing.say("site.data.command.engine"),
                "java -jar thangdiem.jar verify " + bundle + key),
            new Command(
                drawing.say("site.data.command.python"), "python3 kiemchung.py " + bundle + key)),
        signatures,
        versions(drawing, all),
        edition.files().entrySet().stream()
            .map(file ->
                new Inside(
                    file.getKey(),
                    drawing.figures.size(file.getValue().size()),
                    file.getValue().sha256()))
            .toList(),
        "<iframe src=\""
            + place.base()
            + drawing.address.below("widget")
            + "\" width=\"420\" height=\"560\" title=\""
            + drawing.say("site.subject", drawing.year())
            + "\"></iframe>");
  }

  /** This version and those before it: of later ones it cannot know. */
  private static List<Version> versions(Drawing drawing, List<Published> all) {
    var own = drawing.edition.published();
    return all.stream()
        .filter(one -> one.key().equals(own.key()) && one.version() <= own.version())
        .sorted(Comparator.comparing(Published::version).reversed())
        .map(one ->
            new Version(
                drawing.say("site.version", one.version()),
                drawing.address.of(one).below(""),
                drawing.say("site.decision", one.decisionNumber(), one.decisionOn())
                    + (one.version() == own.version()
                        ? drawing
                            .edition
                            .correction()
                            .map(correction -> ". " + correction.words())
                            .orElse("")
                        : ""),
                VietnamTime.show(one.visibleFrom()),
                one.version() == own.version()))
        .toList();
  }
}
