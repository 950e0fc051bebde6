package thangdiem.criteria;

/** Where something stands in a file: line and column, from 1. */
public record Place(int line, int column) {

  static final Place START = new Place(1, 1);
}
