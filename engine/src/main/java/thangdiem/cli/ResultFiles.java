package thangdiem.cli;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import thangdiem.exchange.Bundle;
import thangdiem.exchange.ResultsCsv;
import thangdiem.exchange.ResultsPage;
import thangdiem.exchange.ResultsWorkbook;
import thangdiem.exchange.RobustnessJson;
import thangdiem.exchange.Round;
import thangdiem.exchange.Sha256;
import thangdiem.ranking.Robustness;
import thangdiem.scoring.Reasons;
import thangdiem.words.BadInput;
import thangdiem.words.Words;

/** The files of a scored round in their folder (các tệp kết quả): all that are wanted, or none. */
final class ResultFiles {

  static final String PAGE = "index.html";

  private static final String RESULTS = "results.json";
  private static final String WORKBOOK = "results.xlsx";
  private static final String TABLE = "results.csv";
  private static final String BUNDLE = "bundle.zip";
  private static final String ROBUSTNESS = "robustness.json";
  private static final List<String> ALL =
      List.of(RESULTS, WORKBOOK, TABLE, PAGE, BUNDLE, ROBUSTNESS);

  private final Path folder;
  private final List<String> only;

  /**
   * The files that are to be written there.
   *
   * @param only their names; every file where it is empty
   * @throws BadInput where there is no file of such a name
   */
  ResultFiles(Path folder, List<String> only) {
    this.folder = folder;
    this.only = only;
    for (var file : only) {
      if (!ALL.contains(file)) {
        throw BadInput.at("", "cli.onlyUnknown", file, String.join(", ", ALL));
      }
    }
  }

  boolean has(String file) {
    return only.isEmpty() || only.contains(file);
  }

  /**
   * Writes them.
   *
   * @throws BadInput where one cannot be written
   */
  void write(Round round, Optional<Robustness> robustness, Words words) {
    var standings = round.standings();
    var reasons = new Reasons(standings.set(), standings.policy());
    var note = round.answers().note();
    var law = Sha256.of(round.source().file().text());
    try (var files = new OutputFiles()) {
      // The files do not depend on each other: two at a time, the largest first.
      inParallel(
          () -> bundle(files, round),
          () -> add(files, WORKBOOK, out -> ResultsWorkbook.write(out, standings, reasons, note)),
          () ->
              add(
                  files,
                  PAGE,
                  out -> ResultsPage.write(out, standings, reasons, robustness, note, law, words)),
          () -> add(files, TABLE, out -> ResultsCsv.write(out, standings)),
          () ->
              robustness.ifPresent(
                  firm -> add(files, ROBUSTNESS, out -> RobustnessJson.write(out, firm))));
      files.keep();
    }
  }

  private void add(OutputFiles files, String name, OutputFiles.Content content) {
    if (has(name)) {
      files.add(folder.resolve(name), content);
    }
  }

  /** The bundle holds results.json: its bytes are made once for both. */
  private void bundle(OutputFiles files, Round round) {
    if (!has(BUNDLE)) {
      add(files, RESULTS, out -> Bundle.writeResults(out, round));
    } else if (has(RESULTS)) {
      add(files, BUNDLE, out -> add(files, RESULTS, results -> Bundle.write(out, round, results)));
    } else {
      add(files, BUNDLE, out -> Bundle.write(out, round, OutputStream.nullOutputStream()));
    }
  }

  /** Runs all, two at once; when one fails, its failure is thrown after all have ended. */
  private static void inParallel(Runnable... tasks) {
    try (var threads = Executors.newFixedThreadPool(2)) {
      CompletableFuture.allOf(
              Stream.of(tasks)
                  .map(task -> CompletableFuture.runAsync(task, threads))
                  .toArray(CompletableFuture[]::new))
          .join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
