package thangdiem.words;

import java.util.Objects;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
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
      case OverwrittenOptionException twice -> words.say("cli.twice", name(twice.getOverwritten()));
      case ParameterException wrong when wrong.getArgSpec() != null ->
          words.say(
              "cli.badValue", name(wrong.getArgSpec()), Objects.toString(wrong.getValue(), ""));
      default -> words.say("cli.badLine");
    };
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
