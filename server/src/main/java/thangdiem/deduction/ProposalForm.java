package thangdiem.deduction;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import thangdiem.criteria.CriteriaSet;
import thangdiem.round.RoundUnit;
import thangdiem.words.Sentence;

/**
 * A proposal as it is typed (biểu mẫu đề xuất trừ điểm).
 *
 * @param unit its code
 * @param criterion whose figures are wrong
 * @param article the address of the article that reports an incident
 * @param articleOn its day
 */
public record ProposalForm(
    String unit, String cause, String criterion, String article, String articleOn, String words) {

  static final int LONGEST = 2_000;
  private static final int LONGEST_ADDRESS = 500;

  static ProposalForm empty(String unit, String cause, String criterion) {
    return new ProposalForm(unit, cause, criterion, "", "", "");
  }

  Optional<Cause> chosen() {
    return Cause.BY_PEOPLE.stream().filter(one -> one.name().equals(cause)).findFirst();
  }

  /** The round's unit of that code. */
  Optional<RoundUnit> unitOf(List<RoundUnit> units) {
    return units.stream().filter(one -> one.code().equals(unit)).findFirst();
  }

  /** Everything wrong at once, by field; the file apart. */
  Map<String, Sentence> mistakes(List<RoundUnit> units, CriteriaSet set, LocalDate today) {
    var wrong = new LinkedHashMap<String, Sentence>();
    if (unitOf(units).isEmpty()) {
      wrong.put("unit", Sentence.of("deduction.wrong.unit"));
    }
    if (chosen().isEmpty()) {
      wrong.put("cause", Sentence.of("deduction.wrong.cause"));
    }
    chosen()
        .ifPresent(chosen -> {
          if (chosen == Cause.WRONG_FIGURES) {
            if (set.scored().noneMatch(one -> one.code().equals(criterion))) {
              wrong.put("criterion", Sentence.of("deduction.wrong.criterion"));
            }
          } else {
            if (address().isEmpty()) {
              wrong.put("article", Sentence.of("deduction.wrong.article"));
            }
            if (TypedDay.of(articleOn).filter(day -> !day.isAfter(today)).isEmpty()) {
              wrong.put("articleOn", Sentence.of("deduction.wrong.day", articleOn));
            }
          }
        });
    TypedWords.mistake(words).ifPresent(mistake -> wrong.put("words", mistake));
    return wrong;
  }

  /** The article's address in the one form by which it is known again. */
  Optional<String> address() {
    try {
      var uri = new URI(article.strip());
      var scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
      if (!List.of("http", "https").contains(scheme)
          || uri.getHost() == null
          || article.length() > LONGEST_ADDRESS) {
        return Optional.empty();
      }
      var path = uri.getRawPath().replaceAll("/+$", "");
      var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      return Optional.of("https://" + uri.getHost().toLowerCase(Locale.ROOT) + path + query);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** What is proposed, once nothing of it is wrong. */
  Proposal proposal(Optional<Proposal.Shown> shown) {
    var chosen = chosen().orElseThrow();
    return chosen == Cause.WRONG_FIGURES
        ? new Proposal(chosen, criterion, Optional.empty(), words.strip(), Optional.empty())
        : new Proposal(
            chosen, address().orElseThrow(), TypedDay.of(articleOn), words.strip(), shown);
  }
}
