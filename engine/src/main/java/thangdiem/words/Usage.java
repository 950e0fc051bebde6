package thangdiem.words;

import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in our words what is wrong with a command line (lỗi của dòng lệnh). */
public final class Usage {

  private Usage() {}

  /** What the person who typed it must change. */
  public static String explained(ParameterException problem, Words words) {
    return switch (problem) {
      case MissingParameterException missing when !missing.getMissing().isEmpty() ->
          words.say(
              "cli.missing",
              missing.getMissing().stream().map(Usage::name).collect(Collectors.joining(", ")));
      case UnmatchedArgumentException unmatched ->
          words.say("cli.unmatched", String.join(" ", unmatched.getUnmatched()));
      default -> words.say("cli.badOption", String.valueOf(problem.getMessage()));
    };
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
