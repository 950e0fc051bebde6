package thangdiem.round;

import java.util.List;
import thangdiem.words.Sentence;

/** The special days of a year, a line each, and what is wrong with what was typed. */
public record HolidaysPage(int year, String days, List<Sentence> wrong) {}
