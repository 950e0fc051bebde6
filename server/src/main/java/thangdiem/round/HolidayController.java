package thangdiem.round;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import thangdiem.audit.Act;
import thangdiem.audit.Actor;
import thangdiem.audit.Acts;
import thangdiem.audit.MayOpen;
import thangdiem.audit.Performs;
import thangdiem.audit.Subject;
import thangdiem.words.Sentence;
import thangdiem.words.VietnamTime;
import thangdiem.words.Words;

/** The days of a year that are off or worked instead (ngày nghỉ, ngày làm bù): data, one a line. */
@Controller
class HolidayController {

  private final SpecialDayTable table;
  private final Acts acts;

  HolidayController(SpecialDayTable table, Acts acts) {
    this.table = table;
    this.acts = acts;
  }

  @MayOpen
  @GetMapping("/holidays/{year}")
  String show(@PathVariable int year, Model model) {
    model.addAttribute("holidays", new HolidaysPage(year, typed(year), List.of()));
    return "round/holidays";
  }

  @Performs(Act.HOLIDAYS_SET)
  @PostMapping("/holidays/{year}")
  String set(
      Actor actor,
      @PathVariable int year,
      @RequestParam String days,
      HttpServletResponse response,
      Model model) {
    var read = new ArrayList<WorkingDays.SpecialDay>();
    var wrong = new ArrayList<Sentence>();
    var lines = days.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    for (var line : lines) {
      var parts = line.split("\\s+", 2);
      var day =
          VietnamTime.read(parts[0])
              .map(at -> at.atZoneSameInstant(VietnamTime.ZONE).toLocalDate());
      if (day.isEmpty() || day.get().getYear() != year || parts.length < 2) {
        wrong.add(Sentence.of("holidays.line", line, year));
      } else if (read.stream().anyMatch(known -> known.day().equals(day.get()))) {
        wrong.add(Sentence.of("holidays.twice", line));
      } else {
        boolean working = parts[1].startsWith("+");
        read.add(
            new WorkingDays.SpecialDay(
                day.get(), working ? parts[1].substring(1).strip() : parts[1], working));
      }
    }
    if (!wrong.isEmpty()) {
      response.setStatus(SetupFrames.UNPROCESSABLE);
      model.addAttribute("holidays", new HolidaysPage(year, days, wrong));
      return "round/holidays";
    }
    acts.run(
        actor,
        Act.HOLIDAYS_SET,
        Subject.PROVINCE,
        event -> {
          read.forEach(
              day -> event.with(day.day().toString(), (day.working() ? "+" : "") + day.name()));
          table.set(year, read);
        });
    return "redirect:/holidays/" + year;
  }

  private String typed(int year) {
    return String.join(
        "\n",
        table.of(year).stream()
            .map(day -> date(day.day()) + " " + (day.working() ? "+" : "") + day.name())
            .toList());
  }

  private static String date(LocalDate day) {
    return Words.date(day);
  }
}
