package thangdiem.submission;

import java.util.ArrayList;
import java.util.List;
import thangdiem.orgunit.Typed;
import thangdiem.words.Words;

/**
 * What the registry of a unit gives its report on paper (số, địa danh, chức vụ người ký).
 *
 * @param number as "12/BC-SYT"; empty until there is one
 * @param place the place at the head of the letter; empty where it is written in by hand
 * @param post of who signs; empty where it is written in by hand
 */
public record LetterHead(String number, String place, String post) {

  static final int LONGEST = 80;

  /** As it was typed, its ends and doubled spaces aside. */
  static LetterHead typed(String number, String place, String post) {
    return new LetterHead(Typed.text(number), Typed.text(place), Typed.text(post));
  }

  /** The fields that are longer than a line. */
  List<String> tooLong() {
    var wrong = new ArrayList<String>();
    if (number.length() > LONGEST) {
      wrong.add("letter-number");
    }
    if (place.length() > LONGEST) {
      wrong.add("letter-place");
    }
    if (post.length() > LONGEST) {
      wrong.add("letter-post");
    }
    return wrong;
  }

  /** The number, or dots to write it over. */
  String printedNumber() {
    return number.isEmpty() ? Words.VIETNAMESE.say("report.paper.number") : number;
  }

  String printedPlace() {
    return place.isEmpty() ? Words.VIETNAMESE.say("report.paper.place") : place;
  }

  String printedPost() {
    return post.isEmpty() ? Words.VIETNAMESE.say("report.paper.post") : post;
  }
}
