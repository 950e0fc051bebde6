package thangdiem.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import thangdiem.exchange.AnswersJson;
import thangdiem.exchange.AnswersTemplate;
import thangdiem.exchange.CriteriaSource;
import thangdiem.ranking.Robustness;
import thangdiem.scoring.Policy;

/**
 * {@code bench
 * [check|small|large|verify|robustness|thousands|million|start|load|import|crowd|follow|publish|ledger]…}:
 * all of them without a name.
 */
public final class Main {

  private static final int UNITS = 5_000;
  private static final int MILLION = 1_000_000;
  private static final int DRAWS = 10_000;

  private final Path root;
  private final Path scratch;
  private final Figures figures;
  private final Commands commands;
  private final CriteriaSource source;

  private interface Measurement {
    void run() throws Exception;
  }

  private Main(Path root, Path scratch, PrintStream out) {
    this.root = root;
    this.scratch = scratch;
    this.figures = new Figures(out);
    this.commands = new Commands(root, scratch);
    this.source = CriteriaSource.read("hau-giang-ict/2017", List.of(root.resolve("criteria")));
  }

  public static void main(String[] args) throws Exception {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var scratch = Files.createTempDirectory("thangdiem-bench");
    try {
      new Main(
              Path.of(System.getProperty("thangdiem.root", ".")).toAbsolutePath().normalize(),
              scratch,
              out)
          .measure(Arrays.asList(args));
    } finally {
      delete(scratch);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private void measure(List<String> wanted) throws Exception {
    var all = new LinkedHashMap<String, Measurement>();
    all.put("check", this::check);
    all.put("small", this::small);
    all.put("large", this::large);
    all.put("verify", this::verify);
    all.put("robustness", this::robustness);
    all.put("thousands", this::thousands);
    all.put("million", this::million);
    var server = new Server(root, scratch, figures);
    all.put("start", server::start);
    all.put("load", server::load);
    all.put("import", new Importing(root, scratch, figures, source.file().set())::measure);
    all.put("crowd", server::crowd);
    all.put("follow", () -> new Following(root, scratch, figures).measure(UNITS));
    all.put("publish", new Publishing(root, scratch, figures, UNITS)::measure);
    all.put("ledger", new Ledger(root, scratch, figures, commands)::measure);
    for (var name : wanted) {
      if (!all.containsKey(name)) {
        throw new IllegalArgumentException(
            "no measurement " + name + "; there are " + all.keySet());
      }
    }
    figures.machine();
    for (var measurement : all.entrySet()) {
      if (wanted.isEmpty() || wanted.contains(measurement.getKey())) {
        measurement.getValue().run();
      }
    }
  }

  private void check() throws Exception {
    figures.title("check: đọc bộ tiêu chí 2017 và chạy mọi ví dụ, cả tiến trình", "dưới 1 giây");
    var command = List.of("check", root.resolve("criteria/hau-giang-ict/2017").toString());
    var ours =
        figures.row(
            "./thangdiem check, có bộ nhớ đệm AOT",
            figures.processes(5, () -> commands.launcher(command)),
            Optional.empty());
    figures.row(
        "java -jar thangdiem.jar check, không có",
        figures.processes(5, () -> commands.jar(command)),
        Optional.of(ours));
  }

  private void small() throws Exception {
    figures.title(
        "score: 32 đơn vị từ JSON đến mọi tệp kết quả, cả tiến trình",
        "nhanh hơn LibreOffice tính lại 32 đơn vị (1,25 giây)");
    var answers = root.resolve("criteria/hau-giang-ict/2017/sample/answers.json");
    var ours =
        figures.row("Thang Điểm", figures.processes(5, () -> score(answers)), Optional.empty());
    libreOffice(32, ours);
  }

  private void large() throws Exception {
    figures.title(
        "score: 5.000 đơn vị từ XLSX, cả tiến trình",
        "đến bảng kết quả nhanh hơn LibreOffice tính lại 5.000 đơn vị (8,6 giây) 4 lần");
    var table =
        figures.row(
            "Thang Điểm, đến results.csv",
            figures.processes(5, () -> score(workbook(), "--only", "results.csv")),
            Optional.empty());
    libreOffice(UNITS, table);
    figures.row(
        "Thang Điểm, đến mọi tệp: lời giải thích, gói kiểm chứng, trang, bảng tính",
        figures.processes(3, () -> score(workbook())),
        Optional.of(table));
  }

  private void verify() throws Exception {
    figures.title("verify: tính lại gói của 5.000 đơn vị, cả tiến trình", "dưới 3 giây");
    score(workbook());
    var bundle = scratch.resolve("out/bundle.zip").toString();
    figures.row(
        "Thang Điểm",
        figures.processes(3, () -> commands.launcher(List.of("verify", bundle))),
        Optional.empty());
  }

  private void robustness() {
    figures.title(
        "độ vững: 32 đơn vị, 10.000 lần xáo trọng số, trong bộ nhớ, đã nóng máy", "dưới 100 ms");
    var set = source.file().set();
    var text = read(root.resolve("criteria/hau-giang-ict/2017/sample/answers.json"));
    var answers = AnswersJson.read("answers.json", text, set, Optional.empty());
    figures.row(
        "10.000 lần xáo, mọi chính sách, từng nội dung, từng tiêu chí",
        figures.inside(9, () -> Robustness.of(set, answers, Policy.DEFAULT, DRAWS, 1)),
        Optional.empty());
    figures.row(
        "trong đó không xáo (1 lần)",
        figures.inside(9, () -> Robustness.of(set, answers, Policy.DEFAULT, 1, 1)),
        Optional.empty());
  }

  private void thousands() throws Exception {
    figures.title(
        "5.000 đơn vị trong bộ nhớ: 72 tiêu chí, 5 nội dung, tổng, 6 thứ hạng; đã nóng máy",
        "tính lại tất cả dưới 1 ms");
    new Million(source.file().set(), UNITS).measure(figures);
  }

  private void million() throws Exception {
    figures.title(
        "1.000.000 đơn vị: 72 tiêu chí, 5 nội dung, tổng, 6 thứ hạng; dữ liệu trong bộ nhớ, đã nóng máy",
        "dưới 50 ms");
    new Million(source.file().set(), MILLION).measure(figures);
    figures.note(
        "đỉnh bộ nhớ của tiến trình này, cả ba bản dữ liệu: "
            + Commands.ownPeakMegabytes()
            + " MB");
  }

  private Commands.Ran score(Path answers, String... more)
      throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                "score",
                answers.toString(),
                "--criteria",
                root.resolve("criteria/hau-giang-ict/2017").toString(),
                "--out",
                scratch.resolve("out").toString()));
    command.addAll(List.of(more));
    return commands.launcher(command);
  }

  /** The filled-in form of 5,000 made-up units. */
  private Path workbook() throws IOException {
    var file = scratch.resolve("5000.xlsx");
    if (!Files.exists(file)) {
      var set = source.file().set();
      try (var out = Files.newOutputStream(file)) {
        AnswersTemplate.write(out, set, MadeUp.round(set, UNITS));
      }
    }
    return file;
  }

  private void libreOffice(int units, Figures.Measured ours) throws Exception {
    if (!commands.hasLibreOffice()) {
      figures.note(
          "LibreOffice không có trên máy này; số trong ngoặc là số đo ở nơi khác, chỉ để tham khảo.");
      return;
    }
    var sheet = scratch.resolve("formulas-" + units + ".xlsx");
    Formulas.write(sheet, units);
    figures.row(
        "LibreOffice tính lại (12 công thức mỗi đơn vị)",
        figures.processes(3, () -> commands.libreOffice(sheet)),
        Optional.of(ours));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
