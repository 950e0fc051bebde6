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
  private final int year;
  private final List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());
  private final List<String> unknown = Collections.synchronizedList(new ArrayList<>());
  private final List<String> refused = Collections.synchronizedList(new ArrayList<>());
  private volatile boolean resting;
  private int number;

  /** Who keeps the holidays of a year that nobody else touches. */
  Client(Visitor visitor, int year) {
    this.visitor = visitor;
    this.year = year;
  }

  int year() {
    return year;
  }

  /** Gives the first of May another name, again and again. */
  @Override
  public void run() {
    resting = false;
    while (!resting) {
      number++;
      var name = year + "-" + number;
      try {
        var answer =
            visitor.post("/holidays/" + year, Map.of("days", "01/05/" + year + " " + name));
        (answer.statusCode() == 302 ? acknowledged : answer.statusCode() < 500 ? refused : unknown)
            .add(name);
      } catch (AssertionError e) {
        unknown.add(name);
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
