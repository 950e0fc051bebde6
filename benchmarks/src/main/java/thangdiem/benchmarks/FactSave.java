package thangdiem.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A clerk who changes one fact of the form over and over: each with a fact of their own, so that
 * they wait for the disk and not for each other.
 */
final class FactSave implements Load.Client {

  private static final Pattern VERSION = Pattern.compile("\"version\":(\\d+)");

  /** Counts of the 2017 set. */
  private static final List<String> FACTS =
      List.of(
          "staff",
          "computers",
          "computers_internet",
          "computers_backup",
          "computers_windows7",
          "services",
          "services_level3",
          "services_level4",
          "service_dossiers",
          "dossiers_level3_online",
          "dossiers_level4_online",
          "dossiers_received",
          "dossiers_by_post",
          "dossiers_resolved",
          "dossiers_on_time",
          "civil_servants");

  private final Http http;
  private final String path;
  private final Session clerk;
  private String version = "0";
  private int value;

  FactSave(int port, String sheet, Session clerk, int number) throws IOException {
    this.http = new Http(port);
    this.path = sheet + "/facts/" + FACTS.get(number % FACTS.size());
    this.clerk = clerk;
    this.value = number;
    save(); // Tells the version that stands, if it is another.
  }

  @Override
  public boolean once() throws IOException {
    return save() == 200;
  }

  private int save() throws IOException {
    value = (value + 1) % 1_000;
    var form =
        "_csrf=" + Session.encoded(clerk.token()) + "&version=" + version + "&value=" + value;
    var answer = http.ask(Http.postForJson(path, clerk.cookies(), form));
    var told = VERSION.matcher(new String(answer.body(), StandardCharsets.UTF_8));
    if (told.find()) {
      version = told.group(1);
    }
    return answer.status();
  }

  @Override
  public void close() throws IOException {
    http.close();
  }
}
