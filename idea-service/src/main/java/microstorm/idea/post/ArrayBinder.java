package microstorm.idea.post;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;

/** Binds the parameters of a statement in order; each column of rows becomes an array. */
final class ArrayBinder {

  private final Connection connection;
  private final PreparedStatement statement;
  private int bound;

  ArrayBinder(Connection connection, PreparedStatement statement) {
    this.connection = connection;
    this.statement = statement;
  }

  ArrayBinder value(String value) throws SQLException {
    statement.setString(++bound, value);
    return this;
  }

  <R> ArrayBinder uuids(Collection<R> rows, Function<R, UUID> column) throws SQLException {
    return array("uuid", rows.stream().map(column).toArray(UUID[]::new));
  }

  <R> ArrayBinder texts(Collection<R> rows, Function<R, String> column) throws SQLException {
    return array("text", rows.stream().map(column).toArray(String[]::new));
  }

  <R> ArrayBinder bytes(Collection<R> rows, Function<R, byte[]> column) throws SQLException {
    return array("bytea", rows.stream().map(column).toArray(byte[][]::new));
  }

  <R> ArrayBinder flags(Collection<R> rows, Function<R, Boolean> column) throws SQLException {
    return array("bool", rows.stream().map(column).toArray(Boolean[]::new));
  }

  <R> ArrayBinder integers(Collection<R> rows, Function<R, Integer> column) throws SQLException {
    return array("int4", rows.stream().map(column).toArray(Integer[]::new));
  }

  <R> ArrayBinder numbers(Collection<R> rows, Function<R, Long> column) throws SQLException {
    return array("int8", rows.stream().map(column).toArray(Long[]::new));
  }

  ArrayBinder array(String type, Object[] values) throws SQLException {
    statement.setArray(++bound, connection.createArrayOf(type, values));
    return this;
  }
}
