package thangdiem.criteria;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import thangdiem.words.Sentence;

/**
 * Reads one expression of a criteria file and checks that its parts fit together. Grammar:
 * docs/criteria-language.md.
 */
final class ExprParser {

  /** What an expression yields. */
  enum Type {
    NUMBER,
    BOOLEAN,
    OPTION,
    DATE,
    TEXT
  }

  /** What is wrong and how many characters into the text. */
  static final class Wrong extends Exception {
    private static final long serialVersionUID = 1L;

    final int offset;
    final transient Sentence what;

    Wrong(int offset, String key, Object... arguments) {
      super(key);
      this.offset = offset;
      this.what = Sentence.of(key, arguments);
    }
  }

  private static final int MOST_NESTED = 40;

  /** A chain of sums is a tree as deep as it is long, and every reader walks it. */
  private static final int MOST_TOKENS = 400;

  private static final int LONGEST_NUMBER = 20;
  private static final Map<String, Expr.Relation> RELATIONS =
      Map.of(
          "=", Expr.Relation.EQUAL,
          "!=", Expr.Relation.NOT_EQUAL,
          "<", Expr.Relation.LESS,
          "<=", Expr.Relation.AT_MOST,
          ">", Expr.Relation.GREATER,
          ">=", Expr.Relation.AT_LEAST);

  private record Token(String text, int offset, Kind kind) {
    enum Kind {
      NUMBER,
      WORD,
      QUOTED,
      SIGN,
      END
    }
  }

  private final Map<String, FactDefinition> facts;
  private final Set<Expr.Given.Name> given;
  private final List<Token> tokens = new ArrayList<>();
  private final IdentityHashMap<Expr, Integer> offsets = new IdentityHashMap<>();
  private int next;
  private int depth;

  private ExprParser(String text, Map<String, FactDefinition> facts, Set<Expr.Given.Name> given)
      throws Wrong {
    this.facts = facts;
    this.given = given;
    split(text);
  }

  /**
   * The expression, of one of the expected types; {@code given} are the names besides facts that it
   * may use.
   */
  static Expr parse(
      String text,
      Map<String, FactDefinition> facts,
      Set<Expr.Given.Name> given,
      Set<Type> expected)
      throws Wrong {
    var parser = new ExprParser(text, facts, given);
    var expr = parser.or();
    if (parser.peek().kind != Token.Kind.END) {
      throw new Wrong(parser.peek().offset, "expr.unexpected", parser.peek().text);
    }
    var type = parser.typeOf(expr);
    if (!expected.contains(type)) {
      throw new Wrong(0, "expr.yields", typeName(expected.iterator().next()), typeName(type));
    }
    return expr;
  }

