package thangdiem.crash;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import thangdiem.Visitor;

/**
 * Somebody who keeps changing things over HTTP, and remembers what the server has acknowledged: the
 * answer was there, and it said done.
 */
final class Client implements Runnable {

  private final Visitor visitor;
  private final String name;
  private final String unit;
  private final List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());
  private final List<String> unknown = Collections.synchronizedList(new ArrayList<>());
  private final List<String> refused = Collections.synchronizedList(new ArrayList<>());
  private volatile boolean resting;
  private int number;

  Client(Visitor visitor, String name, String unit) {
    this.visitor = visitor;
    this.name = name;
    this.unit = unit;
  }

  /** Gives the unit a minute more, again and again, each time by another document. */
  @Override
  public void run() {
    resting = false;
    while (!resting) {
      number++;
      var document = name + "-" + number;
      try {
        var answer =
            visitor.post(
                "/rounds/2017/extensions",
                Map.of(
                    "unit",
                    unit,
                    "until",
                    "%02d/01/2040 %02d:%02d"
                        .formatted(1 + number / 1440, number / 60 % 24, number % 60),
                    "reason",
                    "lý do " + document,
                    "document",
                    document));
        (answer.statusCode() == 302 ? acknowledged : answer.statusCode() < 500 ? refused : unknown)
            .add(document);
      } catch (AssertionError e) {
        unknown.add(document);
      }
    }
  }

  void rest() {
    resting = true;
  }

  List<String> acknowledged() {
    return List.copyOf(acknowledged);
  }

  List<String> unknown() {
    return List.copyOf(unknown);
  }

  List<String> refused() {
    return List.copyOf(refused);
  }
}
