package thangdiem.criteria;

/**
 * A relation between facts that should hold (kiểm tra chéo); where it does not, people are warned
 * before it becomes a deduction (Đ6.4).
 *
 * @param require true: nothing to say
 * @param message what to look at, in Vietnamese
 */
public record Check(String id, Expr require, String message) {}