  private void split(String text) throws Wrong {
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      int from = i;
      if (tokens.size() == MOST_TOKENS) {
        throw new Wrong(from, "expr.tooLong", MOST_TOKENS);
      }
      if (Character.isWhitespace(c)) {
        i++;
        continue;
      } else if (isDigit(c)) {
        while (i < text.length() && (isDigit(text.charAt(i)) || text.charAt(i) == '.')) {
          i++;
        }
        if (i < text.length() && text.charAt(i) == '%') {
          i++;
        }
        tokens.add(new Token(text.substring(from, i), from, Token.Kind.NUMBER));
      } else if (isLetter(c)) {
        while (i < text.length() && (isLetter(text.charAt(i)) || isDigit(text.charAt(i)))) {
          i++;
        }
        tokens.add(new Token(text.substring(from, i), from, Token.Kind.WORD));
      } else if (c == '\'') {
        int end = text.indexOf('\'', i + 1);
        if (end == -1) {
          throw new Wrong(from, "expr.openQuote");
        }
        tokens.add(new Token(text.substring(i + 1, end), from, Token.Kind.QUOTED));
        i = end + 1;
      } else {
        var two = i + 1 < text.length() ? text.substring(i, i + 2) : "";
        var sign =
            two.equals("<=") || two.equals(">=") || two.equals("!=") ? two : String.valueOf(c);
        if (sign.length() == 1 && "+-*/=<>(),".indexOf(c) < 0) {
          throw new Wrong(from, "expr.unexpected", sign);
        }
        tokens.add(new Token(sign, from, Token.Kind.SIGN));
        i += sign.length();
      }
    }
    tokens.add(new Token("", text.length(), Token.Kind.END));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
  }

  private Token peek() {
    return tokens.get(next);
  }

  private boolean take(String text) {
    var token = peek();
    if ((token.kind == Token.Kind.SIGN || token.kind == Token.Kind.WORD)
        && token.text.equals(text)) {
      next++;
      return true;
    }
    return false;
  }

  private void expect(String text) throws Wrong {
    if (!take(text)) {
      throw new Wrong(peek().offset, "expr.expected", text);
    }
  }

  private <E extends Expr> E at(int offset, E expr) {
    offsets.put(expr, offset);
    return expr;
  }

  private Expr or() throws Wrong {
    var left = and();
    while (true) {
      int offset = peek().offset;
      if (!take("or")) {
        return left;
      }
      left = at(offset, new Expr.Or(left, and()));
    }
  }

  private Expr and() throws Wrong {
    var left = not();
    while (true) {
      int offset = peek().offset;
      if (!take("and")) {
        return left;
      }
      left = at(offset, new Expr.And(left, not()));
    }
  }

  private Expr not() throws Wrong {
    int offset = peek().offset;
    return take("not") ? nested(() -> at(offset, new Expr.Not(not()))) : comparison();
  }

  private Expr comparison() throws Wrong {
    var left = sum();
    var token = peek();
    var relation = token.kind == Token.Kind.SIGN ? RELATIONS.get(token.text) : null;
    if (relation == null) {
      return left;
    }
    next++;
    return at(token.offset, new Expr.Comparison(relation, left, sum()));
  }

  private Expr sum() throws Wrong {
    var left = product();
    while (true) {
      int offset = peek().offset;
      if (take("+")) {
        left = at(offset, new Expr.Arithmetic(Expr.Operator.PLUS, left, product()));
      } else if (take("-")) {
        left = at(offset, new Expr.Arithmetic(Expr.Operator.MINUS, left, product()));
      } else {
        return left;
      }
    }
  }

  private Expr product() throws Wrong {
    var left = factor();
    while (true) {
      int offset = peek().offset;
      if (take("*")) {
        left = at(offset, new Expr.Arithmetic(Expr.Operator.TIMES, left, factor()));
      } else if (take("/")) {
        left = at(offset, new Expr.Arithmetic(Expr.Operator.DIVIDED_BY, left, factor()));
      } else {
        return left;
      }
    }
  }

  private Expr factor() throws Wrong {
    var token = peek();
    if (take("-")) {
      return nested(() -> at(token.offset, new Expr.Negated(factor())));
    }
    if (take("(")) {
      return nested(() -> {
        var inner = or();
        expect(")");
        return inner;
      });
    }
    next++;
    return switch (token.kind) {
      case NUMBER -> at(token.offset, new Expr.Number(number(token)));
      case QUOTED -> at(token.offset, new Expr.Quoted(token.text));
      case WORD ->
          peek().text.equals("(") && peek().kind == Token.Kind.SIGN
              ? nested(() -> call(token))
              : name(token);
      case SIGN -> throw new Wrong(token.offset, "expr.unexpected", token.text);
      case END -> throw new Wrong(token.offset, "expr.endsEarly");
    };
  }

  private interface Part {
    Expr read() throws Wrong;
  }

  private Expr nested(Part part) throws Wrong {
    if (++depth > MOST_NESTED) {
      throw new Wrong(peek().offset, "expr.tooDeep", MOST_NESTED);
    }
    var expr = part.read();
    depth--;
    return expr;
  }

  private static Rational number(Token token) throws Wrong {
    var percent = token.text.endsWith("%");
    var digits = percent ? token.text.substring(0, token.text.length() - 1) : token.text;
    if (!digits.matches("\\d+(\\.\\d+)?") || digits.length() > LONGEST_NUMBER) {
      throw new Wrong(token.offset, "expr.number", shortened(token.text));
    }
    var value = Rational.of(digits);
    return percent ? value.dividedBy(Rational.of(100)) : value;
  }

  private static String shortened(String text) {
    return text.length() > 2 * LONGEST_NUMBER ? text.substring(0, 2 * LONGEST_NUMBER) + "…" : text;
  }

  private Expr name(Token token) throws Wrong {
    for (var name : Expr.Given.Name.values()) {
      if (name.word().equals(token.text)) {
        if (!given.contains(name)) {
          throw new Wrong(token.offset, "expr.givenElsewhere", token.text);
        }
        return at(token.offset, new Expr.Given(name));
      }
    }
    return at(token.offset, new Expr.FactValue(known(token)));
  }

  private String known(Token token) throws Wrong {
    if (!facts.containsKey(token.text)) {
      throw new Wrong(
          token.offset,
          "expr.unknownFact",
          token.text,
          Suggestion.among(token.text, facts.keySet()));
    }
    return token.text;
  }

  private Expr call(Token function) throws Wrong {
    expect("(");
    if (function.text.equals("answered")) {
      var fact = known(peek());
      next++;
      expect(")");
      return at(function.offset, new Expr.Answered(fact));
    }
    var arguments = new ArrayList<Expr>();
    do {
      arguments.add(or());
    } while (take(","));
    expect(")");
    return at(
        function.offset,
        switch (function.text) {
          case "min" -> new Expr.Least(List.copyOf(arguments));
          case "max" -> new Expr.Greatest(List.copyOf(arguments));
          case "if" -> {
            arity(function, arguments, 3);
            yield new Expr.If(arguments.get(0), arguments.get(1), arguments.get(2));
          }
          case "previous" -> {
            arity(function, arguments, 1);
            yield new Expr.Previous(arguments.getFirst());
          }
          default ->
              throw new Wrong(
                  function.offset,
                  "expr.unknownFunction",
                  function.text,
                  Suggestion.among(
                      function.text,
                      new TreeSet<>(Set.of("min", "max", "if", "previous", "answered"))));
        });
  }

  private static void arity(Token function, List<Expr> arguments, int wanted) throws Wrong {
    if (arguments.size() != wanted) {
      throw new Wrong(function.offset, "expr.arguments", function.text, wanted, arguments.size());
    }
  }

  private Type typeOf(Expr expr) throws Wrong {
    return switch (expr) {
      case Expr.Number _, Expr.Given _ -> Type.NUMBER;
      case Expr.Quoted _ -> Type.OPTION;
      case Expr.Answered _ -> Type.BOOLEAN;
      case Expr.FactValue(var fact) -> typeOf(definition(fact));
      case Expr.Negated(var operand) -> all(Type.NUMBER, operand);
      case Expr.Arithmetic(_, var left, var right) -> all(Type.NUMBER, left, right);
      case Expr.Least(var of) -> all(Type.NUMBER, of.toArray(Expr[]::new));
      case Expr.Greatest(var of) -> all(Type.NUMBER, of.toArray(Expr[]::new));
      case Expr.And(var left, var right) -> all(Type.BOOLEAN, left, right);
      case Expr.Or(var left, var right) -> all(Type.BOOLEAN, left, right);
      case Expr.Not(var operand) -> all(Type.BOOLEAN, operand);
      case Expr.Previous(var operand) -> typeOf(operand);
      case Expr.If(var condition, var then, var otherwise) -> {
        all(Type.BOOLEAN, condition);
        yield all(typeOf(then), otherwise);
      }
      case Expr.Comparison comparison -> compared(comparison);
    };
  }

  private Type compared(Expr.Comparison comparison) throws Wrong {
    var type = typeOf(comparison.left());
    all(type, comparison.right());
    boolean ordered = type == Type.NUMBER || type == Type.DATE;
    if (!ordered
            && comparison.relation() != Expr.Relation.EQUAL
            && comparison.relation() != Expr.Relation.NOT_EQUAL
        || type == Type.TEXT) {
      throw new Wrong(
          offset(comparison), "expr.unordered", comparison.relation().sign(), typeName(type));
    }
    if (comparison.left() instanceof Expr.FactValue(var fact)
        && comparison.right() instanceof Expr.Quoted(var option)) {
      var options = definition(fact).options();
      if (options.stream().noneMatch(known -> known.id().equals(option))) {
        throw new Wrong(
            offset(comparison.right()),
            "expr.unknownOption",
            fact,
            option,
            options.stream().map(FactOption::id).toList());
      }
    }
    return Type.BOOLEAN;
  }

  private Type all(Type wanted, Expr... operands) throws Wrong {
    for (var operand : operands) {
      var type = typeOf(operand);
      if (type != wanted) {
        throw new Wrong(offset(operand), "expr.type", typeName(wanted), typeName(type));
      }
    }
    return wanted;
  }

  private int offset(Expr expr) {
    return offsets.getOrDefault(expr, 0);
  }

  /** The definition of a fact that was known when its name was read. */
  private FactDefinition definition(String fact) {
    return Objects.requireNonNull(facts.get(fact));
  }

  private static Type typeOf(FactDefinition fact) {
    return switch (fact.type()) {
      case COUNT, DECIMAL -> Type.NUMBER;
      case BOOLEAN -> Type.BOOLEAN;
      case CHOICE -> Type.OPTION;
      case DATE -> Type.DATE;
      case TEXT -> Type.TEXT;
    };
  }

  private static Sentence typeName(Type type) {
    return Sentence.of("expr.type." + type.name().toLowerCase(Locale.ROOT));
  }
}
