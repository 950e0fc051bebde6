package thangdiem.criteria;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * An expression over facts (biểu thức trên số liệu), as written in a criteria file: a tree that a
 * second reader in another language can evaluate.
 *
 * <p>Its grammar and meaning are in docs/criteria-language.md.
 */
public sealed interface Expr {

  record Number(Rational value) implements Expr {}

  /** An option of a choice, in quotes. */
  record Quoted(String text) implements Expr {}

  /** A fact of the unit. */
  record FactValue(String fact) implements Expr {}

  /** {@code measure} or {@code maxPoints}, where points are an expression. */
  record Given(Name name) implements Expr {
    public enum Name {
      MEASURE("measure"),
      MAX_POINTS("maxPoints");

      private final String word;

      Name(String word) {
        this.word = word;
      }

      /** As written in a criteria file. */
      public String word() {
        return word;
      }
    }
  }

  record Negated(Expr operand) implements Expr {}

  record Arithmetic(Operator operator, Expr left, Expr right) implements Expr {}

  record Comparison(Relation relation, Expr left, Expr right) implements Expr {}

  record And(Expr left, Expr right) implements Expr {}

  record Or(Expr left, Expr right) implements Expr {}

  record Not(Expr operand) implements Expr {}

  record If(Expr condition, Expr then, Expr otherwise) implements Expr {}

  record Least(List<Expr> of) implements Expr {}

  record Greatest(List<Expr> of) implements Expr {}

  /** The operand over last year's facts. */
  record Previous(Expr operand) implements Expr {}

  /** Whether the unit has answered the fact. */
  record Answered(String fact) implements Expr {}

  enum Operator {
    PLUS("+"),
    MINUS("-"),
    TIMES("*"),
    DIVIDED_BY("/");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    public String sign() {
      return sign;
    }
  }

  enum Relation {
    EQUAL("="),
    NOT_EQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">=");

    private final String sign;

    Relation(String sign) {
      this.sign = sign;
    }

    public String sign() {
      return sign;
    }

    /** Whether the relation holds for a comparison result as of {@link Comparable#compareTo}. */
    public boolean holds(int comparison) {
      return switch (this) {
        case EQUAL -> comparison == 0;
        case NOT_EQUAL -> comparison != 0;
        case LESS -> comparison < 0;
        case AT_MOST -> comparison <= 0;
        case GREATER -> comparison > 0;
        case AT_LEAST -> comparison >= 0;
      };
    }
  }

  /** The operands directly below. */
  default List<Expr> operands() {
    return switch (this) {
      case Number _, Quoted _, FactValue _, Given _, Answered _ -> List.of();
      case Negated(var operand) -> List.of(operand);
      case Arithmetic(_, var left, var right) -> List.of(left, right);
      case Comparison(_, var left, var right) -> List.of(left, right);
      case And(var left, var right) -> List.of(left, right);
      case Or(var left, var right) -> List.of(left, right);
      case Not(var operand) -> List.of(operand);
      case If(var condition, var then, var otherwise) -> List.of(condition, then, otherwise);
      case Least(var of) -> of;
      case Greatest(var of) -> of;
      case Previous(var operand) -> List.of(operand);
    };
  }

  /** Visits this expression and everything below it. */
  default void walk(Consumer<Expr> visitor) {
    visitor.accept(this);
    operands().forEach(operand -> operand.walk(visitor));
  }

  /** The facts it reads, this year's and last year's alike, in the order of reading. */
  default Set<String> facts() {
    var facts = new LinkedHashSet<String>();
    walk(expr -> {
      switch (expr) {
        case FactValue(var fact) -> facts.add(fact);
        case Answered(var fact) -> facts.add(fact);
        default -> {}
      }
    });
    return facts;
  }

  /** Whether it asks for what was answered last year. */
  default boolean looksBack() {
    return this instanceof Previous || operands().stream().anyMatch(Expr::looksBack);
  }
}
