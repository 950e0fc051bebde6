package thangdiem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** The SQL in the compiled application, as its instructions show it. */
final class CompiledSql {

  private static final Path CLASSES = Path.of("target", "classes");
  private static final Pattern CHANGES =
      Pattern.compile(
          "\\s*(with\\b.*?\\)\\s*)?(insert\\s+into|update\\s+\\w+\\s+set|delete\\s+from)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Set<String> TAKE_SQL =
      Set.of(
          "org/springframework/jdbc/core/simple/JdbcClient.sql",
          "java/sql/Connection.prepareStatement",
          "java/sql/Connection.prepareCall",
          "java/sql/Statement.execute",
          "java/sql/Statement.executeQuery",
          "java/sql/Statement.executeUpdate");

  private CompiledSql() {}

  /** Methods with a statement that changes rows, as "thangdiem.round.RoundTable#add". */
  static Set<String> writers() {
    var writers = new TreeSet<String>();
    methods((type, method) -> {
      for (var instruction : instructions(method)) {
        if (instruction instanceof ConstantInstruction constant
            && constant.constantValue() instanceof String text
            && CHANGES.matcher(text).matches()) {
          writers.add(name(type) + "#" + outer(method.methodName().stringValue()));
        }
      }
    });
    return writers;
  }

  /** Where a statement is something else than a constant. */
  static Set<String> built() {
    var built = new TreeSet<String>();
    methods((type, method) -> {
      var instructions = instructions(method);
      for (int i = 1; i < instructions.size(); i++) {
        if (instructions.get(i) instanceof InvokeInstruction call
            && TAKE_SQL.contains(call.owner().asInternalName() + "." + call.name().stringValue())
            && call.type().stringValue().startsWith("(Ljava/lang/String;)")
            && !(instructions.get(i - 1) instanceof ConstantInstruction)) {
          built.add(name(type) + "." + outer(method.methodName().stringValue()));
        }
      }
    });
    return built;
  }

  /** The method in which a lambda stands. */
  private static String outer(String method) {
    return method.startsWith("lambda$") ? method.split("\\$")[1] : method;
  }

  private static String name(ClassModel type) {
    return type.thisClass().asInternalName().replace('/', '.');
  }

  private static List<CodeElement> instructions(MethodModel method) {
    return method.code().stream()
        .flatMap(code -> code.elementStream())
        .filter(element -> element instanceof Instruction)
        .toList();
  }

  private static void methods(BiConsumer<ClassModel, MethodModel> each) {
    try (var files = Files.walk(CLASSES.resolve("thangdiem"))) {
      for (var file : files.filter(one -> one.toString().endsWith(".class")).toList()) {
        var type = ClassFile.of().parse(file);
        type.methods().forEach(method -> each.accept(type, method));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
